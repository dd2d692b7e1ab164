//! Tests networks of any layers: their gradients against differences, and the autoencoder from many seeds.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use learning::learner::autoencoder::{self, EPOCHS, Epoch, LEARNING_RATES, PATTERNS};
use learning::learner::backpropagation::{Loss, Rule};
use learning::learner::network::{NetworkError, logistic};
use learning::{
    Autoencoder, Learner, LearningRate, Mlp, Network, Rectangle, RectangleSample, Trace,
};
use proptest::prelude::*;

type Batch = Vec<(Vec<f64>, Vec<f64>)>;

/// Makes a network of two to four layers with a batch of inputs and targets.
fn network_and_batch() -> impl Strategy<Value = (Network, Batch)> {
    prop::collection::vec(1usize..6, 2..5).prop_flat_map(|sizes| {
        let count = sizes.windows(2).map(|pair| (pair[0] + 1) * pair[1]).sum::<usize>();
        let inputs = prop::collection::vec(-1.0..1.0, sizes[0]);
        let targets = prop::collection::vec(0.0..1.0, *sizes.last().unwrap());
        let parameters = prop::collection::vec(-2.0..2.0, count);
        (parameters, prop::collection::vec((inputs, targets), 0..5))
            .prop_map(move |(parameters, batch)| (Network::new(&sizes, parameters).unwrap(), batch))
    })
}

/// Returns the derivative of a function of the parameters, by central differences.
fn differences(network: &Network, of: impl Fn(&Network) -> f64) -> Vec<f64> {
    let step = 1e-5;
    let at = |index: usize, offset: f64| {
        let mut moved = network.clone();
        moved.parameters_mut()[index] += offset;
        of(&moved)
    };
    (0..network.parameters().len())
        .map(|index| (at(index, step) - at(index, -step)) / (2.0 * step))
        .collect()
}

fn close(ours: &[f64], theirs: &[f64]) -> bool {
    let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-7 * (1.0 + a.abs());
    ours.len() == theirs.len() && ours.iter().zip(theirs).all(near)
}

fn sample(sides: &[[f64; 2]], label: bool) -> RectangleSample {
    let rectangle = |&[width, height]: &[f64; 2]| Rectangle { width, height, place: [0.0; 2] };
    RectangleSample { rectangles: sides.iter().map(rectangle).collect(), label }
}

proptest! {
    #[test]
    fn gradients_agree_with_differences((network, batch) in network_and_batch()) {
        for loss in [Loss::HalfSquaredError, Loss::CrossEntropy] {
            let ours = loss.gradient(&network, &batch);
            let theirs = differences(&network, |network| loss.of(network, &batch));
            prop_assert!(close(&ours, &theirs), "{:?}: {:?} is not {:?}", loss, ours, theirs);
        }
    }

    #[test]
    fn the_gradient_rule_goes_down_the_half_squared_error(
        hidden in prop::collection::vec(1usize..5, 0..3),
        numbers in prop::collection::vec(-3.0..3.0, 100),
        sides in prop::collection::vec([0.1..2.0, 0.1..2.0], 1..9),
        label in any::<bool>(),
        rate in 0.01..2.0,
    ) {
        let sizes = [&[2], &hidden[..], &[1]].concat();
        let count = sizes.windows(2).map(|pair| (pair[0] + 1) * pair[1]).sum();
        let initial = Network::new(&sizes, numbers[..count].to_vec()).unwrap();
        let learning_rate = LearningRate::new(rate).unwrap();
        let learner = Mlp { learning_rate, rule: Rule::Gradient, initial };
        let sample = sample(&sides, label);
        let (verdict, after) = learner.learn(&learner.initial, &sample);
        let loss = |network: &Network| {
            let target = f64::from(u8::from(label));
            let errors = sides.iter().map(|side| network.output(side) - target);
            errors.map(|error| 0.5 * error * error).sum::<f64>()
        };
        let expected = differences(&learner.initial, loss);
        prop_assert!(close(verdict.pass.gradients(), &expected));
        prop_assert!((verdict.loss() - loss(&learner.initial)).abs() < 1e-12);
        for (index, gradient) in expected.iter().enumerate() {
            let moved = after.parameters()[index] - learner.initial.parameters()[index];
            prop_assert!((moved + rate * gradient).abs() <= 1e-6);
        }
        // The rules differ only in the layers before the last.
        let notebook = Mlp { rule: Rule::Notebook, ..learner };
        let (of_notebook, other) = notebook.learn(&notebook.initial, &sample);
        let last = sizes.len() - 2;
        prop_assert_eq!(of_notebook.pass.gradient(last), verdict.pass.gradient(last));
        prop_assert_eq!(other.layer(last), after.layer(last));
    }

    #[test]
    fn the_recorded_numbers_of_a_sample_agree_with_each_other(
        sides in prop::collection::vec([0.1..2.0, 0.1..2.0], 1..9), label in any::<bool>(),
    ) {
        let learner = Mlp::default();
        let (verdict, after) = learner.learn(&learner.initial, &sample(&sides, label));
        let (pass, rate) = (&verdict.pass, learner.learning_rate.value());
        prop_assert_eq!((pass.len(), pass.layers(), pass.is_empty()), (sides.len(), 3, false));
        let (mut weights, mut biases) = ([0.0; 4], [0.0; 2]);
        for (record, side) in sides.iter().enumerate() {
            let expected = learner.initial.activations(side);
            for l in 0..3 {
                prop_assert_eq!(pass.activations(l, record), expected.layer(l));
            }
            let (e, n) = (pass.errors(2, record)[0], pass.activations(2, record)[0]);
            prop_assert_eq!(pass.deltas(2, record)[0], e * (n * (1.0 - n)));
            for j in 0..2 {
                // The notebook's rule uses the weight after its change, and the error instead of the delta.
                let n = pass.activations(1, record)[j];
                prop_assert_eq!(pass.errors(1, record)[j], e * after.layer(1).weight(j, 0));
                let delta = pass.deltas(1, record)[j];
                prop_assert_eq!(delta, pass.errors(1, record)[j] * (n * (1.0 - n)));
                weights[j] += side[0] * delta;
                weights[2 + j] += side[1] * delta;
                biases[j] += delta;
            }
        }
        prop_assert_eq!(pass.gradient(0).weights, weights);
        prop_assert_eq!(pass.gradient(0).biases, biases);
        for ((before, after), gradient) in
            learner.initial.parameters().iter().zip(after.parameters()).zip(pass.gradients())
        {
            prop_assert_eq!(before - rate * gradient, *after);
        }
    }
}

