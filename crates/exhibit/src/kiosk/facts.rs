//! Facts about the kiosk and its computer, as the operator's page shows them.

use std::net::IpAddr;

use bevy_ecs::resource::Resource;
use jiff::civil::DateTime;

/// Less free space than this is low, in bytes,
const LOW: u64 = 1_000_000_000;
/// unless it is more than one part of so many of a small disk.
const LOW_PART: u64 = 10;

/// The facts, as far as they are known.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The kiosk's name, if it has one.
    pub name: Fact<Option<String>>,
    /// The computer's addresses in its networks.
    pub addresses: Fact<Vec<IpAddr>>,
    /// For how long the exhibit has been running, in seconds.
    pub uptime: Fact<u64>,
    /// For how long the computer has been on, in seconds.
    pub computer_uptime: Fact<u64>,
    /// The disk that visits are written to.
    pub disk: Fact<Disk>,
    /// The visits of today.
    pub visits: Fact<Visits>,
    /// The last error since the exhibit was started.
    pub error: Fact<Option<Logged>>,
    /// The last warning since the exhibit was started.
    pub warning: Fact<Option<Logged>>,
}

/// What is known of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fact<T> {
    /// Nothing yet: it has been asked for.
    #[default]
    Awaited,
    /// This.
    Known(T),
    /// Nothing: there was an error, or no answer.
    Unreadable,
    /// Nothing, for on this system it cannot be known.
    Unknown,
}

/// A disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disk {
    /// The bytes that the exhibit can still write.
    pub free: u64,
    /// All its bytes.
    pub total: u64,
}

/// The visits of today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visits {
    /// They are not counted.
    NotCounted,
    /// They are counted.
    Counted {
        /// Visits that are in the file.
        written: u64,
        /// Visits, of any day, that wait for the file to become writable.
        waiting: u64,
    },
}

/// A message of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// The day and the time of day.
    pub when: DateTime,
    /// What it says: printable, in one line, and not long.
    pub text: String,
}

impl Disk {
    /// Whether it is almost full.
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
