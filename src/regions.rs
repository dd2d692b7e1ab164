//! Decision regions: worked out only when the weights change.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use bevy::prelude::Resource;
use learning::{Grid, Network};

use crate::scene::plane::Region;

/// Count of points along either side of a region's grid.
const POINTS: usize = 100;
/// Count of regions that are kept.
const KEPT: usize = 2;

/// The regions that were asked for last, with the networks whose they are: of a run, and of a second one
/// beside it.
///
/// It is a memory, not a state: whether it is known or not, the region is the same.
#[derive(Resource, Default)]
pub struct Regions(Mutex<VecDeque<Known>>);

struct Known {
    network: Network,
    side: f64,
    confidence: Arc<[f64]>,
}

impl Regions {
    /// What a network says all over the plane from 0 to these axes, which are of one length.
    #[must_use]
    pub fn of(&self, network: &Network, axes: [f64; 2], smooth: bool) -> Region {
        let side = axes[0].max(axes[1]);
        // Who panicked while holding it has left nothing that could be wrong.
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_it = |known: &&Known| known.network == *network && known.side == side;
        let confidence = if let Some(known) = known.iter().find(is_it) {
            Arc::clone(&known.confidence)
        } else {
            let grid = Grid { points: POINTS, side };
            let confidence: Arc<[f64]> = grid.confidence(network).into();
            known.truncate(KEPT - 1);
            let network = network.clone();
            known.push_front(Known { network, side, confidence: Arc::clone(&confidence) });
            confidence
        };
        Region { points: POINTS, confidence, smooth }
    }
}
