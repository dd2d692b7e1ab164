//! Signs of life: whatever a hand does to keyboard, mouse or glass.

use bevy::ecs::system::SystemParam;
use bevy::input::ButtonState;
use bevy::input::keyboard::KeyboardInput;
use bevy::input::mouse::{MouseButtonInput, MouseWheel};
use bevy::input::touch::{TouchInput, TouchPhase};
use bevy::prelude::*;

/// What has been done since the last frame.
#[derive(SystemParam)]
pub struct Input<'w, 's> {
    keys: MessageReader<'w, 's, KeyboardInput>,
    buttons: MessageReader<'w, 's, MouseButtonInput>,
    wheels: MessageReader<'w, 's, MouseWheel>,
    touches: MessageReader<'w, 's, TouchInput>,
}

/// What a hand has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// Something was pressed or touched anew.
    pub begun: bool,
    /// The same, or something held was moved or let go.
    pub any: bool,
}

impl Input<'_, '_> {
    /// Reads all of it. A mouse that only moves is no sign: on some tables it never lies still.
    pub fn read(&mut self) -> Signs {
        let mut signs = Signs::default();
        for key in self.keys.read() {
            // A key that something lies on goes on repeating.
            signs.begun |= key.state == ButtonState::Pressed && !key.repeat;
        }
        for button in self.buttons.read() {
            signs.begun |= button.state == ButtonState::Pressed;
            signs.any = true;
        }
        for touch in self.touches.read() {
            signs.begun |= touch.phase == TouchPhase::Started;
            signs.any = true;
        }
        signs.any |= signs.begun || self.wheels.read().count() > 0;
        signs
    }
}
