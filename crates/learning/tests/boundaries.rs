//! Tests rare cases: points exactly on a boundary, values in the last bin, points at the same place.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use learning::learner::perceptron::Weights;
use learning::rectangle::default_place;
use learning::separation::best_line;
use learning::{
    Barcode, Code, Grid, Learner, Line, Mlp, Network, Rectangle, RectangleSample, RunningHistogram,
    Threshold,
};
use proptest::prelude::*;

/// Returns a network with the same output for every input: σ of `sum`.
fn constant(sum: f64) -> Network {
    Network::new(&[2, 1], vec![0.0, 0.0, sum]).unwrap()
}

#[test]
fn on_the_boundary_a_machine_predicts_class_false() {
    let rectangle = Rectangle { width: 1.0, height: 2.0, place: [0.0; 2] };
    for (sum, class) in [(0.0, false), (1e-10, true), (-1e-10, false), (3.0, true), (-3.0, false)] {
        let network = constant(sum);
        assert_eq!(network.predict(&rectangle.features()), class, "{sum}");
        let sample = RectangleSample { rectangles: vec![rectangle; 2], label: true };
        let (verdict, _) =
            Mlp { initial: network.clone(), ..Mlp::default() }.learn(&network, &sample);
        assert_eq!(verdict.predictions().collect::<Vec<_>>(), [class; 2], "{sum}");
        assert_eq!(verdict.wrong(true), if class { 0 } else { 2 });
        // The region agrees with the network.
        assert_eq!(Grid { points: 2, side: 1.0 }.classes(&network), [class; 4], "{sum}");
    }
    assert!(!Weights { weights: [2.0, -1.0] }.predict(&rectangle));
    assert!(Weights { weights: [2.0, -0.9] }.predict(&rectangle));
    let barcode = Barcode::new(Code::from_bits(0b101, 3), true);
    for (initial_boundary, class) in [(1.9, true), (2.0, false), (2.1, false)] {
        let threshold = Threshold { initial_boundary, ..Threshold::default() };
        assert_eq!(threshold.learn(&threshold.initial(), &barcode).0.prediction, class);
    }
}

#[test]
fn a_region_has_the_same_precision_as_the_network() {
    // In double precision, σ of such a small sum is ½, and ½ is not above ½.
    let network = constant(1e-17);
    let grid = Grid { points: 2, side: 1.0 };
    assert_eq!(grid.confidence(&network), [0.5; 4]);
    assert_eq!(grid.classes(&network), [false; 4]);
}

#[test]
fn a_pass_counts_its_inputs_and_its_bytes() {
    let learner = Mlp::default();
    let rectangle = Rectangle { width: 1.0, height: 2.0, place: [0.0; 2] };
    for count in [0, 1, 9] {
        let sample = RectangleSample { rectangles: vec![rectangle; count], label: true };
        let (verdict, _) = learner.learn(&learner.initial, &sample);
        assert_eq!((verdict.pass.len(), verdict.pass.is_empty()), (count, count == 0));
        // 9 parameters. For each input 5 activations, 3 errors and 3 deltas.
        assert_eq!(verdict.pass.bytes(), 8 * (9 + 11 * count));
    }
}

#[test]
fn bins_reach_from_the_least_to_the_greatest() {
    let values = [(7, true), (5, false), (7, false), (9, true), (7, true)];
    let histogram = RunningHistogram::new(values);
    assert_eq!((histogram.first(), histogram.last(), histogram.bins()), (5, 9, 5));
    assert_eq!(histogram.tallest(), 3);
    assert_eq!(histogram.counts(5), [[1, 0], [0, 0], [1, 2], [0, 0], [0, 1]]);
    let nothing = RunningHistogram::new([]);
    assert_eq!((nothing.first(), nothing.last(), nothing.tallest()), (0, 0, 0));
    let of_bins =
        RunningHistogram::of_bins(3, [(0, true), (2, false), (3, true), (u32::MAX, true)]);
    assert_eq!((of_bins.first(), of_bins.last(), of_bins.tallest()), (0, 2, 3));
    assert_eq!(of_bins.counts(4), [[0, 1], [0, 0], [1, 2]]);
}

