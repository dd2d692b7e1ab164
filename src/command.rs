//! Commands: what the overlay, the keys and tests ask of the exhibit, carried out once a frame.

mod stepping;

use bevy::prelude::*;
use bevy::window::PrimaryWindow;
use learning::learner::backpropagation::Rule;
use learning::{LearningRate, Line, Playhead, Position};

use crate::chapter::CurrentChapter;
use crate::chapter::guessing;
use crate::config::Config;
use crate::experiment::Experiments;
use crate::files::Files;
use crate::guesses::{Guess, Guesses};
use crate::kiosk::{self, OperatorCommand};
use crate::look::Look;
use crate::playback::{self, Motion, Playback, PlaybackCommand, TrainingStep};
use crate::programme::Programme;
use crate::projector::{ProjectorCommand, ProjectorState};
use crate::settings::{Setting, Settings};
use crate::words::{DataWords, Languages, Locale};

pub use stepping::{learning_rates, step_phase, step_sample};

/// Something asked of the exhibit. What is asked twice in a frame does no harm: steps are absolute.
#[derive(Message, Clone, Debug, PartialEq)]
pub enum Command {
    /// Move, or stop moving, the playhead.
    Playback(PlaybackCommand),
    /// Show a chapter, by its place, where it was left.
    GoToChapter(usize),
    /// Learn anew at this rate; the playhead stays where it is.
    SetLearningRate(LearningRate),
    /// Let the perceptron use datapoints for its updates, or no longer.
    UseDatapoints(bool),
    /// Take these weights in hand, or give them back to the machine.
    SetWeights(Option<[f64; 2]>),
    /// Lay a second run over the first, at this rate and from this sample on, or take it away.
    Compare(Option<(LearningRate, usize)>),
    /// Take this line in hand, or let go of it.
    SetLine(Option<Line>),
    /// Give the autoencoder this pattern.
    SetPattern([bool; 4]),
    /// Let the autoencoder set out from other weights.
    SetSeed(u64),
    /// Let the network learn by this rule.
    SetRule(Rule),
    /// Shade the decision region by how sure the machine is, or no longer.
    ShowConfidence(bool),
    /// Write out why something has moved, or no longer.
    Explain(Option<Explained>),
    /// The visitor's answer to the current specimen.
    Guess(bool),
    /// Take back the last answer and return to its specimen.
    UndoGuess,
    /// Forget this chapter's answers and start over.
    ForgetGuesses,
    /// Show a panel, or none.
    Show(Option<Panel>),
    /// Switch something about the presentation.
    Set(Setting),
    /// Fill the screen, or no longer.
    ToggleFullscreen,
    /// Read the settings of `exhibit.toml` again; see `reload.rs`.
    ReloadConfig,
    /// Be as at the beginning: nothing of what a visitor has done remains.
    StartOver,
    /// What the operator of a kiosk asks for.
    Operator(OperatorCommand),
    /// Something of projector mode.
    Project(ProjectorCommand),
}

/// A page over the chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Panel {
    /// All chapters.
    Chapters,
    /// The keys.
    Help,
    /// Theme, palette, text size, motion, language.
    Appearance,
    /// A second run beside the first.
    Compare,
}

/// The page that is open over the chapter.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenPanel(pub Option<Panel>);

/// What can be asked about in an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explained {
    /// The decision boundary as a whole.
    Line,
    /// One weight, 0 or 1.
    Weight(usize),
}

/// What the visitor has in hand: nothing of it survives the step, or the chapter, that it is about.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct Hand {
    /// The visitor's own weights of the line that can be turned.
    pub weights: Option<[f64; 2]>,
    /// The visitor's own line that can be moved.
    pub line: Option<Line>,
    /// The most points that a line of the visitor's has had on the right side.
    pub best: usize,
    /// The pattern that the autoencoder is given; this alone stays as time goes on.
    pub pattern: [bool; 4],
    /// What was asked about.
    pub explained: Option<Explained>,
}

impl Default for Hand {
    fn default() -> Self {
        let pattern = [true, false, false, false];
        Self { weights: None, line: None, best: 0, pattern, explained: None }
    }
}

/// What everything is like at the beginning.
#[derive(Resource, Clone)]
pub struct Beginning {
    /// What the machines have learned then.
    pub experiments: Experiments,
    /// How the exhibit presents itself, where the file of settings does not say it.
    pub settings: Settings,
}

/// Where each chapter was left.
#[derive(Resource, Clone, Debug, Default)]
pub struct LeftAt(std::collections::HashMap<usize, usize>);

