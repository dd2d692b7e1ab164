//! The multi-layer perceptron: a network whose output is the confidence that a rectangle is of class true.

use super::backpropagation::{Loss, Pass, Rule};
use super::network::Network;
use super::{Learner, LearningRate};
use crate::rectangle::RectangleSample;

/// The learning rates that the exhibit offers; the first is the default.
pub const LEARNING_RATES: [f64; 3] = [0.01, 0.1, 1.0];

/// Learns the weights and biases of a [`Network`] from one sample at a time. The inputs are the
/// sides of a rectangle. Each output is the confidence that the rectangle is of class true. The
/// prediction is true if the first output is above ½. Each sample makes one update, by the
/// [`Rule`], from the sums over its rectangles. With [`Rule::Gradient`], the update is a step down
/// the gradient of [`Loss::HalfSquaredError`].
#[derive(Clone, Debug, PartialEq)]
pub struct Mlp {
    /// How strongly an error moves the weights.
    pub learning_rate: LearningRate,
    /// The rule by which errors go back.
    pub rule: Rule,
    /// The network before the first sample: two inputs and, as a rule, one output, with any layers
    /// between. More inputs would be 0. More outputs would learn the same class, and the first
    /// output would predict.
    pub initial: Network,
}

impl Mlp {
    /// The initial network of the notebook's runs, which is close to a solution: two inputs, two
    /// hidden neurons and one output.
    #[must_use]
    pub fn notebook_network() -> Network {
        let hidden = [6.0, 3.0, 6.0, 3.0, -7.0, -6.0];
        let output = [7.0, -7.0, -3.0];
        Network::known(&[2, 2, 1], [&hidden[..], &output].concat())
    }
}

impl Default for Mlp {
    fn default() -> Self {
        let learning_rate = LearningRate(LEARNING_RATES[0]);
        Self { learning_rate, rule: Rule::default(), initial: Self::notebook_network() }
    }
}

/// The outcome of one sample for an [`Mlp`], with all numbers computed to learn from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// All numbers. The batch is the sample's rectangles.
    pub pass: Pass,
}

impl Verdict {
    /// The confidence that each rectangle is of class true, from 0 to 1.
    pub fn outputs(&self) -> impl ExactSizeIterator<Item = f64> {
        let last = self.pass.layers() - 1;
        (0..self.pass.len()).map(move |rectangle| self.pass.activations(last, rectangle)[0])
    }

    /// The predicted class of each rectangle: whether its output is above ½.
    pub fn predictions(&self) -> impl ExactSizeIterator<Item = bool> {
        self.outputs().map(|output| output > 0.5)
    }

    /// Output − label of each rectangle, −1 to 1.
    pub fn errors(&self) -> impl ExactSizeIterator<Item = f64> {
        let last = self.pass.layers() - 1;
        (0..self.pass.len()).map(move |rectangle| self.pass.errors(last, rectangle)[0])
    }

    /// Count of rectangles whose prediction differs from `label`, their true class.
    #[must_use]
    pub fn wrong(&self, label: bool) -> usize {
        self.predictions().filter(|&prediction| prediction != label).count()
    }

    /// Half the squared error, summed over the rectangles.
    #[must_use]
    pub fn loss(&self) -> f64 {
        self.errors().map(|error| 0.5 * error * error).sum()
    }
}

impl Learner for Mlp {
    type Sample = RectangleSample;
    type State = Network;
    type Outcome = Verdict;

    fn initial(&self) -> Network {
        self.initial.clone()
    }

    fn learn(&self, state: &Network, sample: &RectangleSample) -> (Verdict, Network) {
        let mut pass = Pass::new(state, sample.rectangles.len());
        pass.set_inputs(sample.rectangles.iter().map(|rectangle| rectangle.features()));
        pass.forward(state);
        let label = f64::from(u8::from(sample.label));
        pass.compare(|_, _| label);
        let mut next = state.clone();
        let rate = self.learning_rate.value();
        pass.backward(&mut next, self.rule, Loss::HalfSquaredError, rate);
        (Verdict { pass }, next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rectangle::Rectangle;

    #[test]
    fn a_recorded_sample_of_the_notebooks_network_takes_at_most_a_kilobyte() {
        let rectangle = Rectangle { width: 1.0, height: 0.5, place: [0.0; 2] };
        let sample = RectangleSample { rectangles: vec![rectangle; 9], label: true };
        let learner = Mlp::default();
        let (verdict, next) = learner.learn(&learner.initial, &sample);
        let ours = size_of_val(&verdict) + size_of_val(&next);
        assert!(ours + verdict.pass.bytes() + size_of_val(next.parameters()) <= 1024);
    }
}
