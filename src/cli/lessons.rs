//! `learning-machine lessons`: lists the built-in lessons, or checks one.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::output;
use super::projector::read_lesson;
use super::settings_file;
use crate::Setup;
use content::printable::printable;
use exhibit::config::Presentation;
use exhibit::experiment::Experiments;
use exhibit::lesson;

/// List the built-in lessons, or check one lesson
///
/// Without LESSON, prints a row for each lesson: its name, its minutes, the number of its stops, and its
/// title.
#[derive(Debug, Args)]
pub struct LessonsArguments {
    /// Check this lesson against the notebook's data: a name or a TOML file
    #[arg(value_name = "LESSON")]
    check: Option<String>,

    /// Use files from this folder instead of the built-in files of the same path
    #[arg(long, value_name = "DIR")]
    assets: Option<PathBuf>,
}

impl LessonsArguments {
    /// Prints a row for each lesson, or for the one that is checked.
    ///
    /// # Errors
    /// A lesson cannot be read or is invalid; or standard output cannot be written.
    pub fn run(self) -> Result<()> {
        let presentation = Presentation { assets: self.assets, ..Presentation::default() };
        let files = settings_file::files(&presentation)?;
        let experiments = Experiments::new(Setup::new(files.clone())?.material);
        let names = self.check.map_or_else(|| lesson::names(&files), |name| vec![name]);
        let mut rows = Vec::new();
        for name in names {
            let lesson = read_lesson(&name, &files, &experiments)?;
            let minutes =
                lesson.minutes.map_or_else(|| "-".to_owned(), |minutes| minutes.to_string());
            let (name, title) = (printable(&name), printable(&lesson.title));
            rows.push((name.into_owned(), minutes, lesson.stops.len(), title.into_owned()));
        }
        let width = rows.iter().map(|row| row.0.chars().count()).max().unwrap_or(0);
        output::write(None, |out| {
            rows.iter().try_for_each(|(name, minutes, stops, title)| {
                let word = if *stops == 1 { "stop" } else { "stops" };
                writeln!(out, "{name:width$}  {minutes:>3} min  {stops:>3} {word:5}  {title}")
            })
        })
    }
}
