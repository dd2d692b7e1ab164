//! The experiment of Part I: barcodes, the threshold that learns from them, and its training run.

use std::sync::Arc;

use super::comparison::{Comparison, before, mistakes};
use super::sets::RectangleData;
use super::{Experiment, LearnCommand};
use learning::learner::threshold::{Boundary, Verdict};
use learning::{Barcode, Dataset, LearningRate, Origin, RunningHistogram, Threshold, Trace};

/// A data set of barcodes with the training run that was recorded on it.
#[derive(Clone)]
pub struct BarcodesExperiment {
    /// The samples, at least one of each class.
    pub dataset: Arc<Dataset<Barcode>>,
    /// The machine that learned.
    pub learner: Threshold,
    /// The training run.
    pub trace: Trace<Boundary, Verdict>,
    /// Counts of bars, at any moment of the run.
    pub histogram: Arc<RunningHistogram>,
    /// Typical samples of class false and class true: the first sample with the median count of its class.
    pub examples: [usize; 2],
    /// How many barcodes the machine had predicted wrong before each sample, and in all.
    pub mistakes: Vec<usize>,
    /// A second run at another learning rate.
    pub second: Option<Comparison<Threshold>>,
}

impl BarcodesExperiment {
    /// Lets a threshold learn from a data set, and records its training run.
    #[must_use]
    pub fn new(dataset: Dataset<Barcode>, learner: Threshold) -> Self {
        let samples = &dataset.samples;
        let trace = Trace::record(&learner, samples);
        Self {
            learner,
            mistakes: mistakes(trace.outcomes(), samples, is_wrong),
            second: None,
            trace,
            histogram: Arc::new(RunningHistogram::new(samples.iter().map(|s| (s.bars, s.label)))),
            examples: [false, true].map(|label| typical(samples, label)),
            dataset: Arc::new(dataset),
        }
    }

    /// Learns again from the same data, at another rate.
    fn set_learning_rate(&mut self, learning_rate: LearningRate) {
        self.learner.learning_rate = learning_rate;
        let samples = &self.dataset.samples;
        self.trace = Trace::record(&self.learner, samples);
        self.mistakes = mistakes(self.trace.outcomes(), samples, is_wrong);
        // The second run belongs to the old run, which is gone.
        self.second = None;
    }

    /// Adds a second run at this rate, from this sample on; or removes it.
    fn compare(&mut self, with: Option<(LearningRate, usize)>) {
        self.second = with.map(|(learning_rate, from)| {
            let learner = Threshold { learning_rate, ..self.learner };
            let first = (&self.trace, &self.mistakes[..]);
            let samples = &self.dataset.samples;
            Comparison::new(&learner, learning_rate, from, first, samples, is_wrong)
        });
    }

    /// A sample. An index beyond the last means the last sample.
    #[must_use]
    pub fn sample(&self, index: usize) -> Barcode {
        let samples = &self.dataset.samples;
        // An experiment always has samples of both classes. Every way to make a data set ensures this.
        samples[index.min(samples.len() - 1)]
    }
}

impl Experiment for BarcodesExperiment {
    fn origin(&self) -> Option<&Origin> {
        Some(&self.dataset.origin)
    }

    fn samples(&self) -> usize {
        self.dataset.samples.len()
    }

    fn label(&self, sample: usize) -> bool {
        self.sample(sample).label
    }

    fn rectangles(&self) -> Option<&RectangleData> {
        None
    }

    fn class_names(&self) -> Option<&[String; 2]> {
        self.dataset.class_names.as_ref()
    }

    fn feature_names(&self) -> Option<&[String; 2]> {
        None
    }

    fn learning_rate(&self) -> Option<LearningRate> {
        Some(self.learner.learning_rate)
    }

    fn was_right(&self, sample: usize) -> bool {
        self.trace.outcome(sample).is_some_and(|outcome| outcome.error == 0.0)
    }

    fn second_run(&self) -> Option<(LearningRate, usize)> {
        self.second.as_ref().map(|second| (second.learning_rate, second.from))
    }

    fn mistakes_before(&self, sample: usize) -> Option<[usize; 2]> {
        let second = self.second.as_ref()?;
        Some([before(&self.mistakes, sample), second.mistakes_before(sample)])
    }

    fn apply(&mut self, command: LearnCommand) -> bool {
        match command {
            LearnCommand::Rate(rate) if rate != self.learner.learning_rate => {
                self.set_learning_rate(rate);
            }
            LearnCommand::Compare(with) if with != self.second_run() => self.compare(with),
            _ => return false,
        }
        true
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
