//! The guess board: two large answers, the tally, and the next actions.

use egui::{Align2, Rect, Stroke, StrokeKind, Ui, Vec2, pos2};
use learning::{Playhead, Position};

use super::icons::Icon;
use super::ink::{fill_class, mark};
use super::names;
use super::theme::{self, size};
use super::view::{View, colour, rect};
use super::widgets::{
    ButtonLook, Naming, button, fitted_line, fitting_line, focus_ring, pill_button, pill_width,
    round_button, row, section_label, write,
};
use exhibit::chapter::guessing;
use exhibit::command::Command;
use exhibit::guesses::GuessCommand;
use exhibit::guesses::Tally;
use exhibit::playback::PlaybackCommand;
use exhibit::scene::GuessBoard;

/// Draws the board.
pub fn show(ui: &mut Ui, view: &View<'_>, board: &GuessBoard, commands: &mut Vec<Command>) {
    let area = rect(view.layout.mind);
    let label = section_label(ui, view, area.left_top(), "your-guess");
    let gap = view.unit(28.0);
    let top = label.bottom() + view.em(20.0);
    let actions_height = view.unit(72.0).max(view.layout.reach.touch);
    let room = area.bottom() - top - actions_height - 2.0 * gap;
    let tally_sizes =
        TallySizes::fitting(view, board, room - LEAST_ANSWER * view.layout.reach.touch);
    let free = room - tally_sizes.height(board);
    let height = free.min(0.36 * area.width());
    // The room left over goes between the answers, the tally and the actions.
    let slack = (0.25 * (free - height)).max(0.0);
    let width = 0.5 * (area.width() - gap);
    for label in [false, true] {
        let left = area.left() + if label { width + gap } else { 0.0 };
        let place = Rect::from_min_size(pos2(left, top + slack), Vec2::new(width, height));
        if answer(ui, view, board, place, label) {
            commands.push(Command::Guess(GuessCommand::Answer(label)));
        }
    }
    let y = top + slack + height + gap + slack;
    let tally =
        Rect::from_min_max(pos2(area.left(), y), pos2(area.right(), y + tally_sizes.height(board)));
    tallies(ui, view, board, tally, tally_sizes);
    let line = Rect::from_min_size(
        pos2(area.left(), tally.bottom() + gap + slack),
        Vec2::new(area.width(), actions_height),
    );
    actions(ui, view, board, line, commands);
}

/// The smallest height of an answer, in touch targets.
const LEAST_ANSWER: f32 = 1.3;

/// Heights of the tally's parts, in points.
#[derive(Clone, Copy)]
struct TallySizes {
    names: f32,
    row: f32,
    note: f32,
}

impl TallySizes {
    /// Returns the design's heights if they fit. With less room it leaves out the note and lowers the rows.
    fn fitting(view: &View<'_>, board: &GuessBoard, room: f32) -> Self {
        let note = if board.machine.is_some() { view.em(34.0) } else { 0.0 };
        let whole = Self { names: view.em(44.0), row: view.em(64.0), note };
        if whole.height(board) <= room {
            return whole;
        }
        let bare = Self { note: 0.0, ..whole };
        let shrink = (room / bare.height(board)).clamp(0.1, 1.0);
        Self { names: shrink * bare.names, row: shrink * bare.row, note: 0.0 }
    }

    fn height(&self, board: &GuessBoard) -> f32 {
        let rows = if board.machine.is_some() { 2.0 } else { 1.0 };
        self.names + rows * self.row + self.note
    }
}

