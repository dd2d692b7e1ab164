//! The plane of width and height with the decision boundary: the mind of Part II.

mod axes;
mod keys;
mod legend;
mod points;
mod readout;
mod region;
mod side;
mod trails;

use std::time::Duration;

use egui::{Align2, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2};
use learning::Line;

use super::plot::{self, fine_tick_spacing, multiples};
use super::theme::size;
use super::view::{View, colour, point, rect};
use crate::text;
use exhibit::command::Command;
use exhibit::layout::PlaneFrame;
use exhibit::scene::Slot;
use exhibit::scene::plane::{Plane, PlaneBoundary, Touch};
use exhibit::visitor::{Explained, VisitorCommand};

pub use legend::label;
use legend::{has_legend, legend};

/// How near a finger must come to touch a line, in points at 1080p.
const NEAR: f32 = 40.0;

/// Draws a plane. In the mind, also draws the parts beside it.
pub fn show(ui: &mut Ui, view: &View<'_>, slot: Slot, plane: &Plane, commands: &mut Vec<Command>) {
    let is_world = slot == Slot::World;
    let network = view.shown.scene.network();
    let beside_a_network = network.is_some_and(|(slot, _)| slot == Slot::World);
    let key = match (is_world, beside_a_network) {
        (true, _) => "the-points",
        (false, true) => "what-it-believes",
        (false, false) => "the-mind",
    };
    let area = if is_world { view.layout.world } else { view.layout.mind };
    let beside = label(ui, view, plane, rect(area), key);
    show_in(ui, view, plane, view.layout.plot_in(slot), beside, commands);
    if !is_world {
        side::show(ui, view, plane, commands);
    }
}

/// Draws a plane in this frame, with the legend above it if it has one. `beside` is the room beside the
/// label.
pub fn show_in(
    ui: &mut Ui,
    view: &View<'_>,
    plane: &Plane,
    plot: bevy_math::Rect,
    beside: Rect,
    commands: &mut Vec<Command>,
) {
    let frame = PlaneFrame { plot, axes: plane.axes };
    let inside = rect(frame.plot);
    ui.painter().rect_filled(inside, view.unit(6.0), colour(view.look.theme.raised));
    let region = plane.region.as_ref().and_then(|shown| view.region(shown));
    match (&region, &plane.boundary) {
        (Some(region), _) => region::ground(ui, view, region, &frame),
        (None, Some(boundary)) => half_planes(ui, view, &frame, &boundary.line),
        (None, None) => {}
    }
    axes::show(ui, view, &frame);
    if has_legend(view, plane) {
        legend(ui, view, inside, beside);
    }
    let [across, up] = plane.axes.map(|axis| multiples(axis, fine_tick_spacing(axis)));
    let upright = across.map(|width| frame.point([width, 0.0]).x);
    plot::grid(ui, view, inside, upright, up.map(|height| frame.point([0.0, height]).y));
    if plane.diagonal {
        diagonal(ui, view, &frame);
    }
    trails::show(ui, view, plane, &frame);
    points::show(ui, view, plane, &frame);
    if let Some(region) = &region {
        region::edge(ui, view, region, &frame, view.unit(5.0).max(2.0));
    }
    named_lines(ui, view, plane, &frame);
    second_run(ui, view, plane, &frame);
    // The boundary lies over all that it divides.
    if let Some(boundary) = &plane.boundary {
        boundary_lines(ui, view, boundary, &frame);
    }
    let edge = Stroke::new(view.unit(2.0).max(1.0), colour(view.look.theme.hairline));
    ui.painter().rect_stroke(inside, view.unit(6.0), edge, StrokeKind::Outside);
    touch(ui, view, plane, &frame, commands);
}

/// Draws the line height = width.
fn diagonal(ui: &Ui, view: &View<'_>, frame: &PlaneFrame) {
    let end = frame.axes[0].min(frame.axes[1]);
    let ends = [[0.0, 0.0], [end, end]].map(|at| point(frame.point(at)));
    let stroke = Stroke::new(view.unit(3.0).max(1.5), colour(view.look.theme.muted));
    let painter = ui.painter().with_clip_rect(rect(frame.plot));
    plot::dashed(&painter, ends, stroke, view.dash(10.0));
}

fn boundary_lines(ui: &Ui, view: &View<'_>, boundary: &PlaneBoundary, frame: &PlaneFrame) {
    let painter = ui.painter().with_clip_rect(rect(frame.plot));
    let accent = colour(view.look.theme.boundary);
    let bounds = frame.axes.map(|axis| [0.0, axis]);
    let ends = |line: &Line| line.segment(bounds).map(|ends| ends.map(|at| point(frame.point(at))));
    let stroke = |width: f32, ink| Stroke::new(view.unit(width).max(2.0), ink);
    if let Some(ends) = boundary.ghost.as_ref().and_then(ends) {
        let stroke = stroke(3.0, accent.gamma_multiply(0.6));
        plot::dashed(&painter, ends, stroke, view.dash(8.0));
    }
    let Some(ends) = ends(&boundary.line) else { return };
    if boundary.active || matches!(boundary.touch, Touch::Turn | Touch::Move) {
        plot::line(&painter, ends, stroke(16.0, accent.gamma_multiply(0.22)));
    }
    plot::line(&painter, ends, stroke(5.0, accent));
}

