//! Folders that a user names with `--assets` and `--locales`: which of their files are read, and how many
//! and how large they may be.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::input;
use content::files::{Files, Ignored, Kind, Reason, is_folder_used, kind};
use content::limits::{FILES_OF_A_KIND, FOLDER_BYTES, FOLDER_ENTRIES, LANGUAGES, LOCALES_BYTES};
use content::words::locale;

/// The contents of a folder.
#[derive(Debug, Default)]
pub struct Folder {
    /// The files that are used, by their paths under `assets`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The files and folders that are not used.
    pub ignored: Vec<Ignored>,
}

impl Folder {
    /// Reads a folder that has the layout of `assets`.
    ///
    /// # Errors
    /// A folder or a used file cannot be read, a used file is not a regular file, or something is beyond a
    /// limit.
    pub fn of_assets(folder: &Path) -> Result<Self> {
        Reader { root: folder, read: Self::default(), entries: 0, bytes: 0 }.read("")
    }

    /// Reads a folder that holds a folder for each language.
    ///
    /// # Errors
    /// As for [`Self::of_assets`].
    pub fn of_locales(folder: &Path) -> Result<Self> {
        Reader { root: folder, read: Self::default(), entries: 0, bytes: 0 }.read(locale::FOLDER)
    }

    /// Lays these files over others.
    pub fn lay_over(self, others: &mut Self) {
        others.files.extend(self.files);
        others.ignored.extend(self.ignored);
    }

    /// The built-in files, with these laid over them.
    #[must_use]
    pub fn into_files(self) -> Files {
        Files::with_overrides(self.files).ignoring(self.ignored)
    }
}

struct Reader<'a> {
    root: &'a Path,
    read: Folder,
    entries: usize,
    bytes: u64,
}

