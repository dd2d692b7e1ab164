//! The file of visits: a line each, a new file each month. Old files are kept for a while.

pub(super) mod aside;

use std::cmp::Ordering;
use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use bevy::prelude::*;
use jiff::civil::DateTime;

use aside::{Aside, FilesAside, Month};
use content::limits::{VISITS_CLOCK_MONTHS, VISITS_FIRST_YEAR};
use exhibit::visits::record::Record;

/// The number of bytes that are searched for the month of a file.
const START: u64 = 1 << 16;

/// The current file of visits, and the archived files.
#[derive(Clone, Debug)]
pub struct Book {
    path: PathBuf,
    keep_months: u32,
    max_bytes: u64,
}

impl Book {
    /// A file, which need not exist yet. Files of this many months are kept, and no file gets larger than
    /// the limit.
    #[must_use]
    pub fn new(path: PathBuf, keep_months: u32, max_bytes: u64) -> Self {
        Self { path, keep_months, max_bytes }
    }

    /// Adds a line and syncs it to the disk. A torn last line, from a power failure during a write, is
    /// ended first.
    ///
    /// # Errors
    /// It cannot be written; the file is then unchanged.
    pub fn append(&mut self, record: &Record) -> Result<()> {
        self.try_to_append(record).with_context(|| self.path.display().to_string())
    }

    fn try_to_append(&self, record: &Record) -> Result<()> {
        if let Some(folder) = self.path.parent().filter(|folder| *folder != Path::new("")) {
            fs::create_dir_all(folder)?;
        }
        let mut line = record.to_line()?;
        line.push('\n');
        self.put_aside(month(record.began), line.len() as u64)?;
        let mut file = OpenOptions::new().append(true).read(true).create(true).open(&self.path)?;
        let about = file.metadata()?;
        if about.is_file() && is_torn(&mut file, about.len())? {
            line.insert(0, '\n');
        }
        // One call: whatever happens, no other line gets into this one.
        let written = file.write_all(line.as_bytes()).and_then(|()| file.flush());
        let written =
            written.and_then(|()| if about.is_file() { file.sync_data() } else { Ok(()) });
        if written.is_err() && about.is_file() {
            // Part of the line may have been written. If it cannot be removed, it stays as a torn line.
            let _ = file.set_len(about.len());
        }
        Ok(written?)
    }

    /// Archives the file if it is from another month, or would get too large.
    fn put_aside(&self, now: Month, more: u64) -> Result<()> {
        let Ok(about) = fs::metadata(&self.path) else { return Ok(()) };
        if !about.is_file() || about.len() == 0 {
            return Ok(());
        }
        let of = month_of(&self.path)?.unwrap_or(now);
        // A clock that has been set back by decades is no reason to begin a file. But a file that was begun
        // when the clock was ahead must not take all visits until then.
        let is_over = if is_plausible(now) { of != now } else { of < now };
        if !is_over && about.len() + more <= self.max_bytes {
            return Ok(());
        }
        let files = Aside::new(&self.path);
        let aside = files.free_path(of)?;
        fs::rename(&self.path, &aside)?;
        let why = match of.cmp(&now) {
            _ if !is_over => "it is full",
            Ordering::Greater => "it was begun in a future month",
            _ => "its month is over",
        };
        info!("use counts: {} is put aside as {}: {why}", self.path.display(), aside.display());
        self.forget_the_oldest(&files, of, now);
        Ok(())
    }

    /// Removes files that are older than the months that are kept. Writing the waiting visit matters more
    /// than removing old files, so failures are logged and change nothing.
    fn forget_the_oldest(&self, files: &Aside, of: Month, now: Month) {
        let found = match files.find() {
            Ok(found) => FilesAside::new(found, now, self.keep_months),
            Err(error) => {
                return warn!("use counts: no old file is removed: {}: {error}", files.folder());
            }
        };
        if is_plausible(now) {
            for path in &found.in_the_future {
                warn!(
                    "use counts: {} is of a future month; it is kept, and not counted",
                    path.display()
                );
            }
        }
        let months = now.since(of);
        if !is_plausible(now) || months > VISITS_CLOCK_MONTHS {
            if !found.too_old.is_empty() {
                warn!(
                    "use counts: no old file is removed this time: is the clock right? It says {now}, \
                     and the last visits were in {of}"
                );
            }
            return;
        }
        for path in &found.too_old {
            self.remove(path);
        }
    }

    fn remove(&self, path: &Path) {
        let (name, keep) = (path.display(), self.keep_months);
        let (months, are) = if keep == 1 { ("month", "is") } else { ("months", "are") };
        match fs::remove_file(path) {
            Ok(()) => {
                info!(
                    "use counts: {name} is removed: {keep} later {months} with visits {are} kept"
                );
            }
            Err(error) => warn!("use counts: {name} cannot be removed: {error}"),
        }
    }
}

/// No visit is older than this program; a clock without a battery starts earlier.
fn is_plausible(month: Month) -> bool {
    month.year >= VISITS_FIRST_YEAR
}

