//! Reading a lesson: what each field may be, and whether the exhibit has what it asks for.

use learning::learner::backpropagation::Rule;
use learning::{LearningRate, Position};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fields::{Fields, Problems, number};
use super::{Lesson, LessonError, Stop};
use crate::chapter::{self, CHAPTERS, Chapter};
use crate::experiment::{Experiments, Subject};
use crate::files::Files;
use crate::look;

/// No lesson takes longer, in minutes.
const LONGEST: u64 = 600;

/// Reads a lesson from a file's text, for an exhibit of these experiments.
///
/// # Errors
/// It is not as it should be; the error names everything that is wrong, by line and field.
pub fn read(
    file: &str,
    text: &str,
    files: &Files,
    experiments: &Experiments,
) -> Result<Lesson, LessonError> {
    let mut problems = Problems::new(text);
    let error = |problems: Problems<'_>| LessonError {
        file: file.to_owned(),
        problems: problems.into_found(),
    };
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(problem) => {
            let at = problem.span().map_or(0, |span| span.start);
            problems.note(at, "", problem.message());
            return Err(error(problems));
        }
    };
    let mut fields = Fields::new(table.get_ref(), 0..0);
    let title = fields.text(&mut problems, "title");
    let minutes = fields.whole(&mut problems, "minutes", [1, LONGEST]);
    let known = Known { themes: look::choices(files, "themes"), experiments };
    let stops = match fields.value("stop").map(Spanned::get_ref) {
        Some(DeValue::Array(stops)) if !stops.is_empty() => {
            stops.iter().map(|stop| known.stop(stop, &mut problems)).collect()
        }
        _ => {
            problems.note(0, "stop", "expected at least one stop, [[stop]]");
            Vec::new()
        }
    };
    if title.is_none() && !table.get_ref().contains_key("title") {
        problems.note(0, "title", "expected what the lesson is called");
    }
    fields.refuse_others(&mut problems);
    let problems = problems.into_found();
    match (title, stops.into_iter().collect::<Option<Vec<_>>>()) {
        (Some((title, _)), Some(stops)) if problems.is_empty() => Ok(Lesson {
            title,
            minutes: minutes.and_then(|(minutes, _)| minutes.try_into().ok()),
            stops,
        }),
        _ => Err(LessonError { file: file.to_owned(), problems }),
    }
}

/// What a stop may ask for.
struct Known<'a> {
    themes: Vec<String>,
    experiments: &'a Experiments,
}

impl Known<'_> {
    fn stop(&self, stop: &Spanned<DeValue<'_>>, problems: &mut Problems<'_>) -> Option<Stop> {
        let DeValue::Table(table) = stop.get_ref() else {
            problems.note(stop.span().start, "stop", "expected a table, [[stop]]");
            return None;
        };
        let mut fields = Fields::new(table, stop.span());
        let ids: Vec<_> = CHAPTERS.iter().map(|chapter| chapter.id()).collect();
        let ids = format!("the id of a chapter ({})", ids.join(", "));
        let chapter = fields.read(problems, "chapter", &ids, |value| {
            chapter::find(value.as_str().filter(|text| text.parse::<usize>().is_err())?)
        });
        let has_chapter = table.contains_key("chapter");
        if !has_chapter {
            problems.note(fields.at, "chapter", format!("expected {ids}"));
        }
        let shown = chapter.map(|(index, _)| CHAPTERS[index]);
        let step = self.step(shown, &mut fields, problems);
        let learning_rate = rate(shown, &mut fields, problems);
        let rule = self.rule(shown, &mut fields, problems);
        let seed = fields.whole(problems, "seed", [0, i64::MAX as u64]);
        if let (Some((_, at)), Some(shown)) = (seed, shown)
            && shown.subject() != Subject::Autoencoder
        {
            let problem = "expected no seed, for only the autoencoder's weights are drawn from one";
            problems.note(at, "seed", problem);
        }
        let themes = format!("one of {}", self.themes.join(", "));
        let theme = fields.read(problems, "theme", &themes, |value| {
            self.themes.iter().find(|theme| value.as_str() == Some(theme)).cloned()
        });
        let play = fields.flag(problems, "play").unwrap_or_default();
        let note = fields.text(problems, "note").map(|(note, _)| note).unwrap_or_default();
        fields.refuse_others(problems);
        Some(Stop {
            chapter: chapter?.0,
            step,
            learning_rate,
            rule,
            seed: seed.map(|(seed, _)| seed),
            theme: theme.map(|(theme, _)| theme),
            play,
            note,
        })
    }

    /// The step: given as such, or as sample and phase.
    fn step(
        &self,
        shown: Option<&'static dyn Chapter>,
        fields: &mut Fields<'_, '_>,
        problems: &mut Problems<'_>,
    ) -> usize {
        let timeline = shown.map(|shown| shown.timeline(self.experiments));
        let last = timeline.map_or(i64::MAX as u64, |timeline| timeline.last() as u64);
        let samples = timeline.map_or(i64::MAX as u64, |timeline| timeline.samples() as u64);
        let step = fields.whole(problems, "step", [0, last]);
        let sample = fields.whole(problems, "sample", [1, samples]);
        let phases = shown.map(|shown| shown.phases()).unwrap_or_default();
        let names: Vec<_> = phases.iter().map(|key| key.trim_start_matches("phase-")).collect();
        let expected = format!("one of {}", names.join(", "));
        let phase = fields.read(problems, "phase", &expected, |value| {
            // Without the chapter, nobody can tell.
            let place = names.iter().position(|name| value.as_str() == Some(name));
            if shown.is_none() { Some(0) } else { place }
        });
        if let (Some(_), Some(at)) = (step, sample.map(|s| s.1).or(phase.map(|p| p.1))) {
            problems.note(at, "step", "expected either step, or sample and phase, found both");
        }
        let at = Position {
            sample: sample.map_or(0, |(sample, _)| sample.saturating_sub(1) as usize),
            phase: phase.map_or(0, |(phase, _)| phase),
        };
        let of_sample = timeline.map_or(0, |timeline| timeline.step(at));
        step.map_or(of_sample, |(step, _)| step as usize)
    }

    fn rule(
        &self,
        shown: Option<&'static dyn Chapter>,
        fields: &mut Fields<'_, '_>,
        problems: &mut Problems<'_>,
    ) -> Option<Rule> {
        let (rule, at) =
            fields.read(problems, "rule", "notebook or gradient", |value| {
                match value.as_str()? {
                    "notebook" => Some(Rule::Notebook),
                    "gradient" => Some(Rule::Gradient),
                    _ => None,
                }
            })?;
        if shown.is_some_and(|shown| shown.subject() != Subject::Xor) {
            let problem = "expected no rule, for only the network that learns XOR has a choice";
            problems.note(at, "rule", problem);
        }
        Some(rule)
    }
}

