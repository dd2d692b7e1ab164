//! The shipped locales: the fonts have all their characters, and each language writes numbers in its own way.

use std::collections::BTreeSet;

use content::files::{Files, REGULAR_FONT, STRONG_FONT};
use skrifa::{FontRef, MetadataProvider};

#[test]
fn every_character_of_every_locale_is_in_both_fonts() {
    let files = Files::default();
    for path in [REGULAR_FONT, STRONG_FONT] {
        let bytes = files.get(path).unwrap();
        let font = FontRef::new(&bytes).unwrap();
        let has = |character: char| font.charmap().map(character).is_some();
        assert!(has('a') && !has('漢'));
        for path in files.in_folder("locales") {
            let text = files.text(&path).unwrap();
            let characters: BTreeSet<char> = text
                .lines()
                .filter(|line| !line.starts_with('#'))
                .flat_map(str::chars)
                .flat_map(|c| c.to_uppercase().chain([c]))
                .collect();
            let lacking: Vec<_> = characters.into_iter().filter(|&c| !has(c)).collect();
            assert!(lacking.is_empty(), "{path}: {lacking:?}");
        }
    }
}

#[test]
fn no_number_in_a_sentence_is_written_as_in_english() {
    let files = Files::default();
    let mut seen = 0;
    for path in files.in_folder("locales").iter().filter(|path| !path.contains("/en/")) {
        let text = files.text(path).unwrap();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let characters: Vec<char> = line.chars().collect();
            for three in characters.windows(3).filter(|w| w[0].is_ascii_digit()) {
                assert!(three[1] != '.' || !three[2].is_ascii_digit(), "{path}: {line}");
                seen += usize::from(three[1] == ',' && three[2].is_ascii_digit());
            }
        }
    }
    assert!(seen > 0, "some numbers have decimals");
}
