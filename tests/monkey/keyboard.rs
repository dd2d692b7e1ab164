//! Keys of several layouts, dead keys, stuck modifiers, and input methods.

use bevy::input::ButtonState;
use bevy::input::keyboard::{
    Key, KeyCode, KeyboardFocusLost, KeyboardInput, NativeKey, NativeKeyCode,
};
use bevy::window::Ime;
use rand::RngExt;
use rand::seq::IndexedRandom;

use crate::invariants;
use crate::monkey::Monkey;

/// A key, and its place on the keyboard.
pub type Pressed = (Key, KeyCode);

/// The letters and digits of a US keyboard.
const US: [(&str, KeyCode); 46] = [
    ("a", KeyCode::KeyA),
    ("b", KeyCode::KeyB),
    ("c", KeyCode::KeyC),
    ("d", KeyCode::KeyD),
    ("e", KeyCode::KeyE),
    ("f", KeyCode::KeyF),
    ("g", KeyCode::KeyG),
    ("h", KeyCode::KeyH),
    ("i", KeyCode::KeyI),
    ("j", KeyCode::KeyJ),
    ("k", KeyCode::KeyK),
    ("l", KeyCode::KeyL),
    ("m", KeyCode::KeyM),
    ("n", KeyCode::KeyN),
    ("o", KeyCode::KeyO),
    ("p", KeyCode::KeyP),
    ("q", KeyCode::KeyQ),
    ("r", KeyCode::KeyR),
    ("s", KeyCode::KeyS),
    ("t", KeyCode::KeyT),
    ("u", KeyCode::KeyU),
    ("v", KeyCode::KeyV),
    ("w", KeyCode::KeyW),
    ("x", KeyCode::KeyX),
    ("y", KeyCode::KeyY),
    ("z", KeyCode::KeyZ),
    ("0", KeyCode::Digit0),
    ("1", KeyCode::Digit1),
    ("2", KeyCode::Digit2),
    ("3", KeyCode::Digit3),
    ("4", KeyCode::Digit4),
    ("5", KeyCode::Digit5),
    ("6", KeyCode::Digit6),
    ("7", KeyCode::Digit7),
    ("8", KeyCode::Digit8),
    ("9", KeyCode::Digit9),
    ("+", KeyCode::NumpadAdd),
    ("-", KeyCode::Minus),
    ("=", KeyCode::Equal),
    (".", KeyCode::Period),
    (",", KeyCode::Comma),
    ("?", KeyCode::Slash),
    ("H", KeyCode::KeyH),
    ("3", KeyCode::Numpad3),
    ("0", KeyCode::Numpad0),
    ("-", KeyCode::NumpadSubtract),
];

/// Characters of French, German, Russian and Greek layouts, and characters that no layout should give.
const OTHERS: [(&str, KeyCode); 40] = [
    ("&", KeyCode::Digit1),
    ("é", KeyCode::Digit2),
    ("-", KeyCode::Digit6),
    ("à", KeyCode::Digit0),
    ("a", KeyCode::KeyQ),
    ("q", KeyCode::KeyA),
    ("m", KeyCode::Semicolon),
    (",", KeyCode::KeyM),
    (":", KeyCode::Period),
    (")", KeyCode::Minus),
    ("z", KeyCode::KeyY),
    ("y", KeyCode::KeyZ),
    ("ß", KeyCode::Minus),
    ("ü", KeyCode::BracketLeft),
    ("+", KeyCode::BracketRight),
    ("=", KeyCode::Digit0),
    ("@", KeyCode::KeyQ),
    ("€", KeyCode::KeyE),
    ("т", KeyCode::KeyN),
    ("с", KeyCode::KeyC),
    ("ф", KeyCode::KeyA),
    ("з", KeyCode::KeyP),
    ("а", KeyCode::KeyF),
    ("о", KeyCode::KeyJ),
    ("ю", KeyCode::Period),
    ("ё", KeyCode::Backquote),
    ("ν", KeyCode::KeyN),
    ("ψ", KeyCode::KeyC),
    ("α", KeyCode::KeyA),
    ("ξ", KeyCode::KeyJ),
    (";", KeyCode::KeyQ),
    ("۲", KeyCode::Digit2),
    ("ภ", KeyCode::Digit4),
    ("ı", KeyCode::KeyI),
    ("", KeyCode::KeyF),
    ("ab", KeyCode::KeyF),
    ("\u{0}", KeyCode::KeyN),
    ("\u{301}", KeyCode::KeyN),
    ("👩\u{200d}🔬", KeyCode::KeyV),
    ("\u{fffd}", KeyCode::F35),
];

