//! The names of the two classes of a table.

use crate::text::{check_name, quoted};

/// The names of the two classes, gathered as rows are read.
#[derive(Default)]
pub struct ClassNames(Vec<String>);

impl ClassNames {
    /// Notes a label; the number returned is turned into a class by [`Self::resolve`].
    ///
    /// # Errors
    /// What is wrong: the label is empty, is longer than
    /// [`NAME_LIMIT`](crate::limits::NAME_LIMIT), has control characters, or is a third one.
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

    /// The class of each noted number, and the names `[false, true]` where they say more than
    /// that. In alphabetical order the first name is class false, the second class true, which
    /// puts false before true and 0 before 1.
    ///
    /// # Errors
    /// What is wrong: there is no row, or only one class.
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
