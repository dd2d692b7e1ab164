//! Describes the moment in words for screen readers: the position, the picture, and the next actions.

mod pictures;

use egui::accesskit::{self, Live, Role};
use egui::{Id, Ui};

use super::panels::link_notice;
use super::view::View;
use content::words::{SUPERSCRIPTS, Words};
use exhibit::chapter::CHAPTERS;
use exhibit::playback::Motion;
use exhibit::scene::plane::Touch;
use exhibit::scene::{Scene, Slot};
use exhibit::visitor::Panel;

/// Characters that screen readers read out wrongly, each with the key of the words that replace it.
const SPOKEN: [(char, &str); 22] = [
    ('\u{2212}', "spoken-minus"),
    ('·', "spoken-times"),
    ('×', "spoken-times"),
    ('÷', "spoken-divided-by"),
    ('+', "spoken-plus"),
    ('=', "spoken-equals"),
    ('>', "spoken-greater"),
    ('…', "spoken-and-so-on"),
    ('ỹ', "spoken-prediction"),
    ('σ', "spoken-sigma"),
    ('Δ', "spoken-change"),
    ('′', "spoken-prime"),
    ('½', "spoken-half"),
    ('₀', "spoken-0"),
    ('₁', "spoken-1"),
    ('₂', "spoken-2"),
    ('₃', "spoken-3"),
    ('₄', "spoken-4"),
    ('⁰', "spoken-0"),
    ('¹', "spoken-1"),
    ('²', "spoken-2"),
    ('³', "spoken-3"),
];

/// Describes the moment, the pictures and the whole window to screen readers. Without a screen reader
/// it costs nothing.
pub fn tell(ui: &Ui, view: &View<'_>) {
    let context = ui.ctx();
    let title = || view.plain("exhibit-title");
    let is_heard = context.accesskit_node_builder(egui::accesskit_root_id(), |_| ()).is_some();
    if !is_heard {
        return;
    }
    let (title, language) = (title(), view.controls.settings.language.as_str());
    context.accesskit_node_builder(egui::accesskit_root_id(), |node| {
        node.set_label(title);
        node.set_language(language);
    });
    let words = text(view);
    // Announce only a picture at rest. While the picture moves, announcements would pile up.
    let live = if view.shown.playback.motion == Motion::Rest { Live::Polite } else { Live::Off };
    node(ui, "description", Role::Status, view.layout.header, |node| {
        node.set_label(words);
        node.set_live(live);
    });
    if view.controls.panel.is_some() {
        return;
    }
    let (world, mind) = (pictures::world(view), pictures::mind(view));
    for (id, place, words) in [
        ("picture of the world", view.layout.world, world),
        ("picture of the mind", view.layout.mind, mind),
    ] {
        if !words.is_empty() {
            let words = spoken(view, &words.join(" "));
            node(ui, id, Role::Image, place, |node| node.set_label(words));
        }
    }
}

fn node(
    ui: &Ui,
    id: &'static str,
    role: Role,
    place: bevy_math::Rect,
    fill: impl FnOnce(&mut accesskit::Node),
) {
    ui.ctx().accesskit_node_builder(Id::new(id), |node| {
        node.set_role(role);
        node.set_bounds(accesskit::Rect {
            x0: place.min.x.into(),
            y0: place.min.y.into(),
            x1: place.max.x.into(),
            y1: place.max.y.into(),
        });
        fill(node);
    });
}

/// Returns the description of the moment as one text, in the spoken form.
#[must_use]
pub fn text(view: &View<'_>) -> String {
    spoken(view, &sentences(view).join(" "))
}

/// Returns the description of the moment sentence by sentence, in the written form.
#[must_use]
pub fn sentences(view: &View<'_>) -> Vec<String> {
    if let Some(panel) = view.controls.panel {
        let page = view.plain(title_of(panel));
        let mut all = vec![view.text(&Words::new("description-page").text("page", page))];
        if panel == Panel::LinkNotice {
            all.extend(link_notice::sentences(view).iter().map(|words| view.text(words)));
        }
        return all;
    }
    let mut all = vec![
        sentence(
            &view.text(
                &Words::new("description-chapter")
                    .count("number", view.shown.chapter.index() + 1)
                    .count("chapters", CHAPTERS.len())
                    .text("title", title_of_chapter(view, view.shown.chapter.index())),
            ),
        ),
        view.text(&Words::new("description-position").text("position", position(view))),
        view.text(&view.shown.scene.narration),
    ];
    let Scene { comparison, explanation, .. } = view.shown.scene;
    all.extend(comparison.as_ref().map(|words| sentence(&view.text(words))));
    if let Some(explanation) = explanation {
        all.push(view.text(&explanation.title));
        all.extend(explanation.lines.iter().map(|line| sentence(&view.text(line))));
    }
    all.extend(pictures::world(view));
    all.extend(pictures::mind(view));
    all.extend(next(view));
    all.retain(|sentence| !sentence.is_empty());
    all
}

/// Returns the current sample and phase in words.
#[must_use]
pub fn position(view: &View<'_>) -> String {
    let at = view.shown.step.position();
    let phase = view.plain(view.shown.chapter.get().phases()[at.phase]);
    view.text(&Words::new("description-place").text("sample", sample(view)).text("phase", phase))
}

