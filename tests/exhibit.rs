//! The exhibit driven without a window: chapters, playback, keys, touches.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use std::time::Duration;

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyCode, KeyboardInput};
use bevy::prelude::*;
use bevy::time::TimeUpdateStrategy;
use bevy::window::RequestRedraw;
use learning::{LearningRate, Playhead};
use learning_machine::Setup;
use learning_machine::chapter::{CHAPTERS, CurrentChapter};
use learning_machine::command::{Command, OpenPanel, Panel};
use learning_machine::experiment::Experiments;
use learning_machine::files::Files;
use learning_machine::guesses::Guesses;
use learning_machine::headless::{self, Rendering};
use learning_machine::layout::{HistogramFrame, Layout};
use learning_machine::playback::{Motion, Playback, PlaybackCommand, TrainingStep};
use learning_machine::scene::{Mind, Role, Scene, Spot};
use learning_machine::settings::{Setting, Settings};
use learning_machine::stage::barcode::{BarcodeLook, StageBarcode, place};
use learning_machine::words::{DataWords, Locale};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

fn exhibit(chapter: usize) -> App {
    exhibit_of_size(chapter, UVec2::new(1920, 1080))
}

fn exhibit_of_size(chapter: usize, size: UVec2) -> App {
    let setup = Setup { chapter, ..Setup::new(Files::default()).unwrap() };
    let mut app = headless::app(setup, size, Rendering::Off).unwrap();
    app.update();
    app
}

fn ask(app: &mut App, command: Command) {
    app.world_mut().write_message(command);
    app.update();
}

fn seek(app: &mut App, playhead: Playhead) {
    ask(app, Command::Playback(PlaybackCommand::Seek(playhead)));
}

fn wait(app: &mut App, seconds: f64) {
    let frame = Duration::from_secs_f64(1.0 / 60.0);
    app.insert_resource(TimeUpdateStrategy::ManualDuration(frame));
    for _ in 0..(seconds * 60.0).ceil() as usize {
        app.update();
    }
    app.insert_resource(TimeUpdateStrategy::ManualDuration(Duration::ZERO));
}

fn press(app: &mut App, logical_key: Key) {
    let window = Entity::PLACEHOLDER;
    for state in [ButtonState::Pressed, ButtonState::Released] {
        app.world_mut().write_message(KeyboardInput {
            key_code: KeyCode::Unidentified(bevy::input::keyboard::NativeKeyCode::Unidentified),
            logical_key: logical_key.clone(),
            state,
            text: None,
            repeat: false,
            window,
        });
    }
    app.update();
    app.update();
}

fn type_letter(app: &mut App, letter: &str) {
    press(app, Key::Character(letter.into()));
}

/// Everything about the stage that can be seen, as bits.
fn stage(app: &mut App) -> Vec<String> {
    let mut barcodes =
        app.world_mut().query::<(&StageBarcode, &BarcodeLook, &Transform, &Visibility)>();
    let mut seen: Vec<_> = barcodes
        .iter(app.world())
        .map(|(barcode, look, transform, visibility)| {
            let pose: Vec<u32> = transform.to_matrix().to_cols_array().map(f32::to_bits).to_vec();
            format!("{barcode:?} {look:?} {pose:?} {visibility:?}")
        })
        .collect();
    seen.sort();
    seen
}

fn step(app: &App) -> TrainingStep {
    *app.world().resource::<TrainingStep>()
}

fn scene(app: &App) -> Scene {
    app.world().resource::<Scene>().clone()
}

