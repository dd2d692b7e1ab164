//! Counts today's visits in the files.

use std::fs::{self, File};
use std::io::{self, BufReader, ErrorKind, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use jiff::civil::Date;

use super::Unwritten;
use super::book::aside::{Aside, Month};
use content::limits::VISITS_TODAY_BYTES;
use exhibit::kiosk::facts::Visits;
use exhibit::visits::lines::{self, Found};

/// Counts visits of a day.
pub struct Counter {
    path: PathBuf,
    unwritten: Unwritten,
}

impl Counter {
    pub(super) fn new(path: PathBuf, unwritten: Unwritten) -> Self {
        Self { path, unwritten }
    }

    /// The visits that began on this day, and those that wait to be written. Reads the newest files first,
    /// up to a limit.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn count(&self, today: Date) -> io::Result<Visits> {
        let waiting = self.unwritten.load(Ordering::Relaxed) as u64;
        let mut left = VISITS_TODAY_BYTES;
        let mut written = 0;
        for path in self.files(today)? {
            written += count_in(&path, today, &mut left)?;
        }
        Ok(Visits::Counted { written, waiting })
    }

    /// The current file, and then the archived files of this month.
    fn files(&self, today: Date) -> io::Result<Vec<PathBuf>> {
        let month = Month { year: today.year(), month: today.month() };
        let found = match Aside::new(&self.path).find() {
            Ok(found) => found,
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        let of_month = found.into_iter().filter(|&(of, _)| of == month).map(|(_, path)| path);
        let mut files: Vec<_> = of_month.collect();
        // `visits-2026-11-10.jsonl` is newer than `visits-2026-11-2.jsonl`, but sorts before it by name.
        files.sort_by_key(|path| path.as_os_str().len());
        files.push(self.path.clone());
        files.reverse();
        Ok(files)
    }
}

/// Visits of a day in a file. Reads the last bytes of the file, as many as the limit still allows.
fn count_in(path: &Path, today: Date, left: &mut u64) -> io::Result<u64> {
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(0),
        Err(error) => return Err(error),
    };
    // Opening a pipe would wait for a writer.
    if !about.is_file() {
        return Err(io::Error::other("it is no file"));
    }
    let mut file = File::open(path)?;
    let length = about.len().min(*left);
    file.seek(SeekFrom::Start(about.len() - length))?;
    *left -= length;
    let mut visits = 0;
    lines::read(BufReader::new(file), |_, found| {
        // An unreadable line is not a visit: it was cut short, or reading began inside it.
        if let Found::Visit(record) = found {
            visits += u64::from(record.began.date() == today);
        }
    })?;
    Ok(visits)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use exhibit::visits::record::{Record, Visit};
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 26);

    fn line(day: Date, hour: i8) -> String {
        let record = Record::new(day.at(hour, 0, 0, 0), None, Visit::default());
        record.to_line().unwrap() + "\n"
    }

    fn counter(folder: &tempfile::TempDir) -> Counter {
        Counter::new(folder.path().join("visits.jsonl"), Unwritten::default())
    }

    fn written(counter: &Counter) -> u64 {
        match counter.count(TODAY).unwrap() {
            Visits::Counted { written, waiting: 0 } => written,
            other => unreachable!("{other:?}"),
        }
    }

    #[test]
    fn visits_of_today_are_counted_and_lost_lines_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let counter = counter(&folder);
        assert_eq!(written(&counter), 0, "no file, no visits");
        let yesterday = TODAY.yesterday().unwrap();
        let torn = &line(TODAY, 9)[..40];
        let text = [&line(yesterday, 23), &line(TODAY, 0), torn, "\n", &line(TODAY, 23), torn];
        fs::write(&counter.path, text.concat()).unwrap();
        assert_eq!(written(&counter), 2);
        counter.unwritten.store(3, Ordering::Relaxed);
        let all = Visits::Counted { written: 2, waiting: 3 };
        assert_eq!(counter.count(TODAY).unwrap(), all);
    }

    #[test]
    fn files_that_were_full_today_count_too() {
        let folder = tempfile::tempdir().unwrap();
        let counter = counter(&folder);
        let names = ["visits-2026-11.jsonl", "visits-2026-11-2.jsonl", "visits-2026-11-10.jsonl"];
        for name in names.iter().chain(&["visits-2026-10.jsonl", "visits-2025-11.jsonl"]) {
            fs::write(folder.path().join(name), line(TODAY, 9)).unwrap();
        }
        fs::write(&counter.path, line(TODAY, 10)).unwrap();
        assert_eq!(written(&counter), 4);
        let files = counter.files(TODAY).unwrap();
        let found: Vec<_> =
            files.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
        assert_eq!(found, ["visits.jsonl", names[2], names[1], names[0]], "the newest first");
    }

    #[test]
    fn no_more_is_read_than_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("visits.jsonl");
        let line = line(TODAY, 9);
        fs::write(&path, line.repeat(10)).unwrap();
        // The beginning of the first line is missing.
        let mut left = 3 * line.len() as u64 + 5;
        assert_eq!(count_in(&path, TODAY, &mut left).unwrap(), 3);
        assert_eq!((left, count_in(&path, TODAY, &mut left).unwrap()), (0, 0));
    }

    #[test]
    fn what_is_no_file_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let counter = counter(&folder);
        fs::create_dir(&counter.path).unwrap();
        assert!(counter.count(TODAY).is_err());
    }
}
