//! What many visits come to.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::record::{Answers, Record};
use crate::chapter;

/// Many visits, summed up.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Summary {
    /// How many there were.
    pub visits: usize,
    /// The first day and the last.
    pub days: Option<[Date; 2]>,
    /// How long half of them were at the most, in seconds.
    pub median_seconds: f64,
    /// How long they were on average, in seconds.
    pub mean_seconds: f64,
    /// All guesses.
    pub guesses: Answers,
    /// The chapters that were shown, in the order of the exhibit, and then others.
    pub chapters: Vec<ChapterSummary>,
    /// How many began in each hour of the day, from midnight on.
    pub by_hour: [usize; 24],
    /// How many began on each day of the week, from Monday on.
    pub by_weekday: [usize; 7],
    /// How many began on each day on which there were any.
    pub by_day: BTreeMap<Date, usize>,
}

/// What one chapter had of the visits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChapterSummary {
    /// Its id.
    pub chapter: String,
    /// How many visits came to it.
    pub visits: usize,
    /// How many of its training steps were shown in all.
    pub steps: u64,
}

impl Summary {
    /// Sums visits up.
    #[must_use]
    pub fn of(records: &[Record]) -> Self {
        let mut summary = Self { visits: records.len(), ..Self::default() };
        let mut chapters: BTreeMap<(usize, &str), (usize, u64)> = BTreeMap::new();
        for Record { began, visit } in records {
            summary.by_hour[usize::from(began.hour().unsigned_abs()) % 24] += 1;
            let weekday = began.weekday().to_monday_zero_offset();
            summary.by_weekday[usize::from(weekday.unsigned_abs()) % 7] += 1;
            *summary.by_day.entry(began.date()).or_default() += 1;
            summary.guesses.right = summary.guesses.right.saturating_add(visit.guesses.right);
            summary.guesses.asked = summary.guesses.asked.saturating_add(visit.guesses.asked);
            for reached in &visit.chapters {
                let place = chapter::find(&reached.chapter).unwrap_or(usize::MAX);
                let (visits, steps) = chapters.entry((place, &reached.chapter)).or_default();
                (*visits, *steps) = (*visits + 1, steps.saturating_add(reached.steps));
            }
        }
        summary.chapters = chapters
            .into_iter()
            .map(|((_, id), (visits, steps))| ChapterSummary {
                chapter: id.to_owned(),
                visits,
                steps,
            })
            .collect();
        let first_and_last = summary.by_day.keys().next().zip(summary.by_day.keys().next_back());
        summary.days = first_and_last.map(|(&first, &last)| [first, last]);
        let mut seconds: Vec<f64> =
            records.iter().map(|record| record.visit.seconds as f64).collect();
        seconds.sort_by(f64::total_cmp);
        if let Some(last) = seconds.len().checked_sub(1) {
            summary.median_seconds = f64::midpoint(seconds[last / 2], seconds[last.div_ceil(2)]);
            summary.mean_seconds = seconds.iter().sum::<f64>() / seconds.len() as f64;
        }
        summary
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::visits::record::{Reached, Visit};
    use jiff::civil::date;

    fn record(day: i8, hour: i8, seconds: u64, chapters: &[&str]) -> Record {
        let reached = |id: &&str| Reached { chapter: (*id).to_owned(), steps: seconds / 10 };
        let visit = Visit {
            seconds,
            chapters: chapters.iter().map(reached).collect(),
            guesses: Answers { right: 1, asked: 2 },
        };
        Record::new(date(2026, 11, day).at(hour, 59, 59, 0), visit)
    }

    #[test]
    fn visits_are_summed_up() {
        let summary = Summary::of(&[
            record(24, 14, 100, &["histogram", "guess-barcode"]),
            record(23, 9, 20, &["guess-barcode"]),
            record(24, 14, 60, &["elsewhere", "guess-barcode"]),
            record(29, 0, 400, &[]),
        ]);
        assert_eq!(
            (summary.visits, summary.median_seconds, summary.mean_seconds),
            (4, 80.0, 145.0)
        );
        assert_eq!(summary.days, Some([date(2026, 11, 23), date(2026, 11, 29)]));
        assert_eq!(summary.guesses, Answers { right: 4, asked: 8 });
        let chapters: Vec<_> =
            summary.chapters.iter().map(|c| (c.chapter.as_str(), c.visits, c.steps)).collect();
        let expected = [("guess-barcode", 3, 18), ("histogram", 1, 10), ("elsewhere", 1, 6)];
        assert_eq!(chapters, expected, "in the order of the exhibit");
        assert_eq!((summary.by_hour[14], summary.by_hour[9], summary.by_hour[0]), (2, 1, 1));
        // The 24th of November 2026 is a Tuesday, the 29th a Sunday.
        assert_eq!(summary.by_weekday, [1, 2, 0, 0, 0, 0, 1]);
        assert_eq!(summary.by_day.values().copied().collect::<Vec<_>>(), [1, 2, 1]);
    }

    #[test]
    fn no_visits_come_to_nothing() {
        assert_eq!(Summary::of(&[]), Summary::default());
    }
}
