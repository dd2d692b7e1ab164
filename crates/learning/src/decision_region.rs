//! The output of a network all over the plane of two features.

use crate::learner::network::{Network, logistic};

/// A grid of points over a square. Both features go from 0 to `side`, both ends included.
///
/// Values at the points are listed row by row. Each row has one width, and each column one height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// Count of points along each side of the square.
    pub points: usize,
    /// The greatest width and height, in the unit of the features.
    pub side: f64,
}

impl Grid {
    /// The width at a row, or the height at a column. `index` is the row or column, counted from 0.
    #[must_use]
    pub fn coordinate(&self, index: usize) -> f64 {
        // If a grid has one point, this point is at 0.
        let last = self.points.saturating_sub(1).max(1);
        self.side * (index as f64 / last as f64)
    }

    /// The confidence that each point is of class true, from 0 to 1: [`Network::output`] of
    /// `[width, height]`.
    #[must_use]
    pub fn confidence(&self, network: &Network) -> Vec<f64> {
        self.activations(network, network.sizes().len() - 1, 0)
    }

    /// The class of each point: true where its [confidence](Self::confidence) is above ½.
    #[must_use]
    pub fn classes(&self, network: &Network) -> Vec<bool> {
        self.map(network, network.sizes().len() - 1, 0, |sum| {
            // The logistic function is above ½ where the sum is above 0. Near 0, rounding decides,
            // so the function itself is computed.
            if sum.abs() > 1e-9 { sum > 0.0 } else { logistic(sum) > 0.5 }
        })
    }

    /// The activation of neuron j of layer l at each point, from 0 to 1. `l` is above 0.
    #[must_use]
    pub fn activations(&self, network: &Network, l: usize, j: usize) -> Vec<f64> {
        self.map(network, l, j, logistic)
    }

    /// Applies `of` to the sum that enters neuron j of layer l, at each point.
    fn map<T>(&self, network: &Network, l: usize, j: usize, of: impl Fn(f64) -> T) -> Vec<T> {
        let points = self.points;
        let first = FirstLayer::new(self, network);
        let mut said = Vec::with_capacity(points * points);
        let (mut before, mut after) = (Vec::new(), vec![0.0; points]);
        for row in 0..points {
            if l == 1 {
                first.sums(row, j, &mut after);
            } else {
                first.activations(row, &mut before);
                for between in 1..l - 1 {
                    after.clear();
                    for neuron in 0..network.sizes()[between + 1] {
                        let start = after.len();
                        after.resize(start + points, 0.0);
                        sums(network, between, neuron, &before, &mut after[start..]);
                    }
                    for sum in &mut after {
                        *sum = logistic(*sum);
                    }
                    std::mem::swap(&mut before, &mut after);
                }
                after.resize(points, 0.0);
                sums(network, l - 1, j, &before, &mut after);
            }
            said.extend(after.iter().map(|&sum| of(sum)));
        }
        said
    }
}

/// Computes the sums that enter neuron j of layer l + 1, at all points of a row. `before` holds the
/// activations of layer l at these points, neuron by neuron.
fn sums(network: &Network, l: usize, j: usize, before: &[f64], sums: &mut [f64]) {
    let layer = network.layer(l);
    sums.fill(layer.biases[j]);
    for (i, said) in before.chunks_exact(sums.len()).enumerate() {
        let weight = layer.weight(i, j);
        for (sum, x) in sums.iter_mut().zip(said) {
            *sum += x * weight;
        }
    }
}

/// The first layer's values for each width and each height of a grid. The sum at a point adds a
/// value for its width and a value for its height, and its exponential is a product. So no
/// exponential is computed for a single point.
struct FirstLayer {
    points: usize,
    neurons: Vec<Axes>,
}

/// The values of one neuron along both axes. `sums` holds the part of the sum from each width, and
/// from each height together with the bias. `exponentials` holds the exponentials of the negative
/// sums. It is none unless all their products are finite and not 0.
struct Axes {
    sums: [Vec<f64>; 2],
    exponentials: Option<[Vec<f64>; 2]>,
}

