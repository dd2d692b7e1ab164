//! Rectangles: the specimens of Parts II and III.

/// The side of the square field in which rectangles have their places. Both coordinates reach from
/// [`FIELD_START`] to `FIELD_START + FIELD_SIDE`.
pub const FIELD_SIDE: f64 = 10.0;
/// The start of the field, in both coordinates.
pub const FIELD_START: f64 = 3.0;

/// A rectangle: its two features, and its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rectangle {
    /// Its width x₁, above 0: the first feature that a machine sees.
    pub width: f64,
    /// Its height x₂, above 0: the second feature.
    pub height: f64,
    /// The place of its centre, `[x, y]`, y up. No machine sees the place.
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
    /// The rectangles, at least one.
    pub rectangles: Vec<Rectangle>,
    /// The true class of all rectangles of the sample.
    pub label: bool,
}

/// The default place of a rectangle in the field, for data without places. `index` is the number of
/// the rectangle in its sample. The first rectangle lies in the middle, and any few rectangles lie
/// far from each other (the additive recurrence of the plastic number: Roberts, "The Unreasonable
/// Effectiveness of Quasirandom Sequences", 2018).
#[must_use]
pub fn default_place(index: usize) -> [f64; 2] {
    const PLASTIC: f64 = 1.324_717_957_244_746;
    let steps = [1.0 / PLASTIC, 1.0 / (PLASTIC * PLASTIC)];
    // Fractions of large products lose their digits. So the places repeat after a million rectangles.
    let number = (index % 1_000_000) as f64;
    steps.map(|step| FIELD_START + FIELD_SIDE * (0.5 + step * number).fract())
}
