//! Decides which files of a folder the exhibit can use, and why it ignores the others.

use super::language;
use super::{BARCODES, RECTANGLES, REGULAR_FONT, STRONG_FONT, XOR, XOR_CLEAN};
use crate::limits;

/// A kind of file that the exhibit uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A theme: the colours of grounds, texts and lines.
    Theme,
    /// A palette: the colours of the two classes.
    Palette,
    /// A lesson.
    Lesson,
    /// The messages of a language.
    Messages,
    /// One of the two fonts.
    Font,
    /// A table of data.
    Table,
}

/// The folders of `assets` that contain files of a single kind.
const FOLDERS: [(&str, Kind); 5] = [
    ("themes", Kind::Theme),
    ("palettes", Kind::Palette),
    ("lessons", Kind::Lesson),
    ("fonts", Kind::Font),
    ("datasets", Kind::Table),
];

pub use crate::limits::IGNORED_TOLD as TOLD;

/// A file or folder that the exhibit does not use.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path} is ignored: {reason}")]
pub struct Ignored {
    /// The path, as the user gave it.
    pub path: String,
    /// The reason why it is not used.
    pub reason: Reason,
}

/// The reason why a file or folder is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// An editor, a file manager or an archive left it there.
    #[error("left there by an editor, a file manager or an archive")]
    LeftOver,
    /// The exhibit never asks for a file with this path.
    #[error("the exhibit uses no file of this path")]
    Unused,
    /// The file contains messages, but it is not in the folder of a language.
    #[error("expected in a language's own folder, such as nl/own.ftl")]
    NoLanguage,
    /// The folder contains messages, but its name is not a language.
    #[error("expected a folder called as a language, such as nl or pt-BR")]
    NoLanguageName,
    /// It is a folder, but a file is expected.
    #[error("expected a file, found a folder")]
    Folder,
    /// It is a file, but a folder is expected.
    #[error("expected a folder, found a file")]
    NoFolder,
    /// Its name is not UTF-8.
    #[error("expected a name in UTF-8")]
    Name,
}

impl Reason {
    /// Whether the user may expect the exhibit to use it.
    #[must_use]
    pub fn is_surprising(self) -> bool {
        !matches!(self, Self::LeftOver | Self::Unused)
    }
}

/// One sentence for each ignored file or folder that the user may expect the exhibit to use. Lists the first
/// [`TOLD`] of them, and then the number of the others.
#[must_use]
pub fn surprises(ignored: &[Ignored]) -> Vec<String> {
    let surprising: Vec<_> =
        ignored.iter().filter(|ignored| ignored.reason.is_surprising()).collect();
    let listed = surprising.iter().take(TOLD).map(|ignored| format!("{ignored}"));
    let more = surprising.len().saturating_sub(TOLD);
    listed
        .chain((more > 0).then(|| format!("and {more} more files and folders are ignored")))
        .collect()
}

/// The kind of the file with this path under `assets`.
///
/// # Errors
/// The exhibit does not use a file with this path.
pub fn kind(path: &str) -> Result<Kind, Reason> {
    if path.split('/').any(is_left_over) {
        return Err(Reason::LeftOver);
    }
    let (folder, name) = path.split_once('/').ok_or(Reason::Unused)?;
    if folder == language::FOLDER {
        return match name.split_once('/') {
            _ if !name.ends_with(language::ENDING) => Err(Reason::Unused),
            Some((language, _)) if !language::is_language(language) => Err(Reason::NoLanguageName),
            Some((_, file)) if !file.contains('/') => Ok(Kind::Messages),
            _ => Err(Reason::NoLanguage),
        };
    }
    let kind = FOLDERS.iter().find(|(known, _)| *known == folder).ok_or(Reason::Unused)?.1;
    let is_used = match kind {
        Kind::Font => [REGULAR_FONT, STRONG_FONT].contains(&path),
        Kind::Table => [BARCODES, RECTANGLES, XOR_CLEAN, XOR].contains(&path),
        _ => !name.contains('/') && name.strip_suffix(".toml").is_some_and(|name| !name.is_empty()),
    };
    if is_used { Ok(kind) } else { Err(Reason::Unused) }
}

