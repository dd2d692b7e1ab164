//! `trace rectangles`: how the perceptron learns from rectangles.

use std::io::{self, Write};

use anyhow::Result;
use clap::Args;
use learning::learner::perceptron::Weights;
use learning::{LearningRate, Perceptron};
use serde::Serialize;

use super::{Experiment, Lesson, OutputArguments, load, lost_weights};
use crate::cli::rectangles::{ColumnsArguments, PerceptronArguments};
use crate::cli::source::DatasetArgument;
use crate::cli::values;
use content::files::Files;
use exhibit::experiment::rectangles::PerceptronChoice;
use exhibit::experiment::source::Rectangles;

/// Options of `trace rectangles`.
#[derive(Debug, Args)]
pub struct TraceRectangles {
    /// The data: notebook, generated:SEED, or a CSV file with the columns width, height and label
    ///
    /// A file that is itself called notebook is meant by ./notebook.
    #[arg(long, value_name = "DATASET", default_value = "notebook")]
    pub dataset: DatasetArgument,
    /// How strongly an error moves the weights: a number from 1e-9 to 1e9
    #[arg(
        long,
        value_name = "R",
        default_value = "1",
        value_parser = values::learning_rate,
        allow_hyphen_values = true
    )]
    pub learning_rate: LearningRate,
    /// How rectangles are read.
    #[command(flatten)]
    pub columns: ColumnsArguments,
    /// How the perceptron learns.
    #[command(flatten)]
    pub perceptron: PerceptronArguments,
    /// How and where the run is written.
    #[command(flatten)]
    pub output: OutputArguments,
}

impl TraceRectangles {
    /// Trains the perceptron and writes the run.
    ///
    /// # Errors
    /// As of [`super::TraceArguments::run`]; or columns are given without a file.
    pub fn run(self, files: &Files) -> Result<()> {
        let progress = self.output.progress();
        let dataset = load(
            &self.dataset,
            |source| self.columns.of(source).map(|columns| Rectangles { columns }),
            files,
            &progress,
        )?;
        let learner = self.choice().perceptron(&dataset.origin);
        self.output.write(&PerceptronLearns, &learner, &dataset, &progress)
    }

    fn choice(&self) -> PerceptronChoice {
        PerceptronChoice { learning_rate: self.learning_rate, ..self.perceptron.choice() }
    }
}

/// The perceptron and its rectangles, as written.
struct PerceptronLearns;

#[derive(Serialize)]
struct Settings {
    learning_rate: f64,
    use_datapoints: bool,
    initial: State,
}

/// The state of a perceptron.
#[derive(Serialize)]
pub(super) struct State {
    pub(super) weights: [f64; 2],
}

#[derive(Serialize)]
struct Step<'a> {
    label: bool,
    predictions: &'a [bool],
    error: f64,
    after: State,
}

impl Experiment for PerceptronLearns {
    type Learner = Perceptron;

    const NAME: &'static str = "rectangles";
    const COLUMNS: &'static str = "label,rectangles,wrong,error,w1,w2";

    fn settings(learner: &Perceptron) -> impl Serialize {
        Settings {
            learning_rate: learner.learning_rate.value(),
            use_datapoints: learner.use_datapoints,
            initial: State { weights: learner.initial_weights },
        }
    }

    fn step(lesson: &Lesson<'_, Perceptron>) -> impl Serialize {
        let Lesson { sample, outcome, after, .. } = lesson;
        Step {
            label: sample.label,
            predictions: &outcome.predictions,
            error: outcome.error,
            after: State { weights: after.weights },
        }
    }

    fn row(lesson: &Lesson<'_, Perceptron>, out: &mut dyn Write) -> io::Result<()> {
        let Lesson { sample, outcome, after, .. } = lesson;
        let (rectangles, wrong) = (sample.rectangles.len(), outcome.wrong(sample.label));
        let [w1, w2] = after.weights;
        write!(out, "{},{rectangles},{wrong},{:?},{w1:?},{w2:?}", sample.label, outcome.error)
    }

    fn lost(learner: &Perceptron, state: &Weights) -> Option<String> {
        lost(learner, state)
    }
}

