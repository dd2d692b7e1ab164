//! A network of neurons, as a scene shows it. Every network is made of these general parts.

use learning::Line;

use content::words::Words;

/// Neurons and edges, and what travels along them.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// The neurons, in any order. Edges name them by their index.
    pub neurons: Vec<Neuron>,
    /// The connections between neurons.
    pub edges: Vec<Edge>,
    /// The values and errors on their way.
    pub signals: Vec<Signal>,
    /// The texts beside the parts.
    pub notes: Vec<Note>,
    /// The greatest count of neurons below each other.
    pub rows: usize,
}

impl Network {
    /// All words of the part.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        let neurons = self.neurons.iter();
        let neurons = neurons.flat_map(|neuron| [Some(&neuron.content), neuron.caption.as_ref()]);
        let labels = self.edges.iter().filter_map(|edge| edge.label.as_ref());
        let labels = labels.flat_map(|label| [Some(&label.now), label.before.as_ref()]);
        let signals = self.signals.iter().map(|signal| signal.text.as_ref());
        let notes = self.notes.iter().map(|note| Some(&note.words));
        neurons.chain(labels).chain(signals).chain(notes).flatten()
    }
}

/// A neuron. Inputs and outputs are neurons too, because they are drawn alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Neuron {
    /// The place of its centre: across and down, 0 to 1 of the network's area.
    pub at: [f32; 2],
    /// Whether it computes something, or only holds a value.
    pub computes: bool,
    /// The text in it: its symbol, or the value that it holds.
    pub content: Words,
    /// The caption above or below it.
    pub caption: Option<Words>,
    /// Whether the caption stands below.
    pub caption_below: bool,
    /// Whether something happens in it now.
    pub active: bool,
    /// The line that it draws on a plane with these axes. The neuron shows it as a small picture, and so the
    /// part of the plane that it answers to.
    pub sees: Option<(Line, [f64; 2])>,
    /// The bit of the pattern that a touch on it flips, if there is one.
    pub toggles: Option<usize>,
}

/// A connection from one neuron to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// The index of the neuron that it comes from.
    pub from: usize,
    /// The index of the neuron that it goes to.
    pub to: usize,
    /// Its weight. The weight decides the edge's width, and its sign decides whether the edge is dashed.
    /// `None` for a connection that passes a value on unchanged.
    pub weight: Option<f64>,
    /// The label on it.
    pub label: Option<EdgeLabel>,
}

/// The label on an edge.
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeLabel {
    /// The weight before, if it has just changed.
    pub before: Option<Words>,
    /// The weight.
    pub now: Words,
    /// The weight whose change a touch on the label explains, if there is one.
    pub explains: Option<usize>,
    /// How far along the edge it is written, 0 to 1.
    pub at: f32,
}

/// How far along an edge its weight is written, unless another edge is in the way.
pub const LABEL_AT: f32 = 0.46;

/// The kind of a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignalKind {
    /// A value, forward.
    Value,
    /// An error or an update, backward.
    Error,
}

/// A signal on its way along an edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Signal {
    /// The index of the edge.
    pub edge: usize,
    /// How far along the edge it is: 0 at the neuron that the edge comes from.
    pub along: f32,
    /// The kind of the signal.
    pub kind: SignalKind,
    /// The text on it, if there is any.
    pub text: Option<Words>,
}

/// A line of text beside the parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The place of the middle of its line: across and down, 0 to 1 of the network's area.
    pub at: [f32; 2],
    /// The text.
    pub words: Words,
    /// Whether it is about an error or an update.
    pub is_error: bool,
    /// The index of the edge to whose label an arrow points, if there is an arrow.
    pub points_to: Option<usize>,
}
