//! The experiment of Part IV: an autoencoder, and its training run.

use std::sync::Arc;

use super::sets::RectangleData;
use super::{Experiment, LearnCommand, LossCurve, LossKind, MachineChoice};
use learning::learner::autoencoder::{Epoch, PATTERNS};
use learning::{Autoencoder, LearningRate, Origin, Trace};

/// An autoencoder with its recorded training run.
#[derive(Clone)]
pub struct AutoencoderExperiment {
    /// The machine that learned.
    pub learner: Autoencoder,
    /// The training run: the state before the first recorded epoch, and the state after each.
    pub trace: Trace<Epoch, ()>,
    /// The loss of each recorded epoch.
    pub losses: Vec<f64>,
    /// The greatest loss.
    pub greatest_loss: f64,
    /// The path of each pattern's code through the recorded epochs, as points `[z₁, z₂]`.
    pub trails: [Arc<[[f64; 2]]>; PATTERNS.len()],
    /// The names of the two codes.
    pub code_names: [String; 2],
}

impl AutoencoderExperiment {
    /// Lets an autoencoder learn, and records its training run.
    #[must_use]
    pub fn new(learner: Autoencoder) -> Self {
        let trace = learner.record();
        let losses: Vec<f64> = (0..=trace.len()).map(|epoch| trace.before(epoch).loss).collect();
        let greatest_loss = losses.iter().copied().fold(0.0, f64::max);
        let code_names = ["z₁", "z₂"].map(str::to_owned);
        let trails = std::array::from_fn(|pattern| {
            (0..=trace.len()).map(|epoch| trace.before(epoch).codes[pattern]).collect()
        });
        Self { learner, trace, losses, greatest_loss, trails, code_names }
    }
}

impl Experiment for AutoencoderExperiment {
    fn origin(&self) -> Option<&Origin> {
        None
    }

    /// Count of recorded epochs.
    fn samples(&self) -> usize {
        self.trace.len()
    }

    fn label(&self, _sample: usize) -> bool {
        false
    }

    fn rectangles(&self) -> Option<&RectangleData> {
        None
    }

    fn class_names(&self) -> Option<&[String; 2]> {
        None
    }

    fn feature_names(&self) -> Option<&[String; 2]> {
        Some(&self.code_names)
    }

    fn learning_rate(&self) -> Option<LearningRate> {
        Some(self.learner.learning_rate)
    }

    fn was_right(&self, _sample: usize) -> bool {
        false
    }

    fn losses(&self) -> Option<LossCurve<'_>> {
        let kind = LossKind::CrossEntropy;
        Some(LossCurve { losses: &self.losses, greatest: self.greatest_loss, kind })
    }

    fn choice(&self) -> Option<MachineChoice> {
        Some(MachineChoice::Seed(self.learner.seed))
    }

    fn apply(&mut self, command: LearnCommand) -> bool {
        let learner = match command {
            LearnCommand::Rate(learning_rate) => Autoencoder { learning_rate, ..self.learner },
            LearnCommand::Seed(seed) => Autoencoder { seed, ..self.learner },
            LearnCommand::Compare(_)
            | LearnCommand::UseDatapoints(_)
            | LearnCommand::Rule(_)
            | LearnCommand::InitialWeights(_) => return false,
        };
        let changes = learner != self.learner;
        if changes {
            *self = Self::new(learner);
        }
        changes
    }
}
