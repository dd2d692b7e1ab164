//! What the exhibit is made of: files, fonts, look, words, and the reading of TOML files.
//!
//! In: the built-in assets, and the bytes of the files that take their place. Out: themes and palettes
//! ([`look`]), messages filled in with numbers ([`words`]), fields of settings files ([`toml_fields`]),
//! the limits on everything that comes from outside ([`limits`]), and errors that name the file, the
//! line and what was expected.
//!
//! This crate never opens a file: the program reads folders and hands over bytes. It never knows a
//! chapter, an entity or a widget. It uses no engine beyond colours and the `Resource` derive.

pub mod files;
pub mod fonts;
pub mod limits;
pub mod look;
pub mod printable;
pub mod toml_fields;
pub mod words;
