//! Draws rectangles from a seed, for any classes.

use rand_chacha::ChaCha8Rng;

use super::{Dataset, Origin};
use crate::random::{Stream, below, normal_pair, seeded, shuffle, unit};
use crate::rectangle::{FIELD_SIDE, FIELD_START, Rectangle, RectangleSample};

/// Count of rectangles in a sample. Each count is equally likely.
pub const RECTANGLES: std::ops::RangeInclusive<u64> = 2..=9;
/// A rectangle with a side of this or less is drawn again.
pub const LEAST_SIDE: f64 = 0.1;

/// The normal distribution of a rectangle's sides, `[width, height]`.
pub struct Noise {
    mean: [f64; 2],
    /// The Cholesky factor of the covariance matrix: the two entries of the diagonal, and the entry
    /// below it.
    diagonal: [f64; 2],
    shared: f64,
}

impl Noise {
    /// Sides with the same variance and with a covariance.
    pub fn correlated(mean: [f64; 2], [variance, covariance]: [f64; 2]) -> Self {
        let first = variance.sqrt();
        let shared = covariance / first;
        Self { mean, diagonal: [first, (variance - shared * shared).sqrt()], shared }
    }

    /// Independent sides with the same standard deviation.
    pub fn independent(mean: [f64; 2], deviation: f64) -> Self {
        Self { mean, diagonal: [deviation; 2], shared: 0.0 }
    }

    /// Draws two sides, both above [`LEAST_SIDE`].
    fn draw(&self, random: &mut ChaCha8Rng) -> [f64; 2] {
        let Self { mean, diagonal: [first, second], shared } = self;
        loop {
            let [a, b] = normal_pair(random);
            let sides = [mean[0] + first * a, mean[1] + shared * a + second * b];
            if sides.iter().all(|&side| side > LEAST_SIDE) {
                return sides;
            }
        }
    }
}

/// Draws `samples_per_group` samples of each group. A group is a class and its noise. Places are
/// uniform in the field. The samples are shuffled.
pub fn generate(
    seed: u64,
    groups: &[(bool, Noise)],
    samples_per_group: usize,
) -> Dataset<RectangleSample> {
    let mut random = seeded(seed, Stream::Samples);
    let mut samples = Vec::with_capacity(groups.len() * samples_per_group);
    for (label, noise) in groups {
        for _ in 0..samples_per_group {
            samples.push(draw_sample(&mut random, *label, noise));
        }
    }
    shuffle(&mut samples, &mut random);
    Dataset { origin: Origin::Generated(seed), samples, class_names: None, feature_names: None }
}

fn draw_sample(random: &mut ChaCha8Rng, label: bool, noise: &Noise) -> RectangleSample {
    let (least, most) = (*RECTANGLES.start(), *RECTANGLES.end());
    let count = least + below(random, most - least + 1);
    let rectangles = (0..count)
        .map(|_| {
            let [width, height] = noise.draw(random);
            let place = [(); 2].map(|()| FIELD_START + FIELD_SIDE * unit(random));
            Rectangle { width, height, place }
        })
        .collect();
    RectangleSample { rectangles, label }
}
