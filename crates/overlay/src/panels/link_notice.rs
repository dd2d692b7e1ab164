//! The page that tells what could not be used of a link.

use egui::{Rect, Ui, Vec2, pos2};

use super::page;
use crate::text;
use crate::theme::size;
use crate::view::{View, colour};
use crate::widgets::{ButtonLook, Naming, pill_button};
use content::words::Words;
use exhibit::command::Command;
use exhibit::link::FIELDS;

/// Draws the page.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let area = page(ui, view, &view.plain("panel-link-notice"), commands);
    let sentences = sentences(view);
    let pill = view.unit(72.0).max(view.layout.reach.touch);
    let gap = view.unit(28.0);
    let width = area.width().min(view.em(1100.0));
    let ink = colour(view.look.theme.text);
    // Use the largest type that fits.
    let mut points = view.points(size::NARRATION);
    let told = loop {
        let set = |words| text::sentence(ui, view, words, points, ink, width);
        let told: Vec<_> = sentences.iter().map(set).collect();
        let height: f32 = told.iter().map(|galley| galley.size().y + gap).sum();
        if height + pill <= area.height() || points <= 0.5 * view.unit(size::SMALL) {
            break told;
        }
        points -= 1.0;
    };
    let mut top = area.top();
    for galley in told {
        let height = galley.size().y;
        ui.painter().galley(pos2(area.left(), top), galley, ink);
        top += height + gap;
    }
    let word = view.plain("link-go-on");
    let size = Vec2::new(area.width().min(view.em(360.0)), pill);
    let place = Rect::from_min_size(pos2(area.left(), top), size);
    let naming = Naming { name: &word, enabled: true };
    if pill_button(ui, view, place, &word, ButtonLook::Chosen, naming).clicked() {
        commands.push(Command::Show(None));
    }
}

/// Returns what the visitor is told, sentence by sentence.
#[must_use]
pub fn sentences(view: &View<'_>) -> Vec<Words> {
    let notice = view.controls.notice;
    let mut all = Vec::new();
    // The text of a link is a stranger's: only names that the exhibit knows are shown.
    let known: Vec<&str> = FIELDS
        .into_iter()
        .filter(|field| notice.unused.iter().any(|unused| unused == field))
        .collect();
    if notice.unused.iter().any(String::is_empty) {
        all.push(Words::new("link-unreadable"));
    } else if known.contains(&"v") {
        all.push(Words::new("link-newer"));
    } else if !known.is_empty() {
        all.push(Words::new("link-partly").text("fields", known.join(", ")));
    } else if !notice.unused.is_empty() {
        all.push(Words::new("link-unknown"));
    }
    if let Some(file) = &notice.needs_file {
        all.push(Words::new("link-file").text("file", file.clone()));
    }
    all
}
