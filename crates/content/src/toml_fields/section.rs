//! Takes fields out of a table, and records all errors.

use std::fmt::Display;
use std::ops::{Range, RangeInclusive};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{Problem, place};
use super::value::{found, number, text, whole};
use crate::limits::{TOML_ITEMS, TOML_PROBLEMS};

/// A name that is at least this similar to a known one counts as a typing error.
const ALIKE: f64 = 0.7;

/// A field or table that was not asked for.
#[derive(Clone, Debug)]
pub struct Unknown {
    /// The place of its name.
    pub span: Range<usize>,
    /// The table that contains it.
    pub table: String,
    /// Its name.
    pub name: String,
    /// The known names in that table.
    pub known: Vec<&'static str>,
}

impl Unknown {
    /// The known name in its table that is most similar to it.
    #[must_use]
    pub fn nearest(&self) -> Option<&'static str> {
        let alike = |known: &&&str| strsim::jaro_winkler(known, &self.name);
        let alike_enough = self.known.iter().filter(|known| alike(known) >= ALIKE);
        alike_enough.max_by(|one, other| alike(one).total_cmp(&alike(other))).copied()
    }
}

/// The findings of reading a text.
#[derive(Default)]
pub struct Report<'t> {
    text: &'t str,
    /// Fields and tables that were in the text, but are not read.
    left_out: &'t [String],
    /// Whether the text is only a part of a file, so that missing fields are no errors.
    is_part: bool,
    /// All errors.
    pub problems: Vec<Problem>,
    /// Every field that was asked for.
    pub fields: Vec<String>,
    /// Fields and tables that were not asked for.
    pub unknown: Vec<Unknown>,
}

impl<'t> Report<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, ..Self::default() }
    }

    /// A report on a text from which these fields and tables are left out.
    pub fn without(text: &'t str, left_out: &'t [String]) -> Self {
        Self { text, left_out, ..Self::default() }
    }

    /// A report on a part of a file.
    pub fn of_part(text: &'t str) -> Self {
        Self { text, is_part: true, ..Self::default() }
    }

    pub fn problem(&mut self, span: &Range<usize>, field: &str, message: String) {
        if self.problems.len() > TOML_PROBLEMS {
            return;
        }
        let (line, column) = place(self.text, span.start);
        self.problems.push(Problem { line, column, field: field.to_owned(), message });
    }

    /// Whether the file may contain a field although it was not read.
    fn may_have(&self, field: &str) -> bool {
        let is_of = |whole: &str, part: &str| {
            part.strip_prefix(whole)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        self.is_part
            || self
                .left_out
                .iter()
                .any(|left| left.is_empty() || is_of(left, field) || is_of(field, left))
    }
}

/// A table from which fields are taken.
pub struct Section<'r, 't, 'v> {
    report: &'r mut Report<'t>,
    path: String,
    span: Range<usize>,
    table: Option<&'v DeTable<'v>>,
    known: Vec<&'static str>,
}

impl<'r, 't, 'v> Section<'r, 't, 'v> {
    /// The whole file.
    pub fn root(report: &'r mut Report<'t>, table: &'v Spanned<DeTable<'v>>) -> Self {
        let (span, table) = (table.span(), Some(table.get_ref()));
        Self { report, path: String::new(), span, table, known: Vec::new() }
    }

