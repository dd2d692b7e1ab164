//! The exhibit's own settings, as whoever runs it writes them down in `exhibit.toml`.
//!
//! Pure: text in, settings or problems out. Files are read at the edge, under `cli/`.
//! `assets/exhibit.toml` says what every field means.

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

/// How far away the last row sits, in heights of the screen, where nothing is said.
pub const DISTANCE: f32 = 6.0;

/// Everything that can be set for an exhibit.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// How it presents itself to each visitor anew.
    pub presentation: Presentation,
    /// What is shown.
    pub chapters: Chapters,
    /// What the machines learn from.
    pub data: Data,
    /// Standing alone in a museum.
    pub kiosk: KioskSettings,
    /// What is shown while nobody is there.
    pub attract: AttractSettings,
    /// Counting visits.
    pub use_counts: UseCounts,
    /// Standing before a class.
    pub projector: ProjectorSettings,
}

/// `[presentation]`: how the exhibit presents itself to each visitor anew.
#[derive(Clone, Debug, PartialEq)]
pub struct Presentation {
    /// Name of a file of `assets/themes`; without one, a kiosk is dark, and all else light.
    pub theme: Option<String>,
    /// Name of a file of `assets/palettes`.
    pub palette: String,
    /// Magnification of all type, within [`crate::settings::TEXT_SCALES`].
    pub text_scale: f32,
    /// Whether things jump to where they would move.
    pub reduced_motion: bool,
    /// The language that a visit begins in.
    pub language: String,
    /// The languages that are offered, in this order; empty for all there are.
    pub languages: Vec<String>,
    /// Folder of more locales.
    pub locales: Option<PathBuf>,
    /// Folder of files that take the place of built-in ones.
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

/// `[chapters]`: what is shown.
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

/// `[data]`: what the machines learn from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Data {
    /// Data sets as `--dataset` takes them: `notebook`, `generated:SEED`, or the path of a table. Empty for
    /// the notebook's.
    pub datasets: Vec<String>,
    /// Columns that rectangles are read from, where a table calls them by other names.
    pub columns: Option<Columns>,
}

/// What stands before the seed of generated data.
const GENERATED: &str = "generated:";

/// `[kiosk]`: standing alone in a museum.
#[derive(Clone, Debug, PartialEq)]
pub struct KioskSettings {
    /// Whether the exhibit is locked down and starts over by itself.
    pub enabled: bool,
    /// What it is called among other kiosks, as on the operator's page and in each visit's line.
    pub name: Option<String>,
    /// The screen's diagonal in inches, where it is known.
    pub screen_diagonal: Option<f32>,
    /// How long nobody may touch anything before the visit is over, in seconds.
    pub idle_seconds: f64,
    /// For how long at the end of that a countdown is seen, in seconds.
    pub countdown_seconds: f64,
    /// The operator's PIN as `learning-machine pin` prints it; without one, there is no operator's menu.
    pub pin_hash: Option<String>,
    /// How long the hidden corner is held for the PIN to be asked, in seconds.
    pub hold_seconds: f64,
    /// After how many answers a chapter of guesses goes on; without one, it never does by itself.
    pub guesses: Option<usize>,
    /// What is shown in a kiosk, where it is not what [`Chapters`] says.
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

/// `[attract]`: what is shown while nobody is there.
#[derive(Clone, Debug, PartialEq)]
pub struct AttractSettings {
    /// How long the title stands before each scene, in seconds.
    pub title_seconds: f64,
    /// The scenes, one after another and then from the first again; at least one.
    pub scenes: Vec<AttractScene>,
}

/// One scene of [`Attract`].
#[derive(Clone, Debug, PartialEq)]
pub struct AttractScene {
    /// Place in [`CHAPTERS`].
    pub chapter: usize,
    /// How long it is shown, in seconds.
    pub seconds: f64,
    /// The rate that its machine learns at, where it is not the chapter's own.
    pub learning_rate: Option<LearningRate>,
}

impl AttractScene {
    /// How long a scene is shown where nothing else is said, in seconds.
    pub const SECONDS: f64 = 18.0;
}

impl Default for AttractSettings {
    fn default() -> Self {
        let learning = [
            // So that the boundary leaps: at other rates, it has settled after a second.
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

/// `[use-counts]`: counting visits, in a file of this computer and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UseCounts {
    /// Whether visits are counted.
    pub enabled: bool,
    /// The file they are written to; without one, `visits.jsonl` in the program's own folder.
    pub file: Option<PathBuf>,
    /// For how many months old files are kept.
    pub keep_months: u32,
    /// A file that would get larger is put aside, and a new one begun.
    pub max_bytes: u64,
}

impl Default for UseCounts {
    fn default() -> Self {
        Self { enabled: false, file: None, keep_months: 24, max_bytes: 4 << 20 }
    }
}

/// `[projector]`: standing before a class.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectorSettings {
    /// Whether the exhibit is shown to a class.
    pub enabled: bool,
    /// How far away the last row sits, in heights of the screen.
    pub distance: f32,
    /// Whether playing waits before each reveal, so that the class may answer first.
    pub predict_first: bool,
    /// Whether the notes have a window of their own; without it, they do where there is a second screen.
    pub notes_window: Option<bool>,
    /// The lesson that is taught: its name, or the path of its file, which ends in `.toml`.
    pub lesson: Option<String>,
    /// What a presenter's remote does.
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

impl Config {
    /// Reads settings; `file_name` is what problems are reported of.
    ///
    /// # Errors
    /// Something in it is not as it should be; all that is wrong is reported, not only the first.
    pub fn from_toml(file_name: &str, text: &str) -> Result<Self, TomlErrors> {
        read::config(file_name, text)
    }

    /// Places in [`CHAPTERS`] of what is shown, in order; at least one.
    #[must_use]
    pub fn chapters(&self) -> &[usize] {
        match &self.kiosk.chapters {
            Some(chapters) if self.kiosk.enabled => chapters,
            _ => &self.chapters.order,
        }
    }

    /// The settings that a visit begins with.
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

    /// The scenes that are shown while nobody is there: those of chapters that visitors can open. Where
    /// there is none of these, a scene of each chapter that they can open.
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

    /// Takes all relative paths for paths in this folder, and `~` for this user's own.
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
