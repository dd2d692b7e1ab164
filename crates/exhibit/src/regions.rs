//! Decision regions: the requests of planes, and the regions that are known.

use std::sync::Arc;

use bevy_ecs::resource::Resource;
use learning::{Grid, Network};

/// Count of points along each side of a network's region.
pub const POINTS: usize = 100;

/// The run that a region belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// The run that is shown.
    First,
    /// The second run, which is shown over the first.
    Second,
}

/// A plane's request for a decision region: of a network, over a square plane from 0 to `side`.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionRequest {
    /// The run that the region belongs to.
    pub run: Run,
    /// The network whose confidence the plane asks for.
    pub network: Network,
    /// The length of the axes.
    pub side: f64,
    /// Whether shades show how sure the machine is. If not, the region shows only which class is more likely.
    pub smooth: bool,
}

/// The confidence that points of a plane are of class true, on a grid from 0 to the axes' ends, both
/// included.
#[derive(Clone, Debug)]
pub struct Region {
    /// Count of points along each side.
    pub points: usize,
    /// The confidence from 0 to 1, row by row. A row has one width, a column has one height.
    pub confidence: Arc<[f64]>,
    /// Whether shades show how sure the machine is. If not, the region shows only which class is more likely.
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

/// A region that has been computed.
#[derive(Clone, Debug)]
pub struct KnownRegion {
    network: Network,
    side: f64,
    confidence: Arc<[f64]>,
}

impl KnownRegion {
    /// Computes a region. This takes some milliseconds.
    #[must_use]
    pub fn work_out(request: &RegionRequest) -> Self {
        let RegionRequest { network, side, .. } = request;
        let confidence = Grid { points: POINTS, side: *side }.confidence(network).into();
        Self { network: network.clone(), side: *side, confidence }
    }

    /// Whether the region answers a request.
    #[must_use]
    pub fn answers(&self, request: &RegionRequest) -> bool {
        self.side == request.side && self.network == request.network
    }
}

/// The last computed region of each run.
///
/// This is a cache, not a state: a region is the same whenever it is computed.
#[derive(Resource, Clone, Debug, Default)]
pub struct Regions {
    known: [Option<KnownRegion>; 2],
}

impl Regions {
    /// Computes the requested regions at once.
    #[must_use]
    pub fn worked_out<'a>(requests: impl IntoIterator<Item = &'a RegionRequest>) -> Self {
        let mut regions = Self::default();
        for request in requests {
            regions.keep(request.run, KnownRegion::work_out(request));
        }
        regions
    }

    /// The region that a plane shows for a request. While the region of the request is not known yet, it is
    /// the run's last region on the same axes.
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

    /// Keeps a region in place of its run's last one.
    pub fn keep(&mut self, run: Run, region: KnownRegion) {
        self.known[run as usize] = Some(region);
    }

    /// Forgets all regions, because the regions of another chapter lie at other places.
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
        // For a changed network, the last region is shown. On a plane of another size, none is shown.
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
