//! The parts of a mail (RFC 2045, 2046). The library reads their headers and decodes them, but not the tree that they make: its
//! own reader nests as deep as a mail says, and looks through the whole mail for each boundary that does not come.

use mail_parser::{
    Message, MessageParser, MimeHeaders,
    decoders::{base64::base64_decode, quoted_printable::quoted_printable_decode},
};

use crate::{Reason, format::charset, hypertext};

/// The most bytes of a header.
const LONGEST_HEADER: usize = 256 << 10;

/// How deep parts lie in one another at most; real ones are three or four deep.
const DEEPEST: usize = 10;

/// The most parts that one is made of.
const MOST_PARTS: usize = 1000;

/// What a part is that says nothing of itself.
const NO_HEADER: &[u8] = b"Content-Type: text/plain\n\n";

/// The line above a signature.
const SIGNATURE: &str = "-- ";

/// A mail, or one of its parts.
pub(super) struct Part<'mail> {
    pub(super) header: Message<'mail>,
    content: &'mail [u8],
    /// How deep others may lie in it.
    deepest: usize,
}

impl<'mail> Part<'mail> {
    /// A mail; nothing where the header is longer than any.
    pub(super) fn of(mail: &'mail [u8]) -> Option<Self> {
        Self::within(mail, DEEPEST)
    }

    fn within(bytes: &'mail [u8], deepest: usize) -> Option<Self> {
        let (header, content) = bytes.split_at(end_of_header(bytes));
        if header.len() > LONGEST_HEADER {
            return None;
        }
        let parser = MessageParser::default();
        let header = parser.parse_headers(header).or_else(|| parser.parse_headers(NO_HEADER))?;
        Some(Self { header, content, deepest })
    }

    /// What it says: its plain text without the signature, or else its HTML; of several parts, one after another.
    pub(super) fn text(&self) -> Result<Option<String>, Reason> {
        if self.is_multiple() {
            return if self.header_is("multipart", "alternative") { self.best() } else { self.all() };
        }
        if self.header.content_disposition().is_some_and(|disposition| disposition.is_attachment()) {
            return Ok(None);
        }
        if self.is_plain() {
            return Ok(Some(without_signature(&self.unwrapped()).to_owned()));
        }
        self.page().map(|page| hypertext::text(&page)).transpose()
    }

    /// The text of the first part that has one, plain ones first.
    fn best(&self) -> Result<Option<String>, Reason> {
        for part in self.parts().filter(Self::is_plain).chain(self.parts().filter(|part| !part.is_plain())) {
            if let Some(text) = part.text()?.filter(|text| !text.trim().is_empty()) {
                return Ok(Some(text));
            }
        }
        Ok(None)
    }

    /// The texts of all parts.
    fn all(&self) -> Result<Option<String>, Reason> {
        let mut texts = Vec::new();
        for part in self.parts() {
            texts.extend(part.text()?.filter(|text| !text.trim().is_empty()));
        }
        Ok((!texts.is_empty()).then(|| texts.join("\n\n")))
    }

    /// The first page of HTML in it.
    pub(super) fn page(&self) -> Option<String> {
        if self.is_multiple() {
            return self.parts().find_map(|part| part.page());
        }
        self.header_is("text", "html").then(|| self.decoded())
    }

    /// The parts between the lines of its boundary, one at a time: headers take much more memory than bytes.
    fn parts(&self) -> impl Iterator<Item = Self> {
        let boundary = self.header.content_type().and_then(|content| content.attribute("boundary"));
        let within = boundary.zip(self.deepest.checked_sub(1));
        let pieces = within.map(|(boundary, deepest)| {
            let pieces = between(self.content, boundary.as_bytes()).into_iter().take(MOST_PARTS);
            pieces.filter_map(move |piece| Self::within(piece, deepest))
        });
        pieces.into_iter().flatten()
    }

    fn is_multiple(&self) -> bool {
        self.header.content_type().is_some_and(|content| content.ctype().eq_ignore_ascii_case("multipart"))
    }

    fn is_plain(&self) -> bool {
        self.header.content_type().is_none() || self.header_is("text", "plain")
    }

    fn header_is(&self, kind: &str, subtype: &str) -> bool {
        self.header.is_content_type(kind, subtype)
    }

    fn parameter(&self, name: &str) -> &str {
        self.header.content_type().and_then(|content| content.attribute(name)).unwrap_or_default()
    }

    /// The text in its encoding for transfer and of characters. What cannot be decoded is read as it is.
    fn decoded(&self) -> String {
        let bytes = match self.header.content_transfer_encoding().map(str::to_ascii_lowercase).as_deref() {
            Some("base64") => base64_decode(self.content),
            Some("quoted-printable") => quoted_printable_decode(self.content),
            _ => None,
        };
        charset::decoded_as(bytes.as_deref().unwrap_or(self.content), Some(self.parameter("charset")))
    }

