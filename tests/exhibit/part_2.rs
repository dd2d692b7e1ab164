//! Rectangles, the perceptron, and back-propagation by hand.

use bevy::prelude::*;
use content::files::Files;
use content::words::{DataWords, Locale, Words};
use exhibit::chapter::find;
use exhibit::command::Command;
use exhibit::experiment::LearnCommand;
use exhibit::experiment::{Experiments, Material};
use exhibit::layout::{Layout, PlaneFrame, point_side};
use exhibit::playback::{Motion, Playback, PlaybackCommand};
use exhibit::scene::plane::PlaneBoundary;
use exhibit::scene::{Ink, Part, Role, Slot, Weights as Held};
use exhibit::visitor::Explained;
use exhibit::visitor::VisitorCommand;
use learning::dataset::rectangles::{self, Columns};
use learning::{LearningRate, Playhead};
use learning_machine::Setup;
use learning_machine::headless::{self, Rendering};
use serde_json::Value;
use stage::shape::{StageShape, Thing};

use crate::driver::*;

const PERCEPTRON: &str = "perceptron-learns";

fn chapter(id: &str) -> App {
    exhibit(find(id).unwrap())
}

fn text(app: &App, words: &Words) -> String {
    let (locale, data) = (app.world().resource::<Locale>(), app.world().resource::<DataWords>());
    locale.spans(words, data).into_iter().map(|span| span.text).collect()
}

fn boundary(app: &App) -> PlaneBoundary {
    scene(app).plane(Slot::Mind).unwrap().boundary.unwrap()
}

#[test]
fn every_rectangle_flies_exactly_to_its_point() {
    for size in [(1920, 1080), (1366, 768), (3840, 2160), (1080, 1920)] {
        for (id, step) in [(PERCEPTRON, 4 * 20), ("distribution", 3 * 20 + 1)] {
            let mut app = exhibit_of_size(find(id).unwrap(), UVec2::from(size));
            seek(&mut app, Playhead { step, fraction: 0.999 });
            // Look just before the end of the flight. The flight ends before the step.
            let mut fraction = 1.0;
            while !scene(&app).sets().any(|set| set.role == Role::Flight) {
                fraction -= 0.001;
                seek(&mut app, Playhead { step, fraction });
            }
            let (scene, layout) = (scene(&app), *app.world().resource::<Layout>());
            let plane = scene.plane(Slot::Mind).unwrap();
            let frame = PlaneFrame { plot: layout.plot, axes: plane.axes };
            let flight = scene.sets().position(|set| set.role == Role::Flight).unwrap();
            let mut shapes = app.world_mut().query::<(&StageShape, &Transform)>();
            let mut found = 0;
            for (shape, transform) in shapes.iter(app.world()) {
                let Some((Thing::Rectangle(set, member), _)) = shape.0 else { continue };
                if set != flight {
                    continue;
                }
                let goal = frame.point(plane.current[member].at);
                let distance = transform.translation.truncate().distance(layout.on_stage(goal));
                assert!(distance < 0.5, "{id}, {size:?}: {distance}");
                let side = transform.scale.x.min(transform.scale.y);
                assert!((side - 20.0 * layout.unit - point_side(layout.unit)).abs() < 0.5);
                found += 1;
            }
            assert_eq!(found, plane.current.len());
        }
    }
}

