//! A monkey at a kiosk: keys, up to ten fingers, resizes, languages, palettes and settings, all at random.
//!
//! `MONKEY_SEED`, `MONKEY_EVENTS` and `MONKEY_SECONDS` ask for another run, of so many events or of so many
//! seconds by the clock; `scripts/soak` lets it run for hours. What fails says its seed, and the same seed
//! does the same again.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test that meets the unexpected must fail, and say how"
)]

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyCode, KeyboardInput, NativeKeyCode};
use bevy::input::mouse::{MouseButtonInput, MouseScrollUnit, MouseWheel};
use bevy::input::touch::{TouchInput, TouchPhase};
use bevy::prelude::*;
use bevy::time::TimeUpdateStrategy;
use bevy::window::{PrimaryWindow, WindowResized};
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
use learning_machine::settings::{Setting, Settings};
use peak_alloc::PeakAlloc;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Counts the bytes in use; what the system gives and takes back in its own time says less.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const EVENTS: usize = 200_000;
/// After so many events, nobody is there for a while.
const A_VISIT: usize = 4_000;
/// Of the events, so many are let pass before what is used must not grow any more.
const WARM_UP: f64 = 0.3;
/// So much more memory may be used than in the warm-up, in bytes. It goes up and down by half of that: the
/// atlas of the letters of all sizes grows by doubling, and is begun anew when it is nearly full.
const GROWTH: u64 = 64 << 20;
/// So many more entities there may be: the stage keeps a place for each thing of the fullest scene so far,
/// and some scene is fuller than all before it.
const MORE_PLACES: usize = 16;
/// Screens of kiosks, and windows that somebody drags: few sizes, for each size of type is kept for ever.
const SIZES: [(f32, f32); 5] =
    [(1920.0, 1080.0), (1080.0, 1920.0), (1366.0, 768.0), (3840.0, 2160.0), (500.0, 400.0)];

/// Says how to see a failure again, however it comes.
struct Witness {
    seed: u64,
    event: usize,
}

impl Drop for Witness {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let Self { seed, event } = self;
            eprintln!(
                "at event {event} of seed {seed}; again: MONKEY_SEED={seed} cargo test --test monkey"
            );
        }
    }
}

fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| {
        text.parse().unwrap_or_else(|_| panic!("{name}: expected a whole number, found {text:?}"))
    })
}

#[test]
fn a_monkey_breaks_nothing_and_leaves_nothing_behind() {
    let seed = asked("MONKEY_SEED").unwrap_or(1);
    let events = asked("MONKEY_EVENTS").map_or(EVENTS, |events| events as usize);
    let until = asked("MONKEY_SECONDS").map(|left| Instant::now() + Duration::from_secs(left));
    let mut witness = Witness { seed, event: 0 };
    let mut monkey = Monkey::new(seed);
    let fresh = monkey.first_moment();
    let began = Instant::now();
    // In use at most in the warm-up.
    let mut most = (0, 0);
    let mut visits = 0;
    loop {
        let part = match until {
            Some(until) => began.elapsed().as_secs_f64() / (until - began).as_secs_f64(),
            None => witness.event as f64 / events as f64,
        };
        if part >= 1.0 {
            break;
        }
        while witness.event < (visits + 1) * A_VISIT {
            witness.event += monkey.a_frame();
        }
        visits += 1;
        monkey.go_away();
        assert!(monkey.is_empty(), "nobody is there, and it does not attract anyone");
        assert_eq!(fresh, monkey.first_moment(), "something of the last visitor remains");
        let now = monkey.used();
        let (entities, memory) = most;
        if part < WARM_UP {
            most = (entities.max(now.0), memory.max(now.1));
        } else {
            assert!(
                now.0 <= entities + MORE_PLACES,
                "{} entities, {entities} after the warm-up",
                now.0
            );
            assert!(now.1 <= memory + GROWTH, "{} bytes, {memory} in the warm-up", now.1);
        }
        if until.is_some() && visits % 50 == 0 {
            let (entities, memory) = now;
            let (event, mib) = (witness.event, memory >> 20);
            println!(
                "{:.0} s: {event} events, {entities} entities, {mib} MiB",
                began.elapsed().as_secs_f64()
            );
        }
    }
    let (entities, memory) = monkey.used();
    println!(
        "{} events in {visits} visits, {:.0} s: {entities} entities, {} MiB; in the warm-up at most {} and {} MiB",
        witness.event,
        began.elapsed().as_secs_f64(),
        memory >> 20,
        most.0,
        most.1 >> 20,
    );
}

