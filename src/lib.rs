//! *What is it like to be a learning machine?* An exhibit for classrooms and museums.
//!
//! The program: plugins that execute commands, let time pass, compose the scene, and draw it. In: a
//! [`Setup`], keys, fingers and the passing of time. Out: a window, or a picture without one.
//!
//! - [`execute`] applies commands to the state that the crate `exhibit` defines; [`compose`] makes the
//!   scene and the layout of a moment from it; [`regions`] works out decision regions.
//! - [`interface`] runs the overlay in egui; [`keys`] turns keys into commands.
//! - [`kiosk`], [`projector`], [`visits`] and [`reload`] run what a museum and a classroom need.
//! - [`cli`] and [`headless`] are the native edge: only they know of files, processes, threads and clocks.
//!
//! Nothing here decides what a chapter shows: that is in the crate `exhibit`.

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(not(target_arch = "wasm32"))]
pub mod headless;

pub mod compose;
pub mod execute;
pub mod frames;
pub mod interface;
pub mod keys;
pub mod kiosk;
pub mod next_frame;
pub mod projector;
pub mod regions;
pub mod reload;
mod screens;
pub mod share;
pub mod visits;

use bevy::prelude::*;
use content::files::{self, FileError, Files};
use content::fonts;
use content::look::Look;
use content::words::{DataWords, Languages, Locale};
use exhibit::chapter::CurrentChapter;
use exhibit::command::Command;
use exhibit::config::Config;
use exhibit::experiment::{self, Experiments, Material};
use exhibit::guesses::Guesses;
use exhibit::link::ReadLink;
use exhibit::offered::OfferedChapters;
use exhibit::playback::{Playback, TrainingStep};
use exhibit::projector::Options;
use exhibit::regions::Regions;
use exhibit::settings::Settings;
use exhibit::visitor::{OpenPanel, VisitorState};
use learning::DatasetError;
use stage::StageSystems;

use execute::{CommandSystems, InitialState};

/// What happens in a frame, in this order.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExhibitSystems {
    /// Turns keys into commands and executes commands.
    Command,
    /// Lets time pass.
    Advance,
    /// Composes the scene and the layout of this moment, if anything about them changed. The
    /// [`StageSystems`] follow.
    Compose,
}

/// The initial values of an exhibit.
#[derive(Clone)]
pub struct Setup {
    /// The assets: themes, palettes, locales and fonts.
    pub files: Files,
    /// The data and the machines that learn from it.
    pub material: Material,
    /// Index of the first chapter shown.
    pub chapter: usize,
    /// The first training step shown.
    pub step: usize,
    /// The moment to go to instead of the first step, if a link gives it.
    pub link: Option<ReadLink>,
    /// The presentation.
    pub settings: Settings,
    /// The operator's settings. Flags of the command line have already replaced values of the file.
    pub config: Config,
    /// Projector mode, if it is on.
    pub projector: Options,
}

impl Setup {
    /// The default exhibit: the notebook's data, the first chapter, the default presentation.
    ///
    /// # Errors
    /// The files hold no such data, or invalid data.
    pub fn new(files: Files) -> Result<Self, DatasetError> {
        let material = Material::notebook(&files)?;
        Ok(Self {
            files,
            material,
            chapter: 0,
            step: 0,
            link: None,
            settings: Settings::default(),
            config: Config::default(),
            projector: Options::default(),
        })
    }
}

/// The exhibit without a picture: everything except drawing and the overlay.
pub struct ExhibitPlugin {
    setup: Setup,
    look: Look,
    languages: Languages,
    locale: Locale,
    warnings: Vec<String>,
}

