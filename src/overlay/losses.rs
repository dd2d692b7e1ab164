//! The loss, sample by sample: a small curve under the network.

use bevy_egui::egui::{Align2, Rect, Shape, Stroke, Ui, pos2};

use super::theme::{self, size};
use super::view::{View, colour, rect};
use super::widgets::write;
use crate::layout::NETWORK_SHARE;

/// Over how many samples the curve is smoothed: single samples leap.
const WINDOW: usize = 12;

/// Draws the curve of the samples seen so far.
pub fn show(ui: &Ui, view: &View<'_>) {
    let Some(shown) = view.scene.losses else { return };
    let side = rect(view.layout.side);
    let top = side.top() + NETWORK_SHARE * side.height() + view.em(44.0);
    let area = Rect::from_min_max(
        pos2(side.left() + view.em(10.0), top),
        pos2(side.right() - view.em(10.0), side.bottom() - view.em(30.0)),
    );
    if area.height() < 8.0 || area.width() < 8.0 {
        return;
    }
    let theme = &view.look.theme;
    let muted = colour(theme.muted);
    let font = || theme::regular(view.em(size::SMALL));
    let above = area.left_top() - bevy_egui::egui::vec2(0.0, view.em(8.0));
    write(ui, above, Align2::LEFT_BOTTOM, &view.plain("loss"), font(), muted);
    let below = pos2(area.center().x, area.bottom() + view.em(6.0));
    write(ui, below, Align2::CENTER_TOP, &view.plain("loss-over-samples"), font(), muted);
    let axis = Stroke::new(view.unit(2.0).max(1.0), colour(theme.hairline));
    ui.painter().hline(area.x_range(), area.bottom(), axis);
    ui.painter().vline(area.left(), area.y_range(), axis);

    let losses = &view.experiments.xor.losses;
    let smoothed = |index: usize| {
        let window = &losses[index.saturating_sub(WINDOW - 1)..=index];
        window.iter().sum::<f64>() / window.len() as f64
    };
    // Half the squared error of an output that is fully wrong is ½.
    let (width, last) = (area.width(), losses.len().saturating_sub(1).max(1));
    let at = |index: usize, loss: f64| {
        let up = (loss / 0.5).clamp(0.0, 1.0) as f32;
        pos2(area.left() + width * index as f32 / last as f32, area.bottom() - area.height() * up)
    };
    let seen = shown.seen.min(losses.len());
    let line: Vec<_> = (0..seen).map(|index| at(index, smoothed(index))).collect();
    let ink = colour(theme.error);
    if let Some(&end) = line.last() {
        ui.painter().circle_filled(end, view.unit(7.0).max(3.0), ink);
    }
    ui.painter().add(Shape::line(line, Stroke::new(view.unit(4.0).max(2.0), ink)));
}
