//! Describes the pictures in words made from the scene: the world, and the mind.

use learning::Line;

use super::sentence;
use crate::losses;
use crate::view::View;
use content::words::Words;
use exhibit::guesses::Tally;
use exhibit::regions::Region;
use exhibit::scene::network::{Network, Neuron};
use exhibit::scene::plane::{Plane, PlaneBoundary};
use exhibit::scene::{
    Barcodes, BinAxis, Caption, Formulas, GuessBoard, Histogram, Ink, Losses, Part, Placed, Role,
    Sets, Slot,
};

/// Describes the parts in the world's slot and every network, sentence by sentence.
pub fn world(view: &View<'_>) -> Vec<String> {
    let mut all = Vec::new();
    for Placed { slot, part } in &view.shown.scene.parts {
        match (part, slot) {
            (Part::Barcodes(shown), _) => barcodes(view, shown, &mut all),
            (Part::Sets(shown), _) => sets(view, shown, &mut all),
            (Part::Network(shown), _) => network(view, shown, &mut all),
            (Part::Plane(shown), Slot::World) => plane(view, shown, &mut all),
            (Part::Formulas(shown), Slot::World) => formulas(view, shown, &mut all),
            // [`mind`] describes these parts.
            (Part::Plane(_) | Part::Formulas(_) | Part::Weights(_), _)
            | (Part::GuessBoard(_) | Part::Histogram(_) | Part::Losses(_), _) => {}
        }
    }
    all
}

/// Describes the parts in the mind's slots, sentence by sentence.
pub fn mind(view: &View<'_>) -> Vec<String> {
    let mut all = Vec::new();
    let in_mind = |placed: &&Placed| placed.slot != Slot::World;
    for Placed { part, .. } in view.shown.scene.parts.iter().filter(in_mind) {
        match part {
            Part::GuessBoard(board) => guesses(view, board, &mut all),
            Part::Histogram(shown) => histogram(view, shown, &mut all),
            Part::Plane(shown) => plane(view, shown, &mut all),
            Part::Formulas(shown) => formulas(view, shown, &mut all),
            Part::Losses(shown) => losses_so_far(view, *shown, &mut all),
            Part::Weights(_) | Part::Barcodes(_) | Part::Sets(_) | Part::Network(_) => {}
        }
    }
    // The weights stand in the world's slot, but they are about the plane.
    for part in view.shown.scene.in_slot(Slot::World) {
        if let Part::Weights(shown) = part {
            let wrong = Words::new("combination-wrong").count("wrong", shown.wrong);
            all.push(sentence(&view.text(&wrong.count("points", shown.points))));
        }
    }
    all
}

fn barcodes(view: &View<'_>, shown: &Barcodes, all: &mut Vec<String>) {
    let is_guessed = view.shown.scene.guess_board().is_some();
    for specimen in &shown.specimens {
        let Some(caption) = &specimen.caption else { continue };
        let (key, class) = match specimen.role {
            Role::Current => ("picture-barcode", false),
            Role::Example(label) => ("picture-example", label),
            Role::Next | Role::Flight => continue,
        };
        let words = Words::new(key).text("caption", captioned(view, caption));
        all.push(view.text(&words.class("class", class)));
        // A visitor who guesses needs the same data that sighted visitors see.
        if is_guessed && specimen.role == Role::Current {
            let widths: Vec<String> =
                specimen.code.bars().map(|bar| view.locale.number(bar.width as f64)).collect();
            let words = Words::new("picture-stripes").text("widths", widths.join(", "));
            all.push(view.text(&words));
        }
    }
}

fn sets(view: &View<'_>, shown: &Sets, all: &mut Vec<String>) {
    let is_guessed = view.shown.scene.guess_board().is_some();
    for set in shown.0.iter().filter(|set| set.role == Role::Current) {
        match &set.caption {
            Some(caption) => all.push(sentence(&captioned(view, caption))),
            None => {
                let count = set.rectangles.len();
                all.push(view.text(&Words::new("picture-rectangles").count("rectangles", count)));
            }
        }
        if is_guessed || set.rectangles.len() == 1 {
            for rectangle in &set.rectangles {
                let [width, height] = rectangle.features();
                let words = Words::new("picture-sides").number("width", width);
                let words = words.number("height", height).both_features();
                all.push(view.text(&words));
            }
        }
        let is_told = set.caption.as_ref().is_some_and(|caption| caption.note.is_some());
        if !is_told
            && let Ink::Class(label) = set.inking.after
            && set.inking.sweep >= 1.0
        {
            all.push(view.text(&Words::new("picture-coloured").class("class", label)));
        }
    }
}

fn losses_so_far(view: &View<'_>, shown: Losses, all: &mut Vec<String>) {
    let Some(curve) = view.shown.experiments.of(shown.subject).losses() else { return };
    let seen = shown.seen.min(curve.losses.len());
    if let Some(&last) = curve.losses[..seen].last() {
        let name = view.plain(losses::name(curve.kind));
        let words = Words::new("picture-curve").text("name", name);
        all.push(view.text(&words.number("first", curve.losses[0]).number("last", last)));
    }
}

fn captioned(view: &View<'_>, caption: &Caption) -> String {
    let feature = view.text(&caption.feature);
    let note = caption.note.as_ref().map(|note| view.text(note)).unwrap_or_default();
    if note.is_empty() { feature } else { format!("{feature}, {note}") }
}

fn guesses(view: &View<'_>, board: &GuessBoard, all: &mut Vec<String>) {
    let tally = |key: &'static str, tally: Tally| {
        let words = Words::new("picture-tally").text("who", view.plain(key));
        let words = words.count("right", tally.right).count("wrong", tally.wrong);
        view.text(&words.count("streak", tally.streak))
    };
    all.push(tally("guess-you", board.visitor));
    all.extend(board.machine.map(|machine| tally("guess-machine", machine)));
}

