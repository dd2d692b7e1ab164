//! Reads a link. Everything that can be used is used; the rest is reported.

use std::borrow::Cow;

use learning::learner::backpropagation::Rule;
use learning::{LearningRate, Line, Origin, Playhead, limits};
use percent_encoding::percent_decode_str;

use super::fields::*;
use super::{CHARACTERS, Fault, ReadLink, VERSION as CURRENT};
use crate::chapter::{CHAPTERS, find_id};
use crate::guesses::Guess;
use crate::playback::{Direction, SPEEDS};
use crate::settings::TEXT_SCALES;
use crate::visitor::Explained;
use content::limits::FIRST_STEP;

/// The most characters of a value that a message shows.
const SHOWN: usize = 40;

/// Reads a link: the whole address of a page, or its part from `#` on, with or without the `#`. A field that
/// cannot be used is left out and reported. An empty text is the first chapter.
#[must_use]
pub fn read(text: &str) -> ReadLink {
    let mut read = ReadLink::default();
    let text = text.trim();
    let text = text.split_once('#').map_or(text, |(_, fields)| fields);
    let text = text.trim_start_matches('?');
    if text.chars().nth(CHARACTERS).is_some() {
        let found = text.chars().count();
        read.fault(
            "",
            format!("expected a link of at most {CHARACTERS} characters, found {found}"),
        );
        return read;
    }
    if !text.is_empty() && !text.contains('=') {
        read.fault("", format!("expected fields such as chapter=histogram, found {}", shown(text)));
        return read;
    }
    let mut known: Vec<Cow<'_, str>> = Vec::new();
    let mut is_newer = false;
    for field in text.split('&').filter(|field| !field.is_empty()) {
        let (name, value) = field.split_once('=').unwrap_or((field, ""));
        let name = percent_decode_str(name).decode_utf8_lossy();
        let Ok(value) = percent_decode_str(value).decode_utf8() else {
            read.fault(&name, format!("expected UTF-8, found {}", shown(value)));
            continue;
        };
        if known.contains(&name) {
            read.fault(&name, "expected this field once".to_owned());
            continue;
        }
        match read.take(&name, &value) {
            // A newer exhibit may know fields that this one does not.
            None if PAGE_FIELDS.contains(&&*name) || is_newer => {}
            None => read
                .fault(&name, format!("there is no such field; there are {}", FIELDS.join(", "))),
            Some(Ok(())) => is_newer |= name == VERSION && value != CURRENT.to_string(),
            Some(Err(expected)) => {
                read.fault(&name, format!("expected {expected}, found {}", shown(&value)));
            }
        }
        known.push(name);
    }
    if is_newer {
        let problem = format!("expected {CURRENT}; a newer exhibit has made this link");
        read.fault(VERSION, problem);
    }
    read
}

impl ReadLink {
    fn fault(&mut self, field: &str, problem: String) {
        let field =
            field.chars().take(SHOWN).map(|c| if c.is_control() { '?' } else { c }).collect();
        self.faults.push(Fault { field, problem });
    }

