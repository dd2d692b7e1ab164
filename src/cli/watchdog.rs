//! Telling a service manager (systemd's notify protocol) how the exhibit goes: that it stands, that
//! pictures reach the screen, and who is there.
//!
//! A sign of life is sent only as frames are truly presented. A timer would go on ticking behind a
//! black screen: the engine logs a lost surface and carries on. Nor is there a thread for it, which
//! would go on for an exhibit that hangs.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::render::view::window::{ExtractedWindow, ExtractedWindows};
use bevy::render::{Render, RenderApp, RenderSystems};
use bevy::window::ExitSystems;

use crate::kiosk::{Kiosk, Operator, OperatorPage, Presence};

/// A sign of life comes so many times within the time that systemd waits for one.
const SIGNS: u32 = 3;
/// Without a picture for so long, the screen is taken to be black. At rest, one comes each second.
const DARK: Duration = Duration::from_secs(10);

/// How many frames have reached the screen, counted where they are drawn.
#[derive(Resource, Clone, Default)]
struct Presented(Arc<AtomicU64>);

/// What has been told, and when.
#[derive(Resource)]
struct Watch {
    /// How far signs of life are apart; none are sent where nobody waits for them.
    every: Option<Duration>,
    frames: u64,
    last_frame: Instant,
    last_sign: Option<Instant>,
    is_ready: bool,
    told: Option<Doing>,
}

/// What is to be told after a look at the frames.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct News {
    ready: bool,
    alive: bool,
}

/// What the exhibit is doing, for its operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Opening,
    Attracting,
    Visited,
    Operated,
    Attended,
    Dark,
}

/// Tells the service manager that started the exhibit how it goes; without one, does nothing.
pub fn watch(app: &mut App) {
    if std::env::var_os("NOTIFY_SOCKET").is_none_or(|socket| socket.is_empty()) {
        return;
    }
    let presented = Presented::default();
    let Some(render) = app.get_sub_app_mut(RenderApp) else { return };
    render
        .insert_resource(presented.clone())
        .add_systems(Render, count.in_set(RenderSystems::Cleanup));
    let every = sd_notify::watchdog_enabled().map(|patience| patience / SIGNS);
    app.insert_resource(presented)
        .insert_resource(Watch::new(every, Instant::now()))
        .add_systems(Last, report.after(ExitSystems));
}

/// Counts the frames of the primary window, after they have been handed to the screen.
fn count(windows: Res<ExtractedWindows>, presented: Res<Presented>) {
    let primary = windows.primary.and_then(|primary| windows.windows.get(&primary));
    if primary.is_some_and(is_presented) {
        presented.0.fetch_add(1, Ordering::Relaxed);
    }
}

/// A frame that was acquired has a view; one that was presented besides has given its texture away.
/// Before the next frame the view is taken back.
fn is_presented(window: &ExtractedWindow) -> bool {
    window.swap_chain_texture_view.is_some() && window.swap_chain_texture.is_none()
}

fn report(
    mut watch: ResMut<Watch>,
    mut exits: MessageReader<AppExit>,
    presented: Res<Presented>,
    kiosk: Res<Kiosk>,
    operator: Res<Operator>,
) {
    let now = Instant::now();
    let news = watch.look(presented.0.load(Ordering::Relaxed), now);
    if news.ready {
        info!("the exhibit is on the screen");
        tell(&[sd_notify::NotifyState::Ready]);
    }
    if news.alive {
        tell(&[sd_notify::NotifyState::Watchdog]);
    }
    let doing = watch.doing(&kiosk, &operator, now);
    if watch.told != Some(doing) {
        match (watch.told, doing) {
            (_, Doing::Dark) => error!("no picture reaches the screen"),
            (Some(Doing::Dark), _) => warn!("pictures reach the screen again"),
            _ => {}
        }
        watch.told = Some(doing);
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

impl Watch {
    fn new(every: Option<Duration>, now: Instant) -> Self {
        Self { every, frames: 0, last_frame: now, last_sign: None, is_ready: false, told: None }
    }

    /// Looks how many frames have reached the screen so far.
    fn look(&mut self, frames: u64, now: Instant) -> News {
        if frames == self.frames {
            return News::default();
        }
        self.frames = frames;
        self.last_frame = now;
        let ready = !std::mem::replace(&mut self.is_ready, true);
        let is_due = |every: Duration| self.last_sign.is_none_or(|last| now - last >= every);
        let alive = self.every.is_some_and(is_due);
        if alive {
            self.last_sign = Some(now);
        }
        News { ready, alive }
    }

    fn doing(&self, kiosk: &Kiosk, operator: &Operator, now: Instant) -> Doing {
        match kiosk.presence {
            _ if !self.is_ready => Doing::Opening,
            _ if now - self.last_frame >= DARK => Doing::Dark,
            _ if *operator.page() != OperatorPage::Closed => Doing::Operated,
            Presence::Attended => Doing::Attended,
            Presence::Nobody(_) => Doing::Attracting,
            Presence::Visitor(_) => Doing::Visited,
        }
    }
}

impl Doing {
    /// As `systemctl status` shows it.
    fn words(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Attracting => "attract mode: nobody is there",
            Self::Visited => "a visitor is there",
            Self::Operated => "the operator's page is open",
            Self::Attended => "open, but not as a kiosk",
            Self::Dark => "no picture reaches the screen",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kiosk::attract::Attract;

    const SECOND: Duration = Duration::from_secs(1);
    const READY: News = News { ready: true, alive: true };
    const ALIVE: News = News { ready: false, alive: true };

    #[test]
    fn only_frames_are_signs_of_life() {
        let start = Instant::now();
        let mut watch = Watch::new(Some(10 * SECOND), start);
        assert_eq!(watch.look(0, start + 5 * SECOND), News::default(), "nothing is drawn yet");
        assert_eq!(watch.look(1, start + 6 * SECOND), READY);
        assert_eq!(watch.look(9, start + 15 * SECOND), News::default(), "not yet due");
        assert_eq!(watch.look(10, start + 16 * SECOND), ALIVE);
        // Frames of long ago are no sign of life, however much time has passed.
        watch.look(11, start + 17 * SECOND);
        assert_eq!(watch.look(11, start + 40 * SECOND), News::default());
        assert_eq!(watch.look(12, start + 41 * SECOND), ALIVE);
    }

    #[test]
    fn nobody_is_told_who_does_not_wait() {
        let start = Instant::now();
        let mut watch = Watch::new(None, start);
        assert_eq!(watch.look(1, start), News { ready: true, alive: false });
        assert_eq!(watch.look(2, start + 60 * SECOND), News::default());
    }

    #[test]
    fn a_black_screen_is_no_attract_mode() {
        let start = Instant::now();
        let mut watch = Watch::new(None, start);
        let (mut kiosk, operator) = (Kiosk::default(), Operator::default());
        let doing = |watch: &Watch, kiosk: &Kiosk, seconds: u32| {
            watch.doing(kiosk, &operator, start + seconds * SECOND)
        };
        kiosk.presence = Presence::Nobody(Attract::default());
        assert_eq!(
            doing(&watch, &kiosk, 20),
            Doing::Opening,
            "the first picture may take its time"
        );
        watch.look(1, start + 21 * SECOND);
        assert_eq!(doing(&watch, &kiosk, 22), Doing::Attracting);
        assert_eq!(doing(&watch, &kiosk, 31), Doing::Dark);
        watch.look(2, start + 32 * SECOND);
        kiosk.presence = Presence::Visitor(0.0);
        assert_eq!(doing(&watch, &kiosk, 32), Doing::Visited);
    }
}
