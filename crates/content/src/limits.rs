//! All limits in one place: on size, depth and number.
//!
//! Input beyond a limit is refused with a message that names the file, the field and the limit.
//! The limits on tables are in `learning::limits`. `docs/limits.md` lists all limits. A test compares the page
//! with the constants in both modules.

use std::ops::RangeInclusive;

#[cfg(test)]
mod page;

// Files and folders

/// Bytes of a text file: a theme, a palette, a lesson, settings, or one file of a locale. 1 MiB.
pub const TEXT_BYTES: usize = 1 << 20;
/// Bytes of a font. 64 MiB.
pub const FONT_BYTES: usize = 64 << 20;
/// Bytes of a table of data, as a file. 1 GiB.
pub const TABLE_BYTES: u64 = learning::limits::SIZE_LIMIT;
/// Bytes of all files that are read from one folder of `--assets` or `--locales`. 1 GiB.
pub const FOLDER_BYTES: u64 = 1 << 30;
/// Files and folders that are visited in one folder of `--assets` or `--locales`, including its subfolders.
pub const FOLDER_ENTRIES: usize = 10_000;
/// Files of one kind, such as themes, and files of one language.
pub const FILES_OF_A_KIND: usize = 100;
/// Seconds without a writer after which a pipe counts as empty.
pub const EMPTY_PIPE_SECONDS: u64 = 2;
/// Seconds without more data after which a pipe counts as broken.
pub const SILENT_PIPE_SECONDS: u64 = 10;

// Messages about files

/// Characters of the message about one error of a file. The middle of a longer message is left out.
pub const PROBLEM_CHARACTERS: usize = 1_000;
/// Names that a message lists if it expects one of them, such as the names of themes.
pub const NAMES_TOLD: usize = 30;
/// Ignored files and folders that are reported one by one.
pub const IGNORED_TOLD: usize = 20;
/// Letters missing from a font that a message lists.
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
/// Levels of nested braces and brackets of a message, including those of the messages that it refers to.
pub const MESSAGE_DEPTH: usize = 100;
/// Placeables that are filled in to show a message, including those of the messages that it refers to. Fluent
/// never fills in more.
pub const PLACEABLES: usize = 100;
/// Characters of a message, including the messages that it refers to, without its values.
pub const MESSAGE_CHARACTERS: usize = 5_000;
/// Missing messages that are listed in one line.
pub const MISSING_TOLD: usize = 15;
/// Problems of one language that `doctor` reports one by one.
pub const PROBLEMS_TOLD: usize = 50;

// Themes and palettes

/// Characters of the name of a class colour in a palette.
pub const COLOUR_NAME_CHARACTERS: usize = 64;

// Fonts

/// Greatest distance of a glyph's outline from its origin, in heights of the type (em).
pub const GLYPH_EM: f32 = 8.0;
/// Height of a line of a font, in heights of the type (em): minimum and maximum.
pub const LINE_EM: [f32; 2] = [0.5, 4.0];

// Settings and lessons

/// Largest TOML file (settings, lesson, theme or palette), in bytes.
pub const TOML_BYTES: usize = TEXT_BYTES;
/// Most syntax errors in a TOML file that are reported one by one. If there are more, its fields are not
/// checked.
pub const TOML_SLIPS: usize = 20;
/// Size in bytes above which a TOML file counts as long: see [`TOML_SLIPS_OF_LONG`].
pub const TOML_LONG_BYTES: usize = 1 << 17;
/// Most syntax errors in a long TOML file that are reported one by one.
pub const TOML_SLIPS_OF_LONG: usize = 2;
/// Levels of nested tables and lists in a TOML file. This is the parser's own limit.
pub const TOML_DEPTH: usize = 80;
/// Most errors in a TOML file that are reported one by one.
pub const TOML_PROBLEMS: usize = 100;
/// Most items in a list of a TOML file, such as the stops of a lesson.
pub const TOML_ITEMS: usize = 1_000;
/// Longest text in a TOML file, such as a note, in characters.
pub const TOML_TEXT: usize = 10_000;
/// Longest text of one line, such as a title, a name or a path, in characters.
pub const TOML_LINE: usize = 200;
/// Longest path in a TOML file, in characters.
pub const TOML_PATH: usize = 4_096;

// Numbers that users set

