//! Limits in one place: how large, how deep and how many a thing may be.
//!
//! What is beyond a limit is refused with a message that names the file, the field and the limit.
//! The limits on tables are in `learning::limits`.

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

// Visits and kiosks

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
/// Seconds that the end of the program waits for the last visits to be written.
pub const VISITS_END_SECONDS: u64 = 5;
/// How many visits wait in memory for their file to become writable; beyond, the oldest is given up.
pub const VISITS_WAITING: usize = 1000;
/// The first year that a clock is believed: no visit is older than the program.
pub const VISITS_FIRST_YEAR: i16 = 2026;
/// Months between two visits after which the clock is doubted, and no old file is removed.
pub const VISITS_CLOCK_MONTHS: u32 = 12;
