//! Tests that each error is reported with its line, its field and the expected value.

use super::*;

/// A section, a bad line in it, and the error message.
const BAD: &[(&str, &str, &str)] = &[
    ("presentation", "theme = 3", "theme: expected the name of a theme, found 3"),
    ("presentation", "palette = ''", "palette: expected the name of a palette, found \"\""),
    (
        "presentation",
        "text-scale = 0.7",
        "text-scale: expected a number from 0.8 to 1.6, found 0.7",
    ),
    (
        "presentation",
        "text-scale = 1.61",
        "text-scale: expected a number from 0.8 to 1.6, found 1.61",
    ),
    (
        "presentation",
        "text-scale = nan",
        "text-scale: expected a number from 0.8 to 1.6, found nan",
    ),
    (
        "presentation",
        "reduced-motion = 'no'",
        "reduced-motion: expected true or false, found \"no\"",
    ),
    (
        "presentation",
        "language = []",
        "language: expected the name of a language, such as \"en\", found an empty list",
    ),
    (
        "presentation",
        "languages = []",
        "languages: expected a list of at least one, each the name of a language, such as \"en\", found an empty list",
    ),
    ("presentation", "locales = true", "locales: expected the path of a folder, found true"),
    (
        "presentation",
        "assets = 1979-05-27",
        "assets: expected the path of a folder, found a date or time",
    ),
    ("kiosk", "enabled = 1", "enabled: expected true or false, found 1"),
    (
        "kiosk",
        "name = 2",
        "name: expected a name of at most 60 characters in one line, without control characters, found 2",
    ),
    ("kiosk", "screen-diagonal = 4", "screen-diagonal: expected a number from 5 to 200, found 4"),
    ("kiosk", "idle-seconds = 9", "idle-seconds: expected a number from 10 to 1800, found 9"),
    (
        "kiosk",
        "idle-seconds = 1800.5",
        "idle-seconds: expected a number from 10 to 1800, found 1800.5",
    ),
    (
        "kiosk",
        "idle-seconds = '60'",
        "idle-seconds: expected a number from 10 to 1800, found \"60\"",
    ),
    (
        "kiosk",
        "countdown-seconds = 4",
        "countdown-seconds: expected a number from 5 to 1800, found 4",
    ),
    (
        "kiosk",
        "countdown-seconds = 61",
        "countdown-seconds: expected at most idle-seconds (60), found 61",
    ),
    (
        "kiosk",
        "pin-hash = '4711'",
        "pin-hash: expected a hash that learning-machine pin prints, found something else",
    ),
    ("kiosk", "hold-seconds = 0", "hold-seconds: expected a number from 1 to 30, found 0"),
    ("kiosk", "guesses = 0", "guesses: expected a whole number from 1 to 1000, found 0"),
    ("kiosk", "guesses = 2.5", "guesses: expected a whole number from 1 to 1000, found 2.5"),
    ("attract", "title-seconds = -8", "title-seconds: expected a number from 2 to 120, found -8"),
    (
        "attract",
        "scenes = []",
        "scenes: expected at least one table, [[attract.scenes]], found an empty list",
    ),
    ("use-counts", "enabled = 'yes'", "enabled: expected true or false, found \"yes\""),
    ("use-counts", "file = 7", "file: expected the path of a file, found 7"),
    (
        "use-counts",
        "keep-months = 0",
        "keep-months: expected a whole number from 1 to 120, found 0",
    ),
    (
        "use-counts",
        "max-bytes = 65535",
        "max-bytes: expected a whole number from 65536 to 1073741824, found 65535",
    ),
    ("projector", "enabled = {}", "enabled: expected true or false, found a table"),
    ("projector", "distance = 12.1", "distance: expected a number from 2 to 12, found 12.1"),
    ("projector", "predict-first = 'a'", "predict-first: expected true or false, found \"a\""),
    ("projector", "notes-window = 2", "notes-window: expected true or false, found 2"),
    (
        "projector",
        "lesson = false",
        "lesson: expected the name of a lesson, or the path of a file ending in .toml, found false",
    ),
    (
        "projector.remote",
        "f5 = 'jump'",
        "f5: expected one of full-screen, close, black, nothing, found \"jump\"",
    ),
    (
        "projector.remote",
        "escape = 3",
        "escape: expected one of full-screen, close, black, nothing, found 3",
    ),
    ("kiosk", "idle-second = 20", "idle-second: there is no such field; is idle-seconds meant?"),
    ("attract", "zzz = 1", "zzz: there is no such field; there are title-seconds, scenes"),
];

