//! Stepping forward skips the thinking time.

use learning::Playhead;

use crate::chapter::Chapter;
use crate::playback::TrainingStep;

/// Returns the playhead at the end of the thinking time, where a step to the next moment begins. Returns
/// `None` if the step goes elsewhere, or if the thinking time is over.
#[must_use]
pub fn after_thinking(
    chapter: &dyn Chapter,
    step: &TrainingStep,
    target: usize,
) -> Option<Playhead> {
    let Playhead { step: from, fraction } = step.playhead();
    let at = step.position();
    let begin = chapter.thinking(at) / chapter.seconds(at);
    let is_next = target == from + 1 && begin > fraction;
    is_next.then_some(Playhead { step: from, fraction: begin })
}
