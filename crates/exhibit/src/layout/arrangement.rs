//! Where the rectangles of a set stand: near their places in the data, drawn large, and never overlapping.

use bevy_math::{Rect, Vec2};
use learning::Rectangle;

use crate::experiment::sets::Extent;

/// The greatest side of any rectangle of the data, as a part of the area's shorter side.
const LARGEST: f32 = 0.50;
/// The part of the area that the rectangles of the fullest sample may cover.
const FULLEST: f32 = 0.28;
/// The gap between two rectangles, as a part of the area's shorter side.
const GAP: f32 = 0.025;
/// The least side of any rectangle, as a part of the area's shorter side: a line that is still visible.
const LEAST_SIDE: f32 = 0.005;
/// The most rectangles that are pushed apart. More are set in rows, because it takes too long to push each
/// one away from all others.
const MOST_TO_PUSH: usize = 64;
/// The most rounds of pushing. If rectangles still overlap then, they are set in rows.
const ROUNDS: usize = 300;

/// The sets that were arranged last, kept because most frames show the same two.
#[derive(Debug, Default)]
pub struct Arrangements(Vec<Arranged>);

#[derive(Debug)]
struct Arranged {
    rectangles: Vec<Rectangle>,
    extent: Extent,
    area: Rect,
    places: Vec<Rect>,
}

/// Count of sets that are kept: one that leaves, and one that comes in.
const KEPT: usize = 2;

impl Arrangements {
    /// Returns the same as [`arrange`], and computes it only if it is not known yet.
    pub fn of(&mut self, rectangles: &[Rectangle], extent: &Extent, area: Rect) -> &[Rect] {
        let is_it = |known: &Arranged| {
            known.area == area && known.extent == *extent && known.rectangles == rectangles
        };
        let index = self.0.iter().position(is_it).unwrap_or_else(|| {
            if self.0.len() == KEPT {
                self.0.remove(0);
            }
            self.0.push(Arranged {
                rectangles: rectangles.to_vec(),
                extent: *extent,
                area,
                places: arrange(rectangles, extent, area),
            });
            self.0.len() - 1
        });
        &self.0[index].places
    }
}

/// Returns the place of each rectangle in an area, in points. All sets of the same extent are drawn to the
/// same scale.
#[must_use]
pub fn arrange(rectangles: &[Rectangle], extent: &Extent, area: Rect) -> Vec<Rect> {
    let shorter = area.size().min_element().max(1.0);
    let scale = f64::from(scale(extent, area));
    let gap = GAP * shorter;
    // A rectangle that is too thin at this scale is drawn as a line.
    let side = |length: f64| ((length * scale) as f32).max(LEAST_SIDE * shorter);
    let sizes = || rectangles.iter().map(|r| Vec2::new(side(r.width), side(r.height)));
    let mut places: Vec<Rect> = rectangles
        .iter()
        .zip(sizes())
        .map(|(rectangle, size)| Rect::from_center_size(mapped(rectangle, extent, area), size))
        .map(|place| inside(place, area))
        .collect();
    if places.len() > MOST_TO_PUSH || !push_apart(&mut places, gap, area) {
        places = in_rows(sizes(), gap, area);
    }
    places
}

/// Points for each unit of width or height.
fn scale(extent: &Extent, area: Rect) -> f32 {
    let longest = extent.sides[0].max(extent.sides[1]).max(f64::MIN_POSITIVE);
    let by_side = f64::from(LARGEST * area.size().min_element()) / longest;
    let room = f64::from(FULLEST * area.width() * area.height());
    let by_area = (room / extent.area.max(f64::MIN_POSITIVE)).sqrt();
    by_side.min(by_area) as f32
}

/// A rectangle's place in the data as a point of the area, y up.
fn mapped(rectangle: &Rectangle, extent: &Extent, area: Rect) -> Vec2 {
    let part = |axis: usize| {
        let [least, greatest] = extent.places[axis];
        ((rectangle.place[axis] - least) / (greatest - least)) as f32
    };
    Vec2::new(area.min.x + part(0) * area.width(), area.max.y - part(1) * area.height())
}

fn inside(place: Rect, area: Rect) -> Rect {
    let half = 0.5 * place.size();
    // If the area is smaller than the rectangle, the rectangle stands at the area's centre.
    let lowest = (area.min + half).min(area.center());
    let highest = (area.max - half).max(area.center());
    Rect::from_center_half_size(place.center().clamp(lowest, highest), half)
}

