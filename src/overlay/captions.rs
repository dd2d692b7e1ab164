//! What is written in the world: its label, and the captions under specimens.

use bevy_egui::egui::{Align2, Rect, Ui, pos2};

use super::theme::{self, size};
use super::view::{View, colour, rect};
use super::widgets::{fitted_line, section_label, write};
use crate::scene::{Caption, Role};

/// Writes the world's captions, where there is a world.
pub fn show(ui: &mut Ui, view: &View<'_>) {
    let scene = view.scene;
    let is_empty = scene.specimens.is_empty() && scene.rectangles.is_empty();
    if is_empty || scene.left_plane.is_some() {
        return;
    }
    section_label(ui, view, rect(view.layout.world).left_top(), "the-world");
    for specimen in &view.scene.specimens {
        let Some(caption) = &specimen.caption else { continue };
        match specimen.role {
            Role::Example(label) => {
                let card = rect(view.layout.examples[usize::from(label)]);
                let at = pos2(card.center().x, card.bottom() + view.em(10.0));
                let feature = view.text(&caption.feature);
                // Beside it stands the other example's.
                let room = card.width() + view.unit(24.0);
                let (font, ink) =
                    (theme::strong(view.points(size::BODY)), colour(view.look.theme.text));
                let galley = fitted_line(ui, view, &feature, font, ink, room);
                let place = Align2::CENTER_TOP.anchor_size(at, galley.size());
                ui.painter().galley(place.min, galley, ink);
            }
            // The one coming in is captioned where it will stand, once it stands there.
            Role::Next | Role::Flight => {}
            Role::Current => under(ui, view, rect(view.layout.card), caption),
        }
    }
    for set in view.scene.rectangles.iter().filter(|set| set.role == Role::Current) {
        if let Some(caption) = &set.caption {
            under(ui, view, rect(view.layout.field), caption);
        }
    }
}

/// A caption under the place of a specimen.
fn under(ui: &Ui, view: &View<'_>, place: Rect, caption: &Caption) {
    let theme = &view.look.theme;
    let at = pos2(place.center().x, place.bottom() + view.unit(16.0));
    let font = theme::strong(view.display(size::TITLE));
    let feature = view.text(&caption.feature);
    let written = write(ui, at, Align2::CENTER_TOP, &feature, font, colour(theme.text));
    if let Some(note) = &caption.note {
        let muted = colour(theme.muted);
        let world = rect(view.layout.world);
        let room = if view.is_spare() { world.width() } else { f32::INFINITY };
        let galley = theme::line(ui, view, note, view.points(size::BODY), muted, room);
        let mut left = place.center().x - 0.5 * galley.size().x;
        if view.is_spare() {
            left = left.min(world.right() - galley.size().x).max(world.left());
        }
        ui.painter().galley(pos2(left, written.bottom() + view.em(2.0)), galley, muted);
    }
}
