//! The names of the two classes of a table.

use crate::text::{check_name, quoted};

/// Collects the names of the two classes while rows are read.
#[derive(Default)]
pub struct ClassNames(Vec<String>);

impl ClassNames {
    /// Notes a label and returns its number. [`Self::resolve`] gives the class of each number.
    ///
    /// # Errors
    /// Fails if the label is empty, is longer than [`NAME_LIMIT`](crate::limits::NAME_LIMIT), has
    /// control characters, or is a third label.
    pub fn note(&mut self, label: &str) -> Result<usize, String> {
        if let Some(index) = self.0.iter().position(|name| name == label) {
            return Ok(index);
        }
        // Spreadsheets write TRUE and FALSE.
        let lower = label.to_lowercase();
        let name = if lower == "true" || lower == "false" { lower } else { label.to_owned() };
        if let Some(index) = self.0.iter().position(|known| *known == name) {
            return Ok(index);
        }
        if name.is_empty() {
            return Err("expected a label, found nothing".to_owned());
        }
        check_name(&name)?;
        if let [first, second] = &self.0[..] {
            let [first, second, label] = [first, second, label].map(quoted);
            return Err(format!(
                "expected one of two labels, {first} and {second} so far, found {label}"
            ));
        }
        self.0.push(name);
        Ok(self.0.len() - 1)
    }

    /// Returns the class of each noted number, and the names `[false, true]`. The names are none if
    /// they are just true and false, or 1 and 0. In alphabetical order, the first name is class
    /// false and the second is class true. So false comes before true, and 0 before 1.
    ///
    /// # Errors
    /// Fails if there is no row, or only one class.
    pub fn resolve(self) -> Result<([bool; 2], Option<[String; 2]>), String> {
        match <[String; 2]>::try_from(self.0) {
            Ok([first, second]) => {
                let first_is_true = first > second;
                let classes = [first_is_true, !first_is_true];
                let names = if first_is_true { [second, first] } else { [first, second] };
                let plain = names == ["false", "true"] || names == ["0", "1"];
                Ok((classes, (!plain).then_some(names)))
            }
            Err(names) => Err(match &names[..] {
                [only] => format!("expected samples of two classes, found only {}", quoted(only)),
                _ => "expected at least one sample of each class, found no rows".to_owned(),
            }),
        }
    }
}
