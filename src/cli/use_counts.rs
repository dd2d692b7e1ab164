//! Counted visits are written to a file, off the frames, on a thread of their own.

pub mod book;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result};
use bevy::prelude::*;
use jiff::{SignedDuration, Zoned};

use crate::config::UseCounts;
use crate::visits::record::Record;
use crate::visits::{VisitSeen, VisitsEnd};
use book::Book;

/// How long after a failure the file is tried again.
const AGAIN: Duration = Duration::from_secs(60);
/// So many visits wait for the file to become writable; beyond, the oldest is given up.
const WAITING: usize = 1000;
/// The file, where the settings name none.
const FILE: &str = "visits.jsonl";
/// The program's folder among those of other programs.
const FOLDER: &str = "learning-machine";

/// The thread that writes.
pub struct Writer(JoinHandle<()>);

/// Where visits go.
#[derive(Resource)]
struct Desk(Mutex<Sender<Record>>);

/// Lets an exhibit's visits be written down, if the settings want it.
///
/// # Errors
/// There is no folder for the file, or no thread can be started.
pub fn watch(app: &mut App, settings: &UseCounts) -> Result<Option<Writer>> {
    if !settings.enabled {
        return Ok(None);
    }
    let path = path(settings).context(
        "use-counts.file: expected the path of a file, for there is no folder for such things here",
    )?;
    let book = Book::new(path, settings.keep_months, settings.max_bytes);
    let (desk, visits) = mpsc::channel();
    let thread = thread::Builder::new()
        .name("use counts".to_owned())
        .spawn(move || keep(book, &visits, AGAIN))
        .context("use counts: no thread can be started")?;
    app.insert_resource(Desk(Mutex::new(desk))).add_systems(Last, hand_over.after(VisitsEnd));
    Ok(Some(Writer(thread)))
}

impl Writer {
    /// Waits until all is written, once the exhibit is gone.
    pub fn finish(self) {
        if self.0.join().is_err() {
            error!("the visits could not be written");
        }
    }
}

/// The file of the settings, or else the one of this user, or of this service.
#[must_use]
pub fn path(settings: &UseCounts) -> Option<PathBuf> {
    settings.file.clone().or_else(|| Some(own_folder()?.join(FILE)))
}

fn own_folder() -> Option<PathBuf> {
    let folder = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    // A service may have several; the first is the one for itself.
    let of_service = std::env::var_os("STATE_DIRECTORY")
        .and_then(|folders| std::env::split_paths(&folders).next())
        .filter(|path| path.is_absolute());
    of_service
        .or_else(|| Some(folder("XDG_STATE_HOME")?.join(FOLDER)))
        .or_else(|| Some(folder("LOCALAPPDATA")?.join(FOLDER)))
        .or_else(|| Some(folder("HOME")?.join(".local/state").join(FOLDER)))
}

fn hand_over(mut seen: MessageReader<VisitSeen>, desk: Res<Desk>) {
    for VisitSeen(visit, ended_ago) in seen.read() {
        let length = SignedDuration::try_from_secs_f64(visit.seconds as f64 + ended_ago)
            .unwrap_or(SignedDuration::MAX);
        let now = Zoned::now();
        let began = now.checked_sub(length).unwrap_or(now).datetime();
        if let Ok(desk) = desk.0.lock() {
            // The thread hangs up only when the exhibit does.
            let _ = desk.send(Record::new(began, visit.clone()));
        }
    }
}

/// Writes what comes, until nothing more can come. What cannot be written waits for better times.
fn keep(mut book: Book, visits: &Receiver<Record>, again: Duration) {
    let mut waiting = VecDeque::new();
    let mut failing = false;
    loop {
        let next = if waiting.is_empty() {
            visits.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            visits.recv_timeout(again)
        };
        match next {
            Ok(record) => {
                waiting.push_back(record);
                if waiting.len() > WAITING {
                    waiting.pop_front();
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        write_down(&mut book, &mut waiting, &mut failing);
    }
    write_down(&mut book, &mut waiting, &mut failing);
}

fn write_down(book: &mut Book, waiting: &mut VecDeque<Record>, failing: &mut bool) {
    while let Some(record) = waiting.front() {
        if let Err(problem) = book.append(record) {
            // Said once, and not again with every visit.
            if !*failing {
                warn!(
                    "visits cannot be written down, which is tried again from time to time: {problem:#}"
                );
            }
            *failing = true;
            return;
        }
        waiting.pop_front();
    }
    if std::mem::take(failing) {
        warn!("visits are written down again");
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::book::tests::record;
    use super::*;
    use std::fs;

    #[test]
    fn what_cannot_be_written_waits_until_it_can() {
        let folder = tempfile::tempdir().unwrap();
        // A folder where the file should be: it cannot be written to.
        let path = folder.path().join("visits.jsonl");
        fs::create_dir(&path).unwrap();
        let (desk, visits) = mpsc::channel();
        let book = Book::new(path.clone(), 24, 1 << 20);
        let thread = thread::spawn(move || keep(book, &visits, Duration::from_millis(5)));
        for seconds in 0..3 {
            desk.send(record(11, seconds)).unwrap();
        }
        thread::sleep(Duration::from_millis(50));
        fs::remove_dir(&path).unwrap();
        drop(desk);
        thread.join().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 3);
    }

    #[test]
    fn the_oldest_of_too_many_is_given_up() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("visits.jsonl");
        fs::create_dir(&path).unwrap();
        let (desk, visits) = mpsc::channel();
        for seconds in 0..WAITING as u64 + 5 {
            desk.send(record(11, seconds)).unwrap();
        }
        let book = Book::new(path.clone(), 24, 1 << 20);
        let thread = thread::spawn(move || keep(book, &visits, Duration::from_secs(60)));
        thread::sleep(Duration::from_millis(300));
        fs::remove_dir(&path).unwrap();
        drop(desk);
        thread.join().unwrap();
        let written = fs::read_to_string(&path).unwrap();
        assert_eq!(written.lines().count(), WAITING);
        assert_eq!(Record::from_line(written.lines().next().unwrap()).unwrap().visit.seconds, 5);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_lived_with() {
        let mut book = Book::new("/dev/full".into(), 24, 1 << 20);
        let (mut waiting, mut failing) = (VecDeque::from([record(11, 1), record(11, 2)]), false);
        write_down(&mut book, &mut waiting, &mut failing);
        assert_eq!((waiting.len(), failing), (2, true));
        let error = format!("{:#}", book.append(&record(11, 1)).unwrap_err());
        assert!(error.starts_with("/dev/full: ") && error.contains("No space left"), "{error}");
    }
}
