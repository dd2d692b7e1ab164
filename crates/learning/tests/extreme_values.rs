//! Tests numbers of any size and labels of any length, in any row. A table is read, or the error names the
//! place and the allowed range.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use learning::dataset::barcodes;
use learning::dataset::rectangles::{self, Columns};
use learning::limits::{FIELD_LIMIT, NAME_LIMIT, allows};
use learning::text::quoted;
use learning::{Dataset, DatasetError, RectangleSample};
use proptest::prelude::*;

fn read(table: &str) -> Result<Dataset<RectangleSample>, DatasetError> {
    rectangles::from_csv("mine.csv", table.as_bytes(), &Columns::default())
}

/// Returns the line, the column and the problem of an error.
fn refusal(error: DatasetError) -> (u64, String, String) {
    (error.line.unwrap(), error.column.unwrap(), error.problem)
}

/// Makes any number, or a number near the limits, with its text. The text may have an exponent.
fn number() -> impl Strategy<Value = (f64, String)> {
    let near = (-12.0..12.0, any::<bool>()).prop_map(|(exponent, is_negative)| {
        let number = libm::pow(10.0, exponent);
        if is_negative { -number } else { number }
    });
    let ends = [1e-9_f64, 1e9]
        .map(|end| prop_oneof![Just(end), Just(end.next_up()), Just(end.next_down())]);
    let [least, greatest] = ends;
    let named = prop::sample::select(vec![1e60, 1e-50, 1e308, 5e-324, f64::MAX, 0.0, -0.0]);
    (prop_oneof![prop::num::f64::ANY, near, least, greatest, named], any::<bool>()).prop_map(
        |(number, plain)| (number, if plain { format!("{number}") } else { format!("{number:e}") }),
    )
}

/// Returns a table of plain rows, except for the row `row`, counted from 0, which has `fields`.
fn table_with(header: &str, plain: [&str; 2], row: usize, fields: &str) -> String {
    let mut table = format!("{header}\n");
    for index in 0..ROWS {
        table += if index == row { fields } else { plain[index % 2] };
        table.push('\n');
    }
    table
}

const ROWS: usize = 12;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_side_of_any_size_is_read_or_refused_with_line_column_and_range(
        (side, text) in number(), row in 0..ROWS, axis in 0usize..2,
    ) {
        let class = ["a", "b"][row % 2];
        let fields = [format!("{text},2,{class}"), format!("2,{text},{class}")];
        let table = table_with("width,height,label", ["1,1,a", "1,1,b"], row, &fields[axis]);
        match read(&table) {
            Ok(data) => {
                prop_assert!(side > 0.0 && allows(side), "{} was read", text);
                prop_assert_eq!(data.samples[row].rectangles[0].features()[axis], side);
            }
            Err(error) => {
                prop_assert!(side.is_nan() || side <= 0.0 || !allows(side), "{} was refused", text);
                let column = ["width", "height"][axis].to_owned();
                let expected =
                    if side.is_nan() { "a number such as 0.75" } else { "a length from 1e-9 to 1e9" };
                let problem = format!("expected {expected}, found {}", quoted(&text));
                prop_assert_eq!(refusal(error), (row as u64 + 2, column, problem));
            }
        }
    }

    #[test]
    fn a_place_of_any_size_is_read_or_refused_with_line_column_and_range(
        (at, text) in number(), row in 0..ROWS, axis in 0usize..2,
    ) {
        let class = ["a", "b"][row % 2];
        let fields = [format!("1,1,{class},{text},2"), format!("1,1,{class},2,{text}")];
        let header = "width,height,label,x,y";
        let table = table_with(header, ["1,1,a,0,0", "1,1,b,0,0"], row, &fields[axis]);
        match read(&table) {
            Ok(data) => {
                prop_assert!(allows(at), "{} was read", text);
                prop_assert_eq!(data.samples[row].rectangles[0].place[axis], at);
            }
            Err(error) => {
                prop_assert!(!allows(at), "{} was refused", text);
                let column = ["x", "y"][axis].to_owned();
                let expected = if at.is_nan() {
                    "a number such as 0.75"
                } else {
                    "0 or a number from 1e-9 to 1e9 in magnitude"
                };
                let problem = format!("expected {expected}, found {}", quoted(&text));
                prop_assert_eq!(refusal(error), (row as u64 + 2, column, problem));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_label_of_any_length_is_read_or_refused_with_line_column_and_limit(
        length in prop_oneof![
            1..150usize, Just(NAME_LIMIT), Just(NAME_LIMIT + 1), 3000..11_000usize, Just(5_000_000)
        ],
        letter in prop::sample::select(vec!['x', 'é', '犬']),
        row in 1..ROWS,
    ) {
        let label = letter.to_string().repeat(length);
        let rectangles = table_with("width,height,label", ["1,1,a"; 2], row, &format!("1,1,{label}"));
        let codes = table_with("code,label", ["1,a"; 2], row, &format!("1,{label}"));
        let read = read(&rectangles).map(|data| data.class_names);
        let read_codes = barcodes::from_csv("mine.csv", codes.as_bytes()).map(|data| data.class_names);
        prop_assert_eq!(&read, &read_codes);
        match read {
            Ok(names) => {
                prop_assert!(length <= NAME_LIMIT);
                prop_assert_eq!(names, Some(["a".to_owned(), label]));
            }
            Err(error) => {
                prop_assert!(length > NAME_LIMIT);
                let problem = if label.len() > FIELD_LIMIT {
                    format!(
                        "expected fields of at most {FIELD_LIMIT} bytes, found a longer one (is a \
                         quotation mark missing?)"
                    )
                } else {
                    format!(
                        "expected at most {NAME_LIMIT} characters, found {length}: {}",
                        quoted(&label)
                    )
                };
                prop_assert_eq!(refusal(error), (row as u64 + 2, "label".to_owned(), problem));
            }
        }
    }
}

#[test]
fn a_label_of_five_megabytes_is_refused_in_the_first_row_too() {
    let label = "x".repeat(5_000_000);
    let error = read(&format!("width,height,label\n1,1,{label}\n")).unwrap_err().to_string();
    assert_eq!(
        error,
        "mine.csv, line 2, column \"label\": expected fields of at most 10000 bytes, found a longer \
         one (is a quotation mark missing?)"
    );
}
