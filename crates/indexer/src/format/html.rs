use std::{io::BufRead, iter};

use dom_smoothie::{Config, Metadata, Readability, TextMode};

use super::{charset, whole};
use crate::{Reason, Rejection, authors::authors, raw_article::RawArticle, stated::Stated};

/// Elements deeper in one another than this take html5ever a time that grows with the square of the depth.
const DEEPEST: usize = 500;
/// The most elements of a page.
const MOST_ELEMENTS: usize = 100_000;

/// Elements that have no end tag.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];
/// Elements whose content is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title"];

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
    let is_xhtml = rest.starts_with("<?xml") && rest.contains("<html");
    is_xhtml || BEGINNINGS.iter().any(|beginning| rest.starts_with(beginning))
}

/// The one article of a web page.
pub(super) fn read(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    let article = whole::bytes(content).and_then(|bytes| article(&charset::decoded(&bytes)));
    iter::once(article.map_err(|reason| Rejection { file, line: None, reason }))
}

fn article(html: &str) -> Result<RawArticle, Reason> {
    if depth(html) > DEEPEST {
        return Err(Reason::TooDeep { limit: DEEPEST });
    }
    let config =
        Config { text_mode: TextMode::Formatted, max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let mut page = Readability::new(html, None, Some(config)).map_err(|_| Reason::NoArticle)?;
    if !page.is_probably_readable() {
        return Err(Reason::NoArticle);
    }
    let stated = page.get_article_metadata(page.parse_json_ld());
    let date = stated.published_time.clone().or_else(|| date(&page));
    let article = page.parse().map_err(|_| Reason::NoArticle)?;
    let body = paragraphs(&article.text_content);
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

/// Lines of text as paragraphs, blanks within them once.
fn paragraphs(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// How deep the elements lie in one another, at most: tags that open and close are counted, without regard to their names.
fn depth(html: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let name_end = after
            .find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '/')
            .unwrap_or(after.len());
        let name = after[..name_end].to_ascii_lowercase();
        rest = &after[name_end..];
        if name.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if RAW.contains(&name.as_str()) {
            let end = format!("</{name}");
            rest = rest.to_ascii_lowercase().find(&end).map_or("", |place| &rest[place + end.len()..]);
        } else if !name.is_empty() && !VOID.contains(&name.as_str()) {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}
