//! Whether every text has its place, in every language, at every size.
//!
//! The overlay is drawn by egui alone, and what it would paint is gone through: each text has to lie on
//! the screen, within what it is clipped to and within the box that it is written on, off other texts,
//! and may not be set smaller than can be read.

use std::collections::BTreeSet;

use bevy::prelude::Vec2;
use bevy_egui::egui::epaint::{ClippedShape, RectShape, Shape, TextShape};
use bevy_egui::egui::{self, Pos2, RawInput, Rect};
use learning_machine::Setup;
use learning_machine::chapter::{CHAPTERS, CurrentChapter, Exhibit, Moment};
use learning_machine::command::{Explained, Hand, Panel, learning_rates};
use learning_machine::experiment::Experiments;
use learning_machine::files::Files;
use learning_machine::guesses::Guesses;
use learning_machine::kiosk::attract::{Act, Attract};
use learning_machine::kiosk::{Kiosk, OperatorPage, PinState, Presence};
use learning_machine::layout::{Arrangement, Layout, Reach};
use learning_machine::look::Look;
use learning_machine::overlay::view::{Choices, View};
use learning_machine::overlay::{self, theme};
use learning_machine::playback::{Playback, TrainingStep};
use learning_machine::programme::Programme;
use learning_machine::projector::Projector;
use learning_machine::regions::Regions;
use learning_machine::reload::ReloadReport;
use learning_machine::scene::Scene;
use learning_machine::settings::Settings;
use learning_machine::words::{DataWords, Languages, Locale};

use crate::stand::SIZES;

/// How far ink may come upon ink, or over an edge, in points.
const TOLERANCE: f32 = 1.5;
/// The smallest type, in points, and in the units of the design.
const SMALLEST: [f32; 2] = [8.0, 12.0];

/// What all drawings share.
struct Hall {
    languages: Languages,
    look: Look,
    experiments: Experiments,
    choices: Choices,
    context: egui::Context,
}

/// A moment of a chapter, with what is open.
struct Shown {
    what: String,
    chapter: usize,
    step: TrainingStep,
    scene: Scene,
    panel: Option<Panel>,
    kiosk: Kiosk,
    operator: OperatorPage,
}

impl Hall {
    fn new(files: Files) -> Self {
        let languages = Languages::load(&files).unwrap();
        let settings = Settings::default();
        let look = Look::load(&files, &settings.theme, &settings.palette).unwrap();
        let context = egui::Context::default();
        theme::install_fonts(&context, &files);
        theme::install_style(&context, &look);
        Self {
            choices: Choices::read(&files, &languages),
            experiments: Experiments::new(Setup::new(files.clone()).unwrap().material),
            languages,
            look,
            context,
        }
    }

    fn shown(&self, chapter: usize, step: usize, hand: Hand, panel: Option<Panel>) -> Shown {
        let shown = CHAPTERS[chapter];
        let step = TrainingStep::new(shown.timeline(&self.experiments), step);
        let at = step.position();
        let exhibit = Exhibit {
            experiments: &self.experiments,
            guesses: &Guesses::default(),
            regions: &Regions::default(),
            hand,
            confidence: false,
            chapter,
            machine_is_known: true,
        };
        let moment = Moment { sample: at.sample, phase: at.phase, fraction: 0.0, has_next: true };
        let what = format!(
            "chapter {}, step {}, {panel:?}, {:?}",
            chapter + 1,
            step.playhead().step,
            hand.explained
        );
        Shown {
            what,
            chapter,
            step,
            scene: shown.scene(moment, &exhibit),
            panel,
            kiosk: Kiosk::default(),
            operator: OperatorPage::Closed,
        }
    }

    /// Of each phase of a chapter, the first sample, the last, and those with most to say.
    fn moments(&self, chapter: usize) -> Vec<Shown> {
        let timeline = CHAPTERS[chapter].timeline(&self.experiments);
        let english = self.languages.get("en").unwrap();
        let data = DataWords::new(english, &self.look, [None; 2]);
        let mut steps = BTreeSet::new();
        for phase in 0..timeline.phases() {
            let step = |sample: usize| sample * timeline.phases() + phase;
            let length = |&sample: &usize| {
                let shown = self.shown(chapter, step(sample), Hand::default(), None);
                english.text(&shown.scene.narration, &data).len()
            };
            let last = timeline.samples() - 1;
            let longest = (0..=last).step_by(1 + last / 60).max_by_key(length);
            steps.extend([0, last].into_iter().chain(longest).map(step));
        }
        let of = |step| self.shown(chapter, step, Hand::default(), None);
        steps.into_iter().filter(|&step| step <= timeline.last()).map(of).collect()
    }

