//! Learners: what a machine knows, what it says of a sample, and how it changes its mind.

pub mod autoencoder;
pub mod backpropagation;
pub mod mlp;
pub mod network;
pub mod perceptron;
mod shape;
pub mod threshold;

use thiserror::Error;

/// A machine that learns from one sample at a time, as a pure function.
pub trait Learner {
    /// What it learns from.
    type Sample;
    /// What it knows: the numbers that learning changes.
    type State: Clone;
    /// What it said of a sample, and how wrong that was.
    type Outcome;

    /// What it knows before the first sample.
    fn initial(&self) -> Self::State;

    /// What it says of a sample, and what it knows after having learned from it.
    fn learn(&self, state: &Self::State, sample: &Self::Sample) -> (Self::Outcome, Self::State);
}

/// How strongly an error changes what a machine knows: finite and above 0.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct LearningRate(f64);

/// A number that is no learning rate.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
#[error("expected a learning rate above 0 and finite, such as 0.3, found {0}")]
pub struct LearningRateError(pub f64);

impl LearningRate {
    /// The rate at which an update is the error itself.
    pub const ONE: Self = Self(1.0);

    /// A learning rate of this value.
    ///
    /// # Errors
    /// The value is not finite, or is 0 or less.
    pub fn new(value: f64) -> Result<Self, LearningRateError> {
        if value.is_finite() && value > 0.0 {
            Ok(Self(value))
        } else {
            Err(LearningRateError(value))
        }
    }

    /// The number itself.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0
    }
}
