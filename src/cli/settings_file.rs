//! The file of settings, `exhibit.toml`: reading it, and what it names.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Error, Result};

use super::doctor::{Finding, Status};
use super::folder::Folder;
use super::projector::read_lesson;
use super::{UsageError, toml_file};
use crate::Setup;
use crate::config::{Choices, Config, Presentation, check_names};
use crate::experiment::Experiments;
use crate::files::Files;
use crate::toml_fields::TomlErrors;
use crate::words::locale;
use crate::{lesson, look};

/// Names the file where no option does.
pub const VARIABLE: &str = "LEARNING_MACHINE_CONFIG";

const REMEDY: &str = "mend it there; assets/exhibit.toml tells what each field may be";
const LESSON_REMEDY: &str = "mend it there; learning-machine lessons FILE checks it again";

/// The file that is asked for, by option or else by [`VARIABLE`]. Without either, none is read.
#[must_use]
pub fn path(option: Option<&Path>) -> Option<PathBuf> {
    let named = || std::env::var_os(VARIABLE).filter(|name| *name != OsString::new());
    option.map(Path::to_owned).or_else(|| named().map(PathBuf::from))
}

/// A file of settings that has been read, and is good in itself.
#[derive(Clone, Debug)]
pub struct SettingsFile {
    name: String,
    text: String,
    /// What it says, paths being taken from its folder.
    pub config: Config,
}

impl SettingsFile {
    /// Reads a file.
    ///
    /// # Errors
    /// It cannot be read, or is not as it should be: [`UsageError`] tells all that is wrong.
    pub fn read(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        let text = toml_file::text(path)?;
        let mut config = Config::from_toml(&name, &text).map_err(UsageError::from)?;
        config.resolve_paths(path.parent().unwrap_or_else(|| Path::new("")));
        Ok(Self { name, text, config })
    }

    /// Checks that what it names is among these files.
    ///
    /// # Errors
    /// Something is not; all of it is told.
    pub fn check_names(&self, files: &Files) -> Result<(), TomlErrors> {
        check_names(&self.name, &self.text, &choices(files))
    }
}

fn choices(files: &Files) -> Choices {
    Choices {
        themes: look::choices(files, "themes"),
        palettes: look::choices(files, "palettes"),
        languages: locale::folders(files),
        lessons: lesson::names(files),
    }
}

/// What the exhibit is made of, with the folders that are to be laid over it.
///
/// # Errors
/// A folder or a file in it cannot be read.
pub fn files(presentation: &Presentation) -> Result<Files> {
    let mut all = match &presentation.assets {
        Some(folder) => Folder::of_assets(folder)?,
        None => Folder::default(),
    };
    if let Some(folder) = &presentation.locales {
        Folder::of_locales(folder)?.lay_over(&mut all);
    }
    Ok(all.into_files())
}

/// What `doctor` says of a file of settings and of the lesson that it names: a finding for each problem.
#[must_use]
pub fn findings(path: &Path) -> Vec<Finding> {
    let good = |name, file: &str| vec![Finding::ok(name, format!("{file}, all as it should be"))];
    let (file, files) = match with_files(path) {
        Ok(read) => read,
        Err(error) => return failures("settings", &error, REMEDY),
    };
    let mut findings = good("settings", &file.name);
    if let Some(lesson) = &file.config.projector.lesson {
        findings.extend(match check_lesson(lesson, files) {
            Ok(()) => good("lesson", lesson),
            Err(error) => failures("lesson", &error, LESSON_REMEDY),
        });
    }
    findings
}

/// The file, and what the exhibit is made of with it.
fn with_files(path: &Path) -> Result<(SettingsFile, Files)> {
    let file = SettingsFile::read(path)?;
    let files = files(&file.config.presentation)?;
    file.check_names(&files)?;
    Ok((file, files))
}

fn check_lesson(name: &str, files: Files) -> Result<()> {
    let setup = Setup::new(files)?;
    read_lesson(name, &setup.files, &Experiments::new(setup.material))?;
    Ok(())
}

/// A finding for each line of an error.
fn failures(name: &'static str, error: &Error, remedy: &str) -> Vec<Finding> {
    let error = format!("{error:#}");
    let last = error.lines().count().saturating_sub(1);
    let finding = |(index, line): (usize, &str)| Finding {
        name,
        status: Status::Failure,
        found: line.to_owned(),
        // The same for all.
        remedy: (index == last).then(|| remedy.to_owned()),
    };
    error.lines().enumerate().map(finding).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use crate::toml_fields::LARGEST;
    use std::fs;

    #[test]
    fn a_file_is_named_whatever_is_wrong_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("exhibit.toml");
        let name = path.display().to_string();
        let message = || format!("{:#}", SettingsFile::read(&path).unwrap_err());
        assert!(message().starts_with(&format!("{name}: cannot be read: ")), "{}", message());
        fs::write(&path, b"\xff\xfe").unwrap();
        let expected = "expected text in UTF-8, found UTF-16; save the file as UTF-8";
        assert_eq!(message(), format!("{name}: {expected}"));
        fs::write(&path, b"\xef\xbb\xbf[kiosk]\nenabled = true\n").unwrap();
        assert!(SettingsFile::read(&path).unwrap().config.kiosk.enabled);
        fs::write(&path, "\n[kiosk]\nidle-seconds = 5\n").unwrap();
        let expected = "kiosk.idle-seconds: expected a number from 10 to 1800, found 5";
        assert_eq!(message(), format!("{name}, line 3, column 16: {expected}"));
        fs::write(&path, "#".repeat(LARGEST + 1)).unwrap();
        assert!(message().contains("expected at most 1048576 bytes"), "{}", message());
    }

    #[test]
    fn folders_are_laid_over_what_is_built_in() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("locales/tlh")).unwrap();
        fs::create_dir_all(folder.path().join("assets/themes")).unwrap();
        fs::write(folder.path().join("locales/tlh/exhibit.ftl"), "a = b\n").unwrap();
        fs::write(folder.path().join("assets/themes/dusk.toml"), "").unwrap();
        let path = folder.path().join("exhibit.toml");
        let text = "presentation = { locales = 'locales', assets = 'assets', theme = 'dusk', language = 'tlh' }";
        fs::write(&path, text).unwrap();
        let file = SettingsFile::read(&path).unwrap();
        file.check_names(&files(&file.config.presentation).unwrap()).unwrap();
        let errors = file.check_names(&Files::default()).unwrap_err();
        assert_eq!(errors.problems.len(), 2, "{errors}");
        fs::write(&path, "presentation.assets = 'nowhere'").unwrap();
        let found = findings(&path);
        assert_eq!(found[0].status, Status::Failure);
        assert!(found[0].found.contains("cannot read the folder"), "{found:?}");
    }
}