#[test]
fn the_line_is_where_the_trace_says() {
    let mut app = chapter(PERCEPTRON);
    for used in [true, false] {
        learn(&mut app, LearnCommand::UseDatapoints(used));
        for rate in [0.1, 1.0, 2.0] {
            learn(&mut app, LearnCommand::Rate(LearningRate::new(rate).unwrap()));
            let experiment = app.world().resource::<Experiments>().rectangles.clone();
            assert_eq!(experiment.learner.use_datapoints, used);
            assert_eq!(experiment.learner.learning_rate.value(), rate);
            for sample in [0, 1, 40, 99] {
                let states = [
                    (0, experiment.trace.before(sample)),
                    (2, experiment.trace.before(sample)),
                    (3, experiment.trace.after(sample)),
                ];
                for (phase, state) in states {
                    seek(&mut app, Playhead::at(4 * sample + phase));
                    let line = boundary(&app).line;
                    let bits = |weights: [f64; 2]| weights.map(f64::to_bits);
                    assert_eq!(bits(line.weights), bits(state.weights));
                }
                // The colours of the points show the machine's predictions.
                seek(&mut app, Playhead::at(4 * sample + 1));
                let scene = scene(&app);
                let predicted: Vec<_> =
                    experiment.trace.outcome(sample).unwrap().predictions.to_vec();
                let shown: Vec<_> =
                    scene.plane(Slot::Mind).unwrap().current.iter().map(|p| p.ink).collect();
                let expected: Vec<_> = predicted.into_iter().map(Ink::Class).collect();
                assert_eq!(shown, expected);
            }
        }
    }
}

/// The walkthrough shows the numbers that the notebook recorded.
#[test]
fn the_walkthrough_shows_the_notebooks_numbers() {
    let golden = include_str!("../../crates/learning/tests/golden/perceptron_walkthrough.json");
    let golden: Value = serde_json::from_str(golden).unwrap();
    let mut app = chapter("back-propagation");
    let rows = golden["rows"].as_array().unwrap();
    for (sample, row) in rows.iter().enumerate() {
        let of = |row: &Value, name: &str| row[name].as_f64().unwrap();
        let number = |name: &str| app.world().resource::<Locale>().number(of(row, name));
        let term = |name: &str| app.world().resource::<Locale>().term(of(row, name));
        let class = |name: &str| if row[name].as_bool().unwrap() { "1" } else { "0" };
        let (x1, x2, z) = (number("x1"), number("x2"), number("z"));
        let sum = format!("{x1} · {} + {x2} · {} = {z}", term("w1"), term("w2"));
        let decision = if class("prediction") == "1" { "yes" } else { "no" };
        let decision = format!("{z} > 0? {decision}");
        let (prediction, label) = (class("prediction"), class("label"));
        let error = format!("error = {prediction} − {label} = {}", number("error"));
        let update = |input: &str| {
            let locale = app.world().resource::<Locale>();
            let update = locale.number(of(row, "error") * of(row, input));
            format!("update = {} · {} = {update}", number("error"), number(input))
        };
        let next = rows.get(sample + 1).unwrap_or(&golden["final"]);
        let after = ["w1", "w2"].map(|w| app.world().resource::<Locale>().number(of(next, w)));
        let before = [number("w1"), number("w2")];
        let updates = [update("x1"), update("x2")];
        let wrong = of(row, "error") != 0.0;

        let mut expected: Vec<String> = Vec::new();
        for phase in 0..6 {
            seek(&mut app, Playhead::at(6 * sample + phase));
            match phase {
                2 => expected.push(sum.clone()),
                3 => expected.push(decision.clone()),
                4 => expected.push(error.clone()),
                5 if wrong => expected.extend(updates.clone()),
                _ => {}
            }
            let network = scene(&app).network().unwrap().1.clone();
            let notes: Vec<_> = network.notes.iter().map(|note| text(&app, &note.words)).collect();
            assert_eq!(notes, expected, "sample {sample}, phase {phase}");
            let contents: Vec<_> =
                network.neurons.iter().map(|neuron| text(&app, &neuron.content)).collect();
            let known = |from: usize, value: &str, symbol: &str| {
                if phase >= from { value.to_owned() } else { symbol.to_owned() }
            };
            let neurons = [
                known(1, &x1, "x₁"),
                known(1, &x2, "x₂"),
                known(2, &z, "f"),
                known(3, prediction, "ỹ"),
            ];
            assert_eq!(contents, neurons, "sample {sample}, phase {phase}");
            for weight in 0..2 {
                let label = network.edges[weight].label.as_ref().unwrap();
                let weights = if phase == 5 { &after } else { &before };
                assert_eq!(text(&app, &label.now), weights[weight]);
                let struck = label.before.as_ref().map(|words| text(&app, words));
                assert_eq!(struck, (phase == 5 && wrong).then(|| before[weight].clone()));
            }
        }
    }
}

