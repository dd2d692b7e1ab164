//! Data sets: where samples come from, and what can be wrong with them.

pub mod barcodes;
mod class_names;
pub mod csv;
mod drawing;
pub mod rectangles;
pub mod walkthrough;
pub mod xor;

use thiserror::Error;

use crate::text::escaped;

/// Where a data set came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The notebook's recorded data.
    Notebook,
    /// Drawn by ChaCha from this seed.
    Generated(u64),
    /// Read from a file of this name.
    File(String),
}

impl std::fmt::Display for Origin {
    /// As the command line names it: `notebook`, `generated:SEED` or the file's name.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Notebook => formatter.write_str("notebook"),
            Self::Generated(seed) => write!(formatter, "generated:{seed}"),
            Self::File(name) => formatter.write_str(name),
        }
    }
}

/// Samples in the order in which training takes them.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset<S> {
    /// Where it came from.
    pub origin: Origin,
    /// At least one sample of each class.
    pub samples: Vec<S>,
    /// The file's own names of the classes, `[false, true]`, where they say more than true and false.
    pub class_names: Option<[String; 2]>,
    /// The file's own names of the two features, where they are not what the exhibit calls them.
    pub feature_names: Option<[String; 2]>,
}

/// What is wrong with a data file, and where.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}{}{}: {problem}", escaped(.file), at_line(.line), in_column(.column))]
pub struct DatasetError {
    /// The file's name, as it was given.
    pub file: String,
    /// The line, counted from 1, where one is to blame.
    pub line: Option<u64>,
    /// The column's name, where one is to blame.
    pub column: Option<String>,
    /// What was expected and what was found.
    pub problem: String,
}

fn at_line(line: &Option<u64>) -> String {
    line.map(|line| format!(", line {line}")).unwrap_or_default()
}

fn in_column(column: &Option<String>) -> String {
    column.as_ref().map(|column| format!(", column {column:?}")).unwrap_or_default()
}
