//! The file of visits: a line each, a new file each month, and the old ones kept for a while.

use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use jiff::civil::DateTime;

use crate::visits::record::Record;

/// A year and a month.
type Month = (i16, i8);

/// So much of a file is looked through for the month that it is of.
const START: u64 = 1 << 16;
/// Where a name is taken, this many others are tried.
const NAMES: u32 = 10_000;

/// The file that visits are written to, and those that have been put aside.
#[derive(Clone, Debug)]
pub struct Book {
    path: PathBuf,
    keep_months: u32,
    max_bytes: u64,
}

impl Book {
    /// A file, which need not be there yet. Those of so many months are kept, and none gets larger.
    #[must_use]
    pub fn new(path: PathBuf, keep_months: u32, max_bytes: u64) -> Self {
        Self { path, keep_months, max_bytes }
    }

    /// Adds a line and sees to it that it is on the disk. A line that was torn, when the power went
    /// in the midst of it, is ended first.
    ///
    /// # Errors
    /// It cannot be written; the file is then as it was.
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
        // In one call: whatever happens, no other line gets into this one.
        let written = file.write_all(line.as_bytes()).and_then(|()| file.flush());
        let written =
            written.and_then(|()| if about.is_file() { file.sync_data() } else { Ok(()) });
        if written.is_err() && about.is_file() {
            // Half a line may have found room. If it cannot be taken back, it is a torn one.
            let _ = file.set_len(about.len());
        }
        Ok(written?)
    }

    /// Puts the file aside if it is of another month, or would get too large.
    fn put_aside(&self, now: Month, more: u64) -> Result<()> {
        let Ok(about) = fs::metadata(&self.path) else { return Ok(()) };
        if !about.is_file() || about.len() == 0 {
            return Ok(());
        }
        let of = month_of(&self.path)?.unwrap_or(now);
        // A clock that has been put back is no reason to begin a file.
        if of >= now && about.len() + more <= self.max_bytes {
            return Ok(());
        }
        let free = (1..NAMES).map(|count| self.aside(of, count)).find(|path| !path.exists());
        let aside = free.context("expected a free name to put the file aside")?;
        fs::rename(&self.path, aside)?;
        self.forget_the_oldest()
    }

    /// `visits.jsonl` becomes `visits-2026-11.jsonl`, and then `visits-2026-11-2.jsonl`.
    fn aside(&self, (year, month): Month, count: u32) -> PathBuf {
        let nth = if count == 1 { String::new() } else { format!("-{count}") };
        let (stem, ending) = self.name();
        self.path.with_file_name(format!("{stem}-{year:04}-{month:02}{nth}{ending}"))
    }

    fn name(&self) -> (String, String) {
        let part = |part: Option<&std::ffi::OsStr>| {
            part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default()
        };
        let ending = part(self.path.extension());
        let dot = if ending.is_empty() { "" } else { "." };
        (part(self.path.file_stem()), format!("{dot}{ending}"))
    }

    /// Counted in months that have files, not by the calendar: a clock that is wrong by years must
    /// not take all files away.
    fn forget_the_oldest(&self) -> Result<()> {
        let folder = match self.path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        let entries = fs::read_dir(folder)?.filter_map(Result::ok);
        let mut old: Vec<(Month, PathBuf)> = entries
            .filter_map(|entry| Some((self.month_in(entry.file_name().to_str()?)?, entry.path())))
            .collect();
        old.sort();
        let mut months: Vec<_> = old.iter().map(|(month, _)| *month).collect();
        months.dedup();
        let gone = months.len().saturating_sub(usize::try_from(self.keep_months)?);
        let Some(&first_kept) = months.get(gone) else { return Ok(()) };
        for (_, path) in old.into_iter().filter(|(month, _)| *month < first_kept) {
            fs::remove_file(path)?;
        }
        Ok(())
    }

    /// The month in the name of a file that this book has put aside.
    fn month_in(&self, name: &str) -> Option<Month> {
        let (stem, ending) = self.name();
        let middle = name.strip_prefix(&stem)?.strip_prefix('-')?.strip_suffix(&ending)?;
        let mut parts = middle.split('-');
        let (year, month) = (parts.next()?, parts.next()?);
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let is_ours = year.len() == 4 && month.len() == 2 && parts.next().is_none_or(is_number);
        let month = (year.parse().ok()?, month.parse().ok()?);
        (is_ours && parts.next().is_none() && (1..=12).contains(&month.1)).then_some(month)
    }
}

fn month(when: DateTime) -> Month {
    (when.year(), when.month())
}

/// The month of the first visit in a file.
fn month_of(path: &Path) -> Result<Option<Month>> {
    let start = BufReader::new(File::open(path)?.take(START));
    let mut lines = start.split(b'\n').filter_map(Result::ok);
    Ok(lines.find_map(|line| {
        let record = Record::from_line(std::str::from_utf8(&line).ok()?).ok()?;
        Some(month(record.began))
    }))
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
    use crate::visits::record::Visit;
    use jiff::civil::date;

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
            // Only its end may have been torn off: then nothing is lost.
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
    fn what_is_no_visit_is_no_reason_to_stop() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = book(&folder);
        fs::create_dir(book.path.parent().unwrap()).unwrap();
        fs::write(&book.path, b"\xff\xfe nonsense").unwrap();
        book.append(&record(11, 1)).unwrap();
        let bytes = fs::read(&book.path).unwrap();
        let line = bytes.split(|&byte| byte == b'\n').nth(1).unwrap();
        assert_eq!(Record::from_line(std::str::from_utf8(line).unwrap()), Ok(record(11, 1)));
    }
}
