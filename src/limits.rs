//! Limits on what files may hold. Nothing that is read later assumes more than is checked here.
//!
//! Limits on tables of samples are in `crates/learning/src/limits.rs`.

/// Largest TOML file (settings, lesson, theme or palette), in bytes.
pub const TOML_BYTES: usize = 1 << 20;
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
/// Largest learning rate that settings and lessons can ask for.
pub const LEARNING_RATE: f64 = 1_000.0;
