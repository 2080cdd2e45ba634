//! IPTC ninjs (1.x to 3.x), and what is built on it: the output of Superdesk and of AP's Media API.

use std::collections::VecDeque;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{Reason, authors::authors, hypertext, raw_article::RawArticle, stated::Stated};

type Item = Map<String, Value>;
type Found = VecDeque<Result<RawArticle, Reason>>;

/// The most bytes of an object: its values take many times as much, and real items have a few thousand.
const LONGEST: usize = 4 << 20;

/// What an object has somewhere that is, or holds, an item or the schema of one.
const MARKS: &[&str] =
    &["\"versioncreated\"", "\"versionCreated\"", "\"bodies\"", "\"body_xhtml\"", "ninjs", "\"$schema\""];

/// Properties of which every item has one.
const NAMES_OF_IDS: &[&str] = &["uri", "guid", "altids"];

/// Properties of which every item has one, and other records none.
const TELLING: &[&str] = &[
    "versioncreated",
    "contentcreated",
    "pubstatus",
    "representationtype",
    "headlines",
    "bodies",
    "body_xhtml",
    "$standard",
];

/// Properties under which services put items.
const WRAPPERS: &[&str] =
    &["data", "item", "items", "_items", "newsitems", "articles", "results", "response"];

/// How deep in wrappers items lie at most.
const DEEPEST: usize = 6;

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

/// The articles in an object that begins in `line`, or nothing where it has not the shape of an item, or of items wrapped up.
pub(super) fn articles(text: &str, line: u64) -> Option<Found> {
    if text.len() > LONGEST || !MARKS.iter().any(|mark| text.contains(mark)) {
        return None;
    }
    let value: Value = serde_json::from_str(text).ok()?;
    if is_schema(&value) {
        return Some([Err(Reason::Format { what: "is a schema of records and no article" })].into());
    }
    let mut items = Vec::new();
    find_items(&value, DEEPEST, &mut items);
    if items.is_empty() { None } else { Some(items.into_iter().flat_map(|item| read(item, line)).collect()) }
}

fn is_schema(value: &Value) -> bool {
    value.get("$schema").is_some()
        && ["properties", "$defs", "definitions", "allOf"].iter().any(|name| value.get(name).is_some())
}

/// The items in a value, in its order.
fn find_items<'value>(value: &'value Value, deepest: usize, items: &mut Vec<&'value Item>) {
    match value {
        Value::Object(object) if is_item(object) => items.push(object),
        Value::Object(object) if deepest > 0 => {
            let wrapped = object.iter().filter(|(name, _)| WRAPPERS.contains(&name.as_str()));
            wrapped.for_each(|(_, value)| find_items(value, deepest - 1, items));
        }
        Value::Array(list) if deepest > 0 => {
            list.iter().for_each(|value| find_items(value, deepest - 1, items))
        }
        _ => {}
    }
}

fn is_item(object: &Item) -> bool {
    [NAMES_OF_IDS, TELLING].iter().all(|names| names.iter().any(|name| property(object, name).is_some()))
}

/// A property under its name, which version 3 writes with capitals inside.
fn property<'item>(item: &'item Item, name: &str) -> Option<&'item Value> {
    item.get(name)
        .or_else(|| item.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value))
}

/// The article that an item is, the articles that a package holds, or why there are none.
fn read(item: &Item, line: u64) -> Found {
    match article(item, line) {
        Err(reason @ Reason::NoBody) => {
            let mut associated = Vec::new();
            match property(item, "associations") {
                Some(Value::Object(named)) => {
                    named.values().for_each(|value| find_items(value, 1, &mut associated))
                }
                Some(list) => find_items(list, 2, &mut associated),
                None => {}
            }
            let articles: Found =
                associated.into_iter().filter_map(|item| article(item, line).ok()).map(Ok).collect();
            if articles.is_empty() { [Err(without_text(item).unwrap_or(reason))].into() } else { articles }
        }
        other => [other].into(),
    }
}

fn without_text(item: &Item) -> Option<Reason> {
    let what = match kind(item).as_deref() {
        Some("composite" | "package") => "is a package of other items without a text",
        Some("text" | "story" | "article") => "is an item without its text",
        _ => return None,
    };
    Some(Reason::Format { what })
}

fn kind(item: &Item) -> Option<String> {
    property(item, "type").and_then(Value::as_str).map(str::to_lowercase)
}

