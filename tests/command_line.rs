//! The command line as a user has it: the built program, its output, its messages, its exit codes.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use learning::dataset::barcodes;
use learning::{Threshold, Trace};
use serde_json::{Value, json};
use tempfile::TempDir;

fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_learning-machine"));
    // Without it, a graphics driver complains on standard error, where only we should be heard.
    program.env("XDG_RUNTIME_DIR", env!("CARGO_TARGET_TMPDIR"));
    program
}

fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("ended by itself")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Standard output of a command that must succeed, and say nothing else.
fn success(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!((code(&output), err(&output).as_str()), (0, ""), "{arguments:?}");
    out(&output)
}

/// The message of a command that must fail with this exit code, and write nothing else.
fn failure(exit_code: i32, command: &mut Command) -> String {
    let output = command.output().unwrap();
    let message = err(&output);
    assert_eq!(code(&output), exit_code, "{command:?}: {message}");
    assert_eq!(out(&output), "", "{command:?}");
    assert!(message.starts_with("error: "), "{message}");
    assert!(!message.contains("panicked"), "{message}");
    message
}

fn folder_with(file: &str, text: &str) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(file);
    fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_notebooks_run_is_written_as_json() {
    let document: Value = serde_json::from_str(&success(&["trace", "barcodes"])).unwrap();
    assert_eq!(document["experiment"], json!("barcodes"));
    assert_eq!(document["dataset"], json!("notebook"));
    assert_eq!(document["learning_rate"], json!(0.3));
    assert_eq!(document["initial"], json!({"boundary": 30.0}));
    let steps = document["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 254);
    let step = json!({
        "bars": 29, "label": true, "prediction": false, "error": -1.0, "after": {"boundary": 21.3}
    });
    assert_eq!(steps[0], step);
}

#[test]
fn the_table_in_the_readme_is_what_comes_out() {
    let table = success(&["trace", "barcodes", "--format", "csv", "--every", "100"]);
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    assert!(readme.contains(&table), "{table}");
}

/// What is generated, written, read back and trained on is the same to the last bit.
#[test]
fn generated_data_go_through_a_file_unharmed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.csv");
    let file = file.to_str().unwrap();
    assert_eq!(success(&["dataset", "barcodes", "--seed", "7", "--out", file]), "");
    assert_eq!(fs::read_to_string(file).unwrap(), success(&["dataset", "barcodes", "--seed", "7"]));
    let trace =
        |dataset: &str| success(&["trace", "barcodes", "--format", "csv", "--dataset", dataset]);
    let from_file = trace(file);
    assert_eq!(from_file, trace("generated:7"));
    let data = barcodes::generate(7, barcodes::DRAWS);
    let recorded = Trace::record(&Threshold::default(), &data.samples);
    for (sample, row) in from_file.lines().skip(1).enumerate() {
        let boundary: f64 = row.rsplit(',').next().unwrap().parse().unwrap();
        assert_eq!(boundary.to_bits(), recorded.after(sample).boundary.to_bits());
    }
    assert_eq!(names_in(folder.path()), ["mine.csv"]);
}

