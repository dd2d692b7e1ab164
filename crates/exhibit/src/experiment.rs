//! Experiments: data sets with the training runs that were recorded on them, one for each subject.

pub mod autoencoder;
pub mod barcodes;
pub mod comparison;
pub mod names;
pub mod notebook;
pub mod rectangles;
pub mod sets;
pub mod source;
pub mod xor;

use std::sync::Arc;

use bevy_ecs::resource::Resource;
use content::files::Files;
use learning::dataset::rectangles::Columns;
use learning::learner::backpropagation::Rule;
use learning::learner::mlp::Mlp;
use learning::{
    Autoencoder, Barcode, Dataset, DatasetError, LearningRate, Origin, RectangleSample, Threshold,
};

use autoencoder::AutoencoderExperiment;
use barcodes::BarcodesExperiment;
use rectangles::{PerceptronChoice, RectanglesExperiment};
use sets::RectangleData;
use source::Source;
use xor::XorExperiment;

/// The subject of a chapter: its data, and the machine that learns from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// Barcodes and the threshold.
    Barcodes,
    /// Rectangles and the perceptron.
    Rectangles,
    /// The four points of the walk-through and their perceptron.
    Walkthrough,
    /// XOR rectangles that lie well apart. No machine learns from them.
    XorClean,
    /// XOR rectangles and the network that learns from them.
    Xor,
    /// Four patterns and the autoencoder.
    Autoencoder,
}

/// The data and the machines that the experiments are made from.
#[derive(Clone)]
pub struct Material {
    /// The barcodes that the threshold learns from.
    pub barcodes: Dataset<Barcode>,
    /// The threshold that learns from the barcodes.
    pub threshold: Threshold,
    /// The rectangles that the perceptron learns from.
    pub rectangles: Dataset<RectangleSample>,
    /// The settings of the perceptron that learns from the rectangles.
    pub perceptron: PerceptronChoice,
    /// XOR rectangles that no machine learns from.
    pub xor_clean: Dataset<RectangleSample>,
    /// The XOR rectangles that the network learns from.
    pub xor: Dataset<RectangleSample>,
    /// The network that learns XOR.
    pub mlp: Mlp,
    /// The autoencoder that squeezes patterns and rebuilds them.
    pub autoencoder: Autoencoder,
}

/// All experiments of the exhibit. A clone shares them and copies nothing.
#[derive(Resource, Clone)]
pub struct Experiments {
    /// The experiment of Part I.
    pub barcodes: Arc<BarcodesExperiment>,
    /// The experiment of Part II.
    pub rectangles: Arc<RectanglesExperiment>,
    /// The experiment of the walk-through by hand.
    pub walkthrough: Arc<RectanglesExperiment>,
    /// The data of Part III that no machine learns from.
    pub xor_clean: Arc<RectangleData>,
    /// The experiment of Part III.
    pub xor: Arc<XorExperiment>,
    /// The experiment of Part IV.
    pub autoencoder: Arc<AutoencoderExperiment>,
}

/// A command to a subject's machine. A subject without this choice ignores the command.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LearnCommand {
    /// Learn again at this rate. The playhead stays where it is.
    Rate(LearningRate),
    /// Show a second run over the first, at this rate and from this sample on, or remove it.
    Compare(Option<(LearningRate, usize)>),
    /// Whether the perceptron uses datapoints for its updates.
    UseDatapoints(bool),
    /// Let the network learn by this rule.
    Rule(Rule),
    /// Let the autoencoder start from the weights of this seed.
    Seed(u64),
    /// Let the perceptron start from these weights, or from those that belong to its data.
    InitialWeights(Option<[f64; 2]>),
}

/// A data set with the machine that learns from it. Chapters, the overlay and the kiosk use every experiment
/// through this trait.
pub trait Experiment {
    /// Where the data come from. `None` if no other data can take their place.
    fn origin(&self) -> Option<&Origin>;

    /// Count of samples.
    fn samples(&self) -> usize;

    /// The true class of a sample. An index beyond the last means the last sample.
    fn label(&self, sample: usize) -> bool;

    /// The rectangles, if the samples are rectangles.
    fn rectangles(&self) -> Option<&RectangleData>;

    /// The data's own names of the two classes, if there are any.
    fn class_names(&self) -> Option<&[String; 2]>;

    /// The data's own names of the two features, if there are any.
    fn feature_names(&self) -> Option<&[String; 2]>;

    /// The data's own names of the two classes and of the two features.
    fn names(&self) -> [Option<&[String; 2]>; 2] {
        [self.class_names(), self.feature_names()]
    }

    /// How strongly an error changes the machine. `None` if no machine learns.
    fn learning_rate(&self) -> Option<LearningRate>;

    /// Whether the machine predicted more of a sample right than wrong when it met the sample. False if no
    /// machine answers.
    fn was_right(&self, sample: usize) -> bool;

