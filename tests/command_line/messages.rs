//! The messages about bad usage, bad tables, files that cannot be written, and missing programs.

use std::fs;
use std::path::Path;

use crate::program::{assert_refused, failure, folder_with, names_in, program};

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
        (&["run", "--learning-rate", "0"], "expected a learning rate from 1e-9 to 1e9"),
        (&["run", "--learning-rate", "NaN"], "expected a learning rate from 1e-9 to 1e9"),
        (
            &["trace", "barcodes", "--learning-rate", "-1"],
            "expected a learning rate from 1e-9 to 1e9",
        ),
        (
            &["trace", "barcodes", "--learning-rate", "inf"],
            "expected a learning rate from 1e-9 to 1e9",
        ),
        (&["trace", "barcodes", "--initial-boundary", "x"], "expected a finite number"),
        (&["trace", "barcodes", "--every", "0"], "expected a whole number of 1 or more"),
        (&["trace", "barcodes", "--dataset", "generated:-1"], "expected a seed, a whole number"),
        (&["trace", "barcodes", "--format", "xml"], "[possible values: json, csv]"),
        (
            &["trace", "rectangles", "--learning-rate", "0"],
            "expected a learning rate from 1e-9 to 1e9",
        ),
        (
            &["trace", "rectangles", "--learning-rate", "NaN"],
            "expected a learning rate from 1e-9 to 1e9",
        ),
        (&["trace", "rectangles", "--initial-weights=NaN,1"], "expected two finite numbers"),
        (&["trace", "rectangles", "--initial-weights=1,inf"], "expected two finite numbers"),
        (&["trace", "rectangles", "--initial-weights=1"], "expected two finite numbers"),
        (&["trace", "rectangles", "--use-datapoints", "maybe"], "[possible values: true, false]"),
        (&["trace", "rectangles", "--columns", "a,b"], "expected the names of three different"),
        (&["trace", "rectangles", "--columns", "a,b,c"], "--columns: expected a CSV file after"),
        (&["trace", "walkthrough", "--learning-rate", "2"], "unexpected argument"),
        (&["run", "--learning-rate", "-inf"], "expected a learning rate from 1e-9 to 1e9"),
        (&["run", "--initial-weights=-inf,1"], "expected two finite numbers"),
        (&["run", "--columns", "a,a,b"], "expected the names of three different columns"),
        (&["run", "--columns", "a,b,c"], "--columns: expected a CSV file after --dataset, found"),
        (
            &["run", "--dataset", "generated:1", "--dataset", "notebook"],
            "--dataset: expected one data set for all chapters, found generated:1 and notebook",
        ),
        (&["trace"], "Usage: learning-machine trace"),
        (&["dataset", "barcodes"], "--seed <N>"),
        (&["dataset", "rectangles", "--seed", "x"], "expected a seed, a whole number"),
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
    assert!(
        message.contains("expected one data set for the chapters about rectangles, found"),
        "{message}"
    );
}

#[test]
fn a_failed_write_keeps_the_old_file() {
    let (folder, file) = folder_with("kept.json", "kept");
    #[cfg(unix)]
    for experiment in ["barcodes", "rectangles", "xor"] {
        // Limit the size of files to one block, which acts like a full disk.
        let script = r#"trap "" XFSZ; ulimit -f 1; exec "$0" "$@""#;
        let exhibit = env!("CARGO_BIN_EXE_learning-machine");
        let line = ["-c", script, exhibit, "trace", experiment, "--out", &file];
        let message = failure(1, std::process::Command::new("sh").args(line));
        assert!(message.contains("kept.json"), "{message}");
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
fn a_missing_display_or_graphics_driver_is_named() {
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
