//! The invitation to touch, in one language after the other.

use egui::{Align2, Rect, Sense, Ui, Vec2, pos2};

use crate::ink::fill_class;
use crate::theme::{self, size};
use crate::view::{View, colour, rect};
use crate::widgets::{fitted_text, write};
use content::words::Locale;
use exhibit::kiosk::attract::Attract;

/// The classes of the shapes under the title. They are decoration; nothing learns from them.
const FRIEZE: [bool; 9] = [false, true, true, false, true, false, false, true, false];

/// Draws the title, or the invitation under a chapter that plays.
pub fn show(ui: &mut Ui, view: &View<'_>, attract: &Attract) {
    let screen = ui.max_rect();
    // The first touch starts a visit and does nothing else.
    ui.interact(screen, ui.id().with("attract"), Sense::CLICK | Sense::DRAG);
    let offered = offered(view);
    let Some(inviting) = offered.get(attract.language(offered.len())).copied() else { return };
    if attract.is_title() {
        title(ui, view, &offered, inviting);
    } else {
        let bar = rect(view.layout.transport);
        let buttons = rect(view.layout.buttons);
        ui.painter().rect_filled(bar, 0.0, colour(view.look.theme.ground));
        // On an upright screen, the place of the buttons belongs to the room below the chapter.
        let top = if buttons.top() > view.layout.header.max.y { buttons.top() } else { bar.top() };
        let room = Rect::from_min_max(pos2(bar.left(), top), bar.max);
        invitation(ui, view, room.center(), inviting);
    }
}

/// Returns the offered languages in their order.
fn offered<'a>(view: &View<'a>) -> Vec<&'a Locale> {
    let names = view.controls.choices.languages.iter();
    let found: Vec<_> = names.filter_map(|(name, _)| view.controls.languages.get(name)).collect();
    if found.is_empty() { vec![view.locale] } else { found }
}

fn title(ui: &Ui, view: &View<'_>, offered: &[&Locale], inviting: &Locale) {
    let theme = &view.look.theme;
    let screen = ui.max_rect();
    let painter = ui.painter();
    painter.rect_filled(screen, 0.0, colour(theme.ground));
    let side = view.unit(56.0);
    let step = side * 1.6;
    let left = screen.center().x - 0.5 * step * (FRIEZE.len() - 1) as f32;
    let y = screen.top() + 0.24 * screen.height();
    for (index, label) in FRIEZE.into_iter().enumerate() {
        // The shapes have different sizes, because the exhibit is about sizes.
        let height = side * [1.0, 0.7, 1.25, 0.85][index % 4];
        let centre = pos2(left + step * index as f32, y);
        let shape = Rect::from_center_size(centre, Vec2::new(side, height));
        fill_class(painter, view, shape, label, view.unit(8.0));
    }
    let width = 0.8 * screen.width();
    let words = inviting.plain("exhibit-title");
    let ink = colour(theme.text);
    let set =
        |points: f32, width: f32| painter.layout(words.clone(), theme::strong(points), ink, width);
    let mut points = view.display(96.0);
    while set(points, width).rows.len() > 2 && points > view.display(size::TITLE) {
        points *= 0.9;
    }
    // Make the lines similar in length: use the smallest width that needs no further line.
    let count = set(points, width).rows.len();
    let widths = (4..=16).map(|part| width * part as f32 / 16.0);
    let galley = widths
        .map(|width| set(points, width))
        .find(|galley| galley.rows.len() <= count)
        .unwrap_or_else(|| set(points, width));
    let centre = screen.top() + 0.43 * screen.height();
    // Centre each line.
    for row in &galley.rows {
        let line = row.text();
        let at = pos2(screen.center().x, centre - 0.5 * galley.size().y + row.rect().center().y);
        write(
            ui,
            at,
            Align2::CENTER_CENTER,
            line.trim(),
            theme::strong(points),
            colour(theme.text),
        );
    }
    let at = pos2(screen.center().x, screen.top() + 0.58 * screen.height());
    let place = Rect::from_center_size(at, Vec2::new(width, view.em(60.0)));
    let font = theme::regular(view.points(size::NARRATION + 4.0));
    fitted_text(ui, view, place, &inviting.plain("kiosk-subtitle"), font, colour(theme.muted));
    invitation(ui, view, pos2(at.x, screen.top() + 0.73 * screen.height()), inviting);
    languages(ui, view, offered, inviting, screen.bottom() - 0.08 * screen.height());
}

fn invitation(ui: &Ui, view: &View<'_>, centre: egui::Pos2, inviting: &Locale) {
    let theme = &view.look.theme;
    let height = view.em(104.0);
    let place = Rect::from_center_size(centre, Vec2::new(view.em(620.0), height));
    ui.painter().rect_filled(place, 0.5 * height, colour(theme.boundary));
    let font = theme::strong(view.display(size::TITLE));
    let room = place.shrink2(Vec2::new(0.4 * height, 0.0));
    fitted_text(ui, view, room, &inviting.plain("kiosk-touch"), font, colour(theme.on_boundary));
}

/// Draws all languages under their own names, so that visitors find their language.
fn languages(ui: &Ui, view: &View<'_>, offered: &[&Locale], inviting: &Locale, y: f32) {
    let theme = &view.look.theme;
    let screen = ui.max_rect();
    let room = (0.9 * screen.width() / offered.len() as f32).min(view.em(220.0));
    let left = screen.center().x - 0.5 * room * offered.len() as f32;
    for (index, locale) in offered.iter().enumerate() {
        let corner = pos2(left + room * index as f32, y - view.em(24.0));
        let place = Rect::from_min_size(corner, Vec2::new(room, view.em(48.0)));
        let now = locale.language() == inviting.language();
        let ink = if now { theme.text } else { theme.muted };
        let font = if now { theme::strong } else { theme::regular };
        let inner = place.shrink2(Vec2::new(view.em(10.0), 0.0));
        fitted_text(
            ui,
            view,
            inner,
            &locale.own_name(),
            font(view.points(size::BODY)),
            colour(ink),
        );
    }
}
