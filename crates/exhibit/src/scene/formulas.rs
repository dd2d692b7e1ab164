//! Formulas.

use content::words::Words;

/// Formulas, one below the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Formulas {
    /// Those of one line.
    pub lines: Vec<Words>,
    /// The left side of one that has cases.
    pub function: Words,
    /// Its cases.
    pub cases: Vec<Words>,
}

impl Formulas {
    /// Everything that it says.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        let all = self.lines.iter().chain([&self.function]).chain(&self.cases);
        all.filter(|words| !words.key.is_empty())
    }
}
