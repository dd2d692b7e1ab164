//! The round buttons: chapters, pages, and in a kiosk the language and the way back to the start.

use bevy_egui::egui::{Pos2, Rect, Ui, Vec2};

use super::icons::Icon;
use super::theme;
use super::view::{View, colour};
use super::widgets::{Naming, Weight, button, fitted_text, focus_ring, pill_button, round_button};
use crate::command::{Command, Panel};

/// Draws the buttons in a row from the right; returns where they begin.
pub fn show(ui: &mut Ui, view: &View<'_>, area: Rect, commands: &mut Vec<Command>) -> f32 {
    let side = view.unit(60.0).max(view.layout.reach.touch);
    let gap = view.unit(14.0);
    let mut right = area.right();
    let mut place = |width: f32| {
        let corner = Pos2::new(right - width, area.top());
        right -= width + gap;
        Rect::from_min_size(corner, Vec2::new(width, side))
    };
    let toggle = |panel| Command::Show((view.panel != Some(panel)).then_some(panel));
    let mut icon = |ui: &mut Ui, place, icon, key: &str, command: Option<Command>| {
        let name = view.plain(key);
        let naming = Naming { name: &name, enabled: command.is_some() };
        if round_button(ui, view, place, icon, Weight::Quiet, naming) {
            commands.extend(command);
        }
    };
    icon(ui, place(side), Icon::Menu, "panel-chapters", Some(toggle(Panel::Chapters)));
    let in_kiosk = view.kiosk.is_open();
    let help = place(side);
    if in_kiosk {
        // Whoever touches a glass has no keys to be told of, but wants to begin afresh.
        icon(ui, help, Icon::Home, "control-start-over", Some(Command::StartOver));
    }
    let appearance = place(side);
    let index = view.chapter.index();
    let next = view.programme.next(index).map(Command::GoToChapter);
    icon(ui, place(side), Icon::Next, "control-next-chapter", next);
    let previous = view.programme.previous(index).map(Command::GoToChapter);
    icon(ui, place(side), Icon::Previous, "control-previous-chapter", previous);
    if view.chapter.get().can_compare() {
        icon(ui, place(side), Icon::Compare, "panel-compare", Some(toggle(Panel::Compare)));
    }
    if lettered_button(ui, view, appearance, "Aa", &view.plain("panel-appearance")) {
        commands.push(toggle(Panel::Appearance));
    }
    if !in_kiosk && lettered_button(ui, view, help, "?", &view.plain("panel-help")) {
        commands.push(toggle(Panel::Help));
    }
    if in_kiosk && view.choices.languages.len() > 1 {
        let place = place((2.6 * side).max(view.em(150.0)));
        let word = view.locale.own_name();
        let name = format!("{}: {word}", view.plain("appearance-language"));
        let naming = Naming { name: &name, enabled: true };
        if pill_button(ui, view, place, &word, Weight::Quiet, naming) {
            commands.push(toggle(Panel::Appearance));
        }
    }
    right - gap
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
