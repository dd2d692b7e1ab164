//! New settings while the exhibit runs, and counted visits.

use exhibit::command::ProgramCommand;
use exhibit::guesses::GuessCommand;
use std::sync::{Arc, Mutex};

use bevy::ecs::message::Messages;
use bevy::input::keyboard::Key;
use bevy::prelude::*;
use content::files::Files;
use content::look::Look;
use exhibit::chapter::CurrentChapter;
use exhibit::command::Command;
use exhibit::config::Config;
use exhibit::experiment::Experiments;
use exhibit::offered::OfferedChapters;
use exhibit::reload::ReloadReport;
use exhibit::settings::{Setting, Settings};
use exhibit::visits::record::{Answers, Visit};
use learning::Playhead;
use learning_machine::Setup;
use learning_machine::headless::{self, Rendering};
use learning_machine::reload::ConfigSource;
use learning_machine::visits::{VisitBegan, VisitEnded, VisitSeen};

use crate::driver::{ask, exhibit, press, seek, type_letter, wait, wait_in_frames_of};

/// The result of the next read of the settings.
type Next = Arc<Mutex<Result<Config, String>>>;

/// Gives the exhibit a source of settings that the test can change.
fn with_source(app: &mut App) -> Next {
    let next: Next = Arc::new(Mutex::new(Ok(Config::default())));
    let source = Arc::clone(&next);
    app.insert_resource(ConfigSource::new(move || source.lock().unwrap().clone()));
    next
}

fn reload(app: &mut App) -> ReloadReport {
    ask(app, Command::Program(ProgramCommand::ReloadConfig));
    app.update();
    app.world().resource::<ReloadReport>().clone()
}

#[test]
fn settings_take_effect_after_rereading() {
    let mut app = exhibit(0);
    assert_eq!(reload(&mut app), ReloadReport::NoSource);
    let next = with_source(&mut app);
    assert_eq!(reload(&mut app), ReloadReport::Done(vec![]));

    let mut config = Config::default();
    config.presentation.theme = Some("night".to_owned());
    config.presentation.text_scale = 1.2;
    config.presentation.reduced_motion = true;
    config.kiosk.idle_seconds = 90.0;
    config.use_counts.keep_months = 3;
    *next.lock().unwrap() = Ok(config.clone());
    assert_eq!(reload(&mut app), ReloadReport::Done(vec!["use-counts"]));
    assert_eq!(app.world().resource::<Config>(), &config);
    let settings = app.world().resource::<Settings>();
    assert_eq!((settings.theme.as_str(), settings.text_scale), ("night", 1.2));
    assert!(settings.reduced_motion && app.world().resource::<Look>().theme.dark);
}

#[test]
fn bad_settings_change_nothing() {
    let mut app = exhibit(0);
    let next = with_source(&mut app);
    let before =
        (app.world().resource::<Config>().clone(), app.world().resource::<Settings>().clone());
    *next.lock().unwrap() = Err("exhibit.toml, line 3: no".to_owned());
    assert_eq!(reload(&mut app), ReloadReport::Refused("exhibit.toml, line 3: no".to_owned()));
    let after =
        (app.world().resource::<Config>().clone(), app.world().resource::<Settings>().clone());
    assert_eq!(before, after);
    *next.lock().unwrap() = Ok(Config::default());
    assert_eq!(reload(&mut app), ReloadReport::Done(vec![]));
}

#[test]
fn a_theme_chosen_by_a_visitor_survives_a_change_of_other_settings() {
    let mut app = exhibit(0);
    let next = with_source(&mut app);
    ask(&mut app, Command::Set(Setting::Theme("night".to_owned())));
    let mut config = Config::default();
    config.presentation.palette = "notebook".to_owned();
    *next.lock().unwrap() = Ok(config);
    reload(&mut app);
    let settings = app.world().resource::<Settings>();
    assert_eq!((settings.theme.as_str(), settings.palette.as_str()), ("night", "notebook"));
}

/// Keeps the finished visits, because a message lasts for only two frames.
#[derive(Resource, Default)]
struct Seen(Vec<Visit>);

fn counting(is_kiosk: bool, is_wanted: bool) -> App {
    let mut setup = Setup::new(Files::default()).unwrap();
    setup.config.use_counts.enabled = is_wanted;
    setup.config.kiosk.enabled = is_kiosk;
    setup.config.kiosk.idle_seconds = 20.0;
    setup.config.kiosk.countdown_seconds = 5.0;
    let mut app = headless::app(setup, UVec2::new(1920, 1080), Rendering::Off).unwrap();
    app.init_resource::<Seen>().add_systems(
        Last,
        (|mut visits: MessageReader<VisitSeen>, mut seen: ResMut<Seen>| {
            seen.0.extend(visits.read().map(|VisitSeen(visit, _)| visit.clone()));
        })
        .after(learning_machine::visits::VisitsEnd),
    );
    app.update();
    app
}

fn seen(app: &mut App) -> Vec<Visit> {
    std::mem::take(&mut app.world_mut().resource_mut::<Seen>().0)
}

fn reached(visit: &Visit) -> Vec<(&str, u64)> {
    visit.chapters.iter().map(|reached| (reached.chapter.as_str(), reached.steps)).collect()
}

