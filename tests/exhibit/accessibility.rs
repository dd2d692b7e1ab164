//! The exhibit for blind visitors: every control, and the description of the moment.

use exhibit::visitor::Explained;
use exhibit::visitor::Panel;
use exhibit::visitor::VisitorCommand;
use std::collections::BTreeSet;

use bevy::prelude::*;
use bevy::window::RequestRedraw;
use bevy_egui::egui::accesskit::{Action, ActionData, Live, Role};
use content::words::Locale;
use exhibit::chapter::CHAPTERS;
use exhibit::command::Command;
use exhibit::playback::{Motion, Playback, PlaybackCommand};
use learning::Playhead;
use learning_machine::headless;

use crate::driver::*;
use crate::listener::*;

/// Returns the steps of the first sample, of a later one, and of the last.
fn steps(app: &App) -> Vec<usize> {
    let timeline = step(app).timeline();
    let (phases, last) = (timeline.phases(), timeline.last());
    let later = (20 * phases).min(last + 1 - phases);
    (0..phases).chain(later..later + phases).chain([last]).collect()
}

fn pages(chapter: usize) -> Vec<Option<Panel>> {
    let mut pages = vec![
        None,
        Some(Panel::Chapters),
        Some(Panel::Help),
        Some(Panel::Appearance),
        Some(Panel::Share),
        Some(Panel::LinkNotice),
    ];
    pages.extend(CHAPTERS[chapter].can_compare().then_some(Some(Panel::Compare)));
    pages
}

#[test]
fn every_control_has_a_role_a_name_of_its_own_and_a_value() {
    for (index, chapter) in CHAPTERS.iter().enumerate() {
        let mut app = exhibit(index);
        listen(&mut app);
        for at in steps(&app) {
            for page in pages(index) {
                ask(&mut app, Command::Playback(PlaybackCommand::Seek(Playhead::at(at))));
                ask(&mut app, Command::Show(page));
                settle(&mut app);
                let what = format!("{}, step {at}, {page:?}", chapter.id());
                let all = tree(&mut app).unwrap().nodes;
                let focusable = all.iter().filter(|(_, node)| node.supports_action(Action::Focus));
                for (_, node) in focusable.filter(|(_, node)| !node.is_disabled()) {
                    assert!(is_control(node), "{what}: {node:?}");
                }
                let mut names = BTreeSet::new();
                for (_, node) in controls(&mut app) {
                    let name = node.label().unwrap_or_default().to_owned();
                    assert!(!name.trim().is_empty(), "{what}: {node:?}");
                    assert!(!name.contains(['<', '{']), "{what}: {name}");
                    match node.role() {
                        Role::Slider => {
                            let value = node.numeric_value().unwrap();
                            let least = node.min_numeric_value().unwrap();
                            let greatest = node.max_numeric_value().unwrap();
                            assert!((least..=greatest).contains(&value), "{what}: {name} {value}");
                            assert!(!node.value().unwrap_or_default().is_empty(), "{what}: {name}");
                        }
                        Role::RadioButton | Role::CheckBox => {
                            assert!(node.toggled().is_some(), "{what}: {name}");
                        }
                        _ => {}
                    }
                    let is_new = names.insert((format!("{:?}", node.role()), name.clone()));
                    assert!(is_new, "{what}: two controls are called {name}");
                }
                let least = match page {
                    Some(Panel::Help) => 1,
                    Some(Panel::Share | Panel::LinkNotice) => 2,
                    Some(Panel::Compare) => 7,
                    _ => 10,
                };
                assert!(names.len() >= least, "{what}: {names:?}");
            }
        }
    }
}

#[test]
fn each_moment_has_its_own_plain_description() {
    for (index, chapter) in CHAPTERS.iter().enumerate() {
        let mut app = exhibit(index);
        listen(&mut app);
        let mut descriptions = BTreeSet::new();
        let all = steps(&app);
        let moments = all.iter().collect::<BTreeSet<_>>().len();
        for at in all {
            seek(&mut app, Playhead::at(at));
            settle(&mut app);
            let what = format!("{}, step {at}", chapter.id());
            let node = description(&mut app);
            assert_eq!(node.live(), Some(Live::Polite), "{what}");
            let text = node.label().unwrap().to_owned();
            assert_eq!(text, headless::description_of(&mut app).unwrap(), "{what}");
            check(&text, &app, &what);
            let position = step(&app).position();
            let phase = app.world().resource::<Locale>().plain(chapter.phases()[position.phase]);
            assert!(text.contains(&phase), "{what}: {text}");
            descriptions.insert(text);
            // Check the descriptions of the pictures, which the scene gives.
            let tree = tree(&mut app).unwrap();
            let pictures: Vec<_> =
                tree.nodes.iter().filter(|(_, node)| node.role() == Role::Image).collect();
            assert!(!pictures.is_empty(), "{what}");
            for (_, picture) in pictures {
                check(picture.label().unwrap_or_default(), &app, &what);
            }
        }
        assert_eq!(
            descriptions.len(),
            moments,
            "{}: two moments have the same description",
            chapter.id()
        );
        for panel in [Panel::Help, Panel::Chapters, Panel::Appearance] {
            ask(&mut app, Command::Show(Some(panel)));
            settle(&mut app);
            check(description(&mut app).label().unwrap(), &app, "a page");
        }
    }
}

