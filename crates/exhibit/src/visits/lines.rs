//! Reads a file of visits line by line, whatever bytes it holds.

use std::io::{self, BufRead};

use super::record::Record;
use content::limits::VISIT_LINE_BYTES;

/// The byte order mark, with which a text in UTF-8 may begin.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The counts of a file that was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Count of its bytes.
    pub bytes: u64,
    /// Count of its lines with a visit.
    pub visits: usize,
    /// Count of its lines with something else.
    pub bad: usize,
}

/// The content of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A visit.
    Visit(Record),
    /// Something else, and the reason why it is no visit.
    Bad(String),
}

/// Reads a file's lines and passes each to `each`, with its number, counted from 1. Blank lines are left out.
/// Memory never holds more than one line, and never more of that line than the limit.
///
/// # Errors
/// The input cannot be read any further.
pub fn read(mut input: impl BufRead, mut each: impl FnMut(usize, Found)) -> io::Result<Count> {
    let (mut line, mut number, mut count) = (Vec::new(), 0, Count::default());
    while let Some(length) = next_line(&mut input, &mut line)? {
        number += 1;
        count.bytes += length;
        let text = match line.strip_prefix(MARK) {
            Some(text) if number == 1 => text,
            _ => &line,
        };
        let found = if number == 1
            && (text.starts_with(b"\xff\xfe") || text.starts_with(b"\xfe\xff"))
        {
            Found::Bad("expected text in UTF-8, found UTF-16; save the file as UTF-8".to_owned())
        } else if line.len() > VISIT_LINE_BYTES {
            Found::Bad(format!("expected a visit: at most {VISIT_LINE_BYTES} bytes in a line"))
        } else {
            match Record::from_bytes(text) {
                Ok(None) => continue,
                Ok(Some(record)) => Found::Visit(record),
                Err(error) => Found::Bad(error.to_string()),
            }
        };
        match &found {
            Found::Visit(_) => count.visits += 1,
            Found::Bad(_) => count.bad += 1,
        }
        each(number, found);
    }
    Ok(count)
}

/// Reads a line without its end, and returns its length with its end; `None` at the end of the input. Of a
/// line that is too long, it keeps just enough to show that the line is too long.
fn next_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<u64>> {
    line.clear();
    let mut length = 0;
    loop {
        let buffer = match reader.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            return Ok((length > 0).then_some(length));
        }
        let end = buffer.iter().position(|&byte| byte == b'\n');
        let part = end.unwrap_or(buffer.len());
        let room = (VISIT_LINE_BYTES + 1).saturating_sub(line.len());
        line.extend_from_slice(&buffer[..part.min(room)]);
        let used = end.map_or(part, |end| end + 1);
        reader.consume(used);
        length += used as u64;
        if end.is_some() {
            return Ok(Some(length));
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use proptest::prelude::*;
    use std::io::BufReader;

    const VISIT: &str =
        r#"{"began":"2026-11-24T14","seconds":1,"chapters":[],"guesses":{"right":0,"asked":0}}"#;

    fn found(bytes: &[u8]) -> (Count, Vec<(usize, String)>) {
        let mut all = Vec::new();
        let count = read(BufReader::with_capacity(7, bytes), |number, found| {
            let told = match found {
                Found::Visit(record) => format!("{} s", record.visit.seconds),
                Found::Bad(problem) => problem,
            };
            all.push((number, told));
        });
        (count.unwrap(), all)
    }

    #[test]
    fn lines_are_read_however_they_end_and_begin() {
        for text in [
            format!("{VISIT}\n{VISIT}\n"),
            format!("{VISIT}\r\n{VISIT}"),
            format!("\u{feff}{VISIT}\r\n{VISIT}\r\n"),
        ] {
            let (count, all) = found(text.as_bytes());
            assert_eq!(count, Count { bytes: text.len() as u64, visits: 2, bad: 0 });
            assert_eq!(all, [(1, "1 s".to_owned()), (2, "1 s".to_owned())]);
        }
        let (count, all) = found(format!("\n \r\n{VISIT}\n\n").as_bytes());
        assert_eq!((count.visits, count.bad), (1, 0));
        assert_eq!(all[0].0, 3, "blank lines count");
        assert_eq!(found(b"").0, Count::default());
        assert_eq!(found(b"\xef\xbb\xbf").0, Count { bytes: 3, ..Count::default() });
    }

    #[test]
    fn a_line_may_be_as_long_as_the_limit_and_no_longer() {
        let padded = |length: usize| format!("{VISIT}{}\n", " ".repeat(length - VISIT.len()));
        for (length, is_read) in [(VISIT_LINE_BYTES, true), (VISIT_LINE_BYTES + 1, false)] {
            let (count, all) = found((padded(length) + VISIT).as_bytes());
            assert_eq!((count.visits, count.bad), if is_read { (2, 0) } else { (1, 1) });
            assert_eq!(all[1].0, 2);
            assert_eq!(all[0].1.contains("at most 65536 bytes in a line"), !is_read);
        }
    }

    #[test]
    fn invalid_lines_are_reported_with_their_number() {
        let (count, all) = found(format!("{VISIT}\n{}", &VISIT[..40]).as_bytes());
        assert_eq!((count.visits, count.bad), (1, 1));
        assert_eq!(all[1].0, 2);
        assert!(all[1].1.contains("cut short"), "{}", all[1].1);
        let wide: Vec<u8> = "\u{feff}{".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(found(&wide).1[0].1.contains("found UTF-16"));
        assert!(found(b"\n\xff\xff\n").1[0].1.contains("not text in UTF-8"));
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_read(bytes: Vec<u8>) {
            let (count, all) = found(&bytes);
            prop_assert_eq!(count.bytes, bytes.len() as u64);
            prop_assert_eq!(count.visits + count.bad, all.len());
        }
    }
}
