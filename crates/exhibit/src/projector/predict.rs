//! "Predict first": playing waits before each reveal, so that the class can say what it expects.

use bevy_ecs::resource::Resource;
use learning::{Playhead, Position, Timeline};

use super::Projector;
use crate::chapter::Chapter;
use crate::playback::{Direction, Motion, Playback, PlaybackCommand, TrainingStep};

/// The highest speed at which playing waits. A teacher who plays faster than the chapter's own pace wants to
/// see the whole run.
const FASTEST: f64 = 1.0;

/// Where playing waits: the chapter's place, and the step. The waiting ends when the playhead leaves the
/// step.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting(Option<(usize, usize)>);

impl Waiting {
    /// Whether playing waits here.
    #[must_use]
    pub fn is_here(&self, chapter: usize, step: &TrainingStep, playback: &Playback) -> bool {
        self.0.is_some_and(|(of, at)| {
            of == chapter && step.playhead() == Playhead::at(at) && playback.motion == Motion::Rest
        })
    }
}

/// Stops the playhead if it has reached the step before a reveal on its way from `from`, or if it begins at
/// such a step and has not `waited` there yet. Returns where playing waits, if it does.
pub fn wait_before_reveal(
    projector: &Projector,
    waited: Waiting,
    (index, chapter): (usize, &dyn Chapter),
    from: Playhead,
    was: Playback,
    step: &mut TrainingStep,
    playback: &mut Playback,
) -> Option<Waiting> {
    let plays = was.motion == Motion::Playing && was.direction == Direction::Forward;
    if !(projector.predict_first && plays && was.speed() <= FASTEST) {
        return None;
    }
    let (reveal, timeline) = (chapter.reveal_phase()?, step.timeline());
    let begins_here = from == Playhead::at(from.step)
        && timeline.position(from.step).phase + 1 == reveal
        && waited.0 != Some((index, from.step));
    let at = if begins_here { from.step } else { next_before_reveal(reveal, from, &timeline)? };
    if step.playhead() < Playhead::at(at) {
        return None;
    }
    playback.apply(PlaybackCommand::Pause, step, true);
    playback.apply(PlaybackCommand::Seek(Playhead::at(at)), step, true);
    Some(Waiting(Some((index, at))))
}

/// The first step after the playhead whose next phase reveals something.
fn next_before_reveal(reveal: usize, playhead: Playhead, timeline: &Timeline) -> Option<usize> {
    let phase = reveal.checked_sub(1)?;
    let sample = timeline.position(playhead.step).sample;
    [sample, sample + 1]
        .into_iter()
        .filter(|&sample| sample < timeline.samples())
        .map(|sample| timeline.step(Position { sample, phase }))
        .find(|&step| step > playhead.step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_step_before_a_reveal_is_the_next_of_its_phase() {
        let timeline = Timeline::new(3, 4);
        let at = |step, fraction| next_before_reveal(2, Playhead { step, fraction }, &timeline);
        assert_eq!(at(0, 0.0), Some(1));
        assert_eq!(at(0, 0.9), Some(1));
        assert_eq!(at(1, 0.0), Some(5));
        assert_eq!(at(1, 0.5), Some(5));
        assert_eq!(at(9, 0.0), None);
        assert_eq!(next_before_reveal(0, Playhead::at(0), &timeline), None);
    }
}
