//! Chapter 14: two lines, one after the other, separate classes that a single line cannot.

use learning::{Line, Position};

use super::parts::coming;
use super::{Chapter, Exhibit, Moment};
use crate::experiment::Subject;
use crate::regions::Region;
use crate::scene::plane::{NamedLine, Plane, RegionShown, axes};
use crate::scene::{Formulas, Scene, Slot};
use content::words::Words;

/// The chapter that applies two criteria in two steps.
pub struct TwoSteps;

const FIRST: usize = 1;
const SECOND: usize = 2;
/// Seconds from each phase to the next.
const SECONDS: f64 = 2.4;
/// Lines of slope −1, the first through (0.4, 0.85), the second through (0.8, 0.95).
pub const LINES: [Line; 2] = [
    Line { weights: [1.0, 1.0], bias: -(0.4 + 0.85) },
    Line { weights: [1.0, 1.0], bias: -(0.8 + 0.95) },
];
/// Count of points along each side of the region's grid.
const POINTS: usize = 121;

impl Chapter for TwoSteps {
    fn id(&self) -> &'static str {
        "two-steps"
    }

    fn part(&self) -> &'static str {
        "part-3"
    }

    fn subject(&self) -> Subject {
        Subject::XorClean
    }

    fn phases(&self) -> &'static [&'static str] {
        &["phase-points", "phase-first", "phase-second"]
    }

    fn has_samples(&self) -> bool {
        false
    }

    fn seconds(&self, _: Position) -> f64 {
        SECONDS
    }

    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene {
        let data = &exhibit.experiments.xor_clean;
        // The opacity of each line. A line appears on the way to its phase.
        let shown = [FIRST, SECOND].map(|phase| coming(moment, phase - 1, (0.15, 0.9)));
        let axes = axes(data.extent.sides);
        let names = ["line-first", "line-second"];
        let lines = LINES
            .into_iter()
            .zip(names)
            .zip(shown)
            .map(|((line, name), opacity)| NamedLine { line, name: Words::new(name), opacity })
            .collect();
        let plane = Plane {
            past: data.points.len(),
            lines,
            region: (moment.phase >= FIRST).then(|| region(axes, moment.phase >= SECOND)),
            ..Plane::new(self.subject(), axes)
        };
        let criteria = ["criterion-first", "criterion-second", "criterion-both"];
        let count = match moment.phase {
            0 => 0,
            FIRST => 1,
            _ => 3,
        };
        let words = |key| {
            Words::new(key)
                .both_features()
                .both_classes()
                .number("low", -LINES[0].bias)
                .number("high", -LINES[1].bias)
        };
        let formulas = Formulas {
            lines: criteria[..count].iter().map(|&key| words(key)).collect(),
            function: Words::default(),
            cases: Vec::new(),
        };
        let key = ["steps-points", "steps-first", "steps-second"][moment.phase.min(SECOND)];
        Scene::new(words(key)).with(Slot::Mind, plane).with(Slot::World, formulas)
    }
}

/// The region where the first criterion holds, or where both hold.
fn region(axes: [f64; 2], both: bool) -> RegionShown {
    let last = (POINTS - 1) as f64;
    let at = |index: usize, axis: usize| axes[axis] * index as f64 / last;
    let mut confidence = Vec::with_capacity(POINTS * POINTS);
    for row in 0..POINTS {
        for column in 0..POINTS {
            let point = [at(row, 0), at(column, 1)];
            // The confidence is ½ on the line itself, so that the region's edge lies on the line.
            let above = |line: usize| (0.5 + 4.0 * LINES[line].score(point)).clamp(0.0, 1.0);
            let second = if both { 1.0 - above(1) } else { 1.0 };
            confidence.push(above(0).min(second));
        }
    }
    let confidence = confidence.into();
    RegionShown::Known(Region { points: POINTS, confidence, smooth: false })
}
