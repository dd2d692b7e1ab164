//! The fonts: whether they can be drawn, and which letters they lack.
//!
//! Fonts are read in the same way as by the overlay's text layout. If a font of a folder overrides a built-in
//! one, the built-in fonts are its fallback: they supply the letters that it lacks.

use std::borrow::Cow;
use std::collections::BTreeSet;

use bevy_ecs::resource::Resource;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, HintingInstance, OutlineGlyphCollection, OutlinePen, Target};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::files::{FileError, Files, REGULAR_FONT, STRONG_FONT};
use crate::limits::{GLYPH_EM, LETTERS_TOLD, LINE_EM};
use crate::words::Languages;

/// The type sizes, in pixels, at which a glyph is drawn to test it.
const TRIED: [f32; 2] = [16.0, 60.0];

/// A font: its name in the text layout, and its bytes.
pub type NamedFont<'a> = (&'static str, Cow<'a, [u8]>);

/// The fonts of running text or, if `strong`, of titles, in the order of fallback: the layout uses the first
/// font that has the letter.
#[must_use]
pub fn chain(files: &Files, strong: bool) -> Vec<NamedFont<'_>> {
    let own = [("regular", REGULAR_FONT), ("strong", STRONG_FONT)];
    let built_in = [("built-in regular", REGULAR_FONT), ("built-in strong", STRONG_FONT)];
    let mut fonts: Vec<NamedFont<'_>> = Vec::new();
    let order = if strong { [1, 0] } else { [0, 1] };
    for (name, path) in order.map(|index| own[index]) {
        fonts.extend(files.get(path).map(|bytes| (name, bytes)));
    }
    for (name, path) in order.map(|index| built_in[index]) {
        if files.is_overridden(path) {
            fonts.extend(Files::built_in(path).map(|bytes| (name, bytes)));
        }
    }
    fonts
}

/// Checks the fonts that override the built-in ones: each is a font, and can draw all letters of the languages
/// that it claims to have.
///
/// # Errors
/// A font is damaged, or a file is not a font. The error names the file and the problem.
pub fn check(files: &Files, languages: &Languages) -> Result<(), FileError> {
    for path in [REGULAR_FONT, STRONG_FONT].into_iter().filter(|path| files.is_overridden(path)) {
        let bytes = files.get(path).unwrap_or_default();
        check_font(&bytes, languages).map_err(|problem| FileError::new(path, problem))?;
    }
    Ok(())
}

fn check_font(bytes: &[u8], languages: &Languages) -> Result<(), String> {
    let font = FontRef::from_index(bytes, 0)
        .map_err(|error| format!("expected an OpenType or TrueType font: {error}"))?;
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    let em = f32::from(metrics.units_per_em);
    let line = (metrics.ascent - metrics.descent + metrics.leading) / em;
    let [least, most] = LINE_EM;
    if !(least..=most).contains(&line) {
        return Err(format!(
            "the font is damaged: expected lines {least} to {most} times as high as its type, found {line}"
        ));
    }
    let mut pencil = Pencil::new(&font);
    if !('!'..='\u{FFFF}').any(|c| pencil.has(c) && pencil.draws(c)) {
        return Err("the font is damaged: it has no letter that can be drawn".to_owned());
    }
    let letters: BTreeSet<char> = languages.iter().flat_map(|l| l.letters()).copied().collect();
    let undrawn: Vec<char> =
        needed(&letters).into_iter().filter(|&c| pencil.has(c) && !pencil.draws(c)).collect();
    if undrawn.is_empty() {
        return Ok(());
    }
    Err(format!(
        "the font is damaged: it has these letters, but cannot draw them: {}",
        listed(undrawn)
    ))
}

/// Finds letters that the fonts cannot draw.
#[derive(Resource, Clone)]
pub struct Lettering {
    files: Files,
}

impl Lettering {
    /// Uses the fonts of these files.
    #[must_use]
    pub fn new(files: &Files) -> Self {
        Self { files: files.clone() }
    }

    /// The letters that the fonts cannot draw, each once.
    #[must_use]
    pub fn lacking(&self, letters: impl IntoIterator<Item = char>) -> BTreeSet<char> {
        let mut lacking: BTreeSet<char> =
            letters.into_iter().filter(|&c| !is_invisible(c)).collect();
        let mut missing_in_any = BTreeSet::new();
        for strong in [false, true] {
            let chain = chain(&self.files, strong);
            let fonts: Vec<FontRef<'_>> =
                chain.iter().filter_map(|(_, bytes)| FontRef::from_index(bytes, 0).ok()).collect();
            let mut pencils: Vec<Pencil<'_>> = fonts.iter().map(Pencil::new).collect();
            // The layout uses the first font that claims to have the letter.
            let mut is_drawn = |c| {
                let first = pencils.iter_mut().find(|pencil| pencil.has(c));
                first.is_some_and(|pencil| pencil.draws(c))
            };
            missing_in_any.extend(lacking.iter().copied().filter(|&c| !is_drawn(c)));
        }
        lacking.retain(|c| missing_in_any.contains(c));
        lacking
    }

