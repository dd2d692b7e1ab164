//! A decision boundary that is a straight line in the plane of two features.

/// A line: the points x with w₁·x₁ + w₂·x₂ + b = 0. Its positive side is where this sum is above 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// The weights `[w₁, w₂]`.
    pub weights: [f64; 2],
    /// The bias b; 0 for a line through the origin.
    pub bias: f64,
}

/// The visible rectangle of the plane: `[least, greatest]` of each feature.
pub type Bounds = [[f64; 2]; 2];

impl Line {
    /// Makes a line through the origin.
    #[must_use]
    pub fn through_origin(weights: [f64; 2]) -> Self {
        Self { weights, bias: 0.0 }
    }

    /// The sum w₁·x₁ + w₂·x₂ + b at a point.
    #[must_use]
    pub fn score(&self, [x1, x2]: [f64; 2]) -> f64 {
        self.weights[0] * x1 + self.weights[1] * x2 + self.bias
    }

    /// The part of the line within the bounds, for any slope, upright lines included. None if the
    /// line misses the bounds, or if both weights are 0 and there is no line (clipping: Liang and
    /// Barsky, "A New Concept and Method for Line Clipping", 1984).
    #[must_use]
    pub fn segment(&self, bounds: Bounds) -> Option<[[f64; 2]; 2]> {
        // Scaled, so that weights near the ends of the range of numbers do not overflow.
        let largest = self.weights[0].abs().max(self.weights[1].abs());
        if !(largest > 0.0 && largest.is_finite() && self.bias.is_finite()) {
            return None;
        }
        let [w1, w2] = self.weights.map(|weight| weight / largest);
        let offset = -self.bias / largest / (w1 * w1 + w2 * w2);
        let (point, direction) = ([offset * w1, offset * w2], [-w2, w1]);
        let (mut start, mut end) = (f64::NEG_INFINITY, f64::INFINITY);
        for axis in 0..2 {
            let [least, greatest] = bounds[axis];
            if direction[axis] == 0.0 {
                if !(least..=greatest).contains(&point[axis]) {
                    return None;
                }
                continue;
            }
            let one = (least - point[axis]) / direction[axis];
            let other = (greatest - point[axis]) / direction[axis];
            start = start.max(one.min(other));
            end = end.min(one.max(other));
        }
        let at = |t: f64| [point[0] + t * direction[0], point[1] + t * direction[1]];
        (start < end).then(|| [at(start), at(end)])
    }

    /// The corners, in order, of the part of the bounds in which the sum is above 0. Empty if there
    /// is no such part (clipping: Sutherland and Hodgman, "Reentrant Polygon Clipping", 1974).
    #[must_use]
    pub fn half_plane(&self, bounds: Bounds) -> Vec<[f64; 2]> {
        let [[left, right], [bottom, top]] = bounds;
        let corners = [[left, bottom], [right, bottom], [right, top], [left, top]];
        let mut inside = Vec::with_capacity(5);
        for (index, &here) in corners.iter().enumerate() {
            let there = corners[(index + 1) % 4];
            let (score, next) = (self.score(here), self.score(there));
            if score > 0.0 {
                inside.push(here);
            }
            if (score > 0.0) != (next > 0.0) {
                let part = score / (score - next);
                inside.push([
                    here[0] + part * (there[0] - here[0]),
                    here[1] + part * (there[1] - here[1]),
                ]);
            }
        }
        inside
    }

    /// The change in height x₂ for each unit of width x₁. None if the line is upright.
    #[must_use]
    pub fn slope(&self) -> Option<f64> {
        (self.weights[1] != 0.0).then(|| -self.weights[0] / self.weights[1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BOUNDS: Bounds = [[0.0, 2.0], [0.0, 3.0]];

    #[test]
    fn a_line_through_the_origin_is_cut_at_the_bounds() {
        let line = Line::through_origin([-2.0, 1.0]);
        assert_eq!(line.slope(), Some(2.0));
        let segment = line.segment(BOUNDS).expect("crosses");
        for end in [[0.0, 0.0], [1.5, 3.0]] {
            let near =
                |point: &[f64; 2]| (0..2).all(|axis| (point[axis] - end[axis]).abs() < 1e-12);
            assert!(segment.iter().any(near), "{segment:?} lacks {end:?}");
        }
    }

    #[test]
    fn an_upright_line_has_a_segment_whichever_side_is_positive() {
        for weights in [[1.0, 0.0], [-1.0, 0.0]] {
            let line = Line::through_origin(weights);
            assert_eq!(line.slope(), None);
            let segment = line.segment(BOUNDS).expect("lies on the edge");
            assert!(segment.iter().all(|point| point[0].abs() < 1e-12));
        }
    }

    #[test]
    fn a_missing_line_or_one_beyond_the_bounds_has_no_segment() {
        assert_eq!(Line::through_origin([0.0, 0.0]).segment(BOUNDS), None);
        assert_eq!(Line::through_origin([1.0, 2.0]).segment(BOUNDS), None);
        assert_eq!(Line { weights: [1.0, 0.0], bias: -9.0 }.segment(BOUNDS), None);
        assert_eq!(Line::through_origin([f64::INFINITY, 1.0]).segment(BOUNDS), None);
    }

    proptest! {
        #[test]
        fn segments_and_half_planes_agree_with_the_score(
            w1 in -9.0..9.0, w2 in -9.0..9.0, bias in -9.0..9.0,
        ) {
            let line = Line { weights: [w1, w2], bias };
            let inside = |[x, y]: [f64; 2]| {
                (-1e-9..=2.0 + 1e-9).contains(&x) && (-1e-9..=3.0 + 1e-9).contains(&y)
            };
            for point in line.segment(BOUNDS).into_iter().flatten() {
                prop_assert!(inside(point) && line.score(point).abs() < 1e-6, "{:?}", point);
            }
            let polygon = line.half_plane(BOUNDS);
            for &point in &polygon {
                prop_assert!(inside(point) && line.score(point) > -1e-6, "{:?}", point);
            }
            // The area of the polygon is the share of the bounds in which the score is above 0.
            let area: f64 = (0..polygon.len())
                .map(|i| (polygon[i], polygon[(i + 1) % polygon.len()]))
                .map(|(a, b)| 0.5 * (a[0] * b[1] - b[0] * a[1]))
                .sum();
            let above = (0..200 * 300)
                .map(|i| [0.01 * f64::from(i % 200) + 0.005, 0.01 * f64::from(i / 200) + 0.005])
                .filter(|&point| line.score(point) > 0.0)
                .count();
            prop_assert!((area - above as f64 * 1e-4).abs() < 0.06, "{} {}", area, above);
        }
    }
}
