//! `trace xor`: how the network learns XOR from rectangles.

use std::io::{self, Write};

use anyhow::{Result, bail};
use clap::Args;
use learning::dataset::xor::Spread;
use learning::{Grid, LearningRate, Mlp, Network, RectangleSample};
use serde::Serialize;

use super::{Experiment, Format, Lesson, OutputArguments, load, lost_weights};
use crate::cli::UsageError;
use crate::cli::rectangles::{ColumnsArguments, NetworkArguments, RuleArgument};
use crate::cli::source::DatasetArgument;
use crate::cli::values;
use content::files::Files;
use content::limits::REGION_POINTS;
use exhibit::experiment::source::{Source, Xor};

/// Options of `trace xor`.
#[derive(Debug, Args)]
pub struct TraceXor {
    /// The data: notebook, generated:SEED, or a CSV file with the columns width, height and label
    ///
    /// A file that is itself called notebook is meant by ./notebook.
    #[arg(long, value_name = "DATASET", default_value = "notebook")]
    pub dataset: DatasetArgument,
    /// How rectangles are read.
    #[command(flatten)]
    pub columns: ColumnsArguments,
    /// The standard deviation of the sides of generated data, above 0 and at most 1; 0.1 without it
    #[arg(long, value_name = "SD", value_parser = values::spread, allow_hyphen_values = true)]
    pub sd: Option<Spread>,
    /// How strongly an error moves the weights: a number from 1e-9 to 1e9
    #[arg(
        long,
        value_name = "R",
        default_value = "0.01",
        value_parser = values::learning_rate,
        allow_hyphen_values = true
    )]
    pub learning_rate: LearningRate,
    /// How the network learns.
    #[command(flatten)]
    pub network: NetworkArguments,
    /// Add to the JSON what the network predicts in the end at N times N points: 2 to 1000
    ///
    /// The points go from 0 to the greatest side of the data, in both directions. Each row is one
    /// width, and has a 0 or 1 for each height.
    #[arg(
        long,
        value_name = "N",
        value_parser = values::whole(REGION_POINTS),
        allow_hyphen_values = true
    )]
    pub region: Option<usize>,
    /// How and where the run is written.
    #[command(flatten)]
    pub output: OutputArguments,
}

impl TraceXor {
    /// Trains the network and writes the run.
    ///
    /// # Errors
    /// As of [`super::TraceArguments::run`]; or an option is given that does not fit the others.
    pub fn run(self, files: &Files) -> Result<()> {
        if self.region.is_some() && self.output.format == Format::Csv {
            bail!(UsageError(
                "--region: expected --format json, because a table of samples has no place for it"
                    .to_owned()
            ));
        }
        let progress = self.output.progress();
        let dataset = load(&self.dataset, |source| self.kind(source), files, &progress)?;
        let experiment = NetworkLearns { region: self.region };
        self.output.write(&experiment, &self.mlp(), &dataset, &progress)
    }

    /// How the rectangles of a source are made or read.
    ///
    /// # Errors
    /// An option belongs to sources of another kind.
    fn kind(&self, source: &Source) -> Result<Xor, UsageError> {
        let noisy = Xor::noisy(self.columns.of(source)?);
        match (self.sd, source) {
            (None, _) => Ok(noisy),
            (Some(spread), Source::Generated(_)) => Ok(Xor { spread, ..noisy }),
            (Some(_), _) => Err(UsageError(format!(
                "--sd: expected generated:SEED after --dataset, found {}",
                source.origin()
            ))),
        }
    }

    fn mlp(&self) -> Mlp {
        Mlp { learning_rate: self.learning_rate, ..self.network.mlp() }
    }
}

/// The network and its rectangles, as written.
struct NetworkLearns {
    /// Count of points along each side of the requested region.
    region: Option<usize>,
}

#[derive(Serialize)]
struct Settings<'a> {
    learning_rate: f64,
    rule: &'static str,
    initial: State<'a>,
}

/// The state of a network of two layers after the inputs; the last layer is one neuron.
#[derive(Serialize)]
struct State<'a> {
    /// A row for each input.
    hidden_weights: Vec<&'a [f64]>,
    hidden_biases: &'a [f64],
    output_weights: &'a [f64],
    output_bias: f64,
}

impl<'a> State<'a> {
    fn of(network: &'a Network) -> Self {
        let (hidden, output) = (network.layer(0), network.layer(1));
        Self {
            hidden_weights: hidden.weights.chunks(hidden.biases.len()).collect(),
            hidden_biases: hidden.biases,
            output_weights: output.weights,
            output_bias: output.biases[0],
        }
    }
}

