//! Keeps the link of the current moment, for the page *Share*, for the address of the page in a browser, and
//! for the next start.

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

use crate::execute::CommandSystems;
use exhibit::chapter::CurrentChapter;
use exhibit::config::Config;
use exhibit::experiment::Experiments;
use exhibit::guesses::Guesses;
use exhibit::link::{Link, LinkNotice, Now, Share};
use exhibit::playback::{Motion, Playback, TrainingStep};
use exhibit::settings::Settings;
use exhibit::visitor::VisitorState;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Share>()
        .init_resource::<LinkNotice>()
        .add_systems(Update, follow.in_set(CommandSystems::Answer));
}

/// The state that a link is taken from.
#[derive(SystemParam)]
pub struct Current<'w> {
    chapter: Res<'w, CurrentChapter>,
    step: Res<'w, TrainingStep>,
    playback: Res<'w, Playback>,
    experiments: Res<'w, Experiments>,
    guesses: Res<'w, Guesses>,
    visitor: Res<'w, VisitorState>,
    settings: Res<'w, Settings>,
}

impl Current<'_> {
    fn is_changed(&self) -> bool {
        self.chapter.is_changed()
            || self.step.is_changed()
            || self.playback.is_changed()
            || self.experiments.is_changed()
            || self.guesses.is_changed()
            || self.visitor.is_changed()
            || self.settings.is_changed()
    }

    /// The link of the current moment.
    #[must_use]
    pub fn link(&self) -> Link {
        Link::of(&Now {
            chapter: &self.chapter,
            step: &self.step,
            playback: &self.playback,
            experiments: &self.experiments,
            guesses: &self.guesses,
            visitor: &self.visitor,
            settings: &self.settings,
        })
    }
}

/// Writes the link again when the moment has changed and the playhead rests.
fn follow(current: Current, config: Res<Config>, mut share: ResMut<Share>) {
    if current.playback.motion != Motion::Rest || !(current.is_changed() || config.is_changed()) {
        return;
    }
    let link = current.link().to_string();
    share.set_if_neq(Share { link, address: config.share.address.clone() });
}
