//! A visit as it is written down: a line of JSON.

mod fields;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use content::limits::VISIT_PROBLEM_CHARACTERS;
use content::printable::told;

/// How a day and an hour are written.
const HOUR: &str = "%Y-%m-%dT%H";

/// What is known of a visit, all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Visit {
    /// How long it was.
    pub seconds: u64,
    /// The chapters that were shown, in the order in which they were first.
    pub chapters: Vec<Reached>,
    /// The guesses.
    pub guesses: Answers,
}

impl Visit {
    /// Counts a step of a chapter that was shown.
    pub fn reach(&mut self, id: &str) {
        match self.chapters.iter_mut().find(|reached| reached.chapter == id) {
            Some(reached) => reached.steps += 1,
            None => self.chapters.push(Reached { chapter: id.to_owned(), steps: 1 }),
        }
    }

    /// Counts an answer.
    pub fn answer(&mut self, right: bool) {
        let Answers { right: rights, asked } = self.guesses;
        self.guesses = Answers { right: rights + u64::from(right), asked: asked + 1 };
    }
}

/// A chapter that was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "a chapter with its steps")]
pub struct Reached {
    /// Its id.
    #[serde(deserialize_with = "fields::chapter")]
    pub chapter: String,
    /// How many training steps of it were shown; one that was gone to again counts again.
    #[serde(deserialize_with = "fields::steps")]
    pub steps: u64,
}

/// Guesses counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "guesses, right ones and all")]
pub struct Answers {
    /// Right ones.
    #[serde(deserialize_with = "fields::right")]
    pub right: u64,
    /// All.
    #[serde(deserialize_with = "fields::asked")]
    pub asked: u64,
}

/// A line of the file of visits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    /// The day and the hour of day in which it began.
    #[serde(serialize_with = "fields::write_hour")]
    pub began: DateTime,
    /// The name of the kiosk, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kiosk: Option<String>,
    /// The visit.
    #[serde(flatten)]
    pub visit: Visit,
}

/// A line as it is read. What it tells beyond these fields is left to later versions.
#[derive(Deserialize)]
#[serde(expecting = "a visit")]
struct Line {
    #[serde(deserialize_with = "fields::hour")]
    began: DateTime,
    #[serde(default, deserialize_with = "fields::kiosk")]
    kiosk: Option<String>,
    #[serde(deserialize_with = "fields::seconds")]
    seconds: u64,
    chapters: Vec<Reached>,
    guesses: Answers,
}

/// A line that tells of no visit.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected a visit: {0}")]
pub struct RecordError(String);

impl Record {
    /// A visit to a kiosk that began then; minutes and seconds are forgotten.
    #[must_use]
    pub fn new(began: DateTime, kiosk: Option<String>, visit: Visit) -> Self {
        let hour = began.with().minute(0).second(0).subsec_nanosecond(0).build();
        Self { began: hour.unwrap_or(began), kiosk, visit }
    }

