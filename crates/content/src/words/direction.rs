//! Finds letters that are written from right to left. The text layout reverses the numbers among such
//! letters. So locales with such letters are refused, and names of data with such letters are not shown.

/// The blocks of letters that are written from right to left, and the characters that change the direction
/// (Unicode Standard Annex 9: classes R, AL, RLE, RLO and RLI, and code points reserved for them).
const RIGHT_TO_LEFT: [(char, char); 11] = [
    ('\u{0590}', '\u{08FF}'),
    ('\u{200F}', '\u{200F}'),
    ('\u{202B}', '\u{202B}'),
    ('\u{202E}', '\u{202E}'),
    ('\u{2067}', '\u{2067}'),
    ('\u{FB1D}', '\u{FDCF}'),
    ('\u{FDF0}', '\u{FDFF}'),
    ('\u{FE70}', '\u{FEFE}'),
    ('\u{10800}', '\u{10CFF}'),
    ('\u{10D00}', '\u{10FFF}'),
    ('\u{1E800}', '\u{1EFFF}'),
];

/// The first letter of a text that is written from right to left, if there is one.
#[must_use]
pub fn right_to_left(text: &str) -> Option<char> {
    let is_right_to_left =
        |c: &char| RIGHT_TO_LEFT.iter().any(|(first, last)| (first..=last).contains(&c));
    text.chars().find(is_right_to_left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_scripts_from_right_to_left_are_found() {
        // Hebrew, Arabic, Syriac, Thaana, N'Ko, a presentation form, Adlam, and a character that changes the
        // direction.
        for text in ["חתול 12", "قط ١٢", "ܐ", "ދ", "ߊ", "ﷲ", "𞤀", "abc\u{202E}def"]
        {
            assert!(right_to_left(text).is_some(), "{text:?}");
        }
        for text in
            ["", "cat 12", "γάτα", "кошка", "猫", "고양이", "แมว", "बिल्ली", "\u{FEFF}x", "🐱"]
        {
            assert_eq!(right_to_left(text), None, "{text:?}");
        }
        assert_eq!(right_to_left("the חתול"), Some('ח'));
    }
}
