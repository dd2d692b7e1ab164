//! Chapter 9: the perceptron drawn as a network, part by part, with its formulas.

use learning::Position;

use super::{Chapter, Exhibit, Moment};
use crate::experiment::Subject;
use crate::motion;
use crate::scene::network::{Edge, EdgeLabel, LABEL_AT, Network, Neuron, Signal, SignalKind};
use crate::scene::{Formulas, Scene, Slot};
use content::words::Words;

/// The chapter that draws the perceptron as a network.
pub struct PerceptronNetwork;

const WEIGHTS: usize = 1;
const SUM: usize = 2;
const DECIDE: usize = 3;
/// Seconds from each phase to the next.
const SECONDS: f64 = 2.2;

/// Where the neurons stand: the inputs, the function, the prediction.
pub const PLACES: [[f32; 2]; 4] = [[0.12, 0.20], [0.12, 0.80], [0.56, 0.50], [0.90, 0.50]];
/// The connections between neurons: both inputs with the function, and the function with the prediction.
pub const CONNECTIONS: [(usize, usize); 3] = [(0, 2), (1, 2), (2, 3)];

impl Chapter for PerceptronNetwork {
    fn id(&self) -> &'static str {
        "perceptron-network"
    }

    fn part(&self) -> &'static str {
        "part-2"
    }

    fn subject(&self) -> Subject {
        Subject::Rectangles
    }

    fn phases(&self) -> &'static [&'static str] {
        &["phase-inputs", "phase-weights", "phase-sum", "phase-decide"]
    }

    fn has_samples(&self) -> bool {
        false
    }

    fn seconds(&self, _: Position) -> f64 {
        SECONDS
    }

    fn scene(&self, moment: Moment, _: &Exhibit<'_>) -> Scene {
        let phase = moment.phase;
        let neuron = |index: usize, content, caption: Words, below, active| Neuron {
            at: PLACES[index],
            computes: index == 2,
            content: Words::new(content),
            caption: Some(caption),
            caption_below: below,
            active,
            sees: None,
            toggles: None,
        };
        let inputs_work = phase < SUM;
        let neurons = vec![
            neuron(0, "symbol-x1", input_caption(0), false, inputs_work),
            neuron(1, "symbol-x2", input_caption(1), true, inputs_work),
            neuron(2, "symbol-f", Words::new("caption-function"), false, phase == SUM),
            neuron(3, "symbol-prediction", Words::new("caption-prediction"), true, phase == DECIDE),
        ];
        let label = |key| {
            let now = Words::new(key);
            (phase >= WEIGHTS).then_some(EdgeLabel {
                before: None,
                now,
                explains: None,
                at: LABEL_AT,
            })
        };
        let labels = [label("symbol-w1"), label("symbol-w2"), None];
        let edges = CONNECTIONS
            .into_iter()
            .zip(labels)
            .map(|((from, to), label)| Edge { from, to, weight: None, label })
            .collect();
        let along = motion::eased(moment.fraction, 0.15, 0.85);
        let travels = along > 0.0 && along < 1.0;
        let signal = |edge, key| Signal {
            edge,
            along,
            kind: SignalKind::Value,
            text: Some(Words::new(key)),
        };
        let signals = match phase {
            WEIGHTS if travels => vec![signal(0, "symbol-w1x1"), signal(1, "symbol-w2x2")],
            SUM if travels => vec![signal(2, "symbol-f-of-x")],
            _ => Vec::new(),
        };
        let line = if phase >= SUM { "formula-f" } else { "formula-inputs" };
        let cases = ["formula-case-true", "formula-case-false"].map(Words::new);
        let formulas = Formulas {
            lines: vec![Words::new(line)],
            function: Words::new("formula-sigma"),
            cases: if phase >= DECIDE { cases.into() } else { Vec::new() },
        };
        let key = ["network-inputs", "network-weights", "network-sum", "network-decide"]
            [phase.min(DECIDE)];
        let narration = Words::new(key).both_features().both_classes();
        let network = Network { neurons, edges, signals, notes: Vec::new(), rows: 2 };
        Scene::new(narration).with(Slot::Mind, formulas).with(Slot::World, network)
    }
}

/// The caption of an input, such as "width x₁".
pub fn input_caption(feature: usize) -> Words {
    Words::new("caption-input").feature("feature", feature).count("input", feature + 1)
}
