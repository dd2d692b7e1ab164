//! Tests tables at their limits, just beyond them, and far beyond.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]
#![allow(
    clippy::disallowed_types,
    reason = "a test may read the clock: a reader that hangs must fail"
)]

use std::time::{Duration, Instant};

use learning::dataset::rectangles::{self, Columns};
use learning::dataset::{barcodes, csv::Table};
use learning::learner::backpropagation::Rule;
use learning::limits::{COLUMN_LIMIT, FIELD_LIMIT, NAME_LIMIT};
use learning::separation::best_line;
use learning::{
    Dataset, Grid, LearningRate, Line, Mlp, Perceptron, RectangleSample, Threshold, Trace,
};
use proptest::prelude::*;

fn read(table: &str) -> Result<Dataset<RectangleSample>, String> {
    rectangles::from_csv("mine.csv", table.as_bytes(), &Columns::default())
        .map_err(|error| error.to_string())
}

/// Returns the error for a table of rectangles that is refused.
fn problem(table: &str) -> String {
    read(table).unwrap_err()
}

fn problem_of_codes(table: &str) -> String {
    barcodes::from_csv("mine.csv", table.as_bytes()).unwrap_err().to_string()
}

#[test]
fn sides_beyond_the_limits_are_refused_with_line_and_column() {
    let of_side = |table: &str, place: &str, found: &str| {
        let expected =
            format!("mine.csv, {place}: expected a length from 1e-9 to 1e9, found \"{found}\"");
        assert_eq!(problem(table), expected);
    };
    of_side("width,height,label\n1e60,1,a\n1,1e60,b\n", "line 2, column \"width\"", "1e60");
    of_side(
        "width,height,label\n1e-50,2e-50,a\n2e-50,1e-50,b\n",
        "line 2, column \"width\"",
        "1e-50",
    );
    of_side("width,height,label\n1,1,a\n1,1e308,b\n", "line 3, column \"height\"", "1e308");
    of_side("width,height,label\n1,1,a\n1,5e-324,b\n", "line 3, column \"height\"", "5e-324");
    of_side("width,height,label\n1,1000000000.1,a\n", "line 2, column \"height\"", "1000000000.1");
    of_side("width,height,label\n1,-1e-9,a\n", "line 2, column \"height\"", "-1e-9");
    let digits = "9".repeat(5000);
    let found = format!("{}…", "9".repeat(60));
    let table = format!("width,height,label\n1,1,a\n-{digits},1,b\n");
    let expected = format!(
        "mine.csv, line 3, column \"width\": expected a length from 1e-9 to 1e9, found \"-{}\"",
        &found[1..]
    );
    assert_eq!(problem(&table), expected);
}

#[test]
fn numbers_at_both_ends_of_the_limits_are_read() {
    let data = read("width,height,label,x,y\n1e-9,1e9,a,-1e9,1e9\n1e9,1e-9,b,1e-9,-0.0\n").unwrap();
    let [first, second] = [0, 1].map(|index| data.samples[index].rectangles[0]);
    assert_eq!((first.features(), first.place), ([1e-9, 1e9], [-1e9, 1e9]));
    assert_eq!((second.features(), second.place), ([1e9, 1e-9], [1e-9, 0.0]));
}

#[test]
fn places_beyond_the_limits_are_refused() {
    for (x, column) in [("2e9,0", "x"), ("0,-1e300", "y"), ("1e-10,0", "x")] {
        let found = x.split(',').find(|part| *part != "0").unwrap();
        assert_eq!(
            problem(&format!("width,height,label,x,y\n1,1,a,{x}\n")),
            format!(
                "mine.csv, line 2, column \"{column}\": expected 0 or a number from 1e-9 to 1e9 in \
                 magnitude, found \"{found}\""
            )
        );
    }
}

#[test]
fn a_label_of_a_hundred_characters_is_read_and_a_longer_one_refused() {
    let label = "犬".repeat(NAME_LIMIT);
    let names = Some([label.clone(), format!("{}猫", "犬".repeat(NAME_LIMIT - 1))]);
    let [first, second] = names.clone().unwrap();
    let table = format!("width,height,label\n1,2,{first}\n2,1,{second}\n");
    assert_eq!(read(&table).unwrap().class_names, names);
    let codes = format!("code,label\n1,{first}\n1,{second}\n");
    assert_eq!(barcodes::from_csv("mine.csv", codes.as_bytes()).unwrap().class_names, names);
    let found = "犬".repeat(60);
    let expected = format!(
        "mine.csv, line 2, column \"label\": expected at most 100 characters, found 101: \"{found}…\""
    );
    assert_eq!(problem(&format!("width,height,label\n1,2,{label}犬\n")), expected);
    assert_eq!(problem_of_codes(&format!("code,label\n1,{label}犬\n")), expected);
}

