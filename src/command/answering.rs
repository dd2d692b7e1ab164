//! A visitor's answers to the specimens of a guessing chapter.

use learning::{Playhead, Position};

use super::State;
use crate::chapter::guessing;
use crate::guesses::Guess;
use crate::playback::PlaybackCommand;

impl State<'_> {
    /// Takes a visitor's answer.
    pub(super) fn guess(&mut self, answer: bool) {
        let Position { sample, phase } = self.step.position();
        if !self.chapter.get().asks_for_guesses() {
            return;
        }
        let fraction =
            if self.settings.reduced_motion { 0.0 } else { self.step.playhead().fraction };
        let sample = if phase == guessing::HIDDEN {
            sample
        } else if guessing::comes_in(phase, fraction) {
            // The next specimen is answered while it comes in, and is then taken to its place at once.
            let next = self.step.timeline().step(Position { sample: sample + 1, phase: 0 });
            self.play(PlaybackCommand::Seek(Playhead::at(next)));
            sample + 1
        } else {
            // Once the class is revealed, an answer is no guess.
            return;
        };
        self.guesses.note(self.chapter.index(), Guess { sample, answer });
        let revealed = self.step.timeline().next_phase(self.step.playhead().step);
        self.play(PlaybackCommand::GlideTo(revealed));
    }

    /// Goes to the beginning of a sample, and rests there.
    pub(super) fn seek(&mut self, sample: usize) {
        let step = self.step.timeline().step(Position { sample, phase: 0 });
        self.play(PlaybackCommand::Pause);
        self.play(PlaybackCommand::Seek(Playhead::at(step)));
    }
}
