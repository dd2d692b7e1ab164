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
    /// Everything that it says.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        self.0.iter().filter_map(|set| set.caption.as_ref()).flat_map(Caption::words)
    }
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
    /// Each at its point on the plane in a slot.
    Plane(Slot),
    /// Each in its bin of the histogram: see [`RectangleSet::bins`].
    Bins,
}
