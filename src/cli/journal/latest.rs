//! The last error and the last warning of the log, for the operator's page.

use std::sync::{Arc, Mutex};

use bevy::log::Level;
use bevy::log::tracing::{Event, Subscriber};
use bevy::log::tracing_subscriber::Layer;
use bevy::log::tracing_subscriber::layer::Context;
use bevy::prelude::*;
use jiff::Zoned;

use super::Text;
use content::limits::LOGGED_CHARACTERS;
use content::printable::brief;
use exhibit::kiosk::facts::Logged;

/// The last error and the last warning, shared by the log and the exhibit.
#[derive(Resource, Clone, Default)]
pub struct Latest(Arc<Mutex<[Option<Logged>; 2]>>);

impl Latest {
    /// The last error and the last warning, each if there was one.
    #[must_use]
    pub fn get(&self) -> [Option<Logged>; 2] {
        self.0.lock().map(|latest| latest.clone()).unwrap_or_default()
    }
}

impl<S: Subscriber> Layer<S> for Latest {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let place = match *event.metadata().level() {
            Level::ERROR => 0,
            Level::WARN => 1,
            _ => return,
        };
        let mut text = Text::default();
        event.record(&mut text);
        let line = text.0.split_whitespace().collect::<Vec<_>>().join(" ");
        let when = Zoned::now().datetime();
        if let Ok(mut latest) = self.0.lock() {
            latest[place] = Some(Logged { when, text: brief(&line, LOGGED_CHARACTERS) });
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use bevy::log::tracing::subscriber::with_default;
    use bevy::log::tracing_subscriber::{self, prelude::*};

    fn texts(act: impl FnOnce()) -> [Option<String>; 2] {
        let latest = Latest::default();
        with_default(tracing_subscriber::registry().with(latest.clone()), act);
        latest.get().map(|logged| logged.map(|logged| logged.text))
    }

    #[test]
    fn the_last_error_stays_when_other_messages_follow() {
        assert_eq!(texts(|| info!("it begins")), [None, None]);
        let said = texts(|| {
            error!("a first one");
            error!("the disk {}\n  is full", "/dev/sda");
            warn!("a wrong PIN was given");
            info!("it goes on");
        });
        assert_eq!(said[0].as_deref(), Some("the disk /dev/sda is full"));
        assert_eq!(said[1].as_deref(), Some("a wrong PIN was given"));
    }

    #[test]
    fn kept_messages_are_printable_and_short_and_have_the_time() {
        let [error, _] = texts(|| error!("\x1b[31m{}", "long ".repeat(200)));
        let error = error.unwrap();
        assert!(error.starts_with("\\u{1b}[31mlong long") && error.ends_with('…'), "{error}");
        assert_eq!(error.chars().count(), LOGGED_CHARACTERS);

        let latest = Latest::default();
        let before = Zoned::now().datetime();
        with_default(tracing_subscriber::registry().with(latest.clone()), || warn!("now"));
        let [_, warning] = latest.get();
        let when = warning.unwrap().when;
        assert!(before <= when && when <= Zoned::now().datetime());
    }
}
