//! What is written in the world: its label, and the captions under specimens.

use bevy_egui::egui::{Align2, Ui, pos2};

use super::theme::{self, size};
use super::view::{View, colour, rect};
use super::widgets::{section_label, write};
use crate::scene::Role;

/// Writes the world's captions.
pub fn show(ui: &mut Ui, view: &View<'_>) {
    let world = rect(view.layout.world);
    section_label(ui, view, world.left_top(), "the-world");
    let theme = &view.look.theme;
    for specimen in &view.scene.specimens {
        let Some(caption) = &specimen.caption else { continue };
        let feature = view.text(&caption.feature);
        match specimen.role {
            Role::Example(label) => {
                let card = rect(view.layout.examples[usize::from(label)]);
                let at = pos2(card.center().x, card.bottom() + view.em(10.0));
                let font = theme::strong(view.em(size::BODY));
                write(ui, at, Align2::CENTER_TOP, &feature, font, colour(theme.text));
            }
            // The one coming in is captioned where it will stand, once it stands there.
            Role::Next | Role::Flight => {}
            Role::Current => {
                let card = rect(view.layout.card);
                let at = pos2(card.center().x, card.bottom() + view.unit(16.0));
                let font = theme::strong(view.display(size::TITLE));
                let written = write(ui, at, Align2::CENTER_TOP, &feature, font, colour(theme.text));
                if let Some(note) = &caption.note {
                    let muted = colour(theme.muted);
                    let points = view.em(size::BODY);
                    let galley = theme::sentence(ui, view, note, points, muted, f32::INFINITY);
                    let at = pos2(
                        card.center().x - 0.5 * galley.size().x,
                        written.bottom() + view.em(2.0),
                    );
                    ui.painter().galley(at, galley, muted);
                }
            }
        }
    }
}
