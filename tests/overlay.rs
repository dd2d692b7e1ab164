//! The overlay by itself, without an engine: names, places, touch targets, focus, commands.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that meets the unexpected must fail, and say how"
)]

#[path = "overlay/keyboard.rs"]
mod keyboard;
#[path = "overlay/last_row.rs"]
mod last_row;
#[path = "overlay/locales.rs"]
mod locales;
#[path = "overlay/projector.rs"]
mod projector;
#[path = "overlay/text.rs"]
mod text;

use std::cell::RefCell;

use bevy::prelude::Vec2;
use bevy_egui::egui;
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use egui_plot::PlotPoint;
use learning::Playhead;
use learning_machine::Setup;
use learning_machine::chapter::{CHAPTERS, CurrentChapter, Exhibit, Moment};
use learning_machine::command::{Command, Explained, Hand, Panel};
use learning_machine::experiment::Experiments;
use learning_machine::files::Files;
use learning_machine::guesses::Guesses;
use learning_machine::kiosk::{Kiosk, OperatorPage};
use learning_machine::layout::{Arrangement, HistogramFrame, Layout, PlaneFrame, TOUCH_TARGET};
use learning_machine::look::Look;
use learning_machine::overlay::view::{Choices, View};
use learning_machine::overlay::{self, histogram, theme};
use learning_machine::playback::{Playback, PlaybackCommand, TrainingStep};
use learning_machine::programme::Programme;
use learning_machine::projector::Projector;
use learning_machine::regions::Regions;
use learning_machine::reload::ReloadReport;
use learning_machine::scene::{Mind, Scene};
use learning_machine::settings::{Setting, Settings};
use learning_machine::words::{DataWords, Languages, Locale};

const SIZES: [(f32, f32); 4] =
    [(1920.0, 1080.0), (1366.0, 768.0), (3840.0, 2160.0), (1080.0, 1920.0)];

/// Everything that a view borrows.
struct Stand {
    files: Files,
    layout: Layout,
    look: Look,
    locale: Locale,
    data_words: DataWords,
    scene: Scene,
    step: TrainingStep,
    playback: Playback,
    chapter: CurrentChapter,
    experiments: Experiments,
    settings: Settings,
    choices: Choices,
    panel: Option<Panel>,
    programme: Programme,
    kiosk: Kiosk,
    operator: OperatorPage,
    reload: ReloadReport,
    languages: Languages,
    projector: Projector,
}

impl Stand {
    fn new(chapter: usize, step: usize, size: (f32, f32), text_scale: f32) -> Self {
        let files = Files::default();
        let experiments = Experiments::new(Setup::new(files.clone()).unwrap().material);
        let shown = CHAPTERS[chapter];
        let step = TrainingStep::new(shown.timeline(&experiments), step);
        let guesses = Guesses::default();
        let exhibit = Exhibit {
            experiments: &experiments,
            guesses: &guesses,
            regions: &Regions::default(),
            hand: Hand::default(),
            confidence: false,
            chapter,
            machine_is_known: true,
        };
        let at = step.position();
        let moment = Moment { sample: at.sample, phase: at.phase, fraction: 0.0, has_next: true };
        let scene = shown.scene(moment, &exhibit);
        let arrangement = Arrangement {
            text_scale,
            left: shown.left(),
            right: shown.right(),
            learning_rates: !shown.learning_rates().is_empty(),
            distance: None,
        };
        let settings = Settings { text_scale, ..Settings::default() };
        let look = Look::load(&files, &settings.theme, &settings.palette).unwrap();
        let languages = Languages::load(&files).unwrap();
        let locale = languages.expect(&settings.language).unwrap().clone();
        Self {
            data_words: DataWords::new(&locale, &look, [None; 2]),
            choices: Choices::read(&files, &Languages::load(&files).unwrap()),
            files,
            layout: Layout::new(Vec2::from(size), arrangement),
            look,
            locale,
            scene,
            step,
            playback: Playback::default(),
            chapter: CurrentChapter::new(chapter),
            experiments,
            settings,
            panel: None,
            programme: Programme::default(),
            kiosk: Kiosk::default(),
            operator: OperatorPage::Closed,
            reload: ReloadReport::None,
            languages,
            projector: Projector::default(),
        }
    }

