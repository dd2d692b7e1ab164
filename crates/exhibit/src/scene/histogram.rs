//! Histograms of counts.

use super::ink::Ink;

/// What is counted in bins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinAxis {
    /// Barcodes by their count of bars, a bin for each count.
    Bars,
    /// Rectangles by their width divided by their height, a bin for each eighth.
    AspectRatio,
}

/// A histogram of counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// Value of the first bin.
    pub first: u32,
    /// What the values are.
    pub axis: BinAxis,
    /// Samples in each bin: `[false, true]`.
    pub bins: Vec<[u32; 2]>,
    /// Whether the classes are told apart.
    pub by_class: bool,
    /// The count that just fits the plot.
    pub top: f64,
    /// The current sample's place.
    pub cell: Option<Cell>,
    /// The decision boundary, where there is one.
    pub boundary: Option<Boundary>,
}

impl Histogram {
    /// Value of the last bin.
    #[must_use]
    pub fn last(&self) -> u32 {
        self.first + (self.bins.len() as u32).saturating_sub(1)
    }
}

/// One sample in a histogram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Count of bars that its bin stands for.
    pub value: u32,
    /// Place in the bin, counted from 0 at the bottom.
    pub level: u32,
    /// What it is coloured as.
    pub ink: Ink,
    /// Whether the sample is there; if not, its place waits for it.
    pub filled: bool,
}

/// A decision boundary on the count of bars.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Boundary {
    /// Where it is.
    pub value: f64,
    /// Where it was before this sample moved it.
    pub ghost: Option<f64>,
    /// Whether it is moving or has just moved.
    pub active: bool,
    /// Where a second run has it.
    pub second: Option<f64>,
}
