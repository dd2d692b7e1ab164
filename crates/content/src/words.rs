//! Words: every visible sentence comes from the locale's Fluent files, every number is formatted here.

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

/// The language that the exhibit speaks unless told otherwise.
pub const DEFAULT_LANGUAGE: &str = "en";

/// A message of the locale, with the values that it is filled in with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// The message's key in the locale.
    pub key: &'static str,
    /// Values by the names that the message gives them.
    pub values: Vec<(&'static str, Value)>,
}

/// What a message can be filled in with.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A count of things; the message may choose its words by it.
    Count(u64),
    /// A number with decimals.
    Number(f64),
    /// A number that stands behind a sign: in brackets if it is negative.
    Term(f64),
    /// Numbers added up: `0.5 + 1 + (−2)`.
    Sum(Vec<f64>),
    /// A class, by the name of its colour or by the data's own name.
    Class(bool),
    /// A feature, 0 or 1, by the exhibit's name or by the data's own.
    Feature(usize),
    /// Words that are ready: another message, or a name.
    Text(String),
}

impl Words {
    /// A message that needs no values.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { key, values: Vec::new() }
    }

    /// The same, with a count of things filled in.
    #[must_use]
    pub fn count(self, name: &'static str, count: impl TryInto<u64>) -> Self {
        self.with(name, Value::Count(count.try_into().unwrap_or(u64::MAX)))
    }

    /// The same, with a number filled in.
    #[must_use]
    pub fn number(self, name: &'static str, number: f64) -> Self {
        self.with(name, Value::Number(number))
    }

    /// The same with its numbers rounded to so many decimals, where there is little room.
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

    /// The same, with a class filled in.
    #[must_use]
    pub fn class(self, name: &'static str, label: bool) -> Self {
        self.with(name, Value::Class(label))
    }

    /// The same, with the names of both classes filled in, as `false` and `true`.
    #[must_use]
    pub fn both_classes(self) -> Self {
        self.class("false", false).class("true", true)
    }

    /// The same, with a number filled in that stands behind a sign.
    #[must_use]
    pub fn term(self, name: &'static str, number: f64) -> Self {
        self.with(name, Value::Term(number))
    }

    /// The same, with numbers filled in that are added up.
    #[must_use]
    pub fn sum(self, name: &'static str, numbers: Vec<f64>) -> Self {
        self.with(name, Value::Sum(numbers))
    }

    /// The same, with a feature's name filled in, `feature` being 0 or 1.
    #[must_use]
    pub fn feature(self, name: &'static str, feature: usize) -> Self {
        self.with(name, Value::Feature(feature))
    }

    /// The same, with the names of both features filled in, as `first` and `second`.
    #[must_use]
    pub fn both_features(self) -> Self {
        self.feature("first", 0).feature("second", 1)
    }

    /// The same, with words filled in that are ready.
    #[must_use]
    pub fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Value::Text(text.into()))
    }

    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.values.push((name, value));
        self
    }
}

/// The data's own two names, and in place of an empty one, which cannot be shown, the usual one. Two names
/// that would then be the same are both the usual ones.
fn or_usual(own: Option<[String; 2]>, usual: impl Fn() -> [String; 2]) -> [String; 2] {
    let Some(own) = own else { return usual() };
    let mut names = own.clone();
    for (name, usual) in names.iter_mut().zip(usual()).filter(|(name, _)| name.is_empty()) {
        *name = usual;
    }
    if names[0] == names[1] && names != own { usual() } else { names }
}

/// What the data's classes and features are called.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DataWords {
    classes: [String; 2],
    features: [String; 2],
    /// Whether the classes and the features have names of the data's own, which may be of any length.
    own: [bool; 2],
}

impl DataWords {
    /// The names of the classes' colours and of the features, or those that the data give:
    /// `[class names, feature names]`.
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

    /// What a class is called.
    #[must_use]
    pub fn class(&self, label: bool) -> &str {
        &self.classes[usize::from(label)]
    }

    /// What a feature is called, 0 for the first, else the second.
    #[must_use]
    pub fn feature(&self, feature: usize) -> &str {
        &self.features[feature.min(1)]
    }

    /// The same with the data's own names shortened as far as they have to be to fit.
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

    /// The names that are not the whole ones, each with its whole one.
    pub fn shortened<'a>(&'a self, whole: &'a Self) -> impl Iterator<Item = [&'a str; 2]> {
        let brief = self.classes.iter().chain(&self.features);
        let pairs = brief.zip(whole.classes.iter().chain(&whole.features));
        pairs.filter(|(brief, whole)| brief != whole).map(|(brief, whole)| [&**brief, &**whole])
    }
}

/// Names as they can be set: in one line, and without what would be taken for a mark of ours. A name of which
/// nothing would be seen is empty.
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
    fn a_name_that_cannot_be_shown_gives_way_to_the_usual_one() {
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
