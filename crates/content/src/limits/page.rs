//! Tests that `docs/limits.md` lists every limit with its value, and nothing else.

use std::collections::BTreeMap;

const PAGE: &str = include_str!("../../../../docs/limits.md");
const HERE: &str = include_str!("../limits.rs");
const TABLES: &str = include_str!("../../../learning/src/limits.rs");

/// The value of a constant: a number, or a minimum and a maximum.
type Value = Vec<f64>;

/// Computes the constants of a source file: numbers, products, shifts, ranges, pairs and other constants.
fn constants(source: &str, known: &mut BTreeMap<String, Value>) {
    for constant in source.split("\npub const ").skip(1) {
        let (name, rest) = constant.split_once(':').expect("a type");
        let (_, rest) = rest.split_once(" = ").expect("a value");
        let (text, _) = rest.split_once(';').expect("an end");
        let text = text.trim_matches(['[', ']']);
        let parts = text.split("..=").flat_map(|part| part.split(", "));
        let value = parts.flat_map(|part| evaluated(part.trim(), known)).collect();
        assert_eq!(known.insert(name.to_owned(), value), None, "{name} is there twice");
    }
}

fn evaluated(text: &str, known: &BTreeMap<String, Value>) -> Value {
    if let Some((number, shift)) = text.split_once(" << ") {
        return vec![evaluated(number, known)[0] * evaluated(shift, known)[0].exp2()];
    }
    if let Some((one, other)) = text.split_once(" * ") {
        return vec![evaluated(one, known)[0] * evaluated(other, known)[0]];
    }
    let name = text.rsplit("::").next().unwrap_or_default();
    let number = || vec![text.replace('_', "").parse().expect(text)];
    known.get(name).cloned().unwrap_or_else(number)
}

/// The rows of the page: each constant with the value that the page gives.
fn rows() -> Vec<(String, Value)> {
    let cells = |line: &'static str| -> Option<(String, Value)> {
        let cells: Vec<&str> = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").collect();
        let [what, limit, beyond, constant] = cells[..] else { panic!("not four cells: {line}") };
        let name = constant.strip_prefix('`')?.strip_suffix('`')?;
        assert!(!what.is_empty() && !beyond.is_empty(), "{line}");
        Some((name.to_owned(), numbers(limit)))
    };
    PAGE.lines().filter_map(cells).collect()
}

/// The number at the beginning of a text, or two of them: `1,000 bytes`, `10 to 1,800 s`.
fn numbers(text: &str) -> Value {
    let number = |text: &str| text.replace(',', "").parse::<f64>().ok();
    let mut words = text.split(' ');
    let first = words.next().and_then(number).expect(text);
    match (words.next(), words.next().and_then(number)) {
        (Some("to"), Some(second)) => vec![first, second],
        _ => vec![first],
    }
}

#[test]
fn the_page_lists_every_limit_with_its_value_and_nothing_else() {
    let mut known = BTreeMap::new();
    constants(TABLES, &mut known);
    let of_tables = known.len();
    constants(HERE, &mut known);
    assert!(of_tables >= 9 && known.len() > of_tables + 60, "{known:?}");
    let rows = rows();
    for (name, value) in &rows {
        assert_eq!(known.get(name), Some(value), "{name}, left as it is, right on the page");
    }
    let listed: BTreeMap<_, _> = rows.iter().cloned().collect();
    assert_eq!(listed.len(), rows.len(), "one is listed twice");
    let missing: Vec<_> = known.keys().filter(|name| !listed.contains_key(*name)).collect();
    assert!(missing.is_empty(), "the page lacks {missing:?}");
}

#[test]
fn computed_constants_equal_those_of_the_compiler() {
    let mut known = BTreeMap::new();
    constants(TABLES, &mut known);
    constants(HERE, &mut known);
    let of = |name: &str| &known[name][..];
    assert_eq!(of("TABLE_BYTES"), [super::TABLE_BYTES as f64]);
    assert_eq!(of("VISIT_SECONDS"), [super::VISIT_SECONDS as f64]);
    assert_eq!(of("LINE_EM"), super::LINE_EM.map(f64::from));
    assert_eq!(of("LEAST_MAGNITUDE"), [learning::limits::LEAST_MAGNITUDE]);
    let bytes = super::VISITS_MAX_BYTES;
    assert_eq!(of("VISITS_MAX_BYTES"), [bytes.start(), bytes.end()].map(|&bytes| bytes as f64));
}
