//! The plane of width and height with the decision boundary: the mind of Part II.

mod points;
mod readout;
mod side;

use bevy_egui::egui::{
    Align2, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, pos2,
};
use egui_plot::{Line as PlotLine, LineStyle, PlotPoints, PlotTransform, PlotUi};
use learning::Line;

use super::ink::mark;
use super::plot::{self, fine_tick_spacing};
use super::theme::{self, size};
use super::view::{View, colour, point, rect};
use super::widgets::{section_label, write};
use crate::command::{Command, Explained};
use crate::layout::PlaneFrame;
use crate::scene::plane::{Plane, PlaneBoundary, Touch};

/// How near a finger has to come to a line to touch it, at 1080p.
const NEAR: f32 = 40.0;

/// Draws the plane and what stands beside it; returns how its plot lies on the screen.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    plane: &Plane,
    commands: &mut Vec<Command>,
) -> PlotTransform {
    let frame = PlaneFrame { plot: view.layout.plot, axes: plane.axes };
    let key = if view.scene.network.is_some() { "what-it-believes" } else { "the-mind" };
    section_label(ui, view, rect(view.layout.mind).left_top(), key);
    let inside = rect(frame.plot);
    ui.painter().rect_filled(inside, view.unit(6.0), colour(view.look.theme.raised));
    if let Some(boundary) = &plane.boundary {
        half_planes(ui, view, &frame, &boundary.line);
    }
    axes(ui, view, &frame);
    legend(ui, view, inside);
    let spacing = plane.axes.map(fine_tick_spacing);
    let bounds = plane.axes.map(|axis| [0.0, axis]);
    let diagonal = plane.diagonal.then(|| diagonal(view, plane.axes));
    let transform = plot::show(ui, view, inside, "plane", bounds, Some(spacing), |plot| {
        if let Some(diagonal) = diagonal {
            plot.line(diagonal);
        }
    });
    points::show(ui, view, plane, &frame);
    // The boundary lies over all that it divides, so it has a plot of its own.
    if let Some(boundary) = &plane.boundary {
        plot::show(ui, view, inside, "boundary", bounds, None, |plot| {
            boundary_lines(plot, view, boundary, bounds);
        });
    }
    let edge = Stroke::new(view.unit(2.0).max(1.0), colour(view.look.theme.hairline));
    ui.painter().rect_stroke(inside, view.unit(6.0), edge, StrokeKind::Outside);
    touch(ui, view, plane, &frame, commands);
    side::show(ui, view, plane, commands);
    transform
}

/// The line height = width.
fn diagonal<'a>(view: &View<'_>, axes: [f64; 2]) -> PlotLine<'a> {
    let end = axes[0].min(axes[1]);
    let dashed = LineStyle::Dashed { length: view.unit(10.0) };
    PlotLine::new("diagonal", PlotPoints::from(vec![[0.0, 0.0], [end, end]]))
        .color(colour(view.look.theme.muted))
        .width(view.unit(3.0).max(1.5))
        .style(dashed)
        .allow_hover(false)
}

fn boundary_lines<'a>(
    plot: &mut PlotUi<'a>,
    view: &View<'_>,
    boundary: &PlaneBoundary,
    bounds: [[f64; 2]; 2],
) {
    let accent = colour(view.look.theme.boundary);
    let line = |name: &str, line: &Line, width: f32, ink| {
        let segment = line.segment(bounds)?;
        let points = PlotPoints::from(segment.to_vec());
        Some(PlotLine::new(name, points).width(width.max(2.0)).color(ink).allow_hover(false))
    };
    let dashed = LineStyle::Dashed { length: view.unit(8.0) };
    let ghost = boundary.ghost.as_ref().and_then(|ghost| {
        line("ghost", ghost, view.unit(3.0), accent.gamma_multiply(0.6)).map(|l| l.style(dashed))
    });
    let glow = (boundary.active || boundary.touch == Touch::Drag)
        .then(|| line("glow", &boundary.line, view.unit(16.0), accent.gamma_multiply(0.22)));
    let itself = line("boundary", &boundary.line, view.unit(5.0), accent);
    for drawn in [ghost, glow.flatten(), itself].into_iter().flatten() {
        plot.line(drawn);
    }
}

/// Either side of the boundary, softly in the colour and pattern of what the machine says there.
fn half_planes(ui: &Ui, view: &View<'_>, frame: &PlaneFrame, line: &Line) {
    let plot = rect(frame.plot);
    let painter = ui.painter().with_clip_rect(plot);
    let tint = |label| colour(view.look.tint(view.look.class(label), 0.10));
    painter.rect_filled(plot, view.unit(6.0), tint(false));
    let corners = line.half_plane(frame.axes.map(|axis| [0.0, axis]));
    if corners.len() < 3 {
        return;
    }
    let corners: Vec<Pos2> = corners.into_iter().map(|corner| point(frame.point(corner))).collect();
    painter.add(Shape::convex_polygon(corners.clone(), tint(true), Stroke::NONE));
    let ink = colour(view.look.tint(view.look.class(true), 0.30));
    let stroke = Stroke::new(view.unit(1.5).max(1.0), ink);
    hatch(&painter, &corners, view.unit(16.0).max(6.0), stroke);
}

/// Lines rising to the right, `period` apart, within a convex polygon.
fn hatch(painter: &Painter, corners: &[Pos2], period: f32, stroke: Stroke) {
    let sum = |at: &Pos2| at.x + at.y;
    let least = corners.iter().map(sum).fold(f32::INFINITY, f32::min);
    let most = corners.iter().map(sum).fold(f32::NEG_INFINITY, f32::max);
    let mut line = (least / period).ceil() * period;
    while line < most {
        let crossings = corners.iter().zip(corners.iter().cycle().skip(1)).filter_map(|(a, b)| {
            let (from, to) = (sum(a) - line, sum(b) - line);
            ((from > 0.0) != (to > 0.0)).then(|| *a + (*b - *a) * (from / (from - to)))
        });
        if let [a, b] = crossings.collect::<Vec<_>>()[..] {
            painter.line_segment([a, b], stroke);
        }
        line += period;
    }
}

