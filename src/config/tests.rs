//! Settings, good and bad.

use super::*;
use crate::files::Files;
use crate::lesson;
use crate::look;
use proptest::prelude::*;

fn example() -> String {
    Files::default().text("exhibit.toml").expect("shipped")
}

/// A line that sets a field, or would without the `#` before it.
fn set_field(line: &str) -> Option<(&str, bool)> {
    let shown = line.strip_prefix("# ");
    let (name, _) = shown.unwrap_or(line).split_once(" = ")?;
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (!name.is_empty() && name.chars().all(is_name)).then_some((name, shown.is_some()))
}

fn messages(text: &str) -> Vec<String> {
    let errors = Config::from_toml("exhibit.toml", text).expect_err(text);
    errors.to_string().lines().map(str::to_owned).collect()
}

#[test]
fn the_example_is_what_holds_without_it() {
    assert_eq!(Config::from_toml("exhibit.toml", &example()), Ok(Config::default()));
    assert_eq!(Config::from_toml("exhibit.toml", ""), Ok(Config::default()));
}

#[test]
fn the_example_tells_of_every_field_and_of_no_other() {
    let mut told = Vec::new();
    let mut section = String::new();
    for line in example().lines() {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_matches(['[', ']']).to_owned();
        } else if let Some((name, _)) = set_field(line) {
            told.push(format!("{section}.{name}"));
        }
    }
    told.sort();
    told.dedup();
    let mut known = fields();
    known.sort();
    assert_eq!(told, known);
    assert!(known.len() > 30, "{known:?}");
}

#[test]
fn what_the_example_shows_of_unset_fields_can_be_set() {
    let lines: Vec<_> = example()
        .lines()
        .map(|line| {
            if set_field(line).is_some() { line.trim_start_matches("# ") } else { line }.to_owned()
        })
        .collect();
    let config = Config::from_toml("exhibit.toml", &lines.join("\n")).expect("all of it is good");
    assert_eq!(config.kiosk.screen_diagonal, Some(43.0));
    assert_eq!(config.kiosk.guesses, Some(10));
    assert_eq!(config.kiosk.name.as_deref(), Some("Hall 2"));
    assert_eq!(config.kiosk.chapters, Some(vec![0, 1, 2, 3]));
    let hash = config.kiosk.pin_hash.expect("a hash");
    assert!(crate::pin::is_hash(&hash));
    assert_eq!(config.presentation.assets, Some("assets".into()));
    assert_eq!(config.projector.lesson, Some("lesson.toml".into()));
    assert_eq!(config.attract.scenes[0].learning_rate.map(LearningRate::value), Some(3.0));
}

#[test]
fn what_is_set_is_what_comes_out() {
    let text = r#"
        [presentation]
        theme = "night"
        text-scale = 1.57
        languages = ["de", "en"]
        [chapters]
        order = ["autoencoder", "histogram"]
        [kiosk]
        enabled = true
        idle-seconds = 12.5
        chapters = ["histogram"]
        [[attract.scenes]]
        chapter = "histogram"
        [projector.remote]
        blank = ["X"]
        f5 = "nothing"
    "#;
    let mut config = Config::from_toml("exhibit.toml", text).expect("good");
    assert_eq!(config.presentation.theme.as_deref(), Some("night"));
    assert_eq!(config.presentation.text_scale, 1.6);
    assert_eq!(config.presentation.language, "de", "the first that is offered");
    assert_eq!(config.chapters(), [1]);
    config.kiosk.enabled = false;
    assert_eq!(config.chapters(), [16, 1]);
    assert_eq!(config.kiosk.countdown_seconds, 12.5, "no longer than it takes to be idle");
    let scene = AttractScene { chapter: 1, seconds: 18.0, learning_rate: None };
    assert_eq!(config.attract.scenes, [scene]);
    assert_eq!(config.projector.remote.blank, ['x']);
    assert_eq!(config.projector.remote.f5, RemoteAction::Nothing);
    assert_eq!(config.projector.remote.escape, RemoteAction::Close);
}

