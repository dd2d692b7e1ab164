//! Reads a stop that is given by a link.

use super::NOTE;
use crate::experiment::Experiments;
use crate::lesson::Stop;
use crate::link::{self, Ground};
use crate::offered::OfferedChapters;
use crate::settings::Settings;
use content::files::Files;
use content::toml_fields::{Section, long_text};
use content::words::Languages;

/// The expected value of `link`.
pub const EXPECTED: &str = "a link, as the page Share this moment copies it, in quotation marks";

/// The fields that a link gives.
const GIVEN: [&str; 8] =
    ["chapter", "step", "sample", "phase", "learning-rate", "rule", "seed", "theme"];

/// Reads the rest of a stop with this link. All of the link must be of use in an exhibit with these files and
/// experiments.
pub fn stop(
    text: &str,
    stop: &mut Section<'_, '_, '_>,
    files: &Files,
    experiments: &Experiments,
) -> Option<Stop> {
    let read = link::read(text);
    match Languages::load(files) {
        Ok(languages) => {
            let opening = read.open(&Ground {
                experiments,
                settings: &Settings::default(),
                offered: &OfferedChapters::default(),
                languages: &languages,
                files,
            });
            for fault in &opening.faults {
                stop.refuse("link", fault.to_string());
            }
        }
        Err(error) => stop.refuse("link", error.to_string()),
    }
    for field in GIVEN {
        if stop.optional(field, "nothing", |_| Some(())).is_some() {
            stop.refuse(field, "expected either a link or this field, found both".to_owned());
        }
    }
    let play = stop.flag("play").unwrap_or_default();
    let note = stop.optional("note", NOTE, long_text).unwrap_or_default().trim().to_owned();
    Some(Stop {
        chapter: read.link.chapter,
        step: read.link.playhead.step,
        learning_rate: None,
        rule: None,
        seed: None,
        theme: None,
        link: Some(Box::new(read.link)),
        play,
        note,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use crate::command::Command;
    use crate::experiment::Material;
    use crate::lesson::{RunningLesson, read};

    fn experiments() -> Experiments {
        Experiments::new(Material::notebook(&Files::default()).unwrap())
    }

    #[test]
    fn a_stop_may_be_a_link() {
        let text = "title = \"Links\"\n[[stop]]\nlink = \"#v=1&chapter=network-learns&step=534&rate=0.1\"\n\
                    play = true\nnote = \"Look!\"\n[[stop]]\nchapter = \"histogram\"\n";
        let experiments = experiments();
        let lesson = read("mine.toml", text, &Files::default(), &experiments).unwrap();
        let first = &lesson.stops[0];
        assert_eq!((first.step, first.note.as_str(), first.play), (534, "Look!", true));
        let mut running = RunningLesson::new(lesson, &experiments, &Settings::default());
        let [Command::Open(opened)] = &running.go_to(0)[..] else { panic!("no link is opened") };
        assert!(opened.link.playing.plays);
        assert_eq!(opened.link.machine.rate.map(|rate| rate.value()), Some(0.1));
    }

    #[test]
    fn everything_wrong_with_the_link_of_a_stop_is_told_with_its_line() {
        let text = "title = \"Links\"\n[[stop]]\nlink = \"#chapter=histogram&step=9999&colour=red\"\nstep = 3\n";
        let error = read("mine.toml", text, &Files::default(), &experiments()).unwrap_err();
        let shown = error.to_string();
        for expected in [
            "mine.toml, line 3, column 8: stop[1].link: colour: there is no such field",
            "mine.toml, line 3, column 8: stop[1].link: step: expected a step from 0 to 761, found 9999",
            "mine.toml, line 4, column 8: stop[1].step: expected either a link or this field, found both",
        ] {
            assert!(shown.lines().any(|line| line.starts_with(expected)), "{expected}\n{shown}");
        }
    }
}
