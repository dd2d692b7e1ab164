//! Projector mode in the program: its initial state, and the parts that stand still while the picture is
//! frozen.

pub mod frozen;
pub mod remote;

use std::time::Duration;

use bevy::prelude::*;
use exhibit::command::Command;
use exhibit::experiment::Experiments;
use exhibit::lesson::RunningLesson;
use exhibit::projector::predict::Waiting;
use exhibit::projector::{Options, Projector, ProjectorCommand};
use exhibit::settings::Settings;

/// When the lesson's clock started.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LessonTime(pub Duration);

/// Minutes of the day. Only the native edge can read them.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeOfDay(pub Option<u32>);

/// Present until the number of screens is known.
#[derive(Resource, Clone, Copy, Debug)]
pub struct AutomaticNotes {
    /// Whether the speaker's window opens if there are two screens.
    pub opens: bool,
}

/// Adds projector mode to an exhibit; with a lesson, starts at its first stop.
pub(super) fn build(
    app: &mut App,
    options: &Options,
    experiments: &Experiments,
    settings: &Settings,
) {
    app.insert_resource(Projector::new(options))
        .init_resource::<LessonTime>()
        .init_resource::<TimeOfDay>()
        .init_resource::<Waiting>()
        .init_resource::<frozen::FrozenPicture>();
    if options.distance.is_some() && options.notes != Some(false) {
        app.insert_resource(AutomaticNotes { opens: options.notes.is_none() });
    }
    if let Some(lesson) = &options.lesson {
        app.insert_resource(RunningLesson::new(lesson.clone(), experiments, settings));
        app.world_mut().write_message(Command::Project(ProjectorCommand::GoToStop(0)));
    }
}
