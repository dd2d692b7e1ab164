//! A second run, laid over the first.

use bevy::prelude::*;
use exhibit::chapter::{CHAPTERS, find};
use exhibit::experiment::Experiments;
use exhibit::experiment::LearnCommand;
use exhibit::scene::Slot;
use learning::{LearningRate, Mlp, Perceptron, Playhead, Threshold, Trace};

use crate::driver::*;

const FROM: usize = 40;

fn experiments(app: &App) -> Experiments {
    app.world().resource::<Experiments>().clone()
}

fn rate(value: f64) -> LearningRate {
    LearningRate::new(value).unwrap()
}

/// A second run from the start is exactly the run at its rate. A second run from a later sample equals
/// the first run up to that sample, and continues from the state there.
#[test]
fn a_second_run_branches_off_at_its_own_rate() {
    let mut app = exhibit(find("threshold-learns").unwrap());
    learn(&mut app, LearnCommand::Compare(Some((rate(3.0), 0))));
    let barcodes = experiments(&app).barcodes;
    let learner = Threshold { learning_rate: rate(3.0), ..barcodes.learner };
    let alone = Trace::record(&learner, &barcodes.dataset.samples);
    for sample in [0, 1, 100, 253] {
        for (phase, state) in [(0, alone.before(sample)), (3, alone.after(sample))] {
            seek(&mut app, Playhead::at(4 * sample + phase));
            let shown = scene(&app).histogram().unwrap().clone();
            assert_eq!(shown.boundary.unwrap().second, Some(state.boundary));
        }
    }

    let mut app = exhibit(find("perceptron-learns").unwrap());
    learn(&mut app, LearnCommand::Compare(Some((rate(0.1), FROM))));
    let rectangles = experiments(&app).rectangles;
    let learner = Perceptron { learning_rate: rate(0.1), ..rectangles.learner };
    let samples = &rectangles.data.dataset.samples;
    let start = *rectangles.trace.before(FROM);
    let branch = Trace::record_from(&learner, start, &samples[FROM..]);
    let second = |app: &App| scene(app).plane(Slot::Mind).unwrap().second_line;
    seek(&mut app, Playhead::at(4 * (FROM - 1)));
    assert_eq!(second(&app), None);
    for after in [0, 1, 30] {
        seek(&mut app, Playhead::at(4 * (FROM + after)));
        assert_eq!(second(&app), Some(branch.before(after).line()));
    }
    let wrong = |trace: &Trace<_, _>, from: usize, to: usize| -> usize {
        let verdicts: &[learning::learner::perceptron::Verdict] = trace.outcomes();
        verdicts.iter().zip(&samples[from..to]).map(|(v, s)| v.wrong(s.label)).sum()
    };
    let of_first = wrong(&rectangles.trace, 0, samples.len());
    let of_second = wrong(&rectangles.trace, 0, FROM) + wrong(&branch, FROM, samples.len());
    let subject = CHAPTERS[find("perceptron-learns").unwrap()].subject();
    let counted = experiments(&app).of(subject).mistakes_before(usize::MAX);
    assert_eq!(counted, Some([of_first, of_second]));

    let mut app = exhibit(find("network-learns").unwrap());
    learn(&mut app, LearnCommand::Compare(Some((rate(0.1), 0))));
    let xor = experiments(&app).xor;
    let learner = Mlp { learning_rate: rate(0.1), ..xor.learner.clone() };
    let alone = Trace::record(&learner, &xor.data.dataset.samples);
    seek(&mut app, Playhead::at(4 * 150));
    let shown = scene(&app).plane(Slot::Mind).unwrap().clone();
    let axes = shown.axes;
    let grid = learning::Grid { points: region(&app).unwrap().points, side: axes[0] };
    assert_eq!(
        *shown_region(&app, &shown.second_region.unwrap()).unwrap().confidence,
        *grid.confidence(alone.before(150))
    );
}

#[test]
fn a_change_of_the_first_run_removes_the_second() {
    for (id, other) in
        [("threshold-learns", 0.1), ("perceptron-learns", 2.0), ("network-learns", 1.0)]
    {
        let mut app = exhibit(find(id).unwrap());
        assert_eq!(scene(&app).comparison, None);
        learn(&mut app, LearnCommand::Compare(Some((rate(other), 0))));
        seek(&mut app, Playhead::at(9));
        assert!(scene(&app).comparison.is_some(), "{id}");
        learn(&mut app, LearnCommand::Compare(None));
        assert_eq!(scene(&app).comparison, None, "{id}");
        learn(&mut app, LearnCommand::Compare(Some((rate(other), 1))));
        learn(&mut app, LearnCommand::Rate(rate(0.7)));
        assert_eq!(scene(&app).comparison, None, "{id}");
    }
}
