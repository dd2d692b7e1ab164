#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use content::files::Files;
use content::words::Languages;
use learning::Line;

use super::*;
use crate::chapter::{CHAPTERS, CurrentChapter};
use crate::experiment::source::Source;
use crate::experiment::{Experiments, LearnCommand, Material, Subject};
use crate::guesses::Guesses;
use crate::offered::OfferedChapters;
use crate::playback::{Playback, PlaybackCommand, SPEEDS, TrainingStep};
use crate::settings::{Settings, TEXT_SCALES};
use crate::visitor::Explained;

/// An exhibit as it begins, to open links on.
struct Begun {
    experiments: Experiments,
    settings: Settings,
    offered: OfferedChapters,
    languages: Languages,
    files: Files,
}

impl Begun {
    fn new() -> Self {
        let files = Files::default();
        Self {
            experiments: Experiments::new(Material::notebook(&files).unwrap()),
            settings: Settings::default(),
            offered: OfferedChapters::default(),
            languages: Languages::load(&files).unwrap(),
            files,
        }
    }

    fn open(&self, text: &str) -> Opening {
        read(text).open(&Ground {
            experiments: &self.experiments,
            settings: &self.settings,
            offered: &self.offered,
            languages: &self.languages,
            files: &self.files,
        })
    }
}

/// The link of a state.
fn link_of(state: &State) -> Link {
    let chapter = CurrentChapter::new(state.chapter);
    let timeline = chapter.get().timeline(&state.experiments);
    let mut step = TrainingStep::new(timeline, 0);
    let mut playback = Playback::default();
    for command in [
        PlaybackCommand::Seek(state.playhead),
        PlaybackCommand::Speed(state.playing.speed),
        PlaybackCommand::Direct(state.playing.direction),
    ] {
        playback.apply(command, &mut step, true);
    }
    let mut guesses = Guesses::default();
    for guess in &state.guesses {
        guesses.note(state.chapter, *guess);
    }
    Link::of(&Now {
        chapter: &chapter,
        step: &step,
        playback: &playback,
        experiments: &state.experiments,
        guesses: &guesses,
        visitor: &state.visitor,
        settings: &state.settings,
    })
}

/// Links of moments that differ from the initial state in one or more fields each.
const MOMENTS: [&str; 20] = [
    "#v=1&chapter=guess-barcode&step=6&data=notebook&rate=0.3&theme=paper&palette=safe&lang=en&guesses=1:101;7:0",
    "#v=1&chapter=guess-rectangles&step=1&data=generated:9&rate=1&datapoints=yes&theme=night&palette=notebook&lang=de",
    "#v=1&chapter=threshold-learns&step=173.500&data=notebook&rate=3&compare=0.1@24&theme=paper&palette=safe&lang=en",
    "#v=1&chapter=threshold-learns&step=90&speed=4&direction=backward&data=generated:7&rate=0.3&theme=paper&palette=safe&lang=fr",
    "#v=1&chapter=histogram&step=500&data=notebook&rate=0.3&theme=paper&palette=high-contrast&lang=es",
    "#v=1&chapter=linear-combination&step=3&data=notebook&rate=1&datapoints=yes&weights=0.25,-1.5e-9&theme=paper&palette=safe&lang=en",
    "#v=1&chapter=perceptron-learns&step=34&data=notebook&rate=1&datapoints=no&theme=paper&palette=safe&lang=en",
    "#v=1&chapter=perceptron-learns&step=34&data=notebook&rate=1&datapoints=yes&initial-weights=0.5,-2&theme=paper&palette=safe&lang=en",
    "#v=1&chapter=perceptron-learns&step=39&data=notebook&rate=1&datapoints=yes&explain=weight-2&theme=paper&palette=safe&lang=en",
    "#v=1&chapter=perceptron-learns&step=39&data=notebook&rate=1&datapoints=yes&explain=line&theme=paper&palette=safe&lang=en",
    "#v=1&chapter=back-propagation&step=12&theme=night&palette=safe&lang=en",
    "#v=1&chapter=single-line&step=0&data=notebook&line=-0.4,1,0.75&best=61&theme=paper&palette=safe&lang=en",
    "#v=1&chapter=network-learns&step=534&data=notebook&rate=0.1&rule=gradient&theme=night&palette=safe&lang=de",
    "#v=1&chapter=network-learns&step=534&data=generated:18446744073709551615&rate=0.01&rule=notebook&theme=paper&palette=safe&lang=en",
    "#v=1&chapter=network-learns&step=12&data=notebook&rate=0.01&rule=notebook&compare=0.1@1&theme=paper&palette=safe&lang=en&confidence=yes",
    "#v=1&chapter=autoencoder&step=11&rate=0.1&seed=3&theme=paper&palette=safe&lang=en",
    "#v=1&chapter=autoencoder&step=40&rate=0.1&seed=0&pattern=1011&theme=paper&palette=safe&lang=en",
    "#v=1&chapter=autoencoder&step=40&rate=0.0000012&seed=18446744073709551615&theme=paper&palette=safe&lang=en",
    "#v=1&chapter=aspect-ratio&step=3&data=notebook&theme=paper&palette=safe&lang=en&text=1.3&motion=reduced",
    "#v=1&chapter=categories&step=0&data=notebook&rate=0.3&theme=paper&palette=safe&lang=en",
];