/// Checks that a folder with this path under `assets` can contain files that the exhibit uses.
///
/// # Errors
/// It cannot contain any.
pub fn is_folder_used(path: &str) -> Result<(), Reason> {
    if path.split('/').any(is_left_over) {
        return Err(Reason::LeftOver);
    }
    match path.split_once('/') {
        None if path == language::FOLDER || FOLDERS.iter().any(|(known, _)| *known == path) => {
            Ok(())
        }
        Some((folder, _)) if folder != language::FOLDER => Err(Reason::Unused),
        Some((_, language)) if language::is_language(language) => Ok(()),
        Some((_, deeper)) if deeper.contains('/') => Err(Reason::Unused),
        Some(_) => Err(Reason::NoLanguageName),
        None => Err(Reason::Unused),
    }
}

impl Kind {
    /// The size limit for a file of this kind, in bytes.
    #[must_use]
    pub fn largest(self) -> u64 {
        match self {
            Self::Theme | Self::Palette | Self::Lesson | Self::Messages => {
                limits::TEXT_BYTES as u64
            }
            Self::Font => limits::FONT_BYTES as u64,
            Self::Table => limits::TABLE_BYTES,
        }
    }
}

/// Whether the name shows that an editor, a file manager or an archive left the file or folder there.
fn is_left_over(name: &str) -> bool {
    name.starts_with(['.', '#', '~'])
        || name.ends_with(['~', '#'])
        || [".swp", ".swo", ".bak", ".orig", ".tmp"].iter().any(|ending| name.ends_with(ending))
        || ["__MACOSX", "Thumbs.db", "desktop.ini"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_alone_decides_whether_a_file_is_used() {
        for (path, expected) in [
            ("themes/dusk.toml", Ok(Kind::Theme)),
            ("palettes/mine.toml", Ok(Kind::Palette)),
            ("lessons/mine.toml", Ok(Kind::Lesson)),
            ("fonts/Inter-Regular.otf", Ok(Kind::Font)),
            ("datasets/xor.csv", Ok(Kind::Table)),
            ("locales/nl/own.ftl", Ok(Kind::Messages)),
            ("locales/pt-BR/own.ftl", Ok(Kind::Messages)),
            ("themes/._dusk.toml", Err(Reason::LeftOver)),
            ("themes/dusk.toml~", Err(Reason::LeftOver)),
            ("themes/.dusk.toml.swp", Err(Reason::LeftOver)),
            ("locales/__MACOSX/own.ftl", Err(Reason::LeftOver)),
            ("locales/.DS_Store", Err(Reason::LeftOver)),
            ("locales/nl copy/own.ftl", Err(Reason::NoLanguageName)),
            ("locales/backup/own.ftl", Err(Reason::NoLanguageName)),
            ("locales/own.ftl", Err(Reason::NoLanguage)),
            ("locales/nl/old/own.ftl", Err(Reason::NoLanguage)),
            ("locales/nl/notes.txt", Err(Reason::Unused)),
            ("themes/old/dusk.toml", Err(Reason::Unused)),
            ("themes/.toml", Err(Reason::LeftOver)),
            ("fonts/Mine.otf", Err(Reason::Unused)),
            ("README.md", Err(Reason::Unused)),
            ("", Err(Reason::Unused)),
        ] {
            assert_eq!(kind(path), expected, "{path}");
        }
        for (path, expected) in [
            ("themes", Ok(())),
            ("locales", Ok(())),
            ("locales/nl", Ok(())),
            ("locales/nl copy", Err(Reason::NoLanguageName)),
            ("locales/nl/old", Err(Reason::Unused)),
            ("themes/old", Err(Reason::Unused)),
            ("videos", Err(Reason::Unused)),
            (".git", Err(Reason::LeftOver)),
        ] {
            assert_eq!(is_folder_used(path), expected, "{path}");
        }
    }

    #[test]
    fn every_built_in_file_is_used() {
        let files = crate::files::Files::default();
        for (folder, expected) in FOLDERS {
            let used =
                files.in_folder(folder).iter().filter(|path| kind(path) == Ok(expected)).count();
            assert!(used >= 2, "{folder}");
        }
        assert!(
            files.in_folder(language::FOLDER).iter().all(|path| kind(path) == Ok(Kind::Messages))
        );
    }
}
