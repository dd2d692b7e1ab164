//! Everything that is wrong with what the exhibit is started with, so that all of it is reported at once.

use anyhow::{Error, Result, anyhow};

use super::UsageError;
use content::toml_fields::{Problem, TomlErrors};

/// What is wrong, in the order in which it is reported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    lines: Vec<String>,
    is_usage: bool,
}

impl Faults {
    /// Adds an option or a field that is used wrongly.
    pub fn add_usage(&mut self, line: impl Into<String>) {
        self.lines.push(line.into());
        self.is_usage = true;
    }

    /// Adds an error; whether it is one of usage, the error tells.
    pub fn add(&mut self, error: &Error) {
        self.is_usage |= error.chain().any(|cause| cause.is::<UsageError>());
        self.lines.push(format!("{error:#}"));
    }

    /// Adds what is wrong with a file of settings.
    pub fn add_problems(&mut self, file: &str, problems: Vec<Problem>) {
        if !problems.is_empty() {
            self.add_usage(TomlErrors { file: file.to_owned(), problems }.to_string());
        }
    }

    /// Adds other faults behind these.
    pub fn extend(&mut self, others: Self) {
        self.lines.extend(others.lines);
        self.is_usage |= others.is_usage;
    }

    /// The faults, one or more lines each.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// # Errors
    /// Something is wrong: a [`UsageError`] if any of it is one.
    pub fn finish(self) -> Result<()> {
        let all = self.lines.join("\n");
        match (self.lines.is_empty(), self.is_usage) {
            (true, _) => Ok(()),
            (false, true) => Err(UsageError(all).into()),
            (false, false) => Err(anyhow!(all)),
        }
    }
}
