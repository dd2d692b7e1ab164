//! Finds the error in a value that is not valid TOML, and repairs it.

use super::items::{after_text, split_comment};
use super::value::shortened;

/// An error in a line, and the repaired line, if the intended value is clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The message: what was expected and what was found.
    pub message: String,
    /// The line to read instead.
    pub line: Option<String>,
}

/// Curly quotation marks, and others that TOML does not accept.
const QUOTES: [char; 14] = ['“', '”', '„', '‟', '«', '»', '‹', '›', '‘', '’', '‚', '‛', '`', '´'];
/// Dashes that look like a minus.
const DASHES: [char; 6] = ['–', '—', '−', '‐', '‑', '‒'];
/// Words that people write instead of `true`.
const TRUE: [&str; 9] = ["true", "yes", "on", "ja", "an", "oui", "si", "sí", "vrai"];
/// Words that people write instead of `false`.
const FALSE: [&str; 8] = ["false", "no", "off", "nein", "aus", "non", "faux", "falso"];

/// Finds the error in the value of a line `key = value`.
#[must_use]
pub fn wrong(key: &str, line: &str, is_secret: bool) -> Option<Wrong> {
    let (before, rest) = line.split_once('=')?;
    let (value, comment) = split_comment(rest);
    let value = value.trim();
    let with = |value: &str| {
        let space = if comment.is_empty() { "" } else { " " };
        Some(format!("{before}= {value}{space}{comment}"))
    };
    let shown = |value: &str| {
        if is_secret { String::new() } else { format!(", as in {key} = {}", shortened(value)) }
    };
    let found = |value: &str| {
        if is_secret { "something else".to_owned() } else { shortened(value) }
    };
    if value.is_empty() {
        return Some(Wrong {
            message: "expected a value after the =, found nothing".into(),
            line: None,
        });
    }
    if value.starts_with('[') {
        return in_list(value, is_secret)
            .map(|(message, value)| Wrong { message, line: with(&value) });
    }
    if let Some((message, value)) = quotation(value, is_secret) {
        let message = format!("{message}{}", shown(&value));
        return Some(Wrong { message, line: with(&value) });
    }
    if value.starts_with(['"', '\'', '{']) {
        return None;
    }
    if let Some((text, _)) = value.split_once("//").filter(|(text, _)| !text.trim().is_empty()) {
        // The address of a folder may contain //.
        if text.ends_with([' ', '\t']) {
            let message = "expected # at the beginning of a comment, found //";
            return Some(Wrong { message: message.into(), line: with(text.trim()) });
        }
    }
    if let Some(text) = value.strip_suffix([';', ',']) {
        let message = format!("expected nothing after the value, found {}", &value[text.len()..]);
        return Some(Wrong { message, line: with(text.trim()) });
    }
    let word = value.to_lowercase();
    for (words, meant) in [(&TRUE[..], "true"), (&FALSE, "false")] {
        if words.contains(&word.as_str()) {
            let message = format!("expected true or false, found {}", found(value));
            return Some(Wrong { message, line: with(meant) });
        }
    }
    if ["null", "none", "nil", "~", "-"].contains(&word.as_str()) {
        let message =
            format!("expected a value, found {}; leave the field out instead", found(value));
        return Some(Wrong { message, line: None });
    }
    if value.starts_with(DASHES) {
        let meant = value.replacen(DASHES, "-", 1);
        let message = "expected the minus sign of the keyboard, -, found a longer dash";
        return Some(Wrong { message: message.into(), line: with(&meant) });
    }
    if let Some((message, meant)) = number(value) {
        let message = if is_secret {
            "expected a value of another kind".to_owned()
        } else {
            format!("{message}, found {}", found(value))
        };
        return Some(Wrong { message, line: with(&meant) });
    }
    let meant = quoted(value);
    let message = format!("expected quotation marks around a text{}", shown(&meant));
    Some(Wrong { message, line: with(&meant) })
}

/// Finds the error in one line of a list of several lines.
#[must_use]
pub fn wrong_in_list(line: &str, is_first: bool, is_secret: bool) -> Option<Wrong> {
    let (before, rest) = if is_first { line.split_at(line.find('=')? + 1) } else { ("", line) };
    let (value, comment) = split_comment(rest);
    let (message, value) = in_list(value, is_secret)?;
    Some(Wrong { message, line: Some(format!("{before}{value}{comment}")) })
}

