//! Exports of LexisNexis (Lexis Academic, Nexis, Nexis Uni): many documents in one text, one page or one DOCX.

mod document;
mod labels;

use std::io::{BufRead, Read};

use super::{LONGEST_RECORD, charset, whole, whole::Found};
use crate::{Reason, Rejection, hypertext, raw_article::RawArticle};

/// What precedes every document in the older pages.
const DOCUMENT: &str = "<DOC NUMBER=";

/// Whether a file is an export as text.
pub(super) fn is_text(head: &[u8]) -> bool {
    let head = charset::decoded(head);
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
    let has = |wanted: fn(&str) -> bool| head.lines().any(wanted);
    lines.next().is_some_and(labels::begins_document)
        || has(labels::begins_document) && has(|line| line.trim().starts_with("LENGTH:"))
        || has(|line| line.trim() == "Body") && has(|line| line.trim().starts_with("Length:"))
}

/// Whether a file is an export as a page.
pub(super) fn is_page(head: &[u8]) -> bool {
    let head = charset::decoded(head);
    head.starts_with('<')
        && (head.contains(DOCUMENT) && head.contains("<DOCFULL>") || head.contains("<!-- LXNComment"))
}

/// Whether paragraphs are those of an export.
pub(super) fn is_export(paragraphs: &[String]) -> bool {
    let has_length = paragraphs.iter().any(|text| text.to_lowercase().starts_with("length:"));
    paragraphs.iter().any(|text| text.lines().any(labels::ends_document))
        || has_length && paragraphs.iter().any(|text| labels::is_body(text))
}

/// The articles of an export as a page.
pub(super) fn read_page(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    whole::articles(content, file, page)
}

/// The articles of an export as text, one document at a time.
pub(super) fn read_text<R: BufRead>(
    content: R,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    Documents { content, file, line: 0, begun: Vec::new(), ended: false }
        .filter_map(|document| document.and_then(Document::article).transpose())
}

fn page(html: &str) -> Found {
    let mut line = 1;
    let mut found = Vec::new();
    for (number, part) in html.split(DOCUMENT).enumerate() {
        if number > 0 {
            let text = part.split_once('>').map_or(part, |(_, text)| text).replace("<DOCFULL>", "");
            found.push(of_markup(&text, line));
        }
        line += part.matches('\n').count() as u64;
    }
    found
}

fn of_markup(html: &str, line: u64) -> Result<RawArticle, whole::Fault> {
    let fault = |reason| whole::Fault { line: Some(line), reason };
    let html = html.trim_start().trim_start_matches("-->");
    let paragraphs: Vec<String> =
        hypertext::text(html).map_err(fault)?.split("\n\n").map(str::to_owned).collect();
    let paragraphs = paragraphs.into_iter().filter(|text| !labels::begins_document(text)).collect::<Vec<_>>();
    let article = document::article(&paragraphs).ok_or(fault(Reason::NoBody))?;
    Ok(RawArticle { line, ..article })
}

/// The articles of an export whose paragraphs are known, each with the number of its first paragraph as its line.
pub(super) fn articles(paragraphs: Vec<String>) -> Found {
    let mut found = Vec::new();
    let (mut document, mut begin) = (Vec::new(), 1);
    let count = paragraphs.len() as u64;
    for (number, paragraph) in (1..).zip(paragraphs) {
        let ends = paragraph.lines().any(labels::ends_document);
        document.extend(paragraph.lines().filter(|line| !labels::ends_document(line)).map(str::to_owned));
        if ends || number == count {
            let read = document::article(&std::mem::take(&mut document));
            // What follows the last document is a colophon.
            if ends || read.is_some() {
                found.push(read.map(|raw| RawArticle { line: begin, ..raw }).ok_or(Reason::NoBody.into()));
            }
            begin = number + 1;
        }
    }
    found
}

/// The documents of an export as text.
struct Documents<R> {
    content: R,
    file: String,
    /// The line that was read last, from 1.
    line: u64,
    /// The line that begins the next document.
    begun: Vec<u8>,
    ended: bool,
}

/// The lines of a document, and where it begins.
struct Document {
    file: String,
    line: u64,
    bytes: Vec<u8>,
}

impl<R: BufRead> Iterator for Documents<R> {
    type Item = Result<Document, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let mut bytes = std::mem::take(&mut self.begun);
        let begin = self.line.max(1);
        loop {
            match self.line(&mut bytes) {
                Ok(Some(at)) => {
                    let line = String::from_utf8_lossy(&bytes[at..]);
                    if labels::begins_document(&line) {
                        self.begun = bytes.split_off(at);
                        break;
                    }
                    if labels::ends_document(&line) {
                        break;
                    }
                }
                Ok(None) => {
                    self.ended = true;
                    break;
                }
                Err(reason) => {
                    self.ended = true;
                    return Some(Err(Rejection { file: self.file.clone(), line: Some(begin), reason }));
                }
            }
        }
        Some(Ok(Document { file: self.file.clone(), line: begin, bytes }))
    }
}

