use std::io::{BufRead, Read};

use super::LONGEST_ARTICLE;
use crate::Reason;

/// The whole content.
pub(super) fn bytes(content: impl BufRead) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    content.take(LONGEST_ARTICLE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST_ARTICLE {
        Err(Reason::TooLong { limit: LONGEST_ARTICLE })
    } else {
        Ok(bytes)
    }
}

/// The whole content, or the reason why it is no text and the line where this shows.
pub(super) fn text(content: impl BufRead) -> Result<String, (Option<u64>, Reason)> {
    let bytes = bytes(content).map_err(|reason| (None, reason))?;
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let line = 1 + error.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() as u64;
        (Some(line), Reason::NotUtf8 { offset: offset as u64 })
    })
}
