//! A scene: what one moment of a chapter shows, as plain values.
//!
//! A scene is a list of parts, each in a slot. Chapters compose scenes, and the layout follows from a scene.
//! The stage moves its entities to match, and the overlay draws the rest. A scene holds no pixels, colours or
//! entities. Each kind of part has its own file under `scene/`, with its data and all its words.

pub mod barcodes;
pub mod formulas;
pub mod guess_board;
pub mod histogram;
pub mod ink;
pub mod losses;
pub mod network;
pub mod plane;
pub mod sets;
pub mod slot;
pub mod weights;

use bevy_ecs::resource::Resource;
use content::words::Words;

use crate::regions::RegionRequest;

pub use barcodes::{Barcodes, Specimen, Spot};
pub use formulas::Formulas;
pub use guess_board::GuessBoard;
pub use histogram::{BinAxis, Boundary, Cell, Histogram};
pub use ink::{Caption, Ink, Inking, Role};
pub use losses::Losses;
pub use network::Network;
pub use plane::{Plane, RegionShown};
pub use sets::{RectangleSet, SetSpot, Sets};
pub use slot::{Room, Slot};
pub use weights::Weights;

/// Everything that one moment shows besides the controls.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// The narration: one sentence, with the arithmetic of this moment.
    pub narration: Words,
    /// The parts, in the order in which they are drawn and read.
    pub parts: Vec<Placed>,
    /// The words that compare a second run with the first.
    pub comparison: Option<Words>,
    /// The arithmetic that the visitor asked for, line by line.
    pub explanation: Option<Explanation>,
}

/// A part in its slot.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The slot that the part stands in.
    pub slot: Slot,
    /// The part itself.
    pub part: Part,
}

/// A part that a scene can show.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Barcodes on their cards.
    Barcodes(Barcodes),
    /// Sets of rectangles.
    Sets(Sets),
    /// The board of a guessing screen.
    GuessBoard(GuessBoard),
    /// Counts of samples in bins.
    Histogram(Histogram),
    /// Points by width and height.
    Plane(Box<Plane>),
    /// Weights that the visitor can set.
    Weights(Weights),
    /// Formulas.
    Formulas(Formulas),
    /// A network.
    Network(Network),
    /// A curve of losses, and the choices under it.
    Losses(Losses),
}

impl Part {
    /// The room that the part needs in a slot.
    #[must_use]
    pub fn room(&self, slot: Slot) -> Room {
        match (self, slot) {
            (Self::Barcodes(barcodes), _) if barcodes.has_examples => Room::CardAndExamples,
            (Self::Barcodes(_), _) => Room::Card,
            (Self::Sets(_), _) => Room::CaptionedField,
            (Self::Plane(plane), Slot::Mind) if plane.facts.is_empty() => Room::Square,
            (Self::Plane(_), Slot::Mind) => Room::SquareAndColumn,
            (Self::Plane(_) | Self::Weights(_), _) => Room::Field,
            (Self::Formulas(_), Slot::World) => Room::Field,
            (Self::GuessBoard(_) | Self::Histogram(_) | Self::Formulas(_), _) => Room::Wide,
            (Self::Network(_), _) => Room::Network,
            (Self::Losses(_), _) => Room::Curve,
        }
    }

    /// All words of the part.
    #[must_use]
    pub fn words(&self) -> Vec<&Words> {
        match self {
            Self::Barcodes(barcodes) => barcodes.words().collect(),
            Self::Sets(sets) => sets.words().collect(),
            Self::Plane(plane) => plane.words().collect(),
            Self::Formulas(formulas) => formulas.words().collect(),
            Self::Network(network) => network.words().collect(),
            // These parts show only numbers. The overlay adds the words.
            Self::GuessBoard(_) | Self::Histogram(_) | Self::Weights(_) | Self::Losses(_) => {
                Vec::new()
            }
        }
    }
}

impl Scene {
    /// A scene without parts.
    #[must_use]
    pub fn new(narration: Words) -> Self {
        Self { narration, ..Self::default() }
    }

    /// The same scene with one more part.
    #[must_use]
    pub fn with(mut self, slot: Slot, part: impl Into<Part>) -> Self {
        self.parts.push(Placed { slot, part: part.into() });
        self
    }

