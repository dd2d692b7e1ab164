//! What the doctor says of the machine and of a folder of assets.

use std::fs;

use crate::program::{code, err, folder_with, out, program, run};

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