/// The greatest magnitude of a and b for which e⁻ᵃ·e⁻ᵇ neither overflows nor loses digits.
const GREATEST_EXPONENT: f64 = 350.0;

impl FirstLayer {
    fn new(grid: &Grid, network: &Network) -> Self {
        let layer = network.layer(0);
        let weight = |axis, j| if axis < network.sizes()[0] { layer.weight(axis, j) } else { 0.0 };
        let neurons = (0..layer.biases.len())
            .map(|j| {
                let sums = [0, 1].map(|axis| {
                    let bias = if axis == 1 { layer.biases[j] } else { 0.0 };
                    let at = |index| bias + grid.coordinate(index) * weight(axis, j);
                    (0..grid.points).map(at).collect::<Vec<_>>()
                });
                let small = sums.iter().flatten().all(|sum| sum.abs() <= GREATEST_EXPONENT);
                let exponentials = small.then(|| {
                    [0, 1].map(|axis| sums[axis].iter().map(|&sum: &f64| libm::exp(-sum)).collect())
                });
                Axes { sums, exponentials }
            })
            .collect();
        Self { points: grid.points, neurons }
    }

    /// Computes the sums that enter a neuron at the points of a row.
    fn sums(&self, row: usize, j: usize, sums: &mut [f64]) {
        let [widths, heights] = &self.neurons[j].sums;
        for (sum, height) in sums.iter_mut().zip(heights) {
            *sum = widths[row] + height;
        }
    }

    /// Computes the activations of all neurons at the points of a row, neuron by neuron.
    fn activations(&self, row: usize, said: &mut Vec<f64>) {
        said.resize(self.neurons.len() * self.points, 0.0);
        for (neuron, said) in self.neurons.iter().zip(said.chunks_exact_mut(self.points)) {
            if let Some([widths, heights]) = &neuron.exponentials {
                for (said, height) in said.iter_mut().zip(heights) {
                    *said = 1.0 / (1.0 + widths[row] * height);
                }
            } else {
                let [widths, heights] = &neuron.sums;
                for (said, height) in said.iter_mut().zip(heights) {
                    *said = logistic(widths[row] + height);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_grid_reaches_from_end_to_end() {
        let grid = Grid { points: 100, side: 1.350_547_352_687_341_3 };
        assert_eq!((grid.coordinate(0), grid.coordinate(99)), (0.0, grid.side));
        assert_eq!(Grid { points: 1, side: 2.0 }.coordinate(0), 0.0);
        let network = crate::Mlp::notebook_network();
        assert_eq!(Grid { points: 1, side: 2.0 }.classes(&network).len(), 1);
        assert!(Grid { points: 0, side: 2.0 }.classes(&network).is_empty());
    }

    proptest! {
        #[test]
        fn a_region_holds_the_output_of_the_network_at_each_point(
            sizes in prop::collection::vec(1usize..5, 1..4),
            scale in prop::sample::select(vec![1.0, 10.0, 100.0, 1e200]),
            seed in any::<u64>(),
        ) {
            let mut random = crate::random::seeded(seed, crate::random::Stream::Samples);
            let sizes = [&[2], &sizes[..]].concat();
            let count = sizes.windows(2).map(|pair| (pair[0] + 1) * pair[1]).sum();
            let number = |_| scale * (2.0 * crate::random::unit(&mut random) - 1.0);
            let network = Network::new(&sizes, (0..count).map(number).collect()).unwrap();
            let grid = Grid { points: 7, side: 2.5 };
            let (confidence, classes) = (grid.confidence(&network), grid.classes(&network));
            let hidden = grid.activations(&network, 1, sizes[1] - 1);
            for (index, said) in confidence.iter().enumerate() {
                let point = [grid.coordinate(index / 7), grid.coordinate(index % 7)];
                let expected = network.activations(&point);
                let output = expected.layer(sizes.len() - 1)[0];
                prop_assert!((said - output).abs() <= 1e-9, "{} is not {}", said, output);
                prop_assert_eq!(classes[index], *said > 0.5);
                prop_assert!((hidden[index] - expected.layer(1)[sizes[1] - 1]).abs() <= 1e-9);
            }
        }
    }
}
