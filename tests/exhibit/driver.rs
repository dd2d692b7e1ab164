//! Drives an exhibit without a window.

use exhibit::chapter::CurrentChapter;
use exhibit::experiment::LearnCommand;
use exhibit::regions::Region;
use exhibit::regions::Regions;
use exhibit::scene::plane::RegionShown;
use std::time::Duration;

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyCode, KeyboardInput};
use bevy::prelude::*;
use bevy::time::TimeUpdateStrategy;
use content::files::Files;
use exhibit::command::Command;
use exhibit::playback::{PlaybackCommand, TrainingStep};
use exhibit::scene::{Scene, Slot};
use learning::Playhead;
use learning_machine::Setup;
use learning_machine::headless::{self, Rendering};
use stage::barcode::{BarcodeLook, StageBarcode};
use stage::pool::ShapeLooks;
use stage::shape::StageShape;

pub fn exhibit(chapter: usize) -> App {
    exhibit_of_size(chapter, UVec2::new(1920, 1080))
}

pub fn exhibit_of_size(chapter: usize, size: UVec2) -> App {
    let setup = Setup { chapter, ..Setup::new(Files::default()).unwrap() };
    let mut app = headless::app(setup, size, Rendering::Off).unwrap();
    app.update();
    app
}

pub fn ask(app: &mut App, command: Command) {
    app.world_mut().write_message(command);
    app.update();
}

/// Sends a command to the machine of the current subject.
pub fn learn(app: &mut App, command: LearnCommand) {
    let subject = app.world().resource::<CurrentChapter>().get().subject();
    ask(app, Command::Learn(subject, command));
}

/// Returns the decision region on the plane of the mind.
pub fn region(app: &App) -> Option<Region> {
    shown_region(app, scene(app).plane(Slot::Mind)?.region.as_ref()?)
}

/// Returns the decision region on a plane.
pub fn shown_region(app: &App, shown: &RegionShown) -> Option<Region> {
    match shown {
        RegionShown::Asked(request) => app.world().resource::<Regions>().of(request),
        RegionShown::Known(region) => Some(region.clone()),
    }
}

pub fn seek(app: &mut App, playhead: Playhead) {
    ask(app, Command::Playback(PlaybackCommand::Seek(playhead)));
}

pub fn wait(app: &mut App, seconds: f64) {
    wait_in_frames_of(app, 1.0 / 60.0, seconds);
}

pub fn wait_in_frames_of(app: &mut App, frame: f64, seconds: f64) {
    let duration = Duration::from_secs_f64(frame);
    app.insert_resource(TimeUpdateStrategy::ManualDuration(duration));
    for _ in 0..(seconds / frame).ceil() as usize {
        app.update();
    }
    app.insert_resource(TimeUpdateStrategy::ManualDuration(Duration::ZERO));
}

pub fn press(app: &mut App, logical_key: Key) {
    let code = KeyCode::Unidentified(bevy::input::keyboard::NativeKeyCode::Unidentified);
    press_at(app, logical_key, code);
}

/// Presses and releases a key at a place of the keyboard. The layout gives `logical_key` there.
pub fn press_at(app: &mut App, logical_key: Key, code: KeyCode) {
    for state in [ButtonState::Pressed, ButtonState::Released] {
        write_key(app, logical_key.clone(), code, state);
    }
    app.update();
    app.update();
}

/// Presses or releases a key, and runs a frame.
pub fn send(app: &mut App, logical_key: Key, code: KeyCode, state: ButtonState) {
    write_key(app, logical_key, code, state);
    app.update();
}

fn write_key(app: &mut App, logical_key: Key, key_code: KeyCode, state: ButtonState) {
    let window = Entity::PLACEHOLDER;
    let text = None;
    app.world_mut().write_message(KeyboardInput {
        key_code,
        logical_key,
        state,
        text,
        repeat: false,
        window,
    });
}

pub fn type_letter(app: &mut App, letter: &str) {
    press(app, Key::Character(letter.into()));
}

/// Returns everything that the stage shows, to the bit.
pub fn stage(app: &mut App) -> Vec<String> {
    let mut barcodes =
        app.world_mut().query::<(&StageBarcode, &BarcodeLook, &Transform, &Visibility)>();
    let mut seen: Vec<_> = barcodes
        .iter(app.world())
        .map(|(barcode, look, transform, visibility)| {
            let pose: Vec<u32> = transform.to_matrix().to_cols_array().map(f32::to_bits).to_vec();
            format!("{barcode:?} {look:?} {pose:?} {visibility:?}")
        })
        .collect();
    let looks = app.world().resource::<ShapeLooks>().clone();
    let mut shapes = app.world_mut().query::<(&StageShape, &Transform, &Visibility)>();
    seen.extend(shapes.iter(app.world()).filter_map(|(shape, transform, visibility)| {
        // Skip shapes that show nothing: their number in the pool does not matter.
        let Some((part, look)) = shape.0 else {
            assert_eq!((transform, visibility), (&Transform::default(), &Visibility::Hidden));
            return None;
        };
        let pose: Vec<u32> = transform.to_matrix().to_cols_array().map(f32::to_bits).to_vec();
        Some(format!("{part:?} {:?} {pose:?} {visibility:?}", looks.0[look]))
    }));
    seen.sort();
    seen
}

pub fn step(app: &App) -> TrainingStep {
    *app.world().resource::<TrainingStep>()
}

pub fn scene(app: &App) -> Scene {
    app.world().resource::<Scene>().clone()
}
