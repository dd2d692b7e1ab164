//! Chapter 3: the same counts by class, and the decision boundary that separates the classes.

use learning::Position;
use learning::dataset::barcodes::TRUE_BOUNDARY;

use super::histogram::{counted_caption, histogram_so_far};
use super::parts::{changing, examples, flying, quickening, revealing, standing};
use super::{Chapter, Exhibit, Moment};
use crate::experiment::Subject;
use crate::motion::{self, stretches};
use crate::scene::{Barcodes, Boundary, Ink, Inking, Scene, Slot};
use content::words::Words;

/// The chapter that shows the counted barcodes by class, on the two sides of a boundary.
pub struct Categories;

const LOOK: usize = 0;
const REVEAL: usize = 1;
const DROP: usize = 2;
/// Seconds to look, and seconds of the reveal.
const LOOKING: [f64; 2] = [0.6, 0.5];
/// Seconds to see the class, and seconds of the flight.
const REVEALED: [f64; 2] = [0.4, 0.8];
/// Seconds to see the bin after it has grown, and seconds in which the next specimen comes in.
const DROPPED: [f64; 2] = [0.4, 0.5];

impl Chapter for Categories {
    fn id(&self) -> &'static str {
        "categories"
    }

    fn part(&self) -> &'static str {
        "part-1"
    }

    fn subject(&self) -> Subject {
        Subject::Barcodes
    }

    fn phases(&self) -> &'static [&'static str] {
        &["phase-look", "phase-reveal", "phase-drop"]
    }

    fn seconds(&self, at: Position) -> f64 {
        let seconds: f64 = [LOOKING, REVEALED, DROPPED][at.phase.min(DROP)].iter().sum();
        seconds * quickening(at.sample)
    }

    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene {
        let sample = exhibit.experiments.barcodes.sample(moment.sample);
        let (inking, note) = revealing(moment, LOOK, LOOKING, sample.label);
        let mut specimens = Vec::from(examples(exhibit, true));
        specimens.push(standing(sample, inking, Some(counted_caption(sample, note))));

        let dropped = moment.phase == DROP;
        let (mut histogram, level) = histogram_so_far(moment, exhibit, dropped, true);
        if moment.phase == LOOK
            && let Some(cell) = &mut histogram.cell
        {
            cell.ink = Ink::Unknown;
        }
        histogram.boundary = Some(Boundary {
            value: f64::from(TRUE_BOUNDARY),
            ghost: None,
            active: false,
            second: None,
        });
        if moment.phase == REVEAL {
            let [_, (start, end)] = stretches(REVEALED);
            let progress = motion::eased(moment.fraction, start, end);
            specimens.extend(flying(sample, inking, level, progress));
        } else if dropped {
            let [_, change] = stretches(DROPPED);
            let next = exhibit.experiments.barcodes.sample(moment.sample + 1);
            changing(
                &mut specimens,
                moment,
                change,
                standing(next, Inking::all(Ink::Unknown), None),
            );
        }
        Scene::new(narration(moment, exhibit))
            .with(Slot::World, Barcodes { specimens, has_examples: true })
            .with(Slot::Mind, histogram)
    }
}

fn narration(moment: Moment, exhibit: &Exhibit<'_>) -> Words {
    let sample = exhibit.experiments.barcodes.sample(moment.sample);
    let key = match moment.phase {
        LOOK => "categories-look",
        // The labels in a teacher's own file do not always follow the boundary.
        REVEAL if sample.label != (sample.bars > TRUE_BOUNDARY) => "categories-reveal-odd",
        REVEAL => "categories-reveal",
        _ if moment.has_next && sample.bars > TRUE_BOUNDARY => "categories-drop-right",
        _ if moment.has_next => "categories-drop-left",
        _ => "categories-done",
    };
    Words::new(key)
        .count("bars", sample.bars)
        .count("boundary", TRUE_BOUNDARY)
        .class("truth", sample.label)
        .both_classes()
}
