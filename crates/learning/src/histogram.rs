//! Histograms of one whole number per sample, by class, at any moment of a training run.

/// Count of samples from one checkpoint to the next.
const STRIDE: usize = 128;

/// Counts the samples seen so far by bin and class, in bounded time, for any count of seen samples.
///
/// The counts are stored at every 128th sample. From the last checkpoint on, at most 127 samples
/// are counted. Each bin stands for one whole number.
#[derive(Clone, Debug)]
pub struct RunningHistogram {
    first: u32,
    /// One (value, label) per sample.
    values: Vec<(u32, bool)>,
    /// `checkpoints[c][bin]` counts samples 0..c·STRIDE by `[false, true]`.
    checkpoints: Vec<Vec<[u32; 2]>>,
}

impl RunningHistogram {
    /// Makes the histograms of (value, label) pairs. The bins reach from the least value to the
    /// greatest.
    #[must_use]
    pub fn new(values: impl IntoIterator<Item = (u32, bool)>) -> Self {
        let values: Vec<_> = values.into_iter().collect();
        let first = values.iter().map(|value| value.0).min().unwrap_or(0);
        let last = values.iter().map(|value| value.0).max().unwrap_or(0);
        Self::counted(first, (last - first) as usize + 1, values)
    }

    /// Makes the histograms of (bin, label) pairs, in bins 0 to `bins` − 1. Values beyond these
    /// bins count in the last bin.
    #[must_use]
    pub fn of_bins(bins: usize, values: impl IntoIterator<Item = (u32, bool)>) -> Self {
        let bins = bins.max(1);
        let last = bins as u32 - 1;
        let inside = values.into_iter().map(|(bin, label)| (bin.min(last), label));
        Self::counted(0, bins, inside.collect())
    }

    fn counted(first: u32, bins: usize, values: Vec<(u32, bool)>) -> Self {
        let mut counts = vec![[0; 2]; bins];
        let mut checkpoints = Vec::with_capacity(values.len() / STRIDE + 1);
        for (index, &(value, label)) in values.iter().enumerate() {
            if index % STRIDE == 0 {
                checkpoints.push(counts.clone());
            }
            counts[(value - first) as usize][usize::from(label)] += 1;
        }
        if values.len().is_multiple_of(STRIDE) {
            checkpoints.push(counts);
        }
        Self { first, values, checkpoints }
    }

    /// The value of the first bin.
    #[must_use]
    pub fn first(&self) -> u32 {
        self.first
    }

    /// The value of the last bin.
    #[must_use]
    pub fn last(&self) -> u32 {
        self.first + self.bins() as u32 - 1
    }

    /// Count of bins, at least 1.
    #[must_use]
    pub fn bins(&self) -> usize {
        self.checkpoints.first().map_or(1, Vec::len)
    }

    /// Writes the counts of the first `seen` samples into `counts`: per bin, `[false, true]`.
    pub fn counts_into(&self, seen: usize, counts: &mut Vec<[u32; 2]>) {
        let seen = seen.min(self.values.len());
        counts.clear();
        counts.extend_from_slice(&self.checkpoints[seen / STRIDE]);
        for &(value, label) in &self.values[seen / STRIDE * STRIDE..seen] {
            counts[(value - self.first) as usize][usize::from(label)] += 1;
        }
    }

    /// The counts of the first `seen` samples: per bin, `[false, true]`.
    #[must_use]
    pub fn counts(&self, seen: usize) -> Vec<[u32; 2]> {
        let mut counts = Vec::new();
        self.counts_into(seen, &mut counts);
        counts
    }

    /// The count in the fullest bin after all samples, both classes together.
    #[must_use]
    pub fn tallest(&self) -> u32 {
        self.counts(self.values.len()).iter().map(|bin| bin[0] + bin[1]).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_counting_anew(
            values in prop::collection::vec((3u32..40, any::<bool>()), 1..600),
            seen in 0usize..700,
        ) {
            let histogram = RunningHistogram::new(values.iter().copied());
            let counts = histogram.counts(seen);
            for (bin, &count) in counts.iter().enumerate() {
                let value = histogram.first() + bin as u32;
                let of = |label| {
                    values.iter().take(seen).filter(|&&sample| sample == (value, label)).count()
                };
                prop_assert_eq!(count, [of(false) as u32, of(true) as u32]);
            }
            prop_assert_eq!(counts.len(), histogram.bins());
        }
    }
}
