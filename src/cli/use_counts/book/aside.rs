//! The archived files of visits: their names, and which of them are too old.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use content::limits::VISITS_ASIDE;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    pub year: i16,
    pub month: i8,
}

impl Month {
    /// The number of months since another month; none, if it comes before.
    pub fn since(self, earlier: Self) -> u32 {
        let count = |month: Self| i32::from(month.year) * 12 + i32::from(month.month);
        u32::try_from(count(self) - count(earlier)).unwrap_or(0)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}", self.year, self.month)
    }
}

/// The folder and name pattern of archived files.
#[derive(Clone, Debug)]
pub struct Aside {
    path: PathBuf,
    stem: String,
    ending: String,
}

impl Aside {
    /// Archives beside this file.
    pub fn new(path: &Path) -> Self {
        let part = |part: Option<&std::ffi::OsStr>| {
            part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default()
        };
        let ending = part(path.extension());
        let dot = if ending.is_empty() { "" } else { "." };
        Self {
            path: path.to_owned(),
            stem: part(path.file_stem()),
            ending: format!("{dot}{ending}"),
        }
    }

    /// The folder of the files, for messages.
    pub fn folder(&self) -> impl fmt::Display {
        self.folder_path().display()
    }

    fn folder_path(&self) -> &Path {
        match self.path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        }
    }

    /// An unused path for a file of a month.
    ///
    /// # Errors
    /// All paths are taken.
    pub fn free_path(&self, of: Month) -> Result<PathBuf> {
        let mut paths =
            (1..=VISITS_ASIDE).map(|count| self.path.with_file_name(self.name(of, count)));
        // A dangling link takes the path, too.
        let is_free = |path: &PathBuf| {
            fs::symlink_metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound)
        };
        paths.find(is_free).context("expected a free name to put the file aside")
    }

    /// `visits.jsonl` becomes `visits-2026-11.jsonl`, and then `visits-2026-11-2.jsonl`.
    fn name(&self, of: Month, count: u32) -> String {
        let nth = if count == 1 { String::new() } else { format!("-{count}") };
        format!("{}-{of}{nth}{}", self.stem, self.ending)
    }

    /// All archived files with their months, the oldest first. Folders and links with such a name are left
    /// out.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn find(&self) -> io::Result<Vec<(Month, PathBuf)>> {
        let entries = fs::read_dir(self.folder_path())?.filter_map(Result::ok);
        let mut found: Vec<_> = entries
            .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
            .filter_map(|entry| Some((self.month_in(entry.file_name().to_str()?)?, entry.path())))
            .collect();
        found.sort();
        Ok(found)
    }

    /// The month in the name of an archived file; none for the names of other files.
    fn month_in(&self, name: &str) -> Option<Month> {
        let middle = name.strip_prefix(&self.stem)?.strip_suffix(&self.ending)?;
        let mut parts = middle.strip_prefix('-')?.splitn(3, '-');
        let of = Month { year: parts.next()?.parse().ok()?, month: parts.next()?.parse().ok()? };
        let count = parts.next().map_or(Some(1), |count| count.parse().ok())?;
        let is_ours = (1..=12).contains(&of.month) && self.name(of, count) == name;
        is_ours.then_some(of)
    }
}

/// The archived files that need an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilesAside {
    /// Files of months after this one: the clock was ahead once, or is behind now.
    pub in_the_future: Vec<PathBuf>,
    /// Files that are older than the months that are kept.
    pub too_old: Vec<PathBuf>,
}

impl FilesAside {
    /// Counts months that have files, not calendar months: a clock that is wrong by years must not remove
    /// all files. Future months do not count.
    pub fn new(files: Vec<(Month, PathBuf)>, now: Month, keep_months: u32) -> Self {
        let (past, future): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|&(month, _)| month <= now);
        let months: BTreeSet<_> = past.iter().map(|&(month, _)| month).collect();
        let gone = months.len().saturating_sub(usize::try_from(keep_months).unwrap_or(usize::MAX));
        let first_kept = months.iter().nth(gone).copied();
        let paths = |files: Vec<(Month, PathBuf)>| files.into_iter().map(|(_, path)| path);
        let too_old = past.into_iter().filter(|&(month, _)| Some(month) < first_kept).collect();
        Self { in_the_future: paths(future).collect(), too_old: paths(too_old).collect() }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;