    /// The parts in a slot.
    pub fn in_slot(&self, slot: Slot) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |placed| placed.slot == slot).map(|placed| &placed.part)
    }

    /// All barcodes.
    pub fn specimens(&self) -> impl Iterator<Item = &Specimen> {
        self.parts.iter().flat_map(|placed| match &placed.part {
            Part::Barcodes(barcodes) => barcodes.specimens.as_slice(),
            _ => &[],
        })
    }

    /// All sets of rectangles.
    pub fn sets(&self) -> impl Iterator<Item = &RectangleSet> {
        self.parts.iter().flat_map(|placed| match &placed.part {
            Part::Sets(sets) => sets.0.as_slice(),
            _ => &[],
        })
    }

    /// The network, and its slot.
    #[must_use]
    pub fn network(&self) -> Option<(Slot, &Network)> {
        self.parts.iter().find_map(|placed| match &placed.part {
            Part::Network(network) => Some((placed.slot, network)),
            _ => None,
        })
    }

    /// The plane in a slot.
    #[must_use]
    pub fn plane(&self, slot: Slot) -> Option<&Plane> {
        self.in_slot(slot).find_map(|part| match part {
            Part::Plane(plane) => Some(&**plane),
            _ => None,
        })
    }

    /// The histogram.
    #[must_use]
    pub fn histogram(&self) -> Option<&Histogram> {
        self.parts.iter().find_map(|placed| match &placed.part {
            Part::Histogram(histogram) => Some(histogram),
            _ => None,
        })
    }

    /// The board of a guessing screen.
    #[must_use]
    pub fn guess_board(&self) -> Option<&GuessBoard> {
        self.parts.iter().find_map(|placed| match &placed.part {
            Part::GuessBoard(board) => Some(board),
            _ => None,
        })
    }

    /// The curve of losses.
    #[must_use]
    pub fn losses(&self) -> Option<Losses> {
        self.parts.iter().find_map(|placed| match placed.part {
            Part::Losses(losses) => Some(losses),
            _ => None,
        })
    }

    /// The formulas in a slot.
    #[must_use]
    pub fn formulas(&self, slot: Slot) -> Option<&Formulas> {
        self.in_slot(slot).find_map(|part| match part {
            Part::Formulas(formulas) => Some(formulas),
            _ => None,
        })
    }

    /// The decision regions that the scene's planes ask for.
    pub fn region_requests(&self) -> impl Iterator<Item = &RegionRequest> {
        let planes = [Slot::World, Slot::Mind].into_iter().filter_map(|slot| self.plane(slot));
        let regions = planes.flat_map(|plane| [&plane.region, &plane.second_region]);
        regions.flatten().filter_map(|shown| match shown {
            RegionShown::Asked(request) => Some(request),
            RegionShown::Known(_) => None,
        })
    }

    /// All words of the scene.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        let explained =
            self.explanation.iter().flat_map(|asked| asked.lines.iter().chain([&asked.title]));
        let parts = self.parts.iter().flat_map(|placed| placed.part.words());
        [&self.narration].into_iter().chain(&self.comparison).chain(explained).chain(parts)
    }
}

/// An explanation of a change, with its arithmetic.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The title, which names the change.
    pub title: Words,
    /// The arithmetic, term by term.
    pub lines: Vec<Words>,
}

impl From<Barcodes> for Part {
    fn from(part: Barcodes) -> Self {
        Self::Barcodes(part)
    }
}

impl From<Sets> for Part {
    fn from(part: Sets) -> Self {
        Self::Sets(part)
    }
}

impl From<GuessBoard> for Part {
    fn from(part: GuessBoard) -> Self {
        Self::GuessBoard(part)
    }
}

impl From<Histogram> for Part {
    fn from(part: Histogram) -> Self {
        Self::Histogram(part)
    }
}

impl From<Plane> for Part {
    fn from(part: Plane) -> Self {
        Self::Plane(Box::new(part))
    }
}

impl From<Weights> for Part {
    fn from(part: Weights) -> Self {
        Self::Weights(part)
    }
}

impl From<Formulas> for Part {
    fn from(part: Formulas) -> Self {
        Self::Formulas(part)
    }
}

impl From<Network> for Part {
    fn from(part: Network) -> Self {
        Self::Network(part)
    }
}

impl From<Losses> for Part {
    fn from(part: Losses) -> Self {
        Self::Losses(part)
    }
}
