//! Tests how rectangles are generated, written and read, from good and bad tables.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use learning::dataset::rectangles::{
    self, COVARIANCE, Columns, LEAST_SIDE, MEANS, RECTANGLES, SAMPLES_PER_CLASS,
};
use learning::learner::perceptron::draw_initial_weights;
use learning::rectangle::{FIELD_SIDE, FIELD_START, default_place};
use learning::{Dataset, LearningRate, Origin, Perceptron, RectangleSample, Trace};
use proptest::prelude::*;

fn read(text: &str) -> Result<Dataset<RectangleSample>, String> {
    rectangles::from_csv("mine.csv", text.as_bytes(), &Columns::default())
        .map_err(|error| error.to_string())
}

fn problem(text: &str) -> String {
    read(text).unwrap_err()
}

fn perceptron(seed: u64) -> Perceptron {
    let learning_rate = LearningRate::new(1.0).unwrap();
    Perceptron { learning_rate, use_datapoints: true, initial_weights: draw_initial_weights(seed) }
}

#[test]
fn the_same_seed_gives_the_same_data_in_every_release() {
    let data = rectangles::generate(1);
    assert_eq!(data.origin, Origin::Generated(1));
    // The data of a seed must never change, because teachers have noted seeds.
    let hash = rectangles::to_csv(&data.samples)
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
    let count: usize = data.samples.iter().map(|sample| sample.rectangles.len()).sum();
    assert_eq!((count, hash), (FIXED_COUNT, FIXED_HASH), "FNV-1a of seed 1");
    assert_eq!(draw_initial_weights(1), FIXED_WEIGHTS);
    assert_ne!(data, rectangles::generate(2));
}

const FIXED_COUNT: usize = 563;
const FIXED_HASH: u64 = 3_901_228_007_955_966_093;
const FIXED_WEIGHTS: [f64; 2] = [-0.103_533_138_648_742_47, 0.817_991_633_357_712_4];

/// Returns the expected mean and covariance matrix of a class's sides. The generator draws sides that are too
/// small again. The function sums the normal density over a fine grid.
fn expected_moments(label: bool) -> ([f64; 2], [[f64; 2]; 2]) {
    let mean = MEANS[usize::from(label)];
    let [variance, covariance] = COVARIANCE;
    let determinant = variance * variance - covariance * covariance;
    let side = |index: usize| LEAST_SIDE + 0.005 * (index as f64 + 0.5);
    let (mut whole, mut sums, mut products) = (0.0, [0.0; 2], [[0.0; 2]; 2]);
    for i in 0..700 {
        for j in 0..700 {
            let x = [side(i), side(j)];
            let d = [x[0] - mean[0], x[1] - mean[1]];
            let exponent = variance * (d[0] * d[0] + d[1] * d[1]) - 2.0 * covariance * d[0] * d[1];
            let weight = libm::exp(-0.5 * exponent / determinant);
            whole += weight;
            for a in 0..2 {
                sums[a] += weight * x[a];
                for b in 0..2 {
                    products[a][b] += weight * x[a] * x[b];
                }
            }
        }
    }
    let means = sums.map(|sum| sum / whole);
    let mut covariances = [[0.0; 2]; 2];
    for a in 0..2 {
        for b in 0..2 {
            covariances[a][b] = products[a][b] / whole - means[a] * means[b];
        }
    }
    (means, covariances)
}

#[test]
fn generated_rectangles_keep_the_means_and_the_covariance() {
    for label in [false, true] {
        let sides: Vec<[f64; 2]> = (0..400)
            .flat_map(|seed| rectangles::generate(seed).samples)
            .filter(|sample| sample.label == label)
            .flat_map(|sample| sample.rectangles)
            .map(|rectangle| rectangle.features())
            .collect();
        let count = sides.len() as f64;
        let (means, covariances) = expected_moments(label);
        let mean = |f: &dyn Fn(&[f64; 2]) -> f64| sides.iter().map(f).sum::<f64>() / count;
        for a in 0..2 {
            // The limit is four standard errors. With random seeds one test in 16,000 would fail, but
            // the seeds are fixed.
            let error = (mean(&|x| x[a]) - means[a]).abs();
            let allowed = 4.0 * (covariances[a][a] / count).sqrt();
            assert!(error < allowed, "{label}, side {a}: mean off by {error}, over {allowed}");
            for b in 0..2 {
                let product = |x: &[f64; 2]| (x[a] - means[a]) * (x[b] - means[b]);
                let found = mean(&product);
                let spread = mean(&|x| (product(x) - found) * (product(x) - found));
                let error = (found - covariances[a][b]).abs();
                let allowed = 4.0 * (spread / count).sqrt();
                assert!(error < allowed, "{label}, {a}, {b}: covariance off by {error}");
            }
        }
    }
}

