//! When a window draws: frame after frame while the playhead moves, and at rest only when something has
//! happened or somebody has asked for a frame. Both edges use it, the native one and the browser's.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bevy::a11y::AccessibilityRequested;
use bevy::prelude::*;
use bevy::render::render_resource::PipelineCache;
use bevy::render::{Render, RenderApp, RenderSystems};
use bevy::window::{RequestRedraw, WindowEvent};
use bevy::winit::{EventLoopProxyWrapper, UpdateMode, WinitSettings, WinitUserEvent};
use bevy_egui::EguiContext;

use crate::next_frame::{NextFrame, NextFrameSystems};
use crate::regions::RegionTasks;
use exhibit::command::Command;
use exhibit::kiosk::Kiosk;
use exhibit::playback::{Motion, Playback};

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

/// Draws a window's frames when they are needed. Add it after the drawing.
pub fn plugin(app: &mut App) {
    app.insert_resource(resting())
        .add_systems(
            Last,
            (
                pace,
                draw_what_was_asked,
                ask_for_frames.in_set(NextFrameSystems::Ask),
                hear_the_overlay.before(ask_for_frames),
            ),
        )
        .init_resource::<Later>();
    let getting_ready = GettingReady::default();
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        render
            .insert_resource(getting_ready.clone())
            .add_systems(Render, look_at_pipelines.in_set(RenderSystems::Cleanup));
    }
    app.insert_resource(getting_ready);
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
