//! The stage as a pure function of trace and playhead, and at rest.

use bevy::prelude::*;
use bevy::window::RequestRedraw;
use exhibit::chapter::CHAPTERS;
use exhibit::command::Command;
use exhibit::layout::Layout;
use exhibit::playback::PlaybackCommand;
use exhibit::scene::Scene;
use learning::Playhead;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use stage::barcode::BarcodeLook;
use stage::shape::StageShape;

use crate::driver::*;

/// Playing, scrubbing back and jumping lead to the same entities, to the bit.
#[test]
fn the_stage_is_a_pure_function_of_trace_and_playhead() {
    for index in 0..CHAPTERS.len() {
        let mut random = ChaCha8Rng::seed_from_u64(index as u64);
        let mut wanderer = exhibit(index);
        for _ in 0..12 {
            let last = step(&wanderer).timeline().last();
            for _ in 0..random.random_range(1..6) {
                let target = random.random_range(0..=last);
                let at = step(&wanderer).playhead().step;
                let command = match random.random_range(0..5) {
                    0 => PlaybackCommand::Seek(Playhead { step: target, fraction: 0.37 }),
                    1 => PlaybackCommand::GlideTo(at + 1),
                    2 => PlaybackCommand::GlideTo(at.saturating_sub(1)),
                    3 => PlaybackCommand::Play,
                    _ => PlaybackCommand::Pause,
                };
                ask(&mut wanderer, Command::Playback(command));
                wait(&mut wanderer, random.random_range(0.0..0.5));
            }
            ask(&mut wanderer, Command::Playback(PlaybackCommand::Pause));
            let arrived = step(&wanderer).playhead();
            let mut jumper = exhibit(index);
            seek(&mut jumper, arrived);
            assert_eq!(scene(&wanderer), scene(&jumper), "chapter {index}, {arrived:?}");
            assert_eq!(stage(&mut wanderer), stage(&mut jumper), "chapter {index}, {arrived:?}");
        }
    }
}

/// A frame without changes composes no scene and changes no entity.
#[test]
fn standing_still_changes_nothing() {
    for index in 0..CHAPTERS.len() {
        let mut app = exhibit(index);
        app.update();
        let ticks = |app: &mut App| {
            let scene = app.world().resource_ref::<Scene>().last_changed();
            let layout = app.world().resource_ref::<Layout>().last_changed();
            let mut barcodes = app.world_mut().query::<(Ref<BarcodeLook>, Ref<Transform>)>();
            let entities: Vec<_> = barcodes
                .iter(app.world())
                .map(|(look, transform)| (look.last_changed(), transform.last_changed()))
                .collect();
            let mut shapes = app.world_mut().query::<(Ref<StageShape>, Ref<Transform>)>();
            let shapes: Vec<_> = shapes
                .iter(app.world())
                .map(|(shape, transform)| (shape.last_changed(), transform.last_changed()))
                .collect();
            (scene, layout, entities, shapes)
        };
        let before = ticks(&mut app);
        wait(&mut app, 0.5);
        assert_eq!(ticks(&mut app), before, "chapter {index}");
    }
}

/// An exhibit at rest requests no frame, so that it does not keep the computer busy.
#[test]
fn standing_still_requests_no_frame() {
    for index in 0..CHAPTERS.len() {
        let mut app = exhibit(index);
        for _ in 0..5 {
            app.update();
        }
        app.world_mut().resource_mut::<Messages<RequestRedraw>>().clear();
        for _ in 0..5 {
            app.update();
            let requests = app.world().resource::<Messages<RequestRedraw>>().len();
            assert_eq!(requests, 0, "chapter {index}");
        }
    }
}