/// Draws the line of a second run, or the edge of its region, as an outline in the colour of text.
fn second_run(ui: &Ui, view: &View<'_>, plane: &Plane, frame: &PlaneFrame) {
    let ink = colour(view.look.theme.text);
    let stroke = Stroke::new(view.unit(4.0).max(2.0), ink);
    if let Some(region) = plane.second_region.as_ref().and_then(|shown| view.region(shown)) {
        region::outline(ui, &region, frame, stroke);
    }
    let bounds = frame.axes.map(|axis| [0.0, axis]);
    if let Some(ends) = plane.second_line.and_then(|line| line.segment(bounds)) {
        let ends = ends.map(|end| point(frame.point(end)));
        let dashes = Shape::dashed_line(&ends, stroke, view.dash(16.0), view.dash(12.0));
        ui.painter().extend(dashes);
    }
}

/// Draws further lines, each with its name where it leaves the plane.
fn named_lines(ui: &Ui, view: &View<'_>, plane: &Plane, frame: &PlaneFrame) {
    let painter = ui.painter();
    let accent = colour(view.look.theme.boundary);
    let mut taken: Vec<Rect> = Vec::new();
    for named in plane.lines.iter().filter(|named| named.opacity > 0.0) {
        let Some(ends) = named.line.segment(frame.axes.map(|axis| [0.0, axis])) else { continue };
        let [a, b] = ends.map(|end| point(frame.point(end)));
        let stroke = Stroke::new(view.unit(5.0).max(2.0), accent.gamma_multiply(named.opacity));
        painter.line_segment([a, b], stroke);
        // The name stands at the upper end, beside the line and within the plane.
        let upper = if a.y < b.y { a } else { b };
        let lower = if a.y < b.y { b } else { a };
        let ink = colour(view.look.theme.text).gamma_multiply(named.opacity);
        let points = view.points(size::BODY);
        let galley = text::sentence(ui, view, &named.name, points, ink, f32::INFINITY);
        // Lines may lie upon each other. Their names then stand one below the other.
        let place_at = |part: f32| {
            let beside = Vec2::new(view.em(26.0), -view.em(6.0));
            let at = upper + (lower - upper) * part + beside;
            let place = Align2::LEFT_CENTER.anchor_size(at, galley.size());
            place.expand2(Vec2::new(view.em(6.0), 0.0))
        };
        let along = (0..8).map(|step| place_at(0.12 + 0.1 * step as f32));
        // A short line at a corner has no room along it.
        let under = |step| place_at(0.12).translate(Vec2::new(0.0, step as f32 * galley.size().y));
        let mut places = along.chain((1..6).chain(-5..0).map(under));
        let is_free = |ground: &Rect| !taken.iter().any(|other| other.intersects(*ground));
        let ground = places.find(is_free).unwrap_or_else(|| place_at(0.12));
        taken.push(ground);
        let place = ground.shrink2(Vec2::new(view.em(6.0), 0.0));
        let fill = colour(view.look.theme.raised).gamma_multiply(0.85 * named.opacity);
        painter.rect_filled(ground, view.unit(6.0), fill);
        painter.galley(place.min, galley, ink);
    }
}

/// Tints each side of the boundary in the colour and pattern of the prediction there.
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

/// Draws lines rising to the right, `period` apart, within a convex polygon.
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

/// Handles a finger or the pointer on the plane: reads a point out, turns or moves the line, or asks
/// why the line has moved.
fn touch(
    ui: &mut Ui,
    view: &View<'_>,
    plane: &Plane,
    frame: &PlaneFrame,
    commands: &mut Vec<Command>,
) {
    let plot = rect(frame.plot);
    let boundary = plane.boundary.as_ref();
    // Under an explanation the plane never gets the focus, because the card would hide it.
    let for_keys = boundary.filter(|_| view.shown.scene.explanation.is_none());
    let sense = match for_keys.map(|boundary| boundary.touch) {
        Some(Touch::Turn | Touch::Move | Touch::Explain) => Sense::click_and_drag(),
        // A finger still reads points out, but a key has nothing to do here.
        Some(Touch::Nothing) | None => Sense::CLICK | Sense::DRAG,
    };
    let response = ui.interact(plot, ui.id().with("plane"), sense);
    if let Some(boundary) = for_keys {
        keys::show(ui, view, boundary, frame, &response, commands);
    }
    let at = response.interact_pointer_pos().or(response.hover_pos());
    let Some(at) = at.filter(|at| plot.expand(view.unit(NEAR)).contains(*at)) else { return };
    match boundary.map(|boundary| boundary.touch) {
        Some(Touch::Turn) if response.dragged() || response.is_pointer_button_down_on() => {
            if let Some(boundary) = boundary
                && let Some(weights) = turned(&boundary.line, frame.value(at.to_vec2().into_bevy()))
            {
                commands.push(Command::Visitor(VisitorCommand::Weights(Some(weights))));
            }
        }
        Some(Touch::Move) if response.dragged() || response.is_pointer_button_down_on() => {
            if let Some(boundary) = boundary
                && let Some(line) = moved(ui, &response, &boundary.line, frame, at)
            {
                commands.push(Command::Visitor(VisitorCommand::Line(Some(line))));
            }
        }
        Some(Touch::Explain)
            if response.clicked()
                && boundary.is_some_and(|b| distance(&b.line, frame, at) < view.unit(NEAR)) =>
        {
            commands.push(Command::Visitor(VisitorCommand::Explain(Some(Explained::Line))));
        }
        _ => {}
    }
    // A resting pointer stops hiding the plane after some seconds.
    let left = READ_SECONDS - ui.input(|input| input.pointer.time_since_last_movement());
    if left > 0.0 {
        ui.ctx().request_repaint_after(Duration::from_secs_f32(left));
    } else if !response.is_pointer_button_down_on() {
        return;
    }
    readout::show(ui, view, plane, frame, at);
}

