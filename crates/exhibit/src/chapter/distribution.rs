//! Chapter 6: every rectangle flies to its point on the plane of width and height.

use learning::Position;

use super::parts::{quickening, revealing};
use super::sets::{changing, flying, points, standing};
use super::{Chapter, Exhibit, Moment};
use crate::experiment::Subject;
use crate::motion::{self, stretches};
use crate::scene::plane::{Fact, Plane, axes};
use crate::scene::{Ink, Scene, Sets, Slot};
use content::words::Words;

/// The chapter in which rectangles become points.
pub struct Distribution;

const LOOK: usize = 0;
const REVEAL: usize = 1;
const FLY: usize = 2;
/// Seconds to look, and seconds of the reveal.
const LOOKING: [f64; 2] = [0.6, 0.5];
/// Seconds to see the class, and seconds of the flight.
const REVEALED: [f64; 2] = [0.3, 1.1];
/// Seconds to see the points, and seconds in which the next specimen comes in.
const FLOWN: [f64; 2] = [0.4, 0.5];

impl Chapter for Distribution {
    fn id(&self) -> &'static str {
        "distribution"
    }

    fn part(&self) -> &'static str {
        "part-2"
    }

    fn subject(&self) -> Subject {
        Subject::Rectangles
    }

    fn phases(&self) -> &'static [&'static str] {
        &["phase-look", "phase-reveal", "phase-fly"]
    }

    fn seconds(&self, at: Position) -> f64 {
        let seconds: f64 = [LOOKING, REVEALED, FLOWN][at.phase.min(FLY)].iter().sum();
        seconds * quickening(at.sample)
    }

    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene {
        let data = &exhibit.experiments.rectangles.data;
        let label = data.sample(moment.sample).label;
        let (inking, note) = revealing(moment, LOOK, LOOKING, label);
        let mut rectangles = vec![standing(data, moment.sample, inking, Some(note))];
        if moment.phase == REVEAL {
            let [_, (start, end)] = stretches(REVEALED);
            let progress = motion::linear(moment.fraction, start, end);
            rectangles.extend(flying(data, moment.sample, inking, progress));
        }
        let flown = moment.phase == FLY;
        let ink = if moment.phase == LOOK { Ink::Unknown } else { Ink::Class(label) };
        let current = points(exhibit, self.subject(), moment.sample, flown, |_| ink);
        if flown {
            let [_, change] = stretches(FLOWN);
            changing(&mut rectangles, data, moment, change);
        }
        let seen = moment.sample + usize::from(flown);
        let plane = Plane {
            past: data.points_before(moment.sample),
            current,
            diagonal: true,
            facts: facts(exhibit, seen),
            ..Plane::new(self.subject(), axes(data.extent.sides))
        };
        Scene::new(narration(moment, exhibit))
            .with(Slot::World, Sets(rectangles))
            .with(Slot::Mind, plane)
    }
}

/// The facts beside the plane: how many sets and points the first `seen` samples have.
fn facts(exhibit: &Exhibit<'_>, seen: usize) -> Vec<Fact> {
    let data = &exhibit.experiments.rectangles.data;
    let value = |count: usize| Words::new("fact-count").count("count", count);
    vec![
        Fact { name: Words::new("fact-sets"), value: value(seen), explains: None },
        Fact {
            name: Words::new("fact-points"),
            value: value(data.points_before(seen)),
            explains: None,
        },
        Fact {
            name: Words::new("fact-above-the-diagonal").both_features(),
            value: Words::new("fact-none"),
            explains: None,
        },
    ]
}

fn narration(moment: Moment, exhibit: &Exhibit<'_>) -> Words {
    let data = &exhibit.experiments.rectangles.data;
    let sample = data.sample(moment.sample);
    let key = match moment.phase {
        LOOK => "distribution-look",
        REVEAL => "distribution-reveal",
        _ if moment.has_next => "distribution-fly",
        _ => "distribution-done",
    };
    Words::new(key)
        .count("rectangles", sample.rectangles.len())
        .count("points", data.points_before(moment.sample + 1))
        .class("truth", sample.label)
        .both_classes()
        .both_features()
}
