//! A second run: its rate, and from where on it goes its own way.

use bevy_egui::egui::{Align2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, pos2};

use super::close_button;
use crate::command::{Command, learning_rates};
use crate::layout::TOUCH_TARGET;
use crate::overlay::theme::{self, size};
use crate::overlay::view::{View, colour, rect};
use crate::overlay::widgets::{Naming, Weight, pill_button, write};
use crate::words::Words;

/// Draws the page: a sheet at the left, so that the plot that it changes is seen beside it.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let theme = &view.look.theme;
    let screen = ui.max_rect();
    // A touch beside the sheet closes it.
    let beside = ui.interact(screen, ui.id().with("beside"), Sense::click());
    let world = rect(view.layout.world);
    let margin = view.unit(28.0);
    let pill = view.unit(60.0).max(TOUCH_TARGET);
    let label = view.em(44.0);
    let height = 2.0 * margin + view.em(60.0) + 2.0 * (label + pill) + 3.0 * view.unit(12.0) + pill;
    let width = view.em(560.0).min(screen.width() - 2.0 * world.left());
    let top = world.top().min(screen.bottom() - height).max(screen.top());
    let sheet = Rect::from_min_size(pos2(world.left(), top), Vec2::new(width, height));
    ui.interact(sheet, ui.id().with("sheet"), Sense::click());
    let edge = Stroke::new(view.unit(2.0).max(1.0), colour(theme.hairline));
    ui.painter().rect(sheet, view.unit(28.0), colour(theme.raised), edge, StrokeKind::Inside);
    if beside.clicked() {
        commands.push(Command::Show(None));
    }
    let inner = sheet.shrink(margin);
    let font = theme::strong(view.points(size::NARRATION));
    let title = view.plain("panel-compare");
    write(ui, inner.left_top(), Align2::LEFT_TOP, &title, font, colour(theme.text));
    let side = view.unit(56.0).max(TOUCH_TARGET);
    let square = Rect::from_min_size(
        pos2(inner.right() - side, inner.top() - view.unit(8.0)),
        Vec2::splat(side),
    );
    close_button(ui, view, square, commands);

    let chapter = view.chapter.get();
    let current = view.experiments.compared(chapter.subject());
    let here = view.step.position().sample;
    let mut top = inner.top() + view.em(60.0);
    for (key, from) in [("compare-start", 0), ("compare-here", here)] {
        let at = pos2(inner.left(), top + 0.5 * label);
        let words = view.text(&Words::new(key).count("sample", from + 1));
        let font = theme::regular(view.points(size::SMALL + 2.0));
        write(ui, at, Align2::LEFT_CENTER, &words, font, colour(theme.muted));
        let rates: Vec<_> = learning_rates(chapter).collect();
        let gap = view.unit(10.0);
        let width = (inner.width() - gap * (rates.len() - 1) as f32) / rates.len() as f32;
        for (index, rate) in rates.into_iter().enumerate() {
            let place = Rect::from_min_size(
                pos2(inner.left() + (width + gap) * index as f32, top + label),
                Vec2::new(width, pill),
            );
            let word = view.locale.number(rate.value());
            let name = format!("{words} {word}");
            let chosen = current == Some((rate, from));
            let weight = if chosen { Weight::Chosen } else { Weight::Quiet };
            if pill_button(ui, view, place, &word, weight, Naming { name: &name, enabled: true }) {
                commands.push(Command::Compare(Some((rate, from))));
            }
        }
        top += label + pill + view.unit(12.0);
    }
    let place = Rect::from_min_size(
        pos2(inner.left(), top + view.unit(12.0)),
        Vec2::new(inner.width(), pill),
    );
    let name = view.plain("compare-off");
    let naming = Naming { name: &name, enabled: current.is_some() };
    if pill_button(ui, view, place, &name, Weight::Quiet, naming) {
        commands.push(Command::Compare(None));
    }
}
