//! The exhibit's command line.

fn main() -> std::process::ExitCode {
    learning_machine::cli::main()
}