#[test]
fn every_chapter_has_its_words_and_shows_every_phase() {
    for (index, chapter) in CHAPTERS.iter().enumerate() {
        let mut app = exhibit(index);
        assert_eq!(app.world().resource::<CurrentChapter>().index(), index);
        let timeline = step(&app).timeline();
        assert_eq!(timeline.samples(), 254);
        assert_eq!(timeline.phases(), chapter.phases().len());
        let keys = [format!("chapter-{}", chapter.id()), chapter.part().to_owned()];
        let phases = chapter.phases().iter().map(|&phase| phase.to_owned());
        for key in keys.into_iter().chain(phases) {
            assert!(app.world().resource::<Locale>().has(&key), "{key}");
        }
        // The first samples, where the most happens, and the last; at rest and on the way.
        let last = timeline.last();
        for at in (0..8 * timeline.phases()).chain(last - 2 * timeline.phases()..=last) {
            for fraction in [0.0, 0.3, 0.6, 0.95] {
                seek(&mut app, Playhead { step: at, fraction });
                let scene = scene(&app);
                let locale = app.world().resource::<Locale>();
                let classes = app.world().resource::<DataWords>();
                let captions = scene.specimens.iter().filter_map(|s| s.caption.as_ref());
                let notes = captions.clone().filter_map(|caption| caption.note.as_ref());
                let words = captions.map(|caption| &caption.feature).chain(notes);
                for words in words.chain([&scene.narration]) {
                    assert!(locale.has(words.key), "{}", words.key);
                    let text: String =
                        locale.spans(words, classes).into_iter().map(|span| span.text).collect();
                    let unfilled = text.contains(['{', '}', '<', '>', '$']);
                    assert!(!unfilled, "{}, step {at}: {text}", chapter.id());
                }
                let current = scene.specimens.iter().any(|s| s.role == Role::Current);
                assert!(current, "{}, step {at}", chapter.id());
                for specimen in &scene.specimens {
                    assert!((0.0..=1.0).contains(&specimen.progress));
                    assert!((0.0..=1.0).contains(&specimen.opacity));
                }
            }
        }
    }
}

/// Playing, scrubbing back and jumping arrive at the same entities, to the bit.
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

#[test]
fn the_flight_ends_exactly_where_the_plot_shows_its_bin() {
    for size in [(1920, 1080), (1366, 768), (3840, 2160), (1080, 1920)] {
        let mut app = exhibit_of_size(3, UVec2::from(size));
        for sample in [0, 1, 40, 253] {
            seek(&mut app, Playhead { step: 4 * sample, fraction: 0.93 });
            let (scene, layout) = (scene(&app), *app.world().resource::<Layout>());
            assert_eq!(layout.size, Vec2::new(size.0 as f32, size.1 as f32));
            let Mind::Histogram(histogram) = &scene.mind else { panic!("no histogram") };
            let cell = histogram.cell.unwrap();
            let frame =
                HistogramFrame::new(layout.plot, histogram.first, histogram.last(), histogram.top);
            let goal = frame.cell(cell.value, cell.level);
            let spot = Spot::Bin { value: cell.value, level: cell.level };
            assert_eq!(place(spot, &scene, &layout), goal);
            let flight = scene.specimens.iter().find(|s| s.role == Role::Flight).unwrap();
            assert_eq!(flight.to, spot);
            // Nearly there: the entity is already within a few points of its bin.
            let mut barcodes = app.world_mut().query::<(&StageBarcode, &Transform)>();
            let (_, transform) =
                barcodes.iter(app.world()).find(|(b, _)| b.0 == Role::Flight).unwrap();
            let distance =
                transform.translation.truncate().distance(layout.on_stage(goal.center()));
            assert!(distance < 0.02 * layout.size.x, "{size:?}, sample {sample}: {distance}");
        }
    }
}

