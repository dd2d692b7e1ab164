//! Chapter 7: the perceptron learns, one set of rectangles after another.

use learning::learner::perceptron::{LEARNING_RATES, Verdict, Weights};
use learning::{Line, Position, RectangleSample};

use super::parts::comparison;
use super::phases::{LOOK, PHASES, PREDICT, PhasePace, REVEAL, UPDATE};
use super::sets::{learned_from, points};
use super::{Chapter, Exhibit, Moment};
use crate::scene::{Explanation, Ink, Scene, Sets, Slot};

use crate::experiment::Subject;
use crate::motion;
use crate::scene::plane::{Fact, Plane, PlaneBoundary, Touch, axes};
use crate::visitor::Explained;
use content::words::Words;

pub const ID: &str = "perceptron-learns";

/// The chapter in which the perceptron learns.
pub struct PerceptronLearns;

const PACE: PhasePace<2> = PhasePace {
    looking: [0.6, 1.1, 0.1],
    predicted: [0.4, 0.5],
    revealed: [0.6, 0.8],
    updated: [0.5, 0.5],
};

impl Chapter for PerceptronLearns {
    fn id(&self) -> &'static str {
        ID
    }

    fn part(&self) -> &'static str {
        "part-2"
    }

    fn subject(&self) -> Subject {
        Subject::Rectangles
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

    fn offers_datapoints(&self) -> bool {
        true
    }

    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene {
        let learned = Learned::at(moment.sample, exhibit);
        let data = &exhibit.experiments.rectangles.data;
        let flight = PACE.flight(moment, motion::linear);
        let rectangles = learned_from(data, moment, &PACE);
        let ink = |index: usize| match (moment.phase, learned.predicted(index)) {
            (LOOK, _) | (_, None) => Ink::Boundary,
            (_, Some(prediction)) => Ink::Class(prediction),
        };
        let plane = Plane {
            past: data.points_before(moment.sample),
            current: points(exhibit, self.subject(), moment.sample, flight >= 1.0, ink),
            boundary: Some(learned.boundary(moment)),
            second_line: exhibit.experiments.rectangles.second.as_ref().and_then(|second| {
                let updated = moment.phase == UPDATE;
                second.before(moment.sample + usize::from(updated)).map(Weights::line)
            }),
            facts: learned.facts(moment),
            ..Plane::new(self.subject(), axes(data.extent.sides))
        };
        let explained = exhibit.visitor.explained.filter(|_| moment.phase == UPDATE);
        let scene = Scene::new(learned.narration(moment, exhibit))
            .with(Slot::World, Sets(rectangles))
            .with(Slot::Mind, plane);
        Scene {
            comparison: comparison(exhibit, self.subject(), moment.sample, moment.phase >= REVEAL),
            explanation: explained.map(|asked| learned.explanation(asked, exhibit)),
            ..scene
        }
    }
}

/// The trace's record of one sample.
struct Learned<'a> {
    sample: &'a RectangleSample,
    before: Weights,
    verdict: Option<&'a Verdict>,
    after: Weights,
}

impl<'a> Learned<'a> {
    fn at(sample: usize, exhibit: &Exhibit<'a>) -> Self {
        let experiment = &exhibit.experiments.rectangles;
        Self {
            sample: experiment.data.sample(sample),
            before: *experiment.trace.before(sample),
            verdict: experiment.trace.outcome(sample),
            after: *experiment.trace.after(sample),
        }
    }

    fn predicted(&self, index: usize) -> Option<bool> {
        self.verdict?.predictions.get(index).copied()
    }

    fn error(&self) -> f64 {
        self.verdict.map_or(0.0, |verdict| verdict.error)
    }

    fn wrong(&self) -> usize {
        self.verdict.map_or(0, |verdict| verdict.wrong(self.sample.label))
    }

    /// The mean of a feature over the sample's rectangles.
    fn mean(&self, feature: usize) -> f64 {
        let sides = self.sample.rectangles.iter().map(|rectangle| rectangle.features()[feature]);
        sides.sum::<f64>() / self.sample.rectangles.len() as f64
    }

    fn boundary(&self, moment: Moment) -> PlaneBoundary {
        let moved = PACE.moved(moment);
        let has_moved = self.before != self.after && moved > 0.0;
        PlaneBoundary {
            line: between(self.before, self.after, moved),
            ghost: has_moved.then(|| self.before.line()),
            active: has_moved,
            touch: if moment.phase == UPDATE { Touch::Explain } else { Touch::Nothing },
        }
    }

