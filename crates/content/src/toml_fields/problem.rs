//! The errors of a file.

use std::fmt;

use thiserror::Error;

/// One error, and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The field, such as `kiosk.idle-seconds`. Empty if the text is not TOML at all.
    pub field: String,
    /// The message: what was expected, and what was found.
    pub message: String,
}

/// All errors of a file, in the order of its lines.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub struct TomlErrors {
    /// The name of the file.
    pub file: String,
    /// The errors. There is at least one.
    pub problems: Vec<Problem>,
}

impl fmt::Display for TomlErrors {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, Problem { line, column, field, message }) in self.problems.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(formatter, "{separator}{}, line {line}, column {column}: ", self.file)?;
            if !field.is_empty() {
                write!(formatter, "{field}: ")?;
            }
            write!(formatter, "{message}")?;
        }
        Ok(())
    }
}

/// The line and the column of a byte in a text, both counted from 1.
#[must_use]
pub fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte.min(text.len())).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_lines_and_characters_from_1() {
        let text = "ä = 1\nöö = 2\n";
        assert_eq!(place(text, 0), (1, 1));
        assert_eq!(place(text, text.find('1').unwrap_or_default()), (1, 5));
        assert_eq!(place(text, text.find('2').unwrap_or_default()), (2, 6));
        assert_eq!(place(text, text.len()), (3, 1));
        assert_eq!(place("", 9), (1, 1));
    }
}
