//! `learning-machine trace`: a training run, sample by sample, for other programs to read.
//!
//! Each experiment has a file of its own for its output; the shared parts are here.

mod autoencoder;
mod barcodes;
mod rectangles;
mod walkthrough;
mod xor;

use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, Subcommand, ValueEnum};
use learning::{Dataset, Learner, LearningRate, Origin, Trace};
use serde::{Serialize, Serializer};

use super::UsageError;
use super::output;
use super::progress::Progress;
use super::source::DatasetArgument;
use super::values;
use content::files::Files;
use exhibit::experiment::source::{Kind, Source};

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
    Barcodes(barcodes::TraceBarcodes),
    /// Train the perceptron of Part II, which weighs the sides of rectangles
    ///
    /// The machine knows two weights. It predicts true for a rectangle where w1 times its width
    /// plus w2 times its height is above 0. A sample is one rectangle or several of one class, and
    /// the mean of their errors moves the weights. For each sample the output has the true label,
    /// the predictions (in CSV, the count of rectangles and how many of them were predicted wrong),
    /// the error (from -1 to 1) and the weights afterwards.
    Rectangles(rectangles::TraceRectangles),
    /// Train the perceptron on the four points that Part II goes through by hand
    ///
    /// For each point x the output has its label, its score, the prediction, the error (-1, 0 or 1)
    /// and the weights afterwards. The data, the learning rate, 1, and the initial weights are
    /// given.
    Walkthrough(walkthrough::TraceWalkthrough),
    /// Train the network of Part III, which learns XOR from rectangles
    ///
    /// Two hidden neurons weigh the sides of a rectangle, and an output neuron what these two say;
    /// the machine knows six weights and three biases. It predicts true for a rectangle where the
    /// output is above 0.5. A sample is one rectangle or several of one class, and their errors,
    /// summed, move all weights and biases. For each sample the output has the true label, the
    /// outputs and the predictions (in CSV, the count of rectangles, how many of them were predicted
    /// wrong, and half the squared error, summed) and the weights and biases afterwards. Of the two
    /// numbers of a hidden weight the first is that of its side, 1 for width and 2 for height, and
    /// the second that of its neuron; in JSON, a row is a side.
    Xor(xor::TraceXor),
    /// Train the autoencoder of Part IV, which squeezes four numbers into two and rebuilds them
    ///
    /// It learns to rebuild four patterns, of which each has a 1 in another place and else 0. All
    /// four are learned from at once, and 5 such steps are one recorded epoch; an epoch is here what
    /// a sample is elsewhere, and --every counts epochs. For each the output has the mean
    /// cross-entropy of the patterns, in nats, and for each pattern its code, which is two numbers,
    /// and the four that are rebuilt from it, all as they are after the epoch; the initial state in
    /// JSON is that before the first.
    Autoencoder(autoencoder::TraceAutoencoder),
}

/// How and where a training run is written.
#[derive(Debug, Args)]
pub struct OutputArguments {
    /// How to write the run
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,
    /// Write only every Nth sample (number N, 2N, 3N and so on) and the last; all are learned from
    #[arg(
        long,
        value_name = "N",
        default_value = "1",
        value_parser = values::every,
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

impl TraceArguments {
    /// Trains on the data and writes the run; `files` holds the notebook's recorded data.
    ///
    /// # Errors
    /// The data cannot be loaded, what is learned leaves the range of numbers, or the output cannot
    /// be written.
    pub fn run(self, files: &Files) -> Result<()> {
        match self.experiment {
            TraceExperiment::Barcodes(arguments) => arguments.run(files),
            TraceExperiment::Rectangles(arguments) => arguments.run(files),
            TraceExperiment::Walkthrough(arguments) => arguments.run(),
            TraceExperiment::Xor(arguments) => arguments.run(files),
            TraceExperiment::Autoencoder(arguments) => arguments.run(),
        }
    }
}

/// An experiment whose training run is written.
trait Experiment {
    /// The machine.
    type Learner: Learner;

    /// Its name in the document.
    const NAME: &'static str;
    /// The word for one unit of training, such as a sample.
    const COUNTED: &'static str = "sample";
    /// The table's header, after the number of the sample.
    const COLUMNS: &'static str;

    /// The choices before the first sample: the first fields of the document.
    fn settings(learner: &Self::Learner) -> impl Serialize;

    /// An entry in the document's list of steps.
    fn step(lesson: &Lesson<'_, Self::Learner>) -> impl Serialize;

    /// Writes the table's columns for a sample, after its number.
    ///
    /// # Errors
    /// `out` cannot be written.
    fn row(lesson: &Lesson<'_, Self::Learner>, out: &mut dyn Write) -> io::Result<()>;

    /// The last fields of the document, after the steps: the final state.
    fn ending(
        &self,
        _samples: &[<Self::Learner as Learner>::Sample],
        _end: &<Self::Learner as Learner>::State,
    ) -> impl Serialize {
    }

    /// An error with advice, if a state has left the range of numbers: neither format can represent
    /// infinity.
    fn lost(learner: &Self::Learner, state: &<Self::Learner as Learner>::State) -> Option<String>;
}

/// One sample of a training run.
struct Lesson<'a, L: Learner> {
    /// Counted from 1.
    number: usize,
    sample: &'a L::Sample,
    before: &'a L::State,
    outcome: &'a L::Outcome,
    after: &'a L::State,
}

impl OutputArguments {
    fn progress(&self) -> Progress {
        Progress::beside(self.out.as_deref())
    }