/// Returns the weights of the line through the origin and a point. The weights keep their length, and
/// the true side stays the same.
fn turned(line: &Line, [width, height]: [f64; 2]) -> Option<[f64; 2]> {
    let length = width.hypot(height);
    let strength = line.weights[0].hypot(line.weights[1]);
    if !(length > 0.0 && length.is_finite() && strength > 0.0) {
        return None;
    }
    let turned = [-height, width].map(|part| part / length * strength);
    let same = turned[0] * line.weights[0] + turned[1] * line.weights[1] >= 0.0;
    Some(if same { turned } else { turned.map(|weight| -weight) })
}

/// Returns a line moved by a finger. A line held at one end turns about its other end. A line held in
/// its middle moves with the finger. The first touch decides which of these it is.
fn moved(
    ui: &Ui,
    response: &Response,
    line: &Line,
    frame: &PlaneFrame,
    finger: Pos2,
) -> Option<Line> {
    let to = frame.value(finger.to_vec2().into_bevy());
    let bounds = frame.axes.map(|axis| [0.0, axis]);
    let pressed = ui.input(|input| input.pointer.press_origin());
    if response.drag_started() || ui.data(|data| data.get_temp::<Held>(response.id)).is_none() {
        let ends = line.segment(bounds)?.map(|end| (end, point(frame.point(end))));
        let from = pressed.unwrap_or(finger);
        let length = (ends[0].1 - ends[1].1).length();
        let near = ends.iter().position(|(_, end)| (*end - from).length() < 0.25 * length);
        let held = near.map_or(Held::Middle, |end| Held::End(ends[1 - end].0));
        ui.data_mut(|data| data.insert_temp(response.id, held));
    }
    let held: Held = ui.data(|data| data.get_temp(response.id))?;
    if !ui.input(|input| input.pointer.primary_down()) {
        ui.data_mut(|data| data.remove::<Held>(response.id));
    }
    let weights = match held {
        Held::Middle => line.weights,
        Held::End(pivot) => {
            let along = [to[0] - pivot[0], to[1] - pivot[1]];
            if along[0].hypot(along[1]) < 1e-3 * frame.axes[0] {
                return None;
            }
            let turned = [-along[1], along[0]];
            let same = turned[0] * line.weights[0] + turned[1] * line.weights[1] >= 0.0;
            if same { turned } else { turned.map(|weight| -weight) }
        }
    };
    Some(Line { weights, bias: -(weights[0] * to[0] + weights[1] * to[1]) })
}

/// How long a resting pointer reads out the point under it, in seconds.
const READ_SECONDS: f32 = 4.0;

/// Where the finger holds a line.
#[derive(Clone, Copy)]
enum Held {
    /// In its middle: the line keeps its direction.
    Middle,
    /// At one end: the line turns about its other end, which is here.
    End([f64; 2]),
}

/// Returns the distance of a point of the screen from the visible part of a line.
fn distance(line: &Line, frame: &PlaneFrame, at: Pos2) -> f32 {
    let Some([a, b]) = line.segment(frame.axes.map(|axis| [0.0, axis])) else {
        return f32::INFINITY;
    };
    let (a, b) = (point(frame.point(a)), point(frame.point(b)));
    let along = b - a;
    let part = ((at - a).dot(along) / along.length_sq().max(1e-6)).clamp(0.0, 1.0);
    (at - (a + part * along)).length()
}

/// Converts a vector of egui to one of the engine.
trait IntoBevy {
    fn into_bevy(self) -> bevy_math::Vec2;
}

impl IntoBevy for Vec2 {
    fn into_bevy(self) -> bevy_math::Vec2 {
        bevy_math::Vec2::new(self.x, self.y)
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
            // Points high and narrow stay on the true side.
            assert!(turned.score([0.01, 5.0]) > 0.0);
        }
        assert_eq!(turned(&line, [0.0, 0.0]), None);
    }
}
