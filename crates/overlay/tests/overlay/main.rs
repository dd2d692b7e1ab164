//! The overlay alone, without an engine: names, places, touch targets, focus, commands.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that meets the unexpected must fail, and say how"
)]

mod controls;
mod extremes;
mod hall;
mod keyboard;
mod last_row;
mod locales;
mod operator;
mod page;
mod plot;
mod projector;
mod stand;
mod text;
