//! Reads the bytes of the TOML files that are passed to the program.

use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};

use super::input;
use content::limits::TOML_BYTES;

/// Reads a file's bytes. If the file is too long, reads only enough to detect that.
///
/// # Errors
/// It is not a file, or cannot be read.
pub fn bytes(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input::open(path, "a TOML file")
        .and_then(|file| Ok(file.take(TOML_BYTES as u64 + 1).read_to_end(&mut bytes)?))
        .with_context(|| format!("{}: cannot be read", path.display()))?;
    Ok(bytes)
}
