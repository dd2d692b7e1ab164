//! The facts beside the operator's menu: a card with a row for each fact, its name at the left and its
//! value at the right.

use std::net::IpAddr;
use std::sync::Arc;

use egui::{
    Color32, Galley, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, pos2,
};

use crate::theme::{self, size};
use crate::view::{View, colour};
use crate::widgets::fitted;
use content::words::Words;
use exhibit::kiosk::facts::{Disk, Fact, Facts, Logged, Visits};

/// The largest number of lines for a message of the log.
const LOG_LINES: usize = 3;
/// The largest part of the card's width for the names.
const NAMES: f32 = 0.4;
/// The smallest type: in points, and in the units of the design.
const SMALLEST: [f32; 2] = [9.0, 12.0];
/// Replaces a fact that is asked for but not known yet, and the end of a text that is too long.
const ELLIPSIS: char = '…';

/// A fact in words.
struct Row {
    name: String,
    value: String,
    /// Whether the operator should act on it.
    is_bad: bool,
    /// Whether it is a text of any length and any words; the card shows only its first lines.
    is_long: bool,
}

/// A fact whose words are laid out.
struct Set {
    name: Arc<Galley>,
    value: Arc<Galley>,
    height: f32,
}

/// Draws the card into a room. The card is as high as its rows, and stands at the top or in the middle
/// of the room.
pub fn show(ui: &mut Ui, view: &View<'_>, room: Rect, in_the_middle: bool) {
    let theme = &view.look.theme;
    let rows = rows(view);
    let margin = view.unit(28.0);
    let inner = room.size() - Vec2::splat(2.0 * margin);
    let least = SMALLEST[0].max(view.unit(SMALLEST[1]));
    let mut points = view.points(size::BODY);
    let (set, height) = loop {
        let set: Vec<Set> = rows.iter().map(|row| set(ui, view, row, inner.x, points)).collect();
        let gaps = gap(points) * (set.len().max(1) - 1) as f32;
        let height = set.iter().map(|row| row.height).sum::<f32>() + gaps;
        if height <= inner.y || points <= least {
            break (set, height);
        }
        points = (points - 1.0).max(least);
    };
    let size = Vec2::new(room.width(), height + 2.0 * margin);
    let top = if in_the_middle { room.center().y - 0.5 * size.y } else { room.top() };
    let card = Rect::from_min_size(pos2(room.left(), top), size);
    let hairline = Stroke::new(view.unit(2.0).max(1.0), colour(theme.hairline));
    ui.painter().rect(card, view.unit(28.0), colour(theme.raised), hairline, StrokeKind::Inside);
    let mut at = card.min + Vec2::splat(margin);
    let ink = colour(theme.text);
    for (index, (row, set)) in rows.iter().zip(set).enumerate() {
        if index > 0 {
            let y = at.y - 0.5 * gap(points);
            ui.painter().hline(at.x..=at.x + inner.x, y, hairline);
        }
        let place = Rect::from_min_size(at, Vec2::new(inner.x, set.height));
        ui.painter().galley(at, set.name, ink);
        ui.painter().galley(at + Vec2::new(values_at(inner.x), 0.0), set.value, ink);
        let response = ui.interact(place, ui.id().with(("fact", index)), Sense::hover());
        let words = format!("{}: {}", row.name, row.value.replace('\n', ", "));
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, words.as_str()));
        at.y += set.height + gap(points);
    }
}

/// Returns the gap between two rows, for a type size in points.
fn gap(points: f32) -> f32 {
    0.7 * points
}

/// Returns where values begin in a row of this width.
fn values_at(width: f32) -> f32 {
    (NAMES + 0.03) * width
}

fn set(ui: &Ui, view: &View<'_>, row: &Row, width: f32, points: f32) -> Set {
    let theme = &view.look.theme;
    let ink = if row.is_bad { theme.error } else { theme.text };
    let name = paragraph(ui, view, &row.name, colour(theme.muted), NAMES * width, points);
    let room = width - values_at(width);
    let value = if row.is_long {
        long_text(ui, &row.value, colour(ink), room, points)
    } else {
        paragraph(ui, view, &row.value, colour(ink), room, points)
    };
    Set { height: name.size().y.max(value.size().y), name, value }
}

/// Lays out a text in lines of this width. The type becomes smaller if a word would be wider than a line.
fn paragraph(
    ui: &Ui,
    view: &View<'_>,
    text: &str,
    ink: Color32,
    width: f32,
    points: f32,
) -> Arc<Galley> {
    let least = SMALLEST[0].max(view.unit(SMALLEST[1]));
    let font = theme::regular(points);
    // Leave room for the space after a word.
    let room = 0.98 * width;
    let words = text.split_whitespace().map(|word| fitted(ui, word, font.clone(), room).size);
    let size = words.fold(font.size, f32::min).max(least);
    ui.painter().layout(text.to_owned(), theme::regular(size), ink, width)
}

