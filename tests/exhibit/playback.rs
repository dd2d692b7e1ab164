//! Time, keys and settings.

use exhibit::visitor::OpenPanel;
use exhibit::visitor::Panel;
use std::time::Duration;

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyCode, KeyboardFocusLost, KeyboardInput};
use bevy::prelude::*;
use bevy::time::TimeUpdateStrategy;
use bevy_egui::egui;
use bevy_egui::egui::accesskit::Action;
use exhibit::chapter::{CHAPTERS, CurrentChapter};
use exhibit::command::Command;
use exhibit::playback::{Motion, Playback, PlaybackCommand};
use exhibit::settings::{Setting, Settings};
use learning::Playhead;

use crate::driver::*;
use crate::listener::*;

#[test]
fn playing_takes_the_chapters_time_at_every_frame_rate() {
    for frames_a_second in [24.0, 60.0, 144.0] {
        let mut app = exhibit(3);
        let frame = Duration::from_secs_f64(1.0 / frames_a_second);
        app.insert_resource(TimeUpdateStrategy::ManualDuration(frame));
        app.update();
        ask(&mut app, Command::Playback(PlaybackCommand::Play));
        for _ in 1..(10.0 * frames_a_second) as usize {
            app.update();
        }
        // One sample takes 1.5 + 0.9 + 1.4 + 1.0 seconds. After 10 s the playhead is in the third sample.
        let at = step(&app);
        assert_eq!((at.position().sample, at.position().phase), (2, 0), "{frames_a_second}");
        assert!((at.playhead().fraction - 0.4 / 1.5).abs() < 0.05, "{:?}", at.playhead());
    }
}