/// What commands are carried out on.
#[derive(bevy::ecs::system::SystemParam)]
pub struct State<'w> {
    chapter: ResMut<'w, CurrentChapter>,
    experiments: ResMut<'w, Experiments>,
    step: ResMut<'w, TrainingStep>,
    playback: ResMut<'w, Playback>,
    guesses: ResMut<'w, Guesses>,
    panel: ResMut<'w, OpenPanel>,
    settings: ResMut<'w, Settings>,
    look: ResMut<'w, Look>,
    data_words: ResMut<'w, DataWords>,
    left_at: ResMut<'w, LeftAt>,
    hand: ResMut<'w, Hand>,
    files: Res<'w, Files>,
    beginning: Res<'w, Beginning>,
    config: Res<'w, Config>,
    programme: Res<'w, Programme>,
    languages: Res<'w, Languages>,
    locale: ResMut<'w, Locale>,
}

/// Carries out the commands of the last frame, in their order.
pub fn carry_out(
    mut commands: MessageReader<Command>,
    mut state: State,
    mut projector: ProjectorState,
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
) {
    for command in commands.read() {
        if state.config.kiosk.enabled && kiosk::is_locked(command) {
            continue;
        }
        match command {
            Command::ToggleFullscreen => {
                for mut window in &mut windows {
                    toggle_fullscreen(&mut window);
                }
            }
            Command::Project(command) => {
                for asked in projector.carry_out(command.clone()) {
                    state.carry_out(asked);
                }
            }
            Command::StartOver => {
                projector.start_over();
                state.start_over();
            }
            command => state.carry_out(command.clone()),
        }
    }
}

