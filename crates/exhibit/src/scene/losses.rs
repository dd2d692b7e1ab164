//! Curves of losses.

use crate::experiment::Subject;

/// A curve of losses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Losses {
    /// The subject that the losses belong to.
    pub subject: Subject,
    /// Count of samples, or epochs, whose losses are drawn.
    pub seen: usize,
}
