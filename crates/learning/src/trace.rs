//! A recorded training run: every state and every outcome, found in constant time.

use std::sync::Arc;

use crate::learner::Learner;

/// The states before the first sample and after each sample, and the outcome of each sample. A
/// clone shares them, and copies nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace<State, Outcome> {
    /// One state more than there are outcomes: `states[k]` is the state before sample `k`.
    states: Arc<Vec<State>>,
    outcomes: Arc<Vec<Outcome>>,
}

impl<State: Clone, Outcome> Trace<State, Outcome> {
    /// Lets a learner learn from samples in their order, and records all states and outcomes.
    #[must_use]
    pub fn record<L>(learner: &L, samples: &[L::Sample]) -> Self
    where
        L: Learner<State = State, Outcome = Outcome>,
    {
        Self::record_from(learner, learner.initial(), samples)
    }

    /// Does the same as [`Self::record`], but starts from `initial` instead of the learner's own
    /// initial state.
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

    /// Count of samples.
    #[must_use]
    pub fn len(&self) -> usize {
        self.outcomes.len()
    }

    /// Whether there are no samples.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.outcomes.is_empty()
    }

    /// The state before this sample. Beyond the last sample, the final state.
    #[must_use]
    pub fn before(&self, sample: usize) -> &State {
        &self.states[sample.min(self.outcomes.len())]
    }

    /// The state after this sample. Beyond the last sample, the final state.
    #[must_use]
    pub fn after(&self, sample: usize) -> &State {
        self.before(sample.saturating_add(1))
    }

    /// The outcome of this sample, if there is such a sample.
    #[must_use]
    pub fn outcome(&self, sample: usize) -> Option<&Outcome> {
        self.outcomes.get(sample)
    }

    /// The outcomes of all samples, in order.
    #[must_use]
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }
}
