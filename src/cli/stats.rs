//! `learning-machine stats`: what counted visits come to.

mod report;

use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use super::{input, output};
use crate::visits::record::Record;
use crate::visits::summary::Summary;

/// No line is longer, in bytes.
const LONGEST_LINE: usize = 1 << 16;
/// So many bad lines of a file are told of one by one.
const TOLD: usize = 10;

/// Sum up the visits that an exhibit has counted
///
/// Prints how many there were, how long they were, what was reached and guessed, and when they were.
/// Lines that tell of no visit are named on standard error, and left out.
#[derive(Debug, Args)]
pub struct StatsArguments {
    /// Files of visits, such as visits.jsonl and those that have been put aside
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// Write JSON, for other programs
    #[arg(long)]
    json: bool,
}

impl StatsArguments {
    /// Prints the sum.
    ///
    /// # Errors
    /// A file cannot be read, or there is not one visit in them.
    pub fn run(self) -> Result<()> {
        let mut records = Vec::new();
        let mut bad = 0;
        for path in &self.files {
            bad += read(path, &mut records)
                .with_context(|| format!("{}: cannot be read", path.display()))?;
        }
        if records.is_empty() {
            bail!("expected visits, found none, but {bad} lines that tell of no visit");
        }
        let summary = Summary::of(&records);
        output::write(None, |out| {
            if self.json {
                serde_json::to_writer_pretty(&mut *out, &summary)?;
                writeln!(out)
            } else {
                report::print(&summary, out)
            }
        })
    }
}

/// Reads a file's visits; the answer is how many of its lines tell of none.
fn read(path: &Path, records: &mut Vec<Record>) -> Result<usize> {
    let mut reader = BufReader::new(input::open(path, "a file of visits")?);
    let (mut line, mut number, mut bad) = (Vec::new(), 0, 0);
    while next_line(&mut reader, &mut line)? {
        number += 1;
        let record = match std::str::from_utf8(&line) {
            Ok("") => continue,
            Ok(text) => Record::from_line(text).map_err(|error| error.to_string()),
            Err(_) => Err("expected text in UTF-8, found other bytes".to_owned()),
        };
        match record {
            Ok(record) => records.push(record),
            Err(problem) => {
                bad += 1;
                if bad <= TOLD {
                    tell(&format!("{}, line {number}: {problem}; left out", path.display()));
                }
            }
        }
    }
    if bad > TOLD {
        tell(&format!("{}: and {} more such lines", path.display(), bad - TOLD));
    }
    Ok(bad)
}

/// Reads a line without its end; of one that is too long, only as much as shows that it is.
fn next_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let mut any = false;
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(any);
        }
        any = true;
        let end = buffer.iter().position(|&byte| byte == b'\n');
        let used = end.unwrap_or(buffer.len());
        let room = LONGEST_LINE.saturating_sub(line.len());
        line.extend_from_slice(&buffer[..used.min(room)]);
        reader.consume(end.map_or(used, |end| end + 1));
        if end.is_some() {
            return Ok(true);
        }
    }
}

fn tell(message: &str) {
    // If even this cannot be written, there is nobody to tell.
    let _ = writeln!(io::stderr().lock(), "{message}");
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;

    #[test]
    fn lines_are_read_however_they_end_and_however_long_they_are() {
        let long = "x".repeat(3 * LONGEST_LINE);
        let text = format!("a\n\n{long}\nb");
        let mut reader = BufReader::with_capacity(7, text.as_bytes());
        let (mut line, mut lengths) = (Vec::new(), Vec::new());
        while next_line(&mut reader, &mut line).unwrap() {
            lengths.push(line.len());
        }
        assert_eq!(lengths, [1, 0, LONGEST_LINE, 1]);
        assert_eq!(line, b"");
    }
}
