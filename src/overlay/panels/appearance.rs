//! The appearance: theme, class colours, text size, motion.

use bevy_egui::egui::{Align2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, pos2};

use super::close_button;
use crate::command::Command;
use crate::layout::TOUCH_TARGET;
use crate::overlay::icons::Icon;
use crate::overlay::theme::{self, size};
use crate::overlay::view::{View, colour, rect};
use crate::overlay::widgets::{Naming, Weight, fitted_text, pill_button, round_button, write};
use crate::projector::{DISTANCES, ProjectorCommand};
use crate::settings::{Setting, TEXT_SCALE_STEP, TEXT_SCALES};
use crate::words::Words;

/// Draws the page: a sheet under the round buttons, so that what it changes is seen beside it.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let theme = &view.look.theme;
    let screen = ui.max_rect();
    // A touch beside the sheet closes it.
    let beside = ui.interact(screen, ui.id().with("beside"), Sense::click());
    let header = rect(view.layout.header);
    let margin = view.unit(32.0);
    let pill = view.unit(64.0).max(TOUCH_TARGET);
    let label = view.em(44.0);
    let rows = 4.0;
    let height =
        2.0 * margin + view.em(56.0) + rows * (label + pill) + (rows - 1.0) * view.unit(12.0);
    let width = view.em(640.0).min(header.width());
    let top = (header.top() + view.unit(60.0).max(TOUCH_TARGET) + view.unit(16.0))
        .min(screen.bottom() - height - view.unit(8.0))
        .max(screen.top());
    let sheet = Rect::from_min_size(pos2(header.right() - width, top), Vec2::new(width, height));
    ui.interact(sheet, ui.id().with("sheet"), Sense::click());
    let edge = Stroke::new(view.unit(2.0).max(1.0), colour(theme.hairline));
    ui.painter().rect(sheet, view.unit(28.0), colour(theme.raised), edge, StrokeKind::Inside);
    if beside.clicked() {
        commands.push(Command::Show(None));
    }

    let inner = sheet.shrink(margin);
    let font = theme::strong(view.points(size::NARRATION));
    let title = view.plain("panel-appearance");
    write(ui, inner.left_top(), Align2::LEFT_TOP, &title, font, colour(theme.text));
    let side = view.unit(56.0).max(TOUCH_TARGET);
    let square = Rect::from_min_size(
        pos2(inner.right() - side, inner.top() - view.unit(8.0)),
        Vec2::splat(side),
    );
    close_button(ui, view, square, commands);

    let mut top = inner.top() + view.em(56.0);
    let mut next_row = |ui: &Ui, key: &str| {
        let at = pos2(inner.left(), top + 0.5 * label);
        let font = theme::regular(view.points(size::SMALL + 2.0));
        write(ui, at, Align2::LEFT_CENTER, &view.plain(key), font, colour(theme.muted));
        let row =
            Rect::from_min_size(pos2(inner.left(), top + label), Vec2::new(inner.width(), pill));
        top += label + pill + view.unit(12.0);
        row
    };
    let row = next_row(ui, "appearance-theme");
    let named = |kind: &str, name: &String| (view.name_of(kind, name), name.clone());
    let themes = view.choices.themes.iter().map(|name| named("theme", name));
    choose(ui, view, row, themes, &view.settings.theme, |name| {
        commands.push(Command::Set(Setting::Theme(name)));
    });
    let row = next_row(ui, "appearance-palette");
    let palettes = view.choices.palettes.iter().map(|name| named("palette", name));
    choose(ui, view, row, palettes, &view.settings.palette, |name| {
        commands.push(Command::Set(Setting::Palette(name)));
    });
    if let Some(last_row) = view.projector.distance {
        let row = next_row(ui, "appearance-distance");
        distance(ui, view, row, last_row, commands);
    } else {
        let row = next_row(ui, "appearance-text-scale");
        text_scale(ui, view, row, commands);
    }
    let row = next_row(ui, "appearance-motion");
    let motions = [false, true].map(|reduced| {
        (view.plain(if reduced { "motion-reduced" } else { "motion-full" }), reduced)
    });
    choose(ui, view, row, motions.into_iter(), &view.settings.reduced_motion, |reduced| {
        commands.push(Command::Set(Setting::ReducedMotion(reduced)));
    });
}