    /// A text whose lines are lines of the writer's: of one that flows, those that end with a blank go on in the next (RFC 3676).
    fn unwrapped(&self) -> String {
        let text = self.decoded().replace("\r\n", "\n");
        if !self.parameter("format").eq_ignore_ascii_case("flowed") {
            return text;
        }
        let is_deleted = self.parameter("delsp").eq_ignore_ascii_case("yes");
        let mut lines = String::with_capacity(text.len());
        for line in text.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)) {
            match line.strip_suffix(' ') {
                Some(before) if line != SIGNATURE => lines.push_str(if is_deleted { before } else { line }),
                _ => {
                    lines.push_str(line);
                    lines.push('\n');
                }
            }
        }
        lines
    }
}

/// Where a header ends, with the blank line behind it.
fn end_of_header(bytes: &[u8]) -> usize {
    let mut end = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        end += line.len();
        if line.trim_ascii().is_empty() {
            break;
        }
    }
    end
}

/// What stands between lines that begin with two hyphens and a boundary, up to the one with two more behind it.
fn between<'mail>(content: &'mail [u8], boundary: &[u8]) -> Vec<&'mail [u8]> {
    let (mut pieces, mut begin, mut place) = (Vec::new(), None, 0);
    for line in content.split_inclusive(|byte| *byte == b'\n') {
        let after =
            line.strip_prefix(b"--").and_then(|line| line.strip_prefix(boundary)).map(<[u8]>::trim_ascii);
        let is_end = after == Some(b"--");
        if is_end || after == Some(b"") {
            pieces.extend(begin.map(|begin: usize| &content[begin..place]));
            begin = (!is_end).then_some(place + line.len());
        }
        place += line.len();
        if is_end {
            break;
        }
    }
    // Where the last line was cut off, the part ends with the mail.
    pieces.extend(begin.and_then(|begin| content.get(begin..)));
    pieces
}

fn without_signature(text: &str) -> &str {
    let mut ends = text.match_indices('\n').map(|(place, _)| place + 1);
    let end = ends
        .find(|place| text[*place..].strip_prefix(SIGNATURE).is_some_and(|after| after.starts_with('\n')));
    &text[..end.unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(mail: &str) -> Option<String> {
        Part::of(mail.as_bytes()).and_then(|part| part.text().unwrap())
    }

    #[test]
    fn parts_stand_between_boundaries() {
        let check = |content: &str, expected: &[&str]| {
            let pieces = between(content.as_bytes(), b"b");
            let pieces: Vec<_> =
                pieces.into_iter().map(|piece| std::str::from_utf8(piece).unwrap()).collect();
            assert_eq!(pieces, expected, "{content}");
        };
        check("Preamble\n--b\nOne\n--b  \r\nTwo\n--bc\n--b--\nAfter\n--b\n", &["One\n", "Two\n--bc\n"]);
        check("--b\nOne\n--b\nTw", &["One\n", "Tw"]);
        check("One\n", &[]);
    }

    #[test]
    fn what_is_attached_or_nested_is_no_text() {
        let mail = "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\n\nThe port.\n--b\nContent-Type: text/plain\n\
            Content-Disposition: attachment; filename=a.txt\n\nNo.\n--b\nContent-Type: message/rfc822\n\nSubject: x\n\nNo.\n\
            --b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/html\n\n<p>No.</p>\n--c\n\nClosed.\n--c--\n--b--\n";
        assert_eq!(text(mail).as_deref(), Some("The port.\n\n\nClosed.\n"));
    }

    #[test]
    fn characters_are_those_of_the_declared_encoding() {
        let check = |content_type: &str, content: &[u8], expected: &str| {
            let mail = [format!("Content-Type: {content_type}\n\n").as_bytes(), content].concat();
            assert_eq!(Part::of(&mail).unwrap().text().unwrap().as_deref(), Some(expected));
        };
        check("text/plain; charset=iso-8859-2", b"\xe8", "č");
        check("text/plain; charset=iso-8859-1", "č".as_bytes(), "č");
        check("text/plain; charset=iso-2022-jp", b"\x1b$B9A\x1b(B", "港");
        check("text/plain; charset=none", b"\x93Closed\x94", "“Closed”");
    }

    #[test]
    fn mails_that_nest_without_end_take_no_time() {
        let nested = "Content-Type: message/rfc822\n\n".repeat(100_000);
        let multiple = "Content-Type: multipart/mixed; boundary=b\n\n--b\n".repeat(100_000);
        let unended = "--b\nContent-Type: multipart/mixed; boundary=c\n\n".repeat(100_000);
        for mail in [nested, multiple, format!("Content-Type: multipart/mixed; boundary=b\n\n{unended}")] {
            assert_eq!(text(&mail), None);
        }
        assert!(Part::of("a:\n".repeat(100_000).as_bytes()).is_none());
    }
}
