//! Checks the shapes that egui would paint. Each text must lie on the screen, within its clip and
//! within the box that it is written on. It must not touch other texts, and its type must be large
//! enough to read.

use egui::epaint::{ClippedShape, RectShape, Shape, TextShape};
use egui::{Rect, emath};

/// The allowed overlap of ink with other ink or with an edge, in points.
const TOLERANCE: f32 = 1.5;

/// Returns the simple shapes in a shape, in the order of painting.
pub fn parts(shape: &Shape) -> Vec<&Shape> {
    match shape {
        Shape::Vec(shapes) => shapes.iter().flat_map(parts).collect(),
        single => vec![single],
    }
}

/// Returns the size of a text's smallest character, in points.
pub fn smallest_type(text: &TextShape) -> f32 {
    let sections = &text.galley.job.sections;
    let points = sections.iter().map(|section| section.format.font_id.size);
    points.fold(f32::INFINITY, f32::min)
}

/// A painted line of a text.
pub struct Row {
    pub text: String,
    pub ink: Rect,
    clip: Rect,
    /// The box under the line, if there is one.
    pub place: Option<Rect>,
    points: f32,
    /// The index of its text.
    text_index: usize,
}

/// The painted texts and boxes, in the order of painting.
#[derive(Default)]
pub struct Page {
    pub rows: Vec<Row>,
    boxes: Vec<Rect>,
    texts: usize,
    /// Whether a page or a card may cover the shapes under it.
    may_be_covered: bool,
    /// The faults of texts that are hidden, shortened or broken in a word.
    covered: Vec<String>,
}

impl Page {
    pub fn of(shapes: &[ClippedShape], may_be_covered: bool) -> Self {
        let mut page = Self { may_be_covered, ..Self::default() };
        for clipped in shapes {
            for shape in parts(&clipped.shape) {
                match shape {
                    Shape::Text(text) => page.write(text, clipped.clip_rect),
                    Shape::Rect(rect) => page.cover(rect),
                    _ => {}
                }
            }
        }
        page
    }

    /// Adds the lines of a painted text.
    fn write(&mut self, text: &TextShape, clip: Rect) {
        self.texts += 1;
        let points = smallest_type(text);
        if text.galley.elided {
            self.covered.push(format!("{:?} is cut short", text.galley.text()));
        }
        let rows = &text.galley.rows;
        for row in &rows[..rows.len().saturating_sub(1)] {
            let end = row.glyphs.last().map_or(' ', |glyph| glyph.chr);
            if !row.ends_with_newline && !end.is_whitespace() && !"-–/".contains(end) {
                self.covered.push(format!(
                    "{:?} is broken after {:?}",
                    text.galley.text(),
                    row.text()
                ));
            }
        }
        for row in text.galley.rows.iter().filter(|row| row.visuals.mesh_bounds.is_positive()) {
            let ink = row.visuals.mesh_bounds.translate(text.pos.to_vec2() + row.pos.to_vec2());
            let ink = if text.angle == 0.0 { ink } else { turned(ink, text) };
            let over = |place: &&Rect| place.contains(ink.center());
            let place = self.boxes.iter().rev().find(over).copied();
            let text = row.text();
            self.rows.push(Row { text, ink, clip, place, points, text_index: self.texts });
        }
    }

    /// Adds a painted rectangle. An opaque one hides the texts under it. This is a fault, unless a page or a
    /// card may cover the chapter.
    fn cover(&mut self, rect: &RectShape) {
        let is_drawn = rect.fill.a() > 0 || !rect.stroke.is_empty();
        if !is_drawn {
            return;
        }
        if rect.fill.a() == 255 {
            let place = rect.rect.shrink(TOLERANCE);
            let (hidden, seen): (Vec<_>, Vec<_>) = std::mem::take(&mut self.rows)
                .into_iter()
                .partition(|row: &Row| place.intersects(row.ink));
            self.rows = seen;
            if !self.may_be_covered {
                let fault =
                    |row: &Row| format!("{:?} at {:?} is hidden by {place:?}", row.text, row.ink);
                self.covered.extend(hidden.iter().map(fault));
            }
        }
        self.boxes.push(rect.rect);
    }

    /// Returns the faults of the texts on this screen. No type may have fewer points than `least`.
    pub fn faults(&self, screen: Rect, least: f32) -> Vec<String> {
        let mut faults = self.covered.clone();
        for (index, row) in self.rows.iter().enumerate() {
            let mut fault = |problem: String| faults.push(format!("{:?} {problem}", row.text));
            if !screen.expand(0.5).contains_rect(row.ink) {
                fault(format!("at {:?} leaves the screen", row.ink));
            }
            if !row.clip.expand(0.5).contains_rect(row.ink) {
                fault(format!("at {:?} is cut off at {:?}", row.ink, row.clip));
            }
            if let Some(place) = row.place
                && !place.expand(TOLERANCE).contains_rect(row.ink)
            {
                fault(format!("at {:?} leaves its box {place:?}", row.ink));
            }
            if row.points < least {
                fault(format!("is set in {} points, less than {least:.1}", row.points));
            }
            for other in
                self.rows[..index].iter().filter(|other| other.text_index != row.text_index)
            {
                let common = row.ink.intersect(other.ink);
                if common.width() > TOLERANCE && common.height() > TOLERANCE {
                    fault(format!("lies on {:?}, {common:?}", other.text));
                }
            }
        }
        faults
    }
}

/// Returns the place of a turned text's ink.
fn turned(ink: Rect, text: &TextShape) -> Rect {
    let turn = emath::Rot2::from_angle(text.angle);
    let corners = [ink.left_top(), ink.right_top(), ink.left_bottom(), ink.right_bottom()];
    Rect::from_points(&corners.map(|corner| text.pos + turn * (corner - text.pos)))
}
