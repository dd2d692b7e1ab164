//! The experiment of Part IV: an autoencoder, and its run.

use learning::learner::autoencoder::Epoch;
use learning::{Autoencoder, LearningRate, Trace};

/// An autoencoder with the training run that was recorded.
#[derive(Clone)]
pub struct AutoencoderExperiment {
    /// What learned.
    pub learner: Autoencoder,
    /// How it learned: the state before the first recorded epoch, and after each.
    pub trace: Trace<Epoch, ()>,
    /// The loss of each recorded epoch.
    pub losses: Vec<f64>,
    /// The greatest of these.
    pub greatest_loss: f64,
    /// What the two codes are called.
    pub code_names: [String; 2],
}

impl AutoencoderExperiment {
    /// Lets an autoencoder learn.
    #[must_use]
    pub fn new(learner: Autoencoder) -> Self {
        let trace = learner.record();
        let losses: Vec<f64> = (0..=trace.len()).map(|epoch| trace.before(epoch).loss).collect();
        let greatest_loss = losses.iter().copied().fold(0.0, f64::max);
        let code_names = ["z₁", "z₂"].map(str::to_owned);
        Self { learner, trace, losses, greatest_loss, code_names }
    }

    /// Learns anew at another rate.
    pub fn set_learning_rate(&mut self, learning_rate: LearningRate) {
        *self = Self::new(Autoencoder { learning_rate, ..self.learner });
    }

    /// Learns anew from other weights.
    pub fn set_seed(&mut self, seed: u64) {
        *self = Self::new(Autoencoder { seed, ..self.learner });
    }
}
