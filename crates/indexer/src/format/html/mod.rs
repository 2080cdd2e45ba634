//! Web pages: the article that one shows, without what stands around it.

mod body;
mod day;
mod furniture;
mod headline;
mod lines;
mod meta;
mod structured;
mod words;

use std::io::BufRead;

use dom_query::Document;
use dom_smoothie::Readability;

use self::{meta::Meta, structured::Structured};
use super::{charset, whole, xml::Root};
use crate::{Reason, Rejection, authors::authors, dates, hypertext, raw_article::RawArticle, stated::Stated};

/// The most elements of a page.
const MOST_ELEMENTS: usize = 100_000;

/// The longest wait, in seconds, before a page that sends the reader elsewhere does so.
const LONGEST_WAIT: u32 = 10;

/// How pages begin, in small letters.
const BEGINNINGS: &[&str] = &[
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<title",
    "<meta",
    "<script",
    "<noscript",
    "<div",
    "<h1",
    "<p>",
    "<table",
];

/// The names under which pages state their authors.
const AUTHORS: &[&str] = &[
    "article:author_name",
    "author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
];

/// Whether a file is a web page.
pub(in crate::format) fn is_html(head: &[u8]) -> bool {
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

/// The article of a page of which no address is known.
fn article(html: &str) -> Result<RawArticle, Reason> {
    page(html, None)
}

/// The article of a page that was found at an address.
pub(in crate::format) fn page(html: &str, found_at: Option<&str>) -> Result<RawArticle, Reason> {
    hypertext::check(html)?;
    let document = Document::from(html);
    if is_too_large(&document) {
        return Err(Reason::TooManyElements { limit: MOST_ELEMENTS });
    }
    if sends_elsewhere(&document) {
        return Err(Reason::NoArticle);
    }
    let (meta, structured) = (Meta::read(&document), Structured::read(&document));
    let url = address(&document, &meta).or_else(|| found_at.map(str::to_owned));
    let is_stated = states_article(&document, &meta, &structured);
    if !is_stated && !looks_readable(&document) || url.as_deref().is_some_and(is_front_page) {
        return Err(Reason::NoArticle);
    }
    let source =
        meta.first(&["og:site_name", "application-name"]).map(str::to_owned).or(structured.publisher.clone());
    let headline = headline::headline(&document, structured.headline.as_deref(), &meta, source.as_deref());
    let told = structured.date.as_deref().and_then(dates::plausible).map(str::to_owned);
    let date = told.or_else(|| day::marked(&document, &meta));
    let near = || headline.element.as_ref().and_then(day::near);
    let date = date.map(|date| day::corrected(date, url.as_deref(), near)).or_else(near);
    let date = date.or_else(|| day::first_time(&document));
    // Most pages in an archive of a site are no articles: one that does not say so has to show a day.
    if found_at.is_some() && !is_stated && date.is_none() {
        return Err(Reason::NoArticle);
    }
    let title = headline.text;
    let lead = meta.first(&["og:description", "description", "twitter:description"]);
    let text = body::text(&document, structured.body.as_deref(), lead).ok_or(Reason::NoArticle)?;
    let (paragraphs, line) = lines::without_furniture(text.split("\n\n").collect(), title.as_deref());
    if !lines::has_prose(&paragraphs) || !is_stated && !lines::is_running(&paragraphs) {
        return Err(Reason::NoArticle);
    }
    Ok(RawArticle {
        line: 1,
        title,
        date: date
            .or_else(|| line.map(str::to_owned))
            .or_else(|| url.as_deref().and_then(day::in_url))
            .or(structured.date),
        url,
        source,
        authors: people(structured.authors, &document, &meta),
        section: structured.section.or_else(|| meta.first(&["article:section"]).map(str::to_owned)),
        language: language(&document).or(structured.language),
        body: paragraphs.join("\n\n"),
        ..RawArticle::default()
    })
}

fn is_too_large(page: &Document) -> bool {
    page.root().descendants_it().filter(dom_query::NodeRef::is_element).take(MOST_ELEMENTS + 1).count()
        > MOST_ELEMENTS
}

/// Whether a page is only there to send the reader to another.
fn sends_elsewhere(page: &Document) -> bool {
    page.select("meta[http-equiv][content]").iter().any(|element| {
        let content = element.attr_or("content", "").to_lowercase();
        let (wait, target) = content.split_once(';').unwrap_or((&content, ""));
        element.attr_or("http-equiv", "").eq_ignore_ascii_case("refresh")
            && target.contains("url")
            && wait.trim().parse().is_ok_and(|wait: u32| wait <= LONGEST_WAIT)
    })
}

/// Whether a page says that it shows an article.
fn states_article(document: &Document, meta: &Meta, structured: &Structured) -> bool {
    structured.is_article
        || meta.first(&["og:type"]).is_some_and(|kind| kind.to_lowercase().ends_with("article"))
        || document.select("[itemprop~=articleBody], [itemtype$=NewsArticle]").exists()
}

/// Whether a page looks as if it showed an article.
fn looks_readable(document: &Document) -> bool {
    Readability::with_document(document.clone(), None, None).is_ok_and(|page| page.is_probably_readable())
}

/// The address that a page states for itself.
fn address(page: &Document, meta: &Meta) -> Option<String> {
    let canonical = page.select("link[rel=canonical]").first().attr("href").map(|url| url.to_string());
    let stated = [canonical, meta.first(&["og:url"]).map(str::to_owned)];
    stated.into_iter().flatten().map(|url| url.trim().to_owned()).find(|url| url.starts_with("http"))
}

/// Whether an address is that of a site and not of a page of it.
fn is_front_page(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.trim_end_matches('/').split('/').count() == 1 && !rest.contains('?')
}

/// The authors that a page states, shown ones where no others are.
fn people(stated: Vec<String>, page: &Document, meta: &Meta) -> Vec<String> {
    if !stated.is_empty() {
        return stated;
    }
    let shown = || page.select("[rel=author], [itemprop~=author]").first().text().to_string();
    let byline =
        meta.first(AUTHORS).filter(|author| !author.contains("://")).map_or_else(shown, str::to_owned);
    authors(Stated::text(&byline))
}

fn language(page: &Document) -> Option<String> {
    page.select("html[lang]")
        .first()
        .attr("lang")
        .map(|lang| lang.to_string())
        .filter(|lang| !lang.trim().is_empty())
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
