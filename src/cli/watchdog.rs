//! Reports to a service manager (systemd's notify protocol) that the exhibit is ready, that pictures reach
//! the screen, and whether somebody is there.
//!
//! In a kiosk a sign of life is sent only when a frame is really presented, in a visible window. A timer
//! would keep ticking behind a black screen: the engine logs a lost surface and carries on. A separate
//! thread would keep sending for an exhibit that hangs. Outside a kiosk a person is there and may minimise
//! the window, so a turn of the main loop is the sign of life.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::render::view::window::{ExtractedWindow, ExtractedWindows};
use bevy::render::{Render, RenderApp, RenderSystems};
use bevy::window::ExitSystems;

use super::clock;
use super::window::Seen;
use crate::kiosk::Operator;
use crate::next_frame::{NextFrame, NextFrameSystems};
use exhibit::kiosk::{Kiosk, OperatorPage, Presence};

/// The number of signs of life within systemd's watchdog timeout.
const SIGNS: u32 = 3;
/// If frames are drawn for this long and none reaches the screen, the screen counts as black.
const DARK: Duration = Duration::from_secs(10);
/// The delay before another frame is tried after one that did not reach the screen, in seconds.
const AGAIN: f64 = 1.0;

/// The state of frames, shared by the main loop and the rendering.
#[derive(Resource, Clone)]
struct Watched(Arc<Mutex<Watch>>);

/// The last report to the service manager.
#[derive(Resource, Default)]
struct Told {
    ready: bool,
    doing: Option<Doing>,
}

/// Frames, and signs of life.
#[derive(Debug, Default)]
struct Watch {
    /// The interval between signs of life; none are sent if nothing waits for them.
    every: Option<Duration>,
    /// Whether a person is there to watch the exhibit: it is not a kiosk.
    is_attended: bool,
    /// Whether the window is hidden.
    is_hidden: bool,
    /// Whether a frame has been presented.
    has_been_seen: bool,
    /// Since when frames have been requested and none has reached the screen.
    waits_since: Option<Instant>,
    last_sign: Option<Instant>,
}

/// The exhibit's activity, for its operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Opening,
    Attracting,
    Visited,
    Operated,
    Attended,
    Hidden,
    Dark,
}

/// Reports to the service manager that started the exhibit; without one, does nothing.
pub fn watch(app: &mut App) {
    if std::env::var_os("NOTIFY_SOCKET").is_none_or(|socket| socket.is_empty()) {
        return;
    }
    let every = sd_notify::watchdog_enabled().map(|patience| patience / SIGNS);
    let watched = Watched(Arc::new(Mutex::new(Watch { every, ..default() })));
    let Some(render) = app.get_sub_app_mut(RenderApp) else { return };
    render
        .insert_resource(watched.clone())
        .add_systems(Render, note_frame.in_set(RenderSystems::Cleanup));
    app.insert_resource(watched)
        .init_resource::<Told>()
        .add_systems(Last, report.after(ExitSystems).in_set(NextFrameSystems::Ask));
}

/// Records a frame of the primary window, after it has been presented. Sends the sign of life here: at
/// rest, the main loop's next turn may be far away.
fn note_frame(windows: Res<ExtractedWindows>, watched: Res<Watched>) {
    let primary = windows.primary.and_then(|primary| windows.windows.get(&primary));
    if primary.is_some_and(is_presented) && watched.lock().presented(clock::now()) {
        tell(&[sd_notify::NotifyState::Watchdog]);
    }
}

/// An acquired frame has a view; a presented frame has also given away its texture. Before the next frame
/// the view is taken back.
fn is_presented(window: &ExtractedWindow) -> bool {
    window.swap_chain_texture_view.is_some() && window.swap_chain_texture.is_none()
}