#[test]
fn errors_travel_back_after_values_have_travelled_forward() {
    use exhibit::scene::network::SignalKind;
    let mut app = chapter("back-propagation");
    let mut places = Vec::new();
    for phase in 0..5 {
        for fraction in [0.2, 0.3, 0.4, 0.5, 0.6, 0.7] {
            seek(&mut app, Playhead { step: phase, fraction });
            for signal in scene(&app).network().unwrap().1.clone().signals {
                places.push((phase, signal.kind, signal.edge, signal.along));
            }
        }
    }
    let along = |kind: SignalKind, edge: usize| -> Vec<f32> {
        let of_edge = places.iter().filter(|place| place.1 == kind && place.2 == edge);
        of_edge.map(|place| place.3).collect()
    };
    for edge in 0..3 {
        let forward = along(SignalKind::Value, edge);
        assert!(forward.len() > 2 && forward.is_sorted(), "{forward:?}");
        let backward = along(SignalKind::Error, edge);
        assert!(backward.len() > 1 && backward.iter().rev().is_sorted(), "{backward:?}");
    }
}

#[test]
fn a_visitor_can_change_the_line_and_restore_the_machines_line() {
    let mut app = chapter("linear-combination");
    let combination = |app: &App| -> Held {
        let held = |part: &Part| match part {
            Part::Weights(weights) => Some(*weights),
            _ => None,
        };
        scene(app).in_slot(Slot::World).find_map(held).unwrap()
    };
    let line = |app: &App| scene(app).plane(Slot::Mind).unwrap().boundary.unwrap().line;
    let machines = combination(&app);
    assert!(!machines.is_own);
    ask(&mut app, Command::Visitor(VisitorCommand::Weights(Some([-1.0, 1.0]))));
    let own = combination(&app);
    assert_eq!((own.weights, own.is_own), ([-1.0, 1.0], true));
    assert_eq!(line(&app).slope(), Some(1.0));
    let ghost = scene(&app).plane(Slot::Mind).unwrap().boundary.unwrap().ghost;
    assert_eq!(ghost.unwrap().weights, machines.weights);
    let points = &app.world().resource::<Experiments>().rectangles.data.points;
    let wrong = points.iter().filter(|(r, label)| (r.height > r.width) != *label).count();
    assert_eq!(own.wrong, wrong);
    ask(&mut app, Command::Visitor(VisitorCommand::Weights(Some([f64::NAN, 1.0]))));
    assert_eq!(combination(&app), machines);
    ask(&mut app, Command::Visitor(VisitorCommand::Weights(Some([0.5, 0.5]))));
    ask(&mut app, Command::Visitor(VisitorCommand::Weights(None)));
    assert_eq!(combination(&app), machines);
    // Moving the playhead restores the machine's line.
    ask(&mut app, Command::Visitor(VisitorCommand::Weights(Some([0.5, 0.5]))));
    seek(&mut app, Playhead::at(7));
    assert!(!combination(&app).is_own);
}

