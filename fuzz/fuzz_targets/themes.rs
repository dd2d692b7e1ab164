//! Themes and palettes: any bytes are read as a theme and as a palette.
//!
//! Checks: nothing panics; writing an accepted theme or palette and reading it back gives the same; its
//! contrasts can be computed; every error names the file, and is short and printable.

#![no_main]

use content::files::{FileError, Files};
use content::limits;
use content::look::{self, ClassColour, Look, Palette, Theme};
use libfuzzer_sys::fuzz_target;

const THEME: &str = "themes/own.toml";
const PALETTE: &str = "palettes/own.toml";

fuzz_target!(|input: &[u8]| {
    match load(THEME, input) {
        Ok(look) => {
            check_look(&look);
            let again = load(THEME, written_theme(&look.theme).as_bytes());
            assert_eq!(again.as_ref(), Ok(&look));
        }
        Err(error) => check_error(&error, THEME),
    }
    match load(PALETTE, input) {
        Ok(look) => {
            check_look(&look);
            let again = load(PALETTE, written_palette(&look.palette).as_bytes());
            assert_eq!(again.as_ref(), Ok(&look));
        }
        Err(error) => check_error(&error, PALETTE),
    }
});

/// Loads a look from a theme or a palette, together with the exhibit's own palette or theme.
fn load(path: &str, bytes: &[u8]) -> Result<Look, FileError> {
    let files = Files::with_overrides([(path.to_owned(), bytes.to_vec())].into());
    let (theme, palette) = if path == THEME { ("own", "safe") } else { ("night", "own") };
    assert_eq!(look::all(&files).err(), Look::load(&files, theme, palette).err());
    Look::load(&files, theme, palette)
}

fn check_error(error: &FileError, path: &str) {
    let text = error.to_string();
    assert!(error.path == path && text.contains(path), "{text}");
    assert!(
        text.chars().count() <= limits::PROBLEM_CHARACTERS + 100,
        "{} bytes: {text}",
        text.len()
    );
    assert!(!text.contains(learning::text::is_control), "{text:?}");
}

fn check_look(look: &Look) {
    assert!((0.0..=1.0).contains(&look.theme.shadow));
    for fault in look::faults(look) {
        assert!(fault.len() < 200 && !fault.contains("NaN") && !fault.contains("inf"), "{fault}");
    }
    for label in [false, true] {
        let name = look.class_name(label);
        assert!((1..=limits::COLOUR_NAME_CHARACTERS).contains(&name.chars().count()), "{name:?}");
        assert!(!name.contains(learning::text::is_control), "{name:?}");
    }
}

fn written_theme(theme: &Theme) -> String {
    let Theme { dark, ground, raised, hairline, text, muted, .. } = theme;
    let Theme { boundary, on_boundary, error, unknown, card, ink, shadow, .. } = theme;
    let mut lines = format!("dark = {dark}\nshadow = {:?}\n", f64::from(*shadow));
    for (name, colour) in [
        ("ground", ground),
        ("raised", raised),
        ("hairline", hairline),
        ("text", text),
        ("muted", muted),
        ("boundary", boundary),
        ("on_boundary", on_boundary),
        ("error", error),
        ("unknown", unknown),
        ("card", card),
        ("ink", ink),
    ] {
        lines += &format!("{name} = \"{}\"\n", colour.to_hex());
    }
    lines
}

fn written_palette(palette: &Palette) -> String {
    let class = |ClassColour { name, light, dark, on_light, on_dark }: &ClassColour| {
        let name = name.replace('\\', "\\\\").replace('"', "\\\"");
        let [light, dark, on_light, on_dark] = [light, dark, on_light, on_dark].map(|c| c.to_hex());
        format!(
            "name = \"{name}\"\nlight = \"{light}\"\ndark = \"{dark}\"\non_light = \"{on_light}\"\n\
             on_dark = \"{on_dark}\"\n"
        )
    };
    let [of_false, of_true] = [&palette.class_false, &palette.class_true].map(class);
    format!("[class_false]\n{of_false}\n[class_true]\n{of_true}")
}
