//! Chapter 12: no single line separates the classes. The visitor can try.

use learning::{Line, Position};

use super::sets::{changing, points, standing};
use super::{Chapter, Exhibit, Moment};
use crate::experiment::Subject;
use crate::motion::{self, stretches};
use crate::scene::plane::{Fact, Plane, PlaneBoundary, Touch, axes};
use crate::scene::{Ink, Inking, Scene, Sets, Slot};
use content::words::Words;

/// The chapter in which the visitor tries to separate XOR by a line.
pub struct SingleLine;

/// The line before the visitor moves it.
const FIRST_LINE: Line = Line { weights: [1.0, 1.0], bias: -1.25 };
/// Seconds to look at a set, and seconds in which the next one comes in.
const SECONDS: [f64; 2] = [0.7, 0.5];

impl Chapter for SingleLine {
    fn id(&self) -> &'static str {
        "single-line"
    }

    fn part(&self) -> &'static str {
        "part-3"
    }

    fn subject(&self) -> Subject {
        Subject::XorClean
    }

    fn phases(&self) -> &'static [&'static str] {
        &["phase-set"]
    }

    fn seconds(&self, _: Position) -> f64 {
        SECONDS.iter().sum()
    }

    fn scene(&self, moment: Moment, exhibit: &Exhibit<'_>) -> Scene {
        let data = &exhibit.experiments.xor_clean;
        let label = data.sample(moment.sample).label;
        let inking = Inking::all(Ink::Class(label));
        let note = Words::new("note-truth").class("truth", label);
        let mut rectangles = vec![standing(data, moment.sample, inking, Some(note))];
        let [_, change] = stretches(SECONDS);
        changing(&mut rectangles, data, moment, change);
        if let Some(next) = rectangles.get_mut(1) {
            // Here every class is known from the start.
            let label = data.sample(moment.sample + 1).label;
            next.inking = Inking::all(Ink::Class(label));
        }
        let line = exhibit.visitor.line.unwrap_or(FIRST_LINE);
        let all = data.points.len();
        let right = data.right_with(&line);
        // The best count so far includes the count of the first line.
        let best = exhibit.visitor.best.max(right).max(data.right_with(&FIRST_LINE));
        let most = data.best_line();
        let share = |count: usize| {
            Words::new("fact-share")
                .count("count", count)
                .count("points", all)
                .number("percent", (100.0 * count as f64 / all as f64).round())
        };
        let fact = |name, value| Fact { name: Words::new(name), value, explains: None };
        let mut facts =
            vec![fact("fact-right-now", share(right)), fact("fact-best-so-far", share(best))];
        facts.extend(most.map(|(_, most)| fact("fact-best-of-all", share(most))));
        let current = if motion::linear(moment.fraction, change.0, change.1) > 0.5 {
            moment.sample + 1
        } else {
            moment.sample
        };
        let current_label = data.sample(current).label;
        let plane = Plane {
            past: all,
            current: points(exhibit, self.subject(), current, true, |_| Ink::Class(current_label)),
            boundary: Some(PlaneBoundary {
                line: oriented(line, data.points.iter().map(|(r, l)| (r.features(), *l))),
                ghost: None,
                active: false,
                touch: Touch::Move,
            }),
            facts,
            ..Plane::new(self.subject(), axes(data.extent.sides))
        };
        let key = match (exhibit.visitor.line, most) {
            (None, _) => "single-line-try",
            (Some(_), Some((_, most))) if best >= most => "single-line-best",
            (Some(_), _) => "single-line-own",
        };
        let narration = Words::new(key)
            .count("right", right)
            .count("points", all)
            .count("most", most.map_or(0, |(_, most)| most));
        Scene::new(narration).with(Slot::World, Sets(rectangles)).with(Slot::Mind, plane)
    }
}

/// The same line, with its sides swapped if that puts more points on their right side.
fn oriented(line: Line, points: impl Iterator<Item = ([f64; 2], bool)>) -> Line {
    let (mut right, mut all) = (0, 0);
    for (at, label) in points {
        right += usize::from((line.score(at) > 0.0) == label);
        all += 1;
    }
    if 2 * right >= all {
        line
    } else {
        Line { weights: line.weights.map(|weight| -weight), bias: -line.bias }
    }
}