fn month(when: DateTime) -> Month {
    Month { year: when.year(), month: when.month() }
}

/// The month of the first visit in a file.
fn month_of(path: &Path) -> Result<Option<Month>> {
    let start = BufReader::new(File::open(path)?.take(START));
    let mut lines = start.split(b'\n').filter_map(Result::ok);
    Ok(lines.find_map(|line| Some(month(Record::from_bytes(&line).ok()??.began))))
}

fn is_torn(file: &mut File, length: u64) -> Result<bool> {
    if length == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.seek(SeekFrom::Start(length - 1))?;
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use bevy::log::{tracing, tracing_subscriber};
    use exhibit::visits::record::Visit;
    use jiff::civil::date;
    use std::sync::{Arc, Mutex};

    pub fn record(month: i8, seconds: u64) -> Record {
        in_year(2026, month, seconds)
    }

    fn in_year(year: i16, month: i8, seconds: u64) -> Record {
        let visit = Visit { seconds, ..Visit::default() };
        Record::new(date(year, month, 24).at(14, 0, 0, 0), None, visit)
    }

    fn book(folder: &tempfile::TempDir) -> Book {
        Book::new(folder.path().join("of/visits.jsonl"), 3, 1 << 16)
    }

    /// The log messages of an action, as a user sees them.
    pub fn logged(act: impl FnOnce()) -> String {
        let said = Said::default();
        let written = said.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_env_filter(crate::cli::LOG_FILTER)
            .with_ansi(false)
            .with_writer(move || written.clone())
            .finish();
        tracing::subscriber::with_default(subscriber, act);
        let bytes = said.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }

    #[derive(Clone, Default)]
    struct Said(Arc<Mutex<Vec<u8>>>);

    impl Write for Said {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn names(book: &Book) -> Vec<String> {
        let entries = fs::read_dir(book.path.parent().unwrap()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_torn_line_is_ended_and_the_next_one_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = book(&folder);
        book.append(&record(11, 1)).unwrap();
        let whole = fs::read_to_string(&book.path).unwrap();
        for cut in 1..whole.len() {
            fs::write(&book.path, format!("{whole}{}", &whole[..cut])).unwrap();
            book.append(&record(11, 2)).unwrap();
            let text = fs::read_to_string(&book.path).unwrap();
            let seconds: Vec<_> = text
                .lines()
                .filter_map(|line| Some(Record::from_line(line).ok()?.visit.seconds))
                .collect();
            // Only the line end may be missing: then nothing is lost.
            let expected = if cut == whole.len() - 1 { &[1, 1, 2][..] } else { &[1, 2] };
            assert_eq!(seconds, expected, "{text}");
            assert!(text.ends_with('\n'));
        }
    }

    #[test]
    fn each_month_has_its_file_and_the_oldest_go() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = book(&folder);
        fs::create_dir(book.path.parent().unwrap()).unwrap();
        let others = ["visits-2020-01-notes.jsonl", "visits-2020-1.jsonl", "visits-2020-13.jsonl"];
        for other in others {
            fs::write(book.path.with_file_name(other), "kept").unwrap();
        }
        for month in 1..=6 {
            book.append(&record(month, 1)).unwrap();
            book.append(&record(month, 2)).unwrap();
        }
        let expected = ["visits-2026-03.jsonl", "visits-2026-04.jsonl", "visits-2026-05.jsonl"];
        let mut expected = [&others[..], &expected, &["visits.jsonl"]].concat();
        expected.sort_unstable();
        assert_eq!(names(&book), expected);
        let april = fs::read_to_string(book.path.with_file_name("visits-2026-04.jsonl")).unwrap();
        assert_eq!(
            april,
            "\
{\"began\":\"2026-04-24T14\",\"seconds\":1,\"chapters\":[],\"guesses\":{\"right\":0,\"asked\":0}}\n\
{\"began\":\"2026-04-24T14\",\"seconds\":2,\"chapters\":[],\"guesses\":{\"right\":0,\"asked\":0}}\n"
        );
    }

    #[test]
    fn no_file_gets_too_large_and_nothing_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = Book { max_bytes: 500, ..book(&folder) };
        for seconds in 0..40 {
            book.append(&record(11, seconds)).unwrap();
        }
        assert!(names(&book).contains(&"visits-2026-11-2.jsonl".to_owned()), "{:?}", names(&book));
        let mut all = Vec::new();
        for name in names(&book) {
            let text = fs::read_to_string(book.path.with_file_name(&name)).unwrap();
            assert!(text.len() <= 500, "{name}");
            all.extend(text.lines().map(|line| Record::from_line(line).unwrap().visit.seconds));
        }
        all.sort_unstable();
        assert_eq!(all, (0..40).collect::<Vec<_>>());
    }

    #[test]
    fn a_year_of_use_stays_small() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = book(&folder);
        for year in 2026..2028 {
            for month in 1..=12 {
                book.append(&in_year(year, month, 60)).unwrap();
            }
        }
        assert_eq!(names(&book).len(), 4, "three months, and the one that goes on");
    }

    #[test]
    fn a_clock_that_is_wrong_takes_nothing_away() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = book(&folder);
        book.append(&record(10, 1)).unwrap();
        book.append(&record(11, 2)).unwrap();
        book.append(&in_year(1970, 1, 3)).unwrap();
        assert_eq!(names(&book), ["visits-2026-10.jsonl", "visits.jsonl"]);
        book.append(&in_year(2099, 1, 4)).unwrap();
        assert_eq!(names(&book), ["visits-2026-10.jsonl", "visits-2026-11.jsonl", "visits.jsonl"]);
    }

    #[test]
    fn an_invalid_line_does_not_stop_the_writing() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = book(&folder);
        fs::create_dir(book.path.parent().unwrap()).unwrap();
        fs::write(&book.path, b"\xff\xfe nonsense").unwrap();
        book.append(&record(11, 1)).unwrap();
        let bytes = fs::read(&book.path).unwrap();
        let line = bytes.split(|&byte| byte == b'\n').nth(1).unwrap();
        assert_eq!(Record::from_line(std::str::from_utf8(line).unwrap()), Ok(record(11, 1)));
    }

    #[test]
    fn a_file_of_a_month_to_come_takes_no_place_and_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = Book { keep_months: 1, ..book(&folder) };
        fs::create_dir(book.path.parent().unwrap()).unwrap();
        let future = book.path.with_file_name("visits-2090-01.jsonl");
        fs::write(&future, "kept").unwrap();
        book.append(&record(9, 1)).unwrap();
        let said = logged(|| book.append(&record(10, 2)).unwrap());
        assert_eq!(names(&book), ["visits-2026-09.jsonl", "visits-2090-01.jsonl", "visits.jsonl"]);
        let expected = "visits-2090-01.jsonl is of a future month";
        assert!(said.contains("WARN") && said.contains(expected), "{said}");
        assert!(said.contains("visits.jsonl is put aside as ") && !said.contains("removed"));
        let said = logged(|| book.append(&record(11, 3)).unwrap());
        assert_eq!(names(&book), ["visits-2026-10.jsonl", "visits-2090-01.jsonl", "visits.jsonl"]);
        let expected = "visits-2026-09.jsonl is removed: 1 later month with visits is kept";
        assert!(said.contains("INFO") && said.contains(expected), "{said}");
    }

    #[test]
    fn a_file_begun_in_a_month_to_come_is_put_aside_by_the_next_plausible_visit() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = book(&folder);
        book.append(&in_year(2090, 1, 1)).unwrap();
        book.append(&in_year(1970, 1, 2)).unwrap();
        assert_eq!(names(&book), ["visits.jsonl"], "a clock that says 1970 knows no better");
        let said = logged(|| book.append(&record(11, 3)).unwrap());
        assert!(said.contains("begun in a future month"), "{said}");
        book.append(&record(12, 4)).unwrap();
        let expected = ["visits-2026-11.jsonl", "visits-2090-01.jsonl", "visits.jsonl"];
        assert_eq!(names(&book), expected);
        // All of it still exists.
        let all: Vec<_> = names(&book)
            .iter()
            .map(|name| fs::read_to_string(book.path.with_file_name(name)).unwrap().lines().count())
            .collect();
        assert_eq!(all, [1, 2, 1]);
    }

    #[test]
    fn a_clock_that_is_years_ahead_removes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = Book { keep_months: 1, ..book(&folder) };
        book.append(&record(10, 1)).unwrap();
        book.append(&record(11, 2)).unwrap();
        let said = logged(|| book.append(&in_year(2090, 1, 3)).unwrap());
        assert_eq!(names(&book), ["visits-2026-10.jsonl", "visits-2026-11.jsonl", "visits.jsonl"]);
        let expected = "It says 2090-01, and the last visits were in 2026-11";
        assert!(said.contains("WARN") && said.contains(expected), "{said}");
        // A jump of a year is accepted, and so are visits after the clock is right again.
        book.append(&record(12, 4)).unwrap();
        let expected = ["visits-2026-11.jsonl", "visits-2090-01.jsonl", "visits.jsonl"];
        assert_eq!(names(&book), expected);
        book.append(&in_year(2027, 12, 5)).unwrap();
        let expected = ["visits-2026-12.jsonl", "visits-2090-01.jsonl", "visits.jsonl"];
        assert_eq!(names(&book), expected);
    }

    #[test]
    fn files_that_cannot_be_removed_stay_and_the_visit_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = Book { keep_months: 1, ..book(&folder) };
        let old = book.path.with_file_name("visits-2026-01.jsonl");
        fs::create_dir_all(old.join("inside")).unwrap();
        for month in 9..=11 {
            book.append(&record(month, 1)).unwrap();
        }
        let expected = ["visits-2026-01.jsonl", "visits-2026-10.jsonl", "visits.jsonl"];
        assert_eq!(names(&book), expected);
        let said = logged(|| book.remove(&old));
        assert!(said.contains("visits-2026-01.jsonl cannot be removed: "), "{said}");
        assert!(old.join("inside").exists());
    }
}
