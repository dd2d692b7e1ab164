//! Barcodes: flights, guesses, and the values of the trace.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use exhibit::command::Command;
use exhibit::experiment::Experiments;
use exhibit::experiment::LearnCommand;
use exhibit::guesses::GuessCommand;
use exhibit::guesses::{Guess, Guesses};
use exhibit::layout::spot::place;
use exhibit::layout::{HistogramFrame, Layout};
use exhibit::scene::{Role, Spot};
use learning::{LearningRate, Playhead, Position};
use stage::barcode::StageBarcode;

use crate::driver::*;

#[test]
fn the_flight_ends_exactly_where_the_plot_shows_its_bin() {
    for size in [(1920, 1080), (1366, 768), (3840, 2160), (1080, 1920)] {
        let mut app = exhibit_of_size(3, UVec2::from(size));
        for sample in [0, 1, 40, 253] {
            seek(&mut app, Playhead { step: 4 * sample, fraction: 0.93 });
            let (scene, layout) = (scene(&app), *app.world().resource::<Layout>());
            assert_eq!(layout.size, Vec2::new(size.0 as f32, size.1 as f32));
            let histogram = scene.histogram().unwrap();
            let cell = histogram.cell.unwrap();
            let frame =
                HistogramFrame::new(layout.plot, histogram.first, histogram.last(), histogram.top);
            let goal = frame.cell(cell.value, cell.level);
            let spot = Spot::Bin { value: cell.value, level: cell.level };
            assert_eq!(place(spot, &scene, &layout), goal);
            let flight = scene.specimens().find(|s| s.role == Role::Flight).unwrap();
            assert_eq!(flight.to, spot);
            // Just before the end, the entity is within a few points of its bin.
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
fn the_scene_shows_the_values_of_the_trace() {
    let mut app = exhibit(3);
    let rates = [0.1, 0.3, 3.0].map(|rate| LearningRate::new(rate).unwrap());
    for rate in rates {
        learn(&mut app, LearnCommand::Rate(rate));
        let experiment = app.world().resource::<Experiments>().barcodes.clone();
        for sample in [0, 1, 2, 100, 253] {
            for (phase, boundary) in [
                (0, experiment.trace.before(sample).boundary),
                (2, experiment.trace.before(sample).boundary),
                (3, experiment.trace.after(sample).boundary),
            ] {
                seek(&mut app, Playhead::at(4 * sample + phase));
                let histogram = scene(&app).histogram().unwrap().clone();
                assert_eq!(histogram.boundary.unwrap().value.to_bits(), boundary.to_bits());
                let seen: u32 = histogram.bins.iter().flatten().sum();
                assert_eq!(seen as usize, sample);
            }
        }
    }
}

#[test]
fn guesses_are_counted_taken_back_and_compared_with_the_machines() {
    let mut app = exhibit(0);
    let board = |app: &App| scene(app).guess_board().unwrap().clone();
    // The classes of the first barcodes are true, false, false, true.
    for (letter, tally) in [("j", (1, 0, 1)), ("f", (2, 0, 2)), ("j", (2, 1, 0)), ("j", (3, 1, 1))]
    {
        type_letter(&mut app, letter);
        wait(&mut app, 3.5);
        let visitor = board(&app).visitor;
        assert_eq!((visitor.right, visitor.wrong, visitor.streak), tally);
        assert!(board(&app).truth.is_some());
        // After the reveal, another answer changes nothing.
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
    // The machine starts at 30 and predicts false, false and true for the first three barcodes.
    let machine = board(&app).machine.unwrap();
    assert_eq!((machine.right, machine.wrong, machine.streak), (1, 2, 0));
    ask(&mut app, Command::Guess(GuessCommand::Forget));
    assert!(app.world().resource::<Guesses>().in_chapter(0).is_empty());
    assert_eq!(step(&app).playhead(), Playhead::at(0));
}

/// A second answer for the same barcode does not count.
#[test]
fn an_answer_counts_as_soon_as_its_barcode_is_visible() {
    let board = |app: &App| scene(app).guess_board().unwrap().clone();
    for (fraction, taken) in [(0.0, false), (0.5, false), (0.75, true), (0.95, true)] {
        let mut app = exhibit(0);
        seek(&mut app, Playhead { step: 1, fraction });
        app.update();
        assert_eq!(board(&app).truth.is_none(), taken, "{fraction}");
        // The second barcode is of class false.
        type_letter(&mut app, "f");
        type_letter(&mut app, "j");
        let given = app.world().resource::<Guesses>().in_chapter(0).to_vec();
        let expected = [Guess { sample: 1, answer: false }];
        assert_eq!(given, if taken { &expected[..] } else { &[] }, "{fraction}");
        wait(&mut app, 3.5);
        let expected = if taken { (1, 1) } else { (0, 1) };
        let Position { sample, phase } = step(&app).position();
        assert_eq!((sample, phase), expected, "{fraction}");
    }
}
