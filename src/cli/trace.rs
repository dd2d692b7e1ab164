//! `learning-machine trace`: a training run, sample by sample, for other programs to read.

use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, Subcommand, ValueEnum};
use learning::learner::threshold::{Boundary, Verdict};
use learning::{Barcode, Dataset, LearningRate, Threshold, Trace};
use serde::{Serialize, Serializer};

use super::output;
use super::progress::Progress;
use super::source::{DatasetArgument, load};

/// Train a machine and write the run, sample by sample, as JSON or CSV
#[derive(Debug, Args)]
pub struct TraceArguments {
    /// The experiment whose training run is wanted
    #[command(subcommand)]
    pub experiment: TraceExperiment,
}

/// The experiments whose training runs can be written.
#[derive(Debug, Subcommand)]
pub enum TraceExperiment {
    /// Train the machine of Part I, which counts the bars of a barcode
    ///
    /// The machine knows one number, its boundary. It predicts true for a barcode with more bars
    /// than that, and each error moves the boundary. For each sample the output has the count of
    /// bars, the true label, the prediction, the error (-1, 0 or 1) and the boundary afterwards.
    Barcodes(TraceBarcodes),
}

/// Options of `trace barcodes`.
#[derive(Debug, Args)]
pub struct TraceBarcodes {
    /// The data: notebook, generated:SEED, or a CSV file with the columns code and label
    ///
    /// A file that is itself called notebook is meant by ./notebook.
    #[arg(long, value_name = "DATASET", default_value = "notebook")]
    pub dataset: DatasetArgument,
    /// How strongly an error moves the boundary: a number above 0
    #[arg(
        long,
        value_name = "R",
        default_value = "0.3",
        value_parser = parse_learning_rate,
        allow_hyphen_values = true
    )]
    pub learning_rate: LearningRate,
    /// The boundary before the first sample, in bars: any number, also below 0
    #[arg(
        long,
        value_name = "B",
        default_value = "30",
        value_parser = parse_boundary,
        allow_hyphen_values = true
    )]
    pub initial_boundary: f64,
    /// How to write the run
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,
    /// Write only every Nth sample (number N, 2N, 3N and so on) and the last; all are learned from
    #[arg(
        long,
        value_name = "N",
        default_value = "1",
        value_parser = parse_every,
        allow_hyphen_values = true
    )]
    pub every: NonZeroUsize,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// How a training run is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON object: the settings, the initial state and a list of steps
    Json,
    /// A table with a header, one row per sample; samples are counted from 1
    Csv,
}

fn parse_learning_rate(text: &str) -> Result<LearningRate, String> {
    let number = text.parse().map_err(|_| {
        format!("expected a learning rate above 0 and finite, such as 0.3, found {text:?}")
    })?;
    LearningRate::new(number).map_err(|error| error.to_string())
}

fn parse_boundary(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| format!("expected a finite number, such as 30 or -5, found {text:?}"))
}

fn parse_every(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| format!("expected a whole number of 1 or more, found {text:?}"))
}

impl TraceArguments {
    /// Trains on the data and writes the run; `notebook_csv` is the notebook's recorded data.
    ///
    /// # Errors
    /// The data cannot be loaded, the boundary leaves the range of numbers, or the output cannot
    /// be written.
    pub fn run(self, notebook_csv: &[u8]) -> Result<()> {
        match self.experiment {
            TraceExperiment::Barcodes(arguments) => arguments.run(notebook_csv),
        }
    }
}

impl TraceBarcodes {
    fn run(self, notebook_csv: &[u8]) -> Result<()> {
        let progress = Progress::beside(self.out.as_deref());
        if let DatasetArgument::File(path) = &self.dataset {
            progress.show(&format!("reading {}", path.display()));
        }
        let dataset = load(&self.dataset, notebook_csv)?;
        let learner = Threshold {
            learning_rate: self.learning_rate,
            initial_boundary: self.initial_boundary,
        };
        let run = BarcodesRun::record(learner, &dataset)?;
        let steps = Steps { run: &run, every: self.every, progress: &progress };
        output::write(self.out.as_deref(), |out| match self.format {
            Format::Json => write_json(&steps, out),
            Format::Csv => write_csv(&steps, out),
        })
    }
}

struct BarcodesRun<'a> {
    learner: Threshold,
    dataset: &'a Dataset<Barcode>,
    trace: Trace<Boundary, Verdict>,
}

impl<'a> BarcodesRun<'a> {
    fn record(learner: Threshold, dataset: &'a Dataset<Barcode>) -> Result<Self> {
        let trace = Trace::record(&learner, &dataset.samples);
        let is_lost = |&sample: &usize| !trace.after(sample).boundary.is_finite();
        // Neither format can say infinity.
        if let Some(sample) = (0..trace.len()).find(is_lost) {
            bail!(
                "after sample {} the boundary is too large for a number; expected a learning rate \
                 below {:?} or an initial boundary nearer to 0 than {:?}",
                sample + 1,
                learner.learning_rate.value(),
                learner.initial_boundary
            );
        }
        Ok(Self { learner, dataset, trace })
    }
}

#[derive(Serialize)]
struct State {
    boundary: f64,
}

#[derive(Serialize)]
struct Step {
    /// Counted from 1; in JSON the place in the list tells it.
    #[serde(skip)]
    sample: usize,
    bars: u32,
    label: bool,
    prediction: bool,
    error: f64,
    after: State,
}

/// The steps to write, made one by one: a list of all as JSON values would fill the memory.
struct Steps<'a> {
    run: &'a BarcodesRun<'a>,
    every: NonZeroUsize,
    progress: &'a Progress,
}

impl Steps<'_> {
    fn iter(&self) -> impl Iterator<Item = Step> {
        let Self { run: BarcodesRun { dataset, trace, .. }, every, progress } = self;
        let last = trace.len();
        dataset.samples.iter().zip(trace.outcomes()).enumerate().filter_map(
            move |(index, (barcode, verdict))| {
                progress.sample(index, last);
                let sample = index + 1;
                (sample.is_multiple_of(every.get()) || sample == last).then(|| Step {
                    sample,
                    bars: barcode.bars,
                    label: barcode.label,
                    prediction: verdict.prediction,
                    error: verdict.error,
                    after: State { boundary: trace.after(index).boundary },
                })
            },
        )
    }
}

impl Serialize for Steps<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[derive(Serialize)]
struct Document<'a> {
    experiment: &'static str,
    dataset: String,
    learning_rate: f64,
    initial: State,
    steps: &'a Steps<'a>,
}

fn write_json(steps: &Steps<'_>, mut out: &mut dyn Write) -> io::Result<()> {
    let learner = &steps.run.learner;
    let document = Document {
        experiment: "barcodes",
        dataset: steps.run.dataset.origin.to_string(),
        learning_rate: learner.learning_rate.value(),
        initial: State { boundary: learner.initial_boundary },
        steps,
    };
    serde_json::to_writer(&mut out, &document)?;
    writeln!(out)
}

fn write_csv(steps: &Steps<'_>, mut out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "sample,bars,label,prediction,error,boundary")?;
    for Step { sample, bars, label, prediction, error, after } in steps.iter() {
        write!(out, "{sample},{bars},{label},{prediction},")?;
        // As in JSON: the shortest digits that read back to the same number.
        serde_json::to_writer(&mut out, &error)?;
        write!(out, ",")?;
        serde_json::to_writer(&mut out, &after.boundary)?;
        writeln!(out)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
