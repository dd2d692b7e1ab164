//! Projector mode: the remote, the cover, freezing, the spotlight, and predict first.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use bevy::window::{
    Monitor, MonitorSelection, PrimaryMonitor, PrimaryWindow, WindowCloseRequested, WindowMode,
    WindowPosition,
};
use bevy_egui::{EguiContext, EguiManagedTextures, PrimaryEguiContext};
use content::files::Files;
use exhibit::chapter::{CHAPTERS, CurrentChapter};
use exhibit::command::Command;
use exhibit::config::{self, Config};
use exhibit::playback::{Motion, Playback, PlaybackCommand};
use exhibit::projector::remote::RemoteKeys;
use exhibit::projector::{Cover, Options, Projector, ProjectorCommand};
use learning::Playhead;
use learning_machine::Setup;
use learning_machine::headless::{self, Rendering};
use learning_machine::interface::notes_window::{NotesCamera, NotesWindow};
use learning_machine::projector::LessonTime;

use crate::driver::*;

pub fn classroom(chapter: usize, options: Options) -> App {
    let projector = Options { distance: Some(6.0), ..options };
    let setup = Setup { chapter, projector, ..Setup::new(Files::default()).unwrap() };
    let mut app = headless::app(setup, UVec2::new(1920, 1080), Rendering::Off).unwrap();
    app.update();
    app.update();
    app
}

fn projector(app: &App) -> Projector {
    app.world().resource::<Projector>().clone()
}

fn motion(app: &App) -> Motion {
    app.world().resource::<Playback>().motion
}

#[test]
fn without_projector_mode_its_keys_do_nothing() {
    let mut app = exhibit(3);
    for letter in ["b", ".", ",", "z", "s", "q", "w", "t"] {
        type_letter(&mut app, letter);
        assert_eq!(projector(&app), Projector::default(), "{letter}");
        assert_eq!(motion(&app), Motion::Rest, "{letter}");
    }
}

#[test]
fn a_covered_picture_pauses_and_any_key_uncovers_it_and_does_nothing_else() {
    for (letter, cover) in [("b", Cover::Black), (".", Cover::Black), (",", Cover::White)] {
        let mut app = classroom(3, Options::default());
        press(&mut app, Key::Space);
        assert_eq!(motion(&app), Motion::Playing);
        type_letter(&mut app, letter);
        assert_eq!((projector(&app).cover, motion(&app)), (Some(cover), Motion::Rest));
        let before = step(&app);
        press(&mut app, Key::Shift);
        assert_eq!(projector(&app).cover, Some(cover));
        for key in [Key::PageDown, Key::Character("4".into()), Key::Space, Key::Escape, Key::F5] {
            ask(&mut app, Command::Project(ProjectorCommand::Cover(Some(cover))));
            press(&mut app, key.clone());
            assert_eq!(projector(&app).cover, None, "{key:?}");
            assert_eq!((step(&app), motion(&app)), (before, Motion::Rest), "{key:?}");
        }
        assert_eq!(app.world().resource::<CurrentChapter>().index(), 3);
    }
}

#[test]
fn a_frozen_picture_stands_still_while_the_exhibit_goes_on_and_then_catches_up() {
    let mut app = classroom(3, Options { notes: Some(true), ..Options::default() });
    seek(&mut app, Playhead::at(9));
    let (before, staged) = (scene(&app), stage(&mut app));
    type_letter(&mut app, "z");
    assert!(projector(&app).frozen);
    press(&mut app, Key::ArrowDown);
    type_letter(&mut app, "6");
    assert_eq!(app.world().resource::<CurrentChapter>().index(), 5);
    assert_eq!((scene(&app), stage(&mut app)), (before.clone(), staged));
    type_letter(&mut app, "z");
    assert!(!projector(&app).frozen);
    app.update();
    assert_ne!(scene(&app), before);
    assert_eq!(stage(&mut app), stage(&mut exhibit_at(5)));
}

fn exhibit_at(chapter: usize) -> App {
    let mut app = classroom(chapter, Options::default());
    app.update();
    app
}

#[test]
fn closing_the_notes_ends_freezing_and_without_notes_freezing_pauses() {
    let mut app = classroom(3, Options { notes: Some(true), ..Options::default() });
    type_letter(&mut app, "z");
    type_letter(&mut app, "w");
    assert_eq!((projector(&app).notes, projector(&app).frozen), (false, false));
    press(&mut app, Key::Space);
    type_letter(&mut app, "z");
    assert_eq!((projector(&app).frozen, motion(&app)), (false, Motion::Rest));
    type_letter(&mut app, "z");
    assert_eq!((projector(&app).frozen, motion(&app)), (false, Motion::Playing));
}

