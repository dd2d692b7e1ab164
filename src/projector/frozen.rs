//! The frozen picture: the class keeps seeing it while the exhibit moves on behind it.
//!
//! While the picture is frozen, nothing is composed and nothing on the stage moves. The overlay draws from
//! the state that is kept here.

use bevy::prelude::*;

use super::Projector;
use content::look::Look;
use content::words::{DataWords, Locale};
use exhibit::chapter::CurrentChapter;
use exhibit::experiment::Experiments;
use exhibit::playback::{Playback, TrainingStep};
use exhibit::settings::Settings;
use exhibit::visitor::VisitorState;

/// The state that the overlay showed when the picture was frozen, while it is frozen.
#[derive(Resource, Default)]
pub struct FrozenPicture(pub Option<Box<Kept>>);

/// The parts of a picture that do not stand still by themselves.
pub struct Kept {
    /// The chapter.
    pub chapter: CurrentChapter,
    /// The playhead.
    pub step: TrainingStep,
    /// The playback.
    pub playback: Playback,
    /// The data and the run.
    pub experiments: Experiments,
    /// Colours.
    pub look: Look,
    /// The presentation.
    pub settings: Settings,
    /// The texts.
    pub locale: Locale,
    /// The names of the data's classes and features.
    pub data_words: DataWords,
    /// The visitor's selections and settings.
    pub visitor: VisitorState,
}

/// Whether the picture follows the exhibit.
pub fn is_live(projector: Res<Projector>) -> bool {
    !projector.frozen
}

/// Keeps the picture's parts when it is frozen, and drops them afterwards.
pub fn keep(
    projector: Res<Projector>,
    mut frozen: ResMut<FrozenPicture>,
    chapter: Res<CurrentChapter>,
    step: Res<TrainingStep>,
    playback: Res<Playback>,
    experiments: Res<Experiments>,
    look: Res<Look>,
    settings: Res<Settings>,
    locale: Res<Locale>,
    data_words: Res<DataWords>,
    visitor: Res<VisitorState>,
) {
    if projector.frozen == frozen.0.is_some() {
        return;
    }
    frozen.0 = projector.frozen.then(|| {
        Box::new(Kept {
            chapter: chapter.clone(),
            step: *step,
            playback: *playback,
            experiments: experiments.clone(),
            look: look.clone(),
            settings: settings.clone(),
            locale: locale.clone(),
            data_words: data_words.clone(),
            visitor: *visitor,
        })
    });
}
