//! Chapter 16: the network learns XOR, one set of rectangles after another.

use learning::learner::mlp::{LEARNING_RATES, Verdict};
use learning::learner::network::Network as Weights;
use learning::{Position, RectangleSample};

use super::parts::comparison;
use super::phases::{LOOK, PHASES, PREDICT, PhasePace, REVEAL, UPDATE};
use super::sets::{learned_from, points};
use super::xor_network::{CONNECTIONS, LABELS_AT, PLACES, SYMBOLS, hidden_line};
use super::{Chapter, Exhibit, Moment};
use crate::experiment::Subject;
use crate::motion::{self, stretches};
use crate::regions::Run;
use crate::scene::network::{Edge, EdgeLabel, Network, Neuron, Signal, SignalKind};
use crate::scene::plane::{Plane, axes};
use crate::scene::{Ink, Losses, Scene, Sets, Slot};
use content::words::Words;

pub const ID: &str = "network-learns";

/// The chapter in which the network learns.
pub struct NetworkLearns;

/// During the reveal, errors travel back before the region moves.
const PACE: PhasePace<3> = PhasePace {
    looking: [0.6, 1.1, 0.1],
    predicted: [0.4, 0.5],
    revealed: [0.4, 0.7, 0.6],
    updated: [0.5, 0.5],
};

impl Chapter for NetworkLearns {
    fn id(&self) -> &'static str {
        ID
    }

    fn part(&self) -> &'static str {
        "part-3"
    }

    fn subject(&self) -> Subject {
        Subject::Xor
    }

    fn phases(&self) -> &'static [&'static str] {
        &PHASES
    }

    fn seconds(&self, at: Position) -> f64 {
        PACE.seconds(at)
    }

    fn can_compare(&self) -> bool {
        true
    }

    fn learning_rates(&self) -> &'static [f64] {
        &LEARNING_RATES
    }

    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene {
        let learned = Learned::at(moment.sample, exhibit);
        let data = &exhibit.experiments.xor.data;
        let flight = PACE.flight(moment, motion::linear);
        let rectangles = learned_from(data, moment, &PACE);
        let predictions: Vec<bool> =
            learned.verdict.map(|verdict| verdict.predictions().collect()).unwrap_or_default();
        let ink = |index: usize| match (moment.phase, predictions.get(index)) {
            // A region has no colour of its own, unlike a line. So these points are grey until the
            // prediction.
            (LOOK, _) | (_, None) => Ink::Unknown,
            (_, Some(&prediction)) => Ink::Class(prediction),
        };
        let axes = axes(data.extent.sides);
        let weights = learned.weights(moment);
        let plane = Plane {
            past: data.points_before(moment.sample),
            current: points(exhibit, self.subject(), moment.sample, flight >= 1.0, ink),
            region: Some(exhibit.region(Run::First, &weights, axes)),
            second_region: exhibit.experiments.xor.second.as_ref().and_then(|second| {
                let updated = moment.phase == UPDATE;
                let network = second.before(moment.sample + usize::from(updated))?;
                Some(exhibit.region(Run::Second, network, axes))
            }),
            ..Plane::new(self.subject(), axes)
        };
        let seen = moment.sample + usize::from(moment.phase >= REVEAL);
        let scene = Scene::new(learned.narration(moment, exhibit))
            .with(Slot::World, Sets(rectangles))
            .with(Slot::Mind, plane)
            .with(Slot::Side, Losses { subject: self.subject(), seen })
            .with(Slot::Side, learned.network(moment, &weights, axes));
        let is_revealed = moment.phase >= REVEAL;
        let comparison = comparison(exhibit, self.subject(), moment.sample, is_revealed);
        Scene { comparison, ..scene }
    }
}

/// The trace's record of one sample.
struct Learned<'a> {
    sample: &'a RectangleSample,
    before: &'a Weights,
    verdict: Option<&'a Verdict>,
    after: &'a Weights,
}

impl<'a> Learned<'a> {
    fn at(sample: usize, exhibit: &Exhibit<'a>) -> Self {
        let experiment = &exhibit.experiments.xor;
        Self {
            sample: experiment.data.sample(sample),
            before: experiment.trace.before(sample),
            verdict: experiment.trace.outcome(sample),
            after: experiment.trace.after(sample),
        }
    }

    /// The weights as they move from the state before the sample to the state after it. At rest, they are
    /// exactly those of the trace.
    fn weights(&self, moment: Moment) -> Weights {
        let moved = PACE.moved(moment);
        match moved {
            0.0 => self.before.clone(),
            1.0 => self.after.clone(),
            part => {
                let mut between = self.before.clone();
                let ends = self.after.parameters();
                for (value, end) in between.parameters_mut().iter_mut().zip(ends) {
                    *value += (end - *value) * f64::from(part);
                }
                between
            }
        }
    }