/// Numbers and titles of the axes.
fn axes(ui: &Ui, view: &View<'_>, frame: &PlaneFrame) {
    let plot = rect(frame.plot);
    let muted = colour(view.look.theme.muted);
    let font = || theme::regular(view.em(size::SMALL));
    let [width, height] = frame.axes;
    for value in plot::multiples(width, fine_tick_spacing(width)) {
        let at = pos2(frame.point([value, 0.0]).x, plot.bottom() + view.em(8.0));
        write(ui, at, Align2::CENTER_TOP, &view.locale.number(value), font(), muted);
    }
    for value in plot::multiples(height, fine_tick_spacing(height)).filter(|&value| value > 0.0) {
        let at = pos2(plot.left() - view.em(12.0), frame.point([0.0, value]).y);
        write(ui, at, Align2::RIGHT_CENTER, &view.locale.number(value), font(), muted);
    }
    let below = pos2(plot.center().x, plot.bottom() + view.em(42.0));
    write(ui, below, Align2::CENTER_TOP, view.data_words.feature(0), font(), muted);
    plot::upright_title(ui, view, plot, view.data_words.feature(1).to_owned());
}

/// Which mark is which class, over the plot.
fn legend(ui: &Ui, view: &View<'_>, plot: Rect) {
    let side = view.em(16.0);
    let mut right = plot.right();
    for label in [true, false] {
        let ink = colour(view.look.class(label));
        let font = theme::strong(view.em(size::SMALL));
        let y = plot.top() - view.em(22.0);
        let word = view.data_words.class(label);
        let written = write(ui, pos2(right, y), Align2::RIGHT_CENTER, word, font, ink);
        let centre = pos2(written.left() - view.em(10.0) - 0.5 * side, y);
        mark(ui.painter(), view, centre, side, label);
        right = centre.x - 0.5 * side - view.em(24.0);
    }
}

/// What a finger or the pointer on the plane does: it reads a point out, turns the line, or asks why
/// the line has moved.
fn touch(
    ui: &mut Ui,
    view: &View<'_>,
    plane: &Plane,
    frame: &PlaneFrame,
    commands: &mut Vec<Command>,
) {
    let plot = rect(frame.plot);
    let response = ui.interact(plot, ui.id().with("plane"), Sense::click_and_drag());
    let boundary = plane.boundary.as_ref();
    let at = response.interact_pointer_pos().or(response.hover_pos());
    let Some(at) = at.filter(|at| plot.expand(view.unit(NEAR)).contains(*at)) else { return };
    match boundary.map(|boundary| boundary.touch) {
        Some(Touch::Drag) if response.dragged() || response.is_pointer_button_down_on() => {
            if let Some(boundary) = boundary
                && let Some(weights) = turned(&boundary.line, frame.value(at.to_vec2().into_bevy()))
            {
                commands.push(Command::SetWeights(Some(weights)));
            }
        }
        Some(Touch::Explain)
            if response.clicked()
                && boundary.is_some_and(|b| distance(&b.line, frame, at) < view.unit(NEAR)) =>
        {
            commands.push(Command::Explain(Some(Explained::Line)));
        }
        _ => {}
    }
    readout::show(ui, view, plane, frame, at);
}

/// The weights of the line through the origin and a point: as strong as before, the same side true.
fn turned(line: &Line, [width, height]: [f64; 2]) -> Option<[f64; 2]> {
    let length = width.hypot(height);
    let strength = line.weights[0].hypot(line.weights[1]);
    if !(length > 1e-6 && strength > 0.0) {
        return None;
    }
    let turned = [-height, width].map(|part| part / length * strength);
    let same = turned[0] * line.weights[0] + turned[1] * line.weights[1] >= 0.0;
    Some(if same { turned } else { turned.map(|weight| -weight) })
}

/// How far a point of the screen is from the part of a line that is seen.
fn distance(line: &Line, frame: &PlaneFrame, at: Pos2) -> f32 {
    let Some([a, b]) = line.segment(frame.axes.map(|axis| [0.0, axis])) else {
        return f32::INFINITY;
    };
    let (a, b) = (point(frame.point(a)), point(frame.point(b)));
    let along = b - a;
    let part = ((at - a).dot(along) / along.length_sq().max(1e-6)).clamp(0.0, 1.0);
    (at - (a + part * along)).length()
}

/// A vector of egui as the engine has it.
trait IntoBevy {
    fn into_bevy(self) -> bevy::prelude::Vec2;
}

impl IntoBevy for Vec2 {
    fn into_bevy(self) -> bevy::prelude::Vec2 {
        bevy::prelude::Vec2::new(self.x, self.y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_line_goes_through_the_finger_and_keeps_its_sides() {
        let line = Line::through_origin([-3.0, 4.0]);
        for finger in [[1.0, 2.0], [2.0, 0.5], [0.3, 1.9]] {
            let weights = turned(&line, finger).expect("not the origin");
            let turned = Line::through_origin(weights);
            assert!(turned.score(finger).abs() < 1e-12);
            assert!((weights[0].hypot(weights[1]) - 5.0).abs() < 1e-12);
            // What lies high and narrow stays on the true side.
            assert!(turned.score([0.01, 5.0]) > 0.0);
        }
        assert_eq!(turned(&line, [0.0, 0.0]), None);
    }
}
