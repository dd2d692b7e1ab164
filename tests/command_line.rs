//! The command line as a user has it: the built program, its output, its messages, its exit codes.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

#[path = "command_line/description.rs"]
mod description;
#[path = "command_line/languages.rs"]
mod languages;
#[path = "command_line/lessons.rs"]
mod lessons;
#[path = "command_line/networks.rs"]
mod networks;
#[path = "command_line/settings.rs"]
mod settings;

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use learning::dataset::{barcodes, rectangles};
use learning::{LearningRate, Perceptron, Threshold, Trace};
use learning_machine::experiment::rectangles::PerceptronChoice;
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

/// Checks that a command is refused as bad usage, with this in its message.
fn assert_refused(arguments: &[&str], expected: &str) {
    let output = run(arguments);
    let message = err(&output);
    assert_eq!(code(&output), 2, "{arguments:?}: {message}");
    assert!(message.contains(expected), "{arguments:?}: {message}");
    assert_eq!(out(&output), "", "{arguments:?}");
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

#[test]
fn the_notebooks_run_on_rectangles_is_written_as_json() {
    let text = success(&["trace", "rectangles"]);
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["dataset"], json!("notebook"));
    assert_eq!(document["steps"].as_array().unwrap().len(), 100);
    let learner = Perceptron::notebook(LearningRate::ONE, true).unwrap();
    let [w1, w2] = learner.initial_weights;
    let start = format!(
        concat!(
            r#"{{"experiment":"rectangles","dataset":"notebook","learning_rate":1.0,"#,
            r#""use_datapoints":true,"initial":{{"weights":[{:?},{:?}]}},"steps":["#,
            r#"{{"label":true,"predictions":["#
        ),
        w1, w2
    );
    assert!(text.starts_with(&start), "{text}");
}

#[test]
fn the_walkthrough_is_written_as_a_table() {
    let expected = "\
sample,x1,x2,label,score,prediction,error,w1,w2
1,0.5,1.0,true,-1.0,false,-1.0,-3.5,2.0
2,1.5,1.7,true,-1.85,false,-1.0,-2.0,3.7
3,1.0,0.7,false,0.5899999999999999,true,1.0,-3.0,3.0
4,2.0,0.5,false,-4.5,false,0.0,-3.0,3.0
";
    assert_eq!(success(&["trace", "walkthrough", "--format", "csv"]), expected);
}

/// The same, to the last bit, whether data are generated by the trace or come from a file.
#[test]
fn generated_data_go_through_a_file_unharmed() {
    let weights = "--initial-weights=-0.5,0.5";
    // A file has no seed to draw the perceptron's initial weights from.
    for (experiment, options) in [("barcodes", &[][..]), ("rectangles", &[weights])] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mine.csv");
        let file = file.to_str().unwrap();
        let dataset = ["dataset", experiment, "--seed", "7"];
        assert_eq!(success(&[&dataset[..], &["--out", file]].concat()), "");
        assert_eq!(fs::read_to_string(file).unwrap(), success(&dataset));
        assert_eq!(names_in(folder.path()), ["mine.csv"]);
        let trace = |dataset: &str| {
            let line = ["trace", experiment, "--format", "csv", "--dataset", dataset];
            success(&[&line[..], options].concat())
        };
        assert_eq!(trace(file), trace("generated:7"));
    }
}

#[test]
fn a_trace_reads_back_to_the_recorded_numbers() {
    let data = barcodes::generate(7, barcodes::DRAWS);
    let recorded = Trace::record(&Threshold::default(), &data.samples);
    let table = success(&["trace", "barcodes", "--format", "csv", "--dataset", "generated:7"]);
    assert_eq!(table.lines().count(), 1 + recorded.len());
    for (sample, row) in table.lines().skip(1).enumerate() {
        let boundary: f64 = row.rsplit(',').next().unwrap().parse().unwrap();
        assert_eq!(boundary.to_bits(), recorded.after(sample).boundary.to_bits());
    }
    let data = rectangles::generate(7);
    let learner = PerceptronChoice::default().perceptron(&data.origin);
    let recorded = Trace::record(&learner, &data.samples);
    let table = success(&["trace", "rectangles", "--format", "csv", "--dataset", "generated:7"]);
    assert_eq!(table.lines().count(), 1 + recorded.len());
    for (sample, row) in table.lines().skip(1).enumerate() {
        let numbers: Vec<f64> = row.rsplit(',').take(2).map(|text| text.parse().unwrap()).collect();
        let [w1, w2] = recorded.after(sample).weights;
        assert_eq!([numbers[0].to_bits(), numbers[1].to_bits()], [w2.to_bits(), w1.to_bits()]);
    }
}

const PETALS: &str = "\
sepal_length,petal_length,petal_width,species
5.1,1.4,0.2,setosa
7.0,4.7,1.4,versicolor
4.9,1.5,0.1,setosa
";

