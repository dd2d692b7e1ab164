//! Runs the built program and reads its output.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

pub fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_learning-machine"));
    // Without `XDG_RUNTIME_DIR`, some libraries write to standard error. The program must silence them, so the
    // tests run without it.
    program.env_remove("XDG_RUNTIME_DIR");
    program.env_remove("NO_COLOR");
    program
}

pub fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().unwrap()
}

pub fn code(output: &Output) -> i32 {
    output.status.code().expect("ended by itself")
}

pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Returns the standard output of a command that must succeed and print nothing else.
pub fn success(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!((code(&output), err(&output).as_str()), (0, ""), "{arguments:?}");
    out(&output)
}

/// Checks that the program refuses a command as bad usage, with `expected` in its message.
pub fn assert_refused(arguments: &[&str], expected: &str) {
    let output = run(arguments);
    let message = err(&output);
    assert_eq!(code(&output), 2, "{arguments:?}: {message}");
    assert!(message.contains(expected), "{arguments:?}: {message}");
    assert_eq!(out(&output), "", "{arguments:?}");
}

/// Returns the message of a command that must fail with this exit code and print nothing else.
pub fn failure(exit_code: i32, command: &mut Command) -> String {
    let output = command.output().unwrap();
    let message = err(&output);
    assert_eq!(code(&output), exit_code, "{command:?}: {message}");
    assert_eq!(out(&output), "", "{command:?}");
    assert!(message.starts_with("error: "), "{message}");
    assert!(!message.contains("panicked"), "{message}");
    message
}

pub fn folder_with(file: &str, text: &str) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(file);
    fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

pub fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
