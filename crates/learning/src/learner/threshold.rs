//! The threshold: one number, the decision boundary, on the count of bars.

use super::{Learner, LearningRate};
use crate::barcode::Barcode;

/// The boundary before the first sample of the notebook's runs, in bars.
pub const INITIAL_BOUNDARY: f64 = 30.0;
/// The learning rates that the exhibit offers; the second is the default.
pub const LEARNING_RATES: [f64; 3] = [0.1, 0.3, 3.0];

/// Learns a decision boundary b on the count of bars: prediction = bars > b,
/// error = prediction − label, b ← b + rate · error · bars.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Threshold {
    /// How strongly an error moves the boundary.
    pub learning_rate: LearningRate,
    /// The boundary before the first sample, in bars.
    pub initial_boundary: f64,
}

impl Default for Threshold {
    fn default() -> Self {
        let learning_rate = LearningRate(LEARNING_RATES[1]);
        Self { learning_rate, initial_boundary: INITIAL_BOUNDARY }
    }
}

/// The state of a [`Threshold`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Boundary {
    /// A barcode with more bars than this is predicted to be of class true.
    pub boundary: f64,
}

/// The outcome of one barcode for a [`Threshold`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// The predicted class.
    pub prediction: bool,
    /// Prediction − label: −1, 0 or 1.
    pub error: f64,
}

impl Learner for Threshold {
    type Sample = Barcode;
    type State = Boundary;
    type Outcome = Verdict;

    fn initial(&self) -> Boundary {
        Boundary { boundary: self.initial_boundary }
    }

    fn learn(&self, state: &Boundary, sample: &Barcode) -> (Verdict, Boundary) {
        let bars = f64::from(sample.bars);
        let prediction = bars > state.boundary;
        let error = f64::from(u8::from(prediction)) - f64::from(u8::from(sample.label));
        let boundary = state.boundary + self.learning_rate.value() * error * bars;
        (Verdict { prediction, error }, Boundary { boundary })
    }
}