    fn facts(&self, moment: Moment) -> Vec<Fact> {
        let updated = moment.phase == UPDATE;
        let weights = if updated { self.after } else { self.before }.weights;
        let has_changed = updated && self.before != self.after;
        let known = moment.phase >= REVEAL;
        let unless_known = |words: Words| if known { words } else { Words::new("fact-none") };
        let weight = |weight: usize| Fact {
            name: Words::new("weight-name").count("weight", weight + 1).feature("feature", weight),
            value: Words::new("fact-number").number("number", weights[weight]),
            explains: has_changed.then_some(weight),
        };
        let wrong = Words::new("fact-wrong-of")
            .count("wrong", self.wrong())
            .count("rectangles", self.sample.rectangles.len());
        vec![
            weight(0),
            weight(1),
            Fact { name: Words::new("fact-wrong"), value: unless_known(wrong), explains: None },
            Fact {
                name: Words::new("fact-error"),
                value: unless_known(Words::new("fact-number").number("number", self.error())),
                explains: None,
            },
        ]
    }

    fn narration(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Words {
        let learner = &exhibit.experiments.rectangles.learner;
        let count = self.sample.rectangles.len();
        let of_true =
            self.verdict.map_or(0, |verdict| verdict.predictions.iter().filter(|&&p| p).count());
        let key = match (moment.phase, self.wrong(), learner.use_datapoints) {
            (LOOK, _, _) => "perceptron-look",
            (PREDICT, _, _) => "perceptron-predict",
            (REVEAL, 0, _) => "perceptron-reveal-right",
            (REVEAL, _, _) => "perceptron-reveal-wrong",
            (_, 0, _) => "perceptron-update-right",
            (_, _, true) => "perceptron-update",
            (_, _, false) => "perceptron-update-by-error",
        };
        let change = |weight: usize| self.after.weights[weight] - self.before.weights[weight];
        Words::new(key)
            .count("rectangles", count)
            .count("of-true", of_true)
            .count("of-false", count - of_true)
            .count("wrong", self.wrong())
            .term("sign", if self.sample.label { -1.0 } else { 1.0 })
            .number("error", self.error())
            .term("error-term", self.error())
            .number("rate", learner.learning_rate.value())
            .number("mean1", self.mean(0))
            .number("mean2", self.mean(1))
            .number("move1", change(0))
            .number("move2", change(1))
            .class("truth", self.sample.label)
            .both_classes()
            .both_features()
    }

    /// The arithmetic of this update, term by term.
    fn explanation(&self, asked: Explained, exhibit: &Exhibit<'_>) -> Explanation {
        let (title, weights) = match asked {
            Explained::Line => (Words::new("explain-line"), vec![0, 1]),
            Explained::Weight(weight) => {
                let weight = weight.min(1);
                (Words::new("explain-weight").count("weight", weight + 1), vec![weight])
            }
        };
        let label = f64::from(u8::from(self.sample.label));
        let count = self.sample.rectangles.len();
        let predictions = self.verdict.map(|verdict| &*verdict.predictions).unwrap_or_default();
        let errors = predictions.iter().map(|&p| f64::from(u8::from(p)) - label).collect();
        let mut lines = vec![
            Words::new("explain-error")
                .sum("errors", errors)
                .count("rectangles", count)
                .number("error", self.error()),
        ];
        let learner = &exhibit.experiments.rectangles.learner;
        let rate = learner.learning_rate.value();
        for weight in weights {
            let (before, after) = (self.before.weights[weight], self.after.weights[weight]);
            let values = |key| {
                Words::new(key)
                    .count("weight", weight + 1)
                    .feature("feature", weight)
                    .number("rate", rate)
                    .number("mean", self.mean(weight))
                    .term("error", self.error())
                    .number("change", after - before)
                    .term("change-term", after - before)
                    .number("before", before)
                    .number("after", after)
                    .count("rectangles", count)
            };
            if learner.use_datapoints {
                let sides = self.sample.rectangles.iter().map(|r| r.features()[weight]).collect();
                lines.push(values("explain-mean").sum("sides", sides));
                lines.push(values("explain-change"));
            } else {
                lines.push(values("explain-change-by-error"));
            }
            lines.push(values("explain-sum"));
        }
        Explanation { title, lines }
    }
}

/// The line as it moves between two states. At rest, it lies exactly where the trace says.
pub fn between(before: Weights, after: Weights, moved: f32) -> Line {
    match moved {
        0.0 => before.line(),
        1.0 => after.line(),
        part => {
            let part = f64::from(part);
            let weight = |weight: usize| {
                let (from, to) = (before.weights[weight], after.weights[weight]);
                from + (to - from) * part
            };
            Line::through_origin([weight(0), weight(1)])
        }
    }
}
