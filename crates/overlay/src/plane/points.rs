//! The points on the plane: past ones paler, the current ones larger.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use egui::epaint::{Mesh, TessellationOptions, Tessellator};
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2};
use learning::Rectangle;

use crate::cache;
use crate::ink::{fill_class, mark};
use crate::view::{View, colour, point, rect};
use exhibit::layout::{PlaneFrame, point_side};
use exhibit::scene::Ink;
use exhibit::scene::plane::{Plane, PlanePoint};

/// The largest number of points with soft edges. Soft edges take three times as many triangles.
const MOST_SOFT: usize = 3000;
/// The largest number of current points with rings and hatching.
const MOST_IN_DETAIL: usize = 200;
/// The strength of a past point's colour: weaker than a current point, but still clear on the ground.
const PAST: f32 = 0.8;
/// The scale of a point in its own shape, relative to its size on the plane.
const OWN_SCALE: f64 = 0.35;

/// Draws the points of a plane.
pub fn show(ui: &Ui, view: &View<'_>, plane: &Plane, frame: &PlaneFrame) {
    let painter = ui.painter().with_clip_rect(rect(frame.plot).expand(view.unit(12.0)));
    let all =
        view.shown.experiments.of(plane.subject).rectangles().map(|data| data.points.as_slice());
    let past = all.and_then(|all| all.get(..plane.past)).unwrap_or_default();
    if plane.own_shapes {
        for (rectangle, label) in past {
            own_shape(&painter, view, frame, rectangle.features(), Ink::Class(*label), true);
        }
    } else if !past.is_empty() {
        painter.add(Shape::Mesh(past_mesh(ui, view, past, frame)));
    }
    if plane.own_shapes || plane.current.len() <= MOST_IN_DETAIL {
        for current in &plane.current {
            show_current(&painter, view, plane, frame, current);
        }
    } else {
        painter.add(Shape::Mesh(current_mesh(ui, view, plane, frame)));
    }
}

fn show_current(
    painter: &Painter,
    view: &View<'_>,
    plane: &Plane,
    frame: &PlaneFrame,
    current: &PlanePoint,
) {
    let centre = point(frame.point(current.at));
    let side = point_side(view.layout.unit);
    let ring = Stroke::new(view.unit(2.5).max(1.5), colour(view.look.theme.text));
    if plane.own_shapes {
        own_shape(painter, view, frame, current.at, current.ink, false);
        painter.circle_stroke(centre, view.unit(46.0), ring);
        return;
    }
    if !current.filled {
        let waiting = Stroke::new(view.unit(2.0).max(1.0), colour(view.look.theme.muted));
        painter.circle_stroke(centre, 0.7 * side, waiting);
        return;
    }
    match current.ink {
        Ink::Class(label) => mark(painter, view, centre, side, label),
        ink => {
            painter.circle_filled(centre, 0.5 * side, ink_colour(view, ink));
        }
    }
    painter.circle_stroke(centre, 0.95 * side, ring);
}

fn ink_colour(view: &View<'_>, ink: Ink) -> Color32 {
    colour(match ink {
        Ink::Unknown => view.look.theme.muted,
        Ink::Boundary => view.look.theme.boundary,
        Ink::Class(label) => view.look.class(label),
    })
}

fn past_colour(view: &View<'_>, label: bool) -> Color32 {
    colour(view.look.tint(view.look.class(label), PAST))
}

/// Draws a point as a small rectangle of its own shape.
fn own_shape(
    painter: &Painter,
    view: &View<'_>,
    frame: &PlaneFrame,
    at: [f64; 2],
    ink: Ink,
    past: bool,
) {
    let centre = point(frame.point(at));
    let side = |axis: usize, length: f32| (OWN_SCALE * at[axis] / frame.axes[axis]) as f32 * length;
    let size = Vec2::new(side(0, frame.plot.width()), side(1, frame.plot.height()));
    let place = Rect::from_center_size(centre, size.max(Vec2::splat(6.0)));
    match ink {
        Ink::Class(label) if !past => fill_class(painter, view, place, label, 2.0),
        Ink::Class(true) => {
            let edge = Stroke::new(view.unit(3.0).max(1.5), past_colour(view, true));
            painter.rect_stroke(place, 2.0, edge, StrokeKind::Inside);
        }
        _ => {
            let ink = if past { past_colour(view, false) } else { ink_colour(view, ink) };
            painter.rect_filled(place, 2.0, ink);
        }
    }
}

