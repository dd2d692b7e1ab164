//! The transport bar: play, step, scrub, speed, learning rate.

mod spare;
mod tabs;

use egui::{Align2, PointerButton, Pos2, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};
use learning::Playhead;

use super::description;
use super::icons::Icon;
use super::stepping::{self, Ways};
use super::theme::{self, size};
use super::view::{View, colour, rect};
use super::widgets::{
    ButtonLook, Naming, choice, fitted, fitted_text, focus_ring, round_button, row, write,
};
use content::words::Words;
use exhibit::command::{Command, learning_rates, step_phase, step_sample};
use exhibit::experiment::LearnCommand;
use exhibit::layout::{TransportRows, round_buttons, transport_row_height};
use exhibit::playback::{Direction, Motion, PlaybackCommand};

/// Draws the transport bar.
pub fn show(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let bar = rect(view.layout.transport);
    let theme = &view.look.theme;
    let edge = Stroke::new(view.unit(2.0).max(1.0), colour(theme.hairline));
    let radius = view.unit(28.0);
    ui.painter().rect(bar, radius, colour(theme.raised), edge, egui::StrokeKind::Inside);
    let inner = bar.shrink2(Vec2::new(view.unit(32.0), view.unit(12.0)));
    if view.layout.transport_rows == TransportRows::Spare {
        spare::show(ui, view, inner, commands);
        return;
    }
    let row_height =
        transport_row_height(view.layout.em, view.layout.unit, view.layout.reach.touch);
    let line = |index: usize| {
        let top = inner.top() + (row_height + view.unit(16.0)) * index as f32;
        Rect::from_min_size(pos2(inner.left(), top), Vec2::new(inner.width(), row_height))
    };
    let has_rates = !view.shown.chapter.get().learning_rates().is_empty();
    let rates_width = if has_rates { rates_width(view) } else { 0.0 };
    let rows = view.layout.transport_rows;
    if rows == TransportRows::One {
        let line = line(0);
        let after_buttons = buttons(ui, view, line, commands);
        let speed = speed(ui, view, after_buttons + view.unit(36.0), line, commands);
        let right = line.right() - rates_width - if has_rates { view.unit(40.0) } else { 0.0 };
        let middle = Rect::from_min_max(
            pos2(speed + view.unit(40.0), line.top()),
            pos2(right, line.bottom()),
        );
        scrubber(ui, view, middle, commands);
        rates(ui, view, line.right() - rates_width, line, commands);
        return;
    }
    scrubber(ui, view, line(0), commands);
    let after_buttons = buttons(ui, view, line(1), commands);
    let beside = after_buttons + view.unit(36.0);
    let at_right = |line: Rect, width: f32| line.right() - width;
    match rows {
        TransportRows::Spare | TransportRows::One | TransportRows::Two => {
            speed(ui, view, beside, line(1), commands);
            rates(ui, view, at_right(line(1), rates_width), line(1), commands);
        }
        TransportRows::RatesBelow => {
            speed(ui, view, at_right(line(1), speed_width(view)), line(1), commands);
            rates(ui, view, line(2).left(), line(2), commands);
        }
        TransportRows::SpeedBelow => {
            speed(ui, view, line(2).left(), line(2), commands);
            rates(ui, view, at_right(line(2), rates_width), line(2), commands);
        }
    }
}

/// Draws the buttons that move the playhead. Returns where they end.
fn buttons(ui: &mut Ui, view: &View<'_>, line: Rect, commands: &mut Vec<Command>) -> f32 {
    let (small, large) = round_buttons(view.layout.unit, view.layout.reach.touch);
    let (small, large) = (Vec2::splat(small), Vec2::splat(large));
    let places = row(
        line.left(),
        line.center().y,
        [small, small, small, large, small, small, small],
        view.unit(10.0),
    );
    let (step, playback) = (view.shown.step, view.shown.playback);
    let timeline = step.timeline();
    let chapter = view.shown.chapter.index();
    let at_start = step.playhead() == Playhead::at(0);
    let at_end = step.playhead().step == timeline.last();
    let seek = |to| Command::Playback(PlaybackCommand::Seek(Playhead::at(to)));
    let phase = |forward| step_phase(forward, step, playback, chapter, view.controls.offered);
    let (icon, name, play) = play_control(view);
    let can_go_back = !at_start || view.controls.offered.previous(chapter).is_some();
    let can_go_on = !at_end || view.controls.offered.next(chapter).is_some();
    let controls = [
        (Icon::First, "control-first", seek(0), !at_start),
        (Icon::SampleBack, "control-sample-back", step_sample(false, step), !at_start),
        (Icon::Back, "control-back", phase(false), can_go_back),
        (icon, name, Command::Playback(play), true),
        (Icon::Forward, "control-forward", phase(true), can_go_on),
        (Icon::SampleForward, "control-sample-forward", step_sample(true, step), !at_end),
        (Icon::Last, "control-last", seek(timeline.last()), !at_end),
    ];
    for (place, (icon, name, command, enabled)) in places.into_iter().zip(controls) {
        let name = view.plain(name);
        let weight = if matches!(icon, Icon::Play | Icon::PlayBackward | Icon::Pause) {
            ButtonLook::Accent
        } else {
            ButtonLook::Quiet
        };
        if round_button(ui, view, place, icon, weight, Naming { name: &name, enabled }).clicked() {
            commands.push(command);
        }
    }
    places[6].right()
}

