//! Measures the time to record a perceptron's training run, and the time to read a long table.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench has no readers and may fail loudly")]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use learning::dataset::rectangles::{self, Columns};
use learning::learner::perceptron::draw_initial_weights;
use learning::{LearningRate, Perceptron, RectangleSample, Trace};

const SHIPPED: &[u8] = include_bytes!("../../../assets/datasets/rectangles.csv");

fn count(samples: &[RectangleSample]) -> u64 {
    samples.iter().map(|sample| sample.rectangles.len() as u64).sum()
}

fn perceptron(criterion: &mut Criterion) {
    let read = |bytes| rectangles::from_csv("rectangles.csv", bytes, &Columns::default()).unwrap();
    let notebook = read(SHIPPED).samples;
    let generated: Vec<_> = (0..200).flat_map(|seed| rectangles::generate(seed).samples).collect();
    let learner = Perceptron {
        learning_rate: LearningRate::ONE,
        use_datapoints: true,
        initial_weights: draw_initial_weights(1),
    };

    let mut group = criterion.benchmark_group("perceptron trace, by rectangles");
    for (name, samples) in [("notebook", &notebook), ("20,000 samples", &generated)] {
        group.throughput(Throughput::Elements(count(samples)));
        group.bench_function(name, |bencher| {
            bencher.iter_batched(
                || (),
                |()| Trace::record(&learner, black_box(samples)),
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();

    let table = rectangles::to_csv(&generated).into_bytes();
    let mut group = criterion.benchmark_group("rectangles from a table, by rows");
    group.sample_size(10).throughput(Throughput::Elements(count(&generated)));
    group.bench_function("20,000 samples", |bencher| {
        bencher.iter(|| read(black_box(&table)));
    });
    group.finish();
}

criterion_group!(benches, perceptron);
criterion_main!(benches);
