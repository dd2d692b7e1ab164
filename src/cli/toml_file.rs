//! TOML files that are handed to the program: their bytes.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, Result};

use crate::limits::TOML_BYTES;

/// Reads a file's bytes; of one that is too long, no more than tells that it is.
///
/// # Errors
/// It is no file, or cannot be read.
pub fn bytes(path: &Path) -> Result<Vec<u8>> {
    read(path).with_context(|| format!("{}: cannot be read", path.display()))
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    // A pipe without a writer would be waited for without end.
    let about = fs::metadata(path)?;
    if about.is_dir() {
        return Err(io::Error::other("expected a file, found a folder"));
    }
    if !about.is_file() {
        return Err(io::Error::other("expected a file, found a device or a pipe"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(TOML_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;

    #[test]
    fn only_files_are_read_and_no_more_of_them_than_is_allowed() {
        let folder = tempfile::tempdir().unwrap();
        let told = |path: &Path| format!("{:#}", bytes(path).unwrap_err());
        assert!(told(folder.path()).ends_with("cannot be read: expected a file, found a folder"));
        #[cfg(target_os = "linux")]
        assert!(told(Path::new("/dev/zero")).ends_with("found a device or a pipe"));
        let path = folder.path().join("long.toml");
        fs::write(&path, "#".repeat(3 * TOML_BYTES)).unwrap();
        assert_eq!(bytes(&path).unwrap().len(), TOML_BYTES + 1);
    }
}
