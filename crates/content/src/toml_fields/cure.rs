//! Finds the error in a line that is not valid TOML, and repairs it.

use super::items::{Item, Kind, is_bare, split_comment};
use super::secret::is_secret;
use super::values::{self, Wrong};

/// A syntax error, and the lines around it.
pub struct At<'a> {
    /// All lines of the file.
    pub lines: &'a [String],
    /// The items that the lines form.
    pub items: &'a [Item],
    /// The index of the item with the error.
    pub index: usize,
    /// The line of the error, counted from 0.
    pub line: usize,
    /// The column of the error in that line, in characters, counted from 1.
    pub column: usize,
    /// The parser's message.
    pub told: &'a str,
}

/// The cure of an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cure {
    /// The message: what was expected and what was found.
    pub message: String,
    /// The line to report, counted from 0, if it is not the line of the error.
    pub at: Option<usize>,
    /// How the reading continues.
    pub mended: Mended,
}

/// How the reading continues after an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mended {
    /// This text replaces the line, which is counted from 0.
    Line(usize, String),
    /// The item is left out. If it is a heading, its fields are left out, too.
    LeftOut,
    /// The item is left out as with [`Self::LeftOut`], but checked separately.
    Beside,
}

impl At<'_> {
    fn item(&self) -> &Item {
        &self.items[self.index]
    }

    fn cure(&self, message: impl Into<String>, mended: Mended) -> Cure {
        Cure { message: message.into(), at: None, mended }
    }

    /// Replaces the line of the error with this text.
    fn with(&self, text: impl Into<String>) -> Mended {
        Mended::Line(self.line, text.into())
    }

    /// The line of the first earlier item of a kind, counted from 1.
    fn earlier(&self, is_same: impl Fn(&Kind) -> bool) -> Option<usize> {
        let start = match self.item().kind {
            // Only fields of the same table count.
            Kind::Field { .. } => self.items[..self.index]
                .iter()
                .rposition(|item| matches!(item.kind, Kind::Heading { .. }))
                .unwrap_or(0),
            _ => 0,
        };
        let before = &self.items[start..self.index];
        before.iter().find(|item| is_same(&item.kind)).map(|item| item.lines.start + 1)
    }
}

/// Whether a character is a space that looks like an ordinary one, or is invisible.
fn is_odd_space(character: char) -> bool {
    matches!(
        character,
        '\u{a0}' | '\u{2000}'..='\u{200f}' | '\u{202f}' | '\u{2060}' | '\u{3000}' | '\u{feff}'
    )
}

/// Finds the cure of an error.
#[must_use]
pub fn of(at: &At<'_>) -> Cure {
    let line = &at.lines[at.line];
    if at.told.starts_with("carriage return") {
        let message = "expected the end of a line, found an odd one; save the file with the line ends \
                       of Windows or Unix";
        return at.cure(message, at.with(line.replace('\r', " ")));
    }
    if line.contains(is_odd_space) && at.told != "duplicate key" {
        let message = "expected ordinary spaces, found others, as word processors write them";
        return at.cure(message, at.with(line.replace(is_odd_space, " ")));
    }
    match &at.item().kind {
        Kind::Heading { name, is_list } => heading(at, name, *is_list),
        Kind::Field { key } if at.told == "duplicate key" => twice(at, key),
        Kind::Field { key } => field(at, key),
        Kind::Word { key } => word(at, key),
        Kind::Blank | Kind::Other => other(at),
    }
}

fn heading(at: &At<'_>, name: &str, is_list: bool) -> Cure {
    let line = at.lines[at.line].trim();
    let (open, close) = if is_list { ("[[", "]]") } else { ("[", "]") };
    let whole = format!("{open}{name}{close}");
    if at.told == "duplicate key" {
        let same = |list: bool| {
            at.earlier(move |kind| *kind == Kind::Heading { name: name.to_owned(), is_list: list })
        };
        return match (is_list, same(true), same(false)) {
            (false, Some(first), _) => {
                let message =
                    format!("expected two brackets, [[{name}]], as in line {first}, found one");
                at.cure(message, at.with(format!("[[{name}]]")))
            }
            (true, _, Some(first)) => {
                let message =
                    format!("expected [[{name}]] in line {first} as well, found [{name}] there");
                at.cure(message, Mended::Beside)
            }
            (_, _, Some(first)) => {
                let message = format!(
                    "the table {whole} is in line {first} already: move its fields there, and delete \
                     this line"
                );
                at.cure(message, Mended::Beside)
            }
            _ => at.cure(
                format!("{name} has a value already; delete one of the two"),
                Mended::LeftOut,
            ),
        };
    }
    let is_name = !name.is_empty() && name.chars().all(|c| is_bare(c) || c == '.');
    let after = line.trim_start_matches('[').get(name.len()..).unwrap_or_default();
    let after = after.trim().trim_start_matches(']').trim();
    if is_name && !line.contains(close) {
        let message = format!("expected {close} after the name of the table, as in {whole}");
        at.cure(message, at.with(whole))
    } else if is_name && !after.is_empty() && !after.starts_with('#') {
        let message = format!("expected nothing after {whole}; give each field a line of its own");
        at.cure(message, at.with(whole))
    } else if is_name {
        at.cure(format!("expected {whole}"), at.with(whole))
    } else {
        let message = "expected the name of a table in brackets, of letters, digits, - and _, such as \
                       [kiosk]";
        at.cure(message, Mended::LeftOut)
    }
}

