//! The exhibit driven without a window.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that meets the unexpected must fail, and say how"
)]

mod accessibility;
mod chapters;
mod comparison;
mod driver;
mod finger;
mod flashes;
mod keys;
mod kiosk;
mod languages;
mod lessons;
mod links;
mod listener;
mod part_1;
mod part_2;
mod part_3;
mod playback;
mod projector;
mod settings;
mod stage;
mod switches;
mod touch;
