//! Lays out messages whose parts have different emphasis.

use std::sync::Arc;

use content::words::{Emphasis, Words};
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley};

use crate::names;
use crate::theme::{regular, strong};
use crate::view::{Style, colour};

/// Lays out a message as a sentence with its emphasis. Lines break at `width`.
pub fn sentence(
    ui: &egui::Ui,
    style: &Style<'_>,
    words: &Words,
    points: f32,
    plain: Color32,
    width: f32,
) -> Arc<Galley> {
    let job = job(ui, style, words, points, plain, width);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Lays out a message on one line. It becomes smaller if it is wider than `width`. It is cut off if it
/// would become too small for the last row.
pub fn line(
    ui: &egui::Ui,
    style: &Style<'_>,
    words: &Words,
    points: f32,
    plain: Color32,
    width: f32,
) -> Arc<Galley> {
    let whole = sentence(ui, style, words, points, plain, f32::INFINITY);
    if whole.size().x <= width {
        return whole;
    }
    let points = points * width / whole.size().x;
    let smaller = sentence(ui, style, words, points, plain, f32::INFINITY);
    if points >= style.held(points) || smaller.size().x <= width {
        return smaller;
    }
    let mut job = job(ui, style, words, points, plain, width);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Lays out an address, which has no spaces to break at. Its lines break before `#` and `&`, and after `/`.
/// A part that is wider than `width` stays whole.
pub fn address(ui: &egui::Ui, address: &str, points: f32, ink: Color32, width: f32) -> Arc<Galley> {
    let set = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), regular(points), ink);
    let mut lines = String::with_capacity(address.len() + 16);
    let mut start = 0;
    for part in address.split_inclusive('/').flat_map(parts) {
        let line = &lines[start..];
        if !line.is_empty() && set(&format!("{line}{part}")).size().x > width {
            lines.push('\n');
            start = lines.len();
        }
        lines.push_str(part);
    }
    set(&lines)
}

/// Splits a text before each `#` and `&`.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.match_indices(['#', '&']).map(|(start, _)| start).filter(|start| *start > 0);
    let ends = starts.clone().chain([text.len()]);
    [0].into_iter().chain(starts).zip(ends).map(|(start, end)| &text[start..end])
}

fn job(
    ui: &egui::Ui,
    style: &Style<'_>,
    words: &Words,
    points: f32,
    plain: Color32,
    width: f32,
) -> LayoutJob {
    let points = style.held(points);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let names = names::in_sentences(ui, style);
    for span in style.locale.spans(words, &names) {
        let (font, ink) = match span.emphasis {
            Emphasis::Plain => (regular(points), plain),
            Emphasis::Strong => (strong(points), colour(style.look.theme.text)),
            Emphasis::Boundary => (strong(points), colour(style.look.theme.boundary)),
            Emphasis::Error => (strong(points), colour(style.look.theme.error)),
            Emphasis::Class(label) => (strong(points), colour(style.look.class(label))),
        };
        job.append(&span.text, 0.0, TextFormat::simple(font, ink));
    }
    job
}
