//! XML of the web service (`PPSResponse`).

use std::collections::BTreeMap;

use quick_xml::{Reader, events::Event};

use super::coded;
use crate::{
    Reason,
    authors::authors,
    clean,
    format::{
        whole::{Fault, Found},
        xml,
    },
    raw_article::RawArticle,
    stated::Stated,
};

/// The elements whose text an article needs.
const FIELDS: &[&str] = &[
    "accessionNo",
    "headline",
    "byline",
    "publicationDate",
    "sourceName",
    "sectionName",
    "columnName",
    "baseLanguage",
    "leadParagraph",
    "tailParagraphs",
];

/// How deep elements lie in one another.
const DEEPEST: usize = 50;

/// So many blanks before a line begin a paragraph.
const INDENT: &str = "   ";

const BROKEN: &str = "is XML that breaks off or cannot be read";
const ENTITIES: &str = "is XML that declares entities of its own, which are not expanded";

/// The articles of a response. What comes before an error is kept.
pub(super) fn articles(xml: &str) -> Found {
    let mut response =
        Response { xml, at: 0, line: 1, path: Vec::new(), article: Article::default(), found: Vec::new() };
    let fault = response.read().err();
    response.found.extend(fault.map(|reason| Err(Fault { line: Some(response.line), reason })));
    response.found
}

struct Response<'xml> {
    xml: &'xml str,
    /// How far lines have been counted, in bytes.
    at: usize,
    line: u64,
    /// The names of the elements that are open.
    path: Vec<String>,
    article: Article,
    found: Found,
}

/// What has been read of an article.
#[derive(Default)]
struct Article {
    line: u64,
    texts: BTreeMap<&'static str, String>,
}

impl Response<'_> {
    fn read(&mut self) -> Result<(), Reason> {
        let mut reader = Reader::from_str(self.xml);
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        config.expand_empty_elements = true;
        loop {
            let event = reader.read_event().map_err(|_| Reason::Format { what: BROKEN })?;
            self.count_lines(usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX));
            match &event {
                Event::Start(tag) => self.begin(tag.local_name().as_ref())?,
                Event::End(_) => self.end(),
                Event::DocType(declaration) if declaration.contains("<!ENTITY") => {
                    return Err(Reason::Format { what: ENTITIES });
                }
                Event::Eof if self.path.is_empty() => return Ok(()),
                Event::Eof => return Err(Reason::Format { what: BROKEN }),
                other => self.add(&xml::characters(other)),
            }
        }
    }

    fn count_lines(&mut self, end: usize) {
        let read = self.xml.as_bytes().get(self.at..end).unwrap_or_default();
        self.line += read.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.at = end;
    }

    fn begin(&mut self, name: &str) -> Result<(), Reason> {
        if self.path.len() == DEEPEST {
            return Err(Reason::TooDeep { limit: DEEPEST });
        }
        if name == "article" {
            self.article = Article { line: self.line, ..Article::default() };
        }
        self.path.push(name.to_owned());
        if name == "paragraph" {
            self.add("\n\n");
        }
        Ok(())
    }

    fn end(&mut self) {
        if self.path.pop().is_some_and(|name| name == "article") {
            self.found.push(std::mem::take(&mut self.article).raw());
        }
    }

    /// Adds characters to the field in which they stand.
    fn add(&mut self, characters: &str) {
        let field = self.path.iter().rev().find_map(|name| FIELDS.iter().find(|field| *field == name));
        if let Some(field) = field {
            self.article.texts.entry(field).or_default().push_str(characters);
        }
    }
}

impl Article {
    fn raw(self) -> Result<RawArticle, Fault> {
        let line = |field: &str| self.texts.get(field).and_then(|text| clean::line(text));
        let text = |field: &str| self.texts.get(field).map(String::as_str).unwrap_or_default();
        let body = paragraphs(&format!("{}\n\n{}", text("leadParagraph"), text("tailParagraphs")));
        if body.is_empty() {
            return Err(Fault { line: Some(self.line), reason: Reason::NoBody });
        }
        Ok(RawArticle {
            line: self.line,
            id: line("accessionNo"),
            title: line("headline"),
            date: line("publicationDate"),
            source: line("sourceName"),
            authors: authors(Stated::text(text("byline"))),
            section: line("sectionName").or_else(|| line("columnName")),
            language: coded::language(text("baseLanguage")).map(str::to_owned),
            body,
            ..RawArticle::default()
        })
    }
}

/// What stands between blank lines, or begins with an indented line.
fn paragraphs(text: &str) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let begins = !open || line.starts_with(INDENT);
        open = !line.trim().is_empty();
        match paragraphs.last_mut().filter(|_| !begins) {
            Some(paragraph) if open => paragraph.extend([" ", line.trim()]),
            _ if open => paragraphs.push(line.trim().to_owned()),
            _ => {}
        }
    }
    paragraphs.join("\n\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RESPONSE: &str = "<?xml version=\"1.0\"?>\n<PPSResponse><ppsarticle>\n<article><accessionNo>SEMA1</accessionNo><baseLanguage>EN</baseLanguage>\
        <headline><paragraph><hlt>Port</hlt> &amp; harbour close</paragraph></headline><leadParagraph>\nThe port\nwas closed.\n    All left.\n</leadParagraph>\
        <publicationDate><date>2024-03-14</date></publicationDate><sourceName>The Semaphore</sourceName>\
        <tailParagraphs><paragraph>One.</paragraph><paragraph>Two.</paragraph></tailParagraphs></article></ppsarticle>\
        <ppsarticle><article><headline/></article></ppsarticle></PPSResponse>";

    #[test]
    fn articles_have_a_lead_and_a_tail() {
        let found = articles(RESPONSE);
        let raw = found[0].as_ref().unwrap();
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("Port & harbour close"), Some("2024-03-14"))
        );
        assert_eq!(
            (raw.id.as_deref(), raw.source.as_deref(), raw.line),
            (Some("SEMA1"), Some("The Semaphore"), 3)
        );
        assert_eq!(raw.body, "The port was closed.\n\nAll left.\n\nOne.\n\nTwo.");
        assert_eq!(found[1].as_ref().unwrap_err().reason, Reason::NoBody);
    }

    #[test]
    fn what_comes_before_an_error_is_kept() {
        let cut = &RESPONSE[..RESPONSE.len() - 20];
        assert!(articles(cut)[0].is_ok());
        assert!(articles(cut).last().unwrap().is_err());
        assert!(articles(&"<a>".repeat(100_000)).last().unwrap().is_err());
        assert!(articles("<!DOCTYPE x [<!ENTITY a 'b'>]><x/>")[0].is_err());
    }

    proptest! {
        #[test]
        fn no_markup_breaks_it(xml in "(</?(article|headline|leadParagraph|paragraph)/?>|&amp;|&|[a-z <>\n]{0,4}){0,40}") {
            let _ = articles(&xml);
        }
    }
}