    fn view(&self) -> View<'_> {
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
            panel: self.panel,
            programme: &self.programme,
            kiosk: &self.kiosk,
            operator: &self.operator,
            reload: &self.reload,
            languages: &self.languages,
            pattern: Hand::default().pattern,
            projector: &self.projector,
            lesson: None,
            waits: false,
        }
    }

    /// A harness that draws with `draw`, dressed as the exhibit is.
    fn harness<'a>(&'a self, mut draw: impl FnMut(&mut egui::Ui, &View<'_>) + 'a) -> Harness<'a> {
        let mut is_dressed = false;
        let mut harness = Harness::builder()
            .with_size(egui::vec2(self.layout.size.x, self.layout.size.y))
            .build_ui(move |ui| {
                if !std::mem::replace(&mut is_dressed, true) {
                    theme::install_fonts(ui.ctx(), &self.files);
                    theme::install_style(ui.ctx(), &self.look);
                    return;
                }
                let screen = ui.ctx().viewport_rect();
                let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(screen));
                draw(&mut ui, &self.view());
            });
        harness.run();
        harness
    }
}

fn is_control(node: &Node<'_>) -> bool {
    use egui::accesskit::Role;
    let role = node.accesskit_node().role();
    matches!(role, Role::Button | Role::RadioButton | Role::CheckBox | Role::Slider)
}

fn click(stand: &Stand, name: &str) -> Vec<Command> {
    let commands = RefCell::new(Vec::new());
    let mut harness = stand.harness(|ui, view| overlay::show(ui, view, &mut commands.borrow_mut()));
    harness.get_by_label(name).click();
    harness.run();
    drop(harness);
    commands.into_inner()
}

