//! What the visitor holds or has set: weights, a line, a pattern, a question, an open page.

use bevy_ecs::resource::Resource;
use learning::Line;

use crate::effect::Effect;
use crate::experiment::sets::RectangleData;
use crate::playback::PlaybackCommand;

/// What the visitor holds or has set. None of it outlives the step, or the chapter, that it is about,
/// save the pattern and the best count.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct VisitorState {
    /// The visitor's own weights of the line that can be turned.
    pub weights: Option<[f64; 2]>,
    /// The visitor's own line that can be moved.
    pub line: Option<Line>,
    /// The most points that a line of the visitor's has had on the right side.
    pub best: usize,
    /// The pattern that the autoencoder is given.
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

/// What can be asked about in an update.
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
}

/// The page that is open over the chapter.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenPanel(pub Option<Panel>);

impl OpenPanel {
    /// Shows a page, or none. The page that compares two runs opens only where two runs can be
    /// compared: asked for in the frame in which the chapter changes, it may mean the chapter before.
    pub fn apply(&mut self, panel: Option<Panel>, can_compare: bool) {
        self.0 = panel.filter(|&panel| panel != Panel::Compare || can_compare);
    }
}

/// What a visitor can do with what they hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum VisitorCommand {
    /// Take these weights in hand, or give them back to the machine.
    Weights(Option<[f64; 2]>),
    /// Take this line in hand, or let go of it.
    Line(Option<Line>),
    /// Give the autoencoder this pattern.
    Pattern([bool; 4]),
    /// Write out why something has changed, or no longer.
    Explain(Option<Explained>),
}

impl VisitorState {
    /// Applies a command, on the rectangles of the chapter that is shown, where it has any. Numbers that
    /// are not finite count as none.
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

    /// Lets go of everything that was about the step that is left. The best count and the pattern stay
    /// as long as the chapter does.
    pub fn let_go(&mut self) {
        *self = Self { best: self.best, pattern: self.pattern, ..Self::default() };
    }
}
