//! What a value may be, and how it is called.

use toml::de::DeValue;

use crate::chapter::CHAPTERS;

/// A text that is not blank.
pub fn text(value: &DeValue<'_>) -> Option<String> {
    value.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
}

/// A number, whole or not.
pub fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(_) => i32::try_from(integer(value)?).ok().map(f64::from),
        DeValue::Float(float) => float.as_str().parse().ok(),
        _ => None,
    }
}

/// A whole number that is not negative.
pub fn whole(value: &DeValue<'_>) -> Option<u64> {
    u64::try_from(integer(value)?).ok()
}

fn integer(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// A chapter's id. No number, which would mean another chapter as soon as one is added.
pub fn chapter(value: &DeValue<'_>) -> Option<usize> {
    let id = value.as_str()?;
    CHAPTERS.iter().position(|chapter| chapter.id() == id)
}

/// How [`chapter`] is told of.
pub fn any_chapter() -> String {
    let ids: Vec<_> = CHAPTERS.iter().map(|chapter| chapter.id()).collect();
    format!("the id of a chapter ({})", ids.join(", "))
}

/// How a choice of names is told of.
pub fn one_of(choices: &[impl AsRef<str>]) -> String {
    let choices: Vec<&str> = choices.iter().map(AsRef::as_ref).collect();
    format!("one of {}", choices.join(", "))
}

/// How a value is called in a message.
pub fn found(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("{text:?}"),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(_) => "a date or time".to_owned(),
        DeValue::Array(items) if items.iter().count() == 0 => "an empty list".to_owned(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}
