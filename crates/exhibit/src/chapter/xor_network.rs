//! Chapter 15: the two steps drawn as a network. Its hidden neurons are the two lines.

use learning::learner::network::Network as Weights;
use learning::{Line, Position};

use super::parts::coming;
use super::perceptron_network::input_caption;
use super::{Chapter, Exhibit, Moment};
use crate::experiment::Subject;
use crate::motion;
use crate::regions::Run;
use crate::scene::network::{Edge, EdgeLabel, LABEL_AT, Network, Neuron, Signal, SignalKind};
use crate::scene::plane::{NamedLine, Plane, axes};
use crate::scene::{Scene, Slot};
use content::words::Words;

/// The chapter that draws XOR as a network.
pub struct XorNetwork;

const FIRST: usize = 1;
const SECOND: usize = 2;
const OUTPUT: usize = 3;
/// Seconds from each phase to the next.
const SECONDS: f64 = 2.2;
/// The fractions of that time between which values travel and lines appear.
const TRAVEL: (f64, f64) = (0.1, 0.9);

/// Where the neurons stand: x₁, x₂, n₁₁, n₁₂, n₂₁, ỹ.
pub const PLACES: [[f32; 2]; 6] =
    [[0.09, 0.2], [0.09, 0.8], [0.44, 0.2], [0.44, 0.8], [0.74, 0.5], [0.95, 0.5]];
/// The connections between neurons. A connection with a weight also names the weight's layer, input and
/// output.
pub const CONNECTIONS: [(usize, usize, Option<[usize; 3]>); 7] = [
    (0, 2, Some([0, 0, 0])),
    (0, 3, Some([0, 0, 1])),
    (1, 2, Some([0, 1, 0])),
    (1, 3, Some([0, 1, 1])),
    (2, 4, Some([1, 0, 0])),
    (3, 4, Some([1, 1, 0])),
    (4, 5, None),
];
/// How far along its edge each weight is written. On edges that cross, the weight stands before the crossing.
pub const LABELS_AT: [f32; 7] = [LABEL_AT, 0.24, 0.24, LABEL_AT, LABEL_AT, LABEL_AT, LABEL_AT];
/// The neurons' symbols.
pub const SYMBOLS: [&str; 6] =
    ["symbol-x1", "symbol-x2", "symbol-n11", "symbol-n12", "symbol-n21", "symbol-prediction"];

/// The line on which hidden neuron `j` is undecided: there its sum is 0.
pub fn hidden_line(network: &Weights, j: usize) -> Line {
    let layer = network.layer(0);
    Line { weights: [layer.weight(0, j), layer.weight(1, j)], bias: layer.biases[j] }
}

impl Chapter for XorNetwork {
    fn id(&self) -> &'static str {
        "xor-network"
    }

    fn part(&self) -> &'static str {
        "part-3"
    }

    fn subject(&self) -> Subject {
        Subject::Xor
    }

    fn phases(&self) -> &'static [&'static str] {
        &["phase-inputs", "phase-first", "phase-second", "phase-output"]
    }

    fn has_samples(&self) -> bool {
        false
    }

    fn seconds(&self, _: Position) -> f64 {
        SECONDS
    }

    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene {
        let experiment = &exhibit.experiments.xor;
        let weights = experiment.trace.before(usize::MAX);
        let phase = moment.phase;
        let axes = axes(experiment.data.extent.sides);
        let along = motion::eased(moment.fraction, TRAVEL.0, TRAVEL.1);
        let travels = along > 0.0 && along < 1.0;
        let drawn = |from: usize| coming(moment, from - 1, TRAVEL);
        let neurons = PLACES
            .into_iter()
            .enumerate()
            .map(|(index, at)| {
                let seen = [(2, 0, FIRST), (3, 1, SECOND)];
                let hidden =
                    seen.into_iter().find(|&(neuron, _, from)| neuron == index && phase >= from);
                Neuron {
                    at,
                    computes: (2..5).contains(&index),
                    content: Words::new(SYMBOLS[index]),
                    caption: match index {
                        0 | 1 => Some(input_caption(index)),
                        5 => Some(Words::new("caption-prediction")),
                        _ => None,
                    },
                    caption_below: index != 0,
                    active: match phase {
                        FIRST => index == 2,
                        SECOND => index == 3,
                        OUTPUT => index == 4,
                        _ => index < 2,
                    },
                    sees: hidden.map(|(_, j, _)| (hidden_line(weights, j), axes)),
                    toggles: None,
                }
            })
            .collect();
        let names = [
            "symbol-w0-11",
            "symbol-w0-12",
            "symbol-w0-21",
            "symbol-w0-22",
            "symbol-w1-11",
            "symbol-w1-21",
        ];
        let edges = CONNECTIONS
            .into_iter()
            .enumerate()
            .map(|(index, (from, to, weight))| Edge {
                from,
                to,
                weight: weight.map(|[layer, i, j]| weights.layer(layer).weight(i, j)),
                label: names.get(index).map(|&name| EdgeLabel {
                    before: None,
                    now: Words::new(name),
                    explains: None,
                    at: LABELS_AT[index],
                }),
            })
            .collect();
        let going: &[usize] = match phase {
            0 => &[0, 2],
            FIRST => &[1, 3],
            SECOND => &[4, 5],
            _ => &[],
        };
        let signals = going
            .iter()
            .filter(|_| travels)
            .map(|&edge| Signal {
                edge,
                along,
                kind: SignalKind::Value,
                text: Some(Words::new(SYMBOLS[CONNECTIONS[edge].0])),
            })
            .collect();
        let line = |j: usize, name, opacity| NamedLine {
            line: hidden_line(weights, j),
            name: Words::new(name),
            opacity,
        };
        // The lines fade, so that the region's own edge stands out.
        let faded = if phase == OUTPUT { 0.35 } else { 1.0 };
        let plane = Plane {
            past: experiment.data.points.len(),
            lines: vec![
                line(0, "symbol-n11", faded * drawn(FIRST)),
                line(1, "symbol-n12", faded * drawn(SECOND)),
            ],
            region: (phase == OUTPUT).then(|| exhibit.region(Run::First, weights, axes)),
            ..Plane::new(self.subject(), axes)
        };
        let key =
            ["xor-network-inputs", "xor-network-first", "xor-network-second", "xor-network-output"]
                [phase.min(OUTPUT)];
        let narration = Words::new(key).both_features().both_classes();
        let network = Network { neurons, edges, signals, notes: Vec::new(), rows: 2 };
        Scene::new(narration).with(Slot::Mind, plane).with(Slot::World, network)
    }
}
