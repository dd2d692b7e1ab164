//! `learning-machine run`: the exhibit in a window.

use std::fmt;
use std::time::Duration;

use anyhow::{Result, bail};
use bevy::math::UVec2;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::settings::{RenderCreation, WgpuSettings};
use bevy::time::common_conditions::on_real_timer;
use clap::Args;

use super::doctor::{Finding, Status, system};
use super::options::{self, ExhibitArguments};
use super::projector::LessonArguments;
#[cfg(target_os = "linux")]
use super::visible;
use super::{
    clipboard, clock, ending, facts, graphics, journal, notices, reload, remembered, use_counts,
    values, window,
};
#[cfg(unix)]
use super::{waker, watchdog};
use crate::frames;
use crate::interface::InterfacePlugin;
use crate::kiosk::CLOSED_BY_OPERATOR;
use crate::next_frame::{NextFrame, NextFrameSystems};
use crate::regions::{RegionTasks, Working};
use crate::{ExhibitPlugin, Setup};
use content::limits::FIRST_STEP;
use content::words::Locale;
use exhibit::link;
use exhibit::playback::{Motion, Playback};
use stage::drawing::DrawingPlugin;

/// Open the exhibit
#[derive(Debug, Args)]
pub struct RunArguments {
    /// Begin with this chapter: a number or an id; by default the first
    #[arg(long, value_name = "C", value_parser = options::chapter)]
    chapter: Option<usize>,

    /// Begin at this training step, counted from 0: sample × phases + phase
    #[arg(long, value_name = "S", default_value = "0", value_parser = values::whole(0..=FIRST_STEP))]
    step: usize,

    /// Begin at the moment of this link, which the page Share copies: the address of a page with #v=1&…
    /// behind it, or the part from # on
    #[arg(long, value_name = "LINK", conflicts_with_all = ["chapter", "step", "lesson"])]
    link: Option<String>,

    /// Begin at the moment at which the exhibit was closed last
    #[arg(
        long = "continue",
        conflicts_with_all = ["chapter", "step", "link", "lesson", "kiosk"]
    )]
    continues: bool,

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
    /// # Errors
    /// There is no display or no graphics driver, or the files of the exhibit are invalid.
    pub fn run(self) -> Result<()> {
        let link = match &self.link {
            Some(text) => Some(link::read(text)),
            None if self.continues => remembered::read()?,
            None => None,
        };
        let chapter = self.chapter.or(link.as_ref().map(|read| read.link.chapter));
        let setup = self.exhibit.setup(chapter, self.step, Some(&self.lesson))?;
        options::check_step(&setup, self.step)?;
        let setup = Setup { link, ..setup };
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
        if !config.kiosk.enabled {
            remembered::watch(&mut app);
        }
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
            .add_plugins((clock::plugin, clipboard::plugin))
            .add_plugins(frames::plugin)
            .insert_resource(RegionTasks::new(Working::Beside))
            .add_systems(
                PreUpdate,
                (window::fit_the_screen, clock::tell.run_if(on_real_timer(clock::LOOK))),
            )
            .add_systems(PostUpdate, window::name.run_if(resource_changed::<Locale>))
            .init_resource::<window::Seen>();
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

#[cfg(unix)]
fn arrange(next: Res<NextFrame>, mut waker: ResMut<waker::Waker>, playback: Res<Playback>) {
    let is_resting = playback.motion == Motion::Rest;
    let seconds = next.seconds().filter(|_| is_resting);
    waker.set(seconds.map(|seconds| clock::now() + Duration::from_secs_f64(seconds.min(3600.0))));
}
