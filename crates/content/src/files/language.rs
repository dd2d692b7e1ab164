//! The folders of languages, by their names.

use unic_langid::LanguageIdentifier;

/// How the files of messages end.
pub const ENDING: &str = ".ftl";
/// The folder of all languages.
pub const FOLDER: &str = "locales";

/// Whether a folder's name stands for a language: a code of two or three letters, and what may follow it.
#[must_use]
pub fn is_language(name: &str) -> bool {
    // Codes of five to eight letters are reserved; `backup` would be one.
    let code = name.split(['-', '_']).next().unwrap_or_default();
    matches!(code.len(), 2 | 3) && name.parse::<LanguageIdentifier>().is_ok()
}
