//! The label over a plane, and which mark is which class.

use bevy_egui::egui::{Align2, Rect, Ui, pos2};

use crate::layout::LINE_HEIGHT;
use crate::overlay::ink::mark;
use crate::overlay::theme::{self, size};
use crate::overlay::view::{View, colour, rect};
use crate::overlay::widgets::{section_label, section_label_width, write};
use crate::scene::plane::Plane;

/// The label over a plane's part of the screen; where type is large, only if it leaves room for the
/// legend.
pub fn label(ui: &Ui, view: &View<'_>, plane: &Plane, area: Rect, key: &str) {
    let mut room = area.width();
    if view.is_spare() && has_legend(view, plane) {
        let font = theme::strong(view.points(size::SMALL));
        for label in [false, true] {
            let word = view.data_words.class(label).to_owned();
            let galley =
                ui.painter().layout_no_wrap(word, font.clone(), colour(view.look.theme.text));
            room -= galley.size().x + view.em(16.0 + 10.0 + 24.0);
        }
    }
    if !view.is_spare() || section_label_width(ui, view, key) <= room {
        section_label(ui, view, area.left_top(), key);
    }
}

/// Whether a plane's points are of classes.
pub(super) fn has_legend(view: &View<'_>, plane: &Plane) -> bool {
    view.experiments.rectangles_of(plane.subject).is_some()
}

/// Which mark is which class, over the plot; where type is large, at the right of the label.
pub(super) fn legend(ui: &Ui, view: &View<'_>, plot: Rect) {
    let side = view.em(16.0);
    let of_the_left = rect(view.layout.left_plot) == plot;
    let area = rect(if of_the_left { view.layout.world } else { view.layout.mind });
    let mut right = if view.is_spare() { area.right() } else { plot.right() };
    for label in [true, false] {
        let ink = colour(view.look.class(label));
        let font = theme::strong(view.points(size::SMALL));
        let y = if view.is_spare() {
            area.top() + 0.5 * LINE_HEIGHT * view.points(size::SMALL)
        } else {
            plot.top() - view.em(22.0)
        };
        let word = view.data_words.class(label);
        let written = write(ui, pos2(right, y), Align2::RIGHT_CENTER, word, font, ink);
        let centre = pos2(written.left() - view.em(10.0) - 0.5 * side, y);
        mark(ui.painter(), view, centre, side, label);
        right = centre.x - 0.5 * side - view.em(24.0);
    }
}