/// Adds missing quotation marks to the items of a list, and replaces wrong ones. Returns the message and the
/// repaired list.
fn in_list(list: &str, is_secret: bool) -> Option<(String, String)> {
    let (mut rest, mut mended, mut message) = (list, String::new(), None);
    while let Some(first) = rest.chars().next() {
        if matches!(first, '"' | '\'') {
            let after = after_text(rest, first);
            mended.push_str(&rest[..rest.len() - after.len()]);
            rest = after;
            continue;
        }
        if first.is_whitespace() || "[],{}=".contains(first) {
            mended.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let end = rest.find([',', ']', '[', '{', '}', '"', '\'']).unwrap_or(rest.len());
        let item = rest[..end].trim_end();
        rest = &rest[item.len()..];
        let is_good = toml::de::DeValue::parse(item).is_ok();
        let cure = match quotation(item, is_secret) {
            Some(cure) => Some(cure),
            None if is_good || item.contains('=') => None,
            None => Some(("expected quotation marks around a text".to_owned(), quoted(item))),
        };
        match cure {
            Some((told, item)) => {
                message.get_or_insert_with(|| {
                    if is_secret { told } else { format!("{told}, as in {}", shortened(&item)) }
                });
                mended.push_str(&item);
            }
            None => mended.push_str(item),
        }
    }
    message.map(|message| (message, mended))
}

/// Finds the error in the quotation marks of a text. Returns the message and the repaired text.
fn quotation(value: &str, is_secret: bool) -> Option<(String, String)> {
    let first = value.chars().next()?;
    if QUOTES.contains(&first) || (value.ends_with(QUOTES) && matches!(first, '"' | '\'')) {
        let text = value.trim_matches(|c| QUOTES.contains(&c) || c == '"' || c == '\'');
        let message = if is_secret {
            "expected straight quotation marks, \"".to_owned()
        } else {
            format!("expected straight quotation marks, \", found {first}")
        };
        return Some((message, quoted(text)));
    }
    if !matches!(first, '"' | '\'') || value.starts_with("\"\"\"") || value.starts_with("'''") {
        return None;
    }
    let after = after_text(value, first);
    let text = &value[1..value.len() - after.len()];
    let is_closed =
        text.ends_with(first) && !(first == '"' && after.is_empty() && escaped_end(text));
    if first == '"' && text.contains('\\') && after.is_empty() {
        let text = value[1..].trim_end_matches('"');
        let message = "expected single quotation marks around a text with \\";
        return Some((message.to_owned(), quoted(text)));
    }
    if !is_closed {
        let message = "expected a quotation mark at the end of the text, found none";
        return Some((message.to_owned(), quoted(&value[1..])));
    }
    if !after.trim().is_empty() && after.contains(first) {
        let text = value[1..].strip_suffix(first).unwrap_or(&value[1..]);
        let message = "expected other quotation marks around a text with quotation marks in it";
        return Some((message.to_owned(), quoted(text)));
    }
    if !after.trim().is_empty() {
        let message = "expected nothing after the text, found more";
        return Some((message.to_owned(), value[..value.len() - after.len()].to_owned()));
    }
    if text.contains(char::is_control) {
        let message = "expected a text without control characters";
        return Some((message.to_owned(), quoted(text.trim_end_matches(first))));
    }
    None
}

/// Whether a text ends with an escaped quotation mark.
fn escaped_end(text: &str) -> bool {
    let before = text.strip_suffix('"').unwrap_or(text);
    before.chars().rev().take_while(|&c| c == '\\').count() % 2 == 1
}

/// Puts a text into quotation marks, so that its backslashes stay as they are.
fn quoted(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    if !text.contains('\'') && text.contains(['\\', '"']) {
        format!("'{text}'")
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// Finds the error in a number. Returns the message and the intended number.
fn number(value: &str) -> Option<(String, String)> {
    let sign = |text: &str| text.starts_with(['+', '-']);
    let digits = value.strip_prefix(['+', '-']).unwrap_or(value);
    let number = |text: &str| text.parse::<f64>().is_ok();
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if let Some((whole, part)) = digits.split_once(',')
        && is_digits(whole)
        && is_digits(part)
    {
        let meant = value.replace(',', ".");
        return Some((format!("expected a point in a number, as in {meant}"), meant));
    }
    if matches!(digits.to_lowercase().as_str(), "infinity" | "∞" | "inf" | "nan") {
        let meant = if digits.eq_ignore_ascii_case("nan") { "nan" } else { "inf" };
        return Some(("expected a number such as 60 or 1.5".to_owned(), meant.to_owned()));
    }
    if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(digits.len());
    let mut meant = digits[..end].trim_end_matches('.').to_owned();
    let unit = digits[end..].trim();
    if meant.starts_with('.') {
        meant.insert(0, '0');
    }
    let whole = meant.split('.').next().unwrap_or_default();
    let zeros = whole.len() - whole.trim_start_matches('0').len();
    if zeros > 0 && whole.len() > 1 {
        meant.replace_range(..zeros.min(whole.len() - 1), "");
    }
    if !number(&meant) || !unit.chars().all(|c| c.is_alphabetic() || "%\"'°. ".contains(c)) {
        return None;
    }
    let meant = if sign(value) { format!("{}{meant}", &value[..1]) } else { meant };
    let what = if unit.is_empty() { "a number" } else { "a number without a unit" };
    Some((format!("expected {what}, as in {meant}"), meant))
}
