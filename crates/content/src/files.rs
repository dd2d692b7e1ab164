//! The files that the exhibit is made of: built in, and overridden one by one from a folder.
//!
//! The folder is read at the native edge and handed over as bytes, so nothing here needs a file
//! system and the browser gets the same exhibit.

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
/// The XOR rectangles of the notebook that lie well apart.
pub const XOR_CLEAN: &str = "datasets/xor-clean.csv";
/// The XOR rectangles of the notebook that are learned from.
pub const XOR: &str = "datasets/xor.csv";
/// The font of running text.
pub const REGULAR_FONT: &str = "fonts/Inter-Regular.otf";
/// The font of titles and of numbers that matter.
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
    /// The built-in files, with these taking the place of those of the same path.
    #[must_use]
    pub fn with_overrides(overrides: BTreeMap<String, Vec<u8>>) -> Self {
        Self { overrides, ignored: Vec::new() }
    }

    /// The same, with a note of what the folders hold that is not used.
    #[must_use]
    pub fn ignoring(self, ignored: Vec<Ignored>) -> Self {
        Self { ignored, ..self }
    }

    /// What the folders hold that is not used.
    #[must_use]
    pub fn ignored(&self) -> &[Ignored] {
        &self.ignored
    }

    /// A built-in file's bytes, even where another file takes its place.
    #[must_use]
    pub fn built_in(path: &str) -> Option<Cow<'static, [u8]>> {
        BuiltIn::get(path).map(|file| file.data)
    }

    /// Whether a file takes the place of the built-in one of that path, or is new.
    #[must_use]
    pub fn is_overridden(&self, path: &str) -> bool {
        self.overrides.contains_key(path)
    }

    /// A file's bytes, if there is such a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        match self.overrides.get(path) {
            Some(bytes) => Some(Cow::Borrowed(bytes)),
            None => Self::built_in(path),
        }
    }

    /// A file's text.
    ///
    /// # Errors
    /// There is no such file, or it is too large, or not UTF-8.
    pub fn text(&self, path: &str) -> Result<String, FileError> {
        let bytes = self.get(path).ok_or_else(|| FileError::missing(path))?;
        let (most, found) = (limits::TEXT_BYTES, bytes.len());
        if found > most {
            let problem = format!("expected at most {most} bytes, found {found}");
            return Err(FileError::new(path, problem));
        }
        decode(&bytes).map(str::to_owned).map_err(|problem| FileError::new(path, problem))
    }

    /// The paths in a folder, in alphabetical order, built-in and overriding ones alike.
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
    /// This is wrong with the file of that path. It is told in one short line.
    #[must_use]
    pub fn new(path: &str, problem: impl Into<String>) -> Self {
        let problem = told(&problem.into(), limits::PROBLEM_CHARACTERS);
        Self { path: path.to_owned(), problem }
    }

    fn missing(path: &str) -> Self {
        Self::new(path, "there is no such file")
    }
}
