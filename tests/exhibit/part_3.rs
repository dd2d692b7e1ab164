//! XOR, the network that learns it, and the autoencoder.

use bevy::prelude::*;
use exhibit::chapter::find;
use exhibit::command::Command;
use exhibit::experiment::Experiments;
use exhibit::experiment::LearnCommand;
use exhibit::layout::{HistogramFrame, Layout};
use exhibit::regions::Region;
use exhibit::scene::{Ink, Role, Slot};
use exhibit::visitor::VisitorCommand;
use learning::learner::autoencoder::PATTERNS;
use learning::learner::backpropagation::Rule;
use learning::{Grid, LearningRate, Line, Playhead};
use learning_machine::regions::{RegionTasks, Working};
use stage::shape::{StageShape, Thing};

use crate::driver::*;

fn chapter(id: &str) -> App {
    exhibit(find(id).unwrap())
}

fn the_region(app: &App) -> Region {
    region(app).unwrap()
}

#[test]
fn the_region_belongs_to_the_network_of_the_trace() {
    let mut app = chapter("network-learns");
    for rule in [Rule::Notebook, Rule::Gradient] {
        learn(&mut app, LearnCommand::Rule(rule));
        for rate in [0.01, 0.1, 1.0] {
            learn(&mut app, LearnCommand::Rate(LearningRate::new(rate).unwrap()));
            let experiment = app.world().resource::<Experiments>().xor.clone();
            assert_eq!(
                (experiment.learner.rule, experiment.learner.learning_rate.value()),
                (rule, rate)
            );
            for sample in [0, 100, 199] {
                for (phase, network) in [
                    (0, experiment.trace.before(sample)),
                    (2, experiment.trace.before(sample)),
                    (3, experiment.trace.after(sample)),
                ] {
                    seek(&mut app, Playhead::at(4 * sample + phase));
                    let shown = the_region(&app);
                    let side = scene(&app).plane(Slot::Mind).unwrap().axes[0];
                    let expected = Grid { points: shown.points, side }.confidence(network);
                    assert_eq!(*shown.confidence, *expected);
                    let weights: Vec<_> = scene(&app)
                        .network()
                        .unwrap()
                        .1
                        .edges
                        .iter()
                        .filter_map(|e| e.weight)
                        .collect();
                    let layer = network.layer(0);
                    assert_eq!(weights[..4], *layer.weights);
                }
                seek(&mut app, Playhead::at(4 * sample + 1));
                let predicted = experiment.trace.outcome(sample).unwrap().predictions();
                let expected: Vec<_> = predicted.map(Ink::Class).collect();
                let shown: Vec<_> =
                    scene(&app).plane(Slot::Mind).unwrap().current.iter().map(|p| p.ink).collect();
                assert_eq!(shown, expected);
            }
        }
    }
}

/// At rate 1 the notebook's run ends without a region of class true. The narration says this.
#[test]
fn a_collapse_is_shown_and_narrated() {
    let mut app = chapter("network-learns");
    learn(&mut app, LearnCommand::Rate(LearningRate::new(1.0).unwrap()));
    seek(&mut app, Playhead::at(799));
    assert!(the_region(&app).confidence.iter().all(|&confidence| confidence <= 0.5));
    assert_eq!(scene(&app).narration.key, "network-lost");
    learn(&mut app, LearnCommand::Rate(LearningRate::new(0.01).unwrap()));
    assert!(the_region(&app).confidence.iter().any(|&confidence| confidence > 0.5));
    assert_eq!(scene(&app).narration.key, "network-update");
}

#[test]
fn no_line_of_a_visitor_beats_the_best_line() {
    let mut app = chapter("single-line");
    let data = app.world().resource::<Experiments>().xor_clean.clone();
    let (best, most) = data.best_line().unwrap();
    assert_eq!(data.right_with(&best), most);
    assert!(most < data.points.len());
    for line in [
        Line { weights: [1.0, -1.0], bias: 0.0 },
        Line { weights: [1.0, 0.0], bias: -0.75 },
        Line { weights: [0.0, 1.0], bias: -0.75 },
        Line { weights: [1.0, 1.0], bias: -1.75 },
    ] {
        ask(&mut app, Command::Visitor(VisitorCommand::Line(Some(line))));
        assert!(data.right_with(&line) <= most);
        assert_eq!(scene(&app).narration.key, "single-line-own");
    }
    ask(&mut app, Command::Visitor(VisitorCommand::Line(Some(best))));
    assert_eq!(scene(&app).narration.key, "single-line-best");
    ask(
        &mut app,
        Command::Visitor(VisitorCommand::Line(Some(Line { weights: [f64::NAN, 1.0], bias: 0.0 }))),
    );
    assert_eq!(scene(&app).narration.key, "single-line-try");
}

