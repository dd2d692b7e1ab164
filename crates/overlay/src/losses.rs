//! The loss, sample by sample: a small curve under the network.

use egui::{Align2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::theme::{self, size};
use super::view::{View, colour, rect};
use super::widgets::{fitted, write};
use exhibit::experiment::{LossCurve, LossKind};
use exhibit::scene::Losses;

/// Returns the key of a loss's name.
#[must_use]
pub fn name(kind: LossKind) -> &'static str {
    match kind {
        LossKind::SquaredError => "loss",
        LossKind::CrossEntropy => "loss-cross-entropy",
    }
}

/// Draws the curve of the samples seen so far.
pub fn show(ui: &Ui, view: &View<'_>, shown: Losses) {
    let Some(curve) = view.shown.experiments.of(shown.subject).losses() else { return };
    let whole = rect(view.layout.curve);
    let area = Rect::from_min_max(
        whole.min + vec2(view.em(10.0), view.em(36.0)),
        whole.max - vec2(view.em(10.0), view.em(4.0)),
    );
    if area.height() < 8.0 || area.width() < 8.0 {
        return;
    }
    let theme = &view.look.theme;
    let muted = colour(theme.muted);
    let font = || theme::regular(view.points(size::SMALL));
    let name = name(curve.kind);
    let above = area.left_top() - vec2(0.0, view.em(8.0));
    let axis = Stroke::new(view.unit(2.0).max(1.0), colour(theme.hairline));
    ui.painter().hline(area.x_range(), area.bottom(), axis);
    ui.painter().vline(area.left(), area.y_range(), axis);

    let LossCurve { losses, greatest, .. } = curve;
    let (width, last) = (area.width(), losses.len().saturating_sub(1).max(1));
    // The highest point of the whole run just fits, so the scale never changes.
    let greatest = greatest.max(f64::MIN_POSITIVE);
    let scale = pos2(area.right(), above.y);
    let number = view.locale.number(greatest);
    let number = write(ui, scale, Align2::RIGHT_BOTTOM, &number, font(), muted);
    let name = view.plain(name);
    let room = number.left() - above.x - view.em(12.0);
    let font = fitted(ui, &name, font(), room);
    write(ui, above, Align2::LEFT_BOTTOM, &name, font, muted);
    let at = |index: usize, loss: f64| {
        let up = (loss / greatest).clamp(0.0, 1.0) as f32;
        pos2(area.left() + width * index as f32 / last as f32, area.bottom() - area.height() * up)
    };
    let seen = shown.seen.min(losses.len());
    let line: Vec<_> = (0..seen).map(|index| at(index, losses[index])).collect();
    let ink = colour(theme.error);
    if let Some(&end) = line.last() {
        ui.painter().circle_filled(end, view.unit(7.0).max(3.0), ink);
    }
    ui.painter().add(Shape::line(line, Stroke::new(view.unit(4.0).max(2.0), ink)));
}
