//! What the overlay reads.

use bevy::color::ColorToPacked;
use bevy::ecs::system::SystemParam;
use bevy::prelude::{Res, Resource, Srgba};
use bevy_egui::egui::{self, Color32};

use crate::chapter::CurrentChapter;
use crate::command::{Hand, OpenPanel, Panel};
use crate::experiment::Experiments;
use crate::files::Files;
use crate::kiosk::facts::Facts;
use crate::kiosk::{Kiosk, Operator, OperatorPage};
use crate::layout::{Layout, display_em};
use crate::lesson::RunningLesson;
use crate::look::{self, Look};
use crate::playback::{Playback, TrainingStep};
use crate::programme::Programme;
use crate::projector::Projector;
use crate::projector::frozen::FrozenPicture;
use crate::projector::predict::Waiting;
use crate::reload::ReloadReport;
use crate::scene::Scene;
use crate::settings::Settings;
use crate::words::{DataWords, Languages, Locale, Words};

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
#[derive(Resource, Clone, Debug, Default)]
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

/// The resources that a [`View`] is made of.
#[derive(SystemParam)]
pub struct ViewParam<'w> {
    layout: Res<'w, Layout>,
    look: Res<'w, Look>,
    locale: Res<'w, Locale>,
    data_words: Res<'w, DataWords>,
    scene: Res<'w, Scene>,
    step: Res<'w, TrainingStep>,
    playback: Res<'w, Playback>,
    chapter: Res<'w, CurrentChapter>,
    experiments: Res<'w, Experiments>,
    settings: Res<'w, Settings>,
    choices: Res<'w, Choices>,
    panel: Res<'w, OpenPanel>,
    hand: Res<'w, Hand>,
    programme: Res<'w, Programme>,
    kiosk: Res<'w, Kiosk>,
    operator: Res<'w, Operator>,
    facts: Res<'w, Facts>,
    reload: Res<'w, ReloadReport>,
    languages: Res<'w, Languages>,
    projector: Res<'w, Projector>,
    lesson: Option<Res<'w, RunningLesson>>,
    waiting: Res<'w, Waiting>,
    frozen: Res<'w, FrozenPicture>,
}

impl ViewParam<'_> {
    /// The view of this frame.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        let view = self.live();
        // What of a frozen picture does not stand still by itself is as it was.
        match &self.frozen.0 {
            None => view,
            Some(kept) => View {
                look: &kept.look,
                locale: &kept.locale,
                data_words: &kept.data_words,
                step: &kept.step,
                playback: &kept.playback,
                chapter: &kept.chapter,
                experiments: &kept.experiments,
                settings: &kept.settings,
                panel: None,
                pattern: kept.hand.pattern,
                lesson: None,
                waits: false,
                ..view
            },
        }
    }

    /// Whether the picture stands still.
    #[must_use]
    pub fn is_frozen(&self) -> bool {
        self.frozen.0.is_some()
    }

    /// The view of this frame, whether the picture is frozen or not.
    #[must_use]
    pub fn live(&self) -> View<'_> {
        View {
            layout: &self.layout,
            look: &self.look,
            locale: &self.locale,
            data_words: &self.data_words,
            scene: &self.scene,
            step: &self.step,
            playback: &self.playback,
            chapter: &self.chapter,
            experiments: &self.experiments,
            settings: &self.settings,
            choices: &self.choices,
            panel: self.panel.0,
            programme: &self.programme,
            kiosk: &self.kiosk,
            operator: self.operator.page(),
            facts: &self.facts,
            reload: &self.reload,
            languages: &self.languages,
            pattern: self.hand.pattern,
            projector: &self.projector,
            lesson: self.lesson.as_deref(),
            waits: self.waiting.is_here(self.chapter.index(), &self.step, &self.playback),
            is_at_hand: false,
        }
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
pub fn rect(rect: bevy::prelude::Rect) -> egui::Rect {
    egui::Rect::from_min_max(point(rect.min), point(rect.max))
}

/// A point as egui has it.
#[must_use]
pub fn point(point: bevy::prelude::Vec2) -> egui::Pos2 {
    egui::pos2(point.x, point.y)
}
