//! The facts beside the operator's menu: each is complete and has its place.

use content::files::Files;
use content::limits::{ADDRESSES, LOGGED_CHARACTERS};
use content::words::Locale;
use egui::Rect;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use exhibit::kiosk::facts::{Disk, Fact, Facts, Logged, Visits};
use exhibit::kiosk::{Ending, Kiosk, OperatorPage, Presence};
use exhibit::visitor::VisitorState;

use crate::hall::{Hall, Shown};
use crate::page::Page;
use crate::stand::{PROJECTORS, SIZES, Stand, is_control};

const GB: u64 = 1_000_000_000;

fn logged(text: &str) -> Fact<Option<Logged>> {
    let when = "2026-11-25T14:05:00".parse().unwrap();
    Fact::Known(Some(Logged { when, text: text.to_owned() }))
}

fn usual() -> Facts {
    Facts {
        name: Fact::Known(Some("Hall 2".to_owned())),
        addresses: Fact::Known(vec!["10.1.2.3".parse().unwrap()]),
        uptime: Fact::Known(3 * 3600 + 5 * 60),
        computer_uptime: Fact::Known(12 * 86_400 + 7 * 3600),
        disk: Fact::Known(Disk { free: 123 * GB / 10, total: 64 * GB }),
        visits: Fact::Known(Visits::Counted { written: 41, waiting: 0 }),
        error: Fact::Known(None),
        warning: logged("a wrong PIN was given"),
    }
}

/// Returns facts in which every value is as long as possible.
fn extreme() -> Facts {
    let address = |last: usize| format!("2001:db8:aaaa:bbbb:cccc:dddd:eeee:{:x}", 0xff00 + last);
    let addresses = (0..ADDRESSES).map(|last| address(last).parse().unwrap()).collect();
    let path = "/home/exhibit/.local/state/learning-machine/visits.jsonl";
    let long =
        format!("visits cannot be written down: {path}: No space left on device; ").repeat(9);
    let long: String = long.chars().take(LOGGED_CHARACTERS - 1).chain(['…']).collect();
    Facts {
        name: Fact::Known(Some(
            "Große Wanderausstellung, Weltkulturerbe, Maschinenhalle Nord".into(),
        )),
        addresses: Fact::Known(addresses),
        uptime: Fact::Known(999 * 86_400 + 23 * 3600),
        computer_uptime: Fact::Known(9999 * 86_400),
        disk: Fact::Known(Disk { free: 999_499_999, total: 18_446_744 * 1000 * GB }),
        visits: Fact::Known(Visits::Counted { written: 9_999_999, waiting: 1000 }),
        error: logged(&long),
        warning: logged(&long),
    }
}

/// Returns facts that are missing, unknown or unreadable.
fn missing_facts() -> Facts {
    Facts {
        name: Fact::Known(None),
        addresses: Fact::Known(Vec::new()),
        uptime: Fact::Known(0),
        computer_uptime: Fact::Unknown,
        disk: Fact::Unreadable,
        visits: Fact::Unreadable,
        error: Fact::Unreadable,
        warning: Fact::Awaited,
    }
}

fn shown(hall: &Hall, operator: OperatorPage, facts: Facts) -> Shown {
    let kiosk = Kiosk { presence: Presence::Visitor(0.0), countdown: None };
    Shown { operator, kiosk, facts, ..hall.shown(0, 0, VisitorState::default(), None) }
}

/// Removes spaces and line ends from a text, because a text may have line breaks anywhere.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Returns the faults of a page with facts. Only a word longer than a line may have a line break in it.
fn faults(
    hall: &Hall,
    shown: &Shown,
    locale: &Locale,
    size: (f32, f32),
    scale: f32,
    expected: &[&str],
) -> Vec<String> {
    let at = format!("{}, {size:?}, {scale}, {:?}", locale.language(), shown.distance);
    let mut faults = hall.faults(shown, locale, size, scale);
    faults.retain(|fault| !(fault.contains("is broken after") && fault.contains("/home/exhibit")));
    let page = Page::of(&hall.draw(shown, locale, size, scale), true);
    let all: String = page.rows.iter().map(|row| bare(&row.text)).collect();
    for text in expected {
        if !all.contains(&bare(text)) {
            faults.push(format!("{at}: {text:?} is missing"));
        }
    }
    faults
}

fn assert_none(faults: &[String]) {
    let shown: Vec<_> = faults.iter().take(60).map(String::as_str).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), shown.join("\n"));
}

#[test]
fn every_fact_is_readable_in_every_language_at_every_size() {
    let hall = Hall::new(Files::default());
    let sizes = [&SIZES[..], &[(1024.0, 768.0), (768.0, 1366.0)]].concat();
    let mut all = Vec::new();
    for locale in hall.languages.iter() {
        let number = |bytes| locale.bytes(bytes);
        let version = concat!("Learning Machine ", env!("CARGO_PKG_VERSION"));
        let (free, total) = (number(123 * GB / 10), number(64 * GB));
        let (low, vast) = (number(999_499_999), number(18_446_744 * 1000 * GB));
        let name = |key: &str| locale.plain(key);
        let names = ["name", "version", "address", "uptime", "disk", "visits", "error", "warning"]
            .map(|fact| name(&format!("operator-{fact}")));
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let first = "2001:db8:aaaa:bbbb:cccc:dddd:eeee:ff00";
        let last = "2001:db8:aaaa:bbbb:cccc:dddd:eeee:ff05";
        let hall_2 = ["Hall 2", version, "10.1.2.3", &free, &total, "41", "a wrong PIN was given"];
        let long = ["Weltkulturerbe", first, last, &low, &vast, "1000", "2026-11-25 14:05"];
        let (none, bad) = (name("operator-no-network"), name("operator-unreadable"));
        let missing = [none.as_str(), bad.as_str(), "…", version];
        for (facts, texts) in
            [(usual(), &hall_2[..]), (extreme(), &long), (missing_facts(), &missing)]
        {
            let expected = [&names[..], texts].concat();
            let ending = OperatorPage::Confirm(Ending::Quit);
            for operator in [OperatorPage::Menu, ending] {
                let shown = shown(&hall, operator, facts.clone());
                for &size in &sizes {
                    for scale in [1.0, 1.6] {
                        all.extend(faults(&hall, &shown, locale, size, scale, &expected));
                    }
                }
                for distance in [6.0, 8.0] {
                    let shown = Shown { distance: Some(distance), ..shown_again(&shown, &hall) };
                    for size in PROJECTORS {
                        all.extend(faults(&hall, &shown, locale, size, 1.0, &expected));
                    }
                }
            }
        }
    }
    assert_none(&all);
}

