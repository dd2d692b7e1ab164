//! Tests that errors of syntax are reported with their field and a way to fix them.

use super::*;

#[test]
fn syntax_errors_are_reported_with_their_lines() {
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

/// A section, a line in it that is invalid TOML or probably a mistake, and all its error messages.
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
    // TOML reads \e as the character Escape.
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
fn syntax_errors_are_reported_with_their_field_and_a_fix() {
    for (section, line, expected) in SLIPS {
        for end in ["\n", "\r\n"] {
            // The lines around the mistake are read all the same.
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
            // Two messages about one line come in the order of their columns. So both lists are sorted.
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
