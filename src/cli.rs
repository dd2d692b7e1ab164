//! The command line: the native edge, where files, windows and processes are.

pub mod clipboard;
mod clock;
pub mod dataset;
pub mod doctor;
pub mod ending;
pub mod facts;
pub mod faults;
pub mod folder;
pub mod graphics;
pub mod input;
pub mod journal;
pub mod lessons;
pub mod manual;
pub mod notices;
pub mod options;
pub mod output;
pub mod pin;
pub mod progress;
pub mod projector;
pub mod rectangles;
pub mod reload;
pub mod remembered;
pub mod run;
pub mod settings_file;
pub mod snapshot;
pub mod source;
pub mod stats;
pub mod toml_file;
pub mod trace;
pub mod use_counts;
pub mod values;
#[cfg(target_os = "linux")]
pub mod visible;
#[cfg(unix)]
pub mod waker;
#[cfg(unix)]
pub mod watchdog;
pub mod window;

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use content::files::Files;
use content::printable::printable;
use content::toml_fields::TomlErrors;

/// The log filter on a terminal: what a user can act on, and which files of visits the exhibit puts aside or
/// removes.
const LOG_FILTER: &str = "error,learning_machine=warn,learning_machine::cli::use_counts=info";
/// The log filter of a kiosk, whose log an operator reads afterwards.
const KIOSK_LOG_FILTER: &str = "error,learning_machine=info";

/// The folder that stands in for the folder of sockets where there is none. By convention, no folder has
/// this name.
const NO_RUNTIME_FOLDER: &str = "/nonexistent";

/// What is it like to be a learning machine? An exhibit for classrooms and museums
///
/// Without a command, the exhibit opens.
#[derive(Debug, Parser)]
#[command(name = "learning-machine", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<CliCommand>,
    #[command(flatten)]
    run: run::RunArguments,
}

#[derive(Debug, Subcommand)]
enum CliCommand {
    Run(run::RunArguments),
    Trace(trace::TraceArguments),
    Dataset(dataset::DatasetArguments),
    Snapshot(snapshot::SnapshotArguments),
    Doctor(doctor::DoctorArguments),
    Lessons(lessons::LessonsArguments),
    Pin(pin::PinArguments),
    Stats(stats::StatsArguments),
    Man(manual::ManArguments),
    Completions(manual::CompletionsArguments),
}

/// A request that makes no sense, in an option or in a settings file. The exit code is 2, as for any other
/// bad usage.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct UsageError(pub String);

impl From<TomlErrors> for UsageError {
    fn from(errors: TomlErrors) -> Self {
        Self(errors.to_string())
    }
}

/// Reads the command line, or ends the program with clap's message. Shows control characters in the
/// arguments as escapes, and keeps the colours that clap adds.
fn parse(given: impl Iterator<Item = OsString>) -> Arguments {
    let given: Vec<_> = given.collect();
    let error = match Arguments::try_parse_from(&given) {
        Ok(arguments) => return arguments,
        Err(error) => error,
    };
    let is_printable =
        |text: &OsString| matches!(printable(&text.to_string_lossy()), Cow::Borrowed(_));
    if given.iter().all(is_printable) {
        error.exit();
    }
    let safe = given.iter().map(|text| printable(&text.to_string_lossy()).into_owned());
    match Arguments::try_parse_from(safe) {
        Err(error) => error.exit(),
        Ok(_) => {
            // If this cannot be written either, there is nowhere left to report it.
            let told = error.render().to_string();
            let _ = write!(std::io::stderr().lock(), "{}", printable(&told));
            std::process::exit(error.exit_code())
        }
    }
}

/// Names a folder for sockets that does not exist, if the environment names none. Without any name,
/// libraries below the graphics drivers report an error, though they miss only a Wayland display that does
/// not exist either. In a folder that does not exist they find no display, and report nothing.
#[cfg(target_os = "linux")]
#[allow(unsafe_code, reason = "the environment can be changed in no other way")]
fn name_a_runtime_folder() {
    if std::env::var_os("XDG_RUNTIME_DIR").is_none_or(|folder| folder.is_empty()) {
        // SAFETY: no other thread has been started, so none reads the environment meanwhile.
        unsafe { std::env::set_var("XDG_RUNTIME_DIR", NO_RUNTIME_FOLDER) };
    }
}

/// Runs the command that the command line names. The exit code is 0 for success, 1 for a failure, 2 for bad
/// usage or invalid settings, and [`crate::kiosk::CLOSED_BY_OPERATOR`] if the operator closes the exhibit.
/// `docs/command-line.md` lists all of them.
#[must_use]
pub fn main() -> ExitCode {
    #[cfg(target_os = "linux")]
    name_a_runtime_folder();
    let arguments = parse(std::env::args_os());
    let done = match arguments.command {
        None => arguments.run.run(),
        Some(CliCommand::Run(run)) => run.run(),
        Some(CliCommand::Trace(trace)) => trace.run(&Files::default()),
        Some(CliCommand::Dataset(dataset)) => dataset.run(),
        Some(CliCommand::Snapshot(snapshot)) => snapshot.run(),
        Some(CliCommand::Lessons(lessons)) => lessons.run(),
        Some(CliCommand::Pin(pin)) => pin.run(),
        Some(CliCommand::Stats(stats)) => stats.run(),
        Some(CliCommand::Man(man)) => man.run(Arguments::command()),
        Some(CliCommand::Completions(completions)) => completions.run(Arguments::command()),
        Some(CliCommand::Doctor(doctor)) => {
            let findings = graphics::findings(doctor.assets().as_deref());
            doctor.run(findings)
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // If this cannot be written either, there is nowhere left to report it.
            let _ =
                writeln!(std::io::stderr().lock(), "error: {}", printable(&format!("{error:#}")));
            let is_usage = error.chain().any(|cause| cause.is::<UsageError>());
            match error.downcast_ref::<run::Ended>() {
                Some(run::Ended(code)) => ExitCode::from(*code),
                None => ExitCode::from(if is_usage { 2 } else { 1 }),
            }
        }
    }
}
