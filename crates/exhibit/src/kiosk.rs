//! The state of a kiosk: who is there, what it shows while nobody is there, and what its operator sees.

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
    /// Seconds until the visit ends, while the countdown is shown.
    pub countdown: Option<u64>,
}

/// Who is there.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Presence {
    /// The person who opened the exhibit. It is not a kiosk.
    #[default]
    Attended,
    /// Nobody. Attract mode shows its scenes.
    Nobody(Attract),
    /// A visitor, and the seconds since the visitor's last input.
    Visitor(f64),
}

impl Kiosk {
    /// The state of attract mode, if nobody is there.
    #[must_use]
    pub fn attract(&self) -> Option<&Attract> {
        match &self.presence {
            Presence::Nobody(attract) => Some(attract),
            Presence::Attended | Presence::Visitor(_) => None,
        }
    }

    /// Whether the exhibit is a kiosk, which stands alone.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.presence != Presence::Attended
    }

    /// Whether input reaches the exhibit. The input that ends attract mode or a countdown does nothing else.
    #[must_use]
    pub fn lets_through(&self) -> bool {
        self.attract().is_none() && self.countdown.is_none()
    }
}

/// Whether a kiosk always refuses a command.
#[must_use]
pub fn is_locked(command: &Command) -> bool {
    matches!(
        command,
        Command::Program(ProgramCommand::ToggleFullscreen | ProgramCommand::CopyLink)
            | Command::Project(_)
    )
}