    fn field(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    fn value(&mut self, name: &'static str) -> Option<&'v Spanned<DeValue<'v>>> {
        if !self.known.contains(&name) {
            self.known.push(name);
        }
        let mut entries = self.table?.iter();
        entries.find(|(key, _)| key.get_ref() == name).map(|(_, value)| value)
    }

    /// Records an error of a field that does not depend on its value alone, at the place of its value, or of
    /// the table if there is no value. Does nothing in a part of a file, which lacks the other fields.
    pub fn refuse(&mut self, name: &'static str, message: String) {
        if self.report.is_part {
            return;
        }
        let span = self.value(name).map_or(self.span.clone(), Spanned::span);
        self.problem(&span, name, message);
    }

    fn problem(&mut self, span: &Range<usize>, name: &str, message: String) {
        let field = self.field(name);
        self.report.problem(span, &field, message);
    }

    /// Reads a table within this one. The table and all its fields are optional.
    pub fn section<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Section<'_, 't, 'v>) -> T,
    ) -> T {
        let value = self.value(name);
        let table = value.and_then(|value| value.get_ref().as_table());
        if let Some(value) = value
            && table.is_none()
        {
            let message = format!("expected a table, found {}", found(value.get_ref()));
            self.problem(&value.span(), name, message);
        }
        let (path, span) = (self.field(name), value.map_or(self.span.clone(), Spanned::span));
        let mut section = Section { report: self.report, path, span, table, known: Vec::new() };
        let result = read(&mut section);
        section.refuse_others();
        result
    }

