//! What the monkey does: keys, fingers, mouse, sizes of the window, settings.

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyCode, KeyboardInput, NativeKeyCode};
use bevy::input::mouse::{MouseButtonInput, MouseScrollUnit, MouseWheel};
use bevy::input::touch::{TouchInput, TouchPhase};
use bevy::prelude::*;
use bevy::window::WindowResized;
use learning_machine::command::Command;
use learning_machine::settings::Setting;
use rand::RngExt;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use crate::monkey::{Monkey, config};

/// Screens of kiosks, and windows that somebody drags: few sizes, for each size of type is kept for ever.
const SIZES: [(f32, f32); 5] =
    [(1920.0, 1080.0), (1080.0, 1920.0), (1366.0, 768.0), (3840.0, 2160.0), (500.0, 400.0)];

/// Of screens, in inches. They are few for a like reason: in a debug build egui keeps the name of each
/// control at each of its places.
const DIAGONALS: [f32; 4] = [12.0, 24.0, 32.0, 60.0];

impl Monkey {
    pub fn key(&mut self) {
        let letters = "abcdefghijklmnopqrstuvwxyz0123456789+-=.?,";
        let logical_key = if self.random.random_bool(0.5) {
            let letters: Vec<char> = letters.chars().collect();
            Key::Character(letters.choose(&mut self.random).unwrap().to_string().into())
        } else {
            let keys = [
                Key::ArrowLeft,
                Key::ArrowRight,
                Key::ArrowUp,
                Key::ArrowDown,
                Key::PageDown,
                Key::PageUp,
                Key::Home,
                Key::End,
                Key::Space,
                Key::Enter,
                Key::Escape,
                Key::Tab,
                Key::Backspace,
                Key::Delete,
                Key::F5,
                Key::F11,
                Key::Alt,
                Key::Control,
                Key::Shift,
                Key::Super,
            ];
            keys.choose(&mut self.random).unwrap().clone()
        };
        let repeat = self.random.random_bool(0.1);
        for state in [ButtonState::Pressed, ButtonState::Released] {
            // Some keys stay down for ever.
            if state == ButtonState::Released && self.random.random_bool(0.02) {
                continue;
            }
            self.app.world_mut().write_message(KeyboardInput {
                key_code: KeyCode::Unidentified(NativeKeyCode::Unidentified),
                logical_key: logical_key.clone(),
                state,
                text: None,
                repeat,
                window: self.window,
            });
        }
    }

    fn size(&mut self) -> Vec2 {
        self.app.world().get::<Window>(self.window).unwrap().size()
    }

    fn place(&mut self) -> Vec2 {
        let size = self.size();
        // Also a little outside, where bezels report fingers.
        let part = |random: &mut ChaCha8Rng| random.random_range(-0.02..1.02);
        Vec2::new(part(&mut self.random), part(&mut self.random)) * size
    }

    pub fn finger(&mut self) {
        let place = self.place();
        let few = self.fingers.is_empty() || self.random.random_bool(0.25);
        if few && self.fingers.len() < 10 {
            self.next_finger += 1;
            self.fingers.push((self.next_finger, place));
            self.put(TouchPhase::Started, self.next_finger, place);
            return;
        }
        let index = self.random.random_range(0..self.fingers.len());
        let (id, before) = self.fingers[index];
        match self.random.random_range(0..10) {
            0..4 => {
                let near = before.lerp(place, 0.2);
                self.fingers[index].1 = near;
                self.put(TouchPhase::Moved, id, near);
            }
            4..8 => {
                self.fingers.swap_remove(index);
                self.put(TouchPhase::Ended, id, before);
            }
            8 => {
                self.fingers.swap_remove(index);
                self.put(TouchPhase::Canceled, id, before);
            }
            // A driver that never tells of its end.
            _ => drop(self.fingers.swap_remove(index)),
        }
    }

    pub fn put(&mut self, phase: TouchPhase, id: u64, position: Vec2) {
        let window = self.window;
        self.app.world_mut().write_message(TouchInput { phase, position, window, force: None, id });
    }

    pub fn mouse(&mut self) {
        let (window, place) = (self.window, self.place());
        let size = self.size();
        let inside = place.clamp(Vec2::ZERO, size);
        let world = self.app.world_mut();
        world.get_mut::<Window>(window).unwrap().set_cursor_position(Some(inside));
        world.write_message(bevy::window::WindowEvent::CursorMoved(CursorMoved {
            window,
            position: inside,
            delta: None,
        }));
        match self.random.random_range(0..4) {
            0 => {
                let (unit, y) = (MouseScrollUnit::Line, self.random.random_range(-3.0..3.0));
                let wheel = MouseWheel { unit, x: 0.0, y, window, phase: TouchPhase::Moved };
                self.app.world_mut().write_message(wheel);
            }
            state => {
                let state = if state == 1 { ButtonState::Released } else { ButtonState::Pressed };
                let buttons = [MouseButton::Left, MouseButton::Right, MouseButton::Middle];
                let button = *buttons.choose(&mut self.random).unwrap();
                let pressed = MouseButtonInput { button, state, window };
                let world = self.app.world_mut();
                world.write_message(pressed);
                world.write_message(bevy::window::WindowEvent::MouseButtonInput(pressed));
            }
        }
    }

    pub fn resize(&mut self) {
        let (width, height) = *SIZES.choose(&mut self.random).unwrap();
        self.resize_to(width, height);
    }

    pub fn resize_to(&mut self, width: f32, height: f32) {
        let window = self.window;
        let world = self.app.world_mut();
        world.get_mut::<Window>(window).unwrap().resolution.set(width, height);
        world.write_message(WindowResized { window, width, height });
    }

    pub fn switch(&mut self) {
        let setting = match self.random.random_range(0..5) {
            0 => Setting::Theme(
                (*["paper", "night", "none"].choose(&mut self.random).unwrap()).into(),
            ),
            1 => {
                let palettes = ["safe", "notebook", "high-contrast", "none"];
                Setting::Palette((*palettes.choose(&mut self.random).unwrap()).into())
            }
            // In tenths, as the controls have them.
            2 => Setting::TextScale(self.random.random_range(0..=30) as f32 / 10.0),
            3 => Setting::ReducedMotion(self.random.random_bool(0.5)),
            _ => {
                let languages = ["de", "en", "es", "fr", "tlh"];
                Setting::Language((*languages.choose(&mut self.random).unwrap()).into())
            }
        };
        self.app.world_mut().write_message(Command::Set(setting));
    }

    pub fn reload(&mut self) {
        let mut next = config();
        next.kiosk.screen_diagonal =
            self.random.random_bool(0.5).then(|| *DIAGONALS.choose(&mut self.random).unwrap());
        next.kiosk.chapters = self.random.random_bool(0.3).then(|| vec![3, 16, 0]);
        next.kiosk.guesses = self.random.random_bool(0.3).then_some(2);
        let good = self.random.random_bool(0.8);
        *self.settings.lock().unwrap() = if good { Ok(next) } else { Err("bad".to_owned()) };
        self.app.world_mut().write_message(Command::ReloadConfig);
    }
}