#[test]
fn relative_paths_begin_in_the_folder_of_the_file() {
    let text = "presentation.assets = 'mine'\nuse-counts.file = '/var/lib/visits.jsonl'\n\
        projector.lesson = 'mine.toml'";
    let mut config = Config::from_toml("exhibit.toml", text).expect("good");
    config.resolve_paths(Path::new("/etc/exhibit"), None);
    assert_eq!(config.presentation.assets, Some("/etc/exhibit/mine".into()));
    assert_eq!(config.use_counts.file, Some("/var/lib/visits.jsonl".into()));
    assert_eq!(config.presentation.locales, None);
    assert_eq!(config.projector.lesson.as_deref(), Some("/etc/exhibit/mine.toml"));
    config.projector.lesson = Some("built-in".to_owned());
    config.resolve_paths(Path::new("/etc/exhibit"), None);
    assert_eq!(config.projector.lesson.as_deref(), Some("built-in"));
}

#[test]
fn a_tilde_is_the_users_own_folder_in_every_path() {
    let text = "use-counts.file = '~/visits.jsonl'\nprojector.lesson = '~/mine.toml'\n\
        [presentation]\nassets = '~'\nlocales = '~/a/b'\n";
    let mut config = Config::from_toml("exhibit.toml", text).expect("good");
    config.resolve_paths(Path::new("/etc/exhibit"), Some(Path::new("/home/kiosk")));
    assert_eq!(config.use_counts.file, Some("/home/kiosk/visits.jsonl".into()));
    assert_eq!(config.projector.lesson.as_deref(), Some("/home/kiosk/mine.toml"));
    assert_eq!(config.presentation.assets, Some("/home/kiosk".into()));
    assert_eq!(config.presentation.locales, Some("/home/kiosk/a/b".into()));
    let told = messages(&text.replace("'~", "'~other"));
    assert_eq!(told.len(), 4, "{told:#?}");
    assert!(told.iter().all(|line| line.ends_with("; after ~ only / is understood")), "{told:#?}");
}

/// A section, a line in it that is bad, and what is said of it.
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
        "countdown-seconds: expected at most idle-seconds, 60, found 61",
    ),
    (
        "kiosk",
        "pin-hash = '4711'",
        "pin-hash: expected what learning-machine pin prints, found something else",
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
fn what_is_wrong_is_told_with_its_line_and_field() {
    for (section, line, expected) in BAD {
        let text = format!("# Mine.\n\n[{section}]\n{line}\n");
        let is_known = !expected.contains("there is no such field");
        let column = if is_known { line.find("= ").expect("a value") + 3 } else { 1 };
        let expected = format!("exhibit.toml, line 4, column {column}: {section}.{expected}");
        assert_eq!(messages(&text), [expected], "{text}");
    }
}

#[test]
fn lists_are_told_of_item_by_item() {
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
            "exhibit.toml, line 1, column 32: projector.remote.blank[2]: expected a single character, no digit, found \"ab\"",
            "exhibit.toml, line 1, column 38: projector.remote.blank[3]: expected a single character, no digit, found \"7\"",
            "exhibit.toml, line 1, column 43: projector.remote.blank[4]: expected each once, found \"B\" again",
        ]
    );
    let language = messages("[presentation]\nlanguages = ['de', 'fr']\nlanguage = 'en'\n");
    assert_eq!(
        language,
        [
            "exhibit.toml, line 3, column 12: presentation.language: expected one of de, fr, as in languages, found \"en\""
        ]
    );
}

