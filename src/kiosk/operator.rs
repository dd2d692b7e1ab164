//! The operator's menu: hold a corner, enter a PIN, and the menu opens.

use bevy::input::ButtonState;
use bevy::input::mouse::MouseButtonInput;
use bevy::input::touch::{TouchInput, TouchPhase};
use bevy::prelude::*;
use bevy::tasks::{AsyncComputeTaskPool, Task, futures::check_ready};
use bevy::window::PrimaryWindow;

use exhibit::command::Command;
use exhibit::config::Config;
use exhibit::kiosk::{Ending, OperatorCommand, OperatorPage, PinState};
use exhibit::layout::Layout;
use exhibit::pin::{self, PinGate};

use super::CLOSED_BY_OPERATOR;
use crate::execute::Reset;
use crate::next_frame::{NextFrame, until_the_next_second};

/// Side of the corner to hold, in units of the layout.
const CORNER: f32 = 160.0;
/// How long the question whether to close the exhibit stays open, in seconds.
const CONFIRM: f64 = 10.0;
/// How often the result of a PIN check is polled, in seconds.
const CHECKED: f64 = 0.05;

/// The operator's pages, and the state that leads to them.
#[derive(Resource, Debug, Default)]
pub struct Operator {
    page: OperatorPage,
    hold: Option<Hold>,
    gate: PinGate,
    check: Option<Task<bool>>,
    /// Until when closing may be confirmed, in seconds.
    confirm_until: f64,
}

/// A finger or pointer in the corner.
#[derive(Clone, Debug)]
struct Hold {
    finger: Option<u64>,
    /// When it arrived, in seconds.
    since: f64,
}

/// The digits entered so far. They are never shown, and are dropped when the page closes.
#[derive(Default)]
pub struct Digits(String);

impl Operator {
    /// The page that is shown.
    #[must_use]
    pub fn page(&self) -> &OperatorPage {
        &self.page
    }

    /// Whether the operator has entered the PIN and is still on the pages behind it.
    #[must_use]
    pub fn is_inside(&self) -> bool {
        matches!(self.page, OperatorPage::Menu | OperatorPage::Confirm(_))
    }

    /// State after a correct PIN, for tests.
    #[cfg(test)]
    pub(crate) fn inside() -> Self {
        Self { page: OperatorPage::Menu, ..Self::default() }
    }

    /// Whether a finger or pointer is in the corner.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.hold.is_some()
    }
}

/// Opens the page when the corner has been held long enough, if a PIN is set.
pub(super) fn watch_corner(
    mut touches: MessageReader<TouchInput>,
    mut buttons: MessageReader<MouseButtonInput>,
    mut operator: ResMut<Operator>,
    windows: Query<&Window, With<PrimaryWindow>>,
    layout: Res<Layout>,
    config: Res<Config>,
    mut next: ResMut<NextFrame>,
    time: Res<Time<Real>>,
) {
    let operator = operator.bypass_change_detection();
    let now = time.elapsed_secs_f64();
    let corner = Rect::from_corners(Vec2::ZERO, Vec2::splat(CORNER * layout.unit));
    for touch in touches.read() {
        let is_it = operator.hold.as_ref().is_some_and(|hold| hold.finger == Some(touch.id));
        match touch.phase {
            TouchPhase::Started if operator.hold.is_none() && corner.contains(touch.position) => {
                operator.hold = Some(Hold { finger: Some(touch.id), since: now });
            }
            TouchPhase::Moved if is_it && corner.contains(touch.position) => {}
            _ if is_it => operator.hold = None,
            _ => {}
        }
    }
    let pointer = windows.iter().find_map(Window::cursor_position);
    let points_at_it = pointer.is_some_and(|pointer| corner.contains(pointer));
    for button in buttons.read() {
        operator.hold = (button.state == ButtonState::Pressed && points_at_it)
            .then_some(Hold { finger: None, since: now });
    }
    let Some(hold) = &operator.hold else { return };
    let left = config.kiosk.hold_seconds - (now - hold.since);
    if hold.finger.is_none() && !points_at_it {
        operator.hold = None;
    } else if left > 0.0 {
        next.within(left);
    } else {
        operator.hold = None;
        if config.kiosk.pin_hash.is_some() && operator.page == OperatorPage::Closed {
            operator.page = OperatorPage::Pin(0, PinState::Open);
        }
    }
}

