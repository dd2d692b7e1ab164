//! Tables of comma-separated values: columns by name, errors by file, line and column.
//!
//! Each kind of specimen names its columns and reads its rows; what all have in common is here.

use super::DatasetError;

/// The most rows that a file may have: beyond it, memory and patience run out.
pub const ROW_LIMIT: usize = 2_000_000;

/// A table, read row by row.
pub struct Table<'a> {
    file: &'a str,
    bytes: &'a [u8],
    header: csv::StringRecord,
    reader: csv::Reader<&'a [u8]>,
    row: csv::StringRecord,
    rows: usize,
    line: u64,
}

/// A column that a table's header has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column<'a> {
    name: &'a str,
    place: usize,
}

impl<'a> Table<'a> {
    /// Opens a table, `file` being its name in errors.
    ///
    /// # Errors
    /// The text is not UTF-8.
    pub fn open(file: &'a str, bytes: &'a [u8]) -> Result<Self, DatasetError> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        if let Err(error) = std::str::from_utf8(bytes) {
            let line = 1 + bytes[..error.valid_up_to()].iter().filter(|&&b| b == b'\n').count();
            return Err(DatasetError {
                file: file.to_owned(),
                line: Some(line as u64),
                column: None,
                problem: "expected text in UTF-8, found other bytes".to_owned(),
            });
        }
        let mut reader =
            csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(false).from_reader(bytes);
        let header = reader.headers().cloned().unwrap_or_default();
        let row = csv::StringRecord::new();
        Ok(Self { file, bytes, header, reader, row, rows: 0, line: 1 })
    }

    /// The columns of these names.
    ///
    /// # Errors
    /// The header lacks one of them or has it twice.
    pub fn columns<const COUNT: usize>(
        &self,
        names: [&'a str; COUNT],
    ) -> Result<[Column<'a>; COUNT], DatasetError> {
        let mut columns = [Column { name: "", place: 0 }; COUNT];
        for (column, name) in columns.iter_mut().zip(names) {
            *column = self.optional_column(name)?.ok_or_else(|| {
                let has = self.header.iter().collect::<Vec<_>>().join(",");
                let problem =
                    format!("missing; expected the header {}, found {has:?}", names.join(","));
                error_at(self.file, Some(1), Some(name), problem)
            })?;
        }
        Ok(columns)
    }

    /// The column of this name, if there is one.
    ///
    /// # Errors
    /// The header has it twice.
    pub fn optional_column(&self, name: &'a str) -> Result<Option<Column<'a>>, DatasetError> {
        let mut places = (0..self.header.len()).filter(|&place| &self.header[place] == name);
        let place = places.next();
        if places.next().is_some() {
            let problem = "expected once in the header, found twice".to_owned();
            return Err(error_at(self.file, Some(1), Some(name), problem));
        }
        Ok(place.map(|place| Column { name, place }))
    }

    /// Goes to the next row; false after the last.
    ///
    /// # Errors
    /// The row has too few or too many fields, or there are more than [`ROW_LIMIT`] rows.
    pub fn advance(&mut self) -> Result<bool, DatasetError> {
        let before = self.reader.position().clone();
        self.line = self.line_of_row_at(&before);
        match self.reader.read_record(&mut self.row) {
            Ok(true) => {}
            Ok(false) => return Ok(false),
            Err(error) => {
                let problem = match error.kind() {
                    csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                        format!("expected {expected_len} fields, as in the header, found {len}")
                    }
                    _ => error.to_string(),
                };
                return Err(self.error(None, problem));
            }
        }
        self.rows += 1;
        if self.rows > ROW_LIMIT {
            return Err(self.error(None, format!("expected at most {ROW_LIMIT} rows")));
        }
        Ok(true)
    }

    /// The line of the row that begins at or after a position: the reader skips empty lines only
    /// once it reads on.
    fn line_of_row_at(&self, position: &csv::Position) -> u64 {
        let rest = self.bytes.get(position.byte() as usize..).unwrap_or_default();
        let empty = rest.iter().take_while(|&&byte| byte == b'\r' || byte == b'\n');
        position.line() + empty.filter(|&&byte| byte == b'\n').count() as u64
    }

    /// The current row's field in a column.
    #[must_use]
    pub fn field(&self, column: Column<'_>) -> &str {
        self.row.get(column.place).unwrap_or_default()
    }

    /// The current row's field in a column as a number.
    ///
    /// # Errors
    /// It is no number, or is infinite.
    pub fn number(&self, column: Column<'_>) -> Result<f64, DatasetError> {
        let text = self.field(column);
        text.parse().ok().filter(|number: &f64| number.is_finite()).ok_or_else(|| {
            let problem = format!("expected a finite number such as 0.75, found {text:?}");
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
}

fn error_at(file: &str, line: Option<u64>, column: Option<&str>, problem: String) -> DatasetError {
    DatasetError { file: file.to_owned(), line, column: column.map(str::to_owned), problem }
}

/// The names of the two classes, gathered as rows are read.
#[derive(Default)]
pub struct ClassNames(Vec<String>);

impl ClassNames {
    /// Notes a label; the number returned is turned into a class by [`Self::resolve`].
    ///
    /// # Errors
    /// What is wrong: the label is empty, or is a third one.
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
        match &self.0[..] {
            _ if name.is_empty() => Err("expected a label, found nothing".to_owned()),
            [first, second] => Err(format!(
                "expected one of two labels, {first:?} and {second:?} so far, found {label:?}"
            )),
            _ => {
                self.0.push(name);
                Ok(self.0.len() - 1)
            }
        }
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
                [only] => format!("expected samples of two classes, found only {only:?}"),
                _ => "expected at least one sample of each class, found no rows".to_owned(),
            }),
        }
    }
}