#[test]
fn rows_of_one_id_are_one_sample() {
    let text = "label,height,width,sample,note\nb,1,2,7,\nb,3,4,x,\nb,5,6,7,\na,8,9,y,last\n";
    let data = read(text).unwrap();
    let sizes = |sample: &RectangleSample| {
        sample.rectangles.iter().map(|r| r.features()).collect::<Vec<_>>()
    };
    let found: Vec<_> = data.samples.iter().map(|sample| (sizes(sample), sample.label)).collect();
    assert_eq!(
        found,
        [(vec![[2.0, 1.0], [6.0, 5.0]], true), (vec![[4.0, 3.0]], true), (vec![[9.0, 8.0]], false)]
    );
    assert_eq!(data.class_names, Some(["a".to_owned(), "b".to_owned()]));
    assert_eq!(data.feature_names, None);
    assert_eq!(data.samples[0].rectangles[1].place, default_place(1));
    // Without the column, each row is a sample.
    assert_eq!(read("width,height,label\n1,2,a\n3,4,b\n").unwrap().samples.len(), 2);
}

#[test]
fn columns_may_have_other_names() {
    let columns = Columns {
        features: ["petal_length".to_owned(), "petal_width".to_owned()],
        label: "species".to_owned(),
    };
    let table = "id,petal_length,petal_width,species\n1,1.4,0.2,setosa\n2,4.7,1.4,versicolor\n";
    let data = rectangles::from_csv("iris.csv", table.as_bytes(), &columns).unwrap();
    assert_eq!(data.samples[1].rectangles[0].features(), [4.7, 1.4]);
    assert_eq!(data.feature_names, Some(columns.features.clone()));
    let error = rectangles::from_csv("iris.csv", b"petal_width,species\n", &columns).unwrap_err();
    assert_eq!(
        error.to_string(),
        "iris.csv, line 1, column \"petal_length\": missing; expected the header \
         petal_length,petal_width,species, found \"petal_width,species\""
    );
}

#[test]
fn errors_name_the_file_the_line_and_the_column() {
    for (table, expected) in [
        (
            "width,label\n1,a\n",
            "mine.csv, line 1, column \"height\": missing; expected the header width,height,label, found \"width,label\"",
        ),
        (
            "width,height,label,x\n1,1,a,4\n",
            "mine.csv, line 1, column \"y\": missing; expected the header x,y, found \"width,height,label,x\"",
        ),
        (
            "width,width,height,label\n",
            "mine.csv, line 1, column \"width\": expected once in the header, found twice",
        ),
        (
            "width,height,label\n1,1,a\n1,tall,b\n",
            "mine.csv, line 3, column \"height\": expected a number such as 0.75, found \"tall\"",
        ),
        (
            "width,height,label\nNaN,1,a\n",
            "mine.csv, line 2, column \"width\": expected a number such as 0.75, found \"NaN\"",
        ),
        (
            "width,height,label\n1,-inf,a\n",
            "mine.csv, line 2, column \"height\": expected a length from 1e-9 to 1e9, found \"-inf\"",
        ),
        (
            "width,height,label\n1,1e999,a\n",
            "mine.csv, line 2, column \"height\": expected a length from 1e-9 to 1e9, found \"1e999\"",
        ),
        (
            "width,height,label\n1,0,a\n",
            "mine.csv, line 2, column \"height\": expected a length from 1e-9 to 1e9, found \"0\"",
        ),
        (
            "width,height,label\n-2,1,a\n",
            "mine.csv, line 2, column \"width\": expected a length from 1e-9 to 1e9, found \"-2\"",
        ),
        (
            "width,height,label,x,y\n1,1,a,4,\n",
            "mine.csv, line 2, column \"y\": expected a number such as 0.75, found \"\"",
        ),
        (
            "sample,width,height,label\n1,1,1,a\n2,1,1,b\n\n1,1,1,b\n",
            "mine.csv, line 5, column \"label\": expected the same label in all rows of sample \"1\", found another: \"b\"",
        ),
        (
            "width,height,label\n1,1,a\n1,1,b\n1,1,c\n",
            "mine.csv, line 4, column \"label\": expected one of two labels, \"a\" and \"b\" so far, found \"c\"",
        ),
        (
            "width,height,label\n1,1,a\n",
            "mine.csv: expected samples of two classes, found only \"a\"",
        ),
        (
            "width,height,label\n",
            "mine.csv: expected at least one sample of each class, found no rows",
        ),
        (
            "width,height,label\n1,1\n",
            "mine.csv, line 2: expected 3 fields, as in the header, found 2",
        ),
    ] {
        assert_eq!(problem(table), expected);
    }
    let bytes = b"width,height,label\n1,1,a\n1,1,\xff\n";
    let error = rectangles::from_csv("mine.csv", bytes, &Columns::default()).unwrap_err();
    assert_eq!(error.to_string(), "mine.csv, line 3: expected text in UTF-8, found other bytes");
}

