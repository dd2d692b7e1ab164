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

/// A message of the locale, with the values that it is filled in with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// The message's key in the locale.
    pub key: &'static str,
    /// Values by the names that the message gives them.
    pub values: Vec<(&'static str, Value)>,
}

/// What a message can be filled in with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A count of things; the message may choose its words by it.
    Count(u64),
    /// A number with decimals.
    Number(f64),
    /// A class, by the name of its colour or by the data's own name.
    Class(bool),
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
    pub fn text(&self, words: &Words, classes: &ClassWords) -> String {
        let mut filled = FluentArgs::with_capacity(words.values.len());
        for &(name, value) in &words.values {
            match value {
                Value::Count(count) => filled.set(name, FluentValue::from(count)),
                Value::Number(number) => filled.set(name, FluentValue::from(self.number(number))),
                Value::Class(label) => filled.set(name, FluentValue::from(classes.of(label))),
            }
        }
        self.message(words.key, Some(&filled))
    }

    /// A message with its values filled in, cut where its setting changes.
    #[must_use]
    pub fn spans(&self, words: &Words, classes: &ClassWords) -> Vec<Span> {
        spans(&self.text(words, classes), |tag| match tag {
            "b" => Some(Emphasis::Strong),
            "boundary" => Some(Emphasis::Boundary),
            "error" => Some(Emphasis::Error),
            _ => words.values.iter().find_map(|&(name, value)| match value {
                Value::Class(label) if name == tag => Some(Emphasis::Class(label)),
                _ => None,
            }),
        })
    }

    /// A number as the locale writes it: rounded to 2 decimals, without idle zeros, with a minus sign.
    #[must_use]
    pub fn number(&self, number: f64) -> String {
        let mut text = format!("{:.DECIMALS$}", number.abs());
        if text.contains('.') {
            text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
        }
        let text = text.replace('.', &self.decimal_separator);
        if number < 0.0 && text != "0" { format!("\u{2212}{text}") } else { text }
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

/// What the two classes are called: by colour, or as the data calls them.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct ClassWords([String; 2]);

impl ClassWords {
    /// The names of the classes' colours, or those that the data gives.
    #[must_use]
    pub fn new(locale: &Locale, look: &Look, own: Option<&[String; 2]>) -> Self {
        match own {
            // A mark in a name would be taken for one of ours.
            Some(names) => Self(names.clone().map(|name| name.replace('<', "\u{2039}"))),
            None => Self([false, true].map(|label| locale.plain(look.class_name(label)))),
        }
    }

    /// What a class is called.
    #[must_use]
    pub fn of(&self, label: bool) -> &str {
        &self.0[usize::from(label)]
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
            (-0.001, "0"),
            (100.0, "100"),
        ];
        for (number, text) in cases {
            assert_eq!(locale.number(number), text);
        }
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