#[test]
fn a_moment_is_the_same_after_its_link_was_opened() {
    let begun = Begun::new();
    for text in MOMENTS {
        let opening = begun.open(text);
        assert!(opening.faults.is_empty(), "{text}: {:?}", opening.faults);
        assert!(opening.notice.is_empty());
        let link = link_of(&opening.state);
        assert_eq!(link.to_string(), text);
        assert_eq!(read(text).link, link);
    }
}

#[test]
fn the_moments_of_the_test_together_have_every_field() {
    for field in FIELDS {
        let has = |text: &&str| {
            text.contains(&format!("#{field}=")) || text.contains(&format!("&{field}="))
        };
        // A link that is taken from a moment rests there.
        assert_eq!(MOMENTS.iter().any(has), field != "play", "{field}");
    }
}

#[test]
fn a_link_restores_the_run_itself() {
    let begun = Begun::new();
    let mut changed = begun.experiments.clone();
    for command in
        [LearnCommand::Rate(LearningRate::new(0.1).unwrap()), LearnCommand::Rule(Rule::Gradient)]
    {
        changed.apply(Subject::Xor, command);
    }
    let opened = begun.open("chapter=network-learns&rate=0.1&rule=gradient&data=notebook");
    let [opened, changed] =
        [&opened.state.experiments.xor, &changed.xor].map(|xor| xor.trace.before(300).clone());
    assert_eq!(opened, changed);
    let generated = begun.open("chapter=network-learns&data=generated:5").state.experiments;
    assert_eq!(
        generated.xor.data.dataset,
        learning::dataset::xor::generate(5, learning::dataset::xor::Spread::NOISY)
    );
    assert_eq!(
        generated.rectangles.data.dataset.origin,
        Origin::Notebook,
        "other subjects keep their data"
    );
}

#[test]
fn what_a_link_does_not_name_is_as_at_the_beginning() {
    let begun = Begun::new();
    let Opening { state, faults, notice } = begun.open("");
    assert_eq!(
        (state.chapter, state.playhead, state.playing),
        (0, Playhead::at(0), Playing::default())
    );
    assert_eq!((&state.settings, state.visitor), (&begun.settings, VisitorState::default()));
    assert!(faults.is_empty() && notice.is_empty() && state.guesses.is_empty());
    let opening = begun.open("chapter=histogram&play=yes");
    assert!(opening.state.playing.plays && opening.faults.is_empty());
}

