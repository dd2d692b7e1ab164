//! Screen readers and other assistive technologies: they receive a description of every control, and their
//! requests become input.
//!
//! The interface describes itself only while an assistive technology listens; until then nothing is built.
//! The speaker's window is not described: it has no controls, and the lesson holds all of its text.

use bevy::a11y::{
    AccessibilityRequested, AccessibilitySystems, ActionRequest, ManageAccessibilityUpdates,
};
use bevy::ecs::system::NonSendMarker;
use bevy::prelude::*;
use bevy::window::PrimaryWindow;
use bevy::winit::accessibility::ACCESS_KIT_ADAPTERS;
use bevy_egui::{
    EguiContext, EguiInput, EguiOutput, EguiPostUpdateSet, EguiPreUpdateSet, PrimaryEguiContext,
    egui,
};

use super::switches;

pub(super) fn plugin(app: &mut App) {
    // Without a window the engine adds neither of them.
    app.init_resource::<AccessibilityRequested>()
        .init_resource::<ManageAccessibilityUpdates>()
        .add_message::<ActionRequest>()
        .add_systems(
            PreUpdate,
            (describe_if_asked, hear)
                .chain()
                .after(EguiPreUpdateSet::ProcessInput)
                .after(switches::read_switches)
                .before(EguiPreUpdateSet::BeginPass),
        )
        .add_systems(
            PostUpdate,
            tell.after(EguiPostUpdateSet::ProcessOutput).before(AccessibilitySystems::Update),
        );
}

/// While an assistive technology listens, the interface describes itself in every pass, in place of the
/// engine.
fn describe_if_asked(
    requested: Res<AccessibilityRequested>,
    mut by_engine: ResMut<ManageAccessibilityUpdates>,
    mut contexts: Query<&mut EguiContext, With<PrimaryEguiContext>>,
) {
    if requested.get() && by_engine.get() {
        by_engine.set(false);
        for mut context in &mut contexts {
            context.get_mut().enable_accesskit();
        }
    }
}

/// Passes requests to the interface, like a key press or a click.
fn hear(
    mut requests: MessageReader<ActionRequest>,
    mut inputs: Query<&mut EguiInput, With<PrimaryEguiContext>>,
) {
    for request in requests.read() {
        for mut input in &mut inputs {
            input.events.push(egui::Event::AccessKitActionRequest(request.0.clone()));
        }
    }
}

/// Passes the description of this pass to the window's adapter, which sends the changes in it.
fn tell(
    requested: Res<AccessibilityRequested>,
    outputs: Query<&EguiOutput, With<PrimaryEguiContext>>,
    windows: Query<Entity, With<PrimaryWindow>>,
    _on_main_thread: NonSendMarker,
) {
    if !requested.get() {
        return;
    }
    ACCESS_KIT_ADAPTERS.with_borrow_mut(|adapters| {
        for update in outputs.iter().filter_map(|o| o.platform_output.accesskit_update.as_ref()) {
            for window in &windows {
                if let Some(adapter) = adapters.get_mut(&window) {
                    adapter.update_if_active(|| update.clone());
                }
            }
        }
    });
}