#[test]
fn a_table_of_petals_is_learned_from() {
    let (folder, file) = folder_with("petals.csv", PETALS);
    let options = ["--dataset", &file, "--columns", "petal_length,petal_width,species"];
    let weights = "--initial-weights=-1,2";
    let trace = ["trace", "rectangles", "--format", "csv", weights];
    let expected = "\
sample,label,rectangles,wrong,error,w1,w2
1,false,1,0,0.0,-1.0,2.0
2,true,1,1,-1.0,3.7,3.4
3,false,1,1,1.0,2.2,3.3
";
    assert_eq!(success(&[&trace[..], &options].concat()), expected);

    let picture = folder.path().join("petals.png");
    let out = ["--size", "640x360", "--out", picture.to_str().unwrap()];
    let snapshot = ["snapshot", "--chapter", "1", "--step", "0"];
    success(&[&snapshot[..], &options, &out].concat());
    assert_eq!(image::open(&picture).unwrap().into_rgba8().dimensions(), (640, 360));

    let message = failure(1, program().args(snapshot).args(["--dataset", &file]).args(out));
    assert!(message.starts_with(&format!("error: {file}, line 1: expected the header")));
    assert!(message.contains("--columns gives other names"), "{message}");
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
        (&["trace", "rectangles", "--learning-rate", "0"], "expected a learning rate above 0"),
        (&["trace", "rectangles", "--learning-rate", "NaN"], "expected a learning rate above 0"),
        (&["trace", "rectangles", "--initial-weights=NaN,1"], "expected two finite numbers"),
        (&["trace", "rectangles", "--initial-weights=1,inf"], "expected two finite numbers"),
        (&["trace", "rectangles", "--initial-weights=1"], "expected two finite numbers"),
        (&["trace", "rectangles", "--use-datapoints", "maybe"], "[possible values: true, false]"),
        (&["trace", "rectangles", "--columns", "a,b"], "expected the names of three different"),
        (&["trace", "rectangles", "--columns", "a,b,c"], "--columns: expected a CSV file after"),
        (&["trace", "walkthrough", "--learning-rate", "2"], "unexpected argument"),
        (&["run", "--learning-rate", "-inf"], "expected a learning rate above 0 and finite"),
        (&["run", "--initial-weights=-inf,1"], "expected two finite numbers"),
        (&["run", "--columns", "a,a,b"], "expected the names of three different columns"),
        (&["run", "--columns", "a,b,c"], "--columns: expected a CSV file after --dataset, found"),
        (
            &["run", "--dataset", "generated:1", "--dataset", "notebook"],
            "--dataset: expected one for all chapters, found generated:1 and notebook",
        ),
        (&["trace"], "Usage: learning-machine trace"),
        (&["dataset", "barcodes"], "--seed <N>"),
        (&["dataset", "rectangles", "--seed", "x"], "expected as seed a whole number"),
        (&["snapshot", "--chapter", "1", "--out", "a.png"], "--step <S>"),
        (&["snapshot", "--chapter", "1", "--step", "4"], "--out PATH: expected where to write to"),
        (&["snapshot", "--chapter", "1", "--steps", "4..2", "--out", "a"], "expected A..B with A"),
        (&["snapshot", "--chapter", "1", "--step", "-4", "--out", "a"], "--step"),
        (&["snapshot", "--chapter", "1", "--step", "508", "--out", "a"], "has the steps 0 to 507"),
        (&["fly"], "unrecognized subcommand 'fly'"),
    ] {
        assert_refused(arguments, expected);
    }
}

#[test]
fn a_bad_table_is_named_with_its_line_and_column_by_every_command() {
    for (experiment, table, place) in [
        ("barcodes", "code,label\n101,true\n10x,false\n", "line 3, column \"code\""),
        ("rectangles", "width,height,label\n1,2,a\n1,-2,b\n", "line 3, column \"height\""),
        ("rectangles", "width,height,label\n1,2,a\n1,x,b\n", "line 3, column \"height\""),
        ("rectangles", "width,label\n1,a\n", "line 1, column \"height\""),
        ("xor", "width,height,label\n1,2,a\n1,-2,b\n", "line 3, column \"height\""),
    ] {
        let (_folder, file) = folder_with("mine.csv", table);
        for command in [
            &["trace", experiment][..],
            &["run"],
            &["snapshot", "--chapter", "1", "--step", "0", "--out", "never.png"],
        ] {
            let message = failure(1, program().args(command).args(["--dataset", &file]));
            assert!(message.starts_with(&format!("error: {file}, {place}: ")), "{message}");
        }
    }
    assert!(!Path::new("never.png").exists());
}

#[test]
fn two_files_for_the_same_chapters_are_bad_usage() {
    let (_folder, file) = folder_with("mine.csv", "width,height,label\n1,2,a\n2,1,b\n");
    let message = failure(2, program().args(["run", "--dataset", &file, "--dataset", &file]));
    assert!(message.contains("expected one for the chapters about rectangles, found"), "{message}");
}

#[test]
fn what_cannot_be_written_leaves_the_old_file_alone() {
    let (folder, file) = folder_with("kept.json", "kept");
    for experiment in ["barcodes", "rectangles", "xor"] {
        // Numbers beyond all numbers have no JSON.
        let line = ["trace", experiment, "--learning-rate", "1e308", "--out", &file];
        let message = failure(1, program().args(line));
        assert!(message.contains("expected a learning rate below 1e308"), "{message}");
    }
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
    assert!(err(&report).contains("not as it should be: "), "{}", err(&report));
}
