//! Writes counted visits to a file, outside the frames, in its own thread.

pub mod book;
pub mod today;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result};
use bevy::prelude::*;
use jiff::{SignedDuration, Zoned};

use crate::visits::{VisitSeen, VisitsEnd};
use book::Book;
use content::limits::{VISITS_END_SECONDS, VISITS_WAITING};
use exhibit::config::{Config, UseCounts};
use exhibit::visits::record::Record;
use today::Counter;

/// How long after a failure the file is tried again.
const AGAIN: Duration = Duration::from_secs(60);
/// How long the end of the program waits for the last visits to be written.
const END: Duration = Duration::from_secs(VISITS_END_SECONDS);
/// The default file, if the settings name none.
const FILE: &str = "visits.jsonl";
/// The program's folder among those of other programs.
const FOLDER: &str = "learning-machine";

/// The thread that writes.
pub struct Writer {
    thread: JoinHandle<()>,
    /// Disconnects when the thread ends.
    end: Receiver<()>,
    unwritten: Unwritten,
}

/// The number of visits that are neither written nor discarded yet.
type Unwritten = Arc<AtomicUsize>;

/// The sender of visits.
#[derive(Resource)]
struct Desk {
    visits: Mutex<SyncSender<Record>>,
    kiosk: Option<String>,
    unwritten: Unwritten,
}

/// Records an exhibit's visits with the name of its kiosk, if the settings ask for it.
///
/// # Errors
/// There is no folder for the file, or no thread can be started.
pub fn watch(app: &mut App, config: &Config) -> Result<Option<Writer>> {
    let settings = &config.use_counts;
    if !settings.enabled {
        return Ok(None);
    }
    let path = path(settings).context(
        "use-counts.file: expected the path of a file, for there is no folder for such things here",
    )?;
    let book = Book::new(path, settings.keep_months, settings.max_bytes);
    // A disk that does not respond must not fill the memory.
    let (desk, visits) = mpsc::sync_channel(VISITS_WAITING);
    let unwritten = Unwritten::default();
    let waiting = Waiting::new(book, unwritten.clone());
    let (at_end, end) = mpsc::channel();
    let thread = thread::Builder::new()
        .name("use counts".to_owned())
        .spawn(move || {
            waiting.keep(&visits, AGAIN);
            drop(at_end);
        })
        .context("use counts: no thread can be started")?;
    let kiosk = config.kiosk.name.clone();
    let desk = Desk { visits: Mutex::new(desk), kiosk, unwritten: unwritten.clone() };
    app.insert_resource(desk).add_systems(Last, hand_over.after(VisitsEnd));
    Ok(Some(Writer { thread, end, unwritten }))
}

impl Writer {
    /// After the exhibit has ended, waits until everything is written, but not for ever: a disk may not
    /// respond.
    pub fn finish(self) {
        self.finish_within(END);
    }

    fn finish_within(self, end: Duration) {
        let is_late = self.end.recv_timeout(end) == Err(RecvTimeoutError::Timeout);
        if is_late || self.thread.join().is_err() {
            let lost = visits(self.unwritten.load(Ordering::Relaxed));
            error!("use counts: the file does not answer: {lost} not written at the end");
        }
    }
}

/// The counter of today's visits, if visits are counted at all.
#[must_use]
pub fn counter(app: &App, settings: &UseCounts) -> Option<Counter> {
    let desk = app.world().get_resource::<Desk>()?;
    Some(Counter::new(path(settings)?, desk.unwritten.clone()))
}

/// The file of the settings, or the default file of this user or service.
#[must_use]
pub fn path(settings: &UseCounts) -> Option<PathBuf> {
    settings.file.clone().or_else(|| Some(own_folder()?.join(FILE)))
}

/// The folder in which the program keeps what it writes by itself.
pub fn own_folder() -> Option<PathBuf> {
    let folder = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    // A service may have several folders; the first is its own.
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
        let Ok(visits) = desk.visits.lock() else { continue };
        desk.unwritten.fetch_add(1, Ordering::Relaxed);
        let record = Record::new(began, desk.kiosk.clone(), visit.clone());
        if visits.try_send(record).is_err() {
            desk.unwritten.fetch_sub(1, Ordering::Relaxed);
            error!(
                "use counts: a visit is lost: the file does not answer, and too many visits wait"
            );
        }
    }
}

