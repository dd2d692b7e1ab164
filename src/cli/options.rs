//! The options that `run` and `snapshot` share: what the exhibit shows, and how.

mod material;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use anyhow::{Result, bail};
use bevy::math::UVec2;
use clap::Args;

use super::UsageError;
use super::faults::Faults;
use super::projector::{DistanceArguments, LessonArguments};
use super::settings_file::{self, ByOption, SettingsFile};
use crate::Setup;
use crate::reload::ConfigSource;
use content::files::Files;
use content::limits::WINDOW_SIDES;
use content::look;
use content::words::{Languages, locale};
use exhibit::chapter::{self, CHAPTERS};
use exhibit::config::{Config, Data};
use exhibit::experiment::{Experiments, Material};
use exhibit::link::{Ground, ReadLink};
use exhibit::offered::OfferedChapters;
use exhibit::projector::Options;
use exhibit::settings::{DWELLS, Settings, Switches, TEXT_SCALES};
pub use material::MaterialArguments;

/// What the exhibit shows, and how it looks
#[derive(Clone, Debug, Args)]
pub struct ExhibitArguments {
    /// Read settings from this file; options given here override it
    ///
    /// Without this option, the file that $LEARNING_MACHINE_CONFIG names is read, if the variable is set.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,

    /// Run unattended in a museum: locked down, and starting over when nobody is there
    #[arg(long)]
    pub kiosk: bool,

    /// What the machines learn from, and how.
    #[command(flatten)]
    pub material: MaterialArguments,

    /// Theme: `paper` (light), the default, or `night` (dark), the default of a kiosk
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,

    /// Colours of the classes: `safe`, the default, `notebook` or `high-contrast`
    #[arg(long, value_name = "NAME")]
    pub palette: Option<String>,

    /// Magnify all text by this factor: 0.8 to 1.6
    #[arg(long, value_name = "FACTOR", value_parser = text_scale, allow_hyphen_values = true)]
    pub text_scale: Option<f32>,

    /// Begin in this language: `en`, the default, `de`, `es`, `fr`, or one of --locales
    #[arg(long, value_name = "NAME")]
    pub language: Option<String>,

    /// Let things jump instead of move
    #[arg(long)]
    pub reduced_motion: bool,

    /// Use switches instead of a keyboard: with `two`, Space goes to the next control and Enter uses it;
    /// with `one`, the focus moves by itself, and Space uses the control that has it
    #[arg(long, value_name = "COUNT", default_value = "off", value_parser = switches)]
    pub switches: Switches,

    /// With one switch, stay on each control for this many seconds: 0.5 to 10
    #[arg(long, value_name = "SECONDS", default_value = "1.5", value_parser = dwell, allow_hyphen_values = true)]
    pub dwell: f32,

    /// Use files from this folder instead of the built-in files of the same path
    #[arg(long, value_name = "DIR")]
    pub assets: Option<PathBuf>,

    /// Add the languages of this folder, which has a folder of Fluent files for each language, such as `nl`
    #[arg(long, value_name = "DIR")]
    pub locales: Option<PathBuf>,

    /// How large text is for a last row.
    #[command(flatten)]
    pub distance: DistanceArguments,
}

