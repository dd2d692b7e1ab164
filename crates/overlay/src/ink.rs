//! Draws classes in the overlay. Class false is solid with round marks, class true is hatched with
//! square marks, everywhere in the same way.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Stroke, StrokeKind, Vec2};

use super::view::{Style, colour};

/// Strength of the colour between the lines of the hatching.
const PALE: f32 = 0.28;

/// Fills a rectangle in a class's colour and pattern.
pub fn fill_class(painter: &Painter, style: &Style<'_>, rect: Rect, label: bool, radius: f32) {
    let own = style.look.class(label);
    let corners = CornerRadius::same(radius.clamp(0.0, 255.0) as u8);
    if label {
        let width = style.unit(3.0).max(1.0);
        painter.rect_filled(rect, corners, colour(style.look.tint(own, PALE)));
        // The edge hides the ends of the lines.
        let inside = rect.shrink(width.max(0.4 * radius));
        hatch(painter, inside, style.unit(11.0).max(4.0), width, colour(own));
        let edge = Stroke::new(style.unit(2.5).max(1.0), colour(own));
        painter.rect_stroke(rect, corners, edge, StrokeKind::Inside);
    } else {
        painter.rect_filled(rect, corners, colour(own));
    }
}

/// Draws a class's mark: a disc for class false, a hatched square for class true.
pub fn mark(painter: &Painter, style: &Style<'_>, centre: Pos2, side: f32, label: bool) {
    if label {
        fill_class(painter, style, Rect::from_center_size(centre, Vec2::splat(side)), true, 0.0);
    } else {
        painter.circle_filled(centre, 0.54 * side, colour(style.look.class(false)));
    }
}

/// Draws lines rising to the right, `period` apart, within a rectangle.
pub fn hatch(painter: &Painter, rect: Rect, period: f32, width: f32, ink: Color32) {
    if rect.width() <= 0.0 || rect.height() <= 0.0 {
        return;
    }
    let stroke = Stroke::new(width, ink);
    // A line is x + y = sum. All rectangles share the same lines, so the lines of neighbours meet.
    let (least, most) = (rect.left() + rect.top(), rect.right() + rect.bottom());
    let mut sum = (least / period).ceil() * period;
    while sum < most {
        let left = rect.left().max(sum - rect.bottom());
        let right = rect.right().min(sum - rect.top());
        painter.line_segment([Pos2::new(left, sum - left), Pos2::new(right, sum - right)], stroke);
        sum += period;
    }
}
