//! The state of a kiosk: who is there, what is shown while nobody is, and what its operator sees.

pub mod attract;
pub mod facts;
pub mod operator;

use bevy_ecs::resource::Resource;

use crate::command::{Command, ProgramCommand};
use attract::Attract;

pub use operator::{Ending, OperatorCommand, OperatorPage, PinState};

/// A kiosk's state.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct Kiosk {
    /// Who is there.
    pub presence: Presence,
    /// Seconds until the visit is taken to be over, once they are few.
    pub countdown: Option<u64>,
}

/// Who is there.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Presence {
    /// Whoever opened the exhibit: it is no kiosk.
    #[default]
    Attended,
    /// Nobody: scenes that attract visitors follow each other.
    Nobody(Attract),
    /// A visitor, of whom nothing has been heard for so many seconds.
    Visitor(f64),
}

impl Kiosk {
    /// What is shown to attract visitors, if nobody is there.
    #[must_use]
    pub fn attract(&self) -> Option<&Attract> {
        match &self.presence {
            Presence::Nobody(attract) => Some(attract),
            Presence::Attended | Presence::Visitor(_) => None,
        }
    }

    /// Whether the exhibit stands alone.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.presence != Presence::Attended
    }

    /// Whether what is done reaches the exhibit: not if it has only called back a visitor, or the first.
    #[must_use]
    pub fn lets_through(&self) -> bool {
        self.attract().is_none() && self.countdown.is_none()
    }
}

/// Whether a kiosk refuses a command, whoever asks for it.
#[must_use]
pub fn is_locked(command: &Command) -> bool {
    matches!(command, Command::Program(ProgramCommand::ToggleFullscreen) | Command::Project(_))
}
