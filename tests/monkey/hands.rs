//! Fingers, mouse and gestures.

use bevy::input::ButtonState;
use bevy::input::gestures::{PinchGesture, RotationGesture};
use bevy::input::mouse::{MouseButtonInput, MouseScrollUnit, MouseWheel};
use bevy::input::touch::{ForceTouch, TouchInput, TouchPhase};
use bevy::prelude::*;
use bevy::window::{CursorLeft, WindowEvent};
use rand::RngExt;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use crate::monkey::Monkey;

/// The values that a faulty driver may report for a wheel or a gesture.
const ODD: [f32; 7] =
    [0.0, f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 1e30, -1e30, f32::MIN_POSITIVE];

impl Monkey {
    fn place_in(&mut self) -> Vec2 {
        let size = self.app.world().get::<Window>(self.window).unwrap().size();
        // The place may be a little outside, because bezels report fingers there.
        let part = |random: &mut ChaCha8Rng| random.random_range(-0.02..1.02);
        Vec2::new(part(&mut self.random), part(&mut self.random)) * size
    }

    pub fn finger(&mut self) {
        let mut place = self.place_in();
        let is_new = self.fingers.is_empty() || self.random.random_bool(0.25);
        if is_new && self.fingers.len() < 10 {
            self.next_finger += 1;
            // Sometimes two fingers are at the same point.
            if let Some((_, other)) = self.fingers.first().filter(|_| self.random.random_bool(0.1))
            {
                place = *other;
            }
            self.fingers.push((self.next_finger, place));
            self.put(TouchPhase::Started, self.next_finger, place);
            return;
        }
        let index = self.random.random_range(0..self.fingers.len());
        let (id, before) = self.fingers[index];
        match self.random.random_range(0..200) {
            0..80 => {
                let near = before.lerp(place, 0.2);
                self.fingers[index].1 = near;
                self.put(TouchPhase::Moved, id, near);
            }
            80..160 => {
                self.fingers.swap_remove(index);
                self.put(TouchPhase::Ended, id, before);
            }
            160..176 => {
                self.fingers.swap_remove(index);
                self.put(TouchPhase::Canceled, id, before);
            }
            // A faulty driver reports a second beginning, the end of an unknown finger, or an invalid
            // place.
            176..180 => self.put(TouchPhase::Started, id, place),
            180..183 => self.put(TouchPhase::Ended, u64::MAX - 1, place),
            183..186 => self.put(TouchPhase::Moved, id, Vec2::new(f32::NAN, f32::INFINITY)),
            // A faulty driver never reports the end.
            _ => drop(self.fingers.swap_remove(index)),
        }
    }

    pub fn put(&mut self, phase: TouchPhase, id: u64, position: Vec2) {
        let force = match self.random.random_range(0..20) {
            0 => Some(ForceTouch::Normalized(f64::NAN)),
            1 => Some(ForceTouch::Calibrated {
                force: 1.0,
                max_possible_force: 0.0,
                altitude_angle: None,
            }),
            _ => None,
        };
        let window = self.window;
        self.app.world_mut().write_message(TouchInput { phase, position, window, force, id });
    }

    pub fn mouse(&mut self) {
        let (window, place) = (self.window, self.place_in());
        let size = self.app.world().get::<Window>(window).unwrap().size();
        if self.random.random_bool(0.05) {
            let world = self.app.world_mut();
            world.get_mut::<Window>(window).unwrap().set_cursor_position(None);
            world.write_message(CursorLeft { window });
            world.write_message(WindowEvent::CursorLeft(CursorLeft { window }));
            return;
        }
        let position = place.clamp(Vec2::ZERO, size);
        let world = self.app.world_mut();
        world.get_mut::<Window>(window).unwrap().set_cursor_position(Some(position));
        let moved = CursorMoved { window, position, delta: None };
        world.write_message(moved.clone());
        world.write_message(WindowEvent::CursorMoved(moved));
        match self.random.random_range(0..4) {
            0 => self.wheel(),
            state => {
                let state = if state == 1 { ButtonState::Released } else { ButtonState::Pressed };
                let buttons = [
                    MouseButton::Left,
                    MouseButton::Right,
                    MouseButton::Middle,
                    MouseButton::Back,
                    MouseButton::Other(u16::MAX),
                ];
                let button = *buttons.choose(&mut self.random).unwrap();
                let pressed = MouseButtonInput { button, state, window };
                let world = self.app.world_mut();
                world.write_message(pressed);
                world.write_message(WindowEvent::MouseButtonInput(pressed));
            }
        }
    }

    fn wheel(&mut self) {
        let window = self.window;
        let units = [MouseScrollUnit::Line, MouseScrollUnit::Pixel];
        let unit = *units.choose(&mut self.random).unwrap();
        let [x, y] = [(); 2].map(|()| self.amount(3.0));
        let phase = TouchPhase::Moved;
        self.app.world_mut().write_message(MouseWheel { unit, x, y, window, phase });
    }

    pub fn gesture(&mut self) {
        let amount = self.amount(0.5);
        if self.random.random_bool(0.7) {
            self.app.world_mut().write_message(PinchGesture(amount));
        } else {
            self.app.world_mut().write_message(RotationGesture(amount));
        }
    }

    fn amount(&mut self, usual: f32) -> f32 {
        if self.random.random_bool(0.1) {
            *ODD.choose(&mut self.random).unwrap()
        } else {
            self.random.random_range(-usual..usual)
        }
    }
}
