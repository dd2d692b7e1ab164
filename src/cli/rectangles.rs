//! The options that say how rectangles are read and what learns from them: shared by traces, `run`
//! and `snapshot`.

use clap::builder::PossibleValue;
use clap::{ArgAction, Args, ValueEnum};
use learning::Mlp;
use learning::dataset::rectangles::Columns;
use learning::learner::backpropagation::Rule;

use super::UsageError;
use super::source::Source;
use super::values;
use exhibit::experiment::rectangles::PerceptronChoice;

/// How rectangles are read
#[derive(Clone, Debug, Args)]
pub struct ColumnsArguments {
    /// Read widths, heights and labels from these columns of the CSV file
    ///
    /// The others are ignored, save x with y, which give a rectangle's place, and sample: rows with
    /// the same text in it are one sample.
    #[arg(long, value_name = "WIDTH,HEIGHT,LABEL", value_parser = values::columns)]
    pub columns: Option<Columns>,
}

impl ColumnsArguments {
    /// The columns that are read of a source.
    ///
    /// # Errors
    /// There are columns to read, but the source is no file.
    pub fn of(&self, source: &Source) -> Result<Columns, UsageError> {
        match (&self.columns, source) {
            (Some(_), Source::Notebook | Source::Generated(_)) => Err(UsageError(format!(
                "--columns: expected a CSV file after --dataset, found {}",
                source.origin()
            ))),
            (columns, _) => Ok(columns.clone().unwrap_or_default()),
        }
    }
}

/// How the perceptron learns from rectangles
#[derive(Clone, Debug, Args)]
pub struct PerceptronArguments {
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

impl PerceptronArguments {
    /// What learns from the rectangles, at the rate that it has unless told otherwise.
    #[must_use]
    pub fn choice(&self) -> PerceptronChoice {
        let Self { use_datapoints, initial_weights } = *self;
        PerceptronChoice { use_datapoints, initial_weights, ..PerceptronChoice::default() }
    }
}

/// How the network learns from XOR rectangles
#[derive(Clone, Debug, Args)]
pub struct NetworkArguments {
    /// How errors go back to the hidden neurons of the network that learns XOR
    #[arg(long, value_enum, default_value_t)]
    pub rule: RuleArgument,
}

impl NetworkArguments {
    /// What learns from the rectangles, at the rate that it has unless told otherwise.
    #[must_use]
    pub fn mlp(&self) -> Mlp {
        Mlp { rule: self.rule.0, ..Mlp::default() }
    }
}

/// A [`Rule`] as the command line names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleArgument(pub Rule);

impl RuleArgument {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self.0 {
            Rule::Notebook => "notebook",
            Rule::Gradient => "gradient",
        }
    }
}

impl ValueEnum for RuleArgument {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self(Rule::Notebook), Self(Rule::Gradient)]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self.0 {
            Rule::Notebook => {
                "As in the notebook: in full, however sure the output is, and through weights that \
                 have moved already"
            }
            Rule::Gradient => "By the exact gradient of half the squared error",
        };
        Some(PossibleValue::new(self.name()).help(help))
    }
}
