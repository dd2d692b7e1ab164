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
    let has_losses = view.scene.losses.is_some() && !view.is_spare();
    let share = if has_losses { NETWORK_SHARE } else { 1.0 };
    let room = share * area.height() - choice;
    let mut top = area.top();
    for (fact, height) in plane.facts.iter().zip(heights(ui, view, plane, area.width(), room)) {
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

/// The heights of the facts: all alike. Where type is large, each has what it needs, and those that
/// have no room are left out.
fn heights(ui: &Ui, view: &View<'_>, plane: &Plane, width: f32, room: f32) -> Vec<f32> {
    let count = plane.facts.len();
    let alike = (room / count as f32).min(view.em(96.0).max(view.layout.reach.touch));
    if !view.is_spare() {
        return vec![alike; count];
    }
    let mut left = room;
    let needed = plane.facts.iter().map(|fact| needed(ui, view, fact, width)).map_while(|height| {
        left -= height;
        (left >= 0.0).then_some(height)
    });
    let mut heights: Vec<f32> = needed.collect();
    let rest = (room - heights.iter().sum::<f32>()) / heights.len().max(1) as f32;
    for height in &mut heights {
        *height += rest.min(view.unit(24.0));
    }
    heights
}

/// The height that a fact needs where type is large.
fn needed(ui: &Ui, view: &View<'_>, fact: &Fact, width: f32) -> f32 {
    let ink = colour(view.look.theme.text);
    let points = view.points(size::BODY);
    let value = theme::sentence(ui, view, &fact.value, points, ink, width).size();
    let room = (width - value.x - view.unit(16.0)).max(1.0);
    let name = theme::sentence(ui, view, &fact.name, points, ink, room).size();
    name.y.max(value.y) + view.unit(10.0)
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
    if view.is_spare() {
        let points = view.points(size::BODY);
        let value = theme::sentence(ui, view, &fact.value, points, text, line.width());
        let at = pos2(line.right() - value.size().x, line.center().y - 0.5 * value.size().y);
        // The name has the room that the value leaves.
        let room = (at.x - line.left() - view.unit(16.0)).max(1.0);
        ui.painter().galley(at, value, text);
        let name = theme::sentence(ui, view, &fact.name, points, muted, room);
        let left = line.left_center() - Vec2::new(0.0, 0.5 * name.size().y);
        ui.painter().galley(left, name, muted);
        return;
    }
    // Both are set smaller until the name has room beside the value, without a word broken.
    let mut scale: f32 = 1.0;
    let longest = name.split_whitespace().max_by_key(|word| word.chars().count());
    loop {
        let points = scale * view.points(size::NARRATION).min(0.5 * line.height());
        let value = theme::sentence(ui, view, &fact.value, points, text, line.width());
        let room = (line.width() - value.size().x - view.unit(16.0)).max(1.0);
        let points = scale * view.points(size::BODY).min(0.4 * line.height());
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
