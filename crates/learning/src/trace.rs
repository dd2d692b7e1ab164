//! A recorded training run: every state and every outcome, at hand in constant time.

use std::sync::Arc;

use crate::learner::Learner;

/// The states before the first sample and after each, and what was said of each sample. A clone shares
/// them, and copies nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace<State, Outcome> {
    /// One more than there are outcomes: `states[k]` is what was known before sample `k`.
    states: Arc<Vec<State>>,
    outcomes: Arc<Vec<Outcome>>,
}

impl<State: Clone, Outcome> Trace<State, Outcome> {
    /// Lets a learner learn from samples in their order, and records everything.
    #[must_use]
    pub fn record<L>(learner: &L, samples: &[L::Sample]) -> Self
    where
        L: Learner<State = State, Outcome = Outcome>,
    {
        Self::record_from(learner, learner.initial(), samples)
    }

    /// The same, setting out from another state than the learner's initial one.
    #[must_use]
    pub fn record_from<L>(learner: &L, initial: State, samples: &[L::Sample]) -> Self
    where
        L: Learner<State = State, Outcome = Outcome>,
    {
        let mut states = Vec::with_capacity(samples.len() + 1);
        let mut outcomes = Vec::with_capacity(samples.len());
        let mut state = initial;
        for sample in samples {
            let (outcome, next) = learner.learn(&state, sample);
            outcomes.push(outcome);
            states.push(std::mem::replace(&mut state, next));
        }
        states.push(state);
        Self { states: Arc::new(states), outcomes: Arc::new(outcomes) }
    }

    /// Count of samples learned from.
    #[must_use]
    pub fn len(&self) -> usize {
        self.outcomes.len()
    }

    /// Whether there was nothing to learn from.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.outcomes.is_empty()
    }

    /// What was known before this sample; beyond the last, what was known at the end.
    #[must_use]
    pub fn before(&self, sample: usize) -> &State {
        &self.states[sample.min(self.outcomes.len())]
    }

    /// What was known after this sample; beyond the last, what was known at the end.
    #[must_use]
    pub fn after(&self, sample: usize) -> &State {
        self.before(sample.saturating_add(1))
    }

    /// What was said of this sample, if there is such a sample.
    #[must_use]
    pub fn outcome(&self, sample: usize) -> Option<&Outcome> {
        self.outcomes.get(sample)
    }

    /// What was said of each sample, in order.
    #[must_use]
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }
}