    /// The reason why a name of the data cannot be shown, or `None` if it can.
    #[must_use]
    pub fn why_not(&self, name: &str) -> Option<String> {
        if crate::words::right_to_left(name).is_some() {
            return Some("letters that are written from right to left cannot be drawn".to_owned());
        }
        let lacking = self.lacking(name.chars());
        (!lacking.is_empty()).then(|| format!("the fonts lack {}", listed(lacking)))
    }

    /// One sentence for each of these languages that has letters missing from the fonts.
    #[must_use]
    pub fn faults(&self, languages: &Languages) -> Vec<String> {
        let of = |locale: &crate::words::Locale| {
            let lacking = self.lacking(needed(locale.letters()));
            (!lacking.is_empty()).then(|| {
                let (language, name) = (locale.language(), locale.own_name());
                format!("language {language} ({name}): the fonts lack {}", listed(lacking))
            })
        };
        languages.iter().filter_map(of).collect()
    }
}

/// The letters of a language, and their capitals, which titles use.
fn needed(letters: &BTreeSet<char>) -> BTreeSet<char> {
    letters
        .iter()
        .flat_map(|c| c.to_uppercase().chain([*c]))
        .filter(|&c| !is_invisible(c))
        .collect()
}

/// Joins letters with spaces. Lists the first [`LETTERS_TOLD`] of them, and then the number of the others.
fn listed(letters: impl IntoIterator<Item = char>) -> String {
    let letters: Vec<char> = letters.into_iter().collect();
    let shown: Vec<String> = letters
        .iter()
        .take(LETTERS_TOLD)
        .map(|&c| if c.is_control() { format!("U+{:04X}", u32::from(c)) } else { c.to_string() })
        .collect();
    let more = letters.len().saturating_sub(LETTERS_TOLD);
    let shown = shown.join(" ");
    if more == 0 { shown } else { format!("{shown} and {more} more") }
}

/// Whether the text layout draws a character as nothing, or as space.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206F}' | '\u{FEFF}')
}

/// Draws glyphs like the text layout, and records only how far they extend.
struct Pencil<'a> {
    font: &'a FontRef<'a>,
    outlines: OutlineGlyphCollection<'a>,
    hinting: Option<HintingInstance>,
}

impl<'a> Pencil<'a> {
    fn new(font: &'a FontRef<'a>) -> Self {
        let outlines = font.outline_glyphs();
        let whole = Size::unscaled();
        let hinting =
            HintingInstance::new(&outlines, whole, LocationRef::default(), Target::default()).ok();
        Self { font, outlines, hinting }
    }

    fn glyph(&self, c: char) -> Option<GlyphId> {
        self.font.charmap().map(c).filter(|glyph| *glyph != GlyphId::NOTDEF)
    }

    fn has(&self, c: char) -> bool {
        self.glyph(c).is_some()
    }

