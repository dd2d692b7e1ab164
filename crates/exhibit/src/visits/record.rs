//! The record of a visit: a line of JSON.

mod fields;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use content::limits::VISIT_PROBLEM_CHARACTERS;
use content::printable::told;

/// The format of a day and an hour.
const HOUR: &str = "%Y-%m-%dT%H";

/// Everything that is known about a visit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Visit {
    /// The length of the visit in seconds.
    pub seconds: u64,
    /// The chapters that were shown, in the order in which each was shown first.
    pub chapters: Vec<Reached>,
    /// The counts of guesses.
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
    /// How many of its training steps were shown. A step that was shown twice counts twice.
    #[serde(deserialize_with = "fields::steps")]
    pub steps: u64,
}

/// Counts of guesses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "guesses with their counts")]
pub struct Answers {
    /// How many guesses were right.
    #[serde(deserialize_with = "fields::right")]
    pub right: u64,
    /// How many guesses were made.
    #[serde(deserialize_with = "fields::asked")]
    pub asked: u64,
}

/// A line of the file of visits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    /// The day and the hour in which the visit began.
    #[serde(serialize_with = "fields::write_hour")]
    pub began: DateTime,
    /// The name of the kiosk, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kiosk: Option<String>,
    /// The visit.
    #[serde(flatten)]
    pub visit: Visit,
}

/// A line as it is read. Other fields are ignored, because a later version may write more.
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

/// The error about a line that holds no visit.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected a visit: {0}")]
pub struct RecordError(String);

impl Record {
    /// The record of a visit to a kiosk. Minutes and seconds of its beginning are dropped.
    #[must_use]
    pub fn new(began: DateTime, kiosk: Option<String>, visit: Visit) -> Self {
        let hour = began.with().minute(0).second(0).subsec_nanosecond(0).build();
        Self { began: hour.unwrap_or(began), kiosk, visit }
    }

    /// Returns the record as a line, without the line's end.
    ///
    /// # Errors
    /// Never: every record can be written.
    pub fn to_line(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    /// Reads a line of any bytes. Returns `None` for a blank line.
    ///
    /// # Errors
    /// The line is cut short, or holds something else.
    pub fn from_bytes(line: &[u8]) -> Result<Option<Self>, RecordError> {
        match std::str::from_utf8(line) {
            Ok(text) if text.trim().is_empty() => Ok(None),
            Ok(text) => Self::from_line(text).map(Some),
            Err(_) => Err(RecordError("the line is not text in UTF-8".to_owned())),
        }
    }

    /// Reads a line.
    ///
    /// # Errors
    /// The line is cut short, or holds something else.
    pub fn from_line(line: &str) -> Result<Self, RecordError> {
        // After a power cut, a file system may leave zero bytes where the text was to be.
        let line = line.trim_start_matches('\0').trim();
        if line.is_empty() {
            return Err(RecordError("the line has only zero bytes, as after a power cut".into()));
        }
        if !line.starts_with('{') {
            let start: String = line.chars().take(20).collect();
            return Err(RecordError(format!("the line must begin with {{, found {start:?}")));
        }
        let Line { began, kiosk, seconds, chapters, guesses } = serde_json::from_str(line)
            .map_err(|error| {
                if error.is_eof() {
                    return RecordError("the line is cut short, as after a power cut".to_owned());
                }
                // This parser sees a single line, so its line number is wrong for the file.
                let problem = error.to_string().replace(" at line 1 column ", ", column ");
                RecordError(told(&problem, VISIT_PROBLEM_CHARACTERS))
            })?;
        let Answers { right, asked } = guesses;
        if right > asked {
            return Err(RecordError(format!(
                "guesses: expected at most {asked} right, found {right}"
            )));
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
    fn a_line_holds_the_hour_and_no_exact_time() {
        let line = record().to_line().expect("a line");
        let expected = r#"{"began":"2026-11-24T14","seconds":184,"chapters":[{"chapter":"guess-barcode","steps":12},{"chapter":"histogram","steps":3}],"guesses":{"right":4,"asked":6}}"#;
        assert_eq!(line, expected);
        assert_eq!(Record::from_line(&line), Ok(record()));
    }

    #[test]
    fn errors_say_why_a_line_is_no_visit() {
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
            ("\"right\":4", "\"right\":7", "guesses: expected at most 6 right, found 7"),
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
    fn errors_about_long_values_are_short_and_say_where() {
        let long = format!("\"{}\"", "\u{200e}x".repeat(10_000));
        for field in ["chapters", "guesses", "chapters\":[{\"chapter", "guesses\":{\"right"] {
            let line = format!("{{\"began\":\"2026-11-24T14\",\"seconds\":1,\"{field}\":{long}");
            let error = Record::from_line(&line).expect_err(field).to_string();
            assert!(error.chars().count() <= 300 && !error.contains('\u{200e}'), "{error}");
            assert!(error.contains(", column ") || error.contains("cut short"), "{error}");
        }
    }

    #[test]
    fn a_line_holds_the_name_of_the_kiosk() {
        let named = Record { kiosk: Some("Hall 2".to_owned()), ..record() };
        let line = named.to_line().expect("a line");
        let began = r#"{"began":"2026-11-24T14","kiosk":"Hall 2","seconds":184,"#;
        assert!(line.starts_with(began), "{line}");
        assert_eq!(Record::from_line(&line), Ok(named));
    }

    #[test]
    fn other_lines_are_refused_skipped_or_repaired() {
        let line = record().to_line().expect("a line");
        for (bytes, expected) in [
            (&b"\xff\xfe{}"[..], "not text in UTF-8"),
            (b"\0\0\0", "has only zero bytes"),
            (b"[1, 2]", "must begin with {, found \"[1, 2]\""),
            (b"\x1b[31m", "must begin with {, found \"\\u{1b}[31m\""),
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
