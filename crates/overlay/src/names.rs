//! The data's own names of classes and features. They may be long, so each place shortens them to fit.
//! A touch, the pointer or the focus shows the whole name.

mod whole;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use egui::{FontId, Id, Ui};

use super::theme::{self, size};
use super::view::Style;
use content::words::DataWords;

pub use whole::{forget, reveal};

/// The type size that measures widths in sentences. It is so large that rounding does not matter.
const MEASURE: f32 = 32.0;
/// The largest width of a name in a sentence: this part of the screen's width, counted in heights of
/// caption type. It is never less than `LEAST` and never more than `MOST` such heights.
const PART: f32 = 0.11;
const LEAST: f32 = 3.6;
const MOST: f32 = 10.0;

/// Returns the names for a sentence. Long names are shortened, so that the sentence stays readable.
pub fn in_sentences(ui: &Ui, style: &Style<'_>) -> Arc<DataWords> {
    let across = style.layout.size.x / style.points(size::BODY).max(1.0);
    let room = (PART * across).clamp(LEAST, MOST);
    within(ui, style, theme::strong(MEASURE), MEASURE * room)
}

/// Returns the names for this width and font. Names that do not fit are shortened.
pub fn within(ui: &Ui, style: &Style<'_>, font: FontId, width: f32) -> Arc<DataWords> {
    let mut hasher = DefaultHasher::new();
    (style.data_words, &font, width.to_bits()).hash(&mut hasher);
    let key = hasher.finish();
    let id = Id::new("brief names").with((&font, width.to_bits()));
    let kept: Option<(u64, Arc<DataWords>)> = ui.data(|data| data.get_temp(id));
    if let Some((_, names)) = kept.filter(|(of, _)| *of == key) {
        whole::note(ui, style, &names);
        return names;
    }
    let fits = |name: &str| {
        let of_letter = |letter| ui.fonts_mut(|fonts| fonts.glyph_width(&font, letter));
        name.chars().map(of_letter).sum::<f32>() <= width
    };
    let names = Arc::new(style.data_words.brief(fits));
    ui.data_mut(|data| data.insert_temp(id, (key, Arc::clone(&names))));
    whole::note(ui, style, &names);
    names
}
