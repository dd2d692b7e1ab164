//! A scene: what one moment of a chapter shows, as plain values.
//!
//! Chapters compose scenes; the stage moves its entities to match, the overlay draws the rest.
//! Nothing here knows of pixels, colours or entities.

pub mod network;
pub mod plane;

use bevy_ecs::resource::Resource;
use learning::{Code, Rectangle};

use crate::experiment::Subject;
use crate::experiment::sets::Extent;
use crate::guesses::Tally;
use crate::regions::RegionRequest;
use content::words::Words;
use network::Network;
use plane::{Plane, RegionShown};

/// Everything that one moment shows besides the controls.
#[derive(Resource, Clone, Debug, PartialEq)]
pub struct Scene {
    /// One sentence, with the arithmetic of this moment.
    pub narration: Words,
    /// Barcodes that stand in the world, or are on their way from there.
    pub specimens: Vec<Specimen>,
    /// Sets of rectangles that stand in the world, or are on their way from there.
    pub rectangles: Vec<RectangleSet>,
    /// The mind drawn as a network, where the world would be.
    pub network: Option<Network>,
    /// A plane where the world would be: what was the mind before is what is looked at now.
    pub left_plane: Option<Plane>,
    /// Formulas where the world would be.
    pub left_formulas: Option<Formulas>,
    /// What the machine has, or on a guessing screen, what the visitor has.
    pub mind: Mind,
    /// How wrong the machine was, sample by sample, under a network.
    pub losses: Option<Losses>,
    /// How a second run fares beside the first.
    pub comparison: Option<Words>,
    /// The arithmetic that was asked for, line by line.
    pub explanation: Option<Explanation>,
}

impl Scene {
    /// A scene of a mind alone.
    #[must_use]
    pub fn new(narration: Words, mind: Mind) -> Self {
        Self {
            narration,
            specimens: Vec::new(),
            rectangles: Vec::new(),
            network: None,
            left_plane: None,
            left_formulas: None,
            mind,
            losses: None,
            comparison: None,
            explanation: None,
        }
    }
}

impl Scene {
    /// The decision regions that its planes ask for.
    pub fn region_requests(&self) -> impl Iterator<Item = &RegionRequest> {
        let planes = self.left_plane.iter().chain(self.mind.plane());
        let regions = planes.flat_map(|plane| [&plane.region, &plane.second_region]);
        regions.flatten().filter_map(|shown| match shown {
            RegionShown::Asked(request) => Some(request),
            RegionShown::Known(_) => None,
        })
    }
}

/// A curve of losses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Losses {
    /// Whose.
    pub subject: Subject,
    /// Count of samples, or epochs, whose losses are drawn.
    pub seen: usize,
}

/// Why something has changed, written out.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// What is explained.
    pub title: Words,
    /// The arithmetic, term by term.
    pub lines: Vec<Words>,
}

/// A set of rectangles: one sample.
#[derive(Clone, Debug, PartialEq)]
pub struct RectangleSet {
    /// Which of the stage's sets this is.
    pub role: Role,
    /// All of them.
    pub rectangles: Vec<Rectangle>,
    /// What all sets of the data are drawn to the same scale by.
    pub extent: Extent,
    /// Where they come from.
    pub from: SetSpot,
    /// Where they go.
    pub to: SetSpot,
    /// How far the set is between the two, 0 to 1; when they fly, one sets out after the other.
    pub progress: f32,
    /// What they are filled with.
    pub inking: Inking,
    /// 1 for solid things, 0 for none.
    pub opacity: f32,
    /// What is written under them.
    pub caption: Option<Caption>,
    /// The bin of each and its level there, counted from 0 at the bottom, if they go to bins.
    pub bins: Vec<[u32; 2]>,
}

/// A place for a set of rectangles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetSpot {
    /// Each at its place in the world.
    World,
    /// Out of sight, on the world's side.
    Wings,
    /// Each at its point on the plane.
    Plane,
    /// Each at its point on the plane that stands where the world would be.
    LeftPlane,
    /// Each in its bin of the histogram: see [`RectangleSet::bins`].
    Bins,
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

/// The machine's side of a scene.
#[derive(Clone, Debug, PartialEq)]
pub enum Mind {
    /// It is the visitor who has to say.
    Guess(GuessBoard),
    /// Counts of samples by count of bars.
    Histogram(Histogram),
    /// Points by width and height.
    Plane(Plane),
    /// Points by width and height, and the visitor's hand on the weights.
    Combination(Combination),
    /// The formulas of a network.
    Formulas(Formulas),
}

impl Mind {
    /// The plane, where there is one.
    #[must_use]
    pub fn plane(&self) -> Option<&Plane> {
        match self {
            Self::Plane(plane) | Self::Combination(Combination { plane, .. }) => Some(plane),
            Self::Guess(_) | Self::Histogram(_) | Self::Formulas(_) => None,
        }
    }
}

/// Formulas, one below the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Formulas {
    /// Those of one line.
    pub lines: Vec<Words>,
    /// The left side of one that has cases.
    pub function: Words,
    /// Its cases.
    pub cases: Vec<Words>,
}

/// A linear combination whose weights can be taken in hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Combination {
    /// The points and the line.
    pub plane: Plane,
    /// The weights `[w₁, w₂]` in force.
    pub weights: [f64; 2],
    /// How far either weight can be moved from 0.
    pub reach: f64,
    /// Count of points on the wrong side.
    pub wrong: usize,
    /// Count of all points.
    pub points: usize,
    /// Whether the weights are the visitor's own, not the machine's.
    pub is_own: bool,
}

/// What a guessing screen shows.
#[derive(Clone, Debug, PartialEq)]
pub struct GuessBoard {
    /// The answer given to this specimen, if any.
    pub answer: Option<bool>,
    /// The specimen's class, once it is revealed.
    pub truth: Option<bool>,
    /// The visitor's answers so far.
    pub visitor: Tally,
    /// The machine's on the same specimens, once the visitor has met the machine.
    pub machine: Option<Tally>,
}

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
