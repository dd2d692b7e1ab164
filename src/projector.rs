//! Projector mode in the program: what it starts with, and what stands still while the picture is frozen.

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
