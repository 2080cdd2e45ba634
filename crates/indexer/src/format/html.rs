use std::io::BufRead;

use dom_smoothie::{Config, Metadata, Readability, TextMode};

use super::{charset, whole, xml::Root};
use crate::{Reason, Rejection, authors::authors, hypertext, raw_article::RawArticle, stated::Stated};

/// The most elements of a page.
const MOST_ELEMENTS: usize = 100_000;

/// How pages begin, in small letters.
const BEGINNINGS: &[&str] = &["<!doctype html", "<html", "<head", "<body", "<title", "<meta"];

/// Where pages state the day of publication, beside what describes them for search engines, the most telling first.
const DATES: &[(&str, &str)] = &[
    ("[itemprop~=datePublished]", "content"),
    ("[itemprop~=datePublished]", "datetime"),
    ("meta[name=pubdate], meta[name=publishdate], meta[name='DC.date.issued'], meta[name=date]", "content"),
    ("article time[datetime], time[pubdate]", "datetime"),
    ("time[datetime]", "datetime"),
];

/// Whether a file is a web page.
pub(super) fn is_html(head: &[u8]) -> bool {
    let head = charset::decoded(&head[..head.len().min(2048)]).to_ascii_lowercase();
    let mut rest = head.trim_start();
    // Servers and archivers leave comments before the document.
    while let Some((_, after)) = rest.strip_prefix("<!--").and_then(|comment| comment.split_once("-->")) {
        rest = after.trim_start();
    }
    let is_xhtml = Root::read(rest.as_bytes()).is_some_and(|root| root.is(&["html"]));
    is_xhtml || BEGINNINGS.iter().any(|beginning| rest.starts_with(beginning))
}

/// The one article of a web page.
pub(super) fn read(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    whole::article(content, file, article)
}

fn article(html: &str) -> Result<RawArticle, Reason> {
    hypertext::check(html)?;
    let config =
        Config { text_mode: TextMode::Formatted, max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let mut page = Readability::new(html, None, Some(config)).map_err(|_| Reason::NoArticle)?;
    if !page.is_probably_readable() {
        return Err(Reason::NoArticle);
    }
    let stated = page.get_article_metadata(page.parse_json_ld());
    let date = stated.published_time.clone().or_else(|| date(&page));
    let article = page.parse().map_err(|_| Reason::NoArticle)?;
    let body = hypertext::paragraphs(&article.text_content);
    if body.is_empty() {
        return Err(Reason::NoArticle);
    }
    Ok(raw(stated, date, body))
}

fn raw(stated: Metadata, date: Option<String>, body: String) -> RawArticle {
    let filled = |text: String| (!text.trim().is_empty()).then_some(text);
    RawArticle {
        line: 1,
        url: stated.url.filter(|url| url.starts_with("http")),
        title: filled(stated.title),
        date,
        source: stated.site_name,
        authors: stated.byline.map(|byline| authors(Stated::text(&byline))).unwrap_or_default(),
        language: stated.lang,
        body,
        ..RawArticle::default()
    }
}

fn date(page: &Readability) -> Option<String> {
    DATES.iter().find_map(|(selector, attribute)| {
        let found = page.doc.select(selector);
        let stated = found.iter().find_map(|node| node.attr(attribute))?;
        (!stated.trim().is_empty()).then(|| stated.to_string())
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WORDS: &str = "The port of Senna was closed at noon by the harbour board, and by the evening every boat had left it, \
        some for Lisk and some for the open sea, which the board had not foreseen when it met on Tuesday morning.";

    fn page(head: &str, body: &str) -> String {
        let paragraphs = format!("<p>{WORDS}</p>").repeat(4);
        format!(
            "<!doctype html><html lang=en><head>{head}</head><body><nav><a href=/>Home</a> <a href=/news>News</a></nav>\
             <article><h1>Port Senna closes</h1>{body}{paragraphs}</article><footer>All rights reserved</footer></body></html>"
        )
    }

    #[test]
    fn the_text_is_read_without_what_stands_around_it() {
        let raw = article(&page("<title>Port Senna closes</title>", "")).unwrap();
        assert_eq!(raw.title.as_deref(), Some("Port Senna closes"));
        assert_eq!(raw.body.matches("The port of Senna").count(), 4);
        assert!(!raw.body.contains("Home") && !raw.body.contains("rights reserved"), "{}", raw.body);
    }

    #[test]
    fn particulars_are_read_from_what_describes_the_page() {
        let head = "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\",\
            \"headline\": \"Port Senna closes\", \"datePublished\": \"2024-03-14T08:00:00+01:00\",\
            \"author\": {\"@type\": \"Person\", \"name\": \"Ilse Maravant\"}, \"publisher\": {\"name\": \"The Semaphore\"}}</script>";
        let raw = article(&page(head, "")).unwrap();
        assert_eq!(raw.date.as_deref(), Some("2024-03-14T08:00:00+01:00"));
        assert_eq!(
            (raw.authors.as_slice(), raw.source.as_deref()),
            (["Ilse Maravant".to_owned()].as_slice(), Some("The Semaphore"))
        );
        let raw = article(&page(
            "<meta property=og:site_name content='The Semaphore'>",
            "<time datetime=2024-03-14>Thursday</time>",
        ))
        .unwrap();
        assert_eq!((raw.date.as_deref(), raw.source.as_deref()), (Some("2024-03-14"), Some("The Semaphore")));
    }

    #[test]
    fn a_page_without_an_article_is_none() {
        let list = "<!doctype html><html><body><ul>".to_owned()
            + &"<li><a href=/>News</a></li>".repeat(50)
            + "</ul></body></html>";
        for html in [
            list.as_str(),
            "<html></html>",
            "<!doctype html><meta http-equiv=refresh content='0; url=http://x.example'>",
        ] {
            assert_eq!(article(html).unwrap_err(), Reason::NoArticle, "{html}");
        }
    }

    #[test]
    fn elements_too_deep_in_one_another_are_refused_at_once() {
        let deep = page("", &"<div>".repeat(400_000));
        assert!(matches!(article(&deep), Err(Reason::TooDeep { .. })));
    }

    #[test]
    fn pages_are_told_from_other_markup() {
        for head in [
            "<!DOCTYPE HTML>",
            "<html lang=en>",
            "<!-- saved --><html>",
            "<?xml version=\"1.0\"?><!DOCTYPE html><html>",
        ] {
            assert!(is_html(head.as_bytes()), "{head}");
        }
        for head in ["<?xml version=\"1.0\"?><nitf>", "<DOC>", "<rss>", "Text"] {
            assert!(!is_html(head.as_bytes()), "{head}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_markup_breaks_it(html in "(<(/?(div|p|a|table|tr|script|svg|b)|!--)>?|[a-z \"'=&;<>]{0,5}){0,40}") {
            let _ = article(&html);
        }
    }
}
