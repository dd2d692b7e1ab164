//! The four points on which back-propagation is gone through by hand.

use super::{Dataset, Origin};
use crate::learner::LearningRate;
use crate::learner::perceptron::Perceptron;
use crate::rectangle::{Rectangle, RectangleSample, default_place};

/// Width, height and class of each point, in their order.
const POINTS: [(f64, f64, bool); 4] =
    [(0.5, 1.0, true), (1.5, 1.7, true), (1.0, 0.7, false), (2.0, 0.5, false)];
/// The weights from which it sets out.
const INITIAL_WEIGHTS: [f64; 2] = [-4.0, 1.0];

/// The points, each a sample of one rectangle.
#[must_use]
pub fn points() -> Dataset<RectangleSample> {
    let samples = POINTS
        .map(|(width, height, label)| RectangleSample {
            rectangles: vec![Rectangle { width, height, place: default_place(0) }],
            label,
        })
        .into();
    Dataset { origin: Origin::Notebook, samples, class_names: None, feature_names: None }
}

/// The perceptron that learns from them, at rate 1.
#[must_use]
pub fn perceptron() -> Perceptron {
    let learning_rate = LearningRate::ONE;
    Perceptron { learning_rate, use_datapoints: true, initial_weights: INITIAL_WEIGHTS }
}
