//! Compares a locale with the built-in English: finds missing messages, and messages that are never shown.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::DEFAULT_LANGUAGE;
use super::locale::{identifier, paths, twice};
use super::references::References;
use super::source::Source;
use crate::files::{FileError, Files};
use crate::limits::MISSING_TOLD;

/// Prefixes of keys that a locale may add: names of a teacher's own themes, palettes and colours.
const OWN_NAMES: [&str; 3] = ["theme-", "palette-", "colour-"];

/// The errors in a language's messages, file by file. Empty if the messages can replace all of the built-in
/// English ones.
#[must_use]
pub fn check(files: &Files, language: &str) -> Vec<FileError> {
    let mut problems = Vec::new();
    if let Err(error) = identifier(language) {
        problems.push(error);
    }
    let expected = &*ENGLISH;
    let (mut found, mut names) = (BTreeMap::new(), BTreeSet::new());
    let sources = sources(files, language, &mut problems);
    for source in &sources {
        collect(source, &mut found, &mut names, &mut problems);
    }
    let References { faults, unknown, .. } = References::of(&sources);
    problems.extend(faults.into_iter().chain(unknown));
    for (key, message) in &found {
        match expected.get(key) {
            Some(original) => message.compare(key, original, &mut problems),
            None if OWN_NAMES.iter().any(|start| key.starts_with(start)) => {}
            None => problems.push(message.problem(&format!("no message is called {key}"))),
        }
    }
    problems.extend(missing(expected, &found, language));
    problems.sort_by(|a, b| a.path.cmp(&b.path));
    problems
}

type Messages = BTreeMap<String, Message>;

/// The built-in English messages. They have no errors: the tests check this.
static ENGLISH: LazyLock<Messages> = LazyLock::new(|| {
    let mut messages = BTreeMap::new();
    for source in sources(&Files::default(), DEFAULT_LANGUAGE, &mut Vec::new()) {
        collect(&source, &mut messages, &mut BTreeSet::new(), &mut Vec::new());
    }
    messages
});

/// The errors about missing messages, one or more for each English file that contains them. Each lists at most
/// [`MISSING_TOLD`].
fn missing(expected: &Messages, found: &Messages, language: &str) -> Vec<FileError> {
    let mut by_file: BTreeMap<&str, Vec<(usize, &str)>> = BTreeMap::new();
    for (key, message) in expected.iter().filter(|(key, _)| !found.contains_key(*key)) {
        by_file.entry(&message.path).or_default().push((message.line, key));
    }
    let of_file = |(path, mut keys): (&str, Vec<(usize, &str)>)| -> Vec<FileError> {
        let all = expected.values().filter(|message| message.path == path).count();
        keys.sort_unstable();
        let folder = format!("/{DEFAULT_LANGUAGE}/");
        let here = path.replacen(&folder, &format!("/{language}/"), 1);
        if keys.len() == all {
            return vec![FileError::new(
                &here,
                format!("all {all} messages of {path} are missing"),
            )];
        }
        let listed = |keys: &[(usize, &str)]| {
            let named: Vec<_> =
                keys.iter().map(|(line, key)| format!("{key} (line {line})")).collect();
            let problem = format!("these messages of {path} are missing: {}", named.join(", "));
            FileError::new(&here, problem)
        };
        keys.chunks(MISSING_TOLD).map(listed).collect()
    };
    by_file.into_iter().flat_map(of_file).collect()
}

/// The properties of a message that are compared.
struct Message {
    path: String,
    line: usize,
    /// The names of values, each with the line of its first use.
    variables: BTreeMap<String, usize>,
    marks: BTreeSet<String>,
}

impl Message {
    fn problem(&self, problem: &str) -> FileError {
        FileError::new(&self.path, format!("line {}: {problem}", self.line))
    }

    fn compare(&self, key: &str, original: &Self, problems: &mut Vec<FileError>) {
        for (name, line) in &self.variables {
            if !original.variables.contains_key(name) {
                let problem = format!("line {line}: {key} is given no value {{ ${name} }}");
                problems.push(FileError::new(&self.path, problem));
            }
        }
        for name in original.variables.keys() {
            if !self.variables.contains_key(name) {
                problems.push(self.problem(&format!("{key} does not show {{ ${name} }}")));
            }
        }
        for mark in &self.marks - &original.marks {
            problems.push(self.problem(&format!("{key} knows no mark <{mark}>")));
        }
        for mark in &original.marks - &self.marks {
            problems.push(self.problem(&format!("{key} lacks the mark <{mark}>")));
        }
    }
}

