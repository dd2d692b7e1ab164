//! Follows the references between the messages of a language: finds cycles, adds up sizes, and collects
//! letters.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::direction::right_to_left;
use super::source::Source;
use crate::files::FileError;
use crate::limits::{MESSAGE_CHARACTERS, MESSAGE_DEPTH, PLACEABLES};

/// The findings in the messages of a language.
#[derive(Default)]
pub(super) struct References {
    /// Things that cannot be shown: cycles, messages beyond the limits, and letters from right to left.
    pub faults: Vec<FileError>,
    /// References to unknown names. They are shown as they are written in the file.
    pub unknown: Vec<FileError>,
    /// The characters of all messages and terms.
    pub letters: BTreeSet<char>,
}

impl References {
    /// Follows the references in all files of a language.
    pub fn of(sources: &[Source]) -> Self {
        let mut walk = Walk { patterns: patterns(sources), ..Walk::default() };
        let names: Vec<String> = walk.patterns.keys().cloned().collect();
        for name in &names {
            walk.size_of(name);
        }
        walk.found
    }
}

/// The size of a shown message. If the wording depends on a value, this is the maximum.
#[derive(Clone, Copy, Default)]
struct Size {
    placeables: usize,
    characters: usize,
    depth: usize,
}

impl Size {
    fn and(self, other: Self) -> Self {
        Self {
            depth: self.depth.max(other.depth),
            placeables: self.placeables.saturating_add(other.placeables),
            characters: self.characters.saturating_add(other.characters),
        }
    }

    fn or(self, other: Self) -> Self {
        Self {
            depth: self.depth.max(other.depth),
            placeables: self.placeables.max(other.placeables),
            characters: self.characters.max(other.characters),
        }
    }
}

/// For each name, its file, its pattern, and the identifier that errors point to.
type Texts<'a> = BTreeMap<String, (&'a Source, &'a Pattern<&'a str>, &'a str)>;

/// The patterns by their names in references: `message`, `-term`, `message.attribute`.
fn patterns(sources: &[Source]) -> Texts<'_> {
    let mut patterns = BTreeMap::new();
    for source in sources {
        for entry in source.resource.entries() {
            let (name, id, value, attributes) = match entry {
                Entry::Message(m) => {
                    (m.id.name.to_owned(), m.id.name, m.value.as_ref(), &m.attributes)
                }
                Entry::Term(t) => {
                    (format!("-{}", t.id.name), t.id.name, Some(&t.value), &t.attributes)
                }
                _ => continue,
            };
            for attribute in attributes {
                let name = format!("{name}.{}", attribute.id.name);
                patterns.insert(name, (source, &attribute.value, attribute.id.name));
            }
            if let Some(value) = value {
                patterns.insert(name, (source, value, id));
            }
        }
    }
    patterns
}

#[derive(Default)]
struct Walk<'a> {
    patterns: Texts<'a>,
    sizes: BTreeMap<String, Size>,
    /// The names on the current path. Each is referred to by the one before it.
    chain: Vec<String>,
    /// Levels of braces and references on the current path.
    depth: usize,
    found: References,
}

impl<'a> Walk<'a> {
    fn size_of(&mut self, name: &str) -> Size {
        if let Some(size) = self.sizes.get(name) {
            return *size;
        }
        let Some(&(source, pattern, id)) = self.patterns.get(name) else { return Size::default() };
        if let Some(start) = self.chain.iter().position(|known| known == name) {
            let mut cycle = self.chain[start..].to_vec();
            cycle.push(name.to_owned());
            // A long cycle is shortened to its beginning and its end.
            if cycle.len() > 8 {
                cycle.splice(4..cycle.len() - 3, ["…".to_owned()]);
            }
            let problem =
                format!("expected messages that end, found a cycle: {}", cycle.join(" → "));
            self.found.faults.push(source.problem(id, &problem));
            return Size::default();
        }
        self.chain.push(name.to_owned());
        let size = self.follow(source, pattern, name, id);
        self.chain.pop();
        for (what, most, found) in [
            ("placeables", PLACEABLES, size.placeables),
            ("characters", MESSAGE_CHARACTERS, size.characters),
            ("levels", MESSAGE_DEPTH, size.depth),
        ] {
            if found > most {
                let problem = format!(
                    "{name} comes to {found} {what} with what it refers to; expected at most {most}"
                );
                self.found.faults.push(source.problem(id, &problem));
                // Report it once, at the first message beyond the limit.
                self.sizes.insert(name.to_owned(), Size::default());
                return Size::default();
            }
        }
        self.sizes.insert(name.to_owned(), size);
        size
    }

