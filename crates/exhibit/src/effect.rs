//! Effects: the changes that a command causes outside the state that it is applied to.

use crate::playback::PlaybackCommand;

/// A change that a command causes outside its own state. The program executes it at once, before the next
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