/// Sends the reports that are due, at the end of each turn of the main loop.
fn report(
    mut reported: ResMut<Told>,
    mut exits: MessageReader<AppExit>,
    mut next: ResMut<NextFrame>,
    watched: Res<Watched>,
    seen: Res<Seen>,
    kiosk: Res<Kiosk>,
    operator: Res<Operator>,
) {
    let now = clock::now();
    let mut watch = watched.lock();
    let is_alive = watch.turned(!kiosk.is_open(), !seen.is_seen(), now);
    if let Some(seconds) = watch.next(now) {
        next.within(seconds);
    }
    let doing = watch.doing(&kiosk, &operator, now);
    let is_ready = watch.has_been_seen;
    drop(watch);
    if is_ready && !std::mem::replace(&mut reported.ready, true) {
        info!("the exhibit is on the screen");
        tell(&[sd_notify::NotifyState::Ready]);
    }
    if is_alive {
        tell(&[sd_notify::NotifyState::Watchdog]);
    }
    if reported.doing != Some(doing) {
        match (reported.doing, doing) {
            (_, Doing::Dark) => error!("no picture reaches the screen"),
            (Some(Doing::Dark), _) => warn!("pictures reach the screen again"),
            _ => {}
        }
        reported.doing = Some(doing);
        tell(&[sd_notify::NotifyState::Status(doing.words())]);
    }
    if exits.read().count() > 0 {
        tell(&[sd_notify::NotifyState::Stopping, sd_notify::NotifyState::Status("ending")]);
    }
}

