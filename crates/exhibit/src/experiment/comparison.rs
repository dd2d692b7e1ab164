//! A second run beside the first: the same machine at another learning rate, from the start or from a later
//! sample.

use learning::{Learner, LearningRate, Trace};

/// A second run of a learner.
#[derive(Clone)]
pub struct Comparison<L: Learner> {
    /// The learning rate of the second run.
    pub learning_rate: LearningRate,
    /// The sample before which it leaves the first run.
    pub from: usize,
    /// The run from that sample on.
    trace: Trace<L::State, L::Outcome>,
    /// How many mistakes there were before each sample, and in all. Up to `from`, they are those of the first
    /// run.
    mistakes: Vec<usize>,
}

impl<L: Learner> Comparison<L> {
    /// Lets the learner go on from the state of the first run before the sample `from`. `first` holds the
    /// trace of the first run, and how many mistakes it had made before each sample. `count` returns how many
    /// mistakes one outcome has.
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

    /// The state of this run before a sample. `None` before the sample at which it leaves the first run.
    #[must_use]
    pub fn before(&self, sample: usize) -> Option<&L::State> {
        sample.checked_sub(self.from).map(|sample| self.trace.before(sample))
    }

    /// The state of this run after a sample. `None` if it has not left the first run by then.
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

/// The sum of mistakes before a sample. Beyond the last sample, the sum of all mistakes.
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
