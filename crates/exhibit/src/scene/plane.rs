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
    /// The subject whose points are shown.
    pub subject: Subject,
    /// The width and the height at the far edges.
    pub axes: [f64; 2],
    /// How many of the subject's points are already there, counted from the first.
    pub past: usize,
    /// The current sample's points.
    pub current: Vec<PlanePoint>,
    /// Whether points are drawn as small rectangles of their own shape.
    pub own_shapes: bool,
    /// Whether the line height = width is drawn.
    pub diagonal: bool,
    /// The decision boundary, if there is one.
    pub boundary: Option<PlaneBoundary>,
    /// The paths that points have taken, each with its name.
    pub trails: Vec<Trail>,
    /// Further lines, each with its name.
    pub lines: Vec<NamedLine>,
    /// The machine's answer all over the plane, if a single line cannot show it.
    pub region: Option<RegionShown>,
    /// The line of a second run.
    pub second_line: Option<Line>,
    /// The answer of a second run all over the plane.
    pub second_region: Option<RegionShown>,
    /// The facts beside the plane.
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
    /// All words of the part.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        let trails = self.trails.iter().map(|trail| &trail.name);
        let lines = self.lines.iter().map(|line| &line.name);
        let facts = self.facts.iter().flat_map(|fact| [&fact.name, &fact.value]);
        trails.chain(lines).chain(facts)
    }
}

/// The path that a point has taken.
#[derive(Clone, Debug)]
pub struct Trail {
    /// The whole recorded path.
    points: Arc<[[f64; 2]]>,
    /// How many of its points have been reached.
    reached: usize,
    /// The name of the point.
    pub name: Words,
}

impl Trail {
    /// The first `reached` points of a recorded path, with the name of the point.
    #[must_use]
    pub fn new(points: Arc<[[f64; 2]]>, reached: usize, name: Words) -> Self {
        Self { points, reached, name }
    }

    /// The path so far. Its last point is the current place.
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

/// A line that shows one criterion of several.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedLine {
    /// Where it is.
    pub line: Line,
    /// The name of the line.
    pub name: Words,
    /// The opacity: 1 for a solid line, 0 for an invisible one.
    pub opacity: f32,
}

/// The machine's answer all over the plane.
#[derive(Clone, Debug, PartialEq)]
pub enum RegionShown {
    /// A request for a network's region, which the program computes.
    Asked(RegionRequest),
    /// A region that is already known.
    Known(Region),
}

/// A point of the current sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlanePoint {
    /// The width and the height.
    pub at: [f64; 2],
    /// The ink that it is drawn in.
    pub ink: Ink,
    /// Whether the point is there. If not, its place is shown empty.
    pub filled: bool,
}

/// A straight decision boundary.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlaneBoundary {
    /// Where it is.
    pub line: Line,
    /// The line before this sample moved it.
    pub ghost: Option<Line>,
    /// Whether it is moving or has just moved.
    pub active: bool,
    /// What a touch on it does.
    pub touch: Touch,
}

/// What a touch on the boundary does.
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

/// A name and a value beside the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The name of the fact.
    pub name: Words,
    /// The value of the fact.
    pub value: Words,
    /// The weight, 0 or 1, whose update the fact is about, if the visitor can ask about it.
    pub explains: Option<usize>,
}

/// The axes that just hold points with these greatest sides. If both axes are of about the same length, they
/// are made equal, so that the line height = width rises at 45°.
#[must_use]
pub fn axes(sides: [f64; 2]) -> [f64; 2] {
    const MARGIN: f64 = 1.03;
    const ALIKE: f64 = 1.5;
    let [width, height] = sides.map(|side| if side > 0.0 { side * MARGIN } else { 1.0 });
    let longer = width.max(height);
    if longer <= ALIKE * width.min(height) { [longer; 2] } else { [width, height] }
}
