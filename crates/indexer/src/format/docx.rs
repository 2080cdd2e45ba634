//! Word documents: a zip file with XML in it. One that is an export of LexisNexis holds many articles, any other is one.

use std::io::{BufRead, Cursor, Read};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

use super::{LONGEST_FILE, lexisnexis, plain_text, whole, whole::Found, xml};
use crate::{Reason, Rejection, dates, raw_article::RawArticle};

/// How the first file in the zip files of offices is called.
const FIRST: &[&str] = &["[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/", "ppt/", "mimetype"];

const DOCUMENT: &str = "word/document.xml";

/// Documents of other kinds, by how a file in them is called.
const OTHERS: &[(&str, &str)] = &[
    ("xl/", "is a spreadsheet (XLSX), which is not a format that is read; save it as CSV"),
    ("ppt/", "is a presentation (PPTX), which is not a format that is read; save its text"),
    ("META-INF/container.xml", "is an e-book (EPUB), which is not a format that is read; save its text"),
    (
        "content.xml",
        "is an OpenDocument file, which is not a format that is read; save it as DOCX or plain text",
    ),
];

const OTHER: &str = "is an office document of a kind that is not read; save it as DOCX or plain text";
const BROKEN: &str = "is a damaged DOCX file";

/// Names of the styles of headlines, without the blanks and in small letters.
const TITLES: &[&str] = &[
    "title",
    "heading1",
    "titel",
    "berschrift1",
    "überschrift1",
    "titre",
    "titre1",
    "ttulo",
    "ttulo1",
    "titolo",
    "titolo1",
    "kop1",
];

/// How deep paragraphs lie in one another, which they do in text boxes.
const DEEPEST: usize = 50;

/// How many of the first lines may be the date.
const FIRST_LINES: usize = 3;

/// Whether a file is the document of an office.
pub(super) fn is_office(head: &[u8]) -> bool {
    let name = head.get(30..).unwrap_or_default();
    head.starts_with(b"PK\x03\x04") && FIRST.iter().any(|first| name.starts_with(first.as_bytes()))
}

/// The articles of a document.
pub(super) fn read(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    let found = match whole::bytes(content).and_then(|bytes| document(&bytes)) {
        Ok(xml) => articles(&xml),
        Err(reason) => vec![Err(reason.into())],
    };
    whole::of_file(found, file)
}

/// The XML of the text in a zip file.
fn document(bytes: &[u8]) -> Result<String, Reason> {
    let broken = |_| Reason::Format { what: BROKEN };
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if zip.index_for_name(DOCUMENT).is_none() {
        let other =
            OTHERS.iter().find(|(begin, _)| zip.file_names().flatten().any(|name| name.starts_with(begin)));
        return Err(Reason::Format { what: other.map_or(OTHER, |(_, what)| what) });
    }
    let mut xml = Vec::new();
    zip.by_name(DOCUMENT).map_err(broken)?.take(LONGEST_FILE + 1).read_to_end(&mut xml)?;
    if xml.len() as u64 > LONGEST_FILE {
        return Err(Reason::TooLong { limit: LONGEST_FILE });
    }
    Ok(String::from_utf8_lossy(&xml).into_owned())
}

fn articles(xml: &str) -> Found {
    let paragraphs = match paragraphs(xml) {
        Ok(paragraphs) => paragraphs,
        Err(reason) => return vec![Err(reason.into())],
    };
    let texts: Vec<String> = paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect();
    if lexisnexis::is_export(&texts) {
        return lexisnexis::articles(texts);
    }
    vec![article(paragraphs).ok_or(Reason::NoBody.into())]
}

/// The one article of a document: its headline is told by its style, or by its form as in plain text.
fn article(mut paragraphs: Vec<Paragraph>) -> Option<RawArticle> {
    let styled = paragraphs.iter().position(|paragraph| paragraph.is_title);
    let title = styled.map(|place| paragraphs.remove(place).text);
    let is_date = |paragraph: &Paragraph| dates::in_line(&paragraph.text).is_some();
    let dated = paragraphs.iter().take(FIRST_LINES).position(is_date);
    let date = dated.and_then(|place| dates::in_line(&paragraphs.remove(place).text).map(str::to_owned));
    let texts: Vec<String> = paragraphs.into_iter().map(|paragraph| paragraph.text).collect();
    let text = texts.join("\n\n");
    match title {
        Some(title) if !text.is_empty() => {
            Some(RawArticle { line: 1, title: Some(title), date, body: text, ..RawArticle::default() })
        }
        Some(_) => None,
        None => plain_text::article(&text).map(|raw| RawArticle { date: date.or(raw.date.clone()), ..raw }),
    }
}

/// A paragraph that is not empty.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    is_title: bool,
}

