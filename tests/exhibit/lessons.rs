//! The built-in lessons, used with the remote alone.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use content::files::Files;
use exhibit::chapter::{CHAPTERS, CurrentChapter};
use exhibit::command::Command;
use exhibit::experiment::Experiments;
use exhibit::lesson::{self, Lesson, RunningLesson, Stop};
use exhibit::playback::{Direction, Motion, Playback, PlaybackCommand};
use exhibit::projector::Options;
use exhibit::settings::Settings;
use learning::{LearningRate, Playhead};
use learning_machine::Setup;

use crate::driver::*;
use crate::projector::classroom;

fn lesson(name: &str) -> Lesson {
    let files = Files::default();
    let experiments = Experiments::new(Setup::new(files.clone()).unwrap().material);
    let path = lesson::built_in(&files, name).unwrap();
    lesson::read(&path, &files.text(&path).unwrap(), &files, &experiments).unwrap()
}

/// Returns the chapter, the step, the learning rate, a text with the rule, seed and theme, and whether the
/// exhibit plays.
fn state(app: &App) -> (usize, Playhead, Option<LearningRate>, String, bool) {
    let world = app.world();
    let chapter = world.resource::<CurrentChapter>();
    let experiments = world.resource::<Experiments>();
    let rest = format!(
        "{:?} {} {}",
        experiments.xor.learner.rule,
        experiments.autoencoder.learner.seed,
        world.resource::<Settings>().theme
    );
    let rate = experiments.of(chapter.get().subject()).learning_rate();
    let plays = world.resource::<Playback>().motion == Motion::Playing;
    (chapter.index(), step(app).playhead(), rate, rest, plays)
}

/// Waits until the glide to a stop has ended.
fn arrive(app: &mut App) {
    for _ in 0..100 {
        if !matches!(app.world().resource::<Playback>().motion, Motion::Gliding(_)) {
            return;
        }
        wait(app, 0.2);
    }
    panic!("still on its way");
}

#[test]
fn page_down_and_page_up_walk_through_each_lesson() {
    let names = lesson::names(&Files::default());
    assert_eq!(names, ["10-minutes", "25-minutes", "45-minutes"]);
    for name in names {
        let lesson = lesson(&name);
        let options = Options { lesson: Some(lesson.clone()), ..Options::default() };
        let mut app = classroom(7, options);
        let usual = Experiments::new(Setup::new(Files::default()).unwrap().material);
        let mut seen = Vec::new();
        for (index, stop) in lesson.stops.iter().enumerate() {
            if index > 0 {
                press(&mut app, Key::PageDown);
                arrive(&mut app);
            }
            let what = format!("{name}, stop {}", index + 1);
            assert_eq!(app.world().resource::<RunningLesson>().index(), index, "{what}");
            let subject = CHAPTERS[stop.chapter].subject();
            let rate = stop.learning_rate.or(usual.of(subject).learning_rate());
            let (chapter, playhead, at_rate, rest, plays) = state(&app);
            assert_eq!(
                (chapter, playhead.step, at_rate),
                (stop.chapter, stop.step, rate),
                "{what}"
            );
            assert_eq!(plays, stop.play, "{what}");
            assert!(stop.note.len() > 30, "{what}: a note says what to say and to ask");
            let rule = stop.rule.unwrap_or_default();
            let theme = stop.theme.as_deref().unwrap_or("paper");
            let seed = stop.seed.unwrap_or_default();
            assert_eq!(rest, format!("{rule:?} {seed} {theme}"), "{what}");
            seen.push(state(&app));
        }
        // At the end, another press does nothing.
        press(&mut app, Key::PageDown);
        assert_eq!(state(&app), *seen.last().unwrap(), "{name}");
        for expected in seen.iter().rev().skip(1) {
            press(&mut app, Key::PageUp);
            arrive(&mut app);
            assert_eq!(state(&app), *expected, "{name}");
        }
        press(&mut app, Key::PageUp);
        assert_eq!(app.world().resource::<RunningLesson>().index(), 0);
    }
}

#[test]
fn arrows_step_phases_and_the_remote_returns_to_the_lesson() {
    let lesson = lesson("10-minutes");
    let options = Options { lesson: Some(lesson.clone()), ..Options::default() };
    let mut app = classroom(0, options);
    let begin = step(&app).playhead().step;
    press(&mut app, Key::ArrowRight);
    wait(&mut app, 5.0);
    assert_eq!(step(&app).playhead(), Playhead::at(begin + 1));
    press(&mut app, Key::PageDown);
    assert_eq!(state(&app).0, lesson.stops[1].chapter);
    assert_eq!(step(&app).playhead().step, lesson.stops[1].step);
}

#[test]
fn lessons_last_as_long_as_their_names_say_and_use_the_whole_exhibit() {
    for (name, minutes) in [("10-minutes", 10), ("25-minutes", 25), ("45-minutes", 45)] {
        assert_eq!(lesson(name).minutes, Some(minutes));
    }
    let longest = lesson("45-minutes");
    assert_eq!(longest.stops.first().map(|stop| stop.chapter), Some(0));
    assert!(longest.stops.iter().any(|stop| stop.learning_rate.is_some()));
    assert!(longest.stops.iter().any(|stop| stop.play));
}

#[test]
fn a_stop_resets_direction_and_speed_and_glides_to_the_next_phase() {
    let mut lesson = lesson("10-minutes");
    let at = |step, lesson: &Lesson| Stop { step, play: false, ..lesson.stops[0].clone() };
    lesson.stops = vec![at(0, &lesson), at(1, &lesson), at(40, &lesson)];
    let options = Options { lesson: Some(lesson), ..Options::default() };
    let mut app = classroom(0, options);
    ask(&mut app, Command::Playback(PlaybackCommand::Faster));
    ask(&mut app, Command::Playback(PlaybackCommand::Direct(Direction::Backward)));
    press(&mut app, Key::PageDown);
    let playback = *app.world().resource::<Playback>();
    assert_eq!(playback.motion, Motion::Gliding(1));
    assert_eq!((playback.direction, playback.speed()), (Direction::Forward, 1.0));
    arrive(&mut app);
    assert_eq!(step(&app).playhead(), Playhead::at(1));
    press(&mut app, Key::PageDown);
    assert_eq!(step(&app).playhead(), Playhead::at(40));
}
