//! Reads a lesson. Checks the value of each field, and whether the exhibit has everything that the lesson
//! names.

mod link;

use learning::learner::backpropagation::Rule;
use learning::{LearningRate, Position};

use super::{Lesson, Stop};
use crate::chapter::field::{any_chapter, chapter};
use crate::chapter::{CHAPTERS, Chapter};
use crate::experiment::{Experiments, Subject};
use content::files::Files;
use content::limits::{LESSON_MINUTES, LESSON_SEED};
use content::look;
use content::toml_fields::{self, Problem, Reading, Section, TomlErrors, long_text, one_of, text};

/// The expected value of a title.
const TEXT: &str = "a text of 1 to 200 characters, in quotation marks";
/// The expected value of a note.
const NOTE: &str = "a text of 1 to 10000 characters, in quotation marks";

/// Reads a lesson from a file's text, for an exhibit with these experiments.
///
/// # Errors
/// The lesson is invalid. The error lists all problems, each with its line and field.
pub fn read(
    file: &str,
    text: &str,
    files: &Files,
    experiments: &Experiments,
) -> Result<Lesson, TomlErrors> {
    read_after(file, text, Vec::new(), files, experiments)
}

/// Reads a lesson from a file's bytes, as [`read`] does from its text.
///
/// # Errors
/// The errors of [`read`], and also bytes that are not text.
pub fn read_bytes(
    file: &str,
    bytes: &[u8],
    files: &Files,
    experiments: &Experiments,
) -> Result<Lesson, TomlErrors> {
    let (text, problems) = toml_fields::decode(bytes);
    read_after(file, &text, problems, files, experiments)
}

fn read_after(
    file: &str,
    text: &str,
    problems: Vec<Problem>,
    files: &Files,
    experiments: &Experiments,
) -> Result<Lesson, TomlErrors> {
    let known = Known { themes: look::choices(files, "themes"), files, experiments };
    Reading::new(text, problems, |lesson| known.lesson(lesson)).finish(file)
}

/// The themes and experiments that a lesson may name.
struct Known<'a> {
    themes: Vec<String>,
    files: &'a Files,
    experiments: &'a Experiments,
}

impl Known<'_> {
    fn lesson(&self, lesson: &mut Section<'_, '_, '_>) -> Option<Lesson> {
        let title = lesson.required("title", TEXT, text);
        let minutes = lesson.whole("minutes", LESSON_MINUTES);
        let stops = lesson.required_sections("stop", |stop| self.stop(stop));
        Some(Lesson {
            title: title?.trim().to_owned(),
            minutes: minutes.and_then(|minutes| minutes.try_into().ok()),
            stops: stops?,
        })
    }

    fn stop(&self, stop: &mut Section<'_, '_, '_>) -> Option<Stop> {
        if let Some(text) = stop.optional("link", link::EXPECTED, long_text) {
            return link::stop(&text, stop, self.files, self.experiments);
        }
        let chapter = stop.required("chapter", any_chapter(), chapter);
        let shown = chapter.map(|index| CHAPTERS[index]);
        let step = self.step(shown, stop);
        let learning_rate = rate(shown, stop);
        let rule = rule(shown, stop);
        let seed = stop.whole("seed", 0..=LESSON_SEED);
        if seed.is_some() && shown.is_some_and(|shown| shown.subject() != Subject::Autoencoder) {
            let message = "expected no seed: only the autoencoder has one";
            stop.refuse("seed", message.to_owned());
        }
        let theme = stop.optional("theme", one_of(&self.themes), |value| {
            text(value).filter(|theme| self.themes.contains(theme))
        });
        let play = stop.flag("play").unwrap_or_default();
        let note = stop.optional("note", NOTE, long_text).unwrap_or_default().trim().to_owned();
        let (chapter, link) = (chapter?, None);
        Some(Stop { chapter, step, learning_rate, rule, seed, theme, link, play, note })
    }

    /// Reads the step, which is given by `step`, or by `sample` and `phase`.
    fn step(&self, shown: Option<&'static dyn Chapter>, stop: &mut Section<'_, '_, '_>) -> usize {
        let timeline = shown.map(|shown| shown.timeline(self.experiments));
        let last = timeline.map_or(LESSON_SEED, |timeline| timeline.last() as u64);
        let samples = timeline.map_or(LESSON_SEED, |timeline| timeline.samples() as u64);
        let step = stop.whole("step", 0..=last);
        let sample = stop.whole("sample", 1..=samples);
        let phases = shown.map(|shown| shown.phases()).unwrap_or_default();
        let names: Vec<_> = phases.iter().map(|key| key.trim_start_matches("phase-")).collect();
        let phase = stop.optional("phase", one_of(&names), |value| {
            // Without a valid chapter, the phase cannot be checked.
            let place = names.iter().position(|name| value.as_str() == Some(name));
            if shown.is_none() { Some(0) } else { place }
        });
        let beside = sample.map(|_| "sample").or(phase.map(|_| "phase"));
        if let (Some(_), Some(name)) = (step, beside) {
            let message = "expected either step, or sample and phase, found both";
            stop.refuse(name, message.to_owned());
        }
        let at = Position {
            sample: sample.map_or(0, |sample| sample.saturating_sub(1) as usize),
            phase: phase.unwrap_or_default(),
        };
        let of_sample = timeline.map_or(0, |timeline| timeline.step(at));
        step.map_or(of_sample, |step| step as usize)
    }
}

