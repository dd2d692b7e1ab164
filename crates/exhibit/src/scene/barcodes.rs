//! Barcodes on their cards.

use content::words::Words;
use learning::Code;

use super::ink::{Caption, Inking, Role};

/// Barcodes that stand in the world, or are on their way from there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Barcodes {
    /// The barcodes, at most one of each role.
    pub specimens: Vec<Specimen>,
    /// Whether there is a place for a typical barcode of each class.
    pub has_examples: bool,
}

impl Barcodes {
    /// All words of the part.
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
    /// The role of the barcode. The stage has one barcode for each role.
    pub role: Role,
    /// The code that is printed on the card.
    pub code: Code,
    /// Where it comes from.
    pub from: Spot,
    /// Where it goes.
    pub to: Spot,
    /// How far it is on its way, 0 to 1, eased.
    pub progress: f32,
    /// The ink that it is printed in.
    pub inking: Inking,
    /// How many of its bars have been counted, while they are being counted: 2.5 is half-way to the third.
    pub counted: Option<f32>,
    /// The opacity: 1 for a solid thing, 0 for an invisible one.
    pub opacity: f32,
    /// The caption under it.
    pub caption: Option<Caption>,
}

/// A place for a specimen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// In the middle of the world.
    World,
    /// Out of sight, on the world's side of the window.
    Wings,
    /// The place of a class's example.
    Example(bool),
    /// A place in a bin of the histogram.
    Bin {
        /// Count of bars that the bin stands for.
        value: u32,
        /// Place in the bin, counted from 0 at the bottom.
        level: u32,
    },
}
