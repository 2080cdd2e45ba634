use std::{
    collections::VecDeque,
    io::{self, BufRead, Read},
};

use super::{LONGEST_RECORD, recognise::BYTE_ORDER_MARK, record};
use crate::{Reason, Rejection, fields::FieldMap, raw_article::RawArticle};

/// One JSON object per line; blank lines are no lines. A line that cannot be read does not stop the ones after it.
pub(super) struct JsonLines<'map, R> {
    reader: R,
    map: &'map FieldMap,
    file: String,
    /// The number of the line last read, from 1.
    line: u64,
    /// The bytes before the line last read.
    offset: u64,
    /// The bytes of the line last read.
    length: u64,
    /// What the line last read holds and has not been given.
    pending: VecDeque<Result<RawArticle, Reason>>,
    /// Nothing can be read after an error of the operating system.
    failed: bool,
    longest: u64,
}

impl<'map, R: BufRead> JsonLines<'map, R> {
    pub(super) fn new(reader: R, file: String, map: &'map FieldMap) -> Self {
        Self {
            reader,
            map,
            file,
            line: 0,
            offset: 0,
            length: 0,
            pending: VecDeque::new(),
            failed: false,
            longest: LONGEST_RECORD,
        }
    }

    /// The next line, or `None` after the last one.
    fn next_line(&mut self) -> Option<Result<Vec<u8>, Reason>> {
        self.line += 1;
        self.offset += self.length;
        let mut bytes = Vec::new();
        // One more than allowed, to see that there is more.
        let read = self.reader.by_ref().take(self.longest + 1).read_until(b'\n', &mut bytes);
        self.length = bytes.len() as u64;
        match read {
            Ok(0) => None,
            Ok(_) if self.length > self.longest && !bytes.ends_with(b"\n") => Some(self.skip_line()),
            Ok(_) => Some(Ok(bytes)),
            Err(error) => Some(Err(self.fail(error))),
        }
    }

    /// Reads over the rest of a line that is too long.
    fn skip_line(&mut self) -> Result<Vec<u8>, Reason> {
        match self.reader.skip_until(b'\n') {
            Ok(skipped) => self.length += skipped as u64,
            Err(error) => return Err(self.fail(error)),
        }
        Err(Reason::TooLong { limit: self.longest })
    }

    fn fail(&mut self, error: io::Error) -> Reason {
        self.failed = true;
        error.into()
    }

    /// The articles of a line: none of a blank one.
    fn articles(&self, bytes: &[u8]) -> Result<VecDeque<Result<RawArticle, Reason>>, Reason> {
        let text = std::str::from_utf8(bytes)
            .map_err(|error| Reason::NotUtf8 { offset: self.offset + error.valid_up_to() as u64 })?;
        // Where files were put together, byte order marks stand between them.
        let text = text.trim_start_matches(BYTE_ORDER_MARK).trim_end();
        Ok(if text.is_empty() { VecDeque::new() } else { record::articles(text, self.line, self.map) })
    }
}

impl<R: BufRead> Iterator for JsonLines<'_, R> {
    type Item = Result<RawArticle, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.pending.is_empty() && !self.failed {
            let found = self.next_line()?.and_then(|bytes| self.articles(&bytes));
            self.pending = found.unwrap_or_else(|reason| [Err(reason)].into());
        }
        let rejection = |reason| Rejection { file: self.file.clone(), line: Some(self.line), reason };
        self.pending.pop_front().map(|one| one.map_err(rejection))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(bytes: &[u8]) -> Vec<String> {
        let map = FieldMap::default();
        let lines = JsonLines { longest: 60, ..JsonLines::new(bytes, "a.jsonl".to_owned(), &map) };
        lines
            .map(|article| {
                article.map_or_else(
                    |rejection| rejection.to_string(),
                    |raw| format!("{} {}", raw.line, raw.body),
                )
            })
            .collect()
    }

    fn check(bytes: &[u8], expected: &[&str]) {
        assert_eq!(read(bytes), expected);
    }

    #[test]
    fn each_line_is_an_article() {
        check(
            b"{\"body\": \"One.\"}\n\n \r\n{\"body\": \"Two.\"}\r\n{\"body\": \"Three.\"}",
            &["1 One.", "4 Two.", "5 Three."],
        );
        check(b"\xef\xbb\xbf{\"body\": \"One.\"}\n", &["1 One."]);
    }

    #[test]
    fn a_bad_line_does_not_stop_the_next() {
        check(
            b"{\"body\": \"On\n7\n{\"title\": \"x\"}\n{\"body\": \"Two.\"} {}\n{\"body\": \"Two.\"}",
            &[
                "a.jsonl, line 1: is not valid JSON at column 12: EOF while parsing a string",
                "a.jsonl, line 2: is JSON but not an object",
                "a.jsonl, line 3: has no body",
                "a.jsonl, line 4: is not valid JSON at column 18: trailing characters",
                "5 Two.",
            ],
        );
    }

    #[test]
    fn bytes_that_are_not_utf8_are_located_in_the_file() {
        check(
            b"{\"body\": \"One.\"}\n{\"body\": \"\xe9\"}\n{}",
            &[
                "1 One.",
                "a.jsonl, line 2: is not UTF-8 at byte 27 of the input",
                "a.jsonl, line 3: has no body",
            ],
        );
        check(
            b"\xef\xbb\xbf{\"body\": \"\xe9\"}\n{\"body\": \"\xe9\"}",
            &[
                "a.jsonl, line 1: is not UTF-8 at byte 13 of the input",
                "a.jsonl, line 2: is not UTF-8 at byte 27 of the input",
            ],
        );
    }

    #[test]
    fn a_line_that_is_too_long_is_read_over() {
        let long = format!("{{\"body\": \"{}\"}}\n{{\"body\": \"Two.\"}}\n\n\u{e9}", "x".repeat(100));
        check(
            long.as_bytes(),
            &[
                "a.jsonl, line 1: is longer than 0 MiB",
                "2 Two.",
                "a.jsonl, line 4: is not valid JSON at column 1: expected value",
            ],
        );
    }

    #[test]
    fn depth_is_bounded() {
        let deep = format!("{{\"x\":{}", "[".repeat(1_000_000));
        let articles: Vec<_> = JsonLines::new(deep.as_bytes(), String::new(), &FieldMap::default()).collect();
        assert!(matches!(articles[0], Err(Rejection { reason: Reason::InvalidJson { .. }, .. })));
    }

    proptest! {
        #[test]
        fn no_bytes_break_it(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let lines = bytes.split(|byte| *byte == b'\n').count();
            prop_assert!(read(&bytes).len() <= lines);
        }

        #[test]
        fn nothing_like_json_breaks_it(text in "[{}\\[\\]\":,a-c\\\\0-9 \n]{0,80}") {
            let _ = read(text.as_bytes());
        }
    }
}
