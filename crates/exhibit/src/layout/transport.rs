//! The transport bar: how its controls are split into rows.

use super::{BODY, LINE_HEIGHT, TypeSize};

/// The least width of the scrubber, in the units of [`Layout::em`].
const LEAST_SCRUBBER: f32 = 470.0;

/// Height in points of one row of the transport bar: a label, a scrubber and the phases' names.
#[must_use]
pub fn transport_row_height(em: f32, unit: f32, touch: f32) -> f32 {
    32.0 * em + 2.0 * (48.0 * unit).max(touch)
}

/// Height in points of the only row of a spare transport bar: a label over a scrubber.
#[must_use]
pub fn spare_row_height(type_size: &TypeSize, unit: f32, touch: f32) -> f32 {
    LINE_HEIGHT * type_size.points(BODY) + (60.0 * unit).max(touch)
}

/// Diameters in points of the transport bar's small round buttons and of its large one.
#[must_use]
pub fn round_buttons(unit: f32, touch: f32) -> (f32, f32) {
    ((56.0 * unit).max(touch), (80.0 * unit).max(1.2 * touch))
}

/// The rows of the transport bar. The more room there is side by side, the fewer rows it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportRows {
    /// One row with everything.
    One,
    /// One row with few controls: three buttons, the scrubber, and learning rates.
    Spare,
    /// Two rows: the scrubber; then buttons, speed and learning rates.
    Two,
    /// Three rows: the scrubber; then buttons and speed; then learning rates.
    RatesBelow,
    /// Three rows: the scrubber; then buttons; then speed and learning rates.
    SpeedBelow,
}

impl TransportRows {
    /// Count of rows.
    #[must_use]
    pub fn count(self) -> usize {
        match self {
            Self::One | Self::Spare => 1,
            Self::Two => 2,
            Self::RatesBelow | Self::SpeedBelow => 3,
        }
    }

    pub(super) fn fitting(
        width: f32,
        em: f32,
        unit: f32,
        touch: f32,
        learning_rates: bool,
    ) -> Self {
        let [buttons, speed, rates, room] = widths(width, em, unit, touch, learning_rates);
        if buttons + speed + rates + 40.0 * unit + LEAST_SCRUBBER * em <= room {
            Self::One
        } else if buttons + speed + rates <= room {
            Self::Two
        } else {
            Self::upright(width, em, unit, touch, learning_rates)
        }
    }

    pub(super) fn upright(
        width: f32,
        em: f32,
        unit: f32,
        touch: f32,
        learning_rates: bool,
    ) -> Self {
        let [buttons, speed, _, room] = widths(width, em, unit, touch, learning_rates);
        match (buttons + speed <= room, learning_rates) {
            (false, _) => Self::SpeedBelow,
            (true, false) => Self::Two,
            (true, true) => Self::RatesBelow,
        }
    }
}

/// Widths in points: of the buttons, of the speed and of the learning rates, each with the gap before it, and
/// of the whole room.
fn widths(width: f32, em: f32, unit: f32, touch: f32, learning_rates: bool) -> [f32; 4] {
    let (small, large) = round_buttons(unit, touch);
    let buttons = 6.0 * small + large + 60.0 * unit;
    let speed = 36.0 * unit + 3.0 * small + 88.0 * em + 30.0 * unit;
    let rate = (84.0 * em).max(touch);
    let rates = if learning_rates { 60.0 * unit + 3.0 * rate } else { 0.0 };
    [buttons, speed, rates, width - 64.0 * unit]
}
