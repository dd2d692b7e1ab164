//! Chapter 17: an autoencoder squeezes a pattern of four bits to two numbers, and rebuilds it.

use std::sync::Arc;

use learning::learner::autoencoder::{LEARNING_RATES, PATTERNS, squeeze};
use learning::{Position, Timeline};

use super::{Chapter, Exhibit, Moment};
use crate::experiment::{Experiments, Subject};
use crate::scene::network::{Edge, Network, Neuron};
use crate::scene::plane::{Fact, Plane, PlanePoint, Trail};
use crate::scene::{Ink, Losses, Scene, Slot};
use content::words::Words;

/// The chapter in which an autoencoder learns four patterns.
pub struct LearnPatterns;

/// Seconds from each recorded epoch to the next.
const SECONDS: f64 = 0.06;
/// Count of neurons in each layer.
const SIZES: [usize; 3] = [4, 2, 4];
/// The horizontal place of each layer, as a part of the network's area.
const COLUMNS: [f32; 3] = [0.12, 0.50, 0.88];
const INPUTS: [&str; 4] = ["symbol-x1", "symbol-x2", "symbol-x3", "symbol-x4"];
const CODES: [&str; 2] = ["symbol-z1", "symbol-z2"];
const OUTPUTS: [&str; 4] =
    ["symbol-x1-again", "symbol-x2-again", "symbol-x3-again", "symbol-x4-again"];
const PATTERN_NAMES: [&str; 4] = ["pattern-1", "pattern-2", "pattern-3", "pattern-4"];

impl Chapter for LearnPatterns {
    fn id(&self) -> &'static str {
        "autoencoder"
    }

    fn part(&self) -> &'static str {
        "part-4"
    }

    fn subject(&self) -> Subject {
        Subject::Autoencoder
    }

    fn phases(&self) -> &'static [&'static str] {
        &["phase-epoch"]
    }

    fn position(&self) -> &'static str {
        "epoch-of"
    }

    fn timeline(&self, experiments: &Experiments) -> Timeline {
        Timeline::new(experiments.autoencoder.trace.len() + 1, 1)
    }

    fn seconds(&self, _: Position) -> f64 {
        SECONDS
    }

    fn learning_rates(&self) -> &'static [f64] {
        &LEARNING_RATES
    }

    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene {
        let experiment = &exhibit.experiments.autoencoder;
        let epoch = experiment.trace.before(moment.sample);
        let pattern = exhibit.visitor.pattern.map(|bit| f64::from(u8::from(bit)));
        let (code, rebuilt) = squeeze(&epoch.network, &pattern);
        let known = PATTERNS.iter().position(|known| *known == pattern);

        let values = [&pattern[..], &code, &rebuilt];
        let names: [&[&str]; 3] = [&INPUTS, &CODES, &OUTPUTS];
        let mut neurons = Vec::new();
        for (layer, &size) in SIZES.iter().enumerate() {
            for index in 0..size {
                let down = (index as f32 + 0.5) / size as f32;
                neurons.push(Neuron {
                    at: [COLUMNS[layer], if size == 2 { 0.25 + 0.5 * index as f32 } else { down }],
                    computes: layer > 0,
                    content: Words::new("fact-number").number("number", values[layer][index]),
                    caption: Some(Words::new(names[layer][index])),
                    caption_below: false,
                    active: layer == 0 && pattern[index] > 0.5,
                    sees: None,
                    toggles: (layer == 0).then_some(index),
                });
            }
        }
        let first = [0, SIZES[0], SIZES[0] + SIZES[1]];
        let mut edges = Vec::new();
        for layer in 0..2 {
            for from in 0..SIZES[layer] {
                for to in 0..SIZES[layer + 1] {
                    edges.push(Edge {
                        from: first[layer] + from,
                        to: first[layer + 1] + to,
                        weight: Some(epoch.network.layer(layer).weight(from, to)),
                        label: None,
                    });
                }
            }
        }

        let point = |at, ink| PlanePoint { at, ink, filled: true };
        let mut current: Vec<PlanePoint> =
            epoch.codes.iter().map(|&code| point(code, Ink::Unknown)).collect();
        if known.is_none() {
            current.push(point(code, Ink::Boundary));
        }
        let trail = |(points, name): (&Arc<[[f64; 2]]>, &'static str)| {
            Trail::new(Arc::clone(points), moment.sample + 1, Words::new(name))
        };
        let trails = experiment.trails.iter().zip(PATTERN_NAMES).map(trail).collect();
        let fact = |name, value| Fact { name: Words::new(name), value, explains: None };
        let number = |number| Words::new("fact-number").number("number", number);
        let facts = vec![
            fact("fact-epoch", Words::new("fact-count").count("count", moment.sample)),
            fact("fact-loss", number(epoch.loss)),
            fact("fact-greatest-error", number(epoch.greatest_error())),
        ];
        let plane = Plane { current, trails, facts, ..Plane::new(self.subject(), [1.0, 1.0]) };

        let is_rebuilt = pattern.iter().zip(&rebuilt).all(|(bit, value)| (bit - value).abs() < 0.1);
        let key = match known {
            _ if moment.sample == 0 => "autoencoder-start",
            None => "autoencoder-unknown",
            Some(_) if is_rebuilt => "autoencoder-rebuilt",
            Some(_) => "autoencoder-learning",
        };
        let narration = Words::new(key)
            .number("z1", code[0])
            .number("z2", code[1])
            .number("loss", epoch.loss)
            .count("epoch", moment.sample);
        let network = Network { neurons, edges, signals: Vec::new(), notes: Vec::new(), rows: 4 };
        Scene::new(narration)
            .with(Slot::Mind, plane)
            .with(Slot::Side, Losses { subject: self.subject(), seen: moment.sample + 1 })
            .with(Slot::World, network)
    }
}
