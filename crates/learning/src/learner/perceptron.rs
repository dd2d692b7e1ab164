//! The perceptron: two weights, one for each feature, and no bias.

use super::{Learner, LearningRate};
use crate::line::Line;
use crate::random::{Stream, seeded, unit};
use crate::rectangle::{Rectangle, RectangleSample};

/// The learning rates that the exhibit offers; the second is the default.
pub const LEARNING_RATES: [f64; 3] = [0.1, 1.0, 2.0];

/// Learns the weights of a line through the origin: score = w₁·width + w₂·height, prediction =
/// score > 0. Each sample has one error, the mean of prediction − label over its rectangles. If
/// datapoints are used for updates, w ← w − rate · mean(x · error), where x is the features of a
/// rectangle. So each weight changes by its own mean side. Otherwise both weights change by the
/// same number: w ← w − rate · error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Perceptron {
    /// How strongly an error moves the weights.
    pub learning_rate: LearningRate,
    /// Whether each weight changes by its own feature. If not, both weights change by the error alone.
    pub use_datapoints: bool,
    /// The weights `[w₁, w₂]` before the first sample.
    pub initial_weights: [f64; 2],
}

impl Perceptron {
    /// The perceptron of one of the notebook's runs. None if the notebook did not record such a
    /// run. The notebook drew new initial weights for each run.
    #[must_use]
    pub fn notebook(learning_rate: LearningRate, use_datapoints: bool) -> Option<Self> {
        let runs = if use_datapoints { NOTEBOOK_WEIGHTS } else { NOTEBOOK_WEIGHTS_WITHOUT };
        let run = LEARNING_RATES.iter().position(|&rate| rate == learning_rate.value())?;
        Some(Self { learning_rate, use_datapoints, initial_weights: runs[run] })
    }
}

/// The initial weights of the notebook's runs that use datapoints, for each of [`LEARNING_RATES`].
const NOTEBOOK_WEIGHTS: [[f64; 2]; 3] = [
    [-0.548_813_503_927_324_8, 0.715_189_366_372_419_5],
    [-0.423_654_799_338_904_7, 0.645_894_113_066_656_1],
    [-0.963_662_760_501_029_3, 0.383_441_518_825_777_7],
];

/// The initial weights of the runs that do not use datapoints.
const NOTEBOOK_WEIGHTS_WITHOUT: [[f64; 2]; 3] = [
    [-0.602_763_376_071_643_9, 0.544_883_182_996_896_9],
    [-0.437_587_211_262_692_5, 0.891_773_000_782_079_8],
    [-0.791_725_038_082_664_5, 0.528_894_919_752_904_5],
];

/// Draws initial weights from a seed: two numbers in [0, 1), the first negated. So the line lies in
/// the quadrant of the rectangles.
#[must_use]
pub fn draw_initial_weights(seed: u64) -> [f64; 2] {
    let mut random = seeded(seed, Stream::InitialState);
    [-unit(&mut random), unit(&mut random)]
}

/// The state of a [`Perceptron`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// `[w₁, w₂]`, of width and of height.
    pub weights: [f64; 2],
}

impl Weights {
    /// The line on which the score is 0.
    #[must_use]
    pub fn line(&self) -> Line {
        Line::through_origin(self.weights)
    }

    /// The score w₁·width + w₂·height.
    #[must_use]
    pub fn score(&self, rectangle: &Rectangle) -> f64 {
        self.weights[0] * rectangle.width + self.weights[1] * rectangle.height
    }

    /// Whether the score is above 0.
    #[must_use]
    pub fn predict(&self, rectangle: &Rectangle) -> bool {
        self.score(rectangle) > 0.0
    }
}

/// The outcome of one sample for a [`Perceptron`].
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The predicted class of each rectangle.
    pub predictions: Box<[bool]>,
    /// The mean of prediction − label over the rectangles, −1 to 1.
    pub error: f64,
}

impl Verdict {
    /// Count of rectangles whose prediction differs from `label`, their true class.
    #[must_use]
    pub fn wrong(&self, label: bool) -> usize {
        self.predictions.iter().filter(|&&prediction| prediction != label).count()
    }
}

impl Learner for Perceptron {
    type Sample = RectangleSample;
    type State = Weights;
    type Outcome = Verdict;

    fn initial(&self) -> Weights {
        Weights { weights: self.initial_weights }
    }

    fn learn(&self, state: &Weights, sample: &RectangleSample) -> (Verdict, Weights) {
        let count = sample.rectangles.len() as f64;
        let label = number(sample.label);
        let (mut errors, mut sides) = (0.0, [0.0; 2]);
        let predictions = sample
            .rectangles
            .iter()
            .map(|rectangle| {
                let prediction = state.predict(rectangle);
                errors += number(prediction) - label;
                sides[0] += rectangle.width;
                sides[1] += rectangle.height;
                prediction
            })
            .collect();
        let error = errors / count;
        let inputs = if self.use_datapoints { sides.map(|sum| sum / count) } else { [1.0; 2] };
        let rate = self.learning_rate.value();
        let weights = [0, 1].map(|side| state.weights[side] - rate * (inputs[side] * error));
        (Verdict { predictions, error }, Weights { weights })
    }
}

fn number(class: bool) -> f64 {
    f64::from(u8::from(class))
}
