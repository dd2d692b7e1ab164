//! A visit as it is written down: a line of JSON.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How a day and an hour are written.
const HOUR: &str = "%Y-%m-%dT%H";
/// The longest visit that a line may tell of, in seconds: a year. More is no visit.
const LONGEST: u64 = 366 * 24 * 3600;

/// What is known of a visit, all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// How long it was.
    pub seconds: u64,
    /// The chapters that were shown, in the order in which they were first.
    pub chapters: Vec<Reached>,
    /// The guesses.
    pub guesses: Answers,
}

/// A chapter that was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reached {
    /// Its id.
    pub chapter: String,
    /// How many training steps of it were shown; one that was gone to again counts again.
    pub steps: u64,
}

/// Guesses counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// Right ones.
    pub right: u64,
    /// All.
    pub asked: u64,
}

/// A line of the file of visits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The day and the hour of day in which it began.
    #[serde(with = "hour")]
    pub began: DateTime,
    /// The visit.
    #[serde(flatten)]
    pub visit: Visit,
}

/// A line that tells of no visit.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("expected a visit: {0}")]
pub struct RecordError(String);

impl Record {
    /// A visit that began then; minutes and seconds are forgotten.
    #[must_use]
    pub fn new(began: DateTime, visit: Visit) -> Self {
        let hour = began.with().minute(0).second(0).subsec_nanosecond(0).build();
        Self { began: hour.unwrap_or(began), visit }
    }

    /// The line that tells of it, without its end.
    ///
    /// # Errors
    /// Not reached: all of it can be told.
    pub fn to_line(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    /// What a line tells of.
    ///
    /// # Errors
    /// It is torn, or tells of something else.
    pub fn from_line(line: &str) -> Result<Self, RecordError> {
        let record: Self = serde_json::from_str(line).map_err(|error| {
            // Its only line is known by another number.
            RecordError(error.to_string().replace(" at line 1 column ", ", column "))
        })?;
        let Visit { seconds, guesses: Answers { right, asked }, .. } = record.visit;
        if right > asked {
            return Err(RecordError(format!("{right} right guesses of {asked}")));
        }
        if seconds > LONGEST {
            return Err(RecordError(format!(
                "it lasts at most {LONGEST} seconds, found {seconds}"
            )));
        }
        Ok(record)
    }
}

mod hour {
    use super::{DateTime, HOUR};
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::{Serialize, Serializer};

    pub fn serialize<S: Serializer>(hour: &DateTime, serializer: S) -> Result<S::Ok, S::Error> {
        hour.strftime(HOUR).to_string().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bad = || format!("expected a day and an hour such as 2026-11-24T14, found {text:?}");
        DateTime::strptime(HOUR, &text).map_err(|_| D::Error::custom(bad()))
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
        Record::new(jiff::civil::date(2026, 11, 24).at(14, 31, 7, 5), visit)
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
            ("2026-11-24T14", "2026-11-31T14", "expected a day and an hour such as"),
            ("2026-11-24T14", "yesterday", "expected a day and an hour such as"),
            ("184", "-1", "invalid value"),
            ("184", "99999999999", "at most 31622400 seconds, found 99999999999"),
            ("\"right\":4", "\"right\":7", "7 right guesses of 6"),
            ("\"seconds\":184,", "", "missing field `seconds`"),
        ] {
            let bad = line.replace(found, replaced);
            let error = Record::from_line(&bad).expect_err(&bad).to_string();
            assert!(error.starts_with("expected a visit: ") && error.contains(expected), "{error}");
        }
    }

    proptest! {
        #[test]
        fn a_torn_line_is_never_taken_for_a_whole_one(cut in 0usize..150) {
            let line = record().to_line().expect("a line");
            prop_assert!(Record::from_line(&line[..cut.min(line.len() - 1)]).is_err());
        }
    }
}
