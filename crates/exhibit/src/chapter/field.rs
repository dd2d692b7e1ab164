//! A chapter as a field of a TOML file names it.

use toml::de::DeValue;

use super::{CHAPTERS, find_id};

/// The place in [`CHAPTERS`] of a chapter's id. A number is no id: it would mean another chapter as
/// soon as one is added.
#[must_use]
pub fn chapter(value: &DeValue<'_>) -> Option<usize> {
    find_id(value.as_str()?)
}

/// How a message names what [`chapter`] expects.
#[must_use]
pub fn any_chapter() -> String {
    let ids: Vec<_> = CHAPTERS.iter().map(|chapter| chapter.id()).collect();
    format!("the id of a chapter ({})", ids.join(", "))
}
