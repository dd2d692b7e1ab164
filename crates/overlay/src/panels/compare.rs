//! A second run: its rate, and the sample from which it differs from the first run.

use egui::{Rect, Ui, Vec2, pos2};

use super::{sheet, sheet_frame};
use crate::theme::{self, size};
use crate::view::{View, colour, rect};
use crate::widgets::{ButtonLook, Naming, choice, pill_button, write_fitted};
use content::words::Words;
use exhibit::command::{Command, learning_rates};
use exhibit::experiment::LearnCommand;

/// Draws the page: a sheet at the left. The plot that it changes stays visible beside it.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let theme = &view.look.theme;
    let screen = ui.max_rect();
    let world = rect(view.layout.world);
    let pill = view.unit(60.0).max(view.layout.reach.touch);
    let label = view.em(44.0);
    let height = sheet_frame(view) + 2.0 * (label + pill) + 3.0 * view.unit(12.0) + pill;
    let width = view.em(560.0).min(screen.width() - 2.0 * world.left());
    let top = world.top().min(screen.bottom() - height).max(screen.top());
    let place = Rect::from_min_size(pos2(world.left(), top), Vec2::new(width, height));
    let inner = sheet(ui, view, place, &view.plain("panel-compare"), commands);

    let chapter = view.shown.chapter.get();
    let subject = chapter.subject();
    let current = view.shown.experiments.of(subject).second_run();
    let here = view.shown.step.position().sample;
    let mut top = inner.top();
    for (key, from) in [("compare-start", 0), ("compare-here", here)] {
        let row = Rect::from_min_size(pos2(inner.left(), top), Vec2::new(inner.width(), label));
        let words = view.text(&Words::new(key).count("sample", from + 1));
        let font = theme::regular(view.points(size::SMALL + 2.0));
        write_fitted(ui, view, row, &words, font, colour(theme.muted));
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
            if choice(ui, view, place, &word, &name, chosen) {
                commands.push(Command::Learn(subject, LearnCommand::Compare(Some((rate, from)))));
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
    if pill_button(ui, view, place, &name, ButtonLook::Quiet, naming).clicked() {
        commands.push(Command::Learn(subject, LearnCommand::Compare(None)));
    }
}