impl State<'_> {
    fn carry_out(&mut self, command: Command) {
        match command {
            Command::Playback(command) => self.play(command),
            Command::GoToChapter(index) => self.go_to_chapter(index),
            Command::SetLearningRate(rate) => {
                let subject = self.chapter.get().subject();
                if self.experiments.learning_rate(subject) != rate {
                    self.experiments.set_learning_rate(subject, rate);
                }
            }
            Command::SetWeights(weights) => {
                let finite = weights.filter(|weights| weights.iter().all(|w| w.is_finite()));
                self.hand.set_if_neq(Hand { weights: finite, ..*self.hand });
            }
            Command::Compare(with) => {
                let subject = self.chapter.get().subject();
                if self.experiments.compared(subject) != with {
                    self.experiments.compare(subject, with);
                }
            }
            Command::SetLine(line) => {
                let is_line = |line: &Line| {
                    line.bias.is_finite() && line.weights.iter().all(|weight| weight.is_finite())
                };
                let line = line.filter(is_line);
                let data = self.experiments.rectangles_of(self.chapter.get().subject());
                let right = line.zip(data).map_or(0, |(line, data)| data.right_with(&line));
                let best = self.hand.best.max(right);
                self.hand.set_if_neq(Hand { line, best, ..*self.hand });
            }
            Command::SetPattern(pattern) => {
                self.hand.set_if_neq(Hand { pattern, ..*self.hand });
            }
            Command::SetSeed(seed) => {
                if self.experiments.autoencoder.learner.seed != seed {
                    self.experiments.autoencoder.set_seed(seed);
                }
            }
            Command::SetRule(rule) => {
                if self.experiments.xor.learner.rule != rule {
                    self.experiments.xor.set_rule(rule);
                }
            }
            Command::ShowConfidence(shown) => {
                if self.settings.confidence != shown {
                    self.settings.confidence = shown;
                }
            }
            Command::Explain(explained) => {
                if explained.is_some() {
                    self.play(PlaybackCommand::Pause);
                }
                self.hand.set_if_neq(Hand { explained, ..*self.hand });
            }
            Command::UseDatapoints(used) => {
                if self.experiments.rectangles.learner.use_datapoints != used {
                    self.experiments.rectangles.choose(|choice| choice.use_datapoints = used);
                }
            }
            Command::Guess(answer) => self.guess(answer),
            Command::UndoGuess => {
                if let Some(guess) = self.guesses.undo(self.chapter.index()) {
                    self.seek(guess.sample);
                }
            }
            Command::ForgetGuesses => {
                self.guesses.forget(self.chapter.index());
                self.seek(0);
            }
            Command::Show(panel) => {
                // Asked for in the frame in which the chapter changes, it may mean the one before.
                let can_compare = self.chapter.get().can_compare();
                let panel = panel.filter(|&panel| panel != Panel::Compare || can_compare);
                self.panel.set_if_neq(OpenPanel(panel));
            }
            Command::Set(setting) => self.set(setting),
            // Carried out elsewhere, or above.
            Command::ToggleFullscreen
            | Command::StartOver
            | Command::Project(_)
            | Command::ReloadConfig
            | Command::Operator(_) => {}
        }
    }

    fn play(&mut self, command: PlaybackCommand) {
        let (mut step, mut playback) = (*self.step, *self.playback);
        if let PlaybackCommand::GlideTo(target) = command
            && let Some(begun) = self.after_thinking(target)
        {
            playback::apply(PlaybackCommand::Seek(begun), &mut step, &mut playback, true);
        }
        playback::apply(command, &mut step, &mut playback, self.settings.reduced_motion);
        if step != *self.step || playback.motion != Motion::Rest {
            // The best that the visitor has reached is remembered as long as the chapter is.
            self.hand.set_if_neq(Hand {
                best: self.hand.best,
                pattern: self.hand.pattern,
                ..Hand::default()
            });
        }
        self.step.set_if_neq(step);
        self.playback.set_if_neq(playback);
    }

    /// Where a visitor's step to the next moment begins, if there was time to think.
    fn after_thinking(&self, target: usize) -> Option<Playhead> {
        let Playhead { step, fraction } = self.step.playhead();
        let at = self.step.position();
        let chapter = self.chapter.get();
        let begin = chapter.thinking(at) / chapter.seconds(at);
        let is_next = target == step + 1 && begin > fraction;
        is_next.then_some(Playhead { step, fraction: begin })
    }

    fn go_to_chapter(&mut self, index: usize) {
        self.panel.set_if_neq(OpenPanel(None));
        if index == self.chapter.index() || index >= crate::chapter::CHAPTERS.len() {
            return;
        }
        self.left_at.0.insert(self.chapter.index(), self.step.playhead().step);
        self.chapter.go_to(index);
        let step = self.left_at.0.get(&index).copied().unwrap_or_default();
        *self.step = TrainingStep::new(self.chapter.get().timeline(&self.experiments), step);
        self.playback.motion = Motion::Rest;
        self.hand.set_if_neq(Hand::default());
        self.name_the_data();
    }

    fn start_over(&mut self) {
        let Settings { switches, dwell, .. } = self.beginning.settings;
        self.present(Settings { switches, dwell, ..self.config.settings() });
        *self.experiments = self.beginning.experiments.clone();
        *self.chapter = CurrentChapter::new(self.programme.first());
        *self.step = TrainingStep::new(self.chapter.get().timeline(&self.experiments), 0);
        *self.playback = Playback::default();
        *self.guesses = Guesses::default();
        *self.hand = Hand::default();
        *self.left_at = LeftAt::default();
        *self.panel = OpenPanel::default();
        self.name_the_data();
    }

    fn guess(&mut self, answer: bool) {
        let Position { sample, phase } = self.step.position();
        if !self.chapter.get().asks_for_guesses() {
            return;
        }
        let fraction =
            if self.settings.reduced_motion { 0.0 } else { self.step.playhead().fraction };
        let sample = if phase == guessing::HIDDEN {
            sample
        } else if guessing::comes_in(phase, fraction) {
            // The next specimen is answered while it comes in, and is then taken to its place at once.
            let next = self.step.timeline().step(Position { sample: sample + 1, phase: 0 });
            self.play(PlaybackCommand::Seek(Playhead::at(next)));
            sample + 1
        } else {
            // Once the class is revealed, an answer is no guess.
            return;
        };
        self.guesses.note(self.chapter.index(), Guess { sample, answer });
        let revealed = self.step.timeline().next_phase(self.step.playhead().step);
        self.play(PlaybackCommand::GlideTo(revealed));
    }

    fn seek(&mut self, sample: usize) {
        let step = self.step.timeline().step(Position { sample, phase: 0 });
        self.play(PlaybackCommand::Pause);
        self.play(PlaybackCommand::Seek(Playhead::at(step)));
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
            // What is in force stays: a bad file must not stop an exhibit.
            Err(error) => warn!("{error}"),
        }
    }
}

impl State<'_> {
    fn name_the_data(&mut self) {
        let names = self.experiments.names(self.chapter.get().subject());
        let words = DataWords::new(&self.locale, &self.look, names);
        self.data_words.set_if_neq(words);
    }
}

fn toggle_fullscreen(window: &mut Window) {
    use bevy::window::{MonitorSelection, WindowMode};
    window.mode = match window.mode {
        WindowMode::Windowed => WindowMode::BorderlessFullscreen(MonitorSelection::Current),
        _ => WindowMode::Windowed,
    };
}
