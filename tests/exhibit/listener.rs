//! A visitor with a screen reader, or with keys and switches alone.

use bevy::a11y::{AccessibilityRequested, ActionRequest};
use bevy::prelude::*;
use bevy_egui::egui::accesskit::{
    Action, ActionData, ActionRequest as Request, Node, NodeId, Role, TreeId, TreeUpdate,
};
use bevy_egui::egui::{self, Event, Key};
use bevy_egui::{EguiInput, EguiOutput};

/// Makes the exhibit describe itself.
pub fn listen(app: &mut App) {
    app.world().resource::<AccessibilityRequested>().set(true);
    settle(app);
}

/// Waits until commands are executed, answered and described.
pub fn settle(app: &mut App) {
    for _ in 0..3 {
        app.update();
    }
}

/// Returns the current description, if there is one.
pub fn tree(app: &mut App) -> Option<TreeUpdate> {
    let mut outputs = app.world_mut().query::<&EguiOutput>();
    outputs.single(app.world()).unwrap().platform_output.accesskit_update.clone()
}

pub fn is_control(node: &Node) -> bool {
    matches!(node.role(), Role::Button | Role::RadioButton | Role::CheckBox | Role::Slider)
}

/// Returns all controls that can be used now.
pub fn controls(app: &mut App) -> Vec<(NodeId, Node)> {
    let tree = tree(app).expect("it is being listened to");
    let usable = |node: &Node| is_control(node) && !node.is_disabled();
    tree.nodes.into_iter().filter(|(_, node)| usable(node)).collect()
}

/// Returns the control of this name.
pub fn control(app: &mut App, name: &str) -> (NodeId, Node) {
    let all = controls(app);
    let names: Vec<_> =
        all.iter().map(|(_, node)| node.label().unwrap_or_default().to_owned()).collect();
    let found = all.into_iter().find(|(_, node)| node.label() == Some(name));
    found.unwrap_or_else(|| panic!("there is no {name:?} among {names:?}"))
}

/// Returns the control with the focus, if there is one.
pub fn focused(app: &mut App) -> Option<(NodeId, Node)> {
    let tree = tree(app).expect("it is being listened to");
    let focus = tree.focus;
    tree.nodes.into_iter().find(|(id, node)| *id == focus && is_control(node))
}

/// Returns the spoken description of the moment.
pub fn description(app: &mut App) -> Node {
    let tree = tree(app).expect("it is being listened to");
    tree.nodes.into_iter().find(|(_, node)| node.role() == Role::Status).unwrap().1
}

/// Sends a request to a control, as a screen reader does.
pub fn request(app: &mut App, target: NodeId, action: Action, data: Option<ActionData>) {
    app.world_mut().write_message(ActionRequest(Request {
        action,
        target_tree: TreeId::ROOT,
        target_node: target,
        data,
    }));
    settle(app);
}

/// Presses and releases a key for egui.
pub fn tap(app: &mut App, key: Key) {
    for pressed in [true, false] {
        let mut inputs = app.world_mut().query::<&mut EguiInput>();
        inputs.single_mut(app.world_mut()).unwrap().events.push(Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: egui::Modifiers::NONE,
        });
        app.update();
    }
    settle(app);
}