fn tell(news: &[sd_notify::NotifyState<'_>]) {
    if let Err(problem) = sd_notify::notify(news) {
        warn!("the service manager cannot be told how the exhibit goes: {problem}");
    }
}

impl Watched {
    fn lock(&self) -> MutexGuard<'_, Watch> {
        // A poisoned lock is safe to reuse: each field stands for itself.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Watch {
    /// Records a turn of the main loop. Returns whether it must be reported as a sign of life.
    fn turned(&mut self, is_attended: bool, is_hidden: bool, now: Instant) -> bool {
        (self.is_attended, self.is_hidden) = (is_attended, is_hidden);
        self.waits_since.get_or_insert(now);
        self.is_attended && self.has_been_seen && self.is_due(now)
    }

    /// Records a frame that has reached the screen. Returns whether it must be reported as a sign of life.
    fn presented(&mut self, now: Instant) -> bool {
        self.waits_since = None;
        if self.is_hidden {
            return false;
        }
        self.has_been_seen = true;
        self.is_due(now)
    }

    fn is_due(&mut self, now: Instant) -> bool {
        let Some(every) = self.every else { return false };
        let is_due = self.last_sign.is_none_or(|last| now - last >= every);
        if is_due {
            self.last_sign = Some(now);
        }
        is_due
    }

    /// In how many seconds a frame is needed, after a turn of the main loop whose own frame is still to
    /// come: for the next sign of life, or because the last frame has not reached the screen.
    fn next(&self, now: Instant) -> Option<f64> {
        let again = self.waits_since.filter(|since| *since < now).map(|_| AGAIN);
        let sign = self.every.map(|every| {
            let left = self.last_sign.map_or(every, |last| every.saturating_sub(now - last));
            // This frame reports the sign that is due now, and the next sign comes after it.
            if left.is_zero() { every.as_secs_f64() } else { left.as_secs_f64() }
        });
        again.into_iter().chain(sign).reduce(f64::min)
    }

    fn doing(&self, kiosk: &Kiosk, operator: &Operator, now: Instant) -> Doing {
        match kiosk.presence {
            _ if self.is_hidden => Doing::Hidden,
            _ if !self.has_been_seen => Doing::Opening,
            Presence::Attended => Doing::Attended,
            _ if self.waits_since.is_some_and(|since| now - since >= DARK) => Doing::Dark,
            _ if *operator.page() != OperatorPage::Closed => Doing::Operated,
            Presence::Nobody(_) => Doing::Attracting,
            Presence::Visitor(_) => Doing::Visited,
        }
    }
}

impl Doing {
    /// The text for `systemctl status`.
    fn words(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Attracting => "attract mode: nobody is there",
            Self::Visited => "a visitor is there",
            Self::Operated => "the operator's page is open",
            Self::Attended => "open, but not as a kiosk",
            Self::Hidden => "the window is hidden",
            Self::Dark => "no picture reaches the screen",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use exhibit::kiosk::attract::Attract;

    const SECOND: Duration = Duration::from_secs(1);

    fn patient() -> Watch {
        Watch { every: Some(10 * SECOND), ..default() }
    }

    #[test]
    fn in_a_kiosk_only_frames_are_signs_of_life() {
        let start = Instant::now();
        let mut watch = patient();
        assert!(!watch.turned(false, false, start), "nothing is drawn yet");
        assert!(watch.presented(start + 6 * SECOND));
        assert!(!watch.presented(start + 15 * SECOND), "not yet due");
        assert!(watch.presented(start + 16 * SECOND));
        // A turn of the loop is not a sign of life, however much time has passed.
        assert!(!watch.turned(false, false, start + 40 * SECOND));
        assert!(watch.presented(start + 41 * SECOND));
    }

    #[test]
    fn frames_of_a_hidden_window_are_no_signs_of_life() {
        let start = Instant::now();
        let mut watch = patient();
        watch.turned(false, true, start);
        assert!(!watch.presented(start), "it begins hidden");
        assert!(!watch.has_been_seen);
        watch.turned(false, false, start + SECOND);
        assert!(watch.presented(start + SECOND));
        watch.turned(false, true, start + 20 * SECOND);
        assert!(!watch.presented(start + 20 * SECOND));
        assert_eq!(
            watch.doing(&Kiosk::default(), &Operator::default(), start + 20 * SECOND),
            Doing::Hidden
        );
    }

    #[test]
    fn where_somebody_is_there_the_window_may_be_minimised() {
        let start = Instant::now();
        let mut watch = patient();
        assert!(!watch.turned(true, false, start), "no picture has been seen");
        assert!(watch.presented(start));
        for seconds in [10, 20, 30] {
            assert!(watch.turned(true, false, start + seconds * SECOND));
        }
    }

    #[test]
    fn without_a_watchdog_nothing_is_sent() {
        let start = Instant::now();
        let mut watch = Watch::default();
        assert!(!watch.presented(start));
        assert!(watch.has_been_seen);
        assert!(!watch.presented(start + 60 * SECOND));
        assert_eq!(watch.next(start), None, "and no frame is drawn for it");
    }

    #[test]
    fn at_rest_a_frame_comes_when_a_sign_is_due() {
        let start = Instant::now();
        let mut watch = patient();
        watch.turned(false, false, start);
        watch.presented(start);
        watch.turned(false, false, start + 4 * SECOND);
        assert_eq!(watch.next(start + 4 * SECOND), Some(6.0));
        watch.presented(start + 4 * SECOND);
        watch.turned(false, false, start + 10 * SECOND);
        assert_eq!(watch.next(start + 10 * SECOND), Some(10.0), "this one brings the sign");
        // It did not reach the screen: the next frame may.
        watch.turned(false, false, start + 20 * SECOND);
        assert_eq!(watch.next(start + 20 * SECOND), Some(1.0));
    }

    #[test]
    fn a_black_screen_is_no_attract_mode() {
        let start = Instant::now();
        let mut watch = Watch::default();
        let operator = Operator::default();
        let mut kiosk = Kiosk { presence: Presence::Nobody(Attract::default()), ..default() };
        watch.turned(false, false, start);
        let late = start + 20 * SECOND;
        assert_eq!(watch.doing(&kiosk, &operator, late), Doing::Opening, "it may take its time");
        watch.presented(late);
        // At rest for a minute: nothing was drawn, and nothing is wrong.
        let rested = late + 60 * SECOND;
        watch.turned(false, false, rested);
        assert_eq!(watch.doing(&kiosk, &operator, rested), Doing::Attracting);
        assert_eq!(watch.doing(&kiosk, &operator, rested + 9 * SECOND), Doing::Attracting);
        assert_eq!(watch.doing(&kiosk, &operator, rested + 10 * SECOND), Doing::Dark);
        watch.presented(rested + 12 * SECOND);
        kiosk.presence = Presence::Visitor(0.0);
        assert_eq!(watch.doing(&kiosk, &operator, rested + 12 * SECOND), Doing::Visited);
    }
}
