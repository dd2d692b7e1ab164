//! Pictures in files.

use std::fs;

use crate::program::{code, err, names_in, program, success};

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
    assert_eq!(names.len(), exhibit::chapter::CHAPTERS.len());
    assert_eq!(names[0], "01-guess-barcode.png");
}

#[test]
fn a_log_that_is_piped_has_no_colours() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("one.png");
    let output = program()
        .env("RUST_LOG", "info")
        .args(["snapshot", "--chapter", "1", "--step", "0", "--size", "640x360", "--out"])
        .arg(&out)
        .output()
        .unwrap();
    let log = err(&output);
    assert_eq!(code(&output), 0, "{log}");
    assert!(log.contains(" INFO "), "nothing was logged: {log:?}");
    assert!(!log.contains('\x1b'), "{log:?}");
}

#[test]
fn a_snapshot_prints_nothing_with_any_runtime_folder() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("one.png");
    for runtime in [None, Some(""), Some("/nowhere/at/all"), folder.path().to_str()] {
        let mut command = program();
        if let Some(runtime) = runtime {
            command.env("XDG_RUNTIME_DIR", runtime);
        }
        command.args(["snapshot", "--chapter", "1", "--step", "0", "--size", "640x360", "--out"]);
        let output = command.arg(&out).output().unwrap();
        assert_eq!((code(&output), err(&output).as_str()), (0, ""), "{runtime:?}");
    }
}
