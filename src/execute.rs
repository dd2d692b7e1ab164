//! Executes commands once a frame, in the order of their requests. Each command changes the state of its
//! domain, and the effects that it returns are applied at once.

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use bevy::window::{MonitorSelection, PrimaryWindow, WindowMode};
use content::files::Files;
use content::look::Look;
use content::words::{DataWords, Languages, Locale};
use exhibit::chapter::{CHAPTERS, CurrentChapter};
use exhibit::command::{Command, ProgramCommand, after_thinking};
use exhibit::config::Config;
use exhibit::effect::Effect;
use exhibit::experiment::Experiments;
use exhibit::guesses::Guesses;
use exhibit::kiosk::is_locked;
use exhibit::lesson::RunningLesson;
use exhibit::link::{Ground, LinkNotice, ReadLink};
use exhibit::offered::OfferedChapters;
use exhibit::playback::{Motion, Playback, PlaybackCommand, TrainingStep};
use exhibit::projector::Projector;
use exhibit::settings::{Setting, Settings};
use exhibit::visitor::{OpenPanel, Panel, VisitorState};

use crate::ExhibitSystems;
use crate::projector::LessonTime;

/// What happens to commands in a frame, in this order.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CommandSystems {
    /// Keys become commands.
    Read,
    /// A kiosk detects arrivals and departures.
    Notice,
    /// Commands are executed.
    Execute,
    /// Reads the settings again, if that was requested.
    Reload,
    /// Updates everything that depends on the outcome.
    Answer,
}

/// Executes commands.
pub(super) fn plugin(app: &mut App) {
    app.add_message::<Reset>()
        .configure_sets(
            Update,
            (
                CommandSystems::Read,
                CommandSystems::Notice,
                CommandSystems::Execute,
                CommandSystems::Reload,
                CommandSystems::Answer,
            )
                .chain()
                .in_set(ExhibitSystems::Command),
        )
        .add_systems(Update, execute.in_set(CommandSystems::Execute));
}

/// Everything is in its initial state again. Systems that hold state of the last visit drop it.
#[derive(Message, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reset;

/// The initial state.
#[derive(Resource, Clone)]
pub struct InitialState {
    /// The initial experiments.
    pub experiments: Experiments,
    /// The initial presentation, where the settings file does not set it.
    pub settings: Settings,
}

/// The state that commands change.
#[derive(SystemParam)]
pub struct State<'w, 's> {
    chapter: ResMut<'w, CurrentChapter>,
    experiments: ResMut<'w, Experiments>,
    step: ResMut<'w, TrainingStep>,
    playback: ResMut<'w, Playback>,
    guesses: ResMut<'w, Guesses>,
    panel: ResMut<'w, OpenPanel>,
    settings: ResMut<'w, Settings>,
    look: ResMut<'w, Look>,
    data_words: ResMut<'w, DataWords>,
    visitor: ResMut<'w, VisitorState>,
    locale: ResMut<'w, Locale>,
    projector: ResMut<'w, Projector>,
    notice: ResMut<'w, LinkNotice>,
    lesson: Option<ResMut<'w, RunningLesson>>,
    lesson_time: ResMut<'w, LessonTime>,
    resets: MessageWriter<'w, Reset>,
    windows: Query<'w, 's, &'static mut Window, With<PrimaryWindow>>,
    files: Res<'w, Files>,
    initial: Res<'w, InitialState>,
    config: Res<'w, Config>,
    offered: Res<'w, OfferedChapters>,
    languages: Res<'w, Languages>,
    time: Res<'w, Time<Real>>,
}

/// Executes the commands of the last frame.
fn execute(mut commands: MessageReader<Command>, mut state: State) {
    for command in commands.read() {
        let is_kiosk = state.config.kiosk.enabled;
        if !(is_kiosk && is_locked(command)) {
            state.execute(command.clone());
        }
    }
}

impl State<'_, '_> {
    /// Applies a command, and then its effects, before anything else.
    fn execute(&mut self, command: Command) {
        for effect in self.apply(command) {
            match effect {
                Effect::Playback(command) => self.play(command),
                Effect::RestartLessonTime => {
                    self.lesson_time.set_if_neq(LessonTime(self.time.elapsed()));
                }
                Effect::GoToStop(index) => {
                    let lesson = self.lesson.as_mut().map(|lesson| lesson.go_to(index));
                    for command in lesson.into_iter().flatten() {
                        self.execute(command);
                    }
                }
            }
        }
    }

