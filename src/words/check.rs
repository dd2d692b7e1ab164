//! A locale measured by the exhibit's English: what it lacks, and what nothing would ever show.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::DEFAULT_LANGUAGE;
use super::locale::{identifier, paths};
use super::references::References;
use super::source::Source;
use crate::files::{FileError, Files};

/// What these files may name as they like: a teacher's own themes, palettes and colours.
const OWN_NAMES: [&str; 3] = ["theme-", "palette-", "colour-"];

/// What is wrong with a language's messages, file by file; nothing, if they can stand for all of the
/// built-in English ones.
#[must_use]
pub fn check(files: &Files, language: &str) -> Vec<FileError> {
    let mut problems = Vec::new();
    if let Err(error) = identifier(language) {
        problems.push(error);
    }
    let english = Files::default();
    let mut expected = BTreeMap::new();
    // What is built in is without faults: the tests see to it.
    for source in sources(&english, DEFAULT_LANGUAGE, &mut Vec::new()) {
        collect(&source, &mut expected, &mut Vec::new());
    }
    let mut found = BTreeMap::new();
    let sources = sources(files, language, &mut problems);
    for source in &sources {
        collect(source, &mut found, &mut problems);
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
    problems.extend(missing(&expected, &found, language));
    problems.sort_by(|a, b| a.path.cmp(&b.path));
    problems
}

type Messages = BTreeMap<String, Message>;

/// The messages that are not there, a line for each English file.
fn missing(expected: &Messages, found: &Messages, language: &str) -> Vec<FileError> {
    let mut by_file: BTreeMap<&str, Vec<(usize, &str)>> = BTreeMap::new();
    for (key, message) in expected.iter().filter(|(key, _)| !found.contains_key(*key)) {
        by_file.entry(&message.path).or_default().push((message.line, key));
    }
    let of_file = |(path, mut keys): (&str, Vec<(usize, &str)>)| {
        let all = expected.values().filter(|message| message.path == path).count();
        keys.sort_unstable();
        let named: Vec<_> = keys.iter().map(|(line, key)| format!("{key} (line {line})")).collect();
        let folder = format!("/{DEFAULT_LANGUAGE}/");
        let here = path.replacen(&folder, &format!("/{language}/"), 1);
        let problem = if keys.len() == all {
            format!("all {all} messages of {path} are missing")
        } else {
            format!("these messages of {path} are missing: {}", named.join(", "))
        };
        FileError::new(&here, problem)
    };
    by_file.into_iter().map(of_file).collect()
}

/// What can be compared about a message.
struct Message {
    path: String,
    line: usize,
    /// Names of values, with the lines in which they are first used.
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

/// Reads the files of a language; what cannot be read is a problem.
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

/// Collects the messages of a file.
fn collect(source: &Source, messages: &mut Messages, problems: &mut Vec<FileError>) {
    for entry in source.resource.entries() {
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
        if messages.contains_key(key) {
            let problem = format!("the message {key} is there already; expected each once");
            problems.push(message.problem(&problem));
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
                    // Something stands here that has no marks of its own.
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
/// One is not closed, or closed without having been opened, or lies within another.
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use crate::words::Languages;

    #[test]
    fn every_locale_shipped_has_the_same_messages_values_and_marks() {
        let files = Files::default();
        for locale in Languages::load(&files).unwrap().iter() {
            let problems = check(&files, locale.language());
            let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
            assert!(problems.is_empty(), "{}", problems.join("\n"));
        }
    }

    /// What is found if, in a copy of the English part I, `old` is replaced by `new`.
    fn found_after(old: &str, new: &str) -> Vec<String> {
        let english = Files::default();
        let mut own = BTreeMap::new();
        for path in paths(&english, DEFAULT_LANGUAGE) {
            let text = english.text(&path).unwrap();
            let text = if path.ends_with("part-1.ftl") {
                assert!(text.contains(old), "{old}");
                text.replacen(old, new, 1)
            } else {
                text
            };
            own.insert(path.replace("/en/", "/nl/"), text.into_bytes());
        }
        let problems = check(&Files::with_overrides(own), "nl");
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn each_fault_is_told_with_its_file_and_line() {
        assert_eq!(found_after("note-counted", "note-counted"), Vec::<String>::new());
        assert_eq!(found_after("note-counted = counted\n", "palette-own = Own\n").len(), 1);
        let at = Files::default().text("locales/en/part-1.ftl").unwrap();
        let line = |of: &str| 1 + at[..at.find(of).unwrap()].matches('\n').count();
        for (old, new, expected) in [
            (
                "note-counted = counted\n",
                "",
                format!(
                    "locales/nl/part-1.ftl: these messages of locales/en/part-1.ftl are missing: \
                     note-counted (line {})",
                    line("note-counted")
                ),
            ),
            (
                "note-counted =",
                "note-counted-too = a\nnote-counted =",
                format!("line {}: no message is called note-counted-too", line("note-counted")),
            ),
            (
                "note-barcode-number = Barcode { $number }",
                "note-barcode-number = Barcode { $nummer }",
                format!(
                    "line {}: note-barcode-number is given no value {{ $nummer }}",
                    line("note-barcode")
                ),
            ),
            (
                "note-barcode-number = Barcode { $number }",
                "note-barcode-number = Barcode",
                format!(
                    "line {}: note-barcode-number does not show {{ $number }}",
                    line("note-barcode")
                ),
            ),
            (
                "*[other] { $bars } bars",
                "*[other] { $balken } bars",
                format!(
                    "line {}: count-of-bars is given no value",
                    line("*[other] { $bars } bars")
                ),
            ),
            (
                "Counting: <b>{ $bars }</b>",
                "Counting: <b>{ $bars }",
                format!("line {}: expected </b> after <b>", line("histogram-counting")),
            ),
            (
                "Counting: <b>{ $bars }</b>",
                "Counting: <i>{ $bars }</i>",
                format!(
                    "line {}: histogram-counting knows no mark <i>",
                    line("histogram-counting")
                ),
            ),
            (
                "Counting: <b>{ $bars }</b>",
                "Counting: { $bars }",
                format!(
                    "line {}: histogram-counting lacks the mark <b>",
                    line("histogram-counting")
                ),
            ),
            (
                "note-counted = counted\n",
                "note-counted = counted\nnote-counted = again\n",
                format!(
                    "line {}: the message note-counted is there already",
                    line("note-counted") + 1
                ),
            ),
            (
                "note-counted = counted\n",
                "note-counted = { $x\n",
                format!("locales/nl/part-1.ftl: line {}: ", line("note-counted")),
            ),
        ] {
            let found = found_after(old, new);
            assert!(found.iter().any(|problem| problem.contains(&expected)), "{new}: {found:#?}");
        }
    }

    #[test]
    fn a_folder_that_is_no_language_is_told() {
        let files = Files::with_overrides([("locales/my words/a.ftl".to_owned(), vec![])].into());
        let found = check(&files, "my words");
        assert!(found.iter().any(|error| error.problem.contains("expected a language such as")));
    }
}
