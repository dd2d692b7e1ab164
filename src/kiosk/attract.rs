//! Attract mode: while nobody is there, the exhibit shows chapters in which machines really learn, each
//! after a title.

use bevy::prelude::*;
use exhibit::chapter::CHAPTERS;
use exhibit::command::{Command, learning_rates};
use exhibit::config::Config;
use exhibit::experiment::{Experiments, LearnCommand};
use exhibit::kiosk::attract::{Act, Attract, SECONDS_A_LANGUAGE};
use exhibit::kiosk::{Kiosk, Presence};
use exhibit::playback::PlaybackCommand;
use learning::{Playhead, Position, Timeline};

use crate::next_frame::NextFrame;

/// How long a whole run takes at its chapter's own pace, in seconds.
fn whole_run(timeline: Timeline, seconds: impl Fn(Position) -> f64) -> f64 {
    (0..timeline.last()).map(|step| seconds(timeline.position(step))).sum()
}

/// Shows one scene after another.
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
    // Time that passed before the scene began does not count.
    if attract.act != Act::Raised {
        attract.seconds += time.delta_secs_f64();
    }
    match attract.act {
        Act::Raised => {
            attract.act = Act::Title;
            let chapter = CHAPTERS[scene.chapter];
            // Fast enough to show the whole run.
            let speed =
                whole_run(chapter.timeline(&experiments), |at| chapter.seconds(at)) / scene.seconds;
            let rate = scene.learning_rate.or(learning_rates(chapter).next());
            commands.write(Command::Go(scene.chapter));
            let rate = rate.map(|rate| Command::Learn(chapter.subject(), LearnCommand::Rate(rate)));
            commands.write_batch(rate);
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
