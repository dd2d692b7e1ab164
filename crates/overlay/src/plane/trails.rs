//! The trails of points: the paths that they came along, and their names where they are now.

use egui::{Pos2, Rect, Shape, Stroke, Ui, Vec2};

use crate::text;
use crate::theme::size;
use crate::view::{View, colour, point, rect};
use exhibit::layout::PlaneFrame;
use exhibit::scene::plane::Plane;

/// Draws the trails. Writes each name on a side of its point where nothing else stands.
pub fn show(ui: &Ui, view: &View<'_>, plane: &Plane, frame: &PlaneFrame) {
    let theme = &view.look.theme;
    let stroke = Stroke::new(view.unit(2.5).max(1.0), colour(view.look.tint(theme.muted, 0.6)));
    let text = colour(theme.text);
    let points = view.held(view.points(size::BODY).min(0.09 * frame.plot.height()));
    let inside = rect(frame.plot);
    let away = view.unit(24.0) + view.em(6.0);
    let mut ends = Vec::new();
    for trail in &plane.trails {
        let line: Vec<Pos2> = trail.so_far().iter().map(|&at| point(frame.point(at))).collect();
        let Some(&end) = line.last() else { continue };
        ui.painter().add(Shape::line(line, stroke));
        ends.push((end, &trail.name));
    }
    // The places that no name may cover: the points, and the names so far.
    let disc = |&(end, _): &(Pos2, _)| Rect::from_center_size(end, Vec2::splat(1.4 * away));
    let mut taken: Vec<Rect> = ends.iter().map(disc).collect();
    for (end, name) in ends {
        let galley = text::sentence(ui, view, name, points, text, f32::INFINITY);
        let places = places(end, galley.size(), away, inside);
        let is_free = |place: &&Rect| !taken.iter().any(|other| other.intersects(**place));
        let place = match places.iter().find(is_free) {
            Some(&place) => place,
            // When type is large, leave out a name that would cover something else.
            None if view.is_spare() => continue,
            None => places[0],
        };
        taken.push(place);
        ui.painter().galley(place.min, galley, text);
    }
}

/// Returns the places for a name, the best first: beside its point towards the middle, beside it on the
/// other side, over it, under it.
fn places(end: Pos2, size: Vec2, away: f32, inside: Rect) -> [Rect; 4] {
    let beside = Vec2::new(away + 0.5 * size.x, 0.0);
    let over = Vec2::new(0.0, away + 0.5 * size.y);
    let inwards = if end.x > inside.center().x { -beside } else { beside };
    [inwards, -inwards, -over, over].map(|offset| {
        let place = Rect::from_center_size(end + offset, size);
        let into = |low: f32, high: f32| (-low).max(0.0) - high.max(0.0);
        let [left, right] = [place.left() - inside.left(), place.right() - inside.right()];
        let [top, bottom] = [place.top() - inside.top(), place.bottom() - inside.bottom()];
        place.translate(Vec2::new(into(left, right), into(top, bottom)))
    })
}
