//! The prediction at every place of the plane: a decision region of any shape, and its edge.

use egui::epaint::{Mesh, TessellationOptions, Tessellator, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Rect, Shape, Stroke, Ui, pos2};

use crate::cache;
use crate::view::{View, colour, point, rect};
use exhibit::layout::PlaneFrame;
use exhibit::regions::Region;

/// Strength of the ground's colour for each class.
const GROUND: f32 = 0.12;
/// Strength of the ground's colour where the machine is sure, if shades show the confidence.
const SURE: f32 = 0.42;
/// Strength of the hatching of class true.
const HATCHING: f32 = 0.32;

/// Draws a region under the points of a plane.
pub fn ground(ui: &Ui, view: &View<'_>, region: &Region, frame: &PlaneFrame) {
    if region.points < 2 {
        return;
    }
    let painter = ui.painter().with_clip_rect(rect(frame.plot));
    painter.rect_filled(rect(frame.plot), 0.0, tint(view, false, GROUND));
    let key = (address(region), region.points, region.smooth, cache::key_of(frame), colours(view));
    let mesh = cache::mesh(ui, "region", key, || {
        if region.smooth { shades(view, region, frame) } else { areas(ui, view, region, frame) }
    });
    painter.add(Shape::Mesh(mesh));
}

/// Draws the edge of a region over the points of a plane.
pub fn edge(ui: &Ui, view: &View<'_>, region: &Region, frame: &PlaneFrame, width: f32) {
    if region.points < 2 {
        return;
    }
    let ink = colour(view.look.theme.boundary);
    let key = (address(region), region.points, cache::key_of(frame), ink, width.to_bits());
    let mesh = cache::mesh(ui, "region's edge", key, || {
        let mut mesh = Mesh::default();
        let mut tessellator = tessellator(ui);
        for ends in contour(region, frame) {
            let line = Shape::line_segment(ends, Stroke::new(width, ink));
            tessellator.tessellate_shape(line, &mut mesh);
        }
        mesh
    });
    ui.painter().with_clip_rect(rect(frame.plot)).add(Shape::Mesh(mesh));
}

/// Draws only the edge of a second region, as dashes.
pub fn outline(ui: &Ui, region: &Region, frame: &PlaneFrame, stroke: Stroke) {
    if region.points < 2 {
        return;
    }
    let look = (stroke.color, stroke.width.to_bits());
    let key = (address(region), region.points, cache::key_of(frame), look);
    let mesh = cache::mesh(ui, "second region's edge", key, || {
        let mut mesh = Mesh::default();
        let mut tessellator = tessellator(ui);
        // Draw three of every six pieces. So more than the colour distinguishes this edge from the
        // first run's.
        let pieces = contour(region, frame).into_iter().enumerate();
        for (_, ends) in pieces.filter(|(index, _)| index % 6 < 3) {
            tessellator.tessellate_shape(Shape::line_segment(ends, stroke), &mut mesh);
        }
        mesh
    });
    ui.painter().with_clip_rect(rect(frame.plot)).add(Shape::Mesh(mesh));
}

/// Returns the address of a region's numbers. It identifies them as long as they are shown.
fn address(region: &Region) -> usize {
    region.confidence.as_ptr() as usize
}

fn colours(view: &View<'_>) -> [Color32; 2] {
    [false, true].map(|label| tint(view, label, GROUND))
}

fn tint(view: &View<'_>, label: bool, strength: f32) -> Color32 {
    colour(view.look.tint(view.look.class(label), strength))
}

fn tessellator(ui: &Ui) -> Tessellator {
    let options = TessellationOptions { prerasterized_discs: false, ..Default::default() };
    Tessellator::new(ui.pixels_per_point(), options, [1, 1], Vec::new())
}

/// Returns the place of a grid point on the screen. Fractions lie between grid points.
fn at(region: &Region, frame: &PlaneFrame, row: f64, column: f64) -> Pos2 {
    let last = (region.points - 1) as f64;
    point(frame.point([frame.axes[0] * row / last, frame.axes[1] * column / last]))
}

fn value(region: &Region, row: usize, column: usize) -> f64 {
    region.confidence[row * region.points + column]
}

