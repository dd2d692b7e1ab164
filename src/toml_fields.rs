//! Reading a TOML file field by field: all that is wrong is noted with its place, and none of it
//! ends the reading.

mod problem;
mod section;
mod value;

use toml::Spanned;
use toml::de::DeTable;

pub use problem::{Problem, TomlErrors};
pub(crate) use section::Section;
pub(crate) use value::{any_chapter, chapter, number, one_of, text};

use section::Report;

/// No file is longer, in bytes.
pub const LARGEST: usize = 1 << 20;

/// Reads a file's text; `fields` takes the fields out, and returns nothing only where it has noted
/// why.
pub(crate) fn read<T>(
    file: &str,
    text: &str,
    fields: impl FnOnce(&mut Section<'_, '_, '_>) -> Option<T>,
) -> Result<T, TomlErrors> {
    let mut report = Report::new(text);
    let result = read_fields(&mut report, text, fields);
    let mut problems = report.problems;
    match result {
        Some(result) if problems.is_empty() => Ok(result),
        _ => {
            problems.sort_by_key(|problem| (problem.line, problem.column));
            Err(TomlErrors { file: file.to_owned(), problems })
        }
    }
}

fn read_fields<'t, T>(
    report: &mut Report<'t>,
    text: &'t str,
    fields: impl FnOnce(&mut Section<'_, '_, '_>) -> Option<T>,
) -> Option<T> {
    if text.len() > LARGEST {
        let message = format!("expected at most {LARGEST} bytes, found {}", text.len());
        report.problem(&(0..0), "", message);
        return None;
    }
    // What may be meant after a slip of syntax is anyone's guess: the fields are not looked at.
    let (table, slips) = DeTable::parse_recoverable(text);
    if !slips.is_empty() {
        for slip in slips {
            report.problem(&slip.span().unwrap_or(0..0), "", slip.message().to_owned());
        }
        return None;
    }
    let mut root = Section::root(report, &table);
    let result = fields(&mut root);
    root.refuse_others();
    result
}

/// Every field that `fields` asks for, with the tables that it is in.
pub(crate) fn names<T>(fields: impl FnOnce(&mut Section<'_, '_, '_>) -> T) -> Vec<String> {
    let mut report = Report::new("");
    let empty = Spanned::new(0..0, DeTable::new());
    fields(&mut Section::root(&mut report, &empty));
    report.fields
}
