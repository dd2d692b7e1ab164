//! The texts on a network: values in neurons, weights on edges, and the arithmetic beside them.

mod notes;

use std::sync::Arc;

use learning::Line;

use egui::{Align2, Galley, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2};

use notes::{points_of_notes, show_note, within};

use super::theme::size;
use super::view::{View, colour, point, rect};
use super::widgets::{Naming, button, focus_ring, section_label, switch};
use crate::text;
use content::words::Words;
use exhibit::command::Command;
use exhibit::layout::network::{ends, has_captions, neuron_side, place};
use exhibit::scene::Slot;
use exhibit::scene::network::{EdgeLabel, Network, Neuron, Signal, SignalKind};
use exhibit::visitor::{Explained, VisitorCommand};

/// The smallest number on an edge, at 1080p.
const LEAST_LABEL: f32 = 13.0;
/// The smallest number in a neuron, at 1080p.
const LEAST_NUMBER: f32 = 20.0;

/// Writes the texts on a network.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    slot: Slot,
    network: &Network,
    commands: &mut Vec<Command>,
) {
    if slot == Slot::World {
        section_label(ui, view, rect(view.layout.world).left_top(), "the-mind-as-a-network");
    }
    for neuron in &network.neurons {
        show_neuron(ui, view, network, neuron, commands);
    }
    let mut taken = Vec::new();
    if view.is_spare() {
        let side = 0.7 * neuron_side(network, view.layout);
        let middle = |neuron: &Neuron| point(place(neuron.at, view.layout.network));
        let square = |neuron| Rect::from_center_size(middle(neuron), Vec2::splat(side));
        taken.extend(network.neurons.iter().map(square));
        taken.extend(
            network
                .neurons
                .iter()
                .filter_map(|neuron| content(ui, view, network, neuron))
                .map(|(_, place)| place),
        );
    }
    let points = points_of_labels(ui, view, network);
    for (label, centre) in labels(view, network) {
        show_label(ui, view, label, centre, points, &mut taken, commands);
    }
    // When type is large, only the narration says what the notes say.
    if !view.is_spare() {
        let points = points_of_notes(ui, view, network);
        for note in &network.notes {
            show_note(ui, view, network, note, points);
        }
    }
    for signal in &network.signals {
        show_signal(ui, view, network, signal);
    }
}

fn label_centre(view: &View<'_>, network: &Network, edge: usize) -> Option<Pos2> {
    let [from, to] = ends(network, edge, view.layout)?;
    let at = network.edges[edge].label.as_ref()?.at;
    Some(point(from.lerp(to, at)))
}

/// Writes a sentence centred at a point. The type becomes smaller if the sentence is wider than `width`.
fn centred(ui: &Ui, view: &View<'_>, words: &Words, at: Pos2, points: f32, width: f32) -> Rect {
    let text = colour(view.look.theme.text);
    let whole = text::sentence(ui, view, words, points, text, f32::INFINITY);
    let part = width / whole.size().x.max(1.0);
    let points = if part < 1.0 { (points * part).floor() } else { points };
    let galley = text::line(ui, view, words, points, text, width);
    let place = Align2::CENTER_CENTER.anchor_size(at, galley.size());
    if !galley.elided {
        ui.painter().galley(place.min, galley, text);
    }
    place
}

