//! Compares the data and the training runs with those of the notebook, step by step.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use learning::dataset::rectangles::{self, Columns};
use learning::dataset::{barcodes, walkthrough};
use learning::learner::perceptron;
use learning::learner::threshold::LEARNING_RATES;
use learning::{Barcode, LearningRate, Perceptron, RectangleSample, Threshold, Trace};
use serde_json::Value;

const SHIPPED: &str = include_str!("../../../assets/datasets/barcodes.csv");

fn notebook() -> Vec<Barcode> {
    barcodes::from_csv("barcodes.csv", SHIPPED.as_bytes()).unwrap().samples
}

fn golden(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_shipped_barcodes_are_those_of_the_notebook() {
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
        // The notebook also records the boundary before the first sample.
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

const SHIPPED_RECTANGLES: &str = include_str!("../../../assets/datasets/rectangles.csv");

fn notebook_rectangles() -> Vec<RectangleSample> {
    let columns = Columns::default();
    rectangles::from_csv("rectangles.csv", SHIPPED_RECTANGLES.as_bytes(), &columns).unwrap().samples
}

fn pair(value: &Value) -> [f64; 2] {
    [value[0].as_f64().unwrap(), value[1].as_f64().unwrap()]
}

fn assert_near(ours: f64, theirs: f64, what: &str) {
    let relative = (ours - theirs).abs() / theirs.abs().max(f64::MIN_POSITIVE);
    assert!(relative <= 1e-9, "{what}: {ours} is not {theirs}");
}

#[test]
fn the_shipped_rectangles_are_those_of_the_notebook() {
    let golden = golden(include_str!("golden/rectangles.json"));
    let expected = golden["samples"].as_array().unwrap();
    let samples = notebook_rectangles();
    assert_eq!(samples.len(), 100);
    assert_eq!(samples.iter().map(|sample| sample.rectangles.len()).sum::<usize>(), 586);
    assert_eq!(samples.len(), expected.len());
    for (sample, expected) in samples.iter().zip(expected) {
        assert_eq!(sample.label, expected["label"].as_bool().unwrap());
        let (sizes, places) = (&expected["sizes"], &expected["positions"]);
        assert_eq!(sample.rectangles.len(), sizes.as_array().unwrap().len());
        for (index, rectangle) in sample.rectangles.iter().enumerate() {
            for axis in 0..2 {
                let what = "a recorded rectangle";
                assert_near(rectangle.features()[axis], pair(&sizes[index])[axis], what);
                assert_near(rectangle.place[axis], pair(&places[index])[axis], what);
            }
        }
    }
}

#[test]
fn every_perceptron_run_agrees_with_the_notebook() {
    let golden = golden(include_str!("golden/rectangles_traces.json"));
    let samples = notebook_rectangles();
    let runs = golden["traces"].as_array().unwrap();
    assert_eq!(runs.len(), 2 * perceptron::LEARNING_RATES.len());
    for run in runs {
        let learning_rate = LearningRate::new(run["learning_rate"].as_f64().unwrap()).unwrap();
        let use_datapoints = run["use_datapoints"].as_bool().unwrap();
        let learner = Perceptron::notebook(learning_rate, use_datapoints).unwrap();
        let trace = Trace::record(&learner, &samples);
        let what = format!("rate {learning_rate:?}, datapoints {use_datapoints}");
        let (predictions, weights) =
            (run["predictions"].as_array().unwrap(), run["weights"].as_array().unwrap());
        assert_eq!((trace.len(), trace.len() + 1), (predictions.len(), weights.len()), "{what}");
        for (sample, expected) in weights.iter().enumerate() {
            for axis in 0..2 {
                let ours = trace.before(sample).weights[axis];
                assert_near(ours, pair(expected)[axis], &format!("{what}, sample {sample}"));
            }
        }
        for (sample, expected) in predictions.iter().enumerate() {
            let expected: Vec<bool> =
                expected.as_array().unwrap().iter().map(|p| p.as_bool().unwrap()).collect();
            let verdict = trace.outcome(sample).unwrap();
            assert_eq!(*verdict.predictions, *expected, "{what}, sample {sample}");
            let wrong = expected.iter().filter(|&&p| p != samples[sample].label).count();
            assert_eq!(verdict.wrong(samples[sample].label), wrong);
            let sign = if samples[sample].label { -1.0 } else { 1.0 };
            assert_near(
                verdict.error,
                sign * wrong as f64 / expected.len() as f64,
                &format!("{what}, sample {sample}, error"),
            );
        }
    }
}

#[test]
fn the_walkthrough_agrees_with_the_notebook() {
    let golden = golden(include_str!("golden/perceptron_walkthrough.json"));
    let (points, learner) = (walkthrough::points(), walkthrough::perceptron());
    assert_eq!(learner.learning_rate.value(), golden["learning_rate"].as_f64().unwrap());
    let trace = Trace::record(&learner, &points.samples);
    let rows = golden["rows"].as_array().unwrap();
    assert_eq!(trace.len(), rows.len());
    for (index, row) in rows.iter().enumerate() {
        let number = |name: &str| row[name].as_f64().unwrap();
        let (sample, state) = (&points.samples[index], trace.before(index));
        let verdict = trace.outcome(index).unwrap();
        assert_eq!(sample.rectangles[0].features(), [number("x1"), number("x2")]);
        assert_eq!(sample.label, row["label"].as_bool().unwrap());
        assert_near(state.weights[0], number("w1"), "w1");
        assert_near(state.weights[1], number("w2"), "w2");
        assert_near(state.score(&sample.rectangles[0]), number("z"), "z");
        assert_eq!(*verdict.predictions, [row["prediction"].as_bool().unwrap()]);
        assert_eq!(verdict.error, number("error"));
    }
    let last = trace.before(usize::MAX).weights;
    let recorded = |key: &str, name: &str| golden[key][name].as_f64().unwrap();
    assert_near(last[0], recorded("final", "w1"), "the last w1");
    assert_near(last[1], recorded("final", "w2"), "the last w2");
    assert_eq!(trace.before(0).weights, [recorded("initial", "w1"), recorded("initial", "w2")]);
}
