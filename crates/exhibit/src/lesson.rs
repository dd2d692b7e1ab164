//! Lessons: an ordered walk through the exhibit, with a note for the teacher at each stop.
//!
//! A lesson is a file of `assets/lessons`, or any TOML file of the same kind; [`read()`] reads it.

mod read;

use bevy_ecs::resource::Resource;
use learning::learner::backpropagation::Rule;
use learning::{LearningRate, Playhead};

use crate::chapter::CHAPTERS;
use crate::command::Command;
use crate::experiment::{Experiments, LearnCommand, Subject};
use crate::link::{Link, ReadLink};
use crate::playback::Direction;
use crate::playback::PlaybackCommand::{self, GlideTo};
use crate::settings::{Setting, Settings};
use content::files::{self, Files};

pub use read::{read, read_bytes};

/// The folder of the built-in lessons.
pub const FOLDER: &str = "lessons";

/// A walk through the exhibit.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// The title of the lesson.
    pub title: String,
    /// How many minutes the lesson takes, if that is known.
    pub minutes: Option<u32>,
    /// The stops, in order; at least one.
    pub stops: Vec<Stop>,
}

/// A moment of the exhibit that a lesson shows. Everything that a stop does not set is as it was before the
/// lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// The chapter's place in [`CHAPTERS`].
    pub chapter: usize,
    /// The training step.
    pub step: usize,
    /// The learning rate of the chapter's machine.
    pub learning_rate: Option<LearningRate>,
    /// The rule that the network learns by.
    pub rule: Option<Rule>,
    /// The seed of the autoencoder's first weights.
    pub seed: Option<u64>,
    /// Name of a file of `assets/themes`.
    pub theme: Option<String>,
    /// The moment as a link, which then gives everything above.
    pub link: Option<Box<Link>>,
    /// Whether the exhibit plays from here on.
    pub play: bool,
    /// The note for the teacher.
    pub note: String,
}

impl Stop {
    /// Whether another stop is the next moment of the same run, so that the exhibit can play the way there.
    fn leads_to(&self, other: &Self) -> bool {
        let run = |stop: &Self| (stop.chapter, stop.learning_rate, stop.rule, stop.seed);
        let has_link = self.link.is_some() || other.link.is_some();
        !has_link
            && run(self) == run(other)
            && self.step + 1 == other.step
            && !self.play
            && !other.play
    }
}

/// The names of the built-in lessons, the shortest lesson first.
#[must_use]
pub fn names(files: &Files) -> Vec<String> {
    let mut names: Vec<String> = files
        .in_folder(FOLDER)
        .iter()
        .filter(|path| files::kind(path).is_ok())
        .filter_map(|path| path.strip_prefix(FOLDER)?.strip_prefix('/')?.strip_suffix(".toml"))
        .map(str::to_owned)
        .collect();
    // Names that begin with a number are sorted by this number.
    names.sort_by_key(|name| {
        let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
        (digits.parse::<u32>().unwrap_or(u32::MAX), name.clone())
    });
    names
}

/// The path of the built-in lesson with this name, if there is one.
#[must_use]
pub fn built_in(files: &Files, name: &str) -> Option<String> {
    names(files).iter().any(|known| known == name).then(|| format!("{FOLDER}/{name}.toml"))
}

/// The lesson that is running, and its current stop.
#[derive(Resource, Clone, Debug, PartialEq)]
pub struct RunningLesson {
    lesson: Lesson,
    initial: InitialState,
    stop: usize,
}

/// The state of the exhibit before the lesson began.
#[derive(Clone, Debug, PartialEq)]
struct InitialState {
    rates: Vec<(Subject, Option<LearningRate>)>,
    rule: Rule,
    seed: u64,
    theme: String,
}

impl RunningLesson {
    /// Starts a lesson at its first stop. The exhibit must be in its initial state.
    #[must_use]
    pub fn new(lesson: Lesson, experiments: &Experiments, settings: &Settings) -> Self {
        let rate = |stop: &Stop| {
            let subject = CHAPTERS[stop.chapter].subject();
            (subject, experiments.of(subject).learning_rate())
        };
        let initial = InitialState {
            rates: lesson.stops.iter().map(rate).collect(),
            rule: experiments.xor.learner.rule,
            seed: experiments.autoencoder.learner.seed,
            theme: settings.theme.clone(),
        };
        Self { lesson, initial, stop: 0 }
    }

    /// The lesson.
    #[must_use]
    pub fn lesson(&self) -> &Lesson {
        &self.lesson
    }

    /// The index of the current stop.
    #[must_use]
    pub fn index(&self) -> usize {
        self.stop
    }

    /// The current stop.
    #[must_use]
    pub fn stop(&self) -> &Stop {
        &self.lesson.stops[self.stop]
    }

    /// The next stop, if there is one.
    #[must_use]
    pub fn next(&self) -> Option<&Stop> {
        self.lesson.stops.get(self.stop + 1)
    }

    /// Goes to a stop. Returns the commands that bring the exhibit there; none if there is no such stop.
    pub fn go_to(&mut self, index: usize) -> Vec<Command> {
        let Some(stop) = self.lesson.stops.get(index) else { return Vec::new() };
        let is_next = index == self.stop + 1 && self.stop().leads_to(stop);
        self.stop = index;
        if let Some(link) = &stop.link {
            let mut link = Link::clone(link);
            link.playing.plays |= stop.play;
            return vec![Command::Open(Box::new(ReadLink { link, faults: Vec::new() }))];
        }
        let (subject, rate) = self.initial.rates[index];
        let theme = stop.theme.clone().unwrap_or_else(|| self.initial.theme.clone());
        let seek = PlaybackCommand::Seek(Playhead::at(stop.step));
        let rule = stop.rule.unwrap_or(self.initial.rule);
        let seed = stop.seed.unwrap_or(self.initial.seed);
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