impl ExhibitArguments {
    /// The exhibit that these options and the settings file describe, at a step of a chapter. Without a
    /// chapter, it is at a step of the first chapter shown. `teaching` has the options of a lesson, if the
    /// command has any.
    ///
    /// # Errors
    /// A file cannot be read or has errors, or an option asks for something that does not exist. All errors
    /// are reported.
    pub fn setup(
        &self,
        chapter: Option<usize>,
        step: usize,
        teaching: Option<&LessonArguments>,
    ) -> Result<Setup> {
        let mut file = self.settings_file()?;
        let mut config = self.config(file.as_ref());
        if let Some(teaching) = teaching {
            teaching.apply(&mut config.projector);
        }
        let chapter = chapter.or(config.chapters().first().copied()).unwrap_or_default();
        let given = ByOption {
            assets: self.assets.as_deref(),
            locales: self.locales.as_deref(),
            lesson: teaching.and_then(|teaching| teaching.lesson.as_deref()),
        };
        let learned = self.material.over(&config.data);
        let material = |files: &Files| learned.material(CHAPTERS[chapter].subject(), files);
        let found = settings_file::find(file.as_mut(), &config, given, material);
        let mut faults = Faults::default();
        if let Some(file) = &file {
            faults.add_problems(&file.name, file.problems());
        }
        self.check_names(&found.files, &mut faults);
        faults.extend(found.faults);
        if let Some(errors) = found.lesson_faults {
            faults.add(&errors.into());
        }
        faults.finish()?;
        let Some(material) = found.material else { bail!("there is nothing to learn from") };
        let settings = Settings { switches: self.switches, dwell: self.dwell, ..config.settings() };
        let mut projector = Options::of(&config.projector);
        if teaching.is_none() {
            // A picture has no second window.
            projector.notes = Some(false);
        } else if config.projector.enabled {
            projector.lesson = found.lesson;
        }
        let files = found.files;
        Ok(Setup { files, material, chapter, step, link: None, settings, config, projector })
    }

    /// The source from which the settings can be read again, if there is a settings file. The files that it
    /// names must be among those that the exhibit has started with. The options of a lesson override it too.
    #[must_use]
    pub fn source(&self, setup: &Setup, teaching: &LessonArguments) -> Option<ConfigSource> {
        settings_file::path(self.config.as_deref())?;
        let (arguments, teaching) = (self.clone(), teaching.clone());
        let (files, material) = (setup.files.clone(), setup.material.clone());
        let data = setup.config.data.clone();
        Some(ConfigSource::new(move || {
            arguments
                .reread(&teaching, &files, &material, &data)
                .map_err(|error| format!("{error:#}"))
        }))
    }

    fn reread(
        &self,
        teaching: &LessonArguments,
        files: &Files,
        material: &Material,
        data: &Data,
    ) -> Result<Config> {
        let mut file = self.settings_file()?;
        let mut config = self.config(file.as_ref());
        teaching.apply(&mut config.projector);
        let mut faults = Faults::default();
        if let Some(file) = &mut file {
            let given = ByOption {
                assets: self.assets.as_deref(),
                locales: self.locales.as_deref(),
                lesson: teaching.lesson.as_deref(),
            };
            // New data take effect at the next start. They are checked now, so that the start does not fail.
            let subject = settings_file::first_subject(&config);
            let learned = (config.data != *data)
                .then(|| self.material.over(&config.data).material(subject, files));
            let data_fault = learned.and_then(|learned| learned.err()?.downcast().ok());
            let lesson_faults =
                settings_file::check_again(file, &config, given, files, material, data_fault);
            faults.add_problems(&file.name, file.problems());
            if let Some(errors) = lesson_faults {
                faults.add(&errors.into());
            }
        }
        faults.finish()?;
        Ok(config)
    }

    fn settings_file(&self) -> Result<Option<SettingsFile>> {
        settings_file::path(self.config.as_deref())
            .map(|path| SettingsFile::read(&path))
            .transpose()
    }

    /// The settings of the file, overridden by these options.
    fn config(&self, file: Option<&SettingsFile>) -> Config {
        let mut config = file.map(|file| file.config.clone()).unwrap_or_default();
        let presentation = &mut config.presentation;
        presentation.theme = self.theme.clone().or(presentation.theme.take());
        presentation.palette = self.palette.clone().unwrap_or_else(|| presentation.palette.clone());
        presentation.text_scale = self.text_scale.unwrap_or(presentation.text_scale);
        presentation.reduced_motion |= self.reduced_motion;
        presentation.language =
            self.language.clone().unwrap_or_else(|| presentation.language.clone());
        presentation.locales = self.locales.clone().or(presentation.locales.take());
        presentation.assets = self.assets.clone().or(presentation.assets.take());
        config.kiosk.enabled |= self.kiosk;
        self.distance.apply(&mut config.projector);
        config
    }

