//! The common parts of all plots: a frame that lies where the layout says, its grid and its titles.

use egui::epaint::TextShape;
use egui::{Painter, Pos2, Rect, Shape, Stroke, Ui, pos2};

use super::theme::{self, size};
use super::view::{Style, colour};
use super::widgets::fitted;

/// The gap after a dash, as a part of the dash. Together they have the proportion of the golden section.
const GAP: f32 = std::f32::consts::GOLDEN_RATIO - 1.0;

/// Draws the lines of a grid within a plot: vertical ones at these places across, horizontal ones at
/// these places up, in points.
pub fn grid(
    ui: &Ui,
    style: &Style<'_>,
    plot: Rect,
    upright: impl IntoIterator<Item = f32>,
    level: impl IntoIterator<Item = f32>,
) {
    let painter = ui.painter().with_clip_rect(plot);
    let stroke = Stroke::new(1.0, colour(style.look.theme.hairline));
    for x in upright {
        painter.vline(x, plot.y_range(), stroke);
    }
    for y in level {
        painter.hline(plot.x_range(), y, stroke);
    }
}

/// Draws a line that may move. Unlike a line segment, it does not snap to whole pixels, because it
/// would then jump from one pixel to the next.
pub fn line(painter: &Painter, ends: [Pos2; 2], stroke: Stroke) {
    painter.add(Shape::line(ends.to_vec(), stroke));
}

/// Draws a dashed line. `dash` is the length of a dash in points; see [`Style::dash`].
pub fn dashed(painter: &Painter, ends: [Pos2; 2], stroke: Stroke, dash: f32) {
    painter.extend(Shape::dashed_line(&ends, stroke, dash, GAP * dash));
}

/// Returns the multiples of a spacing, from 0 up to `greatest`.
pub fn multiples(greatest: f64, spacing: f64) -> impl Iterator<Item = f64> {
    let count = if spacing.is_finite() { (greatest / spacing).floor() as usize + 1 } else { 0 };
    (0..count).map(move |line| line as f64 * spacing)
}

/// Returns the distance of the marks on an axis from 0 to `top`: 1, 2 or 5 times a power of ten, for 3
/// to 6 marks.
#[must_use]
pub fn tick_spacing(top: f64) -> f64 {
    // Counts are whole numbers, so they have no marks between them.
    fine_tick_spacing(top).max(1.0)
}

/// Returns the same distance for values that may have fractions.
#[must_use]
pub fn fine_tick_spacing(top: f64) -> f64 {
    let power = 10.0_f64.powf((top.max(f64::MIN_POSITIVE) / 6.0).log10().floor());
    let steps = [1.0, 2.0, 5.0].map(|step| step * power);
    steps.into_iter().find(|step| top / step <= 6.0).unwrap_or(10.0 * power)
}

/// Returns how many marks apart the numbers of an axis must stand. A number takes up `size`, and the
/// marks are `apart`.
#[must_use]
pub fn every(size: f32, apart: f32) -> usize {
    (size / apart.max(1.0)).ceil().max(1.0) as usize
}

/// Draws the vertical title of an axis, left of the axis's numbers. `widest` is the width of the widest
/// number. The title stands beside the plot's middle, or lower if it needs more room.
pub fn upright_title(ui: &Ui, style: &Style<'_>, plot: Rect, title: String, widest: f32) {
    let muted = colour(style.look.theme.muted);
    let (top, bottom) = (plot.top() - style.em(10.0), plot.bottom() + style.em(60.0));
    let font = theme::regular(style.points(size::SMALL));
    let font = if style.is_spare() { font } else { fitted(ui, &title, font, bottom - top) };
    let galley = ui.painter().layout_no_wrap(title, font, muted);
    let length = galley.size().x;
    // When type is large, the title may be longer than the axis, or the numbers may need its place.
    if style.is_spare() && (length > 1.3 * plot.height() || widest > style.em(46.0)) {
        return;
    }
    let middle = plot.center().y + 0.5 * length;
    let end = if style.is_spare() { middle } else { middle.max(top + length) };
    // Wide numbers push the title to the left.
    let beside_numbers = style.em(12.0 + 4.0) + widest + galley.size().y;
    let at = pos2(plot.left() - style.em(84.0).max(beside_numbers), end);
    let upright = TextShape::new(at, galley, muted).with_angle(-std::f32::consts::FRAC_PI_2);
    ui.painter().add(upright);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_round_and_few() {
        for (top, spacing) in
            [(4.0, 1.0), (12.0, 2.0), (30.0, 5.0), (31.0, 10.0), (0.5, 1.0), (600.0, 100.0)]
        {
            assert_eq!(tick_spacing(top), spacing, "{top}");
        }
        for (top, spacing) in [(2.06, 0.5), (1.0, 0.2), (0.07, 0.02), (7.1, 2.0)] {
            assert!((fine_tick_spacing(top) - spacing).abs() < 1e-12, "{top}");
        }
        assert_eq!(multiples(2.06, 0.5).collect::<Vec<_>>(), [0.0, 0.5, 1.0, 1.5, 2.0]);
    }
}
