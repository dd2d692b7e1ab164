//! Chapter 1: the visitor guesses the class of barcodes; the rule is never told.

use learning::Position;

use super::parts::{changing, standing};
use super::{Chapter, Exhibit, Moment};
use crate::experiment::Subject;
use crate::guesses::{Guess, Tally};
use crate::motion::{self, stretches};
use crate::scene::{Caption, GuessBoard, Ink, Inking, Mind, Scene};
use crate::words::Words;

/// The visitor guesses the class of barcodes.
pub struct GuessBarcode;

const HIDDEN: usize = 0;
/// Seconds to look and answer, and of the reveal itself.
const ASKING: [f64; 2] = [2.5, 0.5];
/// Seconds to take the answer in, and for the next specimen to come.
const REVEALED: [f64; 2] = [1.4, 0.6];

impl Chapter for GuessBarcode {
    fn id(&self) -> &'static str {
        "guess-barcode"
    }

    fn part(&self) -> &'static str {
        "part-1"
    }

    fn subject(&self) -> Subject {
        Subject::Barcodes
    }

    fn phases(&self) -> &'static [&'static str] {
        &["phase-hidden", "phase-revealed"]
    }

    fn seconds(&self, at: Position) -> f64 {
        let stretches = if at.phase == HIDDEN { ASKING } else { REVEALED };
        stretches.iter().sum()
    }

    fn asks_for_guesses(&self) -> bool {
        true
    }

    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene {
        let sample = exhibit.experiments.barcodes.sample(moment.sample);
        let answer = exhibit.guesses.answer(exhibit.chapter, moment.sample);
        let hidden = moment.phase == HIDDEN;
        let [_, reveal] = stretches(ASKING);
        let sweep = if hidden { motion::eased(moment.fraction, reveal.0, reveal.1) } else { 1.0 };
        let inking = Inking { before: Ink::Unknown, after: Ink::Class(sample.label), sweep };

        let note = match (hidden, answer) {
            (true, _) => Words::new("note-hidden"),
            (false, _) => Words::new("note-truth").class("truth", sample.label),
        };
        let feature = Words::new("note-barcode-number").count("number", moment.sample + 1);
        let caption = Caption { feature, note: Some(note) };
        let mut specimens = vec![standing(sample, inking, Some(caption))];
        if !hidden {
            let [_, change] = stretches(REVEALED);
            let next = exhibit.experiments.barcodes.sample(moment.sample + 1);
            changing(
                &mut specimens,
                moment,
                change,
                standing(next, Inking::all(Ink::Unknown), None),
            );
        }
        Scene {
            narration: narration(hidden, answer, sample.label),
            specimens,
            mind: Mind::Guess(board(exhibit, answer, (!hidden).then_some(sample.label))),
        }
    }
}

fn narration(hidden: bool, answer: Option<bool>, truth: bool) -> Words {
    if hidden {
        let key = if answer.is_some() { "guess-answered" } else { "guess-ask" };
        return Words::new(key).class("false", false).class("true", true);
    }
    let key = match answer {
        None => "guess-not-answered",
        Some(answer) if answer == truth => "guess-right",
        Some(_) => "guess-wrong",
    };
    Words::new(key).class("truth", truth).class("answer", answer.unwrap_or(truth))
}

fn board(exhibit: &Exhibit<'_>, answer: Option<bool>, truth: Option<bool>) -> GuessBoard {
    let guesses = exhibit.guesses.in_chapter(exhibit.chapter);
    let label = |sample| exhibit.experiments.barcodes.sample(sample).label;
    let visitor = Tally::of(guesses.iter().map(|guess| guess.answer == label(guess.sample)));
    let machine = exhibit.machine_is_known.then(|| {
        let prediction = |guess: &Guess| {
            exhibit.experiments.barcodes.trace.outcome(guess.sample).map(|o| o.prediction)
        };
        Tally::of(guesses.iter().map(|guess| prediction(guess) == Some(label(guess.sample))))
    });
    GuessBoard { answer, truth, visitor, machine }
}
