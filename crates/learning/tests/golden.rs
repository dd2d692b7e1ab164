//! The notebook's data and training runs, step by step.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use learning::dataset::barcodes;
use learning::learner::threshold::LEARNING_RATES;
use learning::{Barcode, LearningRate, Threshold, Trace};
use serde_json::Value;

const SHIPPED: &str = include_str!("../../../assets/datasets/barcodes.csv");

fn notebook() -> Vec<Barcode> {
    barcodes::from_csv("barcodes.csv", SHIPPED.as_bytes()).unwrap().samples
}

fn golden(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_shipped_barcodes_are_the_notebooks() {
    let golden = golden(include_str!("golden/barcodes.json"));
    let expected = golden["samples"].as_array().unwrap();
    let samples = notebook();
    assert_eq!(samples.len(), 254);
    assert_eq!(samples.len(), expected.len());
    for (sample, expected) in samples.iter().zip(expected) {
        assert_eq!(sample.code.to_string(), expected["code"].as_str().unwrap());
        assert_eq!(u64::from(sample.bars), expected["bars"].as_u64().unwrap());
        assert_eq!(sample.label, expected["label"].as_bool().unwrap());
        assert_eq!(sample.label, sample.bars > barcodes::TRUE_BOUNDARY);
    }
}

#[test]
fn every_threshold_run_agrees_with_the_notebook() {
    let golden = golden(include_str!("golden/barcodes_traces.json"));
    let samples = notebook();
    let runs = golden["traces"].as_array().unwrap();
    let rates: Vec<_> = runs.iter().map(|run| run["learning_rate"].as_f64().unwrap()).collect();
    assert_eq!(rates, LEARNING_RATES);
    for run in runs {
        let learning_rate = LearningRate::new(run["learning_rate"].as_f64().unwrap()).unwrap();
        let initial_boundary = golden["initial_boundary"].as_f64().unwrap();
        let trace = Trace::record(&Threshold { learning_rate, initial_boundary }, &samples);
        let predictions = run["predictions"].as_array().unwrap();
        let boundaries = run["boundaries"].as_array().unwrap();
        assert_eq!(trace.len(), predictions.len());
        // The notebook records the boundary before the first sample, too.
        assert_eq!(trace.len() + 1, boundaries.len());
        assert_eq!(trace.before(0).boundary, boundaries[0].as_f64().unwrap());
        for (sample, (prediction, boundary)) in predictions.iter().zip(&boundaries[1..]).enumerate()
        {
            let outcome = trace.outcome(sample).unwrap();
            assert_eq!(outcome.prediction, prediction.as_bool().unwrap(), "sample {sample}");
            let label = f64::from(u8::from(samples[sample].label));
            assert_eq!(outcome.error, f64::from(u8::from(outcome.prediction)) - label);
            let (ours, theirs) = (trace.after(sample).boundary, boundary.as_f64().unwrap());
            let relative = (ours - theirs).abs() / theirs.abs().max(f64::MIN_POSITIVE);
            assert!(relative <= 1e-9, "sample {sample}: {ours} is not {theirs}");
        }
    }
}