/// Lays out a text in at most [`LOG_LINES`] lines of this width. A longer text ends with …
fn long_text(ui: &Ui, text: &str, ink: Color32, width: f32, points: f32) -> Arc<Galley> {
    let font = theme::regular(points);
    let lay = |text: String| ui.painter().layout(text, font.clone(), ink, width);
    let whole = lay(text.to_owned());
    if whole.rows.len() <= LOG_LINES {
        return whole;
    }
    let letters: Vec<char> = text.chars().collect();
    let shortened = |count: usize| {
        let text: String = letters[..count].iter().collect();
        lay(format!("{}{ELLIPSIS}", text.trim_end()))
    };
    // More letters need more lines. A binary search finds the largest number of letters that fits.
    let (mut least, mut most) = (0, letters.len());
    while most - least > 1 {
        let middle = least.midpoint(most);
        if shortened(middle).rows.len() <= LOG_LINES { least = middle } else { most = middle }
    }
    shortened(least)
}

/// Returns the facts in words, without those that this system cannot know.
fn rows(view: &View<'_>) -> Vec<Row> {
    let Facts { name, addresses, uptime, computer_uptime, disk, visits, error, warning } =
        view.controls.facts;
    let version = concat!("Learning Machine ", env!("CARGO_PKG_VERSION")).to_owned();
    let none = || view.plain("operator-none");
    let mut rows = Vec::new();
    let mut add = |key: &str, value: Option<(String, bool)>, is_long: bool| {
        let Some((value, is_bad)) = value else { return };
        rows.push(Row { name: view.plain(key), value, is_bad, is_long });
    };
    let name = told(view, name, |name| {
        (name.clone().unwrap_or_else(|| view.plain("operator-no-name")), false)
    });
    add("operator-name", name, false);
    add("operator-version", Some((version, false)), false);
    let addresses = told(view, addresses, |addresses| match &addresses[..] {
        [] => (view.plain("operator-no-network"), true),
        some => (some.iter().map(IpAddr::to_string).collect::<Vec<_>>().join("\n"), false),
    });
    add("operator-address", addresses, false);
    let since = |seconds: &u64| (duration(view, *seconds), false);
    add("operator-uptime", told(view, uptime, since), false);
    add("operator-computer-uptime", told(view, computer_uptime, since), false);
    add("operator-disk", told(view, disk, |disk| (space(view, disk), disk.is_low())), false);
    add("operator-visits", told(view, visits, |visits| visits_today(view, *visits)), false);
    for (key, logged) in [("operator-error", error), ("operator-warning", warning)] {
        let logged = told(view, logged, |logged| {
            logged.as_ref().map_or_else(|| (none(), false), |logged| (message(view, logged), false))
        });
        add(key, logged, true);
    }
    rows
}

/// Returns a fact in words, and whether it is bad; `None` if this system cannot know it.
fn told<T>(
    view: &View<'_>,
    fact: &Fact<T>,
    known: impl Fn(&T) -> (String, bool),
) -> Option<(String, bool)> {
    match fact {
        Fact::Awaited => Some((ELLIPSIS.to_string(), false)),
        Fact::Known(value) => Some(known(value)),
        Fact::Unreadable => Some((view.plain("operator-unreadable"), true)),
        Fact::Unknown => None,
    }
}

fn duration(view: &View<'_>, seconds: u64) -> String {
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
    view.text(&match (days, hours) {
        (0, 0) => Words::new("operator-minutes").count("minutes", minutes),
        (0, _) => Words::new("operator-hours").count("hours", hours).count("minutes", minutes % 60),
        _ => Words::new("operator-days").count("days", days).count("hours", hours % 24),
    })
}

fn space(view: &View<'_>, disk: &Disk) -> String {
    let key = if disk.is_low() { "operator-disk-low" } else { "operator-disk-free" };
    let [free, total] = [disk.free, disk.total].map(|bytes| view.locale.bytes(bytes));
    view.text(&Words::new(key).text("free", free).text("total", total))
}

fn visits_today(view: &View<'_>, visits: Visits) -> (String, bool) {
    match visits {
        Visits::NotCounted => (view.plain("operator-visits-off"), false),
        Visits::Counted { written, waiting: 0 } => (view.locale.number(written as f64), false),
        Visits::Counted { written, waiting } => {
            let words = Words::new("operator-visits-waiting");
            (view.text(&words.count("visits", written).count("waiting", waiting)), true)
        }
    }
}

fn message(view: &View<'_>, logged: &Logged) -> String {
    format!("{} · {}", view.locale.date_and_time(logged.when), logged.text)
}
