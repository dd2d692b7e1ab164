//! XOR rectangles: four groups that no single line separates into their two classes.
//!
//! Their tables have the format of [`rectangles`](super::rectangles).

use thiserror::Error;

use super::Dataset;
use super::drawing::{self, Noise};
use crate::rectangle::RectangleSample;

/// Mean `[width, height]` of each group, and its class. The class is true if exactly one side is
/// long.
pub const GROUPS: [([f64; 2], bool); 4] =
    [([0.5, 0.5], false), ([0.5, 1.0], true), ([1.0, 0.5], true), ([1.0, 1.0], false)];
/// Count of samples of each group.
pub const SAMPLES_PER_GROUP: usize = 50;

/// The standard deviation of sides around their group's mean. It is above 0 and at most
/// [`Spread::GREATEST`].
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Spread(f64);

/// A number that is not a [`Spread`].
#[derive(Clone, Copy, Debug, PartialEq, Error)]
#[error("expected a standard deviation above 0 and at most 1, such as 0.1, found {0}")]
pub struct SpreadError(pub f64);

impl Spread {
    /// The spread of the groups to look at: they lie well apart.
    pub const CLEAN: Self = Self(0.05);
    /// The spread of the groups to learn from: their edges touch.
    pub const NOISY: Self = Self(0.1);
    /// The greatest spread. Far above it, drawing sides that are long enough takes too many tries.
    pub const GREATEST: f64 = crate::limits::GREATEST_SPREAD;

    /// Makes a spread of this standard deviation.
    ///
    /// # Errors
    /// Fails if the value is not a number, is 0 or less, or is above [`Spread::GREATEST`].
    pub fn new(deviation: f64) -> Result<Self, SpreadError> {
        if deviation > 0.0 && deviation <= Self::GREATEST {
            Ok(Self(deviation))
        } else {
            Err(SpreadError(deviation))
        }
    }

    /// The standard deviation.
    #[must_use]
    pub fn deviation(self) -> f64 {
        self.0
    }
}

/// Draws XOR rectangles from a seed. The same seed and spread give the same rectangles on every
/// machine.
///
/// Each group has [`SAMPLES_PER_GROUP`] samples. Width and height vary independently around the
/// group's means in [`GROUPS`]. A rectangle with too short a side is drawn again. All else is as in
/// [`rectangles::generate`](super::rectangles::generate).
#[must_use]
pub fn generate(seed: u64, spread: Spread) -> Dataset<RectangleSample> {
    let groups = GROUPS.map(|(mean, label)| (label, Noise::independent(mean, spread.deviation())));
    drawing::generate(seed, &groups, SAMPLES_PER_GROUP)
}
