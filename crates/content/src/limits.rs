//! Limits in one place: how large, how deep and how many a thing may be.
//!
//! What is beyond a limit is refused with a message that names the file, the field and the limit.
//! The limits on tables are in `learning::limits`. `docs/limits.md` lists all of them, and a test compares it
//! with the constants here and there.

use std::ops::RangeInclusive;

#[cfg(test)]
mod page;

// Files and folders

/// Bytes of a text file: of a theme, a palette, a lesson, settings, or one file of a locale. 1 MiB.
pub const TEXT_BYTES: usize = 1 << 20;
/// Bytes of a font. 64 MiB.
pub const FONT_BYTES: usize = 64 << 20;
/// Bytes of a table of data, as a file. 1 GiB.
pub const TABLE_BYTES: u64 = learning::limits::SIZE_LIMIT;
/// Bytes of all files that are read from one folder of `--assets` or `--locales`. 1 GiB.
pub const FOLDER_BYTES: u64 = 1 << 30;
/// Files and folders that are looked at in one folder of `--assets` or `--locales`, with all in it.
pub const FOLDER_ENTRIES: usize = 10_000;
/// Files of a kind, such as themes, and files of one language.
pub const FILES_OF_A_KIND: usize = 100;
/// Seconds after which a pipe that nobody writes to counts as empty.
pub const EMPTY_PIPE_SECONDS: u64 = 2;
/// Seconds after which a pipe that sends nothing more counts as broken.
pub const SILENT_PIPE_SECONDS: u64 = 10;

// What is told of files

/// Characters of what is told of one fault of a file; of more, the middle is left out.
pub const PROBLEM_CHARACTERS: usize = 1_000;
/// Names that are listed where one of them is expected, such as those of themes.
pub const NAMES_TOLD: usize = 30;
/// Files and folders that are ignored and reported one by one.
pub const IGNORED_TOLD: usize = 20;
/// Letters that a font lacks and that are listed.
pub const LETTERS_TOLD: usize = 20;

// Locales

/// Languages of a folder.
pub const LANGUAGES: usize = 100;
/// Bytes of all files of all languages of a folder. 4 MiB.
pub const LOCALES_BYTES: usize = 4 << 20;
/// Messages and terms of one file of a locale.
pub const MESSAGES: usize = 5_000;
/// Placeables (`{ … }`) of one file of a locale.
pub const PLACEABLES_OF_A_FILE: usize = 20_000;
/// Levels that braces and brackets of a message lie within each other, with those of the messages that
/// it refers to.
pub const MESSAGE_DEPTH: usize = 100;
/// Placeables that are filled in to show a message, with those of the messages that it refers to. Fluent
/// fills in no more.
pub const PLACEABLES: usize = 100;
/// Characters of a message, with the messages that it refers to and without its values.
pub const MESSAGE_CHARACTERS: usize = 5_000;
/// Missing messages that are listed in one line.
pub const MISSING_TOLD: usize = 15;
/// Problems of one language that `doctor` reports one by one.
pub const PROBLEMS_TOLD: usize = 50;

// Themes and palettes

/// Characters of the name of a class's colour in a palette.
pub const COLOUR_NAME_CHARACTERS: usize = 64;

// Fonts

/// Size of a glyph, in heights of the type (em): how far its outline may reach from its origin.
pub const GLYPH_EM: f32 = 8.0;
/// Height of a line of a font, in heights of the type (em): the least and the most.
pub const LINE_EM: [f32; 2] = [0.5, 4.0];

// Settings and lessons

/// Largest TOML file (settings, lesson, theme or palette), in bytes.
pub const TOML_BYTES: usize = TEXT_BYTES;
/// Most errors of syntax in a TOML file that are reported one by one; beyond, its fields are not checked.
pub const TOML_SLIPS: usize = 20;
/// A longer TOML file, in bytes, has fewer errors of syntax reported: see [`TOML_SLIPS_OF_LONG`].
pub const TOML_LONG_BYTES: usize = 1 << 17;
/// Most errors of syntax in a long TOML file that are reported one by one.
pub const TOML_SLIPS_OF_LONG: usize = 2;
/// Tables and lists of a TOML file within each other. The parser's own limit.
pub const TOML_DEPTH: usize = 80;
/// Most errors in a TOML file that are reported one by one.
pub const TOML_PROBLEMS: usize = 100;
/// Most items in a list of a TOML file, such as the stops of a lesson.
pub const TOML_ITEMS: usize = 1_000;
/// Longest text in a TOML file, such as a note, in characters.
pub const TOML_TEXT: usize = 10_000;
/// Longest text that stands on one line, such as a title, a name or a path, in characters.
pub const TOML_LINE: usize = 200;
/// Longest path in a TOML file, in characters.
pub const TOML_PATH: usize = 4_096;

// Numbers that a person sets

