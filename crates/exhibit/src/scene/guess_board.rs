//! The board of a guessing screen.

use crate::guesses::Tally;

/// The board of a guessing screen, with the answers and their counts.
#[derive(Clone, Debug, PartialEq)]
pub struct GuessBoard {
    /// The answer given to this specimen, if any.
    pub answer: Option<bool>,
    /// The specimen's class, once it is revealed.
    pub truth: Option<bool>,
    /// The counts of the visitor's answers so far.
    pub visitor: Tally,
    /// The counts of the machine's answers to the same specimens, once the visitor has met the machine.
    pub machine: Option<Tally>,
}
