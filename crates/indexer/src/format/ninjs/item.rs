//! What an item states.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{Reason, authors::authors, hypertext, raw_article::RawArticle, stated::Stated};

pub(super) type Item = Map<String, Value>;

/// The dates of an item, the one of its publication first. That of an embargo says when nobody had published it yet, and
/// that of the first version, when somebody began to write it.
const DATES: &[&str] = &["published", "firstpublished", "versioncreated", "firstcreated", "contentcreated"];

const TITLES: &[&str] = &["headline", "headlines", "headline_extended", "title", "name", "slugline"];
const BYLINES: &[&str] = &["byline", "by", "bylines"];
const SOURCES: &[&str] =
    &["source", "provider", "copyrightholder", "infosources", "infosource", "creditline"];
const SECTIONS: &[&str] = &["service", "subject", "subjects", "genre", "genres"];

/// The roles of people who wrote the text.
const WRITERS: &[&str] = &["author", "writer", "reporter", "creator", "byline"];

/// By how many fourths a later body must be longer than one before it, to be more than the same in another format.
const LONGER: usize = 5;

/// The most bytes of a line in a text that is wrapped.
const LONGEST_WRAPPED: usize = 160;

/// Types of items that are no articles, and what they are.
const OTHERS: &[(&[&str], &str)] = &[
    (&["picture", "photo", "image"], "is a picture without an article"),
    (&["graphic"], "is a graphic without an article"),
    (&["video"], "is a video without an article"),
    (&["audio"], "is a recording without an article"),
    (&["planning", "event"], "is a plan of events or of coverage and no article"),
];

/// A property under its name, which version 3 writes with capitals inside.
pub(super) fn property<'item>(item: &'item Item, name: &str) -> Option<&'item Value> {
    item.get(name)
        .or_else(|| item.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value))
}

/// The type of an item, in small letters.
pub(super) fn kind(item: &Item) -> Option<String> {
    property(item, "type").and_then(Value::as_str).map(str::to_lowercase)
}

/// The article that an item is. It may be of a kind that is none, or without a text.
pub(super) fn article(item: &Item, line: u64) -> Result<RawArticle, Reason> {
    let kind = kind(item);
    let is_kind = |kinds: &[&str]| kind.as_deref().is_some_and(|kind| kinds.contains(&kind));
    if let Some((_, what)) = OTHERS.iter().find(|(kinds, _)| is_kind(kinds)) {
        return Err(Reason::Format { what });
    }
    let first = |names: &[&str]| names.iter().filter_map(|name| property(item, name)).find_map(main_text);
    let title = first(TITLES).map(hypertext::unescaped);
    let uri = first(&["uri"]);
    let of_service = property(item, "altids").and_then(|ids| ids.get("itemid")).and_then(main_text);
    let source = first(SOURCES);
    Ok(RawArticle {
        line,
        id: first(&["guid"]).or(of_service).or_else(|| uri.clone()),
        url: first(&["url", "link"]).or(uri).filter(|url| url.starts_with("http")),
        date: first(DATES),
        section: first(SECTIONS),
        language: first(&["language"]),
        authors: writers(item, source.as_deref()),
        source,
        body: body(item, title.as_deref()).ok_or(Reason::NoBody)?,
        title,
    })
}

/// The text that a property states: of several the one whose role is the main one, or else the first.
fn main_text(value: &Value) -> Option<String> {
    match value {
        Value::Array(list) => {
            let is_main = |value: &&Value| value.get("role").and_then(Value::as_str) == Some("main");
            list.iter().filter(is_main).chain(list).find_map(main_text)
        }
        Value::Object(object) => {
            ["value", "name", "by", "byline"].iter().filter_map(|name| object.get(*name)).find_map(main_text)
        }
        single => Stated::deserialize(single).ok().and_then(Stated::into_text),
    }
}

/// The people who are said to have written an item, or else those of its byline, without the agency.
fn writers(item: &Item, source: Option<&str>) -> Vec<String> {
    let people = ["authors", "people", "person", "infosources"]
        .iter()
        .filter_map(|name| property(item, name)?.as_array())
        .flatten();
    let names = people.filter(|person| is_writer(person)).filter_map(main_text);
    let names: Vec<Stated> = names.map(Stated::Text).collect();
    let byline = || {
        BYLINES
            .iter()
            .filter_map(|name| property(item, name))
            .map(bylines)
            .find(|authors| !authors.is_empty())
    };
    let writers = if names.is_empty() { byline().unwrap_or_default() } else { authors(Stated::List(names)) };
    writers.into_iter().filter(|writer| Some(writer.as_str()) != source).collect()
}

/// The people of a byline, or of several.
fn bylines(value: &Value) -> Vec<String> {
    match value {
        Value::Array(list) => list.iter().flat_map(bylines).collect(),
        single => main_text(single).map(|byline| authors(Stated::text(&byline))).unwrap_or_default(),
    }
}

fn is_writer(person: &Value) -> bool {
    let roles = ["role", "rel", "roles", "rels"].iter().filter_map(|name| person.get(name));
    let mut roles = roles.flat_map(|role| role.as_array().cloned().unwrap_or_else(|| vec![role.clone()]));
    roles.any(|role| role.as_str().is_some_and(|role| WRITERS.contains(&role)))
}

/// The text: as HTML, which tells its paragraphs, or as plain text where there is much more of it.
fn body(item: &Item, title: Option<&str>) -> Option<String> {
    let listed = property(item, "bodies").and_then(Value::as_array).into_iter().flatten().filter_map(in_list);
    let named = item.iter().filter_map(|(name, value)| {
        let form = name.to_lowercase();
        Some((form.strip_prefix("body_")?.contains("html"), value.as_str()?))
    });
    let mut bodies: Vec<(bool, &str)> = listed.chain(named).collect();
    bodies.sort_by_key(|(is_html, _)| !is_html);
    let texts = bodies.into_iter().map(|(is_html, text)| {
        let text = if is_html { hypertext::text(text).unwrap_or_default() } else { in_paragraphs(text) };
        without_title(text, title)
    });
    texts
        .filter(|text| !text.trim().is_empty())
        .reduce(|best, next| if next.len() * 4 > best.len() * LONGER { next } else { best })
}

/// One of the bodies in a list, and whether it is HTML; other markup is left to those who know it.
fn in_list(body: &Value) -> Option<(bool, &str)> {
    let text = body.get("value")?.as_str()?;
    let form = ["contenttype", "contentType"]
        .iter()
        .find_map(|name| body.get(name)?.as_str())
        .unwrap_or("text/plain");
    if form.contains("html") {
        Some((true, text))
    } else {
        form.starts_with("text/").then_some((false, text))
    }
}

/// Plain text has a blank line between paragraphs, or else, where a line is longer than any that is wrapped, one in each line.
fn in_paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let is_wrapped = || text.lines().all(|line| line.len() <= LONGEST_WRAPPED);
    if text.contains("\n\n") || is_wrapped() {
        hypertext::text_if_hypertext(text)
    } else {
        hypertext::paragraphs(&text)
    }
}

/// A body that repeats its headline above the text.
fn without_title(body: String, title: Option<&str>) -> String {
    match body.trim_start().split_once('\n') {
        Some((first, rest)) if title == Some(first.trim()) => rest.trim_start().to_owned(),
        _ => body,
    }
}
