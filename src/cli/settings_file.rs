//! The settings file, `exhibit.toml`: reads it, and what it names.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Error, Result, anyhow};

use super::faults::Faults;
use super::folder::Folder;
use super::projector::read_lesson;
use super::{UsageError, toml_file};
use content::files::Files;
use content::look;
use content::toml_fields::{Problem, TomlErrors};
use content::words::locale;
use exhibit::chapter::CHAPTERS;
use exhibit::config::{Config, KnownNames, NamingField, Presentation, SettingsReading};
use exhibit::experiment::{Experiments, Material, Subject};
use exhibit::lesson::{self, Lesson};

/// The environment variable that names the settings file if no option does.
pub const VARIABLE: &str = "LEARNING_MACHINE_CONFIG";

/// The settings file that an option or [`VARIABLE`] names. If neither names one, no file is read.
#[must_use]
pub fn path(option: Option<&Path>) -> Option<PathBuf> {
    let named = || std::env::var_os(VARIABLE).filter(|name| *name != OsString::new());
    option.map(Path::to_owned).or_else(|| named().map(PathBuf::from))
}

/// A settings file, as far as it can be read, with its errors.
#[derive(Clone, Debug)]
pub struct SettingsFile {
    /// The file, as it was named.
    pub name: String,
    reading: SettingsReading,
    /// The settings. Paths are relative to the file's folder. A field with an error has its default value.
    pub config: Config,
}

impl SettingsFile {
    /// Reads a file.
    ///
    /// It cannot be read. Invalid contents are no error here: see [`Self::problems`].
    /// It cannot be read. What is wrong in it is no error here: see [`Self::problems`].
    pub fn read(path: &Path) -> Result<Self> {
        let reading = SettingsReading::new(&toml_file::bytes(path)?);
        let mut config = reading.config();
        let folder = path.parent().unwrap_or_else(|| Path::new(""));
        config.resolve_paths(folder, std::env::home_dir().as_deref());
        Ok(Self { name: path.display().to_string(), reading, config })
    }

    /// All its problems, in the order of its lines.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        self.reading.problems()
    }
}

/// The files of the exhibit, with the user's folders laid over them.
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

/// The reason why the data that the settings name cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct DataFault(pub String);

/// The subject of the chapter that is shown first.
#[must_use]
pub fn first_subject(config: &Config) -> Subject {
    let first = config.chapters().first().and_then(|&place| CHAPTERS.get(place));
    first.map_or(Subject::Barcodes, |chapter| chapter.subject())
}

/// The folders and the lesson that options name. They override those of the settings file.
#[derive(Clone, Copy, Debug, Default)]
pub struct ByOption<'a> {
    /// `--assets`.
    pub assets: Option<&'a Path>,
    /// `--locales`.
    pub locales: Option<&'a Path>,
    /// `--lesson`.
    pub lesson: Option<&'a str>,
}

/// Everything that the exhibit starts with, as far as it can be read.
pub struct Found {
    /// The files of the exhibit.
    pub files: Files,
    /// The data and the machines, unless they have an error.
    pub material: Option<Material>,
    /// The lesson, if one is named and valid.
    pub lesson: Option<Lesson>,
    /// All errors of the folders, the lesson and the names in the settings.
    pub faults: Faults,
    /// The errors in the lesson's own file.
    pub lesson_faults: Option<TomlErrors>,
}

/// Reads everything that a settings file and options name. `config` has the settings of both. `material`
/// reads the data and the machines.
pub fn find(
    file: Option<&mut SettingsFile>,
    config: &Config,
    given: ByOption<'_>,
    material: impl FnOnce(&Files) -> Result<Material>,
) -> Found {
    let mut faults = Faults::default();
    let mut readable = config.presentation.clone();
    let mut unreadable = unreadable_folders(&mut readable, given);
    for (field, _, why) in unreadable.iter().filter(|(_, is_given, _)| *is_given) {
        let option = if *field == NamingField::Assets { "--assets" } else { "--locales" };
        faults.add(&anyhow!("{option}: {why}"));
    }
    let files = files(&readable).unwrap_or_else(|error| {
        faults.add(&error);
        Files::default()
    });
    let material = match material(&files).map_err(Error::downcast) {
        Ok(material) => Some(material),
        Err(Ok(fault)) => {
            unreadable.push(bad_data(&fault));
            None
        }
        Err(Err(error)) => {
            faults.add(&error);
            None
        }
    };
    let taught = material.as_ref().map(|material| lesson_of(config, given, &files, material));
    let (mut lesson, mut lesson_faults) = (None, None);
    match taught {
        None | Some(Taught::Nothing) => {}
        Some(Taught::Good(good)) => lesson = Some(good),
        Some(Taught::Bad(errors)) => lesson_faults = Some(errors),
        Some(Taught::Missing(error)) if given.lesson.is_some() => faults.add(&error),
        Some(Taught::Missing(error)) => unreadable.push(missing_lesson(&error)),
    }
    if let Some(file) = file {
        file.reading.check(&choices(&files, unreadable));
    }
    Found { files, material, lesson, faults, lesson_faults }
}

