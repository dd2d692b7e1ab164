//! A chapter of guesses continues by itself after enough answers, so that no visitor is stuck in it.

use bevy::prelude::*;

use crate::next_frame::NextFrame;
use exhibit::chapter::CurrentChapter;
use exhibit::command::Command;
use exhibit::config::Config;
use exhibit::guesses::Guesses;
use exhibit::offered::OfferedChapters;
use exhibit::playback::{Motion, Playback, TrainingStep};

/// How long the truth of the last answer is shown, in seconds.
const LOOK: f64 = 4.0;

/// Continues after the last answer has been shown long enough.
pub(super) fn go_on(
    mut since: Local<Option<f64>>,
    mut commands: MessageWriter<Command>,
    guesses: Res<Guesses>,
    chapter: Res<CurrentChapter>,
    step: Res<TrainingStep>,
    playback: Res<Playback>,
    offered: Res<OfferedChapters>,
    config: Res<Config>,
    mut next: ResMut<NextFrame>,
    time: Res<Time<Real>>,
) {
    let answers = guesses.in_chapter(chapter.index());
    let position = step.position();
    // A visitor who comes back to look again is at another specimen, and is not interrupted.
    let is_last = config.kiosk.guesses == Some(answers.len())
        && answers.last().is_some_and(|last| last.sample == position.sample)
        && position.phase > 0
        && playback.motion == Motion::Rest;
    if !is_last {
        *since = None;
        return;
    }
    let now = time.elapsed_secs_f64();
    let left = LOOK - (now - *since.get_or_insert(now));
    if left > 0.0 {
        next.within(left);
    } else {
        *since = None;
        commands.write_batch(offered.next(chapter.index()).map(Command::Go));
    }
}