fn rule(shown: Option<&'static dyn Chapter>, stop: &mut Section<'_, '_, '_>) -> Option<Rule> {
    let rule = stop.optional("rule", "notebook or gradient", |value| match value.as_str()? {
        "notebook" => Some(Rule::Notebook),
        "gradient" => Some(Rule::Gradient),
        _ => None,
    })?;
    if shown.is_some_and(|shown| shown.subject() != Subject::Xor) {
        let message = "expected no rule: only the network that learns XOR has a choice of rules";
        stop.refuse("rule", message.to_owned());
    }
    Some(rule)
}

fn rate(
    shown: Option<&'static dyn Chapter>,
    stop: &mut Section<'_, '_, '_>,
) -> Option<LearningRate> {
    let expected = LearningRate::EXPECTED;
    let rate = stop.optional("learning-rate", expected, toml_fields::learning_rate)?;
    if shown.is_some_and(|shown| shown.learning_rates().is_empty()) {
        let message = "expected no learning rate: this chapter has no choice of rates";
        stop.refuse("learning-rate", message.to_owned());
    }
    Some(rate)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use crate::experiment::Material;

    fn experiments() -> Experiments {
        Experiments::new(Material::notebook(&Files::default()).unwrap())
    }

    #[test]
    fn every_problem_is_named_with_its_line() {
        let text = "\
title = \"\"
minutes = 0
author = \"me\"

[[stop]]
chapter = \"threshold-learns\"
sample = 900
phase = \"fly\"
learning-rate = -1
rule = \"notebook\"

[[stop]]
step = 3
play = 1
note = 7

[[stop]]
chapter = \"nowhere\"
phase = \"predict\"
notes = \"Look!\"

[[stop]]
chapter = \"categories\"
step = 2
sample = 1
learning-rate = 1
seed = 4
theme = \"dusk\"
";
        let error = read("mine.toml", text, &Files::default(), &experiments()).unwrap_err();
        let shown = error.to_string();
        let lines: Vec<&str> = shown.lines().collect();
        let begins = [
            "line 1, column 9: title: expected a text of 1 to 200 characters, in quotation marks, found \"\"",
            "line 2, column 11: minutes: expected a whole number from 1 to 600, found 0",
            "line 3, column 1: author: there is no such field; there are title, minutes, stop",
            "line 7, column 10: stop[1].sample: expected a whole number from 1 to 254, found 900",
            "line 8, column 9: stop[1].phase: expected one of look, predict, reveal, update, found \"fly\"",
            "line 9, column 17: stop[1].learning-rate: expected a learning rate from 1e-9 to 1e9, such as 0.3, found -1",
            "line 10, column 8: stop[1].rule: expected no rule: only the network that learns XOR has a choice of rules",
            "line 12, column 1: stop[2].chapter: expected the id of a chapter (guess-barcode, ",
            "line 14, column 8: stop[2].play: expected true or false, found 1",
            "line 15, column 8: stop[2].note: expected a text of 1 to 10000 characters, in quotation marks, found 7",
            "line 18, column 11: stop[3].chapter: expected the id of a chapter (guess-barcode, ",
            "line 20, column 1: stop[3].notes: there is no such field; is note meant?",
            "line 25, column 10: stop[4].sample: expected either step, or sample and phase, found both",
            "line 26, column 17: stop[4].learning-rate: expected no learning rate: this chapter has no choice of rates",
            "line 27, column 8: stop[4].seed: expected no seed: only the autoencoder has one",
            "line 28, column 9: stop[4].theme: expected one of night, paper, found \"dusk\"",
        ];
        assert_eq!(lines.len(), begins.len(), "{shown}");
        for (line, begin) in lines.into_iter().zip(begins) {
            assert!(line.starts_with(&format!("mine.toml, {begin}")), "{line}\n{begin}");
        }
    }

    #[test]
    fn invalid_toml_is_reported_by_line_and_a_lesson_needs_a_stop() {
        let experiments = experiments();
        let problem = |text: &str| {
            read("mine.toml", text, &Files::default(), &experiments).unwrap_err().to_string()
        };
        let slips = problem(
            "title = Mine\nminutes = 10 min\n[[stop]]\nchapter = nowhere\nnot = “a”\n[stop]\nplay = yes\n",
        );
        let begins = [
            "line 1, column 9: title: expected quotation marks around a text, as in title = \"Mine\"",
            "line 2, column 11: minutes: expected a number without a unit, as in 10, found 10 min",
            "line 4, column 11: stop[1].chapter: expected quotation marks around a text",
            "line 4, column 11: stop[1].chapter: expected the id of a chapter",
            "line 5, column 1: stop[1].not: there is no such field; is note meant?",
            "line 5, column 7: stop[1].not: expected straight quotation marks",
            "line 6, column 2: stop: expected two brackets, [[stop]], as in line 3, found one",
            "line 6, column 1: stop[2].chapter: expected the id of a chapter",
            "line 7, column 8: stop[2].play: expected true or false, found yes",
        ];
        let mut told: Vec<_> = slips.lines().collect();
        told.sort_by_key(|line| !line.contains("column 1:") && line.contains("line 6"));
        assert_eq!(told.len(), begins.len(), "{slips}");
        for begin in begins {
            assert!(
                told.iter().any(|line| line.starts_with(&format!("mine.toml, {begin}"))),
                "{begin}\n{slips}"
            );
        }
        assert_eq!(
            problem(""),
            "mine.toml, line 1, column 1: title: expected a text of 1 to 200 characters, in quotation marks, found nothing\n\
            mine.toml, line 1, column 1: stop: expected at least one table, [[stop]], found nothing"
        );
        let none = problem("title = \"a\"\nstop = []\n");
        assert_eq!(
            none,
            "mine.toml, line 2, column 8: stop: expected at least one table, [[stop]], found an empty list"
        );
        let long = problem(&"#".repeat(toml_fields::LARGEST + 1));
        assert!(long.ends_with("expected at most 1048576 bytes, found 1048577"), "{long}");
        let stop = "[[stop]]\nchapter = \"histogram\"\n";
        let many = problem(&format!("title = \"a\"\n{}", stop.repeat(1001)));
        assert_eq!(
            many,
            "mine.toml, line 2, column 1: stop: expected at most 1000 tables, found 1001"
        );
        let title = problem(&format!("title = \"{}\"\n{stop}", "t".repeat(201)));
        assert!(title.ends_with("…\", 201 characters"), "{title}");
        let note =
            |length| format!("title = \"a\"\n{stop}note = \"\"\"\n{}\"\"\"\n", "n".repeat(length));
        assert!(
            problem(&note(10_001))
                .contains("stop[1].note: expected a text of 1 to 10000 characters")
        );
        assert!(read("mine.toml", &note(10_000), &Files::default(), &experiments).is_ok());
        let rate = problem(&format!(
            "title = \"a\"\n{}learning-rate = 1e308\n",
            stop.replace("histogram", "threshold-learns")
        ));
        assert!(rate.contains("expected a learning rate from 1e-9 to 1e9"), "{rate}");
    }

    #[test]
    fn a_moment_is_given_by_step_or_by_sample_and_phase() {
        let text = "\
title = \"Two ways\"

[[stop]]
chapter = \"threshold-learns\"
sample = 44
phase = \"predict\"
learning-rate = 3

[[stop]]
chapter = \"threshold-learns\"
step = 173
play = true
";
        let lesson = read("mine.toml", text, &Files::default(), &experiments()).unwrap();
        assert_eq!(lesson.stops.iter().map(|stop| stop.step).collect::<Vec<_>>(), [173, 173]);
        assert_eq!(lesson.stops[0].learning_rate, LearningRate::new(3.0).ok());
        assert_eq!((lesson.minutes, lesson.stops[1].play), (None, true));
    }
}
