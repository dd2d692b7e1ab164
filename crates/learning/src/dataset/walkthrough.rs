//! The four points for which the exhibit shows back-propagation step by step.

use super::{Dataset, Origin};
use crate::learner::LearningRate;
use crate::learner::perceptron::Perceptron;
use crate::rectangle::{Rectangle, RectangleSample, default_place};

/// Width, height and class of each point, in the order of the points.
const POINTS: [(f64, f64, bool); 4] =
    [(0.5, 1.0, true), (1.5, 1.7, true), (1.0, 0.7, false), (2.0, 0.5, false)];
/// The weights before the first point.
const INITIAL_WEIGHTS: [f64; 2] = [-4.0, 1.0];

/// Returns the points. Each is a sample of one rectangle.
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

/// Returns the perceptron that learns from the points, at learning rate 1.
#[must_use]
pub fn perceptron() -> Perceptron {
    let learning_rate = LearningRate::ONE;
    Perceptron { learning_rate, use_datapoints: true, initial_weights: INITIAL_WEIGHTS }
}
