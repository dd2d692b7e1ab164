//! The numbers on an axis: round, short, and all different.

use super::plot::multiples;
use content::words::Locale;

/// From this value on, an axis counts in thousands, millions and so on.
const LARGE: f64 = 1e4;
/// If the marks are closer than this, an axis counts in thousandths, millionths and so on.
const FINE: f64 = 0.01;
/// The step between these powers of ten: thousands, millions, thousandths.
const STEP: f64 = 3.0;

/// The marks of an axis that begins at 0, and the numbers beside them.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The places of the marks.
    pub values: Vec<f64>,
    /// The number beside each mark.
    pub labels: Vec<String>,
    /// The end of the axis's title, such as ` (×10³)`: the factor of the numbers.
    pub factor: String,
}

impl Ticks {
    /// Returns the marks from 0 up to `greatest`, at whole multiples of `spacing`, which is a round number.
    #[must_use]
    pub fn up_to(locale: &Locale, greatest: f64, spacing: f64) -> Self {
        let exponent = if greatest >= LARGE || spacing < FINE * (1.0 - 1e-9) {
            (STEP * (greatest.log10() / STEP).floor()) as i32
        } else {
            0
        };
        // Use only positive powers of ten, because they are exact: 10³ is, 10⁻³ is not.
        let scaled = |value: f64| {
            let power = 10.0_f64.powi(exponent.abs());
            if exponent < 0 { value * power } else { value / power }
        };
        let decimals = (-scaled(spacing).log10() - 1e-9).ceil().max(0.0) as usize;
        let values: Vec<f64> = multiples(greatest, spacing).collect();
        let labels = values.iter().map(|&value| locale.fixed(scaled(value), decimals)).collect();
        Self { values, labels, factor: locale.factor(exponent) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::fine_tick_spacing;
    use content::files::Files;
    use content::words::Languages;

    fn ticks(locale: &Locale, greatest: f64) -> Ticks {
        Ticks::up_to(locale, greatest, fine_tick_spacing(greatest))
    }

    #[test]
    fn numbers_on_an_axis_differ_and_are_short_in_every_language() {
        let languages = Languages::load(&Files::default()).expect("shipped");
        for locale in languages.iter() {
            let tops = (-90..=90).flat_map(|tenth| {
                let power = 10.0_f64.powf(f64::from(tenth) / 10.0);
                [1.0, 1.03, 2.06, 6.0, 9.999].map(|factor| factor * power)
            });
            for top in tops.chain([2010.0, 2060.3, 1_000_000.002, 0.001, 0.00103, 78_500.0]) {
                let Ticks { values, labels, .. } = ticks(locale, top);
                let what = format!("{}, {top}: {labels:?}", locale.language());
                assert!((3..=8).contains(&labels.len()), "{what}");
                assert!(values.iter().all(|&value| value <= top * (1.0 + 1e-12)), "{what}");
                for (index, label) in labels.iter().enumerate() {
                    assert!(label.chars().count() <= 4, "{what}");
                    assert!(!labels[..index].contains(label), "{what}");
                }
            }
        }
    }

    #[test]
    fn numbers_on_an_axis_are_as_plain_as_they_can_be() {
        let languages = Languages::load(&Files::default()).expect("shipped");
        let english = languages.expect("en").expect("shipped");
        for (top, labels, factor) in [
            (2.06, "0 0.5 1 1.5 2", ""),
            (0.05, "0 0.01 0.02 0.03 0.04 0.05", ""),
            (0.001_03, "0 0.2 0.4 0.6 0.8 1", " (×10⁻³)"),
            (2060.3, "0 500 1000 1500 2000", ""),
            (80_855.0, "0 20 40 60 80", " (×10³)"),
            (1_030_000.0, "0 0.2 0.4 0.6 0.8 1", " (×10⁶)"),
            (1.03e-9, "0 0.2 0.4 0.6 0.8 1", " (×10⁻⁹)"),
        ] {
            let ticks = ticks(english, top);
            assert_eq!(
                (ticks.labels.join(" "), ticks.factor.as_str()),
                (labels.to_owned(), factor)
            );
        }
    }
}
