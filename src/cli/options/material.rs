//! The options that say what the machines learn from, and how.

use anyhow::{Result, bail};
use clap::Args;
use learning::dataset::csv::Table;
use learning::dataset::rectangles::Columns;
use learning::{Autoencoder, DatasetError, LearningRate, Mlp, Threshold};

use crate::cli::UsageError;
use crate::cli::rectangles::{
    ColumnsArguments, NetworkArguments, PerceptronArguments, RuleArgument,
};
use crate::cli::settings_file::DataFault;
use crate::cli::source::DatasetArgument;
use crate::cli::values;
use content::files::Files;
use exhibit::config::Data;
use exhibit::experiment::rectangles::PerceptronChoice;
use exhibit::experiment::source::{Barcodes, Rectangles, Source, Xor};
use exhibit::experiment::{Material, Subject};

/// The column that identifies a table of barcodes.
const COLUMN_OF_BARCODES: &str = "code";

/// What the machines learn from, and how
#[derive(Clone, Debug, Args)]
pub struct MaterialArguments {
    /// Learn at this rate, from 1e-9 to 1e9, in the first chapter shown and in all chapters on the same data
    ///
    /// The machines of other chapters keep their own rates: 0.3 for barcodes, 1 for rectangles, 0.01 for
    /// XOR. The walk-through always learns at the rate 1.
    #[arg(
        long,
        value_name = "R",
        value_parser = values::learning_rate,
        allow_hyphen_values = true
    )]
    pub learning_rate: Option<LearningRate>,

    /// Learn from these data: notebook, generated:SEED, or a CSV file; may be given more than once
    ///
    /// notebook, the default, and generated:SEED are data for all chapters. A file replaces them in the
    /// chapters that it fits. A file with the column code is for the chapters about barcodes. Any other
    /// file, and every file with --columns, is for the chapters about rectangles. If the first chapter shown
    /// is about XOR, that file is for the chapters about XOR instead.
    #[arg(long = "dataset", value_name = "DATASET")]
    pub datasets: Vec<DatasetArgument>,

    /// How rectangles are read.
    #[command(flatten)]
    pub columns: ColumnsArguments,

    /// How the perceptron learns.
    #[command(flatten)]
    pub perceptron: PerceptronArguments,

    /// How the network learns.
    #[command(flatten)]
    pub network: NetworkArguments,

    /// Whether the data come from the settings.
    #[arg(skip)]
    is_of_settings: bool,
}

impl Default for MaterialArguments {
    fn default() -> Self {
        let PerceptronChoice { use_datapoints, initial_weights, .. } = PerceptronChoice::default();
        Self {
            learning_rate: None,
            datasets: Vec::new(),
            columns: ColumnsArguments { columns: None },
            perceptron: PerceptronArguments { use_datapoints, initial_weights },
            network: NetworkArguments { rule: RuleArgument::default() },
            is_of_settings: false,
        }
    }
}

impl MaterialArguments {
    /// These options, with the data of the settings if no option names data.
    #[must_use]
    pub fn over(&self, data: &Data) -> Self {
        let mut all = self.clone();
        if self.datasets.is_empty() && !data.datasets.is_empty() {
            all.is_of_settings = true;
            // The names are valid, because reading the settings refuses all others.
            all.datasets = data.datasets.iter().filter_map(|name| name.parse().ok()).collect();
            all.columns.columns = self.columns.columns.clone().or_else(|| data.columns.clone());
        }
        all
    }

    /// The data and the machines that these options describe. `subject` is the subject of the first chapter
    /// shown.
    ///
    /// # Errors
    /// A file cannot be read or is invalid, or the options do not fit together.
    pub fn material(&self, subject: Subject, files: &Files) -> Result<Material> {
        let (threshold, perceptron, mlp) = self.machines(subject)?;
        let data = self.data(subject, files);
        let data = data.map_err(|error| match self.is_of_settings {
            true => DataFault(format!("{error:#}")).into(),
            false => error,
        })?;
        let autoencoder =
            autoencoder(self.learning_rate.filter(|_| subject == Subject::Autoencoder));
        Ok(Material { threshold, perceptron, mlp, autoencoder, ..data })
    }

