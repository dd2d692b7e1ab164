//! Projector mode: for a teacher with a presenter's remote, and a class whose last row can read everything.

pub mod command;
pub mod predict;
pub mod remote;

use bevy_ecs::resource::Resource;

use crate::config;
use crate::effect::Effect;
use crate::lesson::Lesson;
use crate::playback::PlaybackCommand;
use remote::RemoteKeys;

pub use command::{Cover, ProjectorCommand};
pub use content::limits::{DISTANCES, SPOTLIGHTS};

/// The radius of the spotlight when it comes on, as a part of the screen's height.
pub const SPOTLIGHT: f32 = 0.2;

/// The options that projector mode starts with.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The distance of the last row, in heights of the screen. Without it, there is no projector mode.
    pub distance: Option<f32>,
    /// Whether playing waits before each reveal. Without this option, it does.
    pub predict_first: Option<bool>,
    /// Whether the speaker's window opens. Without this option, it opens if there is a second screen.
    pub notes: Option<bool>,
    /// The lesson to teach.
    pub lesson: Option<Lesson>,
    /// What the remote's special keys do.
    pub remote: RemoteKeys,
}

impl Options {
    /// The options in the settings, without the lesson, which the caller reads.
    #[must_use]
    pub fn of(settings: &config::ProjectorSettings) -> Self {
        Self {
            distance: settings.enabled.then_some(settings.distance),
            predict_first: Some(settings.predict_first),
            notes: settings.notes_window,
            lesson: None,
            remote: settings.remote.clone(),
        }
    }
}

/// The state of projector mode.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct Projector {
    /// The distance of the last row, in heights of the screen; `None` outside projector mode.
    pub distance: Option<f32>,
    /// The cover over the picture, if there is one.
    pub cover: Option<Cover>,
    /// Whether the picture stands still while the exhibit goes on.
    pub frozen: bool,
    /// The radius of the spotlight, as a part of the screen's height, while it is on.
    pub spotlight: Option<f32>,
    /// Whether playing waits before each reveal.
    pub predict_first: bool,
    /// Whether there is a window with notes for the speaker.
    pub notes: bool,
    /// What the remote's special keys do.
    pub remote: RemoteKeys,
}

impl Projector {
    /// The state at the start, with these options.
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

    /// Applies a command.
    pub fn apply(&mut self, command: ProjectorCommand) -> Vec<Effect> {
        match command {
            ProjectorCommand::Cover(cover) => {
                self.cover = cover;
                return cover.map(|_| PlaybackCommand::Pause.into()).into_iter().collect();
            }
            ProjectorCommand::Freeze(frozen) => self.frozen = frozen && self.notes,
            ProjectorCommand::Spotlight(radius) => {
                let held = |radius: f32| radius.clamp(*SPOTLIGHTS.start(), *SPOTLIGHTS.end());
                self.spotlight = radius.filter(|radius| radius.is_finite()).map(held);
            }
            ProjectorCommand::PredictFirst(first) => self.predict_first = first,
            ProjectorCommand::ShowNotes(shown) => {
                self.notes = shown;
                // Without the speaker's window, nobody can see what happens behind a frozen picture.
                self.frozen &= shown;
            }
            ProjectorCommand::GoToStop(index) => return vec![Effect::GoToStop(index)],
            ProjectorCommand::RestartTime => return vec![Effect::RestartLessonTime],
            ProjectorCommand::SetDistance(distance) => {
                if DISTANCES.contains(&distance) {
                    self.distance = Some(distance);
                }
            }
        }
        Vec::new()
    }

    /// Removes the cover and the spotlight, and unfreezes the picture.
    pub fn start_over(&mut self) {
        self.cover = None;
        self.spotlight = None;
        self.frozen = false;
    }
}
