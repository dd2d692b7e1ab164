//! `learning-machine doctor`: checks what the exhibit needs, and says how to fix what is missing.

pub mod locales;
pub mod settings;
pub mod system;

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use serde::Serialize;
use thiserror::Error;

use super::output;
use super::settings_file::{self, ByOption, SettingsFile};
use content::printable::{printable, printable_json};

/// Check that this computer has what the exhibit needs
///
/// Prints a row for each check: its name, its status (ok, warning or failure), and what was found. A row
/// that is not ok has a remedy. The exit code is 1 if any check is a failure. Run it as the user that runs
/// the exhibit, because other users may have other permissions.
#[derive(Debug, Args)]
pub struct DoctorArguments {
    /// Check this folder, whose files replace built-in assets
    #[arg(long, value_name = "DIR")]
    pub assets: Option<PathBuf>,

    /// Check the languages of this folder, message by message
    #[arg(long, value_name = "DIR")]
    pub locales: Option<PathBuf>,

    /// Check this settings file, such as exhibit.toml, and the assets and the lesson that it names
    ///
    /// Without this option, the file that $LEARNING_MACHINE_CONFIG names is checked, if the variable is set.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,

    /// Print JSON for other programs: "overall" is the worst status; "findings" is a list of objects with
    /// "name", "status" ("ok", "warning" or "failure"), "found", and "remedy", which is null if there is
    /// nothing to do
    #[arg(long)]
    pub json: bool,
}

/// How serious a finding is, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// There is nothing to do.
    Ok,
    /// Something does not work, or does not work well.
    Warning,
    /// The exhibit cannot run, or cannot use what it is given.
    Failure,
}

impl fmt::Display for Status {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Failure => "failure",
        })
    }
}

/// One row of the table: something the exhibit needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The name of the check.
    pub name: &'static str,
    /// How serious it is.
    pub status: Status,
    /// The value or the problem that was found.
    pub found: String,
    /// What to do about it, unless the status is ok.
    pub remedy: Option<String>,
}

impl Finding {
    /// A finding that needs no remedy.
    #[must_use]
    pub fn ok(name: &'static str, found: impl Into<String>) -> Self {
        Self { name, status: Status::Ok, found: found.into(), remedy: None }
    }

    /// A finding with its remedy.
    #[must_use]
    pub fn bad(
        name: &'static str,
        status: Status,
        found: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { name, status, found: found.into(), remedy: Some(remedy.into()) }
    }
}

/// The names of the failed checks, from which the exit code of the command follows.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("failed checks: {}", .0.join(", "))]
pub struct ChecksFailed(pub Vec<&'static str>);

impl DoctorArguments {
    /// The folder of assets to check: the one that an option names, otherwise the one that the settings file
    /// names.
    #[must_use]
    pub fn assets(&self) -> Option<PathBuf> {
        let named = || SettingsFile::read(&settings_file::path(self.config.as_deref())?).ok();
        self.assets.clone().or_else(|| named()?.config.presentation.assets)
    }

    /// Prints the table, or JSON, to standard output: first the findings of this module, then `others`.
    ///
    /// # Errors
    /// [`ChecksFailed`] if any finding is a failure; or standard output cannot be written.
    pub fn run(self, others: impl IntoIterator<Item = Finding>) -> Result<()> {
        let mut findings = vec![
            system::display(),
            system::libraries(),
            system::memory(),
            config(self.assets().as_deref()),
        ];
        if let Some(path) = settings_file::path(self.config.as_deref()) {
            let (assets, locales) = (self.assets.as_deref(), self.locales.as_deref());
            let given = ByOption { assets, locales, lesson: None };
            findings.extend(settings::findings(&path, given));
        }
        findings.extend(others);
        let assets = self.assets();
        let of_locales = |folder: &PathBuf| locales::findings(folder, assets.as_deref());
        findings.extend(self.locales.iter().flat_map(of_locales));
        output::write(None, |out| {
            if self.json { print_json(&findings, out) } else { print(&findings, out) }
        })?;
        Ok(verdict(&findings)?)
    }
}

/// Prints a row for each finding, and its remedy below the row if it has one.
///
/// # Errors
/// `out` cannot be written.
pub fn print(findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    let width = findings.iter().map(|finding| finding.name.chars().count()).max().unwrap_or(0);
    for Finding { name, status, found, remedy } in findings {
        writeln!(out, "{name:width$}  {status:7}  {}", printable(found))?;
        if let Some(remedy) = remedy {
            writeln!(out, "{:width$}  {:7}  remedy: {}", "", "", printable(remedy))?;
        }
    }
    Ok(())
}

/// Prints all findings as one JSON object.
///
/// # Errors
/// `out` cannot be written.
pub fn print_json(findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    let overall = findings.iter().map(|finding| finding.status).max().unwrap_or(Status::Ok);
    let json = serde_json::to_string_pretty(&Report { overall, findings })?;
    writeln!(out, "{}", printable_json(&json))
}

#[derive(Serialize)]
struct Report<'a> {
    overall: Status,
    findings: &'a [Finding],
}

