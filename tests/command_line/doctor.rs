//! The doctor's report on the machine and on a folder of assets.

use std::fs;

use crate::program::{code, err, folder_with, out, program, run};

#[test]
fn the_doctor_finds_errors_in_a_folder_of_assets() {
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
    assert!(err(&report).contains("failed checks: "), "{}", err(&report));
}

#[test]
fn the_doctor_warns_of_colours_with_too_little_contrast() {
    let (folder, _) = folder_with("unused", "");
    fs::create_dir(folder.path().join("themes")).unwrap();
    let paper = include_str!("../../assets/themes/paper.toml");
    let muted = paper.lines().find(|line| line.starts_with("muted")).unwrap();
    let pale = paper.replace(muted, "muted = \"#D8D8D8\"");
    fs::write(folder.path().join("themes/pale.toml"), pale).unwrap();
    let report = run(&["doctor", "--assets", folder.path().to_str().unwrap()]);
    let found = out(&report);
    let line = found.lines().find(|line| line.contains("themes/pale.toml")).unwrap();
    assert!(line.starts_with("colours") && line.contains("warning"), "{line}");
    assert!(line.contains("muted text has a contrast of 1.") && line.contains("not 4.5"), "{line}");
    // The report leaves out a theme with enough contrast. A warning alone is no failure.
    assert!(!found.contains("themes/paper.toml"), "{found}");
    assert!(!err(&report).contains("colours"), "{}", err(&report));
}
