//! Every chapter and control, used by touch alone.

use bevy::prelude::*;
use bevy_egui::egui::accesskit::Role;
use exhibit::chapter::{CHAPTERS, CurrentChapter};
use exhibit::command::Command;
use exhibit::experiment::Experiments;
use exhibit::guesses::Guesses;
use exhibit::playback::{Motion, Playback, TrainingStep};
use exhibit::settings::Settings;
use exhibit::visitor::OpenPanel;
use exhibit::visitor::VisitorState;
use learning::Playhead;

use super::driver::{ask, seek, wait_in_frames_of};
use super::finger::{control, controls, drag, touch, touchable};

/// The sizes of large screens on the wall, and of upright screens.
const SIZES: [UVec2; 2] = [UVec2::new(1920, 1080), UVec2::new(1080, 1920)];
/// A time longer than any phase, in seconds.
const A_PHASE: f64 = 8.0;

fn let_a_phase_pass(app: &mut App) {
    // Use few frames. Other tests check the frames between them.
    wait_in_frames_of(app, 0.2, A_PHASE);
}

fn step(app: &App) -> usize {
    app.world().resource::<TrainingStep>().playhead().step
}

fn chapter(app: &App) -> usize {
    app.world().resource::<CurrentChapter>().index()
}

#[test]
fn touches_alone_lead_through_all_chapters() {
    for size in SIZES {
        let mut app = touchable(0, size);
        for (index, shown) in CHAPTERS.iter().enumerate() {
            let id = shown.id();
            assert_eq!(chapter(&app), index, "{id}");
            let last = app.world().resource::<TrainingStep>().timeline().last();
            touch(&mut app, "forward");
            let_a_phase_pass(&mut app);
            assert_eq!(step(&app), 1, "{id}");
            touch(&mut app, "back");
            let_a_phase_pass(&mut app);
            assert_eq!(step(&app), 0, "{id}");
            touch(&mut app, "play");
            assert_eq!(app.world().resource::<Playback>().motion, Motion::Playing, "{id}");
            let_a_phase_pass(&mut app);
            assert!(step(&app) > 0, "{id}");
            if control(&mut app, "pause").is_some() {
                touch(&mut app, "pause");
            }
            assert_eq!(app.world().resource::<Playback>().motion, Motion::Rest, "{id}");
            let scrubber = control(&mut app, "training step").unwrap().place;
            let end = Vec2::new(scrubber.max.x, scrubber.center().y);
            drag(&mut app, scrubber.center(), end);
            assert_eq!(step(&app), last, "{id}");
            if index + 1 < CHAPTERS.len() {
                touch(&mut app, "forward");
            }
        }
        assert_eq!(chapter(&app), CHAPTERS.len() - 1);
    }
}

#[test]
fn every_control_of_every_chapter_answers_a_finger() {
    for (index, shown) in CHAPTERS.iter().enumerate() {
        let mut app = touchable(index, SIZES[0]);
        // Start in the middle of a run, so that the controls for back and forward are enabled.
        touch(&mut app, "sample forward");
        if shown.asks_for_guesses() {
            touch(&mut app, "blue");
            let_a_phase_pass(&mut app);
        }
        let start = app.world().resource::<TrainingStep>().playhead().step;
        let mut touched = 0;
        for tried in controls(&mut app) {
            // Touch each control at the same moment, with no page open.
            if chapter(&app) != index {
                ask(&mut app, Command::Go(index));
            }
            ask(&mut app, Command::Show(None));
            seek(&mut app, Playhead::at(start));
            app.update();
            // Skip a choice that is already made, because a touch on it changes nothing.
            let found = control(&mut app, &tried.name).filter(|control| !control.chosen);
            let Some(found) = found else { continue };
            let before = visitor_state(&app);
            match found.role {
                Role::Slider => {
                    drag(
                        &mut app,
                        found.place.center(),
                        found.place.center() + Vec2::new(60.0, -40.0),
                    );
                }
                _ => touch(&mut app, &tried.name),
            }
            assert_ne!(before, visitor_state(&app), "{}: {}", shown.id(), tried.name);
            touched += 1;
        }
        assert!(touched >= 12, "{}: only {touched}", shown.id());
    }
}

/// Returns everything that a visitor can change.
fn visitor_state(app: &App) -> String {
    let world = app.world();
    let experiments = world.resource::<Experiments>();
    let subject = world.resource::<CurrentChapter>().get().subject();
    format!(
        "{:?} {:?} {} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {}",
        world.resource::<TrainingStep>(),
        world.resource::<Playback>(),
        chapter(app),
        world.resource::<VisitorState>(),
        world.resource::<Guesses>(),
        world.resource::<OpenPanel>(),
        world.resource::<Settings>(),
        experiments.of(subject).learning_rate(),
        experiments.of(subject).second_run(),
        experiments.xor.learner.rule,
        experiments.autoencoder.learner.seed,
        experiments.rectangles.learner.use_datapoints,
    )
}
