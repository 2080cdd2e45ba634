use super::{Format, html, markdown, table};
use crate::Reason;

/// The byte order mark of UTF-8.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// How files begin that hold no article, or hold articles in a format that is not read.
const REFUSED: &[(&[u8], &str)] = &[
    (b"\xff\xfe", UTF_16),
    (b"\xfe\xff", UTF_16),
    (b"WARC/", "is a web archive, which is not a format that is read"),
    (b"%PDF-", "is a PDF file, which is not a format that is read"),
    (b"PK\x03\x04", "is a zip file or an office document; unpack it first"),
];

const UTF_16: &str = "is UTF-16 text; convert it to UTF-8 first";
const MARKUP: &str = "is XML or SGML, which is not a format that is read";
const BINARY: &str = "is not text";

/// The format of a file that begins with `head`, or why there is none.
pub(crate) fn recognise(head: &[u8]) -> Result<Format, Reason> {
    let mut mark = [0; 4];
    let mark: &[u8] = BYTE_ORDER_MARK.encode_utf8(&mut mark).as_bytes();
    let head = head.strip_prefix(mark).unwrap_or(head).trim_ascii_start();
    if head.is_empty() {
        return Err(Reason::Empty);
    }
    let refused = REFUSED.iter().find(|(beginning, _)| head.starts_with(beginning)).map(|(_, what)| *what);
    let refused = refused.or_else(|| is_binary(head).then_some(BINARY));
    if html::is_html(head) {
        return Ok(Format::Html);
    }
    let refused = refused.or_else(|| head.starts_with(b"<").then_some(MARKUP));
    if let Some(what) = refused {
        return Err(Reason::Format { what });
    }
    Ok(match head.first() {
        Some(b'{') if !is_pretty(head) => Format::JsonLines,
        Some(b'{') => Format::Json,
        _ if is_array(head) => Format::Json,
        _ if markdown::has_front_matter(head) => Format::Markdown,
        _ => table::delimiter(head).map_or(Format::PlainText, |delimiter| Format::Table { delimiter }),
    })
}

/// Text may hold a stray control character; where every tenth byte is one, it is no text.
fn is_binary(head: &[u8]) -> bool {
    let controls = head.iter().filter(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace()).count();
    controls * 10 > head.len()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_character_tells_records_from_prose() {
        assert_eq!(recognise(b"{\"id\": 1}\n"), Ok(Format::JsonLines));
        assert_eq!(recognise(b"\xef\xbb\xbf \n{\"id\": 1}\n"), Ok(Format::JsonLines));
        assert_eq!(recognise(b" date 2022-02-08 The port closed."), Ok(Format::PlainText));
        assert_eq!(recognise(b"Date, title and text are missing."), Ok(Format::PlainText));
        assert_eq!(recognise(b"[Photo] The port\0 closed."), Ok(Format::PlainText));
    }

    #[test]
    fn arrays_pretty_objects_and_tables_are_told_from_lines() {
        for head in ["{\n  \"id\": 1\n}\n", "{\"id\": 1,\n \"body\": \"\"}", "[{\"id\": 1}]", "[\n]"] {
            assert_eq!(recognise(head.as_bytes()), Ok(Format::Json), "{head}");
        }
        assert_eq!(recognise(b"link,headline,date,\"body\"\r\n"), Ok(Format::Table { delimiter: b',' }));
        assert_eq!(recognise(b"url\ttitle\ntext"), Ok(Format::Table { delimiter: b'\t' }));
    }

    #[test]
    fn a_first_line_that_was_cut_off_does_not_cost_the_file() {
        assert_eq!(recognise(b"{\"id\": 1, \"body\": \"The po\n{\"id\": 2}\n"), Ok(Format::JsonLines));
        assert_eq!(recognise(b"{\"id\": 1, \"body\": \"The po"), Ok(Format::JsonLines));
    }

    #[test]
    fn what_is_not_read_is_named() {
        let check = |head: &[u8], what| assert_eq!(recognise(head), Err(Reason::Format { what }));
        check(b"\xff\xfeT\0h\0e\0", UTF_16);
        check(b"\x7fELF\x02\x01\x01\0\0\0", BINARY);
        check(b"<?xml version=\"1.0\"?><nitf>", MARKUP);
        assert_eq!(recognise(b" \n"), Err(Reason::Empty));
        assert_eq!(recognise(b"\xef\xbb\xbf"), Err(Reason::Empty));
    }
}
