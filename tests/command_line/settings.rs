//! The file of settings, the PIN, and counted visits.

use std::fs;
use std::io::Write;
use std::process::{Output, Stdio};

use exhibit::pin;
use serde_json::{Value, json};

use crate::program::{assert_refused, code, err, failure, folder_with, out, program, run, success};

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/exhibit.toml");

fn with_input(arguments: &[&str], input: &str) -> Output {
    let mut child = program()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn the_doctor_reports_all_errors_in_settings() {
    let report = run(&["doctor", "--config", EXAMPLE]);
    assert!(out(&report).contains("exhibit.toml, no errors"), "{}", out(&report));

    let text = "[kiosk]\nidle-seconds = 5\nguess = 3\n\n[presentation]\ntheme = 'dusk'\n";
    let (_folder, file) = folder_with("exhibit.toml", text);
    let check = |variable: &str, arguments: &[&str], failed: &str| {
        let report =
            program().env("LEARNING_MACHINE_CONFIG", variable).args(arguments).output().unwrap();
        assert_eq!(code(&report), 1);
        let expected = format!("failed checks: {failed}");
        assert!(err(&report).contains(&expected), "{}", err(&report));
        out(&report)
    };
    let named = ["doctor", "--config", &file];
    for report in [check("", &named, "settings"), check(&file, &["doctor"], "settings")] {
        for expected in [
            "line 2, column 16: kiosk.idle-seconds: expected a number from 10 to 1800, found 5",
            "line 3, column 1: kiosk.guess: there is no such field; is guesses meant?",
        ] {
            assert!(
                report.contains(&format!("settings          failure  {file}, {expected}")),
                "{report}"
            );
        }
    }
    // The report also checks the names of themes and the lessons.
    let text = "[presentation]\ntheme = 'dusk'\n\n[projector]\nlesson = 'none.toml'\nenabled = 1\n";
    fs::write(&file, text).unwrap();
    let report = check("", &named, "settings");
    for expected in [
        "line 2, column 9: presentation.theme: expected one of night, paper",
        "line 5, column 10: projector.lesson: expected a lesson that can be read, found ",
        "line 6, column 11: projector.enabled: expected true or false, found 1",
    ] {
        assert!(report.contains(expected), "{report}");
    }
    let json = run(&["doctor", "--json", "--config", &file]);
    assert_eq!(code(&json), 1);
    let json: Value = serde_json::from_str(&out(&json)).unwrap();
    assert_eq!(json["overall"], "failure");
    let findings = json["findings"].as_array().unwrap();
    let failed = findings.iter().filter(|finding| finding["name"] == "settings");
    assert_eq!(failed.filter(|finding| finding["status"] == "failure").count(), 3);
    fs::write(&file, "[projector]\nlesson = 'none'\n").unwrap();
    let report = check("", &named, "settings");
    let lessons = "10-minutes, 25-minutes, 45-minutes, or the path of a file ending in .toml";
    let expected =
        format!("{file}, line 2, column 10: projector.lesson: expected one of {lessons}");
    assert!(report.contains(&expected), "{report}");
}

#[test]
fn the_doctor_reads_the_lesson_that_settings_name() {
    let (folder, file) = folder_with("exhibit.toml", "[projector]\nlesson = 'mine.toml'\n");
    let lesson = folder.path().join("mine.toml");
    let name = lesson.to_str().unwrap();
    let check = || run(&["doctor", "--config", &file]);
    let row = |status: &str, found: &str| format!("lesson            {status:7}  {name}{found}");

    let missing = check();
    assert_eq!(code(&missing), 1);
    let expected = format!(
        "line 2, column 10: projector.lesson: expected a lesson that can be read, found {name}: "
    );
    assert!(out(&missing).contains(&expected), "{}", out(&missing));

    let text = "title = 'Mine'\n\n[[stop]]\nchapter = 'two-steps'\nsteps = 2\nstep = 3\n";
    fs::write(&lesson, text).unwrap();
    let bad = out(&check());
    for expected in [
        ", line 5, column 1: stop[1].steps: there is no such field; is step meant?",
        ", line 6, column 8: stop[1].step: expected a whole number from 0 to 2, found 3",
    ] {
        assert!(bad.contains(&row("failure", expected)), "{bad}");
    }
    fs::write(&lesson, text.replace("steps = 2\nstep = 3", "step = 2")).unwrap();
    let good = out(&check());
    assert!(good.contains(&row("ok", ", no errors")), "{good}");
}

#[test]
fn a_bad_file_of_settings_stops_the_exhibit_before_it_opens() {
    let (_folder, file) =
        folder_with("exhibit.toml", "[chapters]\norder = ['nowhere']\n\n[kiosk]\nenabled = 2\n");
    let picture = ["snapshot", "--chapter", "1", "--step", "0", "--out", "never.png"];
    for command in [&["run"][..], &picture] {
        let message = failure(2, program().args(command).args(["--config", &file]));
        let lines: Vec<_> = message.lines().collect();
        assert_eq!(lines.len(), 2, "{message}");
        assert!(lines[0].starts_with(&format!(
            "error: {file}, line 2, column 10: chapters.order[1]: expected the id"
        )));
        assert_eq!(
            lines[1],
            format!("{file}, line 5, column 11: kiosk.enabled: expected true or false, found 2")
        );
    }
    fs::write(&file, "[projector]\nlesson = 'nowhere'\n").unwrap();
    let message = failure(2, program().args(["run", "--config", &file]));
    let expected =
        format!("error: {file}, line 2, column 10: projector.lesson: expected one of 10-");
    assert!(message.starts_with(&expected), "{message}");
    let message = failure(1, program().args(["run", "--config", "no/such.toml"]));
    assert!(message.starts_with("error: no/such.toml: cannot be read: "), "{message}");
}

#[test]
fn options_override_the_settings_of_the_file() {
    let (folder, file) =
        folder_with("exhibit.toml", "[presentation]\ntheme = 'night'\ntext-scale = 1.6\n");
    let picture = |name: &str, options: &[&str]| {
        let out = folder.path().join(name);
        let line = ["snapshot", "--chapter", "1", "--step", "0", "--size", "640x360", "--out"];
        success(&[&line[..], &[out.to_str().unwrap()], options].concat());
        image::open(&out).unwrap().into_rgba8()
    };
    let usual = picture("usual.png", &[]);
    let night = picture("night.png", &["--theme", "night", "--text-scale", "1.6"]);
    assert!(usual != night);
    assert!(picture("file.png", &["--config", &file]) == night);
    let back = ["--config", &file, "--theme", "paper", "--text-scale", "1"];
    assert!(picture("options.png", &back) == usual);
}

#[test]
fn the_pin_command_prints_a_line_for_the_settings() {
    let line = with_input(&["pin"], "4711\n");
    assert_eq!((code(&line), err(&line).as_str()), (0, ""));
    let text = format!("[kiosk]\n{}", out(&line));
    let config = exhibit::config::Config::from_toml("exhibit.toml", &text).unwrap();
    let hash = config.kiosk.pin_hash.unwrap();
    assert!(pin::verify(&hash, "4711") && !pin::verify(&hash, "4712"));
    assert_ne!(out(&line), out(&with_input(&["pin"], "4711\r\n")), "salted");
    for bad in ["", "123\n", "12345678901234\n", "four\n", "12 34\n"] {
        let refused = with_input(&["pin"], bad);
        assert_eq!((code(&refused), out(&refused).as_str()), (1, ""));
        assert_eq!(
            err(&refused),
            "error: expected a PIN of 4 to 12 digits, found something else\n"
        );
    }
}

const VISITS: &str = r#"{"began":"2026-11-23T09","seconds":20,"chapters":[{"chapter":"guess-barcode","steps":4}],"guesses":{"right":1,"asked":2}}
{"began":"2026-11-24T14","seconds":184,"chapters":[{"chapter":"guess-barcode","steps":12},{"chapter":"histogram","steps":3}],"guesses":{"right":4,"asked":6}}
{"began":"2026-11-24T14","seco
{"began":"2026-11-24T15","seconds":100,"chapters":[],"guesses":{"right":0,"asked":0}}
"#;

#[test]
fn visits_are_summed_up_in_a_table_and_bars() {
    let (folder, file) = folder_with("visits.jsonl", VISITS);
    let table = run(&["stats", &file]);
    assert_eq!(code(&table), 0);
    assert!(
        err(&table).starts_with(&format!("{file}, line 3: expected a visit: ")),
        "{}",
        err(&table)
    );
    assert_eq!(err(&table).lines().count(), 1);
    let expected = "\
visits          3
days            2026-11-23 to 2026-11-24, 2 of them with visits
median length   1 min 40 s
mean length     1 min 41 s
right guesses   5 of 8, 62 %

chapter         visits   share  steps per visit
guess-barcode        2    67 %              8.0
histogram            1    33 %              3.0

visits by hour of the day
     09:00  ████████████████████████████████████████████████ 1
     10:00  0
     11:00  0
     12:00  0
     13:00  0
     14:00  ████████████████████████████████████████████████ 1
     15:00  ████████████████████████████████████████████████ 1

visits by day of the week
       Mon  ████████████████████████ 1
       Tue  ████████████████████████████████████████████████ 2
       Wed  0
       Thu  0
       Fri  0
       Sat  0
       Sun  0

visits by day
2026-11-23  ████████████████████████ 1
2026-11-24  ████████████████████████████████████████████████ 2
";
    assert_eq!(out(&table), expected);
    assert!(out(&table).lines().all(|line| line.chars().count() <= 80));

    let summed = run(&["stats", "--json", &file, &file]);
    let sum: Value = serde_json::from_str(&out(&summed)).unwrap();
    assert_eq!((&sum["visits"], &sum["median_seconds"]), (&json!(6), &json!(100.0)));
    assert_eq!(sum["by_day"], json!({"2026-11-23": 2, "2026-11-24": 4}));
    assert_eq!(err(&summed).lines().count(), 2);

    let bad = folder.path().join("bad.jsonl");
    fs::write(&bad, b"\xff\xfe\n\n[]\n{}\n").unwrap();
    let nothing = run(&["stats", bad.to_str().unwrap()]);
    assert_eq!((code(&nothing), out(&nothing).as_str()), (1, ""));
    assert!(
        err(&nothing)
            .ends_with("error: expected visits, found none, but 3 lines that are not visits\n")
    );
    assert!(
        err(&nothing).contains("bad.jsonl, line 1: expected text in UTF-8"),
        "{}",
        err(&nothing)
    );
    failure(1, program().args(["stats", "no-such.jsonl"]));
    assert_refused(&["stats"], "<FILE>...");
}
