#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use super::*;
use clap::Parser;
use serde_json::{Value, json};
use std::fs;

const NOTEBOOK: &str = "code,label\n10101,true\n1,false\n101,true\n11011,false\n1010101,true\n";

#[derive(Parser)]
struct Command {
    #[command(flatten)]
    arguments: TraceArguments,
}

fn parse(options: &[&str]) -> Result<TraceBarcodes, String> {
    let line = ["trace", "barcodes"].iter().chain(options);
    let command = Command::try_parse_from(line).map_err(|error| error.to_string())?;
    let TraceExperiment::Barcodes(arguments) = command.arguments.experiment;
    Ok(arguments)
}

fn output_of(options: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let options = [options, &["--out", out.to_str().unwrap()]].concat();
    parse(&options).unwrap().run(NOTEBOOK.as_bytes()).unwrap();
    fs::read_to_string(out).unwrap()
}

fn trace_of(learner: &Threshold) -> (Dataset<Barcode>, Trace<Boundary, Verdict>) {
    let dataset = load(&DatasetArgument::Notebook, NOTEBOOK.as_bytes()).unwrap();
    let trace = Trace::record(learner, &dataset.samples);
    (dataset, trace)
}

/// The text of each boundary: the parser of serde_json may be off by the last bit of a number.
fn boundaries_in(json: &str) -> Vec<f64> {
    let after = json.split("\"boundary\":").skip(1);
    after.map(|text| text.split('}').next().unwrap().parse().unwrap()).collect()
}

#[test]
fn the_defaults_are_the_notebooks() {
    let arguments = parse(&[]).unwrap();
    assert_eq!(arguments.dataset, DatasetArgument::Notebook);
    let TraceBarcodes { learning_rate, initial_boundary, .. } = arguments;
    assert_eq!(Threshold { learning_rate, initial_boundary }, Threshold::default());
    assert_eq!((arguments.format, arguments.every.get()), (Format::Json, 1));
    assert_eq!(arguments.out, None);
}

#[test]
fn json_says_what_the_trace_says() {
    let text = output_of(&["--learning-rate", "0.7"]);
    let learning_rate = LearningRate::new(0.7).unwrap();
    let (dataset, trace) = trace_of(&Threshold { learning_rate, ..Threshold::default() });
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["experiment"], json!("barcodes"));
    assert_eq!(document["dataset"], json!("notebook"));
    assert_eq!(document["learning_rate"], json!(0.7));
    assert_eq!(document["initial"], json!({"boundary": 30.0}));
    let steps = document["steps"].as_array().unwrap();
    assert_eq!(steps.len(), trace.len());
    for (index, step) in steps.iter().enumerate() {
        let (barcode, verdict) = (dataset.samples[index], trace.outcome(index).unwrap());
        assert_eq!(step["bars"], json!(barcode.bars));
        assert_eq!(step["label"], json!(barcode.label));
        assert_eq!(step["prediction"], json!(verdict.prediction));
        assert_eq!(step["error"], json!(verdict.error));
    }
    let expected: Vec<f64> =
        (0..=trace.len()).map(|sample| trace.before(sample).boundary).collect();
    assert_eq!(boundaries_in(&text), expected);
}

#[test]
fn json_has_this_very_shape() {
    let start = concat!(
        r#"{"experiment":"barcodes","dataset":"notebook","learning_rate":0.5,"#,
        r#""initial":{"boundary":-5.0},"steps":[{"bars":3,"label":true,"prediction":true,"#,
        r#""error":0.0,"after":{"boundary":-5.0}},{"bars":1,"label":false,"prediction":true,"#,
        r#""error":1.0,"after":{"boundary":-4.5}},"#
    );
    let text = output_of(&["--learning-rate", "0.5", "--initial-boundary", "-5"]);
    assert!(text.starts_with(start), "{text}");
    assert!(text.ends_with("}}]}\n"), "{text}");
    assert_eq!(text.lines().count(), 1);
}

#[test]
fn csv_has_one_row_per_sample_that_reads_back_exactly() {
    let text = output_of(&["--format", "csv"]);
    let (dataset, trace) = trace_of(&Threshold::default());
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("sample,bars,label,prediction,error,boundary"));
    for (index, barcode) in dataset.samples.iter().enumerate() {
        let verdict = trace.outcome(index).unwrap();
        let fields: Vec<&str> = lines.next().unwrap().split(',').collect();
        assert_eq!(fields[0], (index + 1).to_string());
        assert_eq!(fields[1], barcode.bars.to_string());
        assert_eq!(fields[2], barcode.label.to_string());
        assert_eq!(fields[3], verdict.prediction.to_string());
        assert_eq!(fields[4].parse(), Ok(verdict.error));
        assert_eq!(fields[5].parse(), Ok(trace.after(index).boundary));
    }
    assert_eq!(lines.next(), None);
    assert!(output_of(&["--format", "csv", "--initial-boundary", "0"]).contains(",0.0\n"));
}

#[test]
fn every_nth_sample_and_always_the_last_is_kept() {
    let kept = |every: &str| {
        let text = output_of(&["--format", "csv", "--every", every]);
        let numbers = text.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned());
        numbers.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(kept("1"), "1 2 3 4 5");
    assert_eq!(kept("2"), "2 4 5");
    assert_eq!(kept("5"), "5");
    assert_eq!(kept("9"), "5");
}

#[test]
fn numbers_out_of_range_are_refused_with_what_is_allowed() {
    for rate in ["0", "-1", "-0.5", "NaN", "inf", "-inf", "x", ""] {
        let problem = parse(&["--learning-rate", rate]).unwrap_err();
        assert!(problem.contains("expected a learning rate above 0 and finite"), "{problem}");
    }
    for boundary in ["NaN", "inf", "-inf", "1e999", "x"] {
        let problem = parse(&["--initial-boundary", boundary]).unwrap_err();
        assert!(problem.contains("expected a finite number"), "{problem}");
    }
    for every in ["0", "-1", "1.5", "x"] {
        let problem = parse(&["--every", every]).unwrap_err();
        assert!(problem.contains("expected a whole number of 1 or more"), "{problem}");
    }
    for (text, number) in [("-5", -5.0), ("-.5", -0.5), ("-1e3", -1000.0)] {
        assert_eq!(parse(&["--initial-boundary", text]).unwrap().initial_boundary, number);
    }
}

#[test]
fn a_boundary_that_leaves_the_range_of_numbers_is_an_error_and_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.json");
    let options = ["--learning-rate", "1e308", "--out", out.to_str().unwrap()];
    let error = parse(&options).unwrap().run(NOTEBOOK.as_bytes()).unwrap_err();
    assert!(error.to_string().starts_with("after sample 1 the boundary"), "{error}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
