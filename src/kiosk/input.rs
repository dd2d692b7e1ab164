//! Signs of life: everything that a person does with keyboard, mouse or touch screen.

use bevy::ecs::system::SystemParam;
use bevy::input::ButtonState;
use bevy::input::keyboard::KeyboardInput;
use bevy::input::mouse::{MouseButtonInput, MouseWheel};
use bevy::input::touch::{TouchInput, TouchPhase};
use bevy::prelude::*;

/// The input since the last frame.
#[derive(SystemParam)]
pub struct Input<'w, 's> {
    keys: MessageReader<'w, 's, KeyboardInput>,
    buttons: MessageReader<'w, 's, MouseButtonInput>,
    wheels: MessageReader<'w, 's, MouseWheel>,
    touches: MessageReader<'w, 's, TouchInput>,
}

/// The kinds of input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// A key, button or finger was pressed.
    pub begun: bool,
    /// The same, or something held was moved or released.
    pub any: bool,
}

impl Input<'_, '_> {
    /// Reads all input. Mouse movement alone does not count: on some tables a mouse never lies still.
    pub fn read(&mut self) -> Signs {
        let mut signs = Signs::default();
        for key in self.keys.read() {
            // A key under a dropped object repeats.
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
