//! Notes beside a network: arithmetic, some of it with an arrow to an edge.

use std::sync::Arc;

use egui::{Align2, Galley, Rect, Ui, Vec2, pos2};

use super::{arrow_head, label_centre};
use crate::text;
use crate::theme::size;
use crate::view::{View, colour, point, rect};
use exhibit::layout::network::place;
use exhibit::scene::network::{Network, Note};

/// Returns the type size of the notes: the usual size, or a smaller one if a note would lie on another.
pub fn points_of_notes(ui: &Ui, view: &View<'_>, network: &Network) -> f32 {
    let mut points = view.points(size::BODY);
    while points > view.unit(0.7 * size::SMALL) {
        let places: Vec<_> =
            network.notes.iter().map(|note| set_note(ui, view, note, points).1).collect();
        let lies_on = |(index, place): (usize, &Rect)| {
            let apart = place.expand2(Vec2::new(0.5 * points, 0.0));
            places[..index].iter().any(|other| other.intersects(apart))
        };
        if !places.iter().enumerate().any(lies_on) {
            break;
        }
        points -= 1.0;
    }
    points
}

fn set_note(ui: &Ui, view: &View<'_>, note: &Note, points: f32) -> (Arc<Galley>, Rect) {
    let at = point(place(note.at, view.layout.network));
    let theme = &view.look.theme;
    let ink = colour(if note.is_error { theme.error } else { theme.text });
    let galley = text::sentence(ui, view, &note.words, points, ink, f32::INFINITY);
    let written = Align2::CENTER_CENTER.anchor_size(at, galley.size());
    (galley, within(rect(view.layout.network), written))
}

/// Moves a text sideways, so that it never lies beyond the network's side of the screen.
pub fn within(field: Rect, written: Rect) -> Rect {
    let over = (written.right() - field.right()).max(0.0);
    let under = (field.left() - written.left()).max(0.0);
    written.translate(Vec2::new(under - over, 0.0))
}

pub fn show_note(ui: &Ui, view: &View<'_>, network: &Network, note: &Note, points: f32) {
    let (galley, written) = set_note(ui, view, note, points);
    ui.painter().galley(written.min, galley, colour(view.look.theme.text));
    if let Some(goal) = note.points_to.and_then(|edge| label_centre(view, network, edge)) {
        let down = goal.y > written.center().y;
        let (from, to) = if down {
            (written.center_bottom(), goal - Vec2::new(0.0, view.em(30.0)))
        } else {
            (written.center_top(), goal + Vec2::new(0.0, view.em(30.0)))
        };
        arrow_head(ui.painter(), view, pos2(to.x, from.y), to);
    }
}