#[test]
fn an_explanation_stays_until_it_is_closed_or_the_exhibit_plays() {
    let mut app = chapter(PERCEPTRON);
    let explained = |app: &App| scene(app).explanation;
    // Before the update there is nothing to explain.
    seek(&mut app, Playhead::at(4 * 20 + 2));
    ask(&mut app, Command::Visitor(VisitorCommand::Explain(Some(Explained::Weight(0)))));
    assert_eq!(explained(&app), None);
    seek(&mut app, Playhead::at(4 * 20 + 3));
    ask(&mut app, Command::Playback(PlaybackCommand::Play));
    ask(&mut app, Command::Visitor(VisitorCommand::Explain(Some(Explained::Line))));
    assert_eq!(app.world().resource::<Playback>().motion, Motion::Rest);
    let explanation = explained(&app).unwrap();
    let lines: Vec<_> = explanation.lines.iter().map(|words| text(&app, words)).collect();
    assert_eq!(lines.len(), 7, "{lines:?}");
    assert_eq!(lines[0], "error = mean of prediction − truth = (0 + (−1) + 0 + (−1)) ÷ 4 = −0.5");
    let experiment = &app.world().resource::<Experiments>().rectangles;
    let locale = app.world().resource::<Locale>();
    let (before, after) = (experiment.trace.before(20).weights, experiment.trace.after(20).weights);
    for (line, weight) in [(3, 0), (6, 1)] {
        let change = locale.term(after[weight] - before[weight]);
        let sum = format!(
            "{} + {change} = {}",
            locale.number(before[weight]),
            locale.number(after[weight])
        );
        assert_eq!(lines[line], format!("w{} = {sum}", ["₁", "₂"][weight]));
    }
    ask(&mut app, Command::Visitor(VisitorCommand::Explain(None)));
    assert_eq!(explained(&app), None);
    ask(&mut app, Command::Visitor(VisitorCommand::Explain(Some(Explained::Weight(1)))));
    assert_eq!(explained(&app).unwrap().lines.len(), 4);
    ask(&mut app, Command::Playback(PlaybackCommand::Play));
    assert_eq!(explained(&app), None);
}

/// The chapters show a table of flowers unchanged, with its own names.
#[test]
fn a_data_set_keeps_its_own_names() {
    let columns = Columns {
        features: ["petal_length".to_owned(), "petal_width".to_owned()],
        label: "species".to_owned(),
    };
    let mut table = "petal_length,petal_width,species\n".to_owned();
    for flower in 0..75 {
        let part = f64::from(flower % 10) / 10.0;
        table += &format!("{},{},setosa\n", 1.0 + 0.9 * part, 0.1 + 0.4 * part);
        table += &format!("{},{},versicolor\n", 3.0 + 2.1 * part, 1.0 + 0.8 * part);
    }
    let rectangles = rectangles::from_csv("flowers.csv", table.as_bytes(), &columns).unwrap();
    assert_eq!(rectangles.samples.len(), 150);
    let setup = Setup::new(Files::default()).unwrap();
    let material = Material { rectangles, ..setup.material.clone() };
    for (id, step) in [("distribution", 0), (PERCEPTRON, 5), ("linear-combination", 149)] {
        let chapter = find(id).unwrap();
        let setup = Setup { material: material.clone(), chapter, step, ..setup.clone() };
        let mut app = headless::app(setup, UVec2::new(1920, 1080), Rendering::Off).unwrap();
        app.update();
        app.update();
        let scene = scene(&app);
        let shown: Vec<_> = scene.words().map(|words| text(&app, words)).collect();
        let shown = shown.join("\n");
        // In the chapter "linear-combination" the overlay writes the names. The test checks their words below.
        assert!(shown.contains("petal_length") || id == "linear-combination", "{id}: {shown}");
        let others = shown.replace("petal_length", "").replace("petal_width", "");
        assert!(!others.contains("width") && !others.contains("height"), "{id}: {shown}");
        let data = app.world().resource::<DataWords>();
        assert_eq!((data.class(false), data.class(true)), ("setosa", "versicolor"));
        assert_eq!((data.feature(0), data.feature(1)), ("petal_length", "petal_width"));
        assert_eq!(step_of(&app), step);
    }
}

fn step_of(app: &App) -> usize {
    step(app).playhead().step
}
