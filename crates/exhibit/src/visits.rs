//! Visits: how they are recorded and summed up, without anything about a person.

pub mod lines;
pub mod record;
pub mod summary;
