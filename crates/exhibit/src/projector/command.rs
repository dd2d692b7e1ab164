//! The commands of projector mode.

/// A cover over the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// Black all over, as if the projector were off.
    Black,
    /// White all over.
    White,
}

/// A command to projector mode. Like every command, it names a goal: two equal commands have the same effect
/// as one.
#[derive(Clone, Debug, PartialEq)]
pub enum ProjectorCommand {
    /// Cover the picture, or uncover it.
    Cover(Option<Cover>),
    /// Freeze the picture, or unfreeze it.
    Freeze(bool),
    /// Put the spotlight on with this radius, or put it out.
    Spotlight(Option<f32>),
    /// Whether playing waits before each reveal.
    PredictFirst(bool),
    /// Open the speaker's window, or close it.
    ShowNotes(bool),
    /// Go to this stop of the lesson.
    GoToStop(usize),
    /// Restart the lesson's time now.
    RestartTime,
    /// Make type large enough for a last row at this distance, in heights of the screen.
    SetDistance(f32),
}
