//! The surroundings of the exhibit: its window, screens, dropped files, settings, and the clock.

use exhibit::command::ProgramCommand;
use exhibit::visitor::Explained;
use exhibit::visitor::Panel;
use exhibit::visitor::VisitorCommand;
use std::path::PathBuf;

use bevy::prelude::*;
use bevy::window::{
    AppLifecycle, FileDragAndDrop, Monitor, OnMonitor, PrimaryMonitor, RequestRedraw,
    WindowBackendScaleFactorChanged, WindowCloseRequested, WindowFocused, WindowMoved,
    WindowOccluded, WindowResized, WindowScaleFactorChanged, WindowTheme, WindowThemeChanged,
};
use exhibit::command::Command;
use exhibit::playback::PlaybackCommand;
use exhibit::projector::{Cover, ProjectorCommand};
use exhibit::settings::{Setting, Switches};
use learning::{Line, Playhead};
use learning_machine::projector::TimeOfDay;
use rand::RngExt;
use rand::seq::IndexedRandom;

use crate::monkey::{Monkey, Place, config};

/// Sizes in pixels, and pixels per point, of kiosks, laptops, projectors and windows. They are few, because
/// egui keeps each size of type for ever.
const SIZES: [((u32, u32), f32); 6] = [
    ((1920, 1080), 1.0),
    ((1080, 1920), 1.0),
    ((1366, 768), 1.0),
    ((1920, 1080), 1.25),
    ((3840, 2160), 2.0),
    ((2880, 1800), 1.5),
];
/// Unusual sizes in pixels, and pixels per point. Some systems report the first one for a minimised window.
const ODD_SIZES: [((u32, u32), f32); 8] = [
    ((0, 0), 1.0),
    ((1, 1), 1.0),
    ((1, 1), 3.0),
    ((7680, 4320), 1.0),
    ((7680, 4320), 3.0),
    ((7680, 1), 1.0),
    ((1, 4320), 2.0),
    ((200, 160), 1.0),
];

/// The diagonals of screens, in inches. They are few for a similar reason: in a debug build, egui keeps
/// the name of each control at each of its places.
const DIAGONALS: [f32; 2] = [24.0, 60.0];

impl Monkey {
    pub fn resize(&mut self) {
        let odd = self.random.random_bool(0.3);
        let sizes: &[_] = if odd { &ODD_SIZES } else { &SIZES };
        let (size, scale) = *sizes.choose(&mut self.random).unwrap();
        self.resize_to(size, scale);
    }

    /// Resizes the window to a size in pixels. `scale` is the number of pixels per point.
    pub fn resize_to(&mut self, (width, height): (u32, u32), scale: f32) {
        let window = self.window;
        let world = self.app.world_mut();
        let mut resized = world.get_mut::<Window>(window).unwrap();
        resized.resolution.set_scale_factor(scale);
        resized.resolution.set_physical_resolution(width, height);
        let (width, height) = (resized.width(), resized.height());
        let scale_factor = f64::from(scale);
        world.write_message(WindowBackendScaleFactorChanged { window, scale_factor });
        world.write_message(WindowScaleFactorChanged { window, scale_factor });
        world.write_message(WindowResized { window, width, height });
    }

    pub fn gain_focus(&mut self) {
        self.set_focus(true);
    }

    /// Gives the focus to both windows, or takes it away.
    pub fn set_focus(&mut self, focused: bool) {
        let windows = [Some(self.window), self.notes_window()];
        for window in windows.into_iter().flatten() {
            let world = self.app.world_mut();
            world.get_mut::<Window>(window).unwrap().focused = focused && window == self.window;
            world.write_message(WindowFocused { window, focused });
        }
    }

    pub fn surroundings(&mut self) {
        let window = self.window;
        match self.random.random_range(0..11) {
            0 => self.gain_focus(),
            1 | 2 => {
                let occluded = self.random.random_bool(0.5);
                self.app.world_mut().write_message(WindowOccluded { window, occluded });
            }
            3 => {
                let visible = self.random.random_bool(0.7);
                self.app.world_mut().get_mut::<Window>(window).unwrap().visible = visible;
            }
            4 => {
                let cycle = [AppLifecycle::Suspended, AppLifecycle::Running];
                let cycle = *cycle.choose(&mut self.random).unwrap();
                self.app.world_mut().write_message(cycle);
            }
            5 => {
                let theme =
                    *[WindowTheme::Dark, WindowTheme::Light].choose(&mut self.random).unwrap();
                self.app.world_mut().write_message(WindowThemeChanged { window, theme });
            }
            6 => {
                let position = IVec2::new(self.random.random(), self.random.random());
                self.app.world_mut().write_message(WindowMoved { window, position });
            }
            7 => self.plug_or_unplug(),
            8 => self.ask_to_close(),
            9 => drop(self.app.world_mut().write_message(RequestRedraw)),
            // Set the clock to any time of day, or to none.
            _ => {
                let minutes = self.random.random_range(0..24 * 60);
                let time = self.random.random_bool(0.9).then_some(minutes);
                self.app.world_mut().insert_resource(TimeOfDay(time));
            }
        }
    }