    /// The data, with the default machines.
    fn data(&self, subject: Subject, files: &Files) -> Result<Material> {
        let sources = self.sources(subject)?;
        let barcodes = sources.barcodes().load(&Barcodes, files)?;
        if barcodes.samples.is_empty() {
            bail!("{} has no samples of both classes; try another seed", barcodes.origin);
        }
        let of_columns = if is_xor(subject) { sources.xor() } else { sources.rectangles() };
        let columns = self.columns.of(of_columns).map_err(|error| match self.is_of_settings {
            true => UsageError(format!("{}, which has no columns to choose", of_columns.origin())),
            false => error,
        })?;
        let kind = Rectangles { columns: columns.clone() };
        let rectangles = sources.rectangles().load(&kind, files)?;
        let xor_clean = sources.xor().load(&Xor::clean(columns.clone()), files)?;
        let xor = sources.xor().load(&Xor::noisy(columns), files)?;
        Ok(Material {
            barcodes,
            threshold: Threshold::default(),
            rectangles,
            perceptron: PerceptronChoice::default(),
            xor_clean,
            xor,
            mlp: Mlp::default(),
            autoencoder: Autoencoder::default(),
        })
    }

    fn machines(&self, subject: Subject) -> Result<(Threshold, PerceptronChoice, Mlp), UsageError> {
        let (mut threshold, mut perceptron) = (Threshold::default(), self.perceptron.choice());
        let mut mlp = self.network.mlp();
        if let Some(rate) = self.learning_rate {
            match subject {
                Subject::Barcodes => threshold.learning_rate = rate,
                Subject::Rectangles => perceptron.learning_rate = rate,
                Subject::XorClean | Subject::Xor => mlp.learning_rate = rate,
                Subject::Autoencoder => {}
                Subject::Walkthrough => {
                    return Err(UsageError(
                        "--learning-rate: expected another first chapter, because the walk-through \
                         always learns at the rate 1"
                            .to_owned(),
                    ));
                }
            }
        }
        Ok((threshold, perceptron, mlp))
    }

    fn sources(&self, subject: Subject) -> Result<Sources> {
        let mut sources = Sources::default();
        for dataset in &self.datasets {
            let source = dataset.open()?;
            let (place, what) = match &source {
                Source::Notebook | Source::Generated(_) => (&mut sources.of_all, "all chapters"),
                Source::Table { name, bytes }
                    if self.columns.columns.is_none() && is_of_barcodes(name, bytes)? =>
                {
                    (&mut sources.of_barcodes, "the chapters about barcodes")
                }
                Source::Table { .. } if is_xor(subject) => {
                    (&mut sources.of_xor, "the chapters about XOR")
                }
                Source::Table { .. } => {
                    (&mut sources.of_rectangles, "the chapters about rectangles")
                }
            };
            if let Some(other) = place {
                let option = if self.is_of_settings { "" } else { "--dataset: " };
                bail!(UsageError(format!(
                    "{option}expected one data set for {what}, found {} and {}",
                    other.origin(),
                    source.origin()
                )));
            }
            *place = Some(source);
        }
        Ok(sources)
    }
}

fn autoencoder(rate: Option<LearningRate>) -> Autoencoder {
    let usual = Autoencoder::default();
    Autoencoder { learning_rate: rate.unwrap_or(usual.learning_rate), ..usual }
}

fn is_xor(subject: Subject) -> bool {
    matches!(subject, Subject::XorClean | Subject::Xor)
}

/// Whether a table has the columns of barcodes. Otherwise it has the columns of rectangles.
///
/// # Errors
/// It has neither.
fn is_of_barcodes(name: &str, bytes: &[u8]) -> Result<bool, DatasetError> {
    let table = Table::open(name, bytes)?;
    let of_rectangles = Columns::default();
    let is_of_barcodes = table.optional_column(COLUMN_OF_BARCODES)?.is_some();
    if is_of_barcodes || table.optional_column(&of_rectangles.features[0])?.is_some() {
        return Ok(is_of_barcodes);
    }
    let mut problem =
        "expected the header code,label or width,height,label; --columns gives other \
                       names for the latter"
            .to_owned();
    // Spreadsheets write semicolons if their numbers have decimal commas.
    if bytes.split(|&byte| byte == b'\n').next().is_some_and(|line| line.contains(&b';')) {
        problem += "; found semicolons: use commas between columns, and points in numbers";
    }
    Err(DatasetError { file: name.to_owned(), line: Some(1), column: None, problem })
}

/// The sources of the data, by chapters.
#[derive(Default)]
struct Sources {
    of_all: Option<Source>,
    of_barcodes: Option<Source>,
    of_rectangles: Option<Source>,
    of_xor: Option<Source>,
}

impl Sources {
    fn barcodes(&self) -> &Source {
        self.own_or_of_all(self.of_barcodes.as_ref())
    }

    fn rectangles(&self) -> &Source {
        self.own_or_of_all(self.of_rectangles.as_ref())
    }

    fn xor(&self) -> &Source {
        self.own_or_of_all(self.of_xor.as_ref())
    }

    fn own_or_of_all<'a>(&'a self, own: Option<&'a Source>) -> &'a Source {
        own.or(self.of_all.as_ref()).unwrap_or(&Source::Notebook)
    }
}

#[cfg(test)]
mod tests;
