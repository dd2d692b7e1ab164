//! The fields of a TOML table, read one by one: every problem is noted with its line, and none ends
//! the reading.

use std::fmt;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Something wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Counted from 1.
    pub line: usize,
    /// Which field; empty if it is about the file as a whole.
    pub field: String,
    /// What was expected, and what was found.
    pub problem: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, field, problem } = self;
        if field.is_empty() {
            write!(formatter, "line {line}: {problem}")
        } else {
            write!(formatter, "line {line}: {field}: {problem}")
        }
    }
}

/// The problems found so far in a text.
pub struct Problems<'t> {
    text: &'t str,
    found: Vec<Problem>,
}

impl<'t> Problems<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, found: Vec::new() }
    }

    /// Notes what is wrong with what stands at a place of the text.
    pub fn note(&mut self, at: usize, field: &str, problem: impl Into<String>) {
        let before = self.text.get(..at.min(self.text.len())).unwrap_or(self.text);
        let line = 1 + before.matches('\n').count();
        self.found.push(Problem { line, field: field.to_owned(), problem: problem.into() });
    }

    /// All of them in the order of their lines.
    pub fn into_found(mut self) -> Vec<Problem> {
        self.found.sort_by_key(|problem| problem.line);
        self.found
    }
}

/// A table, and the fields of it that have been asked for.
pub struct Fields<'t, 'i> {
    table: &'t DeTable<'i>,
    /// Where the table begins.
    pub at: usize,
    asked: Vec<&'static str>,
}

impl<'t, 'i> Fields<'t, 'i> {
    pub fn new(table: &'t DeTable<'i>, span: Range<usize>) -> Self {
        Self { table, at: span.start, asked: Vec::new() }
    }

    /// A field's value.
    pub fn value(&mut self, name: &'static str) -> Option<&'t Spanned<DeValue<'i>>> {
        self.asked.push(name);
        self.table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value)
    }

    /// A field's value as `read` reads it, with its place; what is not so is noted.
    pub fn read<T>(
        &mut self,
        problems: &mut Problems<'_>,
        name: &'static str,
        expected: &str,
        read: impl Fn(&DeValue<'i>) -> Option<T>,
    ) -> Option<(T, usize)> {
        let value = self.value(name)?;
        let at = value.span().start;
        if let Some(read) = read(value.get_ref()) {
            return Some((read, at));
        }
        let found = found(value.get_ref());
        problems.note(at, name, format!("expected {expected}, found {found}"));
        None
    }

    /// A text that is not empty.
    pub fn text(
        &mut self,
        problems: &mut Problems<'_>,
        name: &'static str,
    ) -> Option<(String, usize)> {
        self.read(problems, name, "a text that is not empty, in quotation marks", |value| {
            let text = value.as_str()?.trim();
            (!text.is_empty()).then(|| text.to_owned())
        })
    }

    /// A whole number within a range.
    pub fn whole(
        &mut self,
        problems: &mut Problems<'_>,
        name: &'static str,
        [least, most]: [u64; 2],
    ) -> Option<(u64, usize)> {
        let expected = format!("a whole number from {least} to {most}");
        self.read(problems, name, &expected, |value| {
            let DeValue::Integer(number) = value else { return None };
            let number = u64::from_str_radix(number.as_str(), number.radix()).ok()?;
            (least..=most).contains(&number).then_some(number)
        })
    }

    /// True or false.
    pub fn flag(&mut self, problems: &mut Problems<'_>, name: &'static str) -> Option<bool> {
        let read = |value: &DeValue<'_>| value.as_bool();
        self.read(problems, name, "true or false", read).map(|(flag, _)| flag)
    }

    /// Notes every field that nothing has asked for.
    pub fn refuse_others(&self, problems: &mut Problems<'_>) {
        for key in self.table.keys().filter(|key| !self.asked.contains(&key.get_ref().as_ref())) {
            let known = self.asked.join(", ");
            let problem = format!("expected one of {known}; there is no such field");
            problems.note(key.span().start, key.get_ref(), problem);
        }
    }
}

/// A number, whole or not.
pub fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => None,
    }
}

/// What a value is, for messages.
fn found(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("{text:?}"),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}
