//! Playback: the playhead, how it moves, and the commands that move it.

mod stills;

use bevy_ecs::resource::Resource;
use learning::{Playhead, Position, Timeline};

pub use stills::Pace;
use stills::Still;

/// The speeds to choose from, as multiples of the chapter's own pace.
pub const SPEEDS: [f64; 7] = [0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0];
/// Place of the chapter's own pace in [`SPEEDS`].
const OWN_PACE: usize = 2;

/// Where in the training run the exhibit is. A scene depends on time through this state only.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct TrainingStep {
    timeline: Timeline,
    playhead: Playhead,
}

impl TrainingStep {
    /// Rests on a step of a timeline. A step beyond the last means the last.
    #[must_use]
    pub fn new(timeline: Timeline, step: usize) -> Self {
        Self { timeline, playhead: Playhead::at(step).clamp(&timeline) }
    }

    /// The timeline, with all steps.
    #[must_use]
    pub fn timeline(&self) -> Timeline {
        self.timeline
    }

    /// The playhead: the step, and the fraction of the way to the next step.
    #[must_use]
    pub fn playhead(&self) -> Playhead {
        self.playhead
    }

    /// The sample and the phase.
    #[must_use]
    pub fn position(&self) -> Position {
        self.timeline.position(self.playhead.step)
    }

    fn seek(&mut self, playhead: Playhead) {
        self.playhead = playhead.clamp(&self.timeline);
    }

    fn at_end(&self) -> bool {
        self.playhead.step >= self.timeline.last()
    }
}

/// Whether time passes, in which direction, and how fast.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct Playback {
    /// What the playhead does by itself.
    pub motion: Motion,
    /// The direction in which it plays.
    pub direction: Direction,
    /// Place in [`SPEEDS`].
    speed: usize,
    /// The still that is shown, while it plays in stills.
    still: Option<Still>,
}

impl Default for Playback {
    fn default() -> Self {
        Self { motion: Motion::Rest, direction: Direction::Forward, speed: OWN_PACE, still: None }
    }
}

impl Playback {
    /// The speed, as a multiple of the chapter's own pace.
    #[must_use]
    pub fn speed(&self) -> f64 {
        SPEEDS[self.speed]
    }

    /// Whether there is a faster speed.
    #[must_use]
    pub fn can_go_faster(&self) -> bool {
        self.speed + 1 < SPEEDS.len()
    }

    /// Whether there is a slower speed.
    #[must_use]
    pub fn can_go_slower(&self) -> bool {
        self.speed > 0
    }
}

/// What the playhead does by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// It rests.
    Rest,
    /// It goes on to the end.
    Playing,
    /// It goes to this step and rests there.
    Gliding(usize),
}

/// The direction in which time passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Forward, as the machine learned.
    Forward,
    /// Backward, to the state in which the machine knew nothing.
    Backward,
}

/// A command to playback.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PlaybackCommand {
    /// Play. At the end, play again from the start.
    Play,
    /// Rest at the current moment.
    Pause,
    /// Jump to this moment.
    Seek(Playhead),
    /// Move to this step as if played, and rest there.
    GlideTo(usize),
    /// Set the speed that is nearest to this multiple of the chapter's own pace.
    Speed(f64),
    /// Go to the next faster speed.
    Faster,
    /// Go to the next slower speed.
    Slower,
    /// Play in this direction from now on.
    Direct(Direction),
}

impl Playback {
    /// Applies a command to the playhead. With `jump`, the playhead jumps instead of gliding.
    pub fn apply(&mut self, command: PlaybackCommand, step: &mut TrainingStep, jump: bool) {
        if !matches!(
            command,
            PlaybackCommand::Faster | PlaybackCommand::Slower | PlaybackCommand::Direct(_)
        ) {
            self.still = None;
        }
        match command {
            PlaybackCommand::Play => {
                let backward = self.direction == Direction::Backward;
                if !backward && step.at_end() {
                    step.seek(Playhead::at(0));
                } else if backward && step.playhead == Playhead::at(0) {
                    step.seek(Playhead::at(step.timeline.last()));
                }
                self.motion = Motion::Playing;
            }
            PlaybackCommand::Pause => self.motion = Motion::Rest,
            PlaybackCommand::Seek(playhead) => {
                step.seek(playhead);
                if self.motion != Motion::Playing {
                    self.motion = Motion::Rest;
                }
            }
            PlaybackCommand::GlideTo(target) => self.glide_to(target, step, jump),
            PlaybackCommand::Speed(speed) => {
                let distance = |place: &usize| (SPEEDS[*place] - speed).abs();
                let nearest = (0..SPEEDS.len()).min_by(|a, b| distance(a).total_cmp(&distance(b)));
                self.speed = nearest.unwrap_or(OWN_PACE);
            }
            PlaybackCommand::Faster => self.speed = (self.speed + 1).min(SPEEDS.len() - 1),
            PlaybackCommand::Slower => self.speed = self.speed.saturating_sub(1),
            PlaybackCommand::Direct(direction) => self.direction = direction,
        }
    }

    fn glide_to(&mut self, target: usize, step: &mut TrainingStep, jump: bool) {
        let target = target.min(step.timeline.last());
        // If the visitor steps again during a glide, the playhead first jumps to the end of that glide.
        if let Motion::Gliding(earlier) = self.motion
            && earlier != target
        {
            step.seek(Playhead::at(earlier));
        }
        let at = step.playhead;
        let adjacent = at.step.abs_diff(target) <= 1;
        if jump || !adjacent {
            step.seek(Playhead::at(target));
        }
        let arrived = step.playhead == Playhead::at(target);
        self.motion = if arrived { Motion::Rest } else { Motion::Gliding(target) };
    }
}