    fn follow(
        &mut self,
        source: &'a Source,
        pattern: &'a Pattern<&'a str>,
        name: &str,
        id: &str,
    ) -> Size {
        if self.depth >= MESSAGE_DEPTH {
            let problem = format!(
                "{name}: expected at most {MESSAGE_DEPTH} levels of references, found more"
            );
            self.found.faults.push(source.problem(id, &problem));
            return Size::default();
        }
        self.pattern(source, pattern)
    }

    fn pattern(&mut self, source: &'a Source, pattern: &'a Pattern<&'a str>) -> Size {
        let mut size = Size::default();
        for element in &pattern.elements {
            size = size.and(match element {
                PatternElement::TextElement { value } => self.text(source, value, value),
                PatternElement::Placeable { expression } => {
                    let counted = Size { placeables: 1, ..Size::default() };
                    self.expression(source, expression).and(counted)
                }
            });
        }
        size
    }

    fn expression(&mut self, source: &'a Source, expression: &'a Expression<&'a str>) -> Size {
        self.depth += 1;
        let size = match expression {
            Expression::Inline(inline) => self.inline(source, inline),
            Expression::Select { selector, variants } => {
                let selector = self.inline(source, selector);
                let longest = variants
                    .iter()
                    .map(|variant| self.pattern(source, &variant.value))
                    .fold(Size::default(), Size::or);
                selector.and(longest)
            }
        };
        self.depth -= 1;
        Size { depth: size.depth + 1, ..size }
    }

    fn inline(&mut self, source: &'a Source, inline: &'a InlineExpression<&'a str>) -> Size {
        match inline {
            InlineExpression::StringLiteral { value } => {
                self.text(source, &unescape_unicode_to_string(value), value)
            }
            InlineExpression::NumberLiteral { value } => self.text(source, value, value),
            InlineExpression::VariableReference { .. } => Size::default(),
            InlineExpression::Placeable { expression } => self.expression(source, expression),
            InlineExpression::MessageReference { id, attribute } => {
                let name = with_attribute(id.name, attribute.as_ref().map(|a| a.name));
                self.reference(source, name, id.name)
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let size = arguments.as_ref().map_or(Size::default(), |a| self.call(source, a));
                let name =
                    format!("-{}", with_attribute(id.name, attribute.as_ref().map(|a| a.name)));
                size.and(self.reference(source, name, id.name))
            }
            InlineExpression::FunctionReference { id, arguments } => {
                let problem = format!("there is no function {}; expected none", id.name);
                self.found.unknown.push(source.problem(id.name, &problem));
                self.call(source, arguments)
            }
        }
    }

    fn call(&mut self, source: &'a Source, arguments: &'a CallArguments<&'a str>) -> Size {
        let named = arguments.named.iter().map(|argument| &argument.value);
        let all = arguments.positional.iter().chain(named);
        self.depth += 1;
        let size =
            all.fold(Size::default(), |size, argument| size.and(self.inline(source, argument)));
        self.depth -= 1;
        Size { depth: size.depth + 1, ..size }
    }

    fn reference(&mut self, source: &'a Source, name: String, at: &str) -> Size {
        if !self.patterns.contains_key(&name) {
            let problem = format!("refers to {{ {name} }}, which is not in this language");
            self.found.unknown.push(source.problem(at, &problem));
        }
        self.size_of(&name)
    }

    fn text(&mut self, source: &Source, text: &str, at: &str) -> Size {
        if let Some(letter) = right_to_left(text) {
            let is_reported = |fault: &FileError| {
                fault.path == source.path && fault.problem.contains(RIGHT_TO_LEFT)
            };
            if !self.found.faults.iter().any(is_reported) {
                let problem = format!("{RIGHT_TO_LEFT}, such as {letter:?}, cannot be drawn");
                self.found.faults.push(source.problem(at, &problem));
            }
        }
        self.found.letters.extend(text.chars());
        Size { characters: text.chars().count(), ..Size::default() }
    }
}

const RIGHT_TO_LEFT: &str = "letters that are written from right to left";

