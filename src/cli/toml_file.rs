//! TOML files that are handed to the program: their text.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};

use crate::toml_fields::LARGEST;

/// Reads a file's text; of one that is too long, no more than tells that it is.
///
/// # Errors
/// It cannot be read, or is no text.
pub fn text(path: &Path) -> Result<String> {
    let name = path.display();
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST as u64 + 1).read_to_end(&mut bytes))
        .with_context(|| format!("{name}: cannot be read"))?;
    String::from_utf8(bytes)
        .ok()
        .with_context(|| format!("{name}: expected text in UTF-8, found other bytes"))
}
