//! Tests with settings of any size and shape: no panic, short messages, and never a PIN in a message.

use proptest::prelude::*;

use super::*;

#[test]
fn no_message_ever_shows_a_pin() {
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
        "enabled = true, pin-hash = \"8264\"",
        "theme = night pin-hash = 8264",
        "theme = \"\"\"\npin-hash = \"8264\"\n\"\"\"",
        "languages = [nl, pin-hash = 8264]",
        "\"pin 8264\" = 1",
        "pin.8264 = 1",
        "# PIN: 8264\nguesses = 8264",
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
            // No field accepts these values, with one exception: a short text is a valid name.
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
#[allow(
    clippy::disallowed_types,
    reason = "a test may read the clock: a reader that hangs must fail"
)]
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
    fn no_text_causes_a_panic(text in "\\PC*", cut in 0usize..3000, noise in "[\\[\\]=\"'\\n #.a-z0-9{},-]{0,12}") {
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
