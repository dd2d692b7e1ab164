//! The numbers and names of a plane's axes.

use bevy_egui::egui::{Align2, Ui, pos2};

use crate::layout::PlaneFrame;
use crate::overlay::plot::{self, fine_tick_spacing};
use crate::overlay::theme::{self, size};
use crate::overlay::view::{View, colour, rect};
use crate::overlay::widgets::write;

/// Numbers and titles of the axes.
pub fn show(ui: &Ui, view: &View<'_>, frame: &PlaneFrame) {
    let plot = rect(frame.plot);
    let muted = colour(view.look.theme.muted);
    let font = || theme::regular(view.points(size::SMALL));
    let [width, height] = frame.axes;
    let spacing = frame.axes.map(fine_tick_spacing);
    let room = plot::multiples(width, spacing[0])
        .map(|value| {
            let number = view.locale.number(value);
            ui.painter().layout_no_wrap(number, font(), muted).size().x + view.em(8.0)
        })
        .fold(0.0, f32::max);
    let across = plot::every(room, plot.width() * (spacing[0] / width) as f32);
    let up =
        plot::every(1.1 * view.points(size::SMALL), plot.height() * (spacing[1] / height) as f32);
    for value in plot::multiples(width, spacing[0]).step_by(across) {
        let at = pos2(frame.point([value, 0.0]).x, plot.bottom() + view.em(8.0));
        write(ui, at, Align2::CENTER_TOP, &view.locale.number(value), font(), muted);
    }
    let mut widest = 0.0_f32;
    for value in plot::multiples(height, spacing[1]).step_by(up).filter(|&value| value > 0.0) {
        let at = pos2(plot.left() - view.em(12.0), frame.point([0.0, value]).y);
        let number = view.locale.number(value);
        widest = widest.max(write(ui, at, Align2::RIGHT_CENTER, &number, font(), muted).width());
    }
    let below = pos2(plot.center().x, plot.bottom() + view.em(42.0));
    write(ui, below, Align2::CENTER_TOP, view.data_words.feature(0), font(), muted);
    plot::upright_title(ui, view, plot, view.data_words.feature(1).to_owned(), widest);
}