#[test]
fn the_address_of_a_page_and_its_own_fields_may_stand_around_a_moment() {
    let expected = read("chapter=histogram&step=4").link;
    for text in [
        "https://example.org/exhibit/?utm=1#v=1&chapter=histogram&step=4",
        "#chapter=histogram&step=4",
        "  #chapter=histogram&step=4\n",
        "#embed=1&kiosk=1&distance=6&lesson=25-minutes&chapter=histogram&step=4",
        "?step=4&&chapter=histogram&",
        "chapter=%68istogram&step=%34",
    ] {
        let read = read(text);
        assert_eq!((read.link, read.faults), (expected.clone(), Vec::new()), "{text}");
    }
}

#[test]
fn thirty_malformed_links_open_what_they_can_and_say_what_they_cannot() {
    let begun = Begun::new();
    let long = format!("#chapter=histogram&theme={}", "x".repeat(CHARACTERS));
    let malformed: [(&str, &str); 34] = [
        ("#hello", ""),
        ("https://example.org/#network-learns", ""),
        ("#%%%", ""),
        (&long, ""),
        ("#=&=", ""),
        ("#chapter=nowhere", "chapter"),
        ("#chapter=", "chapter"),
        ("#chapter=3", "chapter"),
        ("#chapter=histogram&chapter=categories", "chapter"),
        ("#chapter=%ff%fe", "chapter"),
        ("#step=-1", "step"),
        ("#step=1e3", "step"),
        ("#step=1.2.3", "step"),
        ("#step=99999999999999999999999", "step"),
        ("#chapter=histogram&step=999999", "step"),
        ("#v=0", "v"),
        ("#v=one", "v"),
        ("#v=2&chapter=histogram&colour=red", "v"),
        ("#chapter=network-learns&rate=0", "rate"),
        ("#chapter=network-learns&rate=NaN", "rate"),
        ("#chapter=network-learns&rate=1e300", "rate"),
        ("#chapter=network-learns&rule=magic", "rule"),
        ("#chapter=network-learns&compare=0.1@0", "compare"),
        ("#chapter=network-learns&compare=0.1@99999", "compare"),
        ("#chapter=autoencoder&seed=-3", "seed"),
        ("#chapter=autoencoder&pattern=10", "pattern"),
        ("#data=generated:x", "data"),
        ("#data=disk", "data"),
        ("#guesses=1:01x", "guesses"),
        ("#guesses=999999:1", "guesses"),
        ("#line=1,2", "line"),
        ("#theme=dusk", "theme"),
        ("#lang=tlh", "lang"),
        ("#colour=red", "colour"),
    ];
    for (text, field) in malformed {
        let opening = begun.open(text);
        assert_eq!(opening.notice.unused, [field], "{text}: {:?}", opening.faults);
        for fault in &opening.faults {
            let told = fault.to_string();
            assert!(told.len() < 700 && !told.contains('\n'), "{text}: {told}");
        }
        // Whatever was opened is a moment of the exhibit, with a link of its own.
        let link = link_of(&opening.state).to_string();
        assert!(begun.open(&link).faults.is_empty(), "{text}: {link}");
    }
    let kept = begun.open("#chapter=histogram&step=999999&theme=night");
    assert_eq!(CHAPTERS[kept.state.chapter].id(), "histogram");
    assert_eq!(kept.state.settings.theme, "night");
    assert_eq!(
        kept.state.playhead.step,
        CHAPTERS[kept.state.chapter].timeline(&begun.experiments).last()
    );
}

#[test]
fn a_chapter_that_is_not_offered_leads_to_the_first() {
    let begun = Begun { offered: OfferedChapters::new(&[4, 2]), ..Begun::new() };
    let opening = begun.open("#chapter=guess-barcode&step=3");
    assert_eq!((opening.state.chapter, opening.notice.unused), (4, vec!["chapter".to_owned()]));
}