#[test]
fn a_field_of_ten_thousand_bytes_is_read_and_a_longer_one_refused() {
    let table = |remark: String| format!("width,remark,height,label\n1,x,2,a\n2,{remark},1,b\n");
    for field in ["r".repeat(FIELD_LIMIT), "é".repeat(FIELD_LIMIT / 2)] {
        assert_eq!(read(&table(field.clone())).unwrap().samples.len(), 2);
        assert_eq!(read(&table(format!("\"{field}\""))).unwrap().samples.len(), 2);
        let expected = "mine.csv, line 3, column \"remark\": expected fields of at most 10000 \
                        bytes, found a longer one (is a quotation mark missing?)";
        assert_eq!(problem(&table(field.clone() + "r")), expected);
        assert_eq!(problem(&table(field.repeat(10))), expected);
    }
    // The longest field may be at the end of the file, without a line end.
    let whole = |remark: String| format!("width,height,label,remark\n1,2,a,x\n2,1,b,{remark}");
    assert_eq!(read(&whole("r".repeat(FIELD_LIMIT))).unwrap().samples.len(), 2);
    assert!(problem(&whole("r".repeat(FIELD_LIMIT + 1))).contains("line 3, column \"remark\""));
    // A field that is too long may also be at the end of the file, first or last in a row, or in the header.
    let long = "r".repeat(FIELD_LIMIT + 1);
    assert!(problem(&format!("width,height,label\n1,1,{long}")).contains("column \"label\""));
    assert!(problem(&format!("width,height,label\n{long},1,a\n")).contains("column \"width\""));
    assert!(problem(&format!("{long},height,label\n")).starts_with("mine.csv, line 1: expected"));
    assert!(problem_of_codes(&format!("code,label\n{long},a\n")).contains("column \"code\""));
}

#[test]
fn a_thousand_columns_are_read_and_more_refused() {
    let table = |more: usize| {
        let names: String = (0..more).map(|index| format!(",c{index}")).collect();
        let fields = |start: &str| format!("{start}{}\n", ",0".repeat(more));
        format!("width,height,label{names}\n{}{}", fields("1,2,a"), fields("2,1,b"))
    };
    assert_eq!(read(&table(COLUMN_LIMIT - 3)).unwrap().samples.len(), 2);
    let expected = "mine.csv, line 1: expected at most 1000 columns, found more";
    assert_eq!(problem(&table(COLUMN_LIMIT - 2)), expected);
    assert_eq!(problem(&table(COLUMN_LIMIT - 1)), expected);
    assert_eq!(problem_of_codes(&",".repeat(COLUMN_LIMIT)), expected);
    let row = ",".repeat(COLUMN_LIMIT - 1);
    assert_eq!(
        problem(&format!("width,height,label\n{row}\n")),
        "mine.csv, line 2: expected 3 fields, as in the header, found 1000"
    );
    assert_eq!(
        problem(&format!("width,height,label\n{row},\n")),
        "mine.csv, line 2: expected at most 1000 columns, found more"
    );
}

#[test]
fn shown_names_must_be_short_and_have_no_control_characters() {
    let columns = |name: &str| Columns {
        features: ["width".to_owned(), name.to_owned()],
        ..Columns::default()
    };
    let read = |name: &str| {
        let table = format!("width,\"{name}\",label\n1,2,a\n2,1,b\n");
        rectangles::from_csv("mine.csv", table.as_bytes(), &columns(name))
            .map_err(|error| error.to_string())
    };
    let name = "h".repeat(NAME_LIMIT);
    assert_eq!(read(&name).unwrap().feature_names.unwrap()[1], name);
    let start = "h".repeat(60);
    assert_eq!(
        read(&format!("{name}h")).unwrap_err(),
        format!(
            "mine.csv, line 1, column \"{start}…\": expected at most 100 characters, found 101: \
             \"{start}…\""
        )
    );
    assert_eq!(
        read("he\u{202e}ight").unwrap_err(),
        "mine.csv, line 1, column \"he\\u{202e}ight\": expected no control characters, found one as \
         character 3: \"he\\u{202e}ight\""
    );
    let label = "mine.csv, line 2, column \"label\": expected no control characters, found one as \
                 character 4: \"cat\\u{1b}[31m\"";
    assert_eq!(problem("width,height,label\n1,2,cat\u{1b}[31m\n"), label);
    let label = "mine.csv, line 3, column \"label\": expected no control characters, found one as \
                 character 2: \"b\\nc\"";
    assert_eq!(problem_of_codes("code,label\n1,a\n1,\"b\nc\"\n"), label);
    // A missing column and an unused column may have any name.
    let missing = Columns { label: "la\0bel".to_owned(), ..Columns::default() };
    let error = rectangles::from_csv("mine.csv", b"width,height,label\n", &missing).unwrap_err();
    assert_eq!(
        error.problem,
        "missing; expected the header width,height,la\\u{0}bel, found \"width,height,label\""
    );
    let odd = format!("{name}h\u{1b}\u{202e}");
    let table = format!("width,height,label,{odd}\n1,2,a,x\u{1b}\n2,1,b,\n");
    assert_eq!(self::read(&table).unwrap().samples.len(), 2);
}

