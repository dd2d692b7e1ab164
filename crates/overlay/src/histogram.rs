//! The histogram with the decision boundary: the mind of Part I.

use egui::{Align2, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2};

use super::ink::{fill_class, mark};
use super::names;
use super::plot::{self, multiples, tick_spacing};
use super::theme::{self, size};
use super::ticks::Ticks;
use super::view::{View, colour, point, rect};
use super::widgets::{section_label, write};
use exhibit::layout::HistogramFrame;
use exhibit::layout::flight;
use exhibit::layout::spot::place;
use exhibit::scene::{BinAxis, Boundary, Cell, Histogram, Ink, Role};

/// Draws the histogram.
pub fn show(ui: &mut Ui, view: &View<'_>, histogram: &Histogram) {
    let frame =
        HistogramFrame::new(view.layout.plot, histogram.first, histogram.last(), histogram.top);
    section_label(ui, view, rect(view.layout.mind).left_top(), "the-mind");
    if let Some(boundary) = &histogram.boundary {
        sides(ui, view, &frame, boundary);
    }
    axes(ui, view, &frame, histogram);
    let plot = rect(frame.plot);
    let counts = multiples(frame.top, tick_spacing(frame.top));
    plot::grid(ui, view, plot, [], counts.map(|count| frame.point(0.0, count).y));
    bars(ui, view, &frame, histogram);
    if histogram.by_class {
        patterns(ui, view, &frame, histogram);
    }
    if let Some(cell) = &histogram.cell {
        current(ui, view, &frame, cell);
    }
    // The boundary lies over all that it divides.
    if let Some(boundary) = &histogram.boundary {
        boundary_lines(ui, view, &frame, boundary);
        boundary_label(ui, view, &frame, boundary);
        second_out_of_sight(ui, view, &frame, boundary);
    }
    path(ui, view);
}

fn bars(ui: &Ui, view: &View<'_>, frame: &HistogramFrame, histogram: &Histogram) {
    let painter = ui.painter().with_clip_rect(rect(frame.plot));
    let unknown = colour(view.look.theme.unknown);
    for (index, &[of_false, of_true]) in histogram.bins.iter().enumerate() {
        let (count, fill) = if histogram.by_class {
            // `patterns` draws class true afterwards.
            (of_false, colour(view.look.class(false)))
        } else {
            (of_false + of_true, unknown)
        };
        if count > 0 {
            let value = histogram.first + index as u32;
            let bar = frame.cell(value, 0).union(frame.cell(value, count - 1));
            painter.rect_filled(rect(bar), 0.0, fill);
        }
    }
}

fn boundary_lines(ui: &Ui, view: &View<'_>, frame: &HistogramFrame, boundary: &Boundary) {
    let plot = rect(frame.plot);
    let painter = ui.painter().with_clip_rect(plot);
    let accent = colour(view.look.theme.boundary);
    let stroke = |width: f32, ink| Stroke::new(view.unit(width).max(2.0), ink);
    let ends = |value: f64| {
        // Clamp far values. A line outside the plot is invisible wherever it lies.
        let x = frame.point(value, 0.0).x.clamp(plot.left() - 1e4, plot.right() + 1e4);
        [pos2(x, plot.bottom()), pos2(x, plot.top())]
    };
    if let Some(ghost) = boundary.ghost {
        let stroke = stroke(3.0, accent.gamma_multiply(0.6));
        plot::dashed(&painter, ends(ghost), stroke, view.dash(8.0));
    }
    if let Some(second) = boundary.second {
        let stroke = stroke(4.0, colour(view.look.theme.text));
        plot::dashed(&painter, ends(second), stroke, view.dash(16.0));
    }
    if boundary.active {
        plot::line(&painter, ends(boundary.value), stroke(16.0, accent.gamma_multiply(0.22)));
    }
    plot::line(&painter, ends(boundary.value), stroke(5.0, accent));
}

/// Draws the bars of class true in their pattern.
fn patterns(ui: &Ui, view: &View<'_>, frame: &HistogramFrame, histogram: &Histogram) {
    for (index, &[of_false, of_true]) in histogram.bins.iter().enumerate() {
        if of_true > 0 {
            let value = histogram.first + index as u32;
            let (lowest, highest) =
                (frame.cell(value, of_false), frame.cell(value, of_false + of_true - 1));
            let whole = rect(lowest.union(highest));
            fill_class(&ui.painter().with_clip_rect(whole), view, whole, true, 0.0);
        }
    }
}

