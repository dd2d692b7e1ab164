//! The exhibit by keyboard alone: Tab reaches every control of every chapter, and keys use it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use egui::accesskit::{NodeId, Role};
use egui::{Color32, Key, Rect, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use exhibit::chapter::CHAPTERS;
use exhibit::command::Command;
use exhibit::playback::PlaybackCommand;
use overlay::{self, view};

use crate::page::parts;
use crate::stand::{PAGES, SIZES, Stand, is_control};

/// A control: its name, its role and its place.
#[derive(Clone, Debug)]
struct Found {
    name: String,
    role: Role,
    place: Rect,
}

fn controls(harness: &Harness<'_>) -> BTreeMap<NodeId, Found> {
    harness
        .root()
        .children_recursive()
        .filter(|node| is_control(node) && !node.accesskit_node().is_disabled())
        .map(|node| {
            let own = node.accesskit_node();
            let name = own.label().unwrap_or_default();
            (own.locate().0, Found { name, role: own.role(), place: node.rect() })
        })
        .collect()
}

fn focused(harness: &Harness<'_>) -> Option<NodeId> {
    let all = controls(harness);
    harness
        .root()
        .children_recursive()
        .filter(|node| node.accesskit_node().is_focused())
        .map(|node| node.accesskit_node().locate().0)
        .find(|id| all.contains_key(id))
}

/// Returns the outlines in the colour of focus rings, which is the colour of text.
fn rings(harness: &Harness<'_>, ink: Color32) -> Vec<Rect> {
    let shapes = harness.output().shapes.iter().flat_map(|clipped| parts(&clipped.shape));
    let outlines = shapes.filter_map(|shape| match shape {
        Shape::Rect(shape) if shape.stroke.color == ink && shape.stroke.width >= 2.0 => {
            Some(shape.rect)
        }
        _ => None,
    });
    outlines.collect()
}

/// Returns a chapter and a step for each phase of each chapter, in a sample in which something moves.
fn screens() -> impl Iterator<Item = (usize, usize)> {
    CHAPTERS.iter().enumerate().flat_map(|(index, chapter)| {
        let phases = chapter.phases().len();
        (0..phases).map(move |phase| (index, 4 * phases + phase))
    })
}

#[test]
fn the_tab_key_reaches_every_control_and_enter_uses_it() {
    let stand = Stand::new(3, 5, SIZES[0], 1.0);
    let commands = RefCell::new(Vec::new());
    let mut harness = stand.harness(|ui, view| overlay::show(ui, view, &mut commands.borrow_mut()));
    let count = harness
        .root()
        .children_recursive()
        .filter(|node| is_control(node) && !node.accesskit_node().is_disabled())
        .count();
    let mut reached = BTreeSet::new();
    for _ in 0..count {
        harness.key_press(Key::Tab);
        harness.run();
        let focused: Vec<_> = harness
            .root()
            .children_recursive()
            .filter(|node| is_control(node) && node.accesskit_node().is_focused())
            .map(|node| node.accesskit_node().label().unwrap_or_default())
            .collect();
        reached.extend(focused.iter().cloned());
        if focused.iter().any(|name| name == "faster") {
            harness.key_press(Key::Enter);
            harness.run();
        }
    }
    assert_eq!(reached.len(), count, "{reached:?}");
    drop(harness);
    assert_eq!(commands.into_inner(), [Command::Playback(PlaybackCommand::Faster)]);
}

#[test]
fn tab_reaches_every_control_with_a_ring_and_a_key_uses_each() {
    for (chapter, step) in screens() {
        check_all_controls(Stand::new(chapter, step, SIZES[0], 1.0));
    }
    for size in [SIZES[1], SIZES[3]] {
        for panel in PAGES {
            check_all_controls(Stand { panel: Some(panel), ..Stand::new(3, 5, size, 1.0) });
        }
    }
}

/// Moves through all controls with Tab, and checks the focus ring and the keys of each.
fn check_all_controls(stand: Stand) {
    let what = format!("{} {:?} {:?}", stand.chapter.get().id(), stand.step, stand.panel);
    let commands = RefCell::new(Vec::<Command>::new());
    let mut harness = stand.harness(|ui, view| overlay::show(ui, view, &mut commands.borrow_mut()));
    let all = controls(&harness);
    let ink = view::colour(stand.look.theme.text);
    let without = rings(&harness, ink).len();
    let mut reached = Vec::new();
    // Nothing has the focus yet: a page takes the focus only if a focused control opened it.
    for _ in 0..all.len() {
        harness.key_press(Key::Tab);
        harness.run();
        let Some(id) = focused(&harness) else { panic!("{what}: nothing has the focus") };
        let found = &all[&id];
        reached.push(id);
        let rings = rings(&harness, ink);
        assert_eq!(rings.len(), without + 1, "{what}: no ring on {found:?}");
        let is_around = |ring: &Rect| ring.expand(1.0).intersects(found.place);
        assert!(rings.iter().any(is_around), "{what}: {found:?} {rings:?}");
        commands.borrow_mut().clear();
        let keys: &[Key] = match found.role {
            Role::Slider => &[Key::ArrowRight, Key::ArrowLeft],
            _ => &[Key::Enter, Key::Space],
        };
        let mut sent = Vec::new();
        for &key in keys {
            let before = commands.borrow().len();
            harness.key_press(key);
            harness.run();
            sent.push(commands.borrow().len() > before);
            assert_eq!(focused(&harness), Some(id), "{what}: {found:?} lost the focus");
        }
        // A value at one of its ends changes in only one direction.
        let is_used = match found.role {
            Role::Slider => sent.contains(&true),
            _ => !sent.contains(&false),
        };
        assert!(is_used, "{what}: {keys:?} on {found:?}, {}: {sent:?}", found.name);
    }
    let mut once = reached.clone();
    once.sort_unstable();
    once.dedup();
    let missed: Vec<_> = all.iter().filter(|(id, _)| !once.contains(id)).collect();
    assert!(missed.is_empty(), "{what}: not reached: {missed:?}");
    // One more Tab goes back to the first control.
    harness.key_press(Key::Tab);
    harness.run();
    assert_eq!(focused(&harness), reached.first().copied(), "{what}");
}

/// The focus moves through the header from left to right, then through the chapter, then through the
/// transport bar.
#[test]
fn the_focus_follows_the_reading_order() {
    for chapter in 0..CHAPTERS.len() {
        let stand = Stand::new(chapter, 0, SIZES[0], 1.0);
        let mut harness = stand.harness(|ui, view| overlay::show(ui, view, &mut Vec::new()));
        let all = controls(&harness);
        let places: Vec<Rect> = (0..all.len())
            .map(|_| {
                harness.key_press(Key::Tab);
                harness.run();
                all[&focused(&harness).unwrap()].place
            })
            .collect();
        let header = view::rect(stand.layout.header);
        let bar = view::rect(stand.layout.transport).expand(1.0);
        let part = |place: &Rect| match () {
            () if header.contains(place.center()) => 0,
            () if bar.contains(place.center()) => 2,
            () => 1,
        };
        let parts: Vec<_> = places.iter().map(part).collect();
        assert!(parts.is_sorted(), "chapter {chapter}: {places:?}");
        let top: Vec<_> = places.iter().filter(|place| part(place) == 0).collect();
        assert!(top.is_sorted_by(|one, other| one.left() < other.left()), "{top:?}");
    }
}

#[test]
fn escape_leaves_a_control() {
    let stand = Stand::new(3, 5, SIZES[0], 1.0);
    let mut harness = stand.harness(|ui, view| overlay::show(ui, view, &mut Vec::new()));
    harness.key_press(Key::Tab);
    harness.run();
    assert!(focused(&harness).is_some());
    harness.key_press(Key::Escape);
    harness.run();
    assert!(focused(&harness).is_none());
}
