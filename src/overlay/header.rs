//! The header: part and title, the sentence that tells what happens, and the round buttons.

use bevy_egui::egui::{Pos2, Rect, Ui, Vec2, pos2};

use super::icons::Icon;
use super::theme::{self, size};
use super::view::{View, colour, rect};
use super::widgets::{Naming, Weight, button, fitted_text, focus_ring, round_button, write_fitted};
use crate::chapter::CHAPTERS;
use crate::command::{Command, Panel};
use crate::layout::{SMALLEST_POINTS, TOUCH_TARGET};

/// Draws the header.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let area = rect(view.layout.header);
    let buttons_left = buttons(ui, view, area, commands);
    let theme = &view.look.theme;
    let chapter = view.chapter.get();

    let part = view.plain(chapter.part());
    let mut y = area.top();
    let room = |height: f32, y: f32| {
        Rect::from_min_max(
            area.left_top() + Vec2::new(0.0, y - area.top()),
            pos2(buttons_left, y + height),
        )
    };
    let line = room(view.em(28.0), y);
    let font = theme::regular(view.em(size::SMALL));
    write_fitted(ui, line, &part, font, colour(theme.muted));
    y += view.em(28.0);
    let line = room(view.display(58.0), y);
    let title = view.plain(&format!("chapter-{}", chapter.id()));
    let font = theme::strong(view.display(size::TITLE));
    write_fitted(ui, line, &title, font, colour(theme.text));
    y += view.display(58.0) + view.em(8.0);
    narration(ui, view, Rect::from_min_max(pos2(area.left(), y), area.max));
}

/// What happens, over the whole width, and what a second run has come to; set smaller if long
/// sentences would need more lines than there are.
fn narration(ui: &Ui, view: &View<'_>, area: Rect) {
    let theme = &view.look.theme;
    let (muted, text) = (colour(theme.muted), colour(theme.text));
    let mut points = view.em(size::NARRATION);
    // Magnified type gives way before it covers what stands below.
    let least = view.unit(size::SMALL).max(SMALLEST_POINTS);
    loop {
        let set = |words, points, ink| theme::sentence(ui, view, words, points, ink, area.width());
        let told = set(&view.scene.narration, points, muted);
        let scale = points / size::NARRATION;
        let compared = view.scene.comparison.as_ref();
        let compared = compared.map(|words| set(words, scale * size::BODY, text));
        // At the right of a single line, or else under the narration.
        let beside = compared.as_ref().is_some_and(|compared| {
            told.size().x + compared.size().x + 40.0 * scale <= area.width()
        });
        let below = if beside { 4.0 * scale } else { told.size().y };
        let bottom = compared.as_ref().map_or(0.0, |compared| below + compared.size().y);
        if told.size().y.max(bottom) > area.height() && points > least {
            points -= 1.0;
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

/// The round buttons at the right; returns where they begin.
fn buttons(ui: &mut Ui, view: &View<'_>, area: Rect, commands: &mut Vec<Command>) -> f32 {
    let side = view.unit(60.0).max(TOUCH_TARGET);
    let gap = view.unit(14.0);
    let mut right = area.right();
    let mut place = || {
        let square = Rect::from_min_size(Pos2::new(right - side, area.top()), Vec2::splat(side));
        right = square.left() - gap;
        square
    };
    let (menu, help, appearance, next, previous) = (place(), place(), place(), place(), place());
    let index = view.chapter.index();
    let toggle = |panel| Command::Show((view.panel != Some(panel)).then_some(panel));

    let name = view.plain("control-previous-chapter");
    let naming = Naming { name: &name, enabled: index > 0 };
    if round_button(ui, view, previous, Icon::Previous, Weight::Quiet, naming) {
        commands.push(Command::GoToChapter(index - 1));
    }
    let name = view.plain("control-next-chapter");
    let naming = Naming { name: &name, enabled: index + 1 < CHAPTERS.len() };
    if round_button(ui, view, next, Icon::Next, Weight::Quiet, naming) {
        commands.push(Command::GoToChapter(index + 1));
    }
    if lettered_button(ui, view, appearance, "Aa", &view.plain("panel-appearance")) {
        commands.push(toggle(Panel::Appearance));
    }
    if lettered_button(ui, view, help, "?", &view.plain("panel-help")) {
        commands.push(toggle(Panel::Help));
    }
    let name = view.plain("panel-chapters");
    let naming = Naming { name: &name, enabled: true };
    if round_button(ui, view, menu, Icon::Menu, Weight::Quiet, naming) {
        commands.push(toggle(Panel::Chapters));
    }
    if !view.chapter.get().can_compare() {
        return previous.left() - 2.0 * gap;
    }
    let compare = place();
    let name = view.plain("panel-compare");
    let naming = Naming { name: &name, enabled: true };
    if round_button(ui, view, compare, Icon::Compare, Weight::Quiet, naming) {
        commands.push(toggle(Panel::Compare));
    }
    compare.left() - 2.0 * gap
}

fn lettered_button(ui: &mut Ui, view: &View<'_>, square: Rect, letters: &str, name: &str) -> bool {
    let response = button(ui, square, Naming { name, enabled: true }, None);
    let radius = 0.5 * square.width();
    let theme = &view.look.theme;
    let pressed = response.is_pointer_button_down_on();
    let fill = colour(if pressed { theme.hairline } else { theme.raised });
    let edge = (view.unit(2.0).max(1.0), colour(theme.hairline));
    ui.painter().circle(square.center(), radius, fill, edge);
    let inner = square.shrink(0.2 * radius);
    fitted_text(ui, inner, letters, theme::strong(0.44 * square.height()), colour(theme.text));
    focus_ring(ui, view, &response, square, radius);
    response.clicked()
}
