//! Text from outside: which characters may be shown, and how messages quote it.

use crate::limits::NAME_LIMIT;

/// The greatest count of characters of a text that a message quotes.
const QUOTED: usize = 60;

/// Whether a character must not be in a line of text. Such a character ends the line, controls a
/// terminal, changes the direction of writing, or marks the order of bytes.
#[must_use]
pub fn is_control(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            // Line and paragraph separator; marks, embeddings, overrides and isolates of direction.
            '\u{2028}'..='\u{202e}'
                | '\u{200e}' | '\u{200f}' | '\u{61c}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
}

/// Cuts the text after 60 characters, and marks the cut with `…`.
#[must_use]
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The text [shortened], in quotation marks, with control characters written as `\u{1b}`.
#[must_use]
pub fn quoted(text: &str) -> String {
    format!("{:?}", shortened(text))
}

/// The text with its [control characters](is_control) written as `\u{1b}`.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if is_control(character) {
            escaped.extend(character.escape_unicode());
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// Checks a name of a class or of a feature, before it is shown.
///
/// # Errors
/// Fails if the name is longer than [`NAME_LIMIT`], or has a [control character](is_control).
pub fn check_name(name: &str) -> Result<(), String> {
    let length = name.chars().count();
    if length > NAME_LIMIT {
        let name = quoted(name);
        return Err(format!("expected at most {NAME_LIMIT} characters, found {length}: {name}"));
    }
    match name.chars().position(is_control) {
        Some(place) => Err(format!(
            "expected no control characters, found one as character {}: {}",
            place + 1,
            quoted(name)
        )),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_text_is_short_and_has_no_control_characters() {
        assert_eq!(quoted(&"é".repeat(60)), format!("\"{}\"", "é".repeat(60)));
        assert_eq!(quoted(&"é".repeat(61)), format!("\"{}…\"", "é".repeat(60)));
        for character in (0..=0xffff).filter_map(char::from_u32) {
            let text = format!("a{character}b");
            if is_control(character) {
                assert!(!quoted(&text).contains(character), "{character:?}");
                assert!(!escaped(&text).contains(character), "{character:?}");
            } else {
                assert_eq!(escaped(&text), text);
            }
        }
        assert_eq!(escaped("a\u{1b}[31m"), "a\\u{1b}[31m");
    }

    #[test]
    fn a_name_has_at_most_a_hundred_characters_in_one_line() {
        assert_eq!(check_name(""), Ok(()));
        assert_eq!(check_name(&"犬".repeat(100)), Ok(()));
        assert_eq!(
            check_name(&"犬".repeat(101)),
            Err(format!("expected at most 100 characters, found 101: \"{}…\"", "犬".repeat(60)))
        );
        for (character, escape) in [
            ('\n', "\\n"),
            ('\u{1b}', "\\u{1b}"),
            ('\u{9b}', "\\u{9b}"),
            ('\u{61c}', "\\u{61c}"),
            ('\u{200e}', "\\u{200e}"),
            ('\u{200f}', "\\u{200f}"),
            ('\u{2028}', "\\u{2028}"),
            ('\u{202e}', "\\u{202e}"),
            ('\u{2066}', "\\u{2066}"),
            ('\u{2069}', "\\u{2069}"),
            ('\u{feff}', "\\u{feff}"),
        ] {
            let problem = "expected no control characters, found one as character 3: ";
            assert_eq!(
                check_name(&format!("ab{character}c")),
                Err(format!("{problem}\"ab{escape}c\""))
            );
        }
        // Persian and emoji use these to join characters.
        assert_eq!(check_name("می\u{200c}خواهم 👩\u{200d}🔬 é"), Ok(()));
    }
}
