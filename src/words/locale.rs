//! A language: its messages, filled in, and its way to write numbers.

use std::sync::Arc;

use bevy::prelude::Resource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use fluent_syntax::parser::ParserError;
use unic_langid::LanguageIdentifier;

use super::spans::{Emphasis, Span, spans};
use super::{DEFAULT_LANGUAGE, DataWords, Value, Words};
use crate::files::{FileError, Files};

/// How the files of messages end.
pub const ENDING: &str = ".ftl";
/// The folder of all languages.
const FOLDER: &str = "locales";

type Bundle = FluentBundle<FluentResource>;

/// A language's messages; where it lacks one, the exhibit's own English has to do.
#[derive(Resource, Clone)]
pub struct Locale {
    language: String,
    own: Arc<Bundle>,
    english: Arc<Bundle>,
    missing: usize,
    pub(super) decimal_separator: String,
}

impl Locale {
    /// Reads all the Fluent files of a language.
    ///
    /// # Errors
    /// There are none, or one is not as it should be; the error says where.
    pub fn load(files: &Files, language: &str) -> Result<Self, FileError> {
        Self::beside(&English::built_in()?, files, language)
    }

    pub(super) fn beside(
        english: &English,
        files: &Files,
        language: &str,
    ) -> Result<Self, FileError> {
        let own = Arc::new(read(files, language)?);
        let missing = english.keys.iter().filter(|key| !own.has_message(key)).count();
        let mut locale = Self {
            language: language.to_owned(),
            own,
            english: Arc::clone(&english.bundle),
            missing,
            decimal_separator: String::new(),
        };
        locale.decimal_separator = locale.plain("decimal-separator");
        Ok(locale)
    }

    /// The name of the language's folder, such as `en`.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// What the language calls itself; if it does not say, its folder's name.
    #[must_use]
    pub fn own_name(&self) -> String {
        let key = "language-name";
        if self.own.has_message(key) { self.plain(key) } else { self.language.clone() }
    }

    /// Count of messages that are shown in English, for want of the language's own.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.missing
    }

    /// Whether there is a message of that key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.own.has_message(key) || self.english.has_message(key)
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
                Value::Text(text) => FluentValue::from(text.as_str()),
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

    fn message(&self, key: &str, values: Option<&FluentArgs<'_>>) -> String {
        let found = [&self.own, &self.english].into_iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            Some(bundle.format_pattern(pattern, values, &mut Vec::new()).into_owned())
        });
        // A message that there is nowhere shows its key: ugly, but honest and easy to find.
        found.unwrap_or_else(|| key.to_owned())
    }
}

/// The built-in English, which every language is measured by.
pub(super) struct English {
    bundle: Arc<Bundle>,
    keys: Vec<String>,
}

impl English {
    #[cfg(test)]
    pub(super) fn count(&self) -> usize {
        self.keys.len()
    }

    pub(super) fn built_in() -> Result<Self, FileError> {
        let files = Files::default();
        let mut keys = Vec::new();
        for path in paths(&files, DEFAULT_LANGUAGE) {
            let resource = resource(&path, files.text(&path)?)?;
            keys.extend(resource.entries().filter_map(|entry| match entry {
                Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
        }
        Ok(Self { bundle: Arc::new(read(&files, DEFAULT_LANGUAGE)?), keys })
    }
}

/// The Fluent files of a language, in alphabetical order.
pub(super) fn paths(files: &Files, language: &str) -> Vec<String> {
    let mut paths = files.in_folder(&format!("{FOLDER}/{language}"));
    paths.retain(|path| path.ends_with(ENDING));
    paths
}

/// The path under `assets` of a file of a folder of locales, such as `nl/own.ftl`.
#[must_use]
pub fn path(inside: &str) -> String {
    format!("{FOLDER}/{inside}")
}

/// The names of the folders that hold Fluent files: the languages there are.
#[must_use]
pub fn folders(files: &Files) -> Vec<String> {
    let mut names: Vec<String> = files
        .in_folder(FOLDER)
        .iter()
        .filter(|path| path.ends_with(ENDING))
        .filter_map(|path| path.strip_prefix(FOLDER)?.strip_prefix('/')?.split_once('/'))
        .map(|(language, _)| language.to_owned())
        .collect();
    names.dedup();
    names
}

/// The language that a folder's name stands for.
///
/// # Errors
/// It stands for none.
pub(super) fn identifier(language: &str) -> Result<LanguageIdentifier, FileError> {
    language.parse().map_err(|_| {
        let folder = format!("{FOLDER}/{language}");
        FileError::new(&folder, "expected a language such as en or de-AT")
    })
}

fn read(files: &Files, language: &str) -> Result<Bundle, FileError> {
    let folder = format!("{FOLDER}/{language}");
    let mut bundle = FluentBundle::new_concurrent(vec![identifier(language)?]);
    bundle.set_use_isolating(false);
    let paths = paths(files, language);
    if paths.is_empty() {
        return Err(FileError::new(&folder, "there is no such locale"));
    }
    for path in paths {
        let text = files.text(&path)?;
        let resource = resource(&path, text.clone())?;
        bundle.add_resource(resource).map_err(|errors| {
            let problem = errors.first().map_or_else(String::new, |error| match error {
                FluentError::Overriding { id, .. } => {
                    let line = line_of_second(&text, id);
                    format!("line {line}: the message {id} is there already; expected each once")
                }
                other => other.to_string(),
            });
            FileError::new(&path, problem)
        })?;
    }
    Ok(bundle)
}

/// Reads the text of a Fluent file.
///
/// # Errors
/// It is not as it should be; the error says where.
pub(super) fn resource(path: &str, text: String) -> Result<FluentResource, FileError> {
    FluentResource::try_new(text).map_err(|(resource, errors)| {
        let first = errors.first().map(|error| syntax_error(path, resource.source(), error));
        first.unwrap_or_else(|| FileError::new(path, "expected messages, found other text"))
    })
}

/// What is wrong with the syntax of a file, and where.
pub(super) fn syntax_error(path: &str, text: &str, error: &ParserError) -> FileError {
    // What ends too soon is missed only in the next line; it is the message that is to be mended.
    let message = error.slice.clone().unwrap_or(0..text.len());
    let end = text
        .get(message.clone())
        .map_or(message.end, |message_text| message.start + message_text.trim_end().len());
    let at = error.pos.start.min(end).max(message.start);
    FileError::new(path, format!("line {}: {error}", line_at(text, at)))
}

/// The line, counted from 1, of a place in a text.
pub(super) fn line_at(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|&byte| byte == b'\n').count()
}

/// The last line that a message of that key begins in.
fn line_of_second(text: &str, key: &str) -> usize {
    let begins =
        |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
    text.lines().enumerate().filter(|(_, line)| begins(line)).last().map_or(1, |(at, _)| at + 1)
}
