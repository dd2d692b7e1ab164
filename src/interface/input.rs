//! Input for egui: adds what the bridge between engine and egui leaves out, and drops invalid input.

use bevy::ecs::entity::EntityHashMap;
use bevy::prelude::*;
use bevy::window::WindowFocused;
use bevy_egui::input::{ModifierKeysState, WindowToEguiContextMap};
use bevy_egui::{EguiGlobalSettings, EguiInput, EguiInputSystemSettings, EguiPreUpdateSet, egui};

use super::switches;
use exhibit::kiosk::Kiosk;

/// The largest scroll of one turn of a wheel, in lines or points. Larger values would add up to infinity.
const WHEEL: f32 = 10_000.0;

/// Settings of the bridge about input.
pub(super) fn settings() -> EguiGlobalSettings {
    EguiGlobalSettings {
        // The stage spawns the one camera that owns the context, and never despawns it.
        auto_create_primary_context: false,
        // There are no text fields, and input methods would keep the picture awake.
        enable_ime: false,
        input_system_settings: EguiInputSystemSettings {
            // Nothing accepts files. egui would keep the paths of hovering files, and copy them in each
            // frame.
            run_write_file_dnd_messages_system: false,
            ..default()
        },
        ..default()
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_message::<WindowFocused>()
        .add_systems(PreUpdate, let_go_while_nobody_is_there.before(EguiPreUpdateSet::ProcessInput))
        .add_systems(
            PreUpdate,
            (
                tell_of_lost_focus,
                keep_within_bounds,
                forget_known_modifiers,
                switches::read_switches,
            )
                .chain()
                .after(EguiPreUpdateSet::ProcessInput)
                .before(EguiPreUpdateSet::BeginPass),
        );
}

/// A modifier key that a visitor left stuck is not held for the next visitor.
fn let_go_while_nobody_is_there(kiosk: Res<Kiosk>, mut held: ResMut<ModifierKeysState>) {
    if kiosk.attract().is_some() && (held.shift || held.ctrl || held.alt || held.win) {
        *held = ModifierKeysState::default();
    }
}

/// If the window loses the focus while keys are held, their releases are not reported here.
///
/// egui is notified in the next frame, too: if an event is for a window that has no context yet or no
/// longer, the bridge leaves the later events for the next frame, and a key among them would stay down.
fn tell_of_lost_focus(
    mut focused: MessageReader<WindowFocused>,
    contexts: Res<WindowToEguiContextMap>,
    held: Res<ModifierKeysState>,
    mut inputs: Query<&mut EguiInput>,
    mut lost_before: Local<Vec<Entity>>,
) {
    let mut unfocused = std::mem::take(&mut *lost_before);
    for WindowFocused { window, focused } in focused.read() {
        for &context in contexts.window_to_contexts.get(window).into_iter().flatten() {
            unfocused.retain(|known| *known != context);
            lost_before.retain(|known| *known != context);
            if !focused {
                unfocused.push(context);
                lost_before.push(context);
            }
        }
    }
    for context in unfocused {
        if let Ok(mut input) = inputs.get_mut(context) {
            input.events.push(egui::Event::WindowFocused(false));
            // egui takes all modifiers for released.
            input.events.push(egui::Event::ModifiersChanged(held.to_egui_modifiers()));
        }
    }
}

/// Drops events with a number that is not finite, and limits numbers that add up.
fn keep_within_bounds(mut inputs: Query<&mut EguiInput>) {
    for mut input in &mut inputs {
        let input = input.bypass_change_detection();
        input.events.retain_mut(is_sound);
    }
}

fn is_sound(event: &mut egui::Event) -> bool {
    match event {
        egui::Event::PointerMoved(at) | egui::Event::PointerButton { pos: at, .. } => {
            at.is_finite()
        }
        egui::Event::MouseMoved(way) => way.is_finite(),
        egui::Event::MouseWheel { delta, .. } => {
            *delta = delta.clamp(egui::Vec2::splat(-WHEEL), egui::Vec2::splat(WHEEL));
            delta.is_finite()
        }
        egui::Event::Zoom(factor) | egui::Event::Rotate(factor) => factor.is_finite(),
        egui::Event::Touch { pos, force, .. } => {
            *force = force.filter(|force| force.is_finite());
            pos.is_finite()
        }
        _ => true,
    }
}

/// The engine tells egui in every frame which modifier keys are held, and egui requests another frame at
/// each event. Repeating unchanged modifiers would make it draw for ever.
fn forget_known_modifiers(
    mut inputs: Query<(Entity, &mut EguiInput)>,
    mut known: Local<EntityHashMap<egui::Modifiers>>,
) {
    let mut still = EntityHashMap::default();
    for (context, mut input) in &mut inputs {
        let mut before = known.get(&context).copied();
        input.events.retain(|event| match event {
            egui::Event::ModifiersChanged(held) => before.replace(*held) != Some(*held),
            egui::Event::WindowFocused(false) => {
                before = Some(egui::Modifiers::NONE);
                true
            }
            _ => true,
        });
        still.extend(before.map(|held| (context, held)));
    }
    *known = still;
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use bevy_egui::egui::{Event, Modifiers, MouseWheelUnit, TouchPhase, pos2, vec2};

    fn wheel(x: f32, y: f32) -> Event {
        Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: vec2(x, y),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
        }
    }

    #[test]
    fn a_lost_focus_is_sent_again_after_keys_that_come_a_frame_late() {
        let mut app = App::new();
        app.add_message::<WindowFocused>()
            .init_resource::<ModifierKeysState>()
            .add_systems(Update, tell_of_lost_focus);
        let [window, context] = [(); 2].map(|()| app.world_mut().spawn(EguiInput::default()).id());
        let mut map = WindowToEguiContextMap::default();
        map.window_to_contexts.entry(window).or_default().insert(context);
        app.insert_resource(map);
        let is_notified = |app: &mut App, event: Option<WindowFocused>| {
            let world = app.world_mut();
            world.get_mut::<EguiInput>(context).unwrap().events = vec![Event::Copy];
            event.map(|event| world.write_message(event));
            app.update();
            app.world()
                .get::<EguiInput>(context)
                .unwrap()
                .events
                .contains(&Event::WindowFocused(false))
        };
        let event = |focused| Some(WindowFocused { window, focused });
        assert!(is_notified(&mut app, event(false)));
        assert!(is_notified(&mut app, None));
        assert!(!is_notified(&mut app, None));
        // After the focus returns, keys are not released.
        assert!(is_notified(&mut app, event(false)));
        assert!(!is_notified(&mut app, event(true)));
        assert!(!is_notified(&mut app, None));
    }

    #[test]
    fn events_with_numbers_that_are_not_finite_are_dropped_and_a_wheel_is_limited() {
        for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
            for mut event in
                [Event::PointerMoved(pos2(bad, 3.0)), Event::Zoom(bad), Event::Rotate(bad)]
            {
                assert!(!is_sound(&mut event), "{event:?}");
            }
        }
        assert!(!is_sound(&mut wheel(0.0, f32::NAN)));
        for (turned, expected) in
            [(3.0, 3.0), (1e30, WHEEL), (f32::NEG_INFINITY, -WHEEL), (-0.5, -0.5)]
        {
            let mut event = wheel(0.0, turned);
            assert!(is_sound(&mut event));
            assert_eq!(event, wheel(0.0, expected));
        }
        assert!(is_sound(&mut Event::PointerMoved(pos2(-40.0, 1e6))));
    }
}
