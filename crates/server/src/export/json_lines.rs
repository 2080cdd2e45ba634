use std::io::{self, Write};

use serde::Serialize;

use super::format::{Export, Format, Hit};
use crate::wire;

/// JSON Lines: each hit on a line of its own, in the JSON of the API.
pub(super) struct JsonLines;

impl Format for JsonLines {
    fn name(&self) -> &'static str {
        "JSON Lines"
    }

    fn suffix(&self) -> &'static str {
        "jsonl"
    }

    fn media_type(&self) -> &'static str {
        "application/x-ndjson"
    }

    fn hit(&self, hit: Hit, _: &Export, file: &mut dyn Write) -> io::Result<()> {
        match hit {
            Hit::Article(hit) => line(&wire::ArticleHit::from(hit), file),
            Hit::Quote(hit) => line(&wire::QuoteHit::from(hit), file),
        }
    }
}

fn line(hit: &impl Serialize, file: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *file, hit)?;
    file.write_all(b"\n")
}