    /// Reads a list of tables one by one. Returns `None` if there is no such list, or if a table has an error.
    pub fn sections<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&mut Section<'_, 't, 'v>) -> Option<T>,
    ) -> Option<Vec<T>> {
        // The names of the fields are recorded even if the list is missing.
        let Some(value) = self.value(name) else {
            let path = self.field(name);
            let mut unseen = Report::new("");
            let span = 0..0;
            read(&mut Section { report: &mut unseen, path, span, table: None, known: Vec::new() });
            self.report.fields.extend(unseen.fields);
            return None;
        };
        let items = value.get_ref().as_array();
        if items.is_none_or(|items| items.iter().count() == 0) {
            let expected = self.at_least_one_table(name);
            let message = format!("{expected}, found {}", found(value.get_ref()));
            self.problem(&value.span(), name, message);
            return None;
        }
        let items = items.into_iter().flat_map(|items| items.iter());
        let count = items.clone().count();
        if count > TOML_ITEMS {
            let message = format!("expected at most {TOML_ITEMS} tables, found {count}");
            self.problem(&value.span(), name, message);
            return None;
        }
        let mut all = Vec::new();
        let problems = self.report.problems.len();
        for (index, item) in items.enumerate() {
            let path = format!("{}[{}]", self.field(name), index + 1);
            let Some(table) = item.get_ref().as_table() else {
                let message = format!("expected a table, found {}", found(item.get_ref()));
                self.report.problem(&item.span(), &path, message);
                continue;
            };
            let (span, known) = (item.span(), Vec::new());
            let mut section =
                Section { report: self.report, path, span, table: Some(table), known };
            all.extend(read(&mut section));
            section.refuse_others();
        }
        (all.len() == count && self.report.problems.len() == problems).then_some(all)
    }

    /// Reads a list of tables like [`Self::sections`], but the list is required.
    pub fn required_sections<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&mut Section<'_, 't, 'v>) -> Option<T>,
    ) -> Option<Vec<T>> {
        if self.is_missing(name) {
            let expected = self.at_least_one_table(name);
            self.refuse(name, format!("{expected}, found nothing"));
        }
        self.sections(name, read)
    }

    fn is_missing(&mut self, name: &'static str) -> bool {
        self.value(name).is_none() && !self.report.may_have(&self.field(name))
    }

    fn at_least_one_table(&self, name: &str) -> String {
        format!("expected at least one table, [[{}]]", self.field(name))
    }

    /// Ignores the fields that were not asked for.
    pub fn ignore_others(&mut self) {
        self.table = None;
    }

    /// Records the fields that were not asked for.
    pub fn refuse_others(self) {
        let table = self.table;
        for (key, _) in table.into_iter().flat_map(DeTable::iter) {
            let name = key.get_ref().as_ref();
            if self.known.contains(&name) || self.report.unknown.len() > TOML_PROBLEMS {
                continue;
            }
            self.report.unknown.push(Unknown {
                span: key.span(),
                table: self.path.clone(),
                name: name.to_owned(),
                known: self.known.clone(),
            });
        }
    }

    /// Reads an optional field with `parse`. Returns `None` if the field is missing or `parse` rejects it.
    pub fn optional<T>(
        &mut self,
        name: &'static str,
        expected: impl Display,
        parse: impl FnOnce(&DeValue<'_>) -> Option<T>,
    ) -> Option<T> {
        self.understood(name, parse, |value| format!("expected {expected}, found {}", found(value)))
    }

    /// Reads a field like [`Self::optional`], but never shows its value in a message.
    pub fn secret<T>(
        &mut self,
        name: &'static str,
        expected: impl Display,
        parse: impl FnOnce(&DeValue<'_>) -> Option<T>,
    ) -> Option<T> {
        self.understood(name, parse, |_| format!("expected {expected}, found something else"))
    }

    /// Reads a field with `parse`. If `parse` rejects it, `refusal` makes the message.
    fn understood<T>(
        &mut self,
        name: &'static str,
        parse: impl FnOnce(&DeValue<'_>) -> Option<T>,
        refusal: impl FnOnce(&DeValue<'_>) -> String,
    ) -> Option<T> {
        let field = self.field(name);
        self.report.fields.push(field);
        let value = self.value(name)?;
        let parsed = parse(value.get_ref());
        if parsed.is_none() {
            self.problem(&value.span(), name, refusal(value.get_ref()));
        }
        parsed
    }

    /// Reads a field like [`Self::optional`], but the field is required.
    pub fn required<T>(
        &mut self,
        name: &'static str,
        expected: impl Display,
        parse: impl FnOnce(&DeValue<'_>) -> Option<T>,
    ) -> Option<T> {
        if self.is_missing(name) {
            self.refuse(name, format!("expected {expected}, found nothing"));
        }
        self.optional(name, expected, parse)
    }

    /// Reads a number within a range.
    pub fn number(&mut self, name: &'static str, range: RangeInclusive<f64>) -> Option<f64> {
        let expected = format!("a number from {} to {}", range.start(), range.end());
        self.optional(name, expected, |value| number(value).filter(|n| range.contains(n)))
    }

    /// Reads a whole number within a range.
    pub fn whole(&mut self, name: &'static str, range: RangeInclusive<u64>) -> Option<u64> {
        let expected = format!("a whole number from {} to {}", range.start(), range.end());
        self.optional(name, expected, |value| whole(value).filter(|n| range.contains(n)))
    }

    /// Reads true or false.
    pub fn flag(&mut self, name: &'static str) -> Option<bool> {
        self.optional(name, "true or false", |value| value.as_bool())
    }

    /// Reads a text of one line.
    pub fn text(&mut self, name: &'static str, expected: &str) -> Option<String> {
        self.optional(name, expected, text)
    }

    /// Reads a list. Returns `None` if the list is missing, if `parse` rejects an item, or if an item is there
    /// twice.
    pub fn list<T: PartialEq>(
        &mut self,
        name: &'static str,
        expected: &str,
        parse: impl Fn(&DeValue<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let field = self.field(name);
        self.report.fields.push(field);
        let value = self.value(name)?;
        let items = value.get_ref().as_array();
        let Some(items) = items.filter(|items| items.iter().count() > 0) else {
            let found = found(value.get_ref());
            let message =
                format!("expected a list of at least one, each {expected}, found {found}");
            self.problem(&value.span(), name, message);
            return None;
        };
        let count = items.iter().count();
        if count > TOML_ITEMS {
            let message = format!("expected a list of at most {TOML_ITEMS}, found {count}");
            self.problem(&value.span(), name, message);
            return None;
        }
        let mut all = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let (what, name) = (found(item.get_ref()), format!("{name}[{}]", index + 1));
            match parse(item.get_ref()) {
                None => {
                    self.problem(&item.span(), &name, format!("expected {expected}, found {what}"));
                }
                Some(parsed) if all.contains(&parsed) => {
                    self.problem(
                        &item.span(),
                        &name,
                        format!("expected each once, found {what} again"),
                    );
                }
                Some(parsed) => all.push(parsed),
            }
        }
        (all.len() == count).then_some(all)
    }
}