/// # Errors
/// At least one finding is a failure.
fn verdict(findings: &[Finding]) -> Result<(), ChecksFailed> {
    let failed = findings.iter().filter(|finding| finding.status == Status::Failure);
    let mut names: Vec<_> = failed.map(|finding| finding.name).collect();
    names.dedup();
    if names.is_empty() { Ok(()) } else { Err(ChecksFailed(names)) }
}

/// Checks that the folder that overrides built-in assets can be read, if there is one.
#[must_use]
pub fn config(folder: Option<&Path>) -> Finding {
    let name = "assets folder";
    let Some(folder) = folder else {
        return Finding::ok(name, "none; the built-in assets are used");
    };
    let shown = folder.display();
    match fs::read_dir(folder) {
        Ok(_) => Finding::ok(name, format!("{shown}, which overrides built-in assets")),
        Err(error) => Finding::bad(
            name,
            Status::Failure,
            format!("{shown}: {error}"),
            "give a folder that can be read after --assets, or leave --assets out",
        ),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;

    #[test]
    fn rows_are_aligned_and_remedies_stand_below() {
        let findings = [
            Finding::ok("display", "X11"),
            Finding::bad("memory available", Status::Warning, "12 MB", "close other programs"),
        ];
        let mut out = Vec::new();
        print(&findings, &mut out).unwrap();
        let expected = "\
display           ok       X11
memory available  warning  12 MB
                           remedy: close other programs
";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn findings_are_the_same_in_json() {
        let findings = [
            Finding::ok("display", "X11"),
            Finding::bad("settings", Status::Warning, "a \"quoted\" word", "change it"),
        ];
        let mut out = Vec::new();
        print_json(&findings, &mut out).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
        let expected = serde_json::json!({
            "overall": "warning",
            "findings": [
                { "name": "display", "status": "ok", "found": "X11", "remedy": null },
                { "name": "settings", "status": "warning", "found": "a \"quoted\" word", "remedy": "change it" },
            ]
        });
        assert_eq!(json, expected);
    }

    #[test]
    fn findings_show_control_characters_as_escapes() {
        let found = "\x1b[2J.toml: \u{9b}31m\r";
        let mut out = Vec::new();
        print(&[Finding::bad("a", Status::Failure, found, "delete \x07")], &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.contains("\\u{1b}[2J.toml: \\u{9b}31m\\r\n"), "{text}");
        assert!(text.ends_with("remedy: delete \\u{7}\n"), "{text}");
    }

    #[test]
    fn only_a_failure_fails() {
        let warning = Finding::bad("a", Status::Warning, "", "");
        let failure = Finding::bad("b", Status::Failure, "", "");
        assert_eq!(verdict(&[Finding::ok("c", ""), warning.clone()]), Ok(()));
        assert_eq!(verdict(&[failure.clone(), warning, failure]), Err(ChecksFailed(vec!["b"])));
        assert!(ChecksFailed(vec!["b", "d"]).to_string().ends_with(": b, d"));
    }

    #[test]
    fn an_assets_folder_must_be_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        assert_eq!(config(None).found, "none; the built-in assets are used");
        assert_eq!(config(Some(folder.path())).status, Status::Ok);
        for bad in [file, folder.path().join("missing")] {
            let finding = config(Some(&bad));
            assert_eq!(finding.status, Status::Failure);
            assert!(finding.found.starts_with(&bad.display().to_string()), "{finding:?}");
            assert!(finding.remedy.is_some());
        }
    }
}