fn article(item: &Item, line: u64) -> Result<RawArticle, Reason> {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(json: &str) -> Vec<Result<RawArticle, String>> {
        let found = articles(json, 7).unwrap();
        found.into_iter().map(|one| one.map_err(|reason| reason.to_string())).collect()
    }

    fn one(json: &str) -> RawArticle {
        read(json).remove(0).unwrap()
    }

    #[test]
    fn items_of_every_version_are_read() {
        let expected = RawArticle {
            line: 7,
            id: Some("http://wire.example/1".to_owned()),
            url: Some("http://wire.example/1".to_owned()),
            title: Some("Port Senna votes".to_owned()),
            date: Some("2024-03-14T08:00:00Z".to_owned()),
            source: Some("HNA".to_owned()),
            authors: vec!["Ilse Maravant".to_owned(), "Tobin Okkerley".to_owned()],
            section: Some("Harbours".to_owned()),
            language: Some("en".to_owned()),
            body: "The port closed.\n\nAll left.".to_owned(),
        };
        let first = r#"{"uri": "http://wire.example/1", "type": "text", "versioncreated": "2024-03-14T08:00:00Z", "firstcreated": "2024-03-01T08:00:00Z",
            "language": "en", "headline": "Port Senna votes", "byline": "By Ilse Maravant and Tobin Okkerley", "provider": "HNA",
            "subject": [{"name": "Harbours", "rel": "about"}], "description_text": "A vote.",
            "body_text": "The port closed. All left.", "body_xhtml": "<p>The port closed.</p><p>All left.</p>"}"#;
        let second = r#"{"uri": "http://wire.example/1", "versioncreated": "2024-03-14T08:00:00Z", "language": "en",
            "headlines": [{"role": "short", "value": "A vote"}, {"role": "main", "value": "Port Senna votes"}], "by": "Ilse Maravant and Tobin Okkerley, HNA",
            "copyrightholder": "HNA", "subjects": [{"name": "Harbours"}], "bodies": [
            {"role": "nitf", "contenttype": "application/xml", "value": "<nitf>A long way to say that the port closed.</nitf>"},
            {"role": "text", "contenttype": "text/plain", "value": "Port Senna votes\nThe port closed. All left."},
            {"role": "html", "contenttype": "text/html", "value": "<html><head><title>Port Senna votes</title></head><body><h1>Port Senna votes</h1><p>The port closed.</p><p>All left.</p></body></html>"}]}"#;
        let third = r#"{"uri": "http://wire.example/1", "versionCreated": "2024-03-14T08:00:00Z", "language": "en", "infoSources": [{"name": "HNA"}],
            "headlines": [{"value": "Port Senna votes"}], "subjects": [{"name": "Harbours"}], "people": [{"name": "Ilse Maravant", "rel": "author"},
            {"name": "Una Brandt", "rel": "about"}, {"name": "Tobin Okkerley", "roles": ["writer"]}],
            "bodies": [{"contentType": "application/xhtml+xml", "value": "<p>The port closed.</p><p>All left.</p>"}]}"#;
        for json in [first, second, third] {
            assert_eq!(one(json), expected, "{json}");
        }
    }

    #[test]
    fn the_day_of_publication_comes_before_that_of_a_version() {
        let raw = one(
            r#"{"guid": "a", "versioncreated": "2024-03-14", "firstpublished": "2024-03-13", "embargoed": "2024-03-15", "body_html": "Closed."}"#,
        );
        assert_eq!((raw.date.as_deref(), raw.id.as_deref()), (Some("2024-03-13"), Some("a")));
    }

    #[test]
    fn plain_text_that_is_much_longer_wins() {
        let raw = one(
            r#"{"uri": "a", "pubstatus": "usable", "versioncreated": "2024-03-14", "body_html": "<p>The port</p>", "body_text": "The port closed.\n\nAll left."}"#,
        );
        assert_eq!(raw.body, "The port closed.\n\nAll left.");
    }

    #[test]
    fn items_are_found_in_what_services_wrap_them_in() {
        let item = |id: &str| {
            format!(
                r#"{{"uri": "{id}", "type": "text", "versioncreated": "2024-03-14", "body_text": "{id}"}}"#
            )
        };
        let (a, b, empty) = (item("A."), item("B."), item(""));
        let picture =
            r#"{"uri": "c", "type": "picture", "versioncreated": "2024-03-14", "body_text": "A port."}"#;
        let check = |json: String, expected: &[&str]| {
            let read: Vec<String> =
                read(&json).into_iter().map(|one| one.map_or_else(|reason| reason, |raw| raw.body)).collect();
            assert_eq!(read, expected, "{json}");
        };
        check(format!(r#"{{"data": {{"item": {a}}}}}"#), &["A."]);
        check(
            format!(
                r#"{{"data": {{"items": [{{"meta": {{}}, "item": {a}}}, {{"item": {picture}}}, {{"item": {empty}}}]}}}}"#
            ),
            &["A.", "is a picture without an article", "is an item without its text"],
        );
        check(
            format!(
                r#"{{"uri": "d", "type": "composite", "pubstatus": "usable", "associations": {{"a": {a}, "b": {b}, "c": {picture}}}, "versioncreated": "2024-03-14"}}"#
            ),
            &["A.", "B."],
        );
        check(
            format!(
                r#"{{"uri": "d", "type": "composite", "versioncreated": "2024-03-14", "associations": [{picture}]}}"#
            ),
            &["is a package of other items without a text"],
        );
        check(r#"{"$schema": "x", "properties": {}}"#.to_owned(), &["is a schema of records and no article"]);
    }

    #[test]
    fn other_records_are_left_alone() {
        for json in [
            r#"{"uri": "a", "body": "The versioncreated was \"versioncreated\"."}"#,
            r#"{"body": "ninjs"}"#,
            r#"{"versioncreated": "#,
            "7",
        ] {
            assert_eq!(articles(json, 1), None, "{json}");
        }
    }

    proptest! {
        #[test]
        fn no_values_break_it(values in proptest::collection::vec(r#"(null|7|"[a-z<>/& ]{0,9}"|\[\{"(value|name|role|item)": "[a-z]{0,4}"\}\]|\{"a": \[\]\})"#, 6)) {
            let names = ["uri", "versioncreated", "bodies", "headlines", "associations", "people"];
            let properties: Vec<String> = names.iter().zip(&values).map(|(name, value)| format!("\"{name}\": {value}")).collect();
            let json = format!("{{{}}}", properties.join(", "));
            let found = articles(&json, 1);
            prop_assert!(found.is_some(), "{}", json);
        }
    }
}
