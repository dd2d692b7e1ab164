//! The countdown: the last seconds of a visit after the visitor has stopped touching.

use egui::{Rect, Sense, Stroke, StrokeKind, Ui, Vec2};

use crate::theme::{self, size};
use crate::view::{View, colour};
use crate::widgets::fitted_text;
use content::words::Words;

/// Draws the card with the seconds that are left.
pub fn show(ui: &mut Ui, view: &View<'_>, seconds: u64) {
    let screen = ui.max_rect();
    // A touch anywhere continues the visit and does nothing else.
    ui.interact(screen, ui.id().with("countdown"), Sense::CLICK | Sense::DRAG);
    let theme = &view.look.theme;
    ui.painter().rect_filled(screen, 0.0, colour(theme.ground).gamma_multiply(0.8));
    let width = view.em(760.0).min(0.92 * screen.width());
    let card = Rect::from_center_size(screen.center(), Vec2::new(width, view.em(440.0)));
    let edge = Stroke::new(view.unit(4.0).max(2.0), colour(theme.boundary));
    ui.painter().rect(card, view.unit(36.0), colour(theme.raised), edge, StrokeKind::Inside);
    let text = colour(theme.text);
    let line = |part: f32, height: f32| {
        let centre = card.center_top() + Vec2::new(0.0, part * card.height());
        Rect::from_center_size(centre, Vec2::new(0.88 * width, view.em(height)))
    };
    let strong = |points: f32| theme::strong(view.display(points));
    fitted_text(
        ui,
        view,
        line(0.17, 60.0),
        &view.plain("kiosk-still-there"),
        strong(size::TITLE),
        text,
    );
    let figure = view.locale.number(seconds as f64);
    fitted_text(ui, view, line(0.47, 150.0), &figure, strong(130.0), colour(theme.boundary));
    let words = view.text(&Words::new("kiosk-countdown").count("seconds", seconds));
    let font = theme::regular(view.points(size::BODY));
    fitted_text(ui, view, line(0.73, 40.0), &words, font, colour(theme.muted));
    let font = theme::strong(view.points(size::NARRATION));
    fitted_text(ui, view, line(0.87, 44.0), &view.plain("kiosk-go-on"), font, text);
}