#[test]
fn what_is_shown_is_what_the_trace_says() {
    let mut app = exhibit(3);
    let rates = [0.1, 0.3, 3.0].map(|rate| LearningRate::new(rate).unwrap());
    for rate in rates {
        ask(&mut app, Command::SetLearningRate(rate));
        let experiment = app.world().resource::<Experiments>().barcodes.clone();
        for sample in [0, 1, 2, 100, 253] {
            for (phase, boundary) in [
                (0, experiment.trace.before(sample).boundary),
                (2, experiment.trace.before(sample).boundary),
                (3, experiment.trace.after(sample).boundary),
            ] {
                seek(&mut app, Playhead::at(4 * sample + phase));
                let Mind::Histogram(histogram) = scene(&app).mind else { panic!("no histogram") };
                assert_eq!(histogram.boundary.unwrap().value.to_bits(), boundary.to_bits());
                let seen: u32 = histogram.bins.iter().flatten().sum();
                assert_eq!(seen as usize, sample);
            }
        }
    }
}

#[test]
fn playing_takes_the_time_that_the_chapter_says_whatever_the_frame_rate() {
    for frames_a_second in [24.0, 60.0, 144.0] {
        let mut app = exhibit(3);
        let frame = Duration::from_secs_f64(1.0 / frames_a_second);
        app.insert_resource(TimeUpdateStrategy::ManualDuration(frame));
        app.update();
        ask(&mut app, Command::Playback(PlaybackCommand::Play));
        for _ in 1..(10.0 * frames_a_second) as usize {
            app.update();
        }
        // One sample takes 1.5 + 0.9 + 1.4 + 1.0 seconds; after 10 s it is in the third.
        let at = step(&app);
        assert_eq!((at.position().sample, at.position().phase), (2, 0), "{frames_a_second}");
        assert!((at.playhead().fraction - 0.4 / 1.5).abs() < 0.05, "{:?}", at.playhead());
    }
}

#[test]
fn the_keyboard_reaches_everything() {
    let mut app = exhibit(0);
    let at = |app: &App| step(app).playhead().step;
    let chapter = |app: &App| app.world().resource::<CurrentChapter>().index();
    type_letter(&mut app, "4");
    assert_eq!(chapter(&app), 3);
    for (key, expected) in [
        (Key::ArrowRight, 1),
        (Key::PageDown, 2),
        (Key::ArrowLeft, 1),
        (Key::PageUp, 0),
        (Key::ArrowDown, 4),
        (Key::ArrowDown, 8),
        (Key::ArrowUp, 4),
        (Key::End, 1015),
        (Key::Home, 0),
    ] {
        press(&mut app, key.clone());
        wait(&mut app, 3.0);
        assert_eq!(at(&app), expected, "{key:?}");
    }
    press(&mut app, Key::Space);
    assert_eq!(app.world().resource::<Playback>().motion, Motion::Playing);
    press(&mut app, Key::Space);
    assert_eq!(app.world().resource::<Playback>().motion, Motion::Rest);
    type_letter(&mut app, "+");
    assert_eq!(app.world().resource::<Playback>().speed(), 2.0);
    type_letter(&mut app, "-");
    type_letter(&mut app, "-");
    assert_eq!(app.world().resource::<Playback>().speed(), 0.5);
    for (letter, panel) in [("?", Panel::Help), ("c", Panel::Chapters), ("A", Panel::Appearance)] {
        type_letter(&mut app, letter);
        assert_eq!(app.world().resource::<OpenPanel>().0, Some(panel));
        press(&mut app, Key::Escape);
        assert_eq!(app.world().resource::<OpenPanel>().0, None);
    }
    type_letter(&mut app, "p");
    assert_eq!(chapter(&app), 2);
    type_letter(&mut app, "n");
    assert_eq!((chapter(&app), at(&app)), (3, 0));
}

/// A presenter remote has two keys: forward through a chapter's end, back through its beginning.
#[test]
fn the_remote_goes_from_chapter_to_chapter() {
    let mut app = exhibit(0);
    let chapter = |app: &App| app.world().resource::<CurrentChapter>().index();
    press(&mut app, Key::PageUp);
    assert_eq!(chapter(&app), 0);
    press(&mut app, Key::End);
    press(&mut app, Key::PageDown);
    assert_eq!(chapter(&app), 1);
    press(&mut app, Key::PageUp);
    assert_eq!((chapter(&app), step(&app).playhead()), (0, Playhead::at(507)));
}

