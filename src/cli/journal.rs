//! A log that stays readable. It repeats a message only some times a minute, and then counts it. It uses
//! colours only on a terminal. It keeps the last error and the last warning for the operator.

pub mod latest;

use std::fmt::{self, Write};
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, IsTerminal};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bevy::log::tracing::field::{Field, Visit};
use bevy::log::tracing::{Event, Subscriber};
use bevy::log::tracing_subscriber::layer::Context;
use bevy::log::tracing_subscriber::{Layer, fmt as lines};
use bevy::log::{BoxedFmtLayer, BoxedLayer, LogPlugin};
use bevy::prelude::*;
use bevy::time::common_conditions::on_real_timer;
use latest::Latest;

use content::limits::{LOG_KINDS, LOG_REPEATS};

/// After this time, counting begins anew.
const MINUTE: Duration = Duration::from_secs(60);

/// The messages of this minute, shared by the log and the exhibit.
#[derive(Resource, Clone, Default)]
struct Minute(Arc<Mutex<Sayings>>);

/// Messages, and how often each came.
#[derive(Default)]
struct Sayings(Vec<Saying>);

struct Saying {
    kind: u64,
    times: u32,
    text: String,
}

/// A log on standard error, with the messages that this filter lets through.
#[must_use]
pub fn plain(filter: &str) -> LogPlugin {
    LogPlugin { filter: filter.to_owned(), fmt_layer: to_standard_error, ..default() }
}

/// The same log, but it does not repeat a message over and over.
#[must_use]
pub fn limited(filter: &str) -> LogPlugin {
    LogPlugin { custom_layer: layer, ..plain(filter) }
}

fn to_standard_error(_: &mut App) -> Option<BoxedFmtLayer> {
    let is_plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let colours = io::stderr().is_terminal() && !is_plain;
    Some(Box::new(lines::Layer::default().with_ansi(colours).with_writer(io::stderr)))
}

/// The layers of the log: one holds back messages that come too often, and one keeps the last error.
fn layer(app: &mut App) -> Option<BoxedLayer> {
    let (minute, latest) = (Minute::default(), Latest::default());
    app.insert_resource(minute.clone())
        .insert_resource(latest.clone())
        .add_systems(Last, tell_the_rest.run_if(on_real_timer(MINUTE)));
    let layers: Vec<BoxedLayer> = vec![Box::new(minute), Box::new(latest)];
    Some(Box::new(layers))
}

/// Reports, once a minute, how many messages were only counted.
fn tell_the_rest(minute: Res<Minute>) {
    // The lock is released before the warnings are logged, because logging takes the lock.
    let rest = minute.0.lock().map(|mut sayings| sayings.take_rest()).unwrap_or_default();
    for (more, text) in rest {
        warn!("… and {more} more like it: {text}");
    }
}

impl<S: Subscriber> Layer<S> for Minute {
    fn event_enabled(&self, event: &Event<'_>, _: Context<'_, S>) -> bool {
        let mut text = Text::default();
        event.record(&mut text);
        self.0.lock().map_or(true, |mut sayings| sayings.lets_through(&text.0))
    }
}

/// The text of a log event.
#[derive(Default)]
struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            // Writing to a string does not fail.
            let _ = write!(self.0, "{value:?}");
        }
    }
}

impl Sayings {
    fn lets_through(&mut self, text: &str) -> bool {
        let mut kind = kind(text);
        let mut known = self.0.iter().position(|saying| saying.kind == kind);
        if known.is_none() && self.0.len() > LOG_KINDS {
            // All messages beyond the limit are counted in the last place.
            known = Some(LOG_KINDS);
        } else if known.is_none() && self.0.len() == LOG_KINDS {
            kind = u64::MAX;
        }
        match known {
            Some(place) => self.0[place].times += 1,
            None => {
                let text = text.lines().next().unwrap_or_default().to_owned();
                self.0.push(Saying { kind, times: 1, text });
            }
        }
        self.0[known.unwrap_or(self.0.len() - 1)].times <= LOG_REPEATS
    }

    /// How often each message was held back. Counting begins anew.
    fn take_rest(&mut self) -> Vec<(u32, String)> {
        let sayings = self.0.drain(..);
        sayings
            .filter(|saying| saying.times > LOG_REPEATS)
            .map(|saying| (saying.times - LOG_REPEATS, saying.text))
            .collect()
    }
}

/// The kind of a message. Messages that differ only in their numbers are of the same kind.
fn kind(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    for byte in text.bytes().filter(|byte| !byte.is_ascii_digit()) {
        hasher.write_u8(byte);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_message_is_logged_ten_times_and_then_counted() {
        let mut sayings = Sayings::default();
        let heard = |sayings: &mut Sayings, text: &dyn Fn(u32) -> String| {
            (0..47).filter(|number| sayings.lets_through(&text(*number))).count()
        };
        let lost = |number: u32| format!("no picture after frame {number}\nfor a reason");
        assert_eq!(heard(&mut sayings, &lost), 10);
        assert!(sayings.lets_through("the visits cannot be written"));
        assert_eq!(sayings.take_rest(), [(37, "no picture after frame 0".to_owned())]);
        assert!(sayings.take_rest().is_empty());
        assert_eq!(heard(&mut sayings, &lost), 10, "anew with the next minute");
    }

    #[test]
    fn a_flood_of_different_messages_is_held_back_too() {
        let mut sayings = Sayings::default();
        let letters = |number: u32| "x".repeat(number as usize + 1);
        let heard = (0..1000).filter(|number| sayings.lets_through(&letters(*number))).count();
        assert_eq!(heard, LOG_KINDS + LOG_REPEATS as usize);
        assert_eq!(sayings.0.len(), LOG_KINDS + 1);
        assert!(sayings.lets_through("x"), "known messages are still counted apart");
    }
}
