//! Pages over the chapter: all chapters, the keys, the appearance.

mod appearance;
mod chapters;
mod compare;
mod help;

use bevy_egui::egui::{self, Id, Rect, Sense, Ui, UiBuilder, Vec2};

use super::icons::Icon;
use super::theme::{self, size};
use super::view::{View, colour};
use super::widgets::{Naming, Weight, round_button, write};
use crate::command::{Command, Panel};
use crate::layout::TOUCH_TARGET;

/// Whether a page hides the chapter; the others lie beside it, so that what they change is seen.
#[must_use]
pub fn covers_everything(panel: Panel) -> bool {
    match panel {
        Panel::Chapters | Panel::Help => true,
        Panel::Appearance | Panel::Compare => false,
    }
}

/// Draws the page that is open, if one is.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let Some(panel) = view.panel else { return };
    let screen = ui.max_rect();
    let mut ui = ui.new_child(UiBuilder::new().id(Id::new(("page", panel))).max_rect(screen));
    match panel {
        Panel::Chapters => chapters::show(&mut ui, view, commands),
        Panel::Help => help::show(&mut ui, view, commands),
        Panel::Appearance => appearance::show(&mut ui, view, commands),
        Panel::Compare => compare::show(&mut ui, view, commands),
    }
}

/// The ground of a page that hides the chapter, its title, and the button that closes it; returns
/// the room below.
fn page(ui: &mut Ui, view: &View<'_>, title: &str, commands: &mut Vec<Command>) -> Rect {
    let screen = ui.max_rect();
    let theme = &view.look.theme;
    // Nothing beneath hears a touch.
    ui.interact(screen, ui.id().with("ground"), Sense::click());
    ui.painter().rect_filled(screen, 0.0, colour(theme.ground));
    let area = screen.shrink(view.unit(80.0));
    let side = view.unit(60.0).max(TOUCH_TARGET);
    let square =
        Rect::from_min_size(egui::pos2(area.right() - side, area.top()), Vec2::splat(side));
    let font = theme::strong(view.points(size::TITLE));
    let at = egui::pos2(area.left(), square.center().y);
    write(ui, at, egui::Align2::LEFT_CENTER, title, font, colour(theme.text));
    close_button(ui, view, square, commands);
    Rect::from_min_max(
        egui::pos2(area.left(), square.bottom().max(area.top() + view.em(60.0)) + view.unit(36.0)),
        area.max,
    )
}

fn close_button(ui: &mut Ui, view: &View<'_>, square: Rect, commands: &mut Vec<Command>) {
    let name = view.plain("control-close");
    let naming = Naming { name: &name, enabled: true };
    if round_button(ui, view, square, Icon::Close, Weight::Quiet, naming) {
        commands.push(Command::Show(None));
    }
}
