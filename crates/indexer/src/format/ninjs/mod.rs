//! IPTC ninjs (1.x to 3.x), and what is built on it: the output of Superdesk and of AP's Media API.

mod item;

use std::collections::VecDeque;

use item::{Item, article, kind, property};
use serde_json::Value;

use crate::{Reason, raw_article::RawArticle};

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

/// What an agency says of an item that must not be used.
const WITHDRAWN: &[&str] = &["canceled", "cancelled", "withheld", "stat:canceled", "stat:withheld"];

/// How deep in wrappers items lie at most.
const DEEPEST: usize = 6;

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

/// The article that an item is, the articles that a package holds, or why there are none.
fn read(item: &Item, line: u64) -> Found {
    if property(item, "pubstatus").and_then(Value::as_str).is_some_and(|status| WITHDRAWN.contains(&status)) {
        return [Err(Reason::Format { what: "is an item that its agency has withdrawn" })].into();
    }
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
    fn withdrawn_items_are_refused() {
        let json = r#"{"uri": "a", "pubstatus": "canceled", "versioncreated": "2024-03-14", "body_text": "The port closed."}"#;
        assert_eq!(read(json)[0].as_ref().unwrap_err(), "is an item that its agency has withdrawn");
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
