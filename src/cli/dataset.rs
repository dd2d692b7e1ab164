//! `learning-machine dataset`: generated data as a file.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};
use learning::dataset::barcodes;

use super::output;
use super::source::parse_seed;

/// Generate data and write them as CSV
#[derive(Debug, Args)]
pub struct DatasetArguments {
    /// The experiment whose data are wanted
    #[command(subcommand)]
    pub experiment: DatasetExperiment,
}

/// The experiments whose data can be generated.
#[derive(Debug, Subcommand)]
pub enum DatasetExperiment {
    /// Generate barcodes, the data of Part I, and write them as CSV
    ///
    /// The table has the columns code (the stripes, 1 for black and 0 for white) and label (true
    /// or false). The same seed gives the same barcodes on every machine. The file can be changed
    /// in a spreadsheet and given to other commands with --dataset FILE.
    Barcodes(DatasetBarcodes),
}

/// Options of `dataset barcodes`.
#[derive(Debug, Args)]
pub struct DatasetBarcodes {
    /// Where the random numbers start: any whole number from 0
    #[arg(long, value_name = "N", value_parser = parse_seed, allow_hyphen_values = true)]
    pub seed: u64,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

impl DatasetArguments {
    /// Generates the data and writes them.
    ///
    /// # Errors
    /// The output cannot be written: see [`output::write`].
    pub fn run(self) -> Result<()> {
        match self.experiment {
            DatasetExperiment::Barcodes(arguments) => arguments.run(),
        }
    }
}

impl DatasetBarcodes {
    fn run(self) -> Result<()> {
        let table = barcodes::to_csv(&barcodes::generate(self.seed, barcodes::DRAWS).samples);
        output::write(self.out.as_deref(), |out| out.write_all(table.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use crate::cli::source::{DatasetArgument, load};
    use clap::Parser;

    #[derive(Parser)]
    struct Dataset {
        #[command(flatten)]
        arguments: DatasetArguments,
    }

    #[test]
    fn a_generated_file_reads_back_to_the_same_samples() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.csv");
        let line = ["dataset", "barcodes", "--seed", "11", "--out", path.to_str().unwrap()];
        Dataset::try_parse_from(line).unwrap().arguments.run().unwrap();
        let from_file = load(&DatasetArgument::File(path), b"").unwrap();
        let from_seed = load(&DatasetArgument::Generated(11), b"").unwrap();
        assert_eq!(from_file.samples, from_seed.samples);
    }

    #[test]
    fn a_seed_is_asked_for_and_a_bad_one_is_explained() {
        let problem = |line: &[&str]| Dataset::try_parse_from(line).err().unwrap().to_string();
        assert!(problem(&["dataset", "barcodes"]).contains("--seed <N>"));
        let negative = problem(&["dataset", "barcodes", "--seed", "-1"]);
        assert!(negative.contains("expected as seed a whole number from 0"), "{negative}");
    }
}
