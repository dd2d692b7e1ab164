//! Learners: what a machine knows, what it says of a sample, and how it changes its mind.

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

/// How strongly an error changes what a machine knows: a number above 0, within the
/// [limits](crate::limits).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct LearningRate(f64);

/// A number that is no learning rate.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
#[error("expected {expected}, found {0}", expected = LearningRate::EXPECTED)]
pub struct LearningRateError(pub f64);

impl LearningRate {
    /// The rate at which an update is the error itself.
    pub const ONE: Self = Self(1.0);
    /// What a learning rate is, for messages.
    pub const EXPECTED: &str = "a learning rate from 1e-9 to 1e9, such as 0.3";

    /// A learning rate of this value.
    ///
    /// # Errors
    /// The value is 0 or less, is not finite, or is too large or too small.
    pub fn new(value: f64) -> Result<Self, LearningRateError> {
        if value > 0.0 && allows(value) { Ok(Self(value)) } else { Err(LearningRateError(value)) }
    }

    /// The number itself.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0
    }
}
