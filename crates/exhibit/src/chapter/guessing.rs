//! Parts that the guessing chapters share: the question, and the board that counts the answers.

use learning::Position;

use super::{Exhibit, Moment};
use crate::experiment::Subject;
use crate::guesses::Tally;
use crate::scene::GuessBoard;
use content::words::Words;

/// The phases of a guessing chapter.
pub const PHASES: [&str; 2] = ["phase-hidden", "phase-revealed"];
/// The phase in which the class is hidden.
pub const HIDDEN: usize = 0;
/// Seconds to look and answer, and seconds of the reveal.
pub const ASKING: [f64; 2] = [2.5, 0.5];
/// Seconds to see the answer, and seconds in which the next specimen comes in.
pub const REVEALED: [f64; 2] = [1.4, 0.6];

/// Seconds from each phase to the next.
pub fn seconds(at: Position) -> f64 {
    let stretches = if at.phase == HIDDEN { ASKING } else { REVEALED };
    stretches.iter().sum()
}

/// How many of these seconds the visitor has to look and answer.
pub fn thinking(at: Position) -> f64 {
    if at.phase == HIDDEN { ASKING[0] } else { 0.0 }
}

/// Whether the next specimen is coming in, so that an answer is about that specimen. `fraction` is the part
/// of the phase that has passed.
#[must_use]
pub fn comes_in(phase: usize, fraction: f64) -> bool {
    let [still, moving] = REVEALED;
    phase != HIDDEN && fraction > still / (still + moving)
}

/// The narration. While the class is hidden, it asks for the class. Afterwards, it says whether the answer
/// was right.
pub fn narration(ask: &'static str, hidden: bool, answer: Option<bool>, truth: bool) -> Words {
    if hidden {
        let key = if answer.is_some() { "guess-answered" } else { ask };
        return Words::new(key).both_classes();
    }
    let key = match answer {
        None => "guess-not-answered",
        Some(answer) if answer == truth => "guess-right",
        Some(_) => "guess-wrong",
    };
    Words::new(key).class("truth", truth).class("answer", answer.unwrap_or(truth))
}

/// The board with the visitor's answers so far. Once the visitor has met the machine, the board also counts
/// the machine's answers to the same samples.
///
/// While the next specimen comes in, the board asks about that specimen.
pub fn board(
    exhibit: &Exhibit<'_>,
    subject: Subject,
    moment: Moment,
    answer: Option<bool>,
    truth: Option<bool>,
) -> GuessBoard {
    let (answer, truth) = if comes_in(moment.phase, moment.fraction) {
        (exhibit.guesses.answer(exhibit.chapter, moment.sample + 1), None)
    } else {
        (answer, truth)
    };
    let guesses = exhibit.guesses.in_chapter(exhibit.chapter);
    let experiment = exhibit.experiments.of(subject);
    let visitor =
        Tally::of(guesses.iter().map(|guess| guess.answer == experiment.label(guess.sample)));
    let machine = exhibit
        .machine_is_known
        .then(|| Tally::of(guesses.iter().map(|guess| experiment.was_right(guess.sample))));
    GuessBoard { answer, truth, visitor, machine }
}
