//! Reads the text of a Fluent file: checks its limits, parses it, and finds the lines of its parts.

use fluent_bundle::FluentResource;
use fluent_syntax::parser::ParserError;

use crate::files::{FileError, Files};
use crate::limits::{MESSAGE_DEPTH, MESSAGES, PLACEABLES_OF_A_FILE, TEXT_BYTES};

/// A parsed Fluent file.
pub(super) struct Source {
    /// The path of the file under `assets`.
    pub path: String,
    /// The entries of the file.
    pub resource: FluentResource,
    lines: Lines,
}

impl Source {
    /// Reads a file. Entries with syntax errors are left out, and their errors are added to `problems`.
    ///
    /// # Errors
    /// The file cannot be read at all, or is beyond a limit.
    pub fn read(
        files: &Files,
        path: &str,
        problems: &mut Vec<FileError>,
    ) -> Result<Self, FileError> {
        Self::parse(path, files.text(path)?, problems)
    }

    /// Parses a text like [`Self::read`].
    pub fn parse(
        path: &str,
        text: String,
        problems: &mut Vec<FileError>,
    ) -> Result<Self, FileError> {
        measure(&text).map_err(|problem| FileError::new(path, problem))?;
        let lines = Lines::new(&text);
        let (resource, errors) = match FluentResource::try_new(text) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        let text = resource.source();
        problems.extend(errors.iter().map(|error| syntax_error(path, text, &lines, error)));
        Ok(Self { path: path.to_owned(), resource, lines })
    }

    /// The line of a part of the text. The parser copies nothing, so the address of the part gives its place.
    pub fn line(&self, part: &str) -> usize {
        let start = self.resource.source().as_ptr() as usize;
        self.lines.at((part.as_ptr() as usize).saturating_sub(start))
    }

    /// Creates an error at the line of a part of the text.
    pub fn problem(&self, part: &str, problem: &str) -> FileError {
        FileError::new(&self.path, format!("line {}: {problem}", self.line(part)))
    }
}

/// The last line in which a message or term with this name begins.
pub(super) fn last_line_of(text: &str, name: &str) -> usize {
    let begins = |line: &str| {
        let line = line.strip_prefix('-').unwrap_or(line);
        line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    text.lines().enumerate().filter(|(_, line)| begins(line)).last().map_or(1, |(at, _)| at + 1)
}

/// The positions of the line ends of a text.
struct Lines(Vec<usize>);

impl Lines {
    fn new(text: &str) -> Self {
        Self(
            text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect(),
        )
    }

    /// The line of a position in the text, counted from 1.
    fn at(&self, at: usize) -> usize {
        1 + self.0.partition_point(|&end| end < at)
    }
}

fn syntax_error(path: &str, text: &str, lines: &Lines, error: &ParserError) -> FileError {
    // If a message ends too early, the parser reports the line after it. The error is in the message itself.
    let message = error.slice.clone().unwrap_or(0..text.len());
    let end = text
        .get(message.clone())
        .map_or(message.end, |message_text| message.start + message_text.trim_end().len());
    let at = error.pos.start.min(end).max(message.start);
    FileError::new(path, format!("line {}: {error}", lines.at(at)))
}

/// A level of nesting at some place of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    /// Between the braces of a placeable.
    Placeable,
    /// Between the brackets of a call.
    Call,
    /// The text of a variant.
    Variant,
}

