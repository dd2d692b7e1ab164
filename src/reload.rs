//! Reading the settings again while the exhibit runs.

use bevy::prelude::*;

use exhibit::command::{Command, ProgramCommand};
use exhibit::config::Config;
use exhibit::reload::{ReloadReport, switched, waiting};

use crate::execute::CommandSystems;

/// Where settings are read again. The native edge provides it; without one, there is nothing to read.
#[derive(Resource)]
pub struct ConfigSource(Box<dyn Fn() -> Result<Config, String> + Send + Sync>);

impl ConfigSource {
    /// A source that returns the settings, or all errors in them, one per line.
    pub fn new(read: impl Fn() -> Result<Config, String> + Send + Sync + 'static) -> Self {
        Self(Box::new(read))
    }
}

/// Lets the settings be read again.
pub fn plugin(app: &mut App) {
    app.init_resource::<ReloadReport>().add_systems(Update, reload.in_set(CommandSystems::Reload));
}

fn reload(
    mut commands: ParamSet<(MessageReader<Command>, MessageWriter<Command>)>,
    source: Option<Res<ConfigSource>>,
    mut config: ResMut<Config>,
    mut started_with: Local<Option<Config>>,
    mut report: ResMut<ReloadReport>,
) {
    let asked = commands
        .p0()
        .read()
        .filter(|&asked| *asked == Command::Program(ProgramCommand::ReloadConfig))
        .count()
        > 0;
    if !asked {
        return;
    }
    let Some(source) = source else {
        *report = ReloadReport::NoSource;
        return;
    };
    match (source.0)() {
        Ok(mut new) => {
            let started_with = started_with.get_or_insert_with(|| config.clone());
            let waiting = waiting(started_with, &new);
            if waiting.is_empty() {
                info!("the settings have been read again, and are in force");
            } else {
                info!(
                    "the settings have been read again, and are in force; these wait for the next start: {}",
                    waiting.join(", ")
                );
            }
            *report = ReloadReport::Done(waiting);
            // A half-configured kiosk would stay locked for ever.
            new.kiosk.enabled = started_with.kiosk.enabled;
            commands.p1().write_batch(switched(&config, &new).map(Command::Set));
            config.set_if_neq(new);
        }
        Err(problems) => {
            // An operator's mistake must not stop an exhibit.
            warn!("the current settings stay, because the new ones are invalid:\n{problems}");
            *report = ReloadReport::Refused(problems);
        }
    }
}
