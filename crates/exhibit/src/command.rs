//! Commands: everything that the overlay, the keys, a lesson or a kiosk may ask of the exhibit.
//!
//! Commands are applied one after the other, in the order in which they were asked for. Each domain
//! has its own enum beside the state that it changes, with an `apply` that needs no engine. What goes
//! beyond this state, `apply` returns as [`Effect`]s.
//!
//! [`Effect`]: crate::effect::Effect

mod stepping;
mod thinking;

use bevy_ecs::message::Message;

use crate::experiment::{LearnCommand, Subject};
use crate::guesses::GuessCommand;
use crate::kiosk::operator::OperatorCommand;
use crate::playback::PlaybackCommand;
use crate::projector::command::ProjectorCommand;
use crate::settings::Setting;
use crate::visitor::{Panel, VisitorCommand};

pub use stepping::{learning_rates, step_phase, step_sample};
pub use thinking::after_thinking;

/// Something asked of the exhibit. A command names its goal, not a difference: asked twice in a frame
/// it has the same effect as once.
#[derive(Message, Clone, Debug, PartialEq)]
pub enum Command {
    /// Move the playhead, or stop it.
    Playback(PlaybackCommand),
    /// Show a chapter, by its place, at the step where it was left.
    Go(usize),
    /// Let a subject's machine learn in another way.
    Learn(Subject, LearnCommand),
    /// Take something in hand, or let go of it.
    Visitor(VisitorCommand),
    /// Answer, or take an answer back.
    Guess(GuessCommand),
    /// Show a page over the chapter, or none.
    Show(Option<Panel>),
    /// Change the presentation.
    Set(Setting),
    /// Something of projector mode.
    Project(ProjectorCommand),
    /// Something that the operator of a kiosk asks for.
    Operator(OperatorCommand),
    /// Something that only the program can do.
    Program(ProgramCommand),
    /// Be as at the beginning: nothing of what a visitor has done remains.
    StartOver,
}

/// What only the program can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgramCommand {
    /// Fill the screen, or no longer.
    ToggleFullscreen,
    /// Read the settings of `exhibit.toml` again.
    ReloadConfig,
}
