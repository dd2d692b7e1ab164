//! A kiosk from attract mode to attract mode, used by touch.

mod endings;
mod facts;

use bevy::input::touch::{TouchPhase, Touches};
use bevy::prelude::*;
use content::files::Files;
use content::words;
use exhibit::chapter::{CHAPTERS, CurrentChapter, find};
use exhibit::command::Command;
use exhibit::config::Config;
use exhibit::guesses::Guesses;
use exhibit::kiosk::{Kiosk, OperatorPage, PinState, Presence};
use exhibit::pin;
use exhibit::playback::{Motion, Playback, TrainingStep};
use exhibit::scene::Scene;
use exhibit::settings::{Setting, Settings};
use exhibit::visitor::OpenPanel;
use learning_machine::Setup;
use learning_machine::headless::{self, Rendering};
use learning_machine::kiosk::{CLOSED_BY_OPERATOR, Operator};

use super::driver::{ask, press, stage, wait_in_frames_of};
use super::finger::{control, describe, put, tap, touch};

const SIZE: UVec2 = UVec2::new(1920, 1080);
const MIDDLE: Vec2 = Vec2::new(960.0, 540.0);
const PIN: &str = "24680";

fn config() -> Config {
    let mut config = Config::default();
    config.kiosk.enabled = true;
    config.kiosk.pin_hash = Some(pin::hash(PIN, &[7; pin::SALT_BYTES]).unwrap());
    config
}

fn kiosk_of(config: Config, size: UVec2) -> App {
    let setup = Setup::new(Files::default()).unwrap();
    let setup = Setup { settings: config.settings(), config, ..setup };
    let mut app = headless::app(setup, size, Rendering::Off).unwrap();
    for _ in 0..3 {
        app.update();
    }
    describe(&mut app);
    app
}

pub fn kiosk() -> App {
    kiosk_of(config(), SIZE)
}

pub fn pass(app: &mut App, seconds: f64) {
    wait_in_frames_of(app, 0.1, seconds);
}

fn is_attracting(app: &App) -> bool {
    app.world().resource::<Kiosk>().attract().is_some()
}

fn chapter(app: &App) -> usize {
    app.world().resource::<CurrentChapter>().index()
}

fn page(app: &App) -> OperatorPage {
    app.world().resource::<Operator>().page().clone()
}

/// Returns everything that is shown and that a visitor's actions can change.
fn shown(app: &mut App) -> String {
    let stage = stage(app);
    let world = app.world();
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {}",
        world.resource::<Scene>(),
        world.resource::<Settings>(),
        world.resource::<TrainingStep>(),
        world.resource::<Playback>(),
        world.resource::<Guesses>(),
        world.resource::<OpenPanel>(),
        stage,
        world.resource::<words::Locale>().language(),
    )
}

#[test]
fn nothing_of_a_visit_remains_after_it() {
    let mut app = kiosk();
    assert!(is_attracting(&app));
    assert_eq!(app.world().resource::<Settings>().theme, "night");
    // The first touch starts the visit and does nothing else, even at the place of a control.
    tap(&mut app, Vec2::new(1608.0, 451.0));
    assert!(!is_attracting(&app));
    assert_eq!(chapter(&app), 0);
    assert!(app.world().resource::<Guesses>().in_chapter(0).is_empty());
    let fresh = shown(&mut app);
    assert!(control(&mut app, "start over").is_some());

    touch(&mut app, "blue");
    pass(&mut app, 3.0);
    for _ in 0..3 {
        touch(&mut app, "next chapter");
    }
    assert_eq!(CHAPTERS[chapter(&app)].id(), "threshold-learns");
    touch(&mut app, "learning rate 3");
    touch(&mut app, "faster");
    touch(&mut app, "play");
    pass(&mut app, 2.0);
    touch(&mut app, "Appearance");
    touch(&mut app, "Paper");
    touch(&mut app, "Deutsch");
    assert_eq!(app.world().resource::<words::Locale>().language(), "de");
    assert_ne!(fresh, shown(&mut app));

    // The control "start over" is always available.
    ask(&mut app, Command::Show(None));
    app.update();
    touch(&mut app, "von vorn");
    assert_eq!(fresh, shown(&mut app));
    assert!(!is_attracting(&app));

    touch(&mut app, "blue");
    ask(&mut app, Command::Set(Setting::Language("fr".to_owned())));
    pass(&mut app, 39.0);
    assert_eq!(app.world().resource::<Kiosk>().countdown, None);
    pass(&mut app, 2.0);
    assert!(app.world().resource::<Kiosk>().countdown.is_some_and(|left| left <= 20));
    // A touch continues the visit and does nothing else.
    let before = app.world().resource::<Guesses>().clone();
    tap(&mut app, Vec2::new(1044.0, 451.0));
    assert_eq!(app.world().resource::<Kiosk>().countdown, None);
    assert_eq!(*app.world().resource::<Guesses>(), before);
    pass(&mut app, 59.0);
    assert!(!is_attracting(&app));
    pass(&mut app, 2.0);
    assert!(is_attracting(&app));
    tap(&mut app, MIDDLE);
    assert_eq!(fresh, shown(&mut app), "something of the last visitor remains");
}