/// Reads the files of a language. Adds an error for each file that cannot be read.
fn sources(files: &Files, language: &str, problems: &mut Vec<FileError>) -> Vec<Source> {
    let mut sources = Vec::new();
    for path in paths(files, language) {
        match Source::read(files, &path, problems) {
            Ok(source) => sources.push(source),
            Err(error) => problems.push(error),
        }
    }
    sources
}

/// Collects the messages of a file. Finds names that are used more than once.
fn collect(
    source: &Source,
    messages: &mut Messages,
    names: &mut BTreeSet<String>,
    problems: &mut Vec<FileError>,
) {
    for entry in source.resource.entries() {
        let name = match entry {
            Entry::Message(message) => message.id.name,
            Entry::Term(term) => term.id.name,
            _ => continue,
        };
        if !names.insert(name.to_owned()) {
            problems.push(source.problem(name, &twice(name)));
        }
        let Entry::Message(found) = entry else { continue };
        let key = found.id.name;
        let mut message = Message {
            path: source.path.clone(),
            line: source.line(key),
            variables: BTreeMap::new(),
            marks: BTreeSet::new(),
        };
        if let Some(pattern) = &found.value {
            Reader { source }.walk(pattern, &mut message, problems);
        }
        messages.insert(key.to_owned(), message);
    }
}

struct Reader<'a> {
    source: &'a Source,
}

impl Reader<'_> {
    fn walk(&self, pattern: &Pattern<&str>, message: &mut Message, problems: &mut Vec<FileError>) {
        let mut words = String::new();
        let mut line = message.line;
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    words.push_str(value);
                    line = self.source.line(value);
                }
                PatternElement::Placeable { expression } => {
                    // This stands for a value, which has no marks of its own.
                    words.push('·');
                    self.walk_expression(expression, message, problems);
                }
            }
        }
        match marks(&words) {
            Ok(found) => message.marks.extend(found),
            Err(problem) => {
                let problem = format!("line {line}: {problem}");
                problems.push(FileError::new(&self.source.path, problem));
            }
        }
    }

    fn walk_expression(
        &self,
        expression: &Expression<&str>,
        message: &mut Message,
        problems: &mut Vec<FileError>,
    ) {
        match expression {
            Expression::Inline(inline) => self.walk_inline(inline, message, problems),
            Expression::Select { selector, variants } => {
                self.walk_inline(selector, message, problems);
                for variant in variants {
                    self.walk(&variant.value, message, problems);
                }
            }
        }
    }

    fn walk_inline(
        &self,
        inline: &InlineExpression<&str>,
        message: &mut Message,
        problems: &mut Vec<FileError>,
    ) {
        match inline {
            InlineExpression::VariableReference { id } => {
                let line = self.source.line(id.name);
                message.variables.entry(id.name.to_owned()).or_insert(line);
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.walk_inline(argument, message, problems);
                }
            }
            InlineExpression::Placeable { expression } => {
                self.walk_expression(expression, message, problems);
            }
            _ => {}
        }
    }
}

/// The marks of a text, such as `b` of `<b>29</b>`.
///
/// # Errors
/// A mark is not closed, is closed but never opened, or is inside another.
fn marks(text: &str) -> Result<BTreeSet<String>, String> {
    let mut found = BTreeSet::new();
    let mut open: Option<&str> = None;
    for piece in text.split('<').skip(1) {
        let Some((tag, _)) = piece.split_once('>') else { continue };
        let name = tag.strip_prefix('/').unwrap_or(tag);
        let is_mark = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if name.is_empty() || !name.chars().all(is_mark) {
            continue;
        }
        open = match (open, tag.starts_with('/')) {
            (None, false) => Some(name),
            (Some(opened), true) if opened == name => {
                found.insert(name.to_owned());
                None
            }
            (Some(opened), _) => {
                return Err(format!("expected </{opened}> after <{opened}>, found <{tag}>"));
            }
            (None, true) => return Err(format!("expected <{name}> before <{tag}>")),
        };
    }
    open.map_or(Ok(found), |opened| Err(format!("expected </{opened}> after <{opened}>")))
}
