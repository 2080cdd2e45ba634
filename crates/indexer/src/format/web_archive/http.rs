//! What a server answered: its header, and a body that may be compressed or cut into chunks.

use std::io::{BufRead, Read};

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use super::record::{Blocks, value};
use crate::{
    Reason,
    format::{LONGEST_RECORD, html},
};

/// How many bytes a decompressor of Brotli reads at a time.
const BUFFER: usize = 4096;

const GZIP: &[u8] = b"\x1f\x8b";

/// An answer that gives what was asked for.
pub(super) struct Answer {
    header: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    /// An answer in a block; `None` where it is an error or leads elsewhere.
    pub(super) fn read(block: &[u8]) -> Option<Self> {
        let mut rest = block;
        let mut blocks = Blocks::new(&mut rest);
        let status = blocks.line().ok()??;
        let mut words = status.split_whitespace();
        let is_answer =
            words.next().is_some_and(|version| version.starts_with("HTTP/")) && words.next() == Some("200");
        let header = blocks.header().ok()?;
        is_answer.then(|| Self { header, body: rest.to_vec() })
    }

    /// The thing itself, as if a server had given it.
    pub(super) fn of_resource(content_type: String, body: Vec<u8>) -> Self {
        Self { header: vec![("content-type".to_owned(), content_type)], body }
    }

    /// Whether it is a page; where it does not say so, it has to look like one.
    pub(super) fn is_page(&self) -> bool {
        match value(&self.header, "content-type").map(str::to_lowercase) {
            Some(kind) if !kind.is_empty() => {
                kind.starts_with("text/html") || kind.starts_with("application/xhtml")
            }
            _ => html::is_html(&self.body),
        }
    }

    /// The encoding that it states.
    pub(super) fn charset(&self) -> Option<&str> {
        let kind = value(&self.header, "content-type")?;
        let (_, charset) = kind.split_once("charset=")?;
        charset.split([';', ' ', ',']).next().map(|charset| charset.trim_matches(['"', '\'']))
    }

    /// The body as it was before the server packed it. Many crawlers unpack it and leave the header as it is.
    pub(super) fn body(self) -> Result<Vec<u8>, Reason> {
        let is_chunked = value(&self.header, "transfer-encoding")
            .is_some_and(|coding| coding.to_lowercase().contains("chunked"));
        let body = if is_chunked { without_chunks(&self.body).unwrap_or(self.body) } else { self.body };
        let coding = value(&self.header, "content-encoding").unwrap_or_default().to_lowercase();
        match coding.as_str() {
            "gzip" | "x-gzip" if body.starts_with(GZIP) => unpacked(MultiGzDecoder::new(body.as_slice())),
            "deflate" => unpacked(ZlibDecoder::new(body.as_slice()))
                .or_else(|_| unpacked(DeflateDecoder::new(body.as_slice())))
                .or(Ok(body)),
            "br" if !html::is_html(&body) => unpacked(brotli::Decompressor::new(body.as_slice(), BUFFER)),
            _ => Ok(body),
        }
    }
}

fn unpacked(reader: impl Read) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    reader.take(LONGEST_RECORD + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST_RECORD {
        Err(Reason::TooLong { limit: LONGEST_RECORD })
    } else {
        Ok(bytes)
    }
}

/// A body of chunks put together: each has its length before it, in hexadecimal digits. `None` where it has none.
fn without_chunks(body: &[u8]) -> Option<Vec<u8>> {
    let (mut whole, mut rest) = (Vec::new(), body);
    loop {
        let mut line = Vec::new();
        rest.by_ref().take(64).read_until(b'\n', &mut line).ok()?;
        let line = std::str::from_utf8(&line).ok()?;
        let digits = line.split(';').next()?.trim();
        // The last chunk may have been cut off.
        if digits.is_empty() && rest.is_empty() {
            return (!whole.is_empty()).then_some(whole);
        }
        let length = usize::from_str_radix(digits, 16).ok()?;
        if length == 0 {
            return Some(whole);
        }
        let (chunk, after) = rest.split_at(length.min(rest.len()));
        whole.extend_from_slice(chunk);
        rest = after.strip_prefix(b"\r\n").or(after.strip_prefix(b"\n")).unwrap_or(after);
    }
}
