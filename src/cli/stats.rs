//! `learning-machine stats`: what counted visits come to.

pub mod report;

use std::fmt::Display;
use std::io::{self, BufReader, Read, Write};
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use jiff::Zoned;

use super::{input, output};
use content::limits::{VISIT_LINES_TOLD, VISITS_FILE_BYTES};
use content::printable::{printable, printable_json};
use exhibit::visits::lines::{self, Found};
use exhibit::visits::summary::Sum;

/// Sum up the visits that an exhibit has counted
///
/// Prints how many there were, how long they were, what was reached and guessed, when they were, and at
/// which kiosk. Lines that tell of no visit, or of one in a month that is still to come, are named on
/// standard error and left out.
#[derive(Debug, Args)]
pub struct StatsArguments {
    /// Files of visits, such as visits.jsonl and those that have been put aside; at most 1 GiB each
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
        let mut sum = Sum::new(Zoned::now().date());
        let mut bad = 0;
        for path in &self.files {
            let file = input::open(path, "a file of visits")
                .with_context(|| format!("{}: cannot be read", path.display()))?;
            let told = |message: &str| tell(&format!("{}{message}", path.display()));
            bad += read(file, VISITS_FILE_BYTES, &mut sum, told)
                .with_context(|| format!("{}: cannot be read", path.display()))?;
        }
        let summary = sum.finish();
        if summary.visits == 0 {
            bail!("expected visits, found none{}", left_out(bad, summary.in_the_future));
        }
        output::write(None, |out| {
            if self.json {
                let json = serde_json::to_string_pretty(&summary)?;
                writeln!(out, "{}", printable_json(&json))
            } else {
                report::print(&summary, out)
            }
        })
    }
}

/// Reads a file's visits; the answer is how many of its lines tell of none. `told` hears what is left out.
///
/// # Errors
/// It cannot be read any further, or is larger than the limit.
fn read(file: impl Read, limit: u64, sum: &mut Sum, told: impl Fn(&str)) -> Result<usize> {
    let file = BufReader::with_capacity(1 << 16, file.take(limit.saturating_add(1)));
    let mut skipped: usize = 0;
    let mut skip = |number: usize, why: &dyn Display| {
        skipped += 1;
        if skipped <= VISIT_LINES_TOLD {
            told(&format!(", line {number}: {why}; left out"));
        }
    };
    let count = lines::read(file, |number, found| match found {
        Found::Bad(problem) => skip(number, &problem),
        Found::Visit(record) if !sum.add(&record) => {
            let began = record.began.strftime("%Y-%m");
            skip(number, &format_args!("a visit of {began}, a future month"));
        }
        Found::Visit(_) => {}
    })?;
    if skipped > VISIT_LINES_TOLD {
        told(&format!(": and {} more such lines", skipped - VISIT_LINES_TOLD));
    }
    ensure!(count.bytes <= limit, "expected a file of at most {limit} bytes, found more");
    if count.bytes == 0 {
        told(": expected visits, found an empty file");
    } else if count.visits + count.bad == 0 {
        told(": expected visits, found blank lines");
    }
    Ok(count.bad)
}

/// What was found instead of visits.
fn left_out(bad: usize, in_the_future: usize) -> String {
    let lines =
        |count: usize| if count == 1 { "1 line".to_owned() } else { format!("{count} lines") };
    let mut parts = Vec::new();
    if bad > 0 {
        let are = if bad == 1 { "is not a visit" } else { "are not visits" };
        parts.push(format!("{} that {are}", lines(bad)));
    }
    if in_the_future > 0 {
        parts.push(format!("{} of future months", lines(in_the_future)));
    }
    if parts.is_empty() { String::new() } else { format!(", but {}", parts.join(" and ")) }
}

fn tell(message: &str) {
    // If even this cannot be written, there is nobody to tell.
    let _ = writeln!(io::stderr().lock(), "{}", printable(message));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use jiff::civil::date;
    use std::cell::RefCell;

    const VISIT: &str =
        r#"{"began":"2026-11-24T14","seconds":1,"chapters":[],"guesses":{"right":0,"asked":0}}"#;

    fn reading(file: impl Read, limit: u64) -> (Result<usize>, Vec<String>, usize) {
        let mut sum = Sum::new(date(2026, 11, 30));
        let told = RefCell::new(Vec::new());
        let bad = read(file, limit, &mut sum, |line| told.borrow_mut().push(line.to_owned()));
        (bad, told.into_inner(), sum.finish().visits)
    }

    #[test]
    fn stats_tell_of_files_without_visits() {
        for (text, expected) in [
            ("", ": expected visits, found an empty file"),
            ("\u{feff}", ": expected visits, found blank lines"),
            ("\r\n\n", ": expected visits, found blank lines"),
        ] {
            let (bad, told, visits) = reading(text.as_bytes(), 100);
            assert_eq!((bad.unwrap(), visits), (0, 0));
            assert_eq!(told, [expected]);
        }
        let (_, told, visits) = reading(format!("\u{feff}{VISIT}\r\n").as_bytes(), 200);
        assert_eq!((told.len(), visits), (0, 1));
    }

    #[test]
    fn stats_name_at_most_ten_lines_of_a_file() {
        let text = format!("{VISIT}\n{}{VISIT}", "x\n".repeat(14));
        let (bad, told, visits) = reading(text.as_bytes(), 1 << 20);
        assert_eq!((bad.unwrap(), visits, told.len()), (14, 2, VISIT_LINES_TOLD + 1));
        assert!(told[0].starts_with(", line 2: expected a visit: "), "{told:?}");
        assert_eq!(told[VISIT_LINES_TOLD], ": and 4 more such lines");
    }

    #[test]
    fn stats_leave_out_months_that_are_still_to_come() {
        let text = format!("{}\n{VISIT}", VISIT.replace("2026", "2090"));
        let (bad, told, visits) = reading(text.as_bytes(), 1 << 20);
        assert_eq!((bad.unwrap(), visits), (0, 1));
        let expected = ", line 1: a visit of 2090-11, a future month; left out";
        assert_eq!(told, [expected]);
    }

    #[test]
    fn stats_read_a_file_as_large_as_the_limit_and_no_larger() {
        let length = VISIT.len() as u64;
        assert_eq!(reading(VISIT.as_bytes(), length).0.unwrap(), 0);
        let problem = reading(VISIT.as_bytes(), length - 1).0.unwrap_err().to_string();
        assert_eq!(problem, format!("expected a file of at most {} bytes, found more", length - 1));
        let endless = reading(io::repeat(b'{'), 1 << 22).0.unwrap_err().to_string();
        assert!(endless.contains("at most 4194304 bytes"), "{endless}");
        let lines = reading(format!("{VISIT}\n").repeat(100).as_bytes(), 1000).0;
        assert!(lines.unwrap_err().to_string().contains("at most 1000 bytes"));
    }

    #[test]
    fn what_stats_found_instead_is_told_with_its_number() {
        assert_eq!(left_out(0, 0), "");
        assert_eq!(left_out(1, 0), ", but 1 line that is not a visit");
        assert_eq!(left_out(3, 1), ", but 3 lines that are not visits and 1 line of future months");
    }
}
