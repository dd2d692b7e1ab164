//! Chapter 10: back-propagation by hand, number by number.

use learning::learner::perceptron::Weights;
use learning::{Position, Rectangle};

use super::perceptron_learns::between;
use super::perceptron_network::{CONNECTIONS, PLACES, input_caption};
use super::sets::points;
use super::{Chapter, Exhibit, Moment};
use crate::scene::{Explanation, Ink, Scene, Slot};

use crate::experiment::Subject;
use crate::motion;
use crate::scene::network::{Edge, EdgeLabel, LABEL_AT, Network, Neuron, Note, Signal, SignalKind};
use crate::scene::plane::{Plane, PlaneBoundary, Touch};
use crate::visitor::Explained;
use content::words::Words;

pub const ID: &str = "back-propagation";

/// The chapter that works through back-propagation by hand.
pub struct BackPropagation;

const INPUTS: usize = 1;
const SUM: usize = 2;
const PREDICT: usize = 3;
const ERROR: usize = 4;
const UPDATE: usize = 5;
/// Seconds from each phase to the next.
const SECONDS: [f64; 6] = [1.2, 2.2, 2.0, 1.6, 2.8, 2.2];
/// The width and the height at the plane's far edges, as in the notebook.
const AXES: [f64; 2] = [3.0, 3.0];
/// The fraction of the error phase at which the error has travelled back to the function.
const TURN: f64 = 0.45;

impl Chapter for BackPropagation {
    fn id(&self) -> &'static str {
        ID
    }

    fn part(&self) -> &'static str {
        "part-2"
    }

    fn subject(&self) -> Subject {
        Subject::Walkthrough
    }

    fn phases(&self) -> &'static [&'static str] {
        &[
            "phase-empty",
            "phase-inputs",
            "phase-sum",
            "phase-predict",
            "phase-error",
            "phase-update",
        ]
    }

    fn reveal_phase(&self) -> Option<usize> {
        Some(ERROR)
    }

    fn seconds(&self, at: Position) -> f64 {
        SECONDS[at.phase.min(UPDATE)]
    }

    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene {
        let step = Step::at(moment.sample, exhibit);
        let explained = exhibit.visitor.explained.filter(|_| moment.phase == UPDATE);
        let network = Network {
            neurons: step.neurons(moment.phase),
            edges: step.edges(moment.phase),
            signals: step.signals(moment),
            notes: step.notes(moment.phase),
            rows: 2,
        };
        let scene = Scene::new(step.narration(moment.phase))
            .with(Slot::Mind, step.plane(moment, exhibit))
            .with(Slot::World, network);
        Scene { explanation: explained.map(|asked| step.explanation(asked)), ..scene }
    }
}

/// The trace's record of one point.
struct Step {
    point: Rectangle,
    label: bool,
    before: Weights,
    after: Weights,
    score: f64,
    prediction: bool,
    error: f64,
    rate: f64,
}

impl Step {
    fn at(sample: usize, exhibit: &Exhibit<'_>) -> Self {
        let experiment = &exhibit.experiments.walkthrough;
        let (before, verdict) =
            (*experiment.trace.before(sample), experiment.trace.outcome(sample));
        let of_sample = experiment.data.sample(sample);
        let point = of_sample.rectangles[0];
        Self {
            point,
            label: of_sample.label,
            before,
            after: *experiment.trace.after(sample),
            score: before.score(&point),
            prediction: before.predict(&point),
            error: verdict.map_or(0.0, |verdict| verdict.error),
            rate: experiment.learner.learning_rate.value(),
        }
    }

    /// A message with all the numbers of this step.
    fn words(&self, key: &'static str) -> Words {
        let [x1, x2] = self.point.features();
        let [w1, w2] = self.before.weights;
        let number = |class: bool| f64::from(u8::from(class));
        Words::new(key)
            .number("x1", x1)
            .number("x2", x2)
            .number("w1-first", w1)
            .term("w1", w1)
            .term("w2", w2)
            .number("score", self.score)
            .number("prediction-number", number(self.prediction))
            .number("truth-number", number(self.label))
            .number("error", self.error)
            .term("error-term", self.error)
            .number("rate", self.rate)
            .class("prediction", self.prediction)
            .class("truth", self.label)
    }

    /// A message about one weight, with the numbers of its update.
    fn of_weight(&self, key: &'static str, weight: usize) -> Words {
        let input = self.point.features()[weight];
        let update = self.error * input;
        Words::new(key)
            .count("weight", weight + 1)
            .number("input", input)
            .number("error", self.error)
            .number("update", update)
            .term("update-term", update)
            .number("rate", self.rate)
            .number("before", self.before.weights[weight])
            .number("after", self.after.weights[weight])
            .number("prediction-number", f64::from(u8::from(self.prediction)))
            .number("truth-number", f64::from(u8::from(self.label)))
    }

