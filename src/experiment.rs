//! Experiments: data sets with the training runs that were recorded on them, one for each subject.

pub mod autoencoder;
pub mod barcodes;
pub mod comparison;
pub mod names;
pub mod rectangles;
pub mod sets;
pub mod xor;

use bevy::prelude::Resource;
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

/// All experiments of the exhibit.
#[derive(Resource, Clone)]
pub struct Experiments {
    /// Of Part I.
    pub barcodes: BarcodesExperiment,
    /// Of Part II.
    pub rectangles: RectanglesExperiment,
    /// Of the walk-through by hand.
    pub walkthrough: RectanglesExperiment,
    /// Of Part III, where nothing learns.
    pub xor_clean: RectangleData,
    /// Of Part III.
    pub xor: XorExperiment,
    /// Of Part IV.
    pub autoencoder: AutoencoderExperiment,
}

impl Experiments {
    /// Lets the machines learn.
    #[must_use]
    pub fn new(material: Material) -> Self {
        Self {
            barcodes: BarcodesExperiment::new(material.barcodes, material.threshold),
            rectangles: RectanglesExperiment::new(material.rectangles, material.perceptron),
            walkthrough: RectanglesExperiment::walkthrough(),
            xor_clean: RectangleData::new(material.xor_clean),
            xor: XorExperiment::new(material.xor, material.mlp),
            autoencoder: AutoencoderExperiment::new(material.autoencoder),
        }
    }

    /// The rectangles of a subject that has any.
    #[must_use]
    pub fn rectangles_of(&self, subject: Subject) -> Option<&RectangleData> {
        match subject {
            Subject::Barcodes | Subject::Autoencoder => None,
            Subject::Rectangles => Some(&self.rectangles.data),
            Subject::Walkthrough => Some(&self.walkthrough.data),
            Subject::XorClean => Some(&self.xor_clean),
            Subject::Xor => Some(&self.xor.data),
        }
    }

    /// Count of a subject's samples.
    #[must_use]
    pub fn samples(&self, subject: Subject) -> usize {
        match self.rectangles_of(subject) {
            Some(data) => data.dataset.samples.len(),
            None => self.barcodes.dataset.samples.len(),
        }
    }

    /// The true class of a sample; beyond the last, of the last.
    #[must_use]
    pub fn label(&self, subject: Subject, sample: usize) -> bool {
        match self.rectangles_of(subject) {
            Some(data) => data.sample(sample).label,
            None => self.barcodes.sample(sample).label,
        }
    }

    /// Whether the machine, when it met a sample, had more of it right than wrong.
    #[must_use]
    pub fn machine_was_right(&self, subject: Subject, sample: usize) -> bool {
        match subject {
            Subject::Barcodes => {
                let outcome = self.barcodes.trace.outcome(sample);
                outcome.is_some_and(|outcome| outcome.error == 0.0)
            }
            Subject::Rectangles => self.rectangles.was_mostly_right(sample),
            Subject::Walkthrough => self.walkthrough.was_mostly_right(sample),
            Subject::Xor => self.xor.was_mostly_right(sample),
            // Nothing learns from the first, and the other gives no answers.
            Subject::XorClean | Subject::Autoencoder => false,
        }
    }

    /// How strongly an error changes a subject's machine.
    #[must_use]
    pub fn learning_rate(&self, subject: Subject) -> LearningRate {
        match subject {
            Subject::Barcodes => self.barcodes.learner.learning_rate,
            Subject::Rectangles => self.rectangles.learner.learning_rate,
            Subject::Walkthrough => self.walkthrough.learner.learning_rate,
            Subject::XorClean | Subject::Xor => self.xor.learner.learning_rate,
            Subject::Autoencoder => self.autoencoder.learner.learning_rate,
        }
    }

    /// Lets a subject's machine learn at another rate. The walk-through has but one,
    /// and from some data nothing learns.
    pub fn set_learning_rate(&mut self, subject: Subject, rate: LearningRate) {
        match subject {
            Subject::Barcodes => self.barcodes.set_learning_rate(rate),
            Subject::Rectangles => self.rectangles.choose(|choice| choice.learning_rate = rate),
            Subject::Xor => self.xor.set_learning_rate(rate),
            Subject::Autoencoder => self.autoencoder.set_learning_rate(rate),
            Subject::Walkthrough | Subject::XorClean => {}
        }
    }

    /// Lays a second run, at this rate and from this sample on, over a subject's first; or takes it
    /// away. Some subjects have none.
    pub fn compare(&mut self, subject: Subject, with: Option<(LearningRate, usize)>) {
        match subject {
            Subject::Barcodes => self.barcodes.compare(with),
            Subject::Rectangles => self.rectangles.compare(with),
            Subject::Xor => self.xor.compare(with),
            Subject::Walkthrough | Subject::XorClean | Subject::Autoencoder => {}
        }
    }

    /// The rate of a subject's second run, and the sample from which on it goes its own way.
    #[must_use]
    pub fn compared(&self, subject: Subject) -> Option<(LearningRate, usize)> {
        match subject {
            Subject::Barcodes => self.barcodes.second.as_ref().map(|c| (c.learning_rate, c.from)),
            Subject::Rectangles => {
                self.rectangles.second.as_ref().map(|c| (c.learning_rate, c.from))
            }
            Subject::Xor => self.xor.second.as_ref().map(|c| (c.learning_rate, c.from)),
            Subject::Walkthrough | Subject::XorClean | Subject::Autoencoder => None,
        }
    }

    /// How many mistakes a subject's first and its second run had made before a sample: barcodes, or
    /// rectangles, that were predicted wrong.
    #[must_use]
    pub fn mistakes_before(&self, subject: Subject, sample: usize) -> Option<[usize; 2]> {
        let of = |first: &[usize], second: usize| [first[sample.min(first.len() - 1)], second];
        match subject {
            Subject::Barcodes => {
                let second = self.barcodes.second.as_ref()?;
                Some(of(&self.barcodes.mistakes, second.mistakes_before(sample)))
            }
            Subject::Rectangles => {
                let second = self.rectangles.second.as_ref()?;
                Some(of(&self.rectangles.mistakes, second.mistakes_before(sample)))
            }
            Subject::Xor => {
                let second = self.xor.second.as_ref()?;
                Some(of(&self.xor.mistakes, second.mistakes_before(sample)))
            }
            Subject::Walkthrough | Subject::XorClean | Subject::Autoencoder => None,
        }
    }

    /// The data's own names of the two classes and of the two features, where there are any.
    #[must_use]
    pub fn names(&self, subject: Subject) -> [Option<&[String; 2]>; 2] {
        match self.rectangles_of(subject) {
            Some(RectangleData { dataset, .. }) => {
                [dataset.class_names.as_ref(), dataset.feature_names.as_ref()]
            }
            None if subject == Subject::Autoencoder => [None, Some(&self.autoencoder.code_names)],
            None => [self.barcodes.dataset.class_names.as_ref(), None],
        }
    }
}
