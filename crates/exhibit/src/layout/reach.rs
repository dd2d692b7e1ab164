//! What hands can reach and hit.

use bevy_math::Vec2;

/// The least side of a button in points (WCAG 2.5.5).
pub const TOUCH_TARGET: f32 = 44.0;
/// The size that a finger hits reliably, in millimetres, in the experience of museums.
const FINGER: f32 = 15.0;
const MILLIMETRES_AN_INCH: f32 = 25.4;
/// The largest button, as a part of the window's shorter side. Larger buttons leave no room for anything
/// else.
const LARGEST: f32 = 0.08;

/// What hands can reach and hit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// The least side of a control that can be touched, in points.
    pub touch: f32,
    /// Whether controls stay in the lower half of a portrait screen, where children and people in wheelchairs
    /// can reach them.
    pub low: bool,
}

impl Default for Reach {
    fn default() -> Self {
        Self { touch: TOUCH_TARGET, low: false }
    }
}

impl Reach {
    /// The reach at a kiosk whose screen has this diagonal, in inches, and shows a window of this size.
    #[must_use]
    pub fn of_screen(diagonal: Option<f32>, size: Vec2) -> Self {
        let a_finger = diagonal
            .map_or(TOUCH_TARGET, |inches| FINGER / MILLIMETRES_AN_INCH * size.length() / inches);
        let touch = a_finger.min(LARGEST * size.min_element()).max(TOUCH_TARGET);
        Self { touch, low: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touch_targets_follow_from_the_size_of_the_screen() {
        let full_hd = Vec2::new(1920.0, 1080.0);
        let touch = |inches| Reach::of_screen(Some(inches), full_hd).touch.round();
        assert_eq!([touch(24.0), touch(43.0), touch(15.6)], [54.0, TOUCH_TARGET, 83.0]);
        assert_eq!(Reach::of_screen(None, full_hd).touch, TOUCH_TARGET);
        let upright = Reach::of_screen(Some(24.0), Vec2::new(2160.0, 3840.0)).touch.round();
        assert_eq!(upright, 108.0);
    }
}