/// Returns the control that plays or pauses: its icon, the key of its name, and its command.
fn play_control(view: &View<'_>) -> (Icon, &'static str, PlaybackCommand) {
    match (view.shown.playback.motion == Motion::Playing, view.shown.playback.direction) {
        (true, _) => (Icon::Pause, "control-pause", PlaybackCommand::Pause),
        (false, Direction::Forward) => (Icon::Play, "control-play", PlaybackCommand::Play),
        (false, Direction::Backward) => (Icon::PlayBackward, "control-play", PlaybackCommand::Play),
    }
}

fn speed_width(view: &View<'_>) -> f32 {
    let (small, _) = round_buttons(view.layout.unit, view.layout.reach.touch);
    3.0 * small + view.em(88.0) + 3.0 * view.unit(10.0)
}

/// Draws slower, the speed, faster, and the direction. Returns where they end.
fn speed(ui: &mut Ui, view: &View<'_>, left: f32, line: Rect, commands: &mut Vec<Command>) -> f32 {
    let (small, _) = round_buttons(view.layout.unit, view.layout.reach.touch);
    let small = Vec2::splat(small);
    let theme = &view.look.theme;
    let controls_y = line.center().y;
    let label_y = label_over(view, line, small.y);
    let [slower, value, faster, direction] = row(
        left,
        controls_y,
        [small, Vec2::new(view.em(88.0), small.y), small, small],
        view.unit(10.0),
    );
    let font = theme::regular(view.points(size::SMALL + 2.0));
    let label = view.plain("speed");
    write(
        ui,
        pos2(value.center().x, label_y),
        Align2::CENTER_CENTER,
        &label,
        font,
        colour(theme.muted),
    );
    let number = Words::new("speed-value").number("speed", view.shown.playback.speed());
    let font = theme::strong(view.points(size::BODY));
    fitted_text(ui, view, value, &view.text(&number), font, colour(theme.text));

    let (less, more) = (view.shown.playback.can_go_slower(), view.shown.playback.can_go_faster());
    let backward = view.shown.playback.direction == Direction::Backward;
    let (icon, other, name) = if backward {
        (Icon::DirectionBackward, Direction::Forward, "control-direction-forward")
    } else {
        (Icon::DirectionForward, Direction::Backward, "control-direction-backward")
    };
    for (place, icon, name, command, enabled) in [
        (slower, Icon::Minus, "control-slower", PlaybackCommand::Slower, less),
        (faster, Icon::Plus, "control-faster", PlaybackCommand::Faster, more),
        (direction, icon, name, PlaybackCommand::Direct(other), true),
    ] {
        let name = view.plain(name);
        if round_button(ui, view, place, icon, ButtonLook::Quiet, Naming { name: &name, enabled })
            .clicked()
        {
            commands.push(Command::Playback(command));
        }
    }
    direction.right()
}

/// Returns the height of the label over controls of this height. The controls stand in the line's middle.
fn label_over(view: &View<'_>, line: Rect, height: f32) -> f32 {
    line.center().y - 0.5 * height - view.em(20.0)
}

fn rate_size(view: &View<'_>) -> Vec2 {
    Vec2::new(
        (view.em(84.0)).max(view.layout.reach.touch),
        view.unit(56.0).max(view.layout.reach.touch),
    )
}

fn rates_width(view: &View<'_>) -> f32 {
    let count = view.shown.chapter.get().learning_rates().len() as f32;
    count * rate_size(view).x + (count - 1.0) * view.unit(10.0)
}

/// Draws the choice of learning rates.
fn rates(ui: &mut Ui, view: &View<'_>, left: f32, line: Rect, commands: &mut Vec<Command>) {
    if !view.shown.chapter.get().learning_rates().is_empty() {
        let label = view.plain("learning-rate");
        let font = theme::regular(view.points(size::SMALL + 2.0));
        let font = fitted(ui, &label, font, rates_width(view));
        let at = pos2(left, label_over(view, line, rate_size(view).y));
        write(ui, at, Align2::LEFT_CENTER, &label, font, colour(view.look.theme.muted));
    }
    rate_pills(ui, view, pos2(left, line.center().y), commands);
}

/// Draws a pill for each rate. `from` is the middle of the first pill's left edge.
fn rate_pills(ui: &mut Ui, view: &View<'_>, from: Pos2, commands: &mut Vec<Command>) {
    let subject = view.shown.chapter.get().subject();
    let chosen = view.shown.experiments.of(subject).learning_rate();
    let label = view.plain("learning-rate");
    let corner = from - Vec2::new(0.0, 0.5 * rate_size(view).y);
    let mut place = Rect::from_min_size(corner, rate_size(view));
    for rate in learning_rates(view.shown.chapter.get()) {
        let word = view.locale.number(rate.value());
        let name = format!("{label} {word}");
        if choice(ui, view, place, &word, &name, Some(rate) == chosen) {
            commands.push(Command::Learn(subject, LearnCommand::Rate(rate)));
        }
        place = place.translate(Vec2::new(place.width() + view.unit(10.0), 0.0));
    }
}

