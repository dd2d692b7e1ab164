//! Links in the whole exhibit: opening one, the page that shares one, and the page that tells what is wrong.

use content::files::Files;
use exhibit::chapter::CHAPTERS;
use exhibit::command::Command;
use exhibit::experiment::{Experiments, LearnCommand, Subject};
use exhibit::guesses::GuessCommand;
use exhibit::link::{self, Share};
use exhibit::playback::{Motion, Playback, PlaybackCommand};
use exhibit::settings::{Setting, Settings};
use exhibit::visitor::{OpenPanel, Panel};
use learning::Playhead;
use learning_machine::Setup;
use learning_machine::headless::description_of;

use crate::driver::*;

fn link(app: &bevy::prelude::App) -> String {
    app.world().resource::<Share>().link.clone()
}

fn open(app: &mut bevy::prelude::App, text: &str) {
    ask(app, Command::Open(Box::new(link::read(text))));
    app.update();
}

#[test]
fn a_link_of_every_chapter_leads_back_to_the_same_stage_and_words() {
    for (index, chapter) in CHAPTERS.iter().enumerate() {
        let mut app = exhibit(index);
        let last = step(&app).timeline().last();
        for at in [0, 1, last / 2, last] {
            seek(&mut app, Playhead { step: at, fraction: 0.0 });
            app.update();
            let (moment, before) = (link(&app), (stage(&mut app), scene(&app)));
            let words = description_of(&mut app).unwrap();
            let mut other = exhibit((index + 5) % CHAPTERS.len());
            open(&mut other, &moment);
            assert_eq!(link(&other), moment, "{}", chapter.id());
            // A visitor who has met a machine is told more; links do not know whom a visitor has met.
            let after = (stage(&mut other), scene(&other));
            if after.1 == before.1 {
                assert_eq!(after.0, before.0, "{} at {at}", chapter.id());
                assert_eq!(description_of(&mut other).unwrap(), words);
            } else {
                assert!(chapter.asks_for_guesses(), "{} at {at}", chapter.id());
            }
        }
    }
}

#[test]
fn a_link_holds_what_a_visitor_has_changed() {
    let mut app = exhibit(0);
    ask(&mut app, Command::Guess(GuessCommand::Answer(true)));
    ask(&mut app, Command::Playback(PlaybackCommand::Pause));
    ask(&mut app, Command::Set(Setting::Theme("night".to_owned())));
    app.update();
    let text = link(&app);
    assert!(text.contains("guesses=1:1") && text.contains("theme=night"), "{text}");
    let mut other = exhibit(6);
    open(&mut other, &text);
    assert_eq!(other.world().resource::<Settings>().theme, "night");
    assert_eq!(link(&other), text);
}

#[test]
fn a_link_resets_what_it_does_not_name() {
    let mut app = exhibit(15);
    let rate = learning::LearningRate::new(1.0).unwrap();
    learn(&mut app, LearnCommand::Rate(rate));
    open(&mut app, "#chapter=network-learns&step=40");
    let experiments = app.world().resource::<Experiments>();
    assert_ne!(experiments.of(Subject::Xor).learning_rate(), Some(rate));
    assert_eq!(step(&app).playhead(), Playhead::at(40));
}

#[test]
fn a_link_that_cannot_be_used_opens_a_page_that_says_so() {
    let mut app = exhibit(4);
    open(&mut app, "#hello");
    assert_eq!(app.world().resource::<OpenPanel>().0, Some(Panel::LinkNotice));
    assert!(description_of(&mut app).unwrap().contains("This is no link of the exhibit"));
    ask(&mut app, Command::Show(None));
    assert_eq!(app.world().resource::<OpenPanel>().0, None);
    assert_eq!(app.world().resource::<exhibit::chapter::CurrentChapter>().index(), 0);
    open(&mut app, "#chapter=histogram&step=3");
    assert_eq!(app.world().resource::<OpenPanel>().0, None, "nothing to tell");
}

#[test]
fn a_program_may_begin_at_a_link_and_the_page_that_shares_stops_the_playhead() {
    let link = Some(link::read("#chapter=autoencoder&step=40&seed=3&play=yes"));
    let setup = Setup { link, ..Setup::new(Files::default()).unwrap() };
    let size = bevy::prelude::UVec2::new(1280, 720);
    let mut app =
        learning_machine::headless::app(setup, size, learning_machine::headless::Rendering::Off)
            .unwrap();
    app.update();
    assert_eq!((step(&app).playhead().step, scene(&app).parts.is_empty()), (40, false));
    assert_eq!(app.world().resource::<Playback>().motion, Motion::Playing);
    wait(&mut app, 0.5);
    type_letter(&mut app, "u");
    assert_eq!(app.world().resource::<OpenPanel>().0, Some(Panel::Share));
    assert_eq!(app.world().resource::<Playback>().motion, Motion::Rest);
    app.update();
    let text = self::link(&app);
    assert!(text.contains("chapter=autoencoder&step=4") && text.contains("seed=3"), "{text}");
}
