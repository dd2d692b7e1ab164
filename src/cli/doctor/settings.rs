//! Checks whether a settings file, and everything that it names, is valid for `run`.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::{Finding, Status};
use crate::cli::options::MaterialArguments;
use crate::cli::settings_file::{self, ByOption, SettingsFile};
use crate::cli::{notices, use_counts};
use content::files::Files;
use exhibit::config::{Config, UseCounts};

const REMEDY: &str = "correct it there; assets/exhibit.toml explains every field";
const LESSON_REMEDY: &str = "correct it there; learning-machine lessons FILE checks it again";

/// The findings about a settings file and what it names: one for each problem.
#[must_use]
pub fn findings(path: &Path, given: ByOption<'_>) -> Vec<Finding> {
    let mut file = match SettingsFile::read(path) {
        Ok(file) => file,
        Err(error) => return failures("settings", &format!("{error:#}"), REMEDY),
    };
    let mut config = file.config.clone();
    let presentation = &mut config.presentation;
    presentation.assets = given.assets.map(Path::to_owned).or(presentation.assets.take());
    presentation.locales = given.locales.map(Path::to_owned).or(presentation.locales.take());
    let learned = MaterialArguments::default().over(&config.data);
    let subject = settings_file::first_subject(&config);
    let material = |files: &Files| learned.material(subject, files);
    let found = settings_file::find(Some(&mut file), &config, given, material);
    let mut faults = crate::cli::faults::Faults::default();
    faults.add_problems(&file.name, file.problems());
    faults.extend(found.faults);

    let good = |name, file: &str| vec![Finding::ok(name, format!("{file}, no errors"))];
    let mut findings = match &faults.lines().join("\n")[..] {
        "" => good("settings", &file.name),
        lines => failures("settings", lines, REMEDY),
    };
    if found.material.is_some() && !config.data.datasets.is_empty() {
        findings.push(Finding::ok("data", config.data.datasets.join(", ")));
    }
    if let Some(errors) = found.lesson_faults {
        findings.extend(failures("lesson", &errors.to_string(), LESSON_REMEDY));
    }
    if let (Some(lesson), Some(name)) = (&found.lesson, &config.projector.lesson) {
        findings.extend(good("lesson", name));
        findings.extend(notices::not_offered(&config, lesson).map(|told| {
            let remedy = "add the chapters to chapters.order, or take the stops out of the lesson";
            Finding::bad("lesson", Status::Warning, told, remedy)
        }));
    }
    findings.extend(notices::notices(&config).into_iter().map(|(field, told)| {
        let found = format!("{field}: {told}");
        let remedy = "change the field if this is not intended";
        Finding::bad("settings", Status::Warning, found, remedy)
    }));
    findings.push(visits(&config.use_counts, use_counts::path(&config.use_counts)));
    findings.extend(pin(path, &config));
    findings
}

/// A finding for each line. The remedy is the same for all, so only the last finding has it.
fn failures(name: &'static str, lines: &str, remedy: &str) -> Vec<Finding> {
    let last = lines.lines().count().saturating_sub(1);
    let finding = |(index, line): (usize, &str)| Finding {
        name,
        status: Status::Failure,
        found: line.to_owned(),
        remedy: (index == last).then(|| remedy.to_owned()),
    };
    lines.lines().enumerate().map(finding).collect()
}

/// Checks whether visits can be written to their file.
fn visits(settings: &UseCounts, path: Option<PathBuf>) -> Finding {
    let name = "visits";
    if !settings.enabled {
        return Finding::ok(name, "not counted");
    }
    let Some(path) = path else {
        let found = "use-counts.file: there is no folder for it, because neither $STATE_DIRECTORY nor $HOME is set";
        return Finding::bad(name, Status::Failure, found, "set use-counts.file to a full path");
    };
    let shown = path.display();
    match can_be_written(&path) {
        Ok(()) => Finding::ok(name, format!("{shown} can be written")),
        Err(error) => {
            let found = format!("use-counts.file: {shown} cannot be written: {error}");
            let remedy =
                "give this user the right to write there, or set use-counts.file to another path";
            Finding::bad(name, Status::Failure, found, remedy)
        }
    }
}