#[test]
fn attract_mode_shows_its_scenes_in_turn_and_the_machines_learn() {
    let mut app = kiosk();
    let scenes = config().attract.scenes;
    for scene in scenes.iter().cycle().take(scenes.len() + 1) {
        pass(&mut app, 4.0);
        let attract = *app.world().resource::<Kiosk>().attract().unwrap();
        assert!(attract.is_title());
        pass(&mut app, 10.0);
        assert_eq!(chapter(&app), scene.chapter);
        assert_eq!(app.world().resource::<Playback>().motion, Motion::Playing);
        let before = app.world().resource::<TrainingStep>().playhead();
        pass(&mut app, 5.0);
        let after = app.world().resource::<TrainingStep>().playhead();
        assert!(after.step > before.step + 2, "{before:?} {after:?}");
        assert!(!app.world().resource::<Kiosk>().attract().unwrap().is_title());
        // Wait for the end of the scene.
        pass(&mut app, 7.1);
    }
}

#[test]
fn a_key_ends_attract_mode_and_does_nothing_else() {
    let mut app = kiosk();
    press(&mut app, bevy::input::keyboard::Key::Character("5".into()));
    app.update();
    assert!(!is_attracting(&app));
    assert_eq!(chapter(&app), 0);
    press(&mut app, bevy::input::keyboard::Key::Character("5".into()));
    app.update();
    assert_eq!(chapter(&app), 4);
}

#[test]
fn chapters_are_those_of_the_settings_in_their_order() {
    let mut config = config();
    let ids = ["network-learns", "guess-barcode", "autoencoder"];
    config.kiosk.chapters = Some(ids.map(|id| find(id).unwrap()).to_vec());
    config.kiosk.guesses = Some(2);
    let mut app = kiosk_of(config, SIZE);
    tap(&mut app, MIDDLE);
    assert_eq!(CHAPTERS[chapter(&app)].id(), ids[0]);
    touch(&mut app, "next chapter");
    assert_eq!(CHAPTERS[chapter(&app)].id(), ids[1]);
    // After two answers, the next chapter opens without a touch.
    for _ in 0..2 {
        assert_eq!(CHAPTERS[chapter(&app)].id(), ids[1]);
        touch(&mut app, "blue");
        pass(&mut app, 3.9);
        if app.world().resource::<Guesses>().in_chapter(0).len() < 2 {
            touch(&mut app, "Next");
            pass(&mut app, 3.9);
        }
    }
    pass(&mut app, 4.5);
    assert_eq!(CHAPTERS[chapter(&app)].id(), ids[2]);
    assert!(control(&mut app, "next chapter").is_none(), "there is none");
    touch(&mut app, "Chapters");
    assert!(control(&mut app, LEFT_OUT_CHAPTER).is_none());
}

const LEFT_OUT_CHAPTER: &str = "The threshold learns";

#[test]
fn only_the_corner_and_the_pin_open_the_operators_menu() {
    let mut app = kiosk();
    tap(&mut app, MIDDLE);
    hold_corner(&mut app, 4.0);
    assert_eq!(page(&app), OperatorPage::Closed);
    hold_corner(&mut app, 5.2);
    assert_eq!(page(&app), OperatorPage::Pin(0, PinState::Open));
    for _ in 0..3 {
        enter_pin(&mut app, "1234");
        assert_eq!(
            page(&app),
            OperatorPage::Pin(0, PinState::Wrong(if wrong(&app) == 3 { 5 } else { 0 }))
        );
    }
    // After three wrong PINs the operator must wait.
    assert!(control(&mut app, "1").is_none());
    pass(&mut app, 5.2);
    enter_pin(&mut app, PIN);
    assert_eq!(page(&app), OperatorPage::Menu);
    touch(&mut app, "Read the settings again");
    touch(&mut app, "Back");
    assert_eq!(page(&app), OperatorPage::Closed);

    hold_corner(&mut app, 5.2);
    enter_pin(&mut app, PIN);
    touch(&mut app, "Close the exhibit");
    assert_eq!(app.should_exit(), None);
    touch(&mut app, "Yes, close");
    assert_eq!(app.should_exit(), Some(AppExit::from_code(CLOSED_BY_OPERATOR)));
}

