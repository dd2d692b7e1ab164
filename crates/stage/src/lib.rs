//! The stage: entities in the world, a pure function of scene, layout and look.
//!
//! In: the resources `Scene`, `Layout` and `Look`, and what covers the picture. Out: one entity for each
//! barcode, rectangle, neuron, edge and signal, and two cameras. [`sets`] and [`network`] list the shapes
//! that a scene needs; [`pool`] moves entities to match the list; [`barcode`] does the same
//! for barcodes; [`drawing`] has the shaders and cameras, and is left out where nothing is drawn.
//!
//! No entity keeps a memory of its own: whatever way the playhead came, the same moment gives the same
//! components, to the bit. The stage never sends a command, and never knows of egui.

pub mod barcode;
pub mod drawing;
pub mod network;
pub mod pool;
pub mod sets;
pub mod shape;

use bevy::prelude::*;

/// What lies on the ground, below the overlay.
pub const GROUND_LAYER: usize = 0;
/// What flies above the overlay's plots.
pub const FLIGHT_LAYER: usize = 1;

/// When, in `Update`, the entities are moved to match the scene.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StageSystems;

/// Moves the entities of an exhibit.
pub fn plugin(app: &mut App) {
    app.add_plugins((barcode::plugin, pool::plugin));
}
