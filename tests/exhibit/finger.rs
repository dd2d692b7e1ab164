//! A finger on the glass: touches as the driver of a touch screen reports them.

use bevy::input::touch::{TouchInput, TouchPhase};
use bevy::prelude::*;
use bevy::window::PrimaryWindow;
use bevy_egui::egui::accesskit::{Action, Node, Role, Toggled, TreeUpdate};
use bevy_egui::{EguiContext, EguiOutput, PrimaryEguiContext};

use super::driver::exhibit_of_size;

/// The number that a driver gives a finger while it is down.
const FINGER: u64 = 7;

/// Returns an exhibit that reports the places of its controls.
pub fn touchable(chapter: usize, size: UVec2) -> App {
    let mut app = exhibit_of_size(chapter, size);
    describe(&mut app);
    app
}

/// Makes an exhibit report the places of its controls.
pub fn describe(app: &mut App) {
    let mut contexts =
        app.world_mut().query_filtered::<&mut EguiContext, With<PrimaryEguiContext>>();
    contexts.single_mut(app.world_mut()).unwrap().get_mut().enable_accesskit();
    app.update();
    app.update();
}

/// A control on the screen.
#[derive(Clone, Debug)]
pub struct Control {
    pub name: String,
    pub role: Role,
    pub enabled: bool,
    pub chosen: bool,
    pub place: Rect,
}

/// Returns all controls on the screen.
pub fn controls(app: &mut App) -> Vec<Control> {
    let mut outputs = app.world_mut().query_filtered::<&EguiOutput, With<PrimaryEguiContext>>();
    let output = outputs.single(app.world()).unwrap();
    let tree = output.platform_output.accesskit_update.as_ref().unwrap();
    tree_controls(tree)
}

fn tree_controls(tree: &TreeUpdate) -> Vec<Control> {
    let control = |node: &Node| {
        let can_be_touched = node.supports_action(Action::Click) || node.role() == Role::Slider;
        let bounds = node.bounds().filter(|_| can_be_touched)?;
        let place =
            Rect::new(bounds.x0 as f32, bounds.y0 as f32, bounds.x1 as f32, bounds.y1 as f32);
        let name = node.label().or(node.value())?.to_owned();
        let chosen = node.is_selected() == Some(true) || node.toggled() == Some(Toggled::True);
        Some(Control { name, role: node.role(), enabled: !node.is_disabled(), chosen, place })
    };
    tree.nodes.iter().filter_map(|(_, node)| control(node)).collect()
}

/// Returns the enabled control of this name.
pub fn control(app: &mut App, name: &str) -> Option<Control> {
    controls(app).into_iter().find(|control| control.enabled && control.name == name)
}

/// Touches the control of this name, for as long as a child does.
pub fn touch(app: &mut App, name: &str) {
    let Some(control) = control(app, name) else {
        let names: Vec<_> = controls(app).into_iter().map(|control| control.name).collect();
        panic!("there is no control {name:?} to touch, but {names:?}");
    };
    tap(app, control.place.center());
}

pub fn tap(app: &mut App, at: Vec2) {
    put(app, TouchPhase::Started, at, FINGER);
    app.update();
    app.update();
    put(app, TouchPhase::Ended, at, FINGER);
    app.update();
    // The first frame executes the command, and the second one shows the result.
    app.update();
    app.update();
}

pub fn drag(app: &mut App, from: Vec2, to: Vec2) {
    put(app, TouchPhase::Started, from, FINGER);
    app.update();
    for part in 1..=8 {
        put(app, TouchPhase::Moved, from.lerp(to, part as f32 / 8.0), FINGER);
        app.update();
    }
    put(app, TouchPhase::Ended, to, FINGER);
    app.update();
    app.update();
    app.update();
}

/// Reports a finger, as the driver of a touch screen does.
pub fn put(app: &mut App, phase: TouchPhase, position: Vec2, id: u64) {
    let mut windows = app.world_mut().query_filtered::<Entity, With<PrimaryWindow>>();
    let window = windows.single(app.world()).unwrap();
    app.world_mut().write_message(TouchInput { phase, position, window, force: None, id });
}