#[test]
fn controls_are_named_large_enough_inside_the_window_and_apart() {
    for size in SIZES {
        for text_scale in [0.8, 1.0, 1.3, 1.6] {
            for chapter in 0..CHAPTERS.len() {
                for panel in
                    [None, Some(Panel::Chapters), Some(Panel::Help), Some(Panel::Appearance)]
                {
                    let stand = Stand { panel, ..Stand::new(chapter, 5, size, text_scale) };
                    let harness =
                        stand.harness(|ui, view| overlay::show(ui, view, &mut Vec::new()));
                    let what = format!("{size:?}, {text_scale}, chapter {chapter}, {panel:?}");
                    let screen =
                        egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(size.0, size.1));
                    let found: Vec<_> = harness
                        .root()
                        .children_recursive()
                        .filter(is_control)
                        .map(|node| {
                            (
                                node.accesskit_node().label().unwrap_or_default(),
                                node.rect(),
                                node.accesskit_node().is_disabled(),
                            )
                        })
                        .collect();
                    assert!(found.len() > 10, "{what}: {}", found.len());
                    for (index, (name, rect, _)) in found.iter().enumerate() {
                        assert!(!name.is_empty(), "{what}: a control without a name at {rect:?}");
                        assert!(screen.expand(0.5).contains_rect(*rect), "{what}: {name} {rect:?}");
                        let least = rect.width().min(rect.height());
                        assert!(least >= TOUCH_TARGET - 0.5, "{what}: {name} is {rect:?}");
                        // An open page lies over the chapter's controls.
                        for (other, place, _) in found[..index].iter().filter(|_| panel.is_none()) {
                            let overlap = rect.shrink(1.0).intersect(place.shrink(1.0));
                            assert!(!overlap.is_positive(), "{what}: {name} lies on {other}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn each_control_asks_for_what_it_says() {
    let stand = Stand::new(3, 5, SIZES[0], 1.0);
    let seek = |step| Command::Playback(PlaybackCommand::Seek(Playhead::at(step)));
    let glide = |step| Command::Playback(PlaybackCommand::GlideTo(step));
    let rate = |value| Command::SetLearningRate(learning::LearningRate::new(value).unwrap());
    for (name, command) in [
        ("to the start", seek(0)),
        ("sample back", seek(1)),
        ("back", glide(4)),
        ("play", Command::Playback(PlaybackCommand::Play)),
        ("forward", glide(6)),
        ("sample forward", seek(9)),
        ("to the end", seek(1015)),
        ("faster", Command::Playback(PlaybackCommand::Faster)),
        ("slower", Command::Playback(PlaybackCommand::Slower)),
        ("Look", glide(4)),
        ("Update", glide(7)),
        ("learning rate 3", rate(3.0)),
        ("previous chapter", Command::GoToChapter(2)),
        ("Keys", Command::Show(Some(Panel::Help))),
        ("Chapters", Command::Show(Some(Panel::Chapters))),
        ("Appearance", Command::Show(Some(Panel::Appearance))),
    ] {
        assert_eq!(click(&stand, name), [command], "{name}");
    }
    assert_eq!(click(&stand, "next chapter"), [Command::GoToChapter(4)]);
    // The last chapter has no next one.
    let last = Stand::new(CHAPTERS.len() - 1, 5, SIZES[0], 1.0);
    assert_eq!(click(&last, "next chapter"), []);

    let stand = Stand::new(0, 0, SIZES[0], 1.0);
    assert_eq!(click(&stand, "orange"), [Command::Guess(false)]);
    assert_eq!(click(&stand, "blue"), [Command::Guess(true)]);

    let stand = Stand { panel: Some(Panel::Appearance), ..Stand::new(3, 5, SIZES[1], 1.0) };
    for (name, setting) in [
        ("Night", Setting::Theme("night".to_owned())),
        ("Notebook", Setting::Palette("notebook".to_owned())),
        ("larger", Setting::TextScale(1.1)),
        ("Reduced", Setting::ReducedMotion(true)),
    ] {
        assert_eq!(click(&stand, name), [Command::Set(setting)], "{name}");
    }
    let stand = Stand { panel: Some(Panel::Chapters), ..Stand::new(3, 5, SIZES[3], 1.0) };
    assert_eq!(click(&stand, "Guess the barcode"), [Command::GoToChapter(0)]);
}

#[test]
fn the_tab_key_reaches_every_control_and_enter_uses_it() {
    let stand = Stand::new(3, 5, SIZES[0], 1.0);
    let commands = RefCell::new(Vec::new());
    let mut harness = stand.harness(|ui, view| overlay::show(ui, view, &mut commands.borrow_mut()));
    let count = harness
        .root()
        .children_recursive()
        .filter(|node| is_control(node) && !node.accesskit_node().is_disabled())
        .count();
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..count {
        harness.key_press(egui::Key::Tab);
        harness.run();
        let focused: Vec<_> = harness
            .root()
            .children_recursive()
            .filter(|node| is_control(node) && node.accesskit_node().is_focused())
            .map(|node| node.accesskit_node().label().unwrap_or_default())
            .collect();
        reached.extend(focused.iter().cloned());
        if focused.iter().any(|name| name == "faster") {
            harness.key_press(egui::Key::Enter);
            harness.run();
        }
    }
    assert_eq!(reached.len(), count, "{reached:?}");
    drop(harness);
    assert_eq!(commands.into_inner(), [Command::Playback(PlaybackCommand::Faster)]);
}

#[test]
fn the_plot_lies_where_the_layout_says() {
    for size in SIZES {
        let stand = Stand::new(3, 41, size, 1.0);
        let Mind::Histogram(shown) = &stand.scene.mind else { panic!("no histogram") };
        let found = RefCell::new(None);
        let harness = stand.harness(|ui, view| {
            *found.borrow_mut() = Some(histogram::show(ui, view, shown));
        });
        drop(harness);
        let transform = found.into_inner().unwrap();
        let frame = HistogramFrame::new(stand.layout.plot, shown.first, shown.last(), shown.top);
        for (value, count) in [(16.0, 0.0), (22.4, 3.0), (29.0, 1.5), (34.0, shown.top)] {
            let ours = frame.point(value, count);
            let theirs = transform.position_from_point(&PlotPoint::new(value, count));
            let distance = (ours - Vec2::new(theirs.x, theirs.y)).length();
            assert!(distance < 0.51, "{size:?}: {ours} is not {theirs:?}");
        }
    }
}

#[test]
fn what_belongs_to_the_perceptron_asks_for_what_it_says() {
    // In the update of a sample that moved the line.
    let stand = Stand::new(6, 4 * 20 + 3, SIZES[0], 1.0);
    let explain = |weight| Command::Explain(Some(Explained::Weight(weight)));
    for (name, command) in [
        ("Use datapoints for updates", Command::UseDatapoints(false)),
        ("w₁, for width", explain(0)),
        ("w₂, for height", explain(1)),
        ("learning rate 2", Command::SetLearningRate(learning::LearningRate::new(2.0).unwrap())),
    ] {
        assert_eq!(click(&stand, name), [command], "{name}");
    }
    // On the edges of the network, in the update of the first point.
    let stand = Stand::new(9, 5, SIZES[0], 1.0);
    assert_eq!(click(&stand, "Why did w₁ change?"), [explain(0)]);
    assert_eq!(click(&stand, "Why did w₂ change?"), [explain(1)]);
}

/// Presses at a point of the plane, moves to another and lets go, by pointer or by finger.
fn drag(stand: &Stand, from: [f64; 2], to: [f64; 2], finger: bool) -> Vec<Command> {
    let plane = stand.scene.mind.plane().unwrap();
    let frame = PlaneFrame { plot: stand.layout.plot, axes: plane.axes };
    let at = |value| {
        let point = frame.point(value);
        egui::pos2(point.x, point.y)
    };
    let commands = RefCell::new(Vec::new());
    let mut harness = stand.harness(|ui, view| overlay::show(ui, view, &mut commands.borrow_mut()));
    let touch = |phase, pos| egui::Event::Touch {
        device_id: egui::TouchDeviceId(0),
        id: egui::TouchId(0),
        phase,
        pos,
        force: None,
    };
    let button = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    let mut event = |event| {
        harness.event(event);
        harness.run();
    };
    // A finger is told of twice: as a touch, and as the pointer that it stands for.
    let (start, end) = (at(from), at(to));
    if finger {
        event(touch(egui::TouchPhase::Start, start));
    }
    event(egui::Event::PointerMoved(start));
    event(button(start, true));
    for part in [0.4, 0.8, 1.0] {
        let here = start + (end - start) * part;
        if finger {
            event(touch(egui::TouchPhase::Move, here));
        }
        event(egui::Event::PointerMoved(here));
    }
    event(button(end, false));
    if finger {
        event(touch(egui::TouchPhase::End, end));
        event(egui::Event::PointerGone);
    }
    drop(harness);
    commands.into_inner()
}

#[test]
fn the_line_is_turned_by_pointer_and_by_finger() {
    for size in SIZES {
        for finger in [false, true] {
            let stand = Stand::new(7, 30, size, 1.0);
            let commands = drag(&stand, [1.0, 1.5], [1.2, 0.6], finger);
            let weights: Vec<[f64; 2]> = commands
                .iter()
                .map(|command| match command {
                    Command::SetWeights(Some(weights)) => *weights,
                    other => panic!("{other:?}"),
                })
                .collect();
            let last = weights.last().unwrap();
            let slope = -last[0] / last[1];
            assert!((slope - 0.5).abs() < 0.01, "{size:?}, {finger}: {slope}");
        }
    }
}

#[test]
fn a_touch_on_the_line_asks_why_it_moved_and_one_beside_it_does_not() {
    let stand = Stand::new(6, 4 * 20 + 3, SIZES[0], 1.0);
    let slope = stand.scene.mind.plane().unwrap().boundary.unwrap().line.slope().unwrap();
    let on = [1.2, 1.2 * slope];
    assert_eq!(drag(&stand, on, on, true), [Command::Explain(Some(Explained::Line))]);
    let beside = [0.2, 1.8];
    assert_eq!(drag(&stand, beside, beside, true), []);
}