const NAMED: [(Key, KeyCode); 30] = [
    (Key::ArrowLeft, KeyCode::ArrowLeft),
    (Key::ArrowRight, KeyCode::ArrowRight),
    (Key::ArrowUp, KeyCode::ArrowUp),
    (Key::ArrowDown, KeyCode::ArrowDown),
    (Key::PageDown, KeyCode::PageDown),
    (Key::PageUp, KeyCode::PageUp),
    (Key::Home, KeyCode::Home),
    (Key::End, KeyCode::End),
    (Key::Space, KeyCode::Space),
    (Key::Enter, KeyCode::Enter),
    (Key::Enter, KeyCode::NumpadEnter),
    (Key::Escape, KeyCode::Escape),
    (Key::Tab, KeyCode::Tab),
    (Key::Backspace, KeyCode::Backspace),
    (Key::Delete, KeyCode::Delete),
    (Key::Insert, KeyCode::Insert),
    (Key::F1, KeyCode::F1),
    (Key::F4, KeyCode::F4),
    (Key::F5, KeyCode::F5),
    (Key::F10, KeyCode::F10),
    (Key::F11, KeyCode::F11),
    (Key::F24, KeyCode::F24),
    (Key::CapsLock, KeyCode::CapsLock),
    (Key::NumLock, KeyCode::NumLock),
    (Key::PrintScreen, KeyCode::PrintScreen),
    (Key::Pause, KeyCode::Pause),
    (Key::ContextMenu, KeyCode::ContextMenu),
    (Key::BrowserBack, KeyCode::BrowserBack),
    (Key::Power, KeyCode::Power),
    // A layout that has moved Escape to Caps Lock.
    (Key::Escape, KeyCode::CapsLock),
];

const MODIFIERS: [(Key, KeyCode); 10] = [
    (Key::Control, KeyCode::ControlLeft),
    (Key::Control, KeyCode::ControlRight),
    (Key::Alt, KeyCode::AltLeft),
    (Key::Alt, KeyCode::AltRight),
    (Key::AltGraph, KeyCode::AltRight),
    (Key::Shift, KeyCode::ShiftLeft),
    (Key::Shift, KeyCode::ShiftRight),
    (Key::Super, KeyCode::SuperLeft),
    // While Shift is held, Alt is Meta on some layouts.
    (Key::Meta, KeyCode::AltLeft),
    (Key::Hyper, KeyCode::F23),
];

/// Keys that, with Ctrl, mean something to egui or to a desktop.
const SHORTCUTS: [&str; 12] = ["+", "=", "-", "0", "c", "x", "v", "a", "q", "w", "z", "y"];

fn character((text, code): (&str, KeyCode)) -> Pressed {
    (Key::Character(text.into()), code)
}

impl Monkey {
    pub fn key(&mut self) {
        match self.random.random_range(0..100) {
            0..35 => {
                let key = character(*US.choose(&mut self.random).unwrap());
                self.strike(key);
            }
            35..50 => {
                let key = character(*OTHERS.choose(&mut self.random).unwrap());
                self.strike(key);
            }
            50..80 => {
                let key = NAMED.choose(&mut self.random).unwrap().clone();
                self.strike(key);
            }
            80..84 => {
                let dead = [None, Some('^'), Some('´'), Some('¨'), Some('6')];
                let code = OTHERS.choose(&mut self.random).unwrap().1;
                let key = Key::Dead(*dead.choose(&mut self.random).unwrap());
                self.strike((key, code));
            }
            84..88 => self.unknown(),
            88..94 => self.modifier(),
            _ => self.shortcut(),
        }
    }

