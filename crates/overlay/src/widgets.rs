//! Controls in the exhibit's own look. Each has a name, a touch target and a visible focus.

use std::sync::Arc;

use egui::epaint::text::PlacedRow;
use egui::text::LayoutJob;
use egui::{
    Align2, Color32, FontId, Galley, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, WidgetType, pos2,
};

use super::icons::{self, Icon};
use super::theme::{self, size};
use super::view::{Style, colour};
use exhibit::layout::LINE_HEIGHT;

/// How much a button draws attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonLook {
    /// One button among many.
    Quiet,
    /// The main action here.
    Accent,
    /// The chosen one of several.
    Chosen,
}

/// The name of a button for screen readers, and whether it can be pressed.
#[derive(Clone, Copy, Debug)]
pub struct Naming<'a> {
    /// The action of the button, in words.
    pub name: &'a str,
    /// Whether pressing it does anything.
    pub enabled: bool,
}

/// The margin beside the word of a pill-shaped button, as a part of its height.
const PILL_MARGIN: f32 = 0.15;
/// The characters after which a word may continue on the next line.
const BREAKS_AFTER: [char; 3] = ['-', '–', '/'];

/// Draws a round button with an icon.
pub fn round_button(
    ui: &mut Ui,
    style: &Style<'_>,
    rect: Rect,
    icon: Icon,
    look: ButtonLook,
    naming: Naming<'_>,
) -> Response {
    let response = button(ui, rect, naming, None);
    let (fill, edge, ink) = colours(style, look, &response, naming.enabled);
    let radius = 0.5 * rect.width();
    ui.painter().circle(rect.center(), radius, fill, edge);
    let side = if look == ButtonLook::Accent { 0.92 } else { 0.8 } * radius;
    let square = Rect::from_center_size(rect.center(), Vec2::splat(side));
    icons::paint(ui.painter(), icon, square, ink);
    focus_ring(ui, style, &response, rect, radius);
    response
}

/// Returns the width that a pill-shaped button of this height needs for a word.
#[must_use]
pub fn pill_width(ui: &Ui, style: &Style<'_>, word: &str, height: f32) -> f32 {
    let font = theme::strong(style.points(size::BODY));
    let ink = colour(style.look.theme.text);
    let word = ui.painter().layout_no_wrap(word.to_owned(), font, ink).size().x;
    word + 2.0 * PILL_MARGIN * height
}

/// Draws a pill-shaped button with a word.
pub fn pill_button(
    ui: &mut Ui,
    style: &Style<'_>,
    rect: Rect,
    word: &str,
    look: ButtonLook,
    naming: Naming<'_>,
) -> Response {
    let selected = (look == ButtonLook::Chosen).then_some(true);
    let response = button(ui, rect, naming, selected);
    let (fill, edge, ink) = colours(style, look, &response, naming.enabled);
    let radius = 0.5 * rect.height();
    ui.painter().rect(rect, radius, fill, edge, StrokeKind::Inside);
    let font = theme::strong(style.points(size::BODY));
    fitted_text(
        ui,
        style,
        rect.shrink2(Vec2::new(PILL_MARGIN * rect.height(), 0.0)),
        word,
        font,
        ink,
    );
    focus_ring(ui, style, &response, rect, radius);
    response
}

/// Draws such a button for one choice of several. Returns true if it was pressed.
pub fn choice(
    ui: &mut Ui,
    style: &Style<'_>,
    rect: Rect,
    word: &str,
    name: &str,
    chosen: bool,
) -> bool {
    let look = if chosen { ButtonLook::Chosen } else { ButtonLook::Quiet };
    let response = pill_button(ui, style, rect, word, look, Naming { name, enabled: true });
    let info = || WidgetInfo::selected(WidgetType::RadioButton, ui.is_enabled(), chosen, name);
    response.widget_info(info);
    response.clicked()
}

/// Adds a button without a picture: touch target, name, and whether it is the chosen one of several.
pub fn button(ui: &mut Ui, rect: Rect, naming: Naming<'_>, selected: Option<bool>) -> Response {
    // The id depends only on the place, because "play" becomes "pause" while it has the focus.
    let id = ui.id().with((rect.min.x.to_bits(), rect.min.y.to_bits()));
    let sense = if naming.enabled {
        Sense::click()
    } else if ui.memory(|memory| memory.has_focus(id)) {
        // A button that its last press has disabled keeps the focus. Otherwise the focus would go back
        // to the start.
        Sense::focusable_noninteractive()
    } else {
        Sense::hover()
    };
    let response = ui.interact(rect, id, sense);
    let enabled = naming.enabled && ui.is_enabled();
    response.widget_info(|| match selected {
        Some(selected) => {
            WidgetInfo::selected(WidgetType::RadioButton, enabled, selected, naming.name)
        }
        None => WidgetInfo::labeled(WidgetType::Button, enabled, naming.name),
    });
    response
}

