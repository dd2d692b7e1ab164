//! The parts that only a kiosk shows: the invitation, the countdown, and the operator's pages.

mod attract;
mod countdown;
mod facts;
mod operator;

use egui::Ui;

use super::view::View;
use exhibit::command::Command;
use exhibit::kiosk::OperatorPage;

/// Draws the parts that lie over the chapter in a kiosk, if there are any.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    if let Some(attract) = view.controls.kiosk.attract() {
        attract::show(ui, view, attract);
    }
    if *view.controls.operator != OperatorPage::Closed {
        operator::show(ui, view, commands);
    }
    if let Some(seconds) = view.controls.kiosk.countdown {
        countdown::show(ui, view, seconds);
    }
}
