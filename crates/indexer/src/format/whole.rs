//! Formats that are read as a whole: a file of one article, or of a few.

use std::io::{BufRead, Read};

use super::{LONGEST_FILE, charset};
use crate::{Reason, Rejection, raw_article::RawArticle};

/// Why an article of a file, or the whole file, cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The line, from 1, if it is one that is meant.
    pub(super) line: Option<u64>,
    pub(super) reason: Reason,
}

impl From<Reason> for Fault {
    fn from(reason: Reason) -> Self {
        Self { line: None, reason }
    }
}

/// What a file holds.
pub(super) type Found = Vec<Result<RawArticle, Fault>>;

/// The articles that `parse` finds in a text of any encoding.
pub(super) fn articles(
    content: impl BufRead,
    file: String,
    parse: impl FnOnce(&str) -> Found,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    let found = match bytes(content) {
        Ok(bytes) => parse(&charset::decoded(&bytes)),
        Err(reason) => vec![Err(reason.into())],
    };
    of_file(found, file)
}

/// What was found, as the file's.
pub(super) fn of_file(found: Found, file: String) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    found
        .into_iter()
        .map(move |one| one.map_err(|Fault { line, reason }| Rejection { file: file.clone(), line, reason }))
}

/// The one article that `parse` finds in a text of any encoding.
pub(super) fn article<F: Into<Fault>>(
    content: impl BufRead,
    file: String,
    parse: impl FnOnce(&str) -> Result<RawArticle, F>,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    articles(content, file, |text| vec![parse(text).map_err(Into::into)])
}

/// The whole content.
pub(super) fn bytes(content: impl BufRead) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    content.take(LONGEST_FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST_FILE { Err(Reason::TooLong { limit: LONGEST_FILE }) } else { Ok(bytes) }
}
