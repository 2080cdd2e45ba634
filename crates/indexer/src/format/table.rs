use std::{
    cell::Cell,
    io::{self, BufRead, Read},
    rc::Rc,
};

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::{LONGEST_RECORD, charset, recognise::BYTE_ORDER_MARK};
use crate::{
    Reason, Rejection,
    fields::{FieldMap, Fields},
    raw_article::RawArticle,
    stated::Stated,
};

/// What may stand between the cells of a table.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// A first line that names fewer fields than this is a line of prose.
const FEWEST_NAMES: usize = 2;

/// Whether a file is a table: its first line names several fields.
pub(super) fn is_table(head: &[u8], map: &FieldMap) -> bool {
    delimiter(head, map).is_some()
}

/// The delimiter of a table that begins with `head`: the one that splits the first line into the most names of fields.
fn delimiter(head: &[u8], map: &FieldMap) -> Option<u8> {
    let line = head.split(|byte| *byte == b'\n').next()?;
    let names = |delimiter: u8| {
        let cells = line.split(|byte| *byte == delimiter).filter_map(|cell| std::str::from_utf8(cell).ok());
        cells.filter(|cell| map.is_name(cell.trim().trim_matches('"'))).count()
    };
    let best = DELIMITERS.into_iter().rev().max_by_key(|delimiter| names(*delimiter))?;
    (names(best) >= FEWEST_NAMES).then_some(best)
}

/// The rows of a table whose first row names its columns (RFC 4180; quoted cells may hold line breaks).
pub(super) struct Table<'map, R: Read> {
    map: &'map FieldMap,
    reader: Reader<Bounded<R>>,
    /// How much of the row has been read.
    row_bytes: Rc<Cell<u64>>,
    file: String,
    /// Whether lines end with `\r\n`: the reader then counts the `\n` to the row that follows.
    ends_in_two: bool,
    names: Vec<String>,
    /// Said once, in place of a rejection for every row.
    unusable: Option<Reason>,
    ended: bool,
}

impl<'map, R: BufRead> Table<'map, R> {
    pub(super) fn new(mut content: R, file: String, map: &'map FieldMap) -> Self {
        let head = content.fill_buf().unwrap_or_default();
        let delimiter = delimiter(head, map).unwrap_or(b',');
        let first = head.split(|byte| *byte == b'\n').next();
        let ends_in_two = first.is_some_and(|line| line.ends_with(b"\r"));
        let row_bytes = Rc::new(Cell::new(0));
        let bounded = Bounded { content, row_bytes: Rc::clone(&row_bytes), longest: LONGEST_RECORD };
        let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(bounded);
        let (names, unusable) = match reader.byte_headers() {
            Ok(header) => {
                let names: Vec<_> = header.iter().map(name).collect();
                let unusable = (!names.iter().any(|name| map.is_body(name))).then_some(Reason::NoBodyColumn);
                (names, unusable)
            }
            Err(error) => (Vec::new(), Some(unreadable(error))),
        };
        Self { map, reader, row_bytes, file, ends_in_two, names, unusable, ended: false }
    }

    fn rejection(&self, line: Option<u64>, reason: Reason) -> Rejection {
        Rejection { file: self.file.clone(), line, reason }
    }

    fn article(&self, row: &ByteRecord) -> Result<RawArticle, Rejection> {
        let line = row.position().map(|position| position.line() + u64::from(self.ends_in_two));
        let mut fields = Fields::new(self.map);
        for (name, cell) in self.names.iter().zip(row) {
            // A table of an office program may be in any encoding, and need not say in which.
            fields.state(name, Stated::text(&charset::decoded(cell)));
        }
        fields.into_article(line.unwrap_or(1)).ok_or_else(|| self.rejection(line, Reason::NoBody))
    }
}

impl<R: BufRead> Iterator for Table<'_, R> {
    type Item = Result<RawArticle, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        if let Some(reason) = self.unusable.take() {
            self.ended = true;
            return Some(Err(self.rejection(Some(1), reason)));
        }
        let mut row = ByteRecord::new();
        self.row_bytes.set(0);
        match self.reader.read_byte_record(&mut row) {
            Ok(true) => Some(self.article(&row)),
            Ok(false) => {
                self.ended = true;
                None
            }
            Err(error) => {
                self.ended = true;
                let line = self.reader.position().line();
                Some(Err(self.rejection(Some(line), unreadable(error))))
            }
        }
    }
}

