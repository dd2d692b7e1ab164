//! `trace walkthrough`: how the perceptron learns from the four points that Part II works through by hand.

use std::io::{self, Write};

use anyhow::Result;
use clap::Args;
use learning::Perceptron;
use learning::dataset::walkthrough;
use learning::learner::perceptron::Weights;
use serde::Serialize;

use super::rectangles::{State, lost};
use super::{Experiment, Lesson, OutputArguments};

/// Options of `trace walkthrough`.
#[derive(Debug, Args)]
pub struct TraceWalkthrough {
    /// How and where the run is written.
    #[command(flatten)]
    pub output: OutputArguments,
}

impl TraceWalkthrough {
    /// Trains the perceptron and writes the run.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn run(self) -> Result<()> {
        let (learner, points) = (walkthrough::perceptron(), walkthrough::points());
        self.output.write(&Walkthrough, &learner, &points, &self.output.progress())
    }
}

/// The perceptron and the four points, as written.
struct Walkthrough;

#[derive(Serialize)]
struct Settings {
    learning_rate: f64,
    initial: State,
}

#[derive(Serialize)]
struct Step {
    x: [f64; 2],
    label: bool,
    score: f64,
    prediction: bool,
    error: f64,
    after: State,
}

impl Step {
    fn of(lesson: &Lesson<'_, Perceptron>) -> Self {
        let Lesson { sample, before, outcome, after, .. } = lesson;
        // Each of the points is a sample of one rectangle.
        let point = &sample.rectangles[0];
        Self {
            x: point.features(),
            label: sample.label,
            score: before.score(point),
            prediction: outcome.predictions[0],
            error: outcome.error,
            after: State { weights: after.weights },
        }
    }
}

impl Experiment for Walkthrough {
    type Learner = Perceptron;

    const NAME: &'static str = "walkthrough";
    const COLUMNS: &'static str = "x1,x2,label,score,prediction,error,w1,w2";

    fn settings(learner: &Perceptron) -> impl Serialize {
        Settings {
            learning_rate: learner.learning_rate.value(),
            initial: State { weights: learner.initial_weights },
        }
    }

    fn step(lesson: &Lesson<'_, Perceptron>) -> impl Serialize {
        Step::of(lesson)
    }

    fn row(lesson: &Lesson<'_, Perceptron>, out: &mut dyn Write) -> io::Result<()> {
        let Step { x: [x1, x2], label, score, prediction, error, after } = Step::of(lesson);
        let [w1, w2] = after.weights;
        write!(out, "{x1:?},{x2:?},{label},{score:?},{prediction},{error:?},{w1:?},{w2:?}")
    }

    fn lost(learner: &Perceptron, state: &Weights) -> Option<String> {
        lost(learner, state)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::super::tests::output_of;
    use content::files::Files;

    #[test]
    fn json_has_this_very_shape() {
        let start = concat!(
            r#"{"experiment":"walkthrough","dataset":"notebook","learning_rate":1.0,"#,
            r#""initial":{"weights":[-4.0,1.0]},"steps":["#,
            r#"{"x":[0.5,1.0],"label":true,"score":-1.0,"prediction":false,"error":-1.0,"#,
            r#""after":{"weights":[-3.5,2.0]}},"#
        );
        let text = output_of(&["walkthrough"], &Files::default()).unwrap();
        assert!(text.starts_with(start), "{text}");
        assert!(text.ends_with("}}]}\n"), "{text}");
    }
}
