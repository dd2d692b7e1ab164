//! The formulas of a network, laid out as in a book: a function, and its cases behind a brace.

use egui::{Pos2, Stroke, Ui, pos2};

use super::theme::size;
use super::view::{View, colour, rect};
use super::widgets::section_label;
use crate::text;
use content::words::Words;
use exhibit::scene::{Formulas, Slot};

/// Draws the formulas in a slot, under a label.
pub fn show(ui: &Ui, view: &View<'_>, slot: Slot, formulas: &Formulas) {
    let (area, label) = match slot {
        Slot::World => (rect(view.layout.world), "the-criteria"),
        Slot::Mind | Slot::Side | Slot::Flight => (rect(view.layout.mind), "the-formulas"),
    };
    section_label(ui, view, area.left_top(), label);
    // The widest line decides the type size of all lines.
    let widest = formulas.lines.iter().chain(&formulas.cases).map(|words| width(ui, view, words));
    let widest = widest.fold(0.0, f32::max).max(width(ui, view, &formulas.function) * 1.9);
    let points = view.points(size::TITLE) * (0.92 * area.width() / widest).min(1.0);
    let lines = 2.1 * formulas.lines.len() as f32 + 3.0;
    let top = area.top() + view.em(44.0);
    // Keep at least one line of room for the label above. When type is small, keep the same room below.
    let points = if view.is_spare() {
        view.held(points.min((area.bottom() - top) / lines))
    } else {
        points.min((area.height() - 2.0 * view.em(40.0)) / lines)
    };
    let gap = 2.1 * points;
    // The block is centred for all its lines, so it does not move while lines appear.
    let whole = lines * points;
    let mut at = pos2(area.left(), area.center().y - 0.5 * whole);
    if view.is_spare() {
        at.y = at.y.max(top);
    }
    for line in &formulas.lines {
        write(ui, view, line, at, points);
        at.y += gap;
    }
    if formulas.cases.is_empty() {
        return;
    }
    let height = 1.5 * points * formulas.cases.len() as f32;
    let middle = at.y + 0.5 * height;
    let end = write(ui, view, &formulas.function, pos2(at.x, middle - 0.65 * points), points);
    let brace = end + 0.35 * points;
    draw_brace(ui, view, pos2(brace, at.y), height, 0.36 * points);
    for (index, case) in formulas.cases.iter().enumerate() {
        let y = at.y + 1.5 * points * index as f32 + 0.12 * points;
        write(ui, view, case, pos2(brace + 0.75 * points, y), points);
    }
}

fn width(ui: &Ui, view: &View<'_>, words: &Words) -> f32 {
    let text = colour(view.look.theme.text);
    text::sentence(ui, view, words, view.points(size::TITLE), text, f32::INFINITY).size().x
}

/// Writes a line. Returns where it ends.
fn write(ui: &Ui, view: &View<'_>, words: &Words, at: Pos2, points: f32) -> f32 {
    let text = colour(view.look.theme.text);
    let galley = text::sentence(ui, view, words, points, text, f32::INFINITY);
    let end = at.x + galley.size().x;
    ui.painter().galley(at, galley, text);
    end
}

/// Draws a brace as high as the cases behind it: two strokes that meet in a point.
fn draw_brace(ui: &Ui, view: &View<'_>, top: Pos2, height: f32, width: f32) {
    const STEPS: usize = 24;
    let stroke = Stroke::new(view.unit(3.0).max(1.5), colour(view.look.theme.text));
    let half = 0.5 * height;
    let curve = |part: f32| {
        // The stroke goes from its far end over a straight middle to the point. Both bends are quarter
        // sines.
        let bend = 0.28;
        let across = if part < bend {
            0.5 + 0.5 * (1.0 - (part / bend * std::f32::consts::FRAC_PI_2).sin())
        } else if part > 1.0 - bend {
            0.5 * (((1.0 - part) / bend) * std::f32::consts::FRAC_PI_2).sin()
        } else {
            0.5
        };
        (across * width, part * half)
    };
    for direction in [1.0, -1.0] {
        let start = if direction > 0.0 { top.y } else { top.y + height };
        let line = (0..=STEPS).map(|step| {
            let (across, down) = curve(step as f32 / STEPS as f32);
            pos2(top.x + across, start + direction * down)
        });
        ui.painter().line(line.collect(), stroke);
    }
}
