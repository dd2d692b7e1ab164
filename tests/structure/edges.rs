//! The dependencies between the crates, and on the engine, are those of the table in `ARCHITECTURE.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::root;

/// A set of names for each crate.
type Table = BTreeMap<String, BTreeSet<String>>;

/// The prefixes of the names of the parts of the engine and of the user interface.
const ENGINE: [&str; 2] = ["bevy", "egui"];

/// Reads the table. Returns for each crate the crates of the workspace that it may depend on, and the parts
/// of the engine.
fn allowed() -> (Table, Table) {
    let page = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let mut rows = page.lines().skip_while(|line| !line.starts_with("| crate "));
    assert!(rows.next().is_some(), "ARCHITECTURE.md has no table of crates");
    let names = |cell: &str| -> BTreeSet<String> {
        let quoted = cell.split('`').skip(1).step_by(2);
        quoted.map(str::to_owned).collect()
    };
    let (mut ours, mut engine) = (Table::new(), Table::new());
    for row in rows.skip(1).take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [_, name, _, may_depend_on, parts, _] = cells[..] else {
            panic!("not four cells: {row}")
        };
        let name = names(name).pop_first().unwrap();
        ours.insert(name.clone(), names(may_depend_on));
        engine.insert(name, names(parts));
    }
    (ours, engine)
}

/// Returns the packages of the workspace with all their dependencies, including those of tests and builds.
fn found() -> Table {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value["name"].as_str().unwrap().to_owned();
    let packages = metadata["packages"].as_array().unwrap().iter();
    let dependencies =
        |package: &Value| package["dependencies"].as_array().unwrap().iter().map(text).collect();
    packages.map(|package| (text(package), dependencies(package))).collect()
}

#[test]
fn crates_depend_on_each_other_as_the_table_says() {
    let ((ours, _), found) = (allowed(), found());
    assert_eq!(ours.keys().collect::<Vec<_>>(), found.keys().collect::<Vec<_>>());
    for (name, dependencies) in &found {
        let wrong: Vec<_> = dependencies
            .iter()
            .filter(|other| found.contains_key(*other) && !ours[name].contains(*other))
            .collect();
        assert!(
            wrong.is_empty(),
            "{name} depends on {wrong:?}; ARCHITECTURE.md allows {:?}",
            ours[name]
        );
        let unused: Vec<_> = ours[name].difference(dependencies).collect();
        assert!(unused.is_empty(), "{name} does not use {unused:?}, which ARCHITECTURE.md lists");
    }
}

#[test]
fn crates_use_no_more_of_the_engine_than_the_table_says() {
    let ((_, engine), found) = (allowed(), found());
    for (name, dependencies) in &found {
        let used: BTreeSet<_> = dependencies
            .iter()
            .filter(|other| ENGINE.iter().any(|engine| other.starts_with(engine)))
            // Skip the harness for tests.
            .filter(|other| *other != "egui_kittest")
            .cloned()
            .collect();
        assert_eq!(used, engine[name], "{name}");
    }
}
