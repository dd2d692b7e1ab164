//! The plane of two features, as a scene shows it.

use std::sync::Arc;

use learning::Line;

use super::ink::Ink;
use crate::experiment::Subject;
use crate::regions::{Region, RegionRequest};
use content::words::Words;

/// The plane on which every rectangle is a point: width across, height up, from 0 on.
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    /// Whose points are shown.
    pub subject: Subject,
    /// The width and the height at the far edges.
    pub axes: [f64; 2],
    /// Count of the subject's points, from the first on, that are there already.
    pub past: usize,
    /// The current sample's points.
    pub current: Vec<PlanePoint>,
    /// Whether points are small rectangles of their own shape.
    pub own_shapes: bool,
    /// Whether the line height = width is drawn.
    pub diagonal: bool,
    /// The decision boundary, where there is one.
    pub boundary: Option<PlaneBoundary>,
    /// The ways that points have come, each with its name.
    pub trails: Vec<Trail>,
    /// Further lines, each with its name.
    pub lines: Vec<NamedLine>,
    /// What the machine says all over the plane, where a single line does not tell it.
    pub region: Option<RegionShown>,
    /// Where a second run has its line.
    pub second_line: Option<Line>,
    /// What a second run says all over the plane.
    pub second_region: Option<RegionShown>,
    /// What stands beside the plane.
    pub facts: Vec<Fact>,
}

impl Plane {
    /// A plane with nothing on it.
    #[must_use]
    pub fn new(subject: Subject, axes: [f64; 2]) -> Self {
        Self {
            subject,
            axes,
            past: 0,
            current: Vec::new(),
            own_shapes: false,
            diagonal: false,
            boundary: None,
            trails: Vec::new(),
            lines: Vec::new(),
            region: None,
            second_line: None,
            second_region: None,
            facts: Vec::new(),
        }
    }
}

impl Plane {
    /// Everything that it says.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        let trails = self.trails.iter().map(|trail| &trail.name);
        let lines = self.lines.iter().map(|line| &line.name);
        let facts = self.facts.iter().flat_map(|fact| [&fact.name, &fact.value]);
        trails.chain(lines).chain(facts)
    }
}

/// The way that a point has come.
#[derive(Clone, Debug)]
pub struct Trail {
    /// All of the recorded way.
    points: Arc<[[f64; 2]]>,
    /// How many of its points have been reached.
    reached: usize,
    /// What the point is called.
    pub name: Words,
}

impl Trail {
    /// The first `reached` points of a recorded way, with the name of the point.
    #[must_use]
    pub fn new(points: Arc<[[f64; 2]]>, reached: usize, name: Words) -> Self {
        Self { points, reached, name }
    }

    /// The way so far, the last point being where it is now.
    #[must_use]
    pub fn so_far(&self) -> &[[f64; 2]] {
        &self.points[..self.reached.min(self.points.len())]
    }
}

impl PartialEq for Trail {
    fn eq(&self, other: &Self) -> bool {
        let same = Arc::ptr_eq(&self.points, &other.points) || self.points == other.points;
        same && self.reached == other.reached && self.name == other.name
    }
}

/// A line that is one criterion among others.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedLine {
    /// Where it is.
    pub line: Line,
    /// What it is called.
    pub name: Words,
    /// 1 for a solid line, 0 for none.
    pub opacity: f32,
}

/// What the machine says all over the plane.
#[derive(Clone, Debug, PartialEq)]
pub enum RegionShown {
    /// A network's region, which the program works out.
    Asked(RegionRequest),
    /// A region that is known already.
    Known(Region),
}

/// A point of the current sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlanePoint {
    /// Width and height.
    pub at: [f64; 2],
    /// What it is coloured as.
    pub ink: Ink,
    /// Whether it is there; if not, its place waits for it.
    pub filled: bool,
}

/// A straight decision boundary.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlaneBoundary {
    /// Where it is.
    pub line: Line,
    /// Where it was before this sample moved it.
    pub ghost: Option<Line>,
    /// Whether it is moving or has just moved.
    pub active: bool,
    /// What a finger on it does.
    pub touch: Touch,
}

/// What a finger on the boundary does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// Nothing.
    Nothing,
    /// It turns the line about the origin.
    Turn,
    /// It moves the line, or turns it by one of its ends.
    Move,
    /// It asks why the line has moved.
    Explain,
}

/// A name and a value that stand beside the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is.
    pub name: Words,
    /// How much it is.
    pub value: Words,
    /// The weight, 0 or 1, of whose update it tells, if it can be asked about.
    pub explains: Option<usize>,
}

/// The axes that just hold points of these greatest sides. Where the two are of about the same
/// length they are made equal, so that the line height = width rises at 45°.
#[must_use]
pub fn axes(sides: [f64; 2]) -> [f64; 2] {
    const MARGIN: f64 = 1.03;
    const ALIKE: f64 = 1.5;
    let [width, height] = sides.map(|side| if side > 0.0 { side * MARGIN } else { 1.0 });
    let longer = width.max(height);
    if longer <= ALIKE * width.min(height) { [longer; 2] } else { [width, height] }
}