/// Returns the current sample and the count of samples in words.
#[must_use]
pub fn sample(view: &View<'_>) -> String {
    let (timeline, at) = (view.shown.step.timeline(), view.shown.step.position());
    let words = Words::new(view.shown.chapter.get().position())
        .count("sample", at.sample + 1)
        .count("samples", timeline.samples())
        .count("epoch", at.sample)
        .count("epochs", timeline.samples() - 1)
        .count("step", at.phase + 1)
        .count("steps", timeline.phases());
    view.text(&words)
}

/// Returns the key of a page's title.
#[must_use]
pub fn title_of(panel: Panel) -> &'static str {
    match panel {
        Panel::Chapters => "panel-chapters",
        Panel::Help => "panel-help",
        Panel::Appearance => "panel-appearance",
        Panel::Compare => "panel-compare",
        Panel::Share => "panel-share",
        Panel::LinkNotice => "panel-link-notice",
    }
}

fn title_of_chapter(view: &View<'_>, index: usize) -> String {
    view.plain(&format!("chapter-{}", CHAPTERS[index].id()))
}

/// Returns the next actions, sentence by sentence.
fn next(view: &View<'_>) -> Vec<String> {
    let mut all = Vec::new();
    let at = view.shown.step.position();
    if view.shown.scene.explanation.is_some() {
        all.push(view.plain("description-next-explanation"));
    }
    if let Some(board) = view.shown.scene.guess_board()
        && board.truth.is_none()
        && board.answer.is_none()
    {
        let words = Words::new("description-next-guess").both_classes();
        all.push(view.text(&words));
    }
    match view.shown.scene.plane(Slot::Mind).and_then(|plane| plane.boundary).map(|line| line.touch)
    {
        Some(Touch::Turn) => all.push(view.plain("description-next-turn")),
        Some(Touch::Move) => all.push(view.plain("description-next-move")),
        Some(Touch::Explain) => all.push(view.plain("description-next-why")),
        Some(Touch::Nothing) | None => {}
    }
    let toggles = |network: &exhibit::scene::network::Network| {
        network.neurons.iter().any(|neuron| neuron.toggles.is_some())
    };
    if view.shown.scene.network().is_some_and(|(_, network)| toggles(network)) {
        all.push(view.plain("description-next-toggle"));
    }
    let (timeline, index) = (view.shown.step.timeline(), view.shown.chapter.index());
    if view.shown.playback.motion == Motion::Playing {
        all.push(view.plain("description-playing"));
    } else if view.shown.step.playhead().step < timeline.last() {
        let phases = view.shown.chapter.get().phases();
        let phase = view.plain(phases[(at.phase + 1) % phases.len()]);
        let key = if at.phase + 1 < phases.len() {
            "description-next-phase"
        } else {
            "description-next-sample"
        };
        all.push(view.text(&Words::new(key).text("phase", phase)));
    } else if index + 1 < CHAPTERS.len() {
        let title = title_of_chapter(view, index + 1);
        let words = Words::new("description-next-chapter").text("title", title);
        all.push(sentence(&view.text(&words)));
    } else {
        all.push(view.plain("description-end"));
    }
    all
}

/// Adds a full stop to a text that ends without a mark.
fn sentence(text: &str) -> String {
    match text.chars().last() {
        None | Some('.' | '!' | '?' | '…' | ':') => text.to_owned(),
        Some(_) => format!("{text}."),
    }
}

/// Replaces signs that screen readers read out wrongly by words.
#[must_use]
pub fn spoken(view: &View<'_>, text: &str) -> String {
    let text = &raised(text, &view.plain("spoken-to-the-power"));
    let mut spoken = String::with_capacity(text.len());
    for letter in text.chars() {
        let Some((_, key)) = SPOKEN.iter().find(|(sign, _)| *sign == letter) else {
            if !(letter == ' ' && spoken.ends_with(' ')) {
                spoken.push(letter);
            }
            continue;
        };
        if !spoken.is_empty() && !spoken.ends_with([' ', '(']) {
            spoken.push(' ');
        }
        spoken.push_str(&view.plain(key));
        spoken.push(' ');
    }
    // Remove the space before a closing mark.
    for sign in ['.', ',', ')', ':', ';', '?', '!'] {
        spoken = spoken.replace(&format!(" {sign}"), &sign.to_string());
    }
    spoken.trim_end().to_owned()
}

/// Writes the exponents of powers of ten as words and numbers: `10⁻⁵` is 10 to the power of −5.
fn raised(text: &str, to_the_power: &str) -> String {
    let mut raised = String::with_capacity(text.len());
    let mut is_exponent = false;
    for letter in text.chars() {
        let digit = SUPERSCRIPTS.iter().position(|&sign| sign == letter);
        let plain = match (letter, digit) {
            ('⁻', _) => '\u{2212}',
            (_, Some(digit)) => char::from(b"0123456789"[digit]),
            _ => {
                is_exponent = false;
                raised.push(letter);
                continue;
            }
        };
        // A raised digit after a letter is an index, such as that of a layer.
        if !is_exponent && !raised.ends_with(|before: char| before.is_ascii_digit()) {
            raised.push(letter);
            continue;
        }
        if !is_exponent {
            raised.push_str(&format!(" {to_the_power} "));
        }
        is_exponent = true;
        raised.push(plain);
    }
    raised
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_ten_become_numbers_and_indices_stay() {
        assert_eq!(raised("1.2×10⁻⁵ and 10⁴⁰.", "hoch"), "1.2×10 hoch \u{2212}5 and 10 hoch 40.");
        assert_eq!(raised("w⁰₁₁", "hoch"), "w⁰₁₁");
    }
}
