//! Where a specimen stands in the window.

use bevy_math::{Rect, Vec2};

use super::{HistogramFrame, Layout};
use crate::scene::{Scene, Spot};

/// The place of a spot in the window.
#[must_use]
pub fn place(spot: Spot, scene: &Scene, layout: &Layout) -> Rect {
    match (spot, scene.histogram()) {
        (Spot::Example(label), _) => layout.examples[usize::from(label)],
        (Spot::Wings, _) => {
            let out_of_sight = layout.card.max.x + 0.2 * layout.card.width();
            Rect {
                min: layout.card.min - Vec2::new(out_of_sight, 0.0),
                max: layout.card.max - Vec2::new(out_of_sight, 0.0),
            }
        }
        (Spot::Bin { value, level }, Some(histogram)) => {
            let frame =
                HistogramFrame::new(layout.plot, histogram.first, histogram.last(), histogram.top);
            frame.cell(value, level)
        }
        (Spot::World | Spot::Bin { .. }, _) => layout.card,
    }
}
