//! Tables of comma-separated values: finds columns by name, and reports errors by file, line and
//! column.
//!
//! Each kind of specimen names its own columns and reads its own rows. This file holds the code
//! that all kinds share. It checks the [limits](crate::limits) while it reads a row. So a row never
//! takes more memory than its longest allowed fields.

use csv_core::ReadRecordResult;

use super::DatasetError;
use crate::limits::{
    COLUMN_LIMIT, FIELD_LIMIT, GREATEST_MAGNITUDE, LEAST_MAGNITUDE, ROW_LIMIT, allows,
};
use crate::text::{check_name, escaped, quoted, shortened};

/// A table that is read row by row.
pub struct Table<'a> {
    file: &'a str,
    bytes: &'a [u8],
    reader: csv_core::Reader,
    header: Vec<String>,
    line_of_header: u64,
    /// The fields of the current row, one after the other.
    text: Vec<u8>,
    /// The end of each field in `text`. The first `fields` entries belong to the current row.
    ends: Vec<usize>,
    fields: usize,
    rows: usize,
    /// The line on which the current row begins, counted from 1.
    line: u64,
    /// The place up to which the bytes are read, and the line at that place.
    at: usize,
    line_at: u64,
}

/// A column in a table's header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column<'a> {
    name: &'a str,
    place: usize,
}

