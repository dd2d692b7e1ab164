//! Every chapter: its words, its phases, and the places of its parts.

use bevy::prelude::*;
use content::words::{DataWords, Locale};
use exhibit::chapter::{CHAPTERS, CurrentChapter};
use exhibit::experiment::Experiments;
use exhibit::layout::Arrangement;
use exhibit::scene::{Part, Role, Slot};
use learning::Playhead;

use crate::driver::*;

#[test]
fn every_chapter_has_its_words_and_shows_every_phase() {
    for (index, chapter) in CHAPTERS.iter().enumerate() {
        let mut app = exhibit(index);
        assert_eq!(app.world().resource::<CurrentChapter>().index(), index);
        let timeline = step(&app).timeline();
        let experiments = app.world().resource::<Experiments>();
        assert_eq!(timeline, chapter.timeline(experiments));
        assert_eq!(timeline.phases(), chapter.phases().len());
        let keys = [format!("chapter-{}", chapter.id()), chapter.part().to_owned()];
        let phases = chapter.phases().iter().map(|&phase| phase.to_owned());
        for key in keys.into_iter().chain(phases) {
            assert!(app.world().resource::<Locale>().has(&key), "{key}");
        }
        let mut arrangement = None;
        // Check the first samples, in which the most happens, and the last one, at rest and in motion.
        let last = timeline.last();
        for at in (0..8 * timeline.phases())
            .filter(|&at| at <= last)
            .chain(last.saturating_sub(2 * timeline.phases())..=last)
        {
            for fraction in [0.0, 0.3, 0.6, 0.95] {
                seek(&mut app, Playhead { step: at, fraction });
                let scene = scene(&app);
                let locale = app.world().resource::<Locale>();
                let data_words = app.world().resource::<DataWords>();
                for words in scene.words() {
                    assert!(locale.has(words.key), "{}", words.key);
                    let text: String =
                        locale.spans(words, data_words).into_iter().map(|span| span.text).collect();
                    // Remove comparisons, which have spaces around them. Any other sign is markup that was not
                    // processed.
                    let unfilled = text.replace(" > ", "").contains(['{', '}', '<', '>', '$']);
                    assert!(!unfilled, "{}, step {at}: {text}", chapter.id());
                }
                let roles = scene.specimens().map(|specimen| specimen.role);
                let mut roles = roles.chain(scene.sets().map(|set| set.role));
                let stands = scene.in_slot(Slot::World).all(|part| match part {
                    Part::Barcodes(_) | Part::Sets(_) => roles.any(|role| role == Role::Current),
                    _ => true,
                });
                assert!(stands, "{}, step {at}", chapter.id());
                for slot in [Slot::World, Slot::Mind] {
                    let parts = scene.in_slot(slot).count();
                    assert_eq!(parts, 1, "{}, step {at}: {slot:?}", chapter.id());
                }
                // No part changes its place within a chapter.
                let arranged = Arrangement::of(&scene, 1.0, false, None);
                let first = *arrangement.get_or_insert(arranged);
                assert_eq!(arranged, first, "{}, step {at}", chapter.id());
                for set in scene.sets() {
                    assert!((0.0..=1.0).contains(&set.progress));
                    assert!((0.0..=1.0).contains(&set.opacity));
                }
                for specimen in scene.specimens() {
                    assert!((0.0..=1.0).contains(&specimen.progress));
                    assert!((0.0..=1.0).contains(&specimen.opacity));
                }
            }
        }
    }
}
