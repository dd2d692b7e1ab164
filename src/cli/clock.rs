//! Time, which only the native edge reads: how much of it passes, and the time of day.

use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::time::{TimeSystems, TimeUpdateStrategy};
use jiff::Zoned;

use crate::projector::TimeOfDay;

/// How often the exhibit reads the time of day, which it shows in minutes.
pub const LOOK: Duration = Duration::from_secs(1);

/// Makes the exhibit follow real time: its time goes on while the process or the computer sleeps, and does
/// not change when somebody sets the clock.
///
/// The engine alone would use the moment at which it drew the last frame, which may be long ago at rest.
pub fn plugin(app: &mut App) {
    app.insert_resource(TimeUpdateStrategy::ManualInstant(now()))
        .add_systems(First, set.before(TimeSystems));
}

fn set(mut strategy: ResMut<TimeUpdateStrategy>) {
    *strategy = TimeUpdateStrategy::ManualInstant(now());
}

/// The current moment. Compare it only with other moments from this function, because it is not
/// [`Instant::now`].
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

/// The time since the computer started. It includes the time that the computer slept, which Linux leaves out
/// of its usual clock.
#[cfg(target_os = "linux")]
fn since_boot() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or_default();
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// How long the computer has been on, if that is known.
#[must_use]
pub fn since_start_of_computer() -> Option<Duration> {
    #[cfg(target_os = "linux")]
    return Some(since_boot());
    #[cfg(not(target_os = "linux"))]
    None
}

/// Updates the exhibit's time of day.
pub fn tell(mut time: ResMut<TimeOfDay>) {
    let now = Zoned::now();
    let [hour, minute] = [now.hour(), now.minute()].map(|part| u32::from(part.unsigned_abs()));
    time.set_if_neq(TimeOfDay(Some(60 * hour + minute)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_never_goes_back_and_keeps_real_pace() {
        let (first, usual) = (now(), Instant::now());
        std::thread::sleep(Duration::from_millis(50));
        let passed = now() - first;
        assert!(passed >= Duration::from_millis(49), "{passed:?}");
        assert!(passed <= usual.elapsed() + Duration::from_millis(20), "{passed:?}");
    }

    #[test]
    fn the_engine_uses_this_time() {
        let mut app = App::new();
        app.add_plugins((bevy::time::TimePlugin, plugin));
        app.update();
        let before = app.world().resource::<Time<Real>>().elapsed();
        std::thread::sleep(Duration::from_millis(300));
        app.update();
        let passed = app.world().resource::<Time<Real>>().elapsed() - before;
        // The engine's own strategy would be one frame late.
        assert!(passed >= Duration::from_millis(300), "{passed:?}");
    }
}
