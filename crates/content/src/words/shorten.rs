//! Names that are too long for their place: shortened with …, and never so that two become the same.

use unicode_segmentation::UnicodeSegmentation;

/// What stands for the part of a name that is left out.
pub const ELLIPSIS: char = '…';

/// Two names, each with as many of its characters as fit, and never the same.
pub fn shorten_both(names: &[String; 2], fits: impl Fn(&str) -> bool) -> [String; 2] {
    let [one, two] = names;
    let short = [shorten(one, two, &fits), shorten(two, one, &fits)];
    if short[0] != short[1] || one == two {
        return short;
    }
    // They differ by nothing that is short, such as the length of a row of dashes: count them.
    [1, 2].map(|number| {
        let end = format!("{ELLIPSIS}{number}");
        let letters: Vec<&str> = one.graphemes(true).collect();
        let beginnings = (0..letters.len()).rev().map(|count| letters[..count].concat());
        let counted = beginnings.map(|beginning| format!("{}{end}", beginning.trim_end()));
        counted.into_iter().find(|counted| fits(counted)).unwrap_or(end)
    })
}

/// A name with as many of its characters as fit; `other` is the name that it has to be told from.
///
/// The beginning stays. Where both names begin alike for longer than there is room, the place at which
/// they begin to differ stays, too. A character is what a reader takes for one: a letter with its marks,
/// an emoji with its parts. At least one is always left.
fn shorten(name: &str, other: &str, fits: impl Fn(&str) -> bool) -> String {
    if fits(name) {
        return name.to_owned();
    }
    let letters: Vec<&str> = name.graphemes(true).collect();
    let alike =
        letters.iter().zip(other.graphemes(true)).take_while(|(one, two)| *one == two).count();
    // The more characters are kept, the wider it is: look for the most that fit by halving.
    let (mut least, mut most) = (1, letters.len());
    while most - least > 1 {
        let middle = least.midpoint(most);
        if fits(&kept(&letters, alike, middle)) { least = middle } else { most = middle }
    }
    kept(&letters, alike, least)
}

/// A name of which `count` characters are kept; the first `alike` of them do not tell it from another.
fn kept(letters: &[&str], alike: usize, count: usize) -> String {
    let length = letters.len();
    if count >= length {
        return letters.concat();
    }
    if alike < count {
        return format!("{}{ELLIPSIS}", letters[..count].concat().trim_end());
    }
    // With the last character that both have, where there is room for it.
    let start = alike.min(length - 1).saturating_sub(usize::from(count > 3));
    let tail = (length - start).min(count.div_ceil(2));
    let head = (count - tail).min(start);
    let beginning = letters[..head].concat();
    let rest = letters[start..start + tail].concat();
    let end = if start + tail < length { "…" } else { "" };
    // Nothing is left out between the two where they touch.
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
    fn names_that_begin_alike_keep_what_tells_them_apart() {
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
        fn two_names_never_become_one(
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