/// Checks settings that are read again against the files that the exhibit has started with.
pub fn check_again(
    file: &mut SettingsFile,
    config: &Config,
    given: ByOption<'_>,
    files: &Files,
    material: &Material,
    data_fault: Option<DataFault>,
) -> Option<TomlErrors> {
    let mut unreadable = unreadable_folders(&mut config.presentation.clone(), given);
    unreadable.extend(data_fault.as_ref().map(bad_data));
    let mut lesson_faults = None;
    match lesson_of(config, given, files, material) {
        Taught::Nothing | Taught::Good(_) => {}
        Taught::Bad(errors) => lesson_faults = Some(errors),
        Taught::Missing(error) if given.lesson.is_none() => unreadable.push(missing_lesson(&error)),
        Taught::Missing(_) => {}
    }
    file.reading.check(&choices(files, unreadable));
    lesson_faults
}

/// The result of reading a lesson.
enum Taught {
    /// No lesson is named, or its name is unknown. An unknown name is reported together with all other
    /// names.
    Nothing,
    Good(Lesson),
    Bad(TomlErrors),
    Missing(Error),
}

fn lesson_of(config: &Config, given: ByOption<'_>, files: &Files, material: &Material) -> Taught {
    let Some(name) = &config.projector.lesson else { return Taught::Nothing };
    match read_lesson(name, files, &Experiments::new(material.clone())) {
        Ok(lesson) => Taught::Good(lesson),
        Err(error) if given.lesson.is_none() && error.is::<UsageError>() => Taught::Nothing,
        Err(error) => match error.downcast() {
            Ok(errors) => Taught::Bad(errors),
            Err(error) => Taught::Missing(error),
        },
    }
}

fn missing_lesson(error: &Error) -> Unreadable {
    let why = format!("expected a lesson that can be read, found {error:#}");
    (NamingField::Lesson, false, why)
}

fn bad_data(fault: &DataFault) -> Unreadable {
    let why = format!("expected data that can be learned from, found: {fault}");
    (NamingField::Datasets, false, why)
}

/// A field, whether an option overrides it, and why the thing that it names cannot be read.
type Unreadable = (NamingField, bool, String);

/// Removes the folders that cannot be read.
fn unreadable_folders(presentation: &mut Presentation, given: ByOption<'_>) -> Vec<Unreadable> {
    let mut unreadable = Vec::new();
    for (field, is_given, folder) in [
        (NamingField::Assets, given.assets.is_some(), &mut presentation.assets),
        (NamingField::Locales, given.locales.is_some(), &mut presentation.locales),
    ] {
        let Some(path) = folder.as_deref() else { continue };
        if let Err(error) = can_list(path) {
            let path = path.display();
            let why = format!("expected a folder, found none that can be read: {path}: {error}");
            unreadable.push((field, is_given, why));
            *folder = None;
        }
    }
    unreadable
}

fn can_list(folder: &Path) -> std::io::Result<()> {
    fs::read_dir(folder).map(|_| ())
}

