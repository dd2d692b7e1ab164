//! Extreme but valid tables: every chapter draws them, and every text has its place.

use content::files::Files;
use content::words::DataWords;
use egui_kittest::kittest::Queryable;
use exhibit::chapter::CHAPTERS;
use learning::dataset::{barcodes, rectangles};

use crate::hall::{Hall, Shown};
use crate::page::Page;
use crate::stand::{PROJECTORS, SIZES, Stand};

/// Returns a hall with this table of rectangles as its only data.
fn hall(rows: &[(f64, f64, &str)], features: [&str; 2]) -> Hall {
    let [first, second] = features;
    let mut table = format!("\"{first}\",\"{second}\",label\n");
    for (width, height, label) in rows {
        table += &format!("{width:e},{height:e},\"{label}\"\n");
    }
    let columns =
        rectangles::Columns { features: features.map(str::to_owned), label: "label".to_owned() };
    let data = rectangles::from_csv("extreme.csv", table.as_bytes(), &columns).unwrap();
    Hall::with(Files::default(), |material| {
        material.rectangles = data.clone();
        material.xor_clean = data.clone();
        material.xor = data;
    })
}

fn faults(hall: &Hall, sizes: &[(f32, f32)], scale: f32, distance: Option<f32>) -> Vec<String> {
    let mut faults = Vec::new();
    for language in ["en", "de"] {
        let locale = hall.languages.get(language).unwrap();
        for chapter in 0..CHAPTERS.len() {
            for shown in hall.moments(chapter) {
                let shown = Shown { distance, ..shown };
                for &size in sizes {
                    faults.extend(hall.faults(&shown, locale, size, scale));
                }
            }
        }
    }
    faults
}

fn assert_none(faults: &[String]) {
    let shown: Vec<_> = faults.iter().take(60).map(String::as_str).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), shown.join("\n"));
}

const SIDES: [&str; 2] = ["width", "height"];

#[test]
fn sides_of_any_allowed_size_are_drawn_with_every_text_in_its_place() {
    for rows in [
        [(1e-9, 1e9, "a"), (1e9, 1e-9, "b"), (1.0, 1.0, "a"), (1e9, 1e9, "b")],
        [(1e-9, 2e-9, "a"), (2e-9, 1e-9, "b"), (1e-9, 1e-9, "a"), (2e-9, 2e-9, "b")],
        [(20.0, 20_000.0, "a"), (59.0, 69_500.0, "b"), (30.0, 65_000.0, "a"), (40.0, 5e4, "b")],
        [(1.0, 1.0, "a"), (1.0, 1.0, "b"), (1.0, 1.0, "a"), (1.0, 1.0, "b")],
        [(2000.0, 1e6, "a"), (2010.0, 1e6, "b"), (2005.0, 1e6, "a"), (2001.0, 1e6, "b")],
        [(1e-4, 1e-3, "a"), (2e-4, 9e-4, "b"), (9e-4, 1e-4, "a"), (1e-3, 5e-4, "b")],
    ] {
        assert_none(&faults(&hall(&rows, SIDES), &SIZES, 1.0, None));
    }
}

/// Returns three pairs of names of 100 characters: with the same beginning, of wide letters without spaces,
/// and of letters with accents.
fn long_names() -> [[String; 2]; 3] {
    let alike = |end: char| format!("{}{end}", "alpha beta gamma ".repeat(6)).split_off(3);
    let marks = |letter: &str| letter.repeat(50);
    [
        ["1", "2"].map(|end| alike(end.chars().next().unwrap())),
        ["W", "M"].map(|wide| wide.repeat(100)),
        ["e\u{301}", "o\u{302}"].map(marks),
    ]
}

#[test]
fn long_names_are_shortened_and_every_text_has_its_place() {
    for [one, two] in long_names() {
        let rows = [(2.5, 1.0, &*one), (1.0, 2.5, &*two), (2.0, 0.5, &*one), (0.5, 2.0, &*two)];
        let hall = hall(&rows, [&two, &one]);
        assert_none(&faults(&hall, &SIZES, 1.0, None));
    }
}