fn with_attribute(name: &str, attribute: Option<&str>) -> String {
    attribute.map_or_else(|| name.to_owned(), |attribute| format!("{name}.{attribute}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> References {
        let mut problems = Vec::new();
        let source = Source::parse("locales/nl/own.ftl", text.to_owned(), &mut problems);
        assert_eq!(problems, []);
        References::of(&[source.unwrap_or_else(|error| panic!("{error}"))])
    }

    fn faults(text: &str) -> Vec<String> {
        found(text).faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn errors_about_cycles_name_the_file_the_line_and_the_path() {
        for (text, line, path) in [
            ("x = 1\na = { a }\n", 2, "a → a"),
            ("a = { b }\nb = { c }\nc = c { b }\n", 2, "b → c → b"),
            ("-a = { -b }\n-b = { -a }\n", 1, "-a → -b → -a"),
            ("a = { b.c }\nb = x\n    .c = { a }\n", 1, "a → b.c → a"),
            ("a = { $x ->\n    [one] 1\n   *[other] { a }\n }\n", 1, "a → a"),
            ("a = { -b.c ->\n   *[other] x\n }\n-b = y\n    .c = { a }\n", 5, "-b.c → a → -b.c"),
            ("a = { -b(c: 1) }\n-b = { { a } }\n", 2, "-b → a → -b"),
        ] {
            let expected = format!(
                "asset locales/nl/own.ftl: line {line}: expected messages that end, found a cycle: {path}"
            );
            let found = faults(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(found[0], expected, "{text}");
        }
        let long: String = (0..50).map(|n| format!("m{n} = {{ m{} }}\n", (n + 1) % 50)).collect();
        let found = faults(&long);
        assert!(found[0].contains("m0 → m1 → m2 → m3 → … → m48 → m49 → m0"), "{found:?}");
    }

    #[test]
    fn messages_beyond_the_limits_are_refused() {
        // Ten messages. Each shows the one before it ten times.
        let mut laughs = "m0 = ha\n".to_owned();
        for n in 1..10 {
            laughs += &format!("m{n} = {}\n", format!("{{ m{} }}", n - 1).repeat(10));
        }
        let found = faults(&laughs);
        assert!(
            found[0].contains(
                "line 3: m2 comes to 110 placeables with what it refers to; expected at most 100"
            ),
            "{found:?}"
        );
        let long = format!("a = {}\nb = {{ a }}{{ a }}\n", "x".repeat(MESSAGE_CHARACTERS));
        let found = faults(&long);
        assert!(found[0].contains("line 2: b comes to 10000 characters"), "{found:?}");
        assert_eq!(found.len(), 1);
        let deep: String = (0..300).map(|n| format!("m{n} = {{ m{} }}\n", n + 1)).collect();
        let found = faults(&(deep + "m300 = x\n"));
        // The levels of nested messages are added up.
        let braces = |inner: &str| format!("{}{inner}{}", "{ ".repeat(90), " }".repeat(90));
        let spread = faults(&format!("a = {}\nb = {}\n", braces("$x"), braces("a")));
        assert!(spread[0].contains("line 2: b comes to 180 levels"), "{spread:?}");
        assert!(found[0].contains("expected at most 100 levels of references"), "{found:?}");
    }

    #[test]
    fn references_to_unknown_names_are_found_and_other_references_are_no_faults() {
        let found =
            found("a = { b } { -c } { F(1) } { b.d }\nb = \"quoted\" {\"\\u0041\"}\n-c = c\n");
        let unknown: Vec<_> = found.unknown.iter().map(|error| error.problem.as_str()).collect();
        assert_eq!(
            unknown,
            [
                "line 1: there is no function F; expected none",
                "line 1: refers to { b.d }, which is not in this language"
            ]
        );
        assert_eq!(found.faults, []);
        assert!(found.letters.contains(&'A') && found.letters.contains(&'q'));
    }

    #[test]
    fn letters_from_right_to_left_are_found_in_texts_escapes_and_variants() {
        for text in [
            "a = b\nc = הסף 123\n",
            "a = b\nc = {\"\\u05D0\"}\n",
            "a = b\nc = { $x ->\n *[other] السلام\n }",
        ] {
            let found = faults(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].contains("letters that are written from right to left"), "{found:?}");
        }
        assert_eq!(faults("# הערה\na = b\n"), Vec::<String>::new());
    }
}
