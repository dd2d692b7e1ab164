//! The decision boundary without a pointer: arrow keys turn and move it, Enter asks about it.

use egui::{Response, Ui, WidgetInfo, WidgetType};
use learning::Line;

use crate::stepping::{self, Ways};
use crate::view::View;
use crate::widgets::focus_ring;
use content::words::Words;
use exhibit::command::Command;
use exhibit::layout::PlaneFrame;
use exhibit::scene::plane::{PlaneBoundary, Touch};
use exhibit::visitor::{Explained, VisitorCommand};

/// How far one press turns a line, in degrees.
const TURN: f64 = 3.0;
/// How far one press moves a line, as a part of the vertical axis.
const MOVE: f64 = 0.02;

/// Names the plane after the action that its line allows, and performs that action.
pub fn show(
    ui: &Ui,
    view: &View<'_>,
    boundary: &PlaneBoundary,
    frame: &PlaneFrame,
    response: &Response,
    commands: &mut Vec<Command>,
) {
    let line = &boundary.line;
    match boundary.touch {
        Touch::Nothing => return,
        Touch::Explain => {
            let name = view.text(&Words::new("explain-line"));
            let info = || WidgetInfo::labeled(WidgetType::Button, ui.is_enabled(), &name);
            response.widget_info(info);
            // A pointer has to hit the line. A key always means the line.
            if response.clicked() && !ui.input(|input| input.pointer.any_click()) {
                commands.push(Command::Visitor(VisitorCommand::Explain(Some(Explained::Line))));
            }
        }
        Touch::Turn => {
            describe(ui, view, response, line, "name-line-turn");
            let steps = stepping::taken(ui, view, response, Ways::Turn, || value(view, line));
            if steps[0] != 0 {
                let weights = rotated(line.weights, f64::from(steps[0]) * TURN);
                commands.push(Command::Visitor(VisitorCommand::Weights(Some(weights))));
            }
        }
        Touch::Move => {
            describe(ui, view, response, line, "name-line-move");
            let steps =
                stepping::taken(ui, view, response, Ways::TurnAndMove, || value(view, line));
            if steps != [0; 2] {
                commands.push(Command::Visitor(VisitorCommand::Line(Some(moved(
                    line, frame.axes, steps,
                )))));
            }
        }
    }
    focus_ring(ui, view, response, response.rect, view.unit(6.0));
}

fn value(view: &View<'_>, line: &Line) -> String {
    let [w1, w2] = line.weights;
    let words = Words::new("value-line").number("w1", w1).number("w2", w2);
    view.text(&words.both_features())
}

fn describe(ui: &Ui, view: &View<'_>, response: &Response, line: &Line, name: &'static str) {
    let angle = line.weights[1].atan2(line.weights[0]).to_degrees();
    let name = view.plain(name);
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), angle, &name));
    stepping::describe(ui, response, || value(view, line), angle, [-180.0, 180.0], TURN);
}

/// Returns the weights of a line turned clockwise by some degrees.
fn rotated([w1, w2]: [f64; 2], degrees: f64) -> [f64; 2] {
    let (sine, cosine) = (-degrees).to_radians().sin_cos();
    [cosine * w1 - sine * w2, sine * w1 + cosine * w2]
}

/// Returns a line turned about the middle of its visible part, and moved up.
fn moved(line: &Line, axes: [f64; 2], [turns, ups]: [i32; 2]) -> Line {
    let seen = line.segment(axes.map(|axis| [0.0, axis]));
    let mut middle = seen.map_or([0.5 * axes[0], 0.5 * axes[1]], |[one, other]| {
        [0.5 * (one[0] + other[0]), 0.5 * (one[1] + other[1])]
    });
    let weights = rotated(line.weights, f64::from(turns) * TURN);
    // The line moves along its normal. An upright line moves to the right.
    let length = weights[0].hypot(weights[1]).max(f64::MIN_POSITIVE);
    let upward = if weights[1] < 0.0 || weights[1] == 0.0 && weights[0] < 0.0 { -1.0 } else { 1.0 };
    let way = f64::from(ups) * MOVE * axes[1] * upward / length;
    middle = [middle[0] + way * weights[0], middle[1] + way * weights[1]];
    // The line never leaves the plane.
    for (place, axis) in middle.iter_mut().zip(axes) {
        *place = place.clamp(MOVE * axis, (1.0 - MOVE) * axis);
    }
    Line { weights, bias: -(weights[0] * middle[0] + weights[1] * middle[1]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_turned_about_its_middle_and_moved_up() {
        let line = Line { weights: [1.0, 1.0], bias: -1.0 };
        let turned = moved(&line, [1.0, 1.0], [10, 0]);
        assert!(turned.score([0.5, 0.5]).abs() < 1e-12);
        let back = moved(&turned, [1.0, 1.0], [-10, 0]);
        assert!((back.weights[0] - 1.0).abs() < 1e-9 && (back.bias + 1.0).abs() < 1e-9);
        let up = moved(&line, [1.0, 1.0], [0, 5]);
        assert!(up.score([0.5, 0.5]) < 0.0, "the middle is below it now");
        // However often it moves, it stays visible.
        let top = (0..200).fold(line, |line, _| moved(&line, [1.0, 1.0], [0, 1]));
        assert!(top.segment([[0.0, 1.0]; 2]).is_some());
    }
}