/// The paragraphs of a text, in the order of their ends.
fn paragraphs(xml: &str) -> Result<Vec<Paragraph>, Reason> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let (mut open, mut done): (Vec<Paragraph>, Vec<Paragraph>) = (Vec::new(), Vec::new());
    let (mut in_text, mut hidden) = (false, 0_usize);
    loop {
        let event = reader.read_event().map_err(|_| Reason::Format { what: BROKEN })?;
        match &event {
            Event::Start(tag) if tag.local_name().as_ref() == "Fallback" => hidden += 1,
            Event::End(tag) if tag.local_name().as_ref() == "Fallback" => hidden = hidden.saturating_sub(1),
            Event::Start(tag) if tag.local_name().as_ref() == "p" => {
                if open.len() == DEEPEST {
                    return Err(Reason::TooDeep { limit: DEEPEST });
                }
                open.push(Paragraph::default());
            }
            Event::End(tag) if tag.local_name().as_ref() == "p" => {
                let paragraph = open.pop().unwrap_or_default();
                let text = paragraph.text.trim().to_owned();
                if !text.is_empty() && hidden == 0 {
                    done.push(Paragraph { text, ..paragraph });
                }
            }
            Event::Start(tag) => in_text = tag.local_name().as_ref() == "t",
            Event::End(_) => in_text = false,
            Event::Empty(tag) => {
                if let Some(paragraph) = open.last_mut() {
                    mark(paragraph, tag);
                }
            }
            Event::Eof => return Ok(done),
            _ => {}
        }
        if let (true, Some(paragraph)) = (in_text, open.last_mut()) {
            paragraph.text.push_str(&xml::characters(&event));
        }
    }
}

/// What an empty element means for its paragraph: a break, a blank, a style.
fn mark(paragraph: &mut Paragraph, tag: &BytesStart) {
    match tag.local_name().as_ref() {
        "br" | "cr" => paragraph.text.push('\n'),
        "tab" if !paragraph.text.is_empty() => paragraph.text.push(' '),
        "noBreakHyphen" => paragraph.text.push('-'),
        "pStyle" => {
            let style =
                tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == "val");
            let name = style.map(|style| style.value.replace(' ', "").to_lowercase());
            paragraph.is_title = name.is_some_and(|name| TITLES.contains(&name.as_str()));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use proptest::prelude::*;
    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    fn zip(name: &str, content: &str) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in [("[Content_Types].xml", ""), (name, content)] {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn docx(paragraphs: &[(&str, &str)]) -> Vec<Result<RawArticle, Rejection>> {
        let paragraphs: String = paragraphs
            .iter()
            .map(|(style, text)| {
                format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
            })
            .collect();
        let xml = format!("<?xml version=\"1.0\"?><w:document><w:body>{paragraphs}</w:body></w:document>");
        let bytes = zip(DOCUMENT, &xml);
        assert!(is_office(&bytes));
        read(bytes.as_slice(), "a.docx".to_owned()).collect()
    }

    #[test]
    fn a_document_is_one_article() {
        let found = docx(&[
            ("Title", "Port &amp; harbour close"),
            ("Normal", "14 March 2024"),
            ("Normal", "All left."),
            ("", ""),
            ("", "Nobody&#8217;s fault."),
        ]);
        let raw = found[0].as_ref().unwrap();
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("Port & harbour close"), Some("14 March 2024"))
        );
        assert_eq!(raw.body, "All left.\n\nNobody’s fault.");
        let found = docx(&[("Normal", "Port Senna closes"), ("Normal", "All left.")]);
        assert_eq!(found[0].as_ref().unwrap().title.as_deref(), Some("Port Senna closes"));
    }

    #[test]
    fn an_export_is_many_articles() {
        let document = |title: &'static str| {
            [
                ("", title),
                ("", "The Semaphore"),
                ("", "March 14, 2024 Thursday"),
                ("", "Length: 2 words"),
                ("", "Body"),
                ("", "All left."),
                ("", "End of Document"),
            ]
        };
        let found = docx(&[document("Port closes"), document("Port opens")].concat());
        let titles: Vec<_> =
            found.iter().map(|one| one.as_ref().unwrap().title.as_deref().unwrap()).collect();
        assert_eq!(titles, ["Port closes", "Port opens"]);
    }

    #[test]
    fn other_documents_are_named() {
        let reason = |bytes: Vec<u8>| {
            read(bytes.as_slice(), "a".to_owned()).next().unwrap().unwrap_err().reason.to_string()
        };
        assert!(reason(zip("xl/workbook.xml", "")).contains("spreadsheet"));
        assert!(reason(zip("content.xml", "")).contains("OpenDocument"));
        assert!(reason(b"PK\x03\x04 broken".to_vec()).contains("damaged"));
        assert!(reason(zip(DOCUMENT, "<w:p><w:t>x</w:p")).contains("damaged"));
    }

    proptest! {
        #[test]
        fn no_markup_breaks_it(xml in "(</?w:(p|t|r|tbl)>|<w:br/>|&amp;|&x;|[a-z<>& ]{0,4}){0,40}") {
            let _ = articles(&xml);
        }
    }
}
