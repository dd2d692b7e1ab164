//! Chapter 1: the visitor guesses the class of barcodes. The exhibit never explains the rule.

use learning::Position;

use super::guessing::{ASKING, HIDDEN, PHASES, REVEALED, board, narration, seconds, thinking};
use super::parts::{changing, revealing, standing};
use super::{Chapter, Exhibit, Moment};
use crate::experiment::Subject;
use crate::motion::stretches;
use crate::scene::{Barcodes, Caption, Ink, Inking, Scene, Slot};
use content::words::Words;

/// The chapter in which the visitor guesses the class of barcodes.
pub struct GuessBarcode;

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
        &PHASES
    }

    fn seconds(&self, at: Position) -> f64 {
        seconds(at)
    }

    fn thinking(&self, at: Position) -> f64 {
        thinking(at)
    }

    fn asks_for_guesses(&self) -> bool {
        true
    }

    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene {
        let sample = exhibit.experiments.barcodes.sample(moment.sample);
        let answer = exhibit.guesses.answer(exhibit.chapter, moment.sample);
        let hidden = moment.phase == HIDDEN;
        let (inking, note) = revealing(moment, HIDDEN, ASKING, sample.label);
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
        let truth = (!hidden).then_some(sample.label);
        Scene::new(narration("guess-ask", hidden, answer, sample.label))
            .with(Slot::World, Barcodes { specimens, has_examples: false })
            .with(Slot::Mind, board(exhibit, self.subject(), moment, answer, truth))
    }
}