#[test]
fn the_spotlight_stays_within_its_sizes_and_esc_turns_it_off() {
    let mut app = classroom(3, Options::default());
    let light = |app: &App| projector(app).spotlight;
    type_letter(&mut app, "s");
    assert_eq!(light(&app), Some(0.2));
    for (asked, had) in [(0.4, 0.4), (9.0, 0.7), (0.0, 0.05)] {
        ask(&mut app, Command::Project(ProjectorCommand::Spotlight(Some(asked))));
        assert_eq!(light(&app), Some(had));
    }
    ask(&mut app, Command::Project(ProjectorCommand::Spotlight(Some(f32::NAN))));
    assert_eq!(light(&app), None);
    type_letter(&mut app, "s");
    press(&mut app, Key::Escape);
    assert_eq!(light(&app), None);
}

fn wait_until_it_rests(app: &mut App) {
    for _ in 0..60 {
        if motion(app) == Motion::Rest {
            return;
        }
        wait(app, 0.5);
    }
    panic!("it plays on");
}

#[test]
fn playing_waits_before_each_reveal_until_the_teacher_goes_on() {
    for (chapter, places) in [(0, [0, 2]), (2, [0, 3]), (3, [1, 5]), (9, [3, 9])] {
        for key in [Key::Space, Key::PageDown, Key::ArrowRight] {
            let mut app = classroom(chapter, Options::default());
            press(&mut app, Key::Space);
            for place in places {
                wait_until_it_rests(&mut app);
                let at = step(&app).playhead();
                assert_eq!((at, motion(&app)), (Playhead::at(place), Motion::Rest), "{chapter}");
                press(&mut app, key.clone());
                assert_eq!(motion(&app), Motion::Playing, "{chapter}, {key:?}");
            }
        }
    }
}

#[test]
fn playing_waits_only_with_predict_first_and_at_normal_speed() {
    let options = Options { predict_first: Some(false), ..Options::default() };
    let mut app = classroom(3, options);
    press(&mut app, Key::Space);
    wait(&mut app, 10.0);
    assert_eq!(motion(&app), Motion::Playing);
    type_letter(&mut app, "q");
    wait(&mut app, 10.0);
    assert_eq!(motion(&app), Motion::Rest);
    // Faster than at normal speed, visitors watch the whole run, so playing does not wait.
    ask(&mut app, Command::Playback(PlaybackCommand::Faster));
    press(&mut app, Key::Space);
    wait(&mut app, 10.0);
    assert_eq!(motion(&app), Motion::Playing);
}

#[test]
fn chapters_reveal_in_their_own_phase() {
    let reveals =
        CHAPTERS.iter().map(|chapter| chapter.reveal_phase().map(|p| chapter.phases()[p]));
    let found: Vec<_> = reveals.collect();
    assert_eq!(found[0], Some("phase-revealed"));
    assert_eq!(found[1], None);
    assert_eq!(found[3], Some("phase-reveal"));
    assert_eq!(found[9], Some("phase-error"));
    assert_eq!(found.iter().flatten().count(), 9);
}

#[test]
fn the_letter_t_starts_the_timer_of_the_lesson() {
    let mut app = classroom(0, Options::default());
    wait(&mut app, 2.0);
    type_letter(&mut app, "t");
    let began = app.world().resource::<LessonTime>().0.as_secs_f64();
    assert!((1.9..3.0).contains(&began), "{began}");
}

/// Returns three numbers: of speaker's windows, of their cameras, and of primary contexts of the overlay.
fn windows(app: &mut App) -> [usize; 3] {
    let world = app.world_mut();
    [
        world.query::<&NotesWindow>().iter(world).count(),
        world.query_filtered::<(), (With<NotesCamera>, With<EguiContext>)>().iter(world).count(),
        world.query::<&PrimaryEguiContext>().iter(world).count(),
    ]
}

#[test]
fn closing_the_speakers_window_closes_nothing_else() {
    let mut app = classroom(3, Options::default());
    assert_eq!(windows(&mut app), [0, 0, 1]);
    for _ in 0..3 {
        type_letter(&mut app, "w");
        app.update();
        assert_eq!(windows(&mut app), [1, 1, 1]);
        let world = app.world_mut();
        let window = world.query_filtered::<Entity, With<NotesWindow>>().single(world).unwrap();
        world.write_message(WindowCloseRequested { window });
        for _ in 0..3 {
            app.update();
        }
        assert_eq!(windows(&mut app), [0, 0, 1]);
        assert!(!projector(&app).notes);
        assert!(app.should_exit().is_none());
    }
}

#[test]
fn a_closed_speakers_window_leaves_no_textures_behind() {
    let mut app = classroom(3, Options::default());
    let before = app.world().resource::<EguiManagedTextures>().0.len();
    for _ in 0..3 {
        for shown in [true, false] {
            ask(&mut app, Command::Project(ProjectorCommand::ShowNotes(shown)));
            for _ in 0..4 {
                app.update();
            }
            let textures = app.world().resource::<EguiManagedTextures>().0.len();
            assert_eq!(textures > before, shown, "{textures} textures, {before} before");
        }
    }
}

