//! Switches in place of a keyboard: one moves to the next control, the other uses it. With a single switch,
//! the focus moves by itself, and the switch uses the focused control.

use bevy::prelude::*;
use bevy_egui::{EguiInput, egui};

use crate::next_frame::NextFrame;
use exhibit::settings::{Settings, Switches};

/// Turns the keys of switches into keys that the interface knows.
pub(super) fn read_switches(
    settings: Res<Settings>,
    time: Res<Time<Real>>,
    mut next: ResMut<NextFrame>,
    mut offered: Local<f32>,
    mut inputs: Query<&mut EguiInput>,
) {
    if settings.switches == Switches::Off {
        *offered = 0.0;
        return;
    }
    *offered += time.delta_secs();
    for mut input in &mut inputs {
        for event in &mut input.events {
            let egui::Event::Key { key, repeat, pressed, .. } = event else { continue };
            match (settings.switches, *key) {
                (Switches::Two, egui::Key::Space) => *key = egui::Key::Tab,
                (Switches::One, egui::Key::Space) => *key = egui::Key::Enter,
                _ => {}
            }
            if *pressed && !*repeat {
                // After a control is used, the visitor may want to use it again.
                *offered = 0.0;
            }
        }
        // A switch that is held down counts as pressed once.
        input.events.retain(|event| match event {
            egui::Event::Key { key: egui::Key::Tab | egui::Key::Enter, repeat, .. } => !repeat,
            egui::Event::Text(text) => text != " ",
            _ => true,
        });
        if settings.switches == Switches::One && *offered >= settings.dwell {
            for pressed in [true, false] {
                input.events.push(egui::Event::Key {
                    key: egui::Key::Tab,
                    physical_key: None,
                    pressed,
                    repeat: false,
                    modifiers: egui::Modifiers::NONE,
                });
            }
        }
    }
    if settings.switches == Switches::One {
        if *offered >= settings.dwell {
            *offered = 0.0;
        }
        next.within(f64::from(settings.dwell - *offered));
    }
}
