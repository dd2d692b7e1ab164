//! A language: its messages, filled in, and its way to write numbers.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use bevy_ecs::resource::Resource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use unic_langid::LanguageIdentifier;

use super::references::References;
use super::source::{Source, last_line_of};
use super::spans::{Emphasis, Span, spans};
use super::{DEFAULT_LANGUAGE, DataWords, Value, Words};
use crate::files::language::{ENDING, is_language};
use crate::files::{FileError, Files, Kind, Reason, kind};

pub use crate::files::language::FOLDER;
use crate::limits::LOCALES_BYTES;

type Bundle = FluentBundle<FluentResource>;

/// A language's messages; where it lacks one, the exhibit's own English has to do.
#[derive(Resource, Clone)]
pub struct Locale {
    language: String,
    own: Arc<Bundle>,
    english: Arc<Bundle>,
    missing: usize,
    letters: Arc<BTreeSet<char>>,
    pub(super) decimal_separator: String,
}

impl Locale {
    /// Reads all the Fluent files of a language.
    ///
    /// # Errors
    /// Returns an error that says where if there are none or one is invalid.
    pub fn load(files: &Files, language: &str) -> Result<Self, FileError> {
        Self::beside(&English::built_in()?, files, language)
    }

    pub(super) fn beside(
        english: &English,
        files: &Files,
        language: &str,
    ) -> Result<Self, FileError> {
        let (own, letters) = read(files, language)?;
        let missing = english.keys.iter().filter(|key| !own.has_message(key)).count();
        let mut locale = Self {
            language: language.to_owned(),
            own: Arc::new(own),
            letters: Arc::new(letters),
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

    /// The characters of the language's messages.
    #[must_use]
    pub fn letters(&self) -> &BTreeSet<char> {
        &self.letters
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
#[derive(Clone)]
pub(super) struct English {
    bundle: Arc<Bundle>,
    keys: Arc<[String]>,
}

impl English {
    #[cfg(test)]
    pub(super) fn count(&self) -> usize {
        self.keys.len()
    }

    /// Read once.
    pub(super) fn built_in() -> Result<Self, FileError> {
        static BUILT_IN: LazyLock<Result<English, FileError>> = LazyLock::new(English::read);
        BUILT_IN.clone()
    }

    fn read() -> Result<Self, FileError> {
        let files = Files::default();
        let mut keys = Vec::new();
        for source in sources(&files, DEFAULT_LANGUAGE)? {
            keys.extend(source.resource.entries().filter_map(|entry| match entry {
                Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
        }
        let bundle = Arc::new(read(&files, DEFAULT_LANGUAGE)?.0);
        Ok(Self { bundle, keys: keys.into() })
    }
}

/// The Fluent files of a language, in alphabetical order.
pub(super) fn paths(files: &Files, language: &str) -> Vec<String> {
    let mut paths = files.in_folder(&format!("{FOLDER}/{language}"));
    paths.retain(|path| kind(path) != Err(Reason::LeftOver) && path.ends_with(ENDING));
    paths
}

/// The names of the folders that hold Fluent files: the languages there are. A folder whose name is no
/// language is none of them.
#[must_use]
pub fn folders(files: &Files) -> Vec<String> {
    let mut names: Vec<String> = files
        .in_folder(FOLDER)
        .iter()
        .filter(|path| kind(path) == Ok(Kind::Messages))
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
    let identifier = language.parse().ok().filter(|_| is_language(language));
    identifier.ok_or_else(|| {
        let folder = format!("{FOLDER}/{language}");
        FileError::new(&folder, "expected a language such as en or de-AT")
    })
}

fn read(files: &Files, language: &str) -> Result<(Bundle, BTreeSet<char>), FileError> {
    let folder = format!("{FOLDER}/{language}");
    let mut bundle = FluentBundle::new_concurrent(vec![identifier(language)?]);
    bundle.set_use_isolating(false);
    let sources = sources(files, language)?;
    if sources.is_empty() {
        return Err(FileError::new(&folder, "there is no such locale"));
    }
    let References { faults, letters, .. } = References::of(&sources);
    if let Some(fault) = faults.into_iter().next() {
        return Err(fault);
    }
    for source in sources {
        let text = source.resource.source().to_owned();
        let path = source.path;
        bundle.add_resource(source.resource).map_err(|errors| {
            let problem = errors.first().map_or_else(String::new, |error| match error {
                FluentError::Overriding { id, .. } => {
                    format!("line {}: {}", last_line_of(&text, id), twice(id))
                }
                other => other.to_string(),
            });
            FileError::new(&path, problem)
        })?;
    }
    Ok((bundle, letters))
}

/// What is told of a name that messages and terms of a language have more than once.
pub(super) fn twice(name: &str) -> String {
    format!("a message or a term is called {name} already; expected each name once")
}

/// The files of a language, read.
///
/// # Errors
/// One cannot be read or understood, or is beyond a limit; or all are, together.
fn sources(files: &Files, language: &str) -> Result<Vec<Source>, FileError> {
    let (mut sources, mut problems, mut bytes) = (Vec::new(), Vec::new(), 0);
    for path in paths(files, language) {
        let source = Source::read(files, &path, &mut problems)?;
        if !problems.is_empty() {
            return Err(problems.swap_remove(0));
        }
        bytes += source.resource.source().len();
        if bytes > LOCALES_BYTES {
            let problem =
                format!("expected at most {LOCALES_BYTES} bytes in all files of a language");
            return Err(FileError::new(&path, problem));
        }
        sources.push(source);
    }
    Ok(sources)
}
