//! A monkey uses the exhibit at random: at a kiosk, at a desk and in front of a class. It presses keys of
//! many layouts and uses up to ten fingers. It changes window sizes, languages and settings, drops files,
//! puts the computer to sleep, and more.
//!
//! `MONKEY_SEED` chooses another run. `MONKEY_EVENTS` sets its length in events, `MONKEY_SECONDS` in seconds
//! by the clock. `scripts/soak` runs it for hours. A failure prints its seed, and
//! the same seed repeats the same events.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test that meets the unexpected must fail, and say how"
)]

mod figures;
mod hands;
mod invariants;
mod keyboard;
mod monkey;
mod surroundings;

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::figures::Figures;
use crate::monkey::{Monkey, Place};

const EVENTS: usize = 200_000;
/// The number of events in a visit. After each visit, nobody is there for a while.
const A_VISIT: usize = 4_000;
/// The fraction of the run that is the warm-up. After it, the resources in use must not grow any more.
const WARM_UP: f64 = 0.3;
/// How often a run by the clock prints the figures.
const REPORT: Duration = Duration::from_secs(300);
/// The indices of the monkeys, one for each visit in turn. Most exhibits without supervision are kiosks.
const TURNS: [usize; 4] = [0, 1, 0, 2];

/// The figures count the whole process, so only one test runs at a time.
static ALONE: Mutex<()> = Mutex::new(());

/// Prints on any panic how to repeat the failure.
struct Witness {
    seed: u64,
    event: usize,
    place: Place,
}

impl Drop for Witness {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let Self { seed, event, place } = self;
            eprintln!(
                "at event {event} of seed {seed} ({place:?}); again: MONKEY_SEED={seed} cargo test --test monkey"
            );
        }
    }
}

/// Returns the number in an environment variable, if it is set.
fn from_environment(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| {
        text.parse().unwrap_or_else(|_| panic!("{name}: expected a whole number, found {text:?}"))
    })
}

#[test]
fn a_monkey_breaks_nothing_and_leaves_nothing_behind() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let seed = from_environment("MONKEY_SEED").unwrap_or(1);
    let events = from_environment("MONKEY_EVENTS").map_or(EVENTS, |events| events as usize);
    let length = from_environment("MONKEY_SECONDS").map(Duration::from_secs);
    let mut witness = Witness { seed, event: 0, place: Place::Kiosk };
    let began = Instant::now();
    let mut monkeys =
        [Place::Kiosk, Place::Desk, Place::Class].map(|place| Monkey::new(place, seed));
    let first = Figures::of(&mut monkeys, 0, began.elapsed());
    println!("at first: {first}");
    // The largest figures in the warm-up.
    let mut warm = first;
    let mut reported = began;
    for visit in 0.. {
        let part = match length {
            Some(length) => began.elapsed().as_secs_f64() / length.as_secs_f64(),
            None => witness.event as f64 / events as f64,
        };
        if part >= 1.0 {
            break;
        }
        let monkey = &mut monkeys[TURNS[visit % TURNS.len()]];
        witness.place = monkey.place;
        while witness.event < (visit + 1) * A_VISIT {
            witness.event += monkey.a_frame();
        }
        monkey.go_away();
        monkey.check_first_moment();
        let now = Figures::of(&mut monkeys, witness.event, began.elapsed());
        if part < WARM_UP {
            warm = warm.most(now);
        } else {
            now.check(warm);
        }
        if length.is_some() && reported.elapsed() >= REPORT {
            reported = Instant::now();
            println!("{now}");
        }
    }
    println!("in the warm-up at most: {warm}");
    println!("in the end: {}", Figures::of(&mut monkeys, witness.event, began.elapsed()));
}

#[test]
fn the_same_seed_repeats_the_same_events() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    for place in [Place::Kiosk, Place::Class] {
        let [one, other] = [7, 7].map(|seed| {
            let mut monkey = Monkey::new(place, seed);
            let events: usize = (0..60).map(|_| monkey.a_frame()).sum();
            (events, monkey.found())
        });
        assert_eq!(one, other, "{place:?}");
    }
}
