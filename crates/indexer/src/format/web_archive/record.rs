//! The parts that records of both formats are made of: lines, headers, and blocks of a stated length.

use std::io::{self, BufRead, Read};

use crate::{Reason, format::LONGEST_RECORD};

/// The longest line of a header, in bytes.
const LONGEST_LINE: u64 = 64 << 10;

/// The most lines of a header.
const MOST_LINES: usize = 1000;

const BROKEN_OFF: &str = "is a record that breaks off before its end";

/// What an archive holds of one address.
pub(super) struct Record {
    pub(super) url: String,
    pub(super) kind: Kind,
    /// What was fetched, or why it cannot be had.
    pub(super) block: Result<Vec<u8>, Reason>,
}

/// What the block of a record is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// What a server answered.
    Answer,
    /// The thing itself.
    Resource { content_type: String },
    /// Anything else: a question, what is told of the archive, an answer that has not changed.
    Other,
}

/// Lines and blocks.
pub(super) struct Blocks<R> {
    content: R,
    /// A line that begins the next record.
    pub(super) begun: Option<String>,
}

impl<R: BufRead> Blocks<R> {
    pub(super) fn new(content: R) -> Self {
        Self { content, begun: None }
    }

    /// The next line without its end, of a longer one its beginning; `None` at the end.
    pub(super) fn line(&mut self) -> Result<Option<String>, Reason> {
        if let Some(line) = self.begun.take() {
            return Ok(Some(line));
        }
        let mut bytes = Vec::new();
        let count = self.content.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes)?;
        Ok((count > 0).then(|| String::from_utf8_lossy(&bytes).trim_end().to_owned()))
    }

    /// The names in small letters and the values of a header, up to the empty line that ends it.
    pub(super) fn header(&mut self) -> Result<Vec<(String, String)>, Reason> {
        let mut header = Vec::new();
        while header.len() < MOST_LINES {
            match self.line()?.filter(|line| !line.is_empty()) {
                Some(line) => header.extend(field(&line)),
                None => break,
            }
        }
        Ok(header)
    }

    /// A block of so many bytes.
    pub(super) fn block(&mut self, length: u64) -> Result<Result<Vec<u8>, Reason>, Reason> {
        if length > LONGEST_RECORD {
            self.skip(length)?;
            return Ok(Err(Reason::TooLong { limit: LONGEST_RECORD }));
        }
        let mut block = Vec::new();
        self.content.by_ref().take(length).read_to_end(&mut block)?;
        let is_whole = block.len() as u64 == length;
        Ok(if is_whole { Ok(block) } else { Err(Reason::Format { what: BROKEN_OFF }) })
    }

    /// Passes over so many bytes.
    pub(super) fn skip(&mut self, length: u64) -> Result<(), Reason> {
        io::copy(&mut self.content.by_ref().take(length), &mut io::sink())?;
        Ok(())
    }
}

/// A line of a header: its name in small letters, and its value.
pub(super) fn field(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once(':')?;
    Some((name.trim().to_lowercase(), value.trim().to_owned()))
}

/// The value of the first field of a name.
pub(super) fn value<'header>(header: &'header [(String, String)], name: &str) -> Option<&'header str> {
    header.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
}
