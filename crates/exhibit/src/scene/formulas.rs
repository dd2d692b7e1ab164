//! Formulas.

use content::words::Words;

/// Formulas, one below the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Formulas {
    /// The formulas of one line each.
    pub lines: Vec<Words>,
    /// The left side of a formula with cases.
    pub function: Words,
    /// The cases of this formula.
    pub cases: Vec<Words>,
}

impl Formulas {
    /// All words of the part.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        let all = self.lines.iter().chain([&self.function]).chain(&self.cases);
        all.filter(|words| !words.key.is_empty())
    }
}
