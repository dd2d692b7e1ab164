//! Playing in stills: for samples that change so fast that they would flicker, or if nothing may move.

use learning::{Playhead, Position, Timeline};

use super::{Playback, TrainingStep};

/// How playing shows the passing of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// With movement. Samples that change so fast that they would flicker are shown in stills, and some of
    /// them are skipped.
    Moving,
    /// In calm stills of single steps, for people whom movement troubles.
    Calm,
}

/// The least time of a sample that is shown with movement, and the least time that a still stands, in
/// seconds. Cards that come and go more often would flash (WCAG 2.2, 2.3.1).
const SHORTEST_SAMPLE: f64 = 0.5;
/// The least time that a still stands if nothing may move, in seconds.
const CALM: f64 = 1.0;

impl Pace {
    /// Whether playing shows stills, at a step and a speed.
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

/// A moment that stands on the screen while time goes on: the true playhead, and the seconds that the still
/// has stood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Still {
    pub(super) truly_at: Playhead,
    stood: f64,
}

/// How many seconds the sample of a step takes, at the chapter's own pace.
fn sample_seconds(timeline: Timeline, step: usize, duration: impl Fn(usize) -> f64) -> f64 {
    let sample = timeline.position(step).sample;
    (0..timeline.phases()).map(|phase| duration(timeline.step(Position { sample, phase }))).sum()
}

/// Keeps the still that is shown, or shows the next one if it has stood long enough.
pub(super) fn go_on(
    step: &mut TrainingStep,
    playback: &mut Playback,
    pace: Pace,
    truly_at: Playhead,
    seconds: f64,
) {
    let (least, next) = match pace {
        Pace::Calm => (CALM, truly_at.step),
        // The last phase of a sample shows its outcome.
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

    /// At any speed, no still stands for less than its least time, the whole run takes its full time, and
    /// both directions end at the right step.
    #[test]
    fn samples_too_fast_to_see_are_shown_in_stills() {
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