fn shown_again(other: &Shown, hall: &Hall) -> Shown {
    shown(hall, other.operator.clone(), other.facts.clone())
}

#[test]
fn a_message_of_the_log_takes_at_most_three_lines() {
    let hall = Hall::new(Files::default());
    let shown = shown(&hall, OperatorPage::Menu, extreme());
    for locale in hall.languages.iter() {
        for size in SIZES {
            let shapes = hall.draw(&shown, locale, size, 1.0);
            let parts = shapes.iter().flat_map(|clipped| crate::page::parts(&clipped.shape));
            let messages: Vec<_> = parts
                .filter_map(|shape| match shape {
                    egui::Shape::Text(text) if text.galley.text().contains("visits cannot") => {
                        Some(text)
                    }
                    _ => None,
                })
                .collect();
            assert_eq!(messages.len(), 2, "{size:?}");
            for message in messages {
                let text = message.galley.text();
                assert!(message.galley.rows.len() <= 3, "{size:?}: {text}");
                assert!(text.starts_with("2026-11-25 14:05 · visits cannot"), "{text}");
                assert!(text.ends_with('…'), "{text}");
            }
        }
    }
}

fn stand(size: (f32, f32), facts: Facts) -> Stand {
    let kiosk = Kiosk { presence: Presence::Visitor(0.0), countdown: None };
    Stand { operator: OperatorPage::Menu, kiosk, facts, ..Stand::new(0, 0, size, 1.0) }
}

#[test]
fn facts_are_described_and_stand_beside_or_above_the_buttons() {
    for size in [SIZES[0], SIZES[1], (1024.0, 768.0), SIZES[3]] {
        let stand = stand(size, usual());
        let harness: Harness<'_> =
            stand.harness(|ui, view| overlay::show(ui, view, &mut Vec::new()));
        let fact = |words: &str| harness.get_by_label(words).rect();
        let free = "12.3\u{a0}GB of 64\u{a0}GB free";
        let facts = [
            "Name: Hall 2".to_owned(),
            format!("Version: Learning Machine {}", env!("CARGO_PKG_VERSION")),
            "Network address: 10.1.2.3".to_owned(),
            "Exhibit running for: 3\u{a0}h 5\u{a0}min".to_owned(),
            "Computer on for: 12\u{a0}days 7\u{a0}h".to_owned(),
            format!("Disk space: {free}"),
            "Visits today: 41".to_owned(),
            "Last error: none since the start".to_owned(),
            "Last warning: 2026-11-25 14:05 · a wrong PIN was given".to_owned(),
        ];
        let facts = facts.map(|words| fact(&words));
        let all = facts.iter().fold(Rect::NOTHING, |all, fact| all.union(*fact));
        let names = ["Read the settings again", "Restart the exhibit", "Close the exhibit", "Back"];
        let root = harness.root();
        let buttons: Vec<Rect> = root
            .children_recursive()
            .filter(is_control)
            .filter(|node| {
                node.accesskit_node().label().is_some_and(|label| names.contains(&&*label))
            })
            .map(|node| node.rect())
            .collect();
        assert_eq!(buttons.len(), names.len());
        let (is_upright, middle) = (size.1 > size.0, 0.5 * size.1);
        for button in buttons {
            if is_upright {
                assert!(all.bottom() < button.top() && button.top() > middle, "{size:?}");
            } else {
                assert!(all.right() < button.left(), "{size:?}");
            }
        }
        for [one, two] in facts.windows(2).map(|pair| [pair[0], pair[1]]) {
            assert!(one.bottom() < two.top() && one.left() == two.left(), "{size:?}");
        }
    }
}

#[test]
fn unknown_facts_are_left_out_and_a_full_disk_is_reported() {
    let facts = Facts {
        computer_uptime: Fact::Unknown,
        disk: Fact::Known(Disk { free: 90_000_000, total: 64 * GB }),
        visits: Fact::Known(Visits::Counted { written: 41, waiting: 2 }),
        ..usual()
    };
    let stand = stand(SIZES[0], facts);
    let harness = stand.harness(|ui, view| overlay::show(ui, view, &mut Vec::new()));
    harness.get_by_label("Disk space: 90\u{a0}MB of 64\u{a0}GB free: almost full");
    harness.get_by_label("Visits today: 41, and 2 not written yet");
    assert!(harness.query_by_label_contains("Computer on for").is_none());
    let error = overlay::view::colour(stand.look.theme.error);
    let red: Vec<String> = harness
        .output()
        .shapes
        .iter()
        .filter_map(|clipped| match &clipped.shape {
            egui::Shape::Text(text) => Some(text),
            _ => None,
        })
        .filter(|text| text.galley.job.sections.iter().any(|part| part.format.color == error))
        .map(|text| text.galley.text().to_owned())
        .collect();
    assert_eq!(red.len(), 2, "{red:?}");
}
