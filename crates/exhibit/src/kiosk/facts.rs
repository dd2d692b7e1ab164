//! Facts about the kiosk and its computer, as the operator's page shows them.

use std::net::IpAddr;

use bevy_ecs::resource::Resource;
use jiff::civil::DateTime;

/// Free space below this many bytes is low.
const LOW: u64 = 1_000_000_000;
/// On a small disk, free space is low only below its size divided by this number.
const LOW_PART: u64 = 10;

/// The facts, as far as they are known.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The kiosk's name, if it has one.
    pub name: Fact<Option<String>>,
    /// The computer's addresses in its networks.
    pub addresses: Fact<Vec<IpAddr>>,
    /// How many seconds the exhibit has been running.
    pub uptime: Fact<u64>,
    /// How many seconds the computer has been on.
    pub computer_uptime: Fact<u64>,
    /// The disk that visits are written to.
    pub disk: Fact<Disk>,
    /// The visits of today.
    pub visits: Fact<Visits>,
    /// The last error since the exhibit started.
    pub error: Fact<Option<Logged>>,
    /// The last warning since the exhibit started.
    pub warning: Fact<Option<Logged>>,
}

/// A fact, or the reason why it is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fact<T> {
    /// The fact has been asked for, and is not known yet.
    #[default]
    Awaited,
    /// The fact.
    Known(T),
    /// The fact is not known, because there was an error or no answer.
    Unreadable,
    /// The fact cannot be known on this system.
    Unknown,
}

/// A disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disk {
    /// The bytes that the exhibit can still write.
    pub free: u64,
    /// The size of the disk in bytes.
    pub total: u64,
}

/// The visits of today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visits {
    /// Visits are not counted.
    NotCounted,
    /// Visits are counted.
    Counted {
        /// Visits that are in the file.
        written: u64,
        /// Visits, of any day, that wait until the file can be written.
        waiting: u64,
    },
}

/// A message of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// The date and the time of day.
    pub when: DateTime,
    /// The text: printable, in one line, and short.
    pub text: String,
}

impl Disk {
    /// Whether the disk is almost full.
    #[must_use]
    pub fn is_low(&self) -> bool {
        self.free < LOW.min(self.total / LOW_PART)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_is_low_when_little_is_left_for_its_size() {
        const MB: u64 = 1_000_000;
        for (free, total, is_low) in [
            (999 * MB, 64_000 * MB, true),
            (1000 * MB, 64_000 * MB, false),
            (0, 64_000 * MB, true),
            (50 * MB, 400 * MB, false),
            (39 * MB, 400 * MB, true),
        ] {
            assert_eq!(Disk { free, total }.is_low(), is_low, "{free} of {total}");
        }
    }
}
