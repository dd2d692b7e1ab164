//! Steps values: by arrow keys, by screen readers, and by switches. For switches, a bar shows "more",
//! "less" and "done".

use egui::accesskit::{Action, ActionData};
use egui::{EventFilter, Id, Key, Rect, Response, Stroke, StrokeKind, Ui, Vec2, pos2};

use super::theme::{self, size};
use super::view::{View, colour};
use super::widgets::{ButtonLook, Naming, fitted_text, pill_button};
use exhibit::settings::Switches;

/// The ways in which a value can be stepped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ways {
    /// More and less.
    Two,
    /// Turning a line.
    Turn,
    /// Turning a line, and moving it up and down.
    TurnAndMove,
}

impl Ways {
    /// Returns the ways: each with the key of its name, and its steps across and up.
    fn steps(self) -> &'static [(&'static str, [i32; 2])] {
        match self {
            Self::Two => &[("stepping-more", [1, 0]), ("stepping-less", [-1, 0])],
            Self::Turn => &[("stepping-turn-right", [1, 0]), ("stepping-turn-left", [-1, 0])],
            Self::TurnAndMove => &[
                ("stepping-turn-right", [1, 0]),
                ("stepping-turn-left", [-1, 0]),
                ("stepping-up", [0, 1]),
                ("stepping-down", [0, -1]),
            ],
        }
    }
}

/// The value with the open bar.
#[derive(Clone, Debug)]
struct Open {
    id: Id,
    place: Rect,
    ways: Ways,
    name: String,
    /// The steps from the bar that the value has not taken yet.
    asked: [i32; 2],
    /// Whether this frame shows the value.
    is_there: bool,
    /// Whether the bar has not taken the focus yet.
    is_new: bool,
}

fn key() -> Id {
    Id::new("stepping")
}

/// Whether the bar of a value is open. Then no other control can be reached.
#[must_use]
pub fn is_open(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp::<Open>(key())).is_some()
}

/// Returns the steps, across and up, that a value must take in this frame. `name` gives its name and
/// value, for its bar.
pub fn taken(
    ui: &Ui,
    view: &View<'_>,
    response: &Response,
    ways: Ways,
    name: impl FnOnce() -> String,
) -> [i32; 2] {
    let mut steps = [0; 2];
    if response.has_focus() {
        ui.memory_mut(|memory| {
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: ways == Ways::TurnAndMove,
                ..EventFilter::default()
            };
            memory.set_focus_lock_filter(response.id, filter);
        });
        let pressed = |key| ui.input(|input| input.num_presses(key)) as i32;
        steps[0] += pressed(Key::ArrowRight) - pressed(Key::ArrowLeft);
        if ways == Ways::TurnAndMove {
            steps[1] += pressed(Key::ArrowUp) - pressed(Key::ArrowDown);
        }
    }
    let asked =
        |action| ui.input(|input| input.num_accesskit_action_requests(response.id, action)) as i32;
    steps[0] += asked(Action::Increment) - asked(Action::Decrement);
    let by_switch = view.controls.settings.switches != Switches::Off
        && response.clicked()
        && ui.input(|input| !input.pointer.any_click());
    let open: Option<Open> = ui.data(|data| data.get_temp(key()));
    match open {
        Some(open) if open.id == response.id => {
            steps = [steps[0] + open.asked[0], steps[1] + open.asked[1]];
            let name = name();
            let kept = Open { asked: [0; 2], is_there: true, place: response.rect, name, ..open };
            ui.data_mut(|data| data.insert_temp(key(), kept));
        }
        None if by_switch => {
            let open = Open {
                id: response.id,
                place: response.rect,
                ways,
                name: name(),
                asked: [0; 2],
                is_there: true,
                is_new: true,
            };
            ui.data_mut(|data| data.insert_temp(key(), open));
            ui.ctx().request_repaint();
        }
        _ => {}
    }
    steps
}

