//! The options that say how rectangles are read and what learns from them: shared by `trace
//! rectangles`, `run` and `snapshot`.

use clap::{ArgAction, Args};
use learning::dataset::rectangles::Columns;

use super::UsageError;
use super::source::{Rectangles, Source};
use super::values;
use crate::experiment::rectangles::PerceptronChoice;

/// How rectangles are read, and what learns from them
#[derive(Debug, Args)]
pub struct RectanglesArguments {
    /// Read widths, heights and labels from these columns of the CSV file
    ///
    /// The others are ignored, save x with y, which give a rectangle's place, and sample: rows with
    /// the same text in it are one sample.
    #[arg(long, value_name = "WIDTH,HEIGHT,LABEL", value_parser = values::columns)]
    pub columns: Option<Columns>,

    /// Whether an error moves each of the perceptron's weights by its own side, or both alike
    #[arg(
        long,
        value_name = "BOOL",
        default_value_t = PerceptronChoice::default().use_datapoints,
        action = ArgAction::Set
    )]
    pub use_datapoints: bool,

    /// The perceptron's weights, of width and of height, before the first sample
    ///
    /// Without them: for the notebook's data the weights with which the notebook ran, where it ran
    /// at this learning rate; else weights drawn from the data's seed, which for a file is 0.
    #[arg(
        long,
        value_name = "W1,W2",
        value_parser = values::weights,
        allow_hyphen_values = true
    )]
    pub initial_weights: Option<[f64; 2]>,
}

impl RectanglesArguments {
    /// How the rectangles of a source are read.
    ///
    /// # Errors
    /// There are columns to read, but the source is no file.
    pub fn kind(&self, source: &Source) -> Result<Rectangles, UsageError> {
        match (&self.columns, source) {
            (Some(_), Source::Notebook | Source::Generated(_)) => Err(UsageError(format!(
                "--columns: expected a CSV file after --dataset, found {}",
                source.origin()
            ))),
            (columns, _) => Ok(Rectangles { columns: columns.clone().unwrap_or_default() }),
        }
    }

    /// What learns from the rectangles, at the rate that it has unless told otherwise.
    #[must_use]
    pub fn choice(&self) -> PerceptronChoice {
        let Self { use_datapoints, initial_weights, .. } = *self;
        PerceptronChoice { use_datapoints, initial_weights, ..PerceptronChoice::default() }
    }
}
