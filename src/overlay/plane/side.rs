//! What stands beside the plane: what the machine knows, and what can be chosen.

use bevy_egui::egui::{Align2, Rect, Stroke, StrokeKind, Ui, Vec2, pos2};

use crate::command::{Command, Explained};
use crate::layout::TOUCH_TARGET;
use crate::overlay::theme::{self, size};
use crate::overlay::view::{View, colour, rect};
use crate::overlay::widgets::{Naming, button, focus_ring, write};
use crate::scene::plane::{Fact, Plane};

/// Draws the facts of a plane and, in a chapter that has it, the check box for datapoints.
pub fn show(ui: &mut Ui, view: &View<'_>, plane: &Plane, commands: &mut Vec<Command>) {
    let area = rect(view.layout.side);
    if plane.facts.is_empty() || area.width() < 1.0 {
        return;
    }
    let has_choice = view.chapter.get().offers_datapoints();
    let choice = if has_choice { view.unit(72.0).max(TOUCH_TARGET) } else { 0.0 };
    let room = area.height() - choice;
    let height = (room / plane.facts.len() as f32).min(view.em(96.0).max(TOUCH_TARGET));
    let mut top = area.top();
    for fact in &plane.facts {
        let line = Rect::from_min_size(pos2(area.left(), top), Vec2::new(area.width(), height));
        show_fact(ui, view, fact, line, commands);
        top += height;
    }
    if has_choice {
        let line = Rect::from_min_max(pos2(area.left(), area.bottom() - choice), area.max);
        datapoints(ui, view, line, commands);
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
    let muted = colour(theme.muted);
    let points = view.em(size::BODY).min(0.4 * line.height());
    let galley = theme::sentence(ui, view, &fact.name, points, muted, line.width());
    let left = line.left_center() - Vec2::new(0.0, 0.5 * galley.size().y);
    ui.painter().galley(left, galley, muted);
    let text = colour(theme.text);
    let points = view.em(size::NARRATION).min(0.5 * line.height());
    let galley = theme::sentence(ui, view, &fact.value, points, text, line.width());
    let at = pos2(line.right() - galley.size().x, line.center().y - 0.5 * galley.size().y);
    ui.painter().galley(at, galley, text);
}

/// The check box "use datapoints for updates".
fn datapoints(ui: &mut Ui, view: &View<'_>, line: Rect, commands: &mut Vec<Command>) {
    let theme = &view.look.theme;
    let used = view.experiments.rectangles.learner.use_datapoints;
    let name = view.plain("use-datapoints");
    let response = button(ui, line, Naming { name: &name, enabled: true }, Some(used));
    let side = view.unit(36.0).max(24.0);
    let place =
        Rect::from_center_size(pos2(line.left() + 0.5 * side, line.center().y), Vec2::splat(side));
    let edge = Stroke::new(view.unit(3.0).max(1.5), colour(theme.text));
    let fill = colour(if used { theme.text } else { theme.raised });
    ui.painter().rect(place, view.unit(8.0), fill, edge, StrokeKind::Inside);
    if used {
        let tick = Stroke::new(view.unit(5.0).max(2.0), colour(theme.ground));
        let at = |x: f32, y: f32| place.min + Vec2::new(x, y) * side;
        ui.painter().line_segment([at(0.24, 0.52), at(0.43, 0.72)], tick);
        ui.painter().line_segment([at(0.43, 0.72), at(0.77, 0.30)], tick);
    }
    let left = place.right() + view.unit(16.0);
    let mut points = view.em(size::BODY);
    let width = |points: f32| {
        let font = theme::regular(points);
        ui.painter().layout_no_wrap(name.clone(), font, colour(theme.text)).size().x
    };
    let room = line.right() - left;
    if width(points) > room {
        points = (points * room / width(points)).floor();
    }
    let at = pos2(left, line.center().y);
    write(ui, at, Align2::LEFT_CENTER, &name, theme::regular(points), colour(theme.text));
    focus_ring(ui, view, &response, line, view.unit(10.0));
    if response.clicked() {
        commands.push(Command::UseDatapoints(!used));
    }
}
