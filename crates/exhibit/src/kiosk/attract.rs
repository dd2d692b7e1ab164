//! Attract mode: which scene is shown while nobody is there, and how long it has been shown.

/// How many seconds the title invites visitors in each language.
pub const SECONDS_A_LANGUAGE: f64 = 3.0;

/// The scene of attract mode, and how long it has been shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Attract {
    /// The scene, as an index into the list of scenes.
    pub scene: usize,
    /// How many seconds the scene has been on, including its title.
    pub seconds: f64,
    /// The part of the scene that is shown.
    pub act: Act,
}

/// A part of a scene.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Act {
    /// The scene has just begun.
    #[default]
    Raised,
    /// The title is shown. Behind it, the chapter is made ready.
    Title,
    /// The chapter plays.
    Playing,
}

impl Attract {
    /// Whether the title is shown.
    #[must_use]
    pub fn is_title(&self) -> bool {
        self.act != Act::Playing
    }

    /// The index of the language that the title is in, out of `count` languages.
    #[must_use]
    pub fn language(&self, count: usize) -> usize {
        (self.seconds / SECONDS_A_LANGUAGE) as usize % count.max(1)
    }
}
