//! The manual pages and the shell completions that a package installs.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::program::{assert_refused, code, failure, folder_with, names_in, out, program, success};

/// Returns the words of `--help` that begin with `beginning`, such as all long options.
fn words(help: &str, beginning: &str) -> BTreeSet<String> {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let words = help.split(|c: char| !word(c));
    words.filter(|word| word.starts_with(beginning) && word.len() > 2).map(str::to_owned).collect()
}

/// Returns the commands that `--help` lists.
fn commands(help: &str) -> Vec<String> {
    let list = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let list = list.take_while(|line| !line.is_empty());
    // The other lines of a long description have a larger indent.
    let names = list.filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn every_command_has_a_page_with_all_its_options() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("man/man1");
    assert_eq!(success(&["man", "--out", pages.to_str().unwrap()]), "");
    let mut remaining = vec![Vec::<String>::new()];
    let mut expected = Vec::new();
    while let Some(command) = remaining.pop() {
        let arguments: Vec<_> = command.iter().map(String::as_str).chain(["--help"]).collect();
        let help = success(&arguments);
        let file = [vec!["learning-machine".to_owned()], command.clone()].concat().join("-") + ".1";
        let page = fs::read_to_string(pages.join(&file)).unwrap().replace("\\-", "-");
        assert!(page.contains(".SH NAME") && page.contains(".SH SYNOPSIS"), "{file}");
        for option in words(&help, "--") {
            assert!(page.contains(&option), "{file}: {option}");
        }
        expected.push(file);
        remaining
            .extend(commands(&help).into_iter().map(|name| [command.clone(), vec![name]].concat()));
    }
    expected.sort();
    assert!(expected.contains(&"learning-machine-trace-barcodes.1".to_owned()), "{expected:?}");
    assert_eq!(names_in(&pages), expected);
    assert_eq!(success(&["man"]), fs::read_to_string(pages.join("learning-machine.1")).unwrap());
}

/// Returns the page of the manual about the command line.
fn manual() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/command-line.md")).unwrap()
}

#[test]
fn the_page_has_the_exit_codes_of_the_manual() {
    let manual = manual();
    let table = manual.split("\n## Exit codes").nth(1).unwrap().split("\n## ").next().unwrap();
    let codes: Vec<_> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split_once(" |")?.0.parse::<u8>().ok())
        .collect();
    assert!(codes.len() >= 5, "{codes:?}");
    let page = success(&["man"]);
    for code in codes {
        assert!(page.contains(&format!(".TP\n\\fB{code}\\fR\n")), "{code}");
    }
}

#[test]
fn the_manual_lists_every_option() {
    let manual = manual();
    let mut remaining = vec![Vec::<String>::new()];
    while let Some(command) = remaining.pop() {
        let arguments: Vec<_> = command.iter().map(String::as_str).chain(["--help"]).collect();
        let help = success(&arguments);
        for option in words(&help, "--") {
            assert!(manual.contains(&option), "{command:?}: {option}");
        }
        remaining
            .extend(commands(&help).into_iter().map(|name| [command.clone(), vec![name]].concat()));
    }
}

#[test]
fn pages_that_cannot_be_written_are_named() {
    let (_folder, file) = folder_with("file", "");
    let message = failure(1, program().args(["man", "--out", &file]));
    assert!(
        message.starts_with(&format!("error: {file}: the folder cannot be created")),
        "{message}"
    );
}

#[test]
fn bash_completes_commands_and_options() {
    let script = success(&["completions", "bash"]);
    let completed = |line: &[&str]| {
        let words = line.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" ");
        let last = line.len() - 1;
        let query = format!(
            "{script}\nCOMP_WORDS=({words}); COMP_CWORD={last}\n\
             read -ra told < <(complete -p learning-machine)\n\
             for place in \"${{!told[@]}}\"; do [ \"${{told[place]}}\" = -F ] && name=${{told[place + 1]}}; done\n\
             \"$name\" learning-machine '{}' '{}'; echo \"${{COMPREPLY[@]}}\"",
            line[last],
            line[last - 1]
        );
        let output = Command::new("bash").args(["--norc", "-c", &query]).output().unwrap();
        assert_eq!(code(&output), 0);
        out(&output).trim().to_owned()
    };
    assert_eq!(completed(&["learning-machine", "tra"]), "trace");
    assert_eq!(completed(&["learning-machine", "trace", "rect"]), "rectangles");
    assert_eq!(completed(&["learning-machine", "run", "--reduced"]), "--reduced-motion");
    assert_eq!(completed(&["learning-machine", "trace", "xor", "--rule", "g"]), "gradient");
}

#[test]
fn every_shell_knows_every_command() {
    for shell in ["bash", "zsh", "fish"] {
        let script = success(&["completions", shell]);
        for command in commands(&success(&["--help"])) {
            assert!(script.contains(&command), "{shell}: {command}");
        }
        // If the shell is installed, it must accept its script.
        let (folder, file) = folder_with("script", &script);
        if let Ok(output) = Command::new(shell).args(["-n", &file]).output() {
            assert_eq!(code(&output), 0, "{shell}: {output:?}");
        }
        drop(folder);
    }
    assert_refused(&["completions", "csh"], "[possible values: bash, zsh, fish]");
}
