//! Type and style: fonts, the scale of sizes, and the look of egui.

use std::sync::Arc;

use egui::{Color32, FontData, FontDefinitions, FontFamily, FontId};

use super::view::colour;
use content::files::Files;
use content::fonts;
use content::look::Look;

/// Sizes of type at 1080p; each is about 1.25 times the next.
pub mod size {
    /// Titles and the most important numbers.
    pub const TITLE: f32 = 46.0;
    /// The narration: the sentence that describes the moment.
    pub const NARRATION: f32 = exhibit::layout::NARRATION;
    /// Controls and captions.
    pub const BODY: f32 = exhibit::layout::BODY;
    /// Axes and section labels: the smallest size.
    pub const SMALL: f32 = exhibit::layout::SMALLEST;
}

const STRONG: &str = "strong";

/// Returns the font of running text.
#[must_use]
pub fn regular(points: f32) -> FontId {
    // Round to whole points, because the fonts' atlas keeps every size for ever.
    FontId::new(size_of_type(points).round().max(1.0), FontFamily::Proportional)
}

/// Returns the font of titles and important numbers.
#[must_use]
pub fn strong(points: f32) -> FontId {
    FontId::new(size_of_type(points).round().max(1.0), FontFamily::Name(STRONG.into()))
}

/// Gives egui the exhibit's fonts. They take effect with the next pass.
pub fn install_fonts(context: &egui::Context, files: &Files) {
    let mut definitions = FontDefinitions::empty();
    for (family, strong) in [
        (FontFamily::Proportional, false),
        (FontFamily::Monospace, false),
        (FontFamily::Name(STRONG.into()), true),
    ] {
        let chain = fonts::chain(files, strong);
        let names = chain.iter().map(|(name, _)| (*name).to_owned()).collect();
        definitions.families.insert(family, names);
        for (name, bytes) in chain {
            let data = || Arc::new(FontData::from_owned(bytes.into_owned()));
            definitions.font_data.entry(name.to_owned()).or_insert_with(data);
        }
    }
    context.set_fonts(definitions);
}

/// The largest type in points. A letter must fit into egui's atlas, which is 2048 pixels wide, at 3
/// pixels a point. The largest screen, 7680x4320, needs 380.
const LARGEST: f32 = 400.0;

/// Clamps a size of type. In a window without room, a size computed from the free room may be any
/// number, and egui panics if a letter is wider than its atlas.
fn size_of_type(points: f32) -> f32 {
    if points.is_nan() { 1.0 } else { points.clamp(1.0, LARGEST) }
}

/// Gives egui the exhibit's colours, and removes its own look.
pub fn install_style(context: &egui::Context, look: &Look) {
    let mut visuals = if look.theme.dark { egui::Visuals::dark() } else { egui::Visuals::light() };
    visuals.panel_fill = Color32::TRANSPARENT;
    visuals.override_text_color = Some(colour(look.theme.text));
    visuals.selection.bg_fill = colour(look.theme.hairline);
    visuals.selection.stroke.color = colour(look.theme.text);
    let theme = if look.theme.dark { egui::Theme::Dark } else { egui::Theme::Light };
    context.set_theme(theme);
    // A finger may rest as long as it likes: it still presses a button and still drags. Otherwise egui
    // would open a menu and release the button.
    context.options_mut(|options| {
        options.input_options.max_click_duration = f64::INFINITY;
        // Ctrl with + or − would scale the overlay beyond the window, for every later visitor too.
        options.zoom_with_keyboard = false;
    });
    context.all_styles_mut(|style| {
        style.visuals = visuals.clone();
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = f32::INFINITY;
        style.animation_time = 0.0;
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_has_a_size_that_can_be_drawn() {
        for (asked, given) in [(-62_000.0, 1.0), (f32::NAN, 1.0), (24.0, 24.0), (1e9, LARGEST)] {
            assert_eq!(regular(asked).size, given);
            assert_eq!(strong(asked).size, given);
        }
    }
}
