//! The options of projector mode.

use std::path::Path;

use anyhow::{Result, bail};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::{UsageError, toml_file};
use content::files::Files;
use exhibit::config::ProjectorSettings;
use exhibit::experiment::Experiments;
use exhibit::lesson::{self, Lesson};
use exhibit::projector::DISTANCES;
use exhibit::projector::remote::RemoteAction;

/// How large text is for a last row
#[derive(Clone, Debug, Args)]
pub struct DistanceArguments {
    /// Enlarge text for a classroom, and take the keys of a presenter's remote
    #[arg(long)]
    pub projector: bool,

    /// Enlarge text for a last row at this distance, in heights of the screen: 2 to 12 [default: 6]
    ///
    /// Implies --projector. The smallest character is then 17 minutes of arc high. At 1080p that is 21
    /// pixels at 4 heights, 32 at 6, and 43 at 8.
    #[arg(long, value_name = "D", value_parser = distance, allow_hyphen_values = true)]
    pub distance: Option<f32>,
}

impl DistanceArguments {
    /// Lets these options override the settings.
    pub fn apply(&self, projector: &mut ProjectorSettings) {
        projector.enabled |= self.projector || self.distance.is_some();
        projector.distance = self.distance.unwrap_or(projector.distance);
    }
}

/// The lesson, the notes and the remote of a speaker
#[derive(Clone, Debug, Args)]
pub struct LessonArguments {
    /// Give this lesson: a name that `lessons` lists, or a TOML file; implies --projector
    #[arg(long, value_name = "LESSON")]
    pub lesson: Option<String>,

    /// Let playing wait before each reveal until you go on; implies --projector [default: true]
    #[arg(
        long,
        value_name = "BOOL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    pub predict_first: Option<bool>,

    /// Open a second window with notes for the speaker; implies --projector [default: if there is a
    /// second screen]
    #[arg(
        long,
        value_name = "BOOL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    pub notes: Option<bool>,

    /// What F5 on the remote does [default: full-screen]
    #[arg(long, value_name = "ACTION", value_parser = remote_action())]
    pub remote_f5: Option<RemoteAction>,

    /// What Esc on the remote does [default: close]
    #[arg(long, value_name = "ACTION", value_parser = remote_action())]
    pub remote_esc: Option<RemoteAction>,
}

impl LessonArguments {
    /// Lets these options override the settings.
    pub fn apply(&self, projector: &mut ProjectorSettings) {
        let Self { lesson, predict_first, notes, remote_f5, remote_esc } = self;
        projector.enabled |= lesson.is_some() || predict_first.is_some() || notes.is_some();
        projector.predict_first = predict_first.unwrap_or(projector.predict_first);
        projector.notes_window = notes.or(projector.notes_window);
        projector.lesson = lesson.clone().or(projector.lesson.take());
        projector.remote.f5 = remote_f5.unwrap_or(projector.remote.f5);
        projector.remote.escape = remote_esc.unwrap_or(projector.remote.escape);
    }
}

fn remote_action() -> impl TypedValueParser<Value = RemoteAction> {
    PossibleValuesParser::new(RemoteAction::NAMES.map(|(name, _)| name)).try_map(|given| {
        let known = RemoteAction::NAMES.into_iter().find(|(name, _)| *name == given);
        known.map(|(_, action)| action).ok_or("unknown action")
    })
}

/// Reads a lesson: a built-in one by its name, or else a file by its path.
///
/// # Errors
/// There is no lesson of that name (a [`UsageError`]), its file cannot be read, or it has errors
/// ([`content::toml_fields::TomlErrors`]).
pub fn read_lesson(name: &str, files: &Files, experiments: &Experiments) -> Result<Lesson> {
    let (file, bytes) = match lesson::built_in(files, name) {
        Some(path) => {
            let bytes = files.get(&path).unwrap_or_default().into_owned();
            (path, bytes)
        }
        None if !name.contains(['.', '/', '\\']) => {
            let known = lesson::names(files).join(", ");
            bail!(UsageError(format!(
                "lesson: expected one of {known}, or a TOML file, found {name:?}"
            )));
        }
        None => (name.to_owned(), toml_file::bytes(Path::new(name))?),
    };
    Ok(lesson::read_bytes(&file, &bytes, files, experiments)?)
}

fn distance(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|distance| DISTANCES.contains(distance)).ok_or_else(|| {
        let (least, most) = (DISTANCES.start(), DISTANCES.end());
        format!("expected heights of the screen, a number from {least} to {most}, found {text:?}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;
    use exhibit::projector::Options;

    /// A command with the options of a lesson.
    #[derive(Debug, Parser)]
    struct Teach {
        #[command(flatten)]
        arguments: LessonArguments,
    }

    #[test]
    fn distances_out_of_range_are_refused_with_what_is_allowed() {
        for text in ["1.9", "12.5", "-6", "NaN", "inf", "far", ""] {
            let problem = distance(text).unwrap_err();
            assert!(problem.contains("a number from 2 to 12, found"), "{problem}");
        }
        assert_eq!(["2", "6.5", "12"].map(distance), [Ok(2.0), Ok(6.5), Ok(12.0)]);
    }

    #[test]
    fn options_override_the_settings_and_leave_the_others() {
        let lesson = Some("10-minutes".to_owned());
        let mut settings =
            ProjectorSettings { distance: 4.0, lesson, ..ProjectorSettings::default() };
        DistanceArguments { projector: false, distance: None }.apply(&mut settings);
        assert_eq!((settings.enabled, settings.distance), (false, 4.0));
        let given = LessonArguments {
            lesson: None,
            predict_first: Some(false),
            notes: None,
            remote_f5: Some(RemoteAction::Black),
            remote_esc: None,
        };
        given.apply(&mut settings);
        assert_eq!((settings.enabled, settings.predict_first), (true, false));
        assert_eq!(settings.notes_window, None);
        assert_eq!(settings.remote.f5, RemoteAction::Black);
        assert_eq!(settings.remote.escape, RemoteAction::Close);
        assert_eq!(settings.lesson.as_deref(), Some("10-minutes"));
        DistanceArguments { projector: false, distance: Some(8.0) }.apply(&mut settings);
        assert_eq!(Options::of(&settings).distance, Some(8.0));
    }

    #[test]
    fn an_action_is_given_by_its_name() {
        for (name, action) in RemoteAction::NAMES {
            let arguments = Teach::parse_from(["run", "--remote-f5", name]).arguments;
            assert_eq!(arguments.remote_f5, Some(action));
        }
        assert!(Teach::try_parse_from(["run", "--remote-f5", "dance"]).is_err());
    }
}
