//! Barcodes: generates them with ChaCha, reads them from a file, and writes them to a file.

use std::fmt::Write;

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::class_names::ClassNames;
use super::csv::Table;
use super::{Dataset, DatasetError, Origin};
use crate::barcode::{Barcode, Code, CodeError};
use crate::random::{Stream, below, seeded};

/// Count of stripes in a generated code.
pub const CODE_LENGTH: usize = 100;
/// Count of codes to draw, before the middle is dropped and the classes are made equally large.
pub const DRAWS: usize = 1000;
/// A barcode with more bars than this is of class true.
pub const TRUE_BOUNDARY: u32 = 25;
/// The counts of bars, both ends included, whose codes are dropped, because they are too close to
/// [`TRUE_BOUNDARY`].
pub const DROPPED: std::ops::RangeInclusive<u32> = 23..=27;

const COLUMNS: [&str; 2] = ["code", "label"];

/// Draws barcodes from a seed. The same seed and count of draws give the same barcodes on every
/// machine.
///
/// Draws `draws` codes of [`CODE_LENGTH`] fair bits, and drops the codes in the [`DROPPED`] middle.
/// Then cuts the larger class down to the size of the smaller class, by random choice without
/// replacement. Keeps the order of drawing. With few draws, one class may be empty, and then both
/// classes end up empty.
#[must_use]
pub fn generate(seed: u64, draws: usize) -> Dataset<Barcode> {
    let mut random = seeded(seed, Stream::Samples);
    let mut samples = Vec::with_capacity(draws);
    for _ in 0..draws {
        let (low, high) = (u128::from(random.next_u64()), u128::from(random.next_u64()));
        let code = Code::from_bits(low | high << 64, CODE_LENGTH);
        let bars = code.count_bars();
        if !DROPPED.contains(&bars) {
            samples.push(Barcode { code, bars, label: bars > TRUE_BOUNDARY });
        }
    }
    even_out(&mut samples, &mut random);
    Dataset { origin: Origin::Generated(seed), samples, class_names: None, feature_names: None }
}

/// Cuts the larger class down to the size of the smaller class. Each choice is equally likely, and
/// the order is kept (selection sampling: Knuth, The Art of Computer Programming 2, 3.4.2,
/// algorithm S).
fn even_out(samples: &mut Vec<Barcode>, random: &mut ChaCha8Rng) {
    let of_true = samples.iter().filter(|sample| sample.label).count();
    let of_false = samples.len() - of_true;
    let larger = of_true > of_false;
    let (mut wanted, mut left) = (of_true.min(of_false) as u64, of_true.max(of_false) as u64);
    samples.retain(|sample| {
        if sample.label != larger {
            return true;
        }
        let chosen = below(random, left) < wanted;
        left -= 1;
        wanted -= u64::from(chosen);
        chosen
    });
}

/// Reads barcodes from a table with the columns `code` and `label`. `file` is the table's name in
/// errors.
///
/// # Errors
/// Returns the first error in the table, with its line and column: see [`DatasetError`].
pub fn from_csv(file: &str, bytes: &[u8]) -> Result<Dataset<Barcode>, DatasetError> {
    let mut table = Table::open(file, bytes)?;
    let [code_column, label_column] = table.columns(COLUMNS)?;
    let mut classes = ClassNames::default();
    let mut rows = Vec::new();
    while table.advance()? {
        let code: Code = table
            .field(code_column)
            .parse()
            .map_err(|error: CodeError| table.error(Some(code_column), error.to_string()))?;
        let class = classes
            .note(table.field(label_column))
            .map_err(|what| table.error(Some(label_column), what))?;
        rows.push((code, class));
    }
    let (classes, class_names) = classes.resolve().map_err(|what| table.error_of_file(what))?;
    let samples =
        rows.into_iter().map(|(code, class)| Barcode::new(code, classes[class])).collect();
    Ok(Dataset { origin: Origin::File(file.to_owned()), samples, class_names, feature_names: None })
}

/// Writes barcodes as a table. [`from_csv`] reads it back to the same samples.
#[must_use]
pub fn to_csv(samples: &[Barcode]) -> String {
    let mut text = COLUMNS.join(",");
    text.push('\n');
    for sample in samples {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{},{}", sample.code, sample.label);
    }
    text
}
