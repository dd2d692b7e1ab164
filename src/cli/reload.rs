//! Reading the settings again when the signal HUP comes.

use bevy::prelude::App;

use crate::reload::ConfigSource;

/// Lets the settings be read again from this source: when the signal comes, where signals exist, and when a
/// command asks for it.
///
/// # Errors
/// The system does not let signals be caught.
pub fn watch(app: &mut App, source: ConfigSource) -> std::io::Result<()> {
    app.insert_resource(source);
    #[cfg(unix)]
    signal::watch(app)?;
    Ok(())
}

#[cfg(unix)]
mod signal {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use bevy::prelude::*;
    use signal_hook::consts::SIGHUP;

    use exhibit::command::{Command, ProgramCommand};

    /// Whether the signal has come since the last check.
    #[derive(Resource)]
    struct HangUp(Arc<AtomicBool>);

    /// Watches for the signal. The next frame, which the waker asks for, notices it.
    pub fn watch(app: &mut App) -> io::Result<()> {
        let hung_up = Arc::new(AtomicBool::new(false));
        signal_hook::flag::register(SIGHUP, Arc::clone(&hung_up))?;
        app.insert_resource(HangUp(hung_up)).add_systems(PreUpdate, ask);
        Ok(())
    }

    fn ask(hung_up: Res<HangUp>, mut commands: MessageWriter<Command>) {
        if hung_up.0.swap(false, Ordering::Relaxed) {
            commands.write(Command::Program(ProgramCommand::ReloadConfig));
        }
    }
}