fn show_neuron(
    ui: &mut Ui,
    view: &View<'_>,
    network: &Network,
    neuron: &Neuron,
    commands: &mut Vec<Command>,
) {
    let centre = point(place(neuron.at, view.layout.network));
    let side = neuron_side(network, view.layout);
    if let Some(bit) = neuron.toggles {
        toggle(ui, view, neuron, Rect::from_center_size(centre, Vec2::splat(side)), bit, commands);
    }
    if let Some((line, axes)) = &neuron.sees {
        small_picture(ui, view, centre, 0.5 * side, line, *axes);
    }
    let points = view.points(size::TITLE).min(0.4 * side);
    if view.is_spare() {
        if let Some((galley, place)) = content(ui, view, network, neuron) {
            ui.painter().galley(place.min, galley, colour(view.look.theme.text));
        }
    } else {
        let words = legible(ui, view, &neuron.content, points, 0.84 * side);
        centred(ui, view, &words, centre, points, 0.84 * side);
    }
    let caption = neuron.caption.as_ref();
    if let Some(caption) = caption.filter(|_| has_captions(network, view.layout)) {
        let away = 0.5 * side + (0.16 * side).min(view.em(24.0));
        let y = if neuron.caption_below { centre.y + away } else { centre.y - away };
        let points = view.points(size::BODY).min(0.3 * side);
        let width = view.layout.size.x;
        let room = 2.0 * (centre.x.min(width - centre.x) - view.em(8.0));
        // When type is large, the caption would reach into the part beside the network.
        let at = if view.is_spare() {
            let whole =
                text::sentence(ui, view, caption, points, colour(view.look.theme.text), room)
                    .size();
            within(
                rect(view.layout.network).expand(0.5 * side),
                Align2::CENTER_CENTER.anchor_size(pos2(centre.x, y), whole),
            )
            .center()
        } else {
            pos2(centre.x, y)
        };
        centred(ui, view, caption, at, points, room);
    }
}

/// Rounds a number in a neuron to as many decimals as are readable there.
fn legible(ui: &Ui, view: &View<'_>, words: &Words, points: f32, width: f32) -> Words {
    let least = view.unit(LEAST_NUMBER).max(9.0);
    let text = colour(view.look.theme.text);
    let is_legible = |words: &Words| {
        let whole = text::sentence(ui, view, words, points, text, f32::INFINITY);
        (points * (width / whole.size().x.max(1.0)).min(1.0)).floor() >= least
    };
    let rounded = [3, 2].map(|decimals| words.clone().rounded(decimals));
    let mut wordings = std::iter::once(words).chain(&rounded);
    wordings.find(|words| is_legible(words)).unwrap_or(&rounded[1]).clone()
}

/// Returns the text of a neuron and its place, when type is large: a number with as many decimals as
/// fit. `None` if it does not fit at all, because a cut number would be a wrong number.
fn content(
    ui: &Ui,
    view: &View<'_>,
    network: &Network,
    neuron: &Neuron,
) -> Option<(Arc<Galley>, Rect)> {
    let side = neuron_side(network, view.layout);
    let points = view.points(size::TITLE).min(0.4 * side);
    let text = colour(view.look.theme.text);
    let centre = point(place(neuron.at, view.layout.network));
    let wordings = std::iter::once(neuron.content.clone())
        .chain([2, 1].map(|decimals| neuron.content.clone().rounded(decimals)));
    wordings
        .map(|words| {
            let galley = text::sentence(ui, view, &words, points, text, f32::INFINITY);
            let place = Align2::CENTER_CENTER.anchor_size(centre, galley.size());
            (galley, place)
        })
        .find(|(_, place)| place.width() <= 1.1 * side)
}

/// Draws an input that a touch switches between 0 and 1.
fn toggle(
    ui: &mut Ui,
    view: &View<'_>,
    neuron: &Neuron,
    place: Rect,
    bit: usize,
    commands: &mut Vec<Command>,
) {
    let name = neuron.caption.as_ref().map(|words| view.text(words)).unwrap_or_default();
    let target = place.expand((0.5 * (view.layout.reach.touch - place.width())).max(0.0));
    let response = switch(ui, target, &name, view.shown.pattern[bit]);
    focus_ring(ui, view, &response, place, 0.5 * place.width());
    if response.clicked() {
        let mut pattern = view.shown.pattern;
        pattern[bit] = !pattern[bit];
        commands.push(Command::Visitor(VisitorCommand::Pattern(pattern)));
    }
}

