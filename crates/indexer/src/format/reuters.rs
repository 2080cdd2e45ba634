//! The Reuters-21578 collection (Lewis 1997): `<REUTERS …>`, `<TITLE>`, `<BODY>`.

use std::io::BufRead;

use super::sgml::{self, Documents, element, elements};
use crate::{Reason, Rejection, raw_article::RawArticle};

/// What begins a document.
const TAG: &str = "REUTERS";

/// Whose articles they are.
const SOURCE: &str = "Reuters";

/// Whether a file is a part of the collection.
pub(super) fn is_reuters(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&head[..head.len().min(1024)]);
    head.lines().take(5).any(|line| sgml::begins(line, TAG))
}

/// The articles of a part of the collection.
pub(super) fn read(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    Documents::new(content, file, TAG, article)
}

fn article(document: &str, line: u64) -> Result<RawArticle, Reason> {
    let text = elements(document, "TEXT").first().copied().unwrap_or_default();
    let title = element(text, "TITLE").map(|title| title.trim_start_matches('*').trim().to_owned());
    let is_brief = sgml::attribute(&document[find_text(document)..], "TYPE") == Some("BRIEF");
    let (title, body) = match elements(text, "BODY").first() {
        Some(body) => (title, under_dateline(text, body)),
        // What stands below the headline of a brief fills the place.
        None if is_brief => (title.clone(), title.unwrap_or_default()),
        None => in_capitals(text, title),
    };
    let body = without_signature(&body);
    if body.is_empty() {
        return Err(Reason::NoBody);
    }
    let topic = elements(document, "TOPICS").first().and_then(|topics| element(topics, "D"));
    Ok(RawArticle {
        line,
        id: sgml::attribute(document, "NEWID").map(|id| format!("reuters-21578:{id}")),
        title,
        date: element(document, "DATE"),
        source: Some(SOURCE.to_owned()),
        authors: element(text, "AUTHOR")
            .map(|byline| sgml::writers(without_signature(&byline), None))
            .unwrap_or_default(),
        section: topic,
        language: Some("en".to_owned()),
        body: body.to_owned(),
        ..RawArticle::default()
    })
}

fn find_text(document: &str) -> usize {
    document.find("<TEXT").unwrap_or(0)
}

fn under_dateline(text: &str, body: &str) -> String {
    let body = sgml::paragraphs(body);
    match element(text, "DATELINE") {
        Some(dateline) => format!("{dateline} {body}"),
        None => body,
    }
}

/// A text that nobody took apart: a first line in capitals is its headline.
fn in_capitals(text: &str, title: Option<String>) -> (Option<String>, String) {
    let text = text.trim_start_matches(|first: char| first.is_whitespace() || "&#2;".contains(first));
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let first = sgml::line(first);
    let is_title = title.is_none() && !first.contains(char::is_lowercase) && !rest.trim().is_empty();
    if is_title {
        (Some(first.trim_start_matches('*').trim().to_owned()), sgml::paragraphs(rest))
    } else {
        (title, sgml::paragraphs(text))
    }
}

/// The body without the agency's name behind it.
fn without_signature(body: &str) -> &str {
    let body = body.trim();
    let signature =
        ["Reuter", "REUTER", "Reuters", "REUTERS"].iter().find_map(|name| body.strip_suffix(name));
    signature.filter(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace)).unwrap_or(body).trim_end()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn document(text: &str) -> String {
        format!(
            "<REUTERS TOPICS=\"YES\" OLDID=\"5544\" NEWID=\"1\">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n<TOPICS><D>ship</D><D>levy</D></TOPICS>\n\
             <UNKNOWN>&#5;&#5;C T f0704&#31;reute</UNKNOWN>\n{text}\n</REUTERS>\n"
        )
    }

    fn read(text: &str) -> Vec<Result<RawArticle, Rejection>> {
        super::read(text.as_bytes(), "a.sgm".to_owned()).collect()
    }

    fn check(text: &str, title: Option<&str>, body: &str) {
        let read = read(&document(text));
        let raw = read[0].as_ref().unwrap();
        assert_eq!((raw.title.as_deref(), raw.body.as_str()), (title, body), "{text}");
        assert_eq!(
            (raw.date.as_deref(), raw.section.as_deref()),
            (Some("26-FEB-1987 15:01:01.79"), Some("ship"))
        );
        assert_eq!(raw.id.as_deref(), Some("reuters-21578:1"));
    }

    #[test]
    fn an_article_a_brief_and_a_text_in_one_piece() {
        check(
            "<TEXT>&#2;\n<TITLE>SENNA &lt;SNN> VOTES</TITLE>\n<DATELINE>    PORT SENNA, Feb 26 - </DATELINE><BODY>The port\nclosed.\n    All left.\n Reuter\n&#3;</BODY></TEXT>",
            Some("SENNA <SNN> VOTES"),
            "PORT SENNA, Feb 26 - The port closed.\n\nAll left.",
        );
        check(
            "<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>SENNA VOTES\n</TITLE>Blah blah blah.\n&#3;\n\n</TEXT>",
            Some("SENNA VOTES"),
            "SENNA VOTES",
        );
        check(
            "<TEXT TYPE=\"UNPROC\">&#2;\nCORRECTION - SENNA &lt;SNN>\n    In item headlined Senna read\nten.\n Reuter\n&#3;\n\n</TEXT>",
            Some("CORRECTION - SENNA <SNN>"),
            "In item headlined Senna read ten.",
        );
    }

    #[test]
    fn an_author_is_named_without_the_agency() {
        for byline in ["By Ilse Maravant, Reuters", "BY Ilse Maravant, REUTERS", "By Ilse Maravant Reuter"] {
            let read =
                read(&document(&format!("<TEXT><AUTHOR>    {byline}</AUTHOR><BODY>Closed.</BODY></TEXT>")));
            assert_eq!(read[0].as_ref().unwrap().authors, ["Ilse Maravant"], "{byline}");
        }
    }

    #[test]
    fn one_without_a_text_does_not_stop_the_next() {
        let read = read(&(document("<TEXT></TEXT>") + &document("<TEXT><BODY>Closed.</BODY></TEXT>")));
        assert_eq!(read[0].as_ref().unwrap_err().to_string(), "a.sgm, line 1: has no body");
        assert_eq!(read[1].as_ref().unwrap().body, "Closed.");
    }

    #[test]
    fn the_collection_is_told_from_other_markup() {
        assert!(is_reuters(b"<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\">"));
        assert!(!is_reuters(b"<DOC>") && !is_reuters(b"REUTERS said"));
    }

    proptest! {
        #[test]
        fn no_markup_breaks_it(text in "(</?(REUTERS|TEXT|TITLE|BODY|D|DATELINE)>?|&[a-z#0-9]{0,4};?|[a-zé 0-9\n]{0,6}){0,40}") {
            let _ = read(&document(&text));
        }
    }
}