/// A monkey with its kiosk.
struct Monkey {
    app: App,
    window: Entity,
    random: ChaCha8Rng,
    fingers: Vec<(u64, Vec2)>,
    next_finger: u64,
    settings: Arc<Mutex<Result<Config, String>>>,
}

impl Monkey {
    fn new(seed: u64) -> Self {
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
    fn a_frame(&mut self) -> usize {
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

    fn key(&mut self) {
        let letters = "abcdefghijklmnopqrstuvwxyz0123456789+-=.?,";
        let logical_key = if self.random.random_bool(0.5) {
            let letters: Vec<char> = letters.chars().collect();
            Key::Character(letters.choose(&mut self.random).unwrap().to_string().into())
        } else {
            let keys = [
                Key::ArrowLeft,
                Key::ArrowRight,
                Key::ArrowUp,
                Key::ArrowDown,
                Key::PageDown,
                Key::PageUp,
                Key::Home,
                Key::End,
                Key::Space,
                Key::Enter,
                Key::Escape,
                Key::Tab,
                Key::Backspace,
                Key::Delete,
                Key::F5,
                Key::F11,
                Key::Alt,
                Key::Control,
                Key::Shift,
                Key::Super,
            ];
            keys.choose(&mut self.random).unwrap().clone()
        };
        let repeat = self.random.random_bool(0.1);
        for state in [ButtonState::Pressed, ButtonState::Released] {
            // Some keys stay down for ever.
            if state == ButtonState::Released && self.random.random_bool(0.02) {
                continue;
            }
            self.app.world_mut().write_message(KeyboardInput {
                key_code: KeyCode::Unidentified(NativeKeyCode::Unidentified),
                logical_key: logical_key.clone(),
                state,
                text: None,
                repeat,
                window: self.window,
            });
        }
    }

    fn size(&mut self) -> Vec2 {
        self.app.world().get::<Window>(self.window).unwrap().size()
    }

    fn place(&mut self) -> Vec2 {
        let size = self.size();
        // Also a little outside, where bezels report fingers.
        let part = |random: &mut ChaCha8Rng| random.random_range(-0.02..1.02);
        Vec2::new(part(&mut self.random), part(&mut self.random)) * size
    }

    fn finger(&mut self) {
        let place = self.place();
        let few = self.fingers.is_empty() || self.random.random_bool(0.25);
        if few && self.fingers.len() < 10 {
            self.next_finger += 1;
            self.fingers.push((self.next_finger, place));
            self.put(TouchPhase::Started, self.next_finger, place);
            return;
        }
        let index = self.random.random_range(0..self.fingers.len());
        let (id, before) = self.fingers[index];
        match self.random.random_range(0..10) {
            0..4 => {
                let near = before.lerp(place, 0.2);
                self.fingers[index].1 = near;
                self.put(TouchPhase::Moved, id, near);
            }
            4..8 => {
                self.fingers.swap_remove(index);
                self.put(TouchPhase::Ended, id, before);
            }
            8 => {
                self.fingers.swap_remove(index);
                self.put(TouchPhase::Canceled, id, before);
            }
            // A driver that never tells of its end.
            _ => drop(self.fingers.swap_remove(index)),
        }
    }

    fn put(&mut self, phase: TouchPhase, id: u64, position: Vec2) {
        let window = self.window;
        self.app.world_mut().write_message(TouchInput { phase, position, window, force: None, id });
    }

    fn mouse(&mut self) {
        let (window, place) = (self.window, self.place());
        let size = self.size();
        let inside = place.clamp(Vec2::ZERO, size);
        let world = self.app.world_mut();
        world.get_mut::<Window>(window).unwrap().set_cursor_position(Some(inside));
        world.write_message(bevy::window::WindowEvent::CursorMoved(CursorMoved {
            window,
            position: inside,
            delta: None,
        }));
        match self.random.random_range(0..4) {
            0 => {
                let (unit, y) = (MouseScrollUnit::Line, self.random.random_range(-3.0..3.0));
                let wheel = MouseWheel { unit, x: 0.0, y, window, phase: TouchPhase::Moved };
                self.app.world_mut().write_message(wheel);
            }
            state => {
                let state = if state == 1 { ButtonState::Released } else { ButtonState::Pressed };
                let buttons = [MouseButton::Left, MouseButton::Right, MouseButton::Middle];
                let button = *buttons.choose(&mut self.random).unwrap();
                let pressed = MouseButtonInput { button, state, window };
                let world = self.app.world_mut();
                world.write_message(pressed);
                world.write_message(bevy::window::WindowEvent::MouseButtonInput(pressed));
            }
        }
    }

    fn resize(&mut self) {
        let (width, height) = *SIZES.choose(&mut self.random).unwrap();
        self.resize_to(width, height);
    }

    fn resize_to(&mut self, width: f32, height: f32) {
        let window = self.window;
        let world = self.app.world_mut();
        world.get_mut::<Window>(window).unwrap().resolution.set(width, height);
        world.write_message(WindowResized { window, width, height });
    }

    fn switch(&mut self) {
        let setting = match self.random.random_range(0..5) {
            0 => Setting::Theme(
                (*["paper", "night", "none"].choose(&mut self.random).unwrap()).into(),
            ),
            1 => {
                let palettes = ["safe", "notebook", "high-contrast", "none"];
                Setting::Palette((*palettes.choose(&mut self.random).unwrap()).into())
            }
            2 => Setting::TextScale(self.random.random_range(0.0..3.0)),
            3 => Setting::ReducedMotion(self.random.random_bool(0.5)),
            _ => {
                let languages = ["de", "en", "es", "fr", "tlh"];
                Setting::Language((*languages.choose(&mut self.random).unwrap()).into())
            }
        };
        self.app.world_mut().write_message(Command::Set(setting));
    }

    fn reload(&mut self) {
        let mut next = config();
        next.kiosk.screen_diagonal =
            self.random.random_bool(0.5).then(|| self.random.random_range(12.0..60.0));
        next.kiosk.chapters = self.random.random_bool(0.3).then(|| vec![3, 16, 0]);
        next.kiosk.guesses = self.random.random_bool(0.3).then_some(2);
        let good = self.random.random_bool(0.8);
        *self.settings.lock().unwrap() = if good { Ok(next) } else { Err("bad".to_owned()) };
        self.app.world_mut().write_message(Command::ReloadConfig);
    }

    /// Nobody does anything, for longer than a kiosk waits.
    fn go_away(&mut self) {
        self.fingers.clear();
        // As on the first morning, so that what is shown then can be compared.
        *self.settings.lock().unwrap() = Ok(config());
        self.app.world_mut().write_message(Command::ReloadConfig);
        self.resize_to(1920.0, 1080.0);
        for _ in 0..140 {
            self.pass(0.5);
        }
    }

    fn is_empty(&self) -> bool {
        self.app.world().resource::<Kiosk>().attract().is_some()
    }

    /// What the next visitor finds.
    fn first_moment(&mut self) -> String {
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

    /// Count of entities, and bytes of memory in use.
    fn used(&mut self) -> (usize, u64) {
        let entities = self.app.world_mut().query::<Entity>().iter(self.app.world()).count();
        (entities, MEMORY.current_usage() as u64)
    }
}

fn config() -> Config {
    let mut config = Config::default();
    config.kiosk.enabled = true;
    // Of a PIN that nobody guesses in an hour.
    let hash = learning_machine::pin::hash("864297531086", &[3; learning_machine::pin::SALT_BYTES]);
    config.kiosk.pin_hash = Some(hash.unwrap());
    config
}
