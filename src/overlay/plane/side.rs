//! What stands beside the plane: what the machine knows, and what can be chosen.

use bevy_egui::egui::{Rect, Stroke, StrokeKind, Ui, Vec2, pos2};

use crate::command::{Command, Explained};
use crate::layout::NETWORK_SHARE;
use crate::overlay::theme::{self, size};
use crate::overlay::view::{View, colour, rect};
use crate::overlay::widgets::{Naming, button, check_box, fitted, focus_ring};
use crate::scene::plane::{Fact, Plane};

/// How small a fact is set at the least, in parts of its usual size.
const LEAST_SCALE: f32 = 0.5;

/// Draws the facts of a plane and, in a chapter that has it, the check box for datapoints.
pub fn show(ui: &mut Ui, view: &View<'_>, plane: &Plane, commands: &mut Vec<Command>) {
    let area = rect(view.layout.side);
    if plane.facts.is_empty() || area.width() < 1.0 {
        return;
    }
    let has_choice = view.chapter.get().offers_datapoints();
    let choice = if has_choice { view.unit(72.0).max(view.layout.reach.touch) } else { 0.0 };
    // A curve of losses has the lower part.
    let share = if view.scene.losses.is_some() { NETWORK_SHARE } else { 1.0 };
    let room = share * area.height() - choice;
    let height = (room / plane.facts.len() as f32).min(view.em(96.0).max(view.layout.reach.touch));
    let mut top = area.top();
    for fact in &plane.facts {
        let line = Rect::from_min_size(pos2(area.left(), top), Vec2::new(area.width(), height));
        show_fact(ui, view, fact, line, commands);
        top += height;
    }
    if has_choice {
        let line = Rect::from_min_max(pos2(area.left(), area.bottom() - choice), area.max);
        let used = view.experiments.rectangles.learner.use_datapoints;
        if check_box(ui, view, line, &view.plain("use-datapoints"), used) {
            commands.push(Command::UseDatapoints(!used));
        }
    }
}

fn show_fact(ui: &mut Ui, view: &View<'_>, fact: &Fact, line: Rect, commands: &mut Vec<Command>) {
    let theme = &view.look.theme;
    let name = view.text(&fact.name);
    if let Some(weight) = fact.explains {
        let pressed = line.shrink2(Vec2::new(0.0, view.unit(4.0)));
        let response = button(ui, pressed, Naming { name: &name, enabled: true }, None);
        let edge = Stroke::new(view.unit(2.0).max(1.0), colour(theme.error));
        let fill = if response.is_pointer_button_down_on() { theme.hairline } else { theme.raised };
        let radius = view.unit(14.0);
        let card = pressed.expand2(Vec2::new(view.unit(16.0), 0.0));
        ui.painter().rect(card, radius, colour(fill), edge, StrokeKind::Inside);
        focus_ring(ui, view, &response, card, radius);
        if response.clicked() {
            commands.push(Command::Explain(Some(Explained::Weight(weight))));
        }
    }
    let text = colour(theme.text);
    let muted = colour(theme.muted);
    // Both are set smaller until the name has room beside the value, without a word broken.
    let mut scale: f32 = 1.0;
    let longest = name.split_whitespace().max_by_key(|word| word.chars().count());
    loop {
        let points = scale * view.em(size::NARRATION).min(0.5 * line.height());
        let value = theme::sentence(ui, view, &fact.value, points, text, line.width());
        let room = (line.width() - value.size().x - view.unit(16.0)).max(1.0);
        let points = scale * view.em(size::BODY).min(0.4 * line.height());
        let name = theme::sentence(ui, view, &fact.name, points, muted, room);
        let font = theme::strong(points);
        let is_whole = |word| fitted(ui, word, font.clone(), room) == font;
        let fits = name.size().y <= line.height() && longest.is_none_or(is_whole);
        if fits || scale < LEAST_SCALE {
            let middle = |height: f32| line.center().y - 0.5 * height;
            let at = pos2(line.right() - value.size().x, middle(value.size().y));
            ui.painter().galley(at, value, text);
            ui.painter().galley(pos2(line.left(), middle(name.size().y)), name, muted);
            return;
        }
        scale -= 0.05;
    }
}
