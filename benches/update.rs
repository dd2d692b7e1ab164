//! Measures one frame of each chapter without a window, at rest and playing. Nothing is drawn.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench has no readers and may fail loudly")]

use std::time::Duration;

use bevy::prelude::UVec2;
use bevy::time::TimeUpdateStrategy;
use content::files::Files;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, criterion_group, criterion_main};
use exhibit::chapter::{CHAPTERS, find};
use exhibit::command::Command;
use exhibit::experiment::{Experiments, Material};
use exhibit::playback::PlaybackCommand;
use learning::dataset::rectangles;
use learning::{Dataset, Playhead, RectangleSample};
use learning_machine::Setup;
use learning_machine::headless::{Rendering, app};

fn update(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("update");
    for (chapter, shown) in CHAPTERS.iter().enumerate() {
        let setup = Setup { chapter, ..Setup::new(Files::default()).unwrap() };
        // Start in the middle of the run, where the picture is full.
        let step = shown.timeline(&Experiments::new(setup.material.clone())).steps() / 2;
        bench(&mut group, shown.id(), Setup { step, ..setup });
    }
    group.finish();
}

/// Measures one sample of 10,000 rectangles, with as many points on the plane before it.
fn many(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("update with 10,000 rectangles and 10,000 points");
    let setup = Setup::new(Files::default()).unwrap();
    let mut samples: Vec<_> = (0..18).flat_map(|seed| rectangles::generate(seed).samples).collect();
    let template = samples[0].rectangles.clone();
    let rectangles = template.iter().copied().cycle().take(10_000).collect();
    let last = samples.len();
    samples.push(RectangleSample { rectangles, label: samples[0].label });
    let dataset = Dataset { samples, ..setup.material.rectangles.clone() };
    let material = Material { rectangles: dataset, ..setup.material.clone() };
    let chapter = find("perceptron-learns").unwrap();
    let step = CHAPTERS[chapter].phases().len() * last;
    bench(&mut group, "perceptron-learns", Setup { material, chapter, step, ..setup });
    group.finish();
}

fn bench(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, setup: Setup) {
    let step = Playhead::at(setup.step);
    let mut app = app(setup, UVec2::new(1920, 1080), Rendering::Off).unwrap();
    for _ in 0..5 {
        app.update();
    }
    group.bench_function(format!("{name}, standing still"), |bencher| {
        bencher.iter(|| app.update());
    });
    let frame = Duration::from_secs_f64(1.0 / 60.0);
    app.insert_resource(TimeUpdateStrategy::ManualDuration(frame));
    let mut frames = 0_u64;
    group.bench_function(format!("{name}, playing"), |bencher| {
        bencher.iter(|| {
            // Play two seconds from the same step, again and again, so that entities appear and disappear.
            if frames.is_multiple_of(120) {
                app.world_mut().write_message(Command::Playback(PlaybackCommand::Seek(step)));
                app.world_mut().write_message(Command::Playback(PlaybackCommand::Play));
            }
            frames += 1;
            app.update();
        });
    });
}

criterion_group!(benches, update, many);
criterion_main!(benches);
