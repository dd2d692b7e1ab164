//! Tables: any bytes are read as barcodes and as rectangles. A learner learns from every valid table.
//!
//! If the first empty line of an input is its fourth line, the three lines before it name the columns of a table
//! of rectangles. Otherwise the columns have their usual names. Checks: nothing panics; every computed
//! number is finite; every message is short.

#![no_main]

use learning::dataset::rectangles::{self, Columns};
use learning::dataset::{DatasetError, barcodes};
use learning::learner::backpropagation::Rule;
use learning::learner::perceptron::draw_initial_weights;
use learning::separation::best_line;
use learning::{
    Dataset, Grid, LearningRate, Line, Mlp, Perceptron, RectangleSample, RunningHistogram,
    Threshold, Trace,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    match barcodes::from_csv("fuzz.csv", input) {
        Ok(data) => check_barcodes(&data),
        Err(error) => check_error(&error),
    }
    let (columns, table) = columns_and_table(input);
    match rectangles::from_csv("fuzz.csv", table, &columns) {
        Ok(data) => check_rectangles(&data),
        Err(error) => check_error(&error),
    }
});

fn columns_and_table(input: &[u8]) -> (Columns, &[u8]) {
    let named = || {
        let end = input.windows(2).position(|pair| pair == b"\n\n")?;
        let head = std::str::from_utf8(&input[..end]).ok()?;
        let names: Vec<&str> = head.split('\n').collect();
        let [width, height, label] = names[..] else { return None };
        let columns =
            Columns { features: [width.to_owned(), height.to_owned()], label: label.to_owned() };
        Some((columns, &input[end + 2..]))
    };
    named().unwrap_or_else(|| (Columns::default(), input))
}

fn check_error(error: &DatasetError) {
    let text = error.to_string();
    assert!(text.len() < 12_000, "a message of {} bytes", text.len());
    assert!(!text.contains(learning::text::is_control), "a control character in {text:?}");
}

fn check_names(names: Option<&[String; 2]>) {
    for name in names.into_iter().flatten() {
        assert!(learning::text::check_name(name).is_ok());
    }
}

fn rates() -> [LearningRate; 3] {
    [1e-9, 1.0, 1e9].map(|rate| LearningRate::new(rate).expect("a rate within the limits"))
}

fn check_barcodes(data: &Dataset<learning::Barcode>) {
    check_names(data.class_names.as_ref());
    for learning_rate in rates() {
        let trace =
            Trace::record(&Threshold { learning_rate, ..Threshold::default() }, &data.samples);
        for index in 0..=trace.len() {
            assert!(trace.before(index).boundary.is_finite());
        }
    }
    let histogram = RunningHistogram::new(data.samples.iter().map(|s| (s.bars, s.label)));
    let counts = histogram.counts(data.samples.len());
    let whole: u64 = counts.iter().flatten().map(|&count| u64::from(count)).sum();
    assert_eq!(whole, data.samples.len() as u64);
    assert!(histogram.last() >= histogram.first() && histogram.tallest() >= 1);
    let again = barcodes::from_csv("again.csv", barcodes::to_csv(&data.samples).as_bytes());
    assert_eq!(again.expect("what was written").samples, data.samples);
}

fn check_line(line: &Line) {
    let bounds = [[0.0, 1e9]; 2];
    let numbers = line.weights.into_iter().chain([line.bias]).chain(line.slope());
    let points = line.segment(bounds).into_iter().flatten().chain(line.half_plane(bounds));
    assert!(numbers.chain(points.flatten()).all(f64::is_finite), "{line:?}");
}

fn check_rectangles(data: &Dataset<RectangleSample>) {
    check_names(data.class_names.as_ref());
    check_names(data.feature_names.as_ref());
    for learning_rate in rates() {
        for use_datapoints in [false, true] {
            let initial_weights = draw_initial_weights(0);
            let perceptron = Perceptron { learning_rate, use_datapoints, initial_weights };
            let trace = Trace::record(&perceptron, &data.samples);
            for index in 0..=trace.len() {
                check_line(&trace.before(index).line());
            }
        }
        for rule in [Rule::Notebook, Rule::Gradient] {
            let trace =
                Trace::record(&Mlp { learning_rate, rule, ..Mlp::default() }, &data.samples);
            for (index, verdict) in trace.outcomes().iter().enumerate() {
                assert!(verdict.loss().is_finite());
                assert!(trace.after(index).parameters().iter().all(|number| number.is_finite()));
            }
            let network = trace.before(usize::MAX);
            for side in [1e-9, 1.4, 1e9] {
                let grid = Grid { points: 4, side };
                let (confidence, classes) = (grid.confidence(network), grid.classes(network));
                for (said, class) in confidence.iter().zip(classes) {
                    assert!((0.0..=1.0).contains(said) && class == (*said > 0.5));
                }
            }
        }
    }
    let points = data.samples.iter().flat_map(|sample| {
        sample.rectangles.iter().map(|rectangle| (rectangle.features(), sample.label))
    });
    // Use few points, because `best_line` takes n² log n steps.
    let points: Vec<_> = points.take(200).collect();
    let (line, most) = best_line(&points).expect("points");
    check_line(&line);
    assert!(most >= points.len().div_ceil(2) && most <= points.len());
    let again = rectangles::from_csv(
        "again.csv",
        rectangles::to_csv(&data.samples).as_bytes(),
        &Columns::default(),
    );
    assert_eq!(again.expect("what was written").samples, data.samples);
}