    fn aside() -> Aside {
        Aside::new(Path::new("of/visits.jsonl"))
    }

    #[test]
    fn only_names_that_the_program_gives_are_its_own() {
        let november = Month { year: 2026, month: 11 };
        for count in [1, 2, 10, 9999] {
            assert_eq!(aside().month_in(&aside().name(november, count)), Some(november));
        }
        for other in [
            "visits.jsonl",
            "visits-2026-01-.jsonl",
            "visits-+123-01.jsonl",
            "visits-2026-+1.jsonl",
            "visits-2026-1.jsonl",
            "visits-2026-13.jsonl",
            "visits-2026-00.jsonl",
            "visits-2026-11-1.jsonl",
            "visits-2026-11-02.jsonl",
            "visits-2026-11-+2.jsonl",
            "visits-2026-11-2-3.jsonl",
            "visits-2026-11-notes.jsonl",
            "visits-2026-11.jsonl.bak",
            "visits-٢٠٢٦-11.jsonl",
            "my-visits-2026-11.jsonl",
            "visits-99999-11.jsonl",
            "visits-.jsonl",
            "visits-",
            "",
        ] {
            assert_eq!(aside().month_in(other), None, "{other}");
        }
        let bare = Aside::new(Path::new("visits"));
        assert_eq!(bare.month_in("visits-2026-11"), Some(november));
        assert_eq!(bare.folder_path(), Path::new("."));
    }

    #[test]
    fn months_are_counted_across_years() {
        let month = |year, month| Month { year, month };
        assert_eq!(month(2027, 1).since(month(2026, 11)), 2);
        assert_eq!(month(2026, 11).since(month(2026, 11)), 0);
        assert_eq!(month(2026, 11).since(month(2027, 1)), 0);
        assert_eq!(month(9999, 12).since(month(-9999, 1)), 12 * 19_998 + 11);
    }

    #[test]
    fn months_to_come_take_no_place_of_those_that_are_kept() {
        let files = |months: &[(i16, i8)]| -> Vec<_> {
            let file = |&(year, month)| {
                let of = Month { year, month };
                (of, PathBuf::from(of.to_string()))
            };
            months.iter().map(file).collect()
        };
        let all = files(&[(2026, 9), (2026, 10), (2026, 10), (2026, 11), (2090, 1)]);
        let plan = |keep| FilesAside::new(all.clone(), Month { year: 2026, month: 12 }, keep);
        let paths = |names: &[&str]| names.iter().map(PathBuf::from).collect::<Vec<_>>();
        assert_eq!(plan(1).too_old, paths(&["2026-09", "2026-10", "2026-10"]));
        assert_eq!(plan(2).too_old, paths(&["2026-09"]));
        for keep in [3, 24, u32::MAX] {
            assert_eq!(plan(keep).too_old, paths(&[]));
            assert_eq!(plan(keep).in_the_future, paths(&["2090-01"]));
        }
        let none = FilesAside::new(Vec::new(), Month { year: 2026, month: 12 }, 1);
        assert_eq!(none, FilesAside::default());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_not_put_aside() {
        let folder = tempfile::tempdir().unwrap();
        let files = Aside::new(&folder.path().join("visits.jsonl"));
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("visits-2026-01.jsonl")).unwrap();
        fs::write(path("visits-2026-02.jsonl"), "").unwrap();
        std::os::unix::fs::symlink("nowhere", path("visits-2026-03.jsonl")).unwrap();
        let february = Month { year: 2026, month: 2 };
        assert_eq!(files.find().unwrap(), [(february, path("visits-2026-02.jsonl"))]);
        for month in 1..=3 {
            let expected = path(&format!("visits-2026-{month:02}-2.jsonl"));
            assert_eq!(files.free_path(Month { year: 2026, month }).unwrap(), expected);
        }
    }
}