/// Returns the areas of class true: a plain fill under a hatching.
fn areas(ui: &Ui, view: &View<'_>, region: &Region, frame: &PlaneFrame) -> Mesh {
    let mut mesh = Mesh::default();
    let fill = tint(view, true, GROUND);
    for row in 0..region.points {
        let mut column = 0;
        while column < region.points {
            let start = column;
            while column < region.points && value(region, row, column) > 0.5 {
                column += 1;
            }
            if column > start {
                let (x, y) = (row as f64, start as f64);
                let one = at(region, frame, x - 0.5, y - 0.5);
                let other = at(region, frame, x + 0.5, column as f64 - 0.5);
                mesh.add_colored_rect(Rect::from_two_pos(one, other), fill);
            }
            column += 1;
        }
    }
    hatch(ui, view, region, frame, &mut mesh);
    mesh
}

/// Adds lines rising to the right, within the areas of class true.
fn hatch(ui: &Ui, view: &View<'_>, region: &Region, frame: &PlaneFrame, mesh: &mut Mesh) {
    let plot = rect(frame.plot);
    let stroke = Stroke::new(view.unit(1.5).max(1.0), tint(view, true, HATCHING));
    let period = view.unit(16.0).max(6.0);
    let step = (0.5 * plot.width() / region.points as f32).max(0.25);
    let last = (region.points - 1) as f32;
    let is_true = |at: Pos2| {
        let row = ((at.x - plot.left()) / plot.width() * last).round();
        let column = ((plot.bottom() - at.y) / plot.height() * last).round();
        let inside = (0.0..=last).contains(&row) && (0.0..=last).contains(&column);
        inside && value(region, row as usize, column as usize) > 0.5
    };
    let mut tessellator = tessellator(ui);
    let mut sum = ((plot.left() + plot.top()) / period).ceil() * period;
    while sum < plot.right() + plot.bottom() {
        let left = plot.left().max(sum - plot.bottom());
        let right = plot.right().min(sum - plot.top());
        let along = |x: f32| pos2(x, sum - x);
        let (mut x, mut start) = (left, None);
        while x <= right {
            match (is_true(along(x)), start) {
                (true, None) => start = Some(x),
                (false, Some(from)) => {
                    let line = Shape::line_segment([along(from), along(x)], stroke);
                    tessellator.tessellate_shape(line, mesh);
                    start = None;
                }
                _ => {}
            }
            x += step;
        }
        if let Some(from) = start {
            let line = Shape::line_segment([along(from), along(right)], stroke);
            tessellator.tessellate_shape(line, mesh);
        }
        sum += period;
    }
}

/// Returns a colour for each point of the grid. The surer the machine, the stronger the colour.
fn shades(view: &View<'_>, region: &Region, frame: &PlaneFrame) -> Mesh {
    let mut mesh = Mesh::default();
    let side = region.points;
    for row in 0..side {
        for column in 0..side {
            let confidence = value(region, row, column);
            let sure = (2.0 * (confidence - 0.5).abs()) as f32;
            mesh.vertices.push(Vertex {
                pos: at(region, frame, row as f64, column as f64),
                uv: WHITE_UV,
                color: tint(view, confidence > 0.5, sure * SURE),
            });
        }
    }
    let index = |row: usize, column: usize| (row * side + column) as u32;
    for row in 0..side - 1 {
        for column in 0..side - 1 {
            let [a, b] = [index(row, column), index(row + 1, column)];
            let [c, d] = [index(row, column + 1), index(row + 1, column + 1)];
            mesh.add_triangle(a, b, c);
            mesh.add_triangle(b, d, c);
        }
    }
    mesh
}

/// Returns the line on which the confidence is ½, in short pieces (marching squares: Maple, "Geometric
/// design and space planning using the marching squares and marching cube algorithms", 2003).
fn contour(region: &Region, frame: &PlaneFrame) -> Vec<[Pos2; 2]> {
    let mut pieces = Vec::new();
    for row in 0..region.points - 1 {
        for column in 0..region.points - 1 {
            let corners = [(0, 0), (1, 0), (1, 1), (0, 1)];
            let mut crossings = Vec::with_capacity(4);
            for (index, &(i, j)) in corners.iter().enumerate() {
                let (k, l) = corners[(index + 1) % 4];
                let here = value(region, row + i, column + j) - 0.5;
                let there = value(region, row + k, column + l) - 0.5;
                if (here > 0.0) != (there > 0.0) {
                    let part = here / (here - there);
                    let between =
                        |from: usize, to: usize| from as f64 + part * (to as f64 - from as f64);
                    let x = row as f64 + between(i, k);
                    let y = column as f64 + between(j, l);
                    crossings.push(at(region, frame, x, y));
                }
            }
            pieces.extend(crossings.chunks_exact(2).map(|ends| [ends[0], ends[1]]));
        }
    }
    pieces
}
