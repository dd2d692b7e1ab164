//! The four phases of a chapter in which a machine learns: it looks, predicts, is told, and changes.

use learning::Position;

use super::{Moment, parts};
use crate::motion::{self, stretches};
use crate::scene::Inking;
use content::words::Words;

/// Keys of the phases' names, in their order.
pub const PHASES: [&str; 4] = ["phase-look", "phase-predict", "phase-reveal", "phase-update"];
/// The specimen is looked at.
pub const LOOK: usize = 0;
/// The machine says what it is.
pub const PREDICT: usize = 1;
/// The truth is out.
pub const REVEAL: usize = 2;
/// The machine has changed.
pub const UPDATE: usize = 3;

/// How many seconds each stretch of a phase takes at the chapter's own pace.
pub struct PhasePace<const REVEALED: usize> {
    /// To look, of the flight, and to take the prediction in.
    pub looking: [f64; 3],
    /// To take the prediction in, and of the reveal.
    pub predicted: [f64; 2],
    /// To take the error in, and last of the machine's change.
    pub revealed: [f64; REVEALED],
    /// To see what has changed, and for the next specimen to come.
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

    /// How far the specimen's likeness has flown to its place in the mind, as `eased` lets it.
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

    /// How a specimen of that class is inked, and the note that says which class it is.
    #[must_use]
    pub fn revealing(&self, moment: Moment, truth: bool) -> (Inking, Words) {
        parts::revealing(moment, PREDICT, self.predicted, truth)
    }

    /// How far what the machine has learned has moved, from before the sample to after it.
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

    /// During which fractions of the phase specimens change places, if they do in it.
    #[must_use]
    pub fn change(&self, moment: Moment) -> Option<(f64, f64)> {
        (moment.phase == UPDATE).then(|| stretches(self.updated)[1])
    }
}
