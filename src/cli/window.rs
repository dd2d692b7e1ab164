//! The exhibit's window, on a desk, in a classroom or in a museum.

use bevy::ecs::entity::EntityHashMap;
use bevy::math::UVec2;
use bevy::prelude::*;
use bevy::window::{
    CursorOptions, ExitCondition, Monitor, MonitorSelection, OnMonitor, PresentMode, PrimaryWindow,
    WindowLevel, WindowMode, WindowResolution,
};

use content::words::Locale;

/// The size that winit opens a full-screen window with, whatever is requested. If no window manager
/// enlarges it, [`fit_the_screen`] does, so it needs to know that the window is not as large as the screen
/// yet.
const FULLSCREEN_OPENS_WITH: UVec2 = UVec2::new(800, 600);

/// The window of an exhibit. In a kiosk it covers everything and no key closes it.
#[must_use]
pub fn plugin(locale: &Locale, size: UVec2, fullscreen: bool, is_kiosk: bool) -> WindowPlugin {
    let (mode, size) = if fullscreen || is_kiosk {
        (WindowMode::BorderlessFullscreen(MonitorSelection::Current), FULLSCREEN_OPENS_WITH)
    } else {
        (WindowMode::Windowed, size)
    };
    let window = Window {
        title: title(locale),
        name: Some("learning-machine".to_owned()),
        resolution: WindowResolution::new(size.x, size.y),
        mode,
        present_mode: PresentMode::AutoVsync,
        decorations: !is_kiosk,
        window_level: if is_kiosk { WindowLevel::AlwaysOnTop } else { WindowLevel::Normal },
        ..default()
    };
    WindowPlugin {
        primary_window: Some(window),
        // A touch screen needs no pointer.
        primary_cursor_options: Some(CursorOptions { visible: !is_kiosk, ..default() }),
        // Alt+F4 does nothing. If the window closes all the same, the exhibit has to end, so that it is
        // restarted.
        close_when_requested: !is_kiosk,
        // The speaker's window does not keep the exhibit open.
        exit_condition: ExitCondition::OnPrimaryClosed,
    }
}

/// Why a window is not seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// It is not shown at all: unmapped, or on another desktop.
    Unmapped,
    /// It is minimised.
    Minimised,
    /// Too little of it is on the screen.
    Outside,
    /// Too much of it is under other windows.
    Covered,
}

/// Whether the window of a kiosk is visible, as far as this can be known.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen(pub Option<Hidden>);

impl Seen {
    /// Whether the window is visible.
    #[must_use]
    pub fn is_seen(self) -> bool {
        self.0.is_none()
    }
}

impl Hidden {
    /// The text for the log.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Unmapped => "was taken off the screen",
            Self::Minimised => "was minimised",
            Self::Outside => "lies outside the screen",
            Self::Covered => "is covered by others",
        }
    }
}

/// Returns the window's title in the current language.
fn title(locale: &Locale) -> String {
    locale.plain("exhibit-title")
}

/// Keeps the window's title in the current language.
pub fn name(locale: Res<Locale>, mut windows: Query<&mut Window, With<PrimaryWindow>>) {
    for mut window in &mut windows {
        window.title = title(&locale);
    }
}

/// Without a window manager, as on many kiosks, a full-screen window has to be set to the screen's size;
/// and any other window has to be made small enough for its screen, when it opens.
///
/// A window that leaves full screen gets its former size back.
pub fn fit_the_screen(
    mut windows: Query<(Entity, &mut Window, Ref<OnMonitor>)>,
    monitors: Query<&Monitor>,
    mut filling: Local<EntityHashMap<UVec2>>,
    mut sizes: Local<EntityHashMap<UVec2>>,
) {
    for (entity, mut window, on) in &mut windows {
        if window.mode != WindowMode::Windowed {
            if let Some(size) = sizes.remove(&entity) {
                filling.insert(entity, size);
            }
        } else if let Some(size) = filling.remove(&entity) {
            window.resolution.set_physical_resolution(size.x, size.y);
        } else if window.is_changed() {
            sizes.insert(entity, window.resolution.physical_size());
        }
        let opens = on.is_added();
        if window.mode == WindowMode::Windowed && !opens
            || !(window.is_changed() || on.is_changed())
        {
            continue;
        }
        let Ok(monitor) = monitors.get(on.0) else { continue };
        let screen = UVec2::new(monitor.physical_width, monitor.physical_height);
        let is = window.resolution.physical_size();
        let size = if window.mode == WindowMode::Windowed { fitted(is, screen) } else { screen };
        if is != size && size.min_element() > 0 {
            window.resolution.set_physical_resolution(size.x, size.y);
        }
    }
}

/// A window's size on a screen, with some room for its frame if it would be larger than the screen.
fn fitted(window: UVec2, screen: UVec2) -> UVec2 {
    if window.cmple(screen).all() { window } else { window.min(screen * 9 / 10) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;

    #[test]
    fn a_window_in_full_screen_does_not_claim_a_size_that_it_has_not_yet() {
        let languages = content::words::Languages::load(&content::files::Files::default()).unwrap();
        let full_hd = UVec2::new(1920, 1080);
        let opens_with = |fullscreen, is_kiosk| {
            let plugin = plugin(languages.get("en").unwrap(), full_hd, fullscreen, is_kiosk);
            plugin.primary_window.unwrap().resolution.physical_size()
        };
        assert_eq!(opens_with(false, false), full_hd);
        for (fullscreen, is_kiosk) in [(true, false), (false, true)] {
            assert_eq!(opens_with(fullscreen, is_kiosk), FULLSCREEN_OPENS_WITH);
        }
    }

    #[test]
    fn only_a_window_that_is_too_large_for_its_screen_is_made_smaller() {
        let full_hd = UVec2::new(1920, 1080);
        assert_eq!(fitted(full_hd, full_hd), full_hd);
        assert_eq!(fitted(full_hd, UVec2::new(3840, 2160)), full_hd);
        assert_eq!(fitted(full_hd, UVec2::new(1366, 768)), UVec2::new(1229, 691));
        assert_eq!(fitted(UVec2::new(1080, 1920), full_hd), UVec2::new(1080, 972));
    }
}
