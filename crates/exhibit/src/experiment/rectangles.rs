//! The experiments of Part II: rectangles, the perceptron that learns from them, and its training run.

use std::sync::Arc;

use learning::dataset::walkthrough;
use learning::learner::perceptron::{LEARNING_RATES, Verdict, Weights, draw_initial_weights};
use learning::{Dataset, LearningRate, Origin, Perceptron, Rectangle, RectangleSample, Trace};

use super::comparison::{Comparison, before, mistakes};
use super::sets::RectangleData;
use super::{Experiment, LearnCommand};

/// The settings of the perceptron. Its initial weights follow from them and from the origin of the data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PerceptronChoice {
    /// How strongly an error moves the weights.
    pub learning_rate: LearningRate,
    /// Whether each weight moves by its own feature.
    pub use_datapoints: bool,
    /// The weights before the first sample, if they are given.
    pub initial_weights: Option<[f64; 2]>,
}

impl Default for PerceptronChoice {
    fn default() -> Self {
        let learning_rate = LearningRate::ONE;
        debug_assert_eq!(learning_rate.value(), LEARNING_RATES[1]);
        Self { learning_rate, use_datapoints: true, initial_weights: None }
    }
}

impl PerceptronChoice {
    /// The perceptron that learns from data of this origin. It starts with the given weights; otherwise with
    /// those that the notebook recorded for this run; otherwise with weights drawn from the data's seed (0
    /// for data without a seed).
    #[must_use]
    pub fn perceptron(&self, origin: &Origin) -> Perceptron {
        let Self { learning_rate, use_datapoints, initial_weights } = *self;
        let recorded = || match origin {
            Origin::Notebook => Perceptron::notebook(learning_rate, use_datapoints),
            Origin::Generated(_) | Origin::File(_) => None,
        };
        let drawn = || {
            let seed = if let Origin::Generated(seed) = origin { *seed } else { 0 };
            draw_initial_weights(seed)
        };
        let initial_weights = initial_weights
            .or_else(|| recorded().map(|perceptron| perceptron.initial_weights))
            .unwrap_or_else(drawn);
        Perceptron { learning_rate, use_datapoints, initial_weights }
    }
}

/// Samples of rectangles with the training run that was recorded on them.
#[derive(Clone)]
pub struct RectanglesExperiment {
    /// The samples.
    pub data: Arc<RectangleData>,
    /// The machine that learned.
    pub learner: Perceptron,
    /// The training run.
    pub trace: Trace<Weights, Verdict>,
    /// The greatest distance of either weight from 0 in the whole run, and a little more.
    pub reach: f64,
    /// How many rectangles the machine had predicted wrong before each sample, and in all.
    pub mistakes: Vec<usize>,
    /// A second run at another learning rate.
    pub second: Option<Comparison<Perceptron>>,
    choice: PerceptronChoice,
    /// Whether the learning rate is fixed. The arithmetic of the walk-through by hand is that of one rate.
    has_fixed_rate: bool,
}

impl RectanglesExperiment {
    /// Lets a perceptron learn from a data set, and records its training run.
    #[must_use]
    pub fn new(dataset: Dataset<RectangleSample>, choice: PerceptronChoice) -> Self {
        let learner = choice.perceptron(&dataset.origin);
        Self::recorded(dataset, learner, choice)
    }

    /// The walk-through by hand: four points and their perceptron.
    #[must_use]
    pub fn walkthrough() -> Self {
        let learner = walkthrough::perceptron();
        let Perceptron { learning_rate, use_datapoints, initial_weights } = learner;
        let initial_weights = Some(initial_weights);
        let choice = PerceptronChoice { learning_rate, use_datapoints, initial_weights };
        Self { has_fixed_rate: true, ..Self::recorded(walkthrough::points(), learner, choice) }
    }

    fn recorded(
        dataset: Dataset<RectangleSample>,
        learner: Perceptron,
        choice: PerceptronChoice,
    ) -> Self {
        let trace = Trace::record(&learner, &dataset.samples);
        Self {
            reach: reach(&trace),
            mistakes: mistakes(trace.outcomes(), &dataset.samples, count_wrong),
            second: None,
            trace,
            data: Arc::new(RectangleData::new(dataset)),
            learner,
            choice,
            has_fixed_rate: false,
        }
    }

