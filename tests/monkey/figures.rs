//! The resources that the process uses, and their limits.

use std::fmt;
use std::time::Duration;

use peak_alloc::PeakAlloc;

use crate::invariants::{entities, letters};
use crate::monkey::Monkey;

/// Counts the bytes in use. The system's own figure is less exact, because the system takes freed memory
/// back late.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The allowed growth of memory after the warm-up, in bytes, without the atlas of letters.
const GROWTH: u64 = 8 << 20;
/// The allowed growth of entities after the warm-up. The stage keeps as many entities as
/// the fullest scene so far needed, and a later scene may be fuller.
const MORE_PLACES: usize = 16;

/// The resources in use.
#[derive(Clone, Copy, Debug, Default)]
pub struct Figures {
    pub events: usize,
    pub seconds: f64,
    entities: usize,
    /// Bytes in use, without the atlas of letters.
    memory: u64,
    /// Bytes that the system has given to the process, if it reports them.
    resident: Option<u64>,
    descriptors: Option<usize>,
    threads: Option<usize>,
}

impl Figures {
    pub fn of(monkeys: &mut [Monkey], events: usize, passed: Duration) -> Self {
        let atlas: u64 = monkeys.iter_mut().map(letters).sum();
        Self {
            events,
            seconds: passed.as_secs_f64(),
            entities: monkeys.iter_mut().map(entities).sum(),
            memory: MEMORY.current_usage() as u64 - atlas,
            resident: resident(),
            descriptors: count("/proc/self/fd"),
            threads: count("/proc/self/task"),
        }
    }

    /// Returns the larger of the two values for each figure.
    pub fn most(self, other: Self) -> Self {
        Self {
            events: self.events.max(other.events),
            seconds: self.seconds.max(other.seconds),
            entities: self.entities.max(other.entities),
            memory: self.memory.max(other.memory),
            resident: self.resident.max(other.resident),
            descriptors: self.descriptors.max(other.descriptors),
            threads: self.threads.max(other.threads),
        }
    }

    /// Checks that nothing leaks: no figure may exceed its maximum in the warm-up, except by the growth
    /// above.
    pub fn check(self, warm: Self) {
        let at_most = |what: &str, now: u64, limit: u64| {
            assert!(
                now <= limit,
                "{what}: {now}, which is more than {limit}\n{self}\nwarm: {warm}"
            );
        };
        at_most("entities", self.entities as u64, (warm.entities + MORE_PLACES) as u64);
        at_most("bytes in use", self.memory, warm.memory + GROWTH);
        // A running exhibit opens no file and starts no thread.
        at_most(
            "descriptors",
            self.descriptors.unwrap_or(0) as u64,
            warm.descriptors.unwrap_or(0) as u64,
        );
        at_most("threads", self.threads.unwrap_or(0) as u64, warm.threads.unwrap_or(0) as u64);
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mib = |bytes: u64| bytes as f64 / f64::from(1 << 20);
        write!(
            out,
            "{:.0} s: {} events, {} entities, {:.1} MiB in use",
            self.seconds,
            self.events,
            self.entities,
            mib(self.memory)
        )?;
        if let Some(resident) = self.resident {
            write!(out, ", {:.0} MiB resident", mib(resident))?;
        }
        for (count, what) in [(self.descriptors, "descriptors"), (self.threads, "threads")] {
            if let Some(count) = count {
                write!(out, ", {count} {what}")?;
            }
        }
        Ok(())
    }
}

fn count(folder: &str) -> Option<usize> {
    std::fs::read_dir(folder).ok().map(Iterator::count)
}

fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kib| kib << 10)
}
