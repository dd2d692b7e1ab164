//! The operator's pages: the PIN, then the menu beside the facts.

use egui::{Rect, Sense, Ui, Vec2, pos2};

use super::facts;
use crate::icons::Icon;
use crate::theme::{self, size};
use crate::view::{Style, View, colour};
use crate::widgets::{ButtonLook, Naming, fitted_text, pill_button, round_button};
use content::words::Words;
use exhibit::command::{Command, ProgramCommand};
use exhibit::kiosk::{Ending, OperatorCommand, OperatorPage, PinState};
use exhibit::pin;
use exhibit::reload::ReloadReport;

/// Draws the page that is open.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    // Only the person at the screen reads the page.
    let view = &View { style: Style { at_controls: true, ..view.style }, ..*view };
    let screen = ui.max_rect();
    ui.interact(screen, ui.id().with("operator"), Sense::CLICK | Sense::DRAG);
    let theme = &view.look.theme;
    ui.painter().rect_filled(screen, 0.0, colour(theme.ground));
    match *view.controls.operator {
        OperatorPage::Closed => {}
        OperatorPage::Pin(given, state) => {
            pin_pad(ui, view, alone(view, screen), given, state, commands);
        }
        OperatorPage::Menu => {
            let area = beside_the_facts(ui, view, screen);
            menu(ui, view, area, commands);
        }
        OperatorPage::Confirm(ending) => {
            let area = beside_the_facts(ui, view, screen);
            confirm(ui, view, area, ending, commands);
        }
    }
}

/// Returns the place of a page that has the whole screen.
fn alone(view: &View<'_>, screen: Rect) -> Rect {
    let size = Vec2::new(view.em(720.0), view.em(960.0)).min(0.94 * screen.size());
    // On upright screens the page stands in the lower half, within reach.
    let anchor = if view.layout.portrait { 0.72 } else { 0.5 };
    let middle = (screen.top() + anchor * screen.height()).min(screen.bottom() - 0.52 * size.y);
    Rect::from_center_size(pos2(screen.center().x, middle), size)
}

/// Draws the facts, at the left or on upright screens above. Returns the place for the rest.
fn beside_the_facts(ui: &mut Ui, view: &View<'_>, screen: Rect) -> Rect {
    let room = 0.94 * screen.size();
    let gap = view.unit(60.0);
    if view.layout.portrait {
        let width = view.em(960.0).min(room.x);
        let left = screen.center().x - 0.5 * width;
        let part = |from: f32, to: f32| {
            let at = |part: f32| screen.top() + part * screen.height();
            Rect::from_min_max(pos2(left, at(from)), pos2(left + width, at(to)))
        };
        facts::show(ui, view, part(0.03, 0.45), true);
        let buttons = part(0.45, 0.97);
        let width = view.em(720.0).min(room.x);
        return Rect::from_center_size(buttons.center(), Vec2::new(width, buttons.height()));
    }
    let width = (view.em(1560.0) + gap).min(room.x);
    let height = view.em(960.0).min(room.y);
    let area = Rect::from_center_size(screen.center(), Vec2::new(width, height));
    let middle = area.right() - view.em(720.0).min(0.44 * width);
    let [mut left, mut right] = [area, area];
    left.set_right(middle - gap);
    right.set_left(middle);
    facts::show(ui, view, left, false);
    right
}

fn pin_pad(
    ui: &mut Ui,
    view: &View<'_>,
    area: Rect,
    given: usize,
    state: PinState,
    commands: &mut Vec<Command>,
) {
    let theme = &view.look.theme;
    let line = |top: f32, height: f32| {
        let corner = pos2(area.left(), area.top() + top * area.height());
        Rect::from_min_size(corner, Vec2::new(area.width(), height * area.height()))
    };
    let font = theme::strong(view.display(size::TITLE));
    fitted_text(ui, view, line(0.0, 0.1), &view.plain("operator-pin"), font, colour(theme.text));
    let dots = line(0.1, 0.1);
    let apart = (dots.width() / (*pin::DIGITS.end() as f32)).min(view.em(44.0));
    for digit in 0..given {
        let x = dots.center().x + apart * (digit as f32 - 0.5 * (given as f32 - 1.0));
        let radius = 0.22 * apart;
        ui.painter().circle_filled(pos2(x, dots.center().y), radius, colour(theme.text));
    }
    let (words, waits) = match state {
        PinState::Open => (None, false),
        PinState::Checking => (Some(Words::new("operator-checking")), true),
        PinState::Wrong(0) => (Some(Words::new("operator-wrong")), false),
        PinState::Wrong(wait) => (Some(Words::new("operator-wait").count("seconds", wait)), true),
    };
    if let Some(words) = words {
        let font = theme::regular(view.points(size::BODY));
        fitted_text(ui, view, line(0.1, 0.1), &view.text(&words), font, colour(theme.error));
    }
    let pad = Rect::from_min_max(line(0.22, 0.0).min, area.max);
    let cell = Vec2::new(pad.width() / 3.0, pad.height() / 5.0);
    let key = |column: usize, row: usize| {
        let corner = pad.min + Vec2::new(cell.x * column as f32, cell.y * row as f32);
        Rect::from_min_size(corner, cell).shrink(0.07 * cell.y)
    };
    let ask = |asked| Command::Operator(asked);
    for digit in 0..10u8 {
        let place = match digit {
            0 => key(1, 3),
            _ => key(usize::from(digit - 1) % 3, usize::from(digit - 1) / 3),
        };
        let word = view.locale.number(f64::from(digit));
        let naming = Naming { name: &word, enabled: !waits };
        if pill_button(ui, view, place, &word, ButtonLook::Quiet, naming).clicked() {
            commands.push(ask(OperatorCommand::Digit(digit)));
        }
    }
    let place = key(2, 3);
    let square = Rect::from_center_size(place.center(), Vec2::splat(place.height()));
    let name = view.plain("operator-erase");
    let naming = Naming { name: &name, enabled: given > 0 && !waits };
    if round_button(ui, view, square, Icon::Erase, ButtonLook::Quiet, naming).clicked() {
        commands.push(ask(OperatorCommand::Erase));
    }
    let back = view.plain("operator-back");
    let naming = Naming { name: &back, enabled: true };
    if pill_button(ui, view, key(0, 4), &back, ButtonLook::Quiet, naming).clicked() {
        commands.push(ask(OperatorCommand::Close));
    }
    let enter = view.plain("operator-enter");
    let place = key(1, 4).union(key(2, 4));
    let naming = Naming { name: &enter, enabled: pin::DIGITS.contains(&given) && !waits };
    if pill_button(ui, view, place, &enter, ButtonLook::Accent, naming).clicked() {
        commands.push(ask(OperatorCommand::Enter));
    }
}

