//! Standing alone in a museum: who is there, what happens when nobody is, and the operator's way in.

pub mod attract;
mod fingers;
mod guesses;
mod input;
pub mod operator;
mod presence;

use bevy::prelude::*;
use bevy_egui::EguiPreUpdateSet;

use crate::ExhibitSystems;
use crate::command::{self, Command};
use crate::config::Config;
use crate::keys;

pub use operator::{Ending, Operator, OperatorCommand, OperatorPage, PinState};
pub use presence::{Kiosk, Presence};

/// The exit code of an exhibit that its operator has closed: it is not to be started again.
pub const CLOSED_BY_OPERATOR: u8 = 10;

/// Lets an exhibit stand alone, if the settings want it.
pub fn plugin(app: &mut App) {
    app.init_resource::<Kiosk>()
        .init_resource::<Operator>()
        .add_systems(Startup, presence::open.run_if(is_wanted))
        .add_systems(
            Update,
            (operator::watch_corner, presence::notice, attract::show)
                .chain()
                .after(keys::read_keys)
                .before(command::carry_out)
                .in_set(ExhibitSystems::Command)
                .run_if(is_wanted),
        )
        .add_systems(
            Update,
            (operator::answer, guesses::go_on, fingers::lift_with_the_visit)
                .after(command::carry_out)
                .in_set(ExhibitSystems::Command)
                .run_if(is_wanted),
        )
        .add_systems(
            PreUpdate,
            fingers::let_go_of_the_forgotten
                .before(EguiPreUpdateSet::ProcessInput)
                .run_if(is_wanted),
        );
}

/// Whether the exhibit stands alone.
#[must_use]
pub fn is_wanted(config: Res<Config>) -> bool {
    config.kiosk.enabled
}

/// What a kiosk does not let a visitor do.
#[must_use]
pub fn is_locked(command: &Command) -> bool {
    matches!(command, Command::ToggleFullscreen | Command::Project(_))
}