/// Checks without recursion that a text is within the limits. The parser is recursive: with too many levels it
/// would overflow the stack. Never finds fewer levels than the parser.
///
/// # Errors
/// The text is beyond a limit. The message names the limit and the line.
fn measure(text: &str) -> Result<(), String> {
    if text.len() > TEXT_BYTES {
        return Err(format!("expected at most {TEXT_BYTES} bytes, found {}", text.len()));
    }
    let (mut open, mut messages, mut placeables) = (Vec::new(), 0, 0);
    for (index, line) in text.split('\n').enumerate() {
        if line.starts_with('#') {
            continue;
        }
        if let Some((digits, escape)) = cut_escape(line) {
            let line = index + 1;
            return Err(format!("line {line}: expected {digits} hexadecimal digits in {escape}"));
        }
        if begins_message(line) {
            // A new message closes everything that the one before it left open.
            open.clear();
            messages += 1;
        }
        placeables += measure_line(line.as_bytes(), &mut open)
            .ok_or_else(|| format!("line {}: expected at most {MESSAGE_DEPTH} levels of braces and brackets, found more", index + 1))?;
        for (what, most, found) in
            [("messages", MESSAGES, messages), ("placeables", PLACEABLES_OF_A_FILE, placeables)]
        {
            if found > most {
                let line = index + 1;
                return Err(format!(
                    "line {line}: expected at most {most} {what} in a file, found more"
                ));
            }
        }
    }
    Ok(())
}

/// Tracks the levels through a line. Returns the number of placeables that begin in it, or `None` if there are
/// too many levels.
fn measure_line(line: &[u8], open: &mut Vec<Level>) -> Option<usize> {
    let (mut at, mut placeables) = (0, 0);
    while let Some(&byte) = line.get(at) {
        at += 1;
        let levels = open.len();
        let in_text = matches!(open.last(), None | Some(Level::Variant));
        match byte {
            b'{' => {
                placeables += 1;
                open.push(Level::Placeable);
            }
            b'}' => {
                // The text of a variant ends with its placeable.
                while open.pop().is_some_and(|level| level != Level::Placeable) {}
            }
            _ if in_text => {}
            b'"' => {
                while let Some(&byte) = line.get(at) {
                    at += 1;
                    match byte {
                        b'\\' => at += 1,
                        b'"' => break,
                        _ => {}
                    }
                }
            }
            b'(' => open.push(Level::Call),
            b')' if open.last() == Some(&Level::Call) => {
                open.pop();
            }
            b'-' if line.get(at) == Some(&b'>') => open.push(Level::Variant),
            _ => {}
        }
        let is_level = |level: &&Level| **level != Level::Variant;
        if open.len() > levels && open.iter().filter(is_level).count() > MESSAGE_DEPTH {
            return None;
        }
    }
    Some(placeables)
}

/// Finds a Unicode escape that lacks digits and is followed by a character of several bytes. Returns the number
/// of digits that it needs, and the escape. The parser would split that character, and panic.
fn cut_escape(line: &str) -> Option<(usize, &str)> {
    let mut at = 0;
    while let Some(before) = line.as_bytes().get(at..)?.iter().position(|&byte| byte == b'\\') {
        let start = at + before;
        // The second of two backslashes does not begin an escape.
        at = start + 2;
        let digits = match line.as_bytes().get(start + 1) {
            Some(b'u') => 4,
            Some(b'U') => 6,
            _ => continue,
        };
        let is_hex = |(end, c): &(usize, char)| *end < digits && c.is_ascii_hexdigit();
        let after = &line[at..];
        let next = after.char_indices().find(|found| !is_hex(found));
        if let Some((end, next)) = next.filter(|(end, c)| *end < digits && !c.is_ascii()) {
            return Some((digits, &line[start..at + end + next.len_utf8()]));
        }
    }
    None
}

