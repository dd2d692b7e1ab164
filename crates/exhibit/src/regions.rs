//! Decision regions: what a plane asks for, and the answers that are known.

use std::sync::Arc;

use bevy_ecs::resource::Resource;
use learning::{Grid, Network};

/// Count of points along either side of a network's region.
pub const POINTS: usize = 100;

/// Whose region it is: of a run, or of a second one beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// The run that is shown.
    First,
    /// The one that is laid over it.
    Second,
}

/// A decision region that a plane asks for: of a network, over a plane from 0 to these axes, which are
/// of one length.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionRequest {
    /// Whose region.
    pub run: Run,
    /// The network whose confidence is asked for.
    pub network: Network,
    /// The length of the axes.
    pub side: f64,
    /// Whether shades tell how sure the machine is; if not, only which class is the likelier.
    pub smooth: bool,
}

/// How surely the plane is of class true, over a grid from 0 to the axes' ends, both included.
#[derive(Clone, Debug)]
pub struct Region {
    /// Count of points along either side.
    pub points: usize,
    /// From 0 to 1, row by row: a row is one width, a column one height.
    pub confidence: Arc<[f64]>,
    /// Whether shades tell how sure the machine is; if not, only which class is the likelier.
    pub smooth: bool,
}

impl PartialEq for Region {
    fn eq(&self, other: &Self) -> bool {
        let same = Arc::ptr_eq(&self.confidence, &other.confidence);
        self.smooth == other.smooth
            && self.points == other.points
            && (same || self.confidence == other.confidence)
    }
}

/// A region that has been worked out.
#[derive(Clone, Debug)]
pub struct KnownRegion {
    network: Network,
    side: f64,
    confidence: Arc<[f64]>,
}

impl KnownRegion {
    /// Works a region out. This takes some milliseconds.
    #[must_use]
    pub fn work_out(request: &RegionRequest) -> Self {
        let RegionRequest { network, side, .. } = request;
        let confidence = Grid { points: POINTS, side: *side }.confidence(network).into();
        Self { network: network.clone(), side: *side, confidence }
    }

    /// Whether it answers a request.
    #[must_use]
    pub fn answers(&self, request: &RegionRequest) -> bool {
        self.side == request.side && self.network == request.network
    }
}

/// The region of each run that was worked out last.
///
/// It is a memory, not a state: once a region is known, it is the same whenever it was worked out.
#[derive(Resource, Clone, Debug, Default)]
pub struct Regions {
    known: [Option<KnownRegion>; 2],
}

impl Regions {
    /// The regions that are asked for, worked out at once.
    #[must_use]
    pub fn worked_out<'a>(requests: impl IntoIterator<Item = &'a RegionRequest>) -> Self {
        let mut regions = Self::default();
        for request in requests {
            regions.keep(request.run, KnownRegion::work_out(request));
        }
        regions
    }

    /// What a plane shows for a request: the region, or, while that is not known yet, the run's last
    /// region on the same axes.
    #[must_use]
    pub fn of(&self, request: &RegionRequest) -> Option<Region> {
        let known = self.known(request.run).filter(|known| known.side == request.side)?;
        let confidence = Arc::clone(&known.confidence);
        Some(Region { points: POINTS, confidence, smooth: request.smooth })
    }

    /// The last region of a run.
    #[must_use]
    pub fn known(&self, run: Run) -> Option<&KnownRegion> {
        self.known[run as usize].as_ref()
    }

    /// Keeps a run's region in place of its last.
    pub fn keep(&mut self, run: Run, region: KnownRegion) {
        self.known[run as usize] = Some(region);
    }

    /// Forgets all regions, for another chapter's lie at other places.
    pub fn forget(&mut self) {
        self.known = [None, None];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use learning::learner::mlp::Mlp;

    #[test]
    fn until_a_region_is_known_the_last_one_on_the_same_axes_is_shown() {
        let network = Mlp::default().initial;
        let request = RegionRequest { run: Run::First, network, side: 1.4, smooth: false };
        let mut regions = Regions::default();
        assert_eq!(regions.of(&request), None);
        regions.keep(Run::First, KnownRegion::work_out(&request));
        let known = regions.of(&request);
        assert!(known.as_ref().is_some_and(|known| known.confidence.len() == POINTS * POINTS));
        // A changed network still shows the last region, and a plane of another size none.
        let mut changed = request.clone();
        changed.network.parameters_mut()[0] += 1.0;
        assert_eq!(regions.of(&changed), known);
        assert!(!regions.known(Run::First).is_some_and(|known| known.answers(&changed)));
        assert_eq!(regions.of(&RegionRequest { side: 2.0, ..request.clone() }), None);
        assert_eq!(regions.of(&RegionRequest { run: Run::Second, ..request.clone() }), None);
        regions.forget();
        assert_eq!(regions.of(&request), None);
    }
}
