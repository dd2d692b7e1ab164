//! A monkey with its exhibit. It comes, plays and goes away. The test checks that nothing of its visit
//! remains.

use exhibit::command::ProgramCommand;
use exhibit::visitor::OpenPanel;
use exhibit::visitor::VisitorState;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bevy::input::touch::TouchPhase;
use bevy::prelude::*;
use bevy::time::TimeUpdateStrategy;
use bevy::window::PrimaryWindow;
use content::files::Files;
use content::words::Locale;
use exhibit::command::Command;
use exhibit::config::Config;
use exhibit::experiment::Experiments;
use exhibit::guesses::Guesses;
use exhibit::kiosk::Kiosk;
use exhibit::layout::Layout;
use exhibit::lesson;
use exhibit::playback::{Playback, TrainingStep};
use exhibit::projector::{Options, Projector};
use exhibit::scene::Scene;
use exhibit::settings::Settings;
use learning_machine::Setup;
use learning_machine::headless::{self, Rendering};
use learning_machine::interface::notes_window::NotesWindow;
use learning_machine::reload::ConfigSource;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::invariants;
use crate::keyboard::Pressed;

/// The size of the screen that each visitor finds.
const SCREEN: (u32, u32) = (1920, 1080);
/// The lengths of the computer's sleep, in seconds: a minute, an hour, three days.
const SLEEPS: [f64; 3] = [60.0, 3600.0, 259_200.0];

/// The place of an exhibit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a museum, alone.
    Kiosk,
    /// On a desk, with a screen reader.
    Desk,
    /// In front of a class: projector mode, a lesson, the speaker's window.
    Class,
}

/// A monkey with its exhibit.
pub struct Monkey {
    pub place: Place,
    pub app: App,
    pub window: Entity,
    pub random: ChaCha8Rng,
    pub fingers: Vec<(u64, Vec2)>,
    pub next_finger: u64,
    /// The held keys.
    pub held: Vec<Pressed>,
    pub monitors: Vec<Entity>,
    pub settings: Arc<Mutex<Result<Config, String>>>,
    /// The state that the first visitor found.
    fresh: String,
}

impl Monkey {
    pub fn new(place: Place, seed: u64) -> Self {
        let config = config(place);
        let setup = Setup::new(Files::default()).unwrap();
        let projector = if place == Place::Class { lesson_of(&setup) } else { Options::default() };
        let setup =
            Setup { settings: config.settings(), config: config.clone(), projector, ..setup };
        let size = UVec2::new(SCREEN.0, SCREEN.1);
        let mut app = headless::app(setup, size, Rendering::Off).unwrap();
        let settings = Arc::new(Mutex::new(Ok(config)));
        let source = Arc::clone(&settings);
        app.insert_resource(ConfigSource::new(move || source.lock().unwrap().clone()));
        app.update();
        if place == Place::Desk {
            invariants::listen(&mut app);
        }
        let mut windows = app.world_mut().query_filtered::<Entity, With<PrimaryWindow>>();
        let window = windows.single(app.world()).unwrap();
        // Each monkey has its own sequence of random numbers.
        let random = ChaCha8Rng::seed_from_u64(seed.wrapping_mul(3).wrapping_add(place as u64));
        let mut monkey = Self {
            place,
            app,
            window,
            random,
            fingers: Vec::new(),
            next_finger: 0,
            held: Vec::new(),
            monitors: Vec::new(),
            settings,
            fresh: String::new(),
        };
        monkey.go_away();
        monkey.fresh = monkey.first_moment();
        monkey
    }

    /// Makes some events and one frame. Returns the number of events.
    pub fn a_frame(&mut self) -> usize {
        let count = self.random.random_range(1..=32);
        for _ in 0..count {
            match self.random.random_range(0..1000) {
                0..300 => self.key(),
                300..310 => self.input_method(),
                310..680 => self.finger(),
                680..790 => self.mouse(),
                790..805 => self.gesture(),
                805..830 => self.resize(),
                830..850 => self.surroundings(),
                850..860 => self.file(),
                860..866 => self.lose_focus(),
                866..905 => self.switch(),
                905..950 => self.command(),
                950..960 => self.reload(),
                _ => self.finger(),
            }
        }
        if self.random.random_bool(0.005) {
            let seconds = SLEEPS[self.random.random_range(0..SLEEPS.len())];
            self.pass(seconds);
            invariants::check_after_sleep(self, seconds);
        } else {
            let seconds = [0.0, 0.016, 0.1, 0.4][self.random.random_range(0..4)];
            self.pass(seconds);
        }
        count
    }