fn menu(ui: &mut Ui, view: &View<'_>, area: Rect, commands: &mut Vec<Command>) {
    title(ui, view, area, "operator-title");
    let end = |ending| Command::Operator(OperatorCommand::End(ending));
    let choices = [
        ("operator-reload", Command::Program(ProgramCommand::ReloadConfig), ButtonLook::Quiet),
        ("operator-restart", end(Ending::Restart), ButtonLook::Quiet),
        ("operator-quit", end(Ending::Quit), ButtonLook::Quiet),
        ("operator-back", Command::Operator(OperatorCommand::Close), ButtonLook::Accent),
    ];
    let rows = choices.len();
    for (place, (key, command, weight)) in choices.into_iter().enumerate() {
        choice(ui, view, row(view, area, place), key, weight, (command, &mut *commands));
    }
    let top = row(view, area, rows).top() + view.unit(18.0);
    report(ui, view, Rect::from_min_max(pos2(area.left(), top), area.max));
}

/// Draws the question whether to restart or close. The button that confirms stands at the place of
/// "read the settings again". So a finger that bounces off "restart" or "close" touches the question
/// and never a button.
fn confirm(ui: &mut Ui, view: &View<'_>, area: Rect, ending: Ending, commands: &mut Vec<Command>) {
    title(ui, view, area, "operator-title");
    let (question, note, yes) = match ending {
        Ending::Restart => ("operator-ask-restart", None, "operator-yes-restart"),
        Ending::Quit => ("operator-ask-quit", Some("operator-stays-closed"), "operator-yes-quit"),
    };
    let confirm = Command::Operator(OperatorCommand::Confirm);
    choice(ui, view, row(view, area, 0), yes, ButtonLook::Quiet, (confirm, &mut *commands));
    let ink = colour(view.look.theme.text);
    let font = theme::strong(view.display(size::NARRATION));
    fitted_text(ui, view, row(view, area, 1), &view.plain(question), font, ink);
    if let Some(note) = note {
        let font = theme::regular(view.points(size::BODY));
        fitted_text(ui, view, row(view, area, 2), &view.plain(note), font, ink);
    }
    let back = Command::Operator(OperatorCommand::Close);
    choice(ui, view, row(view, area, 3), "operator-back", ButtonLook::Accent, (back, commands));
}

fn title(ui: &Ui, view: &View<'_>, area: Rect, key: &str) {
    let font = theme::strong(view.display(size::TITLE));
    let ink = colour(view.look.theme.text);
    fitted_text(ui, view, title_place(view, area), &view.plain(key), font, ink);
}

fn title_place(view: &View<'_>, area: Rect) -> Rect {
    Rect::from_min_size(area.min, Vec2::new(area.width(), view.em(80.0)))
}

/// Returns the place of a row below the title. Rows count from 0.
fn row(view: &View<'_>, area: Rect, number: usize) -> Rect {
    let height = view.em(84.0).max(view.layout.reach.touch).min(0.12 * area.height());
    let gap = view.unit(18.0);
    let top = title_place(view, area).bottom() + gap + (height + gap) * number as f32;
    Rect::from_min_size(pos2(area.left(), top), Vec2::new(area.width(), height))
}

fn choice(
    ui: &mut Ui,
    view: &View<'_>,
    place: Rect,
    key: &str,
    weight: ButtonLook,
    (command, commands): (Command, &mut Vec<Command>),
) {
    let name = view.plain(key);
    let naming = Naming { name: &name, enabled: true };
    if pill_button(ui, view, place, &name, weight, naming).clicked() {
        commands.push(command);
    }
}

/// Draws the result of reading the settings again.
fn report(ui: &Ui, view: &View<'_>, room: Rect) {
    let theme = &view.look.theme;
    let (key, details, ink) = match view.controls.reload {
        ReloadReport::None => return,
        ReloadReport::NoSource => ("operator-no-file", String::new(), theme.error),
        ReloadReport::Done(waiting) if waiting.is_empty() => {
            ("operator-in-force", String::new(), theme.text)
        }
        ReloadReport::Done(waiting) => ("operator-waiting", waiting.join("\n"), theme.text),
        ReloadReport::Refused(problems) => ("operator-refused", problems.clone(), theme.error),
    };
    let words = format!("{}\n{details}", view.plain(key));
    let mut points = view.points(size::BODY);
    let galley = loop {
        let font = theme::regular(points);
        let galley = ui.painter().layout(words.clone(), font, colour(ink), room.width());
        if galley.size().y <= room.height() || points < 9.0 {
            break galley;
        }
        points -= 1.0;
    };
    ui.painter_at(room).galley(room.min, galley, colour(ink));
}
