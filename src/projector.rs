//! Projector mode: for whoever teaches, with a presenter's remote in hand and a last row that reads along.
//!
//! What is asked of it are [`ProjectorCommand`]s, carried out with all other commands.

pub mod frozen;
pub mod predict;
pub mod remote;

use std::time::Duration;

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

use crate::command::Command;
use crate::config;
use crate::experiment::Experiments;
use crate::lesson::{Lesson, RunningLesson};
use crate::playback::PlaybackCommand;
use crate::settings::Settings;
use remote::RemoteKeys;

pub use crate::limits::{DISTANCES, SPOTLIGHTS};

/// How far away it sits, unless it is said.
pub const USUAL_DISTANCE: f32 = 6.0;
/// How large the spotlight is when it comes on: its radius, as a part of the screen's height.
pub const SPOTLIGHT: f32 = 0.2;

/// What projector mode starts with.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How far away the last row sits, in heights of the screen; without it there is no projector mode.
    pub distance: Option<f32>,
    /// Whether playing waits before each reveal; it does, unless it is said otherwise.
    pub predict_first: Option<bool>,
    /// Whether the speaker's window is opened; else it opens by itself if there is a second screen.
    pub notes: Option<bool>,
    /// The lesson to give.
    pub lesson: Option<Lesson>,
    /// What the remote's special keys do.
    pub remote: RemoteKeys,
}

impl Options {
    /// As the settings say, but for the lesson, which has to be read.
    #[must_use]
    pub fn of(settings: &config::Projector) -> Self {
        Self {
            distance: settings.enabled.then_some(settings.distance),
            predict_first: Some(settings.predict_first),
            notes: settings.notes_window,
            lesson: None,
            remote: settings.remote.clone(),
        }
    }
}

/// What projector mode shows and does.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct Projector {
    /// How far away the last row sits, in heights of the screen; `None` outside projector mode.
    pub distance: Option<f32>,
    /// What covers the picture, if anything does.
    pub cover: Option<Cover>,
    /// Whether the picture stands still while the exhibit goes on.
    pub frozen: bool,
    /// Radius of the spotlight, as a part of the screen's height, while it is on.
    pub spotlight: Option<f32>,
    /// Whether playing waits before each reveal.
    pub predict_first: bool,
    /// Whether there is a window with notes for the speaker.
    pub notes: bool,
    /// What the remote's special keys do.
    pub remote: RemoteKeys,
}

/// What can cover the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// Black all over, as if the projector were off.
    Black,
    /// White all over.
    White,
}

/// What may be asked of projector mode. As all commands, absolute: asked twice, it is done once.
#[derive(Clone, Debug, PartialEq)]
pub enum ProjectorCommand {
    /// Cover the picture, or no longer.
    Cover(Option<Cover>),
    /// Let the picture stand still, or no longer.
    Freeze(bool),
    /// Put the spotlight on, of this radius, or out.
    Spotlight(Option<f32>),
    /// Let playing wait before each reveal, or no longer.
    PredictFirst(bool),
    /// Open the speaker's window, or close it.
    ShowNotes(bool),
    /// Go to this stop of the lesson.
    GoToStop(usize),
    /// Let the lesson's time begin now.
    RestartTime,
    /// Set type for a last row at this distance, in heights of the screen.
    SetDistance(f32),
}

/// When the lesson's time began.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LessonTime(pub Duration);

/// Minutes of the day, which only the edge of the program knows.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeOfDay(pub Option<u32>);

/// There until it is known how many screens there are.
#[derive(Resource, Clone, Copy, Debug)]
pub struct AutomaticNotes {
    /// Whether the speaker's window is to be opened if there are two.
    pub opens: bool,
}

impl Projector {
    /// As these options say.
    #[must_use]
    pub fn new(options: &Options) -> Self {
        let on = options.distance.is_some();
        Self {
            distance: options.distance,
            predict_first: on && options.predict_first.unwrap_or(true),
            notes: on && options.notes.unwrap_or_default(),
            remote: options.remote.clone(),
            ..Self::default()
        }
    }

    /// Whether projector mode is on.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.distance.is_some()
    }
}

/// What its commands are carried out on.
#[derive(SystemParam)]
pub struct ProjectorState<'w> {
    projector: ResMut<'w, Projector>,
    lesson: Option<ResMut<'w, RunningLesson>>,
    began: ResMut<'w, LessonTime>,
    time: Res<'w, Time<Real>>,
}

impl ProjectorState<'_> {
    /// Carries out a command; returns what else has to be asked of the exhibit for it.
    pub fn carry_out(&mut self, command: ProjectorCommand) -> Vec<Command> {
        let mut projector = self.projector.clone();
        let pause = Command::Playback(PlaybackCommand::Pause);
        let mut asked = Vec::new();
        match command {
            ProjectorCommand::Cover(cover) => {
                projector.cover = cover;
                asked.extend(cover.map(|_| pause));
            }
            ProjectorCommand::Freeze(frozen) => projector.frozen = frozen && projector.notes,
            ProjectorCommand::Spotlight(radius) => {
                let held = |radius: f32| radius.clamp(*SPOTLIGHTS.start(), *SPOTLIGHTS.end());
                projector.spotlight = radius.filter(|radius| radius.is_finite()).map(held);
            }
            ProjectorCommand::PredictFirst(first) => projector.predict_first = first,
            ProjectorCommand::ShowNotes(shown) => {
                projector.notes = shown;
                // Nobody could see what goes on.
                projector.frozen &= shown;
            }
            ProjectorCommand::GoToStop(index) => {
                if let Some(lesson) = &mut self.lesson {
                    asked = lesson.go_to(index);
                }
            }
            ProjectorCommand::RestartTime => {
                self.began.set_if_neq(LessonTime(self.time.elapsed()));
            }
            ProjectorCommand::SetDistance(distance) => {
                if DISTANCES.contains(&distance) {
                    projector.distance = Some(distance);
                }
            }
        }
        self.projector.set_if_neq(projector);
        asked
    }
}

impl ProjectorState<'_> {
    /// Takes away what lies over the picture or holds it, as at the beginning.
    pub fn start_over(&mut self) {
        let projector = self.projector.clone();
        self.projector.set_if_neq(Projector {
            cover: None,
            spotlight: None,
            frozen: false,
            ..projector
        });
    }
}

/// Puts projector mode into an exhibit; with a lesson, at its first stop.
pub(super) fn build(
    app: &mut App,
    options: &Options,
    experiments: &Experiments,
    settings: &Settings,
) {
    app.insert_resource(Projector::new(options))
        .init_resource::<LessonTime>()
        .init_resource::<TimeOfDay>()
        .init_resource::<predict::Waiting>()
        .init_resource::<frozen::FrozenPicture>();
    if options.distance.is_some() && options.notes != Some(false) {
        app.insert_resource(AutomaticNotes { opens: options.notes.is_none() });
    }
    if let Some(lesson) = &options.lesson {
        app.insert_resource(RunningLesson::new(lesson.clone(), experiments, settings));
        app.world_mut().write_message(Command::Project(ProjectorCommand::GoToStop(0)));
    }
}
