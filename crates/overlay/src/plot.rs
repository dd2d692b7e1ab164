//! What all plots have in common: a frame that lies where the layout says, its grid and its titles.

use egui::epaint::TextShape;
use egui::{Rect, Sense, Ui, UiBuilder, Vec2, pos2};
use egui_plot::{GridMark, Plot, PlotBounds, PlotTransform, PlotUi};

use super::theme::{self, size};
use super::view::{View, colour};
use super::widgets::fitted;

/// A plot that lies exactly in a rectangle, shows exactly these bounds (`[least, greatest]` across
/// and up) and stays there. The grid, if there is one, has lines at whole multiples of its spacings.
pub fn show<'a>(
    ui: &mut Ui,
    view: &View<'_>,
    inside: Rect,
    name: &'static str,
    bounds: [[f64; 2]; 2],
    grid: Option<[f64; 2]>,
    draw: impl FnOnce(&mut PlotUi<'a>) + 'a,
) -> PlotTransform {
    let [x, y] = bounds;
    let spacing = grid.unwrap_or([f64::INFINITY; 2]);
    let lines = |[_, greatest]: [f64; 2], spacing: f64| {
        move |_| -> Vec<GridMark> {
            multiples(greatest, spacing)
                .map(|value| GridMark { value, step_size: spacing })
                .collect()
        }
    };
    let mut area = ui.new_child(UiBuilder::new().max_rect(inside));
    Plot::new(name)
        .width(inside.width())
        .height(inside.height())
        .show_axes(false)
        .show_grid(spacing.map(f64::is_finite))
        .grid_spacing(1.0..=1.0)
        .grid_color(colour(view.look.theme.hairline))
        .x_grid_spacer(lines(x, spacing[0]))
        .y_grid_spacer(lines(y, spacing[1]))
        .show_background(false)
        .set_margin_fraction(Vec2::ZERO)
        .sense(Sense::hover())
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .show_crosshair(false)
        .show_x(false)
        .show_y(false)
        .show(&mut area, move |plot| {
            plot.set_plot_bounds(PlotBounds::from_min_max([x[0], y[0]], [x[1], y[1]]));
            draw(plot);
        })
        .transform
}

/// The multiples of a spacing from 0 up to `greatest`.
pub fn multiples(greatest: f64, spacing: f64) -> impl Iterator<Item = f64> {
    let count = if spacing.is_finite() { (greatest / spacing).floor() as usize + 1 } else { 0 };
    (0..count).map(move |line| line as f64 * spacing)
}

/// Distance of the marks on an axis from 0 to `top`: 1, 2 or 5 times a power of ten, 3 to 6 marks.
#[must_use]
pub fn tick_spacing(top: f64) -> f64 {
    // Counts have no marks between them.
    fine_tick_spacing(top).max(1.0)
}

/// The same for what may have parts.
#[must_use]
pub fn fine_tick_spacing(top: f64) -> f64 {
    let power = 10.0_f64.powf((top.max(f64::MIN_POSITIVE) / 6.0).log10().floor());
    let steps = [1.0, 2.0, 5.0].map(|step| step * power);
    steps.into_iter().find(|step| top / step <= 6.0).unwrap_or(10.0 * power)
}

/// Every how many marks of an axis a number can stand, if it takes up `size` and they are `apart`.
#[must_use]
pub fn every(size: f32, apart: f32) -> usize {
    (size / apart.max(1.0)).ceil().max(1.0) as usize
}

/// The title of the axis that goes up, turned, left of its numbers, of which the widest is so wide:
/// beside the plot's middle, and as far down as it has to.
pub fn upright_title(ui: &Ui, view: &View<'_>, plot: Rect, title: String, widest: f32) {
    let muted = colour(view.look.theme.muted);
    let (top, bottom) = (plot.top() - view.em(10.0), plot.bottom() + view.em(60.0));
    let font = theme::regular(view.points(size::SMALL));
    let font = if view.is_spare() { font } else { fitted(ui, &title, font, bottom - top) };
    let galley = ui.painter().layout_no_wrap(title, font, muted);
    let length = galley.size().x;
    // Where type is large, it may be longer than the axis, or the numbers may need its place.
    if view.is_spare() && (length > 1.3 * plot.height() || widest > view.em(46.0)) {
        return;
    }
    let middle = plot.center().y + 0.5 * length;
    let end = if view.is_spare() { middle } else { middle.max(top + length) };
    // Wide numbers push it to the left.
    let beside_numbers = view.em(12.0 + 4.0) + widest + galley.size().y;
    let at = pos2(plot.left() - view.em(84.0).max(beside_numbers), end);
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
