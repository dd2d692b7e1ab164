//! Where the parts of a network lie, so that stage and overlay draw them at the same places.

use bevy_math::{Rect, Vec2};

use super::Layout;
use crate::scene::network::{Network, Neuron};

/// Diameter of a neuron at 1080p.
const NEURON: f32 = 132.0;

/// The point at `at`, across and down from 0 to 1, in the network's area.
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
    // If type is large, neurons need more room for their numbers. Without captions, they get the rest of the
    // row.
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

/// The two ends of an edge, at the rims of its neurons, in points.
#[must_use]
pub fn ends(network: &Network, edge: usize, layout: &Layout) -> Option<[Vec2; 2]> {
    let edge = network.edges.get(edge)?;
    let centre = |neuron: usize| network.neurons.get(neuron).map(|n| place(n.at, layout.network));
    let (from, to) = (centre(edge.from)?, centre(edge.to)?);
    let radius = 0.5 * neuron_side(network, layout) * (to - from).normalize_or_zero();
    Some([from + radius, to - radius])
}
