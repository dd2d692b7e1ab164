//! Tests how barcodes are generated, written and read, from good and bad tables.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use learning::dataset::barcodes::{self, DRAWS, DROPPED, TRUE_BOUNDARY};
use learning::{Origin, Threshold, Trace};
use proptest::prelude::*;

/// Returns the error for a table that is refused.
fn problem(text: &str) -> String {
    barcodes::from_csv("mine.csv", text.as_bytes()).unwrap_err().to_string()
}

#[test]
fn the_same_seed_gives_the_same_data_in_every_release() {
    let data = barcodes::generate(1, DRAWS);
    assert_eq!(data.origin, Origin::Generated(1));
    // The data of a seed must never change, because teachers have noted seeds.
    let hash = barcodes::to_csv(&data.samples)
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
    assert_eq!((data.samples.len(), hash), (FIXED_LENGTH, FIXED_HASH), "FNV-1a of seed 1");
    assert_ne!(data, barcodes::generate(2, DRAWS));
}

const FIXED_LENGTH: usize = 252;
const FIXED_HASH: u64 = 16_498_585_843_818_806_929;

#[test]
fn no_draws_give_no_samples() {
    assert!(barcodes::generate(3, 0).samples.is_empty());
}

#[test]
fn labels_are_any_two_names_in_alphabetical_order() {
    let data = barcodes::from_csv("mine.csv", b"label,code\nzebra,101\nant,1\n").unwrap();
    assert_eq!(data.class_names, Some(["ant".to_owned(), "zebra".to_owned()]));
    assert_eq!(
        data.samples.iter().map(|s| (s.bars, s.label)).collect::<Vec<_>>(),
        [(2, true), (1, false)]
    );
    for plain in ["0,1", "1,0", "true,false", "FALSE,true"] {
        let (a, b) = plain.split_once(',').unwrap();
        let data =
            barcodes::from_csv("", format!("code,label\n1,{a}\n1,{b}\n").as_bytes()).unwrap();
        assert_eq!(data.class_names, None, "{plain}");
        let expected = [a, b].map(|label| label == "1" || label == "true");
        assert_eq!([data.samples[0].label, data.samples[1].label], expected);
    }
}

#[test]
fn only_true_and_false_may_have_any_case() {
    for (yes, no) in [("TRUE", "FALSE"), ("True", "False"), ("true", "false"), ("tRuE", "FALSE")] {
        let table = format!("code,label\n1,{yes}\n1,{no}\n1,true\n1,false\n1,{yes}\n");
        let data = barcodes::from_csv("mine.csv", table.as_bytes()).unwrap();
        assert_eq!(data.class_names, None, "{yes}");
        let labels: Vec<_> = data.samples.iter().map(|sample| sample.label).collect();
        assert_eq!(labels, [true, false, true, false, true], "{yes}");
    }
    for names in [["Ant", "ant"], ["ANT", "Zebra"], ["TRUE!", "true?"]] {
        let table = format!("code,label\n1,{}\n1,{}\n", names[0], names[1]);
        let data = barcodes::from_csv("mine.csv", table.as_bytes()).unwrap();
        assert_eq!(data.class_names, Some(names.map(str::to_owned)));
    }
}

#[test]
fn tables_from_spreadsheets_are_read() {
    let text = "\u{feff}code , label, remark\r\n 0110 , yes,\"a, b\"\r\n1,no,\r\n";
    let data = barcodes::from_csv("mine.csv", text.as_bytes()).unwrap();
    assert_eq!(data.samples.len(), 2);
    assert_eq!(data.samples[0].code.to_string(), "0110");
}

#[test]
fn errors_name_the_file_the_line_and_the_column() {
    assert_eq!(
        problem("kode,label\n1,true\n"),
        "mine.csv, line 1, column \"code\": missing; expected the header code,label, found \"kode,label\""
    );
    assert_eq!(
        problem(""),
        "mine.csv, line 1, column \"code\": missing; expected the header code,label, found \"\""
    );
    assert_eq!(
        problem("code,code,label\n"),
        "mine.csv, line 1, column \"code\": expected once in the header, found twice"
    );
    assert_eq!(
        problem("code,label\n1,true\n012,false\n"),
        "mine.csv, line 3, column \"code\": expected only the characters 0 and 1, found '2' as character 3"
    );
    assert_eq!(
        problem("code,label\n,true\n"),
        "mine.csv, line 2, column \"code\": expected a code of 1 to 128 characters, found nothing"
    );
    assert_eq!(
        problem("code,label\n1,\n"),
        "mine.csv, line 2, column \"label\": expected a label, found nothing"
    );
    assert_eq!(
        problem("code,label\n1,a\n1,b\n1,c\n"),
        "mine.csv, line 4, column \"label\": expected one of two labels, \"a\" and \"b\" so far, found \"c\""
    );
    assert_eq!(
        problem("code,label\n1,a\n"),
        "mine.csv: expected samples of two classes, found only \"a\""
    );
    assert_eq!(
        problem("code,label\n"),
        "mine.csv: expected at least one sample of each class, found no rows"
    );
    assert_eq!(
        problem("code,label\n1,a\n\n1\n"),
        "mine.csv, line 4: expected 2 fields, as in the header, found 1"
    );
    let bytes = b"code,label\n1,a\n\xff,b\n";
    let error = barcodes::from_csv("mine.csv", bytes).unwrap_err().to_string();
    assert_eq!(error, "mine.csv, line 3: expected text in UTF-8, found other bytes");
}

#[test]
fn more_rows_than_the_limit_are_refused() {
    let limit = learning::limits::ROW_LIMIT;
    let text = format!("code,label\n{}", "1,a\n".repeat(limit + 1));
    let expected = format!("mine.csv, line {}: expected at most {limit} rows", limit + 2);
    assert_eq!(problem(&text), expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn generated_data_keep_the_rules_and_survive_a_file(seed in any::<u64>()) {
        let data = barcodes::generate(seed, DRAWS);
        let of_true = data.samples.iter().filter(|sample| sample.label).count();
        prop_assert_eq!(of_true * 2, data.samples.len());
        // Of 1,000 draws about 254 samples remain. Fewer than 100 remain for one seed in a billion.
        prop_assert!(data.samples.len() > 100);
        for sample in &data.samples {
            prop_assert!(!DROPPED.contains(&sample.bars));
            prop_assert_eq!(sample.label, sample.bars > TRUE_BOUNDARY);
            prop_assert_eq!(sample.code.length(), barcodes::CODE_LENGTH);
        }
        let read = barcodes::from_csv("mine.csv", barcodes::to_csv(&data.samples).as_bytes()).unwrap();
        prop_assert_eq!(read.samples, data.samples);
    }

    #[test]
    fn any_bytes_give_a_data_set_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = barcodes::from_csv("mine.csv", &bytes);
        let mut table = b"code,label\n".to_vec();
        table.extend(bytes);
        if let Ok(data) = barcodes::from_csv("mine.csv", &table) {
            let _ = Trace::record(&Threshold::default(), &data.samples);
        }
    }

    #[test]
    fn the_state_after_a_sample_is_the_state_before_the_next(seed in any::<u64>(), at in 0usize..300) {
        let data = barcodes::generate(seed, DRAWS);
        let trace = Trace::record(&Threshold::default(), &data.samples);
        prop_assert_eq!(trace.after(at), trace.before(at + 1));
        let anew = Trace::record(&Threshold::default(), &data.samples[..at.min(data.samples.len())]);
        prop_assert_eq!(anew.before(usize::MAX), trace.before(at));
    }
}
