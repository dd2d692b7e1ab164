//! Lessons: an ordered walk through the exhibit, with a note at each stop for whoever teaches.
//!
//! A lesson is a file of `assets/lessons`, or any TOML file of the same kind; [`read()`] reads it.

mod read;

use bevy_ecs::resource::Resource;
use learning::learner::backpropagation::Rule;
use learning::{LearningRate, Playhead};

use crate::chapter::CHAPTERS;
use crate::command::Command;
use crate::experiment::{Experiments, LearnCommand, Subject};
use crate::playback::Direction;
use crate::playback::PlaybackCommand::{self, GlideTo};
use crate::settings::{Setting, Settings};
use content::files::{self, Files};

pub use read::{read, read_bytes};

/// The folder of the lessons that are built in.
pub const FOLDER: &str = "lessons";

/// A walk through the exhibit.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// What it is called.
    pub title: String,
    /// How long it takes, in minutes, where that is known.
    pub minutes: Option<u32>,
    /// Where it leads, in this order; at least one.
    pub stops: Vec<Stop>,
}

/// A moment of the exhibit, as a lesson shows it. What it does not say is as it was in the beginning.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// Place of the chapter in [`CHAPTERS`].
    pub chapter: usize,
    /// The training step.
    pub step: usize,
    /// The rate that the chapter's machine learns at.
    pub learning_rate: Option<LearningRate>,
    /// The rule that the network learns by.
    pub rule: Option<Rule>,
    /// What the autoencoder's first weights are drawn from.
    pub seed: Option<u64>,
    /// Name of a file of `assets/themes`.
    pub theme: Option<String>,
    /// Whether it plays from here on.
    pub play: bool,
    /// What whoever teaches should know here.
    pub note: String,
}

impl Stop {
    /// Whether another stop is the next moment of the same run, so that the way there can be seen.
    fn leads_to(&self, other: &Self) -> bool {
        let run = |stop: &Self| (stop.chapter, stop.learning_rate, stop.rule, stop.seed);
        run(self) == run(other) && self.step + 1 == other.step && !self.play && !other.play
    }
}

/// The names of the lessons that are built in, the shortest first.
#[must_use]
pub fn names(files: &Files) -> Vec<String> {
    let mut names: Vec<String> = files
        .in_folder(FOLDER)
        .iter()
        .filter(|path| files::kind(path).is_ok())
        .filter_map(|path| path.strip_prefix(FOLDER)?.strip_prefix('/')?.strip_suffix(".toml"))
        .map(str::to_owned)
        .collect();
    // By the number that they begin with, if they do.
    names.sort_by_key(|name| {
        let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
        (digits.parse::<u32>().unwrap_or(u32::MAX), name.clone())
    });
    names
}

/// The path of a built-in lesson of that name, if there is one.
#[must_use]
pub fn built_in(files: &Files, name: &str) -> Option<String> {
    names(files).iter().any(|known| known == name).then(|| format!("{FOLDER}/{name}.toml"))
}

/// The lesson that is being given, and how far it has come.
#[derive(Resource, Clone, Debug, PartialEq)]
pub struct RunningLesson {
    lesson: Lesson,
    beginning: Beginning,
    stop: usize,
}

/// How the exhibit was before the lesson began.
#[derive(Clone, Debug, PartialEq)]
struct Beginning {
    rates: Vec<(Subject, Option<LearningRate>)>,
    rule: Rule,
    seed: u64,
    theme: String,
}

impl RunningLesson {
    /// At the first stop of a lesson, in an exhibit that is as it was in the beginning.
    #[must_use]
    pub fn new(lesson: Lesson, experiments: &Experiments, settings: &Settings) -> Self {
        let rate = |stop: &Stop| {
            let subject = CHAPTERS[stop.chapter].subject();
            (subject, experiments.of(subject).learning_rate())
        };
        let beginning = Beginning {
            rates: lesson.stops.iter().map(rate).collect(),
            rule: experiments.xor.learner.rule,
            seed: experiments.autoencoder.learner.seed,
            theme: settings.theme.clone(),
        };
        Self { lesson, beginning, stop: 0 }
    }

    /// The lesson.
    #[must_use]
    pub fn lesson(&self) -> &Lesson {
        &self.lesson
    }

    /// Place of the stop that was gone to last.
    #[must_use]
    pub fn index(&self) -> usize {
        self.stop
    }

    /// The stop that was gone to last.
    #[must_use]
    pub fn stop(&self) -> &Stop {
        &self.lesson.stops[self.stop]
    }

    /// The stop after it.
    #[must_use]
    pub fn next(&self) -> Option<&Stop> {
        self.lesson.stops.get(self.stop + 1)
    }

    /// Goes to a stop; returns what has to be asked of the exhibit for it. Beyond the last there is
    /// nothing.
    pub fn go_to(&mut self, index: usize) -> Vec<Command> {
        let Some(stop) = self.lesson.stops.get(index) else { return Vec::new() };
        let is_next = index == self.stop + 1 && self.stop().leads_to(stop);
        self.stop = index;
        let (subject, rate) = self.beginning.rates[index];
        let theme = stop.theme.clone().unwrap_or_else(|| self.beginning.theme.clone());
        let seek = PlaybackCommand::Seek(Playhead::at(stop.step));
        let rule = stop.rule.unwrap_or(self.beginning.rule);
        let seed = stop.seed.unwrap_or(self.beginning.seed);
        let mut asked = vec![
            Command::Go(stop.chapter),
            Command::Set(Setting::Theme(theme)),
            Command::Learn(Subject::Xor, LearnCommand::Rule(rule)),
            Command::Learn(Subject::Autoencoder, LearnCommand::Seed(seed)),
        ];
        let rate = stop.learning_rate.or(rate).map(LearnCommand::Rate);
        asked.extend(rate.map(|rate| Command::Learn(subject, rate)));
        asked.extend([
            Command::Playback(PlaybackCommand::Pause),
            Command::Playback(PlaybackCommand::Direct(Direction::Forward)),
            Command::Playback(PlaybackCommand::Speed(1.0)),
            Command::Playback(if is_next { GlideTo(stop.step) } else { seek }),
        ]);
        if stop.play {
            asked.push(Command::Playback(PlaybackCommand::Play));
        }
        asked
    }
}
