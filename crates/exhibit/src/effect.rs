//! Effects: what applying a command asks for beyond the state that it is applied to.

use crate::playback::PlaybackCommand;

/// What a command asks for beyond its own state. The program carries it out at once, before the next
/// command.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effect {
    /// Move the playhead, or stop it.
    Playback(PlaybackCommand),
    /// Restart the lesson's time now.
    RestartLessonTime,
    /// Go to this stop of the lesson.
    GoToStop(usize),
}

impl From<PlaybackCommand> for Effect {
    fn from(command: PlaybackCommand) -> Self {
        Self::Playback(command)
    }
}
