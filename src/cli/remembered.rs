//! The moment at which the exhibit was closed, which `run --continue` goes back to.

use std::path::PathBuf;

use anyhow::{Context, Result};
use bevy::prelude::*;

use super::{input, output, use_counts};
use crate::share::Current;
use content::limits::LINK_CHARACTERS;
use exhibit::link::{self, ReadLink};

/// The file, in the program's own folder. It holds one link.
const FILE: &str = "moment";

/// The file that holds the moment, if this user has a folder for it.
fn path() -> Option<PathBuf> {
    Some(use_counts::own_folder()?.join(FILE))
}

/// Reads the moment at which the exhibit was closed last. `None` if there is none yet.
///
/// # Errors
/// The file is there, but cannot be read.
pub fn read() -> Result<Option<ReadLink>> {
    let Some(path) = path().filter(|path| path.try_exists().unwrap_or(true)) else {
        return Ok(None);
    };
    let bytes = input::read(&path, "a link", 4 * LINK_CHARACTERS as u64)
        .with_context(|| format!("--continue: {}: could not be read", path.display()))?;
    Ok(Some(link::read(&String::from_utf8_lossy(&bytes))))
}

/// Remembers the moment when the exhibit is closed.
pub fn watch(app: &mut App) {
    app.add_systems(Last, write.run_if(on_message::<AppExit>));
}

fn write(current: Current) {
    let Some(path) = path() else { return };
    let link = current.link();
    let write = || -> Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        output::write(Some(&path), |file| writeln!(file, "{link}"))
    };
    if let Err(error) = write() {
        warn!("the moment could not be remembered for --continue: {error:#}");
    }
}
