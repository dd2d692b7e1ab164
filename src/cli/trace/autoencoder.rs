//! `trace autoencoder`: how the autoencoder learns to rebuild four patterns.

use std::io::{self, Write};

use anyhow::Result;
use clap::Args;
use learning::learner::autoencoder::{Epoch, PATTERNS};
use learning::{Autoencoder, Learner, LearningRate};
use serde::Serialize;

use super::{Experiment, Lesson, OutputArguments, lost_weights};
use crate::cli::source::parse_seed;
use crate::cli::values;
use content::limits::EPOCHS;

/// Options of `trace autoencoder`.
#[derive(Debug, Args)]
pub struct TraceAutoencoder {
    /// Where the random numbers of the initial weights start: any whole number from 0
    #[arg(
        long,
        value_name = "N",
        default_value = "0",
        value_parser = parse_seed,
        allow_hyphen_values = true
    )]
    pub seed: u64,
    /// Count of recorded epochs, of 5 steps each: 1 to 100000
    #[arg(
        long,
        value_name = "N",
        default_value = "400",
        value_parser = values::whole(EPOCHS),
        allow_hyphen_values = true
    )]
    pub epochs: usize,
    /// How long each step down the gradient is: a number from 1e-9 to 1e9
    #[arg(
        long,
        value_name = "R",
        default_value = "1",
        value_parser = values::learning_rate,
        allow_hyphen_values = true
    )]
    pub learning_rate: LearningRate,
    /// How and where the run is written.
    #[command(flatten)]
    pub output: OutputArguments,
}

impl TraceAutoencoder {
    /// Trains the autoencoder and writes the run.
    ///
    /// # Errors
    /// A learned number leaves its range, or the output cannot be written.
    pub fn run(self) -> Result<()> {
        let learner = self.autoencoder();
        let (epochs, progress) = (vec![PATTERNS; self.epochs], self.output.progress());
        self.output.write_samples(&AutoencoderLearns, &learner, None, &epochs, &progress)
    }

    fn autoencoder(&self) -> Autoencoder {
        let Self { seed, epochs, learning_rate, .. } = *self;
        Autoencoder { learning_rate, seed, epochs }
    }
}

/// The autoencoder and its patterns, as written.
struct AutoencoderLearns;

#[derive(Serialize)]
struct Settings {
    seed: u64,
    epochs: usize,
    learning_rate: f64,
    initial: State,
}

/// An autoencoder's code and output for each pattern.
#[derive(Serialize)]
struct State {
    loss: f64,
    codes: [[f64; 2]; 4],
    outputs: [[f64; 4]; 4],
}

impl State {
    fn of(epoch: &Epoch) -> Self {
        let Epoch { loss, codes, outputs, .. } = *epoch;
        Self { loss, codes, outputs }
    }
}

#[derive(Serialize)]
struct Step {
    epoch: usize,
    #[serde(flatten)]
    after: State,
}

impl Experiment for AutoencoderLearns {
    type Learner = Autoencoder;

    const NAME: &'static str = "autoencoder";
    const COUNTED: &'static str = "epoch";
    const COLUMNS: &'static str = "loss,code_11,code_12,code_21,code_22,code_31,code_32,code_41,\
                                   code_42,output_11,output_12,output_13,output_14,output_21,\
                                   output_22,output_23,output_24,output_31,output_32,output_33,\
                                   output_34,output_41,output_42,output_43,output_44";

    fn settings(learner: &Autoencoder) -> impl Serialize {
        Settings {
            seed: learner.seed,
            epochs: learner.epochs,
            learning_rate: learner.learning_rate.value(),
            initial: State::of(&learner.initial()),
        }
    }

    fn step(lesson: &Lesson<'_, Autoencoder>) -> impl Serialize {
        Step { epoch: lesson.number, after: State::of(lesson.after) }
    }

    fn row(lesson: &Lesson<'_, Autoencoder>, out: &mut dyn Write) -> io::Result<()> {
        let State { loss, codes, outputs } = State::of(lesson.after);
        write!(out, "{loss:?}")?;
        let mut numbers = codes.as_flattened().iter().chain(outputs.as_flattened());
        numbers.try_for_each(|number| write!(out, ",{number:?}"))
    }

