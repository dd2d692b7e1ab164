//! Measures the time to record a threshold's training run, and the time to find its states.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench has no readers and may fail loudly")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use learning::dataset::barcodes;
use learning::{RunningHistogram, Threshold, Trace};

const SHIPPED: &[u8] = include_bytes!("../../../assets/datasets/barcodes.csv");

fn threshold(criterion: &mut Criterion) {
    let notebook = barcodes::from_csv("barcodes.csv", SHIPPED).unwrap().samples;
    let mut generated = barcodes::generate(1, 420_000).samples;
    assert!(generated.len() >= 100_000, "{}", generated.len());
    generated.truncate(100_000);

    let mut group = criterion.benchmark_group("threshold trace");
    for (name, samples) in [("notebook", &notebook), ("100,000 generated", &generated)] {
        group.throughput(Throughput::Elements(samples.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| Trace::record(&Threshold::default(), black_box(samples)));
        });
    }
    group.finish();

    let trace = Trace::record(&Threshold::default(), &generated);
    let histogram = RunningHistogram::new(generated.iter().map(|s| (s.bars, s.label)));
    let mut counts = Vec::new();
    let mut group = criterion.benchmark_group("seek among 100,000 samples");
    for (name, at) in [("sample 1", 1), ("the last sample", 99_999)] {
        group.bench_function(format!("state at {name}"), |bencher| {
            bencher.iter(|| {
                trace.before(black_box(at)).boundary + trace.after(black_box(at)).boundary
            });
        });
        group.bench_function(format!("histogram at {name}"), |bencher| {
            bencher.iter(|| histogram.counts_into(black_box(at), &mut counts));
        });
    }
    group.finish();
}

criterion_group!(benches, threshold);
criterion_main!(benches);
