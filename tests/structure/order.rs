//! Two systems that use the same data, of which one changes them, run in a known order.

use std::collections::HashMap;

use bevy::app::MainScheduleOrder;
use bevy::ecs::component::ComponentId;
use bevy::ecs::schedule::{InternedScheduleLabel, ScheduleLabel};
use bevy::prelude::*;
use content::files::Files;
use learning_machine::Setup;
use learning_machine::headless::{self, Rendering};

/// How the names of the exhibit's own systems begin.
const OWN: [&str; 2] = ["learning_machine::", "stage::"];

/// The pairs of systems of a schedule whose order is left to chance, and of which one is the exhibit's own.
/// Systems of the engine that need the whole world for themselves, such as those that apply commands, run
/// whenever they can: of these no pair is known by its data.
fn ambiguous(app: &mut App, label: InternedScheduleLabel) -> Vec<String> {
    let world = app.world_mut();
    let found = world.try_schedule_scope(label, |world, schedule| {
        schedule.initialize(world).unwrap();
        let names: HashMap<_, _> = schedule
            .systems()
            .unwrap()
            .map(|(key, system)| (key, system.name().to_string()))
            .collect();
        let is_own = |name: &str| OWN.iter().any(|own| name.starts_with(own));
        let conflicts =
            schedule.graph().conflicting_systems().iter().filter(|(one, other, ids)| {
                let [one, other] = [one, other].map(|key| is_own(&names[key]));
                one && other || (one || other) && !ids.is_empty()
            });
        let data = |ids: &[ComponentId]| -> Vec<String> {
            ids.iter().map(|&id| world.components().get_name(id).unwrap().to_string()).collect()
        };
        let told = |(one, other, ids): &(_, _, Box<[ComponentId]>)| {
            format!("{label:?}: {} and {}: {:?}", names[one], names[other], data(ids))
        };
        conflicts.map(told).collect()
    });
    found.unwrap_or_default()
}

#[test]
fn the_order_of_systems_is_never_left_to_chance() {
    let setup = Setup::new(Files::default()).unwrap();
    let mut app = headless::app(setup, UVec2::new(640, 360), Rendering::Off).unwrap();
    let order = app.world().resource::<MainScheduleOrder>();
    let labels: Vec<_> = order.startup_labels.iter().chain(&order.labels).copied().collect();
    assert!(labels.contains(&Update.intern()) && labels.contains(&Last.intern()));
    let found: Vec<_> = labels.into_iter().flat_map(|label| ambiguous(&mut app, label)).collect();
    assert!(found.is_empty(), "{} pairs:\n{}", found.len(), found.join("\n"));
}
