//! Decodes the bytes of every text file.

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Decodes the text of a file. Removes the byte order mark that some editors write at the beginning.
///
/// # Errors
/// The text is not UTF-8. The message says that it is UTF-16, or names the first line that is not UTF-8.
pub fn decode(bytes: &[u8]) -> Result<&str, String> {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err("expected text in UTF-8, found UTF-16; save the file as UTF-8".to_owned());
    }
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let line = 1 + bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count();
        format!("line {line}: expected text in UTF-8, found other bytes")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_byte_order_mark_is_removed_and_errors_name_other_encodings() {
        assert_eq!(decode(b"\xEF\xBB\xBFa = b\n"), Ok("a = b\n"));
        assert_eq!(decode(b"a = b\n"), Ok("a = b\n"));
        assert_eq!(decode(b""), Ok(""));
        for utf_16 in [&b"\xFF\xFEa\0"[..], b"\xFE\xFF\0a", b"\xFF\xFE"] {
            let problem = decode(utf_16).unwrap_err();
            assert!(problem.contains("found UTF-16"), "{problem}");
        }
        let latin_1 = decode(b"a = b\nb = gr\xFCn\n").unwrap_err();
        assert_eq!(latin_1, "line 2: expected text in UTF-8, found other bytes");
    }
}