/// Draws, in a neuron, the side of its line on which the neuron answers true.
fn small_picture(ui: &Ui, view: &View<'_>, centre: Pos2, radius: f32, line: &Line, axes: [f64; 2]) {
    const CORNERS: usize = 48;
    let radius = 0.94 * radius;
    // The disc is a polygon, cut by the line. Its centre is the centre of the plane.
    let corner = |index: usize| {
        let angle = std::f32::consts::TAU * index as f32 / CORNERS as f32;
        Vec2::angled(angle)
    };
    let score = |at: Vec2| {
        let part = |along: f32, axis: f64| f64::from(0.5 + 0.5 * along) * axis;
        line.score([part(at.x, axes[0]), part(-at.y, axes[1])])
    };
    let mut inside = Vec::with_capacity(CORNERS + 2);
    for index in 0..CORNERS {
        let (here, there) = (corner(index), corner(index + 1));
        let (from, to) = (score(here), score(there));
        if from > 0.0 {
            inside.push(centre + radius * here);
        }
        if (from > 0.0) != (to > 0.0) {
            let part = (from / (from - to)) as f32;
            inside.push(centre + radius * (here + part * (there - here)));
        }
    }
    if inside.len() > 2 {
        let ink = colour(view.look.tint(view.look.theme.muted, 0.45));
        ui.painter().add(Shape::convex_polygon(inside, ink, Stroke::NONE));
    }
}

fn labels<'a>(
    view: &View<'_>,
    network: &'a Network,
) -> impl Iterator<Item = (&'a EdgeLabel, Pos2)> {
    network.edges.iter().enumerate().filter_map(|(index, edge)| {
        Some((edge.label.as_ref()?, label_centre(view, network, index)?))
    })
}

/// Returns the type size of the labels. It shrinks while a label hides the text of another label or of
/// a neuron. When type is large, it never shrinks, and [`show_label`] leaves out labels instead.
fn points_of_labels(ui: &Ui, view: &View<'_>, network: &Network) -> f32 {
    let radius = 0.6 * 0.5 * neuron_side(network, view.layout);
    let mut points = view.points(size::BODY);
    while !view.is_spare() && points > view.unit(LEAST_LABEL) {
        let set = |(label, centre)| set_label(ui, view, label, centre, points);
        let set: Vec<_> = labels(view, network).map(set).collect();
        let is_free = |(index, label): (usize, &SetLabel)| {
            let neurons = network.neurons.iter();
            let mut centres = neurons.map(|neuron| point(place(neuron.at, view.layout.network)));
            let text = |label: &SetLabel| label.pill.shrink2(label.margin);
            let hides = |one: &SetLabel, other: &SetLabel| one.pill.intersects(text(other));
            let mut others = set[..index].iter();
            centres.all(|centre| label.pill.distance_to_pos(centre) >= radius)
                && !others.any(|other| hides(label, other) || hides(other, label))
        };
        if set.iter().enumerate().all(is_free) {
            break;
        }
        points -= 1.0;
    }
    points
}

/// A label's numbers, and the pill under them.
struct SetLabel {
    now: Arc<Galley>,
    before: Option<Arc<Galley>>,
    margin: Vec2,
    arrow: f32,
    pill: Rect,
}

fn set_label(ui: &Ui, view: &View<'_>, label: &EdgeLabel, centre: Pos2, points: f32) -> SetLabel {
    let text = colour(view.look.theme.text);
    let sentence = |words| text::sentence(ui, view, words, points, text, f32::INFINITY);
    let now = sentence(&label.now);
    let before = label.before.as_ref().map(sentence);
    let part = if view.is_spare() { view.layout.em } else { points / size::BODY };
    let arrow = 34.0 * part;
    let gap = before.as_ref().map_or(0.0, |_| arrow);
    let width = now.size().x + before.as_ref().map_or(0.0, |galley| galley.size().x) + gap;
    let margin = part * Vec2::new(18.0, 7.0);
    let pill = Rect::from_center_size(centre, Vec2::new(width, now.size().y) + 2.0 * margin);
    SetLabel { now, before, margin, arrow, pill }
}

