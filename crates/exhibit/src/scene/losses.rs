//! Curves of losses.

use crate::experiment::Subject;

/// A curve of losses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Losses {
    /// Whose.
    pub subject: Subject,
    /// Count of samples, or epochs, whose losses are drawn.
    pub seen: usize,
}