/// Draws one of the two answers. Returns true if the visitor gave it.
fn answer(ui: &mut Ui, view: &View<'_>, board: &GuessBoard, place: Rect, label: bool) -> bool {
    let open = board.truth.is_none() && board.answer.is_none();
    let word = view.data_words.class(label);
    let response = button(ui, place, Naming { name: word, enabled: open }, None);
    let theme = &view.look.theme;
    let painter = ui.painter();
    let radius = view.unit(26.0);
    let own = view.look.class(label);
    let given = board.answer == Some(label);
    let is_true = board.truth == Some(label);
    let tint = if is_true || given { 0.22 } else { 0.09 };
    let pressed = response.is_pointer_button_down_on();
    let fill = view.look.tint(own, if pressed { 0.34 } else { tint });
    let strong = open || given || is_true;
    let edge = if strong { own } else { theme.hairline };
    let width = view.unit(if given || is_true { 6.0 } else { 3.0 }).max(1.5);
    painter.rect(place, radius, colour(fill), Stroke::new(width, colour(edge)), StrokeKind::Inside);

    let ink = colour(if strong { theme.text } else { theme.muted });
    let points = view.held(view.display(size::TITLE).min(0.28 * place.height()));
    let width = 0.86 * place.width();
    // A long name becomes a little smaller before it is shortened.
    let small = theme::strong(view.held(0.7 * points));
    let inset = view.em(18.0).min(0.15 * place.height());
    let key_points = view.held(view.points(size::SMALL).min(0.3 * place.height()));
    // When type is large, the mark and the key stand beside the name.
    let beside = 1.05 * points + 2.0 * (inset + 1.2 * key_points);
    let room = if points > 0.28 * place.height() { place.width() - beside } else { 0.9 * width };
    let room = room.min(place.width() - 2.0 * (inset + 1.2 * key_points)).max(0.0);
    let names = names::within(ui, view, small, room);
    let name = fitted_line(ui, view, names.class(label), theme::strong(points), ink, room);
    let centre = place.center();
    // The class's mark stands over its name. If there is no height for both, it stands before the name.
    let (sample, middle) = if points <= 0.28 * place.height() {
        let (above, below) = (-0.17 * place.height(), 0.20 * place.height());
        let side = Vec2::splat(0.30 * place.height());
        let sample = Rect::from_center_size(centre + Vec2::new(0.0, above), side);
        (sample, centre + Vec2::new(0.0, below))
    } else {
        let side = 0.7 * points;
        let [mark, name] = row(
            centre.x - 0.5 * (1.5 * side + name.size().x),
            centre.y,
            [Vec2::splat(side), name.size()],
            0.5 * side,
        );
        (mark, name.center())
    };
    if label {
        fill_class(painter, view, sample, true, 0.0);
    } else {
        mark(painter, view, sample.center(), sample.width(), false);
    }
    painter.galley(Align2::CENTER_CENTER.anchor_size(middle, name.size()).min, name, ink);
    // A kiosk has no keys.
    if !view.controls.kiosk.is_open() {
        let key = if label { "J" } else { "F" };
        let font = theme::regular(key_points);
        let corner = place.right_bottom() - Vec2::splat(inset);
        write(ui, corner, Align2::RIGHT_BOTTOM, key, font, colour(theme.muted));
    }
    // A sign, not only a colour, says right or wrong.
    if given && let Some(truth) = board.truth {
        let sign = if truth == label { "✓" } else { "✗" };
        let ink = if truth == label { theme.text } else { theme.error };
        let at = place.right_top() + Vec2::new(-view.em(22.0), view.em(14.0));
        write(
            ui,
            at,
            Align2::RIGHT_TOP,
            sign,
            theme::strong(view.held(view.display(size::TITLE).min(0.28 * place.height()))),
            colour(ink),
        );
    }
    focus_ring(ui, view, &response, place, radius);
    response.clicked()
}

/// Draws the counts of right answers, of wrong answers and of right answers in a row: the visitor's,
/// and the machine's once it is known.
fn tallies(ui: &Ui, view: &View<'_>, board: &GuessBoard, area: Rect, sizes: TallySizes) {
    let theme = &view.look.theme;
    let muted = colour(theme.muted);
    let columns = ["guess-right-count", "guess-wrong-count", "guess-streak"];
    let points = view.held(view.points(size::NARRATION).min(0.7 * sizes.row));
    let name_width = if view.is_spare() && board.machine.is_some() {
        let machine = view.plain("guess-machine");
        let ink = colour(theme.text);
        let name = ui.painter().layout_no_wrap(machine, theme::strong(points), ink);
        (name.size().x + view.unit(12.0)).max(0.34 * area.width())
    } else {
        0.34 * area.width()
    };
    let column = (area.width() - name_width) / columns.len() as f32;
    let x = |index: usize| area.left() + name_width + column * (index as f32 + 0.5);
    let font = || theme::regular(view.held(view.points(size::SMALL + 2.0).min(0.8 * sizes.names)));
    for (index, key) in columns.iter().enumerate() {
        let at = pos2(x(index), area.top() + 0.5 * sizes.names);
        write(ui, at, Align2::CENTER_CENTER, &view.plain(key), font(), muted);
    }
    let rule = Stroke::new(view.unit(2.0).max(1.0), colour(theme.hairline));
    let row_height = sizes.row;
    let mut top = area.top() + sizes.names;
    let rows = [("guess-you", Some(board.visitor)), ("guess-machine", board.machine)];
    for (key, tally) in rows {
        let Some(Tally { right, wrong, streak }) = tally else { continue };
        ui.painter().hline(area.x_range(), top, rule);
        let y = top + 0.5 * row_height;
        let name = theme::strong(points);
        write(
            ui,
            pos2(area.left(), y),
            Align2::LEFT_CENTER,
            &view.plain(key),
            name,
            colour(theme.text),
        );
        for (index, count) in [right, wrong, streak].into_iter().enumerate() {
            let font = theme::strong(points);
            let number = view.locale.number(count as f64);
            write(ui, pos2(x(index), y), Align2::CENTER_CENTER, &number, font, colour(theme.text));
        }
        top += row_height;
    }
    if sizes.note > 0.0 {
        let note = view.plain("guess-machine-note");
        if let Some(note) = fitting_line(ui, view, &[&note], &font(), muted, area.width()) {
            ui.painter().galley(pos2(area.left(), top), note, muted);
        }
    }
}

