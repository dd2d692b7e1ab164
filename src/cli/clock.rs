//! Time, which only the native edge knows: how much of it passes, and the time of day.

use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::time::{TimeSystems, TimeUpdateStrategy};
use jiff::Zoned;

use crate::projector::TimeOfDay;

/// How often the time of day is looked at; it shows minutes.
pub const LOOK: Duration = Duration::from_secs(1);

/// Lets the exhibit's time be that of people: it goes on while the process or the computer sleeps, and a
/// clock that is set makes no difference.
///
/// By itself the engine would take the moment at which the last frame was drawn, which at rest may be long
/// ago.
pub fn plugin(app: &mut App) {
    app.insert_resource(TimeUpdateStrategy::ManualInstant(now()))
        .add_systems(First, set.before(TimeSystems));
}

fn set(mut strategy: ResMut<TimeUpdateStrategy>) {
    *strategy = TimeUpdateStrategy::ManualInstant(now());
}

/// This moment. All that is measured by it must be measured by it alone: it is not [`Instant::now`].
#[must_use]
pub fn now() -> Instant {
    #[cfg(target_os = "linux")]
    {
        use std::sync::LazyLock;
        static BEGAN: LazyLock<(Instant, Duration)> =
            LazyLock::new(|| (Instant::now(), since_boot()));
        let (instant, boot) = *BEGAN;
        instant + since_boot().saturating_sub(boot)
    }
    #[cfg(not(target_os = "linux"))]
    Instant::now()
}

/// Linux leaves the time that the computer slept out of its usual clock; this one counts it.
#[cfg(target_os = "linux")]
fn since_boot() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or_default();
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// Tells the exhibit the time of day.
pub fn tell(mut time: ResMut<TimeOfDay>) {
    let now = Zoned::now();
    let [hour, minute] = [now.hour(), now.minute()].map(|part| u32::from(part.unsigned_abs()));
    time.set_if_neq(TimeOfDay(Some(60 * hour + minute)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_never_goes_back_and_keeps_pace() {
        let (first, usual) = (now(), Instant::now());
        std::thread::sleep(Duration::from_millis(50));
        let passed = now() - first;
        assert!(passed >= Duration::from_millis(49), "{passed:?}");
        assert!(passed <= usual.elapsed() + Duration::from_millis(20), "{passed:?}");
    }

    #[test]
    fn the_engines_time_is_this_one() {
        let mut app = App::new();
        app.add_plugins((bevy::time::TimePlugin, plugin));
        app.update();
        let before = app.world().resource::<Time<Real>>().elapsed();
        std::thread::sleep(Duration::from_millis(300));
        app.update();
        let passed = app.world().resource::<Time<Real>>().elapsed() - before;
        // Not a frame later, as with the engine's own strategy.
        assert!(passed >= Duration::from_millis(300), "{passed:?}");
    }
}