    /// The settings of the perceptron.
    #[must_use]
    pub fn choice(&self) -> PerceptronChoice {
        self.choice
    }

    /// Changes a setting of the perceptron, which then learns again.
    fn choose(&mut self, change: impl FnOnce(&mut PerceptronChoice)) {
        change(&mut self.choice);
        self.learner = self.choice.perceptron(&self.data.dataset.origin);
        self.trace = Trace::record(&self.learner, &self.data.dataset.samples);
        self.reach = reach(&self.trace);
        let samples = &self.data.dataset.samples;
        self.mistakes = mistakes(self.trace.outcomes(), samples, count_wrong);
        // The second run belongs to the old run, which is gone.
        self.second = None;
    }

    /// Adds a second run at this rate, from this sample on; or removes it. The second run starts from the
    /// weights of the first, so that only the rate differs.
    fn compare(&mut self, with: Option<(LearningRate, usize)>) {
        self.second = with.map(|(learning_rate, from)| {
            let learner = Perceptron { learning_rate, ..self.learner };
            let first = (&self.trace, &self.mistakes[..]);
            let samples = &self.data.dataset.samples;
            Comparison::new(&learner, learning_rate, from, first, samples, count_wrong)
        });
    }

    /// Count of all rectangles that these weights put into the wrong class.
    #[must_use]
    pub fn wrong_with(&self, weights: Weights) -> usize {
        let is_wrong =
            |(rectangle, label): &&(Rectangle, bool)| weights.predict(rectangle) != *label;
        self.data.points.iter().filter(is_wrong).count()
    }
}

impl Experiment for RectanglesExperiment {
    fn origin(&self) -> Option<&Origin> {
        (!self.has_fixed_rate).then_some(&self.data.dataset.origin)
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

    fn apply(&mut self, command: LearnCommand) -> bool {
        match command {
            _ if self.has_fixed_rate => return false,
            LearnCommand::Rate(rate) if rate != self.learner.learning_rate => {
                self.choose(|choice| choice.learning_rate = rate);
            }
            LearnCommand::UseDatapoints(used) if used != self.learner.use_datapoints => {
                self.choose(|choice| choice.use_datapoints = used);
            }
            LearnCommand::InitialWeights(weights) if weights != self.choice.initial_weights => {
                self.choose(|choice| choice.initial_weights = weights);
            }
            LearnCommand::Compare(with) if with != self.second_run() => self.compare(with),
            _ => return false,
        }
        true
    }
}

fn count_wrong(verdict: &Verdict, sample: &RectangleSample) -> usize {
    verdict.wrong(sample.label)
}

fn reach(trace: &Trace<Weights, Verdict>) -> f64 {
    let states = (0..=trace.len()).map(|sample| trace.before(sample).weights);
    let farthest = states.flatten().map(f64::abs).fold(0.0, f64::max);
    // The slider stays usable even if the weights have grown to infinity.
    (1.25 * farthest).clamp(1.0, 1e9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initial_weights_follow_from_the_origin_of_the_data() {
        let choice = PerceptronChoice::default();
        let notebook = choice.perceptron(&Origin::Notebook);
        assert_eq!(Some(notebook), Perceptron::notebook(LearningRate::ONE, true));
        let seeded = choice.perceptron(&Origin::Generated(5));
        assert_eq!(seeded.initial_weights, draw_initial_weights(5));
        let file = choice.perceptron(&Origin::File("mine.csv".to_owned()));
        assert_eq!(file.initial_weights, draw_initial_weights(0));
        let given = PerceptronChoice { initial_weights: Some([1.0, -2.0]), ..choice };
        assert_eq!(given.perceptron(&Origin::Notebook).initial_weights, [1.0, -2.0]);
    }

    #[test]
    fn points_are_counted_up_to_each_sample() {
        let experiment = RectanglesExperiment::walkthrough();
        let counts: Vec<_> = (0..6).map(|sample| experiment.data.points_before(sample)).collect();
        assert_eq!(counts, [0, 1, 2, 3, 4, 4]);
        assert_eq!(experiment.data.extent.sides, [2.0, 1.7]);
        assert_eq!(experiment.wrong_with(*experiment.trace.before(0)), 2);
    }
}
