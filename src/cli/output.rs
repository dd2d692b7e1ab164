//! Writes output to standard output, or to a file that appears only once it is complete.

use std::fs::{self, Metadata, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

/// Writes `contents` to the file `out`, or to standard output if `out` is `None`.
///
/// A file is written under a temporary name in the same folder and then renamed. So a reader sees the old
/// file or the new one, and never a part. Links are followed. Anything that is not a regular file, such as
/// `/dev/null`, is written in place. It is not an error if the reader of a pipe stops reading early, as
/// `head` does.
///
/// # Errors
/// The output cannot be written, or `contents` fails. The error names the file. An existing file is then
/// unchanged, and no new file is left behind.
pub fn write(
    out: Option<&Path>,
    contents: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<()> {
    match out {
        None => to_stream(&mut io::stdout().lock(), contents)
            .context("standard output: could not be written"),
        Some(path) => to_path(path, contents)
            .with_context(|| format!("{}: could not be written", path.display())),
    }
}

fn to_stream(
    stream: &mut dyn Write,
    contents: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    match buffered(stream, contents) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn buffered(
    stream: &mut dyn Write,
    contents: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut buffer = BufWriter::with_capacity(1 << 16, stream);
    let result = contents(&mut buffer).and_then(|()| buffer.flush());
    if result.is_err() {
        // Dropping the buffer would try once more to write its contents.
        let _ = buffer.into_parts();
    }
    result
}

fn to_path(path: &Path, contents: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    match fs::metadata(path) {
        Ok(existing) if existing.is_dir() => bail!("it is a folder, expected a file"),
        Ok(existing) if existing.is_file() => {
            ensure!(!existing.permissions().readonly(), "the file is write-protected");
            let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
            to_regular_file(&target, Some(&existing), contents)
        }
        // Renaming onto a device or a pipe would replace it by a file.
        Ok(_) => Ok(to_stream(&mut OpenOptions::new().write(true).open(path)?, contents)?),
        Err(error) if error.kind() == ErrorKind::NotFound => to_regular_file(path, None, contents),
        Err(error) => Err(error.into()),
    }
}

fn to_regular_file(
    path: &Path,
    existing: Option<&Metadata>,
    contents: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<()> {
    let folder = folder_of(path);
    ensure!(folder.is_dir(), "there is no folder {}", folder.display());
    let mut builder = tempfile::Builder::new();
    builder.prefix("learning-machine-").suffix(".partial");
    #[cfg(unix)]
    // A temporary file belongs to its owner alone, unless its mode is set. The umask still applies.
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut temporary = builder.tempfile_in(folder)?;
    buffered(temporary.as_file_mut(), contents)?;
    if let Some(existing) = existing {
        temporary.as_file().set_permissions(existing.permissions())?;
    }
    // After a power cut, too, either the old file or the new one must be there.
    temporary.as_file().sync_all()?;
    temporary.persist(path).map_err(|failed| failed.error)?;
    Ok(())
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;

    fn names_in(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    fn half_and_then_fail(out: &mut dyn Write) -> io::Result<()> {
        out.write_all(&[b'x'; 1 << 17])?;
        Err(io::Error::other("the well ran dry"))
    }

    #[test]
    fn a_file_appears_only_when_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new.txt");
        write(Some(&path), |out| {
            assert!(!path.exists());
            let partial = names_in(folder.path());
            assert!(partial.len() == 1 && partial[0].ends_with(".partial"), "{partial:?}");
            out.write_all(b"whole")
        })
        .unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"whole");
        assert_eq!(names_in(folder.path()), ["new.txt"]);
        write(Some(&path), |out| out.write_all(b"anew")).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"anew");
        assert_eq!(names_in(folder.path()), ["new.txt"]);
    }

    #[test]
    fn a_failure_leaves_no_new_file_and_the_old_one_untouched() {
        let folder = tempfile::tempdir().unwrap();
        let (new, old) = (folder.path().join("new.txt"), folder.path().join("old.txt"));
        fs::write(&old, "old").unwrap();
        for path in [&new, &old] {
            let error = format!("{:#}", write(Some(path), half_and_then_fail).unwrap_err());
            assert_eq!(
                error,
                format!("{}: could not be written: the well ran dry", path.display())
            );
        }
        assert_eq!(names_in(folder.path()), ["old.txt"]);
        assert_eq!(fs::read(&old).unwrap(), b"old");
    }

    #[test]
    fn a_path_that_cannot_be_a_file_is_refused_and_named() {
        let folder = tempfile::tempdir().unwrap();
        let nowhere = folder.path().join("no/such.txt");
        let error = format!("{:#}", write(Some(&nowhere), |_| Ok(())).unwrap_err());
        assert!(error.contains("such.txt: could not be written: there is no folder"), "{error}");
        let error = format!("{:#}", write(Some(folder.path()), |_| Ok(())).unwrap_err());
        assert!(error.contains("it is a folder"), "{error}");
        assert_eq!(names_in(folder.path()).len(), 0);
    }

    #[test]
    fn a_write_protected_file_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept.txt");
        fs::write(&path, "kept").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        let error = write(Some(&path), |out| out.write_all(b"new")).unwrap_err();
        assert!(format!("{error:#}").ends_with("the file is write-protected"), "{error:#}");
        assert_eq!(fs::read(&path).unwrap(), b"kept");
    }

    #[test]
    fn a_name_without_a_folder_is_in_the_current_folder() {
        assert_eq!(folder_of(Path::new("a.json")), Path::new("."));
        assert_eq!(folder_of(Path::new("b/a.json")), Path::new("b"));
    }

    #[cfg(unix)]
    #[test]
    fn a_files_mode_is_that_of_any_other_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (ours, plain) = (folder.path().join("ours"), folder.path().join("plain"));
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        fs::write(&plain, "").unwrap();
        write(Some(&ours), |_| Ok(())).unwrap();
        assert_eq!(mode(&ours), mode(&plain));
        fs::set_permissions(&ours, fs::Permissions::from_mode(0o640)).unwrap();
        write(Some(&ours), |_| Ok(())).unwrap();
        assert_eq!(mode(&ours) & 0o777, 0o640);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_and_devices_stay_devices() {
        let folder = tempfile::tempdir().unwrap();
        let (link, file) = (folder.path().join("link"), folder.path().join("file"));
        fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        write(Some(&link), |out| out.write_all(b"new")).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"new");
        // The test writes through a link. If the program renamed onto it, the link would be lost, and not
        // the device.
        let null = folder.path().join("null");
        std::os::unix::fs::symlink("/dev/null", &null).unwrap();
        write(Some(&null), |out| out.write_all(b"gone")).unwrap();
        assert!(fs::symlink_metadata(&null).unwrap().is_symlink());
    }

    struct Failing(ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_may_hang_up_but_a_full_disk_is_an_error() {
        let long = |out: &mut dyn Write| out.write_all(&[b'x'; 1 << 17]);
        let short = |out: &mut dyn Write| out.write_all(b"x");
        assert!(to_stream(&mut Failing(ErrorKind::BrokenPipe), long).is_ok());
        assert!(to_stream(&mut Failing(ErrorKind::BrokenPipe), short).is_ok());
        let full = to_stream(&mut Failing(ErrorKind::StorageFull), short).unwrap_err();
        assert_eq!(full.kind(), ErrorKind::StorageFull);
    }
}
