//! Options and the settings file together.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use std::fs;
use std::path::Path;

use clap::Parser;
use learning::Origin;

use super::{ExhibitArguments, LessonArguments};
use crate::Setup;

#[derive(Parser)]
struct Command {
    #[command(flatten)]
    arguments: ExhibitArguments,
    #[command(flatten)]
    lesson: LessonArguments,
}

fn command(config: &Path, options: &[&str]) -> Command {
    let config = ["run", "--config", config.to_str().unwrap()];
    Command::try_parse_from(config.iter().chain(options)).unwrap()
}

fn setup(config: &Path, options: &[&str]) -> Result<Setup, String> {
    let setup = command(config, options).arguments.setup(None, 0, None);
    setup.map_err(|error| format!("{error:#}"))
}

fn origins(setup: Setup) -> [Origin; 2] {
    [setup.material.barcodes.origin, setup.material.rectangles.origin]
}

#[test]
fn data_of_the_settings_work_like_those_of_options_and_options_win() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("codes.csv"), "code,label\n1,a\n101,b\n").unwrap();
    fs::write(path("sides.csv"), "long,wide,kind\n1,2,a\n2,1,b\n").unwrap();
    let file = folder.path().join("exhibit.toml");
    fs::write(&file, "[data]\ndatasets = ['codes.csv', 'generated:7']\n").unwrap();
    let of_codes = Origin::File(path("codes.csv"));
    let set = setup(&file, &[]).unwrap();
    assert_eq!(origins(set), [of_codes.clone(), Origin::Generated(7)]);
    // The data of the options replace all data of the settings.
    let set = setup(&file, &["--dataset", "notebook"]).unwrap();
    assert_eq!(origins(set), [Origin::Notebook, Origin::Notebook]);

    let text = "[data]\ndatasets = ['sides.csv']\ncolumns = ['long', 'wide', 'kind']\n";
    fs::write(&file, text).unwrap();
    let set = setup(&file, &[]).unwrap();
    assert_eq!(set.material.rectangles.samples[0].rectangles[0].features(), [1.0, 2.0]);
    assert_eq!(origins(set), [Origin::Notebook, Origin::File(path("sides.csv"))]);
    let set = setup(&file, &["--columns", "wide,long,kind"]).unwrap();
    assert_eq!(set.material.rectangles.samples[0].rectangles[0].features(), [2.0, 1.0]);
    // These columns belong to another table.
    let set = setup(&file, &["--dataset", &path("codes.csv")]).unwrap();
    assert_eq!(origins(set), [of_codes, Origin::Notebook]);
}

#[test]
fn faults_of_data_are_reported_with_the_line_of_the_settings() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("bad.csv", "code,label\n1,a\n2,b\n");
    write("codes.csv", "code,label\n1,a\n101,b\n");
    write("more.csv", "code,label\n1,a\n101,b\n");
    let file = folder.path().join("exhibit.toml");
    let told = |text: &str, options: &[&str]| {
        write("exhibit.toml", text);
        setup(&file, options).err().unwrap()
    };
    let begin = "line 2, column 12: data.datasets: expected data that can be learned from, found: ";
    for (text, expected) in [
        ("[data]\ndatasets = ['missing.csv']\n", "missing.csv"),
        ("[data]\ndatasets = ['bad.csv']\n", "bad.csv, line 3, column \"code\""),
        (
            "[data]\ndatasets = ['codes.csv', 'more.csv']\n",
            "expected one data set for the chapters about barcodes, found ",
        ),
        (
            "[data]\ndatasets = ['notebook']\ncolumns = ['a', 'b', 'c']\n",
            "notebook, which has no columns to choose",
        ),
        ("[data]\ndatasets = ['.']\n", "it is a folder, expected a CSV file"),
    ] {
        let all = told(text, &[]);
        let rest = all.split_once(begin).expect(&all).1;
        assert!(rest.contains(expected), "{all}");
        assert_eq!(all.lines().count(), 1, "{all}");
    }
    // All other errors are reported too. An error in an option is not an error in the file.
    let all = told("[data]\ndatasets = ['missing.csv']\n[presentation]\ntheme = 'dusk'\n", &[]);
    assert_eq!(all.lines().count(), 2, "{all}");
    let all = told("[data]\ndatasets = ['codes.csv']\n", &["--dataset", "missing.csv"]);
    assert!(!all.contains("data.datasets"), "{all}");
}

#[test]
fn data_changed_while_the_exhibit_runs_are_checked_for_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("exhibit.toml");
    fs::write(&file, "").unwrap();
    let command = command(&file, &[]);
    let started = command.arguments.setup(None, 0, Some(&command.lesson)).unwrap();
    let again = || {
        let Setup { files, material, config, .. } = &started;
        command.arguments.reread(&command.lesson, files, material, &config.data)
    };
    fs::write(&file, "[data]\ndatasets = ['missing.csv']\n").unwrap();
    let told = format!("{:#}", again().unwrap_err());
    assert!(told.contains("line 2, column 12: data.datasets: "), "{told}");
    fs::write(&file, "[data]\ndatasets = ['generated:7']\n").unwrap();
    assert_eq!(again().unwrap().data.datasets, ["generated:7"]);
}
