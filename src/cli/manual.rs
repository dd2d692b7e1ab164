//! `learning-machine man` and `learning-machine completions`: files that a package installs beside the
//! program. They are made from the command line itself, so they always list the same options.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::{Args, Command, ValueEnum};
use clap_complete::aot;
use clap_mangen::Man;

use super::output;

/// The manual's sections that clap does not know: exit codes, environment, files.
const MORE: &str = include_str!("manual/more.roff");

/// Print the manual page, or write one for each command
///
/// Without an option, prints the page learning-machine(1), for `man --local-file -`.
#[derive(Debug, Args)]
pub struct ManArguments {
    /// Write the pages of all commands to this folder, such as learning-machine-run.1
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl ManArguments {
    /// Prints the page of the whole program, or writes all pages.
    ///
    /// # Errors
    /// The folder cannot be created, or a page cannot be written.
    pub fn run(self, program: Command) -> Result<()> {
        let pages = pages(program);
        let Some(folder) = self.out else {
            let (_, page) = pages.into_iter().next().context("there is no page")?;
            return output::write(None, |out| page.write(out));
        };
        fs::create_dir_all(&folder)
            .with_context(|| format!("{}: the folder cannot be created", folder.display()))?;
        pages.iter().try_for_each(|(name, page)| {
            output::write(Some(&folder.join(Path::new(name))), |out| page.write(out))
        })
    }
}

/// Print completions for a shell
///
/// For example: learning-machine completions bash > /etc/bash_completion.d/learning-machine
#[derive(Debug, Args)]
pub struct CompletionsArguments {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// A shell that completions are made for.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Shell {
    /// Bash, the shell of GNU
    Bash,
    /// Zsh; save the script as `_learning-machine` in a folder of `$fpath`
    Zsh,
    /// fish; save the script in the folder ~/.config/fish/completions
    Fish,
}

impl CompletionsArguments {
    /// Prints the script.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub fn run(self, mut program: Command) -> Result<()> {
        let name = program.get_name().to_owned();
        let shell = match self.shell {
            Shell::Bash => aot::Shell::Bash,
            Shell::Zsh => aot::Shell::Zsh,
            Shell::Fish => aot::Shell::Fish,
        };
        let mut script = Vec::new();
        aot::generate(shell, &mut program, name.clone(), &mut script);
        let script = String::from_utf8(script).context("a script is no text")?;
        // If a program's name has a hyphen, clap_complete 4.6 writes the name in two ways, so bash completes
        // nothing after a command.
        let [wrong, right] = ["__subcmd__", "__"].map(|between| name.replace('-', between));
        let script = script.replace(&wrong, &right);
        output::write(None, |out| out.write_all(script.as_bytes()))
    }
}

/// A manual page of a command.
struct Page {
    man: Man,
    /// Whether it is the page of the whole program.
    is_first: bool,
}

impl Page {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        self.man.render(out)?;
        if self.is_first { out.write_all(MORE.as_bytes()) } else { Ok(()) }
    }
}

/// A page and its file name for each command. The page of the whole program comes first.
fn pages(program: Command) -> Vec<(String, Page)> {
    let version = program.get_version().unwrap_or_default();
    let source = format!("{} {version}", program.get_name());
    let mut program = program.disable_help_subcommand(true);
    program.build();
    let mut open = vec![program];
    let mut pages = Vec::new();
    while let Some(command) = open.pop() {
        open.extend(command.get_subcommands().filter(|command| !command.is_hide_set()).cloned());
        let man = Man::new(command).source(&source).manual("Learning Machine");
        pages.push((man.get_filename(), Page { man, is_first: pages.is_empty() }));
    }
    pages
}
