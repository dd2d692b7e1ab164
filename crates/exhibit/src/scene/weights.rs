//! Weights that the visitor can set.

/// The weights of a linear combination, each with a slider.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// The weights `[w₁, w₂]` in force.
    pub weights: [f64; 2],
    /// How far either weight can be moved from 0.
    pub reach: f64,
    /// Count of points on the wrong side.
    pub wrong: usize,
    /// Count of all points.
    pub points: usize,
    /// Whether the weights are the visitor's own, not the machine's.
    pub is_own: bool,
}
