//! Makes text from files and flags safe for a terminal and for a page.

use std::borrow::Cow;

/// Replaces control characters with escapes, such as `\u{1b}`, which have no effect on a terminal. Keeps line
/// feeds and tabs.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unprintable) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if is_unprintable(character) {
            safe.extend(character.escape_default());
        } else {
            safe.push(character);
        }
    }
    Cow::Owned(safe)
}

/// Replaces control characters like [`printable`], but with the escapes of JSON.
#[must_use]
pub fn printable_json(json: &str) -> Cow<'_, str> {
    if !json.chars().any(is_unprintable) {
        return Cow::Borrowed(json);
    }
    let mut safe = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        if is_unprintable(character) {
            // All control characters are in the first plane: four digits are enough.
            safe.push_str(&format!("\\u{:04x}", u32::from(character)));
        } else {
            safe.push(character);
        }
    }
    Cow::Owned(safe)
}

/// The first line of a text, made safe. A line of more than `characters` characters is cut and ends with `…`.
#[must_use]
pub fn brief(text: &str, characters: usize) -> String {
    let line = printable(text.lines().next().unwrap_or_default()).replace('\t', " ");
    if line.chars().count() <= characters {
        return line;
    }
    let mut brief: String = line.chars().take(characters.saturating_sub(1)).collect();
    brief.push('…');
    brief
}

/// Prepares a text for a message: one line, with control characters written as escapes. A text of more than
/// `characters` characters is shortened, with `…` in its middle.
#[must_use]
pub fn told(text: &str, characters: usize) -> String {
    let text = learning::text::escaped(text);
    let count = text.chars().count();
    if count <= characters {
        return text;
    }
    let end = characters / 3;
    let start = characters.saturating_sub(end + 1);
    let middle = ['…'].into_iter();
    text.chars().take(start).chain(middle).chain(text.chars().skip(count - end)).collect()
}

/// Whether a text is a name: not blank, on one line, and at most `characters` characters, all of them
/// printable.
#[must_use]
pub fn is_name(text: &str, characters: usize) -> bool {
    !text.trim().is_empty()
        && text.chars().count() <= characters
        && !text.chars().any(|character| character.is_control() || is_unprintable(character))
}

/// Whether a character is a control character, or changes the order or the lines of the following text.
fn is_unprintable(character: char) -> bool {
    !matches!(character, '\n' | '\t') && learning::text::is_control(character)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn control_characters_become_escapes_and_other_characters_stay() {
        for (text, expected) in [
            ("Halle 2 – größer\n\tלילה 猫", "Halle 2 – größer\n\tלילה 猫"),
            ("\x1b[31mred\x07", "\\u{1b}[31mred\\u{7}"),
            ("over\rwritten", "over\\rwritten"),
            ("\u{9b}2J\u{7f}\0", "\\u{9b}2J\\u{7f}\\u{0}"),
            ("a\u{202e}b\u{2066}c", "a\\u{202e}b\\u{2066}c"),
        ] {
            assert_eq!(printable(text), expected);
        }
        assert_eq!(printable_json("\"\u{9b}\u{202e}é\""), "\"\\u009b\\u202eé\"");
    }

    #[test]
    fn a_brief_text_is_one_short_line() {
        assert_eq!(brief("short", 5), "short");
        assert_eq!(brief("longer", 5), "long…");
        assert_eq!(brief("a\tb\nc", 5), "a b");
        assert_eq!(brief("", 5), "");
    }

    #[test]
    fn text_for_a_message_is_one_line_and_keeps_its_start_and_its_end() {
        assert_eq!(told("expected a, found b", 30), "expected a, found b");
        assert_eq!(told("a\nb\u{1b}\u{200e}", 30), "a\\u{a}b\\u{1b}\\u{200e}");
        let long = format!("expected a, found {}, column 7", "x".repeat(100));
        assert_eq!(told(&long, 30), "expected a, found x…, column 7");
        assert_eq!(told(&long, 30).chars().count(), 30);
        assert_eq!((told(&long, 1), told("äöü", 2)), ("…".to_owned(), "ä…".to_owned()));
    }

    #[test]
    fn names_are_short_printable_and_on_one_line() {
        assert!(is_name("Hall 2", 6) && is_name("Größe", 5));
        for bad in ["", "  ", "Hall 22", "a\nb", "a\tb", "\x1b[2J", "a\u{202e}b", "a\u{200f}"] {
            assert!(!is_name(bad, 6), "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn printable_text_has_no_control_characters(text: String) {
            let safe = printable(&text);
            prop_assert!(!safe.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
            prop_assert_eq!(printable(&safe), &*safe);
        }
    }
}