/// Draws the buttons that reveal the truth or go on, take back an answer, and start over.
fn actions(
    ui: &mut Ui,
    view: &View<'_>,
    board: &GuessBoard,
    line: Rect,
    commands: &mut Vec<Command>,
) {
    let timeline = view.shown.step.timeline();
    let position = view.shown.step.position();
    let [main, undo, again] = places_of_actions(ui, view, line);
    let has_answers = board.visitor.right + board.visitor.wrong > 0;
    let is_last = position.sample + 1 == timeline.samples();
    // Before the reveal the answers draw the attention, so this button stays quiet.
    let (key, command, weight, enabled) = if position.phase == guessing::HIDDEN {
        let revealed = timeline.step(Position { sample: position.sample, phase: 1 });
        ("guess-reveal", PlaybackCommand::GlideTo(revealed), ButtonLook::Quiet, true)
    } else {
        let next = timeline.step(Position { sample: position.sample + 1, phase: 0 });
        let next = if is_last {
            PlaybackCommand::Seek(Playhead::at(next))
        } else {
            PlaybackCommand::GlideTo(next)
        };
        ("guess-next", next, ButtonLook::Accent, !is_last)
    };
    let quiet = ButtonLook::Quiet;
    for (place, key, icon, command, weight, enabled) in [
        (main, key, None, Command::Playback(command), weight, enabled),
        (
            undo,
            "guess-undo",
            Some(Icon::Undo),
            Command::Guess(GuessCommand::Undo),
            quiet,
            has_answers,
        ),
        (
            again,
            "guess-again",
            Some(Icon::Again),
            Command::Guess(GuessCommand::Forget),
            quiet,
            has_answers,
        ),
    ] {
        let name = view.plain(key);
        let naming = Naming { name: &name, enabled };
        // When type is large, an icon replaces words that do not fit. Otherwise the words become smaller.
        let is_narrow = || pill_width(ui, view, &name, place.height()) > place.width();
        let response = match icon.filter(|_| view.is_spare() && is_narrow()) {
            Some(icon) => round_button(ui, view, place, icon, weight, naming),
            None => pill_button(ui, view, place, &name, weight, naming),
        };
        if response.clicked() {
            commands.push(command);
        }
    }
}

/// Returns the places of the buttons that go on, take back and start over. The first is the widest.
/// When type is large, each button is as wide as its words. If that does not fit, the last two are
/// squares for their icons.
fn places_of_actions(ui: &Ui, view: &View<'_>, line: Rect) -> [Rect; 3] {
    let gap = view.unit(18.0);
    let height = line.height();
    let main = 0.44 * line.width();
    let rest = 0.5 * (line.width() - main - 2.0 * gap);
    let mut widths = [main, rest, rest];
    if view.is_spare() {
        let needed = |key| pill_width(ui, view, &view.plain(key), height);
        let [undo, again] = ["guess-undo", "guess-again"].map(needed);
        let words = [needed("guess-reveal").max(needed("guess-next")), undo, again];
        if words.iter().zip(widths).any(|(&word, width)| word > width) {
            let left = line.width() - 2.0 * gap - words.iter().sum::<f32>();
            widths = if left >= 0.0 {
                words.map(|word| word + left / 3.0)
            } else {
                [line.width() - 2.0 * (gap + height), height, height]
            };
        }
    }
    row(line.left(), line.center().y, widths.map(|width| Vec2::new(width, height)), gap)
}
