//! Every text has its place, in every language, at every size.

use content::files::Files;
use exhibit::chapter::CHAPTERS;
use exhibit::command::learning_rates;
use exhibit::experiment::LearnCommand;
use exhibit::kiosk::attract::{Act, Attract};
use exhibit::kiosk::{Ending, Kiosk, OperatorPage, PinState, Presence};
use exhibit::visitor::Explained;
use exhibit::visitor::Panel;
use exhibit::visitor::VisitorState;

use crate::hall::{Hall, Shown};
use crate::page::Page;
use crate::stand::{PAGES, PROJECTORS, SIZES};

fn all_faults(hall: &Hall, shown: &[Shown], sizes: &[(f32, f32)], scales: &[f32]) -> Vec<String> {
    let mut faults = Vec::new();
    for locale in hall.languages.iter() {
        for &size in sizes {
            for &scale in scales {
                let faults_of = |shown| hall.faults(shown, locale, size, scale);
                faults.extend(shown.iter().flat_map(faults_of));
            }
        }
    }
    faults
}

fn assert_none(faults: &[String]) {
    let shown: Vec<_> = faults.iter().take(60).map(String::as_str).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), shown.join("\n"));
}

#[test]
fn every_text_of_every_chapter_has_its_place_in_every_language() {
    let hall = Hall::new(Files::default());
    let mut faults = Vec::new();
    for chapter in 0..CHAPTERS.len() {
        let mut shown = hall.moments(chapter);
        // Add the explanations of updates.
        let steps = shown.iter().map(|shown| shown.step.playhead().step).collect::<Vec<_>>();
        for explained in [Explained::Line, Explained::Weight(0), Explained::Weight(1)] {
            let visitor = VisitorState { explained: Some(explained), ..VisitorState::default() };
            let moments = steps.iter().map(|&step| hall.shown(chapter, step, visitor, None));
            shown.extend(moments.filter(|shown| shown.scene.explanation.is_some()));
        }
        faults.extend(all_faults(&hall, &shown, &SIZES, &[1.0, 1.6]));
    }
    assert_none(&faults);
}

#[test]
fn every_text_of_every_page_has_its_place_in_every_language() {
    let mut hall = Hall::new(Files::default());
    let mut shown: Vec<_> =
        PAGES.map(|panel| hall.shown(3, 9, VisitorState::default(), Some(panel))).into();
    // Add a second run, which has a sentence beside the narration.
    for chapter in (0..CHAPTERS.len()).filter(|&chapter| CHAPTERS[chapter].can_compare()) {
        let subject = CHAPTERS[chapter].subject();
        let timeline = CHAPTERS[chapter].timeline(&hall.experiments);
        for from in [0, 12] {
            let rate = learning_rates(CHAPTERS[chapter]).next().unwrap();
            hall.experiments.apply(subject, LearnCommand::Compare(Some((rate, from))));
            for phase in 0..timeline.phases() {
                let step = 43 * timeline.phases() + phase;
                shown.push(hall.shown(chapter, step, VisitorState::default(), None));
            }
        }
    }
    assert_none(&all_faults(&hall, &shown, &SIZES, &[1.0, 1.6]));
}

#[test]
fn every_text_for_the_last_row_has_its_place_in_every_language() {
    let hall = Hall::new(Files::default());
    let mut faults = Vec::new();
    for chapter in 0..CHAPTERS.len() {
        for distance in [4.0, 6.0, 8.0] {
            let far = |shown| Shown { distance: Some(distance), ..shown };
            let shown: Vec<_> = hall.moments(chapter).into_iter().map(far).collect();
            faults.extend(all_faults(&hall, &shown, &PROJECTORS, &[1.0]));
        }
    }
    for distance in [4.0, 6.0, 8.0] {
        let page = |panel| hall.shown(3, 9, VisitorState::default(), Some(panel));
        let pages = PAGES.map(page);
        let shown = pages.map(|shown| Shown { distance: Some(distance), ..shown });
        faults.extend(all_faults(&hall, &shown, &PROJECTORS, &[1.0]));
    }
    assert_none(&faults);
}

