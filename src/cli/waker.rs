//! Wakes the exhibit at rest: when a frame is due, and when a signal arrives.
//!
//! The engine's own timer restarts each time its length changes, which costs a frame. This thread only
//! requests frames; the drawing side decides what to report to the service manager (`watchdog`).

use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

use super::clock;

/// The shortest timeout of a read.
const SHORTEST: Duration = Duration::from_millis(1);

/// The time of the requested frame, shared with the thread.
type Due = Arc<Mutex<Option<Instant>>>;

/// Requests frames.
#[derive(Resource)]
pub struct Waker {
    due: Due,
    bell: UnixStream,
}

impl Waker {
    /// Starts a thread that calls `wake` when a frame is due.
    ///
    /// # Errors
    /// The system cannot create a thread or a pipe.
    fn start(wake: impl Fn() -> bool + Send + 'static) -> io::Result<Self> {
        let (bell, heard) = UnixStream::pair()?;
        bell.set_nonblocking(true)?;
        let due = Due::default();
        let known = Arc::clone(&due);
        thread::Builder::new().name("waker".to_owned()).spawn(move || keep(heard, &known, wake))?;
        Ok(Self { due, bell })
    }

    /// Lets each signal that the exhibit handles wake it too.
    ///
    /// # Errors
    /// The system does not allow signal handlers.
    fn hear_signals(&self) -> io::Result<()> {
        for signal in [SIGTERM, SIGINT, SIGHUP] {
            signal_hook::low_level::pipe::register(signal, self.bell.try_clone()?)?;
        }
        Ok(())
    }

    /// Requests a frame at this moment, and cancels the earlier request.
    pub fn set(&mut self, due: Option<Instant>) {
        let Ok(mut known) = self.due.lock() else { return };
        if *known != due {
            *known = due;
            drop(known);
            // If the pipe is full, the thread will wake up anyway.
            let _ = self.bell.write(&[QUIET]);
        }
    }
}

/// Notifies the thread of a new moment. A signal writes another byte.
const QUIET: u8 = b'.';

/// Starts the waker of an exhibit with a window.
///
/// # Errors
/// As for `Waker::start` and `Waker::hear_signals`.
pub fn watch(app: &mut App) -> io::Result<()> {
    let Some(proxy) = app.world().get_resource::<EventLoopProxyWrapper>() else { return Ok(()) };
    let proxy = (*proxy).clone();
    let waker = Waker::start(move || proxy.send_event(WinitUserEvent::WakeUp).is_ok())?;
    waker.hear_signals()?;
    app.insert_resource(waker);
    Ok(())
}

/// Waits until the exhibit has ended.
fn keep(mut heard: UnixStream, due: &Due, wake: impl Fn() -> bool) {
    let mut bytes = [0; 64];
    loop {
        let moment = due.lock().ok().and_then(|due| *due);
        let wait = moment.map(|due| due.saturating_duration_since(clock::now()).max(SHORTEST));
        if heard.set_read_timeout(wait).is_err() {
            return;
        }
        let is_called = match heard.read(&mut bytes) {
            Ok(0) => return,
            Ok(count) => bytes[..count].iter().any(|byte| *byte != QUIET),
            Err(problem) if problem.kind() == ErrorKind::Interrupted => false,
            Err(problem)
                if matches!(problem.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) =>
            {
                match due.lock() {
                    Ok(mut due) if *due == moment => *due = None,
                    _ => {}
                }
                true
            }
            Err(_) => return,
        };
        if is_called && !wake() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use std::sync::mpsc;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn it_wakes_when_a_frame_is_due_and_once() {
        let (sender, woken) = mpsc::channel();
        let mut waker = Waker::start(move || sender.send(()).is_ok()).unwrap();
        let start = Instant::now();
        // Postponed, and then brought forward.
        waker.set(Some(clock::now() + 60 * SECOND));
        waker.set(Some(clock::now() + SECOND / 5));
        woken.recv_timeout(10 * SECOND).unwrap();
        assert!(start.elapsed() >= SECOND / 5);
        assert!(woken.recv_timeout(SECOND / 2).is_err());
    }

    #[test]
    fn a_signal_wakes_it_at_once() {
        let (sender, woken) = mpsc::channel();
        let mut waker = Waker::start(move || sender.send(()).is_ok()).unwrap();
        waker.hear_signals().unwrap();
        waker.set(Some(clock::now() + 60 * SECOND));
        signal_hook::low_level::raise(SIGHUP).unwrap();
        woken.recv_timeout(10 * SECOND).unwrap();
    }
}
