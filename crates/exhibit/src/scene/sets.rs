//! Sets of rectangles.

use content::words::Words;
use learning::Rectangle;

use super::ink::{Caption, Inking, Role};
use super::slot::Slot;
use crate::experiment::sets::Extent;

/// Sets of rectangles that stand in the world, or are on their way from there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sets(pub Vec<RectangleSet>);

impl Sets {
    /// All words of the part.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        self.0.iter().filter_map(|set| set.caption.as_ref()).flat_map(Caption::words)
    }
}

/// A set of rectangles: one sample.
#[derive(Clone, Debug, PartialEq)]
pub struct RectangleSet {
    /// The role of the set. The stage has one set for each role.
    pub role: Role,
    /// All rectangles of the set.
    pub rectangles: Vec<Rectangle>,
    /// The extent of all the data. It gives all sets the same scale.
    pub extent: Extent,
    /// Where they come from.
    pub from: SetSpot,
    /// Where they go.
    pub to: SetSpot,
    /// How far the set is on its way, 0 to 1. In a flight, the rectangles start one after the other.
    pub progress: f32,
    /// The ink that they are filled with.
    pub inking: Inking,
    /// The opacity: 1 for solid things, 0 for invisible ones.
    pub opacity: f32,
    /// The caption under them.
    pub caption: Option<Caption>,
    /// The bin of each rectangle and its level in the bin, if the set goes to bins. Levels are counted from 0
    /// at the bottom.
    pub bins: Vec<[u32; 2]>,
}

/// A place for a set of rectangles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetSpot {
    /// Each at its place in the world.
    World,
    /// Out of sight, on the world's side of the window.
    Wings,
    /// Each at its point on the plane in a slot.
    Plane(Slot),
    /// Each in its bin of the histogram: see [`RectangleSet::bins`].
    Bins,
}
