//! Commands: everything that the overlay, the keys, a lesson or a kiosk can ask of the exhibit.
//!
//! Commands are applied one after the other, in the order in which they were sent. Each domain has its own
//! enum beside the state that it changes, with an `apply` that needs no engine. `apply` returns every change
//! outside this state as an [`Effect`].
//!
//! [`Effect`]: crate::effect::Effect

mod stepping;
mod thinking;

use bevy_ecs::message::Message;

use crate::experiment::{LearnCommand, Subject};
use crate::guesses::GuessCommand;
use crate::kiosk::operator::OperatorCommand;
use crate::link::ReadLink;
use crate::playback::PlaybackCommand;
use crate::projector::command::ProjectorCommand;
use crate::settings::Setting;
use crate::visitor::{Panel, VisitorCommand};

pub use stepping::{learning_rates, step_phase, step_sample};
pub use thinking::after_thinking;

/// A request to the exhibit. A command names its goal, not a difference: two equal commands in one frame have
/// the same effect as one.
#[derive(Message, Clone, Debug, PartialEq)]
pub enum Command {
    /// Move the playhead, or stop it.
    Playback(PlaybackCommand),
    /// Show a chapter, given by its place, at the step where the visitor left it.
    Go(usize),
    /// Go to the moment of a link. What the link does not name is as it was when the exhibit began.
    Open(Box<ReadLink>),
    /// Change how a subject's machine learns.
    Learn(Subject, LearnCommand),
    /// Change what the visitor holds or has set.
    Visitor(VisitorCommand),
    /// Answer, or take back an answer.
    Guess(GuessCommand),
    /// Show a page over the chapter, or none.
    Show(Option<Panel>),
    /// Change the presentation.
    Set(Setting),
    /// Change something in projector mode.
    Project(ProjectorCommand),
    /// Do something that the operator of a kiosk asks for.
    Operator(OperatorCommand),
    /// Do something that only the program can do.
    Program(ProgramCommand),
    /// Return to the initial state. Nothing of what a visitor has done remains.
    StartOver,
}

/// A command that only the program can execute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgramCommand {
    /// Switch between full screen and window.
    ToggleFullscreen,
    /// Read the settings of `exhibit.toml` again.
    ReloadConfig,
    /// Copy the address of the current moment.
    CopyLink,
}
