//! What the special keys of a presenter's remote do.

/// What those keys of a remote do that differ from remote to remote: `[projector.remote]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteKeys {
    /// The characters, in lower case, that make the picture black.
    pub blank: Vec<char>,
    /// What F5 does, "start the presentation" on many remotes.
    pub f5: RemoteAction,
    /// What Esc does, "end the presentation" on many remotes.
    pub escape: RemoteAction,
}

impl Default for RemoteKeys {
    fn default() -> Self {
        Self { blank: vec!['b', '.'], f5: RemoteAction::FullScreen, escape: RemoteAction::Close }
    }
}

impl RemoteKeys {
    /// Whether a typed text makes the picture black.
    #[must_use]
    pub fn makes_black(&self, typed: &str) -> bool {
        let mut characters = typed.chars();
        let first = characters.next().filter(|_| characters.next().is_none());
        first.is_some_and(|first| self.blank.contains(&first))
    }
}

/// An action of such a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemoteAction {
    /// Switch between full screen and window.
    FullScreen,
    /// Close the page or the explanation that is open over the chapter.
    Close,
    /// Make the picture black.
    Black,
    /// Nothing.
    Nothing,
}

impl RemoteAction {
    /// All actions, with their names in options and files.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("full-screen", Self::FullScreen),
        ("close", Self::Close),
        ("black", Self::Black),
        ("nothing", Self::Nothing),
    ];
}
