//! Chapter 2: the machine counts the bars of each barcode, and drops the barcode into its bin.

use learning::Position;

use super::parts::{bars, changing, examples, flying, nice_top, quickening, standing};
use super::{Chapter, Exhibit, Moment};
use crate::experiment::Subject;
use crate::motion::{self, stretches};
use crate::scene::{Barcodes, BinAxis, Caption, Cell, Histogram, Ink, Inking, Scene, Slot};
use content::words::Words;

/// The chapter that counts the bars of barcodes, and sorts the barcodes by their count.
pub struct CountBars;

const LOOK: usize = 0;
const COUNT: usize = 1;
const DROP: usize = 2;
/// Seconds to look, and seconds to count all bars.
const LOOKING: [f64; 2] = [0.5, 1.9];
/// Seconds to see the count, and seconds of the flight.
const COUNTED: [f64; 2] = [0.4, 0.8];
/// Seconds to see the bin after it has grown, and seconds in which the next specimen comes in.
const DROPPED: [f64; 2] = [0.3, 0.5];

impl Chapter for CountBars {
    fn id(&self) -> &'static str {
        "histogram"
    }

    fn part(&self) -> &'static str {
        "part-1"
    }

    fn subject(&self) -> Subject {
        Subject::Barcodes
    }

    fn phases(&self) -> &'static [&'static str] {
        &["phase-look", "phase-count", "phase-drop"]
    }

    fn seconds(&self, at: Position) -> f64 {
        let seconds: f64 = [LOOKING, COUNTED, DROPPED][at.phase.min(DROP)].iter().sum();
        seconds * quickening(at.sample)
    }

    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene {
        let sample = exhibit.experiments.barcodes.sample(moment.sample);
        let counted = match moment.phase {
            LOOK => {
                let [_, (start, end)] = stretches(LOOKING);
                motion::linear(moment.fraction, start, end) * sample.bars as f32
            }
            _ => sample.bars as f32,
        };
        let whole = counted as u32;
        let caption = Caption {
            feature: Words::new("count-of-bars").count("bars", whole),
            note: Some(Words::new(if whole == sample.bars {
                "note-counted"
            } else {
                "note-counting"
            })),
        };
        let inking = Inking::all(Ink::Unknown);
        let mut current = standing(sample, inking, Some(caption));
        current.counted = Some(counted);
        let mut specimens = Vec::from(examples(exhibit, false));
        specimens.push(current);

        let dropped = moment.phase == DROP;
        let (histogram, level) = histogram_so_far(moment, exhibit, dropped, false);
        if moment.phase == COUNT {
            let [_, (start, end)] = stretches(COUNTED);
            let progress = motion::eased(moment.fraction, start, end);
            specimens.extend(flying(sample, inking, level, progress));
        } else if dropped {
            let [_, change] = stretches(DROPPED);
            let mut next =
                standing(exhibit.experiments.barcodes.sample(moment.sample + 1), inking, None);
            next.counted = Some(0.0);
            changing(&mut specimens, moment, change, next);
        }
        Scene::new(narration(moment, whole, exhibit))
            .with(Slot::World, Barcodes { specimens, has_examples: true })
            .with(Slot::Mind, histogram)
    }
}

fn narration(moment: Moment, counted: u32, exhibit: &Exhibit<'_>) -> Words {
    let sample = exhibit.experiments.barcodes.sample(moment.sample);
    match moment.phase {
        LOOK if counted == 0 => Words::new("histogram-look"),
        LOOK => Words::new("histogram-counting").count("bars", counted),
        COUNT => Words::new("histogram-count").count("bars", sample.bars),
        _ if moment.has_next => {
            Words::new("histogram-drop").count("bars", sample.bars).count("seen", moment.sample + 1)
        }
        _ => Words::new("histogram-done").count("seen", moment.sample + 1),
    }
}

/// Returns the histogram of the samples before this one, with the place of this sample in it, and the level
/// of that place.
pub fn histogram_so_far(
    moment: Moment,
    exhibit: &Exhibit<'_>,
    filled: bool,
    by_class: bool,
) -> (Histogram, u32) {
    let experiment = &exhibit.experiments.barcodes;
    let sample = experiment.sample(moment.sample);
    let bins = experiment.histogram.counts(moment.sample);
    let first = experiment.histogram.first();
    let bin = bins[(sample.bars - first) as usize];
    // Within a bin, class false lies below class true.
    let level = if by_class && !sample.label { bin[0] } else { bin[0] + bin[1] };
    let ink = if by_class { Ink::Class(sample.label) } else { Ink::Unknown };
    let top = top_at(moment, exhibit);
    let cell = Some(Cell { value: sample.bars, level, ink, filled });
    let axis = BinAxis::Bars;
    (Histogram { first, axis, bins, by_class, top, cell, boundary: None }, level)
}

/// The count at the plot's upper edge. In the last phase of a sample, it grows to the count that the next
/// sample needs.
fn top_at(moment: Moment, exhibit: &Exhibit<'_>) -> f64 {
    let histogram = &exhibit.experiments.barcodes.histogram;
    let tallest = |seen| {
        let bins = histogram.counts(seen);
        nice_top(bins.iter().map(|bin| bin[0] + bin[1]).max().unwrap_or(0))
    };
    let now = tallest(moment.sample + 1);
    if !moment.has_next || moment.fraction == 0.0 {
        return now;
    }
    let last_phase = moment.phase + 1 == exhibit_phases(exhibit);
    let growth = if last_phase { motion::eased(moment.fraction, 0.3, 1.0) } else { 0.0 };
    now + (tallest(moment.sample + 2) - now) * f64::from(growth)
}

fn exhibit_phases(exhibit: &Exhibit<'_>) -> usize {
    super::CHAPTERS[exhibit.chapter].phases().len()
}

/// The caption of a specimen whose bars are counted, with a note.
pub fn counted_caption(sample: learning::Barcode, note: Words) -> Caption {
    Caption { feature: bars(sample), note: Some(note) }
}
