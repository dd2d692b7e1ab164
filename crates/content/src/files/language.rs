//! The names of the folders that contain the messages of languages.

use unic_langid::LanguageIdentifier;

/// The file name ending of files with messages.
pub const ENDING: &str = ".ftl";
/// The folder that contains the folders of all languages.
pub const FOLDER: &str = "locales";

/// Whether the name of a folder is a language: a code of two or three letters, then optional subtags.
#[must_use]
pub fn is_language(name: &str) -> bool {
    // Codes of five to eight letters are reserved; `backup` would be a valid one.
    let code = name.split(['-', '_']).next().unwrap_or_default();
    matches!(code.len(), 2 | 3) && name.parse::<LanguageIdentifier>().is_ok()
}
