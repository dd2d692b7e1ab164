//! What ends the exhibit, or must not: signals, a window that is gone, an error on the way.

use bevy::ecs::error::{self, BevyError, ErrorContext, Severity};
use bevy::prelude::*;
use bevy::window::{PrimaryWindow, WindowDestroyed};

/// Lets an exhibit end with its window, and in good order when it is asked to by a signal.
///
/// # Errors
/// The system does not let signals be caught.
pub fn watch(app: &mut App) -> std::io::Result<()> {
    app.add_systems(PreUpdate, end_without_window);
    #[cfg(unix)]
    signal::watch(app)?;
    Ok(())
}

/// What becomes of an error in a kiosk: it is told, and the exhibit goes on. If nothing is drawn
/// because of it, the watchdog sees.
pub fn go_on(error: BevyError, context: ErrorContext) {
    match error.severity() {
        Severity::Panic => error::error(error, context),
        _ => error::match_severity(error, context),
    }
}

/// A window that was taken away by others, and not closed, leaves the engine drawing to nothing.
fn end_without_window(
    mut destroyed: MessageReader<WindowDestroyed>,
    mut exits: MessageWriter<AppExit>,
    primary: Query<(), With<PrimaryWindow>>,
) {
    if destroyed.read().any(|gone| primary.contains(gone.window)) {
        error!("the exhibit's window is gone");
        exits.write(AppExit::error());
    }
}

#[cfg(unix)]
mod signal {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use bevy::prelude::*;
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::flag;

    /// Whether a signal has asked for the end.
    #[derive(Resource)]
    struct Asked(Arc<AtomicBool>);

    /// The signal is noticed in the next frame, which the waker asks for. However often it comes, the
    /// exhibit ends in good order: what is to be written is written.
    pub fn watch(app: &mut App) -> io::Result<()> {
        let asked = Arc::new(AtomicBool::new(false));
        for signal in [SIGTERM, SIGINT] {
            flag::register(signal, Arc::clone(&asked))?;
        }
        app.insert_resource(Asked(asked)).add_systems(PreUpdate, end);
        Ok(())
    }

    fn end(asked: Res<Asked>, mut exits: MessageWriter<AppExit>, mut is_known: Local<bool>) {
        if !*is_known && asked.0.load(Ordering::Relaxed) {
            *is_known = true;
            info!("a signal ends the exhibit");
            exits.write(AppExit::Success);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_on_the_way_is_no_panic() {
        fn fail() -> Result {
            Err("something is not there".into())
        }
        let mut app = App::new();
        app.set_error_handler(go_on).add_systems(Update, fail);
        app.update();
        app.update();
        assert_eq!(app.should_exit(), None);
    }

    #[test]
    fn a_window_that_others_took_away_is_an_error() {
        let mut app = App::new();
        app.add_message::<WindowDestroyed>().add_systems(PreUpdate, end_without_window);
        let window = app.world_mut().spawn(PrimaryWindow).id();
        let other = app.world_mut().spawn_empty().id();
        app.world_mut().write_message(WindowDestroyed { window: other });
        app.update();
        assert_eq!(app.should_exit(), None);
        app.world_mut().write_message(WindowDestroyed { window });
        app.update();
        assert_eq!(app.should_exit(), Some(AppExit::error()));
    }
}
