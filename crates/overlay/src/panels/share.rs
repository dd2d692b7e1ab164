//! The page that shares the current moment: its address as text and as a QR code.

use egui::{Id, Rect, Ui, Vec2, pos2};

use super::page;
use crate::qr;
use crate::text;
use crate::theme::size;
use crate::view::{View, colour};
use crate::widgets::{ButtonLook, Naming, pill_button};
use content::words::Words;
use exhibit::command::{Command, ProgramCommand};

/// The most characters of the address that the page writes out. The code and the copy have all of them.
const WRITTEN: usize = 240;

/// Draws the page.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let area = page(ui, view, &view.plain("panel-share"), commands);
    let share = view.controls.share;
    let address = share.whole();
    let gap = view.unit(60.0);
    let portrait = view.layout.portrait;
    let side = if portrait {
        area.width().min(0.5 * area.height())
    } else {
        area.height().min(0.45 * area.width())
    };
    // A phone can do nothing with a link that has no address before it.
    let side = if share.address.is_some() { side } else { 0.0 };
    let beside = if side == 0.0 {
        area
    } else if portrait {
        Rect::from_min_max(pos2(area.left(), area.top() + side + gap), area.max)
    } else {
        Rect::from_min_max(pos2(area.left() + side + gap, area.top()), area.max)
    };
    if side > 0.0 {
        let left = if portrait { area.center().x - 0.5 * side } else { area.left() };
        let square = Rect::from_min_size(pos2(left, area.top()), Vec2::splat(side));
        qr::show(ui, square, &address, &view.plain("share-code"));
    }
    let key = match (&share.address, view.controls.kiosk.is_open()) {
        (Some(_), true) => "share-scan",
        (Some(_), false) => "share-scan-or-copy",
        (None, _) => "share-copy-only",
    };
    let pill = view.unit(72.0).max(view.layout.reach.touch);
    let can_copy = !view.controls.kiosk.is_open();
    let room = beside.height() - if can_copy { pill + view.unit(32.0) } else { 0.0 };
    let (ink, muted) = (colour(view.look.theme.text), colour(view.look.theme.muted));
    let written = match address.char_indices().nth(WRITTEN) {
        Some((end, _)) => format!("{}…", &address[..end]),
        None => address.clone(),
    };
    // Use the largest type that fits.
    let mut points = view.points(size::NARRATION);
    let (told, link) = loop {
        let told = text::sentence(ui, view, &Words::new(key), points, ink, beside.width());
        let link = text::address(ui, &written, 0.72 * points, muted, beside.width());
        let height = told.size().y + view.unit(28.0) + link.size().y;
        let is_whole = link.size().x <= beside.width();
        if height <= room && is_whole || points <= 0.5 * view.unit(size::SMALL) {
            break (told, link);
        }
        points -= 1.0;
    };
    let mut top = beside.top() + told.size().y + view.unit(28.0);
    ui.painter().galley(beside.min, told, ink);
    let height = link.size().y;
    ui.painter().galley(pos2(beside.left(), top), link, muted);
    top += height + view.unit(32.0);
    if can_copy {
        let place = Rect::from_min_size(
            pos2(beside.left(), top),
            Vec2::new(beside.width().min(view.em(420.0)), pill),
        );
        copy_button(ui, view, place, &address, commands);
    }
}

fn copy_button(
    ui: &mut Ui,
    view: &View<'_>,
    place: Rect,
    address: &str,
    commands: &mut Vec<Command>,
) {
    let id = Id::new("share-copied");
    let copied: Option<String> = ui.data(|data| data.get_temp(id));
    let is_copied = copied.as_deref() == Some(address);
    let word = view.plain(if is_copied { "share-copied" } else { "share-copy" });
    let look = if is_copied { ButtonLook::Quiet } else { ButtonLook::Chosen };
    let naming = Naming { name: &word, enabled: true };
    if pill_button(ui, view, place, &word, look, naming).clicked() {
        commands.push(Command::Program(ProgramCommand::CopyLink));
        ui.data_mut(|data| data.insert_temp(id, address.to_owned()));
    }
}
