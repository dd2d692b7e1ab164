//! The meaning of a key, whatever the layout of the keyboard.
//!
//! The character of the layout comes first. If the exhibit does not use that character, as for keys on a
//! Russian or Greek keyboard and for digits on a French one, the key has its meaning on a US keyboard. A
//! presenter's remote sends the keys of a US keyboard, too.

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyCode, KeyboardInput};

/// Signs that have a meaning at any place on the keyboard.
const SIGNS: &str = "+-=\u{2212}?,.";

/// The modifier keys that are held, from key presses and releases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Modifiers {
    /// Ctrl, Alt and Super, by their places on the keyboard.
    others: Vec<KeyCode>,
    shift: Vec<KeyCode>,
    alt_graph: bool,
}

impl Modifiers {
    /// Records that a key was pressed or released.
    pub fn follow(&mut self, event: &KeyboardInput) {
        let KeyboardInput { key_code, logical_key, state, .. } = event;
        let held = *state == ButtonState::Pressed;
        let note = |list: &mut Vec<KeyCode>| {
            list.retain(|code| code != key_code);
            if held {
                list.push(*key_code);
            }
        };
        match logical_key {
            Key::Control | Key::Alt | Key::Super | Key::Meta | Key::Hyper => note(&mut self.others),
            Key::Shift => note(&mut self.shift),
            Key::AltGraph => self.alt_graph = held,
            // If it is released while another modifier is held, its release may carry another name.
            _ if !held => {
                self.others.retain(|code| code != key_code);
                self.shift.retain(|code| code != key_code);
            }
            _ => {}
        }
    }

    /// Whether a key pressed now is part of a shortcut. AltGr, which some systems report together with
    /// Ctrl, chooses a character and does not count.
    #[must_use]
    pub fn make_another_key(&self) -> bool {
        !self.others.is_empty() && !self.alt_graph
    }

    /// Whether Shift is held.
    #[must_use]
    pub fn shift(&self) -> bool {
        !self.shift.is_empty()
    }
}

/// The key of an event. `is_own` accepts further characters that have a meaning as they are.
#[must_use]
pub fn key(event: &KeyboardInput, shift: bool, is_own: impl Fn(char) -> bool) -> Key {
    let logical = &event.logical_key;
    let typed = match logical {
        Key::Character(text) => {
            let mut characters = text.chars();
            match (characters.next(), characters.next()) {
                (Some(only), None) => Some(only),
                _ => None,
            }
        }
        Key::Dead(accent) => *accent,
        Key::Unidentified(_) => None,
        _ => return logical.clone(),
    };
    let on_us_keyboard = |shift| us_character(event.key_code, shift);
    let meant = match typed {
        Some(typed) if is_own(typed) || typed.is_ascii_digit() => None,
        // The upper row gives digits, with or without Shift; with Shift it may give one of our signs.
        Some(typed) if on_us_keyboard(false).is_some_and(|us| us.is_ascii_digit()) => {
            let is_sign = shift && SIGNS.contains(typed);
            on_us_keyboard(false).filter(|_| !is_sign && !shift)
        }
        Some(typed) if SIGNS.contains(typed) || is_latin(typed) => None,
        // A letter of another script, a sign without a meaning, or an unreadable key.
        _ => on_us_keyboard(shift),
    };
    meant.map_or_else(|| logical.clone(), |us| Key::Character(us.to_string().into()))
}

/// Whether a character is a letter of the Latin alphabet, with or without a mark.
fn is_latin(character: char) -> bool {
    character.is_alphabetic()
        && matches!(u32::from(character), 0x41..=0x24f | 0x1e00..=0x1eff | 0x2c60..=0x2c7f | 0xa720..=0xa7ff)
}

