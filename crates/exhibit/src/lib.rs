//! The exhibit as data: everything to see and do, without the code that draws it or runs it.
//!
//! In: data sets and recorded training runs (`learning`), files, look and words (`content`), the
//! playhead, and what the visitor has answered or set. Out: a [`scene`] and a [`layout`] for the
//! stage and the overlay, and for each [`command`] the new state and a list of effects.
//!
//! - [`experiment`] holds the data sets with their recorded runs, one experiment for each subject.
//! - [`chapter`] composes the scene of a moment; [`motion`] eases its movements.
//! - [`playback`], [`guesses`], [`visitor`], [`settings`], [`projector`] and [`kiosk`] hold the state
//!   that commands change, each with its own `apply`.
//! - [`link`] writes a moment as a line of text, and reads it.
//! - [`config`] and [`lesson`] read the files that a museum or a teacher writes.
//!
//! This crate never opens a file, reads a clock, or spawns a thread or an entity, and it never names a
//! widget. The same input always gives the same scene.

pub mod chapter;
pub mod command;
pub mod config;
pub mod effect;
pub mod experiment;
pub mod guesses;
pub mod kiosk;
pub mod layout;
pub mod lesson;
pub mod link;
pub mod motion;
pub mod offered;
pub mod pin;
pub mod playback;
pub mod projector;
pub mod regions;
pub mod reload;
pub mod scene;
pub mod settings;
pub mod visitor;
pub mod visits;
