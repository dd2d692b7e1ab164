//! Histograms of counts.

use super::ink::Ink;

/// The samples that are counted in bins, and the value that sorts them.
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
    /// The value of the first bin.
    pub first: u32,
    /// The meaning of the values.
    pub axis: BinAxis,
    /// The counts of samples in each bin: `[false, true]`.
    pub bins: Vec<[u32; 2]>,
    /// Whether each bin shows the two classes separately.
    pub by_class: bool,
    /// The count at the plot's upper edge.
    pub top: f64,
    /// The place of the current sample.
    pub cell: Option<Cell>,
    /// The decision boundary, if there is one.
    pub boundary: Option<Boundary>,
}

impl Histogram {
    /// The value of the last bin.
    #[must_use]
    pub fn last(&self) -> u32 {
        self.first + (self.bins.len() as u32).saturating_sub(1)
    }
}

/// One sample in a histogram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// The count of bars that its bin stands for.
    pub value: u32,
    /// Place in the bin, counted from 0 at the bottom.
    pub level: u32,
    /// The ink that it is drawn in.
    pub ink: Ink,
    /// Whether the sample is there. If not, its place is shown empty.
    pub filled: bool,
}

/// A decision boundary on the count of bars.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Boundary {
    /// The count of bars at the boundary.
    pub value: f64,
    /// The count of bars at the boundary before this sample moved it.
    pub ghost: Option<f64>,
    /// Whether it is moving or has just moved.
    pub active: bool,
    /// The count of bars at the boundary of a second run.
    pub second: Option<f64>,
}
