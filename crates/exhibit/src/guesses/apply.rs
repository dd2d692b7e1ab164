//! How commands change the visitor's answers.

use learning::{Playhead, Position};

use super::{Guess, GuessCommand, Guesses};
use crate::chapter::{CurrentChapter, guessing};
use crate::effect::Effect;
use crate::playback::{PlaybackCommand, TrainingStep};

impl Guesses {
    /// Applies a command in a chapter at a step. With reduced motion, the playhead counts as exactly on its
    /// step.
    pub fn apply(
        &mut self,
        command: GuessCommand,
        chapter: &CurrentChapter,
        step: &TrainingStep,
        reduced_motion: bool,
    ) -> Vec<Effect> {
        match command {
            GuessCommand::Answer(answer) => {
                let fraction = if reduced_motion { 0.0 } else { step.playhead().fraction };
                self.take(answer, chapter, step, fraction)
            }
            GuessCommand::Undo => match self.undo(chapter.index()) {
                Some(guess) => rest_at(guess.sample, step),
                None => Vec::new(),
            },
            GuessCommand::Forget => {
                self.forget(chapter.index());
                rest_at(0, step)
            }
        }
    }

    fn take(
        &mut self,
        answer: bool,
        chapter: &CurrentChapter,
        step: &TrainingStep,
        fraction: f64,
    ) -> Vec<Effect> {
        if !chapter.get().asks_for_guesses() {
            return Vec::new();
        }
        let (Position { sample, phase }, timeline) = (step.position(), step.timeline());
        let mut effects = Vec::new();
        let asked = if phase == guessing::HIDDEN {
            step.playhead().step
        } else if guessing::comes_in(phase, fraction) {
            // The answer is about the next specimen, which is still coming in. It moves to its place at once.
            let next = timeline.step(Position { sample: sample + 1, phase: 0 });
            effects.push(PlaybackCommand::Seek(Playhead::at(next)).into());
            next
        } else {
            // After the class is revealed, an answer does not count.
            return Vec::new();
        };
        let sample = timeline.position(asked).sample;
        self.note(chapter.index(), Guess { sample, answer });
        effects.push(PlaybackCommand::GlideTo(timeline.next_phase(asked)).into());
        effects
    }
}

/// Returns the effects that go to the beginning of a sample and rest there.
fn rest_at(sample: usize, step: &TrainingStep) -> Vec<Effect> {
    let step = step.timeline().step(Position { sample, phase: 0 });
    vec![PlaybackCommand::Pause.into(), PlaybackCommand::Seek(Playhead::at(step)).into()]
}
