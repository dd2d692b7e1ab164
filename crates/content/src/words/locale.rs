//! A language: fills in its messages, and knows how it writes numbers.

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

/// The messages of a language. The built-in English message replaces a missing one.
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
    /// Reads all Fluent files of a language.
    ///
    /// # Errors
    /// There are no such files, or one is invalid. The error says where.
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

    /// The language's own name for itself or, if it has none, the name of its folder.
    #[must_use]
    pub fn own_name(&self) -> String {
        let key = "language-name";
        if self.own.has_message(key) { self.plain(key) } else { self.language.clone() }
    }

    /// The number of messages that are shown in English, because the language lacks them.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.missing
    }

    /// All characters in the language's messages.
    #[must_use]
    pub fn letters(&self) -> &BTreeSet<char> {
        &self.letters
    }

    /// Whether there is a message with this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.own.has_message(key) || self.english.has_message(key)
    }

    /// A message without values.
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

    /// A message with its values filled in, split where the emphasis changes.
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
        // A message that is missing everywhere shows its key: ugly, but easy to find.
        found.unwrap_or_else(|| key.to_owned())
    }
}

/// The built-in English messages. Every language is compared with them.
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

    /// The built-in English messages, read once.
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

/// The available languages: the names of the folders that contain Fluent files. Ignores folders whose name is
/// not a language.
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

/// The language with this folder name.
///
/// # Errors
/// The name is not a language.
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

/// The message about a name that a language uses for more than one message or term.
pub(super) fn twice(name: &str) -> String {
    format!("a message or a term is called {name} already; expected each name once")
}

/// Reads the files of a language.
///
/// # Errors
/// A file cannot be read, has syntax errors or is beyond a limit, or all files together are beyond it.
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
