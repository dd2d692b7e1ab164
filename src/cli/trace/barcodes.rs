//! `trace barcodes`: how the threshold learns from barcodes.

use std::io::{self, Write};

use anyhow::Result;
use clap::Args;
use learning::learner::threshold::Boundary;
use learning::{LearningRate, Threshold};
use serde::Serialize;

use super::{Experiment, Lesson, OutputArguments, load};
use crate::cli::source::DatasetArgument;
use crate::cli::values;
use content::files::Files;
use exhibit::experiment::source::Barcodes;

/// Options of `trace barcodes`.
#[derive(Debug, Args)]
pub struct TraceBarcodes {
    /// The data: notebook, generated:SEED, or a CSV file with the columns code and label
    ///
    /// A file that is itself called notebook is meant by ./notebook.
    #[arg(long, value_name = "DATASET", default_value = "notebook")]
    pub dataset: DatasetArgument,
    /// How strongly an error moves the boundary: a number from 1e-9 to 1e9
    #[arg(
        long,
        value_name = "R",
        default_value = "0.3",
        value_parser = values::learning_rate,
        allow_hyphen_values = true
    )]
    pub learning_rate: LearningRate,
    /// The boundary before the first sample, in bars: any number, also below 0
    #[arg(
        long,
        value_name = "B",
        default_value = "30",
        value_parser = values::finite,
        allow_hyphen_values = true
    )]
    pub initial_boundary: f64,
    /// How and where the run is written.
    #[command(flatten)]
    pub output: OutputArguments,
}

impl TraceBarcodes {
    /// Trains the threshold and writes the run.
    ///
    /// # Errors
    /// As of [`super::TraceArguments::run`].
    pub fn run(self, files: &Files) -> Result<()> {
        let progress = self.output.progress();
        let dataset = load(&self.dataset, |_| Ok(Barcodes), files, &progress)?;
        let Self { learning_rate, initial_boundary, .. } = self;
        let learner = Threshold { learning_rate, initial_boundary };
        self.output.write(&ThresholdLearns, &learner, &dataset, &progress)
    }
}

/// The threshold and its barcodes, as written.
struct ThresholdLearns;

#[derive(Serialize)]
struct Settings {
    learning_rate: f64,
    initial: State,
}

#[derive(Serialize)]
struct State {
    boundary: f64,
}

#[derive(Serialize)]
struct Step {
    bars: u32,
    label: bool,
    prediction: bool,
    error: f64,
    after: State,
}

impl Experiment for ThresholdLearns {
    type Learner = Threshold;

    const NAME: &'static str = "barcodes";
    const COLUMNS: &'static str = "bars,label,prediction,error,boundary";

    fn settings(learner: &Threshold) -> impl Serialize {
        Settings {
            learning_rate: learner.learning_rate.value(),
            initial: State { boundary: learner.initial_boundary },
        }
    }

    fn step(lesson: &Lesson<'_, Threshold>) -> impl Serialize {
        let Lesson { sample, outcome, after, .. } = lesson;
        Step {
            bars: sample.bars,
            label: sample.label,
            prediction: outcome.prediction,
            error: outcome.error,
            after: State { boundary: after.boundary },
        }
    }

    fn row(lesson: &Lesson<'_, Threshold>, out: &mut dyn Write) -> io::Result<()> {
        let Lesson { sample, outcome, after, .. } = lesson;
        write!(
            out,
            "{},{},{},{:?},{:?}",
            sample.bars, sample.label, outcome.prediction, outcome.error, after.boundary
        )
    }