impl<'a> Table<'a> {
    /// Opens a table. `file` is its name in errors. A byte order mark before the header is skipped.
    ///
    /// # Errors
    /// Fails if the text is not UTF-8, or if the header exceeds the limits.
    pub fn open(file: &'a str, bytes: &'a [u8]) -> Result<Self, DatasetError> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        if let Err(error) = std::str::from_utf8(bytes) {
            let line = 1 + count_line_ends(bytes, 0..error.valid_up_to());
            let problem = "expected text in UTF-8, found other bytes".to_owned();
            return Err(error_at(file, Some(line), None, problem));
        }
        let mut table = Self {
            file,
            bytes,
            reader: csv_core::Reader::new(),
            header: Vec::new(),
            line_of_header: 1,
            text: vec![0; 1024],
            // One more than the limit, so that a row with too many fields is noticed.
            ends: vec![0; COLUMN_LIMIT + 1],
            fields: 0,
            rows: 0,
            line: 1,
            at: 0,
            line_at: 1,
        };
        if table.read_row()? {
            table.line_of_header = table.line;
            table.header = (0..table.fields).map(|place| one_line(table.text_at(place))).collect();
        }
        Ok(table)
    }

    /// Finds the columns with these names.
    ///
    /// # Errors
    /// Fails if the header lacks one of the names or has it twice, or if a name cannot be shown.
    pub fn columns<const COUNT: usize>(
        &self,
        names: [&'a str; COUNT],
    ) -> Result<[Column<'a>; COUNT], DatasetError> {
        let mut columns = [Column { name: "", place: 0 }; COUNT];
        for (column, name) in columns.iter_mut().zip(names) {
            *column = self.optional_column(name)?.ok_or_else(|| {
                let expected = names.map(|name| escaped(&shortened(name))).join(",");
                let found = quoted_list(&self.header);
                let problem = format!("missing; expected the header {expected}, found {found}");
                self.error_of_header(name, problem)
            })?;
        }
        Ok(columns)
    }

    /// Finds the column with this name, if there is one. In the header, a line break within a name
    /// counts as one space, together with the spaces around it.
    ///
    /// # Errors
    /// Fails if the header has the name twice, or if the name is too long or has control
    /// characters.
    pub fn optional_column(&self, name: &'a str) -> Result<Option<Column<'a>>, DatasetError> {
        let mut places = (0..self.header.len()).filter(|&place| self.header[place] == name);
        let Some(place) = places.next() else { return Ok(None) };
        if places.next().is_some() {
            let problem = "expected once in the header, found twice".to_owned();
            return Err(self.error_of_header(name, problem));
        }
        check_name(name).map_err(|problem| self.error_of_header(name, problem))?;
        Ok(Some(Column { name, place }))
    }

    /// Goes to the next row. Returns false after the last row.
    ///
    /// # Errors
    /// Fails if the row has too few or too many fields or too long a field, or if there are more
    /// than [`ROW_LIMIT`] rows.
    pub fn advance(&mut self) -> Result<bool, DatasetError> {
        if !self.read_row()? {
            return Ok(false);
        }
        let (expected, found) = (self.header.len(), self.fields);
        if found != expected {
            let problem = format!("expected {expected} fields, as in the header, found {found}");
            return Err(self.error(None, problem));
        }
        self.rows += 1;
        if self.rows > ROW_LIMIT {
            return Err(self.error(None, format!("expected at most {ROW_LIMIT} rows")));
        }
        Ok(true)
    }

    /// Reads a row, which may be the header. Returns false after the last row.
    fn read_row(&mut self) -> Result<bool, DatasetError> {
        let is_line_end = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        let empty = self.bytes[self.at..].iter().take_while(is_line_end).count();
        self.line_at += count_line_ends(self.bytes, self.at..self.at + empty);
        self.line = self.line_at;
        self.at += empty;
        let start = self.at;
        self.fields = 0;
        let mut length = 0;
        loop {
            let (result, read, written, ended) = self.reader.read_record(
                &self.bytes[self.at..],
                &mut self.text[length..],
                &mut self.ends[self.fields..],
            );
            self.at += read;
            length += written;
            self.fields += ended;
            let last_end = self.fields.checked_sub(1).map_or(0, |last| self.ends[last]);
            if self.fields > COLUMN_LIMIT {
                let problem = format!("expected at most {COLUMN_LIMIT} columns, found more");
                return Err(self.error(None, problem));
            }
            if let Some(place) =
                (0..self.fields).find(|&place| self.range(place).len() > FIELD_LIMIT)
            {
                return Err(self.error_of_length(place));
            }
            if length - last_end > FIELD_LIMIT {
                return Err(self.error_of_length(self.fields));
            }
            match result {
                // If the input is empty, the next call passes no bytes. This tells the reader that
                // the table ends.
                ReadRecordResult::InputEmpty | ReadRecordResult::OutputEndsFull => {}
                ReadRecordResult::OutputFull => self.text.resize(2 * self.text.len(), 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(false),
            }
        }
        self.line_at += count_line_ends(self.bytes, start..self.at);
        Ok(true)
    }

    /// The range of a field of the current row in the row's text.
    fn range(&self, place: usize) -> std::ops::Range<usize> {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[place]
    }

    fn text_at(&self, place: usize) -> &str {
        std::str::from_utf8(&self.text[self.range(place)]).unwrap_or_default().trim()
    }

    /// The field of the current row in a column.
    #[must_use]
    pub fn field(&self, column: Column<'_>) -> &str {
        self.text_at(column.place)
    }

    /// The field of the current row in a column, as a number. The number is 0, or its magnitude is
    /// within the [limits](crate::limits).
    ///
    /// # Errors
    /// Fails if the field is not a number, or is too large or too small.
    pub fn number(&self, column: Column<'_>) -> Result<f64, DatasetError> {
        let number = self.any_number(column)?;
        if allows(number) {
            return Ok(number);
        }
        let problem = format!(
            "expected 0 or a number from {LEAST_MAGNITUDE:e} to {GREATEST_MAGNITUDE:e} in \
             magnitude, found {}",
            quoted(self.field(column))
        );
        Err(self.error(Some(column), problem))
    }

    /// The field of the current row in a column, as a length: a number above 0, within the
    /// [limits](crate::limits).
    ///
    /// # Errors
    /// Fails if the field is not a number, is not above 0, or is too large or too small.
    pub fn length(&self, column: Column<'_>) -> Result<f64, DatasetError> {
        let number = self.any_number(column)?;
        if number > 0.0 && allows(number) {
            return Ok(number);
        }
        let problem = format!(
            "expected a length from {LEAST_MAGNITUDE:e} to {GREATEST_MAGNITUDE:e}, found {}",
            quoted(self.field(column))
        );
        Err(self.error(Some(column), problem))
    }

    /// The field as a number of any size. A text beyond the range of `f64` gives infinity.
    fn any_number(&self, column: Column<'_>) -> Result<f64, DatasetError> {
        let text = self.field(column);
        text.parse().ok().filter(|number: &f64| !number.is_nan()).ok_or_else(|| {
            let problem = format!("expected a number such as 0.75, found {}", quoted(text));
            self.error(Some(column), problem)
        })
    }

    /// Makes an error in the current row, and in `column` if the error is in one column.
    #[must_use]
    pub fn error(&self, column: Option<Column<'_>>, problem: impl Into<String>) -> DatasetError {
        error_at(self.file, Some(self.line), column.map(|column| column.name), problem.into())
    }

    /// Makes an error in the whole file.
    #[must_use]
    pub fn error_of_file(&self, problem: impl Into<String>) -> DatasetError {
        error_at(self.file, None, None, problem.into())
    }

    fn error_of_header(&self, column: &str, problem: String) -> DatasetError {
        error_at(self.file, Some(self.line_of_header), Some(column), problem)
    }

    /// Makes the error for a field of the current row that is too long. `place` is the field's
    /// index.
    fn error_of_length(&self, place: usize) -> DatasetError {
        let problem = format!(
            "expected fields of at most {FIELD_LIMIT} bytes, found a longer one (is a quotation \
             mark missing?)"
        );
        error_at(self.file, Some(self.line), self.header.get(place).map(String::as_str), problem)
    }
}

fn error_at(file: &str, line: Option<u64>, column: Option<&str>, problem: String) -> DatasetError {
    DatasetError { file: file.to_owned(), line, column: column.map(shortened), problem }
}

/// Counts the line ends in a range. A line end is LF, CR, or CR and LF together.
fn count_line_ends(bytes: &[u8], range: std::ops::Range<usize>) -> u64 {
    let is_end = |&at: &usize| match bytes[at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    range.filter(is_end).count() as u64
}

/// Replaces each line break, together with the spaces around it, by one space.
fn one_line(text: &str) -> String {
    let lines = text.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

/// Lists the names in quotation marks, separated by commas. Of many names, lists only the first
/// ones.
fn quoted_list(names: &[String]) -> String {
    const MOST: usize = 12;
    let list = names.iter().take(MOST).map(|name| shortened(name)).collect::<Vec<_>>().join(",");
    let more = if names.len() > MOST { "…" } else { "" };
    format!("{:?}", list + more)
}
