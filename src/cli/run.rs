//! `learning-machine run`: the exhibit in a window.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::{Result, bail};
use bevy::a11y::AccessibilityRequested;
use bevy::math::UVec2;
use bevy::prelude::*;
use bevy::render::render_resource::PipelineCache;
use bevy::render::settings::{RenderCreation, WgpuSettings};
use bevy::render::{Render, RenderApp, RenderPlugin, RenderSystems};
use bevy::time::common_conditions::on_real_timer;
use bevy::window::{RequestRedraw, WindowEvent};
use bevy::winit::{EventLoopProxyWrapper, UpdateMode, WinitSettings, WinitUserEvent};
use bevy_egui::EguiContext;
use clap::Args;

use super::doctor::{Finding, Status, system};
use super::options::{self, ExhibitArguments};
use super::projector::LessonArguments;
#[cfg(target_os = "linux")]
use super::visible;
use super::{clock, ending, facts, graphics, journal, notices, reload, use_counts, values, window};
#[cfg(unix)]
use super::{waker, watchdog};
use crate::interface::InterfacePlugin;
use crate::kiosk::CLOSED_BY_OPERATOR;
use crate::next_frame::{NextFrame, NextFrameSystems};
use crate::regions::{RegionTasks, Working};
use crate::{ExhibitPlugin, Setup};
use content::limits::FIRST_STEP;
use content::words::Locale;
use exhibit::command::Command;
use exhibit::kiosk::Kiosk;
use exhibit::playback::{Motion, Playback};
use stage::drawing::DrawingPlugin;

/// The longest time between two frames at rest, although nothing has happened and nobody has asked for a
/// frame (`NextFrame`). Without a waker, a frame is drawn every second.
const REST: Duration = Duration::from_secs(if cfg!(unix) { 60 } else { 1 });
/// The same in a kiosk, which has to check whether its window is visible, in seconds.
const KIOSK_REST: f64 = 10.0;
/// The same while a screen reader may ask for something at any time, in seconds.
const LOOKED_FOR: f64 = 0.2;
/// The same while shaders are being compiled, in seconds. Things that are not ready for one frame may be in
/// the next.
const GETTING_READY: f64 = 0.1;
/// How long frames follow each other closely after an event, in seconds.
const SETTLING: f64 = 3.0;
/// The time between these frames, in seconds.
const SETTLES: f64 = 0.5;
/// The number of frames to draw after the last event: a command is asked for in the first, executed in the
/// second, and answered by the overlay in the third.
const FRAMES_AFTER: u8 = 3;

/// Open the exhibit
#[derive(Debug, Args)]
pub struct RunArguments {
    /// Begin with this chapter: a number or an id; by default the first
    #[arg(long, value_name = "C", value_parser = options::chapter)]
    chapter: Option<usize>,

    /// Begin at this training step, counted from 0: sample × phases + phase
    #[arg(long, value_name = "S", default_value = "0", value_parser = values::whole(0..=FIRST_STEP))]
    step: usize,

    /// Fill the screen
    #[arg(long)]
    fullscreen: bool,

    /// Size of the window, such as 1920x1080
    #[arg(long, value_name = "WxH", default_value = "1600x900", value_parser = options::size)]
    size: UVec2,

    #[command(flatten)]
    exhibit: ExhibitArguments,

    #[command(flatten)]
    lesson: LessonArguments,
}

impl RunArguments {
    /// Opens the exhibit, and returns once it is closed.
    ///
    /// There is no display or no graphics driver, or the files of the exhibit are invalid.
    /// should be.
    pub fn run(self) -> Result<()> {
        let setup = self.exhibit.setup(self.chapter, self.step, Some(&self.lesson))?;
        options::check_step(&setup, self.step)?;
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
        {
            waker::watch(&mut app)?;
            app.add_systems(Last, arrange.in_set(NextFrameSystems::Arrange));
            watchdog::watch(&mut app);
        }
        #[cfg(target_os = "linux")]
        app.add_plugins(visible::plugin);
        let writer = use_counts::watch(&mut app, &config)?;
        facts::watch(&mut app, &config)?;
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
            .set(journal::limited(filter));
        // `ending` catches all signals in one place.
        #[cfg(unix)]
        let engine = engine.disable::<bevy::app::TerminalCtrlCHandlerPlugin>();
        app.add_plugins(engine)
            .add_plugins((exhibit, DrawingPlugin, InterfacePlugin))
            .add_plugins(clock::plugin)
            .insert_resource(resting())
            .insert_resource(RegionTasks::new(Working::Beside))
            .add_systems(
                PreUpdate,
                (window::fit_the_screen, clock::tell.run_if(on_real_timer(clock::LOOK))),
            )
            .add_systems(PostUpdate, window::name.run_if(resource_changed::<Locale>))
            .add_systems(
                Last,
                (
                    pace,
                    draw_what_was_asked,
                    ask_for_frames.in_set(NextFrameSystems::Ask),
                    hear_the_overlay.before(ask_for_frames),
                ),
            )
            .init_resource::<window::Seen>()
            .init_resource::<Later>();
        let getting_ready = GettingReady::default();
        if let Some(render) = app.get_sub_app_mut(RenderApp) {
            render
                .insert_resource(getting_ready.clone())
                .add_systems(Render, look_at_pipelines.in_set(RenderSystems::Cleanup));
        }
        app.insert_resource(getting_ready);
        Ok(app)
    }
}

