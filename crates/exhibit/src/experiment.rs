//! Experiments: data sets with the training runs that were recorded on them, one for each subject.

pub mod autoencoder;
pub mod barcodes;
pub mod comparison;
pub mod names;
pub mod notebook;
pub mod rectangles;
pub mod sets;
pub mod xor;

use std::sync::Arc;

use bevy_ecs::resource::Resource;
use learning::learner::backpropagation::Rule;
use learning::learner::mlp::Mlp;
use learning::{Autoencoder, Barcode, Dataset, LearningRate, RectangleSample, Threshold};

use autoencoder::AutoencoderExperiment;
use barcodes::BarcodesExperiment;
use rectangles::{PerceptronChoice, RectanglesExperiment};
use sets::RectangleData;
use xor::XorExperiment;

/// What a chapter is about: which data, and which machine learns from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// Barcodes and the threshold.
    Barcodes,
    /// Rectangles and the perceptron.
    Rectangles,
    /// The four points of the walk-through and their perceptron.
    Walkthrough,
    /// XOR rectangles that lie well apart: to look at.
    XorClean,
    /// XOR rectangles and the network that learns from them.
    Xor,
    /// Four patterns and the autoencoder.
    Autoencoder,
}

/// What the experiments are made from.
#[derive(Clone)]
pub struct Material {
    /// What the threshold learns from.
    pub barcodes: Dataset<Barcode>,
    /// What learns from barcodes.
    pub threshold: Threshold,
    /// What the perceptron learns from.
    pub rectangles: Dataset<RectangleSample>,
    /// What learns from rectangles.
    pub perceptron: PerceptronChoice,
    /// XOR rectangles to look at.
    pub xor_clean: Dataset<RectangleSample>,
    /// What the network learns from.
    pub xor: Dataset<RectangleSample>,
    /// The network that learns XOR.
    pub mlp: Mlp,
    /// What squeezes patterns and rebuilds them.
    pub autoencoder: Autoencoder,
}

/// All experiments of the exhibit. A clone shares them, and copies nothing.
#[derive(Resource, Clone)]
pub struct Experiments {
    /// Of Part I.
    pub barcodes: Arc<BarcodesExperiment>,
    /// Of Part II.
    pub rectangles: Arc<RectanglesExperiment>,
    /// Of the walk-through by hand.
    pub walkthrough: Arc<RectanglesExperiment>,
    /// Of Part III, where nothing learns.
    pub xor_clean: Arc<RectangleData>,
    /// Of Part III.
    pub xor: Arc<XorExperiment>,
    /// Of Part IV.
    pub autoencoder: Arc<AutoencoderExperiment>,
}

/// What may be asked of a subject's machine. A subject that has no such choice ignores the command.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LearnCommand {
    /// Learn anew at this rate; the playhead stays where it is.
    Rate(LearningRate),
    /// Lay a second run over the first, at this rate and from this sample on, or take it away.
    Compare(Option<(LearningRate, usize)>),
    /// Let the perceptron use datapoints for its updates, or no longer.
    UseDatapoints(bool),
    /// Let the network learn by this rule.
    Rule(Rule),
    /// Let the autoencoder start from other weights.
    Seed(u64),
}

/// A data set with the machine that learns from it, as chapters, overlay and kiosk ask about any of them.
pub trait Experiment {
    /// Count of samples.
    fn samples(&self) -> usize;

    /// The true class of a sample; beyond the last, of the last.
    fn label(&self, sample: usize) -> bool;

    /// The rectangles, where the samples are rectangles.
    fn rectangles(&self) -> Option<&RectangleData>;

    /// The data's own names of the two classes, where it has any.
    fn class_names(&self) -> Option<&[String; 2]>;

    /// The data's own names of the two features, where it has any.
    fn feature_names(&self) -> Option<&[String; 2]>;

    /// The data's own names of the two classes and of the two features.
    fn names(&self) -> [Option<&[String; 2]>; 2] {
        [self.class_names(), self.feature_names()]
    }

    /// How strongly an error changes the machine; none where nothing learns.
    fn learning_rate(&self) -> Option<LearningRate>;

    /// Whether the machine, when it met a sample, had more of it right than wrong; false where nothing
    /// answers.
    fn was_right(&self, sample: usize) -> bool;

    /// The rate of the second run, and the sample from which on it goes its own way.
    fn second_run(&self) -> Option<(LearningRate, usize)> {
        None
    }

    /// How many mistakes the first and the second run had made before a sample: barcodes, or
    /// rectangles, that were predicted wrong. None without a second run.
    fn mistakes_before(&self, _sample: usize) -> Option<[usize; 2]> {
        None
    }

    /// The curve of losses, where one is recorded.
    fn losses(&self) -> Option<LossCurve<'_>> {
        None
    }

    /// What a visitor can choose about the machine besides its learning rate.
    fn choice(&self) -> Option<MachineChoice> {
        None
    }

    /// Applies a command; whether anything has changed.
    fn apply(&mut self, command: LearnCommand) -> bool;
}

/// A recorded curve of losses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LossCurve<'a> {
    /// A loss for each sample or epoch.
    pub losses: &'a [f64],
    /// The greatest of them.
    pub greatest: f64,
    /// Which loss it is.
    pub kind: LossKind,
}

/// Which loss is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LossKind {
    /// Half the squared error.
    SquaredError,
    /// The cross entropy.
    CrossEntropy,
}

/// What a visitor can choose about a machine besides its learning rate, as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MachineChoice {
    /// The rule that the network learns by.
    Rule(Rule),
    /// The seed that the first weights are drawn from.
    Seed(u64),
}

impl Experiments {
    /// Lets the machines learn.
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

    /// Applies a command to the machine of a subject; whether anything has changed.
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
