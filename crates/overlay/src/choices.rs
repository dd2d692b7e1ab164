//! The choices for the network: the rule that it learns by, and the shading of its region.

use egui::{Rect, Ui, Vec2, pos2};
use learning::learner::backpropagation::Rule;

use super::icons::Icon;
use super::theme::{self, size};
use super::view::{View, colour, rect};
use super::widgets::{
    ButtonLook, Naming, check_box, check_box_width, choice, fitted_text, round_button, row,
};
use crate::text;
use content::words::Words;
use exhibit::command::Command;
use exhibit::experiment::LearnCommand;
use exhibit::experiment::{MachineChoice, Subject};
use exhibit::settings::Setting;

/// Draws the choices under the curve.
pub fn show(ui: &mut Ui, view: &View<'_>, subject: Subject, commands: &mut Vec<Command>) {
    match view.shown.experiments.of(subject).choice() {
        Some(MachineChoice::Seed(chosen)) => seed(ui, view, subject, chosen, commands),
        Some(MachineChoice::Rule(chosen)) => rule(ui, view, subject, chosen, commands),
        None => {}
    }
}

/// Draws the buttons that choose other initial weights.
fn seed(ui: &mut Ui, view: &View<'_>, subject: Subject, seed: u64, commands: &mut Vec<Command>) {
    let side = rect(view.layout.choices);
    let top = side.top() + view.unit(10.0);
    let height = view.unit(56.0).max(view.layout.reach.touch);
    let [less, word, more] = row(
        side.left(),
        top + 0.5 * height,
        [Vec2::splat(height), Vec2::new(view.em(120.0), height), Vec2::splat(height)],
        view.unit(10.0),
    );
    let words = view.text(&Words::new("seed-value").count("seed", seed));
    let text = colour(view.look.theme.text);
    fitted_text(ui, view, word, &words, theme::strong(view.points(size::BODY)), text);
    for (place, icon, key, to) in [
        (less, Icon::Minus, "seed-less", seed.checked_sub(1)),
        (more, Icon::Plus, "seed-more", seed.checked_add(1)),
    ] {
        let name = view.plain(key);
        let naming = Naming { name: &name, enabled: to.is_some() };
        if round_button(ui, view, place, icon, ButtonLook::Quiet, naming).clicked()
            && let Some(to) = to
        {
            commands.push(Command::Learn(subject, LearnCommand::Seed(to)));
        }
    }
}

fn rule(ui: &mut Ui, view: &View<'_>, subject: Subject, chosen: Rule, commands: &mut Vec<Command>) {
    let side = rect(view.layout.choices);
    let mut top = side.top() + view.unit(10.0);
    let height = view.unit(52.0).max(view.layout.reach.touch);
    let gap = view.unit(10.0);
    let words = view.plain("confidence");
    // The check box stands beside the rules. If its words would have to be too small there, it stands
    // below.
    let narrow = (0.27 * side.width()).min(view.em(170.0)).max(view.layout.reach.touch);
    let room = side.width() - 2.0 * narrow - 3.0 * gap;
    let has_room_below = top + 2.0 * height + gap <= side.bottom();
    let is_beside = check_box_width(ui, view, &words) <= room || !has_room_below;
    let width = if is_beside { narrow } else { (0.5 * (side.width() - gap)).min(view.em(200.0)) };
    let mut place = Rect::from_min_size(pos2(side.left(), top), Vec2::new(width, height));
    for (rule, key) in [(Rule::Notebook, "rule-notebook"), (Rule::Gradient, "rule-gradient")] {
        let word = view.plain(key);
        let name = view.text(&Words::new("name-rule").text("rule", word.as_str()));
        if choice(ui, view, place, &word, &name, rule == chosen) {
            commands.push(Command::Learn(subject, LearnCommand::Rule(rule)));
        }
        place = place.translate(Vec2::new(width + gap, 0.0));
    }
    let shown = view.controls.settings.confidence;
    let left = if is_beside {
        place.left() + gap
    } else {
        top += height + gap;
        side.left()
    };
    let line = Rect::from_min_max(pos2(left, top), pos2(side.right(), top + height));
    if check_box(ui, view, line, &[&words], shown) {
        commands.push(Command::Set(Setting::Confidence(!shown)));
    }
    let note = match chosen {
        Rule::Notebook => "rule-note-notebook",
        Rule::Gradient => "rule-note-gradient",
    };
    let muted = colour(view.look.theme.muted);
    let points = view.points(size::SMALL);
    let galley = text::sentence(ui, view, &Words::new(note), points, muted, side.width());
    let below = pos2(side.left(), line.bottom() + view.unit(6.0));
    if below.y + galley.size().y <= side.bottom() {
        ui.painter().galley(below, galley, muted);
    }
}
