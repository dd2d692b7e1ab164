//! The limits of the data: of tables, and of the numbers that a person sets.
//!
//! Numbers within the limits keep every later step finite: no weight, score, area or place ever overflows,
//! and memory stays in proportion to the file. Data beyond the limits are refused when they are read.

/// The largest file of a table, in bytes: 1 GiB.
pub const SIZE_LIMIT: u64 = 1 << 30;
/// The most rows of a table, its header not counted.
pub const ROW_LIMIT: usize = 2_000_000;
/// The most columns of a table.
pub const COLUMN_LIMIT: usize = 1000;
/// The longest field of a table, in bytes of UTF-8, its outer quotation marks not counted.
pub const FIELD_LIMIT: usize = 10_000;
/// The longest label and the longest name of a column that is read, in characters (Unicode scalar
/// values).
pub const NAME_LIMIT: usize = 100;
/// The longest code of a barcode, in bits.
pub const LONGEST_CODE: usize = 128;
/// The greatest standard deviation of generated rectangles of XOR.
pub const GREATEST_SPREAD: f64 = 1.0;
/// The least magnitude of a number that is not 0, in its own unit.
pub const LEAST_MAGNITUDE: f64 = 1e-9;
/// The greatest magnitude of a number, in its own unit.
pub const GREATEST_MAGNITUDE: f64 = 1e9;

/// Whether a number is within the limits: 0, or of a magnitude from [`LEAST_MAGNITUDE`] to
/// [`GREATEST_MAGNITUDE`].
#[must_use]
pub fn allows(number: f64) -> bool {
    number == 0.0 || (LEAST_MAGNITUDE..=GREATEST_MAGNITUDE).contains(&number.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_the_most_rows_fits_into_the_largest_file() {
        assert_eq!(SIZE_LIMIT, 1024 * 1024 * 1024);
        let bytes_for_each_row = SIZE_LIMIT / ROW_LIMIT as u64;
        assert!(bytes_for_each_row >= 500, "{bytes_for_each_row}");
    }

    #[test]
    fn zero_and_magnitudes_up_to_both_ends_are_allowed() {
        for number in [0.0, 1e-9, 0.5, 1e9] {
            assert!(allows(number) && allows(-number), "{number}");
        }
        let outside = [1e-9_f64.next_down(), 1e9_f64.next_up(), 5e-324, f64::MAX];
        for number in outside.into_iter().chain([f64::INFINITY, f64::NAN]) {
            assert!(!allows(number) && !allows(-number), "{number}");
        }
    }
}