    fn lost(learner: &Autoencoder, state: &Epoch) -> Option<String> {
        let numbers = state.network.parameters().iter().chain([&state.loss]);
        lost_weights(numbers, learner.learning_rate, "")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::super::tests::{numbers_in, output_of, parse};
    use super::super::{Format, TraceExperiment};
    use super::*;
    use content::files::Files;
    use serde_json::Value;

    fn output(options: &[&str]) -> Result<String> {
        output_of(&[&["autoencoder"], options].concat(), &Files::default())
    }

    #[test]
    fn the_defaults_are_the_exhibits() {
        let TraceExperiment::Autoencoder(arguments) = parse(&["autoencoder"]).unwrap() else {
            unreachable!("the autoencoder was asked for");
        };
        assert_eq!(arguments.autoencoder(), Autoencoder::default());
        assert_eq!(arguments.output.format, Format::Json);
    }

    #[test]
    fn json_says_what_the_trace_says() {
        let options = ["--seed", "7", "--epochs", "30", "--learning-rate", "2.5"];
        let text = output(&options).unwrap();
        let learning_rate = LearningRate::new(2.5).unwrap();
        let trace = Autoencoder { learning_rate, seed: 7, epochs: 30 }.record();
        let start = concat!(
            r#"{"experiment":"autoencoder","seed":7,"epochs":30,"learning_rate":2.5,"#,
            r#""initial":{"loss":"#
        );
        assert!(text.starts_with(start), "{text}");
        assert!(text.contains(r#"]]},"steps":[{"epoch":1,"loss":"#), "{text}");
        assert!(text.ends_with("]]}]}\n"), "{text}");

        let states = (0..=trace.len()).map(|epoch| trace.before(epoch));
        let losses: Vec<f64> = states.clone().map(|state| state.loss).collect();
        assert_eq!(numbers_in(&text.replace(",\"codes\"", "}"), "\"loss\":"), losses);
        let lists = |key: &str| {
            let text = text.replace("],[", ",").replace("]]", "]").replace("[[", "[");
            numbers_in(&text, key)
        };
        let codes = states.clone().flat_map(|state| state.codes.as_flattened()).copied();
        assert_eq!(lists("\"codes\":"), codes.collect::<Vec<f64>>());
        let outputs = states.flat_map(|state| state.outputs.as_flattened()).copied();
        assert_eq!(lists("\"outputs\":"), outputs.collect::<Vec<f64>>());

        let document: Value = serde_json::from_str(&text).unwrap();
        for (index, step) in document["steps"].as_array().unwrap().iter().enumerate() {
            assert_eq!(step["epoch"], index + 1);
            for (key, length) in [("codes", 2), ("outputs", 4)] {
                let lists = step[key].as_array().unwrap();
                assert_eq!(lists.len(), 4);
                assert!(lists.iter().all(|list| list.as_array().unwrap().len() == length));
            }
        }
    }

    #[test]
    fn csv_has_one_row_per_epoch_that_reads_back_exactly() {
        let text = output(&["--format", "csv", "--epochs", "50", "--every", "20"]).unwrap();
        let trace = Autoencoder { epochs: 50, ..Autoencoder::default() }.record();
        let mut lines = text.lines();
        let header = lines.next().unwrap();
        assert!(header.starts_with("epoch,loss,code_11,code_12,"), "{header}");
        for epoch in [20, 40, 50] {
            let fields: Vec<&str> = lines.next().unwrap().split(',').collect();
            assert_eq!(fields.len(), header.split(',').count());
            assert_eq!(fields[0], epoch.to_string());
            let Epoch { loss, codes, outputs, .. } = trace.before(epoch);
            let expected = [&[*loss], codes.as_flattened(), outputs.as_flattened()].concat();
            let found: Vec<f64> = fields[1..].iter().map(|field| field.parse().unwrap()).collect();
            assert_eq!(found, expected);
        }
        assert_eq!(lines.next(), None);
    }

    #[test]
    fn with_the_greatest_rate_every_number_is_finite() {
        let text = output(&["--learning-rate", "1e9", "--epochs", "50"]).unwrap();
        assert!(!text.contains("null") && !text.contains("inf"), "{text}");
    }
}
