//! Compares the XOR data, and the network's runs and decision regions, with those of the notebook.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use learning::dataset::rectangles::{self, Columns};
use learning::learner::backpropagation::Rule;
use learning::learner::mlp::LEARNING_RATES;
use learning::{Grid, LearningRate, Mlp, Network, RectangleSample, Trace};
use serde_json::Value;

const SHIPPED: &str = include_str!("../../../assets/datasets/xor.csv");
const SHIPPED_CLEAN: &str = include_str!("../../../assets/datasets/xor-clean.csv");
const TRACES: &str = include_str!("golden/xor_traces.json");

fn notebook(text: &str) -> Vec<RectangleSample> {
    rectangles::from_csv("xor.csv", text.as_bytes(), &Columns::default()).unwrap().samples
}

fn golden(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn assert_near(ours: f64, theirs: f64, what: &str) {
    let relative = (ours - theirs).abs() / theirs.abs().max(f64::MIN_POSITIVE);
    assert!(relative <= 1e-9, "{what}: {ours} is not {theirs}");
}

#[test]
fn the_shipped_xor_rectangles_are_those_of_the_notebook() {
    for (golden_text, shipped) in [
        (include_str!("golden/xor_clean.json"), SHIPPED_CLEAN),
        (include_str!("golden/xor.json"), SHIPPED),
    ] {
        let golden = golden(golden_text);
        let (samples, expected) = (notebook(shipped), list(&golden["samples"]));
        assert_eq!(rectangles::to_csv(&samples), shipped);
        assert_eq!((samples.len(), expected.len()), (200, 200));
        assert_eq!(samples.iter().map(|sample| sample.rectangles.len()).sum::<usize>(), 1121);
        for (sample, expected) in samples.iter().zip(expected) {
            assert_eq!(sample.label, expected["label"].as_bool().unwrap());
            let (sizes, places) = (list(&expected["sizes"]), list(&expected["positions"]));
            assert_eq!(sample.rectangles.len(), sizes.len());
            for (rectangle, (size, place)) in sample.rectangles.iter().zip(sizes.iter().zip(places))
            {
                for axis in 0..2 {
                    let what = "a recorded rectangle";
                    assert_near(rectangle.features()[axis], number(&size[axis]), what);
                    assert_near(rectangle.place[axis], number(&place[axis]), what);
                }
            }
        }
    }
}

/// Returns the parameters of a recorded network, in the order of [`Network::parameters`].
fn parameters(weights: &Value) -> Vec<f64> {
    let hidden = list(&weights["w1"]).iter().flat_map(list);
    let rest = [&weights["b1"], &weights["w2"]].into_iter().flat_map(list);
    hidden.chain(rest).chain([&weights["b2"]]).map(number).collect()
}

fn record(learning_rate: f64, rule: Rule) -> Trace<Network, learning::learner::mlp::Verdict> {
    let learning_rate = LearningRate::new(learning_rate).unwrap();
    Trace::record(&Mlp { learning_rate, rule, ..Mlp::default() }, &notebook(SHIPPED))
}

fn assert_run_agrees(run: &Value, rule: Rule) {
    let (rate, samples) = (number(&run["learning_rate"]), notebook(SHIPPED));
    let trace = record(rate, rule);
    let weights = list(&run["weights"]);
    assert_eq!((trace.len(), trace.len() + 1), (list(&run["outputs"]).len(), weights.len()));
    for (sample, expected) in weights.iter().enumerate() {
        let ours = trace.before(sample).parameters();
        let theirs = parameters(expected);
        assert_eq!(ours.len(), theirs.len());
        for (index, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
            let what = format!("{rule:?}, rate {rate}, before sample {sample}, number {index}");
            assert_near(*ours, theirs, &what);
        }
    }
    for (sample, verdict) in trace.outcomes().iter().enumerate() {
        let what = format!("{rule:?}, rate {rate}, sample {sample}");
        let (outputs, predictions) =
            (list(&run["outputs"][sample]), list(&run["predictions"][sample]));
        assert_eq!((verdict.pass.len(), verdict.pass.len()), (outputs.len(), predictions.len()));
        for (ours, theirs) in verdict.outputs().zip(outputs) {
            assert_near(ours, number(theirs), &what);
        }
        let predictions: Vec<bool> = predictions.iter().map(|p| p.as_bool().unwrap()).collect();
        assert!(verdict.predictions().eq(predictions.iter().copied()), "{what}");
        let label = samples[sample].label;
        assert_eq!(verdict.wrong(label), predictions.iter().filter(|&&p| p != label).count());
        assert!(verdict.loss() >= 0.0);
        for (ours, theirs) in verdict.errors().zip(outputs) {
            assert_near(ours, number(theirs) - f64::from(u8::from(label)), &what);
        }
    }
}

#[test]
fn every_run_by_the_notebooks_rule_agrees_with_the_notebook() {
    let golden = golden(TRACES);
    assert_eq!(Mlp::notebook_network().parameters(), parameters(&golden["initial"]));
    let runs = list(&golden["traces"]);
    let rates: Vec<f64> = runs.iter().map(|run| number(&run["learning_rate"])).collect();
    assert_eq!(rates, LEARNING_RATES);
    for run in runs {
        assert_run_agrees(run, Rule::Notebook);
    }
}

#[test]
fn the_run_by_the_exact_gradient_agrees_with_the_notebook() {
    let golden = golden(include_str!("golden/xor_traces_gradient.json"));
    for run in list(&golden["traces"]) {
        assert_run_agrees(run, Rule::Gradient);
    }
}

#[test]
fn every_decision_region_agrees_with_the_notebook() {
    let golden = golden(include_str!("golden/xor_regions.json"));
    let samples = notebook(SHIPPED);
    let sides = samples.iter().flat_map(|sample| &sample.rectangles).flat_map(|r| r.features());
    let greatest = sides.fold(0.0, f64::max);
    for region in list(&golden["regions"]) {
        let trace = record(number(&region["learning_rate"]), Rule::Notebook);
        let network = trace.before(region["after_sample"].as_u64().unwrap() as usize);
        let points = region["grid_points"].as_u64().unwrap() as usize;
        let grid = Grid { points, side: number(&region["grid_max"]) };
        assert_eq!(grid.side, greatest);
        let (classes, confidence) = (grid.classes(network), grid.confidence(network));
        let rows = list(&region["rows"]).iter().map(|row| row.as_str().unwrap());
        let expected: Vec<bool> =
            rows.flat_map(|row| row.bytes().map(|cell| cell == b'1')).collect();
        assert_eq!(classes.len(), expected.len());
        for (index, expected) in expected.into_iter().enumerate() {
            let output = confidence[index];
            assert_eq!(classes[index], output > 0.5);
            let what = format!("row {}, column {}: {output}", index / points, index % points);
            assert!(classes[index] == expected || (output - 0.5).abs() <= 1e-9, "{what}");
        }
    }
}

#[test]
fn at_the_greatest_rate_the_region_of_class_true_is_lost() {
    let trace = record(LEARNING_RATES[2], Rule::Notebook);
    let grid = Grid { points: 100, side: 1.4 };
    assert!(grid.classes(trace.before(0)).contains(&true));
    assert!(!grid.classes(trace.before(usize::MAX)).contains(&true));
}
