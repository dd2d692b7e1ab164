//! Networks: neurons, edges, and the signals that travel along them.

use bevy::color::{Alpha, LinearRgba};
use bevy::prelude::Vec2;

use super::shape::{Filling, Shape, ShapeLook, Shapes, Thing};
use content::look::Look;
use exhibit::layout::Layout;
use exhibit::layout::network::{ends, neuron_side, place};
use exhibit::scene::network::{Network, Neuron, SignalKind};

/// The widths of the thinnest and the thickest edge at 1080p, and the weight from which an edge
/// has the greatest width.
const EDGE_WIDTHS: [f32; 2] = [4.0, 14.0];
const THICKEST_AT: f64 = 6.0;

/// Lists the shapes of a network.
pub fn list(network: &Network, layout: &Layout, look: &Look, shapes: &mut Shapes) {
    for (index, edge) in network.edges.iter().enumerate() {
        let Some([from, to]) = ends(network, index, layout) else { continue };
        let along = to - from;
        let slot = shapes.look(edge_look(edge.weight, look, layout));
        shapes.shapes.push(Shape {
            thing: Thing::Edge(index),
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
            thing: Thing::Neuron(index),
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
            thing: Thing::Signal(index),
            flies: false,
            centre: from.lerp(to, signal.along),
            size: Vec2::splat(22.0 * layout.unit),
            angle: 0.0,
            look: slot,
        });
    }
}

/// Returns the width of an edge. A stronger weight has a wider edge.
fn edge_width(weight: Option<f64>, layout: &Layout) -> f32 {
    let strength = weight.map_or(0.0, |weight| (weight.abs() / THICKEST_AT).min(1.0)) as f32;
    let [least, most] = EDGE_WIDTHS;
    (least + strength * (most - least)) * layout.unit
}

/// Returns the look of an edge. A negative weight is dashed and has another shade, so more than the
/// colour shows its sign.
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
        // A radius larger than any shape makes a pill or a disc.
        radius: 1000.0 * layout.unit,
        hatch_period: 1.0,
        opacity: 1.0,
        ..ShapeLook::default()
    }
}
