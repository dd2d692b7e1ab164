//! Reads any text as a link, opens it, and writes it again.

#![no_main]

use std::sync::LazyLock;

use content::files::Files;
use content::words::Languages;
use exhibit::chapter::CHAPTERS;
use exhibit::experiment::{Experiments, Material};
use exhibit::link::{CHARACTERS, Ground, read};
use exhibit::offered::OfferedChapters;
use exhibit::settings::Settings;
use libfuzzer_sys::fuzz_target;

struct Begun {
    files: Files,
    languages: Languages,
    experiments: Experiments,
}

static BEGUN: LazyLock<Begun> = LazyLock::new(|| {
    let files = Files::default();
    let languages = Languages::load(&files).expect("the built-in languages");
    let material = Material::notebook(&files).expect("the built-in data");
    Begun { experiments: Experiments::new(material), languages, files }
});

fuzz_target!(|text: &str| {
    let once = read(text);
    for fault in &once.faults {
        let told = fault.to_string();
        assert!(told.len() < 2000 && !told.contains('\n'), "{told}");
    }
    let written = once.link.to_string();
    assert!(written.len() <= CHARACTERS, "{written}");
    let again = read(&written);
    assert!(again.faults.is_empty(), "{written}: {:?}", again.faults);
    let Begun { files, languages, experiments } = &*BEGUN;
    let opening = once.open(&Ground {
        experiments,
        settings: &Settings::default(),
        offered: &OfferedChapters::default(),
        languages,
        files,
    });
    let state = opening.state;
    let timeline = CHAPTERS[state.chapter].timeline(&state.experiments);
    assert!(state.playhead.step <= timeline.last());
    assert!(opening.faults.is_empty() == opening.notice.unused.is_empty());
});
