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
    let first = "10-minutes   10 min    7 stops  Ten minutes: how a machine learns from a mistake";
    assert_eq!(listed.lines().next(), Some(first));
}

#[test]
fn a_lesson_of_ones_own_is_checked_and_everything_wrong_with_it_is_said() {
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
            format!("{name}: line 1: minutes: expected a whole number from 1 to 600, found 0"),
            format!("{name}: line 1: title: expected what the lesson is called"),
            format!("{name}: line 5: step: expected a whole number from 0 to 2, found 3"),
            format!("{name}: line 6: who: expected one of chapter, step, sample, phase"),
        ] {
            assert!(message.contains(&expected), "{expected}\n{message}");
        }
    }
    let missing = folder.path().join("missing.toml");
    let message = failure(1, program().args(["run", "--lesson"]).arg(&missing));
    assert!(message.contains("cannot read"), "{message}");
}

#[test]
fn what_projector_mode_cannot_do_is_refused() {
    for (arguments, expected) in [
        (
            &["run", "--lesson", "nowhere"][..],
            "expected one of 10-minutes, 25-minutes, 45-minutes, or a TOML file",
        ),
        (&["run", "--distance", "1"], "a number from 2 to 12"),
        (&["snapshot", "--distance", "-6", "--out", "x.png"], "a number from 2 to 12"),
        (&["run", "--predict-first=maybe"], "true, false"),
        (&["run", "--remote-f5", "explode"], "full-screen, close, black, nothing"),
    ] {
        assert_refused(arguments, expected);
    }
}