/// Scale of the type: minimum and maximum.
pub const TEXT_SCALES: RangeInclusive<f32> = 0.8..=1.6;
/// Seconds for which each control is offered to a single switch: minimum and maximum.
pub const DWELLS: RangeInclusive<f32> = 0.5..=10.0;
/// Distance of the back row from the screen, in heights of the screen.
pub const DISTANCES: RangeInclusive<f32> = 2.0..=12.0;
/// Radius of the spotlight, as a fraction of the screen's height: minimum and maximum.
pub const SPOTLIGHTS: RangeInclusive<f32> = 0.05..=0.7;
/// Width and height of a window or a picture, in pixels. Text in a smaller one is unreadable; graphics
/// drivers refuse a larger one.
pub const WINDOW_SIDES: RangeInclusive<u32> = 320..=8192;
/// The largest step that a `run` can begin with. No chapter has that many steps.
pub const FIRST_STEP: usize = 1_000_000_000;
/// Epochs of a recorded run of the autoencoder.
pub const EPOCHS: RangeInclusive<usize> = 1..=100_000;
/// Points along each side of a recorded decision region.
pub const REGION_POINTS: RangeInclusive<usize> = 2..=1000;
/// Points that the search for the best line accepts. The search takes a tenth of a second for a thousand
/// points, and four times as long for twice as many.
pub const BEST_LINE_POINTS: usize = 3000;
/// The length of a lesson, in minutes.
pub const LESSON_MINUTES: RangeInclusive<u64> = 1..=600;
/// The greatest seed in a lesson: the largest whole number of a TOML file.
pub const LESSON_SEED: u64 = 9_223_372_036_854_775_807;
/// Stops of a lesson that a message names if their chapters are not offered.
pub const STOPS_TOLD: usize = 5;

// Kiosks

/// Seconds without input after which a visit ends.
pub const IDLE_SECONDS: RangeInclusive<f64> = 10.0..=1800.0;
/// Seconds of the countdown at the end of that time.
pub const COUNTDOWN_SECONDS: RangeInclusive<f64> = 5.0..=1800.0;
/// Seconds that somebody must hold the hidden corner.
pub const HOLD_SECONDS: RangeInclusive<f64> = 1.0..=30.0;
/// The screen's diagonal, in inches.
pub const SCREEN_INCHES: RangeInclusive<f64> = 5.0..=200.0;
/// Answers after which a guessing chapter continues.
pub const KIOSK_GUESSES: RangeInclusive<u64> = 1..=1000;
/// Seconds of the title between two scenes of attract mode.
pub const TITLE_SECONDS: RangeInclusive<f64> = 2.0..=120.0;
/// Seconds of a scene of attract mode.
pub const SCENE_SECONDS: RangeInclusive<f64> = 3.0..=600.0;
/// Digits of a PIN.
pub const PIN_DIGITS: RangeInclusive<usize> = 4..=12;
/// Bytes that are read from a line with a PIN.
pub const PIN_LINE_BYTES: u64 = 1024;
/// Most memory for computing the hash of a PIN, in KiB. 128 MiB.
pub const PIN_MEMORY_KIB: u32 = 128 * 1024;
/// Most passes over that memory for the hash of a PIN.
pub const PIN_PASSES: u32 = 10;
/// Most threads for the hash of a PIN.
pub const PIN_LANES: u32 = 4;
/// The longest wait after wrong PINs, in seconds.
pub const PIN_WAIT_SECONDS: f64 = 300.0;
/// How often per minute the log of an exhibit repeats the same message.
pub const LOG_REPEATS: u32 = 10;
/// Different messages per minute that the log counts separately.
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
/// Months for which old files of visits are kept.
pub const KEEP_MONTHS: RangeInclusive<u64> = 1..=120;
/// The largest file of visits that `stats` reads, in bytes: the maximum of `use-counts.max-bytes`.
pub const VISITS_FILE_BYTES: u64 = 1 << 30;
/// Size in bytes at which a file of visits is archived. Users set it.
pub const VISITS_MAX_BYTES: RangeInclusive<u64> = 65_536..=VISITS_FILE_BYTES;
/// Archived files of visits in one month.
pub const VISITS_ASIDE: u32 = 10_000;
/// Lines that `stats` skips in a file of visits and reports one by one.
pub const VISIT_LINES_TOLD: usize = 10;
/// Characters of the message about an error in a line of visits.
pub const VISIT_PROBLEM_CHARACTERS: usize = 200;
/// The longest line of a file of visits, in bytes.
pub const VISIT_LINE_BYTES: usize = 1 << 16;
/// The longest visit that a line may contain, in seconds: a leap year.
pub const VISIT_SECONDS: u64 = 366 * 24 * 3600;
/// The longest id of a chapter in a line of visits, in characters.
pub const VISIT_CHAPTER_CHARACTERS: usize = 100;
/// How many unknown chapters, and how many kiosks, a sum of visits counts separately. It counts all others
/// together under one name.
pub const VISIT_NAMES: usize = 1000;
/// Seconds that the program waits at its end for the last visits to be written.
pub const VISITS_END_SECONDS: u64 = 5;
/// How many visits wait in memory until their file is writable. If there are more, the oldest is dropped.
pub const VISITS_WAITING: usize = 1000;
/// The first year in which the clock is trusted: no visit is older than the program.
pub const VISITS_FIRST_YEAR: i16 = 2026;
/// Months between two visits above which the clock is not trusted. Then no old file is removed.
pub const VISITS_CLOCK_MONTHS: u32 = 12;
/// Bytes of visits that are read to count today's visits, the newest first. Older ones are not read. 16 MiB.
pub const VISITS_TODAY_BYTES: u64 = 16 << 20;
/// Longest text of an error or a warning on the operator's page, in characters.
pub const LOGGED_CHARACTERS: usize = 300;
/// Most network addresses on the operator's page.
pub const ADDRESSES: usize = 6;