impl<R: BufRead> Documents<R> {
    /// Reads one more line of the document, and tells where it begins; `None` at the end.
    fn line(&mut self, bytes: &mut Vec<u8>) -> Result<Option<usize>, Reason> {
        let at = bytes.len();
        let left = (LONGEST_RECORD + 1).saturating_sub(at as u64);
        let count = self.content.by_ref().take(left).read_until(b'\n', bytes)?;
        self.line += 1;
        if bytes.len() as u64 > LONGEST_RECORD {
            return Err(Reason::TooLong { limit: LONGEST_RECORD });
        }
        Ok((count > 0).then_some(at))
    }
}

impl Document {
    /// Its article; none of what stands before the first document and behind the last.
    fn article(self) -> Result<Option<RawArticle>, Rejection> {
        let text = charset::decoded(&self.bytes);
        let is_document = text.lines().any(|line| {
            labels::begins_document(line) || labels::ends_document(line) || labels::field(line).is_some()
        });
        match document::article(&paragraphs(&text)) {
            Some(raw) => Ok(Some(RawArticle { line: self.line, ..raw })),
            None if is_document => {
                Err(Rejection { file: self.file, line: Some(self.line), reason: Reason::NoBody })
            }
            None => Ok(None),
        }
    }
}

/// The paragraphs of a text whose lines may be broken: what stands between blank lines, and each field by itself.
fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines().map(|line| line.trim_matches(['\u{feff}', ' ', '\t', '\u{a0}', '\r', '\u{c}'])) {
        if labels::begins_document(line) || line.is_empty() {
            open = false;
            continue;
        }
        let is_heading = labels::is_body(line) || labels::is_end(line) || labels::is_copyright(line);
        let stands_alone = is_heading || labels::field(line).is_some();
        match paragraphs.last_mut().filter(|_| open && !stands_alone) {
            Some(paragraph) => paragraph.extend([" ", line]),
            None => paragraphs.push(line.to_owned()),
        }
        open = !is_heading;
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const OLDER: &str = "\n                1 of 2 DOCUMENTS\n\n\n              The Semaphore (Port Senna)\n\n            March 14, 2024 Thursday\n                 Final Edition\n\n\
        Port Senna closes\n\nBYLINE: Ilse Maravant and Tobin Okkerley\n\nSECTION: HARBOUR; Pg. 3\n\nLENGTH: 12 words\n\nDATELINE: PORT SENNA\n\n\
        The port was closed\nat noon.\n\nAll boats left.\n\nURL: http://semaphore.example/1\n\nLOAD-DATE: April 1, 2024\n\nLANGUAGE: ENGLISH\n\n\
        Copyright 2024 The Semaphore\n     All Rights Reserved\n\n\u{c}\n                2 of 2 DOCUMENTS\n\n   The Lantern\n\n  15. März 2024 Freitag\n\n\
        Ein Hafen\n\nRUBRIK: LOKALES\n\nLÄNGE: 5 Wörter\n\nDer Hafen ist zu.\n\nUPDATE: 16. März 2024\n";

    const NEWER: &str = "Port Senna closes\n\nThe Semaphore (Port Senna)\n\nMarch 14, 2024 Thursday 9:20 AM GMT\n\n\
        Copyright 2024 The Semaphore All Rights Reserved\n\nSection: HARBOUR; Version:2\n\nLength: 12 words\n\nByline: Ilse Maravant\n\n\
        Highlight: What happened\n\nBody\n\nThe port was closed at noon.\n\nAll boats left.\n\nClassification\n\nLanguage: ENGLISH\n\n\
        Load-Date: April 1, 2024\n\nEnd of Document\n\nSecond\n\nThe Lantern\n\nMarch 15, 2024 Friday\n\nLength: 3 words\n\nBody\n\nNothing.\n\nEnd of Document\n";

    fn text(text: &str) -> Vec<Result<RawArticle, Rejection>> {
        read_text(text.as_bytes(), "export.txt".to_owned()).collect()
    }

    #[test]
    fn the_older_text_has_its_headline_below_the_date() {
        let found = text(OLDER);
        assert_eq!(found.len(), 2);
        let first = found[0].as_ref().unwrap();
        assert_eq!(first.title.as_deref(), Some("Port Senna closes"));
        assert_eq!(first.date.as_deref(), Some("March 14, 2024 Thursday Final Edition"));
        assert_eq!(first.source.as_deref(), Some("The Semaphore (Port Senna)"));
        assert_eq!(first.authors, ["Ilse Maravant", "Tobin Okkerley"]);
        assert_eq!((first.section.as_deref(), first.language.as_deref()), (Some("HARBOUR"), Some("en")));
        assert_eq!(first.url.as_deref(), Some("http://semaphore.example/1"));
        assert_eq!(first.body, "The port was closed at noon.\n\nAll boats left.");
        let second = found[1].as_ref().unwrap();
        assert_eq!(
            (second.title.as_deref(), second.date.as_deref()),
            (Some("Ein Hafen"), Some("15. März 2024 Freitag"))
        );
        assert_eq!((second.body.as_str(), second.line > first.line), ("Der Hafen ist zu.", true));
    }

    #[test]
    fn the_newer_text_has_its_headline_at_the_top() {
        let found = text(NEWER);
        let first = found[0].as_ref().unwrap();
        assert_eq!(first.title.as_deref(), Some("Port Senna closes"));
        assert_eq!(first.date.as_deref(), Some("March 14, 2024 Thursday 9:20 AM GMT"));
        assert_eq!(first.source.as_deref(), Some("The Semaphore (Port Senna)"));
        assert_eq!(first.body, "The port was closed at noon.\n\nAll boats left.");
        assert_eq!(found[1].as_ref().unwrap().title.as_deref(), Some("Second"));
        assert_eq!(found.len(), 2);
        let paragraphs = NEWER.split("\n\n").map(str::to_owned).collect::<Vec<_>>();
        assert!(is_export(&paragraphs));
        assert_eq!(articles(paragraphs).len(), 2);
    }

    #[test]
    fn the_headline_may_have_a_label_and_the_copyright_stand_first() {
        let found = text(
            "     1 of 1 DOCUMENT\n\n   Copyright 1999 The Semaphore Company\n     The Semaphore\n\n    March 14, 1999, Sunday, Late Edition - Final\n\n\
             SECTION: Section 1; Page 3\n\nLENGTH: 9 words\n\nHEADLINE: Port Senna\nCloses\n\nBYLINE:  By ILSE MARAVANT\n\nDATELINE: PORT SENNA, March 13\n\n\
             BODY:\n   The port was closed.\n\n   All left.\n\nGRAPHIC: Photo: The port.\n\nLANGUAGE: ENGLISH\n\nLOAD-DATE: March 15, 1999\n",
        );
        let raw = found[0].as_ref().unwrap();
        assert_eq!(
            (raw.title.as_deref(), raw.source.as_deref()),
            (Some("Port Senna Closes"), Some("The Semaphore"))
        );
        assert_eq!(raw.date.as_deref(), Some("March 14, 1999, Sunday, Late Edition - Final"));
        assert_eq!(
            (raw.authors.as_slice(), raw.section.as_deref()),
            (["ILSE MARAVANT".to_owned()].as_slice(), Some("Section 1"))
        );
        assert_eq!((raw.body.as_str(), found.len()), ("The port was closed.\n\nAll left.", 1));
    }

    #[test]
    fn a_document_without_text_costs_itself_only() {
        let found = text(&OLDER.replace("Der Hafen ist zu.", ""));
        assert!(found[0].is_ok());
        assert_eq!(found[1].as_ref().unwrap_err().reason, Reason::NoBody);
    }

    #[test]
    fn pages_hold_documents_between_comments() {
        let html = "<html><body>\n<!-- Hide XML section from browser\n<DOC NUMBER=1>\n<DOCFULL> -->\n<p>1 of 1 DOCUMENTS</p>\
            <p>The Semaphore</p><p>14 mars 2024 jeudi</p><p>Le port ferme</p><p><b>RUBRIQUE: </b>PORT; Pg. 3</p><p><b>LONGUEUR: </b>4 mots</p>\
            <p>Le port\n est ferm&eacute;.</p><p>SUJET: PORTS (90%)</p><p>DATE-CHARGEMENT: 1 April 2024</p><p>Copyright 2024</p>\
            <!-- Hide XML section from browser\n</DOCFULL>\n</DOC> --></body></html>";
        assert!(is_page(html.as_bytes()));
        let found = page(html);
        let raw = found[0].as_ref().unwrap();
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("Le port ferme"), Some("14 mars 2024 jeudi"))
        );
        assert_eq!((raw.body.as_str(), raw.line, found.len()), ("Le port est fermé.", 3, 1));
    }

    #[test]
    fn words_before_a_colon_do_not_end_the_text() {
        let found = text(
            &NEWER.replace("All boats left.", "All boats left.\n\nCompany: none was there.\n\nNobody came."),
        );
        assert!(found[0].as_ref().unwrap().body.ends_with("Company: none was there.\n\nNobody came."));
    }

    #[test]
    fn exports_are_told_from_other_texts() {
        assert!(is_text(OLDER.as_bytes()) && is_text(NEWER.as_bytes()));
        assert!(!is_text(b"The port closed.\n\nBody language: none.") && !is_page(b"<html><p>1 of 2</p>"));
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "(1 of 2 DOCUMENTS\n|BODY: |Body\n|LENGTH: |March 1, 2024\n|End of Document\n|[a-z \n:é]{0,9}){0,30}") {
            let _ = read_text(text.as_bytes(), String::new()).count();
            let _ = page(&text);
            let _ = articles(text.split('\n').map(str::to_owned).collect());
        }
    }
}
