//! Visits, counted without personal data: when, how long, and which steps and guesses.
//!
//! Off by default. Counts leave this module as [`VisitSeen`]; only the native edge can use files and the
//! time of day.

use bevy::prelude::*;

use crate::ExhibitSystems;
use exhibit::chapter::CurrentChapter;
use exhibit::command::{Command, ProgramCommand};
use exhibit::config::Config;
use exhibit::experiment::Experiments;
use exhibit::guesses::Guesses;
use exhibit::playback::TrainingStep;
use exhibit::visits::record::Visit;

/// A new visitor is there, and the exhibit is in its initial state. The previous visitor has left.
#[derive(Message, Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisitBegan;

/// Nobody is there any more.
#[derive(Message, Clone, Copy, Debug, Default, PartialEq)]
pub struct VisitEnded {
    /// How long nobody had been there when it was noticed, in seconds.
    pub unattended: f64,
}

/// A finished visit, and how many seconds ago it ended: a departure is noticed late.
#[derive(Message, Clone, Debug, PartialEq)]
pub struct VisitSeen(pub Visit, pub f64);

/// The current visit so far.
#[derive(Resource, Clone, Debug, Default)]
struct CurrentVisit(Option<Going>);

#[derive(Clone, Debug)]
struct Going {
    began: f64,
    visit: Visit,
    shown: Option<Shown>,
}

/// The last values counted.
#[derive(Clone, Copy, Debug)]
struct Shown {
    chapter: usize,
    step: usize,
    answered: usize,
}

/// Counts visits, if the settings ask for it. In a kiosk, [`VisitBegan`] and [`VisitEnded`] mark the
/// beginning and end of a visit; elsewhere a visit begins with the first command and ends with the exhibit.
pub fn plugin(app: &mut App) {
    let is_wanted = |config: Res<Config>| config.use_counts.enabled;
    app.add_message::<VisitBegan>()
        .add_message::<VisitEnded>()
        .add_message::<VisitSeen>()
        .init_resource::<CurrentVisit>()
        .add_systems(Update, (mark, note).chain().after(ExhibitSystems::Advance).run_if(is_wanted))
        .add_systems(Last, end_with_the_exhibit.in_set(VisitsEnd).run_if(is_wanted))
        // In this schedule the closing of the last window becomes the exhibit's exit.
        .configure_sets(Last, VisitsEnd.after(bevy::window::ExitSystems));
}

/// When, in `Last`, the exhibit's exit ends the current visit.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct VisitsEnd;

fn mark(
    mut ended: MessageReader<VisitEnded>,
    mut began: MessageReader<VisitBegan>,
    mut commands: MessageReader<Command>,
    mut seen: MessageWriter<VisitSeen>,
    mut current: ResMut<CurrentVisit>,
    config: Res<Config>,
    time: Res<Time<Real>>,
) {
    let now = time.elapsed_secs_f64();
    for end in ended.read() {
        seen.write_batch(current.end(now, end.unattended));
    }
    for _ in began.read() {
        seen.write_batch(current.end(now, 0.0));
        current.begin(now);
    }
    // Without presence detection, the first command begins a visit.
    let asked = commands
        .read()
        .filter(|&asked| *asked != Command::Program(ProgramCommand::ReloadConfig))
        .count()
        > 0;
    if asked && !config.kiosk.enabled && current.0.is_none() {
        current.begin(now);
    }
}

fn note(
    mut current: ResMut<CurrentVisit>,
    chapter: Res<CurrentChapter>,
    step: Res<TrainingStep>,
    guesses: Res<Guesses>,
    experiments: Res<Experiments>,
) {
    if !(current.is_changed() || chapter.is_changed() || step.is_changed() || guesses.is_changed())
    {
        return;
    }
    let Some(going) = &mut current.bypass_change_detection().0 else { return };
    let answers = guesses.in_chapter(chapter.index());
    let now =
        Shown { chapter: chapter.index(), step: step.playhead().step, answered: answers.len() };
    let before = going.shown.filter(|shown| shown.chapter == now.chapter);
    if before.is_none_or(|before| before.step != now.step) {
        going.visit.reach(chapter.get().id());
    }
    // An old answer is not counted again, and a withdrawn answer stays counted.
    let known = before.map_or(now.answered, |before| before.answered.min(now.answered));
    for guess in &answers[known..] {
        let label = experiments.of(chapter.get().subject()).label(guess.sample);
        going.visit.answer(guess.answer == label);
    }
    going.shown = Some(now);
}

fn end_with_the_exhibit(
    mut exits: MessageReader<AppExit>,
    mut seen: MessageWriter<VisitSeen>,
    mut current: ResMut<CurrentVisit>,
    time: Res<Time<Real>>,
) {
    if exits.read().count() > 0 {
        seen.write_batch(current.end(time.elapsed_secs_f64(), 0.0));
    }
}

impl CurrentVisit {
    fn begin(&mut self, now: f64) {
        self.0 = Some(Going { began: now, visit: Visit::default(), shown: None });
    }

    fn end(&mut self, now: f64, unattended: f64) -> Option<VisitSeen> {
        let Going { began, visit, .. } = self.0.take()?;
        // Whole seconds are precise enough.
        let seconds = (now - unattended - began).max(0.0).round() as u64;
        Some(VisitSeen(Visit { seconds, ..visit }, unattended))
    }
}
