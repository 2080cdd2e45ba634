//! The TREC Washington Post collection: a JSON object per article, whose `contents` are pieces of several kinds.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{Reason, authors::authors, hypertext, raw_article::RawArticle, stated::Stated};

/// The most bytes of an object: its pieces take many times as much, and real articles have a few ten thousand.
const LONGEST: usize = 4 << 20;

/// What every object of the collection has somewhere.
const MARKS: [&str; 2] = ["\"contents\"", "\"sanitized_html\""];

/// A piece that repeats words of the text.
const PULL_QUOTE: &str = "pullquote";

#[derive(Deserialize)]
struct Record {
    id: Option<String>,
    article_url: Option<String>,
    title: Option<String>,
    author: Option<String>,
    published_date: Option<i64>,
    source: Option<String>,
    contents: Vec<Option<Piece>>,
}

#[derive(Deserialize)]
struct Piece {
    #[serde(rename = "type")]
    kind: Option<String>,
    subtype: Option<String>,
    content: Option<Stated>,
}

/// The article in an object that begins in `line`, or nothing where it has not the shape.
pub(super) fn article(text: &str, line: u64) -> Option<Result<RawArticle, Reason>> {
    if text.len() > LONGEST || !MARKS.iter().all(|mark| text.contains(mark)) {
        return None;
    }
    let record: Record = serde_json::from_str(text).ok()?;
    let pieces: Vec<Piece> = record.contents.into_iter().flatten().collect();
    let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let byline = filled(record.author).or_else(|| piece(&pieces, "byline"));
    let body = match body(&pieces) {
        Ok(body) => body,
        Err(reason) => return Some(Err(reason)),
    };
    Some(Ok(RawArticle {
        line,
        id: record.id,
        date: record
            .article_url
            .as_deref()
            .and_then(day_in)
            .or_else(|| record.published_date.and_then(day_of)),
        url: record.article_url.filter(|url| url.starts_with("http")),
        title: filled(record.title).or_else(|| piece(&pieces, "title")),
        source: record.source,
        authors: byline.map(|byline| authors(Stated::text(&byline))).unwrap_or_default(),
        section: piece(&pieces, "kicker"),
        body,
        ..RawArticle::default()
    }))
}

/// The first piece of a kind.
fn piece(pieces: &[Piece], kind: &str) -> Option<String> {
    let mut pieces = pieces.iter().filter(|piece| piece.kind.as_deref() == Some(kind));
    pieces.find_map(|piece| piece.content.clone().and_then(Stated::into_text))
}

/// The pieces of the text, each a paragraph or several.
fn body(pieces: &[Piece]) -> Result<String, Reason> {
    let of_text = |piece: &&Piece| {
        piece.kind.as_deref() == Some("sanitized_html") && piece.subtype.as_deref() != Some(PULL_QUOTE)
    };
    let mut texts = Vec::new();
    for html in pieces.iter().filter(of_text).filter_map(|piece| piece.content.clone()?.into_text()) {
        texts.push(hypertext::text(&html)?);
    }
    texts.retain(|text| !text.is_empty());
    if texts.is_empty() { Err(Reason::NoBody) } else { Ok(texts.join("\n\n")) }
}

/// The day in an address, which is the paper's own: `…/politics/2012/01/31/…`.
fn day_in(url: &str) -> Option<String> {
    let parts: Vec<&str> = url.split('/').collect();
    let has_digits =
        |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let day = parts
        .windows(3)
        .find(|day| has_digits(day[0], 4) && has_digits(day[1], 2) && has_digits(day[2], 2))?;
    Some(day.join("-"))
}

/// The day of a moment in milliseconds since 1970, of which the collection does not say where it was.
fn day_of(milliseconds: i64) -> Option<String> {
    let moment = Timestamp::from_millisecond(milliseconds).ok()?;
    Some(moment.strftime("%Y-%m-%d").to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn record(url: &str, author: &str) -> String {
        format!(
            r#"{{"id": "1f", "article_url": "{url}", "title": "Port Senna votes", "author": "{author}", "published_date": 1710460800000,
            "type": "article", "source": "The Washington Post", "contents": [{{"content": "Harbours", "mime": "text/plain", "type": "kicker"}},
            {{"content": "Port Senna votes", "type": "title"}}, {{"content": "By Una Brandt", "type": "byline"}}, null,
            {{"content": 1710460800000, "type": "date"}}, {{"content": "The port <b>closed</b>.", "subtype": "paragraph", "type": "sanitized_html"}},
            {{"fullcaption": "A boat.", "type": "image"}}, {{"content": "Closed.", "subtype": "pullquote", "type": "sanitized_html"}},
            {{"content": "<p>All left.</p>", "subtype": "paragraph", "type": "sanitized_html"}}]}}"#
        )
    }

    #[test]
    fn the_pieces_make_one_article() {
        let raw =
            article(&record("https://post.example/harbours/2024/03/14/port_story.html", "Ilse Maravant"), 7);
        let raw = raw.unwrap().unwrap();
        assert_eq!((raw.id.as_deref(), raw.title.as_deref()), (Some("1f"), Some("Port Senna votes")));
        assert_eq!((raw.date.as_deref(), raw.section.as_deref()), (Some("2024-03-14"), Some("Harbours")));
        assert_eq!((raw.authors, raw.line), (vec!["Ilse Maravant".to_owned()], 7));
        assert_eq!(raw.body, "The port closed.\n\nAll left.");
    }

    #[test]
    fn without_a_day_in_the_address_the_moment_gives_it() {
        let raw = article(&record("", ""), 1).unwrap().unwrap();
        assert_eq!((raw.date.as_deref(), raw.url), (Some("2024-03-15"), None));
        assert_eq!(raw.authors, ["Una Brandt"]);
    }

    #[test]
    fn other_objects_are_none() {
        for text in [r#"{"contents": [{"content": "x"}]}"#, r#"{"contents": "sanitized_html"}"#, "7"] {
            assert!(article(text, 1).is_none(), "{text}");
        }
        let without_text = r#"{"contents": [{"type": "sanitized_html"}]}"#;
        assert_eq!(article(without_text, 1), Some(Err(Reason::NoBody)));
    }

    proptest! {
        #[test]
        fn no_pieces_break_it(text in "[{}\\[\\]\":,a-c0-9]{0,40}", moment: i64) {
            let _ = article(&format!("{{\"contents\": [{text}], \"x\": \"sanitized_html\"}}"), 1);
            let _ = (day_in(&text), day_of(moment));
        }
    }
}
