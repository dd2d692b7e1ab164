//! Visits: any bytes are read as a file of visits, summed up and printed.
//!
//! Checks: nothing panics; each visit is read back as it was written; the sum loses no visit; every
//! message is short and printable.

#![no_main]

use content::limits;
use exhibit::visits::lines::{self, Found};
use exhibit::visits::record::Record;
use exhibit::visits::summary::{Sum, Summary};
use jiff::civil::date;
use learning_machine::cli::stats::report;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let mut sum = Sum::new(date(2026, 11, 24));
    let (mut last, mut added) = (0, 0);
    let count = lines::read(input, |number, found| {
        assert!(number > last);
        last = number;
        match found {
            Found::Visit(record) => {
                check_record(&record);
                added += usize::from(sum.add(&record));
            }
            Found::Bad(why) => check_message(&why),
        }
    });
    let count = count.expect("bytes can be read");
    assert_eq!(count.bytes, input.len() as u64);
    assert!(count.visits + count.bad <= input.split(|&byte| byte == b'\n').count());
    let summary = sum.finish();
    assert_eq!((summary.visits, summary.in_the_future), (added, count.visits - added));
    check_summary(&summary);
});

fn check_message(text: &str) {
    assert!(text.chars().count() <= 300, "{} bytes: {text}", text.len());
    assert!(!text.contains(learning::text::is_control), "{text:?}");
}

fn check_record(record: &Record) {
    let visit = &record.visit;
    assert!(visit.seconds <= limits::VISIT_SECONDS && visit.guesses.right <= visit.guesses.asked);
    let line = record.to_line().expect("a visit can be written");
    assert!(!line.contains('\n'));
    assert_eq!(Record::from_line(&line).as_ref(), Ok(record), "{line}");
}

fn check_summary(summary: &Summary) {
    let by_day: usize = summary.by_day.values().sum();
    let sums = [summary.by_hour.iter().sum(), summary.by_weekday.iter().sum(), by_day];
    assert_eq!(sums, [summary.visits; 3]);
    assert_eq!(summary.kiosks.values().sum::<usize>(), summary.visits);
    assert!(summary.kiosks.len() <= limits::VISIT_NAMES + 1);
    assert!(summary.chapters.len() <= limits::VISIT_NAMES + 1);
    assert!(summary.chapters.iter().all(|chapter| chapter.visits <= summary.visits));
    assert!(summary.guesses.right <= summary.guesses.asked);
    for seconds in [summary.median_seconds, summary.mean_seconds] {
        assert!((0.0..=limits::VISIT_SECONDS as f64).contains(&seconds), "{seconds}");
    }
    if summary.visits > 0 {
        let mut page = Vec::new();
        report::print(summary, &mut page).expect("memory can be written to");
        let page = String::from_utf8(page).expect("a page of text");
        assert!(page.lines().all(|line| line.chars().count() <= 300), "{page}");
        assert!(!page.contains(|c: char| c != '\n' && learning::text::is_control(c)), "{page:?}");
    }
}