#[test]
fn numbers_that_are_not_a_network_are_refused() {
    for sizes in [&[][..], &[2], &[2, 0, 1]] {
        assert_eq!(Network::new(sizes, Vec::new()), Err(NetworkError::Sizes(sizes.to_vec())));
    }
    let error = Network::new(&[2, 2, 1], vec![0.0; 8]).unwrap_err();
    assert_eq!(error.to_string(), "expected 9 weights and biases, found 8");
}

#[test]
fn a_layer_is_read_by_rows_of_inputs() {
    let network = Network::new(&[2, 3], (0..9).map(f64::from).collect()).unwrap();
    let layer = network.layer(0);
    assert_eq!(
        (layer.weight(1, 0), layer.weight(0, 2), layer.biases),
        (3.0, 2.0, &[6.0, 7.0, 8.0][..])
    );
    assert_eq!(layer.sum(&[10.0, 1.0], 1), 7.0 + 10.0 * 1.0 + 4.0);
    assert_eq!(network.activations(&[0.0, 0.0]).layer(1)[0], logistic(6.0));
}

fn last(seed: u64, rate: f64) -> Epoch {
    let learning_rate = LearningRate::new(rate).unwrap();
    Autoencoder { learning_rate, seed, epochs: EPOCHS }.record().before(usize::MAX).clone()
}

/// Returns the seeds below 100 that give an output farther than 0.1 from its pattern.
fn failing(rate: f64) -> Vec<u64> {
    (0..100).filter(|&seed| last(seed, rate).greatest_error() > 0.1).collect()
}

#[test]
fn the_seeds_that_fail_are_those_that_the_documentation_names() {
    let [slow, default, fast] = LEARNING_RATES;
    assert_eq!(failing(default), []);
    assert_eq!(failing(fast), [20]);
    assert_eq!(failing(slow), (0..100).collect::<Vec<_>>());
    let worst = (0..100).map(|seed| last(seed, default).greatest_error()).fold(0.0, f64::max);
    assert!((0.035..0.045).contains(&worst), "{worst}");
}

#[test]
fn the_default_run_rebuilds_every_pattern_and_records_how() {
    let autoencoder = Autoencoder::default();
    let trace = autoencoder.record();
    assert_eq!(trace.len(), EPOCHS);
    assert_eq!(trace.before(0).network, autoencoder::draw_initial_network(0));
    for k in 0..=EPOCHS {
        let Epoch { network, loss, codes, outputs } = trace.before(k);
        let batch = PATTERNS.map(|pattern| (pattern, pattern));
        let mean = Loss::CrossEntropy.of(network, &batch) / 4.0;
        assert!((loss - mean).abs() < 1e-12);
        for (index, pattern) in PATTERNS.iter().enumerate() {
            let (code, output) = autoencoder::squeeze(network, pattern);
            assert_eq!((code, output), (codes[index], outputs[index]));
        }
        assert!(k == 0 || *loss < trace.before(k - 1).loss, "epoch {k} went uphill");
    }
    assert!(trace.before(EPOCHS).greatest_error() < 0.1);
    // A shorter run is the beginning of a longer run.
    let shorter = Autoencoder { epochs: 10, ..autoencoder }.record();
    assert_eq!(shorter.before(usize::MAX), trace.before(10));
}

fn fnv(numbers: &[f64]) -> u64 {
    let bytes = numbers.iter().flat_map(|number| number.to_bits().to_le_bytes());
    let start = 0xcbf2_9ce4_8422_2325_u64;
    bytes.fold(start, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3))
}

#[test]
fn the_same_seed_gives_the_same_run_in_every_release() {
    // The hashes must never change. Each is the FNV-1a hash of all parameters.
    let (initial, last) = (autoencoder::draw_initial_network(1), last(1, LEARNING_RATES[1]));
    let samples =
        learning::dataset::xor::generate(1, learning::dataset::xor::Spread::NOISY).samples;
    let trace = Trace::record(&Mlp::default(), &samples);
    let hashes = [&initial, &last.network, trace.before(usize::MAX)].map(|n| fnv(n.parameters()));
    assert_eq!(hashes, FIXED_HASHES);
}

const FIXED_HASHES: [u64; 3] =
    [14_528_559_114_687_132_494, 13_941_827_954_212_240_081, 14_598_232_688_820_895_212];
