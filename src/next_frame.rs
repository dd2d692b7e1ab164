//! The latest time at which the next frame is due if nothing happens.
//!
//! At rest, nothing is drawn. Everything that changes with time alone (a countdown, the time of a lesson,
//! an invitation in another language) requests here the frame that shows the change.

use bevy::prelude::*;

/// The delay until the next frame. It is requested again in every frame.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub struct NextFrame(Option<f64>);

impl NextFrame {
    /// Requests a frame in this many seconds, or earlier.
    pub fn within(&mut self, seconds: f64) {
        let seconds = seconds.max(0.0);
        self.0 = Some(self.0.map_or(seconds, |known| known.min(seconds)));
    }

    /// The delay in seconds until the next frame, if one was requested.
    #[must_use]
    pub fn seconds(&self) -> Option<f64> {
        self.0
    }
}

/// The order, in `Last`, of the systems that plan the next frame.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NextFrameSystems {
    /// Late requests, from systems that know the delay only at the end of the frame.
    Ask,
    /// Schedules the frame.
    Arrange,
}

/// Lets parts of the exhibit request frames.
pub fn plugin(app: &mut App) {
    app.init_resource::<NextFrame>()
        .add_systems(First, forget)
        .configure_sets(Last, NextFrameSystems::Arrange.after(NextFrameSystems::Ask));
}

fn forget(mut next: ResMut<NextFrame>) {
    next.0 = None;
}

/// How long it takes until this number of seconds, rounded up, decreases by one.
#[must_use]
pub fn until_the_next_second(left: f64) -> f64 {
    left - (left.ceil() - 1.0).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_countdown_is_drawn_when_its_number_changes() {
        for (left, expected) in [(20.0, 1.0), (19.25, 0.25), (1.0, 1.0), (0.5, 0.5), (0.0, 0.0)] {
            assert!((until_the_next_second(left) - expected).abs() < 1e-9, "{left}");
        }
    }

    #[test]
    fn the_earliest_frame_counts_until_the_next_one() {
        let mut app = App::new();
        app.add_plugins(plugin);
        let mut next = app.world_mut().resource_mut::<NextFrame>();
        assert_eq!(next.seconds(), None);
        next.within(3.0);
        next.within(0.5);
        next.within(20.0);
        assert_eq!(next.seconds(), Some(0.5));
        next.within(-1.0);
        assert_eq!(next.seconds(), Some(0.0), "what is late is due now");
        app.update();
        assert_eq!(app.world().resource::<NextFrame>().seconds(), None);
    }
}
