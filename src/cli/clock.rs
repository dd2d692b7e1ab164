//! The time of day, which only the native edge knows.

use std::time::Duration;

use bevy::prelude::*;
use jiff::Zoned;

use crate::projector::TimeOfDay;

/// How often the clock is looked at; it shows minutes.
pub const LOOK: Duration = Duration::from_secs(1);

/// Tells the exhibit the time of day.
pub fn tell(mut time: ResMut<TimeOfDay>) {
    let now = Zoned::now();
    let [hour, minute] = [now.hour(), now.minute()].map(|part| u32::from(part.unsigned_abs()));
    time.set_if_neq(TimeOfDay(Some(60 * hour + minute)));
}
