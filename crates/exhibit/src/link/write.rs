//! Takes a link from the state of the exhibit, and writes it.

use std::fmt;

use content::limits::LINK_NAME_BYTES as NAME;
use learning::Origin;
use learning::learner::backpropagation::Rule;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::fields::*;
use super::{CHARACTERS, Link, LookOfLink, Machine, Playing, VERSION as CURRENT};
use crate::chapter::{CHAPTERS, Chapter, CurrentChapter};
use crate::experiment::{Experiments, MachineChoice, Subject};
use crate::guesses::{Guess, Guesses};
use crate::playback::{Direction, Playback, TrainingStep};
use crate::settings::Settings;
use crate::visitor::{Explained, VisitorState};

/// All characters that are written as `%` and two hexadecimal digits.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b':')
    .remove(b',')
    .remove(b';')
    .remove(b'@');

/// The state that a link is taken from.
pub struct Now<'a> {
    /// The chapter on the screen.
    pub chapter: &'a CurrentChapter,
    /// The playhead.
    pub step: &'a TrainingStep,
    /// How the playhead moves.
    pub playback: &'a Playback,
    /// The data and the machines.
    pub experiments: &'a Experiments,
    /// The visitor's answers.
    pub guesses: &'a Guesses,
    /// What the visitor holds or has set.
    pub visitor: &'a VisitorState,
    /// The presentation.
    pub settings: &'a Settings,
}

impl Link {
    /// The link of the current moment. It rests there, even if the playhead moves now.
    #[must_use]
    pub fn of(now: &Now<'_>) -> Self {
        let subject = now.chapter.get().subject();
        let experiment = now.experiments.of(subject);
        let data = experiment.origin().map(|origin| match origin {
            Origin::File(path) => Origin::File(file_name(path).to_owned()),
            other => other.clone(),
        });
        let usual = Settings::default();
        let Settings { text_scale, reduced_motion, confidence, .. } = *now.settings;
        Self {
            chapter: now.chapter.index(),
            playhead: now.step.playhead(),
            playing: Playing {
                plays: false,
                speed: now.playback.speed(),
                direction: now.playback.direction,
            },
            data,
            machine: machine(now.chapter.get(), now.experiments),
            visitor: *now.visitor,
            guesses: now.guesses.in_chapter(now.chapter.index()).to_vec(),
            look: LookOfLink {
                theme: short(&now.settings.theme),
                palette: short(&now.settings.palette),
                language: short(&now.settings.language),
                text_scale: Some(text_scale).filter(|scale| *scale != usual.text_scale),
                reduced_motion: Some(reduced_motion).filter(|is| *is),
                confidence: Some(confidence).filter(|is| *is),
            },
        }
    }
}

/// The name of a file as a link has it: without folders, and at most [`NAME`] bytes of it.
#[must_use]
pub fn file_name(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    &name[..name.floor_char_boundary(NAME)]
}

/// The name of a theme, palette or language, unless it would make the link too long.
fn short(name: &str) -> Option<String> {
    (name.len() <= NAME).then(|| name.to_owned())
}

fn machine(chapter: &dyn Chapter, experiments: &Experiments) -> Machine {
    let subject = chapter.subject();
    let experiment = experiments.of(subject);
    let (rule, seed) = match experiment.choice() {
        Some(MachineChoice::Rule(rule)) => (Some(rule), None),
        Some(MachineChoice::Seed(seed)) => (None, Some(seed)),
        None => (None, None),
    };
    let choice = match subject {
        Subject::Rectangles => Some(experiments.rectangles.choice()),
        Subject::Barcodes
        | Subject::Walkthrough
        | Subject::XorClean
        | Subject::Xor
        | Subject::Autoencoder => None,
    };
    Machine {
        // The rate of the walk-through is fixed.
        rate: experiment.learning_rate().filter(|_| subject != Subject::Walkthrough),
        datapoints: choice.map(|choice| choice.use_datapoints),
        initial_weights: choice.and_then(|choice| choice.initial_weights),
        rule,
        seed,
        compare: experiment.second_run().filter(|_| chapter.can_compare()),
    }
}

impl fmt::Display for Link {
    /// Writes the link from `#` on. If it would be too long, the earliest answers are left out.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = Fields::default();
        self.write(&mut fields);
        // Answers are the only part without a bound of its own, save for names of files.
        let room = CHARACTERS.saturating_sub(fields.0.len());
        let answers = written(&self.guesses, room.saturating_sub(GUESSES.len() + 2));
        if !answers.is_empty() {
            fields.add(GUESSES, &answers);
        }
        out.write_str(&fields.0)
    }
}

