//! The readout under the pointer or finger: a point's width, height, score and class.

use egui::{Pos2, Rect, Stroke, StrokeKind, Ui, Vec2};
use learning::Rectangle;

use crate::text;
use crate::theme::size;
use crate::view::{View, colour, point, rect};
use content::words::Words;
use exhibit::layout::PlaneFrame;
use exhibit::scene::plane::Plane;

/// How near the pointer must come to a point of the data to read it out, in points at 1080p.
const NEAR: f32 = 18.0;

/// Reads out the point at `at`: a point of the data if one is near, otherwise a point of the plane.
pub fn show(ui: &Ui, view: &View<'_>, plane: &Plane, frame: &PlaneFrame, at: Pos2) {
    let (values, label) = nearest(view, plane, frame, at)
        .map_or((frame.value(bevy_math::Vec2::new(at.x, at.y)), None), |(rectangle, label)| {
            (rectangle.features(), Some(label))
        });
    let values = values.map(|value| value.max(0.0));
    let mut lines = vec![
        Words::new("readout-features")
            .both_features()
            .number("width", values[0])
            .number("height", values[1]),
    ];
    if let Some(boundary) = &plane.boundary {
        let score = boundary.line.score(values);
        let prediction = score > 0.0;
        let words = Words::new("readout-score").number("score", score);
        lines.push(words.class("prediction", prediction));
    }
    if let Some(label) = label {
        lines.push(Words::new("readout-truth").class("truth", label));
    }
    card(ui, view, at, &lines);
}

/// Returns the nearest visible point of the data, if it is near enough.
fn nearest(
    view: &View<'_>,
    plane: &Plane,
    frame: &PlaneFrame,
    at: Pos2,
) -> Option<(Rectangle, bool)> {
    let all = &view.shown.experiments.of(plane.subject).rectangles()?.points;
    let near = view.unit(NEAR);
    let distance = |(rectangle, _): &(Rectangle, bool)| {
        (point(frame.point(rectangle.features())) - at).length()
    };
    let past = all.get(..plane.past)?;
    past.iter()
        .map(|known| (distance(known), *known))
        .filter(|(distance, _)| *distance < near)
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, known)| known)
}

fn card(ui: &Ui, view: &View<'_>, at: Pos2, lines: &[Words]) {
    let theme = &view.look.theme;
    let text = colour(theme.text);
    let galleys: Vec<_> = lines
        .iter()
        .map(|words| text::sentence(ui, view, words, view.points(size::SMALL), text, f32::INFINITY))
        .collect();
    let width = galleys.iter().map(|galley| galley.size().x).fold(0.0, f32::max);
    let height: f32 = galleys.iter().map(|galley| galley.size().y).sum();
    let margin = Vec2::new(view.em(16.0), view.em(10.0));
    let size = Vec2::new(width, height) + 2.0 * margin;
    // The card stands beside and above the finger, so the finger never hides it. It always stays on the
    // screen.
    let screen = rect(bevy_math::Rect { min: bevy_math::Vec2::ZERO, max: view.layout.size });
    let gap = view.unit(24.0);
    let left = if at.x + gap + size.x <= screen.right() { at.x + gap } else { at.x - gap - size.x };
    let top = (at.y - gap - size.y).max(screen.top());
    let place = Rect::from_min_size(Pos2::new(left.max(screen.left()), top), size);
    let edge = Stroke::new(view.unit(2.0).max(1.0), colour(theme.hairline));
    let painter =
        ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Tooltip, egui::Id::new("readout")));
    painter.rect(place, view.unit(12.0), colour(theme.raised), edge, StrokeKind::Inside);
    let mut at = place.min + margin;
    for galley in galleys {
        let line = galley.size().y;
        painter.galley(at, galley, text);
        at.y += line;
    }
}
