//! Chapters: the screens of the exhibit, in order.
//!
//! A chapter is a pure function: it takes a moment of its timeline and the recorded training run, and
//! composes a [`Scene`]. To add a chapter, write its file under `chapter/` and add a line to [`CHAPTERS`].

mod aspect_ratio;
mod autoencoder;
mod back_propagation;
mod categories;
mod distribution;
pub mod field;
mod guess_barcode;
mod guess_sets;
pub mod guessing;
mod histogram;
mod linear_combination;
mod network_learns;
mod parts;
mod perceptron_learns;
mod perceptron_network;
mod phases;
mod sets;
mod single_line;
mod threshold_learns;
mod two_steps;
mod xor_network;

use bevy_ecs::resource::Resource;
use learning::{Position, Timeline};

use crate::experiment::{Experiments, Subject};
use crate::guesses::Guesses;
use crate::regions::{RegionRequest, Run};
use crate::scene::Scene;
use crate::scene::plane::RegionShown;
use crate::visitor::VisitorState;

/// All chapters, in order. A chapter's number is its place in this list, counted from 1.
pub static CHAPTERS: [&dyn Chapter; 17] = [
    &guess_barcode::GuessBarcode,
    &histogram::CountBars,
    &categories::Categories,
    &threshold_learns::ThresholdLearns,
    &guess_sets::GUESS_RECTANGLES,
    &distribution::Distribution,
    &perceptron_learns::PerceptronLearns,
    &linear_combination::LinearCombination,
    &perceptron_network::PerceptronNetwork,
    &back_propagation::BackPropagation,
    &guess_sets::GUESS_XOR,
    &single_line::SingleLine,
    &aspect_ratio::AspectRatio,
    &two_steps::TwoSteps,
    &xor_network::XorNetwork,
    &network_learns::NetworkLearns,
    &autoencoder::LearnPatterns,
];

/// Returns the id of the chapter in which a visitor first meets the machine that learns about a subject.
/// Returns `None` if guesses about the subject are never compared with a machine.
#[must_use]
pub fn meeting(subject: Subject) -> Option<&'static str> {
    match subject {
        Subject::Barcodes => Some(threshold_learns::ID),
        Subject::Rectangles => Some(perceptron_learns::ID),
        Subject::Walkthrough => Some(back_propagation::ID),
        Subject::Xor => Some(network_learns::ID),
        // No machine learns from `XorClean`, and no chapter asks for guesses about `Autoencoder`.
        Subject::XorClean | Subject::Autoencoder => None,
    }
}

/// One screen of the exhibit.
pub trait Chapter: Sync {
    /// The chapter's id: its name on the command line, and a part of the keys of its words, such as
    /// `chapter-ID`.
    fn id(&self) -> &'static str;

    /// The key of the title of the part that the chapter belongs to.
    fn part(&self) -> &'static str;

    /// The data that the chapter is about.
    fn subject(&self) -> Subject;

    /// The keys of the names of the phases within a sample; at least one.
    fn phases(&self) -> &'static [&'static str];

    /// How many seconds pass from this position to the next, at the chapter's own pace.
    fn seconds(&self, at: Position) -> f64;

    /// How many of those seconds pass before anything happens, so that the visitor can think. Stepping
    /// forward skips this time.
    fn thinking(&self, _at: Position) -> f64 {
        0.0
    }

    /// Composes the scene of a moment.
    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene;

    /// The phase that reveals the true class, if the chapter has one.
    fn reveal_phase(&self) -> Option<usize> {
        self.phases().iter().position(|key| matches!(*key, "phase-reveal" | "phase-revealed"))
    }

    /// The learning rates that the visitor can choose from; empty if there is no choice.
    fn learning_rates(&self) -> &'static [f64] {
        &[]
    }

    /// Whether the chapter goes through samples. Otherwise it has a single sample, and its phases are
    /// counted.
    fn has_samples(&self) -> bool {
        true
    }

    /// The key of the message that says where the chapter is, such as "sample 3 of 254".
    fn position(&self) -> &'static str {
        if self.has_samples() { "sample-of" } else { "step-of" }
    }

    /// Whether the chapter can show a second run over the first.
    fn can_compare(&self) -> bool {
        false
    }

    /// Whether the visitor can choose if the perceptron uses datapoints.
    fn offers_datapoints(&self) -> bool {
        false
    }

    /// Whether the chapter asks the visitor for the class of each specimen.
    fn asks_for_guesses(&self) -> bool {
        false
    }

    /// The chapter's timeline on these experiments.
    fn timeline(&self, experiments: &Experiments) -> Timeline {
        let samples = if self.has_samples() { experiments.of(self.subject()).samples() } else { 1 };
        Timeline::new(samples, self.phases().len())
    }
}

