//! Moments of chapters, which egui alone draws, in every language and at every size.

use std::collections::BTreeSet;

use bevy_math::Vec2;
use content::files::Files;
use content::look::Look;
use content::words::{DataWords, Languages, Locale};
use egui::epaint::ClippedShape;
use egui::{Pos2, RawInput, Rect};
use exhibit::chapter::{CHAPTERS, CurrentChapter, Exhibit, Moment};
use exhibit::experiment::{Experiments, Material};
use exhibit::guesses::Guesses;
use exhibit::kiosk::attract::Attract;
use exhibit::kiosk::facts::Facts;
use exhibit::kiosk::{Kiosk, OperatorPage};
use exhibit::layout::{Arrangement, Layout, Reach};
use exhibit::offered::OfferedChapters;
use exhibit::playback::{Playback, TrainingStep};
use exhibit::projector::Projector;
use exhibit::regions::Regions;
use exhibit::reload::ReloadReport;
use exhibit::scene::Scene;
use exhibit::settings::Settings;
use exhibit::visitor::{Panel, VisitorState};
use overlay::view::{Choices, Controls, Style, View};
use overlay::{self, theme};

use crate::page::Page;
use crate::stand::{notice, share};

/// The smallest allowed type, in points and in units of the design.
const SMALLEST: [f32; 2] = [8.0, 12.0];

/// The data that all drawings share.
pub struct Hall {
    pub languages: Languages,
    look: Look,
    pub experiments: Experiments,
    choices: Choices,
    context: egui::Context,
}

/// A moment of a chapter, with the open page and the state of the kiosk.
pub struct Shown {
    pub what: String,
    pub chapter: usize,
    pub step: TrainingStep,
    pub scene: Scene,
    pub panel: Option<Panel>,
    pub kiosk: Kiosk,
    pub operator: OperatorPage,
    pub facts: Facts,
    /// The distance of the last row, in projector mode.
    pub distance: Option<f32>,
}

impl Hall {
    pub fn new(files: Files) -> Self {
        Self::with(files, |_| ())
    }

    /// Returns a hall with other data.
    pub fn with(files: Files, change: impl FnOnce(&mut Material)) -> Self {
        let mut material = Material::notebook(&files).unwrap();
        change(&mut material);
        let languages = Languages::load(&files).unwrap();
        let settings = Settings::default();
        let look = Look::load(&files, &settings.theme, &settings.palette).unwrap();
        let context = egui::Context::default();
        theme::install_fonts(&context, &files);
        theme::install_style(&context, &look);
        Self {
            choices: Choices::read(&files, &languages),
            experiments: Experiments::new(material),
            languages,
            look,
            context,
        }
    }

    pub fn shown(
        &self,
        chapter: usize,
        step: usize,
        visitor: VisitorState,
        panel: Option<Panel>,
    ) -> Shown {
        let shown = CHAPTERS[chapter];
        let step = TrainingStep::new(shown.timeline(&self.experiments), step);
        let at = step.position();
        let exhibit = Exhibit {
            experiments: &self.experiments,
            guesses: &Guesses::default(),
            visitor,
            confidence: false,
            chapter,
            machine_is_known: true,
        };
        let moment = Moment { sample: at.sample, phase: at.phase, fraction: 0.0, has_next: true };
        let what = format!(
            "chapter {}, step {}, {panel:?}, {:?}",
            chapter + 1,
            step.playhead().step,
            visitor.explained
        );
        Shown {
            what,
            chapter,
            step,
            scene: shown.scene(moment, &exhibit),
            panel,
            kiosk: Kiosk::default(),
            operator: OperatorPage::Closed,
            facts: Facts::default(),
            distance: None,
        }
    }

    /// Returns moments of a chapter: for each phase the first sample, the last one, and the one with the
    /// longest narration.
    pub fn moments(&self, chapter: usize) -> Vec<Shown> {
        let timeline = CHAPTERS[chapter].timeline(&self.experiments);
        let english = self.languages.get("en").unwrap();
        let names = self.experiments.of(CHAPTERS[chapter].subject()).names();
        let data = DataWords::new(english, &self.look, names);
        let mut steps = BTreeSet::new();
        for phase in 0..timeline.phases() {
            let step = |sample: usize| sample * timeline.phases() + phase;
            let length = |&sample: &usize| {
                let shown = self.shown(chapter, step(sample), VisitorState::default(), None);
                english.text(&shown.scene.narration, &data).len()
            };
            let last = timeline.samples() - 1;
            let longest = (0..=last).step_by(1 + last / 60).max_by_key(length);
            steps.extend([0, last].into_iter().chain(longest).map(step));
        }
        let at = |step| self.shown(chapter, step, VisitorState::default(), None);
        steps.into_iter().filter(|&step| step <= timeline.last()).map(at).collect()
    }

