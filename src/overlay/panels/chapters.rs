//! All chapters, to choose from.

use bevy_egui::egui::{Align2, Rect, Stroke, StrokeKind, Ui, Vec2, pos2};

use super::page;
use crate::chapter::CHAPTERS;
use crate::command::Command;
use crate::overlay::theme::{self, size};
use crate::overlay::view::{View, colour};
use crate::overlay::widgets::{Naming, button, fitted_text, focus_ring, write};

/// Draws the page.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let area = page(ui, view, &view.plain("panel-chapters"), commands);
    let columns = if view.layout.portrait { 1 } else { 2 };
    let rows = CHAPTERS.len().div_ceil(columns);
    let gap = view.unit(28.0);
    let label = view.em(56.0);
    let width = (area.width() - gap * (columns - 1) as f32) / columns as f32;
    let room = area.height() - label - gap * (rows - 1) as f32;
    let height = (room / rows as f32).min(view.em(190.0));
    let font = theme::regular(view.em(size::BODY));
    let part = view.plain(CHAPTERS[0].part());
    write(ui, area.left_top(), Align2::LEFT_TOP, &part, font, colour(view.look.theme.muted));
    for (index, chapter) in CHAPTERS.iter().enumerate() {
        let place = Rect::from_min_size(
            pos2(
                area.left() + (width + gap) * (index % columns) as f32,
                area.top() + label + (height + gap) * (index / columns) as f32,
            ),
            Vec2::new(width, height),
        );
        let title = view.plain(&format!("chapter-{}", chapter.id()));
        if card(ui, view, place, index, &title) {
            commands.push(Command::GoToChapter(index));
        }
    }
}

fn card(ui: &mut Ui, view: &View<'_>, place: Rect, index: usize, title: &str) -> bool {
    let theme = &view.look.theme;
    let is_current = view.chapter.index() == index;
    let response = button(ui, place, Naming { name: title, enabled: true }, Some(is_current));
    let radius = view.unit(24.0);
    let (edge, width) = if is_current { (theme.boundary, 5.0) } else { (theme.hairline, 2.0) };
    let edge = Stroke::new(view.unit(width).max(1.0), colour(edge));
    let pressed = response.is_pointer_button_down_on();
    let fill = colour(if pressed { theme.hairline } else { theme.raised });
    ui.painter().rect(place, radius, fill, edge, StrokeKind::Inside);
    let number = Rect::from_min_size(place.min, Vec2::new(view.em(120.0), place.height()));
    let ink = colour(if is_current { theme.boundary } else { theme.muted });
    let figure = view.locale.number((index + 1) as f64);
    fitted_text(ui, number, &figure, theme::strong(view.em(1.25 * size::TITLE)), ink);
    let words = Rect::from_min_max(
        pos2(number.right(), place.top()),
        place.max - Vec2::new(view.em(24.0), 0.0),
    );
    let font = theme::strong(view.em(size::NARRATION));
    let ink = colour(theme.text);
    let galley = ui.painter().layout(title.to_owned(), font, ink, words.width());
    let at = Align2::LEFT_CENTER.anchor_size(words.left_center(), galley.size()).min;
    ui.painter().galley(at, galley, ink);
    focus_ring(ui, view, &response, place, radius);
    response.clicked()
}
