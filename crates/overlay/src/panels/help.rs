//! The page of the keys.

use egui::{Align2, Stroke, Ui, pos2};

use super::page;
use crate::theme::{self, size};
use crate::view::{View, colour};
use crate::widgets::fitted_line;
use exhibit::command::Command;

/// The actions of keys. `help-…` is the key of the action's words, `help-…-keys` that of its keys.
const HELP: [&str; 20] = [
    "play",
    "phase",
    "sample",
    "ends",
    "speed",
    "direction",
    "chapter",
    "digits",
    "guess",
    "undo",
    "overview",
    "appearance",
    "language",
    "compare",
    "share",
    "fullscreen",
    "tab",
    "switches",
    "this",
    "close",
];

/// The actions in projector mode: those that a teacher uses in class.
const HELP_IN_CLASS: [&str; 22] = [
    "stop",
    "step",
    "sample",
    "ends",
    "play",
    "predict",
    "speed",
    "direction",
    "guess",
    "black",
    "white",
    "freeze",
    "spotlight",
    "notes",
    "time",
    "chapter",
    "digits",
    "overview",
    "appearance",
    "language",
    "full",
    "close",
];

/// Draws the page.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let area = page(ui, view, &view.plain("panel-help"), commands);
    let theme = &view.look.theme;
    let columns = if view.layout.portrait { 1 } else { 2 };
    let shown: &[&str] = if view.is_spare() { &HELP_IN_CLASS } else { &HELP };
    let rows = shown.len().div_ceil(columns);
    let gap = view.unit(64.0);
    let width = (area.width() - gap * (columns - 1) as f32) / columns as f32;
    let height = (area.height() / rows as f32).min(view.em(76.0));
    let lines: Vec<_> = shown
        .iter()
        .map(|name| [view.plain(&format!("help-{name}")), view.plain(&format!("help-{name}-keys"))])
        .collect();
    // The longest line decides the type size of all lines.
    let points = view.points(size::BODY).min(0.42 * height);
    let ink = colour(theme.text);
    let wide = |text: &String, font| ui.painter().layout_no_wrap(text.clone(), font, ink).size().x;
    let widest = lines
        .iter()
        .map(|[what, keys]| {
            wide(what, theme::regular(points)) + wide(keys, theme::strong(points)) + points
        })
        .fold(1.0, f32::max);
    let points = view.held((points * (width / widest).min(1.0)).floor());
    let rule = Stroke::new(view.unit(2.0).max(1.0), colour(theme.hairline));
    for (index, [what, keys]) in lines.iter().enumerate() {
        let left = area.left() + (width + gap) * (index / rows) as f32;
        let top = area.top() + height * (index % rows) as f32;
        let y = top + 0.5 * height;
        let keys = fitted_line(ui, view, keys, theme::strong(points), ink, width);
        let at = Align2::RIGHT_CENTER.anchor_size(pos2(left + width, y), keys.size());
        let room = at.left() - left - 0.5 * points;
        ui.painter().galley(at.min, keys, ink);
        let what = fitted_line(ui, view, what, theme::regular(points), ink, room);
        let at = Align2::LEFT_CENTER.anchor_size(pos2(left, y), what.size());
        ui.painter().galley(at.min, what, ink);
        ui.painter().hline(left..=left + width, top + height, rule);
    }
}
