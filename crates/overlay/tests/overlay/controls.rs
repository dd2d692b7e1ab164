//! The controls: their names, sizes, places and commands.

use exhibit::experiment::LearnCommand;
use exhibit::experiment::Subject;
use exhibit::guesses::GuessCommand;
use exhibit::visitor::Explained;
use exhibit::visitor::Panel;
use exhibit::visitor::VisitorCommand;
use std::cell::RefCell;

use egui_kittest::kittest::{NodeT, Queryable};
use exhibit::chapter::CHAPTERS;
use exhibit::command::Command;
use exhibit::layout::TOUCH_TARGET;
use exhibit::playback::PlaybackCommand;
use exhibit::settings::Setting;
use learning::Playhead;

use crate::stand::{PAGES, SIZES, Stand, is_control};

/// Clicks a control. Returns the commands that it sends.
fn click(stand: &Stand, name: &str) -> Vec<Command> {
    let commands = RefCell::new(Vec::new());
    let mut harness = stand.harness(|ui, view| overlay::show(ui, view, &mut commands.borrow_mut()));
    harness.get_by_label(name).click();
    harness.run();
    drop(harness);
    commands.into_inner()
}

#[test]
fn controls_are_named_large_enough_inside_the_window_and_apart() {
    for size in SIZES {
        for text_scale in [0.8, 1.0, 1.3, 1.6] {
            for (chapter, shown) in CHAPTERS.iter().enumerate() {
                let can_compare = shown.can_compare();
                let pages = PAGES.into_iter().filter(|&page| page != Panel::Compare || can_compare);
                for panel in [None].into_iter().chain(pages.map(Some)) {
                    let stand = Stand { panel, ..Stand::new(chapter, 5, size, text_scale) };
                    let harness =
                        stand.harness(|ui, view| overlay::show(ui, view, &mut Vec::new()));
                    let what = format!("{size:?}, {text_scale}, chapter {chapter}, {panel:?}");
                    let screen =
                        egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(size.0, size.1));
                    let found: Vec<_> = harness
                        .root()
                        .children_recursive()
                        .filter(is_control)
                        .map(|node| {
                            (
                                node.accesskit_node().label().unwrap_or_default(),
                                node.rect(),
                                node.accesskit_node().is_disabled(),
                            )
                        })
                        .collect();
                    assert!(found.len() > 10, "{what}: {}", found.len());
                    for (index, (name, rect, _)) in found.iter().enumerate() {
                        assert!(!name.is_empty(), "{what}: a control without a name at {rect:?}");
                        assert!(screen.expand(0.5).contains_rect(*rect), "{what}: {name} {rect:?}");
                        let least = rect.width().min(rect.height());
                        assert!(least >= TOUCH_TARGET - 0.5, "{what}: {name} is {rect:?}");
                        // An open page may cover the chapter's controls.
                        for (other, place, _) in found[..index].iter().filter(|_| panel.is_none()) {
                            let overlap = rect.shrink(1.0).intersect(place.shrink(1.0));
                            assert!(!overlap.is_positive(), "{what}: {name} lies on {other}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn each_control_sends_its_command() {
    let stand = Stand::new(3, 5, SIZES[0], 1.0);
    let seek = |step| Command::Playback(PlaybackCommand::Seek(Playhead::at(step)));
    let glide = |step| Command::Playback(PlaybackCommand::GlideTo(step));
    let rate = |value| {
        let rate = learning::LearningRate::new(value).unwrap();
        Command::Learn(Subject::Barcodes, LearnCommand::Rate(rate))
    };
    for (name, command) in [
        ("to the start", seek(0)),
        ("sample back", seek(1)),
        ("back", glide(4)),
        ("play", Command::Playback(PlaybackCommand::Play)),
        ("forward", glide(6)),
        ("sample forward", seek(9)),
        ("to the end", seek(1015)),
        ("faster", Command::Playback(PlaybackCommand::Faster)),
        ("slower", Command::Playback(PlaybackCommand::Slower)),
        ("Look", glide(4)),
        ("Update", glide(7)),
        ("learning rate 3", rate(3.0)),
        ("previous chapter", Command::Go(2)),
        ("Keys", Command::Show(Some(Panel::Help))),
        ("Chapters", Command::Show(Some(Panel::Chapters))),
        ("Appearance", Command::Show(Some(Panel::Appearance))),
    ] {
        assert_eq!(click(&stand, name), [command], "{name}");
    }
    assert_eq!(click(&stand, "next chapter"), [Command::Go(4)]);
    // The last chapter has no next chapter.
    let last = Stand::new(CHAPTERS.len() - 1, 5, SIZES[0], 1.0);
    assert_eq!(click(&last, "next chapter"), []);

    let stand = Stand::new(0, 0, SIZES[0], 1.0);
    assert_eq!(click(&stand, "orange"), [Command::Guess(GuessCommand::Answer(false))]);
    assert_eq!(click(&stand, "blue"), [Command::Guess(GuessCommand::Answer(true))]);

    let stand = Stand { panel: Some(Panel::Appearance), ..Stand::new(3, 5, SIZES[1], 1.0) };
    for (name, setting) in [
        ("Night", Setting::Theme("night".to_owned())),
        ("Notebook", Setting::Palette("notebook".to_owned())),
        ("larger", Setting::TextScale(1.1)),
        ("Reduced", Setting::ReducedMotion(true)),
    ] {
        assert_eq!(click(&stand, name), [Command::Set(setting)], "{name}");
    }
    let stand = Stand { panel: Some(Panel::Chapters), ..Stand::new(3, 5, SIZES[3], 1.0) };
    assert_eq!(click(&stand, "Guess the barcode"), [Command::Go(0)]);
}

#[test]
fn controls_of_the_perceptron_send_their_commands() {
    // Show the update of a sample that moved the line.
    let stand = Stand::new(6, 4 * 20 + 3, SIZES[0], 1.0);
    let explain =
        |weight| Command::Visitor(VisitorCommand::Explain(Some(Explained::Weight(weight))));
    for (name, command) in [
        (
            "Use datapoints for updates",
            Command::Learn(Subject::Rectangles, LearnCommand::UseDatapoints(false)),
        ),
        ("w₁, for width", explain(0)),
        ("w₂, for height", explain(1)),
        (
            "learning rate 2",
            Command::Learn(
                Subject::Rectangles,
                LearnCommand::Rate(learning::LearningRate::new(2.0).unwrap()),
            ),
        ),
    ] {
        assert_eq!(click(&stand, name), [command], "{name}");
    }
    // Click edges of the network, in the update of the first point.
    let stand = Stand::new(9, 5, SIZES[0], 1.0);
    assert_eq!(click(&stand, "Why did w₁ change?"), [explain(0)]);
    assert_eq!(click(&stand, "Why did w₂ change?"), [explain(1)]);
}
