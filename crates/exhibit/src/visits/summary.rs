//! The summary of many visits.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::record::{Answers, Record};
use crate::chapter;
use content::limits::VISIT_NAMES;

/// The name under which names beyond the limit are counted.
const OTHERS: &str = "…";

/// A summary of many visits.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Summary {
    /// How many visits there were.
    pub visits: usize,
    /// How many visits were left out, because they are of months in the future.
    pub in_the_future: usize,
    /// The first and the last day.
    pub days: Option<[Date; 2]>,
    /// The median length of a visit, in seconds.
    pub median_seconds: f64,
    /// The mean length of a visit, in seconds.
    pub mean_seconds: f64,
    /// The counts of all guesses.
    pub guesses: Answers,
    /// How many visits each kiosk had, by its name. Visits without a name count under the empty name.
    pub kiosks: BTreeMap<String, usize>,
    /// The chapters that were shown: first those of the exhibit in their order, then others.
    pub chapters: Vec<ChapterSummary>,
    /// How many visits began in each hour of the day, from midnight on.
    pub by_hour: [usize; 24],
    /// How many visits began on each day of the week, from Monday on.
    pub by_weekday: [usize; 7],
    /// How many visits began on each day that had any.
    pub by_day: BTreeMap<Date, usize>,
}

/// The visits of one chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChapterSummary {
    /// Its id.
    pub chapter: String,
    /// How many visits reached the chapter.
    pub visits: usize,
    /// How many of its training steps were shown in all.
    pub steps: u64,
}

/// A sum of visits, which grows visit by visit and can hold any number of them.
#[derive(Clone, Debug)]
pub struct Sum {
    today: Date,
    so_far: Summary,
    chapters: BTreeMap<(usize, String), (usize, u64)>,
    /// How many visits had each length, in seconds.
    lengths: BTreeMap<u64, usize>,
}

impl Sum {
    /// A sum of no visits. It leaves out visits of months after that of `today`.
    #[must_use]
    pub fn new(today: Date) -> Self {
        Self {
            today,
            so_far: Summary::default(),
            chapters: BTreeMap::new(),
            lengths: BTreeMap::new(),
        }
    }

    /// Adds a visit. Returns false if the visit was left out.
    pub fn add(&mut self, record: &Record) -> bool {
        let Record { began, kiosk, visit } = record;
        let month = |date: Date| (date.year(), date.month());
        let sum = &mut self.so_far;
        if month(began.date()) > month(self.today) {
            sum.in_the_future += 1;
            return false;
        }
        sum.visits += 1;
        sum.by_hour[usize::from(began.hour().unsigned_abs()) % 24] += 1;
        let weekday = began.weekday().to_monday_zero_offset();
        sum.by_weekday[usize::from(weekday.unsigned_abs()) % 7] += 1;
        *sum.by_day.entry(began.date()).or_default() += 1;
        *self.lengths.entry(visit.seconds).or_default() += 1;
        sum.guesses.right = sum.guesses.right.saturating_add(visit.guesses.right);
        sum.guesses.asked = sum.guesses.asked.saturating_add(visit.guesses.asked);
        let kiosk = kiosk.as_deref().unwrap_or_default();
        let is_known = sum.kiosks.len() < VISIT_NAMES || sum.kiosks.contains_key(kiosk);
        let kiosk = if is_known { kiosk } else { OTHERS };
        *sum.kiosks.entry(kiosk.to_owned()).or_default() += 1;
        for (index, reached) in visit.chapters.iter().enumerate() {
            let place = chapter::find_id(&reached.chapter).unwrap_or(usize::MAX);
            let mut key = (place, reached.chapter.clone());
            if self.chapters.len() >= VISIT_NAMES && !self.chapters.contains_key(&key) {
                key = (usize::MAX, OTHERS.to_owned());
            }
            let is_again =
                visit.chapters[..index].iter().any(|earlier| earlier.chapter == reached.chapter);
            let (visits, steps) = self.chapters.entry(key).or_default();
            // A visit counts once for each chapter, even if its line names a chapter twice.
            *visits += usize::from(!is_again);
            *steps = steps.saturating_add(reached.steps);
        }
        true
    }