#[test]
fn every_text_of_a_kiosk_has_its_place_in_every_language() {
    let hall = Hall::new(Files::default());
    let mut shown = Vec::new();
    let mut add = |chapter, presence, countdown, operator: OperatorPage| {
        let moment = hall.shown(chapter, 0, VisitorState::default(), None);
        let what = format!("{}, {presence:?}, {countdown:?}, {operator:?}", moment.what);
        shown.push(Shown { what, kiosk: Kiosk { presence, countdown }, operator, ..moment });
    };
    for scene in 0..4 {
        for act in [Act::Title, Act::Playing] {
            // Show the invitation in each language once.
            let attract = Attract { scene: 0, seconds: 3.1 * f64::from(scene), act };
            add(15, Presence::Nobody(attract), None, OperatorPage::Closed);
        }
    }
    let visitor = Presence::Visitor(0.0);
    for chapter in 0..CHAPTERS.len() {
        add(chapter, visitor, None, OperatorPage::Closed);
    }
    add(6, visitor, Some(1), OperatorPage::Closed);
    add(6, visitor, Some(20), OperatorPage::Closed);
    for state in [PinState::Open, PinState::Checking, PinState::Wrong(0), PinState::Wrong(300)] {
        add(0, visitor, None, OperatorPage::Pin(0, state));
    }
    add(0, visitor, None, OperatorPage::Pin(12, PinState::Open));
    add(0, visitor, None, OperatorPage::Menu);
    for ending in [Ending::Restart, Ending::Quit] {
        add(0, visitor, None, OperatorPage::Confirm(ending));
    }
    assert_none(&all_faults(&hall, &shown, &SIZES, &[1.0, 1.6]));
}

#[test]
fn many_languages_take_several_lines() {
    let own = ["da", "it", "nl", "pt-BR", "sv"].map(|language| {
        let name = format!("language-name = Language {language}\n");
        (format!("locales/{language}/own.ftl"), name.into_bytes())
    });
    let hall = Hall::new(Files::with_overrides(own.into()));
    let shown = [hall.shown(3, 9, VisitorState::default(), Some(Panel::Appearance))];
    for locale in hall.languages.iter().filter(|locale| locale.missing() == 0) {
        for size in SIZES {
            for scale in [1.0, 1.6] {
                assert_none(&hall.faults(&shown[0], locale, size, scale));
                let page = Page::of(&hall.draw(&shown[0], locale, size, scale), true);
                let mut lines: Vec<_> = hall
                    .languages
                    .iter()
                    .map(|other| {
                        let name = other.own_name();
                        let row = page.rows.iter().rev().find(|row| row.text == name).unwrap();
                        row.place.unwrap().top() as i32
                    })
                    .collect();
                lines.dedup();
                assert_eq!(lines.len(), 3, "{size:?}, {scale}");
            }
        }
    }
}

#[test]
fn a_text_that_is_far_too_long_is_found() {
    let english = Files::default();
    let found = |path: &str, key: &str, chapter, panel| {
        let text = english.text(path).unwrap();
        let line = text.lines().find(|line| line.starts_with(&format!("{key} ="))).unwrap();
        let (_, words) = line.split_once('=').unwrap();
        let long = text.replacen(line, &format!("{line}{}", words.repeat(40)), 1);
        let files = Files::with_overrides([(path.to_owned(), long.into_bytes())].into());
        let hall = Hall::new(files);
        let shown = [hall.shown(chapter, 5, VisitorState::default(), panel)];
        let english = hall.languages.get("en").unwrap();
        hall.faults(&shown[0], english, SIZES[0], 1.0).len()
    };
    let (controls, part_2) = ("locales/en/controls.ftl", "locales/en/part-2.ftl");
    for (path, key, chapter, panel) in [
        (controls, "speed", 3, None),
        (controls, "learning-rate", 3, None),
        (controls, "help-guess", 3, Some(Panel::Help)),
        (controls, "palette-safe", 3, Some(Panel::Appearance)),
        (controls, "compare-start", 3, Some(Panel::Compare)),
        (controls, "compare-off", 3, Some(Panel::Compare)),
        (controls, "panel-chapters", 3, Some(Panel::Chapters)),
        (part_2, "chapter-perceptron-learns", 6, None),
        (part_2, "chapter-perceptron-learns", 6, Some(Panel::Chapters)),
        (part_2, "use-datapoints", 6, None),
        (part_2, "the-weights", 7, None),
        (part_2, "combination-wrong", 7, None),
        (part_2, "network-decide", 8, None),
    ] {
        assert!(found(path, key, chapter, panel) > 0, "{key} is not missed");
    }
}
