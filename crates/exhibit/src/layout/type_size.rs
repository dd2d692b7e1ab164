//! How large type is: magnified as a visitor likes it, or for a last row at some distance.

use super::SMALLEST;

/// The smallest character that can be read on a screen held in the hand, in points.
pub const SMALLEST_POINTS: f32 = 12.0;
/// The smallest character that can be read from one height of the screen away, as a part of that
/// height: 17 minutes of arc. At 1080p it is 16/3 of a pixel.
const PART_OF_DISTANCE: f32 = 16.0 / 3.0 / 1080.0;
/// What holds type grows less than type does: at its usual size there is air around it.
const TIGHTER: f32 = 0.8;

/// The smallest character for a last row so many heights of the screen away, in 1080ths of the
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
    /// Type magnified by `text_scale`, and for a last row at some distance at least as large as it can
    /// be read there.
    #[must_use]
    pub fn new(unit: f32, text_scale: f32, distance: Option<f32>) -> Self {
        let em = (unit * text_scale).max(SMALLEST_POINTS / SMALLEST);
        let Some(distance) = distance else { return Self { unit, em, least: None } };
        // Whole points, as the fonts have: rounded down it would be too small.
        let least = (smallest_at(distance) * unit - 1e-3).max(SMALLEST * em).ceil();
        let em = (TIGHTER * least / SMALLEST).max(unit).max(SMALLEST_POINTS / SMALLEST);
        Self { unit, em, least: Some(least) }
    }

    /// The measure of what holds type.
    #[must_use]
    pub fn em(&self) -> f32 {
        self.em
    }

    /// Points of type from its size at 1080p. In projector mode all sizes are larger by as much as the
    /// smallest: titles need not grow as it does.
    #[must_use]
    pub fn points(&self, size: f32) -> f32 {
        match self.least {
            None => size * self.em,
            Some(least) => least + (size - SMALLEST).max(0.0) * self.unit,
        }
    }

    /// The points below which no type is set; 0 if there is no such size.
    #[must_use]
    pub fn least(&self) -> f32 {
        self.least.unwrap_or_default()
    }

    /// Whether less is shown, for type has to be large.
    #[must_use]
    pub fn is_spare(&self) -> bool {
        self.least.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_character_is_what_the_last_row_can_read() {
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
