//! The commands that step forward and back, and the learning rates that a visitor can choose from.

use learning::{LearningRate, Playhead};

use super::Command;
use crate::chapter::Chapter;
use crate::offered::OfferedChapters;
use crate::playback::{Motion, Playback, PlaybackCommand, TrainingStep};

/// Returns the command that steps one phase forward or back. At the end of a chapter it goes to the next
/// chapter, and at the beginning to the previous one, if there is one.
#[must_use]
pub fn step_phase(
    forward: bool,
    step: &TrainingStep,
    playback: &Playback,
    chapter: usize,
    offered: &OfferedChapters,
) -> Command {
    let timeline = step.timeline();
    let from = match playback.motion {
        Motion::Gliding(target) => target,
        _ => step.playhead().step,
    };
    let between = step.playhead().fraction > 0.0 && playback.motion != Motion::Gliding(from);
    if forward {
        if from == timeline.last()
            && let Some(next) = offered.next(chapter)
        {
            return Command::Go(next);
        }
        Command::Playback(PlaybackCommand::GlideTo(timeline.next_phase(from)))
    } else {
        if from == 0
            && !between
            && let Some(previous) = offered.previous(chapter)
        {
            return Command::Go(previous);
        }
        // Between two steps, a step back returns to the step just left.
        let target = if between { from } else { timeline.previous_phase(from) };
        Command::Playback(PlaybackCommand::GlideTo(target))
    }
}

/// Returns the command that goes to the next or the previous sample, at rest or while playing.
#[must_use]
pub fn step_sample(forward: bool, step: &TrainingStep) -> Command {
    let (timeline, at) = (step.timeline(), step.playhead().step);
    let target = if forward { timeline.next_sample(at) } else { timeline.previous_sample(at) };
    Command::Playback(PlaybackCommand::Seek(Playhead::at(target)))
}

/// The learning rates of a chapter that a visitor can choose from.
pub fn learning_rates(chapter: &dyn Chapter) -> impl Iterator<Item = LearningRate> + use<> {
    chapter.learning_rates().iter().filter_map(|&rate| LearningRate::new(rate).ok())
}
