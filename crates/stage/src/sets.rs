//! Sets of rectangles: in the world, outside the screen, or each rectangle in flight to its point on
//! the plane.

use bevy::color::{Alpha, LinearRgba};
use bevy::prelude::{Rect, Vec2};

use super::shape::{Filling, Shape, ShapeLook, Shapes, Thing};
use content::look::Look;
use exhibit::layout::arrangement::Arrangements;
use exhibit::layout::flight::{Pose, arc, slide};
use exhibit::layout::{HistogramFrame, Layout, PlaneFrame, point_side};
use exhibit::motion;
use exhibit::scene::plane::Plane;
use exhibit::scene::{Ink, RectangleSet, Role, Scene, SetSpot, Slot};

/// Lists the shapes of a set. `index` is the set's place in the scene.
pub fn list(
    index: usize,
    set: &RectangleSet,
    scene: &Scene,
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
        let pose = pose_of(set, member, count, place, scene, layout);
        shapes.shapes.push(Shape {
            thing: Thing::Rectangle(index, member),
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
    scene: &Scene,
    layout: &Layout,
) -> Pose {
    let out_of_sight = Vec2::new(layout.field.max.x + 0.1 * layout.field.width(), 0.0);
    let on_plane = |slot| {
        let plot = layout.plot_in(slot);
        scene.plane(slot).map_or(place, |plane| point_of(set, member, plane, plot, layout))
    };
    let at = |spot: SetSpot| match spot {
        SetSpot::World => place,
        SetSpot::Wings => Rect { min: place.min - out_of_sight, max: place.max - out_of_sight },
        SetSpot::Plane(slot) => on_plane(slot),
        SetSpot::Bins => scene.histogram().map_or(place, |shown| {
            let [value, level] = set.bins.get(member).copied().unwrap_or_default();
            let last = shown.last();
            HistogramFrame::new(layout.plot, shown.first, last, shown.top).cell(value, level)
        }),
    };
    match set.to {
        SetSpot::Plane(Slot::Mind) | SetSpot::Bins => {
            let progress = motion::staggered(set.progress, member, count);
            arc(at(set.from), at(set.to), progress)
        }
        SetSpot::World | SetSpot::Wings | SetSpot::Plane(_) => {
            slide(at(set.from), at(set.to), set.progress)
        }
    }
}

/// Returns the place of a rectangle's mark on a plane.
fn point_of(set: &RectangleSet, member: usize, plane: &Plane, plot: Rect, layout: &Layout) -> Rect {
    let frame = PlaneFrame { plot, axes: plane.axes };
    let point = frame.point(set.rectangles[member].features());
    Rect::from_center_size(point, Vec2::splat(point_side(layout.unit)))
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
