//! Shows the whole of a shortened name on a card: while the pointer or the focus is on the name, and
//! after a touch until the next touch elsewhere.

use egui::epaint::{ClippedShape, Shape, TextShape};
use egui::text::{CCursor, LayoutJob};
use egui::{
    Id, LayerId, Order, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
    emath, pos2,
};

use crate::theme::{self, size};
use crate::view::{Style, colour, rect};
use crate::widgets::focus_ring;
use content::words::{DataWords, Words};
use exhibit::layout::TOUCH_TARGET;

/// The largest width of the card, as a part of the screen's width.
const WIDEST: f32 = 0.6;

/// The shortened names of this frame, each with its whole name.
type Shortened = Vec<[String; 2]>;

fn shortened() -> Id {
    Id::new("shortened names")
}

/// The key of the place where the visitor touched a name.
fn touched() -> Id {
    Id::new("touched name")
}

/// A shortened name on the screen.
struct Place {
    whole: String,
    place: Rect,
}

/// Forgets the names of the last frame. Call it before anything is drawn.
pub fn forget(ui: &Ui) {
    ui.data_mut(|data| data.remove::<Shortened>(shortened()));
}

/// Records which of these names are shortened.
pub(super) fn note(ui: &Ui, style: &Style<'_>, names: &DataWords) {
    for pair in names.shortened(style.data_words) {
        let pair = pair.map(str::to_owned);
        ui.data_mut(|data| {
            let known: &mut Shortened = data.get_temp_mut_or_default(shortened());
            if !known.contains(&pair) {
                known.push(pair);
            }
        });
    }
}

/// Shows the whole of a shortened name under the pointer, under a touch, or with the focus. It searches
/// the painted shapes, so other parts of the overlay need not report where they write names.
pub fn reveal(ui: &mut Ui, style: &Style<'_>) {
    let names: Shortened = ui.data(|data| data.get_temp(shortened())).unwrap_or_default();
    if names.is_empty() {
        ui.data_mut(|data| data.remove::<Pos2>(touched()));
        return;
    }
    let mut found = Vec::new();
    let layer = ui.layer_id();
    ui.ctx().graphics(|graphics| {
        for ClippedShape { shape, .. } in
            graphics.get(layer).iter().flat_map(|list| list.all_entries())
        {
            look_at(shape, &names, &mut found);
        }
    });
    let focused = stops(ui, style, &found);
    let at = |point: Pos2, room: f32| {
        let distance = |place: &&Place| place.place.distance_to_pos(point);
        let nearest = found.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
        nearest.filter(|place| distance(place) <= room)
    };
    let (pressed, pointer) = ui.input(|input| {
        let pressed = input.pointer.any_pressed().then(|| input.pointer.interact_pos()).flatten();
        (pressed, input.pointer.latest_pos())
    });
    if let Some(pressed) = pressed {
        // A finger is wider than a line of text. But the card never covers the effect of a control.
        let room = if is_on_control(ui) { 0.0 } else { 0.4 * TOUCH_TARGET };
        let name = at(pressed, room).filter(|_| !is_on_control(ui));
        ui.data_mut(|data| {
            data.remove::<Pos2>(touched());
            if let Some(name) = name {
                data.insert_temp(touched(), name.place.center());
            }
        });
    }
    let kept: Option<Pos2> = ui.data(|data| data.get_temp(touched()));
    let shown = kept
        .and_then(|kept| at(kept, 0.0))
        .or(focused.and_then(|index| found.get(index)))
        .or(pointer.and_then(|pointer| at(pointer, 0.0)));
    if let Some(shown) = shown {
        card(ui, style, shown);
    }
}

/// Finds the shortened names in a shape, and drops the names that the shape covers.
fn look_at(shape: &Shape, names: &Shortened, found: &mut Vec<Place>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| look_at(shape, names, found)),
        Shape::Rect(shape) if shape.fill.a() == 255 => {
            found.retain(|place| !shape.rect.contains(place.place.center()));
        }
        Shape::Text(text) => {
            for [brief, whole] in names {
                for place in places(text, brief) {
                    found.push(Place { whole: whole.clone(), place });
                }
            }
        }
        _ => {}
    }
}

