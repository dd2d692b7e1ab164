//! A monkey with its kiosk: it comes, plays and goes away, and what it leaves behind can be looked at.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bevy::input::touch::TouchPhase;
use bevy::prelude::*;
use bevy::time::TimeUpdateStrategy;
use bevy::window::PrimaryWindow;
use bevy_egui::EguiContext;
use bevy_egui::egui::Color32;
use learning_machine::Setup;
use learning_machine::command::{Command, OpenPanel};
use learning_machine::config::Config;
use learning_machine::files::Files;
use learning_machine::guesses::Guesses;
use learning_machine::headless::{self, Rendering};
use learning_machine::kiosk::Kiosk;
use learning_machine::playback::TrainingStep;
use learning_machine::reload::ConfigSource;
use learning_machine::scene::Scene;
use learning_machine::settings::Settings;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A monkey with its kiosk.
pub struct Monkey {
    pub app: App,
    pub window: Entity,
    pub random: ChaCha8Rng,
    pub fingers: Vec<(u64, Vec2)>,
    pub next_finger: u64,
    pub settings: Arc<Mutex<Result<Config, String>>>,
}

impl Monkey {
    pub fn new(seed: u64) -> Self {
        let config = config();
        let setup = Setup::new(Files::default()).unwrap();
        let setup = Setup { settings: config.settings(), config: config.clone(), ..setup };
        let mut app = headless::app(setup, UVec2::new(1920, 1080), Rendering::Off).unwrap();
        let settings = Arc::new(Mutex::new(Ok(config)));
        let source = Arc::clone(&settings);
        app.insert_resource(ConfigSource::new(move || source.lock().unwrap().clone()));
        app.update();
        let mut windows = app.world_mut().query_filtered::<Entity, With<PrimaryWindow>>();
        let window = windows.single(app.world()).unwrap();
        let random = ChaCha8Rng::seed_from_u64(seed);
        Self { app, window, random, fingers: Vec::new(), next_finger: 0, settings }
    }

    /// Some events, and a frame; returns how many.
    pub fn a_frame(&mut self) -> usize {
        let count = self.random.random_range(1..=32);
        for _ in 0..count {
            match self.random.random_range(0..100) {
                0..30 => self.key(),
                30..80 => self.finger(),
                80..92 => self.mouse(),
                92..94 => self.resize(),
                94..98 => self.switch(),
                _ => self.reload(),
            }
        }
        let seconds = [0.0, 0.016, 0.1, 0.4][self.random.random_range(0..4)];
        self.pass(seconds);
        count
    }

    fn pass(&mut self, seconds: f64) {
        let frame = Duration::from_secs_f64(seconds);
        self.app.insert_resource(TimeUpdateStrategy::ManualDuration(frame));
        self.app.update();
    }

    /// Nobody does anything, for longer than a kiosk waits.
    pub fn go_away(&mut self) {
        self.fingers.clear();
        // As on the first morning, so that what is shown then can be compared.
        *self.settings.lock().unwrap() = Ok(config());
        self.app.world_mut().write_message(Command::ReloadConfig);
        self.resize_to(1920.0, 1080.0);
        for _ in 0..140 {
            self.pass(0.5);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.app.world().resource::<Kiosk>().attract().is_some()
    }

    /// What the next visitor finds.
    pub fn first_moment(&mut self) -> String {
        self.pass(0.1);
        let id = u64::MAX;
        for phase in [TouchPhase::Started, TouchPhase::Ended] {
            self.put(phase, id, Vec2::new(960.0, 540.0));
            self.pass(0.0);
        }
        for _ in 0..3 {
            self.pass(0.0);
        }
        let world = self.app.world();
        format!(
            "{:?} {:?} {:?} {:?} {:?}",
            world.resource::<Scene>(),
            world.resource::<Settings>(),
            world.resource::<TrainingStep>(),
            world.resource::<Guesses>(),
            world.resource::<OpenPanel>(),
        )
    }

    pub fn entities(&mut self) -> usize {
        self.app.world_mut().query::<Entity>().iter(self.app.world()).count()
    }

    /// Bytes of the atlas of letters, which doubles as it fills, and is begun anew now and then: egui has
    /// it, and `bevy_egui` has it twice.
    pub fn letters(&mut self) -> u64 {
        let mut contexts = self.app.world_mut().query::<&mut EguiContext>();
        let bytes = contexts.iter_mut(self.app.world_mut()).map(|mut context| {
            let [width, height] = context.get_mut().fonts(|fonts| fonts.font_image_size());
            (width * height * size_of::<Color32>()) as u64
        });
        3 * bytes.sum::<u64>()
    }
}

pub fn config() -> Config {
    let mut config = Config::default();
    config.kiosk.enabled = true;
    // Of a PIN that nobody guesses in an hour.
    let hash = learning_machine::pin::hash("864297531086", &[3; learning_machine::pin::SALT_BYTES]);
    config.kiosk.pin_hash = Some(hash.unwrap());
    config
}