/// The exhibit has ended with this exit code, although nobody closed its window.
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

/// Returns an error if something is missing without which no window can be opened. The engine would panic.
fn refuse(finding: &Finding) -> Result<()> {
    let is_needed = finding.status == Status::Failure
        || finding.status == Status::Warning && finding.name == "display";
    if !is_needed {
        return Ok(());
    }
    let remedy = finding.remedy.as_deref().unwrap_or_default();
    bail!("{}: {}; {remedy}", finding.name, finding.found)
}

fn resting() -> WinitSettings {
    WinitSettings {
        focused_mode: UpdateMode::reactive(REST),
        unfocused_mode: UpdateMode::reactive_low_power(REST),
    }
}

/// Draws frame after frame while the playhead moves, and only after an event at rest.
fn pace(playback: Res<Playback>, mut settings: ResMut<WinitSettings>) {
    let is_resting = playback.motion == Motion::Rest;
    // A change of mode costs a frame. So there are only these two modes, and the waker does the rest.
    if is_resting == (settings.focused_mode == UpdateMode::Continuous) {
        *settings = if is_resting { resting() } else { WinitSettings::continuous() };
    }
}

/// Whether shaders are still being compiled, as the renderer reports it.
#[derive(Resource, Clone, Default)]
struct GettingReady(Arc<AtomicBool>);

fn look_at_pipelines(cache: Res<PipelineCache>, getting_ready: Res<GettingReady>) {
    let is_waiting = cache.waiting_pipelines().next().is_some();
    getting_ready.0.store(is_waiting, Ordering::Relaxed);
}

/// The earliest time at which the overlay asks for a later frame, in seconds from now.
#[derive(Resource, Clone, Default)]
struct Later(Arc<Mutex<Option<f64>>>);

/// Listens for the frames that the overlay asks for: the next one, and later ones.
fn hear_the_overlay(
    mut contexts: Query<&mut EguiContext, Added<EguiContext>>,
    proxy: Res<EventLoopProxyWrapper>,
    later: Res<Later>,
) {
    for mut context in &mut contexts {
        let (proxy, later) = ((*proxy).clone(), later.clone());
        context.get_mut().set_request_repaint_callback(move |asked| {
            if asked.delay.is_zero() {
                // If nobody receives it, the exhibit is ending.
                let _ = proxy.send_event(WinitUserEvent::WakeUp);
            } else if let Ok(mut later) = later.0.lock() {
                let seconds = asked.delay.as_secs_f64();
                *later = Some(later.map_or(seconds, |known| known.min(seconds)));
            }
        });
    }
}

/// Asks for the frames that the parts of the exhibit need.
fn ask_for_frames(
    mut happened: MessageReader<WindowEvent>,
    mut commands: MessageReader<Command>,
    mut last: Local<f64>,
    mut next: ResMut<NextFrame>,
    requested: Res<AccessibilityRequested>,
    getting_ready: Res<GettingReady>,
    later: Res<Later>,
    kiosk: Res<Kiosk>,
    playback: Res<Playback>,
    time: Res<Time<Real>>,
) {
    let now = time.elapsed_secs_f64();
    let messages = happened.read().count() + commands.read().count();
    if messages > 0 || playback.is_changed() {
        *last = now;
    }
    if now - *last < SETTLING {
        next.within(SETTLES);
    }
    if getting_ready.0.load(Ordering::Relaxed) {
        next.within(GETTING_READY);
    }
    if requested.get() {
        next.within(LOOKED_FOR);
    }
    if kiosk.is_open() {
        next.within(KIOSK_REST);
    }
    if let Some(seconds) = later.0.lock().ok().and_then(|mut later| later.take()) {
        next.within(seconds);
    }
}

#[cfg(unix)]
fn arrange(next: Res<NextFrame>, mut waker: ResMut<waker::Waker>, playback: Res<Playback>) {
    let is_resting = playback.motion == Motion::Rest;
    let seconds = next.seconds().filter(|_| is_resting);
    waker.set(seconds.map(|seconds| clock::now() + Duration::from_secs_f64(seconds.min(3600.0))));
}

fn draw_what_was_asked(
    mut commands: MessageReader<Command>,
    playback: Res<Playback>,
    regions: Res<RegionTasks>,
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
