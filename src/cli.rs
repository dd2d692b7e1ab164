//! The command line: the native edge, where files, windows and processes are.

pub mod clock;
pub mod dataset;
pub mod doctor;
pub mod ending;
pub mod exhibit;
pub mod graphics;
pub mod journal;
pub mod lessons;
pub mod manual;
pub mod output;
pub mod pin;
pub mod progress;
pub mod projector;
pub mod rectangles;
pub mod reload;
pub mod run;
pub mod settings_file;
pub mod snapshot;
pub mod source;
pub mod stats;
pub mod toml_file;
pub mod trace;
pub mod use_counts;
pub mod values;
#[cfg(unix)]
pub mod watchdog;
pub mod window;

use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use crate::files::Files;
use crate::toml_fields::TomlErrors;

/// What the engine may say on the terminal: what a user can act on.
const LOG_FILTER: &str = "error,learning_machine=warn";
/// The same in a kiosk, whose log is read by an operator afterwards.
const KIOSK_LOG_FILTER: &str = "error,learning_machine=info";

/// What is it like to be a learning machine? An exhibit for classrooms and museums
///
/// Without a command, the exhibit opens.
#[derive(Debug, Parser)]
#[command(name = "learning-machine", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    run: run::RunArguments,
}

#[derive(Debug, Subcommand)]
enum Command {
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

/// What was asked for makes no sense, by option or by a file of settings: exit code 2, as for any other
/// bad usage.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct UsageError(pub String);

impl From<TomlErrors> for UsageError {
    fn from(errors: TomlErrors) -> Self {
        Self(errors.to_string())
    }
}

/// Does what the command line asks; the exit code is 0 for success, 1 for a failure, 2 for bad usage or
/// settings, and [`crate::kiosk::CLOSED_BY_OPERATOR`]; the README has them all.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.command {
        None => arguments.run.run(),
        Some(Command::Run(run)) => run.run(),
        Some(Command::Trace(trace)) => trace.run(&Files::default()),
        Some(Command::Dataset(dataset)) => dataset.run(),
        Some(Command::Snapshot(snapshot)) => snapshot.run(),
        Some(Command::Lessons(lessons)) => lessons.run(),
        Some(Command::Pin(pin)) => pin.run(),
        Some(Command::Stats(stats)) => stats.run(),
        Some(Command::Man(man)) => man.run(Arguments::command()),
        Some(Command::Completions(completions)) => completions.run(Arguments::command()),
        Some(Command::Doctor(doctor)) => {
            let findings = graphics::findings(doctor.assets().as_deref());
            doctor.run(findings)
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // If even this cannot be written, there is nobody to tell.
            let _ = writeln!(std::io::stderr().lock(), "error: {error:#}");
            let is_usage = error.chain().any(|cause| cause.is::<UsageError>());
            match error.downcast_ref::<run::Ended>() {
                Some(run::Ended(code)) => ExitCode::from(*code),
                None => ExitCode::from(if is_usage { 2 } else { 1 }),
            }
        }
    }
}
