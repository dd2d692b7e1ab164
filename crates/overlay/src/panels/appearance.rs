//! The appearance: theme, class colours, text size, motion, language.

use egui::{Rect, Ui, Vec2, pos2};

use super::{sheet, sheet_frame};
use crate::icons::Icon;
use crate::theme::{self, size};
use crate::view::{View, colour, rect};
use crate::widgets::{ButtonLook, Naming, choice, fitted_text, round_button, write_fitted};
use content::words::Words;
use exhibit::command::Command;
use exhibit::projector::{DISTANCES, ProjectorCommand};
use exhibit::settings::{Setting, Switches, TEXT_SCALE_STEP, TEXT_SCALES};

/// The largest number of languages in one line.
const MOST_LANGUAGES_BESIDE: usize = 4;

/// Draws the page: a sheet under the round buttons. The part that it changes stays visible beside it.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let theme = &view.look.theme;
    let screen = ui.max_rect();
    let header = rect(view.layout.header);
    let buttons = rect(view.layout.buttons);
    let pill = view.unit(64.0).max(view.layout.reach.touch);
    let gap = view.unit(12.0);
    let languages = &view.controls.choices.languages;
    let lines = languages.len().div_ceil(MOST_LANGUAGES_BESIDE).max(1);
    let rows = 6.0;
    // Large type shrinks before the sheet becomes higher than the screen.
    let pills = rows * (pill + gap) + (lines - 1) as f32 * (pill + gap);
    let room = screen.height() - 2.0 * view.unit(8.0) - sheet_frame(view) - pills;
    let label = view.em(44.0).min(room / rows);
    let height = sheet_frame(view)
        + rows * (label + pill)
        + (rows - 1.0) * gap
        + (lines - 1) as f32 * (pill + gap);
    let width = view.em(640.0).min(header.width());
    // Place the sheet under the buttons that open it, or over them if they are low.
    let top = if buttons.top() < header.bottom() {
        buttons.bottom() + view.unit(16.0)
    } else {
        buttons.top() - view.unit(16.0) - height
    };
    let top = top.min(screen.bottom() - height - view.unit(8.0)).max(screen.top());
    let place = Rect::from_min_size(pos2(header.right() - width, top), Vec2::new(width, height));
    let inner = sheet(ui, view, place, &view.plain("panel-appearance"), commands);

    let mut top = inner.top();
    let mut next_row = |ui: &Ui, key: &str| {
        let line = |top, height| {
            Rect::from_min_size(pos2(inner.left(), top), Vec2::new(inner.width(), height))
        };
        let font = theme::regular(view.points(size::SMALL + 2.0));
        write_fitted(ui, view, line(top, label), &view.plain(key), font, colour(theme.muted));
        let row = line(top + label, pill);
        top += label + pill + gap;
        row
    };
    let row = next_row(ui, "appearance-theme");
    let named = |kind: &str, name: &String| (view.name_of(kind, name), name.clone());
    let themes = view.controls.choices.themes.iter().map(|name| named("theme", name));
    choose(ui, view, row, themes, &view.controls.settings.theme, |name| {
        commands.push(Command::Set(Setting::Theme(name)));
    });
    let row = next_row(ui, "appearance-palette");
    let palettes = view.controls.choices.palettes.iter().map(|name| named("palette", name));
    choose(ui, view, row, palettes, &view.controls.settings.palette, |name| {
        commands.push(Command::Set(Setting::Palette(name)));
    });
    if let Some(last_row) = view.controls.projector.distance {
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
    choose(ui, view, row, motions.into_iter(), &view.controls.settings.reduced_motion, |reduced| {
        commands.push(Command::Set(Setting::ReducedMotion(reduced)));
    });
    let row = next_row(ui, "appearance-switches");
    let counts = [
        ("switches-off", Switches::Off),
        ("switches-two", Switches::Two),
        ("switches-one", Switches::One),
    ]
    .map(|(key, switches)| (view.plain(key), switches));
    choose(ui, view, row, counts.into_iter(), &view.controls.settings.switches, |switches| {
        commands.push(Command::Set(Setting::Switches(switches)));
    });
    let mut row = next_row(ui, "appearance-language");
    // Each language has its own name, so its speakers find it. Many languages share the lines evenly.
    for line in languages.chunks(languages.len().div_ceil(lines).max(1)) {
        let named = line.iter().map(|(language, name)| (name.clone(), language.clone()));
        choose(ui, view, row, named, &view.controls.settings.language, |language| {
            commands.push(Command::Set(Setting::Language(language)));
        });
        row = row.translate(Vec2::new(0.0, pill + gap));
    }
}

impl View<'_> {
    /// Returns the name of a theme or palette in the locale's words. A teacher's own theme has its
    /// file's name.
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
    for (index, (name, option)) in choices.enumerate() {
        let left = row.left() + (width + gap) * index as f32;
        let place = Rect::from_min_size(pos2(left, row.top()), Vec2::new(width, row.height()));
        if choice(ui, view, place, &name, &name, option == *current) {
            chosen(option);
        }
    }
}

/// Draws the stepper for the distance of the last row. In projector mode this distance decides the size
/// of type.
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

/// Draws two buttons, for one less and one more. Returns the room between them.
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
        if round_button(ui, view, place, icon, ButtonLook::Quiet, naming).clicked() {
            chosen(by);
        }
    }
    Rect::from_min_max(less.right_top(), more.left_bottom())
}

fn text_scale(ui: &mut Ui, view: &View<'_>, row: Rect, commands: &mut Vec<Command>) {
    let scale = view.controls.settings.text_scale;
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
