//! The inks that things are drawn in, and the captions under them.

use content::words::Words;

/// The role of a specimen. The stage has one entity for each role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The current sample.
    Current,
    /// The next sample, coming in.
    Next,
    /// A copy of the current sample, on its way to the mind.
    Flight,
    /// A typical sample of a class.
    Example(bool),
}

impl Role {
    /// All roles, in the order in which they are drawn: the last one lies on top.
    pub const ALL: [Self; 5] =
        [Self::Example(false), Self::Example(true), Self::Current, Self::Next, Self::Flight];
}

/// The ink that a barcode is printed in, and the ink that sweeps over it from the left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inking {
    /// The ink before the sweep.
    pub before: Ink,
    /// The ink after the sweep.
    pub after: Ink,
    /// How far the sweep has come, 0 to 1.
    pub sweep: f32,
}

impl Inking {
    /// The same ink all over.
    #[must_use]
    pub fn all(ink: Ink) -> Self {
        Self { before: ink, after: ink, sweep: 1.0 }
    }
}

/// The ink of a barcode or of a histogram's cell: its colour and its pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    /// The class is not known.
    Unknown,
    /// The boundary is about to judge the thing, which has the boundary's colour.
    Boundary,
    /// The thing has this class, true or predicted.
    Class(bool),
}

/// The caption under a specimen.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// The large text: usually the feature, the count of bars.
    pub feature: Words,
    /// The small text below it. Examples have none.
    pub note: Option<Words>,
}

impl Caption {
    /// All words of the caption.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        [Some(&self.feature), self.note.as_ref()].into_iter().flatten()
    }
}
