//! Parses values, and describes them in messages.

use learning::LearningRate;
use toml::de::DeValue;

use crate::limits::{NAMES_TOLD, TOML_LINE, TOML_PATH, TOML_TEXT};

/// How many characters of a value a message shows.
const SHOWN: usize = 60;

/// Parses a text of one line that is not blank, of at most [`TOML_LINE`] characters.
pub fn text(value: &DeValue<'_>) -> Option<String> {
    value.as_str().filter(|text| is_line(text, TOML_LINE)).map(str::to_owned)
}

/// Parses a text of several lines that is not blank, of at most [`TOML_TEXT`] characters.
pub fn long_text(value: &DeValue<'_>) -> Option<String> {
    let is_written = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    let text = value.as_str().filter(|text| !text.trim().is_empty());
    text.filter(|text| is_short(text, TOML_TEXT) && text.chars().all(is_written)).map(str::to_owned)
}

/// Parses a path. `~/` at the beginning stands for this user's own folder; `~name/` is rejected.
pub fn path(value: &DeValue<'_>) -> Option<String> {
    let is_known = |text: &&str| !text.starts_with('~') || *text == "~" || text.starts_with("~/");
    value.as_str().filter(|text| is_line(text, TOML_PATH)).filter(is_known).map(str::to_owned)
}

fn is_line(text: &str, most: usize) -> bool {
    !text.trim().is_empty() && is_short(text, most) && !text.contains(char::is_control)
}

fn is_short(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_none()
}

/// Parses a number, whole or not.
pub fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(_) => i32::try_from(integer(value)?).ok().map(f64::from),
        DeValue::Float(float) => float.as_str().parse().ok(),
        _ => None,
    }
}

/// Parses a learning rate: see [`LearningRate::EXPECTED`].
pub fn learning_rate(value: &DeValue<'_>) -> Option<LearningRate> {
    LearningRate::new(number(value)?).ok()
}

/// Parses a whole number that is not negative.
pub fn whole(value: &DeValue<'_>) -> Option<u64> {
    u64::try_from(integer(value)?).ok()
}

fn integer(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// Describes a choice of names in a message. Lists the first [`NAMES_TOLD`] of them, and then the number of
/// the others.
pub fn one_of(choices: &[impl AsRef<str>]) -> String {
    let listed: Vec<&str> = choices.iter().take(NAMES_TOLD).map(AsRef::as_ref).collect();
    let more = choices.len().saturating_sub(NAMES_TOLD);
    let listed = listed.join(", ");
    if more == 0 { format!("one of {listed}") } else { format!("one of {listed} and {more} more") }
}

/// Describes a value in a message.
pub fn found(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => {
            let count = text.chars().count();
            let shown = format!("{:?}", shortened(text));
            if text.contains('\u{1b}') || text.contains(|c: char| c.is_control() && c != '\n') {
                format!(
                    "{shown}; write a text with \\ between single quotation marks, as in 'C:\\exhibit'"
                )
            } else if text.starts_with('~') {
                format!("{shown}; after ~ only / is understood")
            } else if count > SHOWN {
                format!("{shown}, {count} characters")
            } else {
                shown
            }
        }
        DeValue::Integer(number) => shortened(&number.to_string()),
        DeValue::Float(number) => shortened(&number.to_string()),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(_) => "a date or time".to_owned(),
        DeValue::Array(items) if items.iter().count() == 0 => "an empty list".to_owned(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}

/// Shortens a text for a message.
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
