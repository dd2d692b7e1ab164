//! Barcodes on their cards.

use content::words::Words;
use learning::Code;

use super::ink::{Caption, Inking, Role};

/// Barcodes that stand in the world, or are on their way from there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Barcodes {
    /// At most one of each role.
    pub specimens: Vec<Specimen>,
    /// Whether there is a place for a typical barcode of each class.
    pub has_examples: bool,
}

impl Barcodes {
    /// Everything that it says.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        self.specimens
            .iter()
            .filter_map(|specimen| specimen.caption.as_ref())
            .flat_map(Caption::words)
    }
}

/// A barcode on its card.
#[derive(Clone, Debug, PartialEq)]
pub struct Specimen {
    /// Which of the stage's barcodes this is.
    pub role: Role,
    /// What is printed on the card.
    pub code: Code,
    /// Where it comes from.
    pub from: Spot,
    /// Where it goes.
    pub to: Spot,
    /// How far it is between the two, 0 to 1, eased.
    pub progress: f32,
    /// What it is printed in.
    pub inking: Inking,
    /// How many of its bars are counted, if they are being counted: 2.5 is half-way to the third.
    pub counted: Option<f32>,
    /// 1 for a solid thing, 0 for none.
    pub opacity: f32,
    /// What is written under it.
    pub caption: Option<Caption>,
}

/// A place for a specimen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// In the middle of the world.
    World,
    /// Out of sight, on the world's side.
    Wings,
    /// The place of a class's example.
    Example(bool),
    /// In the histogram: this bin, this many samples below it.
    Bin {
        /// Count of bars that the bin stands for.
        value: u32,
        /// Place in the bin, counted from 0 at the bottom.
        level: u32,
    },
}
