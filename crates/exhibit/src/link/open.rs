//! Opens a link: makes the state that it describes.

use learning::{DatasetError, Origin, Playhead, Timeline};

use super::fields::*;
use super::write::file_name;
use super::{Fault, Link, LinkNotice, Playing, ReadLink};
use crate::chapter::{CHAPTERS, Chapter};
use crate::experiment::source::Source;
use crate::experiment::{Experiments, LearnCommand, Subject};
use crate::guesses::Guess;
use crate::offered::OfferedChapters;
use crate::settings::Settings;
use crate::visitor::VisitorState;
use content::files::Files;
use content::look;
use content::words::Languages;

/// What a link is opened on.
pub struct Ground<'a> {
    /// The experiments that the exhibit began with.
    pub experiments: &'a Experiments,
    /// The presentation that the exhibit began with.
    pub settings: &'a Settings,
    /// The chapters that are offered.
    pub offered: &'a OfferedChapters,
    /// The languages that are offered.
    pub languages: &'a Languages,
    /// The notebook's data, themes and palettes.
    pub files: &'a Files,
}

/// The state that a link describes.
#[derive(Clone)]
pub struct State {
    /// The chapter's place in [`CHAPTERS`].
    pub chapter: usize,
    /// The data and the machines.
    pub experiments: Experiments,
    /// The playhead, on the chapter's timeline.
    pub playhead: Playhead,
    /// How the playhead moves.
    pub playing: Playing,
    /// The visitor's answers in the chapter.
    pub guesses: Vec<Guess>,
    /// What the visitor holds or has set.
    pub visitor: VisitorState,
    /// The presentation.
    pub settings: Settings,
}

/// An opened link.
#[derive(Clone)]
pub struct Opening {
    /// The state.
    pub state: State,
    /// Everything in the link that could not be used, on reading or on opening.
    pub faults: Vec<Fault>,
    /// What the visitor is told.
    pub notice: LinkNotice,
}

impl ReadLink {
    /// Opens the link. Whatever cannot be had here stays as it was when the exhibit began, and is reported.
    #[must_use]
    pub fn open(&self, ground: &Ground<'_>) -> Opening {
        let (state, missing, needs_file) = self.link.open(ground);
        let mut faults = self.faults.clone();
        faults.extend(missing);
        let mut unused: Vec<String> = faults.iter().map(|fault| fault.field.clone()).collect();
        unused.dedup();
        Opening { state, faults, notice: LinkNotice { unused, needs_file } }
    }
}

impl Link {
    /// Opens the link. Returns the state, what could not be used, and the file that is missing.
    #[must_use]
    pub fn open(&self, ground: &Ground<'_>) -> (State, Vec<Fault>, Option<String>) {
        let mut faults = Vec::new();
        let index = self.offered_chapter(ground.offered, &mut faults);
        let chapter = CHAPTERS[index];
        let mut experiments = ground.experiments.clone();
        let needs_file = self.use_data(chapter, &mut experiments, ground.files, &mut faults);
        self.set_machine(chapter, &mut experiments, &mut faults);
        let timeline = chapter.timeline(&experiments);
        let state = State {
            chapter: index,
            playhead: self.playhead_on(&timeline, &mut faults),
            playing: self.playing,
            guesses: self.guesses_among(timeline.samples(), chapter, &mut faults),
            visitor: self.visitor_of(chapter.subject(), &experiments),
            settings: self.settings(ground, &mut faults),
            experiments,
        };
        (state, faults, needs_file)
    }

    fn offered_chapter(&self, offered: &OfferedChapters, faults: &mut Vec<Fault>) -> usize {
        if offered.contains(self.chapter) {
            return self.chapter;
        }
        let problem = "this chapter is not offered here".to_owned();
        faults.push(Fault { field: CHAPTER.to_owned(), problem });
        offered.first()
    }

