//! What the overlay reads.

use bevy_color::{ColorToPacked, Srgba};

use egui::Color32;

use content::files::Files;
use content::look::{self, Look};
use content::words::{DataWords, Languages, Locale, Words};
use exhibit::chapter::CurrentChapter;
use exhibit::experiment::Experiments;
use exhibit::kiosk::facts::Facts;
use exhibit::kiosk::{Kiosk, OperatorPage};
use exhibit::layout::{Layout, display_em};
use exhibit::lesson::RunningLesson;
use exhibit::playback::{Playback, TrainingStep};
use exhibit::programme::Programme;
use exhibit::projector::Projector;
use exhibit::regions::{Region, Regions};
use exhibit::reload::ReloadReport;
use exhibit::scene::Scene;
use exhibit::scene::plane::RegionShown;
use exhibit::settings::Settings;
use exhibit::visitor::Panel;

/// Everything that the overlay shows, as it is in this frame.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// Where things stand.
    pub layout: &'a Layout,
    /// Colours.
    pub look: &'a Look,
    /// Words.
    pub locale: &'a Locale,
    /// What the data's classes and features are called.
    pub data_words: &'a DataWords,
    /// What the moment shows.
    pub scene: &'a Scene,
    /// The playhead.
    pub step: &'a TrainingStep,
    /// How the playhead moves.
    pub playback: &'a Playback,
    /// Which chapter is shown.
    pub chapter: &'a CurrentChapter,
    /// The data and the run.
    pub experiments: &'a Experiments,
    /// The presentation.
    pub settings: &'a Settings,
    /// What can be chosen for the presentation.
    pub choices: &'a Choices,
    /// The page that is open.
    pub panel: Option<Panel>,
    /// The chapters that are shown.
    pub programme: &'a Programme,
    /// What a kiosk is in.
    pub kiosk: &'a Kiosk,
    /// The pages of its operator.
    pub operator: &'a OperatorPage,
    /// What the operator is told of the kiosk and its computer.
    pub facts: &'a Facts,
    /// What became of the settings that were read again.
    pub reload: &'a ReloadReport,
    /// The decision regions that are known.
    pub regions: &'a Regions,
    /// All languages.
    pub languages: &'a Languages,
    /// The pattern that the autoencoder is given.
    pub pattern: [bool; 4],
    /// Projector mode.
    pub projector: &'a Projector,
    /// The lesson that is being given.
    pub lesson: Option<&'a RunningLesson>,
    /// Whether playing waits for the class to predict.
    pub waits: bool,
    /// Whether this is read by who stands at the controls, so that words that have no room may be smaller
    /// than the last row can read.
    pub is_at_hand: bool,
}

impl View<'_> {
    /// The region that a plane shows, once it is known.
    #[must_use]
    pub fn region(&self, shown: &RegionShown) -> Option<Region> {
        match shown {
            RegionShown::Asked(request) => self.regions.of(request),
            RegionShown::Known(region) => Some(region.clone()),
        }
    }

    /// A message without values.
    #[must_use]
    pub fn plain(&self, key: &str) -> String {
        self.locale.plain(key)
    }

    /// A message with its values filled in, its marks removed.
    #[must_use]
    pub fn text(&self, words: &Words) -> String {
        self.locale.spans(words, self.data_words).into_iter().map(|span| span.text).collect()
    }

    /// Points of type, from its size at 1080p.
    #[must_use]
    pub fn points(&self, size: f32) -> f32 {
        self.layout.type_size.points(size)
    }

    /// Points of type as large as there is room for, but never too small for the last row, if it reads it.
    #[must_use]
    pub fn held(&self, points: f32) -> f32 {
        if self.is_at_hand { points } else { points.max(self.layout.type_size.least()) }
    }

    /// Whether less is shown, for type has to be large.
    #[must_use]
    pub fn is_spare(&self) -> bool {
        self.layout.type_size.is_spare()
    }

    /// The length of a dash, or of the gap after it, in points, from its length at 1080p. It is never so
    /// short that a line across a long and narrow window has thousands of dashes.
    #[must_use]
    pub fn dash(&self, length: f32) -> f32 {
        self.unit(length).max(2.0)
    }

    /// A length that holds type, in points, from its length at 1080p.
    #[must_use]
    pub fn em(&self, length: f32) -> f32 {
        length * self.layout.em
    }

    /// A length of the largest type, in points, from its length at 1080p.
    #[must_use]
    pub fn display(&self, length: f32) -> f32 {
        length * display_em(self.layout.em, self.layout.unit)
    }

    /// Another length, in points, from its length at 1080p.
    #[must_use]
    pub fn unit(&self, length: f32) -> f32 {
        length * self.layout.unit
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

/// A colour as egui has it.
#[must_use]
pub fn colour(colour: Srgba) -> Color32 {
    let [r, g, b, a] = colour.to_u8_array();
    Color32::from_rgba_unmultiplied(r, g, b, a)
}

/// A rectangle as egui has it.
#[must_use]
pub fn rect(rect: bevy_math::Rect) -> egui::Rect {
    egui::Rect::from_min_max(point(rect.min), point(rect.max))
}

/// A point as egui has it.
#[must_use]
pub fn point(point: bevy_math::Vec2) -> egui::Pos2 {
    egui::pos2(point.x, point.y)
}