    /// Takes a field's value. `None` if there is no such field; an error says what was expected.
    fn take(&mut self, name: &str, value: &str) -> Option<Result<(), String>> {
        let link = &mut self.link;
        let (machine, visitor, look) = (&mut link.machine, &mut link.visitor, &mut link.look);
        Some(match name {
            VERSION => version(value).map(|_| ()),
            CHAPTER => chapter(value).map(|index| link.chapter = index),
            STEP => playhead(value).map(|playhead| link.playhead = playhead),
            PLAY => yes(value).map(|plays| link.playing.plays = plays),
            SPEED => speed(value).map(|speed| link.playing.speed = speed),
            DIRECTION => direction(value).map(|direction| link.playing.direction = direction),
            DATA => data(value).map(|data| link.data = Some(data)),
            RATE => rate(value).map(|rate| machine.rate = Some(rate)),
            DATAPOINTS => yes(value).map(|used| machine.datapoints = Some(used)),
            INITIAL_WEIGHTS => initial_weights(value).map(|both| {
                machine.initial_weights = Some(both);
            }),
            RULE => rule(value).map(|rule| machine.rule = Some(rule)),
            SEED => whole(value).map(|seed| machine.seed = Some(seed)),
            COMPARE => compare(value).map(|second| machine.compare = Some(second)),
            WEIGHTS => numbers(value).map(|both| visitor.weights = Some(both)),
            LINE => numbers(value).map(|[bias, first, second]| {
                visitor.line = Some(Line { bias, weights: [first, second] });
            }),
            BEST => count(value).map(|best| visitor.best = best),
            PATTERN => pattern(value).map(|pattern| visitor.pattern = pattern),
            EXPLAIN => explained(value).map(|asked| visitor.explained = Some(asked)),
            GUESSES => guesses(value).map(|guesses| link.guesses = guesses),
            THEME => name_of(value).map(|name| look.theme = Some(name)),
            PALETTE => name_of(value).map(|name| look.palette = Some(name)),
            LANGUAGE => name_of(value).map(|name| look.language = Some(name)),
            TEXT => text_scale(value).map(|scale| look.text_scale = Some(scale)),
            MOTION => motion(value).map(|reduced| look.reduced_motion = Some(reduced)),
            CONFIDENCE => yes(value).map(|shown| look.confidence = Some(shown)),
            _ => return None,
        })
    }
}

/// A value as a message shows it: in quotation marks, escaped and shortened.
pub(super) fn shown(value: &str) -> String {
    let begin: String = value.chars().take(SHOWN).collect();
    if begin.len() < value.len() { format!("{begin:?}…") } else { format!("{begin:?}") }
}

fn version(value: &str) -> Result<u32, String> {
    digits(value).filter(|version| *version >= 1).ok_or_else(|| CURRENT.to_string())
}

fn chapter(value: &str) -> Result<usize, String> {
    find_id(value).ok_or_else(|| {
        let ids: Vec<_> = CHAPTERS.iter().map(|chapter| chapter.id()).collect();
        format!("the id of a chapter ({})", ids.join(", "))
    })
}

fn playhead(value: &str) -> Result<Playhead, String> {
    let (step, fraction) = value.split_once('.').unwrap_or((value, "0"));
    let step = digits::<usize>(step).filter(|step| *step <= FIRST_STEP);
    // Only digits: 0.5e3 or 0.-5 is no fraction.
    let is_fraction = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let fraction = format!("0.{fraction}").parse().ok().filter(|_| is_fraction);
    step.zip(fraction)
        .map(|(step, fraction)| Playhead { step, fraction })
        .ok_or_else(|| format!("a step from 0 to {FIRST_STEP}, such as 534 or 534.5"))
}

fn yes(value: &str) -> Result<bool, String> {
    match value {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("yes or no".to_owned()),
    }
}

fn speed(value: &str) -> Result<f64, String> {
    let speed = finite(value).filter(|speed| SPEEDS.contains(speed));
    speed.ok_or_else(|| format!("one of {}", SPEEDS.map(|speed| speed.to_string()).join(", ")))
}

fn direction(value: &str) -> Result<Direction, String> {
    match value {
        "forward" => Ok(Direction::Forward),
        "backward" => Ok(Direction::Backward),
        _ => Err("forward or backward".to_owned()),
    }
}

fn data(value: &str) -> Result<Origin, String> {
    let expected = || "notebook, generated:SEED or file:NAME".to_owned();
    match value.split_once(':') {
        None if value == "notebook" => Ok(Origin::Notebook),
        Some(("generated", seed)) => digits(seed).map(Origin::Generated).ok_or_else(expected),
        Some(("file", name)) => name_of(name).map(Origin::File).map_err(|_| expected()),
        _ => Err(expected()),
    }
}

fn rate(value: &str) -> Result<LearningRate, String> {
    let rate = finite(value).and_then(|value| LearningRate::new(value).ok());
    rate.ok_or_else(|| LearningRate::EXPECTED.to_owned())
}

fn rule(value: &str) -> Result<Rule, String> {
    match value {
        "notebook" => Ok(Rule::Notebook),
        "gradient" => Ok(Rule::Gradient),
        _ => Err("notebook or gradient".to_owned()),
    }
}

