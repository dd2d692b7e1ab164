//! Sets of rectangles: in the world, out of sight, or each on its way to its point on the plane.

use bevy::color::{Alpha, LinearRgba};
use bevy::prelude::{Rect, Vec2};

use super::arrangement::Arrangements;
use super::flight::{Pose, arc, slide};
use super::shape::{Filling, Part, Shape, ShapeLook, Shapes};
use crate::layout::{Layout, PlaneFrame, point_side};
use crate::look::Look;
use crate::motion;
use crate::scene::plane::Plane;
use crate::scene::{Ink, RectangleSet, Role, SetSpot};

/// Lists the shapes of a set, `index` being its place in the scene.
pub fn list(
    index: usize,
    set: &RectangleSet,
    plane: Option<&Plane>,
    layout: &Layout,
    look: &Look,
    arrangements: &mut Arrangements,
    shapes: &mut Shapes,
) {
    if set.opacity <= 0.0 {
        return;
    }
    let slot = shapes.look(look_of(set, look, layout));
    let places = arrangements.of(&set.rectangles, &set.extent, layout.field);
    let count = places.len();
    for (member, &place) in places.iter().enumerate() {
        let pose = pose_of(set, member, count, place, plane, layout);
        shapes.shapes.push(Shape {
            part: Part::Rectangle(index, member),
            flies: set.role == Role::Flight,
            centre: pose.centre,
            size: pose.size,
            angle: pose.lean,
            look: slot,
        });
    }
}

fn pose_of(
    set: &RectangleSet,
    member: usize,
    count: usize,
    place: Rect,
    plane: Option<&Plane>,
    layout: &Layout,
) -> Pose {
    let out_of_sight = Vec2::new(layout.field.max.x + 0.1 * layout.field.width(), 0.0);
    match (set.from, set.to, plane) {
        (_, SetSpot::Plane, Some(plane)) => {
            let frame = PlaneFrame { plot: layout.plot, axes: plane.axes };
            let point = frame.point(set.rectangles[member].features());
            let goal = Rect::from_center_size(point, Vec2::splat(point_side(layout.unit)));
            arc(place, goal, motion::staggered(set.progress, member, count))
        }
        (SetSpot::Wings, _, _) => {
            let from = Rect { min: place.min - out_of_sight, max: place.max - out_of_sight };
            slide(from, place, set.progress)
        }
        _ => Pose::at(place),
    }
}

fn look_of(set: &RectangleSet, look: &Look, layout: &Layout) -> ShapeLook {
    let theme = &look.theme;
    let filling = |ink: Ink| {
        let (colour, hatched) = match ink {
            Ink::Unknown => (theme.unknown, false),
            Ink::Boundary => (theme.boundary, false),
            Ink::Class(label) => (look.class(label), label),
        };
        Filling { colour: colour.into(), pale: look.tint(colour, 0.36).into(), hatched }
    };
    let edge = match set.inking.after {
        Ink::Class(true) => look.class(true),
        _ => theme.ground,
    };
    let flies = set.role == Role::Flight;
    ShapeLook {
        before: filling(set.inking.before),
        after: filling(set.inking.after),
        sweep: set.inking.sweep,
        edge: LinearRgba::from(edge).with_alpha(set.inking.sweep),
        edge_width: if set.inking.after == Ink::Class(true) { 2.5 * layout.unit } else { 0.0 },
        radius: 6.0 * layout.unit,
        rim: if flies { 10.0 } else { 22.0 } * layout.unit,
        halo: LinearRgba::BLACK.with_alpha(theme.shadow),
        halo_drop: if flies { 2.0 } else { 5.0 } * layout.unit,
        dash: 0.0,
        hatch_period: 11.0 * layout.unit,
        opacity: set.opacity,
    }
}
