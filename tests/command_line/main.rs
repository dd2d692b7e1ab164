//! The command line that users see: the built program, its output, its messages, its exit codes.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

mod description;
mod doctor;
#[cfg(unix)]
mod inputs;
mod languages;
mod lessons;
mod links;
mod manual;
mod messages;
mod networks;
#[cfg(target_os = "linux")]
mod packages;
mod program;
mod settings;
mod snapshots;
mod traces;
mod visits;
