use std::io::BufRead;

use super::record::{Blocks, Kind, Record};
use crate::Reason;

/// The next record; lines that begin none are passed over.
pub(super) fn next<R: BufRead>(blocks: &mut Blocks<R>) -> Result<Option<Record>, Reason> {
    while let Some(line) = blocks.line()? {
        let Some((url, length)) = beginning(&line) else { continue };
        let is_answer = url.starts_with("http://") || url.starts_with("https://");
        let kind = if is_answer { Kind::Answer } else { Kind::Other };
        return Ok(Some(Record { url: url.to_owned(), kind, block: blocks.block(length)? }));
    }
    Ok(None)
}

/// The address and the length in the line with which a record begins: `URL IP-address Archive-date … Archive-length`.
fn beginning(line: &str) -> Option<(&str, u64)> {
    let words: Vec<&str> = line.split(' ').collect();
    let (url, length) = (words.first()?, words.last()?.parse().ok()?);
    let is_date =
        |word: &&str| matches!(word.len(), 12 | 14) && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_record = words.len() >= 5 && url.contains(':') && words.get(2).is_some_and(is_date);
    is_record.then_some((*url, length))
}
