//! Tests of the settings of data.

use std::path::Path;

use crate::config::{Config, Data};

fn read(text: &str) -> Result<Data, String> {
    let config = Config::from_toml("exhibit.toml", &format!("[data]\n{text}\n"));
    config.map(|config| config.data).map_err(|errors| errors.to_string())
}

#[test]
fn datasets_and_columns_are_read_in_their_order() {
    let data = read(
        "datasets = ['b.csv', 'generated:7', '~/a.csv', 'notebook']\ncolumns = ['a', 'b', 'species']",
    )
    .expect("good");
    assert_eq!(data.datasets, ["b.csv", "generated:7", "~/a.csv", "notebook"]);
    let columns = data.columns.expect("given");
    assert_eq!(
        (columns.features.map(String::from), columns.label.as_str()),
        (["a", "b"].map(String::from), "species")
    );
    assert_eq!(read(""), Ok(Data::default()));
}

#[test]
fn paths_of_data_begin_in_the_folder_of_the_file_or_at_home() {
    let text =
        "data.datasets = ['a.csv', '/b.csv', '~/c.csv', 'notebook', 'generated:7', './notebook']";
    let mut config = Config::from_toml("exhibit.toml", text).expect("good");
    config.resolve_paths(Path::new("/etc/hall"), Some(Path::new("/home/exhibit")));
    let expected = [
        "/etc/hall/a.csv",
        "/b.csv",
        "/home/exhibit/c.csv",
        "notebook",
        "generated:7",
        "/etc/hall/./notebook",
    ];
    assert_eq!(config.data.datasets, expected);
}

#[test]
fn invalid_data_is_reported_with_its_line_and_field() {
    let expected_name = "expected \"notebook\", \"generated:SEED\" with a whole number as seed, or the path of a CSV file, found";
    for (text, expected) in [
        (
            "datasets = 'a.csv'",
            "2, column 12: data.datasets: expected a list of at least one, each \"notebook\"",
        ),
        ("datasets = []", "2, column 12: data.datasets: expected a list of at least one"),
        (
            "datasets = ['a.csv', 'generated:x']",
            &format!("2, column 22: data.datasets[2]: {expected_name} \"generated:x\""),
        ),
        (
            "datasets = ['generated:-1']",
            &format!("2, column 13: data.datasets[1]: {expected_name}"),
        ),
        (
            "datasets = ['generated:18446744073709551616']",
            &format!("2, column 13: data.datasets[1]: {expected_name}"),
        ),
        ("datasets = ['']", &format!("2, column 13: data.datasets[1]: {expected_name}")),
        ("datasets = [7]", &format!("2, column 13: data.datasets[1]: {expected_name} 7")),
        ("datasets = ['a.csv', 'a.csv']", "2, column 22: data.datasets[2]: expected each once"),
        (
            "datasets = ['a.csv']\ncolumns = ['a', 'b']",
            "3, column 11: data.columns: expected three different columns, for width, height and label, found 2",
        ),
        (
            "columns = ['a', 'b', 'c']",
            "2, column 11: data.columns: expected the field datasets as well",
        ),
        (
            "dataset = ['a.csv']",
            "2, column 1: data.dataset: there is no such field; is datasets meant?",
        ),
    ] {
        let told = read(text).expect_err(text);
        assert!(told.starts_with(&format!("exhibit.toml, line {expected}")), "{text}: {told}");
    }
}