#[test]
fn guesses_are_counted_taken_back_and_compared_with_the_machines() {
    let mut app = exhibit(0);
    let board = |app: &App| match scene(app).mind {
        Mind::Guess(board) => board,
        _ => panic!("no guess board"),
    };
    // The first barcodes are: true, false, false, true.
    for (letter, tally) in [("j", (1, 0, 1)), ("f", (2, 0, 2)), ("j", (2, 1, 0)), ("j", (3, 1, 1))]
    {
        type_letter(&mut app, letter);
        wait(&mut app, 3.5);
        let visitor = board(&app).visitor;
        assert_eq!((visitor.right, visitor.wrong, visitor.streak), tally);
        assert!(board(&app).truth.is_some());
        // Once revealed, another answer changes nothing.
        type_letter(&mut app, "f");
        assert_eq!(board(&app).visitor, visitor);
        press(&mut app, Key::ArrowRight);
        wait(&mut app, 3.0);
    }
    assert_eq!(board(&app).machine, None);
    press(&mut app, Key::Backspace);
    assert_eq!(board(&app).visitor.right, 2);
    assert_eq!(step(&app).position().sample, 3);
    type_letter(&mut app, "4");
    type_letter(&mut app, "n");
    type_letter(&mut app, "1");
    // On the first three barcodes the machine, which starts at 30, says false, false and true.
    let machine = board(&app).machine.unwrap();
    assert_eq!((machine.right, machine.wrong, machine.streak), (1, 2, 0));
    ask(&mut app, Command::ForgetGuesses);
    assert!(app.world().resource::<Guesses>().in_chapter(0).is_empty());
    assert_eq!(step(&app).playhead(), Playhead::at(0));
}

#[test]
fn with_reduced_motion_nothing_is_between_two_places() {
    let mut app = exhibit(3);
    ask(&mut app, Command::Set(Setting::ReducedMotion(true)));
    for fraction in [0.1, 0.5, 0.9] {
        seek(&mut app, Playhead { step: 0, fraction });
        assert!(scene(&app).specimens.iter().all(|specimen| specimen.progress == 1.0));
    }
    seek(&mut app, Playhead::at(0));
    press(&mut app, Key::ArrowRight);
    assert_eq!(step(&app).playhead(), Playhead::at(1));
}

#[test]
fn a_setting_that_cannot_be_had_changes_nothing() {
    let mut app = exhibit(0);
    let before = app.world().resource::<Settings>().clone();
    ask(&mut app, Command::Set(Setting::Theme("dusk".to_owned())));
    assert_eq!(*app.world().resource::<Settings>(), before);
    ask(&mut app, Command::Set(Setting::Theme("night".to_owned())));
    assert_eq!(app.world().resource::<Settings>().theme, "night");
    ask(&mut app, Command::Set(Setting::TextScale(99.0)));
    assert_eq!(app.world().resource::<Settings>().text_scale, 1.6);
}

/// In a frame in which nothing changed, nothing is composed and no entity is touched.
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
            (scene, layout, entities)
        };
        let before = ticks(&mut app);
        wait(&mut app, 0.5);
        assert_eq!(ticks(&mut app), before, "chapter {index}");
    }
}

/// At rest nobody asks for another frame: an exhibit that stands still must not keep a computer busy.
#[test]
fn standing_still_asks_for_no_other_frame() {
    for index in 0..CHAPTERS.len() {
        let mut app = exhibit(index);
        for _ in 0..5 {
            app.update();
        }
        app.world_mut().resource_mut::<Messages<RequestRedraw>>().clear();
        for _ in 0..5 {
            app.update();
            let asked = app.world().resource::<Messages<RequestRedraw>>().len();
            assert_eq!(asked, 0, "chapter {index}");
        }
    }
}
