//! What ends the exhibit, and what must not end it: signals, a lost window, an error in a frame.

use bevy::ecs::error::{self, BevyError, ErrorContext, Severity};
use bevy::prelude::*;
use bevy::window::{PrimaryWindow, WindowDestroyed};

/// Ends an exhibit when its window is gone, and ends it in good order when a signal asks for it.
///
/// # Errors
/// The system does not let signals be caught.
pub fn watch(app: &mut App) -> std::io::Result<()> {
    app.add_systems(PreUpdate, end_without_window);
    #[cfg(unix)]
    signal::watch(app)?;
    Ok(())
}

/// The error handler of a kiosk: logs the error, and lets the exhibit go on. If the error stops the drawing,
/// the watchdog notices.
pub fn go_on(error: BevyError, context: ErrorContext) {
    match error.severity() {
        Severity::Panic => error::error(error, context),
        _ => error::match_severity(error, context),
    }
}

/// Ends the exhibit with an error if its window is gone although nobody closed it. Otherwise the engine
/// would draw to nothing.
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

    /// Whether a signal has asked the exhibit to end.
    #[derive(Resource)]
    struct Asked(Arc<AtomicBool>);

    /// Watches for the signals. The next frame, which the waker asks for, notices a signal. However often
    /// signals come, the exhibit ends in good order and writes everything that it has to write.
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
    fn an_error_in_a_system_is_not_a_panic() {
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
    fn a_window_that_is_gone_without_being_closed_is_an_error() {
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
