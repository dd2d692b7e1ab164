//! The board of a guessing screen.

use crate::guesses::Tally;

/// What a guessing screen shows.
#[derive(Clone, Debug, PartialEq)]
pub struct GuessBoard {
    /// The answer given to this specimen, if any.
    pub answer: Option<bool>,
    /// The specimen's class, once it is revealed.
    pub truth: Option<bool>,
    /// The visitor's answers so far.
    pub visitor: Tally,
    /// The machine's on the same specimens, once the visitor has met the machine.
    pub machine: Option<Tally>,
}
