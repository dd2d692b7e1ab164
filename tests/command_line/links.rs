//! Links on the command line.

use std::fs;

use crate::program::{code, err, out, run};

#[test]
fn a_link_shows_the_same_moment_as_chapter_and_step() {
    let of_link =
        run(&["snapshot", "--describe", "--link", "#v=1&chapter=threshold-learns&step=173"]);
    let of_step = run(&["snapshot", "--describe", "--chapter", "4", "--step", "173"]);
    assert_eq!((code(&of_link), out(&of_link)), (0, out(&of_step)));
    let other_rate = run(&[
        "snapshot",
        "--describe",
        "--link",
        "chapter=threshold-learns&step=173&rate=3&lang=de",
    ]);
    assert_eq!(code(&other_rate), 0, "{}", err(&other_rate));
    assert_ne!(out(&other_rate), out(&of_step));
}

#[test]
fn no_picture_is_made_of_a_link_that_cannot_be_used_whole() {
    for (link, expected) in [
        ("hello", "--link: expected fields such as chapter=histogram, found \"hello\""),
        ("#chapter=nowhere", "--link: chapter: expected the id of a chapter (guess-barcode, "),
        ("#chapter=histogram&step=9999", "--link: step: expected a step from 0 to 761, found 9999"),
        ("#theme=dusk", "--link: theme: expected one of night, paper, found \"dusk\""),
        ("#data=file:leaves.csv", "--link: the moment is about the file \"leaves.csv\""),
    ] {
        let output = run(&["snapshot", "--describe", "--link", link]);
        assert_eq!(code(&output), 2, "{link}: {}", err(&output));
        assert!(err(&output).contains(expected), "{link}: {}", err(&output));
        assert_eq!(out(&output), "", "{link}");
    }
}

#[test]
fn a_link_with_an_own_file_is_opened_together_with_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("leaves.csv");
    fs::write(&path, "width,height,label\n1,2,true\n2,1,false\n3,1,false\n").unwrap();
    let link = "#chapter=perceptron-learns&step=2&data=file:leaves.csv";
    let output =
        run(&["snapshot", "--describe", "--link", link, "--dataset", path.to_str().unwrap()]);
    assert_eq!(code(&output), 0, "{}", err(&output));
}

#[test]
fn a_link_is_the_whole_moment_so_options_about_the_moment_do_not_go_with_it() {
    for options in [
        &["run", "--link", "#chapter=histogram", "--step", "3"][..],
        &["run", "--link", "#chapter=histogram", "--chapter", "3"],
        &["run", "--continue", "--link", "#chapter=histogram"],
        &["run", "--continue", "--kiosk"],
        &["snapshot", "--link", "#chapter=histogram", "--step", "3", "--chapter", "2"],
    ] {
        let output = run(options);
        assert_eq!(code(&output), 2, "{options:?}");
        assert!(err(&output).contains("cannot be used with"), "{options:?}: {}", err(&output));
    }
}