    /// Presses a key that neither the layout nor the engine knows.
    fn unknown(&mut self) {
        let number = self.random.random_range(0..=u32::MAX);
        let native = NativeKeyCode::Xkb(number);
        let known = US.choose(&mut self.random).unwrap().1;
        let code = if self.random.random_bool(0.5) { KeyCode::Unidentified(native) } else { known };
        let key = if self.random.random_bool(0.5) {
            NativeKey::Xkb(number)
        } else {
            NativeKey::Unidentified
        };
        self.strike((Key::Unidentified(key), code));
    }

    /// Presses or releases a modifier key at any time.
    fn modifier(&mut self) {
        let key = MODIFIERS.choose(&mut self.random).unwrap().clone();
        if self.random.random_bool(0.4) {
            self.press(key, false);
        } else {
            self.release(key);
        }
    }

    /// Presses a key with a modifier. The modifier is released before or after the key.
    fn shortcut(&mut self) {
        let modifier = MODIFIERS.choose(&mut self.random).unwrap().clone();
        let text = *SHORTCUTS.choose(&mut self.random).unwrap();
        let code = US.iter().find(|(known, _)| *known == text).map_or(KeyCode::F24, |key| key.1);
        let key = if self.random.random_bool(0.7) {
            character((text, code))
        } else {
            NAMED.choose(&mut self.random).unwrap().clone()
        };
        self.press(modifier.clone(), false);
        self.press(key.clone(), false);
        let in_order = self.random.random_bool(0.5);
        let (first, second) = if in_order { (key, modifier) } else { (modifier, key) };
        self.release(first);
        self.release(second);
    }

    fn strike(&mut self, key: Pressed) {
        match self.random.random_range(0..100) {
            // The key is never released.
            0..2 => self.press(key, false),
            // The key is released without a press, or before the press.
            2..4 => self.release(key),
            4..6 => {
                self.release(key.clone());
                self.press(key, false);
            }
            6..16 => {
                self.press(key.clone(), false);
                for _ in 0..self.random.random_range(0..4) {
                    self.press(key.clone(), true);
                }
                self.release(key);
            }
            _ => {
                self.press(key.clone(), false);
                self.release(key);
            }
        }
    }

    fn press(&mut self, key: Pressed, repeat: bool) {
        if !self.held.contains(&key) {
            self.held.push(key.clone());
        }
        self.write(key, ButtonState::Pressed, repeat);
    }

    fn release(&mut self, key: Pressed) {
        self.held.retain(|held| *held != key);
        self.write(key, ButtonState::Released, false);
    }

    fn write(&mut self, (logical_key, key_code): Pressed, state: ButtonState, repeat: bool) {
        let text = match &logical_key {
            Key::Character(text) if self.random.random_bool(0.7) => Some(text.clone()),
            _ => None,
        };
        let window = match self.notes_window() {
            Some(notes) if self.random.random_bool(0.2) => notes,
            _ => self.window,
        };
        let event = KeyboardInput { key_code, logical_key, state, text, repeat, window };
        self.app.world_mut().write_message(event);
    }

    /// Takes the focus from the windows and checks that no key is held. In half of the cases the engine
    /// also reports the release of each held key.
    pub fn lose_focus(&mut self) {
        self.set_focus(false);
        self.pass(0.016);
        self.app.world_mut().write_message(KeyboardFocusLost);
        let held = std::mem::take(&mut self.held);
        if self.random.random_bool(0.5) {
            for key in held {
                self.write(key, ButtonState::Released, false);
            }
        }
        self.pass(0.016);
        invariants::check_no_key_is_held(self);
    }

    pub fn input_method(&mut self) {
        let window = self.window;
        let event = match self.random.random_range(0..4) {
            0 => Ime::Enabled { window },
            1 => Ime::Disabled { window },
            2 => {
                let value = "ｋｙｏ".repeat(self.random.random_range(0..40));
                Ime::Preedit { window, cursor: Some((0, value.len())), value }
            }
            _ => Ime::Commit { window, value: "京都".repeat(self.random.random_range(0..40)) },
        };
        self.app.world_mut().write_message(event);
    }
}