/// Returns the places of a name in a text: one for each line that it is on.
fn places(text: &TextShape, name: &str) -> Vec<Rect> {
    let written = text.galley.text();
    let mut all = Vec::new();
    for (at, _) in written.match_indices(name) {
        let start = written[..at].chars().count();
        let ends = [start, start + name.chars().count()]
            .map(|index| text.galley.pos_from_cursor(CCursor::new(index)));
        let [first, last] = ends;
        let lines = if (first.center().y - last.center().y).abs() < 1.0 {
            vec![first.union(last)]
        } else {
            let right = text.galley.rect.right();
            let left = text.galley.rect.left();
            vec![
                Rect::from_min_max(first.min, pos2(right, first.bottom())),
                Rect::from_min_max(pos2(left, last.top()), last.max),
            ]
        };
        let turn = emath::Rot2::from_angle(text.angle);
        all.extend(lines.into_iter().map(|line| {
            let corners =
                [line.left_top(), line.right_top(), line.left_bottom(), line.right_bottom()];
            Rect::from_points(&corners.map(|corner| text.pos + turn * corner.to_vec2()))
        }));
    }
    all
}

/// Makes the first place of each name a stop of the keyboard. Returns the one with the focus.
fn stops(ui: &mut Ui, style: &Style<'_>, found: &[Place]) -> Option<usize> {
    let mut focused = None;
    for (index, Place { whole, place }) in found.iter().enumerate() {
        if found[..index].iter().any(|before| before.whole == *whole) {
            continue;
        }
        let id = ui.id().with(("whole name", whole));
        let response = ui.interact(*place, id, Sense::focusable_noninteractive());
        let name =
            style.locale.text(&Words::new("name-whole").text("name", whole), style.data_words);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, ui.is_enabled(), &name));
        focus_ring(ui, style, &response, *place, style.unit(6.0));
        if response.has_focus() {
            focused = Some(index);
        }
    }
    focused
}

/// Whether the pointer is on a control that reacts to a press.
fn is_on_control(ui: &Ui) -> bool {
    let under: Vec<Id> =
        ui.ctx().interaction_snapshot(|under| under.contains_pointer.iter().copied().collect());
    let acts = |id: Id| {
        ui.ctx()
            .read_response(id)
            .is_some_and(|response| response.sense.senses_click() && response.sense.is_focusable())
    };
    under.into_iter().any(acts)
}

/// Draws the whole name on a card over its place. If there is no room above, the card lies under it.
fn card(ui: &Ui, style: &Style<'_>, shown: &Place) {
    let theme = &style.look.theme;
    let text = colour(theme.text);
    let screen = rect(bevy_math::Rect { min: bevy_math::Vec2::ZERO, max: style.layout.size });
    let font = theme::strong(style.points(size::BODY));
    let width = WIDEST * screen.width();
    let job = LayoutJob::simple(shown.whole.clone(), font, text, width);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let margin = Vec2::new(style.em(16.0), style.em(10.0));
    let size = galley.size() + 2.0 * margin;
    let gap = style.unit(12.0);
    let above = shown.place.top() - gap - size.y;
    let top = if above >= screen.top() { above } else { shown.place.bottom() + gap };
    let left = (shown.place.center().x - 0.5 * size.x)
        .min(screen.right() - size.x - gap)
        .max(screen.left() + gap);
    let place = Rect::from_min_size(pos2(left, top.min(screen.bottom() - size.y)), size);
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::new("whole name")));
    let edge = Stroke::new(style.unit(2.0).max(1.0), colour(theme.hairline));
    painter.rect(place, style.unit(12.0), colour(theme.raised), edge, StrokeKind::Inside);
    painter.galley(place.min + margin, galley, text);
}
