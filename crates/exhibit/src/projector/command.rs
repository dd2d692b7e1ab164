//! What may be asked of projector mode.

/// What can cover the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// Black all over, as if the projector were off.
    Black,
    /// White all over.
    White,
}

/// What may be asked of projector mode. As all commands, absolute: asked twice, it is done once.
#[derive(Clone, Debug, PartialEq)]
pub enum ProjectorCommand {
    /// Cover the picture, or no longer.
    Cover(Option<Cover>),
    /// Let the picture stand still, or no longer.
    Freeze(bool),
    /// Put the spotlight on, of this radius, or out.
    Spotlight(Option<f32>),
    /// Let playing wait before each reveal, or no longer.
    PredictFirst(bool),
    /// Open the speaker's window, or close it.
    ShowNotes(bool),
    /// Go to this stop of the lesson.
    GoToStop(usize),
    /// Let the lesson's time begin now.
    RestartTime,
    /// Set type for a last row at this distance, in heights of the screen.
    SetDistance(f32),
}
