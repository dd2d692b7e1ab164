//! The invariants after every frame, and the invariants after the visitor has gone.

use bevy::input::touch::Touches;
use bevy::prelude::*;
use bevy_egui::input::ModifierKeysState;
use bevy_egui::{EguiContext, PrimaryEguiContext, egui};
use content::words::Languages;
use exhibit::chapter::CurrentChapter;
use exhibit::command::Command;
use exhibit::config::Config;
use exhibit::experiment::Experiments;
use exhibit::kiosk::{Kiosk, OperatorPage, Presence};
use exhibit::layout::Layout;
use exhibit::playback::TrainingStep;
use exhibit::settings::{Settings, TEXT_SCALES};
use learning_machine::keys::Held;
use learning_machine::keys::layout::Modifiers;
use learning_machine::kiosk::Operator;
use learning_machine::next_frame::NextFrame;

use crate::monkey::{Monkey, Place};

/// The largest number of commands in one frame. It includes the commands that the monkey sends (32 events),
/// the commands that its keys and fingers cause, and those of the frame before, which stay for one more frame.
const COMMANDS: usize = 400;
/// The largest number of values that egui remembers for a screen: a few for each control. The fullest
/// screens have about 80 controls.
const REMEMBERED: usize = 1_000;

/// Makes the exhibit describe itself, as for a screen reader.
pub fn listen(app: &mut App) {
    let mut contexts =
        app.world_mut().query_filtered::<&mut EguiContext, With<PrimaryEguiContext>>();
    contexts.single_mut(app.world_mut()).unwrap().get_mut().enable_accesskit();
}

/// Returns the overlay's context of each window.
pub fn contexts(app: &mut App) -> Vec<egui::Context> {
    let mut contexts = app.world_mut().query::<&mut EguiContext>();
    contexts.iter_mut(app.world_mut()).map(|mut context| context.get_mut().clone()).collect()
}

/// Checks the invariants that hold after every frame.
pub fn check(monkey: &mut Monkey) {
    for context in contexts(&mut monkey.app) {
        assert_eq!(context.zoom_factor(), 1.0, "egui is zoomed");
        let (files, scale) =
            context.input(|input| (input.raw.hovered_files.len(), input.pixels_per_point));
        assert_eq!(files, 0, "egui keeps files");
        assert!(scale.is_finite() && scale > 0.0, "{scale} pixels a point");
        let remembered = context.memory(|memory| memory.data.len());
        assert!(remembered <= REMEMBERED, "egui remembers {remembered} things");
    }
    assert!(monkey.app.should_exit().is_none(), "it has ended");
    let world = monkey.app.world();
    assert!(world.get::<Window>(monkey.window).is_some(), "the window is gone");

    let (step, chapter) = (world.resource::<TrainingStep>(), world.resource::<CurrentChapter>());
    let (playhead, timeline) = (step.playhead(), step.timeline());
    assert!(playhead.step <= timeline.last(), "{playhead:?} of {timeline:?}");
    assert!((0.0..1.0).contains(&playhead.fraction), "{playhead:?}");
    assert!(playhead.step < timeline.last() || playhead.fraction == 0.0, "{playhead:?}");
    let expected = chapter.get().timeline(world.resource::<Experiments>());
    assert_eq!(timeline, expected, "another chapter's timeline");

    let settings = world.resource::<Settings>();
    assert!(TEXT_SCALES.contains(&settings.text_scale), "{}", settings.text_scale);
    let languages = world.resource::<Languages>();
    assert!(languages.iter().any(|known| known.language() == settings.language));

    let layout = world.resource::<Layout>();
    assert!(layout.unit > 0.0 && layout.em > 0.0, "{layout:?}");
    for area in [layout.header, layout.world, layout.mind, layout.transport, layout.plot] {
        assert!(area.min.is_finite() && area.max.is_finite(), "{layout:?}");
    }
    let next = world.resource::<NextFrame>().seconds();
    assert!(next.is_none_or(|seconds| seconds >= 0.0), "the next frame in {next:?} s");
    let commands = world.resource::<Messages<Command>>().len();
    assert!(commands <= COMMANDS, "{commands} commands");

    let (kiosk, config) = (world.resource::<Kiosk>(), world.resource::<Config>());
    assert_eq!(kiosk.is_open(), monkey.place == Place::Kiosk);
    match kiosk.presence {
        Presence::Visitor(idle) => {
            assert!((0.0..config.kiosk.idle_seconds).contains(&idle), "{idle} s of nothing");
        }
        Presence::Nobody(_) => {
            let page = world.resource::<Operator>().page();
            assert_eq!(*page, OperatorPage::Closed, "the operator's page is open to anyone");
        }
        Presence::Attended => {}
    }
}

/// Checks that a sleep longer than the kiosk's idle time ends the visit.
pub fn check_after_sleep(monkey: &Monkey, seconds: f64) {
    let world = monkey.app.world();
    if seconds >= world.resource::<Config>().kiosk.idle_seconds {
        let presence = &world.resource::<Kiosk>().presence;
        assert!(
            matches!(presence, Presence::Attended | Presence::Nobody(_) | Presence::Visitor(0.0)),
            "after {seconds} s: {presence:?}"
        );
    }
}

/// Checks that no key is held.
pub fn check_no_key_is_held(monkey: &mut Monkey) {
    for context in contexts(&mut monkey.app) {
        let (keys, modifiers) = context.input(|input| (input.keys_down.clone(), input.modifiers));
        assert!(keys.is_empty() && modifiers.is_none(), "egui: {keys:?} and {modifiers:?}");
    }
    let world = monkey.app.world();
    assert_eq!(*world.resource::<Held>().modifiers(), Modifiers::default());
    let ModifierKeysState { shift, ctrl, alt, win, .. } = *world.resource::<ModifierKeysState>();
    assert!(!(shift || ctrl || alt || win), "the bridge to egui holds a modifier");
}

/// Checks that nothing happens in an exhibit that nobody uses.
pub fn check_at_rest(monkey: &mut Monkey) {
    if monkey.place == Place::Kiosk {
        check_no_key_is_held(monkey);
    } else {
        for context in contexts(&mut monkey.app) {
            let causes = context.repaint_causes();
            assert!(!context.has_requested_repaint(), "egui draws for ever: {causes:?}");
        }
    }
    let world = monkey.app.world();
    let fingers = world.resource::<Touches>().iter().count();
    assert_eq!(fingers, 0, "fingers are on the glass");
}

/// Returns the number of entities.
pub fn entities(monkey: &mut Monkey) -> usize {
    let world = monkey.app.world_mut();
    world.query::<Entity>().iter(world).count()
}

/// Returns the bytes of the atlas of letters. egui doubles the atlas when it is full, and sometimes starts
/// a new one. egui has one copy, and `bevy_egui` has two.
pub fn letters(monkey: &mut Monkey) -> u64 {
    let bytes = contexts(&mut monkey.app).into_iter().map(|context| {
        let [width, height] = context.fonts(|fonts| fonts.font_image_size());
        (width * height * size_of::<egui::Color32>()) as u64
    });
    3 * bytes.sum::<u64>()
}
