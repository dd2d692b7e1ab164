//! All chapters, to choose from.

use std::ops::Range;

use egui::text::LayoutJob;
use egui::{Align2, Rect, Stroke, StrokeKind, Ui, Vec2, pos2};

use super::page;
use crate::theme::{self, size};
use crate::view::{View, colour};
use crate::widgets::{Naming, button, fitted_text, focus_ring, is_whole, write_fitted};
use exhibit::chapter::CHAPTERS;
use exhibit::command::Command;

/// The smallest type of a chapter's title, in points.
const LEAST_TITLE: f32 = 9.0;

/// Draws the page: the chapters part by part.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let area = page(ui, view, &view.plain("panel-chapters"), commands);
    let places = view.controls.offered.places();
    let columns = if view.layout.portrait { 2 } else { 3 };
    // When type is large, the parts' titles have no room.
    let has_titles = !view.is_spare();
    let whole = 0..places.len();
    let parts: Vec<Range<usize>> = if has_titles { parts(places) } else { vec![whole] };
    let rows: usize = parts.iter().map(|part| part.len().div_ceil(columns)).sum();
    let gap = view.unit(16.0);
    let label = if has_titles { view.em(48.0).min(view.unit(56.0)) } else { 0.0 };
    let width = (area.width() - gap * (columns - 1) as f32) / columns as f32;
    let room = area.height() - label * parts.len() as f32 - gap * rows as f32;
    let height = (room / rows as f32).min(view.em(150.0));
    let mut top = area.top();
    for part in parts {
        if has_titles {
            let font = theme::regular(view.points(size::BODY));
            let title = view.plain(CHAPTERS[places[part.start]].part());
            let size = Vec2::new(area.width(), 0.8 * label);
            let row = Rect::from_min_size(pos2(area.left(), top), size);
            write_fitted(ui, view, row, &title, font, colour(view.look.theme.muted));
        }
        top += label;
        for (place, number) in part.clone().enumerate() {
            let index = places[number];
            let corner = pos2(
                area.left() + (width + gap) * (place % columns) as f32,
                top + (height + gap) * (place / columns) as f32,
            );
            let place = Rect::from_min_size(corner, Vec2::new(width, height));
            let title = view.plain(&format!("chapter-{}", CHAPTERS[index].id()));
            if card(ui, view, place, (number + 1, index), &title) {
                commands.push(Command::Go(index));
            }
        }
        top += (height + gap) * part.len().div_ceil(columns) as f32;
    }
}

/// Groups neighbouring chapters of the same part. Returns a range for each group.
fn parts(places: &[usize]) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let part_of = |number: usize| CHAPTERS[places[number]].part();
    for index in 0..places.len() {
        match parts.last_mut() {
            Some(part) if part_of(part.start) == part_of(index) => part.end = index + 1,
            _ => parts.push(index..index + 1),
        }
    }
    parts
}

fn card(
    ui: &mut Ui,
    view: &View<'_>,
    place: Rect,
    (number, index): (usize, usize),
    title: &str,
) -> bool {
    let theme = &view.look.theme;
    let is_current = view.shown.chapter.index() == index;
    let response = button(ui, place, Naming { name: title, enabled: true }, Some(is_current));
    let radius = view.unit(24.0);
    let (edge, width) = if is_current { (theme.boundary, 5.0) } else { (theme.hairline, 2.0) };
    let edge = Stroke::new(view.unit(width).max(1.0), colour(edge));
    let pressed = response.is_pointer_button_down_on();
    let fill = colour(if pressed { theme.hairline } else { theme.raised });
    ui.painter().rect(place, radius, fill, edge, StrokeKind::Inside);
    let before = Rect::from_min_size(place.min, Vec2::new(0.18 * place.width(), place.height()));
    let ink = colour(if is_current { theme.boundary } else { theme.muted });
    let figure = view.locale.number(number as f64);
    fitted_text(ui, view, before, &figure, theme::strong(view.points(size::NARRATION)), ink);
    let words = Rect::from_min_max(
        pos2(before.right(), place.top()),
        place.max - Vec2::new(view.em(24.0), 0.0),
    );
    let ink = colour(theme.text);
    let mut points = view.points(size::BODY);
    let galley = loop {
        let job = LayoutJob::simple(title.to_owned(), theme::strong(points), ink, words.width());
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        // Use the largest type that fits on the card.
        let fits = galley.size().y <= 0.9 * place.height() && is_whole(&galley);
        if fits || points < LEAST_TITLE + 1.0 {
            break galley;
        }
        points -= 1.0;
    };
    let at = Align2::LEFT_CENTER.anchor_size(words.left_center(), galley.size()).min;
    ui.painter().galley(at, galley, ink);
    focus_ring(ui, view, &response, place, radius);
    response.clicked()
}
