use std::io::BufRead;

use super::record::{Blocks, Kind, Record, value};
use crate::Reason;

/// How every record begins.
const BEGINNING: &str = "WARC/";

/// The next record; what is not one is passed over.
pub(super) fn next<R: BufRead>(blocks: &mut Blocks<R>) -> Result<Option<Record>, Reason> {
    loop {
        match blocks.line()? {
            Some(line) if line.starts_with(BEGINNING) => {}
            Some(_) => continue,
            None => return Ok(None),
        }
        let header = blocks.header()?;
        // Of a record without a length nobody knows where it ends: the next beginning is looked for.
        let Some(length) = value(&header, "content-length").and_then(|length| length.parse().ok()) else {
            continue;
        };
        let kind = kind(&header);
        let block = if kind == Kind::Other {
            blocks.skip(length)?;
            Ok(Vec::new())
        } else {
            blocks.block(length)?
        };
        let url = value(&header, "warc-target-uri").unwrap_or_default();
        return Ok(Some(Record { url: url.trim_matches(['<', '>', ' ']).to_owned(), kind, block }));
    }
}

fn kind(header: &[(String, String)]) -> Kind {
    let content_type = value(header, "content-type").unwrap_or_default().to_lowercase();
    match value(header, "warc-type") {
        Some("response") if content_type.is_empty() || content_type.starts_with("application/http") => {
            Kind::Answer
        }
        Some("response" | "resource") => Kind::Resource { content_type },
        _ => Kind::Other,
    }
}