impl ExhibitPlugin {
    /// An exhibit with this setup.
    ///
    /// # Errors
    /// A theme, palette, locale or font is missing or invalid.
    pub fn new(mut setup: Setup) -> Result<Self, FileError> {
        let look = Look::load(&setup.files, &setup.settings.theme, &setup.settings.palette)?;
        let languages = Languages::load(&setup.files)?;
        let locale = languages.expect(&setup.settings.language)?.clone();
        fonts::check(&setup.files, &languages)?;
        let languages = languages.offered(&setup.config.presentation.languages);
        let lettering = fonts::Lettering::new(&setup.files);
        let mut warnings = files::surprises(setup.files.ignored());
        warnings.extend(lettering.faults(&languages));
        warnings.extend(experiment::names::drop_unreadable(&mut setup.material, &lettering));
        Ok(Self { setup, look, languages, locale, warnings })
    }

    /// The language that the exhibit starts with.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        &self.locale
    }
}

impl Plugin for ExhibitPlugin {
    fn build(&self, app: &mut App) {
        let setup = self.setup.clone();
        for locale in self.languages.iter().filter(|locale| locale.missing() > 0) {
            let (language, missing) = (locale.language(), locale.missing());
            warn!("locale {language}: {missing} messages are missing, and shown in English");
        }
        for warning in &self.warnings {
            warn!("{warning}");
        }
        let chapter = CurrentChapter::new(setup.chapter);
        let experiments = Experiments::new(setup.material);
        let step = TrainingStep::new(chapter.get().timeline(&experiments), setup.step);
        let names = experiments.of(chapter.get().subject()).names();
        // A kiosk has no teacher.
        let in_kiosk = setup.config.kiosk.enabled;
        let projector = if in_kiosk { Options::default() } else { setup.projector };
        // Comes before projector mode, which needs the message.
        app.add_message::<Command>();
        projector::build(app, &projector, &experiments, &setup.settings);
        if let Some(link) = setup.link {
            app.world_mut().write_message(Command::Open(Box::new(link)));
        }
        app.insert_resource(DataWords::new(&self.locale, &self.look, names))
            .insert_resource(self.look.clone())
            .insert_resource(self.locale.clone())
            .insert_resource(self.languages.clone())
            .insert_resource(setup.files)
            .insert_resource(setup.settings.clone())
            .insert_resource(OfferedChapters::new(setup.config.chapters()))
            .insert_resource(setup.config)
            .insert_resource(chapter)
            .insert_resource(InitialState {
                experiments: experiments.clone(),
                settings: setup.settings,
            })
            .insert_resource(experiments)
            .insert_resource(step)
            .init_resource::<Playback>()
            .init_resource::<Guesses>()
            .init_resource::<OpenPanel>()
            .init_resource::<VisitorState>()
            .init_resource::<Regions>()
            .init_resource::<regions::RegionTasks>()
            .init_resource::<keys::ControlHasFocus>()
            .init_resource::<keys::TypedDigit>()
            .init_resource::<keys::Held>()
            .add_message::<bevy::input::keyboard::KeyboardInput>()
            .add_message::<bevy::input::keyboard::KeyboardFocusLost>()
            .configure_sets(
                Update,
                (
                    ExhibitSystems::Command,
                    ExhibitSystems::Advance,
                    ExhibitSystems::Compose,
                    StageSystems,
                )
                    .chain(),
            )
            .configure_sets(
                Update,
                (ExhibitSystems::Compose, StageSystems).run_if(projector::frozen::is_live),
            )
            .add_systems(Update, follow_the_settings.before(ExhibitSystems::Command))
            .add_systems(
                Update,
                (
                    keys::read_keys.in_set(CommandSystems::Read),
                    projector::frozen::keep.in_set(CommandSystems::Answer),
                ),
            )
            .add_plugins(execute::plugin)
            .add_plugins((
                compose::plugin,
                stage::plugin,
                reload::plugin,
                visits::plugin,
                share::plugin,
            ))
            .add_plugins((kiosk::plugin, next_frame::plugin, screens::plugin));
    }
}

/// Keeps to the chapters that the settings offer, also after the settings are read again.
fn follow_the_settings(config: Res<Config>, mut offered: ResMut<OfferedChapters>) {
    if config.is_changed() {
        offered.set_if_neq(OfferedChapters::new(config.chapters()));
    }
}
