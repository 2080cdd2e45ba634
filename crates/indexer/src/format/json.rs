use std::{
    collections::VecDeque,
    io::{self, BufRead, Cursor},
};

use super::{LONGEST_RECORD, recognise::BYTE_ORDER_MARK, record};
use crate::{Reason, Rejection, fields::FieldMap, raw_article::RawArticle};

/// How long the first line of a file of lines may be for it to be recognised.
const LONGEST_FIRST_LINE: usize = 32 << 10;

/// Whether a file holds one JSON object per line. A first line without an end is more likely a wrapper.
pub(super) fn is_lines(head: &[u8]) -> bool {
    let has_lines = head.len() < LONGEST_FIRST_LINE || head.contains(&b'\n');
    head.starts_with(b"{") && has_lines && !is_pretty(head)
}

/// Whether a file holds JSON objects in an array, or over several lines.
pub(super) fn is_json(head: &[u8]) -> bool {
    head.starts_with(b"{") || is_array(head)
}

/// A bracket opens an array of objects or texts; in prose words follow it.
fn is_array(head: &[u8]) -> bool {
    let inside = head.strip_prefix(b"[").map(<[u8]>::trim_ascii_start);
    inside.is_some_and(|inside| matches!(inside.first(), Some(b'{' | b'[' | b'"' | b']')))
}

/// An object that is not closed in its line and followed by anything but another one. (A first line that was cut off is
/// followed by another object, and is a line that is rejected like any other.)
fn is_pretty(head: &[u8]) -> bool {
    let mut lines = head.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    match (lines.next(), lines.next()) {
        (Some(first), Some(second)) => {
            first.starts_with(b"{") && !first.ends_with(b"}") && !second.starts_with(b"{")
        }
        _ => false,
    }
}

/// The objects of an array, or objects one after another, over as many lines as they like. They are told apart by their
/// brackets, so that one that cannot be read does not stop those after it, and only one at a time is held.
pub(super) struct Json<'map, R> {
    reader: Ahead<R>,
    map: &'map FieldMap,
    file: String,
    /// The line of the next byte, from 1.
    line: u64,
    pending: VecDeque<Result<RawArticle, Rejection>>,
    ended: bool,
    longest: usize,
}

/// Where the scan of an object stands.
#[derive(Default)]
struct Scan {
    bytes: Vec<u8>,
    /// The line in which the object begins.
    line: u64,
    depth: usize,
    /// Where the items of the last list begin that stands in the object itself.
    items: Option<usize>,
    in_text: bool,
    escaped: bool,
}

impl Scan {
    /// Takes a byte in; says whether the object ends with it.
    fn take(&mut self, byte: u8, longest: usize) -> bool {
        // Of an object that is too long the rest is read over.
        if self.bytes.len() <= longest {
            self.bytes.push(byte);
        }
        if self.escaped {
            self.escaped = false;
        } else if self.in_text {
            self.escaped = byte == b'\\';
            self.in_text = byte != b'"';
        } else {
            match byte {
                b'"' => self.in_text = true,
                b'{' | b'[' => {
                    self.depth += 1;
                    if byte == b'[' && self.depth == 2 {
                        self.items = Some(self.bytes.len());
                    }
                }
                b'}' | b']' => self.depth -= 1,
                _ => {}
            }
        }
        self.depth == 0
    }
}

impl<'map, R: BufRead> Json<'map, R> {
    pub(super) fn new(reader: R, file: String, map: &'map FieldMap) -> Self {
        let pending = VecDeque::new();
        let reader = Ahead { ahead: Cursor::default(), reader };
        Self { reader, map, file, line: 1, pending, ended: false, longest: LONGEST_RECORD as usize }
    }

    /// Reads on to the end of the next object, or of the input.
    fn advance(&mut self) {
        match self.next_object() {
            Ok(Some(scan)) => {
                let found = self.articles(&scan);
                let rejection = |reason| Rejection { file: self.file.clone(), line: Some(scan.line), reason };
                self.pending = found.into_iter().map(|one| one.map_err(rejection)).collect();
            }
            Ok(None) => self.ended = true,
            Err(error) => {
                self.ended = true;
                let reason = Reason::from(error);
                self.pending.push_back(Err(Rejection { file: self.file.clone(), line: None, reason }));
            }
        }
    }

    fn articles(&self, scan: &Scan) -> VecDeque<Result<RawArticle, Reason>> {
        if scan.bytes.len() > self.longest {
            return [Err(Reason::TooLong { limit: self.longest as u64 })].into();
        }
        match std::str::from_utf8(&scan.bytes) {
            Ok(text) => record::articles(text.trim_start_matches(BYTE_ORDER_MARK), scan.line, self.map),
            Err(error) => [Err(Reason::NotUtf8 { offset: error.valid_up_to() as u64 })].into(),
        }
    }

    /// Goes on with the items of a list in an object that is too long to be held: such a one is a wrapper.
    fn unwrap(&mut self, bytes: &[u8], items: usize, line: u64) {
        let lines = |bytes: &[u8]| bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.line = line + lines(&bytes[..items]);
        let unread = self.reader.ahead.fill_buf().unwrap_or_default();
        self.reader.ahead = Cursor::new([&bytes[items..], unread].concat());
    }

