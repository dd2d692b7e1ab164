//! Words: every visible sentence comes from the locale's Fluent files, every number is formatted here.

use bevy::prelude::Resource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::files::{FileError, Files};
use crate::look::Look;

/// The language that the exhibit speaks unless told otherwise.
pub const DEFAULT_LANGUAGE: &str = "en";
/// Decimal places beyond which a number on the screen is rounded.
const DECIMALS: usize = 2;
/// Below this, one more decimal place is shown.
const FINE: f64 = 0.1;
/// The most numbers of a sum that are all written out.
const MOST_TERMS: usize = 9;
/// How many are written before the dots of a longer sum.
const FIRST_TERMS: usize = 7;

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

    /// The same, with a class filled in.
    #[must_use]
    pub fn class(self, name: &'static str, label: bool) -> Self {
        self.with(name, Value::Class(label))
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

    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.values.push((name, value));
        self
    }
}

/// A stretch of a sentence set in one way.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// How they are set.
    pub emphasis: Emphasis,
}

/// How a stretch of a sentence is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// As the rest: `…`.
    Plain,
    /// Strong: `<b>…</b>`.
    Strong,
    /// About the decision boundary: `<boundary>…</boundary>`.
    Boundary,
    /// About an error: `<error>…</error>`.
    Error,
    /// About a class: `<name>…</name>`, where the value of that name is a class.
    Class(bool),
}

/// A language's messages.
#[derive(Resource)]
pub struct Locale {
    bundle: FluentBundle<FluentResource>,
    decimal_separator: String,
}