/// Draws the current sample in its bin, or the empty place that waits for it.
fn current(ui: &Ui, view: &View<'_>, frame: &HistogramFrame, cell: &Cell) {
    let theme = &view.look.theme;
    let square = rect(frame.cell(cell.value, cell.level));
    // A cell may be very low, but the last row must still see its mark.
    let least = view.unit(7.0);
    let square = if square.height() < least {
        Rect::from_min_max(pos2(square.left(), square.bottom() - least), square.max)
    } else {
        square
    };
    let painter = ui.painter();
    let ink = match cell.ink {
        Ink::Unknown => theme.muted,
        Ink::Boundary => theme.boundary,
        Ink::Class(label) => view.look.class(label),
    };
    if cell.filled {
        let halo = square.expand(view.unit(6.0));
        painter.rect_filled(halo, view.unit(6.0), colour(ink).gamma_multiply(0.25));
        match cell.ink {
            Ink::Class(label) => fill_class(painter, view, square, label, view.unit(2.0)),
            _ => {
                painter.rect_filled(square, view.unit(2.0), colour(ink));
            }
        }
    }
    let edge = Stroke::new(view.unit(3.0).max(1.5), colour(ink));
    painter.rect_stroke(square, view.unit(2.0), edge, StrokeKind::Outside);
}

/// Tints the ground on each side of the boundary in the colour of the prediction there.
fn sides(ui: &Ui, view: &View<'_>, frame: &HistogramFrame, boundary: &Boundary) {
    let plot = rect(frame.plot);
    let x = frame.point(boundary.value, 0.0).x.clamp(plot.left(), plot.right());
    for (label, from, to) in [(false, plot.left(), x), (true, x, plot.right())] {
        let side = Rect::from_min_max(pos2(from, plot.top()), pos2(to, plot.bottom()));
        ui.painter().rect_filled(side, 0.0, colour(view.look.tint(view.look.class(label), 0.07)));
    }
}

/// Draws the boundary's value over its line, or at the edge of the plot if the line is outside. Draws
/// the prediction on each side, and in an update the movement of the boundary.
fn boundary_label(ui: &Ui, view: &View<'_>, frame: &HistogramFrame, boundary: &Boundary) {
    let theme = &view.look.theme;
    let plot = rect(frame.plot);
    let x = frame.point(boundary.value, 0.0).x;
    let number = view.locale.number(boundary.value);
    let text = if x < plot.left() {
        format!("← {number}")
    } else if x > plot.right() {
        format!("{number} →")
    } else {
        number
    };
    let painter = ui.painter();
    let ink = colour(theme.on_boundary);
    let galley = painter.layout_no_wrap(text, theme::strong(view.points(size::BODY)), ink);
    let pill = galley.size() + 2.0 * Vec2::new(view.em(14.0), view.em(4.0));
    let half = 0.5 * pill.x;
    let centre = pos2(
        // A number wider than the plot stands in the middle of the plot.
        if half < 0.5 * plot.width() {
            x.clamp(plot.left() + half, plot.right() - half)
        } else {
            plot.center().x
        },
        plot.top() - 0.5 * pill.y - view.em(4.0),
    );
    let pill = Rect::from_center_size(centre, pill);
    painter.rect_filled(pill, 0.5 * pill.height(), colour(theme.boundary));
    let at = Align2::CENTER_CENTER.anchor_size(centre, galley.size()).min;
    painter.galley(at, galley, ink);

    let side = view.em(18.0);
    for (label, direction) in [(false, -1.0), (true, 1.0)] {
        let font = theme::strong(view.points(size::BODY));
        let edge = centre.x + direction * (half + view.em(24.0));
        let room = if label { plot.right() - edge } else { edge - plot.left() + view.em(60.0) };
        let names = names::within(ui, view, font.clone(), (room - side - view.em(10.0)).max(0.0));
        let word = names.class(label);
        let ink = colour(view.look.class(label));
        let galley = painter.layout_no_wrap(word.to_owned(), font, ink);
        let far = edge + direction * (galley.size().x + side + view.em(10.0));
        // This side has no room.
        if far < plot.left() - view.em(60.0) || far > plot.right() {
            continue;
        }
        mark(painter, view, pos2(edge + direction * 0.5 * side, centre.y), side, label);
        let text_x = edge + direction * (side + view.em(10.0));
        let left = if direction < 0.0 { text_x - galley.size().x } else { text_x };
        painter.galley(pos2(left, centre.y - 0.5 * galley.size().y), galley, ink);
    }
    if let Some(ghost) = boundary.ghost {
        move_arrow(painter, view, frame, ghost, boundary.value);
    }
}

/// Writes the value of a second run's boundary at the edge, if that boundary lies outside the plot.
fn second_out_of_sight(ui: &Ui, view: &View<'_>, frame: &HistogramFrame, boundary: &Boundary) {
    let Some(second) = boundary.second else { return };
    let plot = rect(frame.plot).shrink(view.unit(12.0));
    let number = view.locale.number(second);
    let (at, anchor, text) = if second < frame.x[0] {
        (plot.left_center(), Align2::LEFT_CENTER, format!("← {number}"))
    } else if second > frame.x[1] {
        (plot.right_center(), Align2::RIGHT_CENTER, format!("{number} →"))
    } else {
        return;
    };
    let font = theme::strong(view.points(size::BODY));
    write(ui, at, anchor, &text, font, colour(view.look.theme.text));
}

