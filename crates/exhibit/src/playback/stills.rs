//! Playing in stills: where samples change so fast that they would flicker, or nothing is to move.

use learning::{Playhead, Position, Timeline};

use super::{Playback, TrainingStep};

/// How time is shown to pass while playing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// As it does; where samples change so fast that they would flicker, in stills of one sample
    /// after some others.
    Moving,
    /// Calmly, in stills of one step or another: for those whom movement troubles.
    Calm,
}

/// A sample that takes less than this, in seconds, is not shown to move, and no still stands shorter.
/// Cards that come and go more often would flash (WCAG 2.2, 2.3.1).
const SHORTEST_SAMPLE: f64 = 0.5;
/// How long a still stands at least, in seconds, where nothing is to move.
const CALM: f64 = 1.0;

impl Pace {
    /// Whether what is played is shown in stills, at a step and a speed.
    pub(super) fn has_stills(
        self,
        timeline: Timeline,
        step: usize,
        speed: f64,
        duration: impl Fn(usize) -> f64,
    ) -> bool {
        self == Self::Calm || sample_seconds(timeline, step, duration) / speed < SHORTEST_SAMPLE
    }
}

/// A moment that stands while time goes on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Still {
    pub(super) truly_at: Playhead,
    stood: f64,
}

/// How long the sample that a step is of takes, at the chapter's own pace.
fn sample_seconds(timeline: Timeline, step: usize, duration: impl Fn(usize) -> f64) -> f64 {
    let sample = timeline.position(step).sample;
    (0..timeline.phases()).map(|phase| duration(timeline.step(Position { sample, phase }))).sum()
}

/// Goes on with the still that is shown, or to the next if it has stood long enough.
pub(super) fn go_on(
    step: &mut TrainingStep,
    playback: &mut Playback,
    pace: Pace,
    truly_at: Playhead,
    seconds: f64,
) {
    let (least, next) = match pace {
        Pace::Calm => (CALM, truly_at.step),
        // What has become of a sample is shown in its last phase.
        Pace::Moving => {
            let sample = step.timeline.position(truly_at.step).sample;
            let phase = step.timeline.phases() - 1;
            (SHORTEST_SAMPLE, step.timeline.step(Position { sample, phase }))
        }
    };
    let mut stood = playback.still.map_or(0.0, |still| still.stood) + seconds;
    if stood >= least && step.playhead != Playhead::at(next) {
        step.playhead = Playhead::at(next);
        stood = 0.0;
    }
    playback.still = Some(Still { truly_at, stood });
}

#[cfg(test)]
mod tests {
    use super::super::{Direction, Motion, PlaybackCommand, SPEEDS, advance};
    use super::*;

    /// However fast: no still stands shorter than it may, none is left out of the way's time, and both
    /// ways end where they should.
    #[test]
    fn what_is_too_fast_to_be_seen_is_shown_in_stills() {
        for (pace, least, direction) in [
            (Pace::Moving, SHORTEST_SAMPLE, Direction::Forward),
            (Pace::Moving, SHORTEST_SAMPLE, Direction::Backward),
            (Pace::Calm, CALM, Direction::Forward),
        ] {
            let mut step = TrainingStep::new(Timeline::new(400, 4), 0);
            let mut playback = Playback { speed: SPEEDS.len() - 1, ..Playback::default() };
            playback.apply(PlaybackCommand::Direct(direction), &mut step, false);
            playback.apply(PlaybackCommand::Play, &mut step, false);
            let (mut shown, mut since, mut time) = (step.playhead, 0.0, 0.0_f64);
            while playback.motion == Motion::Playing {
                advance(&mut step, &mut playback, pace, 1.0 / 60.0, |_| 1.0);
                (since, time) = (since + 1.0 / 60.0, time + 1.0 / 60.0);
                if step.playhead != shown && playback.motion == Motion::Playing {
                    assert_eq!(step.playhead.fraction, 0.0);
                    assert!(since >= least - 1e-6, "{pace:?}: a still stood for {since} s");
                    (shown, since) = (step.playhead, 0.0);
                }
                assert!(time < 200.0, "{pace:?} never ends");
            }
            let whole = 1599.0_f64 / 16.0;
            assert!((time - whole).abs() < 0.1, "{pace:?}: {time} s, not {whole}");
            let end = if direction == Direction::Forward { 1599 } else { 0 };
            assert_eq!(step.playhead, Playhead::at(end));
        }
    }
}
