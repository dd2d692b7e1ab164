//! TOML files that are handed to the program: their text.

use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, anyhow};

use super::input;
use crate::files;
use crate::toml_fields::LARGEST;

/// Reads a file's text; of one that is too long, no more than tells that it is.
///
/// # Errors
/// It cannot be read, or is no text.
pub fn text(path: &Path) -> Result<String> {
    let name = path.display();
    let mut bytes = Vec::new();
    input::open(path, "a TOML file")
        .and_then(|file| Ok(file.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?))
        .with_context(|| format!("{name}: cannot be read"))?;
    files::decode(&bytes).map(str::to_owned).map_err(|problem| anyhow!("{name}: {problem}"))
}
