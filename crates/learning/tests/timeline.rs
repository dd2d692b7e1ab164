//! Tests moves on a timeline and in a trace, up to both ends.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use learning::dataset::walkthrough;
use learning::{Origin, Playhead, Position, Timeline, Trace};

#[test]
fn a_timeline_has_the_given_samples_and_phases_and_at_least_one_of_each() {
    let timeline = Timeline::new(5, 4);
    assert_eq!((timeline.samples(), timeline.phases(), timeline.steps()), (5, 4, 20));
    let least = Timeline::new(0, 0);
    assert_eq!((least.samples(), least.phases(), least.last()), (1, 1, 0));
}

#[test]
fn a_position_beyond_the_ends_is_clamped() {
    let timeline = Timeline::new(5, 4);
    assert_eq!(timeline.step(Position { sample: 9, phase: 9 }), 19);
    assert_eq!(timeline.step(Position { sample: 2, phase: 4 }), 11);
    assert_eq!(timeline.step(Position { sample: 5, phase: 0 }), 16);
    assert_eq!(timeline.position(99), Position { sample: 4, phase: 3 });
}

#[test]
fn moves_back_and_forward_are_by_one_phase_or_one_sample() {
    let timeline = Timeline::new(5, 4);
    assert_eq!((timeline.previous_phase(7), timeline.previous_sample(7)), (6, 3));
    assert_eq!((timeline.previous_phase(99), timeline.previous_sample(99)), (18, 15));
    assert_eq!((timeline.next_phase(7), timeline.next_sample(7)), (8, 11));
}

#[test]
fn a_fraction_of_one_or_more_is_the_next_step() {
    let timeline = Timeline::new(5, 4);
    assert_eq!(Playhead { step: 2, fraction: 1.0 }.clamp(&timeline), Playhead::at(3));
    assert_eq!(Playhead { step: 0, fraction: 7.0 }.clamp(&timeline), Playhead::at(1));
    assert_eq!(Playhead { step: 19, fraction: 0.5 }.clamp(&timeline), Playhead::at(19));
}

#[test]
fn playing_stops_at_either_end() {
    let timeline = Timeline::new(2, 3);
    for seconds in [1.0, 1.5, 100.0] {
        assert_eq!(Playhead::at(4).advance(seconds, &timeline, |_| 1.0), Playhead::at(5));
        assert_eq!(Playhead::at(5).advance(seconds, &timeline, |_| 1.0), Playhead::at(5));
        assert_eq!(Playhead::at(1).advance(-seconds, &timeline, |_| 1.0), Playhead::at(0));
        assert_eq!(Playhead::at(0).advance(-seconds, &timeline, |_| 1.0), Playhead::at(0));
    }
}

#[test]
fn the_rest_of_a_steps_time_leads_exactly_to_the_next_step() {
    let timeline = Timeline::new(2, 3);
    for duration in [0.1, 0.3, 0.6, 0.7, 1.1, 2.3] {
        for hundredths in 1..100 {
            let fraction = f64::from(hundredths) / 100.0;
            let start = Playhead { step: 2, fraction };
            let onward = start.advance(duration * (1.0 - fraction), &timeline, |_| duration);
            assert_eq!(onward, Playhead::at(3), "from {fraction} of {duration} s");
            let back = start.advance(-(duration * fraction), &timeline, |_| duration);
            assert_eq!(back, Playhead::at(2), "from {fraction} of {duration} s");
        }
    }
}

#[test]
fn no_time_moves_nothing_and_a_little_time_moves_a_little() {
    let timeline = Timeline::new(2, 3);
    for duration in [0.0, 1.0] {
        for start in [Playhead::at(0), Playhead::at(3), Playhead { step: 2, fraction: 0.25 }] {
            assert_eq!(start.advance(0.0, &timeline, |_| duration), start);
            assert_eq!(start.advance(f64::NAN, &timeline, |_| duration), start);
        }
    }
    let moved = Playhead::at(0).advance(1e-20, &timeline, |_| 1.0);
    assert_eq!(moved, Playhead { step: 0, fraction: 1e-20 });
    // The playhead passes steps with a duration of 0 at once, in both directions.
    let duration = |step| if step % 2 == 0 { 0.0 } else { 1.0 };
    assert_eq!(
        Playhead::at(0).advance(0.5, &timeline, duration),
        Playhead { step: 1, fraction: 0.5 }
    );
    assert_eq!(
        Playhead::at(3).advance(-0.5, &timeline, duration),
        Playhead { step: 1, fraction: 0.5 }
    );
}

#[test]
fn a_trace_has_the_outcome_of_each_sample() {
    let (points, learner) = (walkthrough::points(), walkthrough::perceptron());
    let trace = Trace::record(&learner, &points.samples);
    assert!(!trace.is_empty());
    assert_eq!(trace.outcomes().len(), points.samples.len());
    assert_eq!(trace.outcomes().last(), trace.outcome(points.samples.len() - 1));
    let nothing = Trace::record(&learner, &[]);
    assert!(nothing.is_empty() && nothing.outcomes().is_empty());
}

#[test]
fn an_origin_is_written_as_on_the_command_line() {
    for (origin, name) in [
        (Origin::Notebook, "notebook"),
        (Origin::Generated(7), "generated:7"),
        (Origin::File("mine.csv".to_owned()), "mine.csv"),
    ] {
        assert_eq!(origin.to_string(), name);
    }
}
