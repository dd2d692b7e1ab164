//! Where the samples of an experiment come from: the notebook, a seed, or a table.

use content::files::{self, Files};
use learning::dataset::rectangles::Columns;
use learning::dataset::xor::{self, Spread};
use learning::dataset::{barcodes, rectangles};
use learning::{Barcode, Dataset, DatasetError, Origin, RectangleSample};

use super::notebook;

/// A kind of samples, and how each source of them is read.
pub trait Kind {
    /// The samples themselves.
    type Sample;

    /// The notebook's recorded data.
    ///
    /// # Errors
    /// The files hold no such data, or bad data.
    fn notebook(&self, files: &Files) -> Result<Dataset<Self::Sample>, DatasetError>;

    /// Data drawn from a seed.
    fn generate(&self, seed: u64) -> Dataset<Self::Sample>;

    /// Reads a table; `file` is its name in errors.
    ///
    /// # Errors
    /// The first thing wrong with the table.
    fn read_csv(&self, file: &str, bytes: &[u8]) -> Result<Dataset<Self::Sample>, DatasetError>;
}

/// Barcodes, the samples of Part I.
#[derive(Clone, Copy, Debug)]
pub struct Barcodes;

impl Kind for Barcodes {
    type Sample = Barcode;

    fn notebook(&self, files: &Files) -> Result<Dataset<Barcode>, DatasetError> {
        notebook::barcodes(files)
    }

    fn generate(&self, seed: u64) -> Dataset<Barcode> {
        barcodes::generate(seed, barcodes::DRAWS)
    }

    fn read_csv(&self, file: &str, bytes: &[u8]) -> Result<Dataset<Barcode>, DatasetError> {
        barcodes::from_csv(file, bytes)
    }
}

/// Rectangles, the samples of Part II.
#[derive(Clone, Debug, Default)]
pub struct Rectangles {
    /// The columns of a table that has them.
    pub columns: Columns,
}

impl Kind for Rectangles {
    type Sample = RectangleSample;

    fn notebook(&self, files: &Files) -> Result<Dataset<RectangleSample>, DatasetError> {
        notebook::rectangles(files, files::RECTANGLES)
    }

    fn generate(&self, seed: u64) -> Dataset<RectangleSample> {
        rectangles::generate(seed)
    }

    fn read_csv(&self, file: &str, bytes: &[u8]) -> Result<Dataset<RectangleSample>, DatasetError> {
        rectangles::from_csv(file, bytes, &self.columns)
    }
}

/// XOR rectangles, the samples of Part III.
#[derive(Clone, Debug)]
pub struct Xor {
    /// Path of the notebook's recorded ones.
    pub recorded: &'static str,
    /// How far the sides of generated ones lie from their group's mean.
    pub spread: Spread,
    /// The columns of a table that has them.
    pub columns: Columns,
}

impl Xor {
    /// Those to look at, read from these columns of a table.
    #[must_use]
    pub fn clean(columns: Columns) -> Self {
        Self { recorded: files::XOR_CLEAN, spread: Spread::CLEAN, columns }
    }

    /// Those to learn from, read from these columns of a table.
    #[must_use]
    pub fn noisy(columns: Columns) -> Self {
        Self { recorded: files::XOR, spread: Spread::NOISY, columns }
    }
}

impl Kind for Xor {
    type Sample = RectangleSample;

    fn notebook(&self, files: &Files) -> Result<Dataset<RectangleSample>, DatasetError> {
        notebook::rectangles(files, self.recorded)
    }

    fn generate(&self, seed: u64) -> Dataset<RectangleSample> {
        xor::generate(seed, self.spread)
    }

    fn read_csv(&self, file: &str, bytes: &[u8]) -> Result<Dataset<RectangleSample>, DatasetError> {
        rectangles::from_csv(file, bytes, &self.columns)
    }
}

/// A source of samples of any kind.
#[derive(Debug)]
pub enum Source {
    /// The notebook's recorded data.
    Notebook,
    /// Data drawn from this seed.
    Generated(u64),
    /// A table that has been read.
    Table {
        /// The file's name, as it was given.
        name: String,
        /// The file's contents.
        bytes: Vec<u8>,
    },
}

impl Source {
    /// The samples; `files` holds the notebook's.
    ///
    /// # Errors
    /// The table or the notebook's data are invalid.
    pub fn load<K: Kind>(
        &self,
        kind: &K,
        files: &Files,
    ) -> Result<Dataset<K::Sample>, DatasetError> {
        match self {
            Self::Notebook => kind.notebook(files),
            Self::Generated(seed) => Ok(kind.generate(*seed)),
            Self::Table { name, bytes } => kind.read_csv(name, bytes),
        }
    }

    /// Where samples that are loaded from it come from.
    #[must_use]
    pub fn origin(&self) -> Origin {
        match self {
            Self::Notebook => Origin::Notebook,
            Self::Generated(seed) => Origin::Generated(*seed),
            Self::Table { name, .. } => Origin::File(name.clone()),
        }
    }
}

/// The error about a source whose draws gave no samples of both classes.
#[must_use]
pub fn without_samples(source: &Source) -> DatasetError {
    let problem = "has no samples of both classes; try another seed".to_owned();
    DatasetError { file: source.origin().to_string(), line: None, column: None, problem }
}
