//! Training runs and data in files, and tables for a machine to learn from.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use exhibit::experiment::rectangles::PerceptronChoice;
use learning::dataset::{barcodes, rectangles};
use learning::{LearningRate, Perceptron, Threshold, Trace};
use serde_json::{Value, json};

use crate::program::{code, err, failure, folder_with, names_in, program, success};

#[test]
fn the_notebooks_run_is_written_as_json() {
    let document: Value = serde_json::from_str(&success(&["trace", "barcodes"])).unwrap();
    assert_eq!(document["experiment"], json!("barcodes"));
    assert_eq!(document["dataset"], json!("notebook"));
    assert_eq!(document["learning_rate"], json!(0.3));
    assert_eq!(document["initial"], json!({"boundary": 30.0}));
    let steps = document["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 254);
    let step = json!({
        "bars": 29, "label": true, "prediction": false, "error": -1.0, "after": {"boundary": 21.3}
    });
    assert_eq!(steps[0], step);
}

#[test]
fn the_table_in_the_manual_matches_the_output() {
    let table = success(&["trace", "barcodes", "--format", "csv", "--every", "100"]);
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/command-line.md");
    assert!(fs::read_to_string(page).unwrap().contains(&table), "{table}");
}

#[test]
fn the_notebooks_run_on_rectangles_is_written_as_json() {
    let text = success(&["trace", "rectangles"]);
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["dataset"], json!("notebook"));
    assert_eq!(document["steps"].as_array().unwrap().len(), 100);
    let learner = Perceptron::notebook(LearningRate::ONE, true).unwrap();
    let [w1, w2] = learner.initial_weights;
    let start = format!(
        concat!(
            r#"{{"experiment":"rectangles","dataset":"notebook","learning_rate":1.0,"#,
            r#""use_datapoints":true,"initial":{{"weights":[{:?},{:?}]}},"steps":["#,
            r#"{{"label":true,"predictions":["#
        ),
        w1, w2
    );
    assert!(text.starts_with(&start), "{text}");
}

#[test]
fn the_walkthrough_is_written_as_a_table() {
    let expected = "\
sample,x1,x2,label,score,prediction,error,w1,w2
1,0.5,1.0,true,-1.0,false,-1.0,-3.5,2.0
2,1.5,1.7,true,-1.85,false,-1.0,-2.0,3.7
3,1.0,0.7,false,0.5899999999999999,true,1.0,-3.0,3.0
4,2.0,0.5,false,-4.5,false,0.0,-3.0,3.0
";
    assert_eq!(success(&["trace", "walkthrough", "--format", "csv"]), expected);
}

/// Generated data and the same data from a file give the same run, to the last bit.
#[test]
fn a_file_does_not_change_generated_data() {
    let weights = "--initial-weights=-0.5,0.5";
    // A file has no seed for the perceptron's initial weights.
    for (experiment, options) in [("barcodes", &[][..]), ("rectangles", &[weights])] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mine.csv");
        let file = file.to_str().unwrap();
        let dataset = ["dataset", experiment, "--seed", "7"];
        assert_eq!(success(&[&dataset[..], &["--out", file]].concat()), "");
        assert_eq!(fs::read_to_string(file).unwrap(), success(&dataset));
        assert_eq!(names_in(folder.path()), ["mine.csv"]);
        let trace = |dataset: &str| {
            let line = ["trace", experiment, "--format", "csv", "--dataset", dataset];
            success(&[&line[..], options].concat())
        };
        assert_eq!(trace(file), trace("generated:7"));
    }
}

#[test]
fn reading_a_written_trace_gives_the_recorded_numbers() {
    let data = barcodes::generate(7, barcodes::DRAWS);
    let recorded = Trace::record(&Threshold::default(), &data.samples);
    let table = success(&["trace", "barcodes", "--format", "csv", "--dataset", "generated:7"]);
    assert_eq!(table.lines().count(), 1 + recorded.len());
    for (sample, row) in table.lines().skip(1).enumerate() {
        let boundary: f64 = row.rsplit(',').next().unwrap().parse().unwrap();
        assert_eq!(boundary.to_bits(), recorded.after(sample).boundary.to_bits());
    }
    let data = rectangles::generate(7);
    let learner = PerceptronChoice::default().perceptron(&data.origin);
    let recorded = Trace::record(&learner, &data.samples);
    let table = success(&["trace", "rectangles", "--format", "csv", "--dataset", "generated:7"]);
    assert_eq!(table.lines().count(), 1 + recorded.len());
    for (sample, row) in table.lines().skip(1).enumerate() {
        let numbers: Vec<f64> = row.rsplit(',').take(2).map(|text| text.parse().unwrap()).collect();
        let [w1, w2] = recorded.after(sample).weights;
        assert_eq!([numbers[0].to_bits(), numbers[1].to_bits()], [w2.to_bits(), w1.to_bits()]);
    }
}

const PETALS: &str = "\
sepal_length,petal_length,petal_width,species
5.1,1.4,0.2,setosa
7.0,4.7,1.4,versicolor
4.9,1.5,0.1,setosa
";

#[test]
fn a_machine_learns_from_a_table_of_petals() {
    let (folder, file) = folder_with("petals.csv", PETALS);
    let options = ["--dataset", &file, "--columns", "petal_length,petal_width,species"];
    let weights = "--initial-weights=-1,2";
    let trace = ["trace", "rectangles", "--format", "csv", weights];
    let expected = "\
sample,label,rectangles,wrong,error,w1,w2
1,false,1,0,0.0,-1.0,2.0
2,true,1,1,-1.0,3.7,3.4
3,false,1,1,1.0,2.2,3.3
";
    assert_eq!(success(&[&trace[..], &options].concat()), expected);

    let picture = folder.path().join("petals.png");
    let out = ["--size", "640x360", "--out", picture.to_str().unwrap()];
    let snapshot = ["snapshot", "--chapter", "1", "--step", "0"];
    success(&[&snapshot[..], &options, &out].concat());
    assert_eq!(image::open(&picture).unwrap().into_rgba8().dimensions(), (640, 360));

    let message = failure(1, program().args(snapshot).args(["--dataset", &file]).args(out));
    assert!(message.starts_with(&format!("error: {file}, line 1: expected the header")));
    assert!(message.contains("--columns gives other names"), "{message}");
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = program()
        .args(["trace", "barcodes"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut start = [0; 16];
    child.stdout.as_mut().unwrap().read_exact(&mut start).unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((code(&output), err(&output).as_str()), (0, ""));
}
