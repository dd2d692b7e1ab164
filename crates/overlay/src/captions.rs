//! The texts in the world: its label, and the captions under specimens.

use egui::{Align2, Rect, Ui, pos2};

use super::theme::{self, size};
use super::view::{View, colour, rect};
use super::widgets::{fitted_line, fitting_line, section_label};
use crate::text;
use exhibit::scene::{Barcodes, Caption, Role, Sets};

/// Writes the captions of barcodes in the world.
pub fn barcodes(ui: &mut Ui, view: &View<'_>, barcodes: &Barcodes) {
    section_label(ui, view, rect(view.layout.world).left_top(), "the-world");
    for specimen in &barcodes.specimens {
        let Some(caption) = &specimen.caption else { continue };
        match specimen.role {
            Role::Example(label) => {
                let card = rect(view.layout.examples[usize::from(label)]);
                let at = pos2(card.center().x, card.bottom() + view.em(10.0));
                let feature = view.text(&caption.feature);
                // The other example stands beside this one.
                let world = rect(view.layout.world);
                let room = if view.is_spare() {
                    0.5 * (world.width() - view.unit(24.0))
                } else {
                    card.width() + view.unit(24.0)
                };
                let (font, ink) =
                    (theme::strong(view.points(size::BODY)), colour(view.look.theme.text));
                let Some(galley) = fitting_line(ui, view, &[&feature], &font, ink, room) else {
                    continue;
                };
                let place = Align2::CENTER_TOP.anchor_size(at, galley.size());
                let left = if !view.is_spare() {
                    place.left()
                } else if label {
                    place.left().min(world.right() - place.width()).max(world.right() - room)
                } else {
                    place.left().max(world.left()).min(world.left() + room - place.width())
                };
                ui.painter().galley(pos2(left, place.top()), galley, ink);
            }
            // The next specimen gets its caption when it has arrived at its place.
            Role::Next | Role::Flight => {}
            Role::Current => under(ui, view, rect(view.layout.card), caption),
        }
    }
}

/// Writes the captions of sets of rectangles in the world.
pub fn sets(ui: &mut Ui, view: &View<'_>, sets: &Sets) {
    section_label(ui, view, rect(view.layout.world).left_top(), "the-world");
    for set in sets.0.iter().filter(|set| set.role == Role::Current) {
        if let Some(caption) = &set.caption {
            under(ui, view, rect(view.layout.field), caption);
        }
    }
}

/// Draws a caption under the place of a specimen.
fn under(ui: &Ui, view: &View<'_>, place: Rect, caption: &Caption) {
    let theme = &view.look.theme;
    let at = pos2(place.center().x, place.bottom() + view.unit(16.0));
    let font = theme::strong(view.display(size::TITLE));
    let feature = view.text(&caption.feature);
    let world = rect(view.layout.world);
    let room = if view.is_spare() { world.width() } else { f32::INFINITY };
    let inside = |width: f32| {
        let left = place.center().x - 0.5 * width;
        if view.is_spare() { left.min(world.right() - width).max(world.left()) } else { left }
    };
    let (text, muted) = (colour(theme.text), colour(theme.muted));
    let galley = fitted_line(ui, view, &feature, font, text, room);
    let below = at.y + galley.size().y + view.em(2.0);
    ui.painter().galley(pos2(inside(galley.size().x), at.y), galley, text);
    let Some(note) = &caption.note else { return };
    let galley = text::line(ui, view, note, view.points(size::BODY), muted, room);
    // If the note does not fit, leave it out: the narration says the same.
    if !galley.elided {
        ui.painter().galley(pos2(inside(galley.size().x), below), galley, muted);
    }
}