#[test]
fn a_file_name_with_control_characters_does_not_control_the_terminal() {
    let error = barcodes::from_csv("a\u{1b}[2J\nb.csv", b"").unwrap_err().to_string();
    assert!(
        error.starts_with("a\\u{1b}[2J\\u{a}b.csv, line 1, column \"code\": missing;"),
        "{error}"
    );
}

#[test]
fn headers_with_marks_and_line_breaks_and_old_line_ends_are_read() {
    // This table has a byte order mark, empty lines before the header, and a line break within a name.
    let columns =
        Columns { features: ["width (cm)", "height"].map(str::to_owned), label: "kind".to_owned() };
    let table = "\u{feff}\r\n\r\n\"width \r\n (cm)\" ,\"height\",  kind \r\n1,2,a\r\n2,1,b";
    let data = rectangles::from_csv("mine.csv", table.as_bytes(), &columns).unwrap();
    assert_eq!(data.samples[1].rectangles[0].features(), [2.0, 1.0]);
    let data = read("width,height,label\r1,2,a\r2,1,b\r").unwrap();
    assert_eq!(data.samples.len(), 2);
    for (table, line) in [
        ("\n\nwidth,label\n", 3),
        ("\r\rwidth,label\r", 3),
        ("\r\n\r\nwidth,label\r\n", 3),
        ("width,label", 1),
    ] {
        let expected = format!("mine.csv, line {line}, column \"height\": missing;");
        assert!(problem(table).starts_with(&expected), "{}", problem(table));
    }
    for end in ["\n", "\r\n", "\r"] {
        let table = format!("note,width,height,label{end}\"1{end}2\",1,1,a{end}{end},1,0,b{end}");
        let expected = "mine.csv, line 5, column \"height\": expected a length from";
        assert!(problem(&table).starts_with(expected), "{}", problem(&table));
        let mut bytes = format!("width,height,label{end}1,1,a{end}").into_bytes();
        bytes.push(0xff);
        let error = rectangles::from_csv("mine.csv", &bytes, &Columns::default()).unwrap_err();
        assert_eq!(error.line, Some(3));
    }
}

#[test]
fn a_header_of_many_long_names_is_shortened_in_the_error() {
    let header = vec!["n".repeat(9000); 900].join(",");
    let error = problem_of_codes(&header);
    let name = format!("{}…", "n".repeat(60));
    let found = [&name[..]; 12].join(",");
    let expected = format!("expected the header code,label, found \"{found}…\"");
    assert_eq!(error, format!("mine.csv, line 1, column \"code\": missing; {expected}"));
    let wanted = Columns { features: ["f".repeat(5000), "g".repeat(5000)], ..Columns::default() };
    let error =
        rectangles::from_csv("mine.csv", b"a,b,c,d,e,f,g,h,i,j,k,l\n", &wanted).unwrap_err();
    let [f, g] = ["f", "g"].map(|letter| format!("{}…", letter.repeat(60)));
    let expected = format!("the header {f},{g},label, found \"a,b,c,d,e,f,g,h,i,j,k,l\"");
    assert_eq!(error.problem, format!("missing; expected {expected}"));
}

#[test]
fn a_large_bad_file_is_refused_at_once() {
    const LENGTH: usize = 100_000_000;
    let start = Instant::now();
    let field = "x".repeat(LENGTH);
    assert!(problem(&field).starts_with("mine.csv, line 1: expected fields of at most 10000"));
    assert!(problem(&format!("width,height,label\n1,1,{field}\n")).contains("column \"label\""));
    let unclosed = format!("width,height,label\n1,\"1,{}", "a,b\n".repeat(LENGTH / 4));
    assert!(problem(&unclosed).starts_with("mine.csv, line 2, column \"height\": expected fields"));
    let commas = ",".repeat(10_000_000);
    assert!(problem(&commas).starts_with("mine.csv, line 1: expected at most 1000 columns"));
    let row = format!("width,height,label\n{commas}\n");
    assert!(problem(&row).starts_with("mine.csv, line 2: expected at most 1000 columns"));
    let empty = format!("width,height,label\n{}", "\n".repeat(LENGTH));
    assert!(problem(&empty).ends_with("found no rows"));
    assert!(start.elapsed() < Duration::from_secs(60), "took {:?}", start.elapsed());
}

