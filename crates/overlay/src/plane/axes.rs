//! The numbers and names of a plane's axes.

use egui::{Align2, Ui, pos2};

use crate::names;
use crate::plot::{self, fine_tick_spacing};
use crate::theme::{self, size};
use crate::ticks::Ticks;
use crate::view::{View, colour, rect};
use crate::widgets::write;
use exhibit::layout::PlaneFrame;

/// Draws the numbers and titles of the axes.
pub fn show(ui: &Ui, view: &View<'_>, frame: &PlaneFrame) {
    let plot = rect(frame.plot);
    let muted = colour(view.look.theme.muted);
    let font = || theme::regular(view.points(size::SMALL));
    let spacing = frame.axes.map(fine_tick_spacing);
    let ticks = [0, 1].map(|axis| Ticks::up_to(view.locale, frame.axes[axis], spacing[axis]));
    let width = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), font(), muted).size().x;
    let room = ticks[0].labels.iter().map(|label| width(label) + view.em(8.0)).fold(0.0, f32::max);
    let part = |axis: usize| (spacing[axis] / frame.axes[axis]) as f32;
    let across = plot::every(room, plot.width() * part(0));
    let up = plot::every(1.1 * view.points(size::SMALL), plot.height() * part(1));
    for (value, label) in ticks[0].values.iter().zip(&ticks[0].labels).step_by(across) {
        let at = pos2(frame.point([*value, 0.0]).x, plot.bottom() + view.em(8.0));
        write(ui, at, Align2::CENTER_TOP, label, font(), muted);
    }
    let mut widest = 0.0_f32;
    for (value, label) in ticks[1].values.iter().zip(&ticks[1].labels).step_by(up).skip(1) {
        let at = pos2(plot.left() - view.em(12.0), frame.point([0.0, *value]).y);
        widest = widest.max(write(ui, at, Align2::RIGHT_CENTER, label, font(), muted).width());
    }
    let title = |axis: usize, room: f32| {
        let factor = &ticks[axis].factor;
        let names = names::within(ui, view, font(), room - width(factor));
        format!("{}{factor}", names.feature(axis))
    };
    let below = pos2(plot.center().x, plot.bottom() + view.em(42.0));
    write(ui, below, Align2::CENTER_TOP, &title(0, plot.width()), font(), muted);
    plot::upright_title(ui, view, plot, title(1, plot.height()), widest);
}
