//! Decodes bytes to text, even if they are not UTF-8.

use super::problem::{Problem, place};

/// Decodes bytes, and returns the text and the errors. UTF-16 with a byte order mark is decoded as UTF-16.
/// Bytes that are not UTF-8 are replaced, so that the rest can be read.
#[must_use]
pub fn decode(bytes: &[u8]) -> (String, Vec<Problem>) {
    let problem = |line, column, message: &str| {
        vec![Problem { line, column, field: String::new(), message: message.to_owned() }]
    };
    let utf16 = match bytes {
        [0xff, 0xfe, rest @ ..] => Some((rest, u16::from_le_bytes as fn([u8; 2]) -> u16)),
        [0xfe, 0xff, rest @ ..] => Some((rest, u16::from_be_bytes as fn([u8; 2]) -> u16)),
        _ => None,
    };
    if let Some((rest, unit)) = utf16 {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        let message = "expected text in UTF-8, found UTF-16; save the file as UTF-8";
        return (String::from_utf16_lossy(&units), problem(1, 1, message));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), Vec::new()),
        Err(error) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let (line, column) = place(&text, error.valid_up_to());
            let message = "expected text in UTF-8, found other bytes; save the file as UTF-8";
            (text, problem(line, column, message))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_not_utf_8_are_reported_with_their_line_and_the_rest_is_read() {
        assert_eq!(decode("a = 'ü'".as_bytes()), ("a = 'ü'".to_owned(), Vec::new()));
        let (text, problems) = decode(b"a = 1\nb = '\xfc'\n");
        assert_eq!(text, "a = 1\nb = '\u{fffd}'\n");
        assert_eq!((problems[0].line, problems[0].column), (2, 6));
        let utf16: Vec<u8> =
            "\u{feff}a = 'ü'\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let (text, problems) = decode(&utf16);
        assert_eq!(text, "a = 'ü'\n");
        assert!(problems[0].message.contains("UTF-16"), "{problems:?}");
        assert_eq!(decode(b"\xfe\xff\x00a\x00").0, "a");
    }
}