    /// Trains an experiment's machine on a data set, and writes the run.
    ///
    /// # Errors
    /// As of [`Self::write_samples`].
    fn write<E: Experiment>(
        &self,
        experiment: &E,
        learner: &E::Learner,
        dataset: &Dataset<<E::Learner as Learner>::Sample>,
        progress: &Progress,
    ) -> Result<()> {
        let (origin, samples) = (Some(&dataset.origin), &dataset.samples);
        self.write_samples(experiment, learner, origin, samples, progress)
    }

    /// Trains an experiment's machine on samples, which need not come from a data set, and writes the run.
    ///
    /// # Errors
    /// A learned number leaves its range, or the output cannot be written.
    fn write_samples<E: Experiment>(
        &self,
        experiment: &E,
        learner: &E::Learner,
        origin: Option<&Origin>,
        samples: &[<E::Learner as Learner>::Sample],
        progress: &Progress,
    ) -> Result<()> {
        progress.show(&format!("training: {} {}s", samples.len(), E::COUNTED));
        let trace = Trace::record(learner, samples);
        for sample in 0..trace.len() {
            if let Some(problem) = E::lost(learner, trace.after(sample)) {
                bail!("after {} {} {problem}", E::COUNTED, sample + 1);
            }
        }
        let steps = Steps::<E> { samples, trace, every: self.every, progress };
        output::write(self.out.as_deref(), |mut out| match self.format {
            Format::Json => {
                let document = Document {
                    experiment: E::NAME,
                    dataset: origin.map(Origin::to_string),
                    settings: E::settings(learner),
                    steps: &steps,
                    ending: experiment.ending(samples, steps.trace.before(samples.len())),
                };
                serde_json::to_writer(&mut out, &document)?;
                writeln!(out)
            }
            Format::Csv => {
                writeln!(out, "{},{}", E::COUNTED, E::COLUMNS)?;
                for lesson in steps.iter() {
                    write!(out, "{},", lesson.number)?;
                    E::row(&lesson, out)?;
                    writeln!(out)?;
                }
                Ok(())
            }
        })
    }
}

/// Loads the samples of a data set, and prints a notice where it may take a while; `kind` is how the
/// samples of its source are made or read.
///
/// # Errors
/// The file cannot be read or is invalid: see [`DatasetArgument::open`] and [`Source::load`]; or an option
/// does not fit the source.
fn load<K: Kind>(
    dataset: &DatasetArgument,
    kind: impl FnOnce(&Source) -> Result<K, UsageError>,
    files: &Files,
    progress: &Progress,
) -> Result<Dataset<K::Sample>> {
    if let DatasetArgument::File(path) = dataset {
        progress.show(&format!("reading {}", path.display()));
    }
    // The file's bytes are not needed afterwards.
    let source = dataset.open()?;
    Ok(source.load(&kind(&source)?, files)?)
}

/// The error if one of a machine's numbers has left its range; `or` names a second choice, besides the
/// learning rate, that could be changed.
fn lost_weights<'a>(
    mut numbers: impl Iterator<Item = &'a f64>,
    learning_rate: LearningRate,
    or: &str,
) -> Option<String> {
    numbers.any(|number| !number.is_finite()).then(|| {
        format!(
            "the weights are too large for numbers; expected a learning rate below {:?}{or}",
            learning_rate.value()
        )
    })
}

#[derive(Serialize)]
struct Document<Settings, Steps, Ending> {
    experiment: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    dataset: Option<String>,
    #[serde(flatten)]
    settings: Settings,
    steps: Steps,
    #[serde(flatten)]
    ending: Ending,
}

/// The steps to write, made one by one: a list of all as JSON values would fill the memory.
struct Steps<'a, E: Experiment> {
    samples: &'a [<E::Learner as Learner>::Sample],
    trace: Trace<<E::Learner as Learner>::State, <E::Learner as Learner>::Outcome>,
    every: NonZeroUsize,
    progress: &'a Progress,
}

impl<E: Experiment> Steps<'_, E> {
    /// The samples to write.
    fn iter(&self) -> impl Iterator<Item = Lesson<'_, E::Learner>> {
        let Self { samples, trace, every, progress } = self;
        let last = trace.len();
        samples.iter().zip(trace.outcomes()).enumerate().filter_map(
            move |(index, (sample, outcome))| {
                progress.count(E::COUNTED, index, last);
                let number = index + 1;
                let lesson = || {
                    let (before, after) = (trace.before(index), trace.after(index));
                    Lesson { number, sample, before, outcome, after }
                };
                (number.is_multiple_of(every.get()) || number == last).then(lesson)
            },
        )
    }
}

impl<E: Experiment> Serialize for Steps<'_, E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Step::<E>))
    }
}

/// A lesson as a step of the document; it borrows from the lesson.
struct Step<'a, E: Experiment>(Lesson<'a, E::Learner>);

impl<E: Experiment> Serialize for Step<'_, E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        E::step(&self.0).serialize(serializer)
    }
}

#[cfg(test)]
mod tests;