#[test]
fn more_rows_than_the_limit_are_refused() {
    let limit = learning::limits::ROW_LIMIT;
    let text = format!("sample,width,height,label\n{}", "1,1,1,a\n".repeat(limit + 1));
    let expected = format!("mine.csv, line {}: expected at most {limit} rows", limit + 2);
    assert_eq!(problem(&text), expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn generated_data_keep_the_rules_and_survive_a_file(seed in any::<u64>()) {
        let data = rectangles::generate(seed);
        prop_assert_eq!(data.samples.len(), 2 * SAMPLES_PER_CLASS);
        let of_true = data.samples.iter().filter(|sample| sample.label).count();
        prop_assert_eq!(of_true, SAMPLES_PER_CLASS);
        for sample in &data.samples {
            prop_assert!(RECTANGLES.contains(&(sample.rectangles.len() as u64)));
            for rectangle in &sample.rectangles {
                prop_assert!(rectangle.features().iter().all(|&side| side > LEAST_SIDE));
                let field = FIELD_START..FIELD_START + FIELD_SIDE;
                prop_assert!(rectangle.place.iter().all(|at| field.contains(at)));
            }
        }
        let read = read(&rectangles::to_csv(&data.samples)).unwrap();
        prop_assert_eq!(read.samples, data.samples);
    }

    #[test]
    fn a_sample_never_mixes_labels(
        rows in prop::collection::vec((0u8..6, 0.1f64..3.0, 0.1f64..3.0, any::<bool>()), 1..40),
    ) {
        let mut table = "sample,width,height,label\n".to_owned();
        for (sample, width, height, label) in &rows {
            table += &format!("{sample},{width},{height},{label}\n");
        }
        let mixed = rows.iter().any(|a| rows.iter().any(|b| a.0 == b.0 && a.3 != b.3));
        match read(&table) {
            Ok(data) => {
                prop_assert!(!mixed);
                let count: usize = data.samples.iter().map(|s| s.rectangles.len()).sum();
                prop_assert_eq!(count, rows.len());
            }
            Err(error) => prop_assert!(mixed || error.contains("two classes"), "{}", error),
        }
    }

    #[test]
    fn any_bytes_give_a_data_set_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = rectangles::from_csv("mine.csv", &bytes, &Columns::default());
        let mut table = b"sample,width,height,label,x,y\n".to_vec();
        table.extend(bytes);
        if let Ok(data) = rectangles::from_csv("mine.csv", &table, &Columns::default()) {
            let _ = Trace::record(&perceptron(0), &data.samples);
        }
    }

    #[test]
    fn any_fields_give_a_data_set_or_an_error(
        rows in prop::collection::vec(("[-+.0-9eEnaif ]{0,9}", "[0-9.e-]{0,6}", "[ab]"), 0..12),
    ) {
        let mut table = "width,height,label\n".to_owned();
        for (width, height, label) in rows {
            table += &format!("{width},{height},{label}\n");
        }
        if let Ok(data) = read(&table) {
            let trace = Trace::record(&perceptron(1), &data.samples);
            prop_assert_eq!(trace.len(), data.samples.len());
        }
    }
}
