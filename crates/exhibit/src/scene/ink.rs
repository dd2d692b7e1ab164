//! What things are drawn in, and what is written under them.

use content::words::Words;

/// Which of the stage's barcodes a specimen is; the stage has one entity for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The current sample.
    Current,
    /// The next sample, coming in.
    Next,
    /// The current sample's likeness, on its way to the mind.
    Flight,
    /// A typical sample of a class.
    Example(bool),
}

impl Role {
    /// All there are, in the order in which they lie over each other, the topmost last.
    pub const ALL: [Self; 5] =
        [Self::Example(false), Self::Example(true), Self::Current, Self::Next, Self::Flight];
}

/// What a barcode is printed in, and what sweeps over it from the left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inking {
    /// Before the sweep.
    pub before: Ink,
    /// After the sweep.
    pub after: Ink,
    /// How far the sweep has come, 0 to 1.
    pub sweep: f32,
}

impl Inking {
    /// One ink all over.
    #[must_use]
    pub fn all(ink: Ink) -> Self {
        Self { before: ink, after: ink, sweep: 1.0 }
    }
}

/// What a barcode, or a histogram's cell, is coloured and patterned as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Of no known class.
    Unknown,
    /// About to be judged by the boundary, in its colour.
    Boundary,
    /// Of a class, true or predicted.
    Class(bool),
}

/// What is written under a specimen.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// Large: usually its feature, the count of bars.
    pub feature: Words,
    /// Small, below; examples have none.
    pub note: Option<Words>,
}

impl Caption {
    /// Everything that it says.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        [Some(&self.feature), self.note.as_ref()].into_iter().flatten()
    }
}
