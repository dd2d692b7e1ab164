//! The header: part and title, the narration, and the round buttons.

use egui::{Align2, Rect, Ui, Vec2, pos2};

use super::buttons;
use super::theme::{self, size};
use super::view::{View, colour, rect};
use super::widgets::{fitting_line, write_fitted};
use crate::text;
use exhibit::command::Command;
use exhibit::layout::SMALLEST_POINTS;

/// Draws the header.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let area = rect(view.layout.header);
    let buttons = rect(view.layout.buttons);
    let titles_right = if view.controls.kiosk.attract().is_some() {
        area.right()
    } else {
        let left = buttons::show(ui, view, buttons, commands);
        // If the buttons stand below the header, the titles use the whole width.
        if buttons.top() < area.bottom() { left } else { area.right() }
    };
    let theme = &view.look.theme;
    let chapter = view.shown.chapter.get();

    let mut y = area.top();
    let room = |height: f32, y: f32| {
        Rect::from_min_max(
            area.left_top() + Vec2::new(0.0, y - area.top()),
            pos2(titles_right, y + height),
        )
    };
    if !view.is_spare() {
        let line = room(view.em(28.0), y);
        let part = view.plain(chapter.part());
        let font = theme::regular(view.points(size::SMALL));
        write_fitted(ui, view, line, &part, font, colour(theme.muted));
        y += view.em(28.0);
    }
    let line = room(view.display(58.0), y);
    let title = view.plain(&format!("chapter-{}", chapter.id()));
    let font = theme::strong(view.display(size::TITLE));
    // The part after a colon is an addition, so a short title can leave it out.
    let brief = title.split(':').next().unwrap_or_default().trim_end();
    let (ink, room) = (colour(theme.text), line.width());
    if let Some(galley) = fitting_line(ui, view, &[&title, brief], &font, ink, room) {
        let place = Align2::LEFT_CENTER.anchor_size(line.left_center(), galley.size());
        ui.painter().galley(place.min, galley, ink);
    }
    y += view.display(58.0) + if view.is_spare() { view.unit(8.0) } else { view.em(8.0) };
    narration(ui, view, Rect::from_min_max(pos2(area.left(), y), area.max));
}

/// Draws the narration over the whole width, and the result of a second run. The type becomes smaller
/// if long sentences would need too many lines.
fn narration(ui: &Ui, view: &View<'_>, area: Rect) {
    let theme = &view.look.theme;
    let (muted, text) = (colour(theme.muted), colour(theme.text));
    let mut points = view.points(size::NARRATION);
    // Large type shrinks before it covers the parts below, but never below the size that the last row
    // can read.
    let least = view.held(view.unit(size::SMALL).max(SMALLEST_POINTS));
    loop {
        let set = |words, points, ink| text::sentence(ui, view, words, points, ink, area.width());
        let told = set(&view.shown.scene.narration, points, muted);
        let scale = points / size::NARRATION;
        let compared = view.shown.scene.comparison.as_ref();
        let compared = compared.map(|words| {
            if view.is_spare() {
                text::line(ui, view, words, scale * size::BODY, text, area.width())
            } else {
                set(words, scale * size::BODY, text)
            }
        });
        // Place it at the right of a single line, otherwise under the narration.
        let beside = compared.as_ref().is_some_and(|compared| {
            told.size().x + compared.size().x + 40.0 * scale <= area.width()
        });
        let below = if beside { 4.0 * scale } else { told.size().y };
        let bottom = compared.as_ref().map_or(0.0, |compared| below + compared.size().y);
        if told.size().y.max(bottom) > area.height() && points > least {
            points = (points - 1.0).max(least);
            continue;
        }
        ui.painter().galley(area.min, told, muted);
        if let Some(compared) = compared {
            let left = area.right() - compared.size().x;
            ui.painter().galley(pos2(left, area.top() + below), compared, text);
        }
        return;
    }
}
