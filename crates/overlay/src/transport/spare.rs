//! The transport bar of projector mode: facts for the last row, and the controls that a remote does not
//! have. Keys replace all other controls.

use std::sync::Arc;

use egui::{Align2, Color32, Galley, Rect, Ui, Vec2, pos2};
use learning::Playhead;

use super::{line, play_control, rate_pills, rate_size};
use crate::description;
use crate::icons::Icon;
use crate::theme::{self, size};
use crate::view::{View, colour};
use crate::widgets::{ButtonLook, Naming, fitted_line, fitting_line, round_button, row};
use content::words::Words;
use exhibit::command::{Command, step_phase};
use exhibit::layout::LINE_HEIGHT;

/// Draws the bar.
pub fn show(ui: &mut Ui, view: &View<'_>, inner: Rect, commands: &mut Vec<Command>) {
    let label = LINE_HEIGHT * view.points(size::BODY);
    let labels = Rect::from_min_size(inner.min, Vec2::new(inner.width(), label));
    let controls = Rect::from_min_max(pos2(inner.left(), labels.bottom()), inner.max);
    let gap = view.unit(40.0);
    let count = view.shown.chapter.get().learning_rates().len() as f32;
    let pills = count * (rate_size(view).x + view.unit(10.0)) - view.unit(10.0);
    let rates = inner.right() - pills.max(0.0);
    let after_buttons = buttons(ui, view, controls, commands);
    let right = if count > 0.0 { rates - gap } else { inner.right() };
    let track = Rect::from_min_max(
        pos2(after_buttons + gap, controls.top()),
        pos2(right, controls.bottom()),
    );
    line(ui, view, track, commands);
    rate_pills(ui, view, pos2(rates, controls.center().y), commands);
    write_labels(ui, view, labels, (count > 0.0).then_some(rates));
}

/// Draws the buttons for one phase back, play, and one phase on. Returns where they end.
fn buttons(ui: &mut Ui, view: &View<'_>, area: Rect, commands: &mut Vec<Command>) -> f32 {
    let (step, chapter) = (view.shown.step, view.shown.chapter.index());
    let side = view.unit(56.0).max(view.layout.reach.touch);
    let large = area.height().max(side);
    let [back, play, forward] = row(
        area.left(),
        area.center().y,
        [Vec2::splat(side), Vec2::splat(large), Vec2::splat(side)],
        view.unit(10.0),
    );
    let at_end = step.playhead().step == step.timeline().last();
    let phase =
        |forward| step_phase(forward, step, view.shown.playback, chapter, view.controls.offered);
    let at_start = step.playhead() == Playhead::at(0);
    let can_go_back = !at_start || view.controls.offered.previous(chapter).is_some();
    let can_go_on = !at_end || view.controls.offered.next(chapter).is_some();
    let (icon, name, command) = play_control(view);
    for (place, icon, name, command, enabled, weight) in [
        (back, Icon::Back, "control-back", phase(false), can_go_back, ButtonLook::Quiet),
        (play, icon, name, Command::Playback(command), true, ButtonLook::Accent),
        (forward, Icon::Forward, "control-forward", phase(true), can_go_on, ButtonLook::Quiet),
    ] {
        let name = view.plain(name);
        if round_button(ui, view, place, icon, weight, Naming { name: &name, enabled }).clicked() {
            commands.push(command);
        }
    }
    forward.right()
}

/// Writes the position of the playhead, the lesson's stop, and a label over the rates.
fn write_labels(ui: &Ui, view: &View<'_>, area: Rect, rates: Option<f32>) {
    let theme = &view.look.theme;
    let (text, muted) = (colour(theme.text), colour(theme.muted));
    let y = area.center().y;
    let gap = view.unit(28.0);
    let mut right = area.right();
    if let Some(left) = rates {
        let word = view.plain("learning-rate");
        let font = theme::regular(view.points(size::SMALL));
        let galley = fitted_line(ui, view, &word, font, muted, area.width());
        // The label stands over the pills. If it is longer than they are, it begins further to the left.
        let left = left.min(area.right() - galley.size().x);
        paint(ui, galley, left, y, muted);
        right = left - gap;
    }
    let (now, ink) = if view.shown.waits {
        (view.plain("predict-first-ask"), colour(theme.boundary))
    } else {
        let phases = view.shown.chapter.get().phases();
        (view.plain(phases[view.shown.step.position().phase]), text)
    };
    let room = right - area.left();
    let now = fitted_line(ui, view, &now, theme::strong(view.points(size::BODY)), ink, room);
    // The line also shows the position of the sample, so the sample may be left out.
    let sample = format!("{} · ", description::sample(view));
    let font = theme::regular(view.points(size::BODY));
    let mut at = area.left();
    if let Some(sample) = fitting_line(ui, view, &[&sample], &font, muted, room - now.size().x) {
        at = paint(ui, sample, at, y, muted);
    }
    at = paint(ui, now, at, y, ink);
    let Some(lesson) = view.controls.lesson else { return };
    let words = Words::new("lesson-stop")
        .count("stop", lesson.index() + 1)
        .count("stops", lesson.lesson().stops.len());
    let font = theme::strong(view.points(size::SMALL));
    let stop = fitted_line(ui, view, &view.text(&words), font, muted, area.width());
    // If the stop has no room here, the speaker's window still shows it.
    if at + gap + stop.size().x <= right {
        let left = right - stop.size().x;
        paint(ui, stop, left, y, muted);
    }
}

/// Draws a line of text from `left` on, its middle at `y`. Returns where it ends.
fn paint(ui: &Ui, galley: Arc<Galley>, left: f32, y: f32, ink: Color32) -> f32 {
    let place = Align2::LEFT_CENTER.anchor_size(pos2(left, y), galley.size());
    ui.painter().galley(place.min, galley, ink);
    place.right()
}
