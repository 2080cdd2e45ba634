//! Feeds: RSS of all versions, Atom, exports of WordPress (RSS with particulars of its own) and JSON Feed.

mod entry;
mod json;
mod wordpress;

use std::{collections::HashMap, io::BufRead};

pub(super) use json::{is_json_feed, read as read_json};

use super::{
    LONGEST_RECORD, charset,
    whole::Fault,
    xml::{Element, Parser, Root},
};
use crate::{Reason, Rejection, raw_article::RawArticle};

const NO_ENTRY: &str = "is a feed without an entry";
const NO_POST: &str = "is an export of WordPress without a published post or page";

/// Elements in which entries and what describes them all lie.
const FRAMES: &[&str] = &["rss", "RDF", "feed", "channel"];

/// Whether a file is a feed of XML.
pub(super) fn is_feed(head: &[u8]) -> bool {
    Root::read(head).is_some_and(|root| {
        root.is(&["rss"])
            || (root.is(&["feed"]) && root.declares("/Atom"))
            || (root.is(&["feed"]) && root.declares("/atom/"))
            || (root.is(&["RDF"]) && (root.declares("/rss/1.0") || root.declares("/rdf/simple/0.9")))
    })
}

/// What a feed says of all its entries.
#[derive(Debug, Default)]
struct Channel {
    title: Option<String>,
    language: Option<String>,
    /// What the accounts of WordPress call themselves.
    names: HashMap<String, String>,
    /// Whether it is an export of WordPress.
    is_export: bool,
}

impl Channel {
    /// Notes what stands beside the entries.
    fn note(&mut self, element: &Element) {
        match element.full_name() {
            "wp:author" => {
                let text = |name| element.child(name).and_then(Element::line_of_text);
                if let (Some(login), Some(name)) = (text("author_login"), text("author_display_name")) {
                    self.names.insert(login, name);
                }
            }
            "wp:wxr_version" => self.is_export = true,
            "title" => self.title = element.line_of_text(),
            "language" | "dc:language" => self.language = element.line_of_text(),
            _ => {}
        }
    }
}

/// Entries are read one at a time: exports are as large as the site.
struct Feed<R: BufRead> {
    parser: Parser<R>,
    channel: Channel,
    file: String,
    has_given: bool,
    has_ended: bool,
}

/// The entries of a feed.
pub(super) fn read(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    let failed = |error: std::io::Error| Rejection { file: file.clone(), line: None, reason: error.into() };
    let (failure, content) = match charset::decoding(content) {
        Ok(content) => (None, Some(content)),
        Err(error) => (Some(Err(failed(error))), None),
    };
    let feed = content.map(|content| Feed {
        parser: Parser::new(content, LONGEST_RECORD),
        channel: Channel::default(),
        file,
        has_given: false,
        has_ended: false,
    });
    failure.into_iter().chain(feed.into_iter().flatten())
}

impl<R: BufRead> Iterator for Feed<R> {
    type Item = Result<RawArticle, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.has_ended {
            if let Some(one) = self.step() {
                self.has_given = true;
                return Some(one.map_err(|Fault { line, reason }| Rejection {
                    file: self.file.clone(),
                    line,
                    reason,
                }));
            }
        }
        None
    }
}

impl<R: BufRead> Feed<R> {
    /// Reads the next element: an entry gives an article or says why there is none.
    fn step(&mut self) -> Option<Result<RawArticle, Fault>> {
        let start = match self.parser.next_start() {
            Ok(Some(start)) => start,
            Ok(None) => return self.end(None),
            Err(fault) => return self.end(Some(fault)),
        };
        if FRAMES.contains(&start.name()) {
            self.channel.language =
                start.attribute("lang").map(str::to_owned).or(self.channel.language.take());
            return None;
        }
        let (element, fault) = self.parser.complete(start);
        if fault.is_some() {
            return self.end(fault);
        }
        if !matches!(element.name(), "item" | "entry") {
            self.channel.note(&element);
            return None;
        }
        let article = if wordpress::is_post(&element) {
            self.channel.is_export = true;
            wordpress::article(&element, &self.channel)?
        } else {
            entry::article(&element, &self.channel)
        };
        Some(article.map_err(|reason| Fault { line: Some(element.line), reason }))
    }

    fn end(&mut self, fault: Option<Fault>) -> Option<Result<RawArticle, Fault>> {
        self.has_ended = true;
        let what = if self.channel.is_export { NO_POST } else { NO_ENTRY };
        let empty = (!self.has_given).then_some(Fault { line: None, reason: Reason::Format { what } });
        fault.or(empty).map(Err)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    pub(super) fn read_all(xml: &str) -> Vec<Result<RawArticle, String>> {
        let read = read(xml.as_bytes(), "a.xml".to_owned());
        read.map(|one| one.map_err(|rejection| rejection.to_string())).collect()
    }

    #[test]
    fn feeds_are_told_from_other_xml() {
        for head in [
            "<?xml version='1.0'?><rss version='0.91'>",
            "<feed xmlns='http://www.w3.org/2005/Atom'>",
            "<a:feed xmlns:a='http://www.w3.org/2005/Atom'>",
            "<rdf:RDF xmlns='http://purl.org/rss/1.0/' xmlns:rdf='x'>",
        ] {
            assert!(is_feed(head.as_bytes()), "{head}");
        }
        for head in ["<feed>", "<rdf:RDF xmlns:rdf='x'>", "<nitf>", "{}"] {
            assert!(!is_feed(head.as_bytes()), "{head}");
        }
    }

    #[test]
    fn an_entry_that_cannot_be_read_does_not_stop_the_next() {
        let read = read_all(
            "<rss>\n<channel><title>The Semaphore</title>\n<item><title>One</title></item>\n\
             <item><description>Two.</description></item><item><description>Th",
        );
        assert_eq!(read[0].as_ref().unwrap_err(), "a.xml, line 3: has no body");
        assert_eq!(read[1].as_ref().unwrap().body, "Two.");
        assert_eq!(read.len(), 3, "{read:?}");
        assert!(read[2].as_ref().unwrap_err().contains("breaks off"), "{read:?}");
    }

    #[test]
    fn a_feed_without_entries_says_so() {
        assert_eq!(
            read_all("<rss><channel><title>x</title></channel></rss>"),
            [Err(format!("a.xml: {NO_ENTRY}"))]
        );
        let export = "<rss><channel><wp:wxr_version>1.2</wp:wxr_version></channel></rss>";
        assert_eq!(read_all(export), [Err(format!("a.xml: {NO_POST}"))]);
    }

    proptest! {
        #[test]
        fn no_markup_breaks_it(xml in "(<(/?(rss|channel|item|title|wp:status|content:encoded)|!\\[CDATA\\[)>?|[a-c \"'=\\[\\]]{0,4}|]]>){0,40}") {
            let _ = read_all(&xml);
        }
    }
}