    fn neurons(&self, phase: usize) -> Vec<Neuron> {
        let value = |from: usize, symbol: &'static str, number: f64| {
            if phase >= from {
                Words::new("fact-number").number("number", number)
            } else {
                Words::new(symbol)
            }
        };
        let [x1, x2] = self.point.features();
        let prediction = f64::from(u8::from(self.prediction));
        let contents = [
            value(INPUTS, "symbol-x1", x1),
            value(INPUTS, "symbol-x2", x2),
            value(SUM, "symbol-f", self.score),
            value(PREDICT, "symbol-prediction", prediction),
        ];
        let captions = [
            Some(input_caption(0)),
            Some(input_caption(1)),
            None,
            Some(Words::new("caption-prediction")),
        ];
        let active = [phase == INPUTS, phase == INPUTS, phase == SUM, phase == PREDICT];
        let mut neurons = Vec::with_capacity(PLACES.len());
        for (index, (content, caption)) in contents.into_iter().zip(captions).enumerate() {
            neurons.push(Neuron {
                at: PLACES[index],
                computes: index == 2,
                content,
                caption,
                caption_below: index % 2 == 1,
                active: active[index],
                sees: None,
                toggles: None,
            });
        }
        neurons
    }

    fn edges(&self, phase: usize) -> Vec<Edge> {
        let updated = phase == UPDATE;
        let weights = if updated { self.after } else { self.before }.weights;
        let number = |number| Words::new("fact-number").number("number", number);
        let label = |weight: usize| {
            let changed = updated && self.before.weights[weight] != self.after.weights[weight];
            EdgeLabel {
                before: changed.then(|| number(self.before.weights[weight])),
                now: number(weights[weight]),
                explains: updated.then_some(weight),
                at: LABEL_AT,
            }
        };
        CONNECTIONS
            .into_iter()
            .enumerate()
            .map(|(index, (from, to))| Edge {
                from,
                to,
                weight: weights.get(index).copied(),
                label: (index < 2).then(|| label(index)),
            })
            .collect()
    }

    /// The values that travel forward to the next phase, and the errors that travel back.
    fn signals(&self, moment: Moment) -> Vec<Signal> {
        let travel = |start, end| motion::eased(moment.fraction, start, end);
        let signal = |edge, along, kind, text| Signal { edge, along, kind, text: Some(text) };
        let under_way = |along: f32| along > 0.0 && along < 1.0;
        match moment.phase {
            INPUTS => {
                let along = travel(0.1, 0.8);
                let [x1, x2] = ["signal-product-1", "signal-product-2"].map(|key| self.words(key));
                [(0, x1), (1, x2)]
                    .into_iter()
                    .filter(|_| under_way(along))
                    .map(|(edge, text)| signal(edge, along, SignalKind::Value, text))
                    .collect()
            }
            SUM => {
                let along = travel(0.3, 0.9);
                let text = self.words("signal-score");
                let moving = under_way(along).then(|| signal(2, along, SignalKind::Value, text));
                moving.into_iter().collect()
            }
            ERROR if self.error != 0.0 => {
                let text = || self.words("signal-error");
                let (first, then) = (travel(0.1, TURN), travel(TURN, 0.8));
                if under_way(first) {
                    return vec![signal(2, 1.0 - first, SignalKind::Error, text())];
                }
                let back = 1.0 - 0.5 * then;
                (0..2)
                    .filter(|_| under_way(then))
                    .map(|edge| signal(edge, back, SignalKind::Error, text()))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// The calculations, written beside the parts that they belong to.
    fn notes(&self, phase: usize) -> Vec<Note> {
        let note = |at, words, is_error| Note { at, words, is_error, points_to: None };
        let mut notes = Vec::new();
        if phase >= SUM {
            notes.push(note([0.56, 0.24], self.words("note-sum"), false));
        }
        if phase >= PREDICT {
            let key = if self.prediction { "note-decide-yes" } else { "note-decide-no" };
            notes.push(note([0.735, 0.40], self.words(key), false));
        }
        if phase >= ERROR {
            notes.push(note([0.90, 0.24], self.words("note-error"), self.error != 0.0));
        }
        if phase == UPDATE && self.error != 0.0 {
            for (weight, y) in [(0, 0.04), (1, 0.97)] {
                notes.push(Note {
                    at: [0.47, y],
                    words: self.of_weight("note-update", weight),
                    is_error: true,
                    points_to: Some(weight),
                });
            }
        }
        notes
    }

    fn plane(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Plane {
        let moved = match moment.phase {
            ERROR => motion::settling(moment.fraction, 0.7, 1.0),
            UPDATE => 1.0,
            _ => 0.0,
        };
        let has_moved = self.before != self.after && moved > 0.0;
        let ink = match moment.phase {
            PREDICT => Ink::Class(self.prediction),
            ERROR | UPDATE => Ink::Class(self.label),
            _ => Ink::Unknown,
        };
        let current = if moment.phase >= INPUTS {
            points(exhibit, Subject::Walkthrough, moment.sample, true, |_| ink)
        } else {
            Vec::new()
        };
        Plane {
            past: moment.sample,
            current,
            own_shapes: true,
            boundary: Some(PlaneBoundary {
                line: between(self.before, self.after, moved),
                ghost: has_moved.then(|| self.before.line()),
                active: has_moved,
                touch: if moment.phase == UPDATE { Touch::Explain } else { Touch::Nothing },
            }),
            ..Plane::new(Subject::Walkthrough, AXES)
        }
    }

    fn narration(&self, phase: usize) -> Words {
        let right = self.error == 0.0;
        self.words(match phase {
            INPUTS => "walkthrough-inputs",
            SUM => "walkthrough-sum",
            PREDICT if self.prediction => "walkthrough-predict-true",
            PREDICT => "walkthrough-predict-false",
            ERROR if right => "walkthrough-error-none",
            ERROR => "walkthrough-error",
            UPDATE if right => "walkthrough-update-none",
            UPDATE => "walkthrough-update",
            _ => "walkthrough-empty",
        })
        .both_features()
    }

    fn explanation(&self, asked: Explained) -> Explanation {
        let (title, weights) = match asked {
            Explained::Line => (Words::new("explain-line"), vec![0, 1]),
            Explained::Weight(weight) => {
                let weight = weight.min(1);
                (Words::new("explain-weight").count("weight", weight + 1), vec![weight])
            }
        };
        let mut lines = vec![self.words("explain-one-error")];
        for weight in weights {
            lines.push(self.of_weight("explain-one-update", weight));
            lines.push(self.of_weight("explain-one-weight", weight));
        }
        Explanation { title, lines }
    }
}