    /// Returns the summary of all visits.
    #[must_use]
    pub fn finish(self) -> Summary {
        let Self { so_far: mut summary, chapters, lengths, .. } = self;
        let chapter = |((_, chapter), (visits, steps)): (_, (usize, u64))| ChapterSummary {
            chapter,
            visits,
            steps,
        };
        summary.chapters = chapters.into_iter().map(chapter).collect();
        let first_and_last = summary.by_day.keys().next().zip(summary.by_day.keys().next_back());
        summary.days = first_and_last.map(|(&first, &last)| [first, last]);
        if let Some(last) = summary.visits.checked_sub(1) {
            let middle = [last / 2, last.div_ceil(2)].map(|place| nth(&lengths, place));
            summary.median_seconds = f64::midpoint(middle[0], middle[1]);
            let all = lengths.iter().map(|(&seconds, &visits)| seconds as f64 * visits as f64);
            summary.mean_seconds = all.sum::<f64>() / summary.visits as f64;
        }
        summary
    }
}

/// The length of the visit at this place, with all visits in order of their lengths.
fn nth(lengths: &BTreeMap<u64, usize>, place: usize) -> f64 {
    let mut before = 0;
    let found = lengths.iter().find(|&(_, &visits)| {
        before += visits;
        before > place
    });
    found.map_or(0.0, |(&seconds, _)| seconds as f64)
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
        Record::new(date(2026, 11, day).at(hour, 59, 59, 0), None, visit)
    }

    fn summed(records: &[Record]) -> Summary {
        let mut sum = Sum::new(date(2026, 11, 30));
        for record in records {
            sum.add(record);
        }
        sum.finish()
    }

    #[test]
    fn visits_are_summed_up() {
        let summary = summed(&[
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
    fn no_visits_give_an_empty_summary() {
        assert_eq!(summed(&[]), Summary::default());
    }

    #[test]
    fn months_in_the_future_are_left_out_and_counted() {
        let mut sum = Sum::new(date(2026, 11, 24));
        let of = |year, month, day| {
            Record::new(date(year, month, day).at(9, 0, 0, 0), None, Visit::default())
        };
        let kept = [of(2026, 11, 30), of(2026, 10, 1), of(1970, 1, 1)];
        assert!(kept.iter().all(|record| sum.add(record)));
        let later = [of(2026, 12, 1), of(2090, 1, 1), of(9999, 12, 31)];
        assert!(later.iter().all(|record| !sum.add(record)));
        let summary = sum.finish();
        assert_eq!((summary.visits, summary.in_the_future), (3, 3));
        assert_eq!(summary.days, Some([date(1970, 1, 1), date(2026, 11, 30)]));
    }

    #[test]
    fn visits_are_counted_by_the_name_of_the_kiosk() {
        let named = |name: Option<&str>| {
            let mut record = record(24, 14, 10, &[]);
            record.kiosk = name.map(str::to_owned);
            record
        };
        let summary = summed(&[named(Some("B")), named(None), named(Some("A")), named(Some("B"))]);
        let kiosks: Vec<_> = summary.kiosks.iter().map(|(name, n)| (name.as_str(), *n)).collect();
        assert_eq!(kiosks, [("", 1), ("A", 1), ("B", 2)]);
    }

    #[test]
    fn no_number_and_no_count_of_names_is_too_large() {
        let mut sum = Sum::new(date(2026, 11, 30));
        for number in 0..2 * VISIT_NAMES {
            let mut record = record(24, 14, 10, &[]);
            record.kiosk = Some(format!("kiosk {number}"));
            record.visit.guesses = Answers { right: u64::MAX, asked: u64::MAX };
            let reached = Reached { chapter: format!("c {number}"), steps: u64::MAX };
            let same = Reached { chapter: "histogram".to_owned(), steps: u64::MAX };
            record.visit.chapters = vec![same.clone(), same, reached];
            sum.add(&record);
        }
        let summary = sum.finish();
        assert_eq!(summary.guesses, Answers { right: u64::MAX, asked: u64::MAX });
        assert_eq!((summary.kiosks.len(), summary.kiosks[OTHERS]), (VISIT_NAMES + 1, VISIT_NAMES));
        let [first, .., last] = &summary.chapters[..] else { panic!("many") };
        assert_eq!((first.visits, first.steps), (2 * VISIT_NAMES, u64::MAX), "once a visit");
        assert_eq!(summary.chapters.len(), VISIT_NAMES + 1);
        assert!(summary.chapters.iter().any(|other| other.chapter == OTHERS));
        assert_eq!(last.steps, u64::MAX);
    }
}
