//! How well any straight line at all parts the points of two classes.

use crate::line::Line;

/// The line that has the most points on the right side, and how many these are; none without points.
/// Of lines that are equally good it is the first that is tried: around the earliest point, after the
/// least turn.
///
/// All points are `[x₁, x₂]` with their class. A best line can be moved until it touches a point and
/// turned until it touches another without any point changing sides, so it is enough to turn a line
/// around each point: O(n² log n) for n points.
#[must_use]
pub fn best_line(points: &[([f64; 2], bool)]) -> Option<(Line, usize)> {
    let mut events = Vec::with_capacity(points.len());
    let (pivot, found) = (0..points.len())
        .map(|pivot| (pivot, best_around(points, pivot, &mut events)))
        .reduce(|best, other| if other.1.right > best.1.right { other } else { best })?;
    // The pivot itself is put on its right side.
    Some((line_around(points, pivot, &found), found.right + 1))
}

/// Directions that differ by less than this, in radians, are one.
const ONE_DIRECTION: f64 = 1e-12;

/// The best direction of a line through a point.
struct Found {
    /// Direction of the line, in radians.
    angle: f64,
    /// Whether what lies left of it is of class true.
    left_is_true: bool,
    /// Count of other points on the right side.
    right: usize,
}

/// Turns a line around a point by half a turn and keeps the best direction. `events` is room to work
/// in: when, and how, a point changes sides.
fn best_around(points: &[([f64; 2], bool)], pivot: usize, events: &mut Vec<(f64, isize)>) -> Found {
    let at = points[pivot].0;
    events.clear();
    // With the line along the first axis, pointing right: how many lie as if left were true. A point
    // at the very same place lies where the pivot does, whatever the direction.
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
            // It changes sides only where the turn begins and ends.
            continue;
        }
        // When the line has turned to it, a point on the left goes to the right.
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
        // Points in one direction change sides together; rounding may part them by a little.
        while index < events.len() && events[index].0 - angle <= ONE_DIRECTION {
            as_if += events[index].1;
            index += 1;
        }
        let next = events.get(index).map_or(std::f64::consts::PI, |event| event.0);
        consider(as_if, 0.5 * (angle + next));
    }
    best
}

/// The line through the pivot in the direction found, moved aside so that the pivot comes to lie on the
/// side of its class, but by less than to any other point.
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
    fn points_in_line_are_not_torn_apart() {
        // On the diagonal, where angles are the same but for rounding.
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
            // Away from the grid, so that no three points are in line.
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
