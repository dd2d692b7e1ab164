//! When the next frame is due at the latest, though nothing happens.
//!
//! At rest nothing is drawn by itself. Whatever changes with time alone (a countdown, the time of a lesson,
//! an invitation in another language) asks here for the frame that shows the change.

use bevy::prelude::*;

/// How soon the next frame is due. Asked for anew in every frame.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub struct NextFrame(Option<f64>);

impl NextFrame {
    /// Asks for a frame in so many seconds, or earlier.
    pub fn within(&mut self, seconds: f64) {
        let seconds = seconds.max(0.0);
        self.0 = Some(self.0.map_or(seconds, |known| known.min(seconds)));
    }

    /// In how many seconds a frame is due, if one was asked for.
    #[must_use]
    pub fn seconds(&self) -> Option<f64> {
        self.0
    }
}

/// The order of what is about the next frame at the end of this one, in `Last`.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NextFrameSystems {
    /// Those ask for it that only then know.
    Ask,
    /// It is arranged for.
    Arrange,
}

/// Lets parts of the exhibit ask for frames.
pub fn plugin(app: &mut App) {
    app.init_resource::<NextFrame>()
        .add_systems(First, forget)
        .configure_sets(Last, NextFrameSystems::Arrange.after(NextFrameSystems::Ask));
}

fn forget(mut next: ResMut<NextFrame>) {
    next.0 = None;
}

/// How long it takes until so many seconds, rounded up, are one less.
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