    fn draw(
        &self,
        shown: &Shown,
        locale: &Locale,
        size: (f32, f32),
        text_scale: f32,
    ) -> Vec<ClippedShape> {
        let chapter = CHAPTERS[shown.chapter];
        let arrangement = Arrangement {
            text_scale,
            left: chapter.left(),
            right: chapter.right(),
            learning_rates: !chapter.learning_rates().is_empty(),
            distance: None,
        };
        let reach = if shown.kiosk.is_open() {
            Reach::of_screen(Some(24.0), Vec2::from(size))
        } else {
            Reach::default()
        };
        let language = locale.language().to_owned();
        let view = View {
            layout: &Layout::within(reach, Vec2::from(size), arrangement),
            look: &self.look,
            locale,
            data_words: &DataWords::new(locale, &self.look, [None; 2]),
            scene: &shown.scene,
            projector: &Projector::default(),
            lesson: None,
            waits: false,
            step: &shown.step,
            playback: &Playback::default(),
            chapter: &CurrentChapter::new(shown.chapter),
            experiments: &self.experiments,
            settings: &Settings { text_scale, language, ..Settings::default() },
            choices: &self.choices,
            panel: shown.panel,
            programme: &Programme::default(),
            kiosk: &shown.kiosk,
            operator: &shown.operator,
            reload: &ReloadReport::None,
            languages: &self.languages,
            pattern: Hand::default().pattern,
        };
        let screen = Rect::from_min_size(Pos2::ZERO, egui::vec2(size.0, size.1));
        let draw = || {
            painted(&self.context, screen, |ui| {
                let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(screen));
                overlay::show(&mut ui, &view, &mut Vec::new());
            })
        };
        // A plot knows its place from the second time on.
        draw();
        draw()
    }

    /// What is wrong with the texts of a moment, in a language and at a size.
    fn faults(
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
        let mut page = Page { lies_under, ..Page::default() };
        for clipped in self.draw(shown, locale, size, text_scale) {
            page.add(&clipped.shape, clipped.clip_rect);
        }
        let screen = Rect::from_min_size(Pos2::ZERO, egui::vec2(size.0, size.1));
        assert!(!page.rows.is_empty(), "{}: no texts", shown.what);
        let least = SMALLEST[0].max((SMALLEST[1] * size.0.min(size.1) / 1080.0).floor());
        let mut faults = page.covered;
        for (index, row) in page.rows.iter().enumerate() {
            let mut fault = |problem: String| faults.push(format!("{:?} {problem}", row.text));
            if !screen.expand(0.5).contains_rect(row.ink) {
                fault(format!("at {:?} leaves the screen", row.ink));
            }
            if !row.clip.expand(0.5).contains_rect(row.ink) {
                fault(format!("at {:?} is cut off at {:?}", row.ink, row.clip));
            }
            if let Some(place) = row.place
                && !place.expand(TOLERANCE).contains_rect(row.ink)
            {
                fault(format!("at {:?} leaves its box {place:?}", row.ink));
            }
            if row.points < least {
                fault(format!("is set in {} points, less than {least:.1}", row.points));
            }
            for other in page.rows[..index].iter().filter(|other| other.of != row.of) {
                let common = row.ink.intersect(other.ink);
                if common.width() > TOLERANCE && common.height() > TOLERANCE {
                    fault(format!("lies on {:?}, {common:?}", other.text));
                }
            }
        }
        let (what, language) = (&shown.what, locale.language());
        let about = format!("{language}, {}x{}, {text_scale}, {what}", size.0, size.1);
        faults.into_iter().map(|fault| format!("{about}: {fault}")).collect()
    }
}

/// What egui would have painted.
fn painted(
    context: &egui::Context,
    screen: Rect,
    show: impl FnMut(&mut egui::Ui),
) -> Vec<ClippedShape> {
    let mut output =
        context.run_ui(RawInput { screen_rect: Some(screen), ..RawInput::default() }, show);
    // Nobody paints it.
    output.textures_delta.clear();
    output.shapes
}

/// A line of a text, as painted.
struct Row {
    text: String,
    ink: Rect,
    clip: Rect,
    /// The box that it is written on, if it is written on one.
    place: Option<Rect>,
    points: f32,
    /// Which text it is a line of.
    of: usize,
}

/// What is painted, in its order.
#[derive(Default)]
struct Page {
    rows: Vec<Row>,
    boxes: Vec<Rect>,
    texts: usize,
    /// Whether a page or a card lies over all else.
    lies_under: bool,
    /// Texts that something else hides a part of.
    covered: Vec<String>,
}

