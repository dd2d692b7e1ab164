//! Finds and hides the PINs in a file. Messages never show them.

use crate::limits::PIN_DIGITS as DIGITS;

/// Whether a name or a line suggests a secret, which must never be shown.
#[must_use]
pub fn is_secret(text: &str) -> bool {
    let text = text.to_lowercase();
    ["pin", "hash", "pass", "secret"].iter().any(|part| text.contains(part))
}

/// The possible PINs of a text: all runs of digits, as long as the shortest PIN or longer, in lines that
/// [`is_secret`] finds.
#[derive(Clone, Debug, Default)]
pub struct Secrets(String);

impl Secrets {
    /// Collects the possible PINs of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let lines = text.lines().filter(|line| is_secret(line));
        let runs: Vec<&str> = lines.flat_map(runs).collect();
        Self(runs.join(" "))
    }

    /// Replaces each run of digits that may be a PIN, or a part of one, with `…`.
    #[must_use]
    pub fn hide(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
            let (before, from) = rest.split_at(start);
            let end = from.find(|c: char| !c.is_ascii_digit()).unwrap_or(from.len());
            let (run, after) = from.split_at(end);
            let is_pin = run.len() >= *DIGITS.start() && self.0.contains(run);
            shown.push_str(before);
            shown.push_str(if is_pin { "…" } else { run });
            rest = after;
        }
        shown + rest
    }
}

fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() >= *DIGITS.start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_digits_of_lines_about_a_pin_are_hidden() {
        let secrets = Secrets::of("a = 1800\n# my PIN is 4711\npin-hash = 82640, 123\n");
        for (text, expected) in [
            ("expected 10 to 1800, found 4711", "expected 10 to 1800, found …"),
            ("4711 and 4711, 82640", "… and …, …"),
            // The first digits of a possible PIN are hidden, too.
            ("found 8264…, 123", "found ……, 123"),
            ("found 14711", "found 14711"),
            ("found 14711 and 4711", "found 14711 and …"),
            ("", ""),
        ] {
            assert_eq!(secrets.hide(text), expected);
        }
        assert_eq!(Secrets::default().hide("4711"), "4711");
    }
}
