//! Chapter 13: the aspect ratio, one number made of two, does not separate the classes either.

use learning::Position;

use super::parts::{nice_top, quickening};
use super::sets::standing;
use super::{Chapter, Exhibit, Moment};
use crate::experiment::Subject;
use crate::experiment::sets::{RATIO_BINS, ratio_bin};
use crate::motion::{self, stretches};
use crate::scene::plane::{Plane, PlanePoint, axes};
use crate::scene::{
    BinAxis, Histogram, Ink, Inking, RectangleSet, Role, Scene, SetSpot, Sets, Slot,
};
use content::words::Words;

/// The chapter that sorts rectangles by their aspect ratio: width divided by height.
pub struct AspectRatio;

const LOOK: usize = 0;
const DROP: usize = 1;
/// Seconds to look, and seconds of the flight.
const LOOKING: [f64; 2] = [0.4, 1.1];
/// Seconds to see the bins after they have grown.
const DROPPED: f64 = 0.5;

impl Chapter for AspectRatio {
    fn id(&self) -> &'static str {
        "aspect-ratio"
    }

    fn part(&self) -> &'static str {
        "part-3"
    }

    fn subject(&self) -> Subject {
        Subject::XorClean
    }

    fn phases(&self) -> &'static [&'static str] {
        &["phase-look", "phase-drop"]
    }

    fn seconds(&self, at: Position) -> f64 {
        let seconds = if at.phase == LOOK { LOOKING.iter().sum() } else { DROPPED };
        seconds * quickening(at.sample)
    }

    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene {
        let data = &exhibit.experiments.xor_clean;
        let sample = data.sample(moment.sample);
        let label = sample.label;
        let dropped = moment.phase == DROP;
        let before = data.points_before(moment.sample);
        let counts = data.ratios.counts(before);
        // Within a bin, class false lies below class true.
        let mut heights = counts.clone();
        let bins: Vec<[u32; 2]> = sample
            .rectangles
            .iter()
            .map(|rectangle| {
                let bin = ratio_bin(rectangle);
                let [of_false, of_true] = &mut heights[bin as usize];
                let level = if label { *of_false + *of_true } else { *of_false };
                *(if label { of_true } else { of_false }) += 1;
                [bin, level]
            })
            .collect();
        let shown = if dropped { heights } else { counts };
        let mut rectangles = Vec::new();
        if moment.phase == LOOK {
            let [_, (start, end)] = stretches(LOOKING);
            let progress = motion::linear(moment.fraction, start, end);
            if progress > 0.0 && progress < 1.0 {
                rectangles.push(RectangleSet {
                    role: Role::Flight,
                    from: SetSpot::Plane(Slot::World),
                    to: SetSpot::Bins,
                    progress,
                    caption: None,
                    bins,
                    ..standing(data, moment.sample, Inking::all(Ink::Class(label)), None)
                });
            }
        }
        let tallest = data.ratios.tallest();
        let histogram = Histogram {
            first: 0,
            axis: BinAxis::AspectRatio,
            bins: shown,
            by_class: true,
            top: nice_top(tallest),
            cell: None,
            boundary: None,
        };
        let current = sample.rectangles.iter().map(|rectangle| PlanePoint {
            at: rectangle.features(),
            ink: Ink::Class(label),
            filled: true,
        });
        let plane = Plane {
            past: data.points.len(),
            current: current.collect(),
            diagonal: true,
            ..Plane::new(self.subject(), axes(data.extent.sides))
        };
        let key = match moment.phase {
            LOOK => "aspect-look",
            _ if moment.has_next => "aspect-drop",
            _ => "aspect-done",
        };
        let narration = Words::new(key)
            .count("rectangles", sample.rectangles.len())
            .count("points", before + sample.rectangles.len())
            .class("truth", label)
            .both_classes()
            .both_features();
        debug_assert_eq!(histogram.bins.len(), RATIO_BINS);
        Scene::new(narration)
            .with(Slot::Flight, Sets(rectangles))
            .with(Slot::Mind, histogram)
            .with(Slot::World, plane)
    }
}
