//! The exhibit without a window: pictures of it, and an app to drive in tests and benches.

use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use bevy::app::PluginsState;
use bevy::ecs::system::SystemState;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::RenderApp;
use bevy::render::RenderPlugin;
use bevy::render::pipelined_rendering::PipelinedRenderingPlugin;
use bevy::render::render_resource::{PipelineCache, TextureFormat};
use bevy::render::settings::{RenderCreation, WgpuSettings};
use bevy::render::sync_world::SyncWorldPlugin;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::time::TimeUpdateStrategy;
use bevy::window::{ExitCondition, WindowResolution};
use bevy::winit::WinitPlugin;
use image::RgbaImage;
use learning::Playhead;

use crate::cli::graphics;
use crate::compose::SurfaceSize;
use crate::interface::InterfacePlugin;
use crate::interface::view::ViewParam;
use crate::{ExhibitPlugin, Setup};
use exhibit::command::Command;
use exhibit::playback::PlaybackCommand;
use overlay::description;
use stage::drawing::{Canvas, DrawingPlugin};

/// After this many frames, a picture that has not come will not come.
const PATIENCE: usize = 2000;

/// Whether frames are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rendering {
    /// Draws to a picture in memory.
    On,
    /// Does everything but drawing, for a window that is not shown: it can be resized and touched.
    Off,
}

/// An exhibit without a window, in which time stands still unless the caller advances it.
///
/// # Errors
/// The assets are invalid.
pub fn app(setup: Setup, size: UVec2, rendering: Rendering) -> Result<App> {
    let mut app = App::new();
    let (backends, window) = match rendering {
        Rendering::On => (Some(graphics::backends()), None),
        Rendering::Off => {
            let resolution = WindowResolution::new(size.x, size.y);
            (None, Some(Window { resolution, ..default() }))
        }
    };
    let wgpu = WgpuSettings { backends, ..default() };
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin {
                primary_window: window,
                exit_condition: ExitCondition::DontExit,
                close_when_requested: !setup.config.kiosk.enabled,
                ..default()
            })
            .set(RenderPlugin {
                render_creation: RenderCreation::Automatic(Box::new(wgpu)),
                synchronous_pipeline_compilation: true,
                ..default()
            })
            .disable::<LogPlugin>()
            .disable::<WinitPlugin>()
            .disable::<PipelinedRenderingPlugin>(),
    );
    if rendering == Rendering::Off {
        // Without it, cameras cannot be removed where nothing is drawn.
        app.add_plugins(SyncWorldPlugin);
    }
    if rendering == Rendering::On {
        let picture =
            Image::new_target_texture(size.x, size.y, TextureFormat::Rgba8UnormSrgb, None);
        let canvas = app.world_mut().resource_mut::<Assets<Image>>().add(picture);
        app.insert_resource(Canvas(canvas));
    }
    app.insert_resource(SurfaceSize(size.as_vec2()))
        .insert_resource(TimeUpdateStrategy::ManualDuration(Duration::ZERO))
        .add_plugins((ExhibitPlugin::new(setup)?, DrawingPlugin, InterfacePlugin));
    while app.plugins_state() == PluginsState::Adding {
        bevy::tasks::tick_global_task_pools_on_main_thread();
    }
    app.finish();
    app.cleanup();
    Ok(app)
}

/// The commands that lead to a step of a chapter, by its index.
#[must_use]
pub fn moment(chapter: usize, playhead: Playhead) -> Vec<Command> {
    vec![Command::Go(chapter), Command::Playback(PlaybackCommand::Seek(playhead))]
}

/// Describes an exhibit in words, one moment after another.
pub struct Described {
    app: App,
}

impl Described {
    /// Prepares an exhibit to be described.
    ///
    /// # Errors
    /// The assets are invalid.
    pub fn new(setup: Setup) -> Result<Self> {
        let mut app = app(setup, UVec2::new(1920, 1080), Rendering::Off)?;
        app.update();
        Ok(Self { app })
    }

