//! Projector mode: the cover over the picture, the spotlight, and the speaker's window.

use std::cell::RefCell;

use content::files::Files;
use egui::{Color32, Shape};
use exhibit::command::Command;
use exhibit::experiment::Experiments;
use exhibit::lesson::{self, RunningLesson};
use exhibit::settings::Settings;

use exhibit::projector::{Cover, Projector, ProjectorCommand};
use overlay::projector::notes::{self, Notes};
use overlay::view::{Controls, View};

use crate::stand::Stand;

fn stand(projector: Projector) -> Stand {
    let projector = Projector { distance: Some(6.0), ..projector };
    Stand { projector, ..Stand::new(3, 5, (1920.0, 1080.0), 1.0) }
}

fn text_of(shapes: &[egui::epaint::ClippedShape]) -> String {
    let texts = shapes.iter().filter_map(|clipped| match &clipped.shape {
        Shape::Text(text) => Some(text.galley.job.text.clone()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_covered_picture_is_all_black_or_white_and_a_touch_uncovers_it() {
    for (cover, ink) in [(Cover::Black, Color32::BLACK), (Cover::White, Color32::WHITE)] {
        let stand = stand(Projector { cover: Some(cover), ..Projector::default() });
        let commands = RefCell::new(Vec::new());
        let mut harness =
            stand.harness(|ui, view| overlay::show(ui, view, &mut commands.borrow_mut()));
        let drawn = harness.output().shapes.iter().map(|clipped| &clipped.shape);
        let seen = drawn.filter(|shape| shape.visual_bounding_rect().is_positive());
        let seen: Vec<_> = seen.collect();
        let [Shape::Rect(only)] = seen[..] else { panic!("{seen:?}") };
        assert_eq!((only.fill, only.rect.size()), (ink, egui::vec2(1920.0, 1080.0)));
        // This is the place of the play button.
        let at = egui::pos2(150.0, 1000.0);
        for pressed in [true, false] {
            harness.event(egui::Event::PointerMoved(at));
            harness.event(egui::Event::PointerButton {
                pos: at,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: egui::Modifiers::NONE,
            });
            harness.run();
        }
        drop(harness);
        let uncover = Command::Project(ProjectorCommand::Cover(None));
        assert_eq!(commands.into_inner(), [uncover], "{cover:?}");
    }
}

/// Returns the middle of the spotlight: the middle of the inner ring of the dark mesh.
fn light(shapes: &[egui::epaint::ClippedShape]) -> egui::Pos2 {
    let mesh = shapes.iter().find_map(|clipped| match &clipped.shape {
        Shape::Mesh(mesh) if mesh.vertices.len() > 200 => Some(mesh.clone()),
        _ => None,
    });
    let mesh = mesh.unwrap();
    let inner = mesh.vertices.iter().filter(|vertex| vertex.color == Color32::TRANSPARENT);
    let bounds = inner.fold(egui::Rect::NOTHING, |bounds, vertex| {
        bounds.union(egui::Rect::from_min_max(vertex.pos, vertex.pos))
    });
    bounds.center()
}

#[test]
fn the_spotlight_follows_pointer_and_finger_and_the_wheel_makes_it_larger() {
    let stand = stand(Projector { spotlight: Some(0.2), ..Projector::default() });
    let commands = RefCell::new(Vec::new());
    let mut harness = stand.harness(|ui, view| overlay::show(ui, view, &mut commands.borrow_mut()));
    assert_eq!(light(&harness.output().shapes), egui::pos2(960.0, 540.0));
    harness.event(egui::Event::PointerMoved(egui::pos2(300.0, 400.0)));
    harness.run();
    assert!((light(&harness.output().shapes) - egui::pos2(300.0, 400.0)).length() < 0.5);
    // The light stays in its place when the finger is lifted.
    let finger = egui::pos2(700.0, 500.0);
    for phase in [egui::TouchPhase::Start, egui::TouchPhase::End] {
        harness.event(egui::Event::Touch {
            device_id: egui::TouchDeviceId(0),
            id: egui::TouchId(0),
            phase,
            pos: finger,
            force: None,
        });
        harness.event(egui::Event::PointerMoved(finger));
        harness.run();
    }
    harness.event(egui::Event::PointerGone);
    harness.run();
    assert!((light(&harness.output().shapes) - finger).length() < 0.5);
    assert_eq!(*commands.borrow(), []);
    for (notches, larger) in [(1.0, true), (-1.0, false)] {
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Line,
            delta: egui::vec2(0.0, notches),
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
        });
        harness.run();
        let command = commands.borrow_mut().drain(..).next_back().unwrap();
        let Command::Project(ProjectorCommand::Spotlight(Some(radius))) = command else {
            panic!("{command:?}");
        };
        assert_eq!(radius > 0.2, larger, "{radius}");
    }
}

#[test]
fn the_speaker_reads_stop_note_next_stop_and_time() {
    let files = Files::default();
    let stand = stand(Projector { frozen: true, notes: true, ..Projector::default() });
    let experiments: &Experiments = &stand.experiments;
    let path = lesson::built_in(&files, "10-minutes").unwrap();
    let lesson = lesson::read(&path, &files.text(&path).unwrap(), &files, experiments).unwrap();
    let mut running = RunningLesson::new(lesson.clone(), experiments, &Settings::default());
    let read = |running: &RunningLesson, elapsed| {
        let notes = Notes { elapsed, time_of_day: Some(14 * 60 + 5) };
        let harness = stand.harness(|ui, view| {
            notes::show(
                ui,
                &View { controls: Controls { lesson: Some(running), ..view.controls }, ..*view },
                &notes,
            );
        });
        text_of(&harness.output().shapes)
    };
    running.go_to(8);
    let text = read(&running, 125.0);
    for expected in [
        "Stop 9 of 23 · Ten minutes",
        "The threshold learns",
        &lesson.stops[8].note,
        "The picture is frozen",
        "sample 1 · Predict",
        "2:05",
        "7:55",
        "14:05",
        "left",
    ] {
        assert!(text.contains(expected), "{expected:?} in\n{text}");
    }
    running.go_to(22);
    let text = read(&running, 661.0);
    for expected in ["This is the last stop.", "11:01", "1:01", "over time"] {
        assert!(text.contains(expected), "{expected:?} in\n{text}");
    }
}