impl Reader<'_> {
    /// Reads the root, which stands for a folder of `assets`.
    fn read(mut self, root: &str) -> Result<Folder> {
        // Only folders that are used are opened, and these are never deep. So a loop of links is not
        // followed for long.
        let mut open = vec![(root.to_owned(), self.root.to_owned())];
        while let Some((inside, here)) = open.pop() {
            for name in self.names(&here)? {
                let path = here.join(&name);
                let Some(name) = name.to_str() else {
                    self.ignore(&path, Reason::Name);
                    continue;
                };
                let inside =
                    if inside.is_empty() { name.to_owned() } else { format!("{inside}/{name}") };
                self.look_at(inside, path, &mut open)?;
            }
        }
        self.check_counts()?;
        self.read.ignored.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(self.read)
    }

    /// The names in a folder, in alphabetical order.
    fn names(&mut self, here: &Path) -> Result<Vec<std::ffi::OsString>> {
        let shown = here.display();
        let entries =
            fs::read_dir(here).with_context(|| format!("cannot read the folder {shown}"))?;
        let mut names = Vec::new();
        for entry in entries {
            self.entries += 1;
            if self.entries > FOLDER_ENTRIES {
                let root = self.root.display();
                bail!("{root}: expected at most {FOLDER_ENTRIES} files and folders, found more");
            }
            names.push(entry.with_context(|| format!("cannot read {shown}"))?.file_name());
        }
        names.sort();
        Ok(names)
    }

    /// Reads a file that is used, keeps a folder for later, or notes that something is ignored.
    fn look_at(
        &mut self,
        inside: String,
        path: PathBuf,
        open: &mut Vec<(String, PathBuf)>,
    ) -> Result<()> {
        let (as_file, as_folder) = (kind(&inside), is_folder_used(&inside));
        // If the path shows that something is useless, it is not examined at all.
        let is_used = as_file.is_ok() || as_folder.is_ok() || as_file == Err(Reason::NoLanguage);
        let is_folder = is_used && path.is_dir();
        match (as_file, as_folder) {
            (Ok(_), _) if is_folder => self.ignore(&path, Reason::Folder),
            (Ok(kind), _) => self.read_file(kind, inside, &path)?,
            (_, Ok(())) if is_folder => open.push((inside, path)),
            (_, Ok(())) => self.ignore(&path, Reason::NoFolder),
            (Err(Reason::Unused), Err(reason)) | (Err(reason), _) => self.ignore(&path, reason),
        }
        Ok(())
    }

    fn read_file(&mut self, kind: Kind, inside: String, path: &Path) -> Result<()> {
        let left = FOLDER_BYTES - self.bytes;
        if left == 0 {
            let root = self.root.display();
            bail!("{root}: expected files of at most {FOLDER_BYTES} bytes in all, found more");
        }
        let bytes = input::read_regular(path, kind.largest().min(left))
            .with_context(|| format!("{}: cannot be read", path.display()))?;
        self.bytes += bytes.len() as u64;
        self.read.files.insert(inside, bytes);
        Ok(())
    }

    /// Checks how many files of each kind there are, and how much text they have.
    fn check_counts(&self) -> Result<()> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let mut of_locales = 0;
        for (path, bytes) in &self.read.files {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            *counts.entry(folder).or_default() += 1;
            of_locales += if kind(path) == Ok(Kind::Messages) { bytes.len() } else { 0 };
        }
        let root = self.root.display();
        if let Some((folder, found)) = counts.iter().find(|(_, count)| **count > FILES_OF_A_KIND) {
            bail!("{root}: expected at most {FILES_OF_A_KIND} files in {folder}, found {found}");
        }
        let languages = counts.keys().filter(|folder| folder.contains('/')).count();
        if languages > LANGUAGES {
            bail!("{root}: expected at most {LANGUAGES} languages, found {languages}");
        }
        if of_locales > LOCALES_BYTES {
            bail!("{root}: expected locales of at most {LOCALES_BYTES} bytes, found {of_locales}");
        }
        Ok(())
    }

    fn ignore(&mut self, path: &Path, reason: Reason) {
        self.read.ignored.push(Ignored { path: path.display().to_string(), reason });
    }
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use content::limits::TEXT_BYTES;
    use std::os::unix::fs::symlink;
    use std::process::Command;
    use tempfile::TempDir;

    fn folder(files: &[&str]) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "a = b\n").unwrap();
        }
        folder
    }

    fn read(folder: &TempDir) -> (Vec<String>, Vec<(String, Reason)>) {
        let Folder { files, ignored } = Folder::of_assets(folder.path()).unwrap();
        let start = format!("{}/", folder.path().display());
        let ignored = ignored.into_iter().map(|i| (i.path.replace(&start, ""), i.reason));
        (files.into_keys().collect(), ignored.collect())
    }

    fn problem(folder: &TempDir) -> String {
        format!("{:#}", Folder::of_assets(folder.path()).unwrap_err())
    }

    #[test]
    fn used_files_are_read_and_the_rest_is_listed() {
        let folder = folder(&[
            "themes/dusk.toml",
            "themes/._dusk.toml",
            "locales/nl/own.ftl",
            "locales/nl copy/own.ftl",
            "locales/__MACOSX/nl/._own.ftl",
            "videos/large.mp4",
        ]);
        fs::create_dir(folder.path().join("palettes")).unwrap();
        symlink("../themes/dusk.toml", folder.path().join("palettes/linked.toml")).unwrap();
        // Links that make a loop, and a link to the whole file system.
        symlink(".", folder.path().join("locales/de")).unwrap();
        symlink("/", folder.path().join("root")).unwrap();
        symlink("/", folder.path().join("themes/root")).unwrap();
        symlink("lessons", folder.path().join("lessons")).unwrap();
        let (files, ignored) = read(&folder);
        assert_eq!(files, ["locales/nl/own.ftl", "palettes/linked.toml", "themes/dusk.toml"]);
        for (path, reason) in [
            ("locales/__MACOSX", Reason::LeftOver),
            ("locales/nl copy", Reason::NoLanguageName),
            ("root", Reason::Unused),
            ("themes/._dusk.toml", Reason::LeftOver),
            ("themes/root", Reason::Unused),
            ("videos", Reason::Unused),
        ] {
            assert!(ignored.contains(&(path.to_owned(), reason)), "{path}: {ignored:?}");
        }
    }

    #[test]
    fn only_a_regular_file_may_stand_where_a_file_is_used() {
        let folder = folder(&["themes/dusk.toml"]);
        for pipe in ["pipe", "themes/pipe"] {
            let path = folder.path().join(pipe);
            assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
        }
        symlink("/dev/zero", folder.path().join("zero")).unwrap();
        assert_eq!(read(&folder).0, ["themes/dusk.toml"]);
        for (path, of, expected) in [
            ("themes/zero.toml", "/dev/zero", "expected a regular file, found a device"),
            ("themes/pipe.toml", "../pipe", "expected a regular file, found a pipe"),
            ("themes/loop.toml", "loop.toml", "cannot be read"),
            ("themes/none.toml", "nowhere", "cannot be read"),
        ] {
            let link = folder.path().join(path);
            symlink(of, &link).unwrap();
            let found = problem(&folder);
            assert!(found.contains(path) && found.contains(expected), "{found}");
            fs::remove_file(link).unwrap();
        }
        fs::create_dir(folder.path().join("themes/folder.toml")).unwrap();
        assert!(read(&folder).1.contains(&("themes/folder.toml".to_owned(), Reason::Folder)));
    }

    #[test]
    fn a_folder_beyond_a_limit_is_refused() {
        let large = folder(&["themes/dusk.toml"]);
        fs::write(large.path().join("themes/dusk.toml"), vec![b'#'; TEXT_BYTES + 1]).unwrap();
        let found = problem(&large);
        assert!(
            found.contains(
                "themes/dusk.toml: cannot be read: expected a file of at most 1048576 bytes"
            ),
            "{found}"
        );
        let names: Vec<String> =
            (0..=FILES_OF_A_KIND).map(|n| format!("themes/t{n}.toml")).collect();
        let found = problem(&folder(&names.iter().map(String::as_str).collect::<Vec<_>>()));
        assert!(found.ends_with("expected at most 100 files in themes, found 101"), "{found}");
        let many = folder(&[]);
        for name in 0..=FOLDER_ENTRIES {
            fs::write(many.path().join(name.to_string()), "").unwrap();
        }
        let found = problem(&many);
        assert!(found.ends_with("expected at most 10000 files and folders, found more"), "{found}");
        let full = folder(&[]);
        for name in 0..5 {
            let path = full.path().join(format!("locales/nl/{name}.ftl"));
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, vec![b'#'; TEXT_BYTES]).unwrap();
        }
        let found = problem(&full);
        assert!(found.contains("expected locales of at most 4194304 bytes"), "{found}");
    }
}
