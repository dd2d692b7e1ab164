//! Whether somebody is there, and how long ago the last input was.

use bevy::prelude::*;
use exhibit::command::Command;
use exhibit::config::Config;
use exhibit::kiosk::attract::Attract;
use exhibit::kiosk::{Kiosk, Presence};

use super::input::Input;
use super::operator::Operator;
use crate::next_frame::{NextFrame, until_the_next_second};
use crate::visits::{VisitBegan, VisitEnded};

/// At the start, nobody is there.
pub(super) fn open(mut kiosk: ResMut<Kiosk>) {
    kiosk.presence = Presence::Nobody(Attract::default());
}

/// Detects arrivals, activity and departures.
pub(super) fn notice(
    mut input: Input,
    mut kiosk: ResMut<Kiosk>,
    mut commands: MessageWriter<Command>,
    mut began: MessageWriter<VisitBegan>,
    mut ended: MessageWriter<VisitEnded>,
    operator: Res<Operator>,
    config: Res<Config>,
    mut next: ResMut<NextFrame>,
    time: Res<Time<Real>>,
) {
    let signs = input.read();
    let passed = time.delta_secs_f64();
    let idle_seconds = config.kiosk.idle_seconds;
    match kiosk.presence {
        Presence::Attended => {}
        // The process or the computer slept through the countdown. Nobody could see it or answer it, so a
        // touch belongs to the next visitor.
        Presence::Visitor(idle)
            if passed >= config.kiosk.countdown_seconds && idle + passed >= idle_seconds =>
        {
            commands.write(Command::StartOver);
            ended.write(VisitEnded { unattended: idle + passed });
            kiosk.presence = if signs.begun {
                began.write(VisitBegan);
                Presence::Visitor(0.0)
            } else {
                Presence::Nobody(Attract::default())
            };
        }
        Presence::Nobody(_) if signs.begun => {
            kiosk.presence = Presence::Visitor(0.0);
            commands.write(Command::StartOver);
            began.write(VisitBegan);
        }
        Presence::Nobody(_) => {}
        // A finger that holds the operator's corner counts as present, though it does not move.
        Presence::Visitor(_) if signs.any || operator.is_held() => {
            kiosk.presence = Presence::Visitor(0.0);
        }
        Presence::Visitor(idle) => {
            let idle = idle + passed;
            if idle >= idle_seconds {
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
            let left = idle_seconds - idle;
            let counts = left <= config.kiosk.countdown_seconds && idle > 0.0;
            next.within(if counts {
                until_the_next_second(left)
            } else {
                left - config.kiosk.countdown_seconds
            });
            counts.then(|| left.ceil() as u64)
        }
        Presence::Attended | Presence::Nobody(_) => None,
    };
}
