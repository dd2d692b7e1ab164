//! Whether somebody is there, and for how long nothing has been heard of them.

use bevy::prelude::*;

use super::attract::Attract;
use super::input::Input;
use super::operator::Operator;
use crate::command::Command;
use crate::config::Config;
use crate::visits::{VisitBegan, VisitEnded};

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

/// In the morning, nobody is there.
pub(super) fn open(mut kiosk: ResMut<Kiosk>) {
    kiosk.presence = Presence::Nobody(Attract::default());
}

/// Notices who comes, who stays and who has gone.
pub(super) fn notice(
    mut input: Input,
    mut kiosk: ResMut<Kiosk>,
    mut commands: MessageWriter<Command>,
    mut began: MessageWriter<VisitBegan>,
    mut ended: MessageWriter<VisitEnded>,
    operator: Res<Operator>,
    config: Res<Config>,
    time: Res<Time<Real>>,
) {
    let signs = input.read();
    match kiosk.presence {
        Presence::Attended => {}
        Presence::Nobody(_) if signs.begun => {
            kiosk.presence = Presence::Visitor(0.0);
            commands.write(Command::StartOver);
            began.write(VisitBegan);
        }
        Presence::Nobody(_) => {}
        // A hand that waits for the operator's page is there, though it does not move.
        Presence::Visitor(_) if signs.any || operator.is_held() => {
            kiosk.presence = Presence::Visitor(0.0);
        }
        Presence::Visitor(idle) => {
            let idle = idle + time.delta_secs_f64();
            if idle >= config.kiosk.idle_seconds {
                kiosk.presence = Presence::Nobody(Attract::default());
                commands.write(Command::StartOver);
                ended.write(VisitEnded { unattended: idle });
            } else {
                kiosk.presence = Presence::Visitor(idle);
            }
        }
    }
    kiosk.countdown = match kiosk.presence {
        Presence::Visitor(idle) => {
            let left = config.kiosk.idle_seconds - idle;
            (left <= config.kiosk.countdown_seconds && idle > 0.0).then(|| left.ceil() as u64)
        }
        Presence::Attended | Presence::Nobody(_) => None,
    };
}
