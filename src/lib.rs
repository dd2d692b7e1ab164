//! *What is it like to be a learning machine?* An exhibit for classrooms and museums.
//!
//! One way only: data set → learner → trace → playhead → scene → stage and overlay, and commands
//! back. `ARCHITECTURE.md` draws the map.

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(not(target_arch = "wasm32"))]
pub mod headless;

pub mod chapter;
pub mod command;
pub mod compose;
pub mod experiment;
pub mod files;
pub mod guesses;
pub mod keys;
pub mod layout;
pub mod lesson;
pub mod look;
pub mod motion;
pub mod overlay;
pub mod playback;
pub mod projector;
pub mod regions;
pub mod scene;
pub mod settings;
pub mod stage;
pub mod words;

use bevy::prelude::*;
use learning::dataset::rectangles::Columns;
use learning::learner::mlp::Mlp;
use learning::{Autoencoder, Barcode, Dataset, DatasetError, Origin, RectangleSample, Threshold};

use chapter::CurrentChapter;
use command::Command;
use experiment::rectangles::PerceptronChoice;
use experiment::{Experiments, Material};
use files::{FileError, Files};
use look::Look;
use playback::{Playback, TrainingStep};
use settings::Settings;
use words::{DataWords, Locale};

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
}

impl ExhibitPlugin {
    /// An exhibit that starts with this.
    ///
    /// # Errors
    /// A theme, palette or locale is missing or not as it should be.
    pub fn new(setup: Setup) -> Result<Self, FileError> {
        let look = Look::load(&setup.files, &setup.settings.theme, &setup.settings.palette)?;
        // Read again when the plugin is built: a locale cannot be cloned.
        Locale::load(&setup.files, &setup.settings.language)?;
        Ok(Self { setup, look })
    }
}

impl Plugin for ExhibitPlugin {
    fn build(&self, app: &mut App) {
        let setup = self.setup.clone();
        let locale = match Locale::load(&setup.files, &setup.settings.language) {
            Ok(locale) => locale,
            // Not reached: `new` has read the same bytes.
            Err(error) => {
                error!("{error}");
                return;
            }
        };
        let chapter = CurrentChapter::new(setup.chapter);
        let experiments = Experiments::new(setup.material);
        let step = TrainingStep::new(chapter.get().timeline(&experiments), setup.step);
        let names = experiments.names(chapter.get().subject());
        // Before what it asks for is asked.
        app.add_message::<Command>();
        projector::build(app, &setup.projector, &experiments, &setup.settings);
        app.insert_resource(DataWords::new(&locale, &self.look, names))
            .insert_resource(self.look.clone())
            .insert_resource(locale)
            .insert_resource(setup.files)
            .insert_resource(setup.settings)
            .insert_resource(chapter)
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
            .add_message::<bevy::input::keyboard::KeyboardInput>()
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
            .add_plugins((compose::plugin, stage::plugin));
    }
}
