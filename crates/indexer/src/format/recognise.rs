use super::{
    Format, alto, docx, europresse, factiva, feed, html, json, lexisnexis, mail, markdown, mets, newsml_1,
    newsml_g2, nitf, reuters, table, trec, web_archive, wire, xml_records,
};
use crate::{Reason, fields::FieldMap};

/// The byte order mark of UTF-8.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// How files begin that hold no article, or hold articles in a format that is not read.
const REFUSED: &[(&[u8], &str)] = &[
    (b"%PDF-", "is a PDF file, which is not a format that is read; save its text"),
    (b"{\\rtf", "is a rich text file (RTF); save it as plain text or DOCX"),
    (b"\xd0\xcf\x11\xe0", "is an old office document; save it as plain text or DOCX"),
];

const MARKUP: &str = "is XML or SGML of a kind that is not read";
const BINARY: &str = "is not text";

/// Whether a file that begins so is of a format.
type Test = fn(&[u8]) -> bool;

/// The formats that are no text, or hold what is none.
const NOT_TEXT: &[(Test, Format)] = &[
    (docx::is_office, Format::Docx),
    (web_archive::is_warc, Format::Warc),
    (web_archive::is_arc, Format::Arc),
];

/// The formats by what they begin with, the more telling first. What is none of them is a table or plain text.
const TESTS: &[(Test, Format)] = &[
    (wire::is_wire, Format::Wire),
    (mail::is_mail, Format::Mail),
    (trec::is_trec, Format::Trec),
    (reuters::is_reuters, Format::Reuters),
    (nitf::is_nitf, Format::Nitf),
    (newsml_1::is_newsml_1, Format::NewsMl1),
    (newsml_g2::is_newsml_g2, Format::NewsMlG2),
    (feed::is_feed, Format::Feed),
    (feed::is_json_feed, Format::JsonFeed),
    (mets::is_mets, Format::Mets),
    (alto::is_alto, Format::Alto),
    (lexisnexis::is_page, Format::LexisNexisPage),
    (europresse::is_page, Format::Europresse),
    (factiva::is_page, Format::FactivaPage),
    (factiva::is_xml, Format::FactivaXml),
    (html::is_html, Format::Html),
    (json::is_lines, Format::JsonLines),
    (json::is_json, Format::Json),
    (markdown::has_front_matter, Format::Markdown),
    (lexisnexis::is_text, Format::LexisNexisText),
    (factiva::is_text, Format::FactivaText),
    (xml_records::is_xml, Format::Xml),
];

/// The format of a file that begins with `head`, or why there is none.
pub(crate) fn recognise(head: &[u8], map: &FieldMap) -> Result<Format, Reason> {
    let mut mark = [0; 4];
    let mark: &[u8] = BYTE_ORDER_MARK.encode_utf8(&mut mark).as_bytes();
    let head = head.strip_prefix(mark).unwrap_or(head).trim_ascii_start();
    if head.is_empty() {
        return Err(Reason::Empty);
    }
    if let Some((_, what)) = REFUSED.iter().find(|(beginning, _)| head.starts_with(beginning)) {
        return Err(Reason::Format { what });
    }
    if let Some((_, format)) = NOT_TEXT.iter().find(|(is_format, _)| is_format(head)) {
        return Ok(*format);
    }
    // A short message has many control characters.
    if is_binary(head) && !wire::is_wire(head) {
        return Err(Reason::Format { what: BINARY });
    }
    if let Some((_, format)) = TESTS.iter().find(|(is_format, _)| is_format(head)) {
        return Ok(*format);
    }
    if head.starts_with(b"<") {
        return Err(Reason::Format { what: MARKUP });
    }
    Ok(if table::is_table(head, map) { Format::Table } else { Format::PlainText })
}

/// Text may hold a stray control character; where every tenth byte is one, it is no text.
fn is_binary(head: &[u8]) -> bool {
    let controls = head.iter().filter(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace()).count();
    controls * 10 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recognise(head: &[u8]) -> Result<Format, Reason> {
        super::recognise(head, &FieldMap::default())
    }

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
        assert_eq!(recognise(b"link,headline,date,\"body\"\r\n"), Ok(Format::Table));
        assert_eq!(recognise(b"url\ttitle\ntext"), Ok(Format::Table));
    }

    #[test]
    fn a_first_line_that_was_cut_off_does_not_cost_the_file() {
        assert_eq!(recognise(b"{\"id\": 1, \"body\": \"The po\n{\"id\": 2}\n"), Ok(Format::JsonLines));
        assert_eq!(recognise(b"{\"id\": 1, \"body\": \"The po"), Ok(Format::JsonLines));
    }

    #[test]
    fn archives_and_exports_are_known_by_how_they_begin() {
        let check = |head: &str, format| assert_eq!(recognise(head.as_bytes()), Ok(format), "{head}");
        check("PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaa[Content_Types].xml", Format::Docx);
        check("WARC/1.0\r\n", Format::Warc);
        check("filedesc://a.arc 0.0.0.0 20240314000000 text/plain 9\n", Format::Arc);
        check("\n    1 of 20 DOCUMENTS\n\n  The Semaphore\n", Format::LexisNexisText);
        check("<html><!-- <DOC NUMBER=1>\n<DOCFULL> -->", Format::LexisNexisPage);
        check(
            "<html><article><span class=DocPublicationName></span><span class=DocHeader>",
            Format::Europresse,
        );
        check("<html><div class=\"article enArticle\"><p class=articleParagraph>", Format::FactivaPage);
        check("<?xml version='1.0'?>\n<PPSResponse>", Format::FactivaXml);
        check(
            "HD  Port\nWC  3 words\nPD  14 March 2024\nSN  The Semaphore\nTD\nAll left.\n",
            Format::FactivaText,
        );
        check("<!doctype html><article><h1>Port</h1>", Format::Html);
    }

    #[test]
    fn what_is_not_read_is_named() {
        let check = |head: &[u8], what| assert_eq!(recognise(head), Err(Reason::Format { what }));
        check(b"\x7fELF\x02\x01\x01\0\0\0", BINARY);
        check(b"<!DOCTYPE lisp>", MARKUP);
        assert_eq!(recognise(b" \n"), Err(Reason::Empty));
        assert_eq!(recognise(b"\xef\xbb\xbf"), Err(Reason::Empty));
    }
}
