//! Decision regions are computed only when a network's weights change, and in a window outside the frames.

use bevy::prelude::*;
use bevy::tasks::{AsyncComputeTaskPool, Task, futures::check_ready};
use exhibit::chapter::CurrentChapter;
use exhibit::regions::{KnownRegion, RegionRequest, Regions, Run};
use exhibit::scene::Scene;

/// When a region is computed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Working {
    /// In the frame that shows it, so that the same moment gives the same picture: for pictures, tests and
    /// benches.
    #[default]
    Within,
    /// In a task, while the last region is still shown: no frame waits. At rest, the picture is the same.
    Beside,
}

/// The regions that are being computed.
#[derive(Resource, Default)]
pub struct RegionTasks {
    working: Working,
    tasks: [Option<Task<KnownRegion>>; 2],
}

impl RegionTasks {
    /// Regions are computed within the frame or in a task.
    #[must_use]
    pub fn new(working: Working) -> Self {
        Self { working, ..Self::default() }
    }

    /// Whether a task is running.
    #[must_use]
    pub fn is_working(&self) -> bool {
        self.tasks.iter().any(Option::is_some)
    }

    /// Stores the results of finished tasks.
    fn collect(&mut self, run: Run, regions: &mut ResMut<Regions>) {
        let task = &mut self.tasks[run as usize];
        if let Some(known) = task.as_mut().and_then(check_ready) {
            *task = None;
            regions.keep(run, known);
        }
    }

    fn ask(&mut self, request: &RegionRequest, regions: &mut ResMut<Regions>) {
        if regions.known(request.run).is_some_and(|known| known.answers(request)) {
            return;
        }
        match self.working {
            Working::Within => regions.keep(request.run, KnownRegion::work_out(request)),
            Working::Beside => {
                self.tasks[request.run as usize].get_or_insert_with(|| {
                    let request = request.clone();
                    let work = async move { KnownRegion::work_out(&request) };
                    AsyncComputeTaskPool::get().spawn(work)
                });
            }
        }
    }
}

/// Computes the regions that the scene needs.
pub(super) fn resolve(
    mut tasks: ResMut<RegionTasks>,
    mut regions: ResMut<Regions>,
    scene: Res<Scene>,
    chapter: Res<CurrentChapter>,
) {
    let tasks = tasks.bypass_change_detection();
    if chapter.is_changed() && tasks.working == Working::Beside {
        tasks.tasks = [None, None];
        regions.forget();
    }
    for run in [Run::First, Run::Second] {
        tasks.collect(run, &mut regions);
    }
    for request in scene.region_requests() {
        tasks.ask(request, &mut regions);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::ecs::system::RunSystemOnce;
    use learning::learner::mlp::Mlp;

    #[test]
    fn beside_the_frames_the_same_region_comes_a_little_later() {
        AsyncComputeTaskPool::get_or_init(bevy::tasks::TaskPool::new);
        let request = RegionRequest {
            run: Run::First,
            network: Mlp::default().initial,
            side: 1.4,
            smooth: false,
        };
        let mut world = World::new();
        world.insert_resource(Regions::default());
        world.insert_resource(RegionTasks::default());
        let ask = |world: &mut World| {
            let request = request.clone();
            let system = move |mut tasks: ResMut<RegionTasks>, mut regions: ResMut<Regions>| {
                tasks.collect(Run::First, &mut regions);
                tasks.ask(&request, &mut regions);
                (regions.of(&request), tasks.is_working())
            };
            world.run_system_once(system).expect("its resources are there")
        };
        let (expected, working) = ask(&mut world);
        assert!(expected.is_some() && !working);
        world.insert_resource(Regions::default());
        world.insert_resource(RegionTasks::new(Working::Beside));
        assert_eq!(ask(&mut world), (None, true));
        let come = loop {
            match ask(&mut world) {
                (None, _) => std::thread::yield_now(),
                come => break come,
            }
        };
        assert_eq!(come, (expected, false));
    }
}
