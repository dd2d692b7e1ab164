//! Rectangles: the specimens of Parts II and III.

/// The side of the square field on which rectangles have their places: both coordinates reach from
/// [`FIELD_START`] to `FIELD_START + FIELD_SIDE`.
pub const FIELD_SIDE: f64 = 10.0;
/// Where the field begins, in both coordinates.
pub const FIELD_START: f64 = 3.0;

/// A rectangle: its two features, and where it lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rectangle {
    /// Its width x₁, above 0: the first feature that a machine sees.
    pub width: f64,
    /// Its height x₂, above 0: the second.
    pub height: f64,
    /// Where its centre lies, `[x, y]`, y up. No machine sees it.
    pub place: [f64; 2],
}

impl Rectangle {
    /// The features `[x₁, x₂]`: width and height.
    #[must_use]
    pub fn features(&self) -> [f64; 2] {
        [self.width, self.height]
    }
}

/// A set of rectangles of one class: one sample of Parts II and III.
#[derive(Clone, Debug, PartialEq)]
pub struct RectangleSample {
    /// At least one.
    pub rectangles: Vec<Rectangle>,
    /// The true class of all of them.
    pub label: bool,
}

/// A place in the field for the rectangle of that number in its sample, where the data say none:
/// the first in the middle, and any few far from each other (the additive recurrence of the plastic
/// number: Roberts, "The Unreasonable Effectiveness of Quasirandom Sequences", 2018).
#[must_use]
pub fn default_place(index: usize) -> [f64; 2] {
    const PLASTIC: f64 = 1.324_717_957_244_746;
    let steps = [1.0 / PLASTIC, 1.0 / (PLASTIC * PLASTIC)];
    // Fractions of large products would lose their digits; no sample is looked at that closely.
    let number = (index % 1_000_000) as f64;
    steps.map(|step| FIELD_START + FIELD_SIDE * (0.5 + step * number).fract())
}
