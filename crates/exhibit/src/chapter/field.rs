//! Chapters as values of fields in TOML files.

use toml::de::DeValue;

use super::{CHAPTERS, find_id};

/// Returns the place in [`CHAPTERS`] of the chapter with this id. A number is not accepted: it would mean
/// another chapter as soon as one is added.
#[must_use]
pub fn chapter(value: &DeValue<'_>) -> Option<usize> {
    find_id(value.as_str()?)
}

/// Describes, for an error message, the values that [`chapter`] accepts.
#[must_use]
pub fn any_chapter() -> String {
    let ids: Vec<_> = CHAPTERS.iter().map(|chapter| chapter.id()).collect();
    format!("the id of a chapter ({})", ids.join(", "))
}