    fn plug_or_unplug(&mut self) {
        if self.monitors.len() > 1 || !self.monitors.is_empty() && self.random.random_bool(0.5) {
            let monitor =
                self.monitors.swap_remove(self.random.random_range(0..self.monitors.len()));
            self.app.world_mut().despawn(monitor);
            return;
        }
        let monitor = Monitor {
            name: None,
            physical_height: 1080,
            physical_width: 1920,
            physical_position: IVec2::new(1920 * self.monitors.len() as i32, 0),
            refresh_rate_millihertz: None,
            scale_factor: 1.0,
            video_modes: Vec::new(),
        };
        let is_first = self.monitors.is_empty();
        let mut spawned = self.app.world_mut().spawn(monitor);
        if is_first {
            spawned.insert(PrimaryMonitor);
        }
        let monitor = spawned.id();
        self.monitors.push(monitor);
        if self.random.random_bool(0.5) {
            self.app.world_mut().entity_mut(self.window).insert(OnMonitor(monitor));
        }
    }

    /// Asks a window to close. A kiosk's window does not close; a speaker's window may.
    fn ask_to_close(&mut self) {
        let closing = match self.place {
            Place::Kiosk => Some(self.window),
            Place::Desk | Place::Class => self.notes_window(),
        };
        if let Some(window) = closing {
            self.app.world_mut().write_message(WindowCloseRequested { window });
        }
    }

    /// Holds a file over the window, drops it, or takes it away. The report of the end may be missing.
    pub fn file(&mut self) {
        let window = self.window;
        let mut paths: Vec<PathBuf> =
            ["/tmp/picture.png", "/", "", "exhibit.toml"].map(PathBuf::from).to_vec();
        paths.push(PathBuf::from("ü/".repeat(50_000)));
        #[cfg(unix)]
        {
            use std::os::unix::ffi::OsStringExt;
            paths.push(std::ffi::OsString::from_vec(vec![b'/', 0xff, 0xfe, b'\n']).into());
        }
        let path_buf = paths.choose(&mut self.random).unwrap().clone();
        let event = match self.random.random_range(0..5) {
            0..3 => FileDragAndDrop::HoveredFile { window, path_buf },
            3 => FileDragAndDrop::DroppedFile { window, path_buf },
            _ => FileDragAndDrop::HoveredFileCanceled { window },
        };
        self.app.world_mut().write_message(event);
    }

    pub fn switch(&mut self) {
        let setting = match self.random.random_range(0..6) {
            0 => Setting::Theme(
                (*["paper", "night", "none"].choose(&mut self.random).unwrap()).into(),
            ),
            1 => {
                let palettes = ["safe", "notebook", "high-contrast", "none"];
                Setting::Palette((*palettes.choose(&mut self.random).unwrap()).into())
            }
            2 => {
                let scales = [-1.0, 0.8, 1.0, 1.25, 1.6, 1e30, f32::NAN];
                Setting::TextScale(*scales.choose(&mut self.random).unwrap())
            }
            3 => Setting::ReducedMotion(self.random.random_bool(0.5)),
            4 => {
                let switches = [Switches::Off, Switches::One, Switches::Two];
                Setting::Switches(*switches.choose(&mut self.random).unwrap())
            }
            _ => {
                let languages = ["de", "en", "es", "fr", "tlh"];
                Setting::Language((*languages.choose(&mut self.random).unwrap()).into())
            }
        };
        self.app.world_mut().write_message(Command::Set(setting));
    }

    /// Sends a command, with values that overlay and lessons send, or with values that they never send.
    pub fn command(&mut self) {
        let odd = *[0.5, -1.0, f64::NAN, f64::INFINITY].choose(&mut self.random).unwrap();
        let any = self.random.random_range(0..20);
        let command = match self.random.random_range(0..12) {
            0 => Command::Go(if any == 19 { usize::MAX } else { any }),
            1 => {
                let step = *[0, 7, 500, usize::MAX].choose(&mut self.random).unwrap();
                Command::Playback(PlaybackCommand::Seek(Playhead { step, fraction: odd }))
            }
            2 => Command::Playback(PlaybackCommand::Speed(odd)),
            3 => Command::Playback(PlaybackCommand::GlideTo(usize::MAX)),
            4 => Command::Visitor(VisitorCommand::Weights(Some([odd, 1.0]))),
            5 => Command::Visitor(VisitorCommand::Line(Some(Line {
                weights: [1.0, odd],
                bias: odd,
            }))),
            6 => Command::Visitor(VisitorCommand::Explain(Some(Explained::Weight(any)))),
            7 => Command::Show(
                [None, Some(Panel::Compare), Some(Panel::Help)]
                    .choose(&mut self.random)
                    .copied()
                    .flatten(),
            ),
            8 => Command::Project(ProjectorCommand::Spotlight(Some(odd as f32))),
            9 => Command::Project(ProjectorCommand::GoToStop(any)),
            10 => Command::Project(ProjectorCommand::Cover(
                [None, None, Some(Cover::Black)].choose(&mut self.random).copied().flatten(),
            )),
            _ => Command::Project(ProjectorCommand::ShowNotes(self.random.random_bool(0.8))),
        };
        self.app.world_mut().write_message(command);
    }

    pub fn reload(&mut self) {
        let mut next = config(self.place);
        next.kiosk.screen_diagonal =
            self.random.random_bool(0.5).then(|| *DIAGONALS.choose(&mut self.random).unwrap());
        next.kiosk.chapters = self.random.random_bool(0.3).then(|| vec![3, 16, 0]);
        next.kiosk.guesses = self.random.random_bool(0.3).then_some(2);
        let good = self.random.random_bool(0.8);
        *self.settings.lock().unwrap() = if good { Ok(next) } else { Err("bad".to_owned()) };
        self.app.world_mut().write_message(Command::Program(ProgramCommand::ReloadConfig));
    }
}
