//! A network of neurons, as a scene shows it: general parts of which every network is made.

use learning::Line;

use content::words::Words;

/// Neurons and edges, and what travels along them.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// In any order; edges name them by their place.
    pub neurons: Vec<Neuron>,
    /// Connections.
    pub edges: Vec<Edge>,
    /// Values and errors on their way.
    pub signals: Vec<Signal>,
    /// What is written beside the parts.
    pub notes: Vec<Note>,
    /// The most neurons that stand below each other.
    pub rows: usize,
}

impl Network {
    /// Everything that it says.
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

/// A neuron, or an input or output, which are drawn alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Neuron {
    /// Where its centre is: across and down, 0 to 1 of the network's area.
    pub at: [f32; 2],
    /// Whether it works something out, or only holds a value.
    pub computes: bool,
    /// What stands in it: its symbol, or the value it holds.
    pub content: Words,
    /// What stands at it, above or below.
    pub caption: Option<Words>,
    /// Whether the caption stands below.
    pub caption_below: bool,
    /// Whether something happens in it now.
    pub active: bool,
    /// The line that it draws on the plane of these axes, shown in it as a small picture: which part
    /// of the plane it answers to.
    pub sees: Option<(Line, [f64; 2])>,
    /// The bit of the pattern that a touch on it turns, if it does.
    pub toggles: Option<usize>,
}

/// A connection from one neuron to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Place of the neuron that it comes from.
    pub from: usize,
    /// Place of the neuron that it goes to.
    pub to: usize,
    /// Its weight, which decides its width, and by its sign whether it is dashed; none for a
    /// connection that passes a value on as it is.
    pub weight: Option<f64>,
    /// What is written on it.
    pub label: Option<EdgeLabel>,
}

/// What is written on an edge.
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeLabel {
    /// What the weight was, if it has just changed.
    pub before: Option<Words>,
    /// The weight.
    pub now: Words,
    /// Whether it can be asked why it has changed.
    pub explains: Option<usize>,
    /// How far along the edge it is written.
    pub at: f32,
}

/// How far along an edge its weight is written, unless another edge is in the way.
pub const LABEL_AT: f32 = 0.46;

/// What travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignalKind {
    /// A value, forward.
    Value,
    /// An error or an update, backward.
    Error,
}

/// Something on its way along an edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Signal {
    /// Place of the edge.
    pub edge: usize,
    /// How far along it is, 0 at the neuron that the edge comes from.
    pub along: f32,
    /// What it is.
    pub kind: SignalKind,
    /// What is written on it, if anything is.
    pub text: Option<Words>,
}

/// A line of text beside the parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The middle of its line: across and down, 0 to 1 of the network's area.
    pub at: [f32; 2],
    /// What is written.
    pub words: Words,
    /// Whether it is about an error or an update.
    pub is_error: bool,
    /// An arrow from it to the label of this edge.
    pub points_to: Option<usize>,
}