fn rate(
    shown: Option<&'static dyn Chapter>,
    fields: &mut Fields<'_, '_>,
    problems: &mut Problems<'_>,
) -> Option<LearningRate> {
    let expected = "a learning rate above 0 and finite, such as 0.3";
    let (rate, at) = fields.read(problems, "learning-rate", expected, |value| {
        number(value).and_then(|number| LearningRate::new(number).ok())
    })?;
    if shown.is_some_and(|shown| shown.learning_rates().is_empty()) {
        let problem = "expected no learning rate, for this chapter has no choice of rates";
        problems.note(at, "learning-rate", problem);
    }
    Some(rate)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use crate::Setup;

    fn experiments() -> Experiments {
        Experiments::new(Setup::new(Files::default()).unwrap().material)
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
        for (line, expected) in [
            "line 1: title: expected a text that is not empty, in quotation marks, found \"\"",
            "line 2: minutes: expected a whole number from 1 to 600, found 0",
            "line 3: author: expected one of title, minutes, stop; there is no such field",
            "line 7: sample: expected a whole number from 1 to 254, found 900",
            "line 8: phase: expected one of look, predict, reveal, update, found \"fly\"",
            "line 9: learning-rate: expected a learning rate above 0 and finite, such as 0.3, found -1",
            "line 10: rule: expected no rule, for only the network that learns XOR has a choice",
            "line 12: chapter: expected the id of a chapter (guess-barcode, ",
            "line 14: play: expected true or false, found 1",
            "line 15: note: expected a text that is not empty, in quotation marks, found 7",
            "line 18: chapter: expected the id of a chapter (guess-barcode, ",
            "line 24: step: expected either step, or sample and phase, found both",
            "line 25: learning-rate: expected no learning rate, for this chapter has no choice of rates",
            "line 26: seed: expected no seed, ",
            "line 27: theme: expected one of night, paper, found \"dusk\"",
        ]
        .into_iter()
        .enumerate()
        {
            let found = lines.get(line).copied().unwrap_or_default();
            assert!(found.starts_with(&format!("mine.toml: {expected}")), "{found}\n{expected}");
        }
        assert_eq!(lines.len(), 15, "{shown}");
    }

    #[test]
    fn what_is_no_toml_is_refused_by_line_and_a_lesson_has_a_stop() {
        let experiments = experiments();
        let problem = |text| {
            read("mine.toml", text, &Files::default(), &experiments).unwrap_err().to_string()
        };
        assert!(problem("title = \"a\"\nminutes = = 3\n").starts_with("mine.toml: line 2: "));
        let empty = problem("");
        assert!(empty.contains("title: expected what the lesson is called"), "{empty}");
        assert!(empty.contains("stop: expected at least one stop"), "{empty}");
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
