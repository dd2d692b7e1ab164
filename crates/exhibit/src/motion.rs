//! Easing: converts parts of a step's time to parts of a movement.

/// The progress, 0 to 1, of a movement that lasts from `start` to `end` of a step's time, eased in and out.
#[must_use]
pub fn eased(fraction: f64, start: f64, end: f64) -> f32 {
    let linear = linear(fraction, start, end);
    linear * linear * linear.mul_add(-2.0, 3.0)
}

/// The progress, 0 to 1, of the same movement with a slight settle at the end: it slows down long before it
/// arrives.
#[must_use]
pub fn settling(fraction: f64, start: f64, end: f64) -> f32 {
    let left = 1.0 - eased(fraction, start, end);
    1.0 - left * left
}

/// The progress, 0 to 1, of a movement that lasts from `start` to `end` of a step's time, at constant speed.
#[must_use]
pub fn linear(fraction: f64, start: f64, end: f64) -> f32 {
    if end <= start {
        return if fraction >= end { 1.0 } else { 0.0 };
    }
    ((fraction - start) / (end - start)).clamp(0.0, 1.0) as f32
}

/// The progress, 0 to 1, of one of `count` movements that start one after the other. It is eased. All have
/// arrived when `progress` is 1.
#[must_use]
pub fn staggered(progress: f32, index: usize, count: usize) -> f32 {
    /// The part of the time between the start of the first movement and the start of the last.
    const SPREAD: f64 = 0.4;
    let start = SPREAD * index as f64 / count.saturating_sub(1).max(1) as f64;
    eased(f64::from(progress), start, start + 1.0 - SPREAD)
}

/// Cuts a step's time into stretches of these seconds. Returns the beginning and the end of each, as
/// fractions.
#[must_use]
pub fn stretches<const N: usize>(seconds: [f64; N]) -> [(f64, f64); N] {
    let whole: f64 = seconds.iter().sum();
    let mut start = 0.0;
    seconds.map(|length| {
        let end = start + length;
        let stretch = (start / whole, end / whole);
        start = end;
        stretch
    })
}
