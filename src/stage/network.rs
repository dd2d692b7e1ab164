//! Networks: neurons, edges, and the signals that travel along them.

use bevy::color::{Alpha, LinearRgba};
use bevy::prelude::{Rect, Vec2};

use super::shape::{Filling, Part, Shape, ShapeLook, Shapes};
use crate::layout::Layout;
use crate::look::Look;
use crate::scene::network::{Network, Neuron, SignalKind};

/// Diameter of a neuron at 1080p.
const NEURON: f32 = 132.0;
/// The thinnest and the thickest edge at 1080p, and the weight from which on it is the thickest.
const EDGE_WIDTHS: [f32; 2] = [4.0, 14.0];
const THICKEST_AT: f64 = 6.0;

/// Where the middle of something is in the network's area, in points.
#[must_use]
pub fn place(at: [f32; 2], field: Rect) -> Vec2 {
    field.min + Vec2::from(at) * field.size()
}

/// Diameter of a neuron in points.
#[must_use]
pub fn neuron_side(network: &Network, layout: &Layout) -> f32 {
    let area = layout.network.size();
    let row = area.y / network.rows.max(1) as f32;
    let at = |neuron: &Neuron| neuron.at[0];
    let columns = network.neurons.iter().zip(network.neurons.iter().skip(1));
    let apart = columns.map(|(one, next)| (at(next) - at(one)).abs()).filter(|&apart| apart > 0.01);
    let column = area.x * apart.fold(1.0, f32::min);
    // Where type is large, numbers need the room, and what has no room for a caption has none.
    let of_row = if has_captions(network, layout) { 0.62 } else { 0.9 };
    let of_area = if layout.type_size.is_spare() { 0.36 } else { 0.24 };
    (NEURON * layout.unit).min(of_area * area.min_element()).min(of_row * row).min(0.7 * column)
}

/// Whether there is room for captions over and under neurons.
#[must_use]
pub fn has_captions(network: &Network, layout: &Layout) -> bool {
    let row = layout.network.height() / network.rows.max(1) as f32;
    0.38 * row >= 1.2 * layout.type_size.least()
}

/// Where an edge begins and ends, at the rims of its neurons, in points.
#[must_use]
pub fn ends(network: &Network, edge: usize, layout: &Layout) -> Option<[Vec2; 2]> {
    let edge = network.edges.get(edge)?;
    let centre = |neuron: usize| network.neurons.get(neuron).map(|n| place(n.at, layout.network));
    let (from, to) = (centre(edge.from)?, centre(edge.to)?);
    let radius = 0.5 * neuron_side(network, layout) * (to - from).normalize_or_zero();
    Some([from + radius, to - radius])
}

/// Lists the shapes of a network.
pub fn list(network: &Network, layout: &Layout, look: &Look, shapes: &mut Shapes) {
    for (index, edge) in network.edges.iter().enumerate() {
        let Some([from, to]) = ends(network, index, layout) else { continue };
        let along = to - from;
        let slot = shapes.look(edge_look(edge.weight, look, layout));
        shapes.shapes.push(Shape {
            part: Part::Edge(index),
            flies: false,
            centre: 0.5 * (from + to),
            size: Vec2::new(along.length(), edge_width(edge.weight, layout)),
            angle: along.to_angle(),
            look: slot,
        });
    }
    for (index, neuron) in network.neurons.iter().enumerate() {
        let slot = shapes.look(neuron_look(neuron, look, layout));
        shapes.shapes.push(Shape {
            part: Part::Neuron(index),
            flies: false,
            centre: place(neuron.at, layout.network),
            size: Vec2::splat(neuron_side(network, layout)),
            angle: 0.0,
            look: slot,
        });
    }
    for (index, signal) in network.signals.iter().enumerate() {
        let Some([from, to]) = ends(network, signal.edge, layout) else { continue };
        let slot = shapes.look(signal_look(signal.kind, look, layout));
        shapes.shapes.push(Shape {
            part: Part::Signal(index),
            flies: false,
            centre: from.lerp(to, signal.along),
            size: Vec2::splat(22.0 * layout.unit),
            angle: 0.0,
            look: slot,
        });
    }
}

/// The stronger the weight, the wider its edge.
fn edge_width(weight: Option<f64>, layout: &Layout) -> f32 {
    let strength = weight.map_or(0.0, |weight| (weight.abs() / THICKEST_AT).min(1.0)) as f32;
    let [least, most] = EDGE_WIDTHS;
    (least + strength * (most - least)) * layout.unit
}

/// A negative weight is dashed, and of another shade: its sign is told by more than colour.
fn edge_look(weight: Option<f64>, look: &Look, layout: &Layout) -> ShapeLook {
    let negative = weight.is_some_and(|weight| weight < 0.0);
    let strength = if negative { 0.55 } else { 0.75 };
    let colour = look.tint(look.theme.muted, strength);
    ShapeLook {
        dash: if negative { 26.0 * layout.unit } else { 0.0 },
        ..solid(colour.into(), layout)
    }
}

fn neuron_look(neuron: &Neuron, look: &Look, layout: &Layout) -> ShapeLook {
    let theme = &look.theme;
    let fill = if neuron.computes { look.tint(theme.boundary, 0.16) } else { theme.raised };
    let edge = if neuron.active { theme.text } else { look.tint(theme.muted, 0.8) };
    let halo = if neuron.active { theme.text } else { theme.ground };
    ShapeLook {
        edge: edge.into(),
        edge_width: if neuron.active { 4.0 } else { 2.5 } * layout.unit,
        rim: 26.0 * layout.unit,
        halo: LinearRgba::from(halo).with_alpha(if neuron.active { 0.22 } else { 0.0 }),
        ..solid(fill.into(), layout)
    }
}

fn signal_look(kind: SignalKind, look: &Look, layout: &Layout) -> ShapeLook {
    let colour = match kind {
        SignalKind::Value => look.theme.text,
        SignalKind::Error => look.theme.error,
    };
    ShapeLook {
        rim: 18.0 * layout.unit,
        halo: LinearRgba::from(colour).with_alpha(0.35),
        ..solid(colour.into(), layout)
    }
}

fn solid(colour: LinearRgba, layout: &Layout) -> ShapeLook {
    let filling = Filling { colour, pale: colour, hatched: false };
    ShapeLook {
        before: filling,
        after: filling,
        // Rounder than any shape is large: a pill or a disc.
        radius: 1000.0 * layout.unit,
        hatch_period: 1.0,
        opacity: 1.0,
        ..ShapeLook::default()
    }
}
