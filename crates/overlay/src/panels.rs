//! The pages over the chapter: all chapters, the keys, the appearance, a second run.

mod appearance;
mod chapters;
mod compare;
mod help;
pub mod link_notice;
mod share;

use egui::{Id, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2};

use super::description;
use super::focus;
use super::icons::Icon;
use super::theme::{self, size};
use super::view::{Style, View, colour};
use super::widgets::{ButtonLook, Naming, fitted_line, round_button, write_fitted};
use content::words::Words;
use exhibit::command::Command;
use exhibit::visitor::Panel;

/// Draws the open page, if there is one.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let Some(panel) = view.controls.panel else { return };
    let view = &View { style: Style { at_controls: true, ..view.style }, ..*view };
    let screen = ui.max_rect();
    let mut ui = ui.new_child(UiBuilder::new().id(Id::new(("page", panel))).max_rect(screen));
    match panel {
        Panel::Chapters => chapters::show(&mut ui, view, commands),
        Panel::Help => help::show(&mut ui, view, commands),
        Panel::Appearance => appearance::show(&mut ui, view, commands),
        Panel::Compare => compare::show(&mut ui, view, commands),
        Panel::Share => share::show(&mut ui, view, commands),
        Panel::LinkNotice => link_notice::show(&mut ui, view, commands),
    }
}

/// Draws a page that hides the chapter: its ground, its title, and the button that closes it. Returns
/// the room below.
fn page(ui: &mut Ui, view: &View<'_>, title: &str, commands: &mut Vec<Command>) -> Rect {
    let screen = ui.max_rect();
    let theme = &view.look.theme;
    // Parts under the page get no touches.
    ui.interact(screen, ui.id().with("ground"), Sense::CLICK);
    ui.painter().rect_filled(screen, 0.0, colour(theme.ground));
    let area = screen.shrink(view.unit(80.0));
    let side = view.unit(60.0).max(view.layout.reach.touch);
    let head = side.max(view.em(60.0));
    let is_low = view.layout.portrait && view.layout.reach.low;
    let top = if is_low { area.bottom() - side } else { area.top() };
    let square = Rect::from_min_size(egui::pos2(area.right() - side, top), Vec2::splat(side));
    let font = theme::strong(view.points(size::TITLE));
    let room = if is_low { area.right() } else { square.left() - view.unit(16.0) };
    let row = Rect::from_min_max(area.min, egui::pos2(room, area.top() + side));
    write_fitted(ui, view, row, title, font, colour(theme.text));
    close_button(ui, view, square, commands);
    let bottom = if is_low { square.top() - view.unit(36.0) } else { area.bottom() };
    Rect::from_min_max(
        egui::pos2(area.left(), area.top() + head + view.unit(36.0)),
        egui::pos2(area.right(), bottom),
    )
}

/// Draws a sheet beside the part that it changes: its ground, its title and the button that closes it.
/// Returns the room below the title.
fn sheet(
    ui: &mut Ui,
    view: &View<'_>,
    place: Rect,
    title: &str,
    commands: &mut Vec<Command>,
) -> Rect {
    let theme = &view.look.theme;
    let screen = ui.max_rect();
    // A touch beside the sheet closes it.
    let beside = ui.interact(screen, ui.id().with("beside"), Sense::CLICK);
    if beside.clicked() {
        commands.push(Command::Show(None));
    }
    ui.interact(place, ui.id().with("sheet"), Sense::CLICK);
    let edge = Stroke::new(view.unit(2.0).max(1.0), colour(theme.hairline));
    ui.painter().rect(place, view.unit(28.0), colour(theme.raised), edge, StrokeKind::Inside);
    let inner = place.shrink(sheet_margin(view));
    let font = theme::strong(view.points(size::NARRATION));
    let side = view.unit(56.0).max(view.layout.reach.touch);
    let room = inner.width() - side - view.unit(16.0);
    let galley = fitted_line(ui, view, title, font, colour(theme.text), room);
    ui.painter().galley(inner.min, galley, colour(theme.text));
    let corner = egui::pos2(inner.right() - side, inner.top() - view.unit(8.0));
    close_button(ui, view, Rect::from_min_size(corner, Vec2::splat(side)), commands);
    Rect::from_min_max(inner.min + Vec2::new(0.0, view.em(SHEET_TITLE)), inner.max)
}

/// Height of a sheet's title, in the design's units for type.
const SHEET_TITLE: f32 = 58.0;

fn sheet_margin(view: &View<'_>) -> f32 {
    view.unit(30.0)
}

/// Returns the height of a sheet without its content.
fn sheet_frame(view: &View<'_>) -> f32 {
    2.0 * sheet_margin(view) + view.em(SHEET_TITLE)
}

fn close_button(ui: &mut Ui, view: &View<'_>, square: Rect, commands: &mut Vec<Command>) {
    let page = view
        .controls
        .panel
        .map(|panel| view.plain(description::title_of(panel)))
        .unwrap_or_default();
    let name = view.text(&Words::new("name-page-close").text("page", page));
    let naming = Naming { name: &name, enabled: true };
    let response = round_button(ui, view, square, Icon::Close, ButtonLook::Quiet, naming);
    focus::begin_at(ui, "page", &response);
    if response.clicked() {
        commands.push(Command::Show(None));
    }
}
