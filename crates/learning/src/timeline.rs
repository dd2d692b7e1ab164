//! The arithmetic of training steps: (sample, phase) ↔ step, and the playhead between two steps.

/// The moments of a training run: a number of samples, each with the same number of phases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeline {
    samples: usize,
    phases: usize,
}

/// A training step as sample and phase, both counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Index of the sample.
    pub sample: usize,
    /// Index of the phase within the sample.
    pub phase: usize,
}

impl Timeline {
    /// Makes a timeline of `samples` samples with `phases` phases each, at least one of both.
    #[must_use]
    pub fn new(samples: usize, phases: usize) -> Self {
        Self { samples: samples.max(1), phases: phases.max(1) }
    }

    /// Count of samples.
    #[must_use]
    pub fn samples(&self) -> usize {
        self.samples
    }

    /// Count of phases of a sample.
    #[must_use]
    pub fn phases(&self) -> usize {
        self.phases
    }

    /// Count of training steps, samples × phases.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.samples.saturating_mul(self.phases)
    }

    /// The last training step.
    #[must_use]
    pub fn last(&self) -> usize {
        self.steps() - 1
    }

    /// The sample and phase of a step. A step beyond the last counts as the last.
    #[must_use]
    pub fn position(&self, step: usize) -> Position {
        let step = step.min(self.last());
        Position { sample: step / self.phases, phase: step % self.phases }
    }

    /// The step of a sample and phase. Clamps both to the timeline.
    #[must_use]
    pub fn step(&self, position: Position) -> usize {
        position.sample.min(self.samples - 1) * self.phases + position.phase.min(self.phases - 1)
    }

    /// The step one phase later, or the last step.
    #[must_use]
    pub fn next_phase(&self, step: usize) -> usize {
        step.saturating_add(1).min(self.last())
    }

    /// The step one phase earlier, or the first step.
    #[must_use]
    pub fn previous_phase(&self, step: usize) -> usize {
        step.min(self.last()).saturating_sub(1)
    }

    /// The same phase of the next sample. In the last sample, its last phase.
    #[must_use]
    pub fn next_sample(&self, step: usize) -> usize {
        step.saturating_add(self.phases).min(self.last())
    }

    /// The same phase of the previous sample. In the first sample, its first phase.
    #[must_use]
    pub fn previous_sample(&self, step: usize) -> usize {
        step.min(self.last()).saturating_sub(self.phases)
    }
}

/// A moment on a timeline: a step, and a fraction of the way to the next step.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Playhead {
    /// The training step.
    pub step: usize,
    /// The fraction of the way, from 0 at the step to 1 at the next step. It is 0 at the last step.
    pub fraction: f64,
}

impl Playhead {
    /// Makes a playhead at rest on a step.
    #[must_use]
    pub fn at(step: usize) -> Self {
        Self { step, fraction: 0.0 }
    }

    /// The nearest moment on the timeline.
    #[must_use]
    pub fn clamp(self, timeline: &Timeline) -> Self {
        let fraction = if self.fraction.is_finite() { self.fraction.clamp(0.0, 1.0) } else { 0.0 };
        if self.step >= timeline.last() {
            Self::at(timeline.last())
        } else if fraction >= 1.0 {
            Self::at(self.step + 1)
        } else {
            Self { step: self.step, fraction }
        }
    }

    /// Moves by `seconds`, or backward if they are negative. Each step takes `duration(step)` seconds to
    /// reach the next step. The move stops at either end. A step with a duration of 0 is passed at once.
    #[must_use]
    pub fn advance(
        self,
        seconds: f64,
        timeline: &Timeline,
        duration: impl Fn(usize) -> f64,
    ) -> Self {
        let mut playhead = self.clamp(timeline);
        let mut left = if seconds.is_finite() { seconds } else { 0.0 };
        while left > 0.0 && playhead.step < timeline.last() {
            let whole = duration(playhead.step).max(0.0);
            let rest = whole * (1.0 - playhead.fraction);
            if left < rest {
                playhead.fraction += left / whole;
                return playhead.clamp(timeline);
            }
            left -= rest;
            playhead = Self::at(playhead.step + 1);
        }
        while left < 0.0 && playhead > Self::at(0) {
            if playhead.fraction == 0.0 {
                playhead = Self { step: playhead.step - 1, fraction: 1.0 };
            }
            let whole = duration(playhead.step).max(0.0);
            let rest = whole * playhead.fraction;
            if -left < rest {
                playhead.fraction += left / whole;
                return playhead.clamp(timeline);
            }
            left += rest;
            playhead.fraction = 0.0;
        }
        playhead
    }
}

impl PartialOrd for Playhead {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        (self.step, self.fraction).partial_cmp(&(other.step, other.fraction))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sample_and_phase_make_the_notebooks_slider_value() {
        let timeline = Timeline::new(254, 4);
        assert_eq!(timeline.step(Position { sample: 40, phase: 2 }), 162);
        assert_eq!(timeline.position(162), Position { sample: 40, phase: 2 });
        assert_eq!(timeline.last(), 1015);
    }

    #[test]
    fn moves_stop_at_both_ends() {
        let timeline = Timeline::new(3, 4);
        assert_eq!(timeline.next_phase(11), 11);
        assert_eq!(timeline.previous_phase(0), 0);
        assert_eq!(timeline.next_sample(9), 11);
        assert_eq!(timeline.previous_sample(2), 0);
        assert_eq!(Playhead::at(usize::MAX).clamp(&timeline), Playhead::at(11));
        let nonsense = Playhead { step: 2, fraction: f64::NAN };
        assert_eq!(nonsense.clamp(&timeline), Playhead::at(2));
    }

    proptest! {
        #[test]
        fn step_and_position_are_inverse(samples in 1usize..1000, phases in 1usize..8, at in 0usize..9000) {
            let timeline = Timeline::new(samples, phases);
            let step = at.min(timeline.last());
            prop_assert_eq!(timeline.step(timeline.position(step)), step);
        }

        #[test]
        fn going_forward_and_back_returns_to_the_start(step in 0usize..30, fraction in 0.0f64..1.0, seconds in 0.0f64..20.0) {
            let timeline = Timeline::new(100, 4);
            let duration = |step: usize| 0.3 + (step % 4) as f64 * 0.2;
            let start = Playhead { step, fraction };
            let there = start.advance(seconds, &timeline, duration);
            prop_assert!(there >= start);
            let back = there.advance(-seconds, &timeline, duration);
            let distance = (back.step as f64 + back.fraction) - (step as f64 + fraction);
            prop_assert!(distance.abs() < 1e-9, "{back:?}");
        }

        #[test]
        fn many_small_moves_equal_a_large_one(parts in 1usize..200) {
            let timeline = Timeline::new(10, 3);
            let duration = |_| 0.5;
            let whole = Playhead::default().advance(7.3, &timeline, duration);
            let mut sum = Playhead::default();
            for _ in 0..parts {
                sum = sum.advance(7.3 / parts as f64, &timeline, duration);
            }
            let distance = (whole.step as f64 + whole.fraction) - (sum.step as f64 + sum.fraction);
            prop_assert!(distance.abs() < 1e-9);
        }
    }
}
