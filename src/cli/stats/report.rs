//! A sum of visits as a table and bars of characters, no wider than 80 columns.

use std::io::{self, Write};

use content::limits::KIOSK_NAME_CHARACTERS;
use content::printable::brief;
use exhibit::visits::summary::Summary;

/// The longest bar, in characters.
const BAR: usize = 48;
/// The longest name of a chapter, in characters.
const CHAPTER: usize = 40;
/// So many of the last days have a bar.
const DAYS: usize = 31;
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/// What fills a part of a character, in eighths.
const EIGHTHS: [char; 8] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/// Prints a sum.
///
/// # Errors
/// `out` cannot be written.
pub fn print(summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
    let mut row = |name: &str, value: String| writeln!(out, "{name:16}{value}");
    row("visits", summary.visits.to_string())?;
    if let Some([first, last]) = summary.days {
        row("days", format!("{first} to {last}, {} of them with visits", summary.by_day.len()))?;
    }
    row("median length", length(summary.median_seconds))?;
    row("mean length", length(summary.mean_seconds))?;
    let guesses = summary.guesses;
    let share = percent(guesses.right as f64, guesses.asked as f64);
    row("right guesses", format!("{} of {}{share}", guesses.right, guesses.asked))?;

    kiosks(summary, out)?;

    let names = summary.chapters.iter().map(|chapter| brief(&chapter.chapter, CHAPTER));
    let names: Vec<_> = names.collect();
    let width = width(&names, "chapter");
    writeln!(
        out,
        "\n{:width$}  {:>7}  {:>6}  {:>15}",
        "chapter", "visits", "share", "steps per visit"
    )?;
    for (chapter, name) in summary.chapters.iter().zip(&names) {
        let share = 100.0 * chapter.visits as f64 / summary.visits.max(1) as f64;
        let steps = chapter.steps as f64 / chapter.visits.max(1) as f64;
        let visits = chapter.visits;
        writeln!(out, "{name:width$}  {visits:>7}  {share:>4.0} %  {:>15}", number(steps))?;
    }

    let open = summary.by_hour.iter().position(|&visits| visits > 0).unwrap_or(0);
    let close = summary.by_hour.iter().rposition(|&visits| visits > 0).unwrap_or(0);
    let hours = (open..=close).map(|hour| (format!("{hour:02}:00"), summary.by_hour[hour]));
    chart(out, "visits by hour of the day", hours.collect())?;
    let weekdays = WEEKDAYS.iter().zip(summary.by_weekday);
    chart(
        out,
        "visits by day of the week",
        weekdays.map(|(&day, n)| (day.to_owned(), n)).collect(),
    )?;
    let skipped = summary.by_day.len().saturating_sub(DAYS);
    let days = summary.by_day.iter().skip(skipped).map(|(day, &visits)| (day.to_string(), visits));
    let title = if skipped > 0 {
        format!("visits on the last {DAYS} days with any")
    } else {
        "visits by day".to_owned()
    };
    chart(out, &title, days.collect())
}

/// How many visits each kiosk had, where any has a name.
fn kiosks(summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
    if summary.kiosks.keys().all(String::is_empty) {
        return Ok(());
    }
    let name = |name: &String| {
        if name.is_empty() {
            "without a name".to_owned()
        } else {
            brief(name, KIOSK_NAME_CHARACTERS)
        }
    };
    let names: Vec<_> = summary.kiosks.keys().map(name).collect();
    let width = width(&names, "kiosk");
    writeln!(out, "\n{:width$}  {:>7}  {:>6}", "kiosk", "visits", "share")?;
    for (name, visits) in names.iter().zip(summary.kiosks.values()) {
        let share = 100.0 * *visits as f64 / summary.visits.max(1) as f64;
        writeln!(out, "{name:width$}  {visits:>7}  {share:>4.0} %")?;
    }
    Ok(())
}

/// How wide a column is that has this title.
fn width(names: &[String], title: &str) -> usize {
    let widest = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    widest.max(title.len())
}

fn chart(out: &mut dyn Write, title: &str, rows: Vec<(String, usize)>) -> io::Result<()> {
    writeln!(out, "\n{title}")?;
    let most = rows.iter().map(|&(_, visits)| visits).max().unwrap_or(0);
    for (name, visits) in rows {
        let line = format!("{name:>10}  {}{visits}", bar(visits, most));
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// A bar with a space behind it; of nothing, nothing.
fn bar(count: usize, most: usize) -> String {
    if count == 0 || most == 0 {
        return String::new();
    }
    let eighths = (count as f64 / most as f64 * (BAR * 8) as f64).round().max(1.0) as usize;
    let mut bar = "█".repeat(eighths / 8);
    if !eighths.is_multiple_of(8) {
        bar.push(EIGHTHS[eighths % 8]);
    }
    bar.push(' ');
    bar
}

fn length(seconds: f64) -> String {
    let whole = seconds.round() as u64;
    match (whole / 3600, whole / 60 % 60, whole % 60) {
        (0, 0, s) => format!("{s} s"),
        (0, m, s) => format!("{m} min {s:02} s"),
        (h, m, _) => format!("{h} h {m:02} min"),
    }
}

/// In few characters, however large it is.
fn number(number: f64) -> String {
    if number < 1e12 { format!("{number:.1}") } else { format!("{number:.1e}") }
}

fn percent(part: f64, whole: f64) -> String {
    if whole > 0.0 { format!(", {:.0} %", 100.0 * part / whole) } else { String::new() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use exhibit::visits::summary::ChapterSummary;

    fn printed(summary: &Summary) -> String {
        let mut out = Vec::new();
        print(summary, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn stats_are_grouped_by_kiosk_where_one_has_a_name() {
        let mut summary = Summary { visits: 4, ..Summary::default() };
        summary.kiosks = [(String::new(), 4)].into();
        assert!(!printed(&summary).contains("kiosk"));
        summary.kiosks = [(String::new(), 1), ("Hall 2".to_owned(), 3)].into();
        let expected = "\n
kiosk            visits   share
without a name        1    25 %
Hall 2                3    75 %
\n";
        assert!(printed(&summary).contains(expected), "{}", printed(&summary));
    }

    #[test]
    fn no_name_in_stats_controls_a_terminal_or_is_too_wide() {
        let name = "\x1b[2J\u{9b}".repeat(10);
        let chapter = ChapterSummary { chapter: name.repeat(2), visits: 1, steps: u64::MAX };
        let mut summary = Summary { visits: 1, chapters: vec![chapter], ..Summary::default() };
        summary.kiosks = [(name, 1)].into();
        let text = printed(&summary);
        assert!(text.contains("\\u{1b}[2J") && text.contains('…'), "{text}");
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    }

    #[test]
    fn bars_are_as_long_as_what_they_count() {
        assert_eq!(bar(0, 9), "");
        assert_eq!(bar(9, 9).chars().count(), BAR + 1);
        assert_eq!(bar(1, 2).trim_end(), "█".repeat(BAR / 2));
        assert_eq!(bar(1, BAR * 4), "▎ ");
        assert_eq!(bar(1, 1_000_000), "▏ ", "something is never nothing");
    }

    #[test]
    fn lengths_are_told_in_what_fits_them() {
        let told = [0.4, 59.4, 200.0, 3600.0, 7325.0].map(length);
        assert_eq!(told, ["0 s", "59 s", "3 min 20 s", "1 h 00 min", "2 h 02 min"]);
    }
}
