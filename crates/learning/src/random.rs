//! Random numbers: a seed gives the same numbers on every machine and in every release.
//!
//! This file fixes how the bytes of a seed are laid out, and how numbers are made from the generator's
//! bits. It does not leave this to a library, because the library's next release may choose another way.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// The streams of one seed. Draws from one stream never change the numbers of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stream {
    /// Samples.
    Samples = 0,
    /// The state of a learner before the first sample.
    InitialState = 1,
}

/// Makes a generator at the beginning of one of a seed's streams.
pub(crate) fn seeded(seed: u64, stream: Stream) -> ChaCha8Rng {
    let mut key = [0; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    let mut random = ChaCha8Rng::from_seed(key);
    random.set_stream(stream as u64);
    random
}

/// Draws a number in 0..bound: the top half of a 128-bit product, uniform to within bound / 2⁶⁴.
pub(crate) fn below(random: &mut ChaCha8Rng, bound: u64) -> u64 {
    ((u128::from(random.next_u64()) * u128::from(bound)) >> 64) as u64
}

/// Draws a number in [0, 1), a multiple of 2⁻⁵³. Each multiple is equally likely.
pub(crate) fn unit(random: &mut ChaCha8Rng) -> f64 {
    (random.next_u64() >> 11) as f64 * (1.0 / (1_u64 << 53) as f64)
}

/// Draws two independent numbers with mean 0 and variance 1, normally distributed (Box and Muller,
/// "A note on the generation of random normal deviates", 1958).
pub(crate) fn normal_pair(random: &mut ChaCha8Rng) -> [f64; 2] {
    // The argument of the logarithm is in (0, 1], so the logarithm is finite.
    let radius = (-2.0 * libm::log(1.0 - unit(random))).sqrt();
    let (sin, cos) = libm::sincos(std::f64::consts::TAU * unit(random));
    [radius * cos, radius * sin]
}

/// Shuffles values. Each order is equally likely (Fisher and Yates; Knuth, The Art of Computer
/// Programming 2, 3.4.2, algorithm P).
pub(crate) fn shuffle<T>(values: &mut [T], random: &mut ChaCha8Rng) {
    for last in (1..values.len()).rev() {
        values.swap(last, below(random, last as u64 + 1) as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_numbers_are_finite_with_mean_0_variance_1_and_no_correlation() {
        const PAIRS: usize = 20_000;
        let mut random = seeded(5, Stream::Samples);
        let pairs: Vec<_> = (0..PAIRS).map(|_| normal_pair(&mut random)).collect();
        assert!(pairs.iter().flatten().all(|number| number.is_finite()));
        let mean = |of: &dyn Fn(&[f64; 2]) -> f64| pairs.iter().map(of).sum::<f64>() / PAIRS as f64;
        // Five standard errors: of a mean 1 / √n, of a variance √(2 / n).
        let error = 5.0 / (PAIRS as f64).sqrt();
        for axis in 0..2 {
            assert!(mean(&|pair| pair[axis]).abs() < error);
            assert!((mean(&|pair| pair[axis] * pair[axis]) - 1.0).abs() < 1.5 * error);
            // 4.55 % of the numbers lie beyond two deviations.
            let beyond = mean(&|pair| f64::from(u8::from(pair[axis].abs() > 2.0)));
            assert!((0.038..0.053).contains(&beyond), "{beyond}");
        }
        assert!(mean(&|pair| pair[0] * pair[1]).abs() < error);
    }

    #[test]
    fn streams_of_one_seed_differ_and_are_repeatable() {
        let first = |seed, stream| seeded(seed, stream).next_u64();
        assert_eq!(first(1, Stream::Samples), first(1, Stream::Samples));
        assert_ne!(first(1, Stream::Samples), first(1, Stream::InitialState));
        assert_ne!(first(1, Stream::Samples), first(2, Stream::Samples));
    }
}
