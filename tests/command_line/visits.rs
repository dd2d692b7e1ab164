//! Files of visits: damaged ones, other files, endless lines, and texts with control characters.

use std::fs;
use std::process::Output;

use serde_json::{Value, json};

use crate::program::{code, err, folder_with, out, program, run};

const VISIT: &str = r#"{"began":"2026-11-24T14","seconds":60,"chapters":[{"chapter":"histogram","steps":3}],"guesses":{"right":4,"asked":6}}"#;

fn stats(text: &str) -> (Output, String) {
    let (_folder, file) = folder_with("visits.jsonl", text);
    (run(&["stats", "--json", &file]), file)
}

fn visits(output: &Output) -> Value {
    let sum: Value = serde_json::from_str(&out(output)).unwrap();
    sum["visits"].clone()
}

#[test]
fn stats_read_files_saved_by_spreadsheets_or_cut_short_by_power_cuts() {
    for (text, expected, problem) in [
        (format!("\u{feff}{VISIT}\r\n{VISIT}\r\n"), 2, ""),
        (format!("{VISIT}\n\n{VISIT}"), 2, ""),
        (
            format!("{VISIT}\n{}", &VISIT[..50]),
            1,
            ", line 2: expected a visit: the line is cut short, as after a power cut; left out\n",
        ),
        (
            format!("{}{VISIT}\n{VISIT}", " ".repeat(1 << 16)),
            1,
            ", line 1: expected a visit: at most 65536 bytes in a line; left out\n",
        ),
        (
            format!("{}\n{VISIT}", VISIT.replace("2026", "9026")),
            1,
            ", line 1: a visit of 9026-11, a future month; left out\n",
        ),
    ] {
        let (output, file) = stats(&text);
        let message = if problem.is_empty() { String::new() } else { file + problem };
        assert_eq!((code(&output), err(&output)), (0, message));
        assert_eq!(visits(&output), json!(expected));
    }
}

#[test]
fn stats_name_a_file_without_visits() {
    for (text, found, why) in [
        ("", "found an empty file", ""),
        ("\u{feff}\r\n", "found blank lines", ""),
        ("x", "found \"x\"; left out", ", but 1 line that is not a visit"),
    ] {
        let (output, file) = stats(text);
        assert_eq!((code(&output), out(&output).as_str()), (1, ""));
        let message = err(&output);
        assert!(message.starts_with(&file) && message.contains(found), "{message}");
        assert!(
            message.ends_with(&format!("\nerror: expected visits, found none{why}\n")),
            "{message}"
        );
    }
    // The command reports an empty file and still reads the other files.
    let (folder, file) = folder_with("visits.jsonl", VISIT);
    let empty = folder.path().join("empty.jsonl");
    fs::write(&empty, "").unwrap();
    let output = run(&["stats", "--json", empty.to_str().unwrap(), &file]);
    assert_eq!((code(&output), visits(&output)), (0, json!(1)));
    assert!(err(&output).ends_with("empty.jsonl: expected visits, found an empty file\n"));
}

#[test]
fn stats_are_grouped_by_kiosk() {
    let named = VISIT.replacen("\"seconds\"", "\"kiosk\":\"Hall 2\",\"seconds\"", 1);
    let text = format!("{named}\n{VISIT}\n{named}\n");
    let (_folder, file) = folder_with("visits.jsonl", &text);
    let table = out(&run(&["stats", &file]));
    assert!(table.contains("\nwithout a name        1    33 %\nHall 2                2    67 %\n"));
    let sum: Value = serde_json::from_str(&out(&run(&["stats", "--json", &file]))).unwrap();
    assert_eq!(sum["kiosks"], json!({"": 1, "Hall 2": 2}));
}

#[test]
fn printed_texts_never_control_the_terminal() {
    const ESCAPE: &str = "\u{1b}[2J\u{9b}31m\r\u{202e}";
    let chapter = VISIT.replace("histogram", "\\u001b[2J\\u009b31m\\r\\u202e");
    let text = format!("{chapter}\n{ESCAPE}\n{}", VISIT.replace("60", &format!("\"{ESCAPE}\"")));
    let (folder, file) = folder_with("visits.jsonl", &text);
    let odd = folder.path().join(format!("{ESCAPE}.toml"));
    fs::write(&odd, format!("title = 7\n\"{}\" = 3\n", "\\u001b[2J\\u009b")).unwrap();
    let odd = odd.to_str().unwrap();
    let flag = format!("--{ESCAPE}");
    for (arguments, expected) in [
        (vec!["stats", &file], 0),
        (vec!["stats", "--json", &file], 0),
        (vec!["stats", odd], 1),
        (vec!["stats", ESCAPE], 1),
        (vec!["lessons", odd], 1),
        (vec!["lessons", ESCAPE], 1),
        (vec!["doctor", "--config", odd], 1),
        (vec!["doctor", "--assets", ESCAPE], 1),
        (vec!["trace", "barcodes", "--dataset", ESCAPE], 1),
        (vec![&flag], 2),
        (vec![ESCAPE], 2),
        (vec!["run", "--size", ESCAPE], 2),
        (vec!["run", "--chapter", ESCAPE], 2),
    ] {
        let output = run(&arguments);
        let (message, printed) = (err(&output), out(&output));
        assert!(
            code(&output) == expected || arguments[0] == "lessons" && code(&output) > 0,
            "{arguments:?}: {message}"
        );
        let all = message + &printed;
        let is_raw = |c: char| c.is_control() && c != '\n' && c != '\t' || c == '\u{202e}';
        assert!(!all.contains(is_raw), "{arguments:?}: {all:?}");
        assert!(all.contains("u{1b}") || all.contains("u001b"), "{arguments:?}: {all}");
    }
    let sum = out(&run(&["stats", "--json", &file]));
    let sum: Value = serde_json::from_str(&sum).unwrap();
    assert_eq!(sum["chapters"][0]["chapter"], json!(ESCAPE), "JSON says the same, in escapes");
}

#[cfg(unix)]
#[test]
fn errors_about_the_command_line_never_control_the_terminal() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let output = program().arg("trace").arg(OsStr::from_bytes(b"\xff\x1b[2J")).output().unwrap();
    assert_eq!(code(&output), 2);
    assert!(!err(&output).contains('\u{1b}'), "{:?}", err(&output));
}
