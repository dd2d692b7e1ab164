//! Parts that several chapters use in their scenes.

use std::cmp::Ordering;

use learning::Barcode;

use super::{Exhibit, Moment};
use crate::experiment::Subject;
use crate::motion;
use crate::scene::{Caption, Ink, Inking, Role, Specimen, Spot};
use content::words::Words;

/// A sample standing in the world.
pub fn standing(sample: Barcode, inking: Inking, caption: Option<Caption>) -> Specimen {
    Specimen {
        role: Role::Current,
        code: sample.code,
        from: Spot::World,
        to: Spot::World,
        progress: 1.0,
        inking,
        counted: None,
        opacity: 1.0,
        caption,
    }
}

/// A copy of a sample that flies from the world to its place in the histogram. `None` before the flight
/// starts and after it ends.
pub fn flying(sample: Barcode, inking: Inking, level: u32, progress: f32) -> Option<Specimen> {
    (progress > 0.0 && progress < 1.0).then_some(Specimen {
        role: Role::Flight,
        to: Spot::Bin { value: sample.bars, level },
        progress,
        ..standing(sample, inking, None)
    })
}

/// Changes to the next sample between these fractions of a step: the sample in the world fades out, and the
/// next one comes in.
pub fn changing(
    specimens: &mut Vec<Specimen>,
    moment: Moment,
    (start, end): (f64, f64),
    next: Specimen,
) {
    let progress = motion::settling(moment.fraction, start, end);
    if progress == 0.0 || !moment.has_next {
        return;
    }
    for leaving in specimens.iter_mut().filter(|specimen| specimen.role == Role::Current) {
        leaving.opacity = 1.0 - motion::linear(moment.fraction, start, 0.5 * (start + end));
        leaving.caption = None;
    }
    specimens.push(Specimen { role: Role::Next, from: Spot::Wings, progress, ..next });
}

/// Returns the ink of a specimen whose class is revealed on the way from `phase` to the next phase, and the
/// note that says its class. The reveal takes the second of the two stretches of `seconds`.
pub fn revealing(moment: Moment, phase: usize, seconds: [f64; 2], truth: bool) -> (Inking, Words) {
    let [_, reveal] = motion::stretches(seconds);
    let sweep = coming(moment, phase, reveal);
    let note = if moment.phase <= phase {
        Words::new("note-hidden")
    } else {
        Words::new("note-truth").class("truth", truth)
    };
    (Inking { before: Ink::Unknown, after: Ink::Class(truth), sweep }, note)
}

/// How far a thing has come in that appears on the way from `phase` to the next phase, between these
/// fractions of the way: 0 before, 1 afterwards.
pub fn coming(moment: Moment, phase: usize, (start, end): (f64, f64)) -> f32 {
    match moment.phase.cmp(&phase) {
        Ordering::Less => 0.0,
        Ordering::Equal => motion::eased(moment.fraction, start, end),
        Ordering::Greater => 1.0,
    }
}

/// The two typical barcodes with their counts.
pub fn examples(exhibit: &Exhibit<'_>, in_class_colours: bool) -> [Specimen; 2] {
    [false, true].map(|label| {
        let sample = exhibit
            .experiments
            .barcodes
            .sample(exhibit.experiments.barcodes.examples[usize::from(label)]);
        let ink = if in_class_colours { Ink::Class(label) } else { Ink::Unknown };
        let caption = Caption { feature: bars(sample), note: None };
        let spot = Spot::Example(label);
        let specimen = standing(sample, Inking::all(ink), Some(caption));
        Specimen { role: Role::Example(label), from: spot, to: spot, ..specimen }
    })
}

/// The words "29 bars", with the sample's count.
pub fn bars(sample: Barcode) -> Words {
    Words::new("count-of-bars").count("bars", sample.bars)
}

/// The count at the upper edge of a histogram's plot, if its fullest bin holds `tallest` samples.
pub fn nice_top(tallest: u32) -> f64 {
    const STEPS: [u32; 12] = [4, 8, 12, 16, 20, 30, 40, 50, 60, 70, 80, 100];
    let room = tallest + tallest / 16 + 1;
    let top = STEPS.into_iter().find(|&step| step >= room);
    f64::from(top.unwrap_or_else(|| room.div_ceil(50) * 50))
}

/// The factor for the seconds of a sample, in a chapter whose samples all do the same. The first samples take
/// their full time, and later ones go up to 8 times as fast. So a visitor sees all of them in a few minutes,
/// and never more than two cards change in a second.
pub fn quickening(sample: usize) -> f64 {
    let past_the_first = sample.saturating_sub(2) as f64;
    1.0 / (1.0 + 0.25 * past_the_first).min(8.0)
}

/// The words that compare the mistakes of the second run with those of the first; `None` without a second
/// run. They count the mistakes before this sample, and also this sample's once its class is revealed.
pub fn comparison(
    exhibit: &Exhibit<'_>,
    subject: Subject,
    sample: usize,
    revealed: bool,
) -> Option<Words> {
    let experiment = exhibit.experiments.of(subject);
    let (second, from) = experiment.second_run()?;
    let [first_wrong, second_wrong] = experiment.mistakes_before(sample + usize::from(revealed))?;
    let key = if from == 0 { "compare-from-start" } else { "compare-from-sample" };
    Some(
        Words::new(key)
            .number("first", experiment.learning_rate()?.value())
            .number("second", second.value())
            .count("first-wrong", first_wrong)
            .count("second-wrong", second_wrong)
            .count("sample", from + 1),
    )
}
