//! `learning-machine run`: the exhibit in a window.

use std::time::Duration;

use anyhow::{Result, anyhow, bail};
use bevy::log::LogPlugin;
use bevy::math::UVec2;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::settings::{RenderCreation, WgpuSettings};
use bevy::window::{
    ExitCondition, Monitor, MonitorSelection, OnMonitor, PresentMode, RequestRedraw, WindowMode,
    WindowResolution,
};
use bevy::winit::{UpdateMode, WinitSettings};
use clap::Args;

use super::clock;
use super::doctor::{Finding, Status, system};
use super::exhibit::{self, ExhibitArguments};
use super::graphics;
use super::projector::LessonArguments;
use crate::command::Command;
use crate::overlay::OverlayPlugin;
use crate::playback::{Motion, Playback};
use crate::stage::drawing::DrawingPlugin;
use crate::words::Locale;
use crate::{ExhibitPlugin, Setup};

/// How long a picture stands before it is drawn again though nothing has happened.
const IDLE: Duration = Duration::from_secs(1);
/// Frames drawn after the last thing that happened: a command is asked for in one, carried out in
/// the next, and answered by the overlay in the one after.
const FRAMES_AFTER: u8 = 3;

/// Open the exhibit
#[derive(Debug, Args)]
pub struct RunArguments {
    /// Begin with this chapter: a number or an id
    #[arg(long, value_name = "C", default_value = "1", value_parser = exhibit::chapter)]
    chapter: usize,

    /// Begin at this training step, counted from 0: sample × phases + phase
    #[arg(long, value_name = "S", default_value = "0")]
    step: usize,

    /// Fill the screen
    #[arg(long)]
    fullscreen: bool,

    /// Size of the window, such as 1920x1080
    #[arg(long, value_name = "WxH", default_value = "1600x900", value_parser = exhibit::size)]
    size: UVec2,

    #[command(flatten)]
    exhibit: ExhibitArguments,

    #[command(flatten)]
    lesson: LessonArguments,
}

impl RunArguments {
    /// Opens the exhibit, and returns once it is closed.
    ///
    /// # Errors
    /// There is nothing to show it on or to draw it with, or what it is made of is not as it
    /// should be.
    pub fn run(self) -> Result<()> {
        let mut setup = self.exhibit.setup(self.chapter, self.step)?;
        self.lesson.add_to(&mut setup)?;
        exhibit::check_step(&setup, self.step)?;
        for finding in [system::display(), system::libraries(), graphics::gpu()] {
            refuse(&finding)?;
        }
        let mode = if self.fullscreen {
            WindowMode::BorderlessFullscreen(MonitorSelection::Current)
        } else {
            WindowMode::Windowed
        };
        match windowed(setup, self.size, mode)?.run() {
            AppExit::Success => Ok(()),
            AppExit::Error(code) => Err(anyhow!("the exhibit ended with error {code}")),
        }
    }
}

/// Without these no window can be opened, and the engine would panic.
fn refuse(finding: &Finding) -> Result<()> {
    let is_needed = finding.status == Status::Failure
        || finding.status == Status::Warning && finding.name == "display";
    if !is_needed {
        return Ok(());
    }
    let remedy = finding.remedy.as_deref().unwrap_or_default();
    bail!("{}: {}; {remedy}", finding.name, finding.found)
}

fn windowed(setup: Setup, size: UVec2, mode: WindowMode) -> Result<App> {
    let title = Locale::load(&setup.files, &setup.settings.language)?.plain("exhibit-title");
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin {
                primary_window: Some(Window {
                    title,
                    name: Some("learning-machine".to_owned()),
                    resolution: WindowResolution::new(size.x, size.y),
                    mode,
                    present_mode: PresentMode::AutoVsync,
                    ..default()
                }),
                // The speaker's window does not keep the exhibit open.
                exit_condition: ExitCondition::OnPrimaryClosed,
                ..default()
            })
            .set(RenderPlugin {
                render_creation: RenderCreation::Automatic(Box::new(WgpuSettings {
                    backends: Some(graphics::backends()),
                    ..default()
                })),
                ..default()
            })
            .set(LogPlugin { filter: super::LOG_FILTER.to_owned(), ..default() }),
    )
    .add_plugins((ExhibitPlugin::new(setup)?, DrawingPlugin, OverlayPlugin))
    .insert_resource(resting())
    .add_systems(PreUpdate, (cover_the_screen, clock::tell))
    .add_systems(Last, (pace, draw_what_was_asked));
    Ok(app)
}

fn resting() -> WinitSettings {
    WinitSettings {
        focused_mode: UpdateMode::reactive(IDLE),
        unfocused_mode: UpdateMode::reactive_low_power(IDLE),
    }
}

/// Where no window manager does it, as on many kiosks, a window that fills the screen has to be given
/// the screen's size.
fn cover_the_screen(mut windows: Query<(&mut Window, Ref<OnMonitor>)>, monitors: Query<&Monitor>) {
    for (mut window, on) in &mut windows {
        if window.mode == WindowMode::Windowed || !(window.is_changed() || on.is_changed()) {
            continue;
        }
        let Ok(monitor) = monitors.get(on.0) else { continue };
        let size = UVec2::new(monitor.physical_width, monitor.physical_height);
        if window.resolution.physical_size() != size && size.min_element() > 0 {
            window.resolution.set_physical_resolution(size.x, size.y);
        }
    }
}

/// While the playhead moves, frame follows frame; at rest, only what happens is drawn.
fn pace(playback: Res<Playback>, mut settings: ResMut<WinitSettings>) {
    let moves = playback.motion != Motion::Rest;
    let continuous = settings.focused_mode == UpdateMode::Continuous;
    if moves != continuous {
        *settings = if moves { WinitSettings::continuous() } else { resting() };
    }
}

fn draw_what_was_asked(
    mut commands: MessageReader<Command>,
    playback: Res<Playback>,
    mut redraw: MessageWriter<RequestRedraw>,
    mut left: Local<u8>,
) {
    if commands.read().count() > 0 || playback.is_changed() {
        *left = FRAMES_AFTER;
    }
    if *left > 0 {
        *left -= 1;
        redraw.write(RequestRedraw);
    }
}
