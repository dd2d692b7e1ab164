//! The experiment of Part III: XOR rectangles, the network that learns from them, and its training run.

use std::sync::Arc;

use learning::learner::backpropagation::Rule;
use learning::learner::mlp::{Mlp, Verdict};
use learning::learner::network::Network;
use learning::{Dataset, LearningRate, Origin, RectangleSample, Trace};

use super::comparison::{Comparison, before, mistakes};
use super::sets::RectangleData;
use super::{Experiment, LearnCommand, LossCurve, LossKind, MachineChoice};

/// XOR rectangles with the training run that was recorded on them.
#[derive(Clone)]
pub struct XorExperiment {
    /// The samples.
    pub data: Arc<RectangleData>,
    /// The machine that learned.
    pub learner: Mlp,
    /// The training run.
    pub trace: Trace<Network, Verdict>,
    /// Half the squared error of each sample, the mean over its rectangles.
    pub losses: Vec<f64>,
    /// The mean of the last [`WINDOW`] losses, because the losses of single samples vary widely.
    pub smooth_losses: Vec<f64>,
    /// The greatest of [`Self::smooth_losses`].
    pub greatest_loss: f64,
    /// How many rectangles the machine had predicted wrong before each sample, and in all.
    pub mistakes: Vec<usize>,
    /// A second run at another learning rate.
    pub second: Option<Comparison<Mlp>>,
}

/// Count of samples that losses are smoothed over.
pub const WINDOW: usize = 12;

impl XorExperiment {
    /// Lets a network learn from a data set, and records its training run.
    #[must_use]
    pub fn new(dataset: Dataset<RectangleSample>, learner: Mlp) -> Self {
        let trace = Trace::record(&learner, &dataset.samples);
        let losses = losses(&trace);
        let smooth_losses = smoothed(&losses);
        let greatest_loss = smooth_losses.iter().copied().fold(0.0, f64::max);
        let mistakes = mistakes(trace.outcomes(), &dataset.samples, count_wrong);
        let data = Arc::new(RectangleData::new(dataset));
        let second = None;
        Self { data, learner, trace, losses, smooth_losses, greatest_loss, mistakes, second }
    }

    /// Learns again from the same data, at another rate.
    fn set_learning_rate(&mut self, learning_rate: LearningRate) {
        self.learner.learning_rate = learning_rate;
        self.learn_anew();
    }

    /// Learns again from the same data, by another rule.
    fn set_rule(&mut self, rule: Rule) {
        self.learner.rule = rule;
        self.learn_anew();
    }

    fn learn_anew(&mut self) {
        self.trace = Trace::record(&self.learner, &self.data.dataset.samples);
        self.losses = losses(&self.trace);
        self.smooth_losses = smoothed(&self.losses);
        self.greatest_loss = self.smooth_losses.iter().copied().fold(0.0, f64::max);
        let samples = &self.data.dataset.samples;
        self.mistakes = mistakes(self.trace.outcomes(), samples, count_wrong);
        // The second run belongs to the old run, which is gone.
        self.second = None;
    }

    /// Adds a second run at this rate, from this sample on; or removes it.
    fn compare(&mut self, with: Option<(LearningRate, usize)>) {
        self.second = with.map(|(learning_rate, from)| {
            let learner = Mlp { learning_rate, ..self.learner.clone() };
            let first = (&self.trace, &self.mistakes[..]);
            let samples = &self.data.dataset.samples;
            Comparison::new(&learner, learning_rate, from, first, samples, count_wrong)
        });
    }
}

impl Experiment for XorExperiment {
    fn origin(&self) -> Option<&Origin> {
        Some(&self.data.dataset.origin)
    }

    fn samples(&self) -> usize {
        self.data.samples()
    }

    fn label(&self, sample: usize) -> bool {
        self.data.label(sample)
    }

    fn rectangles(&self) -> Option<&RectangleData> {
        Some(&self.data)
    }

    fn class_names(&self) -> Option<&[String; 2]> {
        self.data.class_names()
    }

    fn feature_names(&self) -> Option<&[String; 2]> {
        self.data.feature_names()
    }

    fn learning_rate(&self) -> Option<LearningRate> {
        Some(self.learner.learning_rate)
    }

    fn was_right(&self, sample: usize) -> bool {
        self.data.is_mostly_right(sample, self.trace.outcome(sample), count_wrong)
    }

    fn second_run(&self) -> Option<(LearningRate, usize)> {
        self.second.as_ref().map(|second| (second.learning_rate, second.from))
    }

    fn mistakes_before(&self, sample: usize) -> Option<[usize; 2]> {
        let second = self.second.as_ref()?;
        Some([before(&self.mistakes, sample), second.mistakes_before(sample)])
    }

    fn losses(&self) -> Option<LossCurve<'_>> {
        let kind = LossKind::SquaredError;
        Some(LossCurve { losses: &self.smooth_losses, greatest: self.greatest_loss, kind })
    }

    fn choice(&self) -> Option<MachineChoice> {
        Some(MachineChoice::Rule(self.learner.rule))
    }

    fn apply(&mut self, command: LearnCommand) -> bool {
        match command {
            LearnCommand::Rate(rate) if rate != self.learner.learning_rate => {
                self.set_learning_rate(rate);
            }
            LearnCommand::Rule(rule) if rule != self.learner.rule => self.set_rule(rule),
            LearnCommand::Compare(with) if with != self.second_run() => self.compare(with),
            _ => return false,
        }
        true
    }
}

fn count_wrong(verdict: &Verdict, sample: &RectangleSample) -> usize {
    verdict.wrong(sample.label)
}

fn losses(trace: &Trace<Network, Verdict>) -> Vec<f64> {
    let mean = |verdict: &Verdict| verdict.loss() / verdict.outputs().len().max(1) as f64;
    trace.outcomes().iter().map(mean).collect()
}

fn smoothed(losses: &[f64]) -> Vec<f64> {
    let mean = |index: usize| {
        let window = &losses[index.saturating_sub(WINDOW - 1)..=index];
        window.iter().sum::<f64>() / window.len() as f64
    };
    (0..losses.len()).map(mean).collect()
}