#[test]
fn a_link_names_an_own_file_and_asks_for_it() {
    let mut begun = Begun::new();
    let text = "#chapter=perceptron-learns&data=file:leaves%20%26%20more.csv&step=3";
    let opening = begun.open(text);
    assert_eq!(opening.notice.needs_file.as_deref(), Some("leaves & more.csv"));
    assert!(opening.faults.is_empty());
    let table = Source::Table {
        name: "/home/me/leaves & more.csv".to_owned(),
        bytes: b"width,height,label\n1,2,true\n2,1,false\n".to_vec(),
    };
    begun.experiments.learn_from(Subject::Rectangles, &table, &begun.files).unwrap();
    let opening = begun.open(text);
    assert!(opening.notice.is_empty(), "the file is here now");
    let link = link_of(&opening.state).to_string();
    assert!(link.contains("data=file:leaves%20%26%20more.csv"), "{link}");
    assert!(!link.contains("home"), "a link says nothing about folders: {link}");
}

#[test]
fn the_longest_link_has_at_most_the_characters_that_are_promised() {
    let names = || "é".repeat(30);
    let link = Link {
        chapter: 15,
        playhead: Playhead { step: 999_999_999, fraction: 0.123_456 },
        playing: Playing { plays: true, speed: SPEEDS[0], direction: Direction::Backward },
        data: Some(Origin::File(file_name(&"é".repeat(500)).to_owned())),
        machine: Machine {
            rate: LearningRate::new(0.123_456_789_012_345_68).ok(),
            datapoints: Some(false),
            initial_weights: Some([-0.123_456_789_012_345_68; 2]),
            rule: Some(Rule::Gradient),
            seed: Some(u64::MAX),
            compare: Some((LearningRate::new(1e-9).unwrap(), 999_999_998)),
        },
        visitor: VisitorState {
            weights: Some([-1.234_567_890_123_456_7e-300; 2]),
            line: Some(Line { bias: f64::MIN, weights: [f64::MAX; 2] }),
            best: usize::MAX,
            pattern: [true; 4],
            explained: Some(Explained::Weight(1)),
        },
        guesses: (0..5000).map(|sample| Guess { sample: 2 * sample, answer: true }).collect(),
        look: LookOfLink {
            theme: Some(names()),
            palette: Some(names()),
            language: Some(names()),
            text_scale: Some(*TEXT_SCALES.end()),
            reduced_motion: Some(true),
            confidence: Some(true),
        },
    };
    let text = link.to_string();
    assert!(text.len() <= CHARACTERS, "{}", text.len());
    let read = read(&text);
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    assert_eq!(read.link.guesses.last(), link.guesses.last(), "the latest answers stay");
    let without_guesses = |link: Link| Link {
        guesses: Vec::new(),
        // Thousandths.
        playhead: Playhead { fraction: (link.playhead.fraction * 1000.0).round(), ..link.playhead },
        ..link
    };
    assert_eq!(without_guesses(read.link), without_guesses(link));
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic_and_what_is_read_can_be_written(text in "\\PC{0,300}") {
            let read_once = read(&text);
            prop_assert!(read(&read_once.link.to_string()).faults.is_empty());
        }

        #[test]
        fn any_fields_are_read_without_a_panic(
            fields in prop::collection::vec((prop::sample::select(FIELDS.to_vec()), "[0-9a-z:;,.@%+-]{0,12}"), 0..12),
        ) {
            let text: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let read_once = read(&text.join("&"));
            let again = read(&read_once.link.to_string());
            prop_assert!(again.faults.is_empty(), "{:?}", again.faults);
        }

        #[test]
        fn numbers_come_back_to_the_last_bit(first in prop::num::f64::NORMAL, second in prop::num::f64::ANY) {
            let visitor = VisitorState { weights: Some([first, second]), ..VisitorState::default() };
            let link = Link { visitor, ..Link::default() };
            let read = read(&link.to_string());
            let expected = second.is_finite().then_some([first, second]);
            prop_assert_eq!(read.link.visitor.weights.map(|w| w.map(f64::to_bits)), expected.map(|w| w.map(f64::to_bits)));
        }
    }
}