#[test]
fn stepping_forward_skips_the_thinking_time() {
    for chapter in [0, 4, 10] {
        for key in [Key::ArrowRight, Key::PageDown, Key::Character("f".into())] {
            let mut app = exhibit(chapter);
            press(&mut app, key.clone());
            wait(&mut app, 0.7);
            assert_eq!(step(&app).playhead(), Playhead::at(1), "{chapter}, {key:?}");
        }
        // Playing includes the thinking time.
        let mut app = exhibit(chapter);
        press(&mut app, Key::Space);
        wait(&mut app, 2.0);
        assert_eq!(step(&app).playhead().step, 0);
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
    for (letter, panel) in
        [("?", Panel::Help), ("c", Panel::Chapters), ("A", Panel::Appearance), ("u", Panel::Share)]
    {
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

#[test]
fn escape_closes_a_page_while_a_control_has_the_focus() {
    let mut app = exhibit(3);
    listen(&mut app);
    let (help, _) = control(&mut app, "Keys");
    request(&mut app, help, Action::Focus, None);
    tap(&mut app, egui::Key::Enter);
    assert_eq!(app.world().resource::<OpenPanel>().0, Some(Panel::Help));
    assert_eq!(focused(&mut app).unwrap().1.label(), Some("close Keys"));
    press(&mut app, Key::Escape);
    settle(&mut app);
    assert_eq!(app.world().resource::<OpenPanel>().0, None);
    // The focus returns to the control that opened the page.
    assert_eq!(focused(&mut app).unwrap().0, help);
}

/// A presenter remote has two keys. The forward key goes past a chapter's end, the back key past its
/// beginning.
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
fn with_reduced_motion_nothing_moves_between_two_places() {
    let mut app = exhibit(3);
    ask(&mut app, Command::Set(Setting::ReducedMotion(true)));
    for fraction in [0.1, 0.5, 0.9] {
        seek(&mut app, Playhead { step: 0, fraction });
        assert!(scene(&app).specimens().all(|specimen| specimen.progress == 1.0));
    }
    seek(&mut app, Playhead::at(0));
    press(&mut app, Key::ArrowRight);
    assert_eq!(step(&app).playhead(), Playhead::at(1));
}

/// While the exhibit plays, the stage changes only by jumps to moments at rest. Each of these moments stays
/// for at least a second, at any speed.
#[test]
fn with_reduced_motion_playing_shows_stills() {
    const FRAMES_A_SECOND: u64 = 20;
    for index in 0..CHAPTERS.len() {
        let mut app = exhibit(index);
        ask(&mut app, Command::Set(Setting::ReducedMotion(true)));
        for speed in [1.0, 16.0] {
            while app.world().resource::<Playback>().speed() < speed {
                ask(&mut app, Command::Playback(PlaybackCommand::Faster));
            }
            seek(&mut app, Playhead::at(0));
            let frame = Duration::from_millis(1000 / FRAMES_A_SECOND);
            ask(&mut app, Command::Playback(PlaybackCommand::Play));
            app.insert_resource(TimeUpdateStrategy::ManualDuration(frame));
            let seen = |app: &mut App| (stage(app), step(app).playhead());
            let (mut shown, mut frames_shown, mut jumps) = (seen(&mut app), 0, 0);
            for _ in 0..6 * FRAMES_A_SECOND {
                app.update();
                frames_shown += 1;
                let now = seen(&mut app);
                let is_over = app.world().resource::<Playback>().motion == Motion::Rest;
                if now != shown {
                    let what = format!("chapter {index} at {speed}: after {frames_shown} frames");
                    assert!(is_over || frames_shown >= FRAMES_A_SECOND, "{what}");
                    assert_eq!(step(&app).playhead().fraction, 0.0, "{what}");
                    (shown, frames_shown) = (now, 0);
                    jumps += 1;
                }
            }
            app.insert_resource(TimeUpdateStrategy::ManualDuration(Duration::ZERO));
            let plays = jumps > 0 || step(&app).timeline().last() == 0;
            assert!(plays, "chapter {index} at {speed} does not play");
            ask(&mut app, Command::Playback(PlaybackCommand::Pause));
            let arrived = step(&app).playhead();
            let mut jumper = exhibit(index);
            ask(&mut jumper, Command::Set(Setting::ReducedMotion(true)));
            seek(&mut jumper, arrived);
            assert_eq!(stage(&mut app), stage(&mut jumper), "chapter {index}, {arrived:?}");
        }
    }
}

#[test]
fn an_unknown_theme_changes_nothing_and_the_text_scale_is_clamped() {
    let mut app = exhibit(0);
    let before = app.world().resource::<Settings>().clone();
    ask(&mut app, Command::Set(Setting::Theme("dusk".to_owned())));
    assert_eq!(*app.world().resource::<Settings>(), before);
    ask(&mut app, Command::Set(Setting::Theme("night".to_owned())));
    assert_eq!(app.world().resource::<Settings>().theme, "night");
    ask(&mut app, Command::Set(Setting::TextScale(99.0)));
    assert_eq!(app.world().resource::<Settings>().text_scale, 1.6);
}

/// Presses keys of several layouts. Each row has the letter that the layout gives, the key, and the chapter
/// that the key opens.
#[test]
fn keys_mean_the_same_on_french_russian_and_greek_keyboards() {
    for (typed, code, chapter) in [
        ("é", KeyCode::Digit2, 1),
        ("-", KeyCode::Digit6, 5),
        ("n", KeyCode::KeyN, 4),
        ("т", KeyCode::KeyN, 4),
        ("ν", KeyCode::KeyN, 4),
        ("з", KeyCode::KeyP, 2),
    ] {
        let mut app = exhibit(3);
        press_at(&mut app, Key::Character(typed.into()), code);
        assert_eq!(app.world().resource::<CurrentChapter>().index(), chapter, "{typed}");
    }
    for (typed, code, panel) in [
        ("с", KeyCode::KeyC, Panel::Chapters),
        ("ψ", KeyCode::KeyC, Panel::Chapters),
        ("ф", KeyCode::KeyA, Panel::Appearance),
        ("a", KeyCode::KeyQ, Panel::Appearance),
    ] {
        let mut app = exhibit(3);
        press_at(&mut app, Key::Character(typed.into()), code);
        assert_eq!(app.world().resource::<OpenPanel>().0, Some(panel), "{typed}");
    }
}

#[test]
fn a_key_with_ctrl_alt_or_super_does_nothing() {
    let chapter = |app: &App| app.world().resource::<CurrentChapter>().index();
    for (modifier, code) in [
        (Key::Control, KeyCode::ControlLeft),
        (Key::Alt, KeyCode::AltLeft),
        (Key::Super, KeyCode::SuperLeft),
    ] {
        let mut app = exhibit(3);
        send(&mut app, modifier.clone(), code, ButtonState::Pressed);
        for key in ["p", "2", "c"] {
            type_letter(&mut app, key);
        }
        press(&mut app, Key::ArrowRight);
        wait(&mut app, 3.0);
        assert_eq!((chapter(&app), step(&app).playhead()), (3, Playhead::at(0)), "{modifier:?}");
        assert_eq!(app.world().resource::<OpenPanel>().0, None, "{modifier:?}");
        send(&mut app, modifier, code, ButtonState::Released);
        type_letter(&mut app, "p");
        assert_eq!(chapter(&app), 2);
        // A key released in another window is no longer held.
        send(&mut app, Key::Control, KeyCode::ControlLeft, ButtonState::Pressed);
        app.world_mut().write_message(KeyboardFocusLost);
        type_letter(&mut app, "p");
        assert_eq!(chapter(&app), 1);
    }
}

#[test]
fn a_digit_held_down_is_typed_once() {
    let mut app = exhibit(3);
    let window = Entity::PLACEHOLDER;
    for repeat in [false, true, true] {
        app.world_mut().write_message(KeyboardInput {
            key_code: KeyCode::Digit1,
            logical_key: Key::Character("1".into()),
            state: ButtonState::Pressed,
            text: None,
            repeat,
            window,
        });
        app.update();
    }
    app.update();
    assert_eq!(app.world().resource::<CurrentChapter>().index(), 0);
}
