//! The weights that the visitor can change: the formula with its numbers, a slider for each weight, and
//! the number of points on the wrong side of the line.

use egui::{Align2, PointerButton, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use super::stepping::{self, Ways};
use super::theme::size;
use super::view::{View, colour, rect};
use super::widgets::{ButtonLook, Naming, focus_ring, is_whole, pill_button, section_label};
use crate::text;
use content::words::Words;
use exhibit::command::Command;
use exhibit::scene::Weights;
use exhibit::visitor::VisitorCommand;

/// How many presses of an arrow key lead from one end of a slider to the other.
const KEY_STEPS: f64 = 40.0;

/// Draws the weights in the world's place.
pub fn show(ui: &mut Ui, view: &View<'_>, shown: &Weights, commands: &mut Vec<Command>) {
    section_label(ui, view, rect(view.layout.world).left_top(), "the-weights");
    let area = rect(view.layout.field);
    let action = view.unit(64.0).max(view.layout.reach.touch);
    let row = ((area.height() - action) / 4.0).min(view.em(130.0));
    let line = |index: usize| {
        let top = area.top() + row * index as f32;
        Rect::from_min_size(pos2(area.left(), top), Vec2::new(area.width(), row))
    };
    let [w1, w2] = shown.weights;
    let formula = Words::new("combination-formula").number("w1", w1).term("w2", w2).both_features();
    sentence_in(ui, view, line(0), &formula, view.points(size::NARRATION));
    for weight in 0..2 {
        slider(ui, view, shown, weight, line(1 + weight), commands);
    }
    let errors =
        Words::new("combination-wrong").count("wrong", shown.wrong).count("points", shown.points);
    sentence_in(ui, view, line(3), &errors, view.points(size::NARRATION));
    let name = view.plain("combination-machine");
    let width = view.em(430.0).min(area.width());
    let place =
        Rect::from_min_size(pos2(area.left(), area.top() + 4.0 * row), Vec2::new(width, action));
    let naming = Naming { name: &name, enabled: shown.is_own };
    if pill_button(ui, view, place, &name, ButtonLook::Quiet, naming).clicked() {
        commands.push(Command::Visitor(VisitorCommand::Weights(None)));
    }
}

/// Writes a sentence at the left of a line. It becomes smaller if it does not fit. When type is large,
/// it uses two lines instead if they fit.
fn sentence_in(ui: &Ui, view: &View<'_>, line: Rect, words: &Words, points: f32) {
    let text = colour(view.look.theme.text);
    let mut galley = text::line(ui, view, words, points, text, line.width());
    if galley.elided {
        galley = text::sentence(ui, view, words, 0.0, text, line.width());
        if !is_whole(&galley) || galley.size().y > line.height() {
            return;
        }
    }
    let place = Align2::LEFT_CENTER.anchor_size(line.left_center(), galley.size());
    ui.painter().galley(place.min, galley, text);
}

/// Draws one weight: its name and number, and its slider.
fn slider(
    ui: &mut Ui,
    view: &View<'_>,
    shown: &Weights,
    weight: usize,
    line: Rect,
    commands: &mut Vec<Command>,
) {
    let theme = &view.look.theme;
    let value = shown.weights[weight];
    let words = Words::new("weight-of").count("weight", weight + 1).feature("feature", weight);
    let label = Rect::from_min_size(line.min, Vec2::new(line.width(), 0.45 * line.height()));
    let full = words.number("value", value);
    sentence_in(ui, view, label, &full, view.points(size::BODY));

    let height = view.layout.reach.touch.max(0.5 * line.height());
    let track = Rect::from_min_size(
        pos2(line.left(), line.bottom() - height),
        Vec2::new(line.width(), height),
    );
    let knob = view.unit(17.0).max(10.0);
    let (left, right) = (track.left() + knob, track.right() - knob);
    let part = (value / shown.reach).clamp(-1.0, 1.0) as f32;
    let middle = 0.5 * (left + right);
    let x = middle + 0.5 * (right - left) * part;
    let y = track.center().y;
    let response = ui.interact(track, ui.id().with(("weight", weight)), Sense::click_and_drag());
    let name = view
        .text(&Words::new("weight-name").count("weight", weight + 1).feature("feature", weight));
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), value, &name));
    let step = 2.0 * shown.reach / KEY_STEPS;
    let range = [-shown.reach, shown.reach];
    stepping::describe(ui, &response, || view.locale.number(value), value, range, step);
    let mut set = |value: f64| {
        let mut weights = shown.weights;
        weights[weight] = value.clamp(-shown.reach, shown.reach);
        commands.push(Command::Visitor(VisitorCommand::Weights(Some(weights))));
    };
    if let Some(pointer) = response.interact_pointer_pos()
        && (response.dragged()
            || response.clicked_by(PointerButton::Primary)
            || response.is_pointer_button_down_on())
    {
        let part = ((pointer.x - middle) / (0.5 * (right - left))).clamp(-1.0, 1.0);
        set(f64::from(part) * shown.reach);
    }
    let steps = stepping::taken(ui, view, &response, Ways::Two, || view.text(&full));
    if steps[0] != 0 {
        set(value + f64::from(steps[0]) * step);
    }
    if let Some(value) = stepping::set_to(ui, &response) {
        set(value);
    }
    let painter = ui.painter();
    let thick = view.unit(6.0).max(3.0);
    painter.hline(left..=right, y, Stroke::new(thick, colour(theme.hairline)));
    painter.hline(middle.min(x)..=middle.max(x), y, Stroke::new(thick, colour(theme.boundary)));
    let tick = Stroke::new(view.unit(3.0).max(1.5), colour(theme.muted));
    painter.vline(middle, y - view.unit(12.0)..=y + view.unit(12.0), tick);
    painter.circle_filled(pos2(x, y), knob, colour(theme.text));
    let ring = Rect::from_center_size(pos2(x, y), Vec2::splat(2.0 * knob));
    focus_ring(ui, view, &response, ring, knob);
}
