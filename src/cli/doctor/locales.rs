//! Checks whether the languages of a folder can replace the exhibit's own.

use std::path::Path;

use super::{Finding, Status};
use crate::cli::folder::Folder;
use crate::cli::graphics::{LETTERS_REMEDY, ignored};
use content::files::Files;
use content::fonts::Lettering;
use content::limits::PROBLEMS_TOLD;
use content::words::Languages;
use content::words::check::check;

const NAME: &str = "locale";
const REMEDY: &str = "correct the file; compare it with the exhibit's English in assets/locales/en";

/// The faults of the languages in a folder, each as a finding of its own. A language without faults has one
/// finding that says so. Looks for the letters of the languages in the fonts of the assets.
#[must_use]
pub fn findings(folder: &Path, assets: Option<&Path>) -> Vec<Finding> {
    let read = match Folder::of_locales(folder) {
        Ok(read) => read,
        Err(error) => {
            let remedy = "give a folder that can be read after --locales";
            return vec![Finding::bad(NAME, Status::Failure, format!("{error:#}"), remedy)];
        }
    };
    let languages = languages(read.files.keys());
    // The assets are read for their fonts. Another check reports their faults.
    let assets = assets.and_then(|folder| Folder::of_assets(folder).ok());
    let mut all = Folder { ignored: Vec::new(), ..assets.unwrap_or_default() };
    read.lay_over(&mut all);
    let files = all.into_files();
    let mut findings = ignored(NAME, files.ignored());
    if languages.is_empty() {
        let found = format!("{}: no Fluent files in folders such as nl/", folder.display());
        let remedy = "give a folder that holds a folder of .ftl files for each language";
        findings.push(Finding::bad(NAME, Status::Failure, found, remedy));
    }
    findings.extend(languages.iter().flat_map(|language| of_language(&files, language)));
    // Files that cannot be understood are reported above.
    let all = Languages::load(&files).map(|all| all.offered(&languages));
    let faults = all.map(|all| Lettering::new(&files).faults(&all)).unwrap_or_default();
    let warn = |fault| Finding::bad(NAME, Status::Warning, fault, LETTERS_REMEDY);
    findings.extend(faults.into_iter().map(warn));
    findings
}

/// The languages to which message files belong, by the paths of the files.
fn languages<'a>(paths: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut names: Vec<_> =
        paths.filter_map(|path| Some(path.split('/').nth(1)?.to_owned())).collect();
    names.dedup();
    names
}

fn of_language(files: &Files, language: &str) -> Vec<Finding> {
    let problems = check(files, language);
    if problems.is_empty() {
        return vec![Finding::ok(NAME, format!("{language}, with all messages"))];
    }
    let bad = |problem: &content::files::FileError| {
        let found = format!("{}: {}", problem.path, problem.problem);
        Finding::bad(NAME, Status::Failure, found, REMEDY)
    };
    let mut findings: Vec<_> = problems.iter().take(PROBLEMS_TOLD).map(bad).collect();
    if problems.len() > PROBLEMS_TOLD {
        let more = problems.len() - PROBLEMS_TOLD;
        let found = format!("{language}: and {more} more problems");
        findings.push(Finding::bad(NAME, Status::Failure, found, REMEDY));
    }
    findings
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use std::fs;

    #[test]
    fn languages_are_checked_one_by_one() {
        let folder = tempfile::tempdir().unwrap();
        let status = || findings(folder.path(), None).iter().map(|f| f.status).max().unwrap();
        assert_eq!(status(), Status::Failure, "an empty folder");
        let english = Files::default();
        for language in ["nl", "da"] {
            fs::create_dir(folder.path().join(language)).unwrap();
            for path in english.in_folder("locales/en") {
                let name = path.rsplit('/').next().unwrap();
                let own = folder.path().join(language).join(name);
                fs::write(own, english.text(&path).unwrap()).unwrap();
            }
        }
        assert_eq!((status(), findings(folder.path(), None).len()), (Status::Ok, 2));
        let file = folder.path().join("nl/part-1.ftl");
        let text = fs::read_to_string(&file).unwrap().replace("note-counted", "note-geteld");
        fs::write(&file, text).unwrap();
        let found = findings(folder.path(), None);
        let bad: Vec<_> = found.iter().filter(|f| f.status == Status::Failure).collect();
        assert_eq!(bad.len(), 2, "{found:#?}");
        assert!(bad.iter().all(|f| f.found.contains("locales/nl/part-1.ftl")), "{found:#?}");
        assert!(findings(&folder.path().join("missing"), None)[0].found.contains("missing"));
    }
}