/// Pushes rectangles apart until none overlaps another. Returns false if some still overlap after the last
/// round.
fn push_apart(places: &mut [Rect], gap: f32, area: Rect) -> bool {
    for _ in 0..ROUNDS {
        let mut apart = true;
        for one in 0..places.len() {
            for other in one + 1..places.len() {
                let (a, b) = (places[one], places[other]);
                let away = b.center() - a.center();
                let touching = 0.5 * (a.size() + b.size()) + Vec2::splat(gap);
                let overlap = touching - away.abs();
                if overlap.min_element() <= 0.01 * gap {
                    continue;
                }
                apart = false;
                // Push along the shorter way out. Two rectangles at the very same place go left and right.
                let push = if overlap.x < overlap.y {
                    Vec2::new(0.51 * overlap.x * if away.x < 0.0 { -1.0 } else { 1.0 }, 0.0)
                } else {
                    Vec2::new(0.0, 0.51 * overlap.y * if away.y < 0.0 { -1.0 } else { 1.0 })
                };
                places[one] = inside(moved(a, -push), area);
                places[other] = inside(moved(b, push), area);
            }
        }
        if apart {
            return true;
        }
    }
    false
}

fn moved(place: Rect, by: Vec2) -> Rect {
    Rect { min: place.min + by, max: place.max + by }
}

/// Sets rectangles in rows from the top. The highest come first, so that rows are well filled. If there is no
/// room, all shrink by the same factor.
fn in_rows(sizes: impl Iterator<Item = Vec2>, gap: f32, area: Rect) -> Vec<Rect> {
    let sizes: Vec<Vec2> = sizes.collect();
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by(|&one, &other| sizes[other].y.total_cmp(&sizes[one].y));
    let mut shrink = 1.0;
    loop {
        let gap = shrink * gap;
        let mut places = vec![Rect::default(); sizes.len()];
        let (mut at, mut row) = (area.min, 0.0_f32);
        for &index in &order {
            let size = shrink * sizes[index];
            if at.x > area.min.x && at.x + size.x > area.max.x {
                at = Vec2::new(area.min.x, at.y + row + gap);
                row = 0.0;
            }
            places[index] = Rect::from_corners(at, at + size);
            at.x += size.x + gap;
            row = row.max(size.y);
        }
        let left_over = area.max.y - at.y - row;
        if left_over >= 0.0 || shrink < 1e-3 {
            let down = Vec2::new(0.0, 0.5 * left_over.max(0.0));
            return places.into_iter().map(|place| moved(place, down)).collect();
        }
        shrink *= 0.9;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use learning::dataset::rectangles;
    use proptest::prelude::*;

    fn assert_apart(places: &[Rect], area: Rect) {
        let area = area.inflate(0.01);
        for (index, place) in places.iter().enumerate() {
            assert!(area.contains(place.min) && area.contains(place.max), "{place:?}");
            for other in &places[..index] {
                assert!(place.inflate(-0.01).intersect(*other).is_empty(), "{place:?} {other:?}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn rectangles_never_overlap_or_leave_the_area(
            seed in any::<u64>(), width in 300f32..1500.0, height in 300f32..1500.0,
        ) {
            let data = rectangles::generate(seed);
            let extent = Extent::of(&data.samples);
            let area = Rect::from_corners(Vec2::new(40.0, 90.0), Vec2::new(40.0 + width, 90.0 + height));
            for sample in &data.samples {
                let places = arrange(&sample.rectangles, &extent, area);
                assert_apart(&places, area);
                // All have the same scale, and are large: the scale is two to three times that of the field.
                let scale = scale(&extent, area);
                let wide = places[0].width() / sample.rectangles[0].width as f32;
                prop_assert!((wide - scale).abs() < 0.01 * scale, "{wide} {scale}");
            }
        }
    }

    #[test]
    fn a_rectangle_too_thin_for_the_scale_is_a_line() {
        let area = Rect::from_corners(Vec2::ZERO, Vec2::new(600.0, 500.0));
        for sides in [[1e9, 1e-9], [1e-9, 1e9], [20.0, 20_000.0], [1e-9, 1e-9], [1e9, 1e9]] {
            let [width, height] = sides;
            let rectangle = Rectangle { width, height, place: [8.0, 8.0] };
            let sample = learning::RectangleSample { rectangles: vec![rectangle; 3], label: true };
            let extent = Extent::of(std::slice::from_ref(&sample));
            let places = arrange(&sample.rectangles, &extent, area);
            assert_apart(&places, area);
            assert!(places.iter().all(|place| place.size().min_element() >= 2.0), "{places:?}");
        }
    }

    #[test]
    fn many_rectangles_are_set_in_rows() {
        let rectangle = Rectangle { width: 2.0, height: 0.5, place: [8.0, 8.0] };
        let many = vec![rectangle; 10_000];
        let sample = learning::RectangleSample { rectangles: many.clone(), label: true };
        let extent = Extent::of(&[sample]);
        let area = Rect::from_corners(Vec2::ZERO, Vec2::new(600.0, 500.0));
        let places = arrange(&many, &extent, area);
        assert_apart(&places[..200], area);
        assert!(places.iter().all(|place| area.inflate(0.1).contains(place.max)));
    }
}