    /// Runs one frame of this length, and checks the invariants.
    pub fn pass(&mut self, seconds: f64) {
        let frame = Duration::from_secs_f64(seconds);
        self.app.insert_resource(TimeUpdateStrategy::ManualDuration(frame));
        self.app.update();
        invariants::check(self);
    }

    /// Does nothing for longer than a kiosk's idle time. In other places, starts over.
    pub fn go_away(&mut self) {
        self.fingers.clear();
        self.held.clear();
        // Restore the first settings, so that the test can compare the first moment.
        *self.settings.lock().unwrap() = Ok(config(self.place));
        self.app.world_mut().write_message(Command::Program(ProgramCommand::ReloadConfig));
        self.gain_focus();
        self.resize_to(SCREEN, 1.0);
        if self.place == Place::Kiosk {
            for _ in 0..40 {
                self.pass(2.0);
            }
            let kiosk = self.app.world().resource::<Kiosk>();
            assert!(kiosk.attract().is_some(), "nobody is there, and it does not attract anyone");
        } else {
            self.pass(0.1);
            self.app.world_mut().write_message(Command::StartOver);
            for _ in 0..10 {
                self.pass(0.5);
            }
        }
        invariants::check_at_rest(self);
    }

    /// Checks that nothing of the last visitor remains for the next.
    pub fn check_first_moment(&mut self) {
        let found = self.first_moment();
        assert_eq!(self.fresh, found, "something of the last visitor remains");
    }

    /// Returns the state that the next visitor finds.
    fn first_moment(&mut self) -> String {
        self.pass(0.1);
        if self.place == Place::Kiosk {
            let id = u64::MAX;
            for phase in [TouchPhase::Started, TouchPhase::Ended] {
                self.put(phase, id, Vec2::new(960.0, 540.0));
                self.pass(0.0);
            }
        }
        for _ in 0..3 {
            self.pass(0.0);
        }
        self.found()
    }

    /// Returns everything that a visitor can change.
    pub fn found(&self) -> String {
        let world = self.app.world();
        let Projector { cover, frozen, spotlight, .. } = world.resource::<Projector>();
        let experiments = world.resource::<Experiments>();
        let projected = (cover, frozen, spotlight);
        format!(
            "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {projected:?} {:?} {} {}",
            world.resource::<Scene>(),
            world.resource::<Settings>(),
            world.resource::<TrainingStep>(),
            world.resource::<Playback>(),
            world.resource::<Guesses>(),
            world.resource::<OpenPanel>(),
            world.resource::<VisitorState>(),
            world.resource::<Layout>(),
            experiments.xor.learner.rule,
            experiments.autoencoder.learner.seed,
            world.resource::<Locale>().language(),
        )
    }

    pub fn notes_window(&mut self) -> Option<Entity> {
        let mut windows = self.app.world_mut().query_filtered::<Entity, With<NotesWindow>>();
        windows.iter(self.app.world()).next()
    }
}

pub fn config(place: Place) -> Config {
    let mut config = Config::default();
    config.kiosk.enabled = place == Place::Kiosk;
    // Use a long PIN, which random keys do not hit in an hour.
    let hash = exhibit::pin::hash("864297531086", &[3; exhibit::pin::SALT_BYTES]);
    config.kiosk.pin_hash = Some(hash.unwrap());
    config
}

fn lesson_of(setup: &Setup) -> Options {
    let experiments = Experiments::new(setup.material.clone());
    let path = lesson::built_in(&setup.files, "10-minutes").unwrap();
    let text = setup.files.text(&path).unwrap();
    let lesson = lesson::read(&path, &text, &setup.files, &experiments).unwrap();
    Options { distance: Some(6.0), notes: Some(true), lesson: Some(lesson), ..Options::default() }
}
