//! Measures the time to record a network's training run, to compute its decision region, and to train an
//! autoencoder.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench has no readers and may fail loudly")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use learning::dataset::rectangles::{self, Columns};
use learning::learner::backpropagation::Rule;
use learning::learner::network::logistic;
use learning::{Autoencoder, Grid, Mlp, Trace};

const SHIPPED: &[u8] = include_bytes!("../../../assets/datasets/xor.csv");

fn mlp(criterion: &mut Criterion) {
    let samples = rectangles::from_csv("xor.csv", SHIPPED, &Columns::default()).unwrap().samples;
    let count = samples.iter().map(|sample| sample.rectangles.len() as u64).sum();

    let mut group = criterion.benchmark_group("network trace, by rectangles");
    group.throughput(Throughput::Elements(count));
    for (name, rule) in [("rule of the notebook", Rule::Notebook), ("gradient", Rule::Gradient)] {
        let learner = Mlp { rule, ..Mlp::default() };
        group.bench_function(name, |bencher| {
            bencher.iter(|| Trace::record(&learner, black_box(&samples)));
        });
    }
    let sums: Vec<f64> = (0..3 * count).map(|i| -8.0 + 0.005 * i as f64).collect();
    group.bench_function("three logistic functions a rectangle, and nothing else", |bencher| {
        bencher.iter(|| black_box(&sums).iter().map(|&z| logistic(z)).sum::<f64>());
    });
    group.finish();
}

fn region(criterion: &mut Criterion) {
    let (network, grid) = (Mlp::notebook_network(), Grid { points: 100, side: 1.35 });
    let mut group = criterion.benchmark_group("decision region, 100 × 100");
    group.throughput(Throughput::Elements(100 * 100));
    group.bench_function("classes", |bencher| {
        bencher.iter(|| grid.classes(black_box(&network)));
    });
    group.bench_function("confidence", |bencher| {
        bencher.iter(|| grid.confidence(black_box(&network)));
    });
    group.bench_function("what a hidden neuron says", |bencher| {
        bencher.iter(|| grid.activations(black_box(&network), 1, 0));
    });
    group.finish();
}

fn autoencoder(criterion: &mut Criterion) {
    let learner = Autoencoder::default();
    let mut group = criterion.benchmark_group("autoencoder, by recorded epochs");
    group.throughput(Throughput::Elements(learner.epochs as u64));
    group.bench_function("the default run", |bencher| {
        bencher.iter(|| black_box(&learner).record());
    });
    group.finish();
}

criterion_group!(benches, mlp, region, autoencoder);
criterion_main!(benches);
