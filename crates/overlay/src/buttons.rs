//! The round buttons: chapters and pages; in a kiosk also the language and the way back to the start.

use egui::{Pos2, Rect, Ui, Vec2};

use super::icons::Icon;
use super::theme;
use super::view::{View, colour};
use super::widgets::{
    ButtonLook, Naming, button, fitted_text, focus_ring, pill_button, round_button,
};
use exhibit::command::Command;
use exhibit::visitor::Panel;

/// Draws the buttons in a row, from right to left. Returns the left edge of the row.
pub fn show(ui: &mut Ui, view: &View<'_>, area: Rect, commands: &mut Vec<Command>) -> f32 {
    // The letters in the buttons follow the size of all other type, so the buttons grow with it.
    let side = view.unit(60.0).max(view.layout.reach.touch).max(1.7 * view.held(0.0));
    let gap = view.unit(14.0);
    let mut right = area.right();
    let mut place = |width: f32| {
        let corner = Pos2::new(right - width, area.top());
        right -= width + gap;
        Rect::from_min_size(corner, Vec2::new(width, side))
    };
    let in_kiosk = view.controls.kiosk.is_open();
    let [menu, help, appearance, next, previous] = [(); 5].map(|()| place(side));
    let can_share = !in_kiosk || view.controls.share.address.is_some();
    let share = can_share.then(|| place(side));
    let compare = view.shown.chapter.get().can_compare().then(|| place(side));
    let has_languages = in_kiosk && view.controls.choices.languages.len() > 1;
    let language = has_languages.then(|| place((2.6 * side).max(view.em(150.0))));

    // The code adds the buttons from left to right, because the focus goes in this order.
    let toggle = |panel| Some(Command::Show((view.controls.panel != Some(panel)).then_some(panel)));
    let index = view.shown.chapter.index();
    let previous_chapter = view.controls.offered.previous(index).map(Command::Go);
    let next_chapter = view.controls.offered.next(index).map(Command::Go);
    if let Some(place) = language {
        let word = view.locale.own_name();
        let name = format!("{}: {word}", view.plain("appearance-language"));
        let naming = Naming { name: &name, enabled: true };
        if pill_button(ui, view, place, &word, ButtonLook::Quiet, naming).clicked() {
            commands.extend(toggle(Panel::Appearance));
        }
    }
    let icons = [
        compare.map(|place| (place, Icon::Compare, "panel-compare", toggle(Panel::Compare))),
        share.map(|place| (place, Icon::Share, "panel-share", toggle(Panel::Share))),
        Some((previous, Icon::Previous, "control-previous-chapter", previous_chapter)),
        Some((next, Icon::Next, "control-next-chapter", next_chapter)),
    ];
    for (place, icon, key, command) in icons.into_iter().flatten() {
        icon_button(ui, view, (place, icon, key), command, commands);
    }
    if lettered_button(ui, view, appearance, "Aa", &view.plain("panel-appearance")) {
        commands.extend(toggle(Panel::Appearance));
    }
    if in_kiosk {
        // A touch screen has no keys, so a page about keys is no help there. Its visitors need to start
        // over.
        let home = (help, Icon::Home, "control-start-over");
        icon_button(ui, view, home, Some(Command::StartOver), commands);
    } else if lettered_button(ui, view, help, "?", &view.plain("panel-help")) {
        commands.extend(toggle(Panel::Help));
    }
    let all = (menu, Icon::Menu, "panel-chapters");
    icon_button(ui, view, all, toggle(Panel::Chapters), commands);
    right - gap
}

fn icon_button(
    ui: &mut Ui,
    view: &View<'_>,
    (place, icon, key): (Rect, Icon, &str),
    command: Option<Command>,
    commands: &mut Vec<Command>,
) {
    let name = view.plain(key);
    let naming = Naming { name: &name, enabled: command.is_some() };
    if round_button(ui, view, place, icon, ButtonLook::Quiet, naming).clicked() {
        commands.extend(command);
    }
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
    let font = theme::strong(0.44 * square.height());
    fitted_text(ui, view, inner, letters, font, colour(theme.text));
    focus_ring(ui, view, &response, square, radius);
    response.clicked()
}
