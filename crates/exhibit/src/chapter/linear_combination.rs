//! Chapter 8: the boundary is a linear combination, and the visitor sets its weights.

use learning::learner::perceptron::Weights;
use learning::{Line, Position};

use super::perceptron_learns::between;
use super::{Chapter, Exhibit, Moment};
use crate::experiment::Subject;
use crate::motion;
use crate::scene::plane::{Plane, PlaneBoundary, Touch, axes};
use crate::scene::{self, Scene, Slot};
use content::words::Words;

/// The chapter in which the visitor turns the line.
pub struct LinearCombination;

/// Seconds from one sample's line to the next.
const SECONDS: f64 = 0.4;

impl Chapter for LinearCombination {
    fn id(&self) -> &'static str {
        "linear-combination"
    }

    fn part(&self) -> &'static str {
        "part-2"
    }

    fn subject(&self) -> Subject {
        Subject::Rectangles
    }

    fn phases(&self) -> &'static [&'static str] {
        &["phase-line"]
    }

    fn seconds(&self, _: Position) -> f64 {
        SECONDS
    }

    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene {
        let experiment = &exhibit.experiments.rectangles;
        let (here, next) =
            (*experiment.trace.after(moment.sample), *experiment.trace.after(moment.sample + 1));
        let learned = between(here, next, motion::eased(moment.fraction, 0.0, 1.0));
        let own = exhibit.visitor.weights;
        let line = own.map_or(learned, Line::through_origin);
        let wrong = |line: Line| experiment.wrong_with(Weights { weights: line.weights });
        let points = experiment.data.points.len();
        let plane = Plane {
            past: points,
            boundary: Some(PlaneBoundary {
                line,
                ghost: own.map(|_| learned),
                active: false,
                touch: Touch::Turn,
            }),
            ..Plane::new(self.subject(), axes(experiment.data.extent.sides))
        };
        let weights = scene::Weights {
            weights: line.weights,
            reach: experiment.reach,
            wrong: wrong(line),
            points,
            is_own: own.is_some(),
        };
        let key = if own.is_some() { "combination-own" } else { "combination-learned" };
        let narration = Words::new(key)
            .count("wrong", weights.wrong)
            .count("learned-wrong", wrong(learned))
            .count("points", points)
            .count("samples", moment.sample + 1)
            .both_features();
        Scene::new(narration).with(Slot::World, weights).with(Slot::Mind, plane)
    }
}
