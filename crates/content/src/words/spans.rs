//! Splits sentences at their marks into spans with their own weight or colour.

/// A part of a sentence with one emphasis.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The text of the span.
    pub text: String,
    /// The emphasis of the text.
    pub emphasis: Emphasis,
}

/// The emphasis of a part of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// No emphasis: `…`.
    Plain,
    /// Strong: `<b>…</b>`.
    Strong,
    /// About the decision boundary: `<boundary>…</boundary>`.
    Boundary,
    /// About an error: `<error>…</error>`.
    Error,
    /// About a class: `<name>…</name>`, where the value of that name is a class.
    Class(bool),
}

/// Splits a text at its marks. A mark that `emphasis` does not know stays in the text.
pub(super) fn spans(text: &str, emphasis: impl Fn(&str) -> Option<Emphasis>) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut push = |text: &str, emphasis| {
        if !text.is_empty() {
            spans.push(Span { text: text.to_owned(), emphasis });
        }
    };
    let mut rest = text;
    while let Some((before, tag, inside, after)) = next_mark(rest) {
        match emphasis(tag) {
            Some(known) => {
                push(before, Emphasis::Plain);
                push(inside, known);
                rest = after;
            }
            None => {
                let end = before.len() + 1;
                push(&rest[..end], Emphasis::Plain);
                rest = &rest[end..];
            }
        }
    }
    push(rest, Emphasis::Plain);
    spans
}

/// The text before `<tag>`, the tag, the text up to `</tag>`, and the text after it.
fn next_mark(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (before, opened) = text.split_once('<')?;
    let (tag, rest) = opened.split_once('>')?;
    let (inside, after) = rest.split_once(&format!("</{tag}>"))?;
    Some((before, tag, inside, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_marks_split_a_text_into_spans_and_unknown_ones_stay() {
        let found = spans("<b>29</b> is <odd>more</odd> than 3 < 4", |tag| {
            (tag == "b").then_some(Emphasis::Strong)
        });
        let text: String = found.iter().map(|span| span.text.as_str()).collect();
        assert_eq!(text, "29 is <odd>more</odd> than 3 < 4");
        assert_eq!(found[0], Span { text: "29".to_owned(), emphasis: Emphasis::Strong });
        assert!(found[1..].iter().all(|span| span.emphasis == Emphasis::Plain));
    }
}
