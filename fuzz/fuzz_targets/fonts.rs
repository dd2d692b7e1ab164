//! Fonts: any bytes replace the font of running text.
//!
//! Checks: nothing panics or hangs; an accepted font draws its letters; every message is short and
//! printable.

#![no_main]

use std::sync::LazyLock;

use content::files::{Files, REGULAR_FONT};
use content::fonts::{self, Lettering};
use content::limits;
use content::words::Languages;
use libfuzzer_sys::fuzz_target;

static LANGUAGES: LazyLock<Languages> =
    LazyLock::new(|| Languages::load(&Files::default()).expect("shipped"));

fuzz_target!(|input: &[u8]| {
    let files = Files::with_overrides([(REGULAR_FONT.to_owned(), input.to_vec())].into());
    match fonts::check(&files, &LANGUAGES) {
        Ok(()) => {
            // The built-in fonts supply the letters that this font lacks.
            let lacking = Lettering::new(&files).faults(&LANGUAGES);
            assert!(lacking.is_empty(), "{lacking:?}");
        }
        Err(error) => {
            let text = error.to_string();
            assert!(error.path == REGULAR_FONT && text.contains(REGULAR_FONT), "{text}");
            assert!(
                text.chars().count() <= limits::PROBLEM_CHARACTERS + 100,
                "{} bytes",
                text.len()
            );
            assert!(!text.contains(learning::text::is_control), "{text:?}");
        }
    }
});
