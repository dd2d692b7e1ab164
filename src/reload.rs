//! Reading the settings again while the exhibit runs.

use bevy::prelude::*;

use crate::ExhibitSystems;
use crate::command::Command;
use crate::config::Config;
use crate::settings::Setting;

/// Where settings come from when they are asked for again. The edge provides it; without one,
/// there is nothing to read.
#[derive(Resource)]
pub struct ConfigSource(Box<dyn Fn() -> Result<Config, String> + Send + Sync>);

impl ConfigSource {
    /// A source that answers with settings, or with all that is wrong with them, a line each.
    pub fn new(read: impl Fn() -> Result<Config, String> + Send + Sync + 'static) -> Self {
        Self(Box::new(read))
    }
}

/// What became of the last [`Command::ReloadConfig`], for whoever asked.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub enum ReloadReport {
    /// Nothing has been asked for yet.
    #[default]
    None,
    /// There is no file of settings to read.
    NoSource,
    /// The settings are in force, but for these fields, which have to wait for the next start.
    Done(Vec<&'static str>),
    /// The settings are not as they should be, for these reasons; those in force stay.
    Refused(String),
}

/// Lets the settings be read again.
pub fn plugin(app: &mut App) {
    app.init_resource::<ReloadReport>().add_systems(
        Update,
        reload.in_set(ExhibitSystems::Command).after(crate::command::carry_out),
    );
}

fn reload(
    mut commands: ParamSet<(MessageReader<Command>, MessageWriter<Command>)>,
    source: Option<Res<ConfigSource>>,
    mut config: ResMut<Config>,
    mut started_with: Local<Option<Config>>,
    mut report: ResMut<ReloadReport>,
) {
    let asked = commands.p0().read().filter(|&asked| *asked == Command::ReloadConfig).count() > 0;
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
            // Half a kiosk would be locked for ever.
            new.kiosk.enabled = started_with.kiosk.enabled;
            commands.p1().write_batch(switched(&config, &new).map(Command::Set));
            config.set_if_neq(new);
        }
        Err(problems) => {
            // An operator's slip must not stop an exhibit.
            warn!(
                "the settings in force stay, for the new ones are not as they should be:\n{problems}"
            );
            *report = ReloadReport::Refused(problems);
        }
    }
}

/// What has changed about the presentation; what a visitor has switched besides stays as it is.
fn switched(old: &Config, new: &Config) -> impl Iterator<Item = Setting> + use<> {
    let (old, new) = (old.settings(), new.settings());
    let changes = [
        (old.theme != new.theme).then(|| Setting::Theme(new.theme.clone())),
        (old.palette != new.palette).then(|| Setting::Palette(new.palette.clone())),
        (old.text_scale != new.text_scale).then_some(Setting::TextScale(new.text_scale)),
        (old.reduced_motion != new.reduced_motion)
            .then_some(Setting::ReducedMotion(new.reduced_motion)),
        (old.language != new.language).then(|| Setting::Language(new.language.clone())),
    ];
    changes.into_iter().flatten()
}

/// The fields that are not as at the start, and cannot take effect while the exhibit runs.
fn waiting(old: &Config, new: &Config) -> Vec<&'static str> {
    let (was, is) = (&old.presentation, &new.presentation);
    let fields = [
        (old.kiosk.enabled != new.kiosk.enabled, "kiosk.enabled"),
        (old.kiosk.name != new.kiosk.name, "kiosk.name"),
        (was.languages != is.languages, "presentation.languages"),
        (was.locales != is.locales, "presentation.locales"),
        (was.assets != is.assets, "presentation.assets"),
        (old.data != new.data, "data"),
        (old.use_counts != new.use_counts, "use-counts"),
        (old.projector != new.projector, "projector"),
    ];
    fields.into_iter().filter(|(changed, _)| *changed).map(|(_, field)| field).collect()
}