#[test]
fn scenes_are_told_of_by_their_number() {
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
fn all_that_is_wrong_is_told_and_not_only_the_first() {
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
fn slips_of_syntax_are_told_with_their_lines() {
    let told = messages("[kiosk]\nenabled = maybe\nidle-seconds = 60\nidle-seconds = 70\n");
    let expected = [
        "exhibit.toml, line 2, column 11: kiosk.enabled: expected quotation marks around a text, as in enabled = \"maybe\"",
        "exhibit.toml, line 2, column 11: kiosk.enabled: expected true or false, found \"maybe\"",
        "exhibit.toml, line 4, column 1: kiosk.idle-seconds: this field is in line 3 already; delete one of the two",
    ];
    assert_eq!(told, expected);
    assert!(messages("[kiosk\n")[0].starts_with("exhibit.toml, line 1, "));
    let long = messages(&"#\n".repeat(1 << 20));
    assert_eq!(
        long,
        ["exhibit.toml, line 1, column 1: expected at most 1048576 bytes, found 2097152"]
    );
}

#[test]
fn names_are_checked_against_what_there_is() {
    let files = Files::default();
    let choices = Choices {
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

/// A section, a line in it that is no TOML or hardly what is meant, and all that is said of it.
const SLIPS: &[(&str, &str, &[&str])] = &[
    (
        "presentation",
        "theme = night",
        &["theme: expected quotation marks around a text, as in theme = \"night\""],
    ),
    (
        "presentation",
        "language = fr # French",
        &["language: expected quotation marks around a text, as in language = \"fr\""],
    ),
    (
        "presentation",
        "theme = “night”",
        &["theme: expected straight quotation marks, \", found “, as in theme = \"night\""],
    ),
    (
        "presentation",
        "theme = „night“",
        &["theme: expected straight quotation marks, \", found „, as in theme = \"night\""],
    ),
    (
        "presentation",
        "theme = \"night”",
        &["theme: expected straight quotation marks, \", found \", as in theme = \"night\""],
    ),
    (
        "presentation",
        "theme = \"night",
        &[
            "theme: expected a quotation mark at the end of the text, found none, as in theme = \"night\"",
        ],
    ),
    (
        "presentation",
        "theme = 'it's'",
        &[
            "theme: expected other quotation marks around a text with quotation marks in it, as in theme = \"it's\"",
        ],
    ),
    (
        "presentation",
        "theme \"night\"",
        &["theme: expected = between the name and the value, as in theme = …, found none"],
    ),
    (
        "presentation",
        "theme: night",
        &[
            "theme: expected = between the name and the value, as in theme = …, found none",
            "theme: expected quotation marks around a text, as in theme = \"night\"",
        ],
    ),
    (
        "presentation",
        "theme",
        &["theme: expected = and a value after the name, as in theme = …, found nothing"],
    ),
    ("presentation", "theme =", &["theme: expected a value after the =, found nothing"]),
    (
        "presentation",
        "languages = [de, \"en\"]",
        &["languages: expected quotation marks around a text, as in \"de\""],
    ),
    (
        "presentation",
        "languages = [\"de\" \"en\"]",
        &["languages: expected a comma between the items of the list, found none"],
    ),
    (
        "presentation",
        "languages = [\"de\"",
        &["languages: expected ] at the end of the list that begins here, found none"],
    ),
    (
        "presentation",
        "assets = \"C:\\data\"",
        &[
            "assets: expected single quotation marks around a text with \\, as in assets = 'C:\\data'",
        ],
    ),
    (
        "presentation",
        "assets = C:\\exhibit",
        &["assets: expected quotation marks around a text, as in assets = 'C:\\exhibit'"],
    ),
    // TOML takes \e for the character Escape.
    (
        "presentation",
        "assets = \"C:\\exhibit\"",
        &[
            "assets: expected the path of a folder, found \"C:\\u{1b}xhibit\"; write a text with \\ between single quotation marks, as in 'C:\\exhibit'",
        ],
    ),
    (
        "presentation",
        "text-scale = 1,5",
        &["text-scale: expected a point in a number, as in 1.5, found 1,5"],
    ),
    (
        "presentation",
        "text-scale = 2,5",
        &[
            "text-scale: expected a point in a number, as in 2.5, found 2,5",
            "text-scale: expected a number from 0.8 to 1.6, found 2.5",
        ],
    ),
    (
        "presentation",
        "reduced-motion = True",
        &["reduced-motion: expected true or false, found True"],
    ),
    ("kiosk", "enabled = yes", &["enabled: expected true or false, found yes"]),
    ("kiosk", "enabled = on", &["enabled: expected true or false, found on"]),
    ("kiosk", "enabled = No", &["enabled: expected true or false, found No"]),
    ("kiosk", "enabled = true;", &["enabled: expected nothing after the value, found ;"]),
    (
        "kiosk",
        "enabled = true // yes",
        &["enabled: expected # at the beginning of a comment, found //"],
    ),
    (
        "kiosk",
        "idle-seconds = 60 s",
        &["idle-seconds: expected a number without a unit, as in 60, found 60 s"],
    ),
    ("kiosk", "idle-seconds = 060", &["idle-seconds: expected a number, as in 60, found 060"]),
    (
        "kiosk",
        "idle-seconds = –60",
        &[
            "idle-seconds: expected the minus sign of the keyboard, -, found a longer dash",
            "idle-seconds: expected a number from 10 to 1800, found -60",
        ],
    ),
    (
        "kiosk",
        "idle-seconds\u{a0}= 60",
        &["idle-seconds: expected ordinary spaces, found others, as word processors write them"],
    ),
    (
        "kiosk",
        "idle-seconds = null",
        &["idle-seconds: expected a value, found null; leave the field out instead"],
    ),
    ("kiosk", "theme = \"night\"", &["theme: this field belongs under [presentation]"]),
    ("presentation", "idle-seconds = 90", &["idle-seconds: this field belongs under [kiosk]"]),
    (
        "presentation",
        "enabled = true",
        &["enabled: this field belongs under [kiosk], [use-counts] or [projector]"],
    ),
    ("presentation", "f5 = \"close\"", &["f5: this field belongs under [projector.remote]"]),
    ("kiosk", "\tenabled\t=\ttrue", &[]),
];

#[test]
fn slips_are_told_with_their_field_and_their_cure() {
    for (section, line, expected) in SLIPS {
        for end in ["\n", "\r\n"] {
            // What stands around is read all the same.
            let text =
                ["# Mine.", &format!("[{section}]"), line, "[attract]", "title-seconds = 1", ""];
            let found = Config::from_toml("exhibit.toml", &text.join(end)).expect_err(line);
            let mut told: Vec<_> = found
                .problems
                .iter()
                .map(|problem| (problem.line, problem.field.clone() + ": " + &problem.message))
                .collect();
            let mut all: Vec<_> =
                expected.iter().map(|expected| (3, format!("{section}.{expected}"))).collect();
            all.push((
                5,
                "attract.title-seconds: expected a number from 2 to 120, found 1".to_owned(),
            ));
            // Two of one line come in the order of their columns.
            told.sort();
            all.sort();
            assert_eq!(told, all, "{line}");
        }
    }
}

#[test]
fn tables_that_come_twice_or_lack_a_bracket_are_read_all_the_same() {
    let text = "[kiosk]\nenabled = 2\n[presentation\ntheme = 1\n[kiosk]\nguesses = 0\nprojector]\nenabled = 3\n\
        [attract] title-seconds = 1\n";
    assert_eq!(
        messages(text),
        [
            "exhibit.toml, line 2, column 11: kiosk.enabled: expected true or false, found 2",
            "exhibit.toml, line 3, column 14: presentation: expected ] after the name of the table, as in [presentation]",
            "exhibit.toml, line 4, column 9: presentation.theme: expected the name of a theme, found 1",
            "exhibit.toml, line 5, column 2: kiosk: the table [kiosk] is in line 1 already: move its fields there, and delete this line",
            "exhibit.toml, line 6, column 11: kiosk.guesses: expected a whole number from 1 to 1000, found 0",
            "exhibit.toml, line 7, column 10: projector: expected [projector]",
            "exhibit.toml, line 8, column 11: projector.enabled: expected true or false, found 3",
            "exhibit.toml, line 9, column 11: attract: expected nothing after [attract]; give each field a line of its own",
        ]
    );
}

#[test]
fn a_pin_is_never_shown_whatever_is_wrong_with_it() {
    for line in [
        "pin = \"8264\"",
        "pin = 8264",
        "pin-hash = 8264",
        "pin-hash = \"8264\"",
        "pin-hash = 8264;",
        "pin-hash = 82,64",
        "pin-hash = “8264”",
        "pin-hash = \"8264",
        "pin-hash = x8264",
        "pin: 8264",
        "pin-hash 8264",
        "pin-hash = [8264",
        "pin-hash = [x8264]",
        "PIN = x8264",
        "pin-hash = '8264'8264'",
        "pin-hash = 8264 // mine",
        "pin-hash = 8264s",
        "pin-hash = –8264",
        "pin-hash = \"\\8264\"",
        "pin-hash = 1\npin-hash = 8264",
        "pin-hash = {8264}",
        "8264",
        "= 8264",
        "pin-hash = {a = 8264}",
    ] {
        for table in ["[kiosk]\n", "[presentation]\n", ""] {
            let told = messages(&format!("{table}{line}\n")).join("\n");
            assert!(!told.contains("8264") && !told.contains("82.64"), "{line}: {told}");
        }
    }
}

#[test]
fn values_of_any_size_are_refused_and_messages_stay_short() {
    let long = "x".repeat(100_000);
    for value in [
        "1e308",
        "-1e308",
        "inf",
        "-inf",
        "nan",
        "9223372036854775807",
        "-9223372036854775808",
        "99999999999999999999999999",
        "0xffffffffffffffffffff",
        "1979-05-27",
        "07:32:00",
        "\"1\"",
        "[]",
        "{}",
        "[[[[]]]]",
        &format!("'{long}'"),
        &"9".repeat(1000),
        &format!("[{}]", "'a',".repeat(2000)),
    ] {
        for field in fields().iter().filter(|field| !field.starts_with("attract.scenes")) {
            // A number is no good text, and a text no good number; a short text is a good name.
            let is_short = matches!(value, "\"1\"");
            let text = format!("{field} = {value}\n");
            match Config::from_toml("exhibit.toml", &text) {
                Ok(_) => assert!(is_short, "{field} = {value:.40}"),
                Err(errors) => {
                    let most = errors.problems.iter().map(|problem| problem.message.len()).max();
                    assert!(most < Some(1000), "{field} = {value:.40}: {most:?}");
                }
            }
        }
    }
    let scenes = "[[attract.scenes]]\nchapter = 'histogram'\n".repeat(1001);
    let told = messages(&scenes);
    assert_eq!(
        told,
        [
            "exhibit.toml, line 1, column 1: attract.scenes: expected at most 1000 tables, found 1001"
        ]
    );
}

#[test]
fn deep_and_long_files_neither_overflow_nor_take_long() {
    let began = std::time::Instant::now();
    let deep = 100_000;
    for text in [
        format!("a = {}", "[".repeat(deep)),
        format!("a = {}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("a = {}", "{a = ".repeat(deep)),
        format!("a{} = 1", ".a".repeat(deep)),
        format!("[a{}]", ".a".repeat(deep)),
        "a =\n".repeat(deep),
        "[kiosk]\n".repeat(deep),
        "'\n".repeat(deep),
        (0..deep).map(|number| format!("a{number}=1\n")).collect(),
        format!("[presentation]\nlanguages = [\n{}]", "night,\n".repeat(deep)),
    ] {
        let told = messages(&text);
        assert!((1..=101).contains(&told.len()), "{}", told.len());
    }
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
}

proptest! {
    #[test]
    fn no_text_ends_in_a_panic(text in "\\PC*", cut in 0usize..3000, noise in "[\\[\\]=\"'\\n #.a-z0-9{},-]{0,12}") {
        let _ = Config::from_toml("exhibit.toml", &text);
        let mut example = example();
        let cut = (0..=cut.min(example.len())).rev().find(|&cut| example.is_char_boundary(cut));
        example.insert_str(cut.unwrap_or_default(), &noise);
        if let Err(errors) = Config::from_toml("exhibit.toml", &example) {
            let lines = example.lines().count() + 1;
            prop_assert!(!errors.problems.is_empty());
            prop_assert!(errors.problems.iter().all(|problem| (1..=lines).contains(&problem.line)));
        }
    }
}
