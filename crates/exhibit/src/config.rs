//! The settings of the exhibit, which a museum or a teacher writes in `exhibit.toml`.
//!
//! This module is pure: text goes in, settings or problems come out. The code under `cli/` reads the files.
//! `assets/exhibit.toml` explains every field.

mod read;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use bevy_ecs::resource::Resource;
use learning::LearningRate;
use learning::dataset::rectangles::Columns;

use crate::chapter::{self, CHAPTERS};
use crate::settings::{KIOSK_THEME, Settings, THEME};
use content::toml_fields::TomlErrors;

pub use crate::projector::remote::{RemoteAction, RemoteKeys};
pub use read::{KnownNames, NamingField, SettingsReading, fields};

/// The default distance of the last row, in heights of the screen.
pub const DISTANCE: f32 = 6.0;

/// All settings of an exhibit.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// How the exhibit presents itself at the start of each visit.
    pub presentation: Presentation,
    /// The chapters offered.
    pub chapters: Chapters,
    /// The data that the machines learn from.
    pub data: Data,
    /// Kiosk mode: the exhibit stands alone in a museum.
    pub kiosk: KioskSettings,
    /// Attract mode: what the exhibit shows while nobody is there.
    pub attract: AttractSettings,
    /// How visits are counted.
    pub use_counts: UseCounts,
    /// Projector mode: a teacher shows the exhibit to a class.
    pub projector: ProjectorSettings,
    /// How a moment is shared.
    pub share: ShareSettings,
}

/// `[presentation]`: how the exhibit presents itself at the start of each visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Presentation {
    /// Name of a file of `assets/themes`. The default is dark in a kiosk, otherwise light.
    pub theme: Option<String>,
    /// Name of a file of `assets/palettes`.
    pub palette: String,
    /// Magnification of all type, within [`crate::settings::TEXT_SCALES`].
    pub text_scale: f32,
    /// Whether things jump to their places instead of moving there.
    pub reduced_motion: bool,
    /// The language at the start of a visit.
    pub language: String,
    /// The languages offered, in this order; empty for all.
    pub languages: Vec<String>,
    /// A folder with more locales.
    pub locales: Option<PathBuf>,
    /// A folder with files that replace built-in ones.
    pub assets: Option<PathBuf>,
}

impl Default for Presentation {
    fn default() -> Self {
        let Settings { palette, text_scale, reduced_motion, language, .. } = Settings::default();
        Self {
            theme: None,
            palette,
            text_scale,
            reduced_motion,
            language,
            languages: Vec::new(),
            locales: None,
            assets: None,
        }
    }
}

/// `[chapters]`: the chapters offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapters {
    /// Places in [`CHAPTERS`], each at most once, and at least one.
    pub order: Vec<usize>,
}

impl Default for Chapters {
    fn default() -> Self {
        Self { order: (0..CHAPTERS.len()).collect() }
    }
}

/// `[data]`: the data that the machines learn from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Data {
    /// Data sets, written as for the option `--dataset`: `notebook`, `generated:SEED`, or the path of a
    /// table. Empty for the notebook's data.
    pub datasets: Vec<String>,
    /// The columns to read rectangles from, if the table does not use the usual names.
    pub columns: Option<Columns>,
}

/// The prefix before the seed of generated data.
const GENERATED: &str = "generated:";

/// `[kiosk]`: the exhibit stands alone in a museum.
#[derive(Clone, Debug, PartialEq)]
pub struct KioskSettings {
    /// Whether the exhibit is locked down and starts over by itself.
    pub enabled: bool,
    /// The kiosk's name. The operator's page and the line of each visit show it.
    pub name: Option<String>,
    /// The screen's diagonal in inches, if it is known.
    pub screen_diagonal: Option<f32>,
    /// The seconds without a touch after which a visit ends.
    pub idle_seconds: f64,
    /// The last of these seconds, which a countdown shows.
    pub countdown_seconds: f64,
    /// The hash of the operator's PIN, as `learning-machine pin` prints it. Without it, there is no
    /// operator's menu.
    pub pin_hash: Option<String>,
    /// How many seconds the operator must hold the hidden corner before the exhibit asks for the PIN.
    pub hold_seconds: f64,
    /// How many answers a guessing chapter takes before it goes on. Without this field, it never goes on by
    /// itself.
    pub guesses: Option<usize>,
    /// The chapters offered in a kiosk, if they differ from [`Chapters`].
    pub chapters: Option<Vec<usize>>,
}

impl Default for KioskSettings {
    fn default() -> Self {
        Self {
            enabled: false,
            name: None,
            screen_diagonal: None,
            idle_seconds: 60.0,
            countdown_seconds: 20.0,
            pin_hash: None,
            hold_seconds: 5.0,
            guesses: None,
            chapters: None,
        }
    }
}

/// `[attract]`: what the exhibit shows while nobody is there.
#[derive(Clone, Debug, PartialEq)]
pub struct AttractSettings {
    /// How many seconds the title is shown before each scene.
    pub title_seconds: f64,
    /// The scenes, in order; at least one. After the last comes the first again.
    pub scenes: Vec<AttractScene>,
}

/// One scene of [`AttractSettings`].
#[derive(Clone, Debug, PartialEq)]
pub struct AttractScene {
    /// The chapter's place in [`CHAPTERS`].
    pub chapter: usize,
    /// How many seconds the scene is shown.
    pub seconds: f64,
    /// The learning rate of the scene's machine, if it is not the chapter's own.
    pub learning_rate: Option<LearningRate>,
}

