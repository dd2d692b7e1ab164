//! Languages: the built-in ones, those of a folder, and errors in a language.

use std::fs;

use content::files::Files;
use tempfile::TempDir;

use crate::program::{code, err, out, run};

/// Makes a folder with a Dutch locale: the English one, with the text of Part I as `change` returns it.
fn dutch(change: impl Fn(String) -> String) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("nl")).unwrap();
    let files = Files::default();
    for path in files.in_folder("locales/en") {
        let text = files.text(&path).unwrap();
        let text = if path.ends_with("part-1.ftl") { change(text) } else { text };
        let name = path.rsplit('/').next().unwrap();
        fs::write(folder.path().join("nl").join(name), text).unwrap();
    }
    folder
}

fn snapshot(options: &[&str]) -> std::process::Output {
    // The invalid step ends the command after all other checks.
    let mut all = vec!["snapshot", "--chapter", "1", "--step", "999999", "--out", "unused.png"];
    all.extend(options);
    run(&all)
}

#[test]
fn an_unknown_language_is_refused_with_the_list_of_languages() {
    let refused = snapshot(&["--language", "nl"]);
    assert_eq!(code(&refused), 2);
    let expected = "--language: expected one of de, en, es, fr, found \"nl\"";
    assert!(err(&refused).contains(expected), "{}", err(&refused));
    let folder = dutch(|text| text);
    let path = folder.path().to_str().unwrap();
    let refused = snapshot(&["--language", "tlh", "--locales", path]);
    assert!(err(&refused).contains("one of de, en, es, fr, nl"), "{}", err(&refused));
    for language in ["nl", "de", "fr"] {
        let known = snapshot(&["--language", language, "--locales", path]);
        assert!(err(&known).contains("has the steps 0 to"), "{}", err(&known));
    }
    let missing = snapshot(&["--locales", "no/such/folder"]);
    assert_eq!(code(&missing), 1);
    assert!(err(&missing).contains("no/such/folder"), "{}", err(&missing));
}

#[test]
fn the_doctor_checks_a_language_message_by_message() {
    let complete = dutch(|text| text);
    let report = run(&["doctor", "--locales", complete.path().to_str().unwrap()]);
    assert!(out(&report).contains("nl, with all messages"), "{}", out(&report));
    assert!(!err(&report).contains("locale"), "{}", err(&report));

    let faulty = dutch(|text| {
        let text = text.replace("note-counted = counted\n", "");
        text.replace("note-counting = ", "note-geteld = ")
            .replace("Barcode { $number }", "{ $nummer }")
    });
    let report = run(&["doctor", "--locales", faulty.path().to_str().unwrap()]);
    assert_eq!(code(&report), 1);
    for expected in [
        "locales/nl/part-1.ftl: these messages of locales/en/part-1.ftl are missing: note-counting",
        "note-counted (line 12)",
        "line 11: no message is called note-geteld",
        "line 10: note-barcode-number is given no value { $nummer }",
        "line 10: note-barcode-number does not show { $number }",
    ] {
        assert!(out(&report).contains(expected), "{expected}: {}", out(&report));
    }
    assert!(err(&report).contains("failed checks: "), "{}", err(&report));
    assert!(err(&report).contains("locale"), "{}", err(&report));
}