#[test]
fn learning_rates_beyond_the_limits_are_refused() {
    for rate in [1e-9, 0.3, 1e9] {
        assert_eq!(LearningRate::new(rate).unwrap().value(), rate);
    }
    for rate in [0.0, -0.3, 0.9e-9, 1.1e9, f64::INFINITY, f64::NAN] {
        let error = LearningRate::new(rate).unwrap_err().to_string();
        assert_eq!(
            error,
            format!("expected a learning rate from 1e-9 to 1e9, such as 0.3, found {rate}")
        );
    }
}

/// Makes a number within the limits, at any scale, and often at one end of the limits.
fn magnitude() -> impl Strategy<Value = f64> {
    prop_oneof![Just(1e-9), Just(1e9), Just(1.0), (-9.0..9.0).prop_map(|e| libm::pow(10.0, e))]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn everything_computed_from_a_table_stays_finite(
        rows in prop::collection::vec((0u8..4, magnitude(), magnitude(), any::<bool>()), 2..24),
        rate in magnitude(),
        weights in [magnitude(), magnitude()],
        use_datapoints in any::<bool>(),
    ) {
        let mut table = "sample,width,height,label\n".to_owned();
        for (sample, width, height, label) in &rows {
            table += &format!("{sample}{label},{width:e},{height:e},{label}\n");
        }
        let Ok(data) = read(&table) else {
            prop_assert!(rows.iter().all(|row| row.3 == rows[0].3));
            return Ok(());
        };
        let learning_rate = LearningRate::new(rate).unwrap();
        let bounds = [[0.0, 1e9]; 2];
        let finite = |line: &Line| {
            line.weights.iter().all(|weight| weight.is_finite())
                && line.bias.is_finite()
                && line.half_plane(bounds).iter().flatten().all(|number| number.is_finite())
                && line.segment(bounds).iter().flatten().flatten().all(|number| number.is_finite())
                && line.slope().is_none_or(f64::is_finite)
        };
        let initial_weights = [-weights[0], weights[1]];
        let perceptron = Perceptron { learning_rate, use_datapoints, initial_weights };
        let trace = Trace::record(&perceptron, &data.samples);
        for index in 0..=trace.len() {
            prop_assert!(finite(&trace.before(index).line()), "{:?}", trace.before(index));
        }
        for rule in [Rule::Notebook, Rule::Gradient] {
            let trace = Trace::record(&Mlp { learning_rate, rule, ..Mlp::default() }, &data.samples);
            for (index, verdict) in trace.outcomes().iter().enumerate() {
                let network = trace.after(index);
                prop_assert!(network.parameters().iter().all(|number| number.is_finite()));
                prop_assert!(verdict.loss().is_finite());
                prop_assert!(verdict.pass.gradients().iter().all(|number| number.is_finite()));
                let grid = Grid { points: 3, side: 1e9 };
                prop_assert!(grid.confidence(network).iter().all(|n| (0.0..=1.0).contains(n)));
            }
        }
        let points: Vec<_> = data
            .samples
            .iter()
            .flat_map(|sample| sample.rectangles.iter().map(|r| (r.features(), sample.label)))
            .collect();
        let (line, most) = best_line(&points).unwrap();
        prop_assert!(finite(&line) && most <= points.len());
    }

    #[test]
    fn a_message_is_never_longer_than_a_page(
        bytes in prop::collection::vec(any::<u8>(), 0..300), repeats in 1usize..3000,
    ) {
        let bytes = bytes.repeat(repeats);
        let started = b"width,height,label\n1,1,a\n1,".to_vec();
        for table in [bytes.clone(), [started, bytes].concat()] {
            for error in [
                rectangles::from_csv("mine.csv", &table, &Columns::default()).err(),
                barcodes::from_csv("mine.csv", &table).err(),
                Table::open("mine.csv", &table).err(),
            ].into_iter().flatten() {
                let text = error.to_string();
                prop_assert!(text.len() < 12_000, "{} bytes", text.len());
                prop_assert!(!text.contains(learning::text::is_control), "{}", text);
            }
        }
    }

    #[test]
    fn a_threshold_stays_finite(
        codes in prop::collection::vec(("[01]{1,128}", any::<bool>()), 2..50), rate in magnitude(),
    ) {
        let mut table = "code,label\n".to_owned();
        for (code, label) in &codes {
            table += &format!("{code},{label}\n");
        }
        if let Ok(data) = barcodes::from_csv("mine.csv", table.as_bytes()) {
            let threshold =
                Threshold { learning_rate: LearningRate::new(rate).unwrap(), initial_boundary: -1e9 };
            let trace = Trace::record(&threshold, &data.samples);
            prop_assert!((0..=trace.len()).all(|k| trace.before(k).boundary.is_finite()));
        }
    }
}