impl AttractScene {
    /// The default time of a scene, in seconds.
    pub const SECONDS: f64 = 18.0;
}

impl Default for AttractSettings {
    fn default() -> Self {
        let learning = [
            // At this rate, the boundary keeps leaping. At other rates, it settles within a second.
            ("threshold-learns", Some(3.0)),
            ("perceptron-learns", None),
            ("network-learns", None),
            ("autoencoder", None),
        ];
        let scene = |(id, rate): (&str, Option<f64>)| {
            let learning_rate = rate.and_then(|rate| LearningRate::new(rate).ok());
            let chapter = chapter::find(id)?;
            Some(AttractScene { chapter, seconds: AttractScene::SECONDS, learning_rate })
        };
        Self { title_seconds: 8.0, scenes: learning.into_iter().filter_map(scene).collect() }
    }
}

/// `[use-counts]`: how visits are counted, in a file of this computer and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UseCounts {
    /// Whether visits are counted.
    pub enabled: bool,
    /// The file that visits are written to. The default is `visits.jsonl` in the program's own folder.
    pub file: Option<PathBuf>,
    /// How many months old files are kept.
    pub keep_months: u32,
    /// The most bytes of a file. A file that would grow larger is set aside, and a new one begins.
    pub max_bytes: u64,
}

impl Default for UseCounts {
    fn default() -> Self {
        Self { enabled: false, file: None, keep_months: 24, max_bytes: 4 << 20 }
    }
}

/// `[projector]`: a teacher shows the exhibit to a class.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectorSettings {
    /// Whether the exhibit is shown to a class.
    pub enabled: bool,
    /// The distance of the last row, in heights of the screen.
    pub distance: f32,
    /// Whether playing waits before each reveal, so that the class can answer first.
    pub predict_first: bool,
    /// Whether the notes have a window of their own. Without this field, they do if there is a second screen.
    pub notes_window: Option<bool>,
    /// The lesson to teach: its name, or the path of its file, which ends in `.toml`.
    pub lesson: Option<String>,
    /// What the keys of a presenter's remote do.
    pub remote: RemoteKeys,
}

impl Default for ProjectorSettings {
    fn default() -> Self {
        Self {
            enabled: false,
            distance: DISTANCE,
            predict_first: true,
            notes_window: None,
            lesson: None,
            remote: RemoteKeys::default(),
        }
    }
}

/// `[share]`: how a moment is shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShareSettings {
    /// The address of the exhibit's page on the web, to which links are appended.
    pub address: Option<String>,
}

impl Config {
    /// Reads settings. The problems name the file as `file_name`.
    ///
    /// # Errors
    /// The settings are invalid. All problems are reported, not only the first.
    pub fn from_toml(file_name: &str, text: &str) -> Result<Self, TomlErrors> {
        read::config(file_name, text)
    }

    /// The chapters offered, as places in [`CHAPTERS`], in order; at least one.
    #[must_use]
    pub fn chapters(&self) -> &[usize] {
        match &self.kiosk.chapters {
            Some(chapters) if self.kiosk.enabled => chapters,
            _ => &self.chapters.order,
        }
    }

    /// The settings at the start of a visit.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let usual = if self.kiosk.enabled { KIOSK_THEME } else { THEME };
        let presentation = &self.presentation;
        Settings {
            theme: presentation.theme.clone().unwrap_or_else(|| usual.to_owned()),
            palette: presentation.palette.clone(),
            text_scale: presentation.text_scale,
            reduced_motion: presentation.reduced_motion,
            language: presentation.language.clone(),
            ..Settings::default()
        }
    }

    /// The scenes of attract mode whose chapters visitors can open. If there are none, one scene for each
    /// chapter that visitors can open.
    #[must_use]
    pub fn scenes(&self) -> Vec<AttractScene> {
        let can_open = |scene: &&AttractScene| self.chapters().contains(&scene.chapter);
        let scenes: Vec<_> = self.attract.scenes.iter().filter(can_open).cloned().collect();
        if !scenes.is_empty() {
            return scenes;
        }
        let scene = |&chapter: &usize| AttractScene {
            chapter,
            seconds: AttractScene::SECONDS,
            learning_rate: None,
        };
        self.chapters().iter().map(scene).collect()
    }

    /// Makes all paths absolute: relative paths begin in `folder`, and paths after `~` begin in `home`.
    pub fn resolve_paths(&mut self, folder: &Path, home: Option<&Path>) {
        let resolve = |path: &Path| match (path.strip_prefix("~"), home) {
            (Ok(rest), Some(home)) if rest.as_os_str().is_empty() => home.to_owned(),
            (Ok(rest), Some(home)) => home.join(rest),
            _ => folder.join(path),
        };
        let paths = [
            &mut self.presentation.locales,
            &mut self.presentation.assets,
            &mut self.use_counts.file,
        ];
        for path in paths.into_iter().flatten() {
            *path = resolve(path);
        }
        let is_file = |name: &&mut String| *name != "notebook" && !name.starts_with(GENERATED);
        for name in self.data.datasets.iter_mut().filter(is_file) {
            *name = resolve(Path::new(name)).to_string_lossy().into_owned();
        }
        if let Some(lesson) = self.projector.lesson.as_mut().filter(|name| name.ends_with(".toml"))
        {
            *lesson = resolve(Path::new(lesson)).to_string_lossy().into_owned();
        }
    }
}
