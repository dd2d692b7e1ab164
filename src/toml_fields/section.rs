//! Taking fields out of a table, and noting all that is wrong on the way.

use std::fmt::Display;
use std::ops::{Range, RangeInclusive};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{Problem, place};
use super::value::{found, number, text, whole};

/// A name this much like a known one is taken for a slip of the pen.
const ALIKE: f64 = 0.7;

/// What has been found while reading.
#[derive(Default)]
pub struct Report<'t> {
    text: &'t str,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// Every field that was asked for.
    pub fields: Vec<String>,
}

impl<'t> Report<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, ..Self::default() }
    }

    pub fn problem(&mut self, span: &Range<usize>, field: &str, message: String) {
        let (line, column) = place(self.text, span.start);
        self.problems.push(Problem { line, column, field: field.to_owned(), message });
    }
}

/// A table whose fields are being taken out.
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

    /// Notes what is wrong with a field at its value's place; where there is none, at the table's.
    pub fn refuse(&mut self, name: &'static str, message: String) {
        let span = self.value(name).map_or(self.span.clone(), Spanned::span);
        self.problem(&span, name, message);
    }

    fn problem(&mut self, span: &Range<usize>, name: &str, message: String) {
        let field = self.field(name);
        self.report.problem(span, &field, message);
    }

    /// A table within this one, in which all may be left out.
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

    /// A list of tables, read one by one; nothing where there is no such list.
    pub fn sections<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&mut Section<'_, 't, 'v>) -> Option<T>,
    ) -> Option<Vec<T>> {
        // What may stand in each is known even where there is none.
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
        let mut all = Vec::new();
        for (index, item) in items.into_iter().flat_map(|items| items.iter()).enumerate() {
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
        Some(all)
    }

    /// As [`Self::sections`], but the list must be there.
    pub fn required_sections<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&mut Section<'_, 't, 'v>) -> Option<T>,
    ) -> Option<Vec<T>> {
        if self.value(name).is_none() {
            let expected = self.at_least_one_table(name);
            self.refuse(name, format!("{expected}, found nothing"));
        }
        self.sections(name, read)
    }

    fn at_least_one_table(&self, name: &str) -> String {
        format!("expected at least one table, [[{}]]", self.field(name))
    }

    /// Lets fields stand that nobody has asked for.
    pub fn ignore_others(&mut self) {
        self.table = None;
    }

    /// Notes the fields that nobody has asked for.
    pub fn refuse_others(mut self) {
        let table = self.table;
        for (key, _) in table.into_iter().flat_map(DeTable::iter) {
            let name = key.get_ref().as_ref();
            if self.known.contains(&name) {
                continue;
            }
            let alike = |known: &&&str| strsim::jaro_winkler(known, name);
            let nearest = self
                .known
                .iter()
                .filter(|known| alike(known) >= ALIKE)
                .max_by(|one, other| alike(one).total_cmp(&alike(other)));
            let message = match nearest {
                Some(nearest) => format!("there is no such field; is {nearest} meant?"),
                None => format!("there is no such field; there are {}", self.known.join(", ")),
            };
            self.problem(&key.span(), name, message);
        }
    }

    /// A field that `parse` understands; nothing where it is left out or is not understood.
    pub fn optional<T>(
        &mut self,
        name: &'static str,
        expected: impl Display,
        parse: impl FnOnce(&DeValue<'_>) -> Option<T>,
    ) -> Option<T> {
        let field = self.field(name);
        self.report.fields.push(field);
        let value = self.value(name)?;
        let parsed = parse(value.get_ref());
        if parsed.is_none() {
            let message = format!("expected {expected}, found {}", found(value.get_ref()));
            self.problem(&value.span(), name, message);
        }
        parsed
    }

    /// As [`Self::optional`], but it must be there.
    pub fn required<T>(
        &mut self,
        name: &'static str,
        expected: impl Display,
        parse: impl FnOnce(&DeValue<'_>) -> Option<T>,
    ) -> Option<T> {
        if self.value(name).is_none() {
            self.refuse(name, format!("expected {expected}, found nothing"));
        }
        self.optional(name, expected, parse)
    }

    pub fn number(&mut self, name: &'static str, range: RangeInclusive<f64>) -> Option<f64> {
        let expected = format!("a number from {} to {}", range.start(), range.end());
        self.optional(name, expected, |value| number(value).filter(|n| range.contains(n)))
    }

    pub fn whole(&mut self, name: &'static str, range: RangeInclusive<u64>) -> Option<u64> {
        let expected = format!("a whole number from {} to {}", range.start(), range.end());
        self.optional(name, expected, |value| whole(value).filter(|n| range.contains(n)))
    }

    pub fn flag(&mut self, name: &'static str) -> Option<bool> {
        self.optional(name, "true or false", |value| value.as_bool())
    }

    pub fn text(&mut self, name: &'static str, expected: &str) -> Option<String> {
        self.optional(name, expected, text)
    }

    /// A list, each item of which is understood, and none of which comes twice.
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
        Some(all)
    }
}
