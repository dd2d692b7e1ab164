//! XOR rectangles: four groups that no single line parts into their two classes.
//!
//! Tables of them are those of [`rectangles`](super::rectangles).

use thiserror::Error;

use super::Dataset;
use super::drawing::{self, Noise};
use crate::rectangle::RectangleSample;

/// Mean `[width, height]` of each group, and its class: true where just one of the sides is long.
pub const GROUPS: [([f64; 2], bool); 4] =
    [([0.5, 0.5], false), ([0.5, 1.0], true), ([1.0, 0.5], true), ([1.0, 1.0], false)];
/// Count of samples of each group.
pub const SAMPLES_PER_GROUP: usize = 50;

/// How far sides lie from their group's mean: a standard deviation above 0 and at most
/// [`Spread::GREATEST`].
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Spread(f64);

/// A number that is no [`Spread`].
#[derive(Clone, Copy, Debug, PartialEq, Error)]
#[error("expected a standard deviation above 0 and at most 1, such as 0.1, found {0}")]
pub struct SpreadError(pub f64);

impl Spread {
    /// Groups that lie well apart: to look at.
    pub const CLEAN: Self = Self(0.05);
    /// Groups whose edges touch: to learn from.
    pub const NOISY: Self = Self(0.1);
    /// The greatest: far beyond it, one would wait for sides that are long enough.
    pub const GREATEST: f64 = crate::limits::GREATEST_SPREAD;

    /// A spread of this standard deviation.
    ///
    /// # Errors
    /// The value is not a number, is 0 or less, or is above [`Spread::GREATEST`].
    pub fn new(deviation: f64) -> Result<Self, SpreadError> {
        if deviation > 0.0 && deviation <= Self::GREATEST {
            Ok(Self(deviation))
        } else {
            Err(SpreadError(deviation))
        }
    }

    /// The standard deviation itself.
    #[must_use]
    pub fn deviation(self) -> f64 {
        self.0
    }
}

/// Draws XOR rectangles from a seed; the same seed and spread give the same ones everywhere.
///
/// Width and height vary independently about the means of the [`GROUPS`], less the rectangles that
/// are drawn again, [`SAMPLES_PER_GROUP`] samples each; in all else they are as
/// [`rectangles::generate`](super::rectangles::generate) draws them.
#[must_use]
pub fn generate(seed: u64, spread: Spread) -> Dataset<RectangleSample> {
    let groups = GROUPS.map(|(mean, label)| (label, Noise::independent(mean, spread.deviation())));
    drawing::generate(seed, &groups, SAMPLES_PER_GROUP)
}
