//! Tests with valid and invalid locales.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use super::*;
use crate::words::Languages;

#[test]
fn all_shipped_locales_have_the_same_messages_values_and_marks() {
    let files = Files::default();
    for locale in Languages::load(&files).unwrap().iter() {
        let problems = check(&files, locale.language());
        let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }
}

/// The errors that are found if `new` replaces `old` in a copy of the English part I.
fn found_after(old: &str, new: &str) -> Vec<String> {
    let english = Files::default();
    let mut own = BTreeMap::new();
    for path in paths(&english, DEFAULT_LANGUAGE) {
        let text = english.text(&path).unwrap();
        let text = if path.ends_with("part-1.ftl") {
            assert!(text.contains(old), "{old}");
            text.replacen(old, new, 1)
        } else {
            text
        };
        own.insert(path.replace("/en/", "/nl/"), text.into_bytes());
    }
    let problems = check(&Files::with_overrides(own), "nl");
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn each_error_names_its_file_and_line() {
    assert_eq!(found_after("note-counted", "note-counted"), Vec::<String>::new());
    assert_eq!(found_after("note-counted = counted\n", "palette-own = Own\n").len(), 1);
    let at = Files::default().text("locales/en/part-1.ftl").unwrap();
    let line = |of: &str| 1 + at[..at.find(of).unwrap()].matches('\n').count();
    for (old, new, expected) in [
        (
            "note-counted = counted\n",
            "",
            format!(
                "locales/nl/part-1.ftl: these messages of locales/en/part-1.ftl are missing: \
                 note-counted (line {})",
                line("note-counted")
            ),
        ),
        (
            "note-counted =",
            "note-counted-too = a\nnote-counted =",
            format!("line {}: no message is called note-counted-too", line("note-counted")),
        ),
        (
            "note-barcode-number = Barcode { $number }",
            "note-barcode-number = Barcode { $nummer }",
            format!(
                "line {}: note-barcode-number is given no value {{ $nummer }}",
                line("note-barcode")
            ),
        ),
        (
            "note-barcode-number = Barcode { $number }",
            "note-barcode-number = Barcode",
            format!(
                "line {}: note-barcode-number does not show {{ $number }}",
                line("note-barcode")
            ),
        ),
        (
            "*[other] { $bars } bars",
            "*[other] { $balken } bars",
            format!("line {}: count-of-bars is given no value", line("*[other] { $bars } bars")),
        ),
        (
            "Counting: <b>{ $bars }</b>",
            "Counting: <b>{ $bars }",
            format!("line {}: expected </b> after <b>", line("histogram-counting")),
        ),
        (
            "Counting: <b>{ $bars }</b>",
            "Counting: <i>{ $bars }</i>",
            format!("line {}: histogram-counting knows no mark <i>", line("histogram-counting")),
        ),
        (
            "Counting: <b>{ $bars }</b>",
            "Counting: { $bars }",
            format!("line {}: histogram-counting lacks the mark <b>", line("histogram-counting")),
        ),
        (
            "note-counted = counted\n",
            "note-counted = counted\nnote-counted = again\n",
            format!(
                "line {}: a message or a term is called note-counted already; expected each name once",
                line("note-counted") + 1
            ),
        ),
        (
            "note-counted = counted\n",
            "note-counted = counted\n-note-counted = a\n-note-counted = b\n",
            format!("line {}: a message or a term is called", line("note-counted") + 2),
        ),
        (
            "note-counted = counted\n",
            "note-counted = { $x\n",
            format!("locales/nl/part-1.ftl: line {}: ", line("note-counted")),
        ),
    ] {
        let found = found_after(old, new);
        assert!(found.iter().any(|problem| problem.contains(&expected)), "{new}: {found:#?}");
    }
}

#[test]
fn errors_are_short_even_with_long_names_and_many_missing_messages() {
    let long = "x".repeat(50_000);
    let own = format!("{long} = 1\n{long} = {{ ${long} }}\nnote-counted = {{ {long}2 }}<b>\n");
    let files = Files::with_overrides([("locales/nl/part-1.ftl".to_owned(), own.into())].into());
    let found = check(&files, "nl");
    let shown = |problem: &FileError| problem.to_string().chars().count();
    assert!(found.iter().all(|problem| shown(problem) < 1100), "{found:#?}");
    // Each missing message is still named once.
    let listed = found.iter().filter(|problem| problem.problem.contains("are missing: "));
    let listed: usize = listed.map(|problem| problem.problem.matches("(line ").count()).sum();
    let english = Files::default().text("locales/en/part-1.ftl").unwrap();
    let is_key = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    assert_eq!(listed, english.lines().filter(is_key).count() - 1);
}

#[test]
fn a_folder_whose_name_is_not_a_language_is_reported() {
    let files = Files::with_overrides([("locales/my words/a.ftl".to_owned(), vec![])].into());
    let found = check(&files, "my words");
    assert!(found.iter().any(|error| error.problem.contains("expected a language such as")));
}
