//! Formats numbers: rounded, with the language's decimal separator, and short for any size.

use jiff::civil::DateTime;

use super::{DataWords, Locale, Words};

/// Decimal places to which ordinary numbers on the screen are rounded.
const DECIMALS: usize = 2;
/// A number below this has one more decimal place.
const FINE: f64 = 0.1;
/// A number below this has as many decimal places as two significant digits need.
const FINER: f64 = 0.01;
/// A number below this is written with a power of ten.
const FINEST: f64 = 0.0001;
/// A number of this size or larger is written with a power of ten.
const VAST: f64 = 1e7;
/// A number below this is a rounding error, and is written as 0.
const NOTHING: f64 = 1e-13;
/// Decimal places of the factor before a power of ten: for small numbers, and for large ones.
const MANTISSAS: [usize; 2] = [1, 2];
/// The messages for a size in bytes. Each unit is 1000 times the one before.
const SIZES: [&str; 5] =
    ["size-bytes", "size-kilobytes", "size-megabytes", "size-gigabytes", "size-terabytes"];
/// The digits of an exponent, from 0 to 9.
pub const SUPERSCRIPTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
/// A sum of at most this many numbers is written in full.
const MOST_TERMS: usize = 9;
/// How many numbers of a longer sum are written before the dots.
const FIRST_TERMS: usize = 7;

impl Locale {
    /// Formats a number as the locale writes it, without trailing zeros, with a minus sign. It is rounded to 2
    /// decimals, to 3 if it is below 0.1, and to two significant digits if it is below 0.01. A number below
    /// 0.0001, or of ten millions or more, has a power of ten: `1.2×10⁻⁵`.
    #[must_use]
    pub fn number(&self, number: f64) -> String {
        let size = number.abs();
        let text = match size {
            _ if size.is_nan() => return "?".to_owned(),
            _ if size.is_infinite() => "∞".to_owned(),
            _ if size < NOTHING => "0".to_owned(),
            _ if !(FINEST..VAST).contains(&size) => self.with_power(size),
            _ => {
                let decimals = if size < FINER {
                    // The first two significant digits of 0.00123 are the third and the fourth decimal.
                    (-size.log10().floor()) as usize + 1
                } else if size < FINE {
                    DECIMALS + 1
                } else {
                    DECIMALS
                };
                self.fixed(size, decimals)
            }
        };
        if number < 0.0 && text != "0" { format!("\u{2212}{text}") } else { text }
    }

    /// Formats a number above 0 as a product with a power of ten.
    fn with_power(&self, number: f64) -> String {
        // Rust rounds the digits before it chooses the exponent: 9.999 becomes 1.00e1, never 10.00e0.
        let decimals = MANTISSAS[usize::from(number > 1.0)];
        let text = format!("{number:.decimals$e}");
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let mantissa = self.fixed(mantissa.parse().unwrap_or(1.0), decimals);
        let power = power_of_ten(exponent.parse().unwrap_or_default());
        if mantissa == "1" { power } else { format!("{mantissa}×{power}") }
    }

    /// Formats a number of 0 or more, rounded to `decimals` decimals, without trailing zeros.
    #[must_use]
    pub fn fixed(&self, number: f64, decimals: usize) -> String {
        let mut text = format!("{number:.decimals$}");
        if text.contains('.') {
            text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
        }
        text.replace('.', &self.decimal_separator)
    }

    /// The end of the title of a scale whose numbers are multiples of a power of ten: ` (×10³)`.
    #[must_use]
    pub fn factor(&self, exponent: i32) -> String {
        if exponent == 0 { String::new() } else { format!(" (×{})", power_of_ten(exponent)) }
    }

    /// Formats seconds as minutes and seconds: `12:05`.
    #[must_use]
    pub fn minutes(&self, seconds: f64) -> String {
        let seconds = seconds.max(0.0) as u64;
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }

    /// Formats the minutes since midnight as hours and minutes: `14:05`.
    #[must_use]
    pub fn time_of_day(&self, minutes: u32) -> String {
        format!("{}:{:02}", minutes / 60, minutes % 60)
    }

    /// Formats a day and a time of day: `2026-11-24 14:05`.
    #[must_use]
    pub fn date_and_time(&self, when: DateTime) -> String {
        when.strftime("%Y-%m-%d %H:%M").to_string()
    }

    /// Formats a size in bytes, rounded, in a suitable unit: `12.3 GB`.
    #[must_use]
    pub fn bytes(&self, bytes: u64) -> String {
        let (mut size, mut unit) = (bytes as f64, 0);
        // A size that rounds to 1000 is 1 of the next unit.
        while size >= 999.5 && unit + 1 < SIZES.len() {
            size /= 1000.0;
            unit += 1;
        }
        let number = self.fixed(size, usize::from(size < 99.95));
        self.text(&Words::new(SIZES[unit]).text("size", number), &DataWords::default())
    }

