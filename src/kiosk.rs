//! The unattended exhibit in a museum: presence, attract mode, and the operator's menu.

pub mod attract;
pub mod facts;
mod fingers;
mod guesses;
mod input;
pub mod operator;
mod presence;

use bevy::prelude::*;
use bevy_egui::EguiPreUpdateSet;

use crate::execute::CommandSystems;

use exhibit::config::Config;
use exhibit::kiosk::Kiosk;
use exhibit::kiosk::facts::Facts;

pub use operator::Operator;

/// The exit code of an exhibit that its operator has closed: the service manager must not restart it.
pub const CLOSED_BY_OPERATOR: u8 = 10;

/// Makes an exhibit a kiosk, if the settings ask for it.
pub fn plugin(app: &mut App) {
    // Several parts may request the exit; the first request decides.
    app.allow_ambiguous_resource::<Messages<AppExit>>();
    app.init_resource::<Kiosk>()
        .init_resource::<Operator>()
        .init_resource::<Facts>()
        .add_message::<facts::FactsWanted>()
        .add_systems(Startup, presence::open.run_if(is_wanted))
        .add_systems(
            Update,
            (operator::watch_corner, presence::notice, attract::show)
                .chain()
                .in_set(CommandSystems::Notice)
                .run_if(is_wanted),
        )
        .add_systems(
            Update,
            (operator::answer, facts::ask, guesses::go_on)
                .chain()
                .in_set(CommandSystems::Answer)
                .run_if(is_wanted),
        )
        // A screen in a classroom forgets fingers, too.
        .add_systems(Update, fingers::lift_with_the_visit.in_set(CommandSystems::Answer))
        .add_systems(
            PreUpdate,
            fingers::let_go_of_the_forgotten
                .after(EguiPreUpdateSet::InitContexts)
                .before(EguiPreUpdateSet::ProcessInput),
        );
}

/// Whether the exhibit is a kiosk.
#[must_use]
pub fn is_wanted(config: Res<Config>) -> bool {
    config.kiosk.enabled
}