    /// The line that tells of it, without its end.
    ///
    /// # Errors
    /// Not reached: all of it can be told.
    pub fn to_line(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    /// What a line of any bytes tells of; nothing if it is blank.
    ///
    /// # Errors
    /// It is cut short, or tells of something else.
    pub fn from_bytes(line: &[u8]) -> Result<Option<Self>, RecordError> {
        match std::str::from_utf8(line) {
            Ok(text) if text.trim().is_empty() => Ok(None),
            Ok(text) => Self::from_line(text).map(Some),
            Err(_) => Err(RecordError("it is no text in UTF-8".to_owned())),
        }
    }

    /// What a line tells of.
    ///
    /// # Errors
    /// It is cut short, or tells of something else.
    pub fn from_line(line: &str) -> Result<Self, RecordError> {
        // A file system may leave zeros where the power went before the text was on the disk.
        let line = line.trim_start_matches('\0').trim();
        if line.is_empty() {
            return Err(RecordError("it is empty but for zero bytes, as after a power cut".into()));
        }
        if !line.starts_with('{') {
            let start: String = line.chars().take(20).collect();
            return Err(RecordError(format!("it begins with {{, found {start:?}")));
        }
        let Line { began, kiosk, seconds, chapters, guesses } = serde_json::from_str(line)
            .map_err(|error| {
                if error.is_eof() {
                    return RecordError("the line is cut short, as after a power cut".to_owned());
                }
                // Its only line is known by another number.
                let problem = error.to_string().replace(" at line 1 column ", ", column ");
                RecordError(told(&problem, VISIT_PROBLEM_CHARACTERS))
            })?;
        let Answers { right, asked } = guesses;
        if right > asked {
            return Err(RecordError(format!("guesses: {right} right ones of {asked}")));
        }
        Ok(Self { began, kiosk, visit: Visit { seconds, chapters, guesses } })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn record() -> Record {
        let reached = |chapter: &str, steps| Reached { chapter: chapter.to_owned(), steps };
        let visit = Visit {
            seconds: 184,
            chapters: vec![reached("guess-barcode", 12), reached("histogram", 3)],
            guesses: Answers { right: 4, asked: 6 },
        };
        Record::new(jiff::civil::date(2026, 11, 24).at(14, 31, 7, 5), None, visit)
    }

    #[test]
    fn a_line_tells_the_hour_and_nothing_more_exact() {
        let line = record().to_line().expect("a line");
        let expected = r#"{"began":"2026-11-24T14","seconds":184,"chapters":[{"chapter":"guess-barcode","steps":12},{"chapter":"histogram","steps":3}],"guesses":{"right":4,"asked":6}}"#;
        assert_eq!(line, expected);
        assert_eq!(Record::from_line(&line), Ok(record()));
    }

    #[test]
    fn lines_that_tell_of_no_visit_say_why() {
        let line = record().to_line().expect("a line");
        for (found, replaced, expected) in [
            ("2026-11-24T14", "2026-11-31T14", "began: expected a day and an hour such as"),
            ("2026-11-24T14", "yesterday", "began: expected a day and an hour such as"),
            ("\"2026-11-24T14\"", "7", "2026-11-24T14, found 7"),
            ("184", "-1", "seconds: expected a whole number from 0 to 31622400, found -1"),
            ("184", "1e308", "from 0 to 31622400, found 1e+308"),
            ("184", "1e999", "number out of range"),
            ("184", "99999999999", "from 0 to 31622400, found 99999999999"),
            ("184", "\"\u{1b}[2J\"", "control character"),
            ("184", "\"\\u001b[2J\"", "found \"\\u{1b}[2J\""),
            ("184", "[[1]]", "found a list"),
            ("184", "1,\"seconds\":2", "duplicate field `seconds`"),
            ("184", "1,\"\u{200e}\":2,\"seconds\":2", "duplicate field `seconds`"),
            ("\"right\":4", "\"right\":7", "guesses: 7 right ones of 6"),
            ("\"right\":4", "\"right\":true", "guesses.right: expected a whole number"),
            ("\"steps\":3", "\"steps\":-3", "chapters.steps: expected a whole number"),
            ("\"histogram\"", "null", "chapters.chapter: expected a text of at most 100"),
            ("\"seconds\":184,", "", "missing field `seconds`"),
            ("\"seconds\"", "\"kiosk\":7,\"seconds\"", "kiosk: expected a text of at most 60"),
        ] {
            let bad = line.replace(found, replaced);
            assert_ne!(bad, line);
            let error = Record::from_line(&bad).expect_err(&bad).to_string();
            assert!(error.starts_with("expected a visit: ") && error.contains(expected), "{error}");
            assert!(
                !error.contains("u64") && !error.contains(learning::text::is_control),
                "{error}"
            );
        }
    }

    #[test]
    fn what_is_told_of_a_long_value_is_short_and_says_where_it_is() {
        let long = format!("\"{}\"", "\u{200e}x".repeat(10_000));
        for field in ["chapters", "guesses", "chapters\":[{\"chapter", "guesses\":{\"right"] {
            let line = format!("{{\"began\":\"2026-11-24T14\",\"seconds\":1,\"{field}\":{long}");
            let error = Record::from_line(&line).expect_err(field).to_string();
            assert!(error.chars().count() <= 300 && !error.contains('\u{200e}'), "{error}");
            assert!(error.contains(", column ") || error.contains("cut short"), "{error}");
        }
    }

    #[test]
    fn the_name_of_the_kiosk_stands_in_the_line() {
        let named = Record { kiosk: Some("Hall 2".to_owned()), ..record() };
        let line = named.to_line().expect("a line");
        let began = r#"{"began":"2026-11-24T14","kiosk":"Hall 2","seconds":184,"#;
        assert!(line.starts_with(began), "{line}");
        assert_eq!(Record::from_line(&line), Ok(named));
    }

    #[test]
    fn other_lines_are_told_apart() {
        let line = record().to_line().expect("a line");
        for (bytes, expected) in [
            (&b"\xff\xfe{}"[..], "no text in UTF-8"),
            (b"\0\0\0", "empty but for zero bytes"),
            (b"[1, 2]", "begins with {, found \"[1, 2]\""),
            (b"\x1b[31m", "begins with {, found \"\\u{1b}[31m\""),
            (b"{}", "missing field"),
            (&line.as_bytes()[..60], "cut short, as after a power cut"),
        ] {
            let error = Record::from_bytes(bytes).expect_err("no visit").to_string();
            assert!(error.contains(expected), "{error}");
        }
        for blank in [&b""[..], b"  ", b"\r"] {
            assert_eq!(Record::from_bytes(blank), Ok(None));
        }
        for whole in [format!("{line}\r"), format!("\0\0{line}"), format!("  {line}")] {
            assert_eq!(Record::from_bytes(whole.as_bytes()), Ok(Some(record())));
        }
        let later = line.replacen('{', "{\"later\":{\"more\":[1]},", 1);
        assert_eq!(Record::from_line(&later), Ok(record()), "a field of a later version");
    }

    #[test]
    fn deep_nesting_is_an_error_and_no_overflow() {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let deep = format!("{}{}", open.repeat(20_000), close.repeat(20_000));
            for bad in [
                record().to_line().expect("a line").replace("184", &deep),
                format!("{{\"later\":{deep}}}"),
                format!("{{\"chapters\":{deep}}}"),
                deep.clone(),
            ] {
                assert!(Record::from_line(&bad).is_err());
            }
        }
    }

    proptest! {
        #[test]
        fn a_torn_line_is_never_taken_for_a_whole_one(cut in 0usize..150) {
            let line = record().to_line().expect("a line");
            prop_assert!(Record::from_line(&line[..cut.min(line.len() - 1)]).is_err());
        }

        #[test]
        fn no_bytes_make_it_panic(bytes: Vec<u8>) {
            let _ = Record::from_bytes(&bytes);
        }

        #[test]
        fn no_change_of_a_byte_makes_it_panic(at in 0usize..150, byte: u8) {
            let mut line = record().to_line().expect("a line").into_bytes();
            let at = at % line.len();
            line[at] = byte;
            if let Ok(Some(changed)) = Record::from_bytes(&line) {
                let again = changed.to_line().expect("a line");
                prop_assert_eq!(Record::from_line(&again), Ok(changed));
            }
        }
    }
}
