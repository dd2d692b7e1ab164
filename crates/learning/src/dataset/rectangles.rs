//! Rectangles: generates them with ChaCha, reads them from a file, and writes them to a file.

use std::collections::HashMap;
use std::fmt::Write;

use super::class_names::ClassNames;
use super::csv::{Column, Table};
use super::drawing::{self, Noise};
use super::{Dataset, DatasetError, Origin};
use crate::rectangle::{Rectangle, RectangleSample, default_place};
use crate::text::quoted;

/// Mean `[width, height]` of class false and of class true.
pub const MEANS: [[f64; 2]; 2] = [[1.0, 0.5], [0.5, 1.0]];
/// Variance of each side, and the covariance of the two sides.
pub const COVARIANCE: [f64; 2] = [0.15, 0.05];
/// Count of samples of each class.
pub const SAMPLES_PER_CLASS: usize = 50;
pub use super::drawing::{LEAST_SIDE, RECTANGLES};

/// Draws rectangles from a seed. The same seed gives the same rectangles on every machine.
///
/// Each class has [`SAMPLES_PER_CLASS`] samples, its own mean in [`MEANS`], and the [`COVARIANCE`].
/// A rectangle with a side of [`LEAST_SIDE`] or less is drawn again. Places are uniform in the
/// field. The samples are shuffled.
#[must_use]
pub fn generate(seed: u64) -> Dataset<RectangleSample> {
    let groups = [false, true]
        .map(|label| (label, Noise::correlated(MEANS[usize::from(label)], COVARIANCE)));
    drawing::generate(seed, &groups, SAMPLES_PER_CLASS)
}

/// The names of the columns that hold the features and the class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The columns of the two features: width and height, or two other features in their place.
    pub features: [String; 2],
    /// The column of the class.
    pub label: String,
}

impl Default for Columns {
    fn default() -> Self {
        let [width, height] = FEATURES.map(str::to_owned);
        Self { features: [width, height], label: "label".to_owned() }
    }
}

/// The names of the features, unless a file gives them other names.
const FEATURES: [&str; 2] = ["width", "height"];

/// Reads rectangles from a table with these columns. `file` is the table's name in errors.
///
/// Rows with the same text in the column `sample` form one sample. Without this column, each row is
/// one sample. The columns `x` and `y` give the places. A table has both of them or neither.
///
/// # Errors
/// Returns the first error in the table, with its line and column: see [`DatasetError`].
pub fn from_csv(
    file: &str,
    bytes: &[u8],
    columns: &Columns,
) -> Result<Dataset<RectangleSample>, DatasetError> {
    let mut table = Table::open(file, bytes)?;
    let [width, height] = &columns.features;
    let [width, height, label] = table.columns([width, height, &columns.label])?;
    let group = table.optional_column("sample")?;
    let place = place_columns(&table)?;
    let mut classes = ClassNames::default();
    let mut groups = Groups::default();
    let mut samples: Vec<(Vec<Rectangle>, usize)> = Vec::new();
    while table.advance()? {
        let sides = [table.length(width)?, table.length(height)?];
        let class =
            classes.note(table.field(label)).map_err(|what| table.error(Some(label), what))?;
        let sample = match group {
            Some(column) => groups.sample_of(table.field(column), samples.len()),
            None => samples.len(),
        };
        if sample == samples.len() {
            samples.push((Vec::new(), class));
        }
        let (rectangles, known) = &mut samples[sample];
        if *known != class {
            let id = group.map(|column| table.field(column)).unwrap_or_default();
            let problem = format!(
                "expected the same label in all rows of sample {}, found another: {}",
                quoted(id),
                quoted(table.field(label))
            );
            return Err(table.error(Some(label), problem));
        }
        let place = match place {
            Some(columns) => [table.number(columns[0])?, table.number(columns[1])?],
            None => default_place(rectangles.len()),
        };
        rectangles.push(Rectangle { width: sides[0], height: sides[1], place });
    }
    let (classes, class_names) = classes.resolve().map_err(|what| table.error_of_file(what))?;
    let samples = samples
        .into_iter()
        .map(|(rectangles, class)| RectangleSample { rectangles, label: classes[class] })
        .collect();
    let feature_names = (columns.features != FEATURES).then(|| columns.features.clone());
    Ok(Dataset { origin: Origin::File(file.to_owned()), samples, class_names, feature_names })
}

fn place_columns<'a>(table: &Table<'a>) -> Result<Option<[Column<'a>; 2]>, DatasetError> {
    match (table.optional_column("x")?, table.optional_column("y")?) {
        (None, None) => Ok(None),
        // One column without the other is a mistake. The error names the missing column.
        _ => table.columns(["x", "y"]).map(Some),
    }
}

/// Maps each id to the index of its sample.
#[derive(Default)]
struct Groups(HashMap<String, usize>);

impl Groups {
    /// Returns the sample of this id. A new id gets the sample `next`.
    fn sample_of(&mut self, id: &str, next: usize) -> usize {
        if let Some(&sample) = self.0.get(id) {
            return sample;
        }
        self.0.insert(id.to_owned(), next);
        next
    }
}

/// Writes rectangles as a table. [`from_csv`] reads it back to the same samples.
#[must_use]
pub fn to_csv(samples: &[RectangleSample]) -> String {
    let mut text = "sample,x,y,width,height,label\n".to_owned();
    for (sample, RectangleSample { rectangles, label }) in samples.iter().enumerate() {
        for Rectangle { width, height, place: [x, y] } in rectangles {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{},{x:?},{y:?},{width:?},{height:?},{label}", sample + 1);
        }
    }
    text
}
