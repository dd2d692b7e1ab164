//! Learners: the state of a machine, its outcome for a sample, and its next state.

pub mod autoencoder;
pub mod backpropagation;
mod layer;
pub mod mlp;
pub mod network;
pub mod perceptron;
mod shape;
pub mod threshold;

use thiserror::Error;

use crate::limits::allows;

/// A machine that learns from one sample at a time, as a pure function.
pub trait Learner {
    /// A sample to learn from.
    type Sample;
    /// The knowledge of the machine: the numbers that learning changes.
    type State: Clone;
    /// The outcome of a sample: the prediction, and how wrong it is.
    type Outcome;

    /// The state before the first sample.
    fn initial(&self) -> Self::State;

    /// Returns the outcome of a sample, and the state after the machine has learned from it.
    fn learn(&self, state: &Self::State, sample: &Self::Sample) -> (Self::Outcome, Self::State);
}

/// The learning rate: how strongly an error changes the state. It is a number above 0, within the
/// [limits](crate::limits).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct LearningRate(f64);

/// A number that is not a learning rate.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
#[error("expected {expected}, found {0}", expected = LearningRate::EXPECTED)]
pub struct LearningRateError(pub f64);

impl LearningRate {
    /// The learning rate at which the update is the error itself.
    pub const ONE: Self = Self(1.0);
    /// The description of a learning rate in messages.
    pub const EXPECTED: &str = "a learning rate from 1e-9 to 1e9, such as 0.3";

    /// Makes a learning rate of this value.
    ///
    /// # Errors
    /// Fails if the value is 0 or less, is not finite, or is too large or too small.
    pub fn new(value: f64) -> Result<Self, LearningRateError> {
        if value > 0.0 && allows(value) { Ok(Self(value)) } else { Err(LearningRateError(value)) }
    }

    /// The value of the learning rate.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0
    }
}