#[test]
fn every_rectangle_drops_into_the_bin_of_its_ratio() {
    let mut app = chapter("aspect-ratio");
    let step = 2 * 50;
    // Look just before the flight ends.
    let mut fraction = 1.0;
    while !scene(&app).sets().any(|set| set.role == Role::Flight) {
        fraction -= 0.0005;
        seek(&mut app, Playhead { step, fraction });
    }
    let (now, layout) = (scene(&app), *app.world().resource::<Layout>());
    let shown = now.histogram().unwrap();
    let frame = HistogramFrame::new(layout.plot, shown.first, shown.last(), shown.top);
    let set = now.sets().next().unwrap();
    let mut shapes = app.world_mut().query::<(&StageShape, &Transform)>();
    let mut found = 0;
    for (shape, transform) in shapes.iter(app.world()) {
        let Some((Thing::Rectangle(0, member), _)) = shape.0 else { continue };
        let [bin, level] = set.bins[member];
        let ratio = set.rectangles[member].width / set.rectangles[member].height;
        assert_eq!(bin, (ratio * 8.0) as u32);
        let goal = layout.on_stage(frame.cell(bin, level).center());
        assert!(transform.translation.truncate().distance(goal) < 0.5);
        found += 1;
    }
    assert_eq!(found, set.rectangles.len());
    seek(&mut app, Playhead::at(2 * 199 + 1));
    let shown = scene(&app).histogram().unwrap().clone();
    assert_eq!((shown.bins.len(), shown.bins.iter().flatten().sum::<u32>()), (40, 1121));
}

#[test]
fn the_autoencoder_rebuilds_every_pattern_in_the_end() {
    let mut app = chapter("autoencoder");
    seek(&mut app, Playhead::at(usize::MAX));
    for pattern in PATTERNS {
        let bits = pattern.map(|value| value > 0.5);
        ask(&mut app, Command::Visitor(VisitorCommand::Pattern(bits)));
        assert_eq!(scene(&app).narration.key, "autoencoder-rebuilt");
    }
    // The visitor's pattern stays when the playhead moves. The narration has its own text for a pattern that
    // the autoencoder never saw.
    ask(&mut app, Command::Visitor(VisitorCommand::Pattern([true, true, false, false])));
    assert_eq!(scene(&app).narration.key, "autoencoder-unknown");
    seek(&mut app, Playhead::at(7));
    assert_eq!(scene(&app).narration.key, "autoencoder-unknown");
    for epoch in [0, 22, 400] {
        seek(&mut app, Playhead::at(epoch));
        let plane = scene(&app).plane(Slot::Mind).unwrap().clone();
        let experiment = &app.world().resource::<Experiments>().autoencoder;
        for (trail, code) in plane.trails.iter().zip(experiment.trace.before(epoch).codes) {
            assert_eq!(trail.so_far().len(), epoch + 1);
            assert_eq!(trail.so_far().last(), Some(&code));
        }
    }
    let loss = |app: &App| app.world().resource::<Experiments>().autoencoder.losses.clone();
    let before = loss(&app);
    learn(&mut app, LearnCommand::Seed(3));
    assert_ne!(loss(&app), before);
    learn(&mut app, LearnCommand::Seed(0));
    assert_eq!(loss(&app), before);
}

#[test]
fn regions_computed_in_the_background_are_the_same() {
    let (mut foreground, mut background) = (chapter("network-learns"), chapter("network-learns"));
    background.insert_resource(RegionTasks::new(Working::Beside));
    for step in [0, 402, 403, 799] {
        seek(&mut foreground, Playhead::at(step));
        seek(&mut background, Playhead::at(step));
        let expected = region(&foreground);
        assert!(expected.is_some());
        // The frame that requests a region does not have it yet, except if the weights are the same as before.
        for _ in 0..2000 {
            if region(&background) == expected {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(1));
            background.update();
        }
        assert_eq!(region(&background), expected, "step {step}");
        assert!(!background.world().resource::<RegionTasks>().is_working());
        assert_eq!(scene(&background), scene(&foreground));
    }
}
