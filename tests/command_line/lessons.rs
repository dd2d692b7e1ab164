//! Lessons and projector mode on the command line.

use std::fs;

use tempfile::TempDir;

use crate::program::{assert_refused, failure, program, success};

#[test]
fn lessons_are_listed_by_name_minutes_stops_and_title() {
    let listed = success(&["lessons"]);
    let names: Vec<&str> =
        listed.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(names, ["10-minutes", "25-minutes", "45-minutes"]);
    let first = "10-minutes   10 min   23 stops  Ten minutes: how a machine learns from a mistake";
    assert_eq!(listed.lines().next(), Some(first));
}

#[test]
fn all_errors_in_a_lesson_are_reported() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("mine.toml");
    let name = path.to_str().unwrap();
    fs::write(&path, "title = \"Mine\"\n\n[[stop]]\nchapter = \"two-steps\"\nstep = 2\n").unwrap();
    let listed = success(&["lessons", name]);
    assert_eq!(listed, format!("{name}    - min    1 stop   Mine\n"));

    fs::write(&path, "minutes = 0\n\n[[stop]]\nchapter = \"two-steps\"\nstep = 3\nwho = 1\n")
        .unwrap();
    for command in [vec!["lessons", name], vec!["run", "--lesson", name]] {
        let message = failure(1, program().args(&command));
        for expected in [
            "line 1, column 1: title: expected a text of 1 to 200 characters, in quotation marks, found nothing",
            "line 1, column 11: minutes: expected a whole number from 1 to 600, found 0",
            "line 5, column 8: stop[1].step: expected a whole number from 0 to 2, found 3",
            "line 6, column 1: stop[1].who: there is no such field; there are link, chapter, step, sample, \
            phase, learning-rate, rule, seed, theme, play, note",
        ] {
            assert!(message.contains(&format!("{name}, {expected}")), "{expected}\n{message}");
        }
    }
    let missing = folder.path().join("missing.toml");
    let message = failure(1, program().args(["run", "--lesson"]).arg(&missing));
    let expected = format!("error: {}: cannot be read: ", missing.display());
    assert!(message.starts_with(&expected), "{message}");
}

#[test]
fn bad_options_of_projector_mode_are_refused() {
    for (arguments, expected) in [
        (
            &["run", "--lesson", "nowhere"][..],
            "lesson: expected one of 10-minutes, 25-minutes, 45-minutes, or a TOML file",
        ),
        (
            &["lessons", "nowhere"],
            "lesson: expected one of 10-minutes, 25-minutes, 45-minutes, or a TOML file",
        ),
        (&["run", "--distance", "1"], "a number from 2 to 12"),
        (&["snapshot", "--distance", "-6", "--out", "x.png"], "a number from 2 to 12"),
        (&["run", "--predict-first=maybe"], "true, false"),
        (&["run", "--remote-f5", "explode"], "full-screen, close, black, nothing"),
    ] {
        assert_refused(arguments, expected);
    }
}
