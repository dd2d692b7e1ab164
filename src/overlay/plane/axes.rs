//! The numbers and names of a plane's axes, and the legend over it.

use bevy_egui::egui::{Align2, Color32, Rect, Ui, pos2};

use crate::layout::PlaneFrame;
use crate::overlay::ink::mark;
use crate::overlay::plot::{self, fine_tick_spacing};
use crate::overlay::theme::{self, size};
use crate::overlay::view::{View, colour, rect};
use crate::overlay::widgets::write;

/// Numbers and titles of the axes.
pub fn show(ui: &Ui, view: &View<'_>, frame: &PlaneFrame) {
    let plot = rect(frame.plot);
    let muted = colour(view.look.theme.muted);
    let font = || theme::regular(view.em(size::SMALL));
    let [width, height] = frame.axes;
    let spacing = frame.axes.map(fine_tick_spacing);
    let widest = plot::multiples(width, spacing[0])
        .map(|value| {
            let number = view.locale.number(value);
            ui.painter().layout_no_wrap(number, font(), muted).size().x + view.em(8.0)
        })
        .fold(0.0, f32::max);
    let across = plot::every(widest, plot.width() * (spacing[0] / width) as f32);
    let up = plot::every(1.1 * view.em(size::SMALL), plot.height() * (spacing[1] / height) as f32);
    for value in plot::multiples(width, spacing[0]).step_by(across) {
        let at = pos2(frame.point([value, 0.0]).x, plot.bottom() + view.em(8.0));
        write(ui, at, Align2::CENTER_TOP, &view.locale.number(value), font(), muted);
    }
    for value in plot::multiples(height, spacing[1]).step_by(up).filter(|&value| value > 0.0) {
        let at = pos2(plot.left() - view.em(12.0), frame.point([0.0, value]).y);
        write(ui, at, Align2::RIGHT_CENTER, &view.locale.number(value), font(), muted);
    }
    let below = pos2(plot.center().x, plot.bottom() + view.em(42.0));
    write(ui, below, Align2::CENTER_TOP, view.data_words.feature(0), font(), muted);
    plot::upright_title(ui, view, plot, view.data_words.feature(1).to_owned());
}

/// Which mark is which class: over the plot, beyond its right edge if a label is in the way, and
/// smaller if that is not enough.
pub fn legend(ui: &Ui, view: &View<'_>, plot: Rect, beside: Rect) {
    let side = view.em(16.0);
    let gap = view.em(24.0);
    let words = [true, false].map(|label| view.data_words.class(label));
    let width = |word: &&str| {
        let font = theme::strong(view.em(size::SMALL));
        ui.painter().layout_no_wrap((*word).to_owned(), font, Color32::PLACEHOLDER).size().x
    };
    let marks = 2.0 * (side + view.em(10.0)) + gap;
    let widths: f32 = words.iter().map(width).sum();
    let room = beside.width() - gap;
    let part = ((room - marks) / widths.max(1.0)).clamp(0.1, 1.0);
    let mut right = plot.right().max(beside.left() + gap + marks + part * widths);
    for (label, word) in [true, false].into_iter().zip(words) {
        let ink = colour(view.look.class(label));
        let font = theme::strong((part * view.em(size::SMALL)).floor());
        let y = plot.top() - view.em(22.0);
        let written = write(ui, pos2(right, y), Align2::RIGHT_CENTER, word, font, ink);
        let centre = pos2(written.left() - view.em(10.0) - 0.5 * side, y);
        mark(ui.painter(), view, centre, side, label);
        right = centre.x - 0.5 * side - gap;
    }
}
