//! The style of everything in the overlay: places, colours, words, and sizes of type.

use bevy_color::{ColorToPacked, Srgba};
use content::look::Look;
use content::words::{DataWords, Locale, Words};
use egui::Color32;
use exhibit::layout::{Layout, display_em};

/// The places, colours, words and sizes of a frame. Widgets need only this.
#[derive(Clone, Copy)]
pub struct Style<'a> {
    /// The places of things.
    pub layout: &'a Layout,
    /// Colours.
    pub look: &'a Look,
    /// Words.
    pub locale: &'a Locale,
    /// The names of the data's classes and features.
    pub data_words: &'a DataWords,
    /// Whether only the person at the controls reads this. Then words without room may become smaller
    /// than the last row can read.
    pub at_controls: bool,
}

impl Style<'_> {
    /// Returns a message without values.
    #[must_use]
    pub fn plain(&self, key: &str) -> String {
        self.locale.plain(key)
    }

    /// Returns a message with its values filled in and its marks removed.
    #[must_use]
    pub fn text(&self, words: &Words) -> String {
        self.locale.spans(words, self.data_words).into_iter().map(|span| span.text).collect()
    }

    /// Returns a size of type in points, from its size at 1080p.
    #[must_use]
    pub fn points(&self, size: f32) -> f32 {
        self.layout.type_size.points(size)
    }

    /// Clamps a size of type in points to the smallest size that the last row can read. At the controls
    /// it returns the size unchanged.
    #[must_use]
    pub fn held(&self, points: f32) -> f32 {
        if self.at_controls { points } else { points.max(self.layout.type_size.least()) }
    }

    /// Whether the overlay shows less, because type has to be large.
    #[must_use]
    pub fn is_spare(&self) -> bool {
        self.layout.type_size.is_spare()
    }

    /// Returns the length of a dash, or of the gap after it, in points, from its length at 1080p. It is
    /// never so short that a line across a long and narrow window has thousands of dashes.
    #[must_use]
    pub fn dash(&self, length: f32) -> f32 {
        self.unit(length).max(2.0)
    }

    /// Returns a length for something that holds type, in points, from its length at 1080p.
    #[must_use]
    pub fn em(&self, length: f32) -> f32 {
        length * self.layout.em
    }

    /// Returns a length for the largest type, in points, from its length at 1080p.
    #[must_use]
    pub fn display(&self, length: f32) -> f32 {
        length * display_em(self.layout.em, self.layout.unit)
    }

    /// Returns any other length in points, from its length at 1080p.
    #[must_use]
    pub fn unit(&self, length: f32) -> f32 {
        length * self.layout.unit
    }
}

/// Converts a colour to egui's type.
#[must_use]
pub fn colour(colour: Srgba) -> Color32 {
    let [r, g, b, a] = colour.to_u8_array();
    Color32::from_rgba_unmultiplied(r, g, b, a)
}

/// Converts a rectangle to egui's type.
#[must_use]
pub fn rect(rect: bevy_math::Rect) -> egui::Rect {
    egui::Rect::from_min_max(point(rect.min), point(rect.max))
}

/// Converts a point to egui's type.
#[must_use]
pub fn point(point: bevy_math::Vec2) -> egui::Pos2 {
    egui::pos2(point.x, point.y)
}
