//! Links: a moment of the exhibit as a line of text, such as
//! `#v=1&chapter=network-learns&step=534&rate=0.1&rule=gradient&data=notebook&theme=night`.
//!
//! A [`Link`] holds everything that makes a moment: the chapter and the step, the data and the settings of
//! the machine, what the visitor holds or has answered, and the look. [`Link::of`] takes it from the
//! exhibit's state, its `Display` writes it, [`read()`] reads it, and [`Link::open`] makes the state again.
//! What a link does not name is as it was when the exhibit began.
//!
//! `docs/link.md` describes the fields for those who write links by hand. The meaning of a field in a
//! version never changes.

mod fields;
mod open;
mod read;
mod write;

use std::fmt;

use bevy_ecs::resource::Resource;
use learning::learner::backpropagation::Rule;
use learning::{LearningRate, Origin, Playhead};

use crate::guesses::Guess;
use crate::playback::Direction;
use crate::visitor::VisitorState;

pub use content::limits::LINK_CHARACTERS as CHARACTERS;

pub use fields::{FIELDS, PAGE_FIELDS};
pub use open::{Ground, Opening, State};
pub use read::read;
pub use write::{Now, file_name};

/// The version of the links that the exhibit writes.
pub const VERSION: u32 = 1;

/// A moment of the exhibit. What is `None` is as it was when the exhibit began.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// The chapter's place in [`CHAPTERS`](crate::chapter::CHAPTERS).
    pub chapter: usize,
    /// The step, and the fraction of the way to the next step.
    pub playhead: Playhead,
    /// How the playhead moves.
    pub playing: Playing,
    /// The data of the chapter's subject. A file has its name without folders.
    pub data: Option<Origin>,
    /// The settings of the machine that learns from these data.
    pub machine: Machine,
    /// What the visitor holds or has set.
    pub visitor: VisitorState,
    /// The visitor's answers in the chapter, in their order.
    pub guesses: Vec<Guess>,
    /// The look.
    pub look: LookOfLink,
}

/// How the playhead of a link moves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Playing {
    /// Whether it plays from the moment on.
    pub plays: bool,
    /// The speed, one of [`SPEEDS`](crate::playback::SPEEDS).
    pub speed: f64,
    /// The direction.
    pub direction: Direction,
}

impl Default for Playing {
    fn default() -> Self {
        Self { plays: false, speed: 1.0, direction: Direction::Forward }
    }
}

/// The settings of a machine. A machine that lacks one of them ignores it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Machine {
    /// The learning rate.
    pub rate: Option<LearningRate>,
    /// Whether the perceptron uses datapoints for its updates.
    pub datapoints: Option<bool>,
    /// The weights that the perceptron begins with.
    pub initial_weights: Option<[f64; 2]>,
    /// The rule that the network learns by.
    pub rule: Option<Rule>,
    /// The seed of the autoencoder's first weights.
    pub seed: Option<u64>,
    /// The rate of the second run, and the sample from which it differs.
    pub compare: Option<(LearningRate, usize)>,
}

/// The look of a link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LookOfLink {
    /// Name of a file of `assets/themes`.
    pub theme: Option<String>,
    /// Name of a file of `assets/palettes`.
    pub palette: Option<String>,
    /// Name of a folder of `assets/locales`.
    pub language: Option<String>,
    /// Magnification of all type.
    pub text_scale: Option<f32>,
    /// Whether things jump to their places instead of moving there.
    pub reduced_motion: Option<bool>,
    /// Whether a decision region is shaded by how sure the machine is.
    pub confidence: Option<bool>,
}

/// A field of a link that could not be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field. It is empty if the text as a whole is no link.
    pub field: String,
    /// What was expected and what was found.
    pub problem: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.field.is_empty() {
            out.write_str(&self.problem)
        } else {
            write!(out, "{}: {}", self.field, self.problem)
        }
    }
}

/// A link that has been read, with everything in it that could not be used.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadLink {
    /// The link, without what could not be used.
    pub link: Link,
    /// What could not be used.
    pub faults: Vec<Fault>,
}

/// What a visitor is told about the link that was opened last.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkNotice {
    /// The fields that could not be used. An empty name stands for the text as a whole.
    pub unused: Vec<String>,
    /// The name of the file that the moment needs and the exhibit lacks.
    pub needs_file: Option<String>,
}

impl LinkNotice {
    /// Whether there is nothing to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.unused.is_empty() && self.needs_file.is_none()
    }
}

/// The link of the current moment, and the address of the exhibit's page on the web.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// The link, from `#` on.
    pub link: String,
    /// The address that the link is appended to, if one is set.
    pub address: Option<String>,
}

impl Share {
    /// The whole address of the moment; without an address of a page, the link alone.
    #[must_use]
    pub fn whole(&self) -> String {
        format!("{}{}", self.address.as_deref().unwrap_or_default(), self.link)
    }
}

#[cfg(test)]
mod tests;
