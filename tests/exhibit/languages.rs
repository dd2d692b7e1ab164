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

/// Returns all texts of the scene, with their values.
fn said(app: &App) -> Vec<String> {
    let (locale, data) = (app.world().resource::<Locale>(), app.world().resource::<DataWords>());
    scene(app).words().map(|words| locale.text(words, data)).collect()
}

#[test]
fn another_language_changes_the_words_and_not_the_scene() {
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
fn names_of_classes_and_features_follow_the_language() {
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
fn an_unknown_language_changes_nothing() {
    let mut app = exhibit(3);
    let before = (scene(&app), said(&app));
    speak(&mut app, "tlh");
    assert_eq!(language(&app), "en");
    assert_eq!((scene(&app), said(&app)), before);
}

#[test]
fn the_letter_l_changes_the_language_on_pages_too() {
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
fn all_languages_load_within_20_milliseconds() {
    let files = Files::default();
    let start = Instant::now();
    let languages = Languages::load(&files).unwrap();
    let taken = start.elapsed();
    assert_eq!(languages.iter().count(), 4);
    // Loading takes one millisecond. The rest is for a busy computer.
    assert!(taken < Duration::from_millis(20), "{taken:?}");
}
