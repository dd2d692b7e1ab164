//! TOML files that are handed to the program: their bytes.

use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};

use super::input;
use content::limits::TOML_BYTES;

/// Reads a file's bytes; of one that is too long, no more than tells that it is.
///
/// # Errors
/// It is no file, or cannot be read.
pub fn bytes(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input::open(path, "a TOML file")
        .and_then(|file| Ok(file.take(TOML_BYTES as u64 + 1).read_to_end(&mut bytes)?))
        .with_context(|| format!("{}: cannot be read", path.display()))?;
    Ok(bytes)
}