/// Visits that wait to be written.
struct Waiting {
    book: Book,
    records: VecDeque<Record>,
    unwritten: Unwritten,
    is_failing: bool,
    /// The visits that were discarded since the last successful write.
    given_up: usize,
}

impl Waiting {
    fn new(book: Book, unwritten: Unwritten) -> Self {
        Self { book, records: VecDeque::new(), unwritten, is_failing: false, given_up: 0 }
    }

    /// Writes visits until the sender is gone. Visits that cannot be written wait for the next try.
    fn keep(mut self, coming: &Receiver<Record>, again: Duration) {
        loop {
            let next = if self.records.is_empty() {
                coming.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                coming.recv_timeout(again)
            };
            match next {
                Ok(record) => self.add(record),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            self.write_down();
        }
        self.write_down();
        if self.is_failing {
            let lost = visits(self.records.len() + self.given_up);
            error!(
                "use counts: the exhibit ends, and {lost} lost, for the file could not be written"
            );
        }
    }

    fn add(&mut self, record: Record) {
        self.records.push_back(record);
        if self.records.len() > VISITS_WAITING {
            self.records.pop_front();
            self.unwritten.fetch_sub(1, Ordering::Relaxed);
            self.given_up += 1;
            if self.given_up == 1 {
                warn!(
                    "use counts: {VISITS_WAITING} visits wait to be written; with each that comes, the \
                     oldest is given up"
                );
            }
        }
    }

    fn write_down(&mut self) {
        while let Some(record) = self.records.front() {
            if let Err(problem) = self.book.append(record) {
                // Logged once, and not again for every visit.
                if !self.is_failing {
                    warn!(
                        "visits cannot be written down, which is tried again from time to time: {problem:#}"
                    );
                }
                self.is_failing = true;
                return;
            }
            self.records.pop_front();
            self.unwritten.fetch_sub(1, Ordering::Relaxed);
        }
        if std::mem::take(&mut self.is_failing) {
            let given_up = match std::mem::take(&mut self.given_up) {
                0 => String::new(),
                count => format!("; meanwhile {} given up", visits(count)),
            };
            warn!("visits are written down again{given_up}");
        }
    }
}

/// The count of visits, and the beginning of the verb.
fn visits(count: usize) -> String {
    if count == 1 { "1 visit is".to_owned() } else { format!("{count} visits are") }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::book::tests::{logged, record};
    use super::*;
    use bevy::ecs::system::RunSystemOnce;
    use exhibit::visits::record::Visit;
    use std::fs;
    use std::path::Path;
    use std::time::Instant;

    fn waiting(path: &Path) -> Waiting {
        Waiting::new(Book::new(path.to_owned(), 24, 1 << 20), Unwritten::default())
    }

    #[test]
    fn visits_that_wait_at_the_end_are_reported() {
        for (count, expected) in [(1, "1 visit is lost"), (3, "3 visits are lost")] {
            let folder = tempfile::tempdir().unwrap();
            let (desk, visits) = mpsc::channel();
            for seconds in 0..count {
                desk.send(record(11, seconds)).unwrap();
            }
            drop(desk);
            // A folder is not a file.
            let said = logged(|| waiting(folder.path()).keep(&visits, AGAIN));
            assert!(said.contains("ERROR") && said.contains(expected), "{said}");
        }
    }

    #[test]
    fn a_file_that_does_not_answer_does_not_keep_the_program_from_ending() {
        let (at_end, end) = mpsc::channel();
        let (go, wait) = mpsc::channel::<()>();
        let thread = thread::spawn(move || {
            let _ = wait.recv();
            drop(at_end);
        });
        let writer = Writer { thread, end, unwritten: Arc::new(AtomicUsize::new(2)) };
        let began = Instant::now();
        let said = logged(|| writer.finish_within(Duration::from_millis(20)));
        assert!(began.elapsed() < Duration::from_secs(5));
        assert!(said.contains("ERROR") && said.contains("2 visits are not written"), "{said}");
        drop(go);
    }

    #[test]
    fn a_file_that_does_not_answer_fills_no_memory() {
        let (visits, _nobody_reads) = mpsc::sync_channel(VISITS_WAITING);
        let unwritten = Unwritten::default();
        let desk = Desk { visits: Mutex::new(visits), kiosk: None, unwritten: unwritten.clone() };
        let mut app = App::new();
        app.add_message::<VisitSeen>().insert_resource(desk);
        for _ in 0..VISITS_WAITING + 2 {
            app.world_mut().write_message(VisitSeen(Visit::default(), 0.0));
        }
        let said = logged(|| app.world_mut().run_system_once(hand_over).unwrap());
        assert_eq!(unwritten.load(Ordering::Relaxed), VISITS_WAITING);
        assert_eq!(said.matches("a visit is lost").count(), 2, "{said}");
    }

    #[test]
    fn unwritten_visits_wait_until_they_can_be_written() {
        let folder = tempfile::tempdir().unwrap();
        // A folder in place of the file: it cannot be written to.
        let path = folder.path().join("visits.jsonl");
        fs::create_dir(&path).unwrap();
        let (desk, visits) = mpsc::channel();
        let waiting = waiting(&path);
        let thread = thread::spawn(move || waiting.keep(&visits, Duration::from_millis(5)));
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
        for seconds in 0..VISITS_WAITING as u64 + 5 {
            desk.send(record(11, seconds)).unwrap();
        }
        let mut waiting = waiting(&path);
        waiting.unwritten.store(VISITS_WAITING + 5, Ordering::Relaxed);
        let said = logged(|| {
            for record in visits.try_iter() {
                waiting.add(record);
                waiting.write_down();
            }
            fs::remove_dir(&path).unwrap();
            waiting.write_down();
        });
        drop(desk);
        assert_eq!(waiting.unwritten.load(Ordering::Relaxed), 0);
        let expected =
            ["cannot be written down", "1000 visits wait to be written", "written down again"];
        assert_eq!(said.lines().count(), expected.len(), "{said}");
        for (line, expected) in said.lines().zip(expected) {
            assert!(line.contains("WARN") && line.contains(expected), "{said}");
        }
        assert!(said.trim_end().ends_with("again; meanwhile 5 visits are given up"), "{said}");
        let written = fs::read_to_string(&path).unwrap();
        assert_eq!(written.lines().count(), VISITS_WAITING);
        assert_eq!(Record::from_line(written.lines().next().unwrap()).unwrap().visit.seconds, 5);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_does_not_stop_the_exhibit() {
        let mut waiting = waiting(Path::new("/dev/full"));
        waiting.records = [record(11, 1), record(11, 2)].into();
        waiting.write_down();
        assert_eq!((waiting.records.len(), waiting.is_failing), (2, true));
        let error = format!("{:#}", waiting.book.append(&record(11, 1)).unwrap_err());
        assert!(error.starts_with("/dev/full: ") && error.contains("No space left"), "{error}");
    }

    #[test]
    fn each_visit_is_written_with_the_name_of_its_kiosk() {
        for kiosk in [None, Some("Hall 2".to_owned())] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("visits.jsonl");
            let use_counts =
                UseCounts { enabled: true, file: Some(path.clone()), ..UseCounts::default() };
            let mut config = Config { use_counts, ..Config::default() };
            config.kiosk.name = kiosk.clone();
            let mut app = App::new();
            app.add_message::<VisitSeen>();
            let writer = watch(&mut app, &config).unwrap().unwrap();
            app.world_mut().write_message(VisitSeen(Visit { seconds: 7, ..Visit::default() }, 0.0));
            app.update();
            drop(app);
            writer.finish();
            let written = Record::from_line(&fs::read_to_string(&path).unwrap()).unwrap();
            assert_eq!((written.visit.seconds, written.kiosk), (7, kiosk));
        }
    }
}