/// Draws an arrow in the error's colour from the old place of the boundary to the new one.
fn move_arrow(painter: &Painter, view: &View<'_>, frame: &HistogramFrame, from: f64, to: f64) {
    let plot = rect(frame.plot);
    let x = |value| frame.point(value, 0.0).x.clamp(plot.left(), plot.right());
    let (from, to) = (x(from), x(to));
    let y = plot.top() + view.unit(28.0);
    let error = colour(view.look.theme.error);
    let stroke = Stroke::new(view.unit(4.0).max(2.0), error);
    let head = view.unit(14.0).min((to - from).abs());
    let direction = (to - from).signum();
    painter.line_segment([pos2(from, y), pos2(to - 0.6 * direction * head, y)], stroke);
    painter.add(Shape::convex_polygon(
        vec![
            pos2(to, y),
            pos2(to - direction * head, y - 0.6 * head),
            pos2(to - direction * head, y + 0.6 * head),
        ],
        error,
        Stroke::NONE,
    ));
}

/// Draws the numbers and titles of the axes.
fn axes(ui: &Ui, view: &View<'_>, frame: &HistogramFrame, histogram: &Histogram) {
    let theme = &view.look.theme;
    let plot = rect(frame.plot);
    let muted = colour(theme.muted);
    let font = || theme::regular(view.points(size::SMALL));
    let bins = histogram.bins.len();
    let widest = ui.painter().layout_no_wrap("000".to_owned(), font(), muted).size().x;
    let bin_width = plot.width() / bins as f32;
    // Eighths are hard to read, so only whole ratios have numbers, at the edges of bins.
    let (every, edge, scale) = match histogram.axis {
        BinAxis::Bars => ((widest / bin_width).ceil().max(1.0) as usize, 0.0, 1.0),
        BinAxis::AspectRatio => (8, 0.5, 0.125),
    };
    let ticks = bins + usize::from(histogram.axis == BinAxis::AspectRatio);
    for index in 0..ticks {
        let value = histogram.first + index as u32;
        let x = frame.point(f64::from(value) - edge, 0.0).x;
        let tick = Stroke::new(view.unit(2.0).max(1.0), muted);
        ui.painter().vline(x, plot.bottom()..=plot.bottom() + view.unit(7.0), tick);
        if index % every == 0 {
            let at = pos2(x, plot.bottom() + view.em(10.0));
            let number = view.locale.number(scale * f64::from(value));
            let is_current = histogram.cell.is_some_and(|cell| cell.value == value);
            let (font, ink) = if is_current {
                (theme::strong(view.points(size::SMALL)), colour(theme.text))
            } else {
                (font(), muted)
            };
            write(ui, at, Align2::CENTER_TOP, &number, font, ink);
        }
    }
    let base = Stroke::new(view.unit(2.0).max(1.0), muted);
    ui.painter().hline(plot.x_range(), plot.bottom(), base);
    // Half of the plot's own line at its upper edge would lie outside.
    ui.painter().hline(plot.x_range(), plot.top(), Stroke::new(1.0, colour(theme.hairline)));
    let spacing = tick_spacing(frame.top);
    let apart = plot.height() * (spacing / frame.top) as f32;
    let every = plot::every(1.1 * view.points(size::SMALL), apart);
    let mut widest = 0.0_f32;
    let ticks = Ticks::up_to(view.locale, frame.top, spacing);
    for (&count, number) in ticks.values.iter().zip(&ticks.labels).step_by(every) {
        let at = pos2(plot.left() - view.em(12.0), frame.point(0.0, count).y);
        widest = widest.max(write(ui, at, Align2::RIGHT_CENTER, number, font(), muted).width());
    }
    let (across, up) = match histogram.axis {
        BinAxis::Bars => ("axis-count-of-bars", "axis-count-of-barcodes"),
        BinAxis::AspectRatio => ("axis-aspect-ratio", "axis-count-of-rectangles"),
    };
    let below = pos2(plot.center().x, plot.bottom() + view.em(44.0));
    write(ui, below, Align2::CENTER_TOP, &view.plain(across), font(), muted);
    let up = format!("{}{}", view.plain(up), ticks.factor);
    plot::upright_title(ui, view, plot, up, widest);
}

/// Draws the path of the flying specimen as a dotted line.
fn path(ui: &Ui, view: &View<'_>) {
    let Some(flying) = view.shown.scene.specimens().find(|s| s.role == Role::Flight) else {
        return;
    };
    let from = place(flying.from, view.shown.scene, view.layout);
    let to = place(flying.to, view.shown.scene, view.layout);
    const DOTS: usize = 64;
    let along: Vec<Pos2> = (0..=DOTS)
        .map(|dot| point(flight::arc(from, to, dot as f32 / DOTS as f32 * 0.9999).centre))
        .collect();
    let dot = view.unit(2.5).max(1.0);
    let muted = colour(view.look.theme.muted);
    ui.painter().extend(Shape::dotted_line(&along, muted, view.dash(12.0), dot));
}
