//! A line on the terminal that shows the progress of a long command.

use std::cell::Cell;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// The least time between two updates. People can read 10 a second, and more would slow the work.
const INTERVAL: Duration = Duration::from_millis(100);
/// The number of samples between two looks at the clock.
const STRIDE: usize = 1024;

/// One line on standard error that is overwritten as work goes on, and cleared when dropped.
///
/// Shows nothing where nobody would see it. If the terminal cannot be written to, the work goes on.
#[derive(Debug)]
pub struct Progress {
    visible: bool,
    updated: Cell<Instant>,
    /// Number of characters on the line.
    width: Cell<usize>,
}

impl Progress {
    /// Progress beside an output: visible if standard error is a terminal and the output goes to
    /// a file, not to standard output, which may be the same terminal.
    #[must_use]
    pub fn beside(out: Option<&Path>) -> Self {
        let visible = out.is_some() && io::stderr().is_terminal();
        Self { visible, updated: Cell::new(Instant::now()), width: Cell::new(0) }
    }

    /// Shows a text at once.
    pub fn show(&self, text: &str) {
        if self.visible {
            self.replace_line(text);
        }
    }

    /// Shows `sample X of Y`, or counts something else. `index` counts from 0. Does nothing if the line has
    /// just changed.
    pub fn count(&self, what: &str, index: usize, all: usize) {
        if self.visible && index.is_multiple_of(STRIDE) && self.is_due(Instant::now()) {
            self.replace_line(&format!("{what} {} of {all}", index + 1));
        }
    }

    /// Whether the next update is due. If so, the update after it has to wait again.
    fn is_due(&self, now: Instant) -> bool {
        let due = now.saturating_duration_since(self.updated.get()) >= INTERVAL;
        if due {
            self.updated.set(now);
        }
        due
    }

    fn replace_line(&self, text: &str) {
        let width = self.width.get().max(text.chars().count());
        self.width.set(width);
        // The loss of the terminal must not end the work.
        let _ = write!(io::stderr().lock(), "\r{text:width$}");
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        let width = self.width.get();
        if width > 0 {
            let _ = write!(io::stderr().lock(), "\r{:width$}\r", "");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn updates_come_at_most_ten_times_a_second() {
        let progress = Progress::beside(None);
        let start = progress.updated.get();
        let due: Vec<u64> = (0..=1000)
            .filter(|&millisecond| progress.is_due(start + Duration::from_millis(millisecond)))
            .collect();
        assert_eq!(due, [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
    }

    #[test]
    fn beside_standard_output_nothing_is_shown() {
        let progress = Progress::beside(None);
        progress.show("reading");
        progress.count("sample", 0, 1);
        assert_eq!(progress.width.get(), 0);
    }
}
