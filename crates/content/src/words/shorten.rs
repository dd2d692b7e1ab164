//! Shortens names that are too long for their place, with …. Two different names never become the same.

use unicode_segmentation::UnicodeSegmentation;

/// The character that replaces the removed part of a name.
pub const ELLIPSIS: char = '…';

/// Shortens two names to as many characters as fit. Two different names never become the same.
pub fn shorten_both(names: &[String; 2], fits: impl Fn(&str) -> bool) -> [String; 2] {
    let [one, two] = names;
    let short = [shorten(one, two, &fits), shorten(two, one, &fits)];
    if short[0] != short[1] || one == two {
        return short;
    }
    // No short form shows the difference, such as the length of a row of dashes: number the names.
    [1, 2].map(|number| {
        let end = format!("{ELLIPSIS}{number}");
        let letters: Vec<&str> = one.graphemes(true).collect();
        let beginnings = (0..letters.len()).rev().map(|count| letters[..count].concat());
        let counted = beginnings.map(|beginning| format!("{}{end}", beginning.trim_end()));
        counted.into_iter().find(|counted| fits(counted)).unwrap_or(end)
    })
}

/// Shortens a name to as many characters as fit. `other` is the name that it must differ from.
///
/// Keeps the beginning. If the common beginning of both names is too long to fit, also keeps the place of the
/// first difference. A character is a grapheme: a letter with its marks, or an emoji with its parts. At least
/// one character always stays.
fn shorten(name: &str, other: &str, fits: impl Fn(&str) -> bool) -> String {
    if fits(name) {
        return name.to_owned();
    }
    let letters: Vec<&str> = name.graphemes(true).collect();
    let alike =
        letters.iter().zip(other.graphemes(true)).take_while(|(one, two)| *one == two).count();
    // More characters are wider: find the most that fit by bisection.
    let (mut least, mut most) = (1, letters.len());
    while most - least > 1 {
        let middle = least.midpoint(most);
        if fits(&kept(&letters, alike, middle)) { least = middle } else { most = middle }
    }
    kept(&letters, alike, least)
}

/// Shortens a name to `count` characters. Its first `alike` characters are the same as in the other name.
fn kept(letters: &[&str], alike: usize, count: usize) -> String {
    let length = letters.len();
    if count >= length {
        return letters.concat();
    }
    if alike < count {
        return format!("{}{ELLIPSIS}", letters[..count].concat().trim_end());
    }
    // Include the last common character if there is room for it.
    let start = alike.min(length - 1).saturating_sub(usize::from(count > 3));
    let tail = (length - start).min(count.div_ceil(2));
    let head = (count - tail).min(start);
    let beginning = letters[..head].concat();
    let rest = letters[start..start + tail].concat();
    let end = if start + tail < length { "…" } else { "" };
    // If the two parts touch, nothing is left out between them.
    let gap = if head < start { "…" } else { "" };
    format!("{}{gap}{}{end}", beginning.trim_end(), rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(one: &str, two: &str, most: usize) -> [String; 2] {
        let fits = |text: &str| text.graphemes(true).count() <= most;
        shorten_both(&[one, two].map(str::to_owned), fits)
    }

    #[test]
    fn a_name_that_fits_stays_whole() {
        assert_eq!(both("cat", "dog", 3), ["cat", "dog"]);
        assert_eq!(both("a", "b", 1), ["a", "b"]);
        assert_eq!(both("", "b", 1), ["", "b"]);
    }

    #[test]
    fn a_long_name_keeps_its_beginning() {
        assert_eq!(both("alpha beta gamma", "omega psi chi", 8), ["alpha b…", "omega p…"]);
        // No space before the dots.
        assert_eq!(both("alpha beta", "omega", 7), ["alpha…", "omega"]);
    }

    #[test]
    fn names_with_the_same_beginning_keep_their_difference() {
        assert_eq!(
            both("alpha beta gamma delta 1", "alpha beta gamma delta 2", 9),
            ["alpha b…1", "alpha b…2"]
        );
        assert_eq!(both(&"x".repeat(60), &"x".repeat(61), 5), ["xxx…1", "xxx…2"]);
        let middle = |letter: char| format!("{}{letter}{}", "a".repeat(40), "z".repeat(40));
        let [one, two] = both(&middle('1'), &middle('2'), 9);
        assert!(one.contains('1') && two.contains('2'), "{one} {two}");
    }

    #[test]
    fn a_letter_stays_with_its_marks_and_an_emoji_with_its_parts() {
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}";
        assert_eq!(both(&family.repeat(9), "b", 3)[0], format!("{}…", family.repeat(2)));
        let marked = "e\u{301}";
        assert_eq!(both(&marked.repeat(9), "b", 3)[0], format!("{}…", marked.repeat(2)));
    }

    proptest::proptest! {
        #[test]
        fn two_names_never_become_the_same(
            one in "[ab ]{1,40}", two in "[ab ]{1,40}", most in 5usize..30,
        ) {
            let tidy = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ");
            let (one, two) = (tidy(&one), tidy(&two));
            proptest::prop_assume!(one != two && !one.is_empty() && !two.is_empty());
            let [short_one, short_two] = both(&one, &two, most);
            proptest::prop_assert_ne!(&short_one, &short_two, "{} {}", one, two);
            for short in [&short_one, &short_two] {
                proptest::prop_assert!(short.graphemes(true).count() <= most, "{}", short);
            }
        }
    }
}