#[test]
fn errors_are_reported_with_their_line_and_field() {
    for (section, line, expected) in BAD {
        let text = format!("# Mine.\n\n[{section}]\n{line}\n");
        let is_known = !expected.contains("there is no such field");
        let column = if is_known { line.find("= ").expect("a value") + 3 } else { 1 };
        let expected = format!("exhibit.toml, line 4, column {column}: {section}.{expected}");
        assert_eq!(messages(&text), [expected], "{text}");
    }
}

#[test]
fn errors_in_lists_name_the_item() {
    let text =
        "[chapters]\norder = [\n  \"histogram\",\n  \"histogramm\",\n  4,\n  \"histogram\",\n]\n";
    let told = messages(text);
    assert_eq!(told.len(), 3, "{told:#?}");
    let chapters = "the id of a chapter (guess-barcode, histogram, categories,";
    assert!(told[0].starts_with(&format!(
        "exhibit.toml, line 4, column 3: chapters.order[2]: expected {chapters}"
    )));
    assert!(told[0].ends_with("found \"histogramm\""));
    assert!(told[1].starts_with("exhibit.toml, line 5, column 3: chapters.order[3]: "));
    assert_eq!(
        told[2],
        "exhibit.toml, line 6, column 3: chapters.order[4]: expected each once, found \"histogram\" again"
    );
    let blank = messages("projector.remote.blank = [\"b\", \"ab\", \"7\", \"B\"]");
    assert_eq!(
        blank,
        [
            "exhibit.toml, line 1, column 32: projector.remote.blank[2]: expected a single character that is not a digit, found \"ab\"",
            "exhibit.toml, line 1, column 38: projector.remote.blank[3]: expected a single character that is not a digit, found \"7\"",
            "exhibit.toml, line 1, column 43: projector.remote.blank[4]: expected each once, found \"B\" again",
        ]
    );
    let language = messages("[presentation]\nlanguages = ['de', 'fr']\nlanguage = 'en'\n");
    assert_eq!(
        language,
        [
            "exhibit.toml, line 3, column 12: presentation.language: expected one of de, fr (the values of languages), found \"en\""
        ]
    );
}

#[test]
fn errors_in_scenes_name_the_number_of_the_scene() {
    let text = "
[[attract.scenes]]
chapter = 'autoencoder'
seconds = 2

[[attract.scenes]]
second = 20

[[attract.scenes]]
chapter = 'histogram'
learning-rate = 0.1

[[attract.scenes]]
chapter = 'threshold-learns'
learning-rate = 0
";
    let told = messages(text);
    let begins = [
        "exhibit.toml, line 4, column 11: attract.scenes[1].seconds: expected a number from 3 to 600, found 2",
        "exhibit.toml, line 6, column 1: attract.scenes[2].chapter: expected the id of a chapter (",
        "exhibit.toml, line 7, column 1: attract.scenes[2].second: there is no such field; is seconds meant?",
        "exhibit.toml, line 11, column 17: attract.scenes[3].learning-rate: chapter histogram has no learning rate to choose",
        "exhibit.toml, line 15, column 17: attract.scenes[4].learning-rate: expected a learning rate from 1e-9 to 1e9, such as 0.3, found 0",
    ];
    assert_eq!(told.len(), begins.len(), "{told:#?}");
    for (told, begin) in told.iter().zip(begins) {
        assert!(told.starts_with(begin), "{told}\n{begin}");
    }
    let told = messages("attract = 3\n[kiosks]\n");
    assert_eq!(told[0], "exhibit.toml, line 1, column 11: attract: expected a table, found 3");
    assert_eq!(
        told[1],
        "exhibit.toml, line 2, column 2: kiosks: there is no such field; is kiosk meant?"
    );
}

