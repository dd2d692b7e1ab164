//! Two systems run in a known order if they use the same data and at least one of them changes the data.

use std::collections::HashMap;

use bevy::app::MainScheduleOrder;
use bevy::ecs::component::ComponentId;
use bevy::ecs::schedule::{InternedScheduleLabel, ScheduleLabel};
use bevy::prelude::*;
use content::files::Files;
use learning_machine::Setup;
use learning_machine::headless::{self, Rendering};

/// The prefixes of the names of the exhibit's own systems.
const OWN: [&str; 2] = ["learning_machine::", "stage::"];

/// Returns the pairs of systems of a schedule whose order is left to chance. At least one system of each pair
/// is the exhibit's own. Some systems of the engine need the whole world for themselves, such as those that
/// apply commands. A pair with such a system lists no data, so it counts only if both are the exhibit's own.
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
        let pair = |(one, other, ids): &(_, _, Box<[ComponentId]>)| {
            format!("{label:?}: {} and {}: {:?}", names[one], names[other], data(ids))
        };
        conflicts.map(pair).collect()
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
