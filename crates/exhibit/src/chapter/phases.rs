//! The four phases of a chapter in which a machine learns: it looks, predicts, sees the truth, and changes.

use learning::Position;

use super::{Moment, parts};
use crate::motion::{self, stretches};
use crate::scene::Inking;
use content::words::Words;

/// Keys of the phases' names, in their order.
pub const PHASES: [&str; 4] = ["phase-look", "phase-predict", "phase-reveal", "phase-update"];
/// The machine looks at the specimen.
pub const LOOK: usize = 0;
/// The machine predicts the class.
pub const PREDICT: usize = 1;
/// The true class is revealed.
pub const REVEAL: usize = 2;
/// The machine has changed.
pub const UPDATE: usize = 3;

/// How many seconds each stretch of a phase takes at the chapter's own pace.
pub struct PhasePace<const REVEALED: usize> {
    /// Seconds to look, seconds of the flight, and seconds to see the prediction.
    pub looking: [f64; 3],
    /// Seconds to see the prediction, and seconds of the reveal.
    pub predicted: [f64; 2],
    /// Seconds to see the error. The last stretch is the machine's change.
    pub revealed: [f64; REVEALED],
    /// Seconds to see the change, and seconds in which the next specimen comes in.
    pub updated: [f64; 2],
}

impl<const REVEALED: usize> PhasePace<REVEALED> {
    /// How long a phase takes, in seconds.
    #[must_use]
    pub fn seconds(&self, at: Position) -> f64 {
        match at.phase {
            LOOK => self.looking.iter().sum(),
            PREDICT => self.predicted.iter().sum(),
            REVEAL => self.revealed.iter().sum(),
            _ => self.updated.iter().sum(),
        }
    }

    /// How far the copy of the specimen has flown to its place in the mind. `eased` is the easing function.
    #[must_use]
    pub fn flight(&self, moment: Moment, eased: fn(f64, f64, f64) -> f32) -> f32 {
        match moment.phase {
            LOOK => {
                let [_, (start, end), _] = stretches(self.looking);
                eased(moment.fraction, start, end)
            }
            _ => 1.0,
        }
    }

    /// The ink of a specimen of this class, and the note that says its class.
    #[must_use]
    pub fn revealing(&self, moment: Moment, truth: bool) -> (Inking, Words) {
        parts::revealing(moment, PREDICT, self.predicted, truth)
    }

    /// How far the machine's state has moved: 0 is the state before the sample, 1 the state after it.
    #[must_use]
    pub fn moved(&self, moment: Moment) -> f32 {
        match moment.phase {
            REVEAL => {
                let (start, end) = stretches(self.revealed)[REVEALED - 1];
                motion::settling(moment.fraction, start, end)
            }
            UPDATE => 1.0,
            _ => 0.0,
        }
    }

    /// The fractions of the phase between which the next specimen comes in. `None` if it does not come in
    /// during this phase.
    #[must_use]
    pub fn change(&self, moment: Moment) -> Option<(f64, f64)> {
        (moment.phase == UPDATE).then(|| stretches(self.updated)[1])
    }
}
