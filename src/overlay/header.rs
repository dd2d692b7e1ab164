//! The header: part and title, the sentence that tells what happens, and the round buttons.

use bevy_egui::egui::{Align2, Rect, Ui, Vec2, pos2};

use super::buttons;
use super::theme::{self, size};
use super::view::{View, colour, rect};
use super::widgets::write;
use crate::command::Command;

/// Draws the header.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let area = rect(view.layout.header);
    let buttons = rect(view.layout.buttons);
    let titles_right = if view.kiosk.attract().is_some() {
        area.right()
    } else {
        let left = buttons::show(ui, view, buttons, commands);
        // Where the buttons are in reach elsewhere, the titles have the whole width.
        if buttons.top() < area.bottom() { left } else { area.right() }
    };
    let theme = &view.look.theme;
    let chapter = view.chapter.get();

    let part = view.plain(chapter.part());
    let mut y = area.top();
    let room = |height: f32, y: f32| {
        Rect::from_min_max(
            area.left_top() + Vec2::new(0.0, y - area.top()),
            pos2(titles_right, y + height),
        )
    };
    let line = room(view.em(28.0), y);
    left_fitted(ui, view, line, &part, view.em(size::SMALL), false);
    y += view.em(28.0);
    let line = room(view.display(58.0), y);
    left_fitted(
        ui,
        view,
        line,
        &view.plain(&format!("chapter-{}", chapter.id())),
        view.display(size::TITLE),
        true,
    );
    y += view.display(58.0) + view.em(8.0);

    // The narration has the whole width; if a long sentence needs more lines than there are, it
    // is set smaller.
    let height = area.bottom() - y;
    let mut points = view.em(size::NARRATION);
    let galley = loop {
        let galley = theme::sentence(
            ui,
            view,
            &view.scene.narration,
            points,
            colour(theme.muted),
            area.width(),
        );
        if galley.size().y <= height || points <= view.em(size::SMALL) {
            break galley;
        }
        points -= 1.0;
    };
    let narration = galley.size();
    ui.painter().galley(pos2(area.left(), y), galley, colour(theme.muted));
    if let Some(comparison) = &view.scene.comparison {
        // At the right of the last line, or under the narration where there is room for neither.
        let points = view.em(size::BODY);
        let text = colour(theme.text);
        let galley = theme::sentence(ui, view, comparison, points, text, area.width());
        let beside = narration.x + galley.size().x + view.em(40.0) <= area.width();
        let top = if beside { y + view.em(4.0) } else { y + narration.y };
        ui.painter().galley(pos2(area.right() - galley.size().x, top), galley, text);
    }
}

fn left_fitted(ui: &Ui, view: &View<'_>, line: Rect, text: &str, points: f32, is_title: bool) {
    let theme = &view.look.theme;
    let (make, ink): (fn(f32) -> _, _) =
        if is_title { (theme::strong, theme.text) } else { (theme::regular, theme.muted) };
    let font = make(points);
    let width = ui.painter().layout_no_wrap(text.to_owned(), font.clone(), colour(ink)).size().x;
    let font = if width > line.width() { make(font.size * line.width() / width) } else { font };
    write(ui, line.left_center(), Align2::LEFT_CENTER, text, font, colour(ink));
}