#[test]
fn the_menu_closes_after_the_operator_has_gone() {
    let mut app = kiosk();
    tap(&mut app, MIDDLE);
    hold_corner(&mut app, 5.2);
    enter_pin(&mut app, PIN);
    assert_eq!(page(&app), OperatorPage::Menu);
    pass(&mut app, 61.0);
    assert!(is_attracting(&app));
    tap(&mut app, MIDDLE);
    assert_eq!(page(&app), OperatorPage::Closed);
    // Without a PIN in the settings, nobody can open the menu.
    let mut config = config();
    config.kiosk.pin_hash = None;
    let mut app = kiosk_of(config, SIZE);
    hold_corner(&mut app, 8.0);
    assert_eq!(page(&app), OperatorPage::Closed);
}

/// Returns 1 after the first or second wrong PIN, 3 after the third, which starts a wait, and otherwise 0.
fn wrong(app: &App) -> u32 {
    match page(app) {
        OperatorPage::Pin(_, PinState::Wrong(0)) => 1,
        OperatorPage::Pin(_, PinState::Wrong(_)) => 3,
        _ => 0,
    }
}

fn hold_corner(app: &mut App, seconds: f64) {
    let corner = Vec2::new(30.0, 30.0);
    put(app, TouchPhase::Started, corner, 3);
    pass(app, seconds);
    put(app, TouchPhase::Ended, corner, 3);
    app.update();
    app.update();
    app.update();
}

fn enter_pin(app: &mut App, pin: &str) {
    for digit in pin.chars() {
        touch(app, &digit.to_string());
    }
    touch(app, "Enter");
    for _ in 0..400 {
        app.update();
        if !matches!(page(app), OperatorPage::Pin(_, PinState::Checking)) {
            app.update();
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("the PIN was never checked");
}

#[test]
fn ten_fingers_do_no_more_than_one() {
    let mut app = kiosk();
    tap(&mut app, MIDDLE);
    let place = control(&mut app, "blue").unwrap().place.center();
    // Nine more touches, as of a palm, begin after the first finger and end before it.
    put(&mut app, TouchPhase::Started, place, 1);
    for id in 2..=10 {
        put(&mut app, TouchPhase::Started, Vec2::new(100.0 * id as f32, 960.0), id);
    }
    app.update();
    for id in 2..=10 {
        put(&mut app, TouchPhase::Moved, Vec2::new(100.0 * id as f32, 500.0), id);
        put(&mut app, TouchPhase::Ended, Vec2::new(100.0 * id as f32, 500.0), id);
    }
    app.update();
    put(&mut app, TouchPhase::Ended, place, 1);
    for _ in 0..3 {
        app.update();
    }
    assert_eq!(app.world().resource::<Guesses>().in_chapter(0).len(), 1);
    assert_eq!(chapter(&app), 0);
}

#[test]
fn a_stuck_finger_does_not_block_other_fingers() {
    let mut app = kiosk();
    tap(&mut app, MIDDLE);
    put(&mut app, TouchPhase::Started, Vec2::new(900.0, 700.0), 77);
    pass(&mut app, 11.0);
    touch(&mut app, "next chapter");
    assert_eq!(chapter(&app), 1);
}

#[test]
fn stuck_fingers_are_released_at_the_end_of_the_visit() {
    let mut app = kiosk();
    tap(&mut app, MIDDLE);
    for id in 100..200 {
        put(&mut app, TouchPhase::Started, Vec2::new(5.0 * id as f32, 700.0), id);
    }
    pass(&mut app, 0.5);
    let down = |app: &App| app.world().resource::<Touches>().iter().count();
    assert_eq!(down(&app), 100);
    pass(&mut app, 61.0);
    assert!(is_attracting(&app));
    assert_eq!(down(&app), 0);
}

#[test]
fn visitors_cannot_leave_the_full_screen() {
    let mut app = kiosk();
    tap(&mut app, MIDDLE);
    let mode = |app: &mut App| {
        let mut windows = app.world_mut().query::<&Window>();
        windows.iter(app.world()).map(|window| window.mode).next().unwrap()
    };
    let before = mode(&mut app);
    press(&mut app, bevy::input::keyboard::Key::F11);
    app.update();
    assert_eq!(mode(&mut app), before);
}

#[test]
fn upright_kiosks_have_their_controls_in_the_lower_half() {
    let mut config = config();
    config.kiosk.screen_diagonal = Some(43.0);
    let mut app = kiosk_of(config, UVec2::new(1080, 1920));
    tap(&mut app, MIDDLE);
    for index in 0..CHAPTERS.len() {
        ask(&mut app, Command::Go(index));
        app.update();
        app.update();
        for name in ["start over", "Chapters", "Appearance", "forward", "play", "training step"] {
            let control = super::finger::controls(&mut app).into_iter().find(|c| c.name == name);
            let place = control.unwrap_or_else(|| panic!("{name} in chapter {index}")).place;
            assert!(place.min.y > 960.0, "{name} in chapter {index}: {place:?}");
        }
    }
    assert_eq!(app.world().resource::<Kiosk>().presence, Presence::Visitor(0.0));
}