#[derive(Serialize)]
struct Step<'a> {
    label: bool,
    outputs: Vec<f64>,
    predictions: Vec<bool>,
    after: State<'a>,
}

#[derive(Serialize)]
struct Ending {
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Vec<Vec<u8>>>,
}

impl Experiment for NetworkLearns {
    type Learner = Mlp;

    const NAME: &'static str = "xor";
    const COLUMNS: &'static str = "label,rectangles,wrong,loss,hidden_weight_11,hidden_weight_12,\
                                   hidden_weight_21,hidden_weight_22,hidden_bias_1,hidden_bias_2,\
                                   output_weight_1,output_weight_2,output_bias";

    fn settings(learner: &Mlp) -> impl Serialize {
        Settings {
            learning_rate: learner.learning_rate.value(),
            rule: RuleArgument(learner.rule).name(),
            initial: State::of(&learner.initial),
        }
    }

    fn step(lesson: &Lesson<'_, Mlp>) -> impl Serialize {
        let Lesson { sample, outcome, after, .. } = lesson;
        Step {
            label: sample.label,
            outputs: outcome.outputs().collect(),
            predictions: outcome.predictions().collect(),
            after: State::of(after),
        }
    }

    fn row(lesson: &Lesson<'_, Mlp>, out: &mut dyn Write) -> io::Result<()> {
        let Lesson { sample, outcome, after, .. } = lesson;
        let (rectangles, wrong) = (sample.rectangles.len(), outcome.wrong(sample.label));
        write!(out, "{},{rectangles},{wrong},{:?}", sample.label, outcome.loss())?;
        after.parameters().iter().try_for_each(|parameter| write!(out, ",{parameter:?}"))
    }

    fn ending(&self, samples: &[RectangleSample], end: &Network) -> impl Serialize {
        let region = |points| {
            let rectangles = samples.iter().flat_map(|sample| &sample.rectangles);
            let side = rectangles.flat_map(|rectangle| rectangle.features()).fold(0.0, f64::max);
            let classes = Grid { points, side }.classes(end);
            let rows = classes.chunks(points);
            rows.map(|row| row.iter().map(|&class| u8::from(class)).collect()).collect()
        };
        Ending { region: self.region.map(region) }
    }

