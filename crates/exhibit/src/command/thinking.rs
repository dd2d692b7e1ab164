//! Stepping forward skips the time to think.

use learning::Playhead;

use crate::chapter::Chapter;
use crate::playback::TrainingStep;

/// Where a step to the next moment begins, if the chapter has left time to think before it.
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