fn twice(at: &At<'_>, key: &str) -> Cure {
    let first = at.earlier(|kind| matches!(kind, Kind::Field { key: other } if other == key));
    let message = match first {
        Some(first) => format!("this field is in line {first} already; delete one of the two"),
        None => "this field has a value already; delete one of the two".to_owned(),
    };
    at.cure(message, Mended::Beside)
}

fn field(at: &At<'_>, key: &str) -> Cure {
    let is_key = !key.is_empty()
        && key.split('.').all(|part| {
            let part = part.trim();
            !part.is_empty() && part.chars().all(is_bare)
        });
    if !is_key {
        let message = "expected the name of a field before the =, of letters, digits, - and _, without \
                       spaces";
        return at.cure(message, Mended::LeftOut);
    }
    let item = at.item();
    let value = at.lines[item.lines.start].split_once('=').map_or("", |(_, value)| value.trim());
    // A line may contain two fields.
    let is_secret = at.lines[item.lines.clone()].iter().any(|line| is_secret(line));
    let wrong = match value.chars().next() {
        _ if item.is_open => return unclosed(at, value),
        Some('[') if item.lines.len() > 1 => {
            values::wrong_in_list(&at.lines[at.line], at.line == item.lines.start, is_secret)
        }
        _ if item.lines.len() > 1 => None,
        _ => values::wrong(key, &at.lines[at.line], is_secret),
    };
    if let Some(Wrong { message, line }) = wrong {
        return match line {
            Some(line) => at.cure(message, at.with(line)),
            None => at.cure(message, Mended::LeftOut),
        };
    }
    if at.told.starts_with("missing comma") {
        let line = &at.lines[at.line];
        let byte = line.char_indices().nth(at.column - 1).map_or(line.len(), |(byte, _)| byte);
        let (before, after) = line.split_at(byte);
        let message = "expected a comma between the items of the list, found none";
        return at.cure(message, at.with(format!("{before},{after}")));
    }
    let message = "expected a value: a text in quotation marks, a number, true, false, or a list in \
                   brackets";
    at.cure(message, Mended::LeftOut)
}

/// Closes a list or a table without an end. Leaves out a text without an end.
fn unclosed(at: &At<'_>, value: &str) -> Cure {
    let lines = &at.item().lines;
    let (end, what) = match value.chars().next() {
        Some('[') => ("]", "list"),
        Some('{') => ("}", "table in braces"),
        _ => {
            let message = "expected three quotation marks at the end of the text of several lines that \
                           begins here, found none";
            return Cure { at: Some(lines.start), ..at.cure(message, Mended::LeftOut) };
        }
    };
    // The last line that is neither blank nor a comment.
    let last = lines.clone().rev().find(|&line| {
        let text = at.lines[line].trim();
        !text.is_empty() && !text.starts_with('#')
    });
    let last = last.unwrap_or(lines.start);
    let (text, comment) = split_comment(&at.lines[last]);
    let mended = Mended::Line(last, format!("{}{end} {comment}", text.trim_end()));
    let message = format!("expected {end} at the end of the {what} that begins here, found none");
    Cure { at: Some(lines.start), ..at.cure(message, mended) }
}

/// Repairs a line that begins with a name, but has no `=` after it.
fn word(at: &At<'_>, key: &str) -> Cure {
    let line = at.lines[at.line].trim();
    let rest = line[key.len()..].trim_start();
    if rest == "]" || rest == "]]" {
        let whole = format!("{}{key}{rest}", "[".repeat(rest.len()));
        return at.cure(format!("expected {whole}"), at.with(whole));
    }
    let value = rest.trim_start_matches([':', '=', '>']).trim_start();
    if value.is_empty() {
        let message =
            format!("expected = and a value after the name, as in {key} = …, found nothing");
        return at.cure(message, Mended::LeftOut);
    }
    let message = format!("expected = between the name and the value, as in {key} = …, found none");
    // Several words are a sentence, not a field.
    let is_value = rest.len() != value.len() || value.starts_with(|c: char| !c.is_alphabetic());
    let mended = if is_value { at.with(format!("{key} = {value}")) } else { Mended::LeftOut };
    at.cure(message, mended)
}

fn other(at: &At<'_>) -> Cure {
    let line = at.lines[at.line].trim();
    if ["//", ";", "--", "/*"].iter().any(|mark| line.starts_with(mark)) {
        return at.cure("expected # at the beginning of a comment", Mended::LeftOut);
    }
    if line.starts_with('=') {
        return at
            .cure("expected the name of a field before the =, found nothing", Mended::LeftOut);
    }
    let message = "expected a field such as theme = \"night\", a table such as [kiosk], or a comment after \
                   a #";
    at.cure(message, Mended::LeftOut)
}
