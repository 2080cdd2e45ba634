//! The sample archive is what its README says: valid JSON, articles with their own ids, gold that fits its articles.

#![expect(clippy::panic, reason = "helpers of tests say what is wrong")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use serde_json::Value;

const FIELDS: &[&str] = &["id", "url", "title", "date", "source", "author", "section", "language", "body"];

fn json_lines(name: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/sample").join(name);
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let parse = |(index, line): (usize, &str)| {
        serde_json::from_str(line).unwrap_or_else(|error| panic!("{name}, line {}: {error}", index + 1))
    };
    text.lines().enumerate().map(parse).collect()
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_else(|| panic!("{field} is not a text in {value}"))
}

fn list<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    value[field].as_array().unwrap_or_else(|| panic!("{field} is not a list in {value}"))
}

/// What lies between the offsets `start` and `end`, which count code points.
fn slice(body: &str, span: &Value) -> String {
    let offset = |field: &str| span[field].as_u64().and_then(|offset| usize::try_from(offset).ok());
    let (start, end) = offset("start").zip(offset("end")).unwrap_or_else(|| panic!("no offsets in {span}"));
    assert!(start < end && end <= body.chars().count(), "{span} lies outside its article");
    body.chars().skip(start).take(end - start).collect()
}

#[test]
fn every_article_has_its_own_id_a_body_and_no_unknown_field() {
    let mut ids = BTreeSet::new();
    for article in json_lines("articles.jsonl") {
        assert!(ids.insert(text(&article, "id").to_owned()), "two articles are called {}", article["id"]);
        assert!(!text(&article, "body").trim().is_empty(), "{} is empty", article["id"]);
        for (field, value) in article.as_object().into_iter().flatten() {
            assert!(FIELDS.contains(&field.as_str()), "{} has an unknown field {field}", article["id"]);
            assert!(value.is_string(), "{field} of {} is not a text", article["id"]);
        }
    }
    assert!(!ids.is_empty(), "no articles");
}

#[test]
fn addresses_lie_on_the_reserved_domain() {
    for article in json_lines("articles.jsonl").iter().filter(|article| !article["url"].is_null()) {
        let host = text(article, "url").split('/').nth(2).unwrap_or_default();
        assert!(host.ends_with(".example"), "{} is on {host}", article["id"]);
    }
}

#[test]
fn the_gold_repeats_the_words_of_its_articles() {
    let articles = json_lines("articles.jsonl");
    let bodies: BTreeMap<_, _> =
        articles.iter().map(|article| (text(article, "id"), text(article, "body"))).collect();
    let gold = json_lines("gold/quotes.jsonl");
    assert!(!gold.is_empty(), "no gold");
    for line in &gold {
        let id = text(line, "id");
        let body = bodies.get(id).unwrap_or_else(|| panic!("gold for {id}, which is no article"));
        for span in list(line, "quotes").iter().chain(list(line, "entities")) {
            assert_eq!(slice(body, span), text(span, "text"), "{id}");
        }
    }
}

#[test]
fn the_gold_names_kinds_and_types_that_exist() {
    for line in json_lines("gold/quotes.jsonl") {
        for quote in list(&line, "quotes") {
            assert!(["direct", "mixed", "indirect"].contains(&text(quote, "kind")), "{quote}");
            let within = |part: &Value| {
                part["start"].as_u64() >= quote["start"].as_u64()
                    && part["end"].as_u64() <= quote["end"].as_u64()
            };
            assert!(
                list(quote, "verbatim").iter().all(within),
                "quoted words outside the quotation: {quote}"
            );
        }
        for entity in list(&line, "entities") {
            assert!(["PER", "ORG", "LOC"].contains(&text(entity, "type")), "{entity}");
        }
    }
}