    fn apply(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Playback(command) => self.play(command),
            Command::Go(index) => self.go_to_chapter(index),
            Command::Open(read) => self.open(&read),
            Command::Learn(subject, command) => {
                if self.experiments.bypass_change_detection().apply(subject, command) {
                    self.experiments.set_changed();
                }
            }
            Command::Visitor(command) => {
                let data = self.experiments.of(self.chapter.get().subject()).rectangles();
                let mut visitor = *self.visitor;
                let effects = visitor.apply(command, data);
                self.visitor.set_if_neq(visitor);
                return effects;
            }
            Command::Guess(command) => {
                let reduced_motion = self.settings.reduced_motion;
                return self.guesses.apply(command, &self.chapter, &self.step, reduced_motion);
            }
            Command::Show(panel) => {
                let mut open = *self.panel;
                let effects = open.apply(panel, self.chapter.get().can_compare());
                self.panel.set_if_neq(open);
                return effects;
            }
            Command::Set(setting) => self.set(setting),
            Command::Project(command) => {
                let mut projector = self.projector.clone();
                let effects = projector.apply(command);
                self.projector.set_if_neq(projector);
                return effects;
            }
            Command::Program(ProgramCommand::ToggleFullscreen) => {
                self.windows.iter_mut().for_each(|mut window| toggle_fullscreen(&mut window));
            }
            Command::StartOver => self.start_over(),
            // Executed by `reload.rs`, by the edges, and by `kiosk/operator.rs`.
            Command::Program(ProgramCommand::ReloadConfig | ProgramCommand::CopyLink)
            | Command::Operator(_) => {}
        }
        Vec::new()
    }

    fn play(&mut self, command: PlaybackCommand) {
        let (mut step, mut playback) = (*self.step, *self.playback);
        if let PlaybackCommand::GlideTo(target) = command
            && let Some(begun) = after_thinking(self.chapter.get(), &step, target)
        {
            playback.apply(PlaybackCommand::Seek(begun), &mut step, true);
        }
        playback.apply(command, &mut step, self.settings.reduced_motion);
        if step != *self.step || playback.motion != Motion::Rest {
            let mut visitor = *self.visitor;
            visitor.let_go();
            self.visitor.set_if_neq(visitor);
        }
        self.step.set_if_neq(step);
        self.playback.set_if_neq(playback);
    }

    fn go_to_chapter(&mut self, index: usize) {
        self.panel.set_if_neq(OpenPanel(None));
        if index == self.chapter.index() || index >= CHAPTERS.len() {
            return;
        }
        let leaving_at = self.step.playhead().step;
        let step = self.chapter.go_to(index, leaving_at);
        *self.step = TrainingStep::new(self.chapter.get().timeline(&self.experiments), step);
        self.playback.motion = Motion::Rest;
        self.visitor.set_if_neq(VisitorState::default());
        self.name_the_data();
    }

    /// Goes to the moment of a link.
    fn open(&mut self, read: &ReadLink) {
        let Settings { switches, dwell, .. } = self.initial.settings;
        let settings = Settings { switches, dwell, ..self.config.settings() };
        let opening = read.open(&Ground {
            experiments: &self.initial.experiments,
            settings: &settings,
            offered: &self.offered,
            languages: &self.languages,
            files: &self.files,
        });
        for fault in &opening.faults {
            warn!("link: {fault}");
        }
        let state = opening.state;
        *self.experiments = state.experiments;
        let leaving_at = self.step.playhead().step;
        self.chapter.go_to(state.chapter, leaving_at);
        *self.step = TrainingStep::new(self.chapter.get().timeline(&self.experiments), 0);
        *self.playback = Playback::default();
        self.guesses.replace(state.chapter, state.guesses);
        self.present(state.settings);
        self.name_the_data();
        for command in [
            PlaybackCommand::Speed(state.playing.speed),
            PlaybackCommand::Direct(state.playing.direction),
            PlaybackCommand::Seek(state.playhead),
        ] {
            self.play(command);
        }
        self.visitor.set_if_neq(state.visitor);
        if state.playing.plays {
            self.play(PlaybackCommand::Play);
        }
        let told = Some(Panel::LinkNotice).filter(|_| !opening.notice.is_empty());
        self.panel.set_if_neq(OpenPanel(told));
        self.notice.set_if_neq(opening.notice);
    }

    fn start_over(&mut self) {
        let mut projector = self.projector.clone();
        projector.start_over();
        self.projector.set_if_neq(projector);
        let Settings { switches, dwell, .. } = self.initial.settings;
        self.present(Settings { switches, dwell, ..self.config.settings() });
        *self.experiments = self.initial.experiments.clone();
        *self.chapter = CurrentChapter::new(self.offered.first());
        *self.step = TrainingStep::new(self.chapter.get().timeline(&self.experiments), 0);
        *self.playback = Playback::default();
        *self.guesses = Guesses::default();
        *self.visitor = VisitorState::default();
        *self.panel = OpenPanel::default();
        self.notice.set_if_neq(LinkNotice::default());
        self.name_the_data();
        self.resets.write(Reset);
    }

    fn set(&mut self, setting: Setting) {
        let mut settings = self.settings.clone();
        settings.set(setting);
        self.present(settings);
    }

    fn present(&mut self, settings: Settings) {
        if settings == *self.settings {
            return;
        }
        let look = Look::load(&self.files, &settings.theme, &settings.palette);
        match look.and_then(|look| Ok((look, self.languages.expect(&settings.language)?))) {
            Ok((look, locale)) => {
                self.look.set_if_neq(look);
                if settings.language != self.settings.language {
                    *self.locale = locale.clone();
                }
                self.name_the_data();
                *self.settings = settings;
            }
            // The current settings stay: an invalid file must not stop an exhibit.
            Err(error) => warn!("{error}"),
        }
    }

    fn name_the_data(&mut self) {
        let names = self.experiments.of(self.chapter.get().subject()).names();
        let words = DataWords::new(&self.locale, &self.look, names);
        self.data_words.set_if_neq(words);
    }
}

fn toggle_fullscreen(window: &mut Window) {
    window.mode = match window.mode {
        WindowMode::Windowed => WindowMode::BorderlessFullscreen(MonitorSelection::Current),
        _ => WindowMode::Windowed,
    };
}
