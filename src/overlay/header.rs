//! The header: part and title, the sentence that tells what happens, and the round buttons.

use bevy_egui::egui::{Align2, Pos2, Rect, Ui, Vec2, pos2};

use super::icons::Icon;
use super::theme::{self, size};
use super::view::{View, colour, rect};
use super::widgets::{Naming, Weight, button, fitted, fitted_text, focus_ring, round_button};
use crate::chapter::CHAPTERS;
use crate::command::{Command, Panel};
use crate::layout::TOUCH_TARGET;

/// Draws the header.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let area = rect(view.layout.header);
    let buttons_left = buttons(ui, view, area, commands);
    let theme = &view.look.theme;
    let chapter = view.chapter.get();

    let mut y = area.top();
    let room = |height: f32, y: f32| {
        Rect::from_min_max(
            area.left_top() + Vec2::new(0.0, y - area.top()),
            pos2(buttons_left, y + height),
        )
    };
    if !view.is_spare() {
        let line = room(view.em(28.0), y);
        let part = view.plain(chapter.part());
        left_fitted(ui, view, line, &part, view.points(size::SMALL), false);
        y += view.em(28.0);
    }
    let line = room(view.display(58.0), y);
    left_fitted(
        ui,
        view,
        line,
        &view.plain(&format!("chapter-{}", chapter.id())),
        view.display(size::TITLE),
        true,
    );
    y += view.display(58.0) + if view.is_spare() { view.unit(8.0) } else { view.em(8.0) };

    // The narration has the whole width; if a long sentence needs more lines than there are, it
    // is set smaller.
    let height = area.bottom() - y;
    let mut points = view.points(size::NARRATION);
    let galley = loop {
        let galley = theme::sentence(
            ui,
            view,
            &view.scene.narration,
            points,
            colour(theme.muted),
            area.width(),
        );
        if galley.size().y <= height || points <= view.points(size::SMALL) {
            break galley;
        }
        points -= 1.0;
    };
    let narration = galley.size();
    ui.painter().galley(pos2(area.left(), y), galley, colour(theme.muted));
    if let Some(comparison) = &view.scene.comparison {
        // At the right of the last line, or under the narration where there is room for neither.
        let points = view.points(size::BODY);
        let text = colour(theme.text);
        let galley = theme::line(ui, view, comparison, points, text, area.width());
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
    let room = if view.is_spare() { line.width() } else { f32::INFINITY };
    let galley = fitted(ui, view, text, font, colour(ink), room);
    let at = Align2::LEFT_CENTER.anchor_size(line.left_center(), galley.size());
    ui.painter().galley(at.min, galley, colour(ink));
}

/// The round buttons at the right; returns where they begin.
fn buttons(ui: &mut Ui, view: &View<'_>, area: Rect, commands: &mut Vec<Command>) -> f32 {
    // The letters in them are as large as all type.
    let side = view.unit(60.0).max(TOUCH_TARGET).max(1.7 * view.held(0.0));
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
    let inner = square.shrink(if view.is_spare() { 0.0 } else { 0.2 * radius });
    fitted_text(
        ui,
        view,
        inner,
        letters,
        theme::strong(0.44 * square.height()),
        colour(theme.text),
    );
    focus_ring(ui, view, &response, square, radius);
    response.clicked()
}