impl View<'_> {
    /// What a theme or palette is called: in the locale's words, or if it is a teacher's own, by
    /// its file's name.
    fn name_of(&self, kind: &str, name: &str) -> String {
        let key = format!("{kind}-{name}");
        if self.locale.has(&key) { self.plain(&key) } else { name.to_owned() }
    }
}

fn choose<T: PartialEq>(
    ui: &mut Ui,
    view: &View<'_>,
    row: Rect,
    choices: impl ExactSizeIterator<Item = (String, T)>,
    current: &T,
    mut chosen: impl FnMut(T),
) {
    let gap = view.unit(10.0);
    let count = choices.len().max(1) as f32;
    let width = (row.width() - gap * (count - 1.0)) / count;
    for (index, (name, choice)) in choices.enumerate() {
        let left = row.left() + (width + gap) * index as f32;
        let place = Rect::from_min_size(pos2(left, row.top()), Vec2::new(width, row.height()));
        let weight = if choice == *current { Weight::Chosen } else { Weight::Quiet };
        if pill_button(ui, view, place, &name, weight, Naming { name: &name, enabled: true }) {
            chosen(choice);
        }
    }
}

/// In projector mode, how far away the last row sits decides how large type is.
fn distance(ui: &mut Ui, view: &View<'_>, row: Rect, now: f32, commands: &mut Vec<Command>) {
    let middle = stepper(
        ui,
        view,
        row,
        ["appearance-nearer", "appearance-farther"],
        |by| DISTANCES.contains(&(now + by)),
        |by| commands.push(Command::Project(ProjectorCommand::SetDistance(now + by))),
    );
    let words = Words::new("appearance-distance-value").number("distance", f64::from(now));
    let font = theme::strong(view.points(size::BODY));
    fitted_text(ui, view, middle, &view.text(&words), font, colour(view.look.theme.text));
}

/// Two buttons, for one less and one more; returns the room between them.
fn stepper(
    ui: &mut Ui,
    view: &View<'_>,
    row: Rect,
    names: [&str; 2],
    allowed: impl Fn(f32) -> bool,
    mut chosen: impl FnMut(f32),
) -> Rect {
    let side = Vec2::splat(row.height());
    let less = Rect::from_min_size(row.min, side);
    let more = Rect::from_min_size(pos2(row.right() - side.x, row.top()), side);
    for (place, icon, key, by) in
        [(less, Icon::Minus, names[0], -1.0), (more, Icon::Plus, names[1], 1.0)]
    {
        let name = view.plain(key);
        let naming = Naming { name: &name, enabled: allowed(by) };
        if round_button(ui, view, place, icon, Weight::Quiet, naming) {
            chosen(by);
        }
    }
    Rect::from_min_max(less.right_top(), more.left_bottom())
}

fn text_scale(ui: &mut Ui, view: &View<'_>, row: Rect, commands: &mut Vec<Command>) {
    let scale = view.settings.text_scale;
    let middle = stepper(
        ui,
        view,
        row,
        ["appearance-smaller", "appearance-larger"],
        |by| TEXT_SCALES.contains(&(scale + 0.9 * by * TEXT_SCALE_STEP)),
        |by| commands.push(Command::Set(Setting::TextScale(scale + by * TEXT_SCALE_STEP))),
    );
    let percent = Words::new("appearance-percent").count("percent", (scale * 100.0).round() as u64);
    let font = theme::strong(view.points(size::BODY));
    fitted_text(ui, view, middle, &view.text(&percent), font, colour(view.look.theme.text));
}
