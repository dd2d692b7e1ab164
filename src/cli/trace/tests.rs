//! Helpers for the tests of all experiments, and tests of the shared parts.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use super::*;
use clap::Parser;
use learning::RectangleSample;
use std::fs;

#[derive(Parser)]
struct Command {
    #[command(flatten)]
    arguments: TraceArguments,
}

pub(super) fn parse(line: &[&str]) -> Result<TraceExperiment, String> {
    let line = ["trace"].iter().chain(line);
    let command = Command::try_parse_from(line).map_err(|error| error.to_string())?;
    Ok(command.arguments.experiment)
}

/// The output of a command, or the error. After an error there is no file.
pub(super) fn output_of(line: &[&str], files: &Files) -> Result<String> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let line = [line, &["--out", out.to_str().unwrap()]].concat();
    let done = TraceArguments { experiment: parse(&line).unwrap() }.run(files);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), usize::from(done.is_ok()));
    done.map(|()| fs::read_to_string(out).unwrap())
}

/// The numbers after each occurrence of a key, separated by commas. They are read as text: the
/// parser of serde_json may be off by the last bit of a number.
pub(super) fn numbers_in(json: &str, key: &str) -> Vec<f64> {
    let after = json.split(key).skip(1);
    let lists = after.map(|text| text.trim_start_matches('[').split([']', '}']).next().unwrap());
    lists.flat_map(|list| list.split(',')).map(|number| number.parse().unwrap()).collect()
}

/// Checks the first columns of a row of any table of rectangles.
pub(super) fn check_row_start(
    fields: &[&str],
    index: usize,
    sample: &RectangleSample,
    wrong: usize,
) {
    let [label, rectangles] = [sample.label.to_string(), sample.rectangles.len().to_string()];
    assert_eq!(fields[..4], [(index + 1).to_string(), label, rectangles, wrong.to_string()]);
}

#[test]
fn every_nth_sample_and_always_the_last_is_kept() {
    let kept = |every: &str| {
        let line = ["walkthrough", "--format", "csv", "--every", every];
        let text = output_of(&line, &Files::default()).unwrap();
        let numbers = text.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned());
        numbers.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(kept("1"), "1 2 3 4");
    assert_eq!(kept("3"), "3 4");
    assert_eq!(kept("4"), "4");
    assert_eq!(kept("9"), "4");
}

#[test]
fn options_out_of_range_are_refused() {
    for (option, value) in [
        ("--learning-rate", "-1"),
        ("--learning-rate", "NaN"),
        ("--every", "0"),
        ("--dataset", "generated:x"),
    ] {
        for experiment in ["barcodes", "rectangles", "xor"] {
            let problem = parse(&[experiment, option, value]).unwrap_err();
            assert!(problem.contains("expected "), "{problem}");
        }
    }
}
