//! Settings: any bytes are read as `exhibit.toml`.
//!
//! Checks: nothing panics; accepted settings are within their limits; every error is short and printable; no
//! error shows a PIN, that is, digits after "pin" on a line.

#![no_main]

use content::limits;
use content::toml_fields::Problem;
use exhibit::chapter::CHAPTERS;
use exhibit::config::{Config, KnownNames, NamingField, SettingsReading};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let mut reading = SettingsReading::new(input);
    let config = reading.config();
    check_config(&config);
    let before = reading.problems();
    check_problems(&before);
    reading.check(&known_names());
    let after = reading.problems();
    check_problems(&after);
    assert!(before.len() <= after.len());
    let Ok(text) = std::str::from_utf8(input) else {
        assert!(!before.is_empty());
        return;
    };
    check_pins(text, &after);
    match Config::from_toml("exhibit.toml", text) {
        Ok(again) => assert!(before.is_empty() && again == config),
        // A file in UTF-16 may also be valid UTF-8.
        Err(errors) => {
            assert_eq!(errors.problems, before);
            assert_eq!(errors.to_string().matches("exhibit.toml, line ").count(), before.len());
        }
    }
});

fn known_names() -> KnownNames {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    KnownNames {
        themes: names(&["night", "paper"]),
        palettes: names(&["notebook", "safe"]),
        languages: names(&["de", "en"]),
        lessons: names(&["10-minutes"]),
        unreadable: vec![(NamingField::Assets, Some("expected a folder".to_owned()))],
    }
}

fn check_problems(problems: &[Problem]) {
    assert!(problems.len() <= limits::TOML_PROBLEMS + 1, "{} problems", problems.len());
    for Problem { line, column, field, message } in problems {
        assert!(*line >= 1 && *column >= 1 && !message.is_empty());
        for text in [field, message] {
            assert!(
                text.chars().count() <= limits::PROBLEM_CHARACTERS,
                "{} bytes: {text}",
                text.len()
            );
            assert!(!text.contains(learning::text::is_control), "{text:?}");
        }
    }
    let places: Vec<_> = problems.iter().map(|problem| (problem.line, problem.column)).collect();
    assert!(places.is_sorted(), "{places:?}");
}

fn check_pins(text: &str, problems: &[Problem]) {
    for line in text.lines() {
        let Some((_, after)) = line.split_once("pin") else { continue };
        let digits = |c: char| c.is_ascii_digit();
        for pin in after.split(|c| !digits(c)).filter(|run| (4..=12).contains(&run.len())) {
            for Problem { field, message, .. } in problems {
                let shown = [field, message]
                    .iter()
                    .any(|told| told.split(|c| !digits(c)).any(|run| run == pin));
                assert!(!shown, "{pin} of {line:?} in {field}: {message}");
            }
        }
    }
}

fn check_config(config: &Config) {
    let Config { presentation, kiosk, attract, use_counts, projector, .. } = config;
    assert!((0.8..=1.6).contains(&presentation.text_scale));
    assert!((10.0..=1800.0).contains(&kiosk.idle_seconds));
    assert!((5.0..=1800.0).contains(&kiosk.countdown_seconds));
    assert!((1.0..=30.0).contains(&kiosk.hold_seconds));
    assert!(kiosk.screen_diagonal.is_none_or(|inches| (5.0..=200.0).contains(&inches)));
    assert!(kiosk.guesses.is_none_or(|count| (1..=1000).contains(&count)));
    let name = kiosk.name.iter().flat_map(|name| name.chars());
    assert!(name.count() <= limits::KIOSK_NAME_CHARACTERS);
    assert!(kiosk.pin_hash.iter().all(|hash| exhibit::pin::is_hash(hash)));
    assert!((2.0..=120.0).contains(&attract.title_seconds));
    assert!(attract.scenes.len() <= limits::TOML_ITEMS);
    assert!((1..=120).contains(&use_counts.keep_months));
    assert!((1 << 16..=limits::VISITS_FILE_BYTES).contains(&use_counts.max_bytes));
    assert!((2.0..=12.0).contains(&projector.distance));
    // Check the settings with which a visit begins.
    let settings = config.settings();
    assert_eq!(settings.palette, presentation.palette);
    assert_eq!(settings.language, presentation.language);
    assert!(!config.chapters().is_empty());
    assert!(config.chapters().iter().all(|&chapter| chapter < CHAPTERS.len()));
    for scene in config.scenes() {
        assert!(config.chapters().contains(&scene.chapter));
        assert!((3.0..=600.0).contains(&scene.seconds));
        let rate = scene.learning_rate.map(|rate| rate.value());
        assert!(rate.is_none_or(|rate| (1e-9..=1e9).contains(&rate)));
    }
    let mut resolved = config.clone();
    resolved.resolve_paths("/srv/exhibit".as_ref(), Some("/home/museum".as_ref()));
    let paths = [&resolved.presentation.assets, &resolved.presentation.locales];
    assert!(
        paths.into_iter().chain([&resolved.use_counts.file]).flatten().all(|p| p.is_absolute())
    );
}