#[test]
fn a_half_plane_with_its_line_on_an_edge_of_the_bounds_is_all_or_nothing() {
    let bounds = [[0.0, 2.0], [0.0, 3.0]];
    let corners = [[0.0, 0.0], [2.0, 0.0], [2.0, 3.0], [0.0, 3.0]];
    for (weights, bias) in
        [([1.0, 0.0], 0.0), ([0.0, 1.0], 0.0), ([-1.0, 0.0], 2.0), ([0.0, -1.0], 3.0)]
    {
        let polygon = Line { weights, bias }.half_plane(bounds);
        assert_eq!(polygon.len(), 4, "{polygon:?}");
        assert!(corners.iter().all(|corner| polygon.contains(corner)), "{polygon:?}");
        let other = Line { weights: weights.map(|weight| -weight), bias: -bias };
        assert!(other.half_plane(bounds).is_empty(), "{other:?}");
    }
    assert_eq!(Line::through_origin([3.0, 2.0]).slope(), Some(-1.5));
}

#[test]
fn default_places_are_the_same_in_every_release() {
    let near = |index: usize, expected: [f64; 2]| {
        let place = default_place(index);
        let distance = (place[0] - expected[0]).abs().max((place[1] - expected[1]).abs());
        assert!(distance < 1e-9, "{index}: {place:?}");
    };
    near(0, [8.0, 8.0]);
    near(1, [5.548_776_662_467, 3.698_402_909_981]);
    near(2, [3.097_553_324_933, 9.396_805_819_961]);
    for index in [0, 1, 999_999] {
        assert_eq!(default_place(1_000_000 + index), default_place(index));
    }
}

type Points = Vec<([f64; 2], bool)>;

/// Returns the number of points on their correct side of a line.
fn right(line: &Line, points: &Points) -> usize {
    points.iter().filter(|(at, label)| (line.score(*at) > 0.0) == *label).count()
}

/// Returns the largest number of points on their correct side, of lines in many directions.
fn most_by_trying(points: &Points) -> usize {
    let mut most = 0;
    for direction in 0..180 {
        let (sin, cos) = libm::sincos(std::f64::consts::PI * f64::from(direction) / 180.0 + 1e-3);
        let along = |at: &[f64; 2]| at[0] * cos + at[1] * sin;
        for (at, _) in points {
            for aside in [-1e-6, 1e-6] {
                let line = Line { weights: [cos, sin], bias: aside - along(at) };
                let count = right(&line, points);
                most = most.max(count).max(points.len() - count);
            }
        }
    }
    most
}

#[test]
fn no_line_separates_points_at_the_same_place() {
    let (here, there) = ([1.0, 1.0], [2.0, 1.0]);
    let points = vec![
        (here, false),
        (here, true),
        (here, false),
        (here, false),
        (here, true),
        (there, true),
    ];
    let (line, most) = best_line(&points).unwrap();
    assert_eq!((most, right(&line, &points)), (4, 4));
    let (line, most) = best_line(&points[..5]).unwrap();
    assert_eq!((most, right(&line, &points[..5].to_vec())), (3, 3));
}

#[test]
fn the_first_of_equally_good_lines_is_kept() {
    // A line beside either point is equally good. The best line is beside the first point.
    let points = [([0.0, 0.0], true), ([5.0, 0.0], true)];
    let (line, most) = best_line(&points).unwrap();
    let scores = points.map(|(at, _)| line.score(at));
    assert_eq!((most, scores[0]), (2, 0.5));
    assert!((scores[1] - 5.5).abs() < 1e-12, "{scores:?}");
    // Both points are on one side of the line if the line turns by less than 45°, and also if it turns by
    // more. The best line turns by less.
    let points = [([0.0, 0.0], true), ([3.0, 3.0], true)];
    let (line, most) = best_line(&points).unwrap();
    let (sin, cos) = libm::sincos(std::f64::consts::PI / 8.0);
    assert_eq!(most, 2);
    assert!((line.weights[0] + sin).abs() < 1e-12, "{line:?}");
    assert!((line.weights[1] - cos).abs() < 1e-12, "{line:?}");
}

proptest! {
    #[test]
    fn a_best_line_has_its_count_and_no_line_is_better(
        points in prop::collection::vec(((-2i8..3, -2i8..3), any::<bool>()), 1..14),
    ) {
        let points: Points =
            points.into_iter().map(|((x, y), label)| ([x.into(), y.into()], label)).collect();
        let (line, most) = best_line(&points).unwrap();
        prop_assert_eq!(right(&line, &points), most);
        let tried = most_by_trying(&points);
        prop_assert!(most >= tried, "{} of {}, but {} can be right", most, points.len(), tried);
    }
}
