//! Finds syntax errors. Each is reported with its field and its cure, and then repaired, so that the rest of
//! the file can be read as well.

use std::ops::Range;

use toml::de::DeTable;

use super::cure::{self, At, Mended};
use super::items::{self, Item, Kind};
use super::problem::{Problem, place};
use crate::limits::{TOML_DEPTH, TOML_LONG_BYTES, TOML_SLIPS, TOML_SLIPS_OF_LONG};

/// How often a line is repaired before it is left out.
const TRIES: usize = 4;

/// A text without syntax errors, as far as its author's intention is clear.
#[derive(Clone, Debug, Default)]
pub struct Sound {
    /// The text, with as many lines as before, or `None` if it has too many errors.
    pub text: Option<String>,
    /// The syntax errors.
    pub problems: Vec<Problem>,
    /// Fields and tables that are left out of the text.
    pub left_out: Vec<String>,
    /// Lines that conflict with others, such as a second table of the same name. There is one text for each
    /// conflict, with only its lines, at their places.
    pub beside: Vec<String>,
}

/// Repairs the syntax of a text.
#[must_use]
pub fn mend(text: &str) -> Sound {
    let mut sound = Sound::default();
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    // Many repairs of a long text would take seconds.
    let most = if text.len() > TOML_LONG_BYTES { TOML_SLIPS_OF_LONG } else { TOML_SLIPS };
    let mut tries = vec![0; lines.len()];
    loop {
        let joined = lines.join("\n");
        let (_, errors) = DeTable::parse_recoverable(&joined);
        let start = |error: &toml::de::Error| error.span().map_or(0, |span| span.start);
        let Some(error) = errors.iter().min_by_key(|error| start(error)) else {
            sound.text = Some(joined);
            return sound;
        };
        if sound.problems.len() >= most {
            let (line, column) = place(&joined, start(error));
            let message = format!(
                "there are more than {most} errors of this kind; the fields are checked once these are \
                 mended"
            );
            sound.problems.push(Problem { line, column, field: String::new(), message });
            return sound;
        }
        if error.message().contains("recurs") {
            let (line, column) =
                place(&joined, error.span().map_or_else(|| deepest(&joined), |s| s.start));
            let message = format!(
                "expected at most {TOML_DEPTH} tables or lists within each other, found more"
            );
            sound.problems.push(Problem { line, column, field: String::new(), message });
            return sound;
        }
        let (line, column) = place(&joined, start(error));
        let all = items::items(&lines);
        // The error in an item without an end is where the item begins; the parser notices it much later.
        let open = |item: &Item| {
            item.is_open && item.lines.start < line && tries[item.lines.start] < TRIES
        };
        let index = all.iter().position(open);
        let here = || all.iter().position(|item| item.lines.contains(&(line - 1)));
        let Some(index) = index.or_else(here) else { return sound };
        let lines_of = &all[index].lines;
        let (line, column) =
            if lines_of.contains(&(line - 1)) { (line, column) } else { (lines_of.start + 1, 1) };
        let first = lines_of.start;
        tries[first] += 1;
        if tries[first] > TRIES + 1 {
            // The line is blank, but still wrong: the lines around it are not understood.
            return sound;
        }
        let at =
            At { lines: &lines, items: &all, index, line: line - 1, column, told: error.message() };
        let cure = if tries[first] > TRIES { None } else { Some(cure::of(&at)) };
        let mended = cure.map_or(Mended::LeftOut, |cure| {
            let (line, column) = cure.at.map_or((line, column), |at| (at + 1, 1));
            let field = path(&all, index);
            let problem = Problem { line, column, field, message: cure.message };
            // If the same error comes back, the repair did not help.
            if sound.problems.contains(&problem) {
                return Mended::LeftOut;
            }
            sound.problems.push(problem);
            cure.mended
        });
        apply(&mut sound, &mut lines, &all, index, mended);
    }
}

/// Applies a repair to the lines.
fn apply(sound: &mut Sound, lines: &mut [String], all: &[Item], index: usize, mended: Mended) {
    let item = &all[index];
    // Without its heading, a field would belong to another table.
    let end = match item.kind {
        Kind::Heading { .. } => end_of_section(all, index),
        _ => item.lines.end,
    };
    match mended {
        Mended::Line(line, text) => {
            if let Some(old) = lines.get_mut(line) {
                *old = text;
            }
            return;
        }
        Mended::Beside => sound.beside.push(alone(lines, all, index, item.lines.start..end)),
        Mended::LeftOut => {}
    }
    sound.left_out.push(path(all, index));
    for line in &mut lines[item.lines.start..end] {
        line.clear();
    }
}

/// The line after the last of a heading's fields.
fn end_of_section(all: &[Item], index: usize) -> usize {
    let next = all[index + 1..].iter().find(|item| matches!(item.kind, Kind::Heading { .. }));
    next.map_or(all.last().map_or(0, |item| item.lines.end), |item| item.lines.start)
}

/// The heading above an item, or `None` for a heading.
fn heading_of(all: &[Item], index: usize) -> Option<&Item> {
    let is_heading = |item: &&Item| matches!(item.kind, Kind::Heading { .. });
    if is_heading(&&all[index]) { None } else { all[..index].iter().rev().find(is_heading) }
}

/// A text with only these lines, each at its place, and the headings of their table.
#[must_use]
pub fn alone(lines: &[String], all: &[Item], index: usize, kept: Range<usize>) -> String {
    let mut text = vec![""; lines.len()];
    let heading = heading_of(all, index);
    for item in all[..index].iter().filter(|item| heading.is_some_and(|h| h.kind == item.kind)) {
        text[item.lines.start] = &lines[item.lines.start];
    }
    for line in kept {
        text[line] = &lines[line];
    }
    text.join("\n")
}

/// The name of a field or table, such as `kiosk.idle-seconds` or `stop[2].note`. Empty if it has none.
#[must_use]
pub fn path(all: &[Item], index: usize) -> String {
    let of_heading = |heading: &Item| match &heading.kind {
        Kind::Heading { name, is_list: true } => {
            let before = all.iter().filter(|item| item.lines.start <= heading.lines.start);
            format!("{name}[{}]", before.filter(|item| item.kind == heading.kind).count())
        }
        Kind::Heading { name, .. } => name.clone(),
        _ => String::new(),
    };
    let table = heading_of(all, index).map(of_heading);
    match &all[index].kind {
        Kind::Heading { .. } => of_heading(&all[index]),
        Kind::Field { key } | Kind::Word { key } => match table {
            Some(table) => format!("{table}.{key}"),
            None => key.clone(),
        },
        Kind::Blank | Kind::Other => table.unwrap_or_default(),
    }
}

/// The start of the line with the most dots in names. The parser does not report it.
fn deepest(text: &str) -> usize {
    let mut at = 0;
    let mut deepest = (0, 0);
    for line in text.split_inclusive('\n') {
        let dots = items::split_comment(line).0.matches('.').count();
        if dots > deepest.0 {
            deepest = (dots, at);
        }
        at += line.len();
    }
    deepest.1
}
