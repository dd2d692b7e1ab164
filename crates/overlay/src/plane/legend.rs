//! The label over a plane, and the legend: the mark of each class.

use std::sync::Arc;

use egui::{Align2, Color32, Rect, Ui, Vec2, pos2};

use crate::ink::mark;
use crate::names;
use crate::theme::{self, size};
use crate::view::{View, colour};
use crate::widgets::{section_label, section_label_width, write};
use content::words::DataWords;
use exhibit::layout::LINE_HEIGHT;
use exhibit::scene::plane::Plane;

/// Draws the label over a plane's part of the screen. When type is large, it draws the label only if
/// the legend still has room. Returns the room beside the label.
pub fn label(ui: &Ui, view: &View<'_>, plane: &Plane, area: Rect, key: &str) -> Rect {
    let mut room = area.width();
    if view.is_spare() && has_legend(view, plane) {
        for label in [false, true] {
            room -= width(ui, view, names(ui, view, area.width()).class(label));
            room -= view.em(16.0 + 10.0 + 24.0);
        }
    }
    let label = if !view.is_spare() || section_label_width(ui, view, key) <= room {
        section_label(ui, view, area.left_top(), key)
    } else {
        Rect::from_min_size(area.min, Vec2::ZERO)
    };
    Rect::from_min_max(label.right_top(), area.max)
}

/// Whether a plane's points belong to classes.
pub(super) fn has_legend(view: &View<'_>, plane: &Plane) -> bool {
    view.shown.experiments.of(plane.subject).rectangles().is_some()
}

/// Draws the mark of each class with its name, over the plot. If a label is in the way, the legend
/// reaches beyond the plot's right edge. If that is not enough, it becomes smaller. When type is large,
/// it stands beside the label.
pub(super) fn legend(ui: &Ui, view: &View<'_>, plot: Rect, beside: Rect) {
    let side = view.em(16.0);
    let gap = view.em(24.0);
    let points = view.points(size::SMALL);
    let marks = 2.0 * (side + view.em(10.0)) + gap;
    let names = names(ui, view, beside.width());
    let words = [true, false].map(|label| names.class(label));
    let widths: f32 = words.iter().map(|word| width(ui, view, word)).sum();
    let room = beside.width() - gap;
    let part = ((room - marks) / widths.max(1.0)).clamp(0.1, 1.0);
    let (mut right, y) = if view.is_spare() {
        (beside.right(), beside.top() + 0.5 * LINE_HEIGHT * points)
    } else {
        let right = plot.right().max(beside.left() + gap + marks + part * widths);
        (right, plot.top() - view.em(22.0))
    };
    for (label, word) in [true, false].into_iter().zip(words) {
        let ink = colour(view.look.class(label));
        let font = theme::strong(view.held((part * points).floor()));
        let written = write(ui, pos2(right, y), Align2::RIGHT_CENTER, word, font, ink);
        let centre = pos2(written.left() - view.em(10.0) - 0.5 * side, y);
        mark(ui.painter(), view, centre, side, label);
        right = centre.x - 0.5 * side - gap;
    }
}

/// Returns the names of the classes, shortened so that both fit beside each other.
fn names(ui: &Ui, view: &View<'_>, room: f32) -> Arc<DataWords> {
    let marks = 2.0 * view.em(16.0 + 10.0 + 24.0);
    let font = theme::strong(view.points(size::SMALL));
    names::within(ui, view, font, 0.5 * (room - marks).max(0.0))
}

fn width(ui: &Ui, view: &View<'_>, word: &str) -> f32 {
    let font = theme::strong(view.points(size::SMALL));
    ui.painter().layout_no_wrap(word.to_owned(), font, Color32::PLACEHOLDER).size().x
}
