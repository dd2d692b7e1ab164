//! A finger that rests on the glass, or whose lift was never reported, must not block all other fingers.

use bevy::input::touch::{TouchInput, TouchPhase, Touches};
use bevy::prelude::*;
use bevy::window::PrimaryWindow;
use bevy_egui::EguiContext;
use bevy_egui::input::EguiContextPointerTouchId;

use crate::execute::Reset;
use overlay::let_go;

/// If the first finger sends nothing for this many seconds, the next finger becomes the first.
const FORGOTTEN: f64 = 10.0;

/// The overlay follows only the first finger, until that finger is lifted.
pub(super) fn let_go_of_the_forgotten(
    mut touches: MessageReader<TouchInput>,
    mut followed: Query<(&mut EguiContext, &mut EguiContextPointerTouchId)>,
    mut heard: Local<f64>,
    time: Res<Time<Real>>,
) {
    let now = time.elapsed_secs_f64();
    for touch in touches.read() {
        for (mut context, mut first) in &mut followed {
            match first.pointer_touch_id {
                Some(id) if id != touch.id && now - *heard > FORGOTTEN => {
                    first.pointer_touch_id = None;
                    let_go(context.get_mut());
                    *heard = now;
                }
                Some(id) if id != touch.id => {}
                _ => *heard = now,
            }
        }
    }
}

/// Fingers whose lift was never reported count as lifted when the visit ends. Otherwise their number would
/// grow for ever, and each frame would go through all of them.
pub(super) fn lift_with_the_visit(
    mut resets: MessageReader<Reset>,
    mut lifted: MessageWriter<TouchInput>,
    touches: Res<Touches>,
    windows: Query<Entity, With<PrimaryWindow>>,
) {
    if resets.read().count() == 0 {
        return;
    }
    let Ok(window) = windows.single() else { return };
    // Keeps the finger that begins the next visit.
    let old = touches.iter().filter(|touch| !touches.just_pressed(touch.id()));
    lifted.write_batch(old.map(|touch| TouchInput {
        phase: TouchPhase::Canceled,
        position: touch.position(),
        window,
        force: None,
        id: touch.id(),
    }));
}