    fn lost(learner: &Threshold, state: &Boundary) -> Option<String> {
        (!state.boundary.is_finite()).then(|| {
            format!(
                "the boundary is too large for a number; expected a learning rate below {:?} or an \
                 initial boundary nearer to 0 than {:?}",
                learner.learning_rate.value(),
                learner.initial_boundary
            )
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::super::tests::{numbers_in, output_of, parse};
    use super::super::{Format, TraceExperiment};
    use super::*;
    use content::files::BARCODES;
    use learning::learner::threshold::Verdict;
    use learning::{Barcode, Dataset, Trace};
    use serde_json::{Value, json};

    const NOTEBOOK: &str = "code,label\n10101,true\n1,false\n101,true\n11011,false\n1010101,true\n";

    fn notebook() -> Files {
        Files::with_overrides([(BARCODES.to_owned(), NOTEBOOK.into())].into())
    }

    fn output(options: &[&str]) -> String {
        output_of(&[&["barcodes"], options].concat(), &notebook()).unwrap()
    }

    fn trace_of(learner: &Threshold) -> (Dataset<Barcode>, Trace<Boundary, Verdict>) {
        let dataset = exhibit::experiment::notebook::barcodes(&notebook()).unwrap();
        let trace = Trace::record(learner, &dataset.samples);
        (dataset, trace)
    }

    #[test]
    fn the_defaults_are_the_notebooks() {
        let TraceExperiment::Barcodes(arguments) = parse(&["barcodes"]).unwrap() else {
            unreachable!("barcodes were asked for");
        };
        let TraceBarcodes { dataset, learning_rate, initial_boundary, output } = arguments;
        assert_eq!(dataset, DatasetArgument::Notebook);
        assert_eq!(Threshold { learning_rate, initial_boundary }, Threshold::default());
        assert_eq!((output.format, output.every.get()), (Format::Json, 1));
        assert_eq!(output.out, None);
    }

    #[test]
    fn json_says_what_the_trace_says() {
        let text = output(&["--learning-rate", "0.7"]);
        let learning_rate = LearningRate::new(0.7).unwrap();
        let (dataset, trace) = trace_of(&Threshold { learning_rate, ..Threshold::default() });
        let document: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(document["experiment"], json!("barcodes"));
        assert_eq!(document["dataset"], json!("notebook"));
        assert_eq!(document["learning_rate"], json!(0.7));
        assert_eq!(document["initial"], json!({"boundary": 30.0}));
        let steps = document["steps"].as_array().unwrap();
        assert_eq!(steps.len(), trace.len());
        for (index, step) in steps.iter().enumerate() {
            let (barcode, verdict) = (dataset.samples[index], trace.outcome(index).unwrap());
            assert_eq!(step["bars"], json!(barcode.bars));
            assert_eq!(step["label"], json!(barcode.label));
            assert_eq!(step["prediction"], json!(verdict.prediction));
            assert_eq!(step["error"], json!(verdict.error));
        }
        let expected: Vec<f64> =
            (0..=trace.len()).map(|sample| trace.before(sample).boundary).collect();
        assert_eq!(numbers_in(&text, "\"boundary\":"), expected);
    }

    #[test]
    fn json_has_this_very_shape() {
        let start = concat!(
            r#"{"experiment":"barcodes","dataset":"notebook","learning_rate":0.5,"#,
            r#""initial":{"boundary":-5.0},"steps":[{"bars":3,"label":true,"prediction":true,"#,
            r#""error":0.0,"after":{"boundary":-5.0}},{"bars":1,"label":false,"prediction":true,"#,
            r#""error":1.0,"after":{"boundary":-4.5}},"#
        );
        let text = output(&["--learning-rate", "0.5", "--initial-boundary", "-5"]);
        assert!(text.starts_with(start), "{text}");
        assert!(text.ends_with("}}]}\n"), "{text}");
        assert_eq!(text.lines().count(), 1);
    }

    #[test]
    fn csv_has_one_row_per_sample_that_reads_back_exactly() {
        let text = output(&["--format", "csv"]);
        let (dataset, trace) = trace_of(&Threshold::default());
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some("sample,bars,label,prediction,error,boundary"));
        for (index, barcode) in dataset.samples.iter().enumerate() {
            let verdict = trace.outcome(index).unwrap();
            let fields: Vec<&str> = lines.next().unwrap().split(',').collect();
            assert_eq!(fields[0], (index + 1).to_string());
            assert_eq!(fields[1], barcode.bars.to_string());
            assert_eq!(fields[2], barcode.label.to_string());
            assert_eq!(fields[3], verdict.prediction.to_string());
            assert_eq!(fields[4].parse(), Ok(verdict.error));
            assert_eq!(fields[5].parse(), Ok(trace.after(index).boundary));
        }
        assert_eq!(lines.next(), None);
        assert!(output(&["--format", "csv", "--initial-boundary", "0"]).contains(",0.0\n"));
    }

    #[test]
    fn a_boundary_that_leaves_the_range_of_numbers_is_an_error() {
        let lost =
            ThresholdLearns::lost(&Threshold::default(), &Boundary { boundary: f64::INFINITY });
        assert!(lost.unwrap().starts_with("the boundary is too large for a number; expected"));
        let greatest = ["barcodes", "--learning-rate", "1e9", "--initial-boundary", "1e9"];
        let text = output_of(&greatest, &notebook()).unwrap();
        assert!(!text.contains("null") && !text.contains("inf"), "{text}");
    }
}
