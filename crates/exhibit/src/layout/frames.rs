//! Frames of plots, which convert values to points of the window, and back.

use bevy_math::{Rect, Vec2};

/// The frame of a histogram. It converts values and counts to points of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HistogramFrame {
    /// The plot's inner frame.
    pub plot: Rect,
    /// The values at the plot's left and right edges.
    pub x: [f64; 2],
    /// The count at the plot's upper edge. At the lower edge, the count is 0.
    pub top: f64,
}

/// Width of a histogram's bars, as a part of a bin.
pub const BAR_WIDTH: f64 = 0.82;

impl HistogramFrame {
    /// The frame of bins from `first` to `last`, so that a bin as high as `top` just fits.
    #[must_use]
    pub fn new(plot: Rect, first: u32, last: u32, top: f64) -> Self {
        Self { plot, x: [f64::from(first) - 0.75, f64::from(last) + 0.75], top: top.max(1.0) }
    }

    /// The point of a value and a count, in points of the window.
    #[must_use]
    pub fn point(&self, value: f64, count: f64) -> Vec2 {
        let across = (value - self.x[0]) / (self.x[1] - self.x[0]);
        let up = count / self.top;
        Vec2::new(
            self.plot.min.x + self.plot.width() * across as f32,
            self.plot.max.y - self.plot.height() * up as f32,
        )
    }

    /// The place of one sample: the `level`-th from below, counted from 0, in the bin of `value`.
    #[must_use]
    pub fn cell(&self, value: u32, level: u32) -> Rect {
        let (value, level) = (f64::from(value), f64::from(level));
        Rect::from_corners(
            self.point(value - BAR_WIDTH / 2.0, level),
            self.point(value + BAR_WIDTH / 2.0, level + 1.0),
        )
    }
}

/// The frame of a plane. It converts widths and heights to points of the window, and back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlaneFrame {
    /// The plot's inner frame.
    pub plot: Rect,
    /// The width at the plot's right edge, and the height at its upper edge. At the left and the lower edge,
    /// they are 0.
    pub axes: [f64; 2],
}

impl PlaneFrame {
    /// The point of a width and a height, in points of the window.
    #[must_use]
    pub fn point(&self, [width, height]: [f64; 2]) -> Vec2 {
        Vec2::new(
            self.plot.min.x + self.plot.width() * (width / self.axes[0]) as f32,
            self.plot.max.y - self.plot.height() * (height / self.axes[1]) as f32,
        )
    }

    /// The width and the height at a point.
    #[must_use]
    pub fn value(&self, point: Vec2) -> [f64; 2] {
        let across = (point.x - self.plot.min.x) / self.plot.width().max(1.0);
        let up = (self.plot.max.y - point.y) / self.plot.height().max(1.0);
        [f64::from(across) * self.axes[0], f64::from(up) * self.axes[1]]
    }
}

/// Side of the mark of a current point on a plane, in points.
#[must_use]
pub fn point_side(unit: f32) -> f32 {
    (18.0 * unit).max(8.0)
}
