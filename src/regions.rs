//! Decision regions: worked out only when the weights change, and in a window beside the frames.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bevy::prelude::*;
use bevy::tasks::{AsyncComputeTaskPool, Task, futures::check_ready};
use learning::{Grid, Network};

use crate::chapter::CurrentChapter;
use crate::scene::plane::Region;

/// Count of points along either side of a region's grid.
const POINTS: usize = 100;

/// Whose region it is: of a run, or of a second one beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// The run that is shown.
    First,
    /// The one that is laid over it.
    Second,
}

/// When a region is worked out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Working {
    /// In the frame that shows it, so that the same moment gives the same picture: for pictures, tests
    /// and benches.
    #[default]
    Within,
    /// By a task, while the last region is still shown: no frame waits. At rest, the picture is the same.
    Beside,
}

/// The regions that were asked for last.
///
/// It is a memory, not a state: whether a region is known or not, it is the same once it is there.
#[derive(Resource, Default)]
pub struct Regions {
    working: Working,
    // Scenes are composed from what is borrowed.
    runs: Mutex<[Memory; 2]>,
}

#[derive(Default)]
struct Memory {
    known: Option<Known>,
    task: Option<Task<Known>>,
}

struct Known {
    network: Network,
    side: f64,
    confidence: Arc<[f64]>,
}

impl Known {
    fn work_out(network: Network, side: f64) -> Self {
        let confidence = Grid { points: POINTS, side }.confidence(&network).into();
        Self { network, side, confidence }
    }

    fn region(&self, smooth: bool) -> Region {
        Region { points: POINTS, confidence: Arc::clone(&self.confidence), smooth }
    }
}

impl Regions {
    /// Regions that are worked out within the frame or beside it.
    #[must_use]
    pub fn new(working: Working) -> Self {
        Self { working, ..Self::default() }
    }

    /// What a network says all over the plane from 0 to these axes, which are of one length; while a
    /// task is at it, what the run's network said last, if anything.
    #[must_use]
    pub fn of(&self, run: Run, network: &Network, axes: [f64; 2], smooth: bool) -> Option<Region> {
        let side = axes[0].max(axes[1]);
        let mut runs = self.lock();
        let memory = &mut runs[run as usize];
        let known = memory.known.take_if(|known| known.side != side || known.network != *network);
        if let Some(known) = &memory.known {
            return Some(known.region(smooth));
        }
        if self.working == Working::Within {
            let worked_out = Known::work_out(network.clone(), side);
            return Some(memory.known.insert(worked_out).region(smooth));
        }
        if memory.task.is_none() {
            let network = network.clone();
            let work = async move { Known::work_out(network, side) };
            memory.task = Some(AsyncComputeTaskPool::get().spawn(work));
        }
        // Another plane's region would lie at other places.
        memory.known = known.filter(|known| known.side == side);
        memory.known.as_ref().map(|known| known.region(smooth))
    }

    /// Whether a task is at work.
    #[must_use]
    pub fn is_working(&self) -> bool {
        self.lock().iter().any(|memory| memory.task.is_some())
    }

    /// Takes what the tasks have done; true if any is done.
    fn collect(&self) -> bool {
        let mut is_done = false;
        for memory in self.lock().iter_mut() {
            if let Some(known) = memory.task.as_mut().and_then(check_ready) {
                *memory = Memory { known: Some(known), task: None };
                is_done = true;
            }
        }
        is_done
    }

    /// Forgets all, for they are of another chapter.
    fn forget(&self) {
        *self.lock() = Default::default();
    }

    // Who panicked while holding it has left nothing that could be wrong.
    fn lock(&self) -> MutexGuard<'_, [Memory; 2]> {
        self.runs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Marks the regions as changed when one has been worked out beside the frames.
pub(super) fn collect(mut regions: ResMut<Regions>, chapter: Res<CurrentChapter>) {
    if chapter.is_changed() && regions.working == Working::Beside {
        regions.forget();
    }
    if regions.bypass_change_detection().collect() {
        regions.set_changed();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use learning::learner::mlp::Mlp;

    #[test]
    fn beside_the_frames_the_same_region_comes_a_little_later() {
        AsyncComputeTaskPool::get_or_init(bevy::tasks::TaskPool::new);
        let network = Mlp::default().initial;
        let axes = [1.4, 1.4];
        let expected = Regions::default().of(Run::First, &network, axes, false);
        assert!(expected.is_some());
        let regions = Regions::new(Working::Beside);
        assert_eq!(regions.of(Run::First, &network, axes, false), None);
        assert!(regions.is_working());
        while !regions.collect() {
            std::thread::yield_now();
        }
        assert!(!regions.is_working());
        assert_eq!(regions.of(Run::First, &network, axes, false), expected);
        // A changed network still shows the last region, and a plane of another size none.
        let mut changed = network.clone();
        changed.parameters_mut()[0] += 1.0;
        assert_eq!(regions.of(Run::First, &changed, axes, false), expected);
        assert_eq!(regions.of(Run::First, &changed, [2.0, 2.0], false), None);
        assert_eq!(regions.of(Run::Second, &network, axes, false), None);
        regions.forget();
        assert!(!regions.is_working());
    }
}