/// Lets `seconds` pass. Each step takes `duration(step)` seconds at the chapter's own pace.
pub fn advance(
    step: &mut TrainingStep,
    playback: &mut Playback,
    pace: Pace,
    seconds: f64,
    duration: impl Fn(usize) -> f64,
) {
    match playback.motion {
        Motion::Rest => {}
        Motion::Playing => {
            let sign = match playback.direction {
                Direction::Forward => 1.0,
                Direction::Backward => -1.0,
            };
            let signed = seconds * playback.speed() * sign;
            let truly_at = playback.still.map_or(step.playhead, |still| still.truly_at);
            let now = truly_at.advance(signed, &step.timeline, &duration);
            let is_over = now == Playhead::at(0) || now.step >= step.timeline.last();
            let stills = pace.has_stills(step.timeline, now.step, playback.speed(), &duration);
            if stills && !is_over {
                stills::go_on(step, playback, pace, now, seconds);
                return;
            }
            playback.still = None;
            step.playhead = now;
            let ended = match playback.direction {
                Direction::Forward => step.at_end(),
                Direction::Backward => step.playhead == Playhead::at(0),
            };
            if ended {
                playback.motion = Motion::Rest;
            }
        }
        Motion::Gliding(target) => {
            let goal = Playhead::at(target);
            let forward = step.playhead < goal;
            // Going back is faster, because the visitor has already seen these steps.
            let signed = seconds * playback.speed().max(1.0) * if forward { 1.0 } else { -2.0 };
            let next = step.playhead.advance(signed, &step.timeline, duration);
            let arrived = if forward { next >= goal } else { next <= goal };
            step.playhead = if arrived { goal } else { next };
            if arrived {
                playback.motion = Motion::Rest;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn start() -> (TrainingStep, Playback) {
        (TrainingStep::new(Timeline::new(3, 4), 0), Playback::default())
    }

    #[test]
    fn playing_rests_at_the_end_and_starts_again() {
        let (mut step, mut playback) = start();
        playback.apply(PlaybackCommand::Play, &mut step, false);
        advance(&mut step, &mut playback, Pace::Moving, 100.0, |_| 1.0);
        assert_eq!((step.playhead, playback.motion), (Playhead::at(11), Motion::Rest));
        playback.apply(PlaybackCommand::Play, &mut step, false);
        assert_eq!((step.playhead, playback.motion), (Playhead::at(0), Motion::Playing));
    }

    #[test]
    fn playing_backward_ends_at_the_first_step() {
        let (mut step, mut playback) = start();
        playback.apply(PlaybackCommand::Direct(Direction::Backward), &mut step, false);
        playback.apply(PlaybackCommand::Play, &mut step, false);
        assert_eq!(step.playhead, Playhead::at(11));
        advance(&mut step, &mut playback, Pace::Moving, 2.5, |_| 1.0);
        assert_eq!(step.playhead, Playhead { step: 8, fraction: 0.5 });
        advance(&mut step, &mut playback, Pace::Moving, 100.0, |_| 1.0);
        assert_eq!((step.playhead, playback.motion), (Playhead::at(0), Motion::Rest));
    }

    #[test]
    fn gliding_arrives_exactly_both_ways() {
        let (mut step, mut playback) = start();
        for target in [1, 2, 1, 0] {
            playback.apply(PlaybackCommand::GlideTo(target), &mut step, false);
            assert_eq!(playback.motion, Motion::Gliding(target));
            for _ in 0..40 {
                advance(&mut step, &mut playback, Pace::Moving, 0.03, |_| 1.0);
            }
            assert_eq!((step.playhead, playback.motion), (Playhead::at(target), Motion::Rest));
        }
    }

    #[test]
    fn a_new_glide_completes_the_one_before() {
        let (mut step, mut playback) = start();
        for target in 1..=3 {
            playback.apply(PlaybackCommand::GlideTo(target), &mut step, false);
        }
        assert_eq!(step.playhead, Playhead::at(2));
        assert_eq!(playback.motion, Motion::Gliding(3));
        playback.apply(PlaybackCommand::GlideTo(9), &mut step, false);
        assert_eq!((step.playhead, playback.motion), (Playhead::at(9), Motion::Rest));
        playback.apply(PlaybackCommand::GlideTo(10), &mut step, true);
        assert_eq!((step.playhead, playback.motion), (Playhead::at(10), Motion::Rest));
    }

    proptest! {
        #[test]
        fn no_command_leaves_the_timeline(
            commands in prop::collection::vec((0usize..8, 0usize..40, -9.0f64..9.0), 0..60)
        ) {
            let (mut step, mut playback) = start();
            for (kind, number, seconds) in commands {
                let command = match kind {
                    0 => PlaybackCommand::Play,
                    1 => PlaybackCommand::Pause,
                    2 => PlaybackCommand::Seek(Playhead { step: number, fraction: seconds }),
                    3 => PlaybackCommand::GlideTo(number),
                    4 => PlaybackCommand::Faster,
                    5 => PlaybackCommand::Slower,
                    6 => PlaybackCommand::Speed(seconds),
                    _ if number % 2 == 0 => PlaybackCommand::Direct(Direction::Forward),
                    _ => PlaybackCommand::Direct(Direction::Backward),
                };
                playback.apply(command, &mut step, number % 5 == 0);
                advance(&mut step, &mut playback, Pace::Moving, seconds.abs(), |_| 0.4);
                prop_assert_eq!(step.playhead.clamp(&step.timeline), step.playhead);
                prop_assert!(SPEEDS.contains(&playback.speed()));
            }
        }
    }
}