/// Whether a message or term begins in a line.
fn begins_message(line: &str) -> bool {
    let line = line.strip_prefix('-').unwrap_or(line);
    let is_inner = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let rest = line.trim_start_matches(is_inner);
    line.starts_with(|c: char| c.is_ascii_alphabetic())
        && rest.trim_start_matches(' ').starts_with('=')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_without_enough_digits_before_a_wide_character_is_refused() {
        for (escape, digits) in [
            ("\\u\u{252}", 4),
            ("\\u3\u{252}9", 4),
            ("\\u00e\u{1f600}", 4),
            ("\\U00e9\u{e9}", 6),
            ("\\U\u{2028}", 6),
        ] {
            for text in [
                format!("a = b\nc = {{ \"{escape}\" }}\n"),
                format!("a = b\nc = {{ NUMBER(\"{escape}\") }}"),
                format!("a = {{ $x ->\n   *[a] {{ \"{escape}\" }}\n }}"),
            ] {
                let mut problems = Vec::new();
                let read = Source::parse("locales/nl/own.ftl", text.clone(), &mut problems);
                let error = read.err().map(|error| error.to_string()).unwrap_or_default();
                let expected = format!("line 2: expected {digits} hexadecimal digits in \\");
                assert!(error.contains(&expected), "{text}: {error}");
            }
        }
        // The check is fast for long lines, too.
        assert!(is_read(&format!("a = {}\n", "\\".repeat(1_000_000))));
        for good in ["\\\\u3\u{e9}", "\\u00e9\u{e9}", "\\U01F600\u{e9}", "\\u00e9", "\u{e9}"] {
            assert!(is_read(&format!("a = {{ \"{good}\" }}\n")), "{good}");
        }
    }

    fn is_read(text: &str) -> bool {
        let mut problems = Vec::new();
        let result = Source::parse("locales/nl/own.ftl", text.to_owned(), &mut problems);
        let errors: Vec<_> = result.as_ref().err().into_iter().chain(&problems).collect();
        assert!(errors.iter().all(|error| error.problem.starts_with("line 1: ")), "{errors:?}");
        result.is_ok()
    }

    fn nested(levels: usize, open: &str, inner: &str, close: &str) -> String {
        format!("a = {}{inner}{}", open.repeat(levels), close.repeat(levels))
    }

    #[test]
    fn a_hundred_levels_are_read_and_more_are_refused() {
        assert!(is_read(&nested(MESSAGE_DEPTH, "{", "$x", "}")));
        let calls = MESSAGE_DEPTH - 1;
        assert!(is_read(&format!("a = {{ {}$x{} }}", "F(".repeat(calls), ")".repeat(calls))));
        for levels in [MESSAGE_DEPTH + 1, 80_000] {
            assert!(!is_read(&nested(levels, "{", "$x", "}")));
            assert!(!is_read(&format!("a = {{ {}", "F(".repeat(levels))));
            assert!(!is_read(&format!("a = {{ {}", "-t(".repeat(levels))));
            assert!(!is_read(&format!("a = {}", "{ $x -> *[a] ".repeat(levels))));
            // A closing brace in a string does not hide the levels.
            assert!(!is_read(&format!("a = {}", "{ \"}\" ".repeat(levels))));
        }
    }

    #[test]
    fn brackets_in_texts_strings_and_comments_are_not_levels() {
        let many = 2 * MESSAGE_DEPTH;
        assert!(is_read(&format!("a = {}", "(".repeat(many))));
        assert!(is_read(&format!("a = {{ \"{}\" }}", "{(".repeat(many))));
        assert!(is_read(&format!("# {}\na = b", "{".repeat(many))));
        let messages: String =
            (0..many).map(|n| format!("a{n} = {{ $x -> \n    *[one] ( {{ $x }}\n }}\n")).collect();
        let mut problems = Vec::new();
        assert!(Source::parse("p", messages, &mut problems).is_ok());
        assert_eq!(problems, []);
    }

    #[test]
    fn large_files_and_many_messages_are_refused() {
        let refused = |text: String| {
            Source::parse("locales/nl/own.ftl", text, &mut Vec::new())
                .err()
                .unwrap_or_else(|| FileError::new("", ""))
                .problem
        };
        assert_eq!(
            refused("#".repeat(TEXT_BYTES + 1)),
            "expected at most 1048576 bytes, found 1048577"
        );
        let many: String = (0..=MESSAGES).map(|n| format!("m{n} = x\n")).collect();
        assert_eq!(
            refused(many),
            "line 5001: expected at most 5000 messages in a file, found more"
        );
        let many = "a =\n".to_owned() + &"   {$a}\n".repeat(PLACEABLES_OF_A_FILE + 1);
        assert_eq!(
            refused(many),
            "line 20002: expected at most 20000 placeables in a file, found more"
        );
    }
}
