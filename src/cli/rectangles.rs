//! The options for reading rectangles, and for the machines that learn from them: shared by traces, `run`
//! and `snapshot`.

use clap::builder::PossibleValue;
use clap::{ArgAction, Args, ValueEnum};
use learning::Mlp;
use learning::dataset::rectangles::Columns;
use learning::learner::backpropagation::Rule;

use super::UsageError;
use super::values;
use exhibit::experiment::rectangles::PerceptronChoice;
use exhibit::experiment::source::Source;

/// How rectangles are read
#[derive(Clone, Debug, Args)]
pub struct ColumnsArguments {
    /// Read widths, heights and labels from these columns of the CSV file
    ///
    /// All other columns are ignored, except x, y and sample. x and y give the place of a rectangle. Rows
    /// with the same text in sample are one sample.
    #[arg(long, value_name = "WIDTH,HEIGHT,LABEL", value_parser = values::columns)]
    pub columns: Option<Columns>,
}

impl ColumnsArguments {
    /// The columns to read from a source.
    ///
    /// # Errors
    /// Columns are given, but the source is not a file.
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
    /// Whether an error moves each weight of the perceptron by its own side (true), or all weights alike
    /// (false)
    #[arg(
        long,
        value_name = "BOOL",
        default_value_t = PerceptronChoice::default().use_datapoints,
        action = ArgAction::Set
    )]
    pub use_datapoints: bool,

    /// The perceptron's weights, of width and of height, before the first sample
    ///
    /// By default, the perceptron uses the weights of the notebook's own run, if the notebook has a run on
    /// these data at this learning rate. Otherwise its weights are drawn from the seed of the data, which is
    /// 0 for a file.
    #[arg(
        long,
        value_name = "W1,W2",
        value_parser = values::weights,
        allow_hyphen_values = true
    )]
    pub initial_weights: Option<[f64; 2]>,
}

impl PerceptronArguments {
    /// The perceptron that learns from the rectangles, at its default learning rate.
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
    /// The network that learns from the rectangles, at its default learning rate.
    #[must_use]
    pub fn mlp(&self) -> Mlp {
        Mlp { rule: self.rule.0, ..Mlp::default() }
    }
}

/// A [`Rule`] as the command line names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleArgument(pub Rule);

impl RuleArgument {
    /// The name of the rule.
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
                "As the notebook does: in full, however sure the output is, and through weights that \
                 have moved already"
            }
            Rule::Gradient => "By the exact gradient of half the squared error",
        };
        Some(PossibleValue::new(self.name()).help(help))
    }
}
