//! `learning-machine run`: the exhibit in a window.

use std::fmt;
use std::time::Duration;

use anyhow::{Result, bail};
use bevy::a11y::AccessibilityRequested;
use bevy::log::LogPlugin;
use bevy::math::UVec2;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::settings::{RenderCreation, WgpuSettings};
use bevy::time::common_conditions::on_real_timer;
use bevy::window::RequestRedraw;
use bevy::winit::{UpdateMode, WinitSettings};
use clap::Args;

use super::doctor::{Finding, Status, system};
use super::exhibit::{self, ExhibitArguments};
use super::projector::LessonArguments;
#[cfg(unix)]
use super::watchdog;
use super::{clock, ending, graphics, journal, notices, reload, use_counts, values, window};
use crate::command::Command;
use crate::kiosk::CLOSED_BY_OPERATOR;
use crate::overlay::OverlayPlugin;
use crate::playback::{Motion, Playback};
use crate::regions::{Regions, Working};
use crate::settings::{Settings, Switches};
use crate::stage::drawing::DrawingPlugin;
use crate::words::Locale;
use crate::{ExhibitPlugin, Setup};

/// No chapter has so many steps.
const LAST_STEP: usize = 1_000_000_000;
/// How long a picture stands before it is drawn again though nothing has happened.
const IDLE: Duration = Duration::from_secs(1);
/// The same while a screen reader, or a single switch, may ask for something at any time.
const LOOKED_FOR: Duration = Duration::from_millis(200);
/// Frames drawn after the last thing that happened: a command is asked for in one, carried out in
/// the next, and answered by the overlay in the one after.
const FRAMES_AFTER: u8 = 3;

/// Open the exhibit
#[derive(Debug, Args)]
pub struct RunArguments {
    /// Begin with this chapter: a number or an id; without it, with the first
    #[arg(long, value_name = "C", value_parser = exhibit::chapter)]
    chapter: Option<usize>,

    /// Begin at this training step, counted from 0: sample × phases + phase
    #[arg(long, value_name = "S", default_value = "0", value_parser = values::whole(0..=LAST_STEP))]
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
        let setup = self.exhibit.setup(self.chapter, self.step, Some(&self.lesson))?;
        exhibit::check_step(&setup, self.step)?;
        for finding in [system::display(), system::libraries(), graphics::gpu()] {
            refuse(&finding)?;
        }
        let source = self.exhibit.source(&setup, &self.lesson);
        let config = setup.config.clone();
        let notices = notices::notices(&setup.config);
        let mut app = self.app(setup)?;
        app.add_systems(Startup, move || {
            for (field, told) in &notices {
                warn!("{field}: {told}");
            }
        });
        if let Some(source) = source {
            reload::watch(&mut app, source)?;
        }
        ending::watch(&mut app)?;
        #[cfg(unix)]
        watchdog::watch(&mut app);
        let writer = use_counts::watch(&mut app, &config)?;
        let exit = app.run();
        if let Some(writer) = writer {
            drop(app);
            writer.finish();
        }
        match exit {
            AppExit::Success => Ok(()),
            AppExit::Error(code) => bail!(Ended(code.get())),
        }
    }

    fn app(&self, setup: Setup) -> Result<App> {
        let is_kiosk = setup.config.kiosk.enabled;
        let exhibit = ExhibitPlugin::new(setup)?;
        let mut app = App::new();
        if is_kiosk {
            app.set_error_handler(ending::go_on);
        }
        let filter = if is_kiosk { super::KIOSK_LOG_FILTER } else { super::LOG_FILTER };
        let engine = DefaultPlugins
            .set(window::plugin(exhibit.locale(), self.size, self.fullscreen, is_kiosk))
            .set(RenderPlugin {
                render_creation: RenderCreation::Automatic(Box::new(WgpuSettings {
                    backends: Some(graphics::backends()),
                    ..default()
                })),
                ..default()
            })
            .set(LogPlugin {
                filter: filter.to_owned(),
                custom_layer: journal::layer,
                ..default()
            });
        // All signals are caught in one place, see `ending`.
        #[cfg(unix)]
        let engine = engine.disable::<bevy::app::TerminalCtrlCHandlerPlugin>();
        app.add_plugins(engine)
            .add_plugins((exhibit, DrawingPlugin, OverlayPlugin))
            .insert_resource(resting(IDLE))
            .insert_resource(Regions::new(Working::Beside))
            .add_systems(
                PreUpdate,
                (window::fit_the_screen, clock::tell.run_if(on_real_timer(clock::LOOK))),
            )
            .add_systems(PostUpdate, window::name.run_if(resource_changed::<Locale>))
            .add_systems(Last, (pace, draw_what_was_asked));
        Ok(app)
    }
}

/// The exhibit has ended, and not because somebody closed its window.
#[derive(Debug)]
pub struct Ended(pub u8);

impl std::error::Error for Ended {}

impl fmt::Display for Ended {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            CLOSED_BY_OPERATOR => write!(out, "the operator has closed the exhibit"),
            code => write!(out, "the exhibit ended with error {code}"),
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

fn resting(idle: Duration) -> WinitSettings {
    WinitSettings {
        focused_mode: UpdateMode::reactive(idle),
        unfocused_mode: UpdateMode::reactive_low_power(idle),
    }
}

/// While the playhead moves, frame follows frame; at rest, only what happens is drawn.
fn pace(
    playback: Res<Playback>,
    shown: Res<Settings>,
    requested: Res<AccessibilityRequested>,
    mut settings: ResMut<WinitSettings>,
) {
    // What a screen reader asks for, and when a single switch is offered the next control, wakes nobody.
    let is_looked_for = requested.get() || shown.switches == Switches::One;
    let pace = if playback.motion != Motion::Rest {
        WinitSettings::continuous()
    } else {
        resting(if is_looked_for { LOOKED_FOR } else { IDLE })
    };
    if settings.focused_mode != pace.focused_mode {
        *settings = pace;
    }
}

fn draw_what_was_asked(
    mut commands: MessageReader<Command>,
    playback: Res<Playback>,
    regions: Res<Regions>,
    mut redraw: MessageWriter<RequestRedraw>,
    mut left: Local<u8>,
) {
    if commands.read().count() > 0 || playback.is_changed() || regions.is_working() {
        *left = FRAMES_AFTER;
    }
    if *left > 0 {
        *left -= 1;
        redraw.write(RequestRedraw);
    }
}
