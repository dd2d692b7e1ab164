//! Lessons: any bytes are read as a lesson for the notebook's data.
//!
//! Checks: nothing panics; an accepted lesson runs from its first stop to its last; writing it and reading it
//! back gives the same lesson; every message is short and printable.

#![no_main]

use std::fmt::Write;
use std::sync::LazyLock;

use content::files::Files;
use content::limits;
use content::toml_fields::{Problem, TomlErrors};
use exhibit::chapter::CHAPTERS;
use exhibit::experiment::{Experiments, Material};
use exhibit::lesson::{self, Lesson, RunningLesson};
use exhibit::settings::Settings;
use learning::learner::backpropagation::Rule;
use libfuzzer_sys::fuzz_target;

static EXHIBIT: LazyLock<(Files, Experiments)> = LazyLock::new(|| {
    let files = Files::default();
    let material = Material::notebook(&files).expect("the notebook's data");
    (files, Experiments::new(material))
});

fuzz_target!(|input: &[u8]| {
    let (files, experiments) = &*EXHIBIT;
    match lesson::read_bytes("mine.toml", input, files, experiments) {
        Ok(lesson) => {
            check_lesson(&lesson, experiments);
            let again = written(&lesson);
            let again = lesson::read("again.toml", &again, files, experiments);
            assert_eq!(again.as_ref(), Ok(&lesson));
        }
        Err(errors) => check_errors(&errors),
    }
});

fn check_errors(errors: &TomlErrors) {
    let problems = &errors.problems;
    assert!((1..=limits::TOML_PROBLEMS + 1).contains(&problems.len()));
    assert_eq!(errors.to_string().matches("mine.toml, line ").count(), problems.len());
    for Problem { field, message, .. } in problems {
        for text in [field, message] {
            assert!(
                text.chars().count() <= limits::PROBLEM_CHARACTERS,
                "{} bytes: {text}",
                text.len()
            );
            assert!(!text.contains(learning::text::is_control), "{text:?}");
        }
    }
}

fn check_lesson(lesson: &Lesson, experiments: &Experiments) {
    let characters = lesson.title.chars().count();
    assert!((1..=limits::TOML_LINE).contains(&characters) && !lesson.title.contains('\n'));
    assert!((1..=limits::TOML_ITEMS).contains(&lesson.stops.len()));
    assert!(lesson.minutes.is_none_or(|minutes| (1..=600).contains(&minutes)));
    for stop in &lesson.stops {
        let timeline = CHAPTERS[stop.chapter].timeline(experiments);
        assert!(stop.step <= timeline.last(), "step {} of {}", stop.step, timeline.last());
        assert!(stop.note.chars().count() <= limits::TOML_TEXT);
        assert!(stop.learning_rate.is_none_or(|rate| (1e-9..=1e9).contains(&rate.value())));
    }
    let mut running = RunningLesson::new(lesson.clone(), experiments, &Settings::default());
    for (index, stop) in lesson.stops.iter().enumerate() {
        assert_eq!(running.next(), lesson.stops.get(running.index() + 1));
        assert!(!running.go_to(index).is_empty() && running.stop() == stop);
    }
    assert!(running.go_to(lesson.stops.len()).is_empty() && running.next().is_none());
}

fn written(lesson: &Lesson) -> String {
    let mut text = format!("title = {}\n", quoted(&lesson.title));
    let mut line = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(text, "{name} = {value}");
        }
    };
    line("minutes", lesson.minutes.map(|minutes| minutes.to_string()));
    for stop in &lesson.stops {
        line("\n[[stop]]\nchapter", Some(quoted(CHAPTERS[stop.chapter].id())));
        line("step", Some(stop.step.to_string()));
        line("learning-rate", stop.learning_rate.map(|rate| format!("{:?}", rate.value())));
        line(
            "rule",
            stop.rule
                .map(|rule| quoted(if rule == Rule::Notebook { "notebook" } else { "gradient" })),
        );
        line("seed", stop.seed.map(|seed| seed.to_string()));
        line("theme", stop.theme.as_deref().map(quoted));
        line("play", Some(stop.play.to_string()));
        line("note", Some(quoted(&stop.note)).filter(|_| !stop.note.is_empty()));
    }
    text
}

/// Writes a text as a TOML string.
fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|c| match c {
            '"' | '\\' => format!("\\{c}"),
            _ if c.is_control() => format!("\\u{:04x}", u32::from(c)),
            _ => c.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}
