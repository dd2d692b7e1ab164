//! Fields that are misspelt or in the wrong table: guesses the intended field, and checks its value.

use std::ops::Range;

use toml::de::DeTable;

use super::items::{self, Kind};
use super::problem::{Problem, place};
use super::section::{Report, Section, Unknown};
use super::syntax::alone;

/// Some lines of a file, each at its place, that are checked separately.
#[derive(Clone, Debug)]
pub struct Part {
    text: String,
    /// A line, counted from 1, and by how many bytes it is longer than in the file.
    longer: (usize, isize),
}

impl Part {
    /// A part whose lines are the same as in the file.
    #[must_use]
    pub fn whole(text: String) -> Self {
        Self { text, longer: (0, 0) }
    }

    /// The errors in the fields of the part. Missing fields, and errors that depend on other fields, are never
    /// reported.
    pub fn problems<T>(
        &self,
        fields: &impl Fn(&mut Section<'_, '_, '_>) -> Option<T>,
        known: &[String],
    ) -> Vec<Problem> {
        let (table, errors) = DeTable::parse_recoverable(&self.text);
        if !errors.is_empty() {
            return Vec::new();
        }
        let mut report = Report::of_part(&self.text);
        let mut root = Section::root(&mut report, &table);
        let _ = fields(&mut root);
        root.refuse_others();
        let Report { mut problems, unknown, .. } = report;
        problems.extend(unknown.iter().map(|unknown| told(&self.text, unknown, known).0));
        let (line, longer) = self.longer;
        for problem in problems.iter_mut().filter(|problem| problem.line == line) {
            problem.column = problem.column.saturating_add_signed(-longer).max(1);
        }
        problems
    }
}

/// Reports an unknown field. If the intended field is clear, returns a part with the field under that name.
#[must_use]
pub fn told(text: &str, unknown: &Unknown, known: &[String]) -> (Problem, Option<Part>) {
    let Unknown { span, table, name, .. } = unknown;
    let (line, column) = place(text, span.start);
    let field = if table.is_empty() { name.clone() } else { format!("{table}.{name}") };
    let nearest = unknown.nearest();
    let homes = homes(name, table, known);
    let (message, meant) = match (&homes[..], nearest) {
        ([], Some(nearest)) => {
            let of_table = if table.is_empty() { String::new() } else { format!("{table}.") };
            let message = format!("there is no such field; is {nearest} meant?");
            (message, Some((of_table, nearest)))
        }
        ([], None) => {
            let message = format!("there is no such field; there are {}", unknown.known.join(", "));
            (message, None)
        }
        ([home], _) => {
            let of_table =
                (!home.starts_with("[[")).then(|| format!("{}.", home.trim_matches(['[', ']'])));
            (format!("this field belongs under {home}"), of_table.map(|home| (home, name.as_str())))
        }
        (homes, _) => {
            let (last, others) = homes.split_last().map_or(("", homes), |(l, o)| (l.as_str(), o));
            (format!("this field belongs under {} or {last}", others.join(", ")), None)
        }
    };
    let part = meant.and_then(|(table, meant)| renamed(text, span, &table, meant));
    (Problem { line, column, field, message }, part)
}

/// The other tables that have a field with this name, in brackets.
fn homes(name: &str, table: &str, known: &[String]) -> Vec<String> {
    let mut homes = Vec::new();
    let here = table.split('[').next().unwrap_or_default();
    for field in known {
        let Some((home, last)) = field.rsplit_once('.') else { continue };
        // The name may be that of a table: [projector.remote] belongs under [projector].
        let parent = home.rsplit_once('.').filter(|(_, table)| *table == name);
        let home = match parent {
            Some((parent, _)) => parent,
            None if last == name => home,
            None => continue,
        };
        let is_list = home == "attract.scenes" || home == "stop";
        let home_name = if is_list { format!("[[{home}]]") } else { format!("[{home}]") };
        if home != here && !homes.contains(&home_name) {
            homes.push(home_name);
        }
    }
    homes
}

/// A part with only the item whose name is at this place, under another name.
fn renamed(text: &str, name: &Range<usize>, table: &str, meant: &str) -> Option<Part> {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let line = place(text, name.start).0 - 1;
    let all = items::items(&lines);
    let index = all.iter().position(|item| item.lines.start == line)?;
    let Kind::Field { key } = &all[index].kind else { return None };
    if key != text.get(name.clone())? {
        return None;
    }
    let old = lines[line].len();
    let (before, after) = lines[line].split_once(key.as_str())?;
    // In a list of tables the field stays in its table. Elsewhere the name includes the table, with dots.
    let in_list = table.contains('[');
    let whole = if in_list { meant.to_owned() } else { format!("{table}{meant}") };
    lines[line] = format!("{before}{whole}{after}");
    let longer = lines[line].len() as isize - old as isize;
    let kept = all[index].lines.clone();
    let text = if in_list {
        alone(&lines, &all, index, kept)
    } else {
        let is_kept = |(at, text): (usize, &String)| {
            if kept.contains(&at) { text.clone() } else { String::new() }
        };
        lines.iter().enumerate().map(is_kept).collect::<Vec<_>>().join("\n")
    };
    Some(Part { text, longer: (line + 1, longer) })
}
