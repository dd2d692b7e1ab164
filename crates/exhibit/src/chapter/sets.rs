//! Parts that the chapters with rectangles share.

use super::phases::PhasePace;
use super::{Exhibit, Moment};
use crate::experiment::Subject;
use crate::experiment::sets::RectangleData;
use crate::motion;
use crate::scene::plane::PlanePoint;
use crate::scene::{Caption, Ink, Inking, RectangleSet, Role, SetSpot, Slot};
use content::words::Words;

/// A sample standing in the world.
pub fn standing(
    data: &RectangleData,
    sample: usize,
    inking: Inking,
    note: Option<Words>,
) -> RectangleSet {
    let rectangles = data.sample(sample).rectangles.clone();
    let feature = Words::new("count-of-rectangles").count("rectangles", rectangles.len());
    RectangleSet {
        role: Role::Current,
        rectangles,
        extent: data.extent,
        from: SetSpot::World,
        to: SetSpot::World,
        progress: 1.0,
        inking,
        opacity: 1.0,
        caption: Some(Caption { feature, note }),
        bins: Vec::new(),
    }
}

/// A copy of a sample that flies from the world to its points on the plane. `None` before the flight starts
/// and after it ends.
pub fn flying(
    data: &RectangleData,
    sample: usize,
    inking: Inking,
    progress: f32,
) -> Option<RectangleSet> {
    (progress > 0.0 && progress < 1.0).then(|| RectangleSet {
        role: Role::Flight,
        to: SetSpot::Plane(Slot::Mind),
        progress,
        caption: None,
        ..standing(data, sample, inking, None)
    })
}

/// Changes to the next sample between these fractions of a step: the sample in the world fades out, and the
/// next one comes in.
pub fn changing(
    sets: &mut Vec<RectangleSet>,
    data: &RectangleData,
    moment: Moment,
    (start, end): (f64, f64),
) {
    let progress = motion::settling(moment.fraction, start, end);
    if progress == 0.0 || !moment.has_next {
        return;
    }
    for leaving in sets.iter_mut().filter(|set| set.role == Role::Current) {
        leaving.opacity = 1.0 - motion::linear(moment.fraction, start, 0.5 * (start + end));
        leaving.caption = None;
    }
    sets.push(RectangleSet {
        role: Role::Next,
        from: SetSpot::Wings,
        progress,
        caption: None,
        ..standing(data, moment.sample + 1, Inking::all(Ink::Unknown), None)
    });
}

/// The sets that a learning chapter shows: the sample, its copy on the way to the plane, and at the end the
/// next sample on its way in.
pub fn learned_from<const REVEALED: usize>(
    data: &RectangleData,
    moment: Moment,
    pace: &PhasePace<REVEALED>,
) -> Vec<RectangleSet> {
    let label = data.sample(moment.sample).label;
    let (inking, note) = pace.revealing(moment, label);
    let mut sets = vec![standing(data, moment.sample, inking, Some(note))];
    let flight = pace.flight(moment, motion::linear);
    sets.extend(flying(data, moment.sample, Inking::all(Ink::Unknown), flight));
    if let Some(change) = pace.change(moment) {
        changing(&mut sets, data, moment, change);
    }
    sets
}

/// The points of a sample. `ink` gives the ink of each point by its place in the sample.
pub fn points(
    exhibit: &Exhibit<'_>,
    subject: Subject,
    sample: usize,
    filled: bool,
    ink: impl Fn(usize) -> Ink,
) -> Vec<PlanePoint> {
    let Some(data) = exhibit.experiments.of(subject).rectangles() else { return Vec::new() };
    let rectangles = &data.sample(sample).rectangles;
    let point = |(index, rectangle): (usize, &learning::Rectangle)| PlanePoint {
        at: rectangle.features(),
        ink: ink(index),
        filled,
    };
    rectangles.iter().enumerate().map(point).collect()
}