/// Adds a switch without a picture: touch target, name, and whether it is on.
pub fn switch(ui: &mut Ui, rect: Rect, name: &str, on: bool) -> Response {
    let response = button(ui, rect, Naming { name, enabled: true }, Some(on));
    let info = || WidgetInfo::selected(WidgetType::Checkbox, ui.is_enabled(), on, name);
    response.widget_info(info);
    response
}

fn colours(
    style: &Style<'_>,
    look: ButtonLook,
    response: &Response,
    enabled: bool,
) -> (Color32, Stroke, Color32) {
    let theme = &style.look.theme;
    let hairline = Stroke::new(style.unit(2.0).max(1.0), colour(theme.hairline));
    let pressed = response.is_pointer_button_down_on();
    let (fill, edge, ink) = match look {
        ButtonLook::Quiet if pressed => (theme.hairline, hairline, theme.text),
        ButtonLook::Quiet => (theme.raised, hairline, theme.text),
        ButtonLook::Accent => (theme.boundary, Stroke::NONE, theme.on_boundary),
        ButtonLook::Chosen => (theme.text, Stroke::NONE, theme.ground),
    };
    let (fill, ink) = (colour(fill), colour(ink));
    if enabled { (fill, edge, ink) } else { (fill, edge, ink.gamma_multiply(0.35)) }
}

/// Draws a ring around the control with the keyboard's focus.
pub fn focus_ring(ui: &Ui, style: &Style<'_>, response: &Response, rect: Rect, radius: f32) {
    if response.has_focus() {
        let gap = style.unit(5.0).max(3.0);
        let stroke = Stroke::new(style.unit(4.0).max(2.5), colour(style.look.theme.text));
        ui.painter().rect_stroke(rect.expand(gap), radius + gap, stroke, StrokeKind::Middle);
    }
}

/// Writes a line of text in the middle of a rectangle. It becomes smaller if it does not fit.
pub fn fitted_text(ui: &Ui, style: &Style<'_>, rect: Rect, text: &str, font: FontId, ink: Color32) {
    let galley = fitted_line(ui, style, text, font, ink, rect.width());
    let place = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size());
    ui.painter().galley(place.min, galley, ink);
}

/// Returns a font, smaller if a line of text would otherwise be wider than `width`.
pub fn fitted(ui: &Ui, text: &str, font: FontId, width: f32) -> FontId {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER);
    let part = width / galley.size().x.max(1.0);
    if part < 1.0 { FontId { size: (font.size * part).floor().max(1.0), ..font } } else { font }
}

/// Lays out a line of text for a width. It becomes smaller if necessary. It is cut off if it would
/// become too small for the last row.
pub fn fitted_line(
    ui: &Ui,
    style: &Style<'_>,
    text: &str,
    font: FontId,
    ink: Color32,
    width: f32,
) -> Arc<Galley> {
    let size = style.held(font.size);
    let mut font = fitted(ui, text, FontId { size, ..font }, width);
    font.size = style.held(font.size);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font.clone(), ink);
    if galley.size().x <= width || !style.is_spare() {
        return galley;
    }
    let mut job = LayoutJob::simple(text.to_owned(), font, ink, width);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Returns the first wording that fits a width without a cut. The wordings stand in order, the longest
/// first. Where type may become smaller, the longest always fits.
pub fn fitting_line(
    ui: &Ui,
    style: &Style<'_>,
    wordings: &[&str],
    font: &FontId,
    ink: Color32,
    width: f32,
) -> Option<Arc<Galley>> {
    let set = |wording: &&str| fitted_line(ui, style, wording, font.clone(), ink, width);
    wordings.iter().map(set).find(|galley| !galley.elided)
}

/// Whether a text is complete and no word is broken.
pub fn is_whole(galley: &Galley) -> bool {
    let breaks_a_word = |row: &PlacedRow| {
        let end = row.glyphs.last().map_or(' ', |glyph| glyph.chr);
        !row.ends_with_newline && !end.is_whitespace() && !BREAKS_AFTER.contains(&end)
    };
    let (_, before) = galley.rows.split_last().unzip();
    !galley.elided && !before.unwrap_or_default().iter().any(breaks_a_word)
}

/// Writes a line of text at the left of a row. It becomes smaller if it does not fit.
pub fn write_fitted(
    ui: &Ui,
    style: &Style<'_>,
    row: Rect,
    text: &str,
    font: FontId,
    ink: Color32,
) -> Rect {
    let galley = fitted_line(ui, style, text, font, ink, row.width());
    let place = Align2::LEFT_CENTER.anchor_size(row.left_center(), galley.size());
    ui.painter().galley(place.min, galley, ink);
    place
}