impl Page {
    fn add(&mut self, shape: &Shape, clip: Rect) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.add(shape, clip)),
            Shape::Text(text) => self.write(text, clip),
            Shape::Rect(rect) => self.cover(rect),
            _ => {}
        }
    }

    fn write(&mut self, text: &TextShape, clip: Rect) {
        self.texts += 1;
        let sections = &text.galley.job.sections;
        let points = sections.iter().map(|section| section.format.font_id.size);
        let points = points.fold(f32::INFINITY, f32::min);
        for row in text.galley.rows.iter().filter(|row| row.visuals.mesh_bounds.is_positive()) {
            let ink = row.visuals.mesh_bounds.translate(text.pos.to_vec2() + row.pos.to_vec2());
            let ink = if text.angle == 0.0 { ink } else { turned(ink, text) };
            let over = |place: &&Rect| place.contains(ink.center());
            let place = self.boxes.iter().rev().find(over).copied();
            let text = row.text();
            self.rows.push(Row { text, ink, clip, place, points, of: self.texts });
        }
    }

    /// What a page or a card is painted over is not there to be read; nothing else may hide a text.
    fn cover(&mut self, rect: &RectShape) {
        let is_drawn = rect.fill.a() > 0 || !rect.stroke.is_empty();
        if !is_drawn {
            return;
        }
        if rect.fill.a() == 255 {
            let place = rect.rect.shrink(TOLERANCE);
            let (hidden, seen): (Vec<_>, Vec<_>) = std::mem::take(&mut self.rows)
                .into_iter()
                .partition(|row: &Row| place.intersects(row.ink));
            self.rows = seen;
            if !self.lies_under {
                let told =
                    |row: &Row| format!("{:?} at {:?} is hidden by {place:?}", row.text, row.ink);
                self.covered.extend(hidden.iter().map(told));
            }
        }
        self.boxes.push(rect.rect);
    }
}

/// Where the ink of a turned text lies.
fn turned(ink: Rect, text: &TextShape) -> Rect {
    let turn = egui::emath::Rot2::from_angle(text.angle);
    let corners = [ink.left_top(), ink.right_top(), ink.left_bottom(), ink.right_bottom()];
    Rect::from_points(&corners.map(|corner| text.pos + turn * (corner - text.pos)))
}

fn all_faults(hall: &Hall, shown: &[Shown], sizes: &[(f32, f32)], scales: &[f32]) -> Vec<String> {
    let mut faults = Vec::new();
    for locale in hall.languages.iter() {
        for &size in sizes {
            for &scale in scales {
                let of = |shown| hall.faults(shown, locale, size, scale);
                faults.extend(shown.iter().flat_map(of));
            }
        }
    }
    faults
}

fn assert_none(faults: &[String]) {
    let shown: Vec<_> = faults.iter().take(60).map(String::as_str).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), shown.join("\n"));
}

#[test]
fn every_text_of_every_chapter_has_its_place_in_every_language() {
    let hall = Hall::new(Files::default());
    let mut faults = Vec::new();
    for chapter in 0..CHAPTERS.len() {
        let mut shown = hall.moments(chapter);
        // What an update is asked about, where there is one to ask about.
        let last = shown.iter().map(|shown| shown.step.playhead().step).collect::<Vec<_>>();
        for explained in [Explained::Line, Explained::Weight(0), Explained::Weight(1)] {
            let hand = Hand { explained: Some(explained), ..Hand::default() };
            let asked = last.iter().map(|&step| hall.shown(chapter, step, hand, None));
            shown.extend(asked.filter(|shown| shown.scene.explanation.is_some()));
        }
        faults.extend(all_faults(&hall, &shown, &SIZES, &[1.0, 1.6]));
    }
    assert_none(&faults);
}

#[test]
fn every_text_of_every_page_has_its_place_in_every_language() {
    let mut hall = Hall::new(Files::default());
    let mut shown: Vec<_> = [Panel::Chapters, Panel::Help, Panel::Appearance, Panel::Compare]
        .map(|panel| hall.shown(3, 9, Hand::default(), Some(panel)))
        .into();
    // A second run, with its sentence beside the narration.
    for chapter in (0..CHAPTERS.len()).filter(|&chapter| CHAPTERS[chapter].can_compare()) {
        let subject = CHAPTERS[chapter].subject();
        let timeline = CHAPTERS[chapter].timeline(&hall.experiments);
        for from in [0, 12] {
            let rate = learning_rates(CHAPTERS[chapter]).next().unwrap();
            hall.experiments.compare(subject, Some((rate, from)));
            for phase in 0..timeline.phases() {
                let step = 43 * timeline.phases() + phase;
                shown.push(hall.shown(chapter, step, Hand::default(), None));
            }
        }
    }
    assert_none(&all_faults(&hall, &shown, &SIZES, &[1.0, 1.6]));
}