impl Link {
    fn write(&self, fields: &mut Fields) {
        let yes = |is: bool| if is { "yes" } else { "no" };
        fields.add(VERSION, &CURRENT.to_string());
        fields.add(CHAPTER, CHAPTERS.get(self.chapter).map_or("", |chapter| chapter.id()));
        let (step, fraction) = (self.playhead.step, self.playhead.fraction);
        // A thousandth of the way is less than anybody sees.
        let thousandths = ((fraction * 1000.0).round() as u64).min(999);
        fields.add(
            STEP,
            &match thousandths {
                0 => step.to_string(),
                _ => format!("{step}.{thousandths:03}"),
            },
        );
        let usual = Playing::default();
        fields.add_some(PLAY, Some(yes(true)).filter(|_| self.playing.plays));
        let speed = Some(self.playing.speed).filter(|speed| *speed != usual.speed);
        fields.add_some(SPEED, speed.map(number));
        let backward = (self.playing.direction == Direction::Backward).then_some("backward");
        fields.add_some(DIRECTION, backward);
        fields.add_some(
            DATA,
            self.data.as_ref().map(|data| match data {
                Origin::File(name) => format!("file:{name}"),
                other => other.to_string(),
            }),
        );
        let machine = &self.machine;
        fields.add_some(RATE, machine.rate.map(|rate| number(rate.value())));
        fields.add_some(DATAPOINTS, machine.datapoints.map(yes));
        fields.add_some(INITIAL_WEIGHTS, machine.initial_weights.map(|weights| numbers(&weights)));
        fields.add_some(
            RULE,
            machine.rule.map(|rule| match rule {
                Rule::Notebook => "notebook",
                Rule::Gradient => "gradient",
            }),
        );
        fields.add_some(SEED, machine.seed.map(|seed| seed.to_string()));
        fields.add_some(
            COMPARE,
            machine.compare.map(|(rate, from)| {
                // Samples are counted from 1, as on the screen.
                format!("{}@{}", number(rate.value()), from.saturating_add(1))
            }),
        );
        let (visitor, nothing) = (&self.visitor, VisitorState::default());
        fields.add_some(WEIGHTS, visitor.weights.map(|weights| numbers(&weights)));
        fields.add_some(
            LINE,
            visitor.line.map(|line| numbers(&[line.bias, line.weights[0], line.weights[1]])),
        );
        fields.add_some(BEST, Some(visitor.best).filter(|best| *best > 0));
        let pattern = visitor.pattern.map(|on| if on { '1' } else { '0' });
        let pattern = Some(pattern).filter(|_| visitor.pattern != nothing.pattern);
        fields.add_some(PATTERN, pattern.map(|pattern| pattern.iter().collect::<String>()));
        fields.add_some(
            EXPLAIN,
            visitor.explained.map(|explained| match explained {
                Explained::Line => "line".to_owned(),
                Explained::Weight(weight) => format!("weight-{}", weight.saturating_add(1)),
            }),
        );
        let look = &self.look;
        fields.add_some(THEME, look.theme.as_deref());
        fields.add_some(PALETTE, look.palette.as_deref());
        fields.add_some(LANGUAGE, look.language.as_deref());
        fields.add_some(TEXT, look.text_scale);
        let motion = |reduced| if reduced { "reduced" } else { "full" };
        fields.add_some(MOTION, look.reduced_motion.map(motion));
        fields.add_some(CONFIDENCE, look.confidence.map(yes));
    }
}

/// The text of a link while it is written.
#[derive(Default)]
struct Fields(String);

impl Fields {
    fn add(&mut self, name: &str, value: &str) {
        self.0.push(if self.0.is_empty() { '#' } else { '&' });
        self.0.push_str(name);
        self.0.push('=');
        self.0.extend(utf8_percent_encode(value, ENCODED));
    }

    fn add_some(&mut self, name: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.add(name, &value.to_string());
        }
    }
}

/// A number in the shortest text that gives the same number again.
fn number(value: f64) -> String {
    let (plain, short) = (format!("{value}"), format!("{value:e}"));
    if plain.len() > short.len() + 4 { short } else { plain }
}

fn numbers(values: &[f64]) -> String {
    values.iter().map(|value| number(*value)).collect::<Vec<_>>().join(",")
}

/// The latest answers, in at most `room` characters: runs of successive samples, such as `1:0110;7:1`. Samples
/// are counted from 1.
fn written(guesses: &[Guess], room: usize) -> String {
    let mut first = 0;
    loop {
        let text = runs(&guesses[first..]);
        if text.len() <= room {
            return text;
        }
        // Each step removes an eighth of the rest, so that few are tried.
        first += (guesses.len() - first).div_ceil(8);
    }
}

fn runs(guesses: &[Guess]) -> String {
    let mut text = String::new();
    let mut expected = None;
    for guess in guesses {
        if expected != Some(guess.sample) {
            if !text.is_empty() {
                text.push(';');
            }
            text.push_str(&format!("{}:", guess.sample.saturating_add(1)));
        }
        text.push(if guess.answer { '1' } else { '0' });
        expected = guess.sample.checked_add(1);
    }
    text
}