/// Writes a weight on its edge. If the weight has just changed, the old value is struck out and the new
/// one follows.
fn show_label(
    ui: &mut Ui,
    view: &View<'_>,
    label: &EdgeLabel,
    centre: Pos2,
    points: f32,
    taken: &mut Vec<Rect>,
    commands: &mut Vec<Command>,
) {
    let theme = &view.look.theme;
    let text = colour(theme.text);
    let SetLabel { now, before, margin, arrow, pill } = set_label(ui, view, label, centre, points);
    // When type is large, leave out a label that would lie on another one.
    if view.is_spare() {
        if taken.iter().any(|other| other.intersects(pill.shrink(2.0))) {
            return;
        }
        taken.push(pill);
    }
    let changed = label.before.is_some();
    let edge = if changed { theme.error } else { theme.hairline };
    let stroke = Stroke::new(view.unit(if changed { 3.5 } else { 2.0 }).max(1.5), colour(edge));
    let radius = 0.5 * pill.height();
    if let Some(weight) = label.explains {
        let target =
            pill.expand2(Vec2::splat((0.5 * (view.layout.reach.touch - pill.height())).max(0.0)));
        let name = view.text(&Words::new("explain-weight").count("weight", weight + 1));
        let response = button(ui, target, Naming { name: &name, enabled: true }, None);
        if response.clicked() {
            commands
                .push(Command::Visitor(VisitorCommand::Explain(Some(Explained::Weight(weight)))));
        }
        focus_ring(ui, view, &response, pill, radius);
    }
    let painter = ui.painter();
    painter.rect(pill, radius, colour(theme.raised), stroke, StrokeKind::Inside);
    let mut left = pill.left() + margin.x;
    let y = centre.y - 0.5 * now.size().y;
    if let Some(before) = before {
        let muted = colour(theme.muted);
        let size = before.size();
        painter.galley_with_override_text_color(pos2(left, y), before, muted);
        let strike = Stroke::new(view.unit(2.5).max(1.5), colour(theme.error));
        painter.hline(left..=left + size.x, centre.y, strike);
        left += size.x;
        let from = pos2(left + 0.2 * arrow, centre.y);
        arrow_head(painter, view, from, pos2(left + 0.8 * arrow, centre.y));
        left += arrow;
    }
    painter.galley(pos2(left, y), now, text);
}

/// Draws an arrow in the error's colour.
fn arrow_head(painter: &Painter, view: &View<'_>, from: Pos2, to: Pos2) {
    let error = colour(view.look.theme.error);
    let direction = (to - from).normalized();
    let across = direction.rot90();
    let head = view.unit(13.0).min((to - from).length());
    let stroke = Stroke::new(view.unit(3.0).max(1.5), error);
    painter.line_segment([from, to - 0.6 * head * direction], stroke);
    painter.add(Shape::convex_polygon(
        vec![
            to,
            to - head * direction + 0.6 * head * across,
            to - head * direction - 0.6 * head * across,
        ],
        error,
        Stroke::NONE,
    ));
}

/// Writes the travelling value above its dot.
fn show_signal(ui: &Ui, view: &View<'_>, network: &Network, signal: &Signal) {
    let ends = ends(network, signal.edge, view.layout);
    let (Some([from, to]), Some(text)) = (ends, &signal.text) else { return };
    let at = point(from.lerp(to, signal.along)) - Vec2::new(0.0, view.em(34.0));
    let theme = &view.look.theme;
    let ink = colour(match signal.kind {
        SignalKind::Value => theme.text,
        SignalKind::Error => theme.error,
    });
    let galley = text::sentence(ui, view, text, view.points(size::BODY), ink, f32::INFINITY);
    let written = Align2::CENTER_CENTER.anchor_size(at, galley.size());
    let ground = written.expand2(Vec2::new(view.em(8.0), view.em(2.0)));
    ui.painter().rect_filled(ground, view.unit(8.0), colour(theme.ground));
    ui.painter().galley(written.min, galley, ink);
}
