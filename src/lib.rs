//! *What is it like to be a learning machine?* An exhibit for classrooms and museums.
//!
//! One way only: data set → learner → trace → playhead → scene → stage and overlay, and commands
//! back. `ARCHITECTURE.md` draws the map.

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(not(target_arch = "wasm32"))]
pub mod headless;

mod assistive;
pub mod chapter;
pub mod command;
pub mod compose;
pub mod config;
pub mod experiment;
pub mod files;
pub mod fonts;
pub mod guesses;
pub mod keys;
pub mod kiosk;
pub mod layout;
pub mod lesson;
pub mod limits;
pub mod look;
pub mod motion;
pub mod next_frame;
pub mod overlay;
pub mod pin;
pub mod playback;
pub mod printable;
pub mod programme;
pub mod projector;
pub mod regions;
pub mod reload;
pub mod scene;
pub mod settings;
pub mod stage;
pub mod toml_fields;
pub mod visits;
pub mod words;

use bevy::prelude::*;
use learning::dataset::rectangles::Columns;
use learning::learner::mlp::Mlp;
use learning::{Autoencoder, Barcode, Dataset, DatasetError, Origin, RectangleSample, Threshold};

use chapter::CurrentChapter;
use command::{Beginning, Command};
use config::Config;
use experiment::rectangles::PerceptronChoice;
use experiment::{Experiments, Material};
use files::{FileError, Files};
use look::Look;
use playback::{Playback, TrainingStep};
use settings::Settings;
use words::{DataWords, Languages, Locale};

/// What happens in a frame, in this order.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExhibitSystems {
    /// Keys become commands, and commands are carried out.
    Command,
    /// Time passes.
    Advance,
    /// The scene and the layout of this moment are composed, if anything about them changed.
    Compose,
    /// The stage's entities are moved to match the scene.
    Stage,
}

/// What an exhibit starts with.
#[derive(Clone)]
pub struct Setup {
    /// What it is made of.
    pub files: Files,
    /// What is learned from, and what learns.
    pub material: Material,
    /// Place of the chapter to begin with.
    pub chapter: usize,
    /// Training step to begin with.
    pub step: usize,
    /// The presentation.
    pub settings: Settings,
    /// What whoever runs it has set; flags of the command line have won over the file.
    pub config: Config,
    /// Projector mode, if it is on.
    pub projector: projector::Options,
}

impl Setup {
    /// The exhibit as it comes: the notebook's data, the first chapter, the usual look.
    ///
    /// # Errors
    /// The files hold no such data, or bad data.
    pub fn new(files: Files) -> Result<Self, DatasetError> {
        let material = Material {
            barcodes: notebook_barcodes(&files)?,
            threshold: Threshold::default(),
            rectangles: notebook_rectangles(&files, files::RECTANGLES)?,
            perceptron: PerceptronChoice::default(),
            xor_clean: notebook_rectangles(&files, files::XOR_CLEAN)?,
            xor: notebook_rectangles(&files, files::XOR)?,
            mlp: Mlp::default(),
            autoencoder: Autoencoder::default(),
        };
        Ok(Self {
            files,
            material,
            chapter: 0,
            step: 0,
            settings: Settings::default(),
            config: Config::default(),
            projector: projector::Options::default(),
        })
    }
}

/// The notebook's barcodes.
///
/// # Errors
/// The files hold no such data, or bad data.
pub fn notebook_barcodes(files: &Files) -> Result<Dataset<Barcode>, DatasetError> {
    let bytes = files.get(files::BARCODES).unwrap_or_default();
    let dataset = learning::dataset::barcodes::from_csv(files::BARCODES, &bytes)?;
    Ok(Dataset { origin: Origin::Notebook, ..dataset })
}

/// One of the notebook's sets of rectangles, by its path: [`files::RECTANGLES`] and so on.
///
/// # Errors
/// The files hold no such data, or bad data.
pub fn notebook_rectangles(
    files: &Files,
    path: &str,
) -> Result<Dataset<RectangleSample>, DatasetError> {
    let bytes = files.get(path).unwrap_or_default();
    let dataset = learning::dataset::rectangles::from_csv(path, &bytes, &Columns::default())?;
    Ok(Dataset { origin: Origin::Notebook, ..dataset })
}

/// The exhibit without a picture: everything but drawing and the overlay.
pub struct ExhibitPlugin {
    setup: Setup,
    look: Look,
    languages: Languages,
    locale: Locale,
    warnings: Vec<String>,
}

impl ExhibitPlugin {
    /// An exhibit that starts with this.
    ///
    /// # Errors
    /// A theme, palette, locale or font is missing or not as it should be.
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
        let names = experiments.names(chapter.get().subject());
        // In a kiosk nobody teaches.
        let in_kiosk = setup.config.kiosk.enabled;
        let projector = if in_kiosk { projector::Options::default() } else { setup.projector };
        // Before what it asks for is asked.
        app.add_message::<Command>();
        projector::build(app, &projector, &experiments, &setup.settings);
        app.insert_resource(DataWords::new(&self.locale, &self.look, names))
            .insert_resource(self.look.clone())
            .insert_resource(self.locale.clone())
            .insert_resource(self.languages.clone())
            .insert_resource(setup.files)
            .insert_resource(setup.settings.clone())
            .insert_resource(programme::Programme::new(setup.config.chapters()))
            .insert_resource(setup.config)
            .insert_resource(chapter)
            .insert_resource(Beginning {
                experiments: experiments.clone(),
                settings: setup.settings,
            })
            .insert_resource(experiments)
            .insert_resource(step)
            .init_resource::<Playback>()
            .init_resource::<guesses::Guesses>()
            .init_resource::<command::OpenPanel>()
            .init_resource::<command::LeftAt>()
            .init_resource::<command::Hand>()
            .init_resource::<regions::Regions>()
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
                    ExhibitSystems::Stage,
                )
                    .chain(),
            )
            .configure_sets(
                Update,
                (ExhibitSystems::Compose, ExhibitSystems::Stage).run_if(projector::frozen::is_live),
            )
            .add_systems(
                Update,
                (keys::read_keys, command::carry_out, projector::frozen::keep)
                    .chain()
                    .in_set(ExhibitSystems::Command),
            )
            .add_plugins((compose::plugin, stage::plugin, reload::plugin, visits::plugin))
            .add_plugins((kiosk::plugin, programme::plugin, next_frame::plugin));
    }
}
