//! Tests how XOR rectangles are generated and written.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use learning::dataset::rectangles::{self, Columns, LEAST_SIDE, RECTANGLES};
use learning::dataset::xor::{self, GROUPS, SAMPLES_PER_GROUP, Spread};
use learning::rectangle::{FIELD_SIDE, FIELD_START};
use learning::{Origin, RectangleSample};
use proptest::prelude::*;

fn fnv(text: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    text.bytes().fold(start, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3))
}

#[test]
fn the_same_seed_and_spread_give_the_same_data_in_every_release() {
    // The data of a seed must never change, because teachers have noted seeds.
    for (spread, fixed) in [(Spread::CLEAN, FIXED_CLEAN), (Spread::NOISY, FIXED_NOISY)] {
        let data = xor::generate(1, spread);
        assert_eq!(data.origin, Origin::Generated(1));
        let count: usize = data.samples.iter().map(|sample| sample.rectangles.len()).sum();
        assert_eq!((count, fnv(&rectangles::to_csv(&data.samples))), fixed, "FNV-1a of seed 1");
        assert_ne!(data, xor::generate(2, spread));
    }
}

const FIXED_CLEAN: (usize, u64) = (1079, 14_257_745_081_839_221_730);
const FIXED_NOISY: (usize, u64) = (1079, 17_944_963_671_493_827_580);

/// Returns the group of a sample. The two groups of a class are far apart, on a diagonal.
fn group(sample: &RectangleSample) -> usize {
    let count = sample.rectangles.len() as f64;
    let sum = |axis: usize| sample.rectangles.iter().map(|r| r.features()[axis]).sum::<f64>();
    match sample.label {
        false if sum(0) + sum(1) < 1.5 * count => 0,
        true if sum(0) < sum(1) => 1,
        true => 2,
        false => 3,
    }
}

#[test]
fn generated_groups_keep_their_means_and_their_spread() {
    for spread in [Spread::CLEAN, Spread::NOISY] {
        let deviation = spread.deviation();
        let mut sides = [const { Vec::new() }; 4];
        for sample in (0..100).flat_map(|seed| xor::generate(seed, spread).samples) {
            let index = group(&sample);
            sides[index].extend(sample.rectangles.iter().map(|rectangle| rectangle.features()));
        }
        for (sides, (means, _)) in sides.iter().zip(GROUPS) {
            let count = sides.len() as f64;
            let mean = |f: &dyn Fn(&[f64; 2]) -> f64| sides.iter().map(f).sum::<f64>() / count;
            for axis in 0..2 {
                // The limit is five standard errors. The generator draws one side in 30,000 again, which moves
                // the mean a little.
                let error = (mean(&|x| x[axis]) - means[axis]).abs();
                assert!(error < 5.0 * deviation / count.sqrt() + 2e-5, "mean off by {error}");
                let square = mean(&|x| (x[axis] - means[axis]) * (x[axis] - means[axis]));
                let error = (square.sqrt() / deviation - 1.0).abs();
                assert!(error < 5.0 / (2.0 * count).sqrt() + 5e-4, "spread off by {error}");
            }
            let product = mean(&|x| (x[0] - means[0]) * (x[1] - means[1]));
            let error = product.abs() / (deviation * deviation);
            assert!(error < 5.0 / count.sqrt(), "a correlation of {error}");
        }
    }
}

#[test]
fn a_number_that_is_not_a_spread_is_refused() {
    for value in [0.0, -0.1, 1.5, f64::NAN, f64::INFINITY] {
        let error = Spread::new(value).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "expected a standard deviation above 0 and at most 1, such as 0.1, found {value}"
            )
        );
    }
    assert_eq!(Spread::new(0.05), Ok(Spread::CLEAN));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn generated_data_keep_the_rules_and_survive_a_file(
        seed in any::<u64>(), deviation in 1e-9f64..=1.0,
    ) {
        let data = xor::generate(seed, Spread::new(deviation).unwrap());
        prop_assert_eq!(data.samples.len(), 4 * SAMPLES_PER_GROUP);
        let of_true = data.samples.iter().filter(|sample| sample.label).count();
        prop_assert_eq!(of_true, 2 * SAMPLES_PER_GROUP);
        for sample in &data.samples {
            prop_assert!(RECTANGLES.contains(&(sample.rectangles.len() as u64)));
            for rectangle in &sample.rectangles {
                prop_assert!(rectangle.features().iter().all(|&side| side > LEAST_SIDE));
                let field = FIELD_START..FIELD_START + FIELD_SIDE;
                prop_assert!(rectangle.place.iter().all(|at| field.contains(at)));
            }
        }
        let text = rectangles::to_csv(&data.samples);
        let read = rectangles::from_csv("xor.csv", text.as_bytes(), &Columns::default()).unwrap();
        prop_assert_eq!(read.samples, data.samples);
    }
}
