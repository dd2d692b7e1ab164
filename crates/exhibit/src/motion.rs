//! Easing: how parts of a step's time become parts of a movement.

/// How far a movement has come that lasts from `start` to `end` of a step's time, eased in and out.
#[must_use]
pub fn eased(fraction: f64, start: f64, end: f64) -> f32 {
    let linear = linear(fraction, start, end);
    linear * linear * linear.mul_add(-2.0, 3.0)
}

/// The same with a slight settle at the end: it slows down long before it arrives.
#[must_use]
pub fn settling(fraction: f64, start: f64, end: f64) -> f32 {
    let left = 1.0 - eased(fraction, start, end);
    1.0 - left * left
}

/// How far a movement has come that lasts from `start` to `end` of a step's time.
#[must_use]
pub fn linear(fraction: f64, start: f64, end: f64) -> f32 {
    if end <= start {
        return if fraction >= end { 1.0 } else { 0.0 };
    }
    ((fraction - start) / (end - start)).clamp(0.0, 1.0) as f32
}

/// How far one of several has come when they set out one after the other: eased, and all arrived
/// when `progress` is 1.
#[must_use]
pub fn staggered(progress: f32, index: usize, count: usize) -> f32 {
    /// The part of the time that passes between the first and the last setting out.
    const SPREAD: f64 = 0.4;
    let start = SPREAD * index as f64 / count.saturating_sub(1).max(1) as f64;
    eased(f64::from(progress), start, start + 1.0 - SPREAD)
}

/// A step's time cut into stretches of these seconds: where each begins and ends, as fractions.
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