    /// Gives the chapter's machine the data of the link. Returns the name of a file that is not here.
    fn use_data(
        &self,
        chapter: &dyn Chapter,
        experiments: &mut Experiments,
        files: &Files,
        faults: &mut Vec<Fault>,
    ) -> Option<String> {
        let wanted = self.data.as_ref()?;
        let subject = chapter.subject();
        let source = match (wanted, experiments.of(subject).origin()?) {
            (wanted, is) if wanted == is => return None,
            (Origin::File(wanted), Origin::File(is)) if wanted == file_name(is) => return None,
            (Origin::File(wanted), _) => return Some(wanted.clone()),
            (Origin::Notebook, _) => Source::Notebook,
            (Origin::Generated(seed), _) => Source::Generated(*seed),
        };
        if let Err(DatasetError { problem, .. }) = experiments.learn_from(subject, &source, files) {
            faults.push(Fault { field: DATA.to_owned(), problem });
        }
        None
    }

    fn set_machine(
        &self,
        chapter: &dyn Chapter,
        experiments: &mut Experiments,
        faults: &mut Vec<Fault>,
    ) {
        let (subject, machine) = (chapter.subject(), self.machine);
        let samples = experiments.of(subject).samples();
        let compare = machine.compare.filter(|(_, from)| chapter.can_compare() && *from < samples);
        if compare != machine.compare {
            let problem = if chapter.can_compare() {
                format!("expected a sample from 1 to {samples}")
            } else {
                "expected no second run: this chapter cannot show one".to_owned()
            };
            faults.push(Fault { field: COMPARE.to_owned(), problem });
        }
        let commands = [
            machine.initial_weights.map(|weights| LearnCommand::InitialWeights(Some(weights))),
            machine.rate.map(LearnCommand::Rate),
            machine.datapoints.map(LearnCommand::UseDatapoints),
            machine.rule.map(LearnCommand::Rule),
            machine.seed.map(LearnCommand::Seed),
            // A new run removes the second one, so this comes last.
            compare.map(|second| LearnCommand::Compare(Some(second))),
        ];
        for command in commands.into_iter().flatten() {
            experiments.apply(subject, command);
        }
    }

    fn playhead_on(&self, timeline: &Timeline, faults: &mut Vec<Fault>) -> Playhead {
        let wanted = self.playhead;
        if wanted.step > timeline.last() {
            let problem =
                format!("expected a step from 0 to {}, found {}", timeline.last(), wanted.step);
            faults.push(Fault { field: STEP.to_owned(), problem });
        }
        wanted.clamp(timeline)
    }

    fn guesses_among(
        &self,
        samples: usize,
        chapter: &dyn Chapter,
        faults: &mut Vec<Fault>,
    ) -> Vec<Guess> {
        let is_here = |guess: &&Guess| chapter.asks_for_guesses() && guess.sample < samples;
        let guesses: Vec<Guess> = self.guesses.iter().filter(is_here).copied().collect();
        if guesses.len() < self.guesses.len() {
            let samples = if chapter.asks_for_guesses() { samples } else { 0 };
            let problem = format!(
                "expected answers to the samples of this chapter, of which there are {samples}"
            );
            faults.push(Fault { field: GUESSES.to_owned(), problem });
        }
        guesses
    }

    fn visitor_of(&self, subject: Subject, experiments: &Experiments) -> VisitorState {
        let points = experiments.of(subject).rectangles().map_or(0, |data| data.points.len());
        VisitorState { best: self.visitor.best.min(points), ..self.visitor }
    }

    fn settings(&self, ground: &Ground<'_>, faults: &mut Vec<Fault>) -> Settings {
        let mut settings = ground.settings.clone();
        let wanted = &self.look;
        let languages =
            ground.languages.iter().map(|locale| locale.language().to_owned()).collect();
        for (field, place, name, choices) in [
            (THEME, &mut settings.theme, &wanted.theme, look::choices(ground.files, "themes")),
            (
                PALETTE,
                &mut settings.palette,
                &wanted.palette,
                look::choices(ground.files, "palettes"),
            ),
            (LANGUAGE, &mut settings.language, &wanted.language, languages),
        ] {
            let Some(name) = name else { continue };
            if choices.contains(name) {
                place.clone_from(name);
            } else {
                let found = super::read::shown(name);
                let problem = format!("expected one of {}, found {found}", choices.join(", "));
                faults.push(Fault { field: field.to_owned(), problem });
            }
        }
        settings.text_scale = wanted.text_scale.unwrap_or(settings.text_scale);
        settings.reduced_motion = wanted.reduced_motion.unwrap_or(settings.reduced_motion);
        settings.confidence = wanted.confidence.unwrap_or(settings.confidence);
        settings
    }
}
