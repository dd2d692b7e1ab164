//! Finds how well a single straight line can separate the points of two classes.

use crate::line::Line;

/// Finds the line with the most points on their correct side, and the count of these points.
/// Returns none without points. Of equally good lines, it returns the first that it tries: around
/// the earliest point, after the smallest turn.
///
/// All points are `[x₁, x₂]` with their class. A best line can be moved until it touches a point,
/// and then turned until it touches another point. No point changes sides. So it is enough to turn
/// a line around each point: O(n² log n) for n points.
#[must_use]
pub fn best_line(points: &[([f64; 2], bool)]) -> Option<(Line, usize)> {
    let mut events = Vec::with_capacity(points.len());
    let (pivot, found) = (0..points.len())
        .map(|pivot| (pivot, best_around(points, pivot, &mut events)))
        .reduce(|best, other| if other.1.right > best.1.right { other } else { best })?;
    // The pivot itself goes to its correct side.
    Some((line_around(points, pivot, &found), found.right + 1))
}

/// Directions that differ by less than this, in radians, count as one direction.
const ONE_DIRECTION: f64 = 1e-12;

/// The best direction of a line through a point.
struct Found {
    /// Direction of the line, in radians.
    angle: f64,
    /// Whether the left side of the line is of class true.
    left_is_true: bool,
    /// Count of other points on their correct side.
    right: usize,
}

/// Turns a line around a point by half a turn, and returns the best direction. `events` is a
/// buffer. It holds the angle at which each point changes sides, and the change in `as_if`.
fn best_around(points: &[([f64; 2], bool)], pivot: usize, events: &mut Vec<(f64, isize)>) -> Found {
    let at = points[pivot].0;
    events.clear();
    // The line first lies along the first axis, pointing right. `as_if` counts the points that are
    // correct if the left side is true. A point at the place of the pivot is on the same side as
    // the pivot, in every direction.
    let (mut as_if, mut others, mut same_place) = (0_isize, 0_isize, [0_isize; 2]);
    for (index, &(point, label)) in points.iter().enumerate() {
        if index == pivot {
            continue;
        }
        let away = [point[0] - at[0], point[1] - at[1]];
        if away == [0.0, 0.0] {
            same_place[usize::from(label == points[pivot].1)] += 1;
            continue;
        }
        let is_left = away[1] > 0.0 || (away[1] == 0.0 && away[0] < 0.0);
        as_if += isize::from(is_left == label);
        others += 1;
        if away[1] == 0.0 {
            // The point changes sides only where the turn begins and ends.
            continue;
        }
        // A point on the left goes to the right when the line has turned to it.
        let angle = libm::atan2(away[1], away[0]);
        let angle = if is_left { angle } else { angle + std::f64::consts::PI };
        events.push((angle, if is_left == label { -1 } else { 1 }));
    }
    events.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let mut best = Found { angle: 0.0, left_is_true: true, right: 0 };
    let mut consider = |as_if: isize, angle: f64| {
        for (left_is_true, right) in [(true, as_if), (false, others - as_if)] {
            let right = usize::try_from(right + same_place[1]).unwrap_or(0);
            if right > best.right {
                best = Found { angle, left_is_true, right };
            }
        }
    };
    let first = events.first().map_or(std::f64::consts::PI, |event| event.0);
    consider(as_if, 0.5 * first);
    let mut index = 0;
    while index < events.len() {
        let angle = events[index].0;
        // Points in one direction change sides together. Rounding may make their angles differ a little.
        while index < events.len() && events[index].0 - angle <= ONE_DIRECTION {
            as_if += events[index].1;
            index += 1;
        }
        let next = events.get(index).map_or(std::f64::consts::PI, |event| event.0);
        consider(as_if, 0.5 * (angle + next));
    }
    best
}

/// Makes the line through the pivot in the direction found, and moves it aside. The pivot comes to
/// lie on the side of its class. The move is smaller than the distance to any other point.
fn line_around(points: &[([f64; 2], bool)], pivot: usize, found: &Found) -> Line {
    let (at, label) = points[pivot];
    let (sin, cos) = libm::sincos(found.angle);
    let weights = if found.left_is_true { [-sin, cos] } else { [sin, -cos] };
    let line = Line { weights, bias: -(weights[0] * at[0] + weights[1] * at[1]) };
    let elsewhere = points.iter().filter(|(point, _)| *point != at);
    let nearest = elsewhere.map(|(point, _)| line.score(*point).abs()).fold(1.0, f64::min);
    Line { bias: line.bias + if label { 0.5 } else { -0.5 } * nearest, ..line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn right(line: &Line, points: &[([f64; 2], bool)]) -> usize {
        points.iter().filter(|(at, label)| (line.score(*at) > 0.0) == *label).count()
    }

    #[test]
    fn xor_is_not_separable_by_a_single_line() {
        let points =
            [([0.0, 0.0], false), ([0.0, 1.0], true), ([1.0, 0.0], true), ([1.0, 1.0], false)];
        let (line, most) = best_line(&points).expect("points");
        assert_eq!((most, right(&line, &points)), (3, 3));
        assert_eq!(best_line(&[]), None);
        assert_eq!(best_line(&points[..3]).map(|best| best.1), Some(3));
    }

    #[test]
    fn points_in_one_direction_change_sides_together() {
        // The points lie on the diagonal, where angles differ only by rounding.
        let points: Vec<_> = (0..9)
            .map(|i| {
                let x = 0.1 * f64::from(i) + 0.01;
                ([x, x], i % 3 == 0)
            })
            .chain([([0.3, 0.1], true), ([0.2, 0.7], false)])
            .collect();
        let (line, most) = best_line(&points).expect("points");
        assert_eq!(right(&line, &points), most);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn no_line_through_two_points_is_better(
            points in prop::collection::vec(((-9i8..9, -9i8..9), any::<bool>()), 1..14),
            seed in any::<u64>(),
        ) {
            // The points lie off the grid, so that no three of them are in line.
            let shift = |index: usize, axis: u64| {
                let mixed = (2 * index as u64 + axis).wrapping_mul(0x9E37_79B9_7F4A_7C15);
                let mixed = (mixed ^ seed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
                (mixed >> 40) as f64 * 1e-9
            };
            let points: Vec<_> = points
                .into_iter()
                .enumerate()
                .map(|(index, ((x, y), label))| {
                    ([f64::from(x) + shift(index, 1), f64::from(y) + shift(index, 2)], label)
                })
                .collect();
            let (line, most) = best_line(&points).expect("points");
            prop_assert_eq!(right(&line, &points), most);
            for a in 0..points.len() {
                for b in 0..a {
                    let (p, q) = (points[a].0, points[b].0);
                    let weights = [-(q[1] - p[1]), q[0] - p[0]];
                    let bias = -(weights[0] * p[0] + weights[1] * p[1]);
                    for aside in [-1e-9, 1e-9] {
                        let line = Line { weights, bias: bias + aside };
                        let count = right(&line, &points);
                        prop_assert!(count.max(points.len() - count) <= most);
                    }
                }
            }
        }
    }
}