/// Returns the value that a screen reader asks for; `None` if it asks for none.
#[must_use]
pub fn set_to(ui: &Ui, response: &Response) -> Option<f64> {
    ui.input(|input| {
        let requests = input.accesskit_action_requests(response.id, Action::SetValue);
        requests
            .filter_map(|request| match request.data {
                Some(ActionData::NumericValue(value)) if value.is_finite() => Some(value),
                _ => None,
            })
            .last()
    })
}

/// Describes a value to screen readers: in words, and as a number between the least and the greatest.
pub fn describe(
    ui: &Ui,
    response: &Response,
    words: impl FnOnce() -> String,
    value: f64,
    [least, greatest]: [f64; 2],
    step: f64,
) {
    // Make the words only if a screen reader listens.
    if ui.ctx().accesskit_node_builder(response.id, |_| ()).is_none() {
        return;
    }
    let words = words();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value(words);
        node.set_numeric_value(value);
        node.set_min_numeric_value(least);
        node.set_max_numeric_value(greatest);
        node.set_numeric_value_step(step);
        node.add_action(Action::SetValue);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });
}

/// Draws the bar beside its value and over everything, if it is open.
pub fn show(ui: &mut Ui, view: &View<'_>) {
    let Some(open) = ui.data(|data| data.get_temp::<Open>(key())) else { return };
    let close = |ui: &Ui| {
        ui.data_mut(|data| data.remove::<Open>(key()));
        ui.ctx().request_repaint();
    };
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    if !open.is_there || escaped || view.controls.settings.switches == Switches::Off {
        close(ui);
        return;
    }
    let theme = &view.look.theme;
    let ways = open.ways.steps();
    let height = view.unit(64.0).max(view.layout.reach.touch);
    let gap = view.unit(12.0);
    let width = view.em(170.0).max(view.layout.reach.touch);
    let count = ways.len() as f32 + 1.0;
    let label = view.em(48.0);
    let whole = Vec2::new(width * count + gap * (count + 1.0), label + height + 2.0 * gap);
    let screen = ui.max_rect();
    // The bar stands above the value if there is room, otherwise over it.
    let top = (open.place.top() - whole.y - gap).max(screen.top() + gap);
    let left = (open.place.center().x - 0.5 * whole.x)
        .min(screen.right() - whole.x - gap)
        .max(screen.left() + gap);
    let bar = Rect::from_min_size(pos2(left, top), whole);
    let edge = Stroke::new(view.unit(3.0).max(1.5), colour(theme.text));
    ui.painter().rect(bar, view.unit(24.0), colour(theme.raised), edge, StrokeKind::Inside);
    let words = Rect::from_min_size(bar.min, Vec2::new(bar.width(), label + gap)).shrink(gap);
    fitted_text(
        ui,
        view,
        words,
        &open.name,
        theme::strong(view.points(size::BODY)),
        colour(theme.text),
    );

    let mut place = Rect::from_min_size(
        pos2(bar.left() + gap, bar.bottom() - gap - height),
        Vec2::new(width, height),
    );
    let mut buttons = Vec::with_capacity(ways.len() + 1);
    let all = ways.iter().map(|&(name, steps)| (name, Some(steps)));
    for (name, steps) in all.chain([("stepping-done", None)]) {
        let name = view.plain(name);
        let naming = Naming { name: &name, enabled: true };
        let response = pill_button(ui, view, place, &name, ButtonLook::Quiet, naming);
        buttons.push((response, steps));
        place = place.translate(Vec2::new(width + gap, 0.0));
    }
    // The first button of a new bar takes the focus.
    if open.is_new
        && let Some((first, _)) = buttons.first()
    {
        first.request_focus();
    }
    let open = Open { is_new: false, is_there: false, ..open };
    match buttons.iter().find(|(response, _)| response.clicked()) {
        Some((_, Some(steps))) => {
            ui.data_mut(|data| {
                data.insert_temp(key(), Open { asked: *steps, ..open });
            });
            ui.ctx().request_repaint();
        }
        Some((_, None)) => {
            close(ui);
            ui.memory_mut(|memory| memory.request_focus(open.id));
        }
        None => ui.data_mut(|data| {
            data.insert_temp(key(), open);
        }),
    }
}
