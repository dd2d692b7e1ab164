//! Switching the language while the exhibit runs.

use exhibit::visitor::OpenPanel;
use exhibit::visitor::Panel;
use std::time::{Duration, Instant};

use bevy::prelude::*;
use content::files::Files;
use content::words::{DataWords, Languages, Locale};
use exhibit::chapter::CHAPTERS;
use exhibit::command::Command;
use exhibit::settings::{Setting, Settings};
use learning::Playhead;

use crate::driver::*;

fn speak(app: &mut App, language: &str) {
    ask(app, Command::Set(Setting::Language(language.to_owned())));
}

fn language(app: &App) -> &str {
    &app.world().resource::<Settings>().language
}

/// Everything that the scene says, filled in.
fn said(app: &App) -> Vec<String> {
    let (locale, data) = (app.world().resource::<Locale>(), app.world().resource::<DataWords>());
    scene(app).words().map(|words| locale.text(words, data)).collect()
}

#[test]
fn another_language_says_the_same_scene_in_other_words_and_back_again() {
    for index in 0..CHAPTERS.len() {
        let mut app = exhibit(index);
        seek(&mut app, Playhead { step: 5, fraction: 0.3 });
        let before = (scene(&app), said(&app), stage(&mut app));
        let mut narrations = vec![said(&app)[0].clone()];
        for language in ["de", "es", "fr"] {
            speak(&mut app, language);
            assert_eq!(app.world().resource::<Locale>().language(), language);
            assert_eq!(scene(&app), before.0, "{language}");
            assert_eq!(stage(&mut app), before.2, "{language}");
            narrations.push(said(&app)[0].clone());
        }
        narrations.sort();
        narrations.dedup();
        assert_eq!(narrations.len(), 4, "{narrations:?}");
        speak(&mut app, "en");
        assert_eq!((scene(&app), said(&app), stage(&mut app)), before);
    }
}

#[test]
fn classes_and_features_are_called_in_the_language_that_is_spoken() {
    let mut app = exhibit(6);
    let names = |app: &App| {
        let words = app.world().resource::<DataWords>();
        [words.class(false), words.class(true), words.feature(0), words.feature(1)]
            .map(str::to_owned)
    };
    for (language, expected) in [
        ("de", ["orange", "blau", "Breite", "Höhe"]),
        ("es", ["naranja", "azul", "anchura", "altura"]),
        ("fr", ["orange", "bleu", "largeur", "hauteur"]),
        ("en", ["orange", "blue", "width", "height"]),
    ] {
        speak(&mut app, language);
        assert_eq!(names(&app), expected);
    }
}

#[test]
fn a_language_that_there_is_not_changes_nothing() {
    let mut app = exhibit(3);
    let before = (scene(&app), said(&app));
    speak(&mut app, "tlh");
    assert_eq!(language(&app), "en");
    assert_eq!((scene(&app), said(&app)), before);
}

#[test]
fn the_key_goes_from_language_to_language_also_on_a_page() {
    let mut app = exhibit(3);
    for (panel, expected) in
        [(None, "es"), (Some(Panel::Appearance), "fr"), (Some(Panel::Help), "de"), (None, "en")]
    {
        ask(&mut app, Command::Show(panel));
        type_letter(&mut app, "l");
        assert_eq!(language(&app), expected);
        assert_eq!(app.world().resource::<OpenPanel>().0, panel);
    }
}

#[test]
fn all_languages_are_read_in_no_time() {
    let files = Files::default();
    let start = Instant::now();
    let languages = Languages::load(&files).unwrap();
    let taken = start.elapsed();
    assert_eq!(languages.iter().count(), 4);
    // It takes one millisecond; the rest is for a busy computer.
    assert!(taken < Duration::from_millis(20), "{taken:?}");
}
