//! All errors in the options, the settings and the files of an exhibit, so that they are reported at once.

use anyhow::{Error, Result, anyhow};

use super::UsageError;
use content::toml_fields::{Problem, TomlErrors};

/// The errors, in the order in which they are reported.
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

    /// Adds an error. The error itself decides whether it is one of usage.
    pub fn add(&mut self, error: &Error) {
        self.is_usage |= error.chain().any(|cause| cause.is::<UsageError>());
        self.lines.push(format!("{error:#}"));
    }

    /// Adds the problems of a settings file.
    pub fn add_problems(&mut self, file: &str, problems: Vec<Problem>) {
        if !problems.is_empty() {
            self.add_usage(TomlErrors { file: file.to_owned(), problems }.to_string());
        }
    }

    /// Adds other errors after these.
    pub fn extend(&mut self, others: Self) {
        self.lines.extend(others.lines);
        self.is_usage |= others.is_usage;
    }

    /// The errors, one or more lines each.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Whether there are no errors.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// # Errors
    /// There are errors: a [`UsageError`] if any of them is one.
    pub fn finish(self) -> Result<()> {
        let all = self.lines.join("\n");
        match (self.lines.is_empty(), self.is_usage) {
            (true, _) => Ok(()),
            (false, true) => Err(UsageError(all).into()),
            (false, false) => Err(anyhow!(all)),
        }
    }
}
