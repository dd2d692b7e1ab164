//! `learning-machine pin`: hashes the operator's PIN for the settings file.

use std::io::{self, BufRead, IsTerminal, Read};

use anyhow::{Context, Result, anyhow, bail, ensure};
use clap::Args;

use super::output;
use content::limits::PIN_LINE_BYTES;
use exhibit::pin::{self, DIGITS, SALT_BYTES};

/// Hash a PIN for the operator's menu of a kiosk
///
/// Asks for the PIN twice without showing it. If standard input is not a terminal, reads the PIN from it as
/// one line. Prints the line for the section `[kiosk]` of exhibit.toml. Nobody can find the PIN from this
/// line except by trying all PINs.
#[derive(Debug, Args)]
pub struct PinArguments {}

impl PinArguments {
    /// Prints the line.
    ///
    /// # Errors
    /// The input is not a PIN, the two inputs differ, or the input cannot be read.
    pub fn run(self) -> Result<()> {
        let pin = if io::stdin().is_terminal() { ask()? } else { read(io::stdin().lock())? };
        ensure!(
            pin::is_pin(&pin),
            "expected a PIN of {} to {} digits, found something else",
            DIGITS.start(),
            DIGITS.end()
        );
        let mut salt = [0; SALT_BYTES];
        getrandom::fill(&mut salt).context("the system has no random numbers")?;
        let hash = pin::hash(&pin, &salt).map_err(|error| anyhow!("the PIN: {error}"))?;
        output::write(None, |out| writeln!(out, "pin-hash = \"{hash}\""))
    }
}

fn ask() -> Result<String> {
    let prompt = |words| rpassword::prompt_password(words).context("the terminal: cannot be read");
    let pin = prompt("PIN, 4 to 12 digits: ")?;
    if prompt("The same again: ")? != pin {
        bail!("expected the same PIN twice, found two different ones");
    }
    Ok(pin)
}

fn read(input: impl Read) -> Result<String> {
    let mut line = String::new();
    io::BufReader::new(input.take(PIN_LINE_BYTES))
        .read_line(&mut line)
        .context("standard input: cannot be read")?;
    Ok(line.trim_end_matches(['\n', '\r']).to_owned())
}