    fn lost(learner: &Mlp, state: &Network) -> Option<String> {
        lost_weights(state.parameters().iter(), learner.learning_rate, " or shorter sides")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::super::TraceExperiment;
    use super::super::tests::{check_row_start, numbers_in, output_of, parse};
    use super::*;
    use learning::dataset::xor;
    use learning::learner::backpropagation::Rule;
    use learning::learner::mlp::Verdict;
    use learning::{Dataset, Trace};
    use serde_json::{Value, json};
    use std::fs;

    fn output(options: &[&str]) -> Result<String> {
        output_of(&[&["xor"], options].concat(), &Files::default())
    }

    fn recorded(
        learner: &Mlp,
        spread: Spread,
    ) -> (Dataset<RectangleSample>, Trace<Network, Verdict>) {
        let dataset = xor::generate(3, spread);
        let trace = Trace::record(learner, &dataset.samples);
        (dataset, trace)
    }

    #[test]
    fn the_defaults_are_the_notebooks() {
        let TraceExperiment::Xor(arguments) = parse(&["xor"]).unwrap() else {
            unreachable!("XOR was asked for");
        };
        assert_eq!(arguments.mlp(), Mlp::default());
        assert_eq!(arguments.dataset, DatasetArgument::Notebook);
        assert_eq!(arguments.columns.columns, None);
        assert_eq!((arguments.sd, arguments.region), (None, None));
        assert_eq!(arguments.output.format, Format::Json);
    }

    #[test]
    fn json_says_what_the_trace_says() {
        let options = ["--dataset", "generated:3", "--sd", "0.2", "--learning-rate", "0.5"];
        let text = output(&[&options[..], &["--rule", "gradient", "--region", "9"]].concat());
        let text = text.unwrap();
        let learning_rate = LearningRate::new(0.5).unwrap();
        let learner = Mlp { learning_rate, rule: Rule::Gradient, ..Mlp::default() };
        let (dataset, trace) = recorded(&learner, Spread::new(0.2).unwrap());

        let states = (0..=trace.len()).map(|sample| trace.before(sample));
        let biases = states.clone().flat_map(|network| network.layer(0).biases).copied();
        assert_eq!(numbers_in(&text, "\"hidden_biases\":"), biases.collect::<Vec<f64>>());
        let weights = states.clone().flat_map(|network| network.layer(1).weights).copied();
        assert_eq!(numbers_in(&text, "\"output_weights\":"), weights.collect::<Vec<f64>>());
        let bias = states.map(|network| network.layer(1).biases[0]);
        assert_eq!(numbers_in(&text, "\"output_bias\":"), bias.collect::<Vec<f64>>());
        let outputs = trace.outcomes().iter().flat_map(Verdict::outputs);
        assert_eq!(numbers_in(&text, "\"outputs\":"), outputs.collect::<Vec<f64>>());

        let document: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(document["rule"], json!("gradient"));
        let steps = document["steps"].as_array().unwrap();
        assert_eq!(steps.len(), trace.len());
        for (index, (step, sample)) in steps.iter().zip(&dataset.samples).enumerate() {
            let verdict = trace.outcome(index).unwrap();
            assert_eq!(step["label"], json!(sample.label));
            assert_eq!(step["predictions"], json!(verdict.predictions().collect::<Vec<_>>()));
        }
        let rectangles = dataset.samples.iter().flat_map(|sample| &sample.rectangles);
        let side = rectangles.flat_map(|rectangle| rectangle.features()).fold(0.0, f64::max);
        let (end, grid) = (trace.before(trace.len()), Grid { points: 9, side });
        let cell =
            |row, column| u8::from(end.predict(&[row, column].map(|index| grid.coordinate(index))));
        let row = |row| (0..9).map(|column| cell(row, column)).collect();
        assert_eq!(document["region"], json!((0..9).map(row).collect::<Vec<Vec<u8>>>()));
    }

    #[test]
    fn json_has_this_very_shape() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mine.csv");
        fs::write(&file, "side,other,kind\n9,0.5,odd\n8,9,even\n").unwrap();
        let file = file.to_str().unwrap();
        let text = output(&["--dataset", file, "--columns", "side,other,kind", "--region", "2"]);
        let expected = format!(
            concat!(
                r#"{{"experiment":"xor","dataset":{:?},"learning_rate":0.01,"rule":"notebook","#,
                r#""initial":{{"hidden_weights":[[6.0,3.0],[6.0,3.0]],"hidden_biases":[-7.0,-6.0],"#,
                r#""output_weights":[7.0,-7.0],"output_bias":-3.0}},"steps":["#,
                r#"{{"label":true,"outputs":["#
            ),
            file
        );
        let text = text.unwrap();
        assert!(text.starts_with(&expected), "{text}");
        assert!(text.ends_with("}}],\"region\":[[0,0],[0,0]]}\n"), "{text}");
    }

    #[test]
    fn csv_has_one_row_per_sample_that_reads_back_exactly() {
        let options = ["--dataset", "generated:3", "--format", "csv"];
        let text = output(&options).unwrap();
        let (dataset, trace) = recorded(&Mlp::default(), Spread::NOISY);
        let mut lines = text.lines();
        let header = lines.next().unwrap();
        assert!(header.starts_with("sample,label,rectangles,wrong,loss,hidden_weight_11,"));
        assert_eq!(header.split(',').count(), 5 + 9);
        for (index, sample) in dataset.samples.iter().enumerate() {
            let verdict = trace.outcome(index).unwrap();
            let fields: Vec<&str> = lines.next().unwrap().split(',').collect();
            check_row_start(&fields, index, sample, verdict.wrong(sample.label));
            assert_eq!(fields[4].parse(), Ok(verdict.loss()));
            let parameters: Vec<f64> =
                fields[5..].iter().map(|field| field.parse().unwrap()).collect();
            assert_eq!(parameters, trace.after(index).parameters());
        }
        assert_eq!(lines.next(), None);
    }

    #[test]
    fn options_that_do_not_fit_together_are_refused() {
        for (options, expected) in [
            (
                ["--sd", "0.1", "--every", "1"],
                "--sd: expected generated:SEED after --dataset, found",
            ),
            (["--columns", "a,b,c", "--every", "1"], "--columns: expected a CSV file after"),
            (["--region", "9", "--format", "csv"], "--region: expected --format json, because"),
        ] {
            let error = output(&options).unwrap_err();
            assert!(error.is::<UsageError>(), "{error}");
            assert!(error.to_string().starts_with(expected), "{error}");
        }
    }

    #[test]
    fn with_the_greatest_rate_every_number_is_finite() {
        for rule in ["notebook", "gradient"] {
            let text = output(&["--rule", rule, "--learning-rate", "1e9"]).unwrap();
            assert!(!text.contains("null") && !text.contains("inf"), "{rule}: {text}");
        }
    }
}