/// The name of a column, which may begin with a byte order mark.
fn name(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).trim_start_matches(BYTE_ORDER_MARK).trim().to_owned()
}

fn unreadable(error: csv::Error) -> Reason {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        kind => Reason::Unreadable { message: format!("{kind:?}") },
    }
}

/// A reader that gives up on a row without an end: a quotation mark that is never closed would take in all that follows.
struct Bounded<R> {
    content: R,
    row_bytes: Rc<Cell<u64>>,
    longest: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.row_bytes.get() > self.longest {
            let limit = self.longest >> 20;
            return Err(io::Error::other(format!(
                "a row is longer than {limit} MiB, as if a quotation mark were not closed"
            )));
        }
        let count = self.content.read(buffer)?;
        self.row_bytes.set(self.row_bytes.get() + count as u64);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(bytes: &[u8]) -> Vec<String> {
        let map = FieldMap::default();
        Table::new(bytes, "a.csv".to_owned(), &map)
            .map(|one: Result<RawArticle, Rejection>| {
                let shown = |raw: RawArticle| {
                    format!("{} {} | {}", raw.line, raw.title.unwrap_or_default(), raw.body)
                };
                one.map_or_else(|rejection| rejection.to_string(), shown)
            })
            .collect()
    }

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(read(text.as_bytes()), expected, "{text}");
    }

    #[test]
    fn rows_are_articles_and_cells_may_have_lines() {
        check(
            "\u{feff}title,body\r\nVote,\"The port\nclosed, \"\"at noon\"\".\"\r\nAgain,Open.\r\n",
            &["2 Vote | The port\nclosed, \"at noon\".", "4 Again | Open."],
        );
        check("url\theadline\tcontent\nx\tVote\tClosed.", &["2 Vote | Closed."]);
        check("title;text\nVote, again;Closed.", &["2 Vote, again | Closed."]);
    }

    #[test]
    fn a_row_that_cannot_be_used_does_not_stop_the_next() {
        check(
            "title,body\nVote,NA\nVote\nVote,Closed.,more\n",
            &["a.csv, line 2: has no body", "a.csv, line 3: has no body", "4 Vote | Closed."],
        );
        let bytes = b"title,body\nVote,The caf\xe9.\nAgain,Open.";
        assert_eq!(read(bytes), ["2 Vote | The café.", "3 Again | Open."]);
    }

    #[test]
    fn a_table_without_texts_is_rejected_once() {
        check(
            "title,date\nVote,2024-03-14\nVote,2024-03-15\n",
            &["a.csv, line 1: is a table without a column of texts, such as body, text or content"],
        );
    }

    #[test]
    fn the_delimiter_is_the_one_that_names_fields() {
        let delimiter = |head| super::delimiter(head, &FieldMap::default());
        assert_eq!(delimiter(b"title,body\n"), Some(b','));
        assert_eq!(delimiter(b"\"title\"\t\"body\"\r\n"), Some(b'\t'));
        assert_eq!(delimiter(b"title|date|text"), Some(b'|'));
        assert_eq!(delimiter(b"Date, title and text are missing."), None);
        assert_eq!(delimiter(b"title"), None);
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_costs_what_follows_and_no_memory() {
        let content = io::BufReader::new("title,body\nVote,\"The port".as_bytes().chain(io::repeat(b'x')));
        let map = FieldMap::default();
        let mut table = Table::new(content, "a.csv".to_owned(), &map);
        let rejection = table.next().unwrap().unwrap_err().to_string();
        assert!(rejection.contains("as if a quotation mark were not closed"), "{rejection}");
        assert!(table.next().is_none());
    }

    proptest! {
        #[test]
        fn no_bytes_break_it(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&bytes);
        }

        #[test]
        fn what_a_writer_writes_is_read(bodies in proptest::collection::vec("[a-c\",;\t\n ]{0,9}x", 1..9)) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(["title", "body"]).unwrap();
            for body in &bodies {
                writer.write_record(["Vote", body]).unwrap();
            }
            let bytes = writer.into_inner().unwrap();
            let map = FieldMap::default();
            let table = Table::new(bytes.as_slice(), String::new(), &map);
            let read: Vec<String> = table.map(|one| one.unwrap().body).collect();
            prop_assert_eq!(read, bodies);
        }
    }
}
