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

mod hands;
mod monkey;

use std::time::{Duration, Instant};

use peak_alloc::PeakAlloc;

use crate::monkey::Monkey;

/// Counts the bytes in use; what the system gives and takes back in its own time says less.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const EVENTS: usize = 200_000;
/// After so many events, nobody is there for a while.
const A_VISIT: usize = 4_000;
/// Of the events, so many are let pass before what is used must not grow any more.
const WARM_UP: f64 = 0.3;
/// So much more memory may be used than in the warm-up, in bytes, besides the atlas of letters.
const GROWTH: u64 = 8 << 20;
/// So many more entities there may be: the stage keeps a place for each thing of the fullest scene so far,
/// and some scene is fuller than all before it.
const MORE_PLACES: usize = 16;

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

fn in_mib(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| {
        text.parse().unwrap_or_else(|_| panic!("{name}: expected a whole number, found {text:?}"))
    })
}

/// Count of entities, and bytes of memory in use besides the atlas of letters.
fn used(monkey: &mut Monkey) -> (usize, u64) {
    (monkey.entities(), MEMORY.current_usage() as u64 - monkey.letters())
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
        let now = used(&mut monkey);
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
        if until.is_some() && visits % 10 == 0 {
            let (entities, memory) = now;
            let (event, mib) = (witness.event, in_mib(memory));
            println!(
                "{:.0} s: {event} events, {entities} entities, {mib:.2} MiB",
                began.elapsed().as_secs_f64()
            );
        }
    }
    let (entities, memory) = used(&mut monkey);
    println!(
        "{} events in {visits} visits, {:.0} s: {entities} entities, {:.2} MiB; in the warm-up at most {} and {:.2} MiB",
        witness.event,
        began.elapsed().as_secs_f64(),
        in_mib(memory),
        most.0,
        in_mib(most.1),
    );
}
