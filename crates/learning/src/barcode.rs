//! Barcodes: the specimens of Part I.

use thiserror::Error;

pub use crate::limits::LONGEST_CODE;

const _: () = assert!(LONGEST_CODE == u128::BITS as usize, "`bits` holds one bit for each stripe");

/// A row of 1 to [`LONGEST_CODE`] stripes of equal width, each black (1) or white (0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Code {
    /// Stripe `i` is bit `i`; bits from `length` on are zero.
    bits: u128,
    length: u8,
}

/// The reason why a text is not a [`Code`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CodeError {
    /// The text is empty.
    #[error("expected a code of 1 to {LONGEST_CODE} characters, found nothing")]
    Empty,
    /// The text is longer than [`LONGEST_CODE`]. The value is its count of characters.
    #[error("expected a code of 1 to {LONGEST_CODE} characters, found {0}")]
    TooLong(usize),
    /// The text has a character other than 0 and 1.
    #[error("expected only the characters 0 and 1, found {found:?} as character {at}")]
    NotBinary {
        /// The unexpected character.
        found: char,
        /// Its position in the text, counted from 1.
        at: usize,
    },
}

/// A maximal run of black stripes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Index of its first stripe.
    pub start: usize,
    /// Count of its stripes, at least 1.
    pub width: usize,
}

impl Code {
    /// Makes a code of `length` stripes. Stripe `i` is black where bit `i` of `bits` is 1.
    ///
    /// Clamps `length` to 1 to [`LONGEST_CODE`], and drops the bits beyond it.
    #[must_use]
    pub fn from_bits(bits: u128, length: usize) -> Self {
        let length = length.clamp(1, LONGEST_CODE);
        let bits = if length == LONGEST_CODE { bits } else { bits & ((1 << length) - 1) };
        Self { bits, length: length as u8 }
    }

    /// Count of stripes, black and white.
    #[must_use]
    pub fn length(&self) -> usize {
        usize::from(self.length)
    }

    /// Count of bars. A bar is a maximal run of 1s.
    #[must_use]
    pub fn count_bars(&self) -> u32 {
        (self.bits & !(self.bits << 1)).count_ones()
    }

    /// The bars, from left to right.
    pub fn bars(&self) -> impl Iterator<Item = Bar> + use<> {
        let mut rest = self.bits;
        let mut stripe = 0;
        std::iter::from_fn(move || {
            if rest == 0 {
                return None;
            }
            let gap = rest.trailing_zeros();
            rest >>= gap;
            let width = rest.trailing_ones();
            rest = rest.checked_shr(width).unwrap_or(0);
            let bar = Bar { start: stripe + gap as usize, width: width as usize };
            stripe = bar.start + bar.width;
            Some(bar)
        })
    }
}

impl std::str::FromStr for Code {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let mut bits = 0;
        let mut length = 0;
        for found in text.chars() {
            let bit = match found {
                '0' => 0,
                '1' => 1,
                _ => return Err(CodeError::NotBinary { found, at: length + 1 }),
            };
            if length == LONGEST_CODE {
                return Err(CodeError::TooLong(text.chars().count()));
            }
            bits |= bit << length;
            length += 1;
        }
        if length == 0 { Err(CodeError::Empty) } else { Ok(Self::from_bits(bits, length)) }
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use std::fmt::Write;
        (0..self.length()).try_for_each(|stripe| {
            formatter.write_char(if self.bits >> stripe & 1 == 1 { '1' } else { '0' })
        })
    }
}

/// A barcode with its label: one sample of Part I.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Barcode {
    /// The stripes.
    pub code: Code,
    /// Count of bars in the code, the one feature that the machine sees.
    pub bars: u32,
    /// The true class.
    pub label: bool,
}

impl Barcode {
    /// Makes a barcode of the given class, and counts its bars.
    #[must_use]
    pub fn new(code: Code, label: bool) -> Self {
        Self { code, bars: code.count_bars(), label }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bars_are_maximal_runs() {
        let code: Code = "0110100111".parse().expect("a code");
        let bars: Vec<_> = code.bars().map(|bar| (bar.start, bar.width)).collect();
        assert_eq!(bars, [(1, 2), (4, 1), (7, 3)]);
        assert_eq!(code.count_bars(), 3);
    }

    #[test]
    fn a_text_that_is_no_code_is_refused() {
        assert_eq!("".parse::<Code>(), Err(CodeError::Empty));
        assert_eq!("01a".parse::<Code>(), Err(CodeError::NotBinary { found: 'a', at: 3 }));
        assert_eq!("1".repeat(129).parse::<Code>(), Err(CodeError::TooLong(129)));
        assert_eq!("1".repeat(128).parse::<Code>().map(|code| code.count_bars()), Ok(1));
    }

    proptest! {
        #[test]
        fn text_and_bars_agree(text in "[01]{1,128}") {
            let code: Code = text.parse().expect("a code");
            prop_assert_eq!(&code.to_string(), &text);
            let runs = text.split('0').filter(|run| !run.is_empty()).count();
            prop_assert_eq!(code.bars().count(), runs);
            prop_assert_eq!(code.count_bars() as usize, runs);
            for bar in code.bars() {
                prop_assert!(text[bar.start..bar.start + bar.width].chars().all(|c| c == '1'));
            }
        }
    }
}