/// The character of a key on a US keyboard, if the exhibit uses it.
fn us_character(code: KeyCode, shift: bool) -> Option<char> {
    Some(match code {
        KeyCode::Digit0 | KeyCode::Numpad0 => '0',
        KeyCode::Digit1 | KeyCode::Numpad1 => '1',
        KeyCode::Digit2 | KeyCode::Numpad2 => '2',
        KeyCode::Digit3 | KeyCode::Numpad3 => '3',
        KeyCode::Digit4 | KeyCode::Numpad4 => '4',
        KeyCode::Digit5 | KeyCode::Numpad5 => '5',
        KeyCode::Digit6 | KeyCode::Numpad6 => '6',
        KeyCode::Digit7 | KeyCode::Numpad7 => '7',
        KeyCode::Digit8 | KeyCode::Numpad8 => '8',
        KeyCode::Digit9 | KeyCode::Numpad9 => '9',
        KeyCode::KeyA => 'a',
        KeyCode::KeyB => 'b',
        KeyCode::KeyC => 'c',
        KeyCode::KeyD => 'd',
        KeyCode::KeyE => 'e',
        KeyCode::KeyF => 'f',
        KeyCode::KeyG => 'g',
        KeyCode::KeyH => 'h',
        KeyCode::KeyI => 'i',
        KeyCode::KeyJ => 'j',
        KeyCode::KeyK => 'k',
        KeyCode::KeyL => 'l',
        KeyCode::KeyM => 'm',
        KeyCode::KeyN => 'n',
        KeyCode::KeyO => 'o',
        KeyCode::KeyP => 'p',
        KeyCode::KeyQ => 'q',
        KeyCode::KeyR => 'r',
        KeyCode::KeyS => 's',
        KeyCode::KeyT => 't',
        KeyCode::KeyU => 'u',
        KeyCode::KeyV => 'v',
        KeyCode::KeyW => 'w',
        KeyCode::KeyX => 'x',
        KeyCode::KeyY => 'y',
        KeyCode::KeyZ => 'z',
        KeyCode::Comma if !shift => ',',
        KeyCode::Period if !shift => '.',
        KeyCode::Minus if !shift => '-',
        KeyCode::Equal => '=',
        KeyCode::NumpadAdd => '+',
        KeyCode::NumpadSubtract => '-',
        KeyCode::Slash if shift => '?',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::prelude::Entity;

    fn event(logical_key: Key, key_code: KeyCode, state: ButtonState) -> KeyboardInput {
        let window = Entity::PLACEHOLDER;
        KeyboardInput { key_code, logical_key, state, text: None, repeat: false, window }
    }

    fn meant(typed: &str, code: KeyCode, shift: bool) -> String {
        let event = event(Key::Character(typed.into()), code, ButtonState::Pressed);
        match key(&event, shift, |character| character == 'x') {
            Key::Character(text) => text.to_string(),
            other => format!("{other:?}"),
        }
    }

    /// The layout's character, the key, whether Shift is held, and the expected meaning.
    const PRESSED: [(&str, KeyCode, bool, &str); 40] = [
        // us
        ("n", KeyCode::KeyN, false, "n"),
        ("N", KeyCode::KeyN, true, "N"),
        ("6", KeyCode::Digit6, false, "6"),
        ("!", KeyCode::Digit1, true, "!"),
        ("+", KeyCode::Equal, true, "+"),
        ("?", KeyCode::Slash, true, "?"),
        ("3", KeyCode::Numpad3, false, "3"),
        // fr: digits need Shift, and a remote's "." comes as a colon
        ("é", KeyCode::Digit2, false, "2"),
        ("2", KeyCode::Digit2, true, "2"),
        ("-", KeyCode::Digit6, false, "6"),
        ("à", KeyCode::Digit0, false, "0"),
        ("a", KeyCode::KeyQ, false, "a"),
        ("q", KeyCode::KeyA, false, "q"),
        (":", KeyCode::Period, false, "."),
        (".", KeyCode::Comma, true, "."),
        (",", KeyCode::KeyM, false, ","),
        ("?", KeyCode::KeyM, true, "?"),
        (")", KeyCode::Minus, false, "-"),
        // de: "=" is over the zero, and the umlauts have no meaning
        ("=", KeyCode::Digit0, true, "="),
        ("/", KeyCode::Digit7, true, "/"),
        ("?", KeyCode::Minus, true, "?"),
        ("ß", KeyCode::Minus, false, "ß"),
        ("z", KeyCode::KeyY, false, "z"),
        ("ö", KeyCode::Semicolon, false, "ö"),
        // cz: "+" is at the place of the one
        ("+", KeyCode::Digit1, false, "1"),
        ("š", KeyCode::Digit3, false, "3"),
        // ru
        ("т", KeyCode::KeyN, false, "n"),
        ("Т", KeyCode::KeyN, true, "n"),
        ("с", KeyCode::KeyC, false, "c"),
        ("ю", KeyCode::Period, false, "."),
        (".", KeyCode::Slash, false, "."),
        ("ж", KeyCode::Semicolon, false, "ж"),
        // gr
        ("α", KeyCode::KeyA, false, "a"),
        ("φ", KeyCode::KeyF, false, "f"),
        // Persian digits, and Thai letters in their place
        ("۲", KeyCode::Digit2, false, "2"),
        ("ภ", KeyCode::Digit4, false, "4"),
        // Dvorak and Turkish: a Latin letter keeps its meaning
        ("o", KeyCode::KeyS, false, "o"),
        ("ı", KeyCode::KeyI, false, "ı"),
        // The characters set for the remote come first.
        ("x", KeyCode::Digit2, false, "x"),
        ("ab", KeyCode::KeyF, false, "f"),
    ];

    #[test]
    fn the_layout_comes_first_and_then_the_place_of_the_key() {
        for (typed, code, shift, expected) in PRESSED {
            assert_eq!(meant(typed, code, shift), expected, "{typed} at {code:?}, Shift: {shift}");
        }
    }

    #[test]
    fn other_keys_stay_and_unreadable_keys_go_by_their_place() {
        let meant =
            |logical, code| key(&event(logical, code, ButtonState::Pressed), false, |_| false);
        assert_eq!(meant(Key::PageDown, KeyCode::KeyF), Key::PageDown);
        assert_eq!(meant(Key::Dead(Some('^')), KeyCode::Digit6), Key::Character("6".into()));
        let unknown = || Key::Unidentified(bevy::input::keyboard::NativeKey::Unidentified);
        assert_eq!(meant(unknown(), KeyCode::KeyN), Key::Character("n".into()));
        assert_eq!(meant(unknown(), KeyCode::F13), unknown());
    }

    #[test]
    fn modifiers_are_held_from_their_press_to_their_release() {
        let mut held = Modifiers::default();
        let mut follow = |logical: Key, code, state| {
            held.follow(&event(logical, code, state));
            (held.make_another_key(), held.shift())
        };
        let (down, up) = (ButtonState::Pressed, ButtonState::Released);
        assert_eq!(follow(Key::Control, KeyCode::ControlLeft, down), (true, false));
        assert_eq!(follow(Key::Control, KeyCode::ControlRight, down), (true, false));
        assert_eq!(follow(Key::Control, KeyCode::ControlLeft, up), (true, false));
        assert_eq!(follow(Key::Control, KeyCode::ControlRight, up), (false, false));
        assert_eq!(follow(Key::Shift, KeyCode::ShiftLeft, down), (false, true));
        // With Shift held, Alt is Meta on some layouts. The name Meta may appear only at the release.
        assert_eq!(follow(Key::Meta, KeyCode::AltLeft, down), (true, true));
        assert_eq!(follow(Key::Alt, KeyCode::AltLeft, up), (false, true));
        assert_eq!(follow(Key::Shift, KeyCode::ShiftLeft, up), (false, false));
        // On Windows AltGr is Ctrl and Alt.
        assert_eq!(follow(Key::Control, KeyCode::ControlLeft, down), (true, false));
        assert_eq!(follow(Key::AltGraph, KeyCode::AltRight, down), (false, false));
        assert_eq!(follow(Key::AltGraph, KeyCode::AltRight, up), (true, false));
        assert_eq!(follow(Key::Control, KeyCode::ControlLeft, up), (false, false));
    }
}
