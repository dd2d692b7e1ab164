//! Keys as keyboards and remotes send them: on several layouts, with modifiers, stuck keys and lost releases.

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyCode};
use bevy::input::mouse::{MouseScrollUnit, MouseWheel};
use bevy::input::touch::{TouchPhase, Touches};
use bevy::prelude::*;
use bevy::window::{FileDragAndDrop, PrimaryWindow, WindowFocused};
use bevy_egui::EguiContext;
use exhibit::chapter::CurrentChapter;
use exhibit::command::Command;
use exhibit::guesses::{Guess, Guesses};
use exhibit::projector::{Cover, Options, Projector, ProjectorCommand};
use exhibit::visitor::OpenPanel;
use learning_machine::keys::ControlHasFocus;

use crate::driver::*;
use crate::finger::put;
use crate::kiosk::{kiosk, pass};
use crate::projector::classroom;

fn chapter(app: &App) -> usize {
    app.world().resource::<CurrentChapter>().index()
}

fn window(app: &mut App) -> Entity {
    let mut windows = app.world_mut().query_filtered::<Entity, With<PrimaryWindow>>();
    windows.single(app.world()).unwrap()
}

fn egui(app: &mut App) -> bevy_egui::egui::Context {
    let mut contexts = app.world_mut().query::<&mut EguiContext>();
    contexts.iter_mut(app.world_mut()).next().unwrap().get_mut().clone()
}

#[test]
fn every_layout_has_the_two_keys_for_guesses() {
    for (layout, f, j) in [("us, fr, de", "f", "j"), ("ru", "а", "о"), ("gr", "φ", "ξ")] {
        for (typed, code, answer) in [(f, KeyCode::KeyF, false), (j, KeyCode::KeyJ, true)] {
            let mut app = exhibit(0);
            press_at(&mut app, Key::Character(typed.into()), code);
            let guesses = app.world().resource::<Guesses>().in_chapter(0).to_vec();
            assert_eq!(guesses, [Guess { sample: 0, answer }], "{layout}");
        }
    }
}

#[test]
fn the_period_key_of_a_remote_makes_the_picture_black_on_every_layout() {
    for typed in [".", ":", "ю"] {
        let mut app = classroom(3, Options::default());
        press_at(&mut app, Key::Character(typed.into()), KeyCode::Period);
        assert_eq!(app.world().resource::<Projector>().cover, Some(Cover::Black), "{typed}");
    }
}

#[test]
fn two_digits_are_one_number_also_where_digits_need_shift() {
    use KeyCode::{Digit0, Digit1, Digit6, Numpad0, Numpad1};
    for (keys, meant) in [
        ([("1", Digit1), ("0", Digit0)], 9),
        ([("&", Digit1), ("à", Digit0)], 9),
        ([("1", Numpad1), ("0", Numpad0)], 9),
        // On a French keyboard, the key 6 gives a minus.
        ([("&", Digit1), ("-", Digit6)], 15),
        ([("1", Digit1), ("1", Digit1)], 10),
    ] {
        let mut app = exhibit(3);
        for (text, code) in keys {
            press_at(&mut app, Key::Character(text.into()), code);
            wait(&mut app, 0.3);
        }
        assert_eq!(chapter(&app), meant, "{keys:?}");
    }
}

#[test]
fn named_keys_with_a_modifier_do_nothing_and_no_shortcut_zooms() {
    for (modifier, code) in [(Key::Control, KeyCode::ControlLeft), (Key::Alt, KeyCode::AltLeft)] {
        let mut app = exhibit(3);
        let before = (scene(&app), step(&app));
        send(&mut app, modifier.clone(), code, ButtonState::Pressed);
        for key in [Key::Space, Key::Enter, Key::Tab, Key::End, Key::F11, Key::Backspace] {
            press(&mut app, key);
        }
        for text in ["+", "=", "-", "0", "q", "w", "c", "v"] {
            type_letter(&mut app, text);
            assert_eq!(egui(&mut app).zoom_factor(), 1.0, "{modifier:?} and {text}");
        }
        assert_eq!((scene(&app), step(&app)), before, "{modifier:?}");
        assert_eq!(app.world().resource::<OpenPanel>().0, None, "{modifier:?}");
        assert!(!app.world().resource::<ControlHasFocus>().0, "{modifier:?}");
        assert!(app.should_exit().is_none());
    }
}

#[test]
fn a_stuck_modifier_is_released_for_the_next_visitor() {
    let mut app = kiosk();
    press(&mut app, Key::Space);
    send(&mut app, Key::Control, KeyCode::ControlLeft, ButtonState::Pressed);
    type_letter(&mut app, "n");
    assert_eq!(chapter(&app), 0, "with Ctrl it is not that key");
    pass(&mut app, 61.0);
    press(&mut app, Key::Space);
    type_letter(&mut app, "n");
    assert_eq!(chapter(&app), 1);
    assert!(egui(&mut app).input(|input| input.modifiers.is_none()));
}

#[test]
fn keys_are_released_when_the_window_loses_the_focus() {
    let mut app = exhibit(3);
    let window = window(&mut app);
    for (key, code) in [(Key::Enter, KeyCode::Enter), (Key::Space, KeyCode::Space)] {
        app.world_mut().write_message(bevy::input::keyboard::KeyboardInput {
            key_code: code,
            logical_key: key,
            state: ButtonState::Pressed,
            text: None,
            repeat: false,
            window,
        });
    }
    app.update();
    let held = |app: &mut App| egui(app).input(|input| input.keys_down.len());
    assert_eq!(held(&mut app), 2);
    app.world_mut().write_message(WindowFocused { window, focused: false });
    app.update();
    assert_eq!(held(&mut app), 0);
}

#[test]
fn hovering_files_are_forgotten() {
    let mut app = exhibit(3);
    let window = window(&mut app);
    for _ in 0..3 {
        let path_buf = "/tmp/picture.png".into();
        app.world_mut().write_message(FileDragAndDrop::HoveredFile { window, path_buf });
        app.update();
    }
    assert_eq!(egui(&mut app).input(|input| input.raw.hovered_files.len()), 0);
}

#[test]
fn odd_values_of_a_wheel_do_not_turn_the_spotlight_off() {
    let mut app = classroom(3, Options::default());
    ask(&mut app, Command::Project(ProjectorCommand::Spotlight(Some(0.2))));
    let window = window(&mut app);
    for y in [f32::NAN, f32::INFINITY, 1e30, f32::NEG_INFINITY] {
        let (unit, phase) = (MouseScrollUnit::Line, TouchPhase::Moved);
        app.world_mut().write_message(MouseWheel { unit, x: 0.0, y, window, phase });
        app.update();
        app.update();
        assert!(app.world().resource::<Projector>().spotlight.is_some(), "{y}");
    }
}

#[test]
fn starting_over_releases_stuck_fingers_outside_a_kiosk_too() {
    let mut app = exhibit(3);
    for id in 0..5 {
        put(&mut app, TouchPhase::Started, Vec2::new(900.0, 500.0), id);
    }
    app.update();
    ask(&mut app, Command::StartOver);
    app.update();
    assert_eq!(app.world().resource::<Touches>().iter().count(), 0);
}
