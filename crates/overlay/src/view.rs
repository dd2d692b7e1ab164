//! The data that the overlay reads in a frame.

use std::ops::Deref;

use content::files::Files;
use content::look;
use content::words::Languages;
use exhibit::chapter::CurrentChapter;
use exhibit::experiment::Experiments;
use exhibit::kiosk::facts::Facts;
use exhibit::kiosk::{Kiosk, OperatorPage};
use exhibit::lesson::RunningLesson;
use exhibit::link::{LinkNotice, Share};
use exhibit::offered::OfferedChapters;
use exhibit::playback::{Playback, TrainingStep};
use exhibit::projector::Projector;
use exhibit::regions::{Region, Regions};
use exhibit::reload::ReloadReport;
use exhibit::scene::{RegionShown, Scene};
use exhibit::settings::Settings;
use exhibit::visitor::Panel;

pub use crate::style::{Style, colour, point, rect};

/// Everything that the overlay shows in this frame. It can stand wherever a [`Style`] is needed.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The style of the frame.
    pub style: Style<'a>,
    /// The moment on the screen.
    pub shown: Shown<'a>,
    /// The choices and the pages.
    pub controls: Controls<'a>,
}

/// The moment of a chapter on the screen.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The parts of the moment.
    pub scene: &'a Scene,
    /// The playhead.
    pub step: &'a TrainingStep,
    /// The movement of the playhead.
    pub playback: &'a Playback,
    /// The chapter on the screen.
    pub chapter: &'a CurrentChapter,
    /// The data and the runs.
    pub experiments: &'a Experiments,
    /// The decision regions computed so far.
    pub regions: &'a Regions,
    /// The input pattern of the autoencoder.
    pub pattern: [bool; 4],
    /// Whether playing waits for the class to predict.
    pub waits: bool,
}

/// The choices, the pages, and the state of kiosk, projector and lesson.
#[derive(Clone, Copy)]
pub struct Controls<'a> {
    /// The settings of the presentation.
    pub settings: &'a Settings,
    /// The choices for the presentation.
    pub choices: &'a Choices,
    /// The open page.
    pub panel: Option<Panel>,
    /// The offered chapters.
    pub offered: &'a OfferedChapters,
    /// All languages.
    pub languages: &'a Languages,
    /// The state of a kiosk.
    pub kiosk: &'a Kiosk,
    /// The operator's pages.
    pub operator: &'a OperatorPage,
    /// The facts about the kiosk and its computer, for the operator.
    pub facts: &'a Facts,
    /// The result of reading the settings again.
    pub reload: &'a ReloadReport,
    /// The state of projector mode.
    pub projector: &'a Projector,
    /// The running lesson.
    pub lesson: Option<&'a RunningLesson>,
    /// The link of the current moment.
    pub share: &'a Share,
    /// What could not be used of the link that was opened last.
    pub notice: &'a LinkNotice,
}

impl<'a> Deref for View<'a> {
    type Target = Style<'a>;

    fn deref(&self) -> &Self::Target {
        &self.style
    }
}

impl View<'_> {
    /// Returns the region that a plane shows; `None` until it is known.
    #[must_use]
    pub fn region(&self, shown: &RegionShown) -> Option<Region> {
        match shown {
            RegionShown::Asked(request) => self.shown.regions.of(request),
            RegionShown::Known(region) => Some(region.clone()),
        }
    }
}

/// The names of the choices for the presentation.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Files of `assets/themes`.
    pub themes: Vec<String>,
    /// Files of `assets/palettes`, the default first.
    pub palettes: Vec<String>,
    /// Folders of `assets/locales`, each with its language's own name.
    pub languages: Vec<(String, String)>,
}

impl Choices {
    /// Reads the choices from the files.
    #[must_use]
    pub fn read(files: &Files, languages: &Languages) -> Self {
        let default = Settings::default();
        let mut palettes = look::choices(files, "palettes");
        palettes.sort_by_key(|name| *name != default.palette);
        let mut themes = look::choices(files, "themes");
        themes.sort_by_key(|name| *name != default.theme);
        let languages = languages
            .iter()
            .map(|locale| (locale.language().to_owned(), locale.own_name()))
            .collect();
        Self { themes, palettes, languages }
    }
}
