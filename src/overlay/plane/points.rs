//! The points on the plane: past ones at half strength, the current ones larger.

use std::sync::Arc;

use bevy_egui::egui::epaint::{Mesh, TessellationOptions, Tessellator};
use bevy_egui::egui::{Color32, Id, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2};
use learning::Rectangle;

use crate::layout::{PlaneFrame, point_side};
use crate::overlay::ink::{fill_class, mark};
use crate::overlay::view::{View, colour, point, rect};
use crate::scene::Ink;
use crate::scene::plane::{Plane, PlanePoint};

/// From this many on, points have hard edges: soft ones take three times the triangles.
const MOST_SOFT: usize = 3000;
/// How strong a past point is.
const PAST: f32 = 0.55;
/// How a point in its own shape is scaled, against its size on the plane.
const OWN_SCALE: f64 = 0.35;

/// Draws the points of a plane.
pub fn show(ui: &Ui, view: &View<'_>, plane: &Plane, frame: &PlaneFrame) {
    let painter = ui.painter().with_clip_rect(rect(frame.plot).expand(view.unit(12.0)));
    let all = view.experiments.with_rectangles(plane.subject).map(|e| e.points.as_slice());
    let past = all.and_then(|all| all.get(..plane.past)).unwrap_or_default();
    if plane.own_shapes {
        for (rectangle, label) in past {
            own_shape(&painter, view, frame, rectangle.features(), Ink::Class(*label), true);
        }
    } else if !past.is_empty() {
        painter.add(Shape::Mesh(mesh_of(ui, view, past, frame)));
    }
    for current in &plane.current {
        show_current(&painter, view, plane, frame, current);
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

/// A point as a small rectangle of its own shape.
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

/// The past points as they were last made into triangles.
#[derive(Clone, Default)]
struct Made {
    of: Option<Key>,
    mesh: Arc<Mesh>,
}

/// What the triangles depend on.
#[derive(Clone, Copy, PartialEq)]
struct Key {
    /// The address of the data: other data lie elsewhere.
    data: usize,
    count: usize,
    frame: PlaneFrame,
    colours: [Color32; 2],
    pixels_per_point: f32,
}

/// The past points as triangles, made anew only when something about them has changed.
fn mesh_of(ui: &Ui, view: &View<'_>, past: &[(Rectangle, bool)], frame: &PlaneFrame) -> Arc<Mesh> {
    let key = Key {
        data: past.as_ptr() as usize,
        count: past.len(),
        frame: *frame,
        colours: [false, true].map(|label| past_colour(view, label)),
        pixels_per_point: ui.pixels_per_point(),
    };
    let id = Id::new("past points");
    let made: Made = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
    if made.of == Some(key) {
        return made.mesh;
    }
    let mesh = Arc::new(tessellated(view, past, &key));
    ui.data_mut(|data| data.insert_temp(id, Made { of: Some(key), mesh: Arc::clone(&mesh) }));
    mesh
}

fn tessellated(view: &View<'_>, past: &[(Rectangle, bool)], key: &Key) -> Mesh {
    let options = TessellationOptions {
        feathering: past.len() <= MOST_SOFT,
        prerasterized_discs: false,
        ..TessellationOptions::default()
    };
    let mut tessellator = Tessellator::new(key.pixels_per_point, options, [1, 1], Vec::new());
    let mut mesh = Mesh::default();
    let side = view.unit(9.0).max(4.0);
    let [of_false, of_true] = key.colours;
    let edge = Stroke::new(view.unit(2.0).max(1.0), of_true);
    for (rectangle, label) in past {
        let centre: Pos2 = point(key.frame.point(rectangle.features()));
        let shape = if *label {
            let place = Rect::from_center_size(centre, Vec2::splat(side));
            Shape::rect_stroke(place, 0.0, edge, StrokeKind::Inside)
        } else {
            Shape::circle_filled(centre, 0.55 * side, of_false)
        };
        tessellator.tessellate_shape(shape, &mut mesh);
    }
    mesh
}