fn histogram(view: &View<'_>, shown: &Histogram, all: &mut Vec<String>) {
    let (axis, scale) = match shown.axis {
        BinAxis::Bars => ("axis-count-of-bars", 1.0),
        BinAxis::AspectRatio => ("axis-aspect-ratio", 0.125),
    };
    let value = |bin: usize| scale * (f64::from(shown.first) + bin as f64);
    let totals: Vec<u32> = shown.bins.iter().map(|[no, yes]| no + yes).collect();
    let words = Words::new("picture-histogram").text("axis", view.plain(axis));
    all.push(view.text(&words.count("samples", totals.iter().sum::<u32>())));
    let highest =
        totals.iter().enumerate().max_by_key(|&(bin, &total)| (total, std::cmp::Reverse(bin)));
    if let Some((bin, &total)) = highest.filter(|&(_, &total)| total > 0) {
        let words = Words::new("picture-highest").number("value", value(bin));
        all.push(view.text(&words.count("samples", total)));
    }
    if shown.by_class {
        for label in [false, true] {
            let count: u32 = shown.bins.iter().map(|bin| bin[usize::from(label)]).sum();
            let words = Words::new("picture-of-class").class("class", label);
            all.push(view.text(&words.count("samples", count)));
        }
    }
    if let Some(boundary) = shown.boundary {
        let words = Words::new("picture-boundary").number("value", boundary.value);
        all.push(view.text(&words.both_classes()));
    }
    if let Some(cell) = shown.cell {
        let words = Words::new("picture-cell").number("value", scale * f64::from(cell.value));
        all.push(view.text(&words));
        all.extend(says(view, cell.ink));
    }
}

/// Returns the machine's prediction for the current sample in words; `None` before the machine has
/// predicted.
fn says(view: &View<'_>, ink: Ink) -> Option<String> {
    match ink {
        Ink::Class(label) => Some(view.text(&Words::new("picture-says").class("class", label))),
        Ink::Unknown | Ink::Boundary => None,
    }
}

fn plane(view: &View<'_>, shown: &Plane, all: &mut Vec<String>) {
    let words = Words::new("picture-plane").both_features();
    all.push(view.text(&words.count("points", shown.past)));
    for label in [false, true] {
        let count = shown.current.iter().filter(|point| point.ink == Ink::Class(label)).count();
        if count > 0 {
            let words = Words::new("picture-current").class("class", label);
            all.push(view.text(&words.count("points", count)));
        }
    }
    if let Some(PlaneBoundary { line, ghost, .. }) = &shown.boundary {
        all.push(boundary(view, "picture-line", line));
        all.extend(ghost.as_ref().map(|ghost| boundary(view, "picture-ghost", ghost)));
    }
    for named in shown.lines.iter().filter(|named| named.opacity >= 1.0) {
        let words = Words::new("picture-named-line").text("name", view.text(&named.name));
        all.push(view.text(&words));
    }
    all.extend(shown.region.as_ref().and_then(|shown| share(view, &view.region(shown)?)));
    for trail in &shown.trails {
        if let Some(&[width, height]) = trail.so_far().last() {
            let words = Words::new("picture-trail").text("name", view.text(&trail.name));
            all.push(view.text(&words.number("width", width).number("height", height)));
        }
    }
    for fact in &shown.facts {
        let (name, value) = (view.text(&fact.name), view.text(&fact.value));
        let words = Words::new("picture-fact").text("name", name).text("value", value.clone());
        all.extend((!value.is_empty()).then(|| view.text(&words)));
    }
}

fn boundary(view: &View<'_>, key: &'static str, line: &Line) -> String {
    let [w1, w2] = line.weights;
    let words = Words::new(key).number("w1", w1).number("w2", w2).number("bias", line.bias);
    view.text(&words.both_features().class("true", true))
}

fn share(view: &View<'_>, region: &Region) -> Option<String> {
    let sure = region.confidence.iter().filter(|&&confidence| confidence > 0.5).count();
    let percent = (100 * sure).checked_div(region.confidence.len())?;
    Some(view.text(&Words::new("picture-region").count("percent", percent).class("true", true)))
}

fn formulas(view: &View<'_>, shown: &Formulas, all: &mut Vec<String>) {
    all.extend(shown.lines.iter().map(|line| sentence(&view.text(line))));
    let function = view.text(&shown.function);
    let cases = shown.cases.iter().map(|case| sentence(&view.text(case)));
    all.extend(
        cases.map(|case| if function.is_empty() { case } else { format!("{function} {case}") }),
    );
}

fn network(view: &View<'_>, shown: &Network, all: &mut Vec<String>) {
    let words = Words::new("picture-network").count("neurons", shown.neurons.len());
    all.push(view.text(&words.count("edges", shown.edges.len())));
    let name = |neuron: &Neuron| {
        let content = view.text(&neuron.content);
        match &neuron.caption {
            Some(caption) => {
                let words = Words::new("picture-fact").text("name", view.text(caption));
                view.text(&words.text("value", content))
            }
            None => sentence(&content),
        }
    };
    all.extend(shown.neurons.iter().map(name));
    for label in shown.edges.iter().filter_map(|edge| edge.label.as_ref()) {
        let now = view.text(&label.now);
        all.push(match &label.before {
            Some(before) => {
                let words = Words::new("picture-weight-changed").text("before", view.text(before));
                view.text(&words.text("now", now))
            }
            None => view.text(&Words::new("picture-weight").text("weight", now)),
        });
    }
    all.extend(shown.notes.iter().map(|note| sentence(&view.text(&note.words))));
}
