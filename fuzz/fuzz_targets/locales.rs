//! Locales: any bytes are read as a file of messages, and each message is shown.
//!
//! Checks: nothing panics; every shown message has a bounded length; every error names the file and the
//! line, and is short and printable.

#![no_main]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use content::files::{FileError, Files};
use content::limits;
use content::look::Look;
use content::words::check::check;
use content::words::{DataWords, Locale, Value, Words};
use libfuzzer_sys::fuzz_target;

const PATH: &str = "locales/nl/own.ftl";

/// The keys and values that the exhibit asks a locale for.
struct Asked {
    keys: BTreeSet<&'static str>,
    values: Vec<(&'static str, Value)>,
    data: DataWords,
}

static ASKED: LazyLock<Asked> = LazyLock::new(|| {
    let files = Files::default();
    let paths = files.in_folder("locales/en");
    let texts: Vec<&'static str> =
        paths.iter().map(|path| &*files.text(path).expect("shipped").leak()).collect();
    let keys = texts.iter().flat_map(|text| text.lines()).filter_map(key).collect();
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let names: BTreeSet<&'static str> = texts
        .iter()
        .flat_map(|text| text.split('$').skip(1))
        .filter_map(|rest| rest.split(|c| !is_name(c)).next())
        .collect();
    let value = |(index, name): (usize, &'static str)| {
        let value = match index % 7 {
            0 => Value::Count(2),
            1 => Value::Number(-0.5),
            2 => Value::Term(-1e-9),
            3 => Value::Sum(vec![0.5, -2.0]),
            4 => Value::Class(true),
            5 => Value::Feature(1),
            _ => Value::Text("<b>x</b>".to_owned()),
        };
        (name, value)
    };
    let values = names.into_iter().enumerate().map(value).collect();
    let english = Locale::load(&files, "en").expect("shipped");
    let look = Look::load(&files, "paper", "safe").expect("shipped");
    Asked { keys, values, data: DataWords::new(&english, &look, [None, None]) }
});

fn key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    key.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(key)
}

fuzz_target!(|input: &[u8]| {
    let files = Files::with_overrides([(PATH.to_owned(), input.to_vec())].into());
    let problems = check(&files, "nl");
    problems.iter().for_each(check_error);
    match Locale::load(&files, "nl") {
        Ok(locale) => {
            assert!(locale.missing() <= ASKED.keys.len());
            check_shown(&locale, &String::from_utf8_lossy(input));
        }
        Err(error) => {
            check_error(&error);
            assert!(error.path == PATH, "{error}");
            assert!(problems.iter().any(|problem| problem.path == PATH), "{error} is not told");
        }
    }
});

fn check_error(error: &FileError) {
    let text = error.to_string();
    assert!(error.path.starts_with("locales/nl/"), "{text}");
    assert!(
        text.chars().count() <= limits::PROBLEM_CHARACTERS + 100,
        "{} bytes: {text}",
        text.len()
    );
    assert!(!text.contains(learning::text::is_control), "{text:?}");
}

fn check_shown(locale: &Locale, text: &str) {
    // A message may contain 100 values, each of about 10 characters.
    let most = 4 * (limits::MESSAGE_CHARACTERS + 100 * limits::PLACEABLES);
    for key in text.lines().filter_map(key) {
        let plain = locale.plain(key);
        assert!(plain.len() <= most || plain == key, "{key} is {} bytes long", plain.len());
        let Some(key) = ASKED.keys.get(key) else { continue };
        let words = Words { key, values: ASKED.values.clone() };
        let shown = locale.text(&words, &ASKED.data);
        assert!(shown.len() <= most, "{key} is {} bytes long", shown.len());
        let spans = locale.spans(&words, &ASKED.data);
        let length: usize = spans.iter().map(|span| span.text.len()).sum();
        assert!(length <= shown.len() && spans.iter().all(|span| !span.text.is_empty()));
    }
    let decimal = locale.number(-1234.5);
    assert!(decimal.len() <= most, "a number is {} bytes long", decimal.len());
    assert!(locale.own_name().len() <= most && locale.letters().len() <= text.len() + 1);
}
