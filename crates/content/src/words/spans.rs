//! Sentences cut at their marks: stretches set apart by weight or colour.

/// A stretch of a sentence set in one way.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// How they are set.
    pub emphasis: Emphasis,
}

/// How a stretch of a sentence is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// As the rest: `…`.
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

/// Cuts a text at its marks; a mark that `emphasis` does not know stays as it is.
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
    fn marks_set_stretches_apart() {
        let found = spans("<b>29</b> is <odd>more</odd> than 3 < 4", |tag| {
            (tag == "b").then_some(Emphasis::Strong)
        });
        let text: String = found.iter().map(|span| span.text.as_str()).collect();
        assert_eq!(text, "29 is <odd>more</odd> than 3 < 4");
        assert_eq!(found[0], Span { text: "29".to_owned(), emphasis: Emphasis::Strong });
        assert!(found[1..].iter().all(|span| span.emphasis == Emphasis::Plain));
    }
}