    /// The learning rate of the second run, and the sample at which it leaves the first run.
    fn second_run(&self) -> Option<(LearningRate, usize)> {
        None
    }

    /// How many mistakes the first and the second run made before a sample. A mistake is a barcode, or a
    /// rectangle, with a wrong prediction. `None` without a second run.
    fn mistakes_before(&self, _sample: usize) -> Option<[usize; 2]> {
        None
    }

    /// The curve of losses, if one is recorded.
    fn losses(&self) -> Option<LossCurve<'_>> {
        None
    }

    /// The choice that a visitor has about the machine besides its learning rate.
    fn choice(&self) -> Option<MachineChoice> {
        None
    }

    /// Applies a command. Returns whether anything has changed.
    fn apply(&mut self, command: LearnCommand) -> bool;
}

/// A recorded curve of losses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LossCurve<'a> {
    /// One loss for each sample or epoch.
    pub losses: &'a [f64],
    /// The greatest loss.
    pub greatest: f64,
    /// The kind of loss.
    pub kind: LossKind,
}

/// The kind of loss that is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LossKind {
    /// Half the squared error.
    SquaredError,
    /// The cross entropy.
    CrossEntropy,
}

/// The choice that a visitor has about a machine besides its learning rate, with its current value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MachineChoice {
    /// The rule that the network learns by.
    Rule(Rule),
    /// The seed that the first weights are drawn from.
    Seed(u64),
}

impl Experiments {
    /// Lets all machines learn, and records their training runs.
    #[must_use]
    pub fn new(material: Material) -> Self {
        let Material { barcodes, threshold, rectangles, perceptron, .. } = material;
        Self {
            barcodes: Arc::new(BarcodesExperiment::new(barcodes, threshold)),
            rectangles: Arc::new(RectanglesExperiment::new(rectangles, perceptron)),
            walkthrough: Arc::new(RectanglesExperiment::walkthrough()),
            xor_clean: Arc::new(RectangleData::new(material.xor_clean)),
            xor: Arc::new(XorExperiment::new(material.xor, material.mlp)),
            autoencoder: Arc::new(AutoencoderExperiment::new(material.autoencoder)),
        }
    }

    /// The experiment of a subject.
    #[must_use]
    pub fn of(&self, subject: Subject) -> &dyn Experiment {
        match subject {
            Subject::Barcodes => &*self.barcodes,
            Subject::Rectangles => &*self.rectangles,
            Subject::Walkthrough => &*self.walkthrough,
            Subject::XorClean => &*self.xor_clean,
            Subject::Xor => &*self.xor,
            Subject::Autoencoder => &*self.autoencoder,
        }
    }

    /// Gives a subject other data. Its machine keeps its settings, and learns from these data. Chapters that
    /// share data share the new ones.
    ///
    /// # Errors
    /// The data are invalid, or the seed gives no sample of one of the classes.
    pub fn learn_from(
        &mut self,
        subject: Subject,
        source: &Source,
        files: &Files,
    ) -> Result<(), DatasetError> {
        match subject {
            Subject::Barcodes => {
                let dataset = source.load(&source::Barcodes, files)?;
                if dataset.samples.is_empty() {
                    return Err(source::without_samples(source));
                }
                let learner = self.barcodes.learner;
                self.barcodes = Arc::new(BarcodesExperiment::new(dataset, learner));
            }
            Subject::Rectangles => {
                let dataset = source.load(&source::Rectangles::default(), files)?;
                let choice = self.rectangles.choice();
                self.rectangles = Arc::new(RectanglesExperiment::new(dataset, choice));
            }
            Subject::XorClean | Subject::Xor => {
                let columns = Columns::default;
                let clean = source.load(&source::Xor::clean(columns()), files)?;
                let noisy = source.load(&source::Xor::noisy(columns()), files)?;
                self.xor_clean = Arc::new(RectangleData::new(clean));
                self.xor = Arc::new(XorExperiment::new(noisy, self.xor.learner.clone()));
            }
            Subject::Walkthrough | Subject::Autoencoder => {}
        }
        Ok(())
    }

    /// Applies a command to the machine of a subject. Returns whether anything has changed.
    pub fn apply(&mut self, subject: Subject, command: LearnCommand) -> bool {
        match subject {
            Subject::Barcodes => Arc::make_mut(&mut self.barcodes).apply(command),
            Subject::Rectangles => Arc::make_mut(&mut self.rectangles).apply(command),
            Subject::Walkthrough => Arc::make_mut(&mut self.walkthrough).apply(command),
            Subject::XorClean => Arc::make_mut(&mut self.xor_clean).apply(command),
            Subject::Xor => Arc::make_mut(&mut self.xor).apply(command),
            Subject::Autoencoder => Arc::make_mut(&mut self.autoencoder).apply(command),
        }
    }
}