impl Locale {
    /// Reads all the Fluent files of a language.
    ///
    /// # Errors
    /// There are none, or one is not as it should be; the error says where.
    pub fn load(files: &Files, language: &str) -> Result<Self, FileError> {
        let folder = format!("locales/{language}");
        let identifier: LanguageIdentifier = language
            .parse()
            .map_err(|_| FileError::new(&folder, "expected a language such as en or de-AT"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        let paths = files.in_folder(&folder);
        if paths.is_empty() {
            return Err(FileError::new(&folder, "there is no such locale"));
        }
        for path in paths {
            let text = files.text(&path)?;
            let resource = FluentResource::try_new(text).map_err(|(resource, errors)| {
                let at = errors.first().map_or(0, |error| error.pos.start);
                let line = 1 + resource.source()[..at].matches('\n').count();
                let what = errors.first().map(ToString::to_string).unwrap_or_default();
                FileError::new(&path, format!("line {line}: {what}"))
            })?;
            bundle
                .add_resource(resource)
                .map_err(|errors| FileError::new(&path, format!("{errors:?}")))?;
        }
        let mut locale = Self { bundle, decimal_separator: String::new() };
        locale.decimal_separator = locale.plain("decimal-separator");
        Ok(locale)
    }

    /// Whether there is a message of that key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A message without values, marks removed.
    #[must_use]
    pub fn plain(&self, key: &str) -> String {
        self.message(key, None)
    }

    /// A message with its values filled in.
    #[must_use]
    pub fn text(&self, words: &Words, data: &DataWords) -> String {
        let mut filled = FluentArgs::with_capacity(words.values.len());
        for (name, value) in &words.values {
            let value = match value {
                Value::Count(count) => FluentValue::from(*count),
                Value::Number(number) => FluentValue::from(self.number(*number)),
                Value::Term(number) => FluentValue::from(self.term(*number)),
                Value::Sum(numbers) => FluentValue::from(self.sum(numbers)),
                Value::Class(label) => FluentValue::from(data.class(*label)),
                Value::Feature(feature) => FluentValue::from(data.feature(*feature)),
            };
            filled.set(*name, value);
        }
        self.message(words.key, Some(&filled))
    }

    /// A message with its values filled in, cut where its setting changes.
    #[must_use]
    pub fn spans(&self, words: &Words, data: &DataWords) -> Vec<Span> {
        spans(&self.text(words, data), |tag| match tag {
            "b" => Some(Emphasis::Strong),
            "boundary" => Some(Emphasis::Boundary),
            "error" => Some(Emphasis::Error),
            _ => words.values.iter().find_map(|(name, value)| match value {
                Value::Class(label) if *name == tag => Some(Emphasis::Class(*label)),
                _ => None,
            }),
        })
    }

    /// A number as the locale writes it: rounded to 2 decimals, or to 3 if it is below 0.1, without
    /// idle zeros, with a minus sign.
    #[must_use]
    pub fn number(&self, number: f64) -> String {
        let decimals = if number.abs() < FINE { DECIMALS + 1 } else { DECIMALS };
        let mut text = format!("{:.decimals$}", number.abs());
        if text.contains('.') {
            text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
        }
        let text = text.replace('.', &self.decimal_separator);
        if number < 0.0 && text != "0" { format!("\u{2212}{text}") } else { text }
    }

    /// A number as it stands behind a sign: in brackets if it is negative.
    #[must_use]
    pub fn term(&self, number: f64) -> String {
        let text = self.number(number);
        if text.starts_with('\u{2212}') { format!("({text})") } else { text }
    }

    /// Seconds as minutes and seconds: `12:05`.
    #[must_use]
    pub fn minutes(&self, seconds: f64) -> String {
        let seconds = seconds.max(0.0) as u64;
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }

    /// Minutes of the day as hours and minutes: `14:05`.
    #[must_use]
    pub fn time_of_day(&self, minutes: u32) -> String {
        format!("{}:{:02}", minutes / 60, minutes % 60)
    }

    /// Numbers added up; of many, the first and the last.
    fn sum(&self, numbers: &[f64]) -> String {
        let mut text = String::new();
        for (index, &number) in numbers.iter().enumerate() {
            let left_out =
                numbers.len() > MOST_TERMS && (FIRST_TERMS..numbers.len() - 1).contains(&index);
            if left_out && index > FIRST_TERMS {
                continue;
            }
            if index > 0 {
                text.push_str(" + ");
            }
            text.push_str(&match (left_out, index) {
                (true, _) => "…".to_owned(),
                (false, 0) => self.number(number),
                (false, _) => self.term(number),
            });
        }
        text
    }

    fn message(&self, key: &str, values: Option<&FluentArgs<'_>>) -> String {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        // A missing message shows its key: ugly, but honest and easy to find.
        pattern.map_or_else(
            || key.to_owned(),
            |pattern| self.bundle.format_pattern(pattern, values, &mut Vec::new()).into_owned(),
        )
    }
}

/// What the data's classes and features are called.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct DataWords {
    classes: [String; 2],
    features: [String; 2],
}

impl DataWords {
    /// The names of the classes' colours and of the features, or those that the data give:
    /// `[class names, feature names]`.
    #[must_use]
    pub fn new(locale: &Locale, look: &Look, own: [Option<&[String; 2]>; 2]) -> Self {
        // A mark in a name would be taken for one of ours.
        let tamed = |names: &[String; 2]| names.clone().map(|name| name.replace('<', "\u{2039}"));
        let [classes, features] = own.map(|names| names.map(tamed));
        Self {
            classes: classes
                .unwrap_or_else(|| [false, true].map(|label| locale.plain(look.class_name(label)))),
            features: features.unwrap_or_else(|| {
                ["feature-width", "feature-height"].map(|key| locale.plain(key))
            }),
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
}

/// Cuts a text at its marks; a mark that `emphasis` does not know stays as it is.
fn spans(text: &str, emphasis: impl Fn(&str) -> Option<Emphasis>) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut push = |text: &str, emphasis| {
        if !text.is_empty() {
            spans.push(Span { text: text.to_owned(), emphasis });
        }
    };
    let mut rest = text;
    while let Some((before, tag, inside, after)) = next_mark(rest) {
        match emphasis(tag) {
            Some(known) => {
                push(before, Emphasis::Plain);
                push(inside, known);
                rest = after;
            }
            None => {
                let end = before.len() + 1;
                push(&rest[..end], Emphasis::Plain);
                rest = &rest[end..];
            }
        }
    }
    push(rest, Emphasis::Plain);
    spans
}

/// The text before `<tag>`, the tag, the text up to `</tag>`, and the text after it.
fn next_mark(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (before, opened) = text.split_once('<')?;
    let (tag, rest) = opened.split_once('>')?;
    let (inside, after) = rest.split_once(&format!("</{tag}>"))?;
    Some((before, tag, inside, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_and_signed_properly() {
        let locale = Locale::load(&Files::default(), DEFAULT_LANGUAGE).expect("shipped");
        let cases = [
            (27.900_000_000_000_006, "27.9"),
            (30.0, "30"),
            (-57.0, "\u{2212}57"),
            (0.125, "0.12"),
            (-0.0049, "\u{2212}0.005"),
            (-0.0004, "0"),
            (100.0, "100"),
        ];
        for (number, text) in cases {
            assert_eq!(locale.number(number), text);
        }
        assert_eq!(locale.term(-0.5), "(\u{2212}0.5)");
        assert_eq!(locale.sum(&[-1.0, 2.0, -3.5]), "\u{2212}1 + 2 + (\u{2212}3.5)");
        let many: Vec<f64> = (0..20).map(f64::from).collect();
        assert_eq!(locale.sum(&many), "0 + 1 + 2 + 3 + 4 + 5 + 6 + … + 19");
        assert_eq!(locale.sum(&many[..9]), "0 + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8");
    }

    #[test]
    fn marks_set_stretches_apart() {
        let found = spans("<b>29</b> is <odd>more</odd> than 3 < 4", |tag| {
            (tag == "b").then_some(Emphasis::Strong)
        });
        let text: String = found.iter().map(|span| span.text.as_str()).collect();
        assert_eq!(text, "29 is <odd>more</odd> than 3 < 4");
        assert_eq!(found[0], Span { text: "29".to_owned(), emphasis: Emphasis::Strong });
        assert!(found[1..].iter().all(|span| span.emphasis == Emphasis::Plain));
    }
}