    pub fn draw(
        &self,
        shown: &Shown,
        locale: &Locale,
        size: (f32, f32),
        text_scale: f32,
    ) -> Vec<ClippedShape> {
        let chapter = CHAPTERS[shown.chapter];
        let arrangement = {
            let has_rates = !chapter.learning_rates().is_empty();
            Arrangement::of(&shown.scene, text_scale, has_rates, shown.distance)
        };
        let reach = if shown.kiosk.is_open() {
            Reach::of_screen(Some(24.0), Vec2::from(size))
        } else {
            Reach::default()
        };
        let language = locale.language().to_owned();
        let view = View {
            style: Style {
                layout: &Layout::within(reach, Vec2::from(size), arrangement),
                look: &self.look,
                locale,
                data_words: &DataWords::new(
                    locale,
                    &self.look,
                    self.experiments.of(chapter.subject()).names(),
                ),
                at_controls: false,
            },
            shown: overlay::view::Shown {
                scene: &shown.scene,
                step: &shown.step,
                playback: &Playback::default(),
                chapter: &CurrentChapter::new(shown.chapter),
                experiments: &self.experiments,
                regions: &Regions::worked_out(shown.scene.region_requests()),
                pattern: VisitorState::default().pattern,
                waits: false,
            },
            controls: Controls {
                settings: &Settings { text_scale, language, ..Settings::default() },
                choices: &self.choices,
                panel: shown.panel,
                offered: &OfferedChapters::default(),
                kiosk: &shown.kiosk,
                operator: &shown.operator,
                facts: &shown.facts,
                reload: &ReloadReport::None,
                languages: &self.languages,
                projector: &Projector { distance: shown.distance, ..Projector::default() },
                lesson: None,
                share: &share(),
                notice: &notice(),
            },
        };
        let screen = Rect::from_min_size(Pos2::ZERO, egui::vec2(size.0, size.1));
        let draw = || {
            painted(&self.context, screen, |ui| {
                let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(screen));
                overlay::show(&mut ui, &view, &mut Vec::new());
            })
        };
        // Draw twice: a plot knows its place only from the second time on.
        draw();
        draw()
    }

    /// Returns the faults of a moment's texts, in a language and at a size.
    pub fn faults(
        &self,
        shown: &Shown,
        locale: &Locale,
        size: (f32, f32),
        text_scale: f32,
    ) -> Vec<String> {
        let lies_under = shown.panel.is_some()
            || shown.scene.explanation.is_some()
            || shown.operator != OperatorPage::Closed
            || shown.kiosk.countdown.is_some()
            || shown.kiosk.attract().is_some_and(Attract::is_title);
        let page = Page::of(&self.draw(shown, locale, size, text_scale), lies_under);
        let screen = Rect::from_min_size(Pos2::ZERO, egui::vec2(size.0, size.1));
        assert!(!page.rows.is_empty(), "{}: no texts", shown.what);
        let least = SMALLEST[0].max((SMALLEST[1] * size.0.min(size.1) / 1080.0).floor());
        let (what, language) = (&shown.what, locale.language());
        let about = format!(
            "{language}, {}x{}, {text_scale}, {:?}, {what}",
            size.0, size.1, shown.distance
        );
        page.faults(screen, least).into_iter().map(|fault| format!("{about}: {fault}")).collect()
    }
}

/// Returns the shapes that egui would paint.
fn painted(
    context: &egui::Context,
    screen: Rect,
    show: impl FnMut(&mut egui::Ui),
) -> Vec<ClippedShape> {
    let mut output =
        context.run_ui(RawInput { screen_rect: Some(screen), ..RawInput::default() }, show);
    // Drop the textures, because nothing paints them.
    output.textures_delta.clear();
    output.shapes
}