    /// The mean output of neuron `j` of layer `layer`, over the sample's rectangles.
    fn activation(&self, layer: usize, j: usize) -> Option<f64> {
        let pass = &self.verdict?.pass;
        let sum: f64 = (0..pass.len()).map(|record| pass.activations(layer, record)[j]).sum();
        Some(sum / pass.len().max(1) as f64)
    }

    fn wrong(&self) -> usize {
        self.verdict.map_or(0, |verdict| verdict.wrong(self.sample.label))
    }

    fn network(&self, moment: Moment, weights: &Weights, axes: [f64; 2]) -> Network {
        let answers = moment.phase >= PREDICT;
        // For each neuron that computes: its layer, and its place in the layer.
        let computed = [None, None, Some([1, 0]), Some([1, 1]), Some([2, 0]), None];
        let neurons = PLACES
            .into_iter()
            .enumerate()
            .map(|(index, at)| {
                let value = computed[index].and_then(|[layer, j]| self.activation(layer, j));
                let content = match value.filter(|_| answers) {
                    Some(value) => Words::new("fact-number").number("number", value),
                    None => Words::new(SYMBOLS[index]),
                };
                Neuron {
                    at,
                    computes: computed[index].is_some(),
                    content,
                    caption: None,
                    caption_below: false,
                    active: answers && index == 4,
                    sees: matches!(index, 2 | 3).then(|| (hidden_line(weights, index - 2), axes)),
                    toggles: None,
                }
            })
            .collect();
        let updated = moment.phase == UPDATE && self.before != self.after;
        let edges = CONNECTIONS
            .into_iter()
            .enumerate()
            .map(|(index, (from, to, place))| {
                let weight = place.map(|[layer, i, j]| weights.layer(layer).weight(i, j));
                let label = weight.map(|weight| EdgeLabel {
                    before: None,
                    now: Words::new(if updated { "weight-moved" } else { "fact-number" })
                        .number("number", weight),
                    explains: None,
                    at: LABELS_AT[index],
                });
                Edge { from, to, weight, label }
            })
            .collect();
        Network { neurons, edges, signals: self.signals(moment), notes: Vec::new(), rows: 2 }
    }

    /// The signals on the edges. Values travel forward while the machine predicts. Errors travel back before
    /// the weights change.
    fn signals(&self, moment: Moment) -> Vec<Signal> {
        let travel = |start: f64, end: f64| motion::eased(moment.fraction, start, end);
        let on = |edges: &'static [usize], along: f32, kind| {
            let moves = along > 0.0 && along < 1.0;
            let signal = move |&edge: &usize| Signal { edge, along, kind, text: None };
            edges.iter().filter(move |_| moves).map(signal)
        };
        match moment.phase {
            LOOK => {
                let [_, (start, _), (_, end)] = stretches(PACE.looking);
                let cut = |part: f64| start + part * (end - start);
                let (first, then) = (travel(cut(0.45), cut(0.7)), travel(cut(0.7), cut(1.0)));
                on(&[0, 1, 2, 3], first, SignalKind::Value)
                    .chain(on(&[4, 5], then, SignalKind::Value))
                    .collect()
            }
            REVEAL if self.verdict.is_some() => {
                let [_, (start, end), _] = stretches(PACE.revealed);
                let middle = 0.5 * (start + end);
                let (first, then) = (1.0 - travel(start, middle), 1.0 - travel(middle, end));
                on(&[4, 5], first, SignalKind::Error)
                    .chain(on(&[0, 1, 2, 3], then, SignalKind::Error))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    fn narration(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Words {
        let experiment = &exhibit.experiments.xor;
        let count = self.sample.rectangles.len();
        let of_true = self.verdict.map_or(0, |v| v.predictions().filter(|&p| p).count());
        let is_lost = experiment.trace.len() == moment.sample + 1
            && experiment.data.points.iter().all(|(r, _)| !self.after.predict(&r.features()));
        let key = match (moment.phase, self.wrong()) {
            (LOOK, _) => "network-look",
            (PREDICT, _) => "network-predict",
            (REVEAL, 0) => "network-reveal-right",
            (REVEAL, _) => "network-reveal-wrong",
            _ if is_lost => "network-lost",
            _ => "network-update",
        };
        Words::new(key)
            .count("rectangles", count)
            .count("of-true", of_true)
            .count("of-false", count - of_true)
            .count("wrong", self.wrong())
            .number("loss", experiment.losses.get(moment.sample).copied().unwrap_or(0.0))
            .number("rate", experiment.learner.learning_rate.value())
            .class("truth", self.sample.label)
            .both_classes()
    }
}
