//! Type for the last row: it is large enough to read, and never overlaps other type.

use bevy_math::Vec2;
use egui::{Rect, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use exhibit::chapter::CHAPTERS;
use exhibit::layout::{Arrangement, Layout, TOUCH_TARGET, smallest_at};

use exhibit::projector::Projector;

use crate::page::{parts, smallest_type};
use crate::stand::{PROJECTORS, Stand, is_control};

/// A text on the screen: its words, the size of its smallest character, and its place.
struct Written {
    text: String,
    points: f32,
    place: Rect,
}

fn written(shapes: &[egui::epaint::ClippedShape]) -> Vec<Written> {
    let texts =
        shapes.iter().flat_map(|clipped| parts(&clipped.shape)).filter_map(|shape| match shape {
            Shape::Text(text) if !text.galley.job.text.trim().is_empty() => Some(text),
            _ => None,
        });
    let written = texts.map(|text| Written {
        text: text.galley.job.text.clone(),
        points: smallest_type(text),
        // These are the bounds of the ink, not of the lines.
        place: text.visual_bounding_rect(),
    });
    written.collect()
}

fn classroom(chapter: usize, step: usize, size: (f32, f32), distance: f32) -> Stand {
    let mut stand = Stand::new(chapter, step, size, 1.0);
    stand.projector = Projector { distance: Some(distance), ..Projector::default() };
    let shown = CHAPTERS[chapter];
    let arrangement = {
        let has_rates = !shown.learning_rates().is_empty();
        Arrangement::of(&stand.scene, 1.0, has_rates, Some(distance))
    };
    stand.layout = Layout::new(Vec2::from(size), arrangement);
    stand
}

fn shown(stand: &Stand) -> Vec<Written> {
    let harness: Harness<'_> = stand.harness(|ui, view| overlay::show(ui, view, &mut Vec::new()));
    written(&harness.output().shapes)
}

/// Returns the steps to test: every phase of a chapter's first sample, a step in the middle and the last
/// step.
fn steps(chapter: usize) -> Vec<usize> {
    let last = Stand::new(chapter, 0, PROJECTORS[0], 1.0).step.timeline().last();
    let phases = CHAPTERS[chapter].phases().len();
    let mut steps: Vec<usize> = (0..phases).chain([last / 2, last]).collect();
    steps.dedup();
    steps
}

#[test]
fn no_type_is_smaller_than_the_last_row_can_read() {
    for (distance, figure) in [(4.0, 21.0), (6.0, 32.0), (8.0, 43.0)] {
        assert_eq!(smallest_at(distance).round(), figure);
        for size in PROJECTORS {
            // The documented figure is rounded. Type is never smaller than the exact size.
            let least = smallest_at(distance) * size.0.min(size.1) / 1080.0 - 0.01;
            for chapter in 0..CHAPTERS.len() {
                for step in steps(chapter) {
                    let found = shown(&classroom(chapter, step, size, distance));
                    assert!(found.len() > 5);
                    for Written { text, points, .. } in found {
                        assert!(
                            points >= least,
                            "{distance}, {size:?}, chapter {chapter}, step {step}: \
                             {text:?} has {points}, not {least}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn no_type_lies_on_other_type_or_leaves_the_screen() {
    let mut problems = Vec::new();
    for distance in [4.0, 6.0, 8.0] {
        for size in PROJECTORS {
            let screen = Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(size.0, size.1));
            for chapter in 0..CHAPTERS.len() {
                for step in steps(chapter) {
                    let found = shown(&classroom(chapter, step, size, distance));
                    let at = format!("{distance}, {size:?}, chapter {}, step {step}", chapter + 1);
                    for (index, one) in found.iter().enumerate() {
                        if !screen.expand(1.0).contains_rect(one.place) {
                            problems.push(format!("{at}: {:?} at {:?}", one.text, one.place));
                        }
                        for other in &found[..index] {
                            let overlap = one.place.intersect(other.place);
                            let depth = overlap.width().min(overlap.height());
                            // Ignore a tiny overlap, such as a descender on an ascender.
                            if depth > 0.12 * one.points && one.text != other.text {
                                problems.push(format!("{at}: {:?} on {:?}", one.text, other.text));
                            }
                        }
                    }
                }
            }
        }
    }
    problems.dedup();
    assert!(problems.is_empty(), "{}:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn controls_stay_large_enough_inside_the_window_and_apart() {
    for distance in [4.0, 6.0, 8.0] {
        for size in PROJECTORS {
            let screen = Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(size.0, size.1));
            for chapter in 0..CHAPTERS.len() {
                let stand = classroom(chapter, 5, size, distance);
                let harness = stand.harness(|ui, view| overlay::show(ui, view, &mut Vec::new()));
                let controls = harness.root().children_recursive().filter(is_control);
                let found: Vec<_> = controls
                    .map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect()))
                    .collect();
                assert!(found.len() > 7);
                for (index, (name, rect)) in found.iter().enumerate() {
                    let what = format!("{distance}, {size:?}, chapter {chapter}: {name} {rect:?}");
                    assert!(screen.expand(0.5).contains_rect(*rect), "{what}");
                    assert!(rect.width().min(rect.height()) >= TOUCH_TARGET - 0.5, "{what}");
                    for (other, place) in &found[..index] {
                        let overlap = rect.shrink(1.0).intersect(place.shrink(1.0));
                        assert!(!overlap.is_positive(), "{what} lies on {other}");
                    }
                }
            }
        }
    }
}