fn monitor(x: i32) -> Monitor {
    Monitor {
        name: None,
        physical_height: 1080,
        physical_width: 1920,
        physical_position: IVec2::new(x, 0),
        refresh_rate_millihertz: None,
        scale_factor: 1.0,
        video_modes: Vec::new(),
    }
}

#[test]
fn with_a_second_screen_the_notes_open_on_the_computers_own() {
    for (notes, screens, opens) in [
        (None, 2, true),
        (None, 1, false),
        (Some(false), 2, false),
        (Some(true), 1, true),
        (Some(true), 2, true),
    ] {
        let mut app = classroom(3, Options { notes, ..Options::default() });
        let own = app.world_mut().spawn((monitor(0), PrimaryMonitor)).id();
        for screen in 1..screens {
            app.world_mut().spawn(monitor(1920 * screen));
        }
        for _ in 0..3 {
            app.update();
        }
        assert_eq!(projector(&app).notes, opens, "{notes:?}, {screens}");
        assert_eq!(windows(&mut app)[0], usize::from(opens), "{notes:?}, {screens}");
        if notes.is_none() && opens {
            let world = app.world_mut();
            let mut windows = world.query_filtered::<&Window, With<NotesWindow>>();
            let on = WindowPosition::Centered(MonitorSelection::Entity(own));
            assert_eq!(windows.single(world).unwrap().position, on);
        }
        // Notes that the speaker has closed do not open again.
        if opens {
            type_letter(&mut app, "w");
            app.update();
            assert_eq!(windows(&mut app), [0, 0, 1]);
        }
    }
}

#[test]
fn a_remote_may_have_other_keys_for_a_black_picture() {
    let remote = RemoteKeys { blank: vec!['x'], ..RemoteKeys::default() };
    let mut app = classroom(3, Options { remote, ..Options::default() });
    type_letter(&mut app, "b");
    assert_eq!(projector(&app).cover, None);
    type_letter(&mut app, "X");
    assert_eq!(projector(&app).cover, Some(Cover::Black));
}

#[test]
fn a_kiosk_has_no_projector_mode() {
    let kiosk = config::KioskSettings { enabled: true, ..default() };
    let config = Config { kiosk, ..default() };
    let options = Options { distance: Some(6.0), notes: Some(true), ..default() };
    let setup = Setup { config, projector: options, ..Setup::new(Files::default()).unwrap() };
    let mut app = headless::app(setup, UVec2::new(1920, 1080), Rendering::Off).unwrap();
    app.update();
    for command in [
        ProjectorCommand::Cover(Some(Cover::Black)),
        ProjectorCommand::ShowNotes(true),
        ProjectorCommand::SetDistance(6.0),
    ] {
        ask(&mut app, Command::Project(command));
    }
    app.update();
    assert_eq!(projector(&app), Projector::default());
    assert_eq!(windows(&mut app)[0], 0);
}

#[test]
fn starting_over_uncovers_and_unfreezes_the_picture() {
    let mut app = classroom(3, Options { notes: Some(true), ..Options::default() });
    for command in [
        ProjectorCommand::Spotlight(Some(0.3)),
        ProjectorCommand::Freeze(true),
        ProjectorCommand::Cover(Some(Cover::White)),
    ] {
        ask(&mut app, Command::Project(command));
    }
    let before = projector(&app);
    assert!(before.frozen && before.cover.is_some() && before.spotlight.is_some());
    ask(&mut app, Command::StartOver);
    let after = projector(&app);
    assert_eq!((after.cover, after.spotlight, after.frozen), (None, None, false));
    assert_eq!((after.distance, after.notes), (before.distance, before.notes));
}

/// Some remotes send F5 to begin and Esc to end a presentation, others send F5 each time.
#[test]
fn the_remotes_f5_fills_the_screen_and_f5_or_esc_ends_that() {
    let fills = |app: &mut App| {
        let mut windows = app.world_mut().query_filtered::<&Window, With<PrimaryWindow>>();
        windows.single(app.world()).unwrap().mode != WindowMode::Windowed
    };
    for end in [Key::F5, Key::Escape] {
        let mut app = classroom(3, Options::default());
        for _ in 0..2 {
            assert!(!fills(&mut app));
            press(&mut app, Key::F5);
            assert!(fills(&mut app));
            press(&mut app, end.clone());
        }
        assert!(!fills(&mut app));
        // Esc does not leave a full screen that F11 opened.
        press(&mut app, Key::F11);
        press(&mut app, Key::Escape);
        assert!(fills(&mut app));
    }
    // If a page or a menu is open, Esc closes only that.
    let mut app = classroom(3, Options::default());
    press(&mut app, Key::F5);
    type_letter(&mut app, "c");
    press(&mut app, Key::Escape);
    assert!(fills(&mut app));
    press(&mut app, Key::Escape);
    assert!(!fills(&mut app));
}
