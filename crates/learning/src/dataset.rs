//! Data sets: the samples, their origin, and the errors in data files.

pub mod barcodes;
mod class_names;
pub mod csv;
mod drawing;
pub mod rectangles;
pub mod walkthrough;
pub mod xor;

use thiserror::Error;

use crate::text::escaped;

/// The origin of a data set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The data that the notebook recorded.
    Notebook,
    /// Data that ChaCha generates from this seed.
    Generated(u64),
    /// Data from a file of this name.
    File(String),
}

impl std::fmt::Display for Origin {
    /// Writes the origin as on the command line: `notebook`, `generated:SEED` or the file's name.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Notebook => formatter.write_str("notebook"),
            Self::Generated(seed) => write!(formatter, "generated:{seed}"),
            Self::File(name) => formatter.write_str(name),
        }
    }
}

/// Samples in the order in which a learner learns from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset<S> {
    /// The origin of the samples.
    pub origin: Origin,
    /// The samples: at least one of each class, except that [`barcodes::generate`] with few draws
    /// may give none.
    pub samples: Vec<S>,
    /// The names of the classes in the file, `[false, true]`. None if these are just true and
    /// false, or 1 and 0.
    pub class_names: Option<[String; 2]>,
    /// The names of the two features in the file. None if the file uses the exhibit's own names.
    pub feature_names: Option<[String; 2]>,
}

/// An error in a data file, and its place.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}{}{}: {problem}", escaped(.file), at_line(.line), in_column(.column))]
pub struct DatasetError {
    /// The file's name, as the caller gave it.
    pub file: String,
    /// The line of the error, counted from 1. None if the error is not in one line.
    pub line: Option<u64>,
    /// The name of the error's column. None if the error is not in one column.
    pub column: Option<String>,
    /// The message: the expected value and the found value.
    pub problem: String,
}

fn at_line(line: &Option<u64>) -> String {
    line.map(|line| format!(", line {line}")).unwrap_or_default()
}

fn in_column(column: &Option<String>) -> String {
    column.as_ref().map(|column| format!(", column {column:?}")).unwrap_or_default()
}
