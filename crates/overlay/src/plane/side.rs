//! The parts beside the plane: the facts that the machine knows, and the choices.

use std::sync::Arc;

use egui::{Galley, Rect, Stroke, StrokeKind, Ui, Vec2, pos2};

use crate::text;
use crate::theme::{self, size};
use crate::view::{View, colour, rect};
use crate::widgets::{Naming, button, check_box, fitted, focus_ring, is_whole};
use exhibit::command::Command;
use exhibit::experiment::{LearnCommand, Subject};
use exhibit::layout::NETWORK_SHARE;
use exhibit::scene::plane::{Fact, Plane};
use exhibit::visitor::{Explained, VisitorCommand};

/// The smallest size of a fact, as a part of its usual size.
const LEAST_SCALE: f32 = 0.5;

/// Draws the facts of a plane. In a chapter that offers it, also draws the check box for datapoints.
pub fn show(ui: &mut Ui, view: &View<'_>, plane: &Plane, commands: &mut Vec<Command>) {
    let area = rect(view.layout.side);
    if plane.facts.is_empty() || area.width() < 1.0 {
        return;
    }
    let has_choice = view.shown.chapter.get().offers_datapoints();
    let choice = if has_choice { view.unit(72.0).max(view.layout.reach.touch) } else { 0.0 };
    // A curve of losses takes the lower part.
    let has_losses = view.shown.scene.losses().is_some() && !view.is_spare();
    let share = if has_losses { NETWORK_SHARE } else { 1.0 };
    let room = share * area.height() - choice;
    if view.is_spare() {
        let area = Rect::from_min_size(area.min, Vec2::new(area.width(), room));
        show_spare(ui, view, plane, area, commands);
    } else {
        let count = plane.facts.len() as f32;
        let height = (room / count).min(view.em(96.0).max(view.layout.reach.touch));
        let mut top = area.top();
        for fact in &plane.facts {
            let line = Rect::from_min_size(pos2(area.left(), top), Vec2::new(area.width(), height));
            show_fact(ui, view, fact, line, commands);
            top += height;
        }
    }
    if has_choice {
        let line = Rect::from_min_max(pos2(area.left(), area.bottom() - choice), area.max);
        let used = view.shown.experiments.rectangles.learner.use_datapoints;
        let [whole, brief] = ["use-datapoints", "use-datapoints-brief"].map(|key| view.plain(key));
        if check_box(ui, view, line, &[&whole, &brief], used) {
            commands.push(Command::Learn(Subject::Rectangles, LearnCommand::UseDatapoints(!used)));
        }
    }
}

/// Draws the facts when type is large. Each fact gets the height that it needs. Facts without room are
/// left out.
fn show_spare(
    ui: &mut Ui,
    view: &View<'_>,
    plane: &Plane,
    area: Rect,
    commands: &mut Vec<Command>,
) {
    let mut left = area.height();
    let set = plane.facts.iter().filter_map(|fact| set_spare(ui, view, fact, area.width()));
    let set = set.map_while(|set| {
        left -= set.height;
        (left >= 0.0).then_some(set)
    });
    let set: Vec<_> = set.collect();
    let used: f32 = set.iter().map(|set| set.height).sum();
    let air = ((area.height() - used) / set.len().max(1) as f32).min(view.unit(24.0));
    let mut top = area.top();
    let theme = &view.look.theme;
    for SetFact { fact, name, value, is_below, height } in set {
        let height = height + air;
        let line = Rect::from_min_size(pos2(area.left(), top), Vec2::new(area.width(), height));
        explain_button(ui, view, fact, line, commands);
        let [of_name, of_value] = [name.size().y, value.size().y];
        let apart = if is_below { 0.5 } else { 0.0 };
        let name_top = line.center().y - 0.5 * of_name - apart * of_value;
        let value_top = line.center().y - 0.5 * of_value + apart * of_name;
        let value_left = line.right() - value.size().x;
        ui.painter().galley(pos2(line.left(), name_top), name, colour(theme.muted));
        ui.painter().galley(pos2(value_left, value_top), value, colour(theme.text));
        top += height;
    }
}

/// A fact whose name and value are laid out, when type is large.
struct SetFact<'a> {
    fact: &'a Fact,
    name: Arc<Galley>,
    value: Arc<Galley>,
    /// Whether the value stands below the name. Otherwise it stands beside the name.
    is_below: bool,
    height: f32,
}

/// Lays out a fact without breaking a word; `None` if it has no room.
fn set_spare<'a>(ui: &Ui, view: &View<'_>, fact: &'a Fact, width: f32) -> Option<SetFact<'a>> {
    let (text, muted) = (colour(view.look.theme.text), colour(view.look.theme.muted));
    let points = view.points(size::BODY);
    let value = text::sentence(ui, view, &fact.value, points, text, width);
    let room = (width - value.size().x - view.unit(16.0)).max(1.0);
    let beside = text::sentence(ui, view, &fact.name, points, muted, room);
    let is_below = !is_whole(&beside);
    let name =
        if is_below { text::sentence(ui, view, &fact.name, points, muted, width) } else { beside };
    let (name_height, value_height) = (name.size().y, value.size().y);
    let height = if is_below { name_height + value_height } else { name_height.max(value_height) };
    let height = height + view.unit(10.0);
    let is_whole = is_whole(&name) && is_whole(&value);
    is_whole.then_some(SetFact { fact, name, value, is_below, height })
}

/// Draws a button behind a weight that has just moved. The button asks why.
fn explain_button(
    ui: &mut Ui,
    view: &View<'_>,
    fact: &Fact,
    line: Rect,
    commands: &mut Vec<Command>,
) {
    let Some(weight) = fact.explains else { return };
    let theme = &view.look.theme;
    let pressed = line.shrink2(Vec2::new(0.0, view.unit(4.0)));
    let name = view.text(&fact.name);
    let response = button(ui, pressed, Naming { name: &name, enabled: true }, None);
    let edge = Stroke::new(view.unit(2.0).max(1.0), colour(theme.error));
    let fill = if response.is_pointer_button_down_on() { theme.hairline } else { theme.raised };
    let radius = view.unit(14.0);
    let card = pressed.expand2(Vec2::new(view.unit(16.0), 0.0));
    ui.painter().rect(card, radius, colour(fill), edge, StrokeKind::Inside);
    focus_ring(ui, view, &response, card, radius);
    if response.clicked() {
        commands.push(Command::Visitor(VisitorCommand::Explain(Some(Explained::Weight(weight)))));
    }
}

fn show_fact(ui: &mut Ui, view: &View<'_>, fact: &Fact, line: Rect, commands: &mut Vec<Command>) {
    explain_button(ui, view, fact, line, commands);
    let theme = &view.look.theme;
    let name = view.text(&fact.name);
    let text = colour(theme.text);
    let muted = colour(theme.muted);
    // Both shrink until the name fits beside the value without breaking a word.
    let mut scale: f32 = 1.0;
    let longest = name.split_whitespace().max_by_key(|word| word.chars().count());
    loop {
        let points = scale * view.points(size::NARRATION).min(0.5 * line.height());
        let value = text::sentence(ui, view, &fact.value, points, text, line.width());
        let room = (line.width() - value.size().x - view.unit(16.0)).max(1.0);
        let points = scale * view.points(size::BODY).min(0.4 * line.height());
        let name = text::sentence(ui, view, &fact.name, points, muted, room);
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