#[test]
fn all_errors_are_reported_and_not_only_the_first() {
    let text: Vec<_> = BAD
        .iter()
        .filter(|(section, line, _)| *section == "kiosk" && !line.starts_with("idle-seconds ="))
        .map(|(_, line, _)| *line)
        .filter(|line| !line.starts_with("countdown-seconds = 61") && *line != "guesses = 2.5")
        .collect();
    let told = messages(&format!("[kiosk]\n{}\n", text.join("\n")));
    assert_eq!(told.len(), text.len(), "{told:#?}");
    let lines: Vec<_> =
        told.iter().map(|line| line.split(", ").nth(1).map(str::to_owned)).collect();
    let expected: Vec<_> =
        (0..text.len()).map(|index| Some(format!("line {}", index + 2))).collect();
    assert_eq!(lines, expected);
}

#[test]
fn names_are_checked_against_the_known_names() {
    let files = Files::default();
    let choices = KnownNames {
        themes: look::choices(&files, "themes"),
        palettes: look::choices(&files, "palettes"),
        languages: vec!["en".to_owned(), "de".to_owned()],
        lessons: lesson::names(&files),
        unreadable: Vec::new(),
    };
    let told = |text: &str| {
        let mut reading = SettingsReading::new(text.as_bytes());
        reading.check(&choices);
        let problems = reading.problems();
        TomlErrors { file: "exhibit.toml".to_owned(), problems }.to_string()
    };
    assert_eq!(told(&example()), "");
    let text = "presentation.theme = 'dusk'\npresentation.languages = ['de', 'tlh']\n\
        projector.lesson = 'mine'\n[kiosk]\nenabled = true";
    assert_eq!(
        told(text),
        "exhibit.toml, line 1, column 22: presentation.theme: expected one of night, paper, found \"dusk\"\n\
        exhibit.toml, line 2, column 33: presentation.languages[2]: expected one of en, de, found \"tlh\"\n\
        exhibit.toml, line 3, column 20: projector.lesson: expected one of 10-minutes, 25-minutes, \
        45-minutes, or the path of a file ending in .toml, found \"mine\""
    );
    for good in ["25-minutes", "mine.toml"] {
        assert_eq!(told(&format!("projector.lesson = '{good}'")), "");
    }
    // Names in the wrong table, and misspelt fields, are checked as well.
    assert_eq!(
        told("[kiosk]\ntheme = 'dusk'\n[presentation]\npalete = 'save'\n"),
        "exhibit.toml, line 2, column 1: kiosk.theme: this field belongs under [presentation]\n\
        exhibit.toml, line 2, column 9: presentation.theme: expected one of night, paper, found \"dusk\"\n\
        exhibit.toml, line 4, column 1: presentation.palete: there is no such field; is palette meant?\n\
        exhibit.toml, line 4, column 10: presentation.palette: expected one of high-contrast, notebook, \
        safe, found \"save\""
    );
}

#[test]
fn a_list_with_an_error_has_its_default_value() {
    for text in [
        "chapters.order = ['nowhere']\n",
        "chapters.order = ['histogram', 'nowhere']\n",
        "kiosk = { enabled = true, chapters = [1] }\n",
        "presentation.languages = [1, 'en']\n",
        "attract.scenes = [1]\n",
        "attract.scenes = [{ chapter = 'histogram' }, { chapter = 'nowhere' }]\n",
        "attract.scenes = [{ chapter = 'histogram', seconds = 0 }]\n",
        "projector.remote.blank = ['.', '12']\n",
    ] {
        let reading = SettingsReading::new(text.as_bytes());
        assert_eq!(reading.problems().len(), 1, "{text}");
        let Config { kiosk, ref chapters, .. } = reading.config();
        let expected = Config {
            kiosk: KioskSettings { enabled: kiosk.enabled, ..KioskSettings::default() },
            ..Config::default()
        };
        assert_eq!((reading.config(), chapters), (expected, &Chapters::default()), "{text}");
    }
}