    fn check_names(&self, files: &Files, faults: &mut Faults) {
        let languages = locale::folders(files);
        for (option, name, choices) in [
            ("--theme", &self.theme, look::choices(files, "themes")),
            ("--palette", &self.palette, look::choices(files, "palettes")),
            ("--language", &self.language, languages),
        ] {
            if let Some(name) = name.as_ref().filter(|name| !choices.contains(name)) {
                let choices = choices.join(", ");
                faults.add_usage(format!("{option}: expected one of {choices}, found {name:?}"));
            }
        }
    }
}

/// Reads a chapter's number or id, and returns its place.
///
/// # Errors
/// There is no such chapter. The error lists all chapters.
pub fn chapter(text: &str) -> Result<usize, String> {
    chapter::find(text).ok_or_else(|| {
        let ids: Vec<_> = CHAPTERS
            .iter()
            .enumerate()
            .map(|(index, chapter)| format!("{} or {}", index + 1, chapter.id()))
            .collect();
        format!("there is no such chapter; there are {}", ids.join(", "))
    })
}

/// Reads a size such as `1920x1080`, in pixels.
///
/// # Errors
/// It is not two whole numbers, or a side is too short or too long.
pub fn size(text: &str) -> Result<UVec2, String> {
    let side = |text: &str| text.parse().ok().filter(|side| WINDOW_SIDES.contains(side));
    text.split_once(['x', 'X', '×'])
        .and_then(|(width, height)| Some(UVec2::new(side(width)?, side(height)?)))
        .ok_or_else(|| {
            let (least, most) = (WINDOW_SIDES.start(), WINDOW_SIDES.end());
            format!("expected WIDTHxHEIGHT, each {least} to {most}, such as 1920x1080")
        })
}

/// Checks that the chapter's timeline on this data has this step.
///
/// # Errors
/// There is no such step. The error says which steps there are.
pub fn check_step(setup: &Setup, step: usize) -> Result<()> {
    let shown = CHAPTERS[setup.chapter];
    let timeline = shown.timeline(&Experiments::new(setup.material.clone()));
    if step > timeline.last() {
        bail!(UsageError(format!(
            "chapter {} has the steps 0 to {} ({} samples of {} phases), found {step}",
            shown.id(),
            timeline.last(),
            timeline.samples(),
            timeline.phases(),
        )));
    }
    Ok(())
}

/// Reads a link, and checks that all of it can be used.
///
/// # Errors
/// A part of the link cannot be used. The error lists all of them.
pub fn check_link(setup: &Setup, link: &ReadLink) -> Result<()> {
    let languages = Languages::load(&setup.files)?;
    let opening = link.open(&Ground {
        experiments: &Experiments::new(setup.material.clone()),
        settings: &setup.settings,
        offered: &OfferedChapters::new(setup.config.chapters()),
        languages: &languages,
        files: &setup.files,
    });
    let mut faults = Faults::default();
    for fault in &opening.faults {
        faults.add_usage(format!("--link: {fault}"));
    }
    if let Some(file) = opening.notice.needs_file {
        faults.add_usage(format!(
            "--link: the moment is about the file {file:?}; expected --dataset with it"
        ));
    }
    faults.finish()
}

fn text_scale(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|scale| TEXT_SCALES.contains(scale)).ok_or_else(|| {
        format!("expected a number from {} to {}", TEXT_SCALES.start(), TEXT_SCALES.end())
    })
}

fn switches(text: &str) -> Result<Switches, String> {
    match text {
        "off" => Ok(Switches::Off),
        "two" => Ok(Switches::Two),
        "one" => Ok(Switches::One),
        _ => Err("expected off, two or one".to_owned()),
    }
}

fn dwell(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|seconds| DWELLS.contains(seconds)).ok_or_else(|| {
        format!("expected a number of seconds from {} to {}", DWELLS.start(), DWELLS.end())
    })
}
