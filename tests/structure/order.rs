//! Two systems that use the same data, one of which changes them, have an order.

use bevy::app::MainScheduleOrder;
use bevy::ecs::schedule::{LogLevel, ScheduleBuildSettings, Schedules};
use bevy::prelude::*;
use content::files::Files;
use learning_machine::Setup;
use learning_machine::headless::{self, Rendering};

#[test]
fn the_order_of_systems_is_never_left_to_chance() {
    let setup = Setup::new(Files::default()).unwrap();
    let mut app = headless::app(setup, UVec2::new(640, 360), Rendering::Off).unwrap();
    let order: Vec<_> = app.world().resource::<MainScheduleOrder>().labels.clone();
    let mut schedules = app.world_mut().resource_mut::<Schedules>();
    let mut checked = 0;
    for label in order {
        if let Some(schedule) = schedules.get_mut(label) {
            schedule.set_build_settings(ScheduleBuildSettings {
                ambiguity_detection: LogLevel::Error,
                ..default()
            });
            checked += 1;
        }
    }
    assert!(checked >= 5, "{checked} schedules");
    // A schedule is built, and an ambiguity found, when it first runs.
    app.update();
}