/// Writes a line of text at a point. Returns its place.
pub fn write(ui: &Ui, at: Pos2, anchor: Align2, text: &str, font: FontId, ink: Color32) -> Rect {
    ui.painter().text(at, anchor, text, font, ink)
}

/// Writes the label over a part of the screen, in small capitals. Returns its place.
pub fn section_label(ui: &Ui, style: &Style<'_>, at: Pos2, key: &str) -> Rect {
    let text = spaced(&style.plain(key).to_uppercase());
    let font = theme::strong(style.points(size::SMALL));
    let ink = colour(style.look.theme.muted);
    if !style.is_spare() {
        return write(ui, at, Align2::LEFT_TOP, &text, font, ink);
    }
    // When type is large, the label may be wider than its part of the screen.
    let layout = style.layout;
    let is_left = !layout.portrait && at.x < layout.mind.min.x;
    let right = if is_left { layout.mind.min.x - style.unit(20.0) } else { layout.header.max.x };
    // The part after a comma is an addition, so a short label can leave it out.
    let brief = text.split(',').next().unwrap_or_default();
    let Some(galley) = fitting_line(ui, style, &[&text, brief], &font, ink, right - at.x) else {
        return Rect::from_min_size(at, Vec2::new(0.0, LINE_HEIGHT * font.size));
    };
    let place = Align2::LEFT_TOP.anchor_size(at, galley.size());
    ui.painter().galley(place.min, galley, ink);
    place
}

/// Returns the width of such a label.
pub fn section_label_width(ui: &Ui, style: &Style<'_>, key: &str) -> f32 {
    let text = spaced(&style.plain(key).to_uppercase());
    let font = theme::strong(style.points(size::SMALL));
    ui.painter().layout_no_wrap(text, font, colour(style.look.theme.muted)).size().x
}

/// Puts a hair space between letters, because capitals need more space.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(4 * text.len());
    for letter in text.chars() {
        if !spaced.is_empty() {
            spaced.push('\u{200A}');
        }
        spaced.push(letter);
    }
    spaced
}

/// Returns a row of rectangles of these sizes, `gap` apart, centred on `centre_y` and beginning at `left`.
pub fn row<const N: usize>(left: f32, centre_y: f32, sizes: [Vec2; N], gap: f32) -> [Rect; N] {
    let mut x = left;
    sizes.map(|size| {
        let rect = Rect::from_min_size(pos2(x, centre_y - 0.5 * size.y), size);
        x = rect.right() + gap;
        rect
    })
}

/// Returns the width of a check box with its words at their full size.
#[must_use]
pub fn check_box_width(ui: &Ui, style: &Style<'_>, name: &str) -> f32 {
    let font = theme::regular(style.points(size::BODY));
    let ink = colour(style.look.theme.text);
    let words = ui.painter().layout_no_wrap(name.to_owned(), font, ink).size().x;
    style.unit(36.0).max(24.0) + style.unit(16.0) + words
}

/// Draws a check box with its words. The wordings stand in order, the longest first; the longest is its
/// name. Returns true if it was pressed. When type is large and no wording fits, it draws no check box.
pub fn check_box(
    ui: &mut Ui,
    style: &Style<'_>,
    line: Rect,
    wordings: &[&str],
    checked: bool,
) -> bool {
    let theme = &style.look.theme;
    let left = line.left() + style.unit(36.0).max(24.0) + style.unit(16.0);
    let (font, ink) = (theme::regular(style.points(size::BODY)), colour(theme.text));
    let Some(words) = fitting_line(ui, style, wordings, &font, ink, line.right() - left) else {
        return false;
    };
    let response = switch(ui, line, wordings[0], checked);
    let side = style.unit(36.0).max(24.0);
    let place =
        Rect::from_center_size(pos2(line.left() + 0.5 * side, line.center().y), Vec2::splat(side));
    let edge = Stroke::new(style.unit(3.0).max(1.5), colour(theme.text));
    let fill = colour(if checked { theme.text } else { theme.raised });
    ui.painter().rect(place, style.unit(8.0), fill, edge, StrokeKind::Inside);
    if checked {
        let tick = Stroke::new(style.unit(5.0).max(2.0), colour(theme.ground));
        let at = |x: f32, y: f32| place.min + Vec2::new(x, y) * side;
        ui.painter().line_segment([at(0.24, 0.52), at(0.43, 0.72)], tick);
        ui.painter().line_segment([at(0.43, 0.72), at(0.77, 0.30)], tick);
    }
    let top = line.center().y - 0.5 * words.size().y;
    ui.painter().galley(pos2(left, top), words, ink);
    focus_ring(ui, style, &response, line, style.unit(10.0));
    response.clicked()
}