/// Checks that a text can be read out: it is not empty, and contains no message key and no markup.
fn check(text: &str, app: &App, what: &str) {
    assert!(!text.trim().is_empty(), "{what}");
    assert!(!text.contains(['<', '>', '{', '}', '$', '_', '\u{2212}', '·', '₁']), "{what}: {text}");
    let locale = app.world().resource::<Locale>();
    for word in text.split([' ', ',', '.', ':', '(', ')', '?', '!']) {
        let is_key = word.contains('-') && locale.has(word);
        assert!(!is_key, "{what}: {word} in {text}");
        // A missing message shows its key.
        for kind in ["picture-", "description-", "spoken-", "name-", "value-", "phase-", "fact-"] {
            assert!(!word.starts_with(kind), "{what}: {word}");
        }
    }
}

#[test]
fn the_description_has_the_numbers_of_the_scene() {
    let mut app = exhibit(3);
    listen(&mut app);
    // The 44th barcode is the first that moves the boundary late in the run.
    seek(&mut app, Playhead::at(4 * 43 + 2));
    settle(&mut app);
    let text = description(&mut app).label().unwrap().to_owned();
    for part in ["Chapter 4 of 17", "sample 44 of 254", "phase Reveal", "bars", "The truth:"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let scrubber = control(&mut app, "training step").1;
    assert_eq!(scrubber.value(), Some("sample 44 of 254, phase Reveal"));
    assert_eq!(scrubber.numeric_value(), Some(4.0 * 43.0 + 2.0));
    let rate = control(&mut app, "learning rate 3").1;
    assert_eq!(rate.role(), Role::RadioButton);
}

/// Without a screen reader, the exhibit describes nothing and draws no additional frame.
#[test]
fn nothing_is_described_without_a_screen_reader() {
    let mut app = exhibit(6);
    settle(&mut app);
    assert!(tree(&mut app).is_none());
    listen(&mut app);
    assert!(tree(&mut app).is_some());
    for _ in 0..4 {
        app.update();
    }
    app.world_mut().resource_mut::<Messages<RequestRedraw>>().clear();
    for _ in 0..4 {
        app.update();
        assert_eq!(app.world().resource::<Messages<RequestRedraw>>().len(), 0);
    }
}

#[test]
fn a_description_waits_until_the_picture_rests() {
    let mut app = exhibit(3);
    listen(&mut app);
    ask(&mut app, Command::Playback(PlaybackCommand::Play));
    settle(&mut app);
    assert_eq!(description(&mut app).live(), Some(Live::Off));
    ask(&mut app, Command::Playback(PlaybackCommand::Pause));
    settle(&mut app);
    assert_eq!(description(&mut app).live(), Some(Live::Polite));
}

#[test]
fn requests_of_a_screen_reader_are_executed() {
    let mut app = exhibit(7);
    listen(&mut app);
    let (play, _) = control(&mut app, "play");
    request(&mut app, play, Action::Focus, None);
    assert_eq!(focused(&mut app).unwrap().0, play);
    request(&mut app, play, Action::Click, None);
    assert_eq!(app.world().resource::<Playback>().motion, Motion::Playing);
    assert_eq!(focused(&mut app).unwrap().1.label(), Some("pause"));
    request(&mut app, play, Action::Click, None);
    assert_eq!(app.world().resource::<Playback>().motion, Motion::Rest);

    let (scrubber, _) = control(&mut app, "training step");
    request(&mut app, scrubber, Action::SetValue, Some(ActionData::NumericValue(17.0)));
    assert_eq!(step(&app).playhead(), Playhead::at(17));
    request(&mut app, scrubber, Action::Increment, None);
    assert_eq!(step(&app).playhead(), Playhead::at(18));
    request(&mut app, scrubber, Action::SetValue, Some(ActionData::NumericValue(-9.0)));
    assert_eq!(step(&app).playhead(), Playhead::at(0));
    request(&mut app, scrubber, Action::SetValue, Some(ActionData::NumericValue(f64::NAN)));
    assert_eq!(step(&app).playhead(), Playhead::at(0));

    let (line, before) = control(&mut app, "turn the decision boundary");
    request(&mut app, line, Action::Decrement, None);
    let after = control(&mut app, "turn the decision boundary").1;
    let turned = after.numeric_value().unwrap() - before.numeric_value().unwrap();
    assert!((turned - 3.0).abs() < 1e-6, "{turned}");
    assert_ne!(after.value(), before.value());
}

#[test]
fn an_explanation_is_described_and_closed() {
    let mut app = exhibit(6);
    listen(&mut app);
    seek(&mut app, Playhead::at(4 * 20 + 3));
    ask(&mut app, Command::Visitor(VisitorCommand::Explain(Some(Explained::Line))));
    settle(&mut app);
    let text = description(&mut app).label().unwrap().to_owned();
    assert!(text.contains("Why did the line move?"), "{text}");
    let (close, _) = control(&mut app, "close the explanation");
    request(&mut app, close, Action::Click, None);
    assert!(scene(&app).explanation.is_none());
}
