//! Words: every visible sentence comes from the locale's Fluent files. Every number is formatted here.

pub mod check;
mod direction;
mod languages;
pub mod locale;
mod numbers;
mod references;
mod shorten;
mod source;
mod spans;

use bevy_ecs::resource::Resource;

use crate::look::Look;

pub use direction::right_to_left;
pub use languages::Languages;
pub use locale::Locale;
pub use numbers::SUPERSCRIPTS;
pub use spans::{Emphasis, Span};

/// The language of the exhibit if no other is chosen.
pub const DEFAULT_LANGUAGE: &str = "en";

/// A message of the locale, and the values to fill in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// The message's key in the locale.
    pub key: &'static str,
    /// The values, with their names in the message.
    pub values: Vec<(&'static str, Value)>,
}

/// A value to fill in a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A count of things. The wording of the message may depend on it.
    Count(u64),
    /// A number with decimals.
    Number(f64),
    /// A number after a sign: in brackets if it is negative.
    Term(f64),
    /// A sum of numbers: `0.5 + 1 + (−2)`.
    Sum(Vec<f64>),
    /// A class, shown as the name of its colour or as the data's own name.
    Class(bool),
    /// A feature, 0 or 1, shown as the exhibit's name or as the data's own.
    Feature(usize),
    /// A finished text: another message, or a name.
    Text(String),
}

impl Words {
    /// Creates a message without values.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { key, values: Vec::new() }
    }

    /// Fills in a count of things.
    #[must_use]
    pub fn count(self, name: &'static str, count: impl TryInto<u64>) -> Self {
        self.with(name, Value::Count(count.try_into().unwrap_or(u64::MAX)))
    }

    /// Fills in a number.
    #[must_use]
    pub fn number(self, name: &'static str, number: f64) -> Self {
        self.with(name, Value::Number(number))
    }

    /// Rounds the numbers to `decimals` decimals, for places with little room.
    #[must_use]
    pub fn rounded(mut self, decimals: i32) -> Self {
        let scale = 10.0_f64.powi(decimals);
        for (_, value) in &mut self.values {
            if let Value::Number(number) = value {
                *number = (*number * scale).round() / scale;
            }
        }
        self
    }

    /// Fills in a class.
    #[must_use]
    pub fn class(self, name: &'static str, label: bool) -> Self {
        self.with(name, Value::Class(label))
    }

    /// Fills in the names of both classes, as `false` and `true`.
    #[must_use]
    pub fn both_classes(self) -> Self {
        self.class("false", false).class("true", true)
    }

    /// Fills in a number that follows a sign.
    #[must_use]
    pub fn term(self, name: &'static str, number: f64) -> Self {
        self.with(name, Value::Term(number))
    }

    /// Fills in a sum of numbers.
    #[must_use]
    pub fn sum(self, name: &'static str, numbers: Vec<f64>) -> Self {
        self.with(name, Value::Sum(numbers))
    }

    /// Fills in the name of a feature. `feature` is 0 or 1.
    #[must_use]
    pub fn feature(self, name: &'static str, feature: usize) -> Self {
        self.with(name, Value::Feature(feature))
    }

    /// Fills in the names of both features, as `first` and `second`.
    #[must_use]
    pub fn both_features(self) -> Self {
        self.feature("first", 0).feature("second", 1)
    }

    /// Fills in a finished text.
    #[must_use]
    pub fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Value::Text(text.into()))
    }

    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.values.push((name, value));
        self
    }
}

/// The data's own two names. The usual name replaces an empty one, which cannot be shown. If this makes the
/// two names equal, both are the usual ones.
fn or_usual(own: Option<[String; 2]>, usual: impl Fn() -> [String; 2]) -> [String; 2] {
    let Some(own) = own else { return usual() };
    let mut names = own.clone();
    for (name, usual) in names.iter_mut().zip(usual()).filter(|(name, _)| name.is_empty()) {
        *name = usual;
    }
    if names[0] == names[1] && names != own { usual() } else { names }
}

/// The names of the data's classes and features.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DataWords {
    classes: [String; 2],
    features: [String; 2],
    /// Whether the classes and the features have the data's own names, which may be of any length.
    own: [bool; 2],
}

impl DataWords {
    /// Takes the data's own names, `[class names, feature names]`. Without them, takes the names of the
    /// classes' colours and of the features from the locale.
    #[must_use]
    pub fn new(locale: &Locale, look: &Look, own: [Option<&[String; 2]>; 2]) -> Self {
        let [classes, features] = own.map(|names| names.map(tidy));
        let is_own = [classes.is_some(), features.is_some()];
        let colours = || [false, true].map(|label| locale.plain(look.class_name(label)));
        let usual = || ["feature-width", "feature-height"].map(|key| locale.plain(key));
        Self {
            own: is_own,
            classes: or_usual(classes, colours),
            features: or_usual(features, usual),
        }
    }

    /// The name of a class.
    #[must_use]
    pub fn class(&self, label: bool) -> &str {
        &self.classes[usize::from(label)]
    }

    /// The name of a feature: the first for 0, otherwise the second.
    #[must_use]
    pub fn feature(&self, feature: usize) -> &str {
        &self.features[feature.min(1)]
    }

    /// Shortens the data's own names until they fit.
    #[must_use]
    pub fn brief(&self, fits: impl Fn(&str) -> bool) -> Self {
        let brief = |names: &[String; 2], own| {
            if own { shorten::shorten_both(names, &fits) } else { names.clone() }
        };
        let [own_classes, own_features] = self.own;
        Self {
            classes: brief(&self.classes, own_classes),
            features: brief(&self.features, own_features),
            own: self.own,
        }
    }

    /// The names that are shortened, each with its full name.
    pub fn shortened<'a>(&'a self, whole: &'a Self) -> impl Iterator<Item = [&'a str; 2]> {
        let brief = self.classes.iter().chain(&self.features);
        let pairs = brief.zip(whole.classes.iter().chain(&whole.features));
        pairs.filter(|(brief, whole)| brief != whole).map(|(brief, whole)| [&**brief, &**whole])
    }
}

/// Makes names fit for display: on one line, and without `<`, which would begin a mark. A name without visible
/// characters becomes empty.
fn tidy(names: &[String; 2]) -> [String; 2] {
    let invisible = |letter: char| {
        letter.is_whitespace()
            || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
    };
    names.clone().map(|name| {
        let seen: String =
            name.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
        if seen.chars().all(invisible) {
            return String::new();
        }
        let words: Vec<&str> = seen.split_whitespace().collect();
        words.join(" ").replace('<', "\u{2039}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_name_replaces_an_empty_one() {
        let usual = || ["orange", "blue"].map(str::to_owned);
        let named = |first: &str, second: &str| {
            or_usual(Some([first.to_owned(), second.to_owned()]), usual)
        };
        assert_eq!(or_usual(None, usual), usual());
        assert_eq!(named("cat", "dog"), ["cat", "dog"]);
        assert_eq!(named("cat", ""), ["cat", "blue"]);
        assert_eq!(named("", ""), usual());
        assert_eq!(named("blue", ""), usual());
    }
}
