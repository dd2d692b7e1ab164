//! The sizes of type: magnified as a visitor likes it, or large enough for a last row at some distance.

use super::SMALLEST;

/// The smallest character that can be read on a screen held in the hand, in points.
pub const SMALLEST_POINTS: f32 = 12.0;
/// The smallest character that can be read from a distance of one height of the screen, as a part of that
/// height: 17 minutes of arc. At 1080p, it is 16/3 of a pixel.
const PART_OF_DISTANCE: f32 = 16.0 / 3.0 / 1080.0;
/// The factor by which everything that holds type grows with it. It grows less than type does, because there
/// is free space around type of the usual size.
const TIGHTER: f32 = 0.8;

/// The smallest character for a last row at this distance in heights of the screen, in 1080ths of the
/// screen's shorter side.
#[must_use]
pub fn smallest_at(distance: f32) -> f32 {
    PART_OF_DISTANCE * distance * 1080.0
}

/// The sizes of type in one window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypeSize {
    unit: f32,
    em: f32,
    least: Option<f32>,
}

impl TypeSize {
    /// Sizes of type magnified by `text_scale`. For a last row at some distance, type is at least as large as
    /// that row can read.
    #[must_use]
    pub fn new(unit: f32, text_scale: f32, distance: Option<f32>) -> Self {
        let em = (unit * text_scale).max(SMALLEST_POINTS / SMALLEST);
        let Some(distance) = distance else { return Self { unit, em, least: None } };
        // Fonts have sizes in whole points. Rounded down, this size would be too small.
        let least = (smallest_at(distance) * unit - 1e-3).max(SMALLEST * em).ceil();
        let em = (TIGHTER * least / SMALLEST).max(unit).max(SMALLEST_POINTS / SMALLEST);
        Self { unit, em, least: Some(least) }
    }

    /// The measure of everything that holds type.
    #[must_use]
    pub fn em(&self) -> f32 {
        self.em
    }

    /// Converts a size of type at 1080p to points. In projector mode, all sizes grow by as many points as the
    /// smallest, so that titles do not grow too large.
    #[must_use]
    pub fn points(&self, size: f32) -> f32 {
        match self.least {
            None => size * self.em,
            Some(least) => least + (size - SMALLEST).max(0.0) * self.unit,
        }
    }

    /// The least size of type, in points; 0 if there is none.
    #[must_use]
    pub fn least(&self) -> f32 {
        self.least.unwrap_or_default()
    }

    /// Whether the exhibit shows less, because type has to be large.
    #[must_use]
    pub fn is_spare(&self) -> bool {
        self.least.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_row_can_read_the_smallest_character() {
        for (distance, pixels) in [(4.0, 21.0), (6.0, 32.0), (8.0, 43.0)] {
            assert_eq!(smallest_at(distance).round(), pixels);
            for height in [768.0, 1080.0, 2160.0] {
                let unit = height / 1080.0;
                let type_size = TypeSize::new(unit, 1.0, Some(distance));
                assert!(type_size.least() >= smallest_at(distance) * unit - 1e-3);
                assert!(type_size.least() < smallest_at(distance) * unit + 1.0);
                assert_eq!(type_size.points(SMALLEST), type_size.least());
            }
        }
    }

    #[test]
    fn type_is_never_smaller_for_a_near_row_than_for_a_visitor() {
        let near = TypeSize::new(1.0, 1.0, Some(2.0));
        assert_eq!((near.least(), near.em()), (20.0, 1.0));
        assert_eq!(TypeSize::new(1.0, 1.6, Some(2.0)).least(), 32.0);
        let usual = TypeSize::new(1.0, 1.3, None);
        assert_eq!((usual.least(), usual.em(), usual.points(20.0)), (0.0, 1.3, 26.0));
    }
}
