//! Reads the fields of a line, checks their values, and describes invalid ones.

use jiff::civil::DateTime;
use serde::de::{Deserialize, Deserializer, Error};
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::HOUR;
use content::limits::{KIOSK_NAME_CHARACTERS, VISIT_CHAPTER_CHARACTERS, VISIT_SECONDS};
use content::printable::brief;

/// The most characters of an invalid text that a message shows.
const TOLD: usize = 40;

pub fn write_hour<S: Serializer>(hour: &DateTime, serializer: S) -> Result<S::Ok, S::Error> {
    hour.strftime(HOUR).to_string().serialize(serializer)
}

pub fn hour<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let parsed = value.as_str().and_then(|text| DateTime::strptime(HOUR, text).ok());
    parsed.ok_or_else(|| bad("began", "a day and an hour such as 2026-11-24T14", &value))
}

pub fn seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    whole("seconds", VISIT_SECONDS, deserializer)
}

pub fn steps<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    whole("chapters.steps", u64::MAX, deserializer)
}

pub fn right<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    whole("guesses.right", u64::MAX, deserializer)
}

pub fn asked<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    whole("guesses.asked", u64::MAX, deserializer)
}

pub fn chapter<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    text("chapters.chapter", VISIT_CHAPTER_CHARACTERS, Value::deserialize(deserializer)?)
}

pub fn kiosk<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        value => text("kiosk", KIOSK_NAME_CHARACTERS, value).map(Some),
    }
}

fn whole<'de, D: Deserializer<'de>>(
    name: &str,
    most: u64,
    deserializer: D,
) -> Result<u64, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let number = value.as_u64().filter(|number| *number <= most);
    number.ok_or_else(|| bad(name, &format!("a whole number from 0 to {most}"), &value))
}

/// The text may hold any characters, because it is never printed as it is.
fn text<E: Error>(name: &str, longest: usize, value: Value) -> Result<String, E> {
    match value {
        Value::String(text) if text.chars().count() <= longest => Ok(text),
        value => Err(bad(name, &format!("a text of at most {longest} characters"), &value)),
    }
}

fn bad<E: Error>(name: &str, expected: &str, value: &Value) -> E {
    let found = match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => format!("\"{}\"", brief(text, TOLD)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    };
    E::custom(format!("{name}: expected {expected}, found {found}"))
}
