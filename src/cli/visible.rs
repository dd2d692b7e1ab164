//! Detects through the X server whether the exhibit's window is visible, and shows it again.
//!
//! The engine does not know: its windows count as visible until the exhibit itself hides them, and it is
//! notified of a covered window only if no compositor runs. Frames are presented all the same. Under
//! Wayland no query is necessary: a window that is not shown gets no frames, so none are presented.

use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::window::{PrimaryWindow, RawHandleWrapper, RequestRedraw, WindowOccluded};
use wgpu::rwh::RawWindowHandle;

use super::clock;
use super::window::{Hidden, Seen};
use crate::next_frame::NextFrame;
use exhibit::kiosk::Kiosk;

mod server;

use server::Server;

/// The shortest interval between queries to the X server.
const LOOK: Duration = Duration::from_secs(1);
/// The part of the window that has to be visible. A keyboard or a dialog on the screen leaves more than
/// this.
const ENOUGH: f64 = 0.5;

/// The connection to the X server, and the time of the last query.
#[derive(Default)]
struct Looked {
    server: Option<Server>,
    at: Option<Instant>,
    complained: bool,
}

/// Checks the window of a kiosk. Any other window may be minimised and covered.
pub fn plugin(app: &mut App) {
    app.add_systems(PreUpdate, look);
}

fn look(
    mut looked: Local<Looked>,
    mut seen: ResMut<Seen>,
    mut occluded: MessageReader<WindowOccluded>,
    mut redraw: MessageWriter<RequestRedraw>,
    mut next: ResMut<NextFrame>,
    kiosk: Res<Kiosk>,
    windows: Query<&RawHandleWrapper, With<PrimaryWindow>>,
) {
    let is_notified = occluded.read().count() > 0;
    let Some(window) = windows.iter().next().filter(|_| kiosk.is_open()).and_then(x_window) else {
        return;
    };
    let now = clock::now();
    let left = looked.at.map_or(Duration::ZERO, |at| LOOK.saturating_sub(now - at));
    if !left.is_zero() {
        // Two windows may fight for the front, and each change sends an event.
        if is_notified || !seen.is_seen() {
            next.within(left.as_secs_f64());
        }
        return;
    }
    looked.at = Some(now);
    let before = *seen;
    match looked.ask(window) {
        Ok(found) => {
            if seen.0 != found {
                seen.0 = found;
            }
            looked.complained = false;
        }
        Err(problem) => {
            // An unknown state is no reason to restart the exhibit.
            seen.set_if_neq(Seen(None));
            looked.server = None;
            if !std::mem::replace(&mut looked.complained, true) {
                warn!("the X server does not say whether the window is seen: {problem}");
            }
        }
    }
    let Seen(hidden) = *seen;
    if let Some(hidden) = hidden {
        if before.0 != Some(hidden) {
            warn!("the exhibit's window {}; it is shown again", hidden.words());
        }
        if let Some(Err(problem)) = looked.server.as_ref().map(|server| server.show(window, hidden))
        {
            warn!("the exhibit's window cannot be shown again: {problem}");
        }
        next.within(LOOK.as_secs_f64());
        redraw.write(RequestRedraw);
    } else if !before.is_seen() {
        info!("the exhibit's window is seen again");
        redraw.write(RequestRedraw);
    }
}

impl Looked {
    fn ask(&mut self, window: u32) -> Result<Option<Hidden>, server::Problem> {
        if self.server.is_none() {
            self.server = Some(Server::connect()?);
        }
        match &self.server {
            Some(server) => server.look(window, ENOUGH),
            None => Ok(None),
        }
    }
}

fn x_window(handle: &RawHandleWrapper) -> Option<u32> {
    match handle.get_window_handle() {
        RawWindowHandle::Xlib(window) => u32::try_from(window.window).ok(),
        RawWindowHandle::Xcb(window) => Some(window.window.get()),
        _ => None,
    }
}

/// A rectangle on the screen: left, top, right, bottom.
type Area = [i32; 4];

/// The part of a window that is on its screen, and the part of that which is not covered, both from 0 to 1.
///
/// Both are counted at points of a grid, which is exact enough and needs no geometry.
fn shares(window: Area, screen: Area, above: &[Area]) -> (f64, f64) {
    const COLUMNS: i32 = 32;
    const ROWS: i32 = 20;
    let [left, top, right, bottom] = window;
    let holds = |[left, top, right, bottom]: &Area, x: i32, y: i32| {
        (*left..*right).contains(&x) && (*top..*bottom).contains(&y)
    };
    let (mut on_screen, mut free) = (0, 0);
    for row in 0..ROWS {
        for column in 0..COLUMNS {
            let x = left + (right - left) * (2 * column + 1) / (2 * COLUMNS);
            let y = top + (bottom - top) * (2 * row + 1) / (2 * ROWS);
            if holds(&screen, x, y) {
                on_screen += 1;
                free += i32::from(!above.iter().any(|area| holds(area, x, y)));
            }
        }
    }
    let all = f64::from(COLUMNS * ROWS);
    (f64::from(on_screen) / all, f64::from(free) / all)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Area = [0, 0, 1280, 720];

    #[test]
    fn covering_windows_reduce_the_visible_share() {
        assert_eq!(shares(SCREEN, SCREEN, &[]), (1.0, 1.0));
        assert_eq!(shares(SCREEN, SCREEN, &[SCREEN]), (1.0, 0.0));
        assert_eq!(shares(SCREEN, SCREEN, &[[0, 360, 1280, 720]]), (1.0, 0.5));
        // An area under two windows is not counted twice.
        let twice = [[0, 540, 1280, 720], [0, 540, 1280, 720]];
        assert_eq!(shares(SCREEN, SCREEN, &twice), (1.0, 0.75));
        let dialog = [[440, 260, 840, 460]];
        assert!(shares(SCREEN, SCREEN, &dialog).1 > 0.85);
    }

    #[test]
    fn areas_outside_the_screen_are_not_visible() {
        let moved = |x: i32| [x, 0, x + 1280, 720];
        assert_eq!(shares(moved(640), SCREEN, &[]), (0.5, 0.5));
        assert_eq!(shares(moved(1280), SCREEN, &[]), (0.0, 0.0));
        assert_eq!(shares(moved(-1280), SCREEN, &[]), (0.0, 0.0));
        // A window beside it covers nothing of it.
        assert_eq!(shares(SCREEN, [0, 0, 2560, 720], &[[1280, 0, 2560, 720]]), (1.0, 1.0));
    }
}