#[test]
fn every_text_of_a_kiosk_has_its_place_in_every_language() {
    let hall = Hall::new(Files::default());
    let mut shown = Vec::new();
    let mut add = |chapter, presence, countdown, operator: OperatorPage| {
        let moment = hall.shown(chapter, 0, Hand::default(), None);
        let what = format!("{}, {presence:?}, {countdown:?}, {operator:?}", moment.what);
        shown.push(Shown { what, kiosk: Kiosk { presence, countdown }, operator, ..moment });
    };
    for scene in 0..4 {
        for act in [Act::Title, Act::Playing] {
            // Each language invites in turn.
            let attract = Attract { scene: 0, seconds: 3.1 * f64::from(scene), act };
            add(15, Presence::Nobody(attract), None, OperatorPage::Closed);
        }
    }
    let visitor = Presence::Visitor(0.0);
    for chapter in 0..CHAPTERS.len() {
        add(chapter, visitor, None, OperatorPage::Closed);
    }
    add(6, visitor, Some(1), OperatorPage::Closed);
    add(6, visitor, Some(20), OperatorPage::Closed);
    for state in [PinState::Open, PinState::Checking, PinState::Wrong(0), PinState::Wrong(300)] {
        add(0, visitor, None, OperatorPage::Pin(0, state));
    }
    add(0, visitor, None, OperatorPage::Pin(12, PinState::Open));
    add(0, visitor, None, OperatorPage::Menu);
    assert_none(&all_faults(&hall, &shown, &SIZES, &[1.0, 1.6]));
}

#[test]
fn more_languages_than_fit_in_a_line_stand_in_several() {
    let own = ["da", "it", "nl", "pt-BR", "sv"].map(|language| {
        let name = format!("language-name = Language {language}\n");
        (format!("locales/{language}/own.ftl"), name.into_bytes())
    });
    let hall = Hall::new(Files::with_overrides(own.into()));
    let shown = [hall.shown(3, 9, Hand::default(), Some(Panel::Appearance))];
    for locale in hall.languages.iter().filter(|locale| locale.missing() == 0) {
        for size in SIZES {
            for scale in [1.0, 1.6] {
                assert_none(&hall.faults(&shown[0], locale, size, scale));
                let mut page = Page { lies_under: true, ..Page::default() };
                for clipped in hall.draw(&shown[0], locale, size, scale) {
                    page.add(&clipped.shape, clipped.clip_rect);
                }
                let mut lines: Vec<_> = hall
                    .languages
                    .iter()
                    .map(|other| {
                        let name = other.own_name();
                        let row = page.rows.iter().rev().find(|row| row.text == name).unwrap();
                        row.place.unwrap().top() as i32
                    })
                    .collect();
                lines.dedup();
                assert_eq!(lines.len(), 3, "{size:?}, {scale}");
            }
        }
    }
}

#[test]
fn a_text_that_is_far_too_long_is_found() {
    let english = Files::default();
    let found = |path: &str, key: &str, chapter, panel| {
        let text = english.text(path).unwrap();
        let line = text.lines().find(|line| line.starts_with(&format!("{key} ="))).unwrap();
        let (_, words) = line.split_once('=').unwrap();
        let long = text.replacen(line, &format!("{line}{}", words.repeat(40)), 1);
        let files = Files::with_overrides([(path.to_owned(), long.into_bytes())].into());
        let hall = Hall::new(files);
        let shown = [hall.shown(chapter, 5, Hand::default(), panel)];
        let english = hall.languages.get("en").unwrap();
        hall.faults(&shown[0], english, SIZES[0], 1.0).len()
    };
    let (controls, part_2) = ("locales/en/controls.ftl", "locales/en/part-2.ftl");
    for (path, key, chapter, panel) in [
        (controls, "speed", 3, None),
        (controls, "learning-rate", 3, None),
        (controls, "help-guess", 3, Some(Panel::Help)),
        (controls, "palette-safe", 3, Some(Panel::Appearance)),
        (controls, "compare-start", 3, Some(Panel::Compare)),
        (controls, "compare-off", 3, Some(Panel::Compare)),
        (controls, "panel-chapters", 3, Some(Panel::Chapters)),
        (part_2, "chapter-perceptron-learns", 6, None),
        (part_2, "chapter-perceptron-learns", 6, Some(Panel::Chapters)),
        (part_2, "use-datapoints", 6, None),
        (part_2, "the-weights", 7, None),
        (part_2, "combination-wrong", 7, None),
        (part_2, "network-decide", 8, None),
    ] {
        assert!(found(path, key, chapter, panel) > 0, "{key} is not missed");
    }
}