    /// Describes a step of a chapter, by its index, in words.
    ///
    /// # Errors
    /// The exhibit is incomplete.
    pub fn at(&mut self, chapter: usize, playhead: Playhead) -> Result<String> {
        self.after(moment(chapter, playhead))
    }

    /// Sends commands, and describes the moment after them in words.
    ///
    /// # Errors
    /// The exhibit is incomplete.
    pub fn after(&mut self, commands: impl IntoIterator<Item = Command>) -> Result<String> {
        self.app.world_mut().write_message_batch(commands);
        self.app.update();
        description_of(&mut self.app)
    }
}

/// Describes the current picture of an exhibit in words.
///
/// # Errors
/// The exhibit is incomplete.
pub fn description_of(app: &mut App) -> Result<String> {
    let mut state = SystemState::<ViewParam>::new(app.world_mut());
    let view = state.get(app.world()).context("the exhibit is not whole")?;
    Ok(description::text(&view.view()))
}

/// Takes pictures of an exhibit, one moment after another.
pub struct Camera {
    app: App,
}

impl Camera {
    /// A camera for an exhibit, with pictures of this size in pixels.
    ///
    /// # Errors
    /// The assets are invalid, or the renderer does not work.
    pub fn new(setup: Setup, size: UVec2) -> Result<Self> {
        let mut camera = Self { app: app(setup, size, Rendering::On)? };
        // Shaders load through the asset server, which takes a few frames.
        for _ in 0..PATIENCE {
            camera.app.update();
            if camera.is_ready() {
                return Ok(camera);
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        bail!("the graphics driver did not become ready");
    }

    /// The app in the pictures.
    pub fn app(&mut self) -> &mut App {
        &mut self.app
    }

    /// Goes to a step of a chapter, by its index, and takes a picture.
    ///
    /// # Errors
    /// No picture came back from the graphics driver.
    pub fn picture(&mut self, chapter: usize, playhead: Playhead) -> Result<RgbaImage> {
        moment(chapter, playhead).into_iter().for_each(|command| self.ask(command));
        self.shoot()
    }

    /// Sends a command, which the next frame executes.
    pub fn ask(&mut self, command: Command) {
        self.app.world_mut().write_message(command);
    }

    /// Takes a picture of the current state.
    ///
    /// # Errors
    /// No picture came back from the graphics driver.
    pub fn shoot(&mut self) -> Result<RgbaImage> {
        let canvas = self.app.world().resource::<Canvas>().0.clone();
        let (sender, receiver) = mpsc::channel();
        self.app.world_mut().spawn(Screenshot::image(canvas)).observe(
            move |captured: On<ScreenshotCaptured>| {
                // The receiver lives until a picture has come.
                let _ = sender.send(captured.image.clone());
            },
        );
        // This frame executes the command, draws, and copies the picture.
        self.app.update();
        self.draw(false);
        let image = self.wait_for(&receiver);
        self.draw(true);
        let picture = image?.try_into_dynamic().context("the picture cannot be converted")?;
        Ok(picture.into_rgba8())
    }

    /// Runs frames until the picture has been read back.
    fn wait_for(&mut self, receiver: &mpsc::Receiver<Image>) -> Result<Image> {
        for _ in 0..PATIENCE {
            if let Ok(image) = receiver.try_recv() {
                return Ok(image);
            }
            self.app.update();
        }
        bail!("no picture came back from the graphics driver")
    }

    /// Frames that only wait for a picture need not draw another.
    fn draw(&mut self, drawn: bool) {
        let world = self.app.world_mut();
        for mut camera in world.query::<&mut bevy::prelude::Camera>().iter_mut(world) {
            camera.is_active = drawn;
        }
    }

    fn is_ready(&self) -> bool {
        let pipelines = self
            .app
            .get_sub_app(RenderApp)
            .and_then(|render| render.world().get_resource::<PipelineCache>());
        pipelines.is_some_and(|cache| {
            cache.pipelines().count() > 0 && cache.waiting_pipelines().next().is_none()
        })
    }
}
