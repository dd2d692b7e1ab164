//! The files of the exhibit. They are built in; a folder can override each of them.
//!
//! The native program reads the folder and passes its files in as bytes. So nothing here needs a file
//! system, and the browser gets the same exhibit.

mod kind;
pub mod language;
mod text;

use std::borrow::Cow;
use std::collections::BTreeMap;

use bevy_ecs::resource::Resource;
use rust_embed::RustEmbed;

use crate::limits;
use crate::printable::told;

pub use kind::{Ignored, Kind, Reason, TOLD, is_folder_used, kind, surprises};
pub use text::decode;

/// The barcodes of the notebook.
pub const BARCODES: &str = "datasets/barcodes.csv";
/// The rectangles of the notebook.
pub const RECTANGLES: &str = "datasets/rectangles.csv";
/// The XOR rectangles of the notebook whose classes are well separated.
pub const XOR_CLEAN: &str = "datasets/xor-clean.csv";
/// The XOR rectangles of the notebook that the machine learns from.
pub const XOR: &str = "datasets/xor.csv";
/// The font of running text.
pub const REGULAR_FONT: &str = "fonts/Inter-Regular.otf";
/// The font of titles and of important numbers.
pub const STRONG_FONT: &str = "fonts/Inter-SemiBold.otf";

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../assets"]
struct BuiltIn;

/// Files by their path under `assets`, such as `locales/en/exhibit.ftl`.
#[derive(Resource, Clone, Default)]
pub struct Files {
    overrides: BTreeMap<String, Vec<u8>>,
    ignored: Vec<Ignored>,
}

impl Files {
    /// Creates the set of built-in files. `overrides` replaces the files with the same paths.
    #[must_use]
    pub fn with_overrides(overrides: BTreeMap<String, Vec<u8>>) -> Self {
        Self { overrides, ignored: Vec::new() }
    }

    /// Records the files and folders that the exhibit does not use.
    #[must_use]
    pub fn ignoring(self, ignored: Vec<Ignored>) -> Self {
        Self { ignored, ..self }
    }

    /// The files and folders that the exhibit does not use.
    #[must_use]
    pub fn ignored(&self) -> &[Ignored] {
        &self.ignored
    }

    /// The bytes of a built-in file, even if another file overrides it.
    #[must_use]
    pub fn built_in(path: &str) -> Option<Cow<'static, [u8]>> {
        BuiltIn::get(path).map(|file| file.data)
    }

    /// Whether a file overrides the built-in one with this path, or is new.
    #[must_use]
    pub fn is_overridden(&self, path: &str) -> bool {
        self.overrides.contains_key(path)
    }

    /// The bytes of a file, if it exists.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        match self.overrides.get(path) {
            Some(bytes) => Some(Cow::Borrowed(bytes)),
            None => Self::built_in(path),
        }
    }

    /// The text of a file.
    ///
    /// # Errors
    /// There is no such file, it is too large, or it is not UTF-8.
    pub fn text(&self, path: &str) -> Result<String, FileError> {
        let bytes = self.get(path).ok_or_else(|| FileError::missing(path))?;
        let (most, found) = (limits::TEXT_BYTES, bytes.len());
        if found > most {
            let problem = format!("expected at most {most} bytes, found {found}");
            return Err(FileError::new(path, problem));
        }
        decode(&bytes).map(str::to_owned).map_err(|problem| FileError::new(path, problem))
    }

    /// The paths of all files in a folder, built in or overriding, in alphabetical order.
    #[must_use]
    pub fn in_folder(&self, folder: &str) -> Vec<String> {
        let mut paths: Vec<String> = BuiltIn::iter()
            .map(Cow::into_owned)
            .chain(self.overrides.keys().cloned())
            .filter(|path| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
            .collect();
        paths.sort();
        paths.dedup();
        paths
    }
}

/// An asset that is missing or invalid.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("asset {}: {problem}", learning::text::escaped(.path))]
pub struct FileError {
    /// The file's path under `assets`.
    pub path: String,
    /// What was expected and what was found.
    pub problem: String,
}

impl FileError {
    /// Creates the error for the file with this path. The problem is shortened to one short line.
    #[must_use]
    pub fn new(path: &str, problem: impl Into<String>) -> Self {
        let problem = told(&problem.into(), limits::PROBLEM_CHARACTERS);
        Self { path: path.to_owned(), problem }
    }

    fn missing(path: &str) -> Self {
        Self::new(path, "there is no such file")
    }
}