/// Opens the file if it exists, otherwise tries the nearest existing folder above it. Leaves nothing behind.
fn can_be_written(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(about) if about.is_dir() => {
            return Err(io::Error::other("it is a folder, expected a file"));
        }
        // Opens the file as the exhibit does. Opening it only for writing would block on a pipe that nobody
        // reads.
        Ok(_) => return OpenOptions::new().append(true).read(true).open(path).map(|_| ()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    // A path that leads nowhere may still exist as a link to a missing file.
    if fs::symlink_metadata(path).is_ok() {
        return Err(io::Error::other("it is a link to a file that is missing"));
    }
    let above = path.ancestors().skip(1).find(|folder| folder.exists());
    let folder = above.filter(|folder| *folder != Path::new("")).unwrap_or_else(|| Path::new("."));
    if !folder.is_dir() {
        let told = format!("{} is a file, expected a folder", folder.display());
        return Err(io::Error::other(told));
    }
    // The temporary file is never visible in the folder: it has no name on Linux, and is removed at once
    // elsewhere.
    tempfile::tempfile_in(folder).map(|_| ())
}

/// A warning if other users can read the hash of the operator's PIN.
fn pin(path: &Path, config: &Config) -> Option<Finding> {
    let name = "operator's PIN";
    config.kiosk.pin_hash.as_ref()?;
    if is_read_by_others(path) {
        let shown = path.display();
        let found = format!("every user of this computer can read its hash in {shown}");
        return Some(Finding::bad(name, Status::Warning, found, format!("chmod o-r {shown}")));
    }
    Some(Finding::ok(name, "its hash is not readable by every user"))
}

#[cfg(unix)]
fn is_read_by_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|about| about.permissions().mode() & 0o004 != 0)
}

#[cfg(not(unix))]
fn is_read_by_others(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;

    #[test]
    fn the_file_of_visits_is_tried_and_nothing_is_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let counting = UseCounts { enabled: true, ..UseCounts::default() };
        let found = |path: &Path| visits(&counting, Some(path.to_owned()));
        let inside = |name: &str| folder.path().join(name);

        assert_eq!(found(&inside("of/the/exhibit/visits.jsonl")).status, Status::Ok);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is made");
        fs::write(inside("file"), "{}\n").unwrap();
        assert_eq!(found(&inside("file")).status, Status::Ok);
        assert_eq!(fs::read_to_string(inside("file")).unwrap(), "{}\n");

        fs::create_dir(inside("folder")).unwrap();
        let bad = found(&inside("folder"));
        assert!(bad.found.ends_with("it is a folder, expected a file"), "{bad:?}");
        let bad = found(&inside("file/visits.jsonl"));
        assert_eq!((bad.status, bad.remedy.is_some()), (Status::Failure, true), "{bad:?}");
        // Not even root can create a file there.
        #[cfg(target_os = "linux")]
        assert_eq!(found(Path::new("/proc/visits.jsonl")).status, Status::Failure);
        assert_eq!(visits(&counting, None).status, Status::Failure);
        assert_eq!(visits(&UseCounts::default(), None).status, Status::Ok);
    }

    #[cfg(unix)]
    #[test]
    fn a_hash_that_everyone_can_read_is_a_warning() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("exhibit.toml");
        fs::write(&path, "").unwrap();
        let mut config = Config::default();
        assert_eq!(pin(&path, &config), None);
        config.kiosk.pin_hash = Some("a hash".to_owned());
        for (mode, status) in [(0o644, Status::Warning), (0o640, Status::Ok), (0o600, Status::Ok)] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            let finding = pin(&path, &config).unwrap();
            assert_eq!(finding.status, status, "{mode:o}");
            assert!(!format!("{finding:?}").contains("a hash"));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_that_nobody_reads_does_not_block_the_check() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let (answer, answered) = std::sync::mpsc::channel();
        std::thread::spawn(move || answer.send(can_be_written(&pipe).is_ok()));
        assert_eq!(answered.recv_timeout(std::time::Duration::from_secs(5)), Ok(true));
    }
}
