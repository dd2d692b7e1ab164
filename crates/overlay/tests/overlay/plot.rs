//! The shapes on the plots: their places, and the commands that a pointer or a finger causes on them.

use exhibit::visitor::Explained;
use exhibit::visitor::VisitorCommand;
use std::cell::RefCell;

use bevy_color::Srgba;
use bevy_math::Vec2;
use egui::Shape;
use egui::epaint::ColorMode;
use exhibit::chapter::CHAPTERS;
use exhibit::command::Command;
use exhibit::layout::{BAR_WIDTH, HistogramFrame, PlaneFrame};
use exhibit::scene::{Part, Slot};
use overlay::plot::tick_spacing;
use overlay::view::{colour, point};

use crate::page::parts;
use crate::stand::{SIZES, Stand};

/// Returns everything that is drawn, in the order of painting.
fn drawn(stand: &Stand) -> Vec<Shape> {
    let harness = stand.harness(|ui, view| overlay::show(ui, view, &mut Vec::new()));
    let shapes = &harness.output().shapes;
    shapes.iter().flat_map(|clipped| parts(&clipped.shape)).cloned().collect()
}

fn has_line(drawn: &[Shape], ends: [Vec2; 2], ink: Srgba) -> bool {
    let ends = ends.map(point);
    let fits =
        |points: &[egui::Pos2]| points.iter().zip(ends).all(|(p, end)| p.distance(end) < 0.01);
    drawn.iter().any(|shape| match shape {
        Shape::LineSegment { points, stroke } => stroke.color == colour(ink) && fits(points),
        Shape::Path(path) => {
            path.stroke.color == ColorMode::Solid(colour(ink))
                && path.points.len() == 2
                && fits(&path.points)
        }
        _ => false,
    })
}

#[test]
fn bars_boundaries_and_grids_lie_where_the_layout_says() {
    for size in SIZES {
        let stand = Stand::new(3, 41, size, 1.0);
        let shown = stand.scene.histogram().unwrap();
        let frame = HistogramFrame::new(stand.layout.plot, shown.first, shown.last(), shown.top);
        let (drawn, theme) = (drawn(&stand), &stand.look.theme);
        for (index, &[of_false, _]) in shown.bins.iter().enumerate().filter(|(_, bin)| bin[0] > 0) {
            let value = f64::from(shown.first) + index as f64;
            let [left, right] = [-0.5, 0.5].map(|side| value + side * BAR_WIDTH);
            let bar = egui::Rect::from_min_max(
                point(frame.point(left, f64::from(of_false))),
                point(frame.point(right, 0.0)),
            );
            let near = |shape: &Shape| {
                matches!(shape, Shape::Rect(drawn) if drawn.rect.min.distance(bar.min) < 0.01
                    && drawn.rect.max.distance(bar.max) < 0.01)
            };
            assert!(drawn.iter().any(near), "{size:?}: no bar of {of_false} at {value}");
        }
        let boundary = shown.boundary.unwrap().value;
        let ends = [0.0, shown.top].map(|count| frame.point(boundary, count));
        assert!(has_line(&drawn, ends, theme.boundary), "{size:?}");
        let ends = [stand.layout.plot.min.x, stand.layout.plot.max.x];
        let ends = ends.map(|x| Vec2::new(x, frame.point(0.0, tick_spacing(shown.top)).y));
        assert!(has_line(&drawn, ends, theme.hairline), "{size:?}");
    }
    let stand = Stand::new(6, 83, SIZES[0], 1.0);
    let plane = stand.scene.plane(Slot::Mind).unwrap();
    let frame = PlaneFrame { plot: stand.layout.plot, axes: plane.axes };
    let line = plane.boundary.unwrap().line;
    let ends = line.segment(plane.axes.map(|axis| [0.0, axis])).unwrap();
    let drawn = drawn(&stand);
    assert!(has_line(&drawn, ends.map(|end| frame.point(end)), stand.look.theme.boundary));
}

/// A dashed line in a long and narrow window never has hundreds of thousands of dashes.
#[test]
fn windows_of_any_shape_are_drawn_with_few_shapes() {
    for size in [(7680.0, 1.0), (1.0, 4320.0), (4320.0, 40.0), (40.0, 4320.0), (1.0, 1.0)] {
        for chapter in 0..CHAPTERS.len() {
            for (step, fraction) in [(42, 0.0), (40, 0.5), (41, 0.5), (42, 0.5), (43, 0.5)] {
                let count = drawn(&Stand::between(chapter, step, fraction, size, 1.0)).len();
                let at = format!("{size:?}, chapter {}, step {step}, {fraction}", chapter + 1);
                assert!(count < 20_000, "{at}: {count} shapes");
            }
        }
    }
}

#[test]
fn a_boundary_far_outside_the_plot_does_not_break_the_drawing() {
    for size in SIZES {
        for value in [1e40, -1e300] {
            let mut stand = Stand::new(3, 9, size, 1.6);
            let shown = stand.scene.parts.iter_mut().find_map(|placed| match &mut placed.part {
                Part::Histogram(shown) => Some(shown),
                _ => None,
            });
            let boundary = shown.unwrap().boundary.as_mut().unwrap();
            boundary.value = value;
            boundary.second = Some(-value);
            boundary.ghost = Some(25.0);
            let harness = stand.harness(|ui, view| overlay::show(ui, view, &mut Vec::new()));
            assert!(!harness.output().shapes.is_empty());
        }
    }
}

#[test]
fn the_values_beside_a_resting_pointer_disappear() {
    let stand = Stand::new(5, 200, (1920.0, 1080.0), 1.0);
    let mut harness = stand.harness(|ui, view| overlay::show(ui, view, &mut Vec::new()));
    let middle = stand.layout.plot.center();
    let written = |harness: &egui_kittest::Harness<'_>| {
        let page = crate::page::Page::of(&harness.output().shapes, true);
        page.rows.iter().any(|row| row.text.starts_with("width ") && row.text.contains("height "))
    };
    harness.event(egui::Event::PointerMoved(egui::pos2(middle.x, middle.y)));
    harness.run_steps(2);
    assert!(written(&harness));
    // A step of the harness is a quarter of a second.
    harness.run_steps(18);
    assert!(!written(&harness));
    harness.event(egui::Event::PointerMoved(egui::pos2(middle.x + 9.0, middle.y)));
    harness.run_steps(1);
    assert!(written(&harness));
}

/// Drags from one point of the plane to another, by pointer or by finger.
fn drag(stand: &Stand, from: [f64; 2], to: [f64; 2], finger: bool) -> Vec<Command> {
    let plane = stand.scene.plane(Slot::Mind).unwrap();
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
    // egui gets a finger as two events: as a touch, and as a pointer.
    let (start, end) = (at(from), at(to));
    if finger {
        event(touch(egui::TouchPhase::Start, start));
    }
    event(egui::Event::PointerMoved(start));
    event(button(start, true));
    for part in [0.4, 0.8, 1.0] {
        let place = start + (end - start) * part;
        if finger {
            event(touch(egui::TouchPhase::Move, place));
        }
        event(egui::Event::PointerMoved(place));
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
                    Command::Visitor(VisitorCommand::Weights(Some(weights))) => *weights,
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
    let slope = stand.scene.plane(Slot::Mind).unwrap().boundary.unwrap().line.slope().unwrap();
    let on = [1.2, 1.2 * slope];
    assert_eq!(
        drag(&stand, on, on, true),
        [Command::Visitor(VisitorCommand::Explain(Some(Explained::Line)))]
    );
    let beside = [0.2, 1.8];
    assert_eq!(drag(&stand, beside, beside, true), []);
}
