//! Chapters 5 and 11: the visitor guesses the class of sets of rectangles. The exhibit never explains the
//! rule.

use learning::Position;

use super::guessing::{ASKING, HIDDEN, PHASES, REVEALED, board, narration, seconds, thinking};
use super::parts::revealing;
use super::sets::{changing, standing};
use super::{Chapter, Exhibit, Moment};
use crate::experiment::Subject;
use crate::motion::stretches;
use crate::scene::{Scene, Sets, Slot};

/// A chapter in which the visitor guesses the class of sets of rectangles of one subject.
pub struct GuessSets {
    id: &'static str,
    part: &'static str,
    subject: Subject,
}

/// Chapter 5: two classes, each with its own mean.
pub static GUESS_RECTANGLES: GuessSets =
    GuessSets { id: "guess-rectangles", part: "part-2", subject: Subject::Rectangles };

/// Chapter 11: two classes of two groups each.
pub static GUESS_XOR: GuessSets =
    GuessSets { id: "guess-xor", part: "part-3", subject: Subject::XorClean };

impl Chapter for GuessSets {
    fn id(&self) -> &'static str {
        self.id
    }

    fn part(&self) -> &'static str {
        self.part
    }

    fn subject(&self) -> Subject {
        self.subject
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
        let Some(data) = exhibit.experiments.of(self.subject).rectangles() else {
            return Scene::default();
        };
        let label = data.sample(moment.sample).label;
        let answer = exhibit.guesses.answer(exhibit.chapter, moment.sample);
        let hidden = moment.phase == HIDDEN;
        let (inking, note) = revealing(moment, HIDDEN, ASKING, label);
        let mut rectangles = vec![standing(data, moment.sample, inking, Some(note))];
        if !hidden {
            let [_, change] = stretches(REVEALED);
            changing(&mut rectangles, data, moment, change);
        }
        let truth = (!hidden).then_some(label);
        Scene::new(narration("guess-ask-rectangles", hidden, answer, label))
            .with(Slot::World, Sets(rectangles))
            .with(Slot::Mind, board(exhibit, self.subject(), moment, answer, truth))
    }
}
