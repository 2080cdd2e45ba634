//! JSON Feed 1.

use std::io::BufRead;

use serde::Deserialize;
use serde_json::Value;

use super::NO_ENTRY;
use crate::{
    Reason, Rejection,
    authors::authors,
    format::whole::{self, Fault, Found},
    hypertext,
    raw_article::RawArticle,
    stated::Stated,
};

/// What the version of every JSON Feed begins with.
const VERSION: &str = "https://jsonfeed.org/version/";

/// Whether a file is a JSON Feed.
pub(in crate::format) fn is_json_feed(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&head[..head.len().min(4096)]).replace("\\/", "/");
    head.starts_with('{') && head.contains(VERSION)
}

/// The items of a feed.
pub(in crate::format) fn read(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    whole::articles(content, file, found)
}

#[derive(Deserialize)]
struct Feed {
    title: Option<String>,
    language: Option<String>,
    #[serde(default)]
    items: Vec<Value>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Item {
    id: Option<Stated>,
    url: Option<String>,
    title: Option<String>,
    content_html: Option<String>,
    content_text: Option<String>,
    summary: Option<String>,
    date_published: Option<String>,
    date_modified: Option<String>,
    authors: Option<Stated>,
    author: Option<Stated>,
    tags: Option<Stated>,
    language: Option<String>,
}

fn found(text: &str) -> Found {
    let feed: Feed = match serde_json::from_str(text) {
        Ok(feed) => feed,
        Err(error) => {
            let line = u64::try_from(error.line()).ok();
            let reason = Reason::InvalidJson { column: error.column(), message: error.to_string() };
            return vec![Err(Fault { line, reason })];
        }
    };
    if feed.items.is_empty() {
        return vec![Err(Reason::Format { what: NO_ENTRY }.into())];
    }
    let read =
        |item: &Value| article(Item::deserialize(item).unwrap_or_default(), &feed).map_err(Fault::from);
    feed.items.iter().map(read).collect()
}

fn article(item: Item, feed: &Feed) -> Result<RawArticle, Reason> {
    let html = item.content_html.as_deref().map(hypertext::text).transpose()?;
    let body =
        [html, item.content_text, item.summary].into_iter().flatten().find(|body| !body.trim().is_empty());
    let text = |stated: Option<Stated>| stated.and_then(Stated::into_text);
    Ok(RawArticle {
        line: 1,
        id: text(item.id),
        url: item.url,
        title: item.title,
        date: item.date_published.or(item.date_modified),
        source: feed.title.clone(),
        authors: item.authors.or(item.author).map(authors).unwrap_or_default(),
        section: text(item.tags),
        language: item.language.or_else(|| feed.language.clone()),
        body: body.ok_or(Reason::NoBody)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FEED: &str = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "The Semaphore", "language": "en", "items": [
        {"id": 7, "url": "https://x.example/7", "title": "Port Senna closes", "content_html": "<p>The port closed.</p><p>All left.</p>",
         "date_published": "2024-03-14T00:30:00+02:00", "authors": [{"name": "Ilse Maravant"}], "tags": ["harbour", "votes"]},
        {"id": "8", "content_text": "One.\n\nTwo."}, {"id": "9"}, 7]}"#;

    #[test]
    fn items_are_articles() {
        assert!(is_json_feed(FEED.as_bytes()) && !is_json_feed(b"{\"items\": []}"));
        let found = found(FEED);
        let raw = found[0].as_ref().unwrap();
        assert_eq!((raw.id.as_deref(), raw.url.as_deref()), (Some("7"), Some("https://x.example/7")));
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("Port Senna closes"), Some("2024-03-14T00:30:00+02:00"))
        );
        assert_eq!(
            (raw.authors.as_slice(), raw.section.as_deref()),
            (["Ilse Maravant".to_owned()].as_slice(), Some("harbour"))
        );
        assert_eq!(
            (raw.source.as_deref(), raw.body.as_str()),
            (Some("The Semaphore"), "The port closed.\n\nAll left.")
        );
        assert_eq!(found[1].as_ref().unwrap().body, "One.\n\nTwo.");
        assert_eq!(found[2].as_ref().unwrap_err().reason, Reason::NoBody);
        assert_eq!(found[3].as_ref().unwrap_err().reason, Reason::NoBody);
    }

    #[test]
    fn what_is_no_feed_says_why() {
        assert_eq!(
            found("{\"version\": \"x\"}")[0].as_ref().unwrap_err().reason,
            Reason::Format { what: NO_ENTRY }
        );
        assert!(matches!(found("{")[0].as_ref().unwrap_err().reason, Reason::InvalidJson { .. }));
    }
}