    /// The bytes of the next object; what stands between objects is read over. One that the input breaks off is given too.
    fn next_object(&mut self) -> io::Result<Option<Scan>> {
        let mut scan = Scan::default();
        loop {
            let buffer = self.reader.fill_buf()?;
            if buffer.is_empty() {
                return Ok((scan.depth > 0).then_some(scan));
            }
            let (mut used, mut ended) = (0, false);
            for byte in buffer {
                used += 1;
                if scan.depth == 0 && *byte == b'{' {
                    scan.line = self.line;
                }
                if *byte == b'\n' {
                    self.line += 1;
                }
                if scan.depth > 0 || *byte == b'{' {
                    ended = scan.take(*byte, self.longest);
                }
                if ended || scan.bytes.len() > self.longest && scan.items.is_some() {
                    break;
                }
            }
            self.reader.consume(used);
            if ended {
                return Ok(Some(scan));
            }
            if scan.bytes.len() > self.longest
                && let Some(items) = scan.items.take()
                && is_list_of_objects(&scan.bytes[items..])
            {
                self.unwrap(&scan.bytes, items, scan.line);
                scan = Scan::default();
            }
        }
    }
}

/// Whether an object begins a list whose items these are.
fn is_list_of_objects(items: &[u8]) -> bool {
    items.trim_ascii_start().starts_with(b"{")
}

/// A reader, and bytes that have been taken out of it and are to be read again.
struct Ahead<R> {
    ahead: Cursor<Vec<u8>>,
    reader: R,
}

impl<R: BufRead> Ahead<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        match self.ahead.fill_buf()? {
            [] => self.reader.fill_buf(),
            _ => self.ahead.fill_buf(),
        }
    }

    fn consume(&mut self, count: usize) {
        match self.ahead.fill_buf() {
            Ok([]) | Err(_) => self.reader.consume(count),
            Ok(_) => self.ahead.consume(count),
        }
    }
}

impl<R: BufRead> Iterator for Json<'_, R> {
    type Item = Result<RawArticle, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.pending.is_empty() && !self.ended {
            self.advance();
        }
        self.pending.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(bytes: &[u8]) -> Vec<String> {
        let map = FieldMap::default();
        let json = Json { longest: 60, ..Json::new(bytes, "a.json".to_owned(), &map) };
        json.map(|one| {
            one.map_or_else(|rejection| rejection.to_string(), |raw| format!("{} {}", raw.line, raw.body))
        })
        .collect()
    }

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(read(text.as_bytes()), expected, "{text}");
    }

    #[test]
    fn an_array_an_object_and_objects_in_a_row_are_read() {
        check("[\n{\"body\": \"One.\"},\n {\"body\":\n\"Two.\"}]\n", &["2 One.", "3 Two."]);
        check("\u{feff}{\n  \"body\": \"One.\"\n}\n", &["1 One."]);
        check(
            "{\"body\": \"One.\"} {\"body\": \"Two.\"}\n\n{\"body\": \"Three.\"}",
            &["1 One.", "1 Two.", "3 Three."],
        );
        check("[]", &[]);
    }

    #[test]
    fn brackets_and_quotation_marks_in_texts_are_letters() {
        check(r#"[{"body": "a } \" ] { b"}, {"body": "\\"}]"#, &[r#"1 a } " ] { b"#, r"1 \"]);
    }

    #[test]
    fn one_that_cannot_be_read_does_not_stop_the_next() {
        check(
            "[{\"body\": 7e},\n{\"title\": \"x\"},\n{\"body\": \"Two.\"}]",
            &[
                "a.json, line 1: is not valid JSON at column 12: invalid number",
                "a.json, line 2: has no body",
                "3 Two.",
            ],
        );
        let long = format!("[{{\"body\": \"{}\"}},\n{{\"body\": \"Two.\"}}]", "x".repeat(100));
        check(&long, &["a.json, line 1: is longer than 0 MiB", "2 Two."]);
    }

    #[test]
    fn a_wrapper_may_be_longer_than_any_record() {
        let records: Vec<String> =
            (1..9).map(|number| format!("{{\"body\": \"Number {number}.\"}}")).collect();
        let text =
            format!("{{\"status\": \"ok\",\n\"articles\": [\n{}\n], \"pages\": 1}}", records.join(",\n"));
        let expected: Vec<String> = (1..9).map(|number| format!("{} Number {number}.", number + 2)).collect();
        assert_eq!(read(text.as_bytes()), expected);
    }

    #[test]
    fn an_input_that_breaks_off_says_where_the_object_began() {
        check(
            "[{\"body\": \"One.\"},\n{\"body\": \"Tw",
            &["1 One.", "a.json, line 2: is not valid JSON at column 12: EOF while parsing a string"],
        );
    }

    #[test]
    fn depth_is_bounded() {
        let deep = format!("{{\"x\":{}", "[".repeat(1_000_000));
        assert_eq!(read(deep.as_bytes()), ["a.json, line 1: is longer than 0 MiB"]);
    }

    proptest! {
        #[test]
        fn no_bytes_break_it(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let objects = bytes.iter().filter(|byte| **byte == b'{').count();
            prop_assert!(read(&bytes).len() <= objects);
        }

        #[test]
        fn every_record_of_an_array_is_found(bodies in proptest::collection::vec("[a-c\"\\\\{}\\[\\], ]{1,9}x", 0..9)) {
            let records: Vec<_> = bodies.iter().map(|body| serde_json::json!({ "body": body })).collect();
            for text in [serde_json::to_string(&records).unwrap(), serde_json::to_string_pretty(&records).unwrap()] {
                let map = FieldMap::default();
                let json = Json::new(text.as_bytes(), String::new(), &map);
                let read: Vec<String> = json.map(|one| one.unwrap().body).collect();
                prop_assert_eq!(&read, &bodies);
            }
        }
    }
}