#[test]
fn long_names_are_shortened_for_the_last_row() {
    let [[one, two], ..] = long_names();
    let rows = [(2.5, 1.0, &*one), (1.0, 2.5, &*two), (2.0, 0.5, &*one), (0.5, 2.0, &*two)];
    let hall = hall(&rows, [&two, &one]);
    for distance in [4.0, 6.0, 8.0] {
        assert_none(&faults(&hall, &PROJECTORS, 1.0, Some(distance)));
    }
}

#[test]
fn numbers_on_the_axes_of_a_plane_differ() {
    let rows = [(1e-4, 1e-3, "u"), (2e-4, 9e-4, "v"), (1e-3, 1e-4, "u"), (5e-4, 5e-4, "v")];
    let hall = hall(&rows, ["a", "b"]);
    let shown = hall.moments(6);
    for locale in hall.languages.iter() {
        let page = Page::of(&hall.draw(&shown[0], locale, SIZES[0], 1.0), true);
        let texts: Vec<&str> = page.rows.iter().map(|row| row.text.as_str()).collect();
        for title in ["a (×10⁻³)", "b (×10⁻³)"] {
            assert!(texts.contains(&title), "{}: {texts:?}", locale.language());
        }
        let number = locale.number(0.2);
        // Each axis has the number once.
        assert_eq!(texts.iter().filter(|text| **text == number).count(), 2, "{texts:?}");
    }
}

#[test]
fn a_barcode_table_with_long_names_has_every_text_in_its_place() {
    let [[one, two], ..] = long_names();
    let wide = "10".repeat(64);
    let table = format!("code,label\n{wide},\"{one}\"\n1,\"{two}\"\n{wide},\"{one}\"\n");
    let data = barcodes::from_csv("long.csv", table.as_bytes()).unwrap();
    let hall = Hall::with(Files::default(), |material| material.barcodes = data);
    assert_none(&faults(&hall, &SIZES, 1.0, None));
}

/// Returns the texts that a harness has painted.
fn texts(harness: &egui_kittest::Harness<'_>) -> Vec<String> {
    Page::of(&harness.output().shapes, true).rows.into_iter().map(|row| row.text).collect()
}

#[test]
fn a_shortened_name_is_shown_whole_by_touch_by_pointer_and_by_focus() {
    let [[one, two], ..] = long_names();
    let mut stand = Stand::new(5, 200, SIZES[0], 1.0);
    let names = [one.clone(), two];
    stand.data_words = DataWords::new(&stand.locale, &stand.look, [Some(&names), None]);
    let mut harness = stand.harness(|ui, view| overlay::show(ui, view, &mut Vec::new()));
    let is_whole = |harness: &egui_kittest::Harness<'_>| {
        // The name has line breaks at its spaces.
        texts(harness).join("").replace(' ', "").contains(&one.replace(' ', ""))
    };
    assert!(!is_whole(&harness));
    let page = Page::of(&harness.output().shapes, true);
    let brief = page.rows.iter().find(|row| row.text.ends_with('1') && row.text.contains('…'));
    let at = brief.unwrap().ink.center();
    let button = |pressed| egui::Event::PointerButton {
        pos: at,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    harness.event(egui::Event::PointerMoved(at));
    harness.run();
    assert!(is_whole(&harness), "pointed at");
    for event in [button(true), button(false), egui::Event::PointerGone] {
        harness.event(event);
        harness.run();
    }
    assert!(is_whole(&harness), "touched, and let go");
    let elsewhere = egui::pos2(at.x, 4.0);
    harness.event(egui::Event::PointerMoved(elsewhere));
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton {
            pos: elsewhere,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        });
        harness.run();
    }
    harness.event(egui::Event::PointerGone);
    harness.run();
    assert!(!is_whole(&harness), "touched elsewhere");
    let name = format!("whole name: {one}");
    harness.get_by_label(&name).focus();
    harness.run();
    assert!(is_whole(&harness), "has the focus");
}