#[test]
fn a_reader_who_hangs_up_is_no_error() {
    let mut child = program()
        .args(["trace", "barcodes"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut start = [0; 16];
    child.stdout.as_mut().unwrap().read_exact(&mut start).unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((code(&output), err(&output).as_str()), (0, ""));
}

#[test]
fn bad_usage_is_explained_with_exit_code_2() {
    for (arguments, expected) in [
        (&["run", "--chapter", "99"][..], "there is no such chapter; there are 1 or guess-barcode"),
        (&["--chapter", "nowhere"], "there is no such chapter"),
        (&["run", "--chapter", "4", "--step", "1016"], "has the steps 0 to 1015"),
        (&["run", "--theme", "dusk"], "--theme: expected one of night, paper, found \"dusk\""),
        (&["run", "--palette", "mud"], "--palette: expected one of"),
        (&["run", "--text-scale", "3"], "expected a number from 0.8 to 1.6"),
        (&["run", "--size", "10x10"], "expected WIDTHxHEIGHT, each 320 to 8192"),
        (&["run", "--learning-rate", "0"], "expected a learning rate above 0 and finite"),
        (&["run", "--learning-rate", "NaN"], "expected a learning rate above 0 and finite"),
        (&["trace", "barcodes", "--learning-rate", "-1"], "expected a learning rate above 0"),
        (&["trace", "barcodes", "--learning-rate", "inf"], "expected a learning rate above 0"),
        (&["trace", "barcodes", "--initial-boundary", "x"], "expected a finite number"),
        (&["trace", "barcodes", "--every", "0"], "expected a whole number of 1 or more"),
        (&["trace", "barcodes", "--dataset", "generated:-1"], "expected as seed a whole number"),
        (&["trace", "barcodes", "--format", "xml"], "[possible values: json, csv]"),
        (&["trace"], "Usage: learning-machine trace"),
        (&["dataset", "barcodes"], "--seed <N>"),
        (&["snapshot", "--chapter", "1", "--out", "a.png"], "--step <S>"),
        (&["snapshot", "--chapter", "1", "--step", "4"], "--out PATH: expected where to write to"),
        (&["snapshot", "--chapter", "1", "--steps", "4..2", "--out", "a"], "expected A..B with A"),
        (&["snapshot", "--chapter", "1", "--step", "-4", "--out", "a"], "--step"),
        (&["snapshot", "--chapter", "1", "--step", "508", "--out", "a"], "has the steps 0 to 507"),
        (&["fly"], "unrecognized subcommand 'fly'"),
    ] {
        let output = run(arguments);
        let message = err(&output);
        assert_eq!(code(&output), 2, "{arguments:?}: {message}");
        assert!(message.contains(expected), "{arguments:?}: {message}");
        assert_eq!(out(&output), "", "{arguments:?}");
    }
}

#[test]
fn a_bad_table_is_named_with_its_line_and_column_by_every_command() {
    let (_folder, file) = folder_with("mine.csv", "code,label\n101,true\n10x,false\n");
    let expected = format!("error: {file}, line 3, column \"code\": ");
    for command in [
        &["trace", "barcodes"][..],
        &["run"],
        &["snapshot", "--chapter", "1", "--step", "0", "--out", "never.png"],
    ] {
        let message = failure(1, program().args(command).args(["--dataset", &file]));
        assert!(message.starts_with(&expected), "{message}");
    }
    assert!(!Path::new("never.png").exists());
}

#[test]
fn what_cannot_be_written_leaves_the_old_file_alone() {
    let (folder, file) = folder_with("kept.json", "kept");
    // A boundary beyond all numbers has no JSON.
    failure(1, program().args(["trace", "barcodes", "--learning-rate", "1e308", "--out", &file]));
    assert_eq!(fs::read_to_string(&file).unwrap(), "kept");
    assert_eq!(names_in(folder.path()), ["kept.json"]);
    let nowhere = folder.path().join("no/such/run.json");
    let message =
        failure(1, program().args(["trace", "barcodes", "--out", nowhere.to_str().unwrap()]));
    assert!(message.contains("there is no folder"), "{message}");
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_or_a_graphics_driver_it_is_said_what_is_missing() {
    let message = failure(1, program().env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY"));
    assert!(message.contains("neither WAYLAND_DISPLAY nor DISPLAY is set"), "{message}");
    assert!(message.contains("xvfb-run"), "{message}");
    let message = failure(
        1,
        program()
            .args(["snapshot", "--chapter", "1", "--step", "0", "--out", "never.png"])
            .env("WGPU_BACKEND", "vulkan")
            .env("VK_DRIVER_FILES", "/nonexistent.json")
            .env("VK_ICD_FILENAMES", "/nonexistent.json"),
    );
    assert!(message.contains("no graphics driver"), "{message}");
    assert!(message.contains("mesa-vulkan-drivers"), "{message}");
    assert!(!Path::new("never.png").exists());
}

#[test]
fn snapshots_have_the_size_and_the_names_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let one = folder.path().join("one.png");
    let arguments =
        ["snapshot", "--chapter", "guess-barcode", "--step", "0.5", "--size", "640x360"];
    success(&[&arguments[..], &["--out", one.to_str().unwrap()]].concat());
    assert_eq!(image::open(&one).unwrap().into_rgba8().dimensions(), (640, 360));

    let film = folder.path().join("film");
    let arguments = ["snapshot", "--chapter", "1", "--steps", "9..12", "--size", "640x360"];
    success(&[&arguments[..], &["--out", film.to_str().unwrap()]].concat());
    let names = ["guess-barcode-09.png", "guess-barcode-10.png", "guess-barcode-11.png"];
    assert_eq!(names_in(&film), names);
    let bytes = names.map(|name| fs::read(film.join(name)).unwrap());
    assert_ne!(bytes[0], bytes[1], "hidden and revealed look the same");

    let posters = folder.path().join("posters");
    success(&["snapshot", "--size", "640x360", "--all", posters.to_str().unwrap()]);
    let names = names_in(&posters);
    assert_eq!(names.len(), learning_machine::chapter::CHAPTERS.len());
    assert_eq!(names[0], "01-guess-barcode.png");
}

#[test]
fn the_doctor_finds_what_is_wrong_with_a_folder_of_assets() {
    let report = program().arg("doctor").output().unwrap();
    for name in ["display", "graphics", "fonts", "assets", "memory available"] {
        assert!(out(&report).contains(name), "{}", out(&report));
    }
    let (folder, _) = folder_with("unused", "");
    fs::create_dir(folder.path().join("themes")).unwrap();
    fs::write(folder.path().join("themes/mine.toml"), "dark = maybe\n").unwrap();
    let report = run(&["doctor", "--assets", folder.path().to_str().unwrap()]);
    assert_eq!(code(&report), 1);
    assert!(out(&report).contains("themes/mine.toml"), "{}", out(&report));
    assert!(err(&report).contains("the exhibit cannot run as things are"), "{}", err(&report));
}
