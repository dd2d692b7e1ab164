//! What the visitor holds or has set: weights, a line, a pattern, a question, an open page.

use bevy_ecs::resource::Resource;
use learning::Line;

use crate::effect::Effect;
use crate::experiment::sets::RectangleData;
use crate::playback::PlaybackCommand;

/// What the visitor holds or has set. The pattern and the best count last until the chapter changes.
/// Everything else lasts only as long as the training step that it is about.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct VisitorState {
    /// The visitor's own weights, for the line that can be turned.
    pub weights: Option<[f64; 2]>,
    /// The visitor's own line, which can be moved.
    pub line: Option<Line>,
    /// The most points that a line of the visitor has had on their right side.
    pub best: usize,
    /// The pattern that the visitor gives to the autoencoder.
    pub pattern: [bool; 4],
    /// What the visitor asked about.
    pub explained: Option<Explained>,
}

impl Default for VisitorState {
    fn default() -> Self {
        let pattern = [true, false, false, false];
        Self { weights: None, line: None, best: 0, pattern, explained: None }
    }
}

/// A part of an update that the visitor can ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explained {
    /// The decision boundary as a whole.
    Line,
    /// One weight, 0 or 1.
    Weight(usize),
}

/// A page over the chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Panel {
    /// All chapters.
    Chapters,
    /// The keys.
    Help,
    /// Theme, palette, text size, motion, language.
    Appearance,
    /// A second run beside the first.
    Compare,
    /// The link of the current moment.
    Share,
    /// What could not be opened of a link.
    LinkNotice,
}

/// The page that is open over the chapter.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenPanel(pub Option<Panel>);

impl OpenPanel {
    /// Shows a page, or none. The page that compares two runs opens only if the chapter can compare them: a
    /// request in the frame in which the chapter changes may be about the chapter before. The page that
    /// shares a moment stops the playhead there.
    pub fn apply(&mut self, panel: Option<Panel>, can_compare: bool) -> Vec<Effect> {
        self.0 = panel.filter(|&panel| panel != Panel::Compare || can_compare);
        if self.0 == Some(Panel::Share) { vec![PlaybackCommand::Pause.into()] } else { Vec::new() }
    }
}

/// A command about what the visitor holds or has set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum VisitorCommand {
    /// Set these weights, or give them back to the machine.
    Weights(Option<[f64; 2]>),
    /// Set this line, or remove it.
    Line(Option<Line>),
    /// Give the autoencoder this pattern.
    Pattern([bool; 4]),
    /// Show why something has changed, or stop showing it.
    Explain(Option<Explained>),
}

impl VisitorState {
    /// Applies a command. `data` holds the rectangles of the current chapter, if it has any. Weights or a
    /// line with numbers that are not finite count as none.
    pub fn apply(&mut self, command: VisitorCommand, data: Option<&RectangleData>) -> Vec<Effect> {
        match command {
            VisitorCommand::Weights(weights) => {
                self.weights = weights.filter(|weights| weights.iter().all(|w| w.is_finite()));
            }
            VisitorCommand::Line(line) => {
                self.line = line.filter(|line| {
                    line.bias.is_finite() && line.weights.iter().all(|weight| weight.is_finite())
                });
                let right = self.line.zip(data).map_or(0, |(line, data)| data.right_with(&line));
                self.best = self.best.max(right);
            }
            VisitorCommand::Pattern(pattern) => self.pattern = pattern,
            VisitorCommand::Explain(explained) => {
                self.explained = explained;
                if explained.is_some() {
                    return vec![PlaybackCommand::Pause.into()];
                }
            }
        }
        Vec::new()
    }

    /// Removes everything that is about the step just left. The best count and the pattern stay until the
    /// chapter changes.
    pub fn let_go(&mut self) {
        *self = Self { best: self.best, pattern: self.pattern, ..Self::default() };
    }
}
