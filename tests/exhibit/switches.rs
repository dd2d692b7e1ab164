//! The exhibit with two switches, and with one.

use exhibit::visitor::VisitorState;
use std::time::Duration;

use bevy::prelude::*;
use bevy::time::TimeUpdateStrategy;
use bevy_egui::egui::Key;
use exhibit::chapter::{CHAPTERS, CurrentChapter};
use exhibit::command::Command;
use exhibit::guesses::Guesses;
use exhibit::playback::Playback;
use exhibit::settings::{Setting, Switches};

use crate::driver::*;
use crate::listener::*;

const NEXT: Key = Key::Space;
const CHOOSE: Key = Key::Enter;
/// The number of presses after which a test gives up waiting for a control.
const PATIENCE: usize = 60;

/// Moves the focus with one switch until it reaches a control, and uses the control with the other switch.
fn choose(app: &mut App, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..PATIENCE {
        let focus = focused(app).map(|(_, node)| node);
        let label = focus.as_ref().and_then(|node| node.label()).unwrap_or_default().to_owned();
        if label == name && !focus.unwrap().is_disabled() {
            tap(app, CHOOSE);
            return;
        }
        passed.push(label);
        tap(app, NEXT);
    }
    panic!("{name:?} was not reached, but {passed:?}");
}

fn chapter(app: &App) -> usize {
    app.world().resource::<CurrentChapter>().index()
}

fn value(app: &mut App, name: &str) -> f64 {
    control(app, name).1.numeric_value().unwrap()
}

/// Opens a value, steps it with `one`, and then back with `other`.
fn step_value(app: &mut App, name: &str, one: &str, other: &str) {
    let start = value(app, name);
    choose(app, name);
    // While the bar of the value is open, all other controls are disabled.
    assert!(controls(app).len() <= 5, "{:?}", controls(app));
    choose(app, one);
    choose(app, "done");
    let stepped = value(app, name);
    assert_ne!(start, stepped, "{name}");
    choose(app, name);
    choose(app, other);
    choose(app, "done");
    let back = value(app, name);
    assert!((start - back).abs() < 1e-6, "{name}: {start}, {stepped}, {back}");
    assert_eq!(focused(app).unwrap().1.label(), Some(name));
}

#[test]
fn two_switches_lead_from_the_first_chapter_to_the_last() {
    let mut app = exhibit(0);
    listen(&mut app);
    ask(&mut app, Command::Set(Setting::Switches(Switches::Two)));
    for (index, shown) in CHAPTERS.iter().enumerate() {
        assert_eq!(chapter(&app), index);
        let what = shown.id();
        if shown.asks_for_guesses() {
            choose(&mut app, "orange");
            wait(&mut app, 3.0);
            settle(&mut app);
            let tally = app.world().resource::<Guesses>().clone();
            assert_ne!(tally, Guesses::default(), "{what}");
            choose(&mut app, "Take back");
        }
        let before = step(&app).playhead().step;
        choose(&mut app, "forward");
        wait(&mut app, 8.0);
        assert_eq!(step(&app).playhead().step, before + 1, "{what}");
        step_value(&mut app, "training step", "more", "less");
        choose(&mut app, "play");
        choose(&mut app, "pause");
        choose(&mut app, "faster");
        assert_eq!(app.world().resource::<Playback>().speed(), 2.0, "{what}");
        choose(&mut app, "slower");
        match what {
            "linear-combination" => {
                step_value(&mut app, "w₁, for width", "less", "more");
                step_value(&mut app, "turn the decision boundary", "turn left", "turn right");
                assert!(app.world().resource::<VisitorState>().weights.is_some());
            }
            "single-line" => {
                step_value(
                    &mut app,
                    "turn and move the decision boundary",
                    "turn left",
                    "turn right",
                );
                choose(&mut app, "turn and move the decision boundary");
                choose(&mut app, "up");
                choose(&mut app, "done");
                assert!(app.world().resource::<VisitorState>().line.is_some());
            }
            "autoencoder" => {
                let before = app.world().resource::<VisitorState>().pattern;
                let names: Vec<String> = controls(&mut app)
                    .into_iter()
                    .filter(|(_, node)| node.toggled().is_some() && node.label().is_some())
                    .filter(|(_, node)| node.role() == bevy_egui::egui::accesskit::Role::CheckBox)
                    .map(|(_, node)| node.label().unwrap().to_owned())
                    .collect();
                choose(&mut app, &names[1]);
                assert_ne!(app.world().resource::<VisitorState>().pattern, before);
            }
            _ => {}
        }
        choose(&mut app, "to the end");
        assert_eq!(step(&app).playhead().step, step(&app).timeline().last(), "{what}");
        if index + 1 < CHAPTERS.len() {
            choose(&mut app, "next chapter");
        }
    }
    // Open a page, use it and close it.
    choose(&mut app, "Appearance");
    choose(&mut app, "Night");
    choose(&mut app, "close Appearance");
    assert_eq!(focused(&mut app).unwrap().1.label(), Some("Appearance"));
}

#[test]
fn with_one_switch_the_focus_moves_from_control_to_control() {
    let mut app = exhibit(3);
    listen(&mut app);
    ask(&mut app, Command::Set(Setting::Switches(Switches::One)));
    app.insert_resource(TimeUpdateStrategy::ManualDuration(Duration::from_millis(100)));
    let mut offered: Vec<String> = Vec::new();
    for _ in 0..600 {
        app.update();
        let name = focused(&mut app).and_then(|(_, node)| node.label().map(str::to_owned));
        if let Some(name) = name
            && offered.last() != Some(&name)
        {
            offered.push(name);
        }
        if offered.last().is_some_and(|name| name == "forward") {
            break;
        }
    }
    assert!(offered.len() > 5, "{offered:?}");
    assert_eq!(offered.last().map(String::as_str), Some("forward"), "{offered:?}");
    app.insert_resource(TimeUpdateStrategy::ManualDuration(Duration::ZERO));
    tap(&mut app, Key::Space);
    wait(&mut app, 3.0);
    assert_eq!(step(&app).playhead().step, 1);
}
