//! Chapters: the screens of the exhibit, in order.
//!
//! A chapter is a pure description: from a moment of its timeline and the recorded training run it
//! composes a [`Scene`]. To add one, write its file under `chapter/` and its line in [`CHAPTERS`].

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

/// All chapters in their order; a chapter's number is its place, counted from 1.
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

/// The chapter in which a visitor meets the machine that learns about a subject, if any does.
#[must_use]
pub fn meeting(subject: Subject) -> Option<&'static str> {
    match subject {
        Subject::Barcodes => Some(threshold_learns::ID),
        Subject::Rectangles => Some(perceptron_learns::ID),
        Subject::Walkthrough => Some(back_propagation::ID),
        Subject::Xor => Some(network_learns::ID),
        // Nothing learns from the first, and of the other nothing is guessed.
        Subject::XorClean | Subject::Autoencoder => None,
    }
}

/// One screen of the exhibit.
pub trait Chapter: Sync {
    /// Its name on the command line; its words in the locale are `chapter-ID` and so on.
    fn id(&self) -> &'static str;

    /// Key of the title of the part that it belongs to.
    fn part(&self) -> &'static str;

    /// Which data it is about.
    fn subject(&self) -> Subject;

    /// Keys of the names of the moments within a sample, at least one.
    fn phases(&self) -> &'static [&'static str];

    /// How long the way from a moment to the next takes at the chapter's own pace, in seconds.
    fn seconds(&self, at: Position) -> f64;

    /// How many of those seconds pass before anything happens, while the visitor is to think. Whoever asks
    /// for the next moment has thought.
    fn thinking(&self, _at: Position) -> f64 {
        0.0
    }

    /// What a moment shows.
    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene;

    /// The phase in which the class, or the truth, comes out, if there is one.
    fn reveal_phase(&self) -> Option<usize> {
        self.phases().iter().position(|key| matches!(*key, "phase-reveal" | "phase-revealed"))
    }

    /// The learning rates to choose from; empty if there is nothing to choose.
    fn learning_rates(&self) -> &'static [f64] {
        &[]
    }

    /// What stands where the mind is.
    /// Whether it goes through samples; else it has a single one, and its phases are counted.
    fn has_samples(&self) -> bool {
        true
    }

    /// Key of the message that says which of how many samples is shown.
    fn position(&self) -> &'static str {
        if self.has_samples() { "sample-of" } else { "step-of" }
    }

    /// Whether a second run can be laid over the first.
    fn can_compare(&self) -> bool {
        false
    }

    /// Whether the perceptron's use of datapoints can be chosen.
    fn offers_datapoints(&self) -> bool {
        false
    }

    /// Whether the visitor is asked for the class of each specimen.
    fn asks_for_guesses(&self) -> bool {
        false
    }

    /// Its timeline on these experiments.
    fn timeline(&self, experiments: &Experiments) -> Timeline {
        let samples = if self.has_samples() { experiments.of(self.subject()).samples() } else { 1 };
        Timeline::new(samples, self.phases().len())
    }
}

/// A moment of a chapter: a training step, and how far it has gone toward the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// Which sample, counted from 0.
    pub sample: usize,
    /// Which of the chapter's phases.
    pub phase: usize,
    /// 0 at the step, toward 1 at the next.
    pub fraction: f64,
    /// Whether there is a sample after this one.
    pub has_next: bool,
}

/// What chapters compose their scenes from.
pub struct Exhibit<'a> {
    /// The data and the recorded run.
    pub experiments: &'a Experiments,
    /// What the visitor has answered.
    pub guesses: &'a Guesses,
    /// What the visitor has in hand.
    pub visitor: VisitorState,
    /// Whether regions are shaded by how sure the machine is.
    pub confidence: bool,
    /// Place of the chapter in [`CHAPTERS`].
    pub chapter: usize,
    /// Whether the visitor has met the machine.
    pub machine_is_known: bool,
}

impl Exhibit<'_> {
    /// Asks for what a run's network says all over a plane of these axes.
    #[must_use]
    pub fn region(&self, run: Run, network: &learning::Network, axes: [f64; 2]) -> RegionShown {
        let (network, side) = (network.clone(), axes[0].max(axes[1]));
        RegionShown::Asked(RegionRequest { run, network, side, smooth: self.confidence })
    }
}

/// Which chapter is shown, and which have been.
#[derive(Resource, Clone, Debug, PartialEq, Eq)]
pub struct CurrentChapter {
    index: usize,
    visited: Vec<bool>,
    /// The step at which each chapter was left.
    left_at: Vec<usize>,
}

impl CurrentChapter {
    /// Shows a chapter, by its place in [`CHAPTERS`]; beyond the last, the last.
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

    /// Leaves the chapter at a step for another; beyond the last, for the last. Returns the step at which
    /// that one was left.
    pub fn go_to(&mut self, index: usize, leaving_at: usize) -> usize {
        self.left_at[self.index] = leaving_at;
        self.index = index.min(CHAPTERS.len() - 1);
        self.visited[self.index] = true;
        self.left_at[self.index]
    }

    /// Its place in [`CHAPTERS`].
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