/// Draws the playhead's position: in words, on a line, and among the phases.
fn scrubber(ui: &mut Ui, view: &View<'_>, area: Rect, commands: &mut Vec<Command>) {
    let theme = &view.look.theme;
    let position = view.shown.step.position();
    let target = 0.5 * (area.height() - view.em(32.0));

    let phases = view.shown.chapter.get().phases();
    let place = description::sample(view);
    let phase = view.plain(phases[position.phase]);
    let phase = format!(" · {phase}");
    let whole = format!("{place}{phase}");
    let font = fitted(ui, &whole, theme::strong(view.points(size::BODY)), area.width());
    let at = pos2(area.left(), area.top() + view.em(14.0));
    let muted = theme::regular(font.size);
    let written = write(ui, at, Align2::LEFT_CENTER, &place, muted, colour(theme.muted));
    write(ui, written.right_center(), Align2::LEFT_CENTER, &phase, font, colour(theme.text));

    let track = Rect::from_min_size(
        pos2(area.left(), area.top() + view.em(32.0)),
        Vec2::new(area.width(), target),
    );
    line(ui, view, track, commands);
    let tabs = Rect::from_min_max(pos2(area.left(), track.bottom()), area.max);
    tabs::show(ui, view, tabs, commands);
}

/// Draws the line that the visitor drags, with its ticks.
fn line(ui: &mut Ui, view: &View<'_>, track: Rect, commands: &mut Vec<Command>) {
    let theme = &view.look.theme;
    let timeline = view.shown.step.timeline();
    let last = timeline.last().max(1) as f32;
    let knob = view.unit(15.0).max(9.0);
    let (left, right) = (track.left() + knob, track.right() - knob);
    let x_of = |step: f32| left + (right - left) * step / last;
    let playhead = view.shown.step.playhead();
    let x = x_of(playhead.step as f32 + playhead.fraction as f32);
    let y = track.center().y;

    let response = ui.interact(track, ui.id().with("scrubber"), Sense::click_and_drag());
    let name = view.plain("scrubber");
    let at = playhead.step as f64;
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), at, &name));
    stepping::describe(ui, &response, || description::position(view), at, [0.0, last.into()], 1.0);
    let mut go_to = |step: usize| {
        if Playhead::at(step) != playhead {
            commands.push(Command::Playback(PlaybackCommand::Pause));
            commands.push(Command::Playback(PlaybackCommand::Seek(Playhead::at(step))));
        }
    };
    if let Some(pointer) = response.interact_pointer_pos()
        && (response.dragged()
            || response.clicked_by(PointerButton::Primary)
            || response.is_pointer_button_down_on())
    {
        let part = ((pointer.x - left) / (right - left)).clamp(0.0, 1.0);
        go_to((part * last).round() as usize);
    }
    let steps = stepping::taken(ui, view, &response, Ways::Two, || description::position(view));
    if steps[0] != 0 {
        let to = playhead.step.saturating_add_signed(steps[0] as isize);
        go_to(to.min(timeline.last()));
    }
    if let Some(step) = stepping::set_to(ui, &response) {
        go_to(step.round().clamp(0.0, last.into()) as usize);
    }

    let thick = view.unit(6.0).max(3.0);
    let painter = ui.painter();
    painter.hline(left..=right, y, Stroke::new(thick, colour(theme.hairline)));
    painter.hline(left..=x, y, Stroke::new(thick, colour(theme.boundary)));
    ticks(ui, view, left..=right, y);
    painter.circle_filled(pos2(x, y), knob, colour(theme.text));
    focus_ring(
        ui,
        view,
        &response,
        Rect::from_center_size(pos2(x, y), Vec2::splat(2.0 * knob)),
        knob,
    );
}

/// Draws a long tick for each sample and a short one for each phase. Ticks too close together are left out.
fn ticks(ui: &Ui, view: &View<'_>, span: std::ops::RangeInclusive<f32>, y: f32) {
    let timeline = view.shown.step.timeline();
    let length = span.end() - span.start();
    let per_step = length / timeline.last().max(1) as f32;
    let least = view.unit(8.0).max(5.0);
    let stroke = Stroke::new(view.unit(2.0).max(1.0), colour(view.look.theme.muted));
    let mut every = 1;
    for candidate in [1, timeline.phases(), 10 * timeline.phases(), 100 * timeline.phases()] {
        every = candidate;
        if per_step * candidate as f32 >= least {
            break;
        }
    }
    let mut step = 0;
    while step <= timeline.last() && per_step * every as f32 >= least {
        let x = span.start() + per_step * step as f32;
        let long = step % timeline.phases() == 0;
        let height = view.unit(if long { 10.0 } else { 6.0 });
        let top = y + view.unit(10.0);
        ui.painter().vline(x, top..=top + height, stroke);
        step += every;
    }
}
