//! What is shown while nobody is there: chapters in which machines really learn, each after a title.

use bevy::prelude::*;
use learning::{Playhead, Position, Timeline};

use super::presence::{Kiosk, Presence};
use crate::chapter::CHAPTERS;
use crate::command::{Command, learning_rates};
use crate::config::Config;
use crate::experiment::Experiments;
use crate::next_frame::NextFrame;
use crate::playback::PlaybackCommand;

/// For how long each language invites, in seconds.
const SECONDS_A_LANGUAGE: f64 = 3.0;

/// How far the scenes have got.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Attract {
    /// Which scene.
    pub scene: usize,
    /// For how long it has been on, its title included, in seconds.
    pub seconds: f64,
    /// What has been done for it.
    pub act: Act,
}

/// What is to be seen of a scene.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Act {
    /// It has just begun.
    #[default]
    Raised,
    /// The title, behind which the chapter is made ready.
    Title,
    /// The chapter, which plays.
    Playing,
}

impl Attract {
    /// Whether the title is to be seen.
    #[must_use]
    pub fn is_title(&self) -> bool {
        self.act != Act::Playing
    }

    /// Which of so many languages invites.
    #[must_use]
    pub fn language(&self, count: usize) -> usize {
        (self.seconds / SECONDS_A_LANGUAGE) as usize % count.max(1)
    }
}

/// How long a whole run takes at its chapter's own pace, in seconds.
fn whole_run(timeline: Timeline, seconds: impl Fn(Position) -> f64) -> f64 {
    (0..timeline.last()).map(|step| seconds(timeline.position(step))).sum()
}

/// Lets scene follow scene.
pub(super) fn show(
    mut kiosk: ResMut<Kiosk>,
    mut commands: MessageWriter<Command>,
    config: Res<Config>,
    experiments: Res<Experiments>,
    mut next: ResMut<NextFrame>,
    time: Res<Time<Real>>,
) {
    let Presence::Nobody(mut attract) = kiosk.presence else { return };
    let scenes = config.scenes();
    let count = scenes.len().max(1);
    let Some(scene) = scenes.get(attract.scene % count) else { return };
    // What has passed before it began is not the scene's.
    if attract.act != Act::Raised {
        attract.seconds += time.delta_secs_f64();
    }
    match attract.act {
        Act::Raised => {
            attract.act = Act::Title;
            let chapter = CHAPTERS[scene.chapter];
            // So fast that the whole of its learning is seen.
            let speed =
                whole_run(chapter.timeline(&experiments), |at| chapter.seconds(at)) / scene.seconds;
            let rate = scene.learning_rate.or(learning_rates(chapter).next());
            commands.write(Command::GoToChapter(scene.chapter));
            commands.write_batch(rate.map(Command::SetLearningRate));
            for command in [
                PlaybackCommand::Pause,
                PlaybackCommand::Seek(Playhead::at(0)),
                PlaybackCommand::Speed(speed),
            ] {
                commands.write(Command::Playback(command));
            }
        }
        Act::Title if attract.seconds >= config.attract.title_seconds => {
            attract.act = Act::Playing;
            commands.write(Command::Playback(PlaybackCommand::Play));
        }
        Act::Playing if attract.seconds >= config.attract.title_seconds + scene.seconds => {
            attract = Attract { scene: (attract.scene + 1) % count, ..Attract::default() };
        }
        Act::Title | Act::Playing => {}
    }
    let title = config.attract.title_seconds;
    let until = if attract.is_title() { title } else { title + scene.seconds };
    next.within(until - attract.seconds);
    next.within(SECONDS_A_LANGUAGE - attract.seconds % SECONDS_A_LANGUAGE);
    kiosk.presence = Presence::Nobody(attract);
}
