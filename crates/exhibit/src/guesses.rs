//! The visitor's guesses.

mod apply;

use std::collections::HashMap;

use bevy_ecs::resource::Resource;

/// The visitor's answers, chapter by chapter.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct Guesses {
    by_chapter: HashMap<usize, Vec<Guess>>,
}

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The sample that the answer is about.
    pub sample: usize,
    /// The class that the visitor answered.
    pub answer: bool,
}

/// A command about the visitor's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuessCommand {
    /// Answer the current specimen with a class.
    Answer(bool),
    /// Take back the last answer and return to its specimen.
    Undo,
    /// Forget this chapter's answers and start over.
    Forget,
}

/// Counts of answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Right answers.
    pub right: u64,
    /// Wrong answers.
    pub wrong: u64,
    /// Right answers since the last wrong one.
    pub streak: u64,
}

impl Tally {
    /// Counts answers in their order.
    #[must_use]
    pub fn of(rights: impl IntoIterator<Item = bool>) -> Self {
        rights.into_iter().fold(Self::default(), |tally, right| {
            if right {
                Self { right: tally.right + 1, streak: tally.streak + 1, ..tally }
            } else {
                Self { wrong: tally.wrong + 1, streak: 0, ..tally }
            }
        })
    }
}

impl Guesses {
    /// The answers of a chapter, in the order in which they were given.
    #[must_use]
    pub fn in_chapter(&self, chapter: usize) -> &[Guess] {
        self.by_chapter.get(&chapter).map_or(&[], Vec::as_slice)
    }

    /// The answer to a sample, if there is one.
    #[must_use]
    pub fn answer(&self, chapter: usize, sample: usize) -> Option<bool> {
        self.in_chapter(chapter).iter().find(|guess| guess.sample == sample).map(|g| g.answer)
    }

    /// Records an answer. Only the first answer to a sample counts.
    pub fn note(&mut self, chapter: usize, guess: Guess) {
        if self.answer(chapter, guess.sample).is_none() {
            self.by_chapter.entry(chapter).or_default().push(guess);
        }
    }

    /// Takes back the last answer of a chapter and returns it.
    pub fn undo(&mut self, chapter: usize) -> Option<Guess> {
        self.by_chapter.get_mut(&chapter)?.pop()
    }

    /// Replaces the answers of a chapter.
    pub fn replace(&mut self, chapter: usize, guesses: Vec<Guess>) {
        if guesses.is_empty() {
            self.forget(chapter);
        } else {
            self.by_chapter.insert(chapter, guesses);
        }
    }

    /// Forgets the answers of a chapter.
    pub fn forget(&mut self, chapter: usize) {
        self.by_chapter.remove(&chapter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_streak_ends_with_a_wrong_answer() {
        let tally = Tally::of([true, true, false, true]);
        assert_eq!(tally, Tally { right: 3, wrong: 1, streak: 1 });
    }

    #[test]
    fn the_first_answer_counts_until_it_is_taken_back() {
        let mut guesses = Guesses::default();
        let guess = |answer| Guess { sample: 7, answer };
        guesses.note(0, guess(true));
        guesses.note(0, guess(false));
        assert_eq!(guesses.answer(0, 7), Some(true));
        assert_eq!(guesses.answer(1, 7), None);
        assert_eq!(guesses.undo(0), Some(guess(true)));
        assert_eq!(guesses.answer(0, 7), None);
        assert_eq!(guesses.undo(0), None);
    }
}
