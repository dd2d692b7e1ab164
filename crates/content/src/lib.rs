//! The content of the exhibit: files, fonts, look, words, and the reading of TOML files.
//!
//! In: the built-in assets, and the bytes of the files that override them. Out: themes and palettes
//! ([`look`]), messages with numbers filled in ([`words`]), fields of settings files ([`toml_fields`]),
//! the limits on all input from outside ([`limits`]), and errors that name the file, the line and the
//! expected value.
//!
//! This crate never opens a file: the program reads folders and passes the bytes in. It never knows a
//! chapter, an entity or a widget. It uses nothing of the engine except colours and the `Resource` derive.

pub mod files;
pub mod fonts;
pub mod limits;
pub mod look;
pub mod printable;
pub mod toml_fields;
pub mod words;