/// The names that the settings may use. If a folder that an option names cannot be read, that is not a fault
/// of the file. But that folder, too, might add more names.
fn choices(files: &Files, unreadable: Vec<Unreadable>) -> KnownNames {
    KnownNames {
        themes: look::choices(files, "themes"),
        palettes: look::choices(files, "palettes"),
        languages: locale::folders(files),
        lessons: lesson::names(files),
        unreadable: unreadable
            .into_iter()
            .map(|(field, is_given, why)| (field, (!is_given).then_some(why)))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use content::limits::TOML_BYTES;
    use std::fs;

    fn notebook(files: &Files) -> Result<Material> {
        let setup: Result<_, learning::DatasetError> = crate::Setup::new(files.clone());
        Ok(setup?.material)
    }

    fn told(path: &Path, given: ByOption<'_>) -> Vec<String> {
        let mut file = SettingsFile::read(path).unwrap();
        let mut config = file.config.clone();
        let presentation = &mut config.presentation;
        presentation.assets = given.assets.map(Path::to_owned).or(presentation.assets.take());
        let found = find(Some(&mut file), &config, given, notebook);
        let mut faults = Faults::default();
        faults.add_problems("exhibit.toml", file.problems());
        faults.extend(found.faults);
        faults.lines().iter().flat_map(|line| line.lines()).map(str::to_owned).collect()
    }

    #[test]
    fn a_file_that_cannot_be_read_is_named_and_its_errors_have_lines() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("exhibit.toml");
        let name = path.display().to_string();
        let message = format!("{:#}", SettingsFile::read(&path).unwrap_err());
        assert!(message.starts_with(&format!("{name}: cannot be read: ")), "{message}");
        let message = format!("{:#}", SettingsFile::read(folder.path()).unwrap_err());
        assert!(message.ends_with(": it is a folder, expected a TOML file"), "{message}");
        fs::write(&path, b"[presentation]\ntheme = 'n\xfcit'\n[kiosk]\nidle-seconds = 5\n")
            .unwrap();
        let told = told(&path, ByOption::default());
        let expected = "exhibit.toml, line 2, column 11: expected text in UTF-8, found other bytes";
        assert!(told.iter().any(|line| line.starts_with(expected)), "{told:#?}");
        assert!(told.iter().any(|line| line.contains("line 4, column 16: kiosk.idle-seconds")));
        fs::write(&path, "#".repeat(TOML_BYTES + 1)).unwrap();
        let problems = SettingsFile::read(&path).unwrap().problems();
        assert!(problems[0].message.contains("expected at most 1048576 bytes"), "{problems:?}");
        fs::write(&path, b"\xef\xbb\xbf[kiosk]\nenabled = true\n").unwrap();
        assert!(SettingsFile::read(&path).unwrap().problems().is_empty());
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
        assert!(told(&path, ByOption::default()).is_empty());
        fs::write(&path, text.replace("'assets'", "'asets'")).unwrap();
        let told = told(&path, ByOption::default());
        assert_eq!(told.len(), 2, "{told:#?}");
        assert!(
            told[0]
                .contains("presentation.assets: expected a folder, found none that can be read: ")
        );
        let theme = "presentation.theme: expected one of night, paper, or a name in the assets folder, which cannot be \
                     read, found \"dusk\"";
        assert!(told[1].contains(theme), "{told:#?}");
    }

    #[test]
    fn folders_lesson_and_names_are_reported_at_once_from_the_file_and_from_options() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("exhibit.toml");
        let text = "[presentation]\ntheme = nite\npalette = \"save\"\nlanguage = \"nl\"\nassets = \"none\"\n\
            locales = \"none\"\n[chapters]\norder = [\"histgram\"]\n[kiosk]\nidle-second = 5\nenabled = 1\n\
            [projector]\nlesson = \"none.toml\"\n";
        fs::write(&path, text).unwrap();
        let all = told(&path, ByOption::default());
        let expected = [
            "line 2, column 9: presentation.theme: expected quotation marks around a text, as in theme = \"nite\"",
            "line 2, column 9: presentation.theme: expected one of night, paper, or a name in the assets folder",
            "line 3, column 11: presentation.palette: expected one of high-contrast, notebook, safe, or a name in the assets folder",
            "line 4, column 12: presentation.language: expected one of de, en, es, fr, or a name in the assets folder",
            "line 5, column 10: presentation.assets: expected a folder",
            "line 6, column 11: presentation.locales: expected a folder",
            "line 8, column 10: chapters.order[1]: expected the id of a chapter",
            "line 10, column 1: kiosk.idle-second: there is no such field; is idle-seconds meant?",
            "line 10, column 15: kiosk.idle-seconds: expected a number from 10 to 1800, found 5",
            "line 11, column 11: kiosk.enabled: expected true or false, found 1",
            "line 13, column 10: projector.lesson: expected a lesson that can be read, found ",
        ];
        assert_eq!(all.len(), expected.len(), "{all:#?}");
        for (told, expected) in all.iter().zip(expected) {
            assert!(told.starts_with(&format!("exhibit.toml, {expected}")), "{told}\n{expected}");
        }
        // A wrong name in an option is not a fault of the file.
        let missing = folder.path().join("missing");
        let told = told(&path, ByOption { assets: Some(&missing), ..ByOption::default() });
        assert_eq!(told.len(), expected.len(), "{told:#?}");
        assert!(told.last().unwrap().starts_with("--assets: expected a folder"), "{told:#?}");
    }

    #[test]
    fn settings_read_again_are_checked_as_at_the_start() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("exhibit.toml");
        fs::write(&path, "presentation.theme = 'dusk'\npresentation.assets = 'none'\nprojector.lesson = 'a.toml'\n")
            .unwrap();
        let files = Files::default();
        let material = notebook(&files).unwrap();
        let again = || {
            let mut file = SettingsFile::read(&path).unwrap();
            let config = file.config.clone();
            let lesson =
                check_again(&mut file, &config, ByOption::default(), &files, &material, None);
            (file.problems(), lesson)
        };
        let (problems, lesson) = again();
        let lines: Vec<_> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!((lines, lesson), (vec![1, 2, 3], None), "{problems:#?}");
        fs::write(
            folder.path().join("a.toml"),
            "title = 'A'\n[[stop]]\nchapter = 'histogram'\nplay = 2\n",
        )
        .unwrap();
        let (problems, lesson) = again();
        assert_eq!(problems.len(), 2, "{problems:#?}");
        assert!(lesson.unwrap().to_string().contains("line 4, column 8: stop[1].play: "));
    }
}
