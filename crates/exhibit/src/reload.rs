//! What changes when the settings are read again while the exhibit runs.

use bevy_ecs::resource::Resource;

use crate::config::Config;
use crate::settings::Setting;

/// The result of the last reload of the settings.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub enum ReloadReport {
    /// Nobody has asked for a reload yet.
    #[default]
    None,
    /// There is no file of settings to read.
    NoSource,
    /// The settings are in force, except for these fields, which take effect at the next start.
    Done(Vec<&'static str>),
    /// The settings are invalid, for these reasons. The earlier settings stay in force.
    Refused(String),
}

/// The changes to the presentation. Everything else that a visitor has switched stays as it is.
pub fn switched(old: &Config, new: &Config) -> impl Iterator<Item = Setting> + use<> {
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

/// The fields that have changed since the start, and cannot take effect while the exhibit runs.
#[must_use]
pub fn waiting(old: &Config, new: &Config) -> Vec<&'static str> {
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