/// The error if a perceptron's weights have left the range of numbers.
pub(super) fn lost(learner: &Perceptron, state: &Weights) -> Option<String> {
    let or = ", shorter sides, or initial weights nearer to 0";
    lost_weights(state.weights.iter(), learner.learning_rate, or)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::super::tests::{check_row_start, numbers_in, output_of, parse};
    use super::super::{Format, TraceExperiment};
    use super::*;
    use learning::dataset::rectangles;
    use learning::{Origin, Trace};
    use std::fs;

    fn output(options: &[&str]) -> Result<String> {
        output_of(&[&["rectangles"], options].concat(), &Files::default())
    }

    #[test]
    fn the_defaults_are_the_notebooks() {
        let TraceExperiment::Rectangles(arguments) = parse(&["rectangles"]).unwrap() else {
            unreachable!("rectangles were asked for");
        };
        assert_eq!(arguments.choice(), PerceptronChoice::default());
        assert_eq!(arguments.dataset, DatasetArgument::Notebook);
        assert_eq!(arguments.columns.columns, None);
        assert_eq!(arguments.output.format, Format::Json);
    }

    #[test]
    fn each_of_the_notebooks_runs_sets_out_from_its_own_weights() {
        for use_datapoints in [true, false] {
            for rate in learning::learner::perceptron::LEARNING_RATES {
                let (rate, of_updates) = (rate.to_string(), use_datapoints.to_string());
                let text =
                    output(&["--learning-rate", &rate, "--use-datapoints", &of_updates]).unwrap();
                let learning_rate = LearningRate::new(rate.parse().unwrap()).unwrap();
                let learner = Perceptron::notebook(learning_rate, use_datapoints).unwrap();
                assert_eq!(numbers_in(&text, "\"weights\":")[..2], learner.initial_weights);
                assert!(text.contains(&format!(r#""use_datapoints":{use_datapoints},"#)));
            }
        }
    }

    #[test]
    fn both_formats_say_what_the_trace_says() {
        let dataset = rectangles::generate(3);
        let options = ["--dataset", "generated:3", "--learning-rate", "0.7"];
        let learning_rate = LearningRate::new(0.7).unwrap();
        let learner = PerceptronChoice { learning_rate, ..PerceptronChoice::default() }
            .perceptron(&Origin::Generated(3));
        let trace = Trace::record(&learner, &dataset.samples);

        let json = output(&options).unwrap();
        let expected: Vec<f64> =
            (0..=trace.len()).flat_map(|sample| trace.before(sample).weights).collect();
        assert_eq!(numbers_in(&json, "\"weights\":"), expected);
        let expected: Vec<f64> = trace.outcomes().iter().map(|verdict| verdict.error).collect();
        assert_eq!(numbers_in(&json.replace(",\"after\"", "}"), "\"error\":"), expected);

        let csv = output(&[&options[..], &["--format", "csv"]].concat()).unwrap();
        let mut lines = csv.lines();
        assert_eq!(lines.next(), Some("sample,label,rectangles,wrong,error,w1,w2"));
        for (index, sample) in dataset.samples.iter().enumerate() {
            let verdict = trace.outcome(index).unwrap();
            let fields: Vec<&str> = lines.next().unwrap().split(',').collect();
            check_row_start(&fields, index, sample, verdict.wrong(sample.label));
            assert_eq!(fields[4].parse(), Ok(verdict.error));
            let weights: [f64; 2] = [fields[5], fields[6]].map(|field| field.parse().unwrap());
            assert_eq!(weights, trace.after(index).weights);
        }
        assert_eq!(lines.next(), None);
    }

    #[test]
    fn json_has_this_very_shape() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mine.csv");
        fs::write(&file, "sample,width,height,label\n1,2,1,false\n1,1,2,false\n2,1,3,true\n")
            .unwrap();
        let file = file.to_str().unwrap();
        let options = ["--dataset", file, "--initial-weights=-1,1", "--learning-rate", "0.5"];
        let expected = format!(
            concat!(
                r#"{{"experiment":"rectangles","dataset":{:?},"learning_rate":0.5,"#,
                r#""use_datapoints":true,"initial":{{"weights":[-1.0,1.0]}},"steps":["#,
                r#"{{"label":false,"predictions":[false,true],"error":0.5,"#,
                r#""after":{{"weights":[-1.375,0.625]}}}},"#,
                r#"{{"label":true,"predictions":[true],"error":0.0,"#,
                r#""after":{{"weights":[-1.375,0.625]}}}}]}}"#,
                "\n"
            ),
            file
        );
        assert_eq!(output(&options).unwrap(), expected);
    }

    #[test]
    fn weights_that_leave_the_range_of_numbers_are_an_error() {
        let learner = Perceptron {
            learning_rate: LearningRate::new(0.1).unwrap(),
            use_datapoints: true,
            initial_weights: [0.0; 2],
        };
        let lost = lost(&learner, &Weights { weights: [1.0, f64::NEG_INFINITY] });
        assert!(lost.unwrap().starts_with("the weights are too large for numbers; expected"));
        let text = output(&["--initial-weights=1e9,1e9", "--learning-rate", "1e9"]).unwrap();
        assert!(!text.contains("null") && !text.contains("inf"), "{text}");
    }

    #[test]
    fn columns_are_those_of_a_file() {
        for dataset in ["notebook", "generated:1"] {
            let error = output(&["--dataset", dataset, "--columns", "a,b,c"]).unwrap_err();
            let expected =
                format!("--columns: expected a CSV file after --dataset, found {dataset}");
            assert_eq!(error.to_string(), expected);
        }
    }
}