    fn draws(&mut self, c: char) -> bool {
        let Some(glyph) = self.glyph(c) else { return false };
        let em =
            f32::from(self.font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        let metrics = self.font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let width = metrics.advance_width(glyph).unwrap_or(f32::NAN) / em;
        (0.0..=GLYPH_EM).contains(&width)
            && TRIED
                .into_iter()
                .all(|size| self.reach(glyph, size).is_some_and(|reach| reach <= GLYPH_EM * size))
    }

    /// How far a glyph extends from its origin, or `None` if it cannot be drawn or is empty.
    fn reach(&mut self, glyph: GlyphId, size: f32) -> Option<f32> {
        let outline = self.outlines.get(glyph)?;
        let (mut reach, in_size) = (Reach::default(), Size::new(size));
        let at = LocationRef::default();
        match &mut self.hinting {
            Some(hinting) => {
                hinting.reconfigure(&self.outlines, in_size, at, Target::default()).ok()?;
                outline.draw(DrawSettings::hinted(hinting, false), &mut reach).ok()?;
            }
            None => {
                outline.draw(DrawSettings::unhinted(in_size, at), &mut reach).ok()?;
            }
        }
        reach.0.filter(|reach| reach.is_finite())
    }
}

/// The greatest distance from the origin along an axis, once something is drawn.
#[derive(Default)]
struct Reach(Option<f32>);

impl Reach {
    fn to(&mut self, x: f32, y: f32) {
        // If one coordinate is not finite, the whole outline counts as infinite.
        let far = if x.is_finite() && y.is_finite() { x.abs().max(y.abs()) } else { f32::INFINITY };
        self.0 = Some(self.0.unwrap_or(0.0).max(far));
    }
}

impl OutlinePen for Reach {
    fn move_to(&mut self, x: f32, y: f32) {
        self.to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.to(x, y);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.to(cx0, cy0);
        self.to(x, y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.to(cx0, cy0);
        self.to(cx1, cy1);
        self.to(x, y);
    }

    fn close(&mut self) {}
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;

    fn with_font(bytes: Vec<u8>) -> Files {
        Files::with_overrides([(REGULAR_FONT.to_owned(), bytes)].into())
    }

    fn problem(bytes: Vec<u8>) -> Option<String> {
        let languages = Languages::load(&Files::default()).unwrap();
        check(&with_font(bytes), &languages).err().map(|error| error.to_string())
    }

    fn inter() -> Vec<u8> {
        Files::built_in(REGULAR_FONT).unwrap().into_owned()
    }

    /// The start of a table of the font, and its length.
    fn table(font: &[u8], tag: &[u8]) -> (usize, usize) {
        let entry = (12..).step_by(16).find(|&at| &font[at..at + 4] == tag).unwrap();
        let number = |at: usize| u32::from_be_bytes(font[at..at + 4].try_into().unwrap()) as usize;
        (number(entry + 8), number(entry + 12))
    }

    #[test]
    fn a_complete_font_is_accepted_and_other_bytes_are_refused() {
        assert_eq!(problem(inter()), None);
        for (bytes, expected) in [
            (b"this is a text\n".to_vec(), "expected an OpenType or TrueType font"),
            (vec![], "expected an OpenType or TrueType font"),
            (b"OTTO".to_vec(), "expected an OpenType or TrueType font"),
            (inter()[..4000].to_vec(), "the font is damaged"),
        ] {
            let found = problem(bytes).unwrap();
            assert!(found.contains(REGULAR_FONT) && found.contains(expected), "{found}");
        }
    }

    #[test]
    fn a_font_with_overwritten_outlines_is_refused() {
        let mut font = inter();
        let (start, length) = table(&font, b"CFF ");
        // Starts after the index of the outlines.
        font[start + length / 4..start + length].fill(0xFF);
        let found = problem(font).unwrap();
        assert!(found.contains("the font is damaged"), "{found}");
    }

    #[test]
    fn a_font_whose_lines_are_too_low_or_too_high_is_refused() {
        for (tag, at, value) in
            [(b"head", 18, 1_u16), (b"head", 18, 0), (b"OS/2", 68, 0x7FFF), (b"hmtx", 0, 0)]
        {
            let mut font = inter();
            let (start, _) = table(&font, tag);
            font[start + at..start + at + 2].copy_from_slice(&value.to_be_bytes());
            let found = problem(font);
            if tag == b"hmtx" {
                // The width of the glyph for missing letters does not matter.
                assert_eq!(found, None);
            } else {
                assert!(found.as_ref().unwrap().contains("the font is damaged"), "{found:?}");
            }
        }
    }

    /// A font with random bad bytes is refused, or is read without a panic.
    #[test]
    fn no_damage_makes_the_check_panic() {
        let languages = Languages::load(&Files::default()).unwrap();
        let mut state = 7_u64;
        let mut next = |below: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        let mut refused = 0;
        for _ in 0..60 {
            let mut font = inter();
            for _ in 0..40 {
                let at = next(font.len());
                font[at] = next(256) as u8;
            }
            refused += usize::from(check(&with_font(font), &languages).is_err());
        }
        assert!(refused > 0);
    }

    #[test]
    fn messages_name_the_letters_that_no_font_has() {
        let lettering = Lettering::new(&Files::default());
        assert_eq!(lettering.why_not("Müller–Łódź 12 αβ"), None);
        assert_eq!(lettering.why_not("cat\u{200D}"), None);
        assert_eq!(lettering.why_not("猫"), Some("the fonts lack 猫".to_owned()));
        assert!(lettering.why_not("חתול 12").unwrap().contains("from right to left"));
        let many: String = ('一'..='\u{4E15}').collect();
        assert!(
            lettering.why_not(&many).unwrap().ends_with("and 2 more"),
            "{:?}",
            lettering.why_not(&many)
        );
        let languages = Languages::load(&Files::default()).unwrap();
        assert_eq!(lettering.faults(&languages), Vec::<String>::new());
        let path = "locales/ru/own.ftl".to_owned();
        let files = Files::with_overrides([(path, "language-name = Русский\n".into())].into());
        let languages = Languages::load(&files).unwrap();
        let faults = Lettering::new(&files).faults(&languages);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].starts_with("language ru (Русский): the fonts lack И Й К"), "{faults:?}");
    }
}
