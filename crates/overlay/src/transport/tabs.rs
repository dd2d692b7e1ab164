//! The phases of a sample as tabs. A press goes to a phase.

use egui::{Color32, Rect, Stroke, Ui, Vec2, pos2};
use learning::Position;

use crate::theme::{self, size};
use crate::view::{View, colour};
use crate::widgets::{Naming, button, fitted, fitted_text, focus_ring};
use exhibit::command::Command;
use exhibit::playback::PlaybackCommand;

/// Draws a tab for each phase.
pub fn show(ui: &mut Ui, view: &View<'_>, tabs: Rect, commands: &mut Vec<Command>) {
    let timeline = view.shown.step.timeline();
    let position = view.shown.step.position();
    let phases = view.shown.chapter.get().phases();
    let names: Vec<_> = phases.iter().map(|key| view.plain(key)).collect();
    let (points, widths) = tab_widths(ui, view, &names, tabs.width());
    let mut left = tabs.left();
    for (index, (name, width)) in names.iter().zip(widths).enumerate() {
        let place = Rect::from_min_size(pos2(left, tabs.top()), Vec2::new(width, tabs.height()));
        left += width;
        let to = timeline.step(Position { sample: position.sample, phase: index });
        if phase_tab(ui, view, place, name, points, index == position.phase) {
            commands.push(Command::Playback(PlaybackCommand::GlideTo(to)));
        }
    }
}

/// Returns the type size of the phases' names, and the width of each tab. All tabs have the same width.
/// If the names do not fit, each tab is as wide as it needs.
fn tab_widths(ui: &Ui, view: &View<'_>, names: &[String], room: f32) -> (f32, Vec<f32>) {
    let points = view.points(size::BODY);
    let margin = 2.0 * view.unit(6.0);
    let ink = Color32::PLACEHOLDER;
    let needed = names.iter().map(|name| {
        let name = ui.painter().layout_no_wrap(name.clone(), theme::strong(points), ink);
        (name.size().x + margin + view.em(8.0)).max(view.layout.reach.touch)
    });
    let needed: Vec<f32> = needed.collect();
    let count = names.len().max(1) as f32;
    let even = (room / count).min(view.em(170.0));
    if needed.iter().all(|&width| width <= even) {
        return (points, vec![even; names.len()]);
    }
    let part = (room / needed.iter().sum::<f32>()).min(1.5);
    let widths: Vec<f32> = needed.iter().map(|width| part * width).collect();
    if widths.iter().any(|&width| width < view.layout.reach.touch) {
        let fitting =
            names.iter().map(|name| fitted(ui, name, theme::strong(points), even - margin).size);
        return (fitting.fold(points, f32::min), vec![even; names.len()]);
    }
    ((points * part.min(1.0)).floor(), widths)
}

fn phase_tab(
    ui: &mut Ui,
    view: &View<'_>,
    place: Rect,
    word: &str,
    points: f32,
    current: bool,
) -> bool {
    let theme = &view.look.theme;
    let response = button(ui, place, Naming { name: word, enabled: true }, Some(current));
    let (font, ink) = if current {
        (theme::strong(points), theme.boundary)
    } else {
        (theme::regular(points), theme.muted)
    };
    let font_size = font.size;
    fitted_text(ui, view, place.shrink(view.unit(6.0)), word, font, colour(ink));
    if current {
        let y = place.center().y + 0.75 * font_size;
        let half = 0.32 * place.width();
        let stroke = Stroke::new(view.unit(3.0).max(2.0), colour(ink));
        ui.painter().hline(place.center().x - half..=place.center().x + half, y, stroke);
    }
    focus_ring(ui, view, &response, place.shrink(view.unit(6.0)), view.unit(8.0));
    response.clicked()
}