    /// Formats a number that follows a sign: in brackets if it is negative.
    #[must_use]
    pub fn term(&self, number: f64) -> String {
        let text = self.number(number);
        if text.starts_with('\u{2212}') { format!("({text})") } else { text }
    }

    /// Formats a sum of numbers. If it is long, writes only the first numbers and the last.
    pub(super) fn sum(&self, numbers: &[f64]) -> String {
        let mut text = String::new();
        for (index, &number) in numbers.iter().enumerate() {
            let is_left_out =
                numbers.len() > MOST_TERMS && (FIRST_TERMS..numbers.len() - 1).contains(&index);
            if is_left_out && index > FIRST_TERMS {
                continue;
            }
            if index > 0 {
                text.push_str(" + ");
            }
            text.push_str(&match (is_left_out, index) {
                (true, _) => "…".to_owned(),
                (false, 0) => self.number(number),
                (false, _) => self.term(number),
            });
        }
        text
    }
}

/// Formats a power of ten: `10⁻⁵`.
fn power_of_ten(exponent: i32) -> String {
    let sign = if exponent < 0 { "⁻" } else { "" };
    let digits = exponent.unsigned_abs().to_string();
    let raised = digits.bytes().map(|digit| SUPERSCRIPTS[usize::from(digit - b'0')]);
    format!("10{sign}{}", raised.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Files;
    use crate::words::DEFAULT_LANGUAGE;

    #[test]
    fn numbers_are_rounded_and_have_the_right_sign() {
        let locale = Locale::load(&Files::default(), DEFAULT_LANGUAGE).expect("shipped");
        let cases = [
            (27.900_000_000_000_006, "27.9"),
            (30.0, "30"),
            (-57.0, "\u{2212}57"),
            (0.125, "0.12"),
            (0.0123, "0.012"),
            (-0.0049, "\u{2212}0.0049"),
            (-0.0004, "\u{2212}0.0004"),
            (0.000_123, "0.00012"),
            (0.009_99, "0.01"),
            (0.000_099, "9.9×10⁻⁵"),
            (1e-9, "10⁻⁹"),
            (-1.234e-9, "\u{2212}1.2×10⁻⁹"),
            (9.999e-10, "10⁻⁹"),
            // The rounding error of 0.1 + 0.2.
            (5.6e-17, "0"),
            (0.0, "0"),
            (-0.0, "0"),
            (100.0, "100"),
            (1_000_000.001, "1000000"),
            (9_999_999.0, "9999999"),
            (1e9, "10⁹"),
            (-2.5e9, "\u{2212}2.5×10⁹"),
            (1e40, "10⁴⁰"),
            (f64::NEG_INFINITY, "\u{2212}∞"),
            (f64::NAN, "?"),
        ];
        for (number, text) in cases {
            assert_eq!(locale.number(number), text);
        }
        assert_eq!(locale.term(-0.5), "(\u{2212}0.5)");
        assert_eq!(locale.sum(&[-1.0, 2.0, -3.5]), "\u{2212}1 + 2 + (\u{2212}3.5)");
        let many: Vec<f64> = (0..20).map(f64::from).collect();
        assert_eq!(locale.sum(&many), "0 + 1 + 2 + 3 + 4 + 5 + 6 + … + 19");
        assert_eq!(locale.sum(&many[..9]), "0 + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8");
    }

    #[test]
    fn sizes_and_times_are_short() {
        let files = Files::default();
        let [english, french] =
            ["en", "fr"].map(|language| Locale::load(&files, language).expect("shipped"));
        for (bytes, text) in [
            (0, "0 B"),
            (999, "999 B"),
            (1000, "1 kB"),
            (12_345, "12.3 kB"),
            (99_960, "100 kB"),
            (999_499, "999 kB"),
            (999_500, "1 MB"),
            (98_400_000_000, "98.4 GB"),
            (2_000_000_000_000, "2 TB"),
            (u64::MAX, "18446744 TB"),
        ] {
            assert_eq!(english.bytes(bytes).replace('\u{a0}', " "), text);
        }
        assert_eq!(french.bytes(12_345), "12,3\u{a0}ko");
        let when = jiff::civil::date(2026, 3, 4).at(5, 6, 7, 8);
        assert_eq!(english.date_and_time(when), "2026-03-04 05:06");
    }

    #[test]
    fn each_language_has_its_own_decimal_separator() {
        for (language, text) in [("en", "0.5"), ("de", "0,5"), ("es", "0,5"), ("fr", "0,5")] {
            let locale = Locale::load(&Files::default(), language).expect("shipped");
            assert_eq!(locale.number(0.5), text, "{language}");
            assert_eq!(locale.number(2.5e-9), format!("2{}5×10⁻⁹", &text[1..2]), "{language}");
            assert_eq!(locale.sum(&[0.5, -0.25]), format!("{text} + ({})", locale.number(-0.25)));
        }
    }
}
