//! The stage: entities in the world, a pure function of scene, layout and look.
//!
//! No entity keeps a memory of its own: whatever way the playhead came, the same moment gives the
//! same components, to the bit.

pub mod arrangement;
pub mod barcode;
pub mod drawing;
pub mod flight;
pub mod network;
pub mod sets;
pub mod shape;

use bevy::prelude::*;

/// What lies on the ground, below the overlay.
pub const GROUND_LAYER: usize = 0;
/// What flies above the overlay's plots.
pub const FLIGHT_LAYER: usize = 1;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((barcode::plugin, shape::plugin));
}