fn past_mesh(
    ui: &Ui,
    view: &View<'_>,
    past: &[(Rectangle, bool)],
    frame: &PlaneFrame,
) -> Arc<Mesh> {
    let [of_false, of_true] = [false, true].map(|label| past_colour(view, label));
    // Other data have another address, and the same data never change.
    let key = (past.as_ptr() as usize, past.len(), cache::key_of(frame), of_false, of_true);
    cache::mesh(ui, "past points", key, || {
        let look = Marks {
            colours: [of_false, of_true, Color32::TRANSPARENT],
            side: view.unit(9.0).max(4.0),
            edge: view.unit(2.0).max(1.0),
            soft: past.len() <= MOST_SOFT,
        };
        let points = past.iter().map(|(rectangle, label)| (rectangle.features(), Some(*label)));
        tessellated(ui, points, frame, &look)
    })
}

fn current_mesh(ui: &Ui, view: &View<'_>, plane: &Plane, frame: &PlaneFrame) -> Arc<Mesh> {
    let mut hasher = DefaultHasher::new();
    for PlanePoint { at, ink, filled } in &plane.current {
        (at.map(f64::to_bits), ink, filled).hash(&mut hasher);
    }
    let class = |label| colour(view.look.class(label));
    let unknown = plane.current.first().map_or(Ink::Unknown, |point| point.ink);
    let colours = [class(false), class(true), ink_colour(view, unknown)];
    let key = (hasher.finish(), cache::key_of(frame), colours);
    cache::mesh(ui, "current points", key, || {
        let look = Marks {
            colours,
            side: 0.8 * point_side(view.layout.unit),
            edge: view.unit(4.0).max(1.5),
            soft: plane.current.len() <= MOST_SOFT,
        };
        let points = plane.current.iter().filter(|point| point.filled).map(|point| {
            let class = match point.ink {
                Ink::Class(label) => Some(label),
                Ink::Unknown | Ink::Boundary => None,
            };
            (point.at, class)
        });
        tessellated(ui, points, frame, &look)
    })
}

/// The look of many points' marks.
struct Marks {
    /// The colours of class false, of class true, and of no class.
    colours: [Color32; 3],
    side: f32,
    edge: f32,
    soft: bool,
}

/// Returns discs for class false and for no class, square outlines for class true.
fn tessellated(
    ui: &Ui,
    points: impl Iterator<Item = ([f64; 2], Option<bool>)>,
    frame: &PlaneFrame,
    look: &Marks,
) -> Mesh {
    let options = TessellationOptions {
        feathering: look.soft,
        prerasterized_discs: false,
        ..TessellationOptions::default()
    };
    let mut tessellator = Tessellator::new(ui.pixels_per_point(), options, [1, 1], Vec::new());
    let mut mesh = Mesh::default();
    let [of_false, of_true, of_none] = look.colours;
    for (at, class) in points {
        let centre: Pos2 = point(frame.point(at));
        let shape = if class == Some(true) {
            let place = Rect::from_center_size(centre, Vec2::splat(look.side));
            Shape::rect_stroke(place, 0.0, Stroke::new(look.edge, of_true), StrokeKind::Inside)
        } else {
            let ink = if class.is_none() { of_none } else { of_false };
            Shape::circle_filled(centre, 0.55 * look.side, ink)
        };
        tessellator.tessellate_shape(shape, &mut mesh);
    }
    mesh
}
