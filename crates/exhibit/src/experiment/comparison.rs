//! A second run beside the first: the same machine at another rate, from the start or from some sample.

use learning::{Learner, LearningRate, Trace};

/// A second run of a learner.
#[derive(Clone)]
pub struct Comparison<L: Learner> {
    /// At which rate.
    pub learning_rate: LearningRate,
    /// The sample before which it parts from the first run.
    pub from: usize,
    /// From there on.
    trace: Trace<L::State, L::Outcome>,
    /// How many mistakes there have been before each sample, and in all.
    mistakes: Vec<usize>,
}

impl<L: Learner> Comparison<L> {
    /// Lets the learner go on from what the first run knew before the sample `from`. `mistakes` has how
    /// many mistakes the first run had made before each sample, and `count` says how many one outcome
    /// has.
    #[must_use]
    pub fn new(
        learner: &L,
        learning_rate: LearningRate,
        from: usize,
        first: (&Trace<L::State, L::Outcome>, &[usize]),
        samples: &[L::Sample],
        count: impl Fn(&L::Outcome, &L::Sample) -> usize,
    ) -> Self {
        let from = from.min(samples.len());
        let (run, before) = first;
        let rest = &samples[from..];
        let trace = Trace::record_from(learner, run.before(from).clone(), rest);
        let mut mistakes = before[..=from].to_vec();
        mistakes.extend(added_up(before[from], trace.outcomes().iter().zip(rest), count));
        Self { learning_rate, from, trace, mistakes }
    }

    /// What this run knew before a sample.
    #[must_use]
    pub fn before(&self, sample: usize) -> Option<&L::State> {
        sample.checked_sub(self.from).map(|sample| self.trace.before(sample))
    }

    /// What this run knew after a sample.
    #[must_use]
    pub fn after(&self, sample: usize) -> Option<&L::State> {
        self.before(sample.saturating_add(1))
    }

    /// How many mistakes this run had made before a sample.
    #[must_use]
    pub fn mistakes_before(&self, sample: usize) -> usize {
        before(&self.mistakes, sample)
    }
}

/// The sum of mistakes before a sample; beyond the last sample, of all.
#[must_use]
pub fn before(sums: &[usize], sample: usize) -> usize {
    sums[sample.min(sums.len() - 1)]
}

/// How many mistakes a run has made before each sample, and in all.
#[must_use]
pub fn mistakes<O, S>(
    outcomes: &[O],
    samples: &[S],
    count: impl Fn(&O, &S) -> usize,
) -> Vec<usize> {
    let mut sums = vec![0];
    sums.extend(added_up(0, outcomes.iter().zip(samples), count));
    sums
}

fn added_up<'a, O: 'a, S: 'a>(
    start: usize,
    outcomes: impl Iterator<Item = (&'a O, &'a S)>,
    count: impl Fn(&O, &S) -> usize,
) -> impl Iterator<Item = usize> {
    outcomes.scan(start, move |sum, (outcome, sample)| {
        *sum += count(outcome, sample);
        Some(*sum)
    })
}