/// A moment of a chapter: a training step, and the fraction of the way to the next step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// The sample, counted from 0.
    pub sample: usize,
    /// The phase, as an index into the chapter's phases.
    pub phase: usize,
    /// 0 at the step, up to 1 at the next step.
    pub fraction: f64,
    /// Whether there is another sample after this one.
    pub has_next: bool,
}

/// Everything that a chapter composes its scene from.
pub struct Exhibit<'a> {
    /// The data and the recorded training runs.
    pub experiments: &'a Experiments,
    /// The visitor's answers.
    pub guesses: &'a Guesses,
    /// What the visitor holds or has set.
    pub visitor: VisitorState,
    /// Whether regions are shaded by how sure the machine is.
    pub confidence: bool,
    /// The chapter's place in [`CHAPTERS`].
    pub chapter: usize,
    /// Whether the visitor has met the machine that learns about the chapter's subject.
    pub machine_is_known: bool,
}

impl Exhibit<'_> {
    /// Requests the decision region of a run's network on a plane with these axes.
    #[must_use]
    pub fn region(&self, run: Run, network: &learning::Network, axes: [f64; 2]) -> RegionShown {
        let (network, side) = (network.clone(), axes[0].max(axes[1]));
        RegionShown::Asked(RegionRequest { run, network, side, smooth: self.confidence })
    }
}

/// The chapter that is shown, and the chapters that have been shown.
#[derive(Resource, Clone, Debug, PartialEq, Eq)]
pub struct CurrentChapter {
    index: usize,
    visited: Vec<bool>,
    /// The step at which the visitor left each chapter.
    left_at: Vec<usize>,
}

impl CurrentChapter {
    /// Shows a chapter, given by its place in [`CHAPTERS`]. A place beyond the last means the last chapter.
    #[must_use]
    pub fn new(index: usize) -> Self {
        let mut current = Self {
            index: 0,
            visited: vec![false; CHAPTERS.len()],
            left_at: vec![0; CHAPTERS.len()],
        };
        current.go_to(index, 0);
        current
    }

    /// Leaves the chapter at a step, and goes to another. A place beyond the last means the last chapter.
    /// Returns the step at which the visitor left that other chapter before.
    pub fn go_to(&mut self, index: usize, leaving_at: usize) -> usize {
        self.left_at[self.index] = leaving_at;
        self.index = index.min(CHAPTERS.len() - 1);
        self.visited[self.index] = true;
        self.left_at[self.index]
    }

    /// The chapter's place in [`CHAPTERS`].
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// The chapter itself.
    #[must_use]
    pub fn get(&self) -> &'static dyn Chapter {
        CHAPTERS[self.index]
    }

    /// Whether a chapter has been shown.
    #[must_use]
    pub fn has_visited(&self, id: &str) -> bool {
        find(id).is_some_and(|index| self.visited[index])
    }
}

/// The place in [`CHAPTERS`] of a chapter given by its number, counted from 1, or by its id.
#[must_use]
pub fn find(name: &str) -> Option<usize> {
    match name.parse::<usize>() {
        Ok(number) => number.checked_sub(1).filter(|&index| index < CHAPTERS.len()),
        Err(_) => find_id(name),
    }
}

/// The place in [`CHAPTERS`] of the chapter with this id.
#[must_use]
pub fn find_id(id: &str) -> Option<usize> {
    CHAPTERS.iter().position(|chapter| chapter.id() == id)
}