fn compare(value: &str) -> Result<(LearningRate, usize), String> {
    let (faster, from) = value.split_once('@').unwrap_or((value, "1"));
    let from = digits::<usize>(from).and_then(|from| from.checked_sub(1));
    let both = rate(faster).ok().zip(from.filter(|from| *from <= FIRST_STEP));
    both.ok_or_else(|| "a learning rate and a sample, such as 0.1@24".to_owned())
}

fn initial_weights(value: &str) -> Result<[f64; 2], String> {
    let (least, most) = (limits::LEAST_MAGNITUDE, limits::GREATEST_MAGNITUDE);
    let weights = numbers(value).ok().filter(|both| both.iter().all(|w| limits::allows(*w)));
    weights.ok_or_else(|| format!("two weights, each 0 or from {least:e} to {most:e} in magnitude"))
}

/// Numbers with commas between them.
fn numbers<const COUNT: usize>(value: &str) -> Result<[f64; COUNT], String> {
    let found: Option<Vec<f64>> = value.split(',').map(finite).collect();
    found
        .and_then(|found| found.try_into().ok())
        .ok_or_else(|| format!("{COUNT} numbers with commas between them, such as 0.5,-2"))
}

fn pattern(value: &str) -> Result<[bool; 4], String> {
    let bits: Option<Vec<bool>> = value.chars().map(bit).collect();
    let expected = || "four digits, each 0 or 1, such as 1000".to_owned();
    bits.and_then(|bits| bits.try_into().ok()).ok_or_else(expected)
}

fn explained(value: &str) -> Result<Explained, String> {
    match value {
        "line" => Ok(Explained::Line),
        "weight-1" => Ok(Explained::Weight(0)),
        "weight-2" => Ok(Explained::Weight(1)),
        _ => Err("line, weight-1 or weight-2".to_owned()),
    }
}

fn guesses(value: &str) -> Result<Vec<Guess>, String> {
    let expected = || "a sample and its answers, such as 1:0110".to_owned();
    let mut guesses = Vec::new();
    for run in value.split(';') {
        let (first, answers) = run.split_once(':').ok_or_else(expected)?;
        let first = digits::<usize>(first).filter(|first| (1..=FIRST_STEP).contains(first));
        let first = first.ok_or_else(expected)? - 1;
        for (place, answer) in answers.chars().enumerate() {
            let answer = bit(answer).ok_or_else(expected)?;
            guesses.push(Guess { sample: first + place, answer });
        }
    }
    Ok(guesses)
}

fn text_scale(value: &str) -> Result<f32, String> {
    let scale = finite(value).map(|scale| scale as f32).filter(|scale| TEXT_SCALES.contains(scale));
    scale.ok_or_else(|| format!("a number from {} to {}", TEXT_SCALES.start(), TEXT_SCALES.end()))
}

fn motion(value: &str) -> Result<bool, String> {
    match value {
        "reduced" => Ok(true),
        "full" => Ok(false),
        _ => Err("reduced or full".to_owned()),
    }
}

/// A name of a theme, palette, language or file. Whether there is one of this name is seen on opening.
fn name_of(value: &str) -> Result<String, String> {
    let is_name = !value.is_empty() && !value.chars().any(char::is_control);
    if is_name { Ok(value.to_owned()) } else { Err("a name".to_owned()) }
}

fn whole(value: &str) -> Result<u64, String> {
    digits(value).ok_or_else(|| format!("a whole number from 0 to {}", u64::MAX))
}

fn count(value: &str) -> Result<usize, String> {
    digits(value).ok_or_else(|| "a whole number".to_owned())
}

/// A whole number in decimal digits, without a sign.
fn digits<T: std::str::FromStr>(value: &str) -> Option<T> {
    value.parse().ok().filter(|_| value.bytes().all(|byte| byte.is_ascii_digit()))
}

fn finite(value: &str) -> Option<f64> {
    value.parse().ok().filter(|value: &f64| value.is_finite())
}

fn bit(digit: char) -> Option<bool> {
    match digit {
        '0' => Some(false),
        '1' => Some(true),
        _ => None,
    }
}
