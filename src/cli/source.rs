//! Where a command's data set comes from: the notebook, a seed, or a file.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, Result, bail, ensure};
use learning::dataset::barcodes;
use learning::{Barcode, Dataset, Origin};
use thiserror::Error;

/// The largest data file that is read, in bytes: 1 GiB.
pub const SIZE_LIMIT: u64 = 1 << 30;

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
#[error("expected as seed a whole number from 0 to {max}, found {0:?}", max = u64::MAX)]
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

/// Loads barcodes; `notebook_csv` is the table of the notebook's recorded data.
///
/// # Errors
/// The file cannot be read, is a folder or is larger than [`SIZE_LIMIT`], or its table has
/// something wrong: named by the file as it was given.
pub fn load(argument: &DatasetArgument, notebook_csv: &[u8]) -> Result<Dataset<Barcode>> {
    match argument {
        DatasetArgument::Notebook => {
            let recorded = barcodes::from_csv("notebook", notebook_csv)?;
            Ok(Dataset { origin: Origin::Notebook, ..recorded })
        }
        DatasetArgument::Generated(seed) => Ok(barcodes::generate(*seed, barcodes::DRAWS)),
        DatasetArgument::File(path) => {
            let name = path.display().to_string();
            let bytes = read_at_most(SIZE_LIMIT, path)
                .with_context(|| format!("{name}: could not be read"))?;
            Ok(barcodes::from_csv(&name, &bytes)?)
        }
    }
}

fn read_at_most(limit: u64, path: &Path) -> Result<Vec<u8>> {
    let metadata = match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => bail!(
            "there is no such file; expected notebook, generated:SEED or the name of a CSV file"
        ),
        metadata => metadata?,
    };
    ensure!(!metadata.is_dir(), "it is a folder, expected a CSV file");
    let too_large = || format!("expected a file of at most {limit} bytes, found more");
    ensure!(metadata.len() <= limit, too_large());
    let mut bytes = Vec::new();
    // A pipe tells no length beforehand, and a file may grow while it is read.
    File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    ensure!(bytes.len() as u64 <= limit, too_large());
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;

    const TABLE: &str = "code,label\n101,true\n111,false\n";

    fn problem(argument: &DatasetArgument) -> String {
        format!("{:#}", load(argument, b"").unwrap_err())
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
                    "expected as seed a whole number from 0 to 18446744073709551615, found {bad:?}"
                )
            );
        }
    }

    #[test]
    fn each_source_says_where_it_came_from() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.csv");
        fs::write(&path, TABLE).unwrap();
        let notebook = load(&DatasetArgument::Notebook, TABLE.as_bytes()).unwrap();
        assert_eq!(notebook.origin, Origin::Notebook);
        let file = load(&DatasetArgument::File(path.clone()), b"").unwrap();
        assert_eq!(file.origin, Origin::File(path.display().to_string()));
        assert_eq!(file.samples, notebook.samples);
        let generated = load(&DatasetArgument::Generated(3), b"").unwrap();
        assert_eq!(generated, barcodes::generate(3, barcodes::DRAWS));
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
        assert!(problem(&DatasetArgument::Notebook).starts_with("notebook, line 1"));
    }

    #[test]
    fn a_file_beyond_the_limit_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large.csv");
        fs::write(&path, TABLE).unwrap();
        let length = TABLE.len() as u64;
        assert_eq!(read_at_most(length, &path).unwrap(), TABLE.as_bytes());
        let error = read_at_most(length - 1, &path).unwrap_err().to_string();
        assert_eq!(error, format!("expected a file of at most {} bytes, found more", length - 1));
    }
}
