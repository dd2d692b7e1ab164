//! Values of options that more than one command reads.

use std::num::NonZeroUsize;
use std::ops::RangeInclusive;

use learning::LearningRate;
use learning::dataset::rectangles::Columns;
use learning::dataset::xor::Spread;
use learning::limits::allows;

/// Reads a learning rate.
///
/// # Errors
/// It is not a number, or [`LearningRate::new`] rejects it.
pub fn learning_rate(text: &str) -> Result<LearningRate, String> {
    let number = text.parse().ok().and_then(|number| LearningRate::new(number).ok());
    number.ok_or_else(|| format!("expected {}, found {text:?}", LearningRate::EXPECTED))
}

/// Reads a standard deviation of XOR rectangles.
///
/// # Errors
/// It is not a number, is not above 0, or is too large.
pub fn spread(text: &str) -> Result<Spread, String> {
    let number = text.parse().map_err(|_| {
        let greatest = Spread::GREATEST;
        format!(
            "expected a standard deviation above 0 and at most {greatest}, such as 0.1, found \
             {text:?}"
        )
    })?;
    Spread::new(number).map_err(|error| error.to_string())
}

/// Reads a finite number.
///
/// # Errors
/// It is not a number, is infinite, or is beyond the [limits](learning::limits).
pub fn finite(text: &str) -> Result<f64, String> {
    parse_finite(text).ok_or_else(|| {
        format!("expected a finite number, such as 30 or -5, {ALLOWED}, found {text:?}")
    })
}

/// Reads two weights, `W1,W2`.
///
/// # Errors
/// There are not two of them, or one is not a finite number, or is beyond the [limits](learning::limits).
pub fn weights(text: &str) -> Result<[f64; 2], String> {
    text.split_once(',')
        .and_then(|(first, second)| {
            Some([parse_finite(first.trim())?, parse_finite(second.trim())?])
        })
        .ok_or_else(|| {
            format!("expected two finite numbers, such as -0.5,0.7, {ALLOWED}, found {text:?}")
        })
}

/// The values that [`parse_finite`] allows.
const ALLOWED: &str = "0 or from 1e-9 to 1e9 in magnitude";

fn parse_finite(text: &str) -> Option<f64> {
    text.parse().ok().filter(|&number: &f64| allows(number))
}

/// Reads the names of three columns, `WIDTH,HEIGHT,LABEL`.
///
/// # Errors
/// There are not three of them, one is empty, or two are the same.
pub fn columns(text: &str) -> Result<Columns, String> {
    let names: Vec<&str> = text.split(',').map(str::trim).collect();
    match names[..] {
        [width, height, label]
            if !names.contains(&"") && width != height && ![width, height].contains(&label) =>
        {
            Ok(Columns { features: [width, height].map(str::to_owned), label: label.to_owned() })
        }
        _ => Err(format!(
            "expected the names of three different columns, such as \
             petal_length,petal_width,species, found {text:?}"
        )),
    }
}

/// Reads how many samples there are for each one that is written.
///
/// # Errors
/// It is not a whole number, or is 0.
pub fn every(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| format!("expected a whole number of 1 or more, found {text:?}"))
}

/// Makes a parser for a whole number within a range; the error names the range.
pub fn whole(
    range: RangeInclusive<usize>,
) -> impl Fn(&str) -> Result<usize, String> + Clone + Send + Sync + 'static {
    move |text| {
        text.parse().ok().filter(|number| range.contains(number)).ok_or_else(|| {
            let (least, most) = (range.start(), range.end());
            format!("expected a whole number from {least} to {most}, found {text:?}")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_out_of_range_are_refused_with_what_is_allowed() {
        for text in ["0", "-1", "-0.5", "1.1e9", "0.9e-9", "NaN", "inf", "-inf", "x", ""] {
            let problem = learning_rate(text).unwrap_err();
            assert!(problem.contains("expected a learning rate from 1e-9 to 1e9"), "{problem}");
        }
        for text in ["NaN", "inf", "-inf", "1e999", "-1.1e9", "1e-10", "x", ""] {
            assert!(finite(text).unwrap_err().starts_with("expected a finite number"), "{text}");
        }
        for text in ["0", "-1", "1.5", "x"] {
            let problem = every(text).unwrap_err();
            assert!(problem.starts_with("expected a whole number of 1 or more"), "{problem}");
        }
        for (text, number) in [("-5", -5.0), ("-.5", -0.5), ("-1e3", -1000.0)] {
            assert_eq!(finite(text), Ok(number));
        }
        for text in ["0", "-0.1", "1.01", "NaN", "inf", "x", ""] {
            let problem = spread(text).unwrap_err();
            assert!(problem.contains("expected a standard deviation above 0 and at most 1"));
        }
        assert_eq!(spread("0.1"), Ok(Spread::NOISY));
        for text in ["1", "1001", "-5", "2.5", "x", ""] {
            let expected = format!("expected a whole number from 2 to 1000, found {text:?}");
            assert_eq!(whole(2..=1000)(text), Err(expected));
        }
        assert_eq!(["2", "1000"].map(whole(2..=1000)), [Ok(2), Ok(1000)]);
    }

    #[test]
    fn weights_are_two_finite_numbers() {
        assert_eq!(weights("-0.5,.7"), Ok([-0.5, 0.7]));
        assert_eq!(weights("1, -2e3"), Ok([1.0, -2000.0]));
        for text in
            ["", "1", "1,", "1,2,3", "NaN,1", "1,inf", "1,1e999", "1;2", "1,1e308", "1e-300,1"]
        {
            let problem = weights(text).unwrap_err();
            assert!(problem.starts_with("expected two finite numbers"), "{problem}");
        }
    }

    #[test]
    fn columns_are_three_different_names() {
        let expected = Columns {
            features: ["petal length".to_owned(), "petal width".to_owned()],
            label: "species".to_owned(),
        };
        assert_eq!(columns("petal length, petal width,species"), Ok(expected));
        for text in ["", "a", "a,b", "a,b,c,d", "a,,c", "a, ,c", "a,a,c", "a,b,a", "a,b,b"] {
            let problem = columns(text).unwrap_err();
            assert!(problem.starts_with("expected the names of three different columns"), "{text}");
        }
    }
}
