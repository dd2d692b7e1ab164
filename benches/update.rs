//! How long one headless frame of each chapter takes, standing still and playing; nothing is drawn.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench has no readers and may fail loudly")]

use std::time::Duration;

use bevy::prelude::UVec2;
use bevy::time::TimeUpdateStrategy;
use criterion::{Criterion, criterion_group, criterion_main};
use learning_machine::Setup;
use learning_machine::chapter::CHAPTERS;
use learning_machine::command::Command;
use learning_machine::files::Files;
use learning_machine::headless::{Rendering, app};
use learning_machine::playback::PlaybackCommand;

fn update(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("update");
    for (chapter, shown) in CHAPTERS.iter().enumerate() {
        // Half-way, where the histogram is full.
        let setup = Setup { chapter, step: 400, ..Setup::new(Files::default()).unwrap() };
        let mut app = app(setup, UVec2::new(1920, 1080), Rendering::Off).unwrap();
        for _ in 0..5 {
            app.update();
        }
        group.bench_function(format!("{}, standing still", shown.id()), |bencher| {
            bencher.iter(|| app.update());
        });
        let frame = Duration::from_secs_f64(1.0 / 60.0);
        app.insert_resource(TimeUpdateStrategy::ManualDuration(frame));
        group.bench_function(format!("{}, playing", shown.id()), |bencher| {
            bencher.iter(|| {
                // At the end it plays from the start again.
                app.world_mut().write_message(Command::Playback(PlaybackCommand::Play));
                app.update();
            });
        });
    }
    group.finish();
}

criterion_group!(benches, update);
criterion_main!(benches);
