//! What the overlay reads in a frame.

use std::ops::Deref;

use content::files::Files;
use content::look;
use content::words::Languages;
use exhibit::chapter::CurrentChapter;
use exhibit::experiment::Experiments;
use exhibit::kiosk::facts::Facts;
use exhibit::kiosk::{Kiosk, OperatorPage};
use exhibit::lesson::RunningLesson;
use exhibit::offered::OfferedChapters;
use exhibit::playback::{Playback, TrainingStep};
use exhibit::projector::Projector;
use exhibit::regions::{Region, Regions};
use exhibit::reload::ReloadReport;
use exhibit::scene::{RegionShown, Scene};
use exhibit::settings::Settings;
use exhibit::visitor::Panel;

pub use crate::style::{Style, colour, point, rect};

/// Everything that the overlay shows, as it is in this frame. It can be used wherever a [`Style`] is asked
/// for.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// How it is presented.
    pub style: Style<'a>,
    /// What is shown.
    pub shown: Shown<'a>,
    /// What can be chosen and asked for.
    pub controls: Controls<'a>,
}

/// What is shown: the moment of a chapter.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The parts of the moment.
    pub scene: &'a Scene,
    /// The playhead.
    pub step: &'a TrainingStep,
    /// How the playhead moves.
    pub playback: &'a Playback,
    /// Which chapter is shown.
    pub chapter: &'a CurrentChapter,
    /// The data and the runs.
    pub experiments: &'a Experiments,
    /// The decision regions that are known.
    pub regions: &'a Regions,
    /// The pattern that the autoencoder is given.
    pub pattern: [bool; 4],
    /// Whether playing waits for the class to predict.
    pub waits: bool,
}

/// What can be chosen and asked for, and by whom.
#[derive(Clone, Copy)]
pub struct Controls<'a> {
    /// The presentation.
    pub settings: &'a Settings,
    /// What can be chosen for the presentation.
    pub choices: &'a Choices,
    /// The page that is open.
    pub panel: Option<Panel>,
    /// The chapters that are offered.
    pub offered: &'a OfferedChapters,
    /// All languages.
    pub languages: &'a Languages,
    /// The state of a kiosk.
    pub kiosk: &'a Kiosk,
    /// The pages of its operator.
    pub operator: &'a OperatorPage,
    /// The facts about the kiosk and its computer, for the operator.
    pub facts: &'a Facts,
    /// The result of reading the settings again.
    pub reload: &'a ReloadReport,
    /// Projector mode.
    pub projector: &'a Projector,
    /// The lesson that is being given.
    pub lesson: Option<&'a RunningLesson>,
}

impl<'a> Deref for View<'a> {
    type Target = Style<'a>;

    fn deref(&self) -> &Self::Target {
        &self.style
    }
}

impl View<'_> {
    /// The region that a plane shows, once it is known.
    #[must_use]
    pub fn region(&self, shown: &RegionShown) -> Option<Region> {
        match shown {
            RegionShown::Asked(request) => self.shown.regions.of(request),
            RegionShown::Known(region) => Some(region.clone()),
        }
    }
}

/// The names of what can be chosen for the presentation.
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
    /// What the files offer.
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
