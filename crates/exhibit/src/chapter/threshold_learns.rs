//! Chapter 4: the threshold learns, one barcode after another.

use learning::Position;
use learning::learner::threshold::{LEARNING_RATES, Verdict};

use super::histogram::{counted_caption, histogram_so_far};
use super::parts::{changing, comparison, flying, standing};
use super::phases::{LOOK, PHASES, PREDICT, PhasePace, REVEAL, UPDATE};
use super::{Chapter, Exhibit, Moment};
use crate::experiment::Subject;
use crate::motion;
use crate::scene::{Barcodes, Boundary, Cell, Ink, Inking, Scene, Slot};
use content::words::Words;

pub const ID: &str = "threshold-learns";

/// The chapter in which the threshold learns.
pub struct ThresholdLearns;

const PACE: PhasePace<2> = PhasePace {
    looking: [0.6, 0.8, 0.1],
    predicted: [0.4, 0.5],
    revealed: [0.6, 0.8],
    updated: [0.5, 0.5],
};

impl Chapter for ThresholdLearns {
    fn id(&self) -> &'static str {
        ID
    }

    fn part(&self) -> &'static str {
        "part-1"
    }

    fn subject(&self) -> Subject {
        Subject::Barcodes
    }

    fn phases(&self) -> &'static [&'static str] {
        &PHASES
    }

    fn seconds(&self, at: Position) -> f64 {
        PACE.seconds(at)
    }

    fn can_compare(&self) -> bool {
        true
    }

    fn learning_rates(&self) -> &'static [f64] {
        &LEARNING_RATES
    }

    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene {
        let sample = exhibit.experiments.barcodes.sample(moment.sample);
        let learned = Learned::at(moment.sample, exhibit);
        let (inking, note) = PACE.revealing(moment, sample.label);
        let mut specimens = vec![standing(sample, inking, Some(counted_caption(sample, note)))];

        let (mut histogram, level) = histogram_so_far(moment, exhibit, true, false);
        let flight = PACE.flight(moment, motion::eased);
        specimens.extend(flying(sample, inking, level, flight));
        histogram.cell = Some(Cell {
            value: sample.bars,
            level,
            ink: match moment.phase {
                LOOK => Ink::Boundary,
                _ => Ink::Class(learned.verdict.prediction),
            },
            filled: flight >= 1.0,
        });
        histogram.boundary = Some(learned.boundary(moment));
        if let Some(change) = PACE.change(moment) {
            let next = exhibit.experiments.barcodes.sample(moment.sample + 1);
            let note = counted_caption(next, Words::new("note-hidden"));
            let next = standing(next, Inking::all(Ink::Unknown), Some(note));
            changing(&mut specimens, moment, change, next);
        }
        let comparison = comparison(exhibit, self.subject(), moment.sample, moment.phase >= REVEAL);
        let scene = Scene::new(learned.narration(moment, exhibit))
            .with(Slot::World, Barcodes { specimens, has_examples: false })
            .with(Slot::Mind, histogram);
        Scene { comparison, ..scene }
    }
}

/// The trace's record of one sample.
struct Learned {
    before: f64,
    verdict: Verdict,
    after: f64,
    /// The second run's boundary before and after the sample.
    second: [Option<f64>; 2],
}

impl Learned {
    fn at(sample: usize, exhibit: &Exhibit<'_>) -> Self {
        let trace = &exhibit.experiments.barcodes.trace;
        let none = Verdict { prediction: false, error: 0.0 };
        Self {
            before: trace.before(sample).boundary,
            verdict: trace.outcome(sample).copied().unwrap_or(none),
            after: trace.after(sample).boundary,
            second: exhibit.experiments.barcodes.second.as_ref().map_or([None; 2], |second| {
                [second.before(sample), second.after(sample)].map(|state| state.map(|s| s.boundary))
            }),
        }
    }

    fn boundary(&self, moment: Moment) -> Boundary {
        let moved = PACE.moved(moment);
        // At rest, the boundary stands exactly where the trace says.
        let value = match moved {
            0.0 => self.before,
            1.0 => self.after,
            part => self.before + (self.after - self.before) * f64::from(part),
        };
        let has_moved = self.verdict.error != 0.0 && moved > 0.0;
        let second = if moment.phase == UPDATE { self.second[1] } else { self.second[0] };
        Boundary { value, ghost: has_moved.then_some(self.before), active: has_moved, second }
    }

    fn narration(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Words {
        let sample = exhibit.experiments.barcodes.sample(moment.sample);
        let right = self.verdict.error == 0.0;
        let key = match moment.phase {
            LOOK => "threshold-look",
            PREDICT if self.verdict.prediction => "threshold-predict-more",
            PREDICT => "threshold-predict-not-more",
            REVEAL if right => "threshold-reveal-right",
            REVEAL => "threshold-reveal-wrong",
            _ if right => "threshold-update-right",
            _ if self.after > self.before => "threshold-update-up",
            _ => "threshold-update-down",
        };
        let number = |label: bool| f64::from(u8::from(label));
        Words::new(key)
            .count("bars", sample.bars)
            .number("before", self.before)
            .number("after", self.after)
            .number("rate", exhibit.experiments.barcodes.learner.learning_rate.value())
            .number("error", self.verdict.error)
            .number("move", (self.after - self.before).abs())
            .number("prediction-number", number(self.verdict.prediction))
            .number("truth-number", number(sample.label))
            .class("prediction", self.verdict.prediction)
            .class("truth", sample.label)
    }
}
