//! Windows survive when screens are connected and disconnected.
//!
//! The engine would close a window together with its screen: unplugging the projector would end the
//! exhibit.

use bevy::ecs::relationship::RelationshipTarget;
use bevy::prelude::*;
use bevy::window::{HasWindows, OnMonitor};

pub(super) fn plugin(app: &mut App) {
    app.add_observer(keep_windows);
}

/// Takes the windows off a screen that disappears, before the engine closes them with it. The window system
/// moves them to another screen, and reports to the engine which.
fn keep_windows(
    gone: On<Despawn, HasWindows>,
    mut screens: Query<&mut HasWindows>,
    mut commands: Commands,
) {
    let Ok(mut windows) = screens.get_mut(gone.entity) else { return };
    for window in std::mem::take(windows.collection_mut_risky()) {
        commands.entity(window).try_remove::<OnMonitor>();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::window::Monitor;

    fn screen() -> Monitor {
        Monitor {
            name: None,
            physical_height: 1080,
            physical_width: 1920,
            physical_position: IVec2::ZERO,
            refresh_rate_millihertz: None,
            scale_factor: 1.0,
            video_modes: Vec::new(),
        }
    }

    #[test]
    fn a_window_outlives_its_screen_and_goes_to_the_next() {
        let mut app = App::new();
        app.add_plugins(plugin);
        let world = app.world_mut();
        let [first, second] = [(); 2].map(|()| world.spawn(screen()).id());
        let window = world.spawn((Window::default(), OnMonitor(first))).id();
        world.despawn(first);
        assert!(world.get::<Window>(window).is_some(), "the window went with its screen");
        assert!(world.get::<OnMonitor>(window).is_none());
        world.entity_mut(window).insert(OnMonitor(second));
        assert_eq!(world.get::<HasWindows>(second).map(|on| on.len()), Some(1));
        world.despawn(second);
        assert!(world.get::<Window>(window).is_some());
    }
}