/// Executes the operator's commands.
pub(super) fn answer(
    mut commands: MessageReader<Command>,
    mut resets: MessageReader<Reset>,
    mut operator: ResMut<Operator>,
    mut digits: Local<Digits>,
    mut exit: MessageWriter<AppExit>,
    config: Res<Config>,
    mut next: ResMut<NextFrame>,
    time: Res<Time<Real>>,
) {
    let now = time.elapsed_secs_f64();
    for command in commands.read() {
        if let Command::Operator(asked) = command {
            operator.answer(*asked, &mut digits, &config, now, &mut exit);
        }
    }
    if resets.read().count() > 0 {
        operator.close();
    }
    if operator.page == OperatorPage::Closed {
        digits.0.clear();
        return;
    }
    if let Some(right) = operator.check.as_mut().and_then(check_ready) {
        operator.check = None;
        operator.learn(right, now);
    }
    if matches!(operator.page, OperatorPage::Confirm(_)) {
        if now >= operator.confirm_until {
            operator.page = OperatorPage::Menu;
        } else {
            next.within(operator.confirm_until - now);
        }
    }
    if operator.check.is_some() {
        next.within(CHECKED);
    }
    let left = operator.gate.wait(now);
    if left > 0.0 {
        next.within(until_the_next_second(left));
    }
    let wait = left.ceil() as u64;
    if let OperatorPage::Pin(given, PinState::Wrong(before)) = operator.page
        && before != wait
    {
        operator.page = OperatorPage::Pin(given, PinState::Wrong(wait));
    }
}

impl Operator {
    fn answer(
        &mut self,
        asked: OperatorCommand,
        digits: &mut Digits,
        config: &Config,
        now: f64,
        exit: &mut MessageWriter<AppExit>,
    ) {
        use OperatorCommand::{Close, Confirm, Digit, End, Enter, Erase};
        match (asked, &self.page) {
            (Close, OperatorPage::Confirm(_)) => self.page = OperatorPage::Menu,
            (Close, _) => self.close(),
            (Digit(digit), OperatorPage::Pin(..)) if self.takes_digits(now) => {
                if digits.0.len() < *pin::DIGITS.end() && digit < 10 {
                    digits.0.push(char::from(b'0' + digit));
                }
                self.page = OperatorPage::Pin(digits.0.len(), PinState::Open);
            }
            (Erase, OperatorPage::Pin(..)) if self.takes_digits(now) => {
                digits.0.pop();
                self.page = OperatorPage::Pin(digits.0.len(), PinState::Open);
            }
            (Enter, OperatorPage::Pin(..)) if self.takes_digits(now) => {
                let pin = std::mem::take(&mut digits.0);
                let Some(hash) = config.kiosk.pin_hash.clone() else { return };
                // Takes as long as a dozen frames, and frames must not wait for it.
                let check = async move { pin::verify(&hash, &pin) };
                self.check = Some(AsyncComputeTaskPool::get().spawn(check));
                self.page = OperatorPage::Pin(0, PinState::Checking);
            }
            (End(ending), OperatorPage::Menu) => {
                self.page = OperatorPage::Confirm(ending);
                self.confirm_until = now + CONFIRM;
            }
            (Confirm, OperatorPage::Confirm(Ending::Restart)) if now < self.confirm_until => {
                info!("the operator lets the exhibit start again");
                exit.write(AppExit::Success);
            }
            (Confirm, OperatorPage::Confirm(Ending::Quit)) if now < self.confirm_until => {
                info!("the operator closes the exhibit");
                exit.write(AppExit::from_code(CLOSED_BY_OPERATOR));
            }
            _ => {}
        }
    }

    fn takes_digits(&self, now: f64) -> bool {
        self.check.is_none() && self.gate.is_open(now)
    }

    fn learn(&mut self, right: bool, now: f64) {
        if right {
            self.gate = PinGate::default();
            self.page = OperatorPage::Menu;
        } else {
            warn!("a wrong PIN was given");
            self.gate.note_wrong(now);
            let wait = self.gate.wait(now).ceil() as u64;
            self.page = OperatorPage::Pin(0, PinState::Wrong(wait));
        }
    }

    fn close(&mut self) {
        self.page = OperatorPage::Closed;
        // A running check must not open the menu after the operator has left.
        self.check = None;
    }
}
