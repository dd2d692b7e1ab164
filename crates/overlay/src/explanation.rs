//! "Why did it move?": a card with the arithmetic of an update, term by term. The visitor asks for it.

use egui::{Sense, Stroke, StrokeKind, Ui, Vec2, pos2};

use super::focus;
use super::icons::Icon;
use super::theme::size;
use super::view::{View, colour, rect};
use super::widgets::{ButtonLook, Naming, round_button};
use crate::text;
use exhibit::command::Command;
use exhibit::scene::Explanation;
use exhibit::visitor::VisitorCommand;

/// Draws the card over the part that is least needed meanwhile: the world, or beside a network the plane.
pub fn show(ui: &mut Ui, view: &View<'_>, shown: &Explanation, commands: &mut Vec<Command>) {
    let theme = &view.look.theme;
    let over =
        if view.shown.scene.network().is_some() { view.layout.mind } else { view.layout.world };
    let place = rect(over).expand(view.unit(8.0));
    // Parts under the card get no touches.
    ui.interact(place, ui.id().with("explanation"), Sense::CLICK);
    let edge = Stroke::new(view.unit(3.0).max(1.5), colour(theme.error));
    let radius = view.unit(24.0);
    ui.painter().rect(place, radius, colour(theme.raised), edge, StrokeKind::Inside);
    let inner = place.shrink(view.unit(28.0));
    let side = view.unit(56.0).max(view.layout.reach.touch);
    let square =
        egui::Rect::from_min_size(pos2(inner.right() - side, inner.top()), Vec2::splat(side));
    let name = view.plain("name-explanation-close");
    let naming = Naming { name: &name, enabled: true };
    let response = round_button(ui, view, square, Icon::Close, ButtonLook::Quiet, naming);
    focus::begin_at(ui, "explanation", &response);
    if response.clicked() {
        commands.push(Command::Visitor(VisitorCommand::Explain(None)));
    }
    let text = colour(theme.text);
    let width = inner.width();
    // Use the largest type that fits on the card.
    let mut points = view.points(size::NARRATION);
    let (title, lines) = loop {
        let set = |words, points, width| text::sentence(ui, view, words, points, text, width);
        let title = set(&shown.title, 1.15 * points, width - side - view.unit(16.0));
        let lines: Vec<_> = shown.lines.iter().map(|line| set(line, points, width)).collect();
        let height: f32 = lines.iter().map(|galley| galley.size().y + 0.7 * points).sum();
        let room = inner.height() - title.size().y.max(side) - view.unit(12.0);
        let is_least = if view.is_spare() {
            points <= view.held(0.0)
        } else {
            points <= 0.6 * view.unit(size::SMALL)
        };
        if height <= room || is_least {
            break (title, lines);
        }
        points -= 1.0;
    };
    let mut y = inner.top() + title.size().y.max(side) + view.unit(12.0);
    let middle = inner.top() + 0.5 * (side - title.size().y).max(0.0);
    ui.painter().galley(pos2(inner.left(), middle), title, text);
    for line in lines {
        let height = line.size().y;
        // When type is large, the last lines may have no room.
        if view.is_spare() && y + height > inner.bottom() {
            break;
        }
        ui.painter().galley(pos2(inner.left(), y), line, text);
        y += height + 0.7 * points;
    }
}
