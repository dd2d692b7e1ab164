//! Attract mode: how far the scenes that are shown while nobody is there have got.

/// For how long each language invites, in seconds.
pub const SECONDS_A_LANGUAGE: f64 = 3.0;

/// How far the scenes have got.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Attract {
    /// Which scene.
    pub scene: usize,
    /// For how long it has been on, its title included, in seconds.
    pub seconds: f64,
    /// What has been done for it.
    pub act: Act,
}

/// What is to be seen of a scene.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Act {
    /// It has just begun.
    #[default]
    Raised,
    /// The title, behind which the chapter is made ready.
    Title,
    /// The chapter, which plays.
    Playing,
}

impl Attract {
    /// Whether the title is to be seen.
    #[must_use]
    pub fn is_title(&self) -> bool {
        self.act != Act::Playing
    }

    /// Which of so many languages invites.
    #[must_use]
    pub fn language(&self, count: usize) -> usize {
        (self.seconds / SECONDS_A_LANGUAGE) as usize % count.max(1)
    }
}
