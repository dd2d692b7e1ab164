//! The stage: entities in the world, a pure function of scene, layout and look.
//!
//! In: the resources `Scene`, `Layout` and `Look`, and the state of the page and of the cover over the
//! picture. Out: one entity for each barcode, rectangle, neuron, edge and signal, and two cameras.
//! [`sets`] and [`network`] list the shapes that a scene needs. [`pool`] moves entities to match the
//! list. [`barcode`] does the same for barcodes. [`drawing`] has the shaders and cameras; an exhibit
//! that draws nothing leaves it out.
//!
//! No entity keeps a memory of its own. The same moment gives the same components, to the bit, whatever
//! way the playhead came. The stage never sends a command, and never knows of egui.

pub mod barcode;
pub mod drawing;
pub mod network;
pub mod pool;
pub mod sets;
pub mod shape;

use bevy::prelude::*;

/// The layer of things on the ground, below the overlay.
pub const GROUND_LAYER: usize = 0;
/// The layer of things that fly above the overlay's plots.
pub const FLIGHT_LAYER: usize = 1;

/// The systems in `Update` that move the entities to match the scene.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StageSystems;

/// Adds the systems that move the entities of an exhibit.
pub fn plugin(app: &mut App) {
    app.add_plugins((barcode::plugin, pool::plugin));
}
