//! Reads a TOML file field by field. All errors are recorded with their places, and none of them stops the
//! reading.
//!
//! Syntax errors are repaired first (`syntax.rs`), so that errors in the fields are found as well.

mod cure;
mod items;
mod misplaced;
mod problem;
mod secret;
mod section;
mod syntax;
mod text;
mod value;
mod values;

use toml::Spanned;
use toml::de::DeTable;

pub use problem::{Problem, TomlErrors};
pub use section::Section;
pub use text::decode;
pub use value::{learning_rate, long_text, number, one_of, path, text};

pub use crate::limits::TOML_BYTES as LARGEST;
use crate::limits::{PROBLEM_CHARACTERS, TOML_PROBLEMS};
use crate::printable::told;
use misplaced::Part;
use secret::Secrets;
use section::Report;
use syntax::Sound;

/// The value of a file, as far as it can be read, and all its errors.
#[derive(Clone, Debug)]
pub struct Reading<T> {
    /// The value of the file. Fields with errors are treated as if they were not there.
    pub value: Option<T>,
    problems: Vec<Problem>,
    /// How many of the problems, from the first on, are errors of encoding or syntax.
    slips: usize,
    text: String,
    left_out: Vec<String>,
    parts: Vec<Part>,
    secrets: Secrets,
}

/// Reads the text of a file. `fields` takes the fields out. It returns `None` only if it has recorded the
/// reason.
pub fn read<T>(
    file: &str,
    text: &str,
    fields: impl Fn(&mut Section<'_, '_, '_>) -> Option<T>,
) -> Result<T, TomlErrors> {
    Reading::new(text, Vec::new(), fields).finish(file)
}

impl<T> Reading<T> {
    /// Reads a text, with the errors that were already found in it. Calls `fields` again for separate parts of
    /// the text, such as misspelt fields.
    pub fn new(
        text: &str,
        problems: Vec<Problem>,
        fields: impl Fn(&mut Section<'_, '_, '_>) -> Option<T>,
    ) -> Self {
        let (left_out, parts) = (Vec::new(), Vec::new());
        let secrets = Secrets::of(text);
        let text_read = String::new();
        let empty =
            Self { value: None, problems, slips: 0, text: text_read, left_out, parts, secrets };
        empty.read(text_without_mark(text), fields)
    }

    fn read(mut self, text: &str, fields: impl Fn(&mut Section<'_, '_, '_>) -> Option<T>) -> Self {
        if text.len() > LARGEST {
            let message = format!("expected at most {LARGEST} bytes, found {}", text.len());
            let field = String::new();
            self.problems.push(Problem { line: 1, column: 1, field, message });
            return self;
        }
        let Sound { text, problems, left_out, beside } = syntax::mend(text);
        self.problems.extend(problems);
        self.slips = self.problems.len();
        self.left_out = left_out;
        let Some(text) = text else { return self };
        self.text = text;
        self.parts = beside.into_iter().map(Part::whole).collect();

        let (table, _) = DeTable::parse_recoverable(&self.text);
        let mut report = Report::without(&self.text, &self.left_out);
        let mut root = Section::root(&mut report, &table);
        self.value = fields(&mut root);
        root.refuse_others();
        let Report { problems, unknown, fields: known, .. } = report;
        self.problems.extend(problems);
        for unknown in unknown {
            let (problem, part) = misplaced::told(&self.text, &unknown, &known);
            self.problems.push(problem);
            self.parts.extend(part);
        }
        self.parts.truncate(TOML_PROBLEMS);
        for part in &self.parts {
            self.problems.extend(part.problems(&fields, &known));
        }
        self
    }

    /// Checks the fields again, when more is known about their valid values. Ignores other fields, and never
    /// reports an error twice.
    pub fn check(&mut self, fields: impl Fn(&mut Section<'_, '_, '_>)) {
        let (table, _) = DeTable::parse_recoverable(&self.text);
        let mut report = Report::without(&self.text, &self.left_out);
        fields(&mut Section::root(&mut report, &table));
        let mut found = report.problems;
        for part in &self.parts {
            let fields = |root: &mut Section<'_, '_, '_>| -> Option<()> {
                fields(root);
                root.ignore_others();
                None
            };
            found.extend(part.problems(&fields, &[]));
        }
        let is_known = |problem: &Problem| {
            self.problems[self.slips..].iter().any(|known| {
                known.line == problem.line
                    && known.field == problem.field
                    && known.column == problem.column
            })
        };
        found.retain(|problem| !is_known(problem));
        self.problems.extend(found);
    }

    /// The value of the file.
    ///
    /// # Errors
    /// The file has errors. All of them are reported.
    pub fn finish(self, file: &str) -> Result<T, TomlErrors> {
        let problems = self.problems();
        match self.value {
            Some(value) if problems.is_empty() => Ok(value),
            _ => Err(TomlErrors { file: file.to_owned(), problems }),
        }
    }

    /// All errors, in the order of their lines.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = self.problems.clone();
        problems.sort_by_key(|problem| (problem.line, problem.column));
        let mut reported: Vec<Problem> = Vec::new();
        for mut problem in problems {
            for text in [&mut problem.field, &mut problem.message] {
                *text = told(&self.secrets.hide(text), PROBLEM_CHARACTERS);
            }
            if !reported.contains(&problem) {
                reported.push(problem);
            }
            if reported.len() > TOML_PROBLEMS {
                let Some(last) = reported.last_mut() else { break };
                last.field.clear();
                last.message = "there are more errors from here on".to_owned();
                break;
            }
        }
        reported
    }
}

/// Removes the byte order mark at the beginning, which Notepad writes.
fn text_without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// The names of all fields that `fields` asks for, each with its tables.
pub fn names<T>(fields: impl FnOnce(&mut Section<'_, '_, '_>) -> T) -> Vec<String> {
    let mut report = Report::new("");
    let empty = Spanned::new(0..0, DeTable::new());
    fields(&mut Section::root(&mut report, &empty));
    report.fields
}
