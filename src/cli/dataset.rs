//! `learning-machine dataset`: generated data as a file.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};
use learning::dataset::rectangles::Columns;
use learning::dataset::xor::Spread;
use learning::dataset::{barcodes, rectangles};

use super::source::parse_seed;
use super::{output, values};
use exhibit::experiment::source::{Barcodes, Kind, Rectangles, Xor};

/// Generate data and write them as CSV
#[derive(Debug, Args)]
pub struct DatasetArguments {
    /// The experiment to generate data for
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
    Barcodes(Generated),
    /// Generate rectangles, the data of Part II, and write them as CSV
    ///
    /// The table has a row for each rectangle and the columns sample (rows with the same number
    /// are one sample), x and y (its place), width, height and label (true or false). The same
    /// seed gives the same rectangles on every machine. The file can be changed in a spreadsheet
    /// and given to other commands with --dataset FILE.
    Rectangles(Generated),
    /// Generate XOR rectangles, the data of Part III, and write them as CSV
    ///
    /// A rectangle is true if exactly one of its sides is long: one side is about 1, and the other about
    /// 0.5. The table has the same columns as that of rectangles. The same seed and standard deviation give
    /// the same rectangles on every machine. The file can be changed in a spreadsheet and given to other
    /// commands with --dataset FILE.
    Xor(GeneratedXor),
}

/// The options of generated data.
#[derive(Debug, Args)]
pub struct Generated {
    /// Where the random numbers start: any whole number from 0
    #[arg(long, value_name = "N", value_parser = parse_seed, allow_hyphen_values = true)]
    pub seed: u64,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// The options of generated XOR rectangles.
#[derive(Debug, Args)]
pub struct GeneratedXor {
    /// The standard deviation of the sides: a number above 0 and at most 1
    #[arg(
        long,
        value_name = "SD",
        default_value = "0.1",
        value_parser = values::spread,
        allow_hyphen_values = true
    )]
    pub sd: Spread,
    /// The seed and the output file.
    #[command(flatten)]
    pub generated: Generated,
}

impl DatasetArguments {
    /// Generates the data and writes them.
    ///
    /// # Errors
    /// The output cannot be written: see [`output::write`].
    pub fn run(self) -> Result<()> {
        match self.experiment {
            DatasetExperiment::Barcodes(generated) => generated.write(&Barcodes, barcodes::to_csv),
            DatasetExperiment::Rectangles(generated) => {
                generated.write(&Rectangles::default(), rectangles::to_csv)
            }
            DatasetExperiment::Xor(GeneratedXor { sd, generated }) => {
                let kind = Xor { spread: sd, ..Xor::noisy(Columns::default()) };
                generated.write(&kind, rectangles::to_csv)
            }
        }
    }
}

impl Generated {
    fn write<K: Kind>(self, kind: &K, to_csv: fn(&[K::Sample]) -> String) -> Result<()> {
        let table = to_csv(&kind.generate(self.seed).samples);
        output::write(self.out.as_deref(), |out| out.write_all(table.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use crate::cli::source::DatasetArgument;
    use clap::Parser;
    use content::files::Files;

    #[derive(Parser)]
    struct Dataset {
        #[command(flatten)]
        arguments: DatasetArguments,
    }

    fn check_round_trip<K: Kind<Sample: PartialEq + std::fmt::Debug>>(options: &[&str], kind: &K) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.csv");
        let seed_and_out = ["--seed", "11", "--out", path.to_str().unwrap()];
        let line = [&["dataset"], options, &seed_and_out].concat();
        Dataset::try_parse_from(line).unwrap().arguments.run().unwrap();
        let from_file = DatasetArgument::File(path).open().unwrap();
        let samples = from_file.load(kind, &Files::default()).unwrap().samples;
        assert_eq!(samples, kind.generate(11).samples);
    }

    #[test]
    fn a_generated_file_reads_back_to_the_same_samples() {
        check_round_trip(&["barcodes"], &Barcodes);
        check_round_trip(&["rectangles"], &Rectangles::default());
        let noisy = Xor::noisy(Columns::default());
        check_round_trip(&["xor"], &noisy);
        let spread = Spread::new(0.3).unwrap();
        check_round_trip(&["xor", "--sd", "0.3"], &Xor { spread, ..noisy });
    }

    #[test]
    fn a_missing_or_bad_seed_is_reported() {
        let problem = |line: &[&str]| Dataset::try_parse_from(line).err().unwrap().to_string();
        assert!(problem(&["dataset", "barcodes"]).contains("--seed <N>"));
        let negative = problem(&["dataset", "barcodes", "--seed", "-1"]);
        assert!(negative.contains("expected a seed, a whole number from 0"), "{negative}");
        let wide = problem(&["dataset", "xor", "--seed", "1", "--sd", "2"]);
        assert!(wide.contains("expected a standard deviation above 0 and at most 1"), "{wide}");
    }
}
