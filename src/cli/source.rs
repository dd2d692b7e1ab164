//! Where a command's data set comes from: the notebook, a seed, or a file.

use std::path::PathBuf;
use std::str::FromStr;

use anyhow::{Context, Result, bail};
use thiserror::Error;

use super::input;
use content::limits::TABLE_BYTES;
use exhibit::experiment::source::Source;

/// A data set as the command line names it: `notebook`, `generated:SEED` or a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatasetArgument {
    /// The notebook's recorded data.
    Notebook,
    /// Data drawn from this seed.
    Generated(u64),
    /// A table of comma-separated values.
    File(PathBuf),
}

/// A text that names no data set.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DatasetArgumentError {
    /// There is nothing in it.
    #[error("expected notebook, generated:SEED or the name of a CSV file, found nothing")]
    Empty,
    /// What follows `generated:` is no seed.
    #[error(transparent)]
    Seed(#[from] SeedError),
}

/// A text that is no seed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected a seed, a whole number from 0 to {max}, found {0:?}", max = u64::MAX)]
pub struct SeedError(pub String);

/// Reads a seed, a whole number in decimal digits.
///
/// # Errors
/// The text is something else, or the number is above 2⁶⁴ − 1.
pub fn parse_seed(text: &str) -> Result<u64, SeedError> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits).ok_or_else(|| SeedError(text.to_owned()))
}

impl FromStr for DatasetArgument {
    type Err = DatasetArgumentError;

    fn from_str(text: &str) -> Result<Self, DatasetArgumentError> {
        match text.strip_prefix("generated:") {
            Some(seed) => Ok(Self::Generated(parse_seed(seed)?)),
            None if text.is_empty() => Err(DatasetArgumentError::Empty),
            None if text == "notebook" => Ok(Self::Notebook),
            None => Ok(Self::File(PathBuf::from(text))),
        }
    }
}

impl DatasetArgument {
    /// Reads the file, where this is one.
    ///
    /// # Errors
    /// The file cannot be read, is a folder or is larger than [`TABLE_BYTES`]: named as it was given.
    pub fn open(&self) -> Result<Source> {
        match self {
            Self::Notebook => Ok(Source::Notebook),
            Self::Generated(seed) => Ok(Source::Generated(*seed)),
            Self::File(path) => {
                let name = path.display().to_string();
                if !path.try_exists().unwrap_or(true) {
                    bail!(
                        "{name}: could not be read: there is no such file; expected notebook, \
                         generated:SEED or the name of a CSV file"
                    );
                }
                let bytes = input::read(path, "a CSV file", TABLE_BYTES)
                    .with_context(|| format!("{name}: could not be read"))?;
                Ok(Source::Table { name, bytes })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use content::files::Files;
    use exhibit::experiment::source::{Barcodes, Kind, Rectangles, Xor};
    use learning::dataset::rectangles::Columns;
    use learning::{Dataset, Origin};
    use std::fs;

    const BARCODES: &str = "code,label\n101,true\n111,false\n";
    const RECTANGLES: &str = "width,height,label\n1,2,true\n2,1,false\n";

    fn load<K: Kind>(kind: &K, argument: &DatasetArgument) -> Result<Dataset<K::Sample>> {
        Ok(argument.open()?.load(kind, &Files::default())?)
    }

    fn problem(argument: &DatasetArgument) -> String {
        format!("{:#}", load(&Barcodes, argument).unwrap_err())
    }

    /// Loads samples from each source, `table` being the contents of the file.
    fn check_sources<K: Kind<Sample: PartialEq + std::fmt::Debug>>(kind: &K, table: &str) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.csv");
        fs::write(&path, table).unwrap();
        let name = path.display().to_string();
        for (argument, samples, origin) in [
            (DatasetArgument::Notebook, kind.notebook(&Files::default()), Origin::Notebook),
            (DatasetArgument::Generated(3), Ok(kind.generate(3)), Origin::Generated(3)),
            (
                DatasetArgument::File(path),
                kind.read_csv(&name, table.as_bytes()),
                Origin::File(name.clone()),
            ),
        ] {
            assert_eq!(argument.open().unwrap().origin(), origin);
            let dataset = load(kind, &argument).unwrap();
            assert_eq!((&dataset.origin, &dataset), (&origin, &samples.unwrap()));
        }
    }

    #[test]
    fn names_are_told_apart() {
        assert_eq!("notebook".parse(), Ok(DatasetArgument::Notebook));
        assert_eq!("generated:7".parse(), Ok(DatasetArgument::Generated(7)));
        assert_eq!("./notebook".parse(), Ok(DatasetArgument::File("./notebook".into())));
        assert_eq!("mine.csv".parse(), Ok(DatasetArgument::File("mine.csv".into())));
        assert_eq!("".parse::<DatasetArgument>(), Err(DatasetArgumentError::Empty));
    }

    #[test]
    fn a_seed_is_a_whole_number_that_fits() {
        assert_eq!(parse_seed("18446744073709551615"), Ok(u64::MAX));
        for bad in ["", "x", "-1", "+1", "1.5", "18446744073709551616"] {
            let error = format!("generated:{bad}").parse::<DatasetArgument>().unwrap_err();
            assert_eq!(
                error.to_string(),
                format!(
                    "expected a seed, a whole number from 0 to 18446744073709551615, found {bad:?}"
                )
            );
        }
    }

    #[test]
    fn each_source_says_where_it_came_from() {
        check_sources(&Barcodes, BARCODES);
        check_sources(&Rectangles::default(), RECTANGLES);
        check_sources(&Xor::clean(Columns::default()), RECTANGLES);
        check_sources(&Xor::noisy(Columns::default()), RECTANGLES);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let missing = problem(&DatasetArgument::File(folder.path().join("notbook")));
        assert!(missing.contains("notbook: could not be read: there is no such file"), "{missing}");
        let of_folder = problem(&DatasetArgument::File(folder.path().to_owned()));
        assert!(of_folder.ends_with("it is a folder, expected a CSV file"), "{of_folder}");
        let path = folder.path().join("bad.csv");
        fs::write(&path, "code,label\n1,a\n2,b\n").unwrap();
        let bad = problem(&DatasetArgument::File(path));
        assert!(bad.contains("bad.csv, line 3, column \"code\": "), "{bad}");
    }
}
