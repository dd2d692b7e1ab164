//! Limits of sizes, lengths and counts, all in one place.

/// The longest name of a kiosk, in characters.
pub const KIOSK_NAME_CHARACTERS: usize = 60;
/// The longest line of a file of visits, in bytes.
pub const VISIT_LINE_BYTES: usize = 1 << 16;
/// The largest file of visits that `stats` reads, in bytes: as large as `use-counts.max-bytes` may be.
pub const VISITS_FILE_BYTES: u64 = 1 << 30;
/// The longest visit that a line may tell of, in seconds: a leap year.
pub const VISIT_SECONDS: u64 = 366 * 24 * 3600;
/// The longest id of a chapter in a line of visits, in characters.
pub const VISIT_CHAPTER_CHARACTERS: usize = 100;
/// How many unknown chapters, and how many kiosks, a sum of visits tells apart; the rest is summed up
/// under one name.
pub const VISIT_NAMES: usize = 1000;
/// How many visits wait in memory for their file to become writable; beyond, the oldest is given up.
pub const VISITS_WAITING: usize = 1000;
/// How much of the end of the file of visits is read to count those of today, in bytes.
pub const VISITS_TODAY_BYTES: u64 = 16 << 20;
/// How much of the last error is kept for the operator's page, in characters.
pub const LAST_ERROR_CHARACTERS: usize = 200;
/// How many network addresses the operator's page shows.
pub const ADDRESSES: usize = 4;