/// The least and the greatest magnification of type.
pub const TEXT_SCALES: RangeInclusive<f32> = 0.8..=1.6;
/// The least and the greatest time in seconds that a control is offered to a single switch.
pub const DWELLS: RangeInclusive<f32> = 0.5..=10.0;
/// How far away the last row may sit, in heights of the screen.
pub const DISTANCES: RangeInclusive<f32> = 2.0..=12.0;
/// The least and the greatest radius of the spotlight, as a part of the screen's height.
pub const SPOTLIGHTS: RangeInclusive<f32> = 0.05..=0.7;
/// Width and height of a window or a picture, in pixels: with less nothing can be read, and with more
/// graphics drivers refuse.
pub const WINDOW_SIDES: RangeInclusive<u32> = 320..=8192;
/// The largest step that a `run` can begin with. No chapter has so many.
pub const FIRST_STEP: usize = 1_000_000_000;
/// Epochs of a recorded run of the autoencoder.
pub const EPOCHS: RangeInclusive<usize> = 1..=100_000;
/// Points along each side of a recorded decision region.
pub const REGION_POINTS: RangeInclusive<usize> = 2..=1000;
/// Points that the best line is looked for among: it takes a tenth of a second for a thousand, and four
/// times as long for twice as many.
pub const BEST_LINE_POINTS: usize = 3000;
/// The length of a lesson, in minutes.
pub const LESSON_MINUTES: RangeInclusive<u64> = 1..=600;
/// The greatest seed in a lesson: the largest whole number of a TOML file.
pub const LESSON_SEED: u64 = 9_223_372_036_854_775_807;
/// Stops of a lesson in chapters that are not offered, which are named.
pub const STOPS_TOLD: usize = 5;

// Kiosks

/// Seconds that nobody touches anything before a visit is over.
pub const IDLE_SECONDS: RangeInclusive<f64> = 10.0..=1800.0;
/// Seconds of the countdown at the end of these.
pub const COUNTDOWN_SECONDS: RangeInclusive<f64> = 5.0..=1800.0;
/// Seconds that the hidden corner is held.
pub const HOLD_SECONDS: RangeInclusive<f64> = 1.0..=30.0;
/// The screen's diagonal, in inches.
pub const SCREEN_INCHES: RangeInclusive<f64> = 5.0..=200.0;
/// Answers after which a chapter of guesses goes on.
pub const KIOSK_GUESSES: RangeInclusive<u64> = 1..=1000;
/// Seconds of the title between two scenes of attract mode.
pub const TITLE_SECONDS: RangeInclusive<f64> = 2.0..=120.0;
/// Seconds of a scene of attract mode.
pub const SCENE_SECONDS: RangeInclusive<f64> = 3.0..=600.0;
/// Digits of a PIN.
pub const PIN_DIGITS: RangeInclusive<usize> = 4..=12;
/// Bytes that are read of a line with a PIN.
pub const PIN_LINE_BYTES: u64 = 1024;
/// The most memory that the hash of a PIN may cost, in KiB. 128 MiB.
pub const PIN_MEMORY_KIB: u32 = 128 * 1024;
/// How often the hash of a PIN may go over that memory.
pub const PIN_PASSES: u32 = 10;
/// The most threads that the hash of a PIN may be made for.
pub const PIN_LANES: u32 = 4;
/// The longest wait after wrong PINs, in seconds.
pub const PIN_WAIT_SECONDS: f64 = 300.0;
/// How often the log of an exhibit says the same in a minute.
pub const LOG_REPEATS: u32 = 10;
/// Things said in a minute that the log tells apart.
pub const LOG_KINDS: usize = 64;

// Links

/// The most characters of a link, from `#` on.
pub const LINK_CHARACTERS: usize = 2000;
/// The most bytes that a link has of the name of a file, theme, palette or language.
pub const LINK_NAME_BYTES: usize = 60;
/// The longest address of the exhibit's page on the web, in characters.
pub const ADDRESS_CHARACTERS: usize = 200;

// Visits

/// The longest name of a kiosk, in characters.
pub const KIOSK_NAME_CHARACTERS: usize = 60;
/// Months that old files of visits are kept.
pub const KEEP_MONTHS: RangeInclusive<u64> = 1..=120;
/// The largest file of visits that `stats` reads, in bytes: as large as `use-counts.max-bytes` may be.
pub const VISITS_FILE_BYTES: u64 = 1 << 30;
/// Bytes after which a file of visits is put aside, as a person sets it.
pub const VISITS_MAX_BYTES: RangeInclusive<u64> = 65_536..=VISITS_FILE_BYTES;
/// Files of visits put aside in one month.
pub const VISITS_ASIDE: u32 = 10_000;
/// Lines of a file of visits that `stats` leaves out and reports one by one.
pub const VISIT_LINES_TOLD: usize = 10;
/// Characters that are told of a fault of a line of visits.
pub const VISIT_PROBLEM_CHARACTERS: usize = 200;
/// The longest line of a file of visits, in bytes.
pub const VISIT_LINE_BYTES: usize = 1 << 16;
/// The longest visit that a line may tell of, in seconds: a leap year.
pub const VISIT_SECONDS: u64 = 366 * 24 * 3600;
/// The longest id of a chapter in a line of visits, in characters.
pub const VISIT_CHAPTER_CHARACTERS: usize = 100;
/// How many unknown chapters, and how many kiosks, a sum of visits tells apart; the rest is summed up
/// under one name.
pub const VISIT_NAMES: usize = 1000;
/// Seconds that the end of the program waits for the last visits to be written.
pub const VISITS_END_SECONDS: u64 = 5;
/// How many visits wait in memory for their file to become writable; beyond, the oldest is given up.
pub const VISITS_WAITING: usize = 1000;
/// The first year that a clock is believed: no visit is older than the program.
pub const VISITS_FIRST_YEAR: i16 = 2026;
/// Months between two visits after which the clock is doubted, and no old file is removed.
pub const VISITS_CLOCK_MONTHS: u32 = 12;
/// Bytes of visits that are read to count those of today; what was written before them is not read. 16 MiB.
pub const VISITS_TODAY_BYTES: u64 = 16 << 20;
/// The longest text of an error or a warning on the operator's page, in characters.
pub const LOGGED_CHARACTERS: usize = 300;
/// The most network addresses on the operator's page.
pub const ADDRESSES: usize = 6;
