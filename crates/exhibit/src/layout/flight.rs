//! Flight: where a thing is on its way from the world to the mind.

use bevy_math::{Rect, Vec2};

/// How far a flight's arc rises above the straight line, as a part of its length.
const RISE: f32 = 0.22;
/// How far a thing leans into its flight at the top of the arc, in radians.
const LEAN: f32 = 0.12;

/// Where a thing is at a moment of its flight, in points of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// The centre.
    pub centre: Vec2,
    /// The width and the height.
    pub size: Vec2,
    /// The lean, clockwise, in radians.
    pub lean: f32,
}

impl Pose {
    /// The pose of a thing at rest in a place.
    #[must_use]
    pub fn at(place: Rect) -> Self {
        Self { centre: place.center(), size: place.size(), lean: 0.0 }
    }
}

/// The pose at `progress`, 0 to 1, on a straight way. At 1, it is exactly `to`.
#[must_use]
pub fn slide(from: Rect, to: Rect, progress: f32) -> Pose {
    if progress >= 1.0 {
        return Pose::at(to);
    }
    Pose {
        centre: from.center().lerp(to.center(), progress),
        size: from.size().lerp(to.size(), progress),
        lean: 0.0,
    }
}

/// The pose at `progress`, 0 to 1, on a flight in an arc. At 1, it is exactly `to`.
#[must_use]
pub fn arc(from: Rect, to: Rect, progress: f32) -> Pose {
    if progress >= 1.0 {
        return Pose::at(to);
    }
    let (start, end) = (from.center(), to.center());
    let rise = Vec2::new(0.0, -2.0 * RISE * start.distance(end));
    let bow = 4.0 * progress * (1.0 - progress);
    // The thing shrinks fast at first, so that it hides little of the things that it flies over.
    let shrunk = 1.0 - (1.0 - progress).powi(3);
    Pose {
        centre: start.lerp(end, progress) + 0.5 * bow * rise,
        size: from.size().lerp(to.size(), shrunk),
        lean: LEAN * bow * (end.x - start.x).signum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flight_ends_exactly_at_its_goal() {
        let from = Rect::new(10.0, 20.0, 610.0, 350.0);
        let to = Rect::new(1200.3, 700.7, 1240.1, 712.9);
        assert_eq!(arc(from, to, 0.0), Pose::at(from));
        assert_eq!(arc(from, to, 1.0), Pose::at(to));
        assert_eq!(slide(from, to, 1.0), Pose::at(to));
        let near = arc(from, to, 0.9999);
        assert!(near.centre.distance(to.center()) < 0.5 && near.size.distance(to.size()) < 0.5);
    }
}