#[test]
fn a_kiosk_counts_a_visit_until_nobody_is_there() {
    let mut app = counting(true, true);
    // While nobody is there, machines learn, but the exhibit counts nothing.
    wait_in_frames_of(&mut app, 0.1, 12.0);
    press(&mut app, Key::F9);
    let label = {
        let subject = app.world().resource::<CurrentChapter>().get().subject();
        app.world().resource::<Experiments>().of(subject).label(0)
    };
    ask(&mut app, Command::Guess(GuessCommand::Answer(label)));
    wait(&mut app, 5.0);
    // Take the answer back and give a wrong one. Both answers count.
    ask(&mut app, Command::Guess(GuessCommand::Undo));
    ask(&mut app, Command::Guess(GuessCommand::Answer(!label)));
    wait(&mut app, 5.0);
    ask(&mut app, Command::Go(1));
    seek(&mut app, Playhead::at(5));
    ask(&mut app, Command::Go(0));
    press(&mut app, Key::F9);
    wait_in_frames_of(&mut app, 0.1, 70.0);

    let visits = seen(&mut app);
    assert_eq!(visits.len(), 1, "what happens while nobody is there is no visit");
    assert_eq!(visits[0].seconds, 10, "the minute in which nobody was there is none of it");
    assert_eq!(visits[0].guesses, Answers { right: 1, asked: 2 });
    // The steps of the first chapter: at the start, after the reveal, at the start again, after the reveal
    // again, and after the return.
    assert_eq!(reached(&visits[0]), [("guess-barcode", 5), ("histogram", 2)]);

    // A new visitor ends the visit under way, and so does the end of the exhibit.
    app.world_mut().write_message(VisitBegan);
    wait(&mut app, 3.0);
    app.world_mut().write_message(VisitBegan);
    wait(&mut app, 1.0);
    app.world_mut().write_message(AppExit::Success);
    app.update();
    let seconds: Vec<_> = seen(&mut app).iter().map(|visit| visit.seconds).collect();
    assert_eq!(seconds, [3, 1]);
}

#[test]
fn outside_a_kiosk_a_visit_begins_with_the_first_command_and_ends_with_the_exhibit() {
    let mut app = counting(false, true);
    wait(&mut app, 5.0);
    ask(&mut app, Command::Program(ProgramCommand::ReloadConfig));
    wait(&mut app, 5.0);
    ask(&mut app, Command::Go(16));
    wait(&mut app, 7.0);
    assert!(seen(&mut app).is_empty());
    app.world_mut().write_message(AppExit::Success);
    app.update();
    app.update();
    let visits = seen(&mut app);
    assert_eq!(visits.len(), 1);
    assert_eq!((visits[0].seconds, reached(&visits[0])), (7, vec![("autoencoder", 1)]));
}

#[test]
fn nothing_is_counted_unless_the_settings_ask_for_it() {
    for is_kiosk in [false, true] {
        let mut app = counting(is_kiosk, false);
        app.world_mut().write_message(VisitBegan);
        ask(&mut app, Command::Go(1));
        app.world_mut().write_message(VisitEnded::default());
        app.update();
        app.world_mut().write_message(AppExit::Success);
        app.update();
        assert!(seen(&mut app).is_empty());
        assert!(app.world().resource::<Messages<VisitSeen>>().is_empty());
    }
}

#[test]
fn chapters_are_those_of_the_settings_in_their_order() {
    let mut app = exhibit(0);
    let next = with_source(&mut app);
    let shown = |app: &App| app.world().resource::<CurrentChapter>().index();
    let mut config = Config::default();
    config.chapters.order = vec![16, 0, 3];
    config.presentation.language = "de".to_owned();
    *next.lock().unwrap() = Ok(config.clone());
    assert_eq!(reload(&mut app), ReloadReport::Done(vec![]));
    assert_eq!(app.world().resource::<Settings>().language, "de");
    assert_eq!(shown(&app), 0, "the shown chapter stays");
    for (key, place) in [("n", 3), ("n", 3), ("p", 0), ("p", 16), ("p", 16), ("3", 3), ("9", 3)] {
        type_letter(&mut app, key);
        assert_eq!(shown(&app), place, "{key}");
    }
    // At the last step of the last chapter, another press does nothing. In other chapters it opens the next
    // chapter.
    press(&mut app, Key::End);
    press(&mut app, Key::PageDown);
    assert_eq!(shown(&app), 3);
    type_letter(&mut app, "p");
    press(&mut app, Key::End);
    press(&mut app, Key::PageDown);
    assert_eq!(shown(&app), 3);
    let mut kiosk = counting(true, false);
    let next = with_source(&mut kiosk);
    config.kiosk.enabled = true;
    config.kiosk.chapters = Some(vec![5]);
    *next.lock().unwrap() = Ok(config);
    reload(&mut kiosk);
    assert_eq!(kiosk.world().resource::<OfferedChapters>().places(), [5]);
}

#[test]
fn settings_that_need_a_restart_are_reported_and_change_nothing() {
    let mut app = exhibit(0);
    let next = with_source(&mut app);
    let mut config = Config::default();
    config.kiosk.enabled = true;
    config.kiosk.name = Some("Hall 2".to_owned());
    config.use_counts.keep_months = 3;
    *next.lock().unwrap() = Ok(config);
    for _ in 0..2 {
        let report = reload(&mut app);
        assert_eq!(report, ReloadReport::Done(vec!["kiosk.enabled", "kiosk.name", "use-counts"]));
        assert!(!app.world().resource::<Config>().kiosk.enabled);
    }
    *next.lock().unwrap() = Ok(Config::default());
    assert_eq!(reload(&mut app), ReloadReport::Done(vec![]));
}
