//! The experiment of Part I: barcodes, the threshold that learns from them, and its training run.

use super::comparison::{Comparison, mistakes};
use learning::learner::threshold::{Boundary, Verdict};
use learning::{Barcode, Dataset, LearningRate, RunningHistogram, Threshold, Trace};

/// A data set with the training run that was recorded on it.
#[derive(Clone)]
pub struct BarcodesExperiment {
    /// The samples, at least one of each class.
    pub dataset: Dataset<Barcode>,
    /// What learned.
    pub learner: Threshold,
    /// How it learned.
    pub trace: Trace<Boundary, Verdict>,
    /// Counts of bars, at any moment of the run.
    pub histogram: RunningHistogram,
    /// Typical samples of class false and class true: the first with its class's median count.
    pub examples: [usize; 2],
    /// How many barcodes had been predicted wrong before each sample, and in all.
    pub mistakes: Vec<usize>,
    /// A run at another rate.
    pub second: Option<Comparison<Threshold>>,
}

impl BarcodesExperiment {
    /// Lets a threshold learn from a data set.
    #[must_use]
    pub fn new(dataset: Dataset<Barcode>, learner: Threshold) -> Self {
        let samples = &dataset.samples;
        let trace = Trace::record(&learner, samples);
        Self {
            learner,
            mistakes: mistakes(trace.outcomes(), samples, is_wrong),
            second: None,
            trace,
            histogram: RunningHistogram::new(samples.iter().map(|s| (s.bars, s.label))),
            examples: [false, true].map(|label| typical(samples, label)),
            dataset,
        }
    }

    /// The same data, learned from at another rate.
    pub fn set_learning_rate(&mut self, learning_rate: LearningRate) {
        self.learner.learning_rate = learning_rate;
        let samples = &self.dataset.samples;
        self.trace = Trace::record(&self.learner, samples);
        self.mistakes = mistakes(self.trace.outcomes(), samples, is_wrong);
        // It was compared with a run that is no more.
        self.second = None;
    }

    /// Lays a run at this rate over the first, from this sample on; or takes it away.
    pub fn compare(&mut self, with: Option<(LearningRate, usize)>) {
        self.second = with.map(|(learning_rate, from)| {
            let learner = Threshold { learning_rate, ..self.learner };
            let first = (&self.trace, &self.mistakes[..]);
            let samples = &self.dataset.samples;
            Comparison::new(&learner, learning_rate, from, first, samples, is_wrong)
        });
    }

    /// A sample; beyond the last, the last.
    #[must_use]
    pub fn sample(&self, index: usize) -> Barcode {
        let samples = &self.dataset.samples;
        // An experiment has samples of both classes: every way to make a data set sees to that.
        samples[index.min(samples.len() - 1)]
    }
}

fn is_wrong(verdict: &Verdict, _: &Barcode) -> usize {
    usize::from(verdict.error != 0.0)
}

fn typical(samples: &[Barcode], label: bool) -> usize {
    let mut counts: Vec<u32> =
        samples.iter().filter(|sample| sample.label == label).map(|sample| sample.bars).collect();
    counts.sort_unstable();
    let median = counts.get(counts.len() / 2).copied().unwrap_or_default();
    samples
        .iter()
        .position(|sample| sample.label == label && sample.bars == median)
        .unwrap_or_default()
}
