//! Tables of comma-separated values: columns by name, errors by file, line and column.
//!
//! Each kind of specimen names its columns and reads its rows; what all have in common is here.
//! [Limits](crate::limits) are checked while a row is read, so that none takes more memory than its
//! longest allowed fields do.

use csv_core::ReadRecordResult;

use super::DatasetError;
use crate::limits::{
    COLUMN_LIMIT, FIELD_LIMIT, GREATEST_MAGNITUDE, LEAST_MAGNITUDE, ROW_LIMIT, allows,
};
use crate::text::{check_name, escaped, quoted, shortened};

/// A table, read row by row.
pub struct Table<'a> {
    file: &'a str,
    bytes: &'a [u8],
    reader: csv_core::Reader,
    header: Vec<String>,
    line_of_header: u64,
    /// The fields of the current row, one after the other.
    text: Vec<u8>,
    /// Where in `text` each field ends; of these, the first `fields` are the current row's.
    ends: Vec<usize>,
    fields: usize,
    rows: usize,
    /// The line on which the current row begins, counted from 1.
    line: u64,
    /// How far the bytes have been read, and the line there.
    at: usize,
    line_at: u64,
}

/// A column that a table's header has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column<'a> {
    name: &'a str,
    place: usize,
}

impl<'a> Table<'a> {
    /// Opens a table, `file` being its name in errors. A byte order mark before the header is skipped.
    ///
    /// # Errors
    /// The text is not UTF-8, or the header is beyond the limits.
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
            // One more than allowed, so that a row with too many fields is known by it.
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

    /// The columns of these names.
    ///
    /// # Errors
    /// The header lacks one of them or has it twice, or a name cannot be shown.
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

    /// The column of this name, if there is one. In the header, a line break within a name and the
    /// spaces around it count as one space.
    ///
    /// # Errors
    /// The header has it twice, or the name is too long or has control characters.
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

    /// Goes to the next row; false after the last.
    ///
    /// # Errors
    /// The row has too few or too many fields or too long a field, or there are more than
    /// [`ROW_LIMIT`] rows.
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

    /// Reads a row, the header being one as well; false after the last.
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
                // What follows is nothing, which is how the reader learns that this was all.
                ReadRecordResult::InputEmpty | ReadRecordResult::OutputEndsFull => {}
                ReadRecordResult::OutputFull => self.text.resize(2 * self.text.len(), 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(false),
            }
        }
        self.line_at += count_line_ends(self.bytes, start..self.at);
        Ok(true)
    }

    /// Where a field of the current row is in the row's text.
    fn range(&self, place: usize) -> std::ops::Range<usize> {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[place]
    }

    fn text_at(&self, place: usize) -> &str {
        std::str::from_utf8(&self.text[self.range(place)]).unwrap_or_default().trim()
    }

    /// The current row's field in a column.
    #[must_use]
    pub fn field(&self, column: Column<'_>) -> &str {
        self.text_at(column.place)
    }

    /// The current row's field in a column as a number: 0, or of a magnitude within the
    /// [limits](crate::limits).
    ///
    /// # Errors
    /// It is no number, is infinite, or is too large or too small.
    pub fn number(&self, column: Column<'_>) -> Result<f64, DatasetError> {
        let number = self.finite_number(column)?;
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

    /// The current row's field in a column as a length: a number above 0, within the
    /// [limits](crate::limits).
    ///
    /// # Errors
    /// It is no number, is not above 0, or is too large or too small.
    pub fn length(&self, column: Column<'_>) -> Result<f64, DatasetError> {
        let number = self.finite_number(column)?;
        if number > 0.0 && allows(number) {
            return Ok(number);
        }
        let problem = format!(
            "expected a length from {LEAST_MAGNITUDE:e} to {GREATEST_MAGNITUDE:e}, found {}",
            quoted(self.field(column))
        );
        Err(self.error(Some(column), problem))
    }

    fn finite_number(&self, column: Column<'_>) -> Result<f64, DatasetError> {
        let text = self.field(column);
        text.parse().ok().filter(|number: &f64| number.is_finite()).ok_or_else(|| {
            let problem = format!("expected a finite number such as 0.75, found {}", quoted(text));
            self.error(Some(column), problem)
        })
    }

    /// An error in the current row, at the column where one is to blame.
    #[must_use]
    pub fn error(&self, column: Option<Column<'_>>, problem: impl Into<String>) -> DatasetError {
        error_at(self.file, Some(self.line), column.map(|column| column.name), problem.into())
    }

    /// An error of the whole file.
    #[must_use]
    pub fn error_of_file(&self, problem: impl Into<String>) -> DatasetError {
        error_at(self.file, None, None, problem.into())
    }

    fn error_of_header(&self, column: &str, problem: String) -> DatasetError {
        error_at(self.file, Some(self.line_of_header), Some(column), problem)
    }

    /// The field at this place of the current row is too long.
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

/// Counts the ends of lines in a range: LF, CR, or both together.
fn count_line_ends(bytes: &[u8], range: std::ops::Range<usize>) -> u64 {
    let is_end = |&at: &usize| match bytes[at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    range.filter(is_end).count() as u64
}

/// The text with each line break in it, and the spaces around it, as one space.
fn one_line(text: &str) -> String {
    let lines = text.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

/// The names, separated by commas, in quotation marks; of many, the first.
fn quoted_list(names: &[String]) -> String {
    const MOST: usize = 12;
    let list = names.iter().take(MOST).map(|name| shortened(name)).collect::<Vec<_>>().join(",");
    let more = if names.len() > MOST { "…" } else { "" };
    format!("{:?}", list + more)
}
