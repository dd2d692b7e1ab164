//! The options that say what is exhibited, and how: shared by `run` and `snapshot`.

mod material;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use bevy::math::UVec2;
use clap::Args;

use super::UsageError;
use super::projector::DistanceArguments;
use crate::Setup;
use crate::chapter::{self, CHAPTERS};
use crate::experiment::Experiments;
use crate::files::Files;
use crate::look;
use crate::settings::{Settings, TEXT_SCALES};
use material::MaterialArguments;

/// No side of a picture or window may be longer, in pixels: more, and graphics drivers refuse.
const LONGEST_SIDE: u32 = 8192;
/// No side may be shorter, in pixels: below it nothing can be read.
const SHORTEST_SIDE: u32 = 320;
/// No file of an asset folder may be larger, in bytes.
const LARGEST_ASSET: u64 = 256 << 20;

/// What is exhibited, and how it looks
#[derive(Debug, Args)]
pub struct ExhibitArguments {
    /// What the machines learn from, and how.
    #[command(flatten)]
    pub material: MaterialArguments,

    /// `paper` (light) or `night` (dark)
    #[arg(long, value_name = "NAME", default_value = "paper")]
    pub theme: String,

    /// Colours of the classes: `safe`, `notebook` or `high-contrast`
    #[arg(long, value_name = "NAME", default_value = "safe")]
    pub palette: String,

    /// Magnify all type: 0.8 to 1.6
    #[arg(long, value_name = "FACTOR", default_value = "1", value_parser = text_scale, allow_hyphen_values = true)]
    pub text_scale: f32,

    /// Let things jump to where they would move
    #[arg(long)]
    pub reduced_motion: bool,

    /// Take files from this folder in place of the built-in ones of the same path
    #[arg(long, value_name = "DIR")]
    pub assets: Option<PathBuf>,

    /// How large type is for a last row.
    #[command(flatten)]
    pub distance: DistanceArguments,
}

impl ExhibitArguments {
    /// The exhibit that these options describe, at a step of a chapter.
    ///
    /// # Errors
    /// A file cannot be read or is not as it should be, or there is no such thing as asked for.
    pub fn setup(&self, chapter: usize, step: usize) -> Result<Setup> {
        let files = files(self.assets.as_deref())?;
        for (option, name, folder) in
            [("--theme", &self.theme, "themes"), ("--palette", &self.palette, "palettes")]
        {
            let choices = look::choices(&files, folder);
            if !choices.contains(name) {
                let choices = choices.join(", ");
                bail!(UsageError(format!("{option}: expected one of {choices}, found {name:?}")));
            }
        }
        let material = self.material.material(CHAPTERS[chapter].subject(), &files)?;
        Ok(Setup {
            files,
            material,
            chapter,
            step,
            settings: Settings {
                theme: self.theme.clone(),
                palette: self.palette.clone(),
                text_scale: self.text_scale,
                reduced_motion: self.reduced_motion,
                ..Settings::default()
            },
            projector: self.distance.options(),
        })
    }
}

/// Reads a chapter's number or id into its place.
///
/// # Errors
/// There is no such chapter; the error lists those there are.
pub fn chapter(text: &str) -> Result<usize, String> {
    chapter::find(text).ok_or_else(|| {
        let ids: Vec<_> = CHAPTERS
            .iter()
            .enumerate()
            .map(|(index, chapter)| format!("{} or {}", index + 1, chapter.id()))
            .collect();
        format!("there is no such chapter; there are {}", ids.join(", "))
    })
}

/// Reads a size such as `1920x1080`, in pixels.
///
/// # Errors
/// It is not two whole numbers, or a side is too short or too long.
pub fn size(text: &str) -> Result<UVec2, String> {
    let side =
        |text: &str| text.parse().ok().filter(|side| (SHORTEST_SIDE..=LONGEST_SIDE).contains(side));
    text.split_once(['x', 'X', '×'])
        .and_then(|(width, height)| Some(UVec2::new(side(width)?, side(height)?)))
        .ok_or_else(|| {
            format!(
                "expected WIDTHxHEIGHT, each {SHORTEST_SIDE} to {LONGEST_SIDE}, such as 1920x1080"
            )
        })
}

/// Refuses a step that the chapter's timeline on this data has not.
///
/// # Errors
/// There is no such step; the error says which there are.
pub fn check_step(setup: &Setup, step: usize) -> Result<()> {
    let shown = CHAPTERS[setup.chapter];
    let timeline = shown.timeline(&Experiments::new(setup.material.clone()));
    if step > timeline.last() {
        bail!(UsageError(format!(
            "chapter {} has the steps 0 to {} ({} samples of {} phases), found {step}",
            shown.id(),
            timeline.last(),
            timeline.samples(),
            timeline.phases(),
        )));
    }
    Ok(())
}

fn text_scale(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|scale| TEXT_SCALES.contains(scale)).ok_or_else(|| {
        format!("expected a number from {} to {}", TEXT_SCALES.start(), TEXT_SCALES.end())
    })
}

/// The built-in files, with those of a folder taking their place.
///
/// # Errors
/// A file or folder cannot be read, or a file is too large.
pub fn files(folder: Option<&Path>) -> Result<Files> {
    folder.map_or_else(
        || Ok(Files::default()),
        |folder| Ok(Files::with_overrides(read_folder(folder)?)),
    )
}

/// All files of a folder, by their path in it.
///
/// # Errors
/// A file or folder cannot be read, or a file is too large.
pub fn read_folder(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut open = vec![PathBuf::new()];
    while let Some(inside) = open.pop() {
        let here = folder.join(&inside);
        let entries = fs::read_dir(&here)
            .with_context(|| format!("cannot read the folder {}", here.display()))?;
        for entry in entries {
            let entry = entry.with_context(|| format!("cannot read {}", here.display()))?;
            let (path, inside) = (entry.path(), inside.join(entry.file_name()));
            let about =
                fs::metadata(&path).with_context(|| format!("cannot read {}", path.display()))?;
            if about.is_dir() {
                open.push(inside);
            } else if about.len() <= LARGEST_ASSET {
                let bytes =
                    fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
                // Built-in paths have forward slashes on every system.
                let name: Vec<_> =
                    inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
                files.insert(name.join("/"), bytes);
            } else {
                bail!("{}: expected at most {LARGEST_ASSET} bytes", path.display());
            }
        }
    }
    Ok(files)
}
