//! Splits the text of a TOML file into headings, fields and blank lines, even if its syntax is wrong.

use std::ops::Range;

/// The kind of an [`Item`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A blank line, or a comment.
    Blank,
    /// `[name]`, or `[[name]]` where `is_list`. The name is as written, without spaces around it.
    Heading {
        /// The text between the brackets.
        name: String,
        /// Whether there are two brackets.
        is_list: bool,
    },
    /// `key = value`.
    Field {
        /// The text before the `=`.
        key: String,
    },
    /// A key without a `=` after it.
    Word {
        /// The key.
        key: String,
    },
    /// Something else.
    Other,
}

/// Lines that belong together: a heading, or a field with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The kind of the lines.
    pub kind: Kind,
    /// The lines, counted from 0.
    pub lines: Range<usize>,
    /// Whether a bracket, or a text of several lines, begins here and has no end.
    pub is_open: bool,
}

/// Splits lines into items.
#[must_use]
pub fn items(lines: &[String]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let kind = kind(&lines[at]);
        let mut scanner = Scanner::default();
        let mut end = at + 1;
        if !matches!(kind, Kind::Blank | Kind::Heading { .. }) {
            scanner.line(&lines[at]);
            while scanner.is_open() && end < lines.len() && !scanner.is_cut_by(&lines[end]) {
                scanner.line(&lines[end]);
                end += 1;
            }
            // A text without an end must not take the rest of the file with it.
            if scanner.is_open() && scanner.quotes.is_some() {
                end = at + 1;
            }
        }
        items.push(Item { kind, lines: at..end, is_open: scanner.is_open() });
        at = end;
    }
    items
}

fn kind(line: &str) -> Kind {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return Kind::Blank;
    }
    if let Some(rest) = line.strip_prefix('[') {
        let is_list = rest.starts_with('[');
        let name = rest.trim_start_matches('[').split([']', '#', '=']).next().unwrap_or_default();
        return Kind::Heading { name: name.trim().to_owned(), is_list };
    }
    // This is a heading without its first bracket.
    let end = line.find(|c| !is_bare(c) && c != '.').unwrap_or(line.len());
    let (name, rest) = line.split_at(end);
    if !name.is_empty() && matches!(rest.trim(), "]" | "]]") {
        return Kind::Heading { name: name.to_owned(), is_list: rest.trim() == "]]" };
    }
    match line.split_once('=') {
        Some((key, _)) if !key.contains(['"', '\'', '#', ':', ',']) => {
            Kind::Field { key: key.trim().to_owned() }
        }
        _ => {
            let end = line.find(|c| !is_bare(c)).unwrap_or(line.len());
            let is_key = line.starts_with(|c: char| c.is_ascii_alphabetic());
            if is_key { Kind::Word { key: line[..end].to_owned() } } else { Kind::Other }
        }
    }
}

/// Whether a key without quotation marks may contain this character.
#[must_use]
pub fn is_bare(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}

/// Tracks open brackets and texts from line to line.
#[derive(Default)]
struct Scanner {
    /// The open brackets.
    open: Vec<char>,
    /// The quotation mark of an open text of several lines.
    quotes: Option<char>,
}

impl Scanner {
    fn is_open(&self) -> bool {
        !self.open.is_empty() || self.quotes.is_some()
    }

    /// Whether a line must be the next item, although a list is still open.
    fn is_cut_by(&self, line: &str) -> bool {
        let line = line.trim();
        let name = |text: &str| !text.is_empty() && text.chars().all(|c| is_bare(c) || c == '.');
        let heading = line.trim_matches(['[', ']']);
        let is_heading = line.starts_with('[') && line.ends_with(']') && name(heading);
        let is_field = line.split_once('=').is_some_and(|(key, _)| name(key.trim()));
        self.quotes.is_none() && self.open.last() == Some(&'[') && (is_heading || is_field)
    }

    fn line(&mut self, line: &str) {
        let mut rest = line;
        loop {
            if let Some(quote) = self.quotes {
                let Some(end) = end_of_long_text(rest, quote) else { return };
                rest = &rest[end..];
                self.quotes = None;
            }
            let Some(first) = rest.chars().next() else { return };
            match first {
                '#' => return,
                '"' | '\'' if rest.starts_with(&first.to_string().repeat(3)) => {
                    self.quotes = Some(first);
                    rest = &rest[3..];
                    continue;
                }
                '"' | '\'' => {
                    rest = after_text(rest, first);
                    continue;
                }
                // The parser refuses anything deeper.
                '[' | '{' if self.open.len() < 1000 => self.open.push(first),
                ']' | '}' => {
                    self.open.pop();
                }
                _ => {}
            }
            rest = &rest[first.len_utf8()..];
        }
    }
}

/// The position after the three quotation marks that end a text of several lines.
fn end_of_long_text(text: &str, quote: char) -> Option<usize> {
    let three = quote.to_string().repeat(3);
    let mut from = 0;
    loop {
        let found = from + text[from..].find(&three)?;
        let escapes = text[..found].chars().rev().take_while(|&c| c == '\\').count();
        if quote == '\'' || escapes % 2 == 0 {
            return Some(found + 3);
        }
        from = found + 1;
    }
}

/// The rest of `text` after a TOML text of one line. `text` begins with the quotation mark of that text.
#[must_use]
pub fn after_text(text: &str, quote: char) -> &str {
    let mut is_escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        if is_escaped {
            is_escaped = false;
        } else if character == '\\' && quote == '"' {
            is_escaped = true;
        } else if character == quote {
            return &text[at + character.len_utf8()..];
        }
    }
    ""
}

/// Splits a line into its content and the comment at its end. Only a `#` outside of quotation marks begins a
/// comment.
#[must_use]
pub fn split_comment(line: &str) -> (&str, &str) {
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        if first == '#' {
            return line.split_at(line.len() - rest.len());
        }
        rest = match first {
            '"' | '\'' => after_text(rest, first),
            _ => &rest[first.len_utf8()..],
        };
    }
    (line, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<(Range<usize>, bool)> {
        let lines: Vec<_> = text.split('\n').map(str::to_owned).collect();
        items(&lines).into_iter().map(|item| (item.lines, item.is_open)).collect()
    }

    #[test]
    fn the_lines_of_one_value_form_one_item() {
        let text = "[a]\nb = [\n 1, # ]\n \"]\",\n]\nc = \"\"\"\n[x]\n\"\"\"\nd = 1";
        assert_eq!(split(text), [(0..1, false), (1..5, false), (5..8, false), (8..9, false)]);
    }

    #[test]
    fn a_value_without_an_end_does_not_include_the_next_field() {
        assert_eq!(split("a = [\n 1,\nb = 2\n"), [(0..2, true), (2..3, false), (3..4, false)]);
        assert_eq!(split("a = [\n[kiosk]"), [(0..1, true), (1..2, false)]);
        assert_eq!(split("a = '''\nb = 2"), [(0..1, true), (1..2, false)]);
        assert_eq!(split("a = { b = 1,\n c = 2 }\nd = 3"), [(0..2, false), (2..3, false)]);
    }

    #[test]
    fn comments_begin_outside_of_quotation_marks() {
        assert_eq!(split_comment("a = '#' # b"), ("a = '#' ", "# b"));
        assert_eq!(split_comment("a = \"\\\"#\""), ("a = \"\\\"#\"", ""));
    }
}
